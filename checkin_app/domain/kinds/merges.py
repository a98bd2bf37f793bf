"""What is said of records that are one person: one stands for the other, or they are two after all."""

from typing import ClassVar

from msgspec import UNSET

from checkin_app.domain.changes import Changed, ChangeSet
from checkin_app.domain.kinds.body import Aspect, Body, DelegateName, Known
from checkin_app.domain.roles import Deed


class MergeChange(Body, frozen=True, kw_only=True):
    """Its subject is the record that is voided, or stands by itself again."""

    SUBJECT = "delegate:"
    ASPECT = Aspect.IDENTITY
    DEED = Deed.MERGE
    CHANGES: ClassVar[ChangeSet] = frozenset(
        {Changed.DELEGATES, Changed.PRESENCES, Changed.RIDES, Changed.BADGES, Changed.SCANS}
    )

    after: Known = UNSET


class DelegateMerged(MergeChange, frozen=True, kw_only=True):
    KIND = "delegate.merged"

    into: DelegateName
    """The record that stands for both."""


class DelegateParted(MergeChange, frozen=True, kw_only=True):
    KIND = "delegate.parted"
