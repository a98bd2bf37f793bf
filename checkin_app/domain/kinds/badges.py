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


class BadgeStated(Body, frozen=True, kw_only=True):
    """Whether any badge of somebody is valid at all."""

    SUBJECT = "delegate:"
    ASPECT = Aspect.BADGE
    CHANGES: ClassVar[ChangeSet] = frozenset({Changed.BADGES})
    VOIDS: ClassVar[bool] = False

    reason: str
    after: Known = UNSET


class BadgeRevoked(BadgeStated, frozen=True, kw_only=True):
    KIND = "badge.revoked"
    IS_WITHHELD = True
    VOIDS = True


class BadgeRestored(BadgeStated, frozen=True, kw_only=True):
    KIND = "badge.restored"
    IS_WITHHELD = True
