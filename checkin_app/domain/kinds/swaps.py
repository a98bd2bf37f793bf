"""What is said as another bus takes over from one: that it does, and that this is taken back."""

from msgspec import UNSET, UnsetType

from checkin_app.domain.buses import BusState
from checkin_app.domain.ids import BusCode, FactId
from checkin_app.domain.kinds.body import DelegateName, DigestName
from checkin_app.domain.kinds.buses import BusMove
from checkin_app.domain.roles import Deed
from checkin_app.domain.swaps import Cause


class BusSwapped(BusMove, frozen=True, kw_only=True):
    """Everybody changes to a substitute; whose seat that changes, facts of theirs say in the same act."""

    KIND = "bus.swapped"
    DEED = Deed.SWAP

    to: BusCode
    cause: Cause
    before: BusState
    moves: tuple[DelegateName, ...] = ()
    left: tuple[DelegateName, ...] = ()
    document: DigestName | UnsetType = UNSET
    """Why, in a few words: ``{"reason": …}``."""

    @property
    def becomes(self) -> BusState:
        return BusState.SWAPPING


class BusSwapUndone(BusMove, frozen=True, kw_only=True):
    """The bus goes on itself."""

    KIND = "bus.swap_undone"
    DEED = Deed.SWAP

    swap: FactId
    state: BusState
    """That it is in again."""

    @property
    def becomes(self) -> BusState:
        return self.state
