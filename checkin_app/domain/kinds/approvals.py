"""What a kind of fact says where a second person may have to approve it."""

from msgspec import UNSET, UnsetType

from checkin_app.domain.ids import FactId
from checkin_app.domain.kinds.body import Body
from checkin_app.domain.roles import Deed


class Approvable(Body, frozen=True, kw_only=True):
    """What a second person approves: another operator, who proves who they are at that moment."""

    approved_by: FactId | UnsetType = UNSET
    """Their proof, an `OperatorSignedIn` of the same log; absent where nobody else was asked, or nobody is named."""

    @property
    def approval(self) -> Deed | None:
        """Return the deed that whoever approves it must be allowed; None where it counts without a second person."""
        return None
