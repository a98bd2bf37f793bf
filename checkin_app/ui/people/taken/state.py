"""The delegate lists that were taken in, as values: which there are, which one is chosen, what is done to it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from checkin_app.domain.ids import LogId
from checkin_app.domain.operations import ListState, TakenList


@dataclass(frozen=True, slots=True)
class TakenState:
    """`lists` is None until they were read."""

    lists: tuple[TakenList, ...] | None = None
    chosen: LogId | None = None
    taking_back: bool = False
    done: int = 0
    """Rows of the chosen list that are taken back, while that goes on."""
    whole: int = 0
    trouble: str = ""
    """Why the chosen list was not taken back, or why none can be shown; in words."""

    @property
    def one(self) -> TakenList | None:
        """Return the list that is chosen."""
        return next((each for each in self.lists or () if each.operation.log_id == self.chosen), None)

    @property
    def place(self) -> int:
        """Return its place among the rows, -1 where none is chosen."""
        return self.lists.index(self.one) if self.lists and self.one else -1

    @property
    def may_take_back(self) -> bool:
        return self.one is not None and self.one.state is ListState.WHOLE and not self.taking_back


def listed(state: TakenState, lists: Sequence[TakenList]) -> TakenState:
    """They were read; the one that was chosen stays so, and the newest is where none was."""
    known = tuple(lists)
    still = state.chosen in {each.operation.log_id for each in known}
    chosen = state.chosen if still else known[0].operation.log_id if known else None
    return replace(state, lists=known, chosen=chosen, trouble=state.trouble if still else "")


def unread(state: TakenState, trouble: str) -> TakenState:
    return replace(state, lists=None, chosen=None, trouble=trouble)


def chosen(state: TakenState, place: int) -> TakenState:
    """Another list was chosen; while one is being taken back, that one stays."""
    lists = state.lists or ()
    if state.taking_back or not 0 <= place < len(lists):
        return state
    return replace(state, chosen=lists[place].operation.log_id, trouble="")


def begun(state: TakenState) -> TakenState:
    return replace(state, taking_back=True, done=0, whole=0, trouble="")


def moved_on(state: TakenState, done: int, whole: int) -> TakenState:
    return replace(state, done=done, whole=whole) if state.taking_back else state


def ended(state: TakenState, trouble: str) -> TakenState:
    """The list was taken back, or `trouble` says why not."""
    return replace(state, taking_back=False, trouble=trouble)
