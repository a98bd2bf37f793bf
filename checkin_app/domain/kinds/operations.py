"""What is said of operations: opened, closed, taken back."""

from typing import ClassVar

from msgspec import UNSET, UnsetType

from checkin_app.domain.changes import Changed, ChangeSet
from checkin_app.domain.kinds.body import Aspect, Body, Count, DigestName


class OperationChange(Body, frozen=True, kw_only=True):
    SUBJECT = "operation:"
    ASPECT = Aspect.OPERATION
    CHANGES: ClassVar[ChangeSet] = frozenset({Changed.OPERATIONS})


class OperationOpened(OperationChange, frozen=True, kw_only=True):
    KIND = "operation.opened"

    what: str
    facts: Count
    """How many it is for."""
    document: DigestName | UnsetType | None = UNSET


class OperationClosed(OperationChange, frozen=True, kw_only=True):
    KIND = "operation.closed"


class OperationTakenBack(OperationChange, frozen=True, kw_only=True):
    KIND = "operation.taken_back"
