"""What is said of badges: each is replaced by the next issue, or all are void until they are restored."""

from typing import ClassVar

from msgspec import UNSET

from checkin_app.domain.changes import Changed, ChangeSet
from checkin_app.domain.kinds.body import Aspect, Body, IssueNumber, Known


class BadgeReplaced(Body, frozen=True, kw_only=True):
    KIND = "badge.replaced"
    SUBJECT = "delegate:"
    ASPECT = Aspect.BADGE
    CHANGES: ClassVar[ChangeSet] = frozenset({Changed.BADGES})

    issue: IssueNumber
    """The one that holds from now on."""
    reason: str


class BadgeRevoked(Body, frozen=True, kw_only=True):
    KIND = "badge.revoked"
    SUBJECT = "delegate:"
    ASPECT = Aspect.BADGE
    CHANGES: ClassVar[ChangeSet] = frozenset({Changed.BADGES})
    IS_WITHHELD = True

    reason: str
    after: Known = UNSET


class BadgeRestored(Body, frozen=True, kw_only=True):
    KIND = "badge.restored"
    SUBJECT = "delegate:"
    ASPECT = Aspect.BADGE
    CHANGES: ClassVar[ChangeSet] = frozenset({Changed.BADGES})
    IS_WITHHELD = True

    reason: str
    after: Known = UNSET
