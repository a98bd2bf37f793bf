"""What is said of badges: each leaves in files, is replaced by the next issue, or all are void until they are restored."""

from typing import ClassVar

from msgspec import UNSET

from checkin_app.domain.changes import Changed, ChangeSet
from checkin_app.domain.kinds.body import Aspect, Body, IssueNumber, Known
from checkin_app.domain.roles import Deed

#: Why a badge is void of whoever was registered by mistake.
WITHDRAWN = "withdrawn"


class BadgeReplaced(Body, frozen=True, kw_only=True):
    KIND = "badge.replaced"
    SUBJECT = "delegate:"
    ASPECT = Aspect.BADGE
    CHANGES: ClassVar[ChangeSet] = frozenset({Changed.BADGES})

    issue: IssueNumber
    """The one that holds from now on."""
    reason: str

    @property
    def deed(self) -> Deed:
        """Whoever registered somebody by mistake also voids the badge that may be out."""
        return Deed.REGISTER if self.reason == WITHDRAWN else Deed.REPLACE


class BadgeIssued(Body, frozen=True, kw_only=True):
    """A badge left in a file: whoever has that may have printed it, and no printer tells."""

    KIND = "badge.issued"
    SUBJECT = "delegate:"
    ASPECT = Aspect.ISSUE
    IS_WITHHELD = True
    CHANGES: ClassVar[ChangeSet] = frozenset({Changed.BADGES})

    issue: IssueNumber


class BadgeStated(Body, frozen=True, kw_only=True):
    """Whether any badge of somebody is valid at all."""

    SUBJECT = "delegate:"
    ASPECT = Aspect.BADGE
    DEED = Deed.VOID
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
