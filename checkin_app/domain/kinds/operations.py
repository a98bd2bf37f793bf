"""What is said of operations: opened, closed, taken back."""

from collections.abc import Mapping
from typing import ClassVar

from msgspec import UNSET, UnsetType

from checkin_app.domain.changes import Changed, ChangeSet
from checkin_app.domain.kinds.body import Aspect, Body, Count, DigestName
from checkin_app.domain.roles import Deed

#: What operations are called that seat people, take in a list of buses or let badges leave; any other takes in a list of people.
SEATING_PEOPLE, LISTING_BUSES, ISSUING_BADGES = "seating", "fleet", "badges"
_DEEDS: Mapping[str, Deed] = {SEATING_PEOPLE: Deed.PLAN, LISTING_BUSES: Deed.FLEET, ISSUING_BADGES: Deed.REPLACE}


def deed_of(what: str) -> Deed:
    """Return what a person does by an operation."""
    return _DEEDS.get(what, Deed.IMPORT)


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

    @property
    def deed(self) -> Deed:
        """Asked as it begins; what it writes is judged fact by fact, for it must be known as what it is in any case."""
        return deed_of(self.what)


class OperationClosed(OperationChange, frozen=True, kw_only=True):
    KIND = "operation.closed"


class OperationTakenBack(OperationChange, frozen=True, kw_only=True):
    KIND = "operation.taken_back"
