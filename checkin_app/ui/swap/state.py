"""One bus that is given up and one that takes over, as values."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from checkin_app.domain.buses import BusState
from checkin_app.domain.ids import BusCode
from checkin_app.domain.roles import Deed
from checkin_app.domain.seating import takes_people
from checkin_app.domain.swaps import Cause, Step
from checkin_app.services.ports.buses import BusCount
from checkin_app.services.swaps import SwapLine, SwapStanding


class Part(StrEnum):
    """Which of the guests are looked at."""

    MOVES = "moves"
    """Before: who would move.  Afterwards: who was not scanned on the substitute yet."""
    LEFT = "left"
    """Who has no seat or no place there."""
    SETTLED = "settled"


class Doing(StrEnum):
    """What is done now."""

    SWAP = "swap"
    OPEN = "open"
    """The doors of the substitute."""
    EMPTY = "empty"
    """Leads to where somebody says that they walked to the last row, and closes the bus."""
    CALM = "calm"
    """Leads to the list of the emergency at the old bus, where it is ended."""
    UNDO = "undo"


#: What is done by each; the others lead to another screen.
DEEDS: Mapping[Doing, Deed] = {Doing.SWAP: Deed.SWAP, Doing.OPEN: Deed.MOVE_BUS, Doing.UNDO: Deed.SWAP}


#: What a step is done by, where it is not done at a door or on a list.
_WAYS = {Step.OPEN: Doing.OPEN, Step.EMPTY: Doing.EMPTY, Step.CLOSE: Doing.EMPTY, Step.CALM: Doing.CALM}


@dataclass(frozen=True, slots=True)
class SwapState:
    old: BusCode | None = None
    buses: tuple[BusCount, ...] = ()
    new: BusCode | None = None
    """The substitute that somebody chose, until it takes over."""
    standing: SwapStanding | None = None
    """What would come of it, or how far it is."""
    broken: bool = True
    reason: str = ""
    part: Part = Part.MOVES
    busy: bool = False
    note: str = ""
    wrong: bool = False

    @property
    def is_on(self) -> bool:
        """Return whether the other bus has taken over."""
        return self.standing is not None and self.standing.swap is not None

    @property
    def cause(self) -> Cause:
        return Cause.BROKEN_DOWN if self.broken else Cause.SWAPPED

    @property
    def old_count(self) -> BusCount | None:
        return self._count(self.old)

    @property
    def new_count(self) -> BusCount | None:
        return self._count(self.standing.new.code if self.standing else self.new)

    def _count(self, code: BusCode | None) -> BusCount | None:
        return next((each for each in self.buses if each.bus.code == code), None)

    @property
    def substitutes(self) -> tuple[BusCount, ...]:
        """Return the buses that could take over, those with the most seats left first."""
        old = self.old_count
        if old is None:
            return ()
        able = [
            each
            for each in self.buses
            if each.bus.route == old.bus.route
            and each.bus.code != old.bus.code
            and takes_people(each.bus)
            and each.bus.state is not BusState.COUNTING
        ]
        return tuple(sorted(able, key=lambda each: (-each.free, each.bus.code)))

    @property
    def lines(self) -> dict[Part, tuple[SwapLine, ...]]:
        standing = self.standing
        if standing is None:
            return dict.fromkeys(Part, ())
        everybody = (*standing.moves, *standing.left)
        settled = tuple(each for each in everybody if each.is_settled)
        return {Part.MOVES: standing.unscanned, Part.LEFT: standing.stranded, Part.SETTLED: settled}

    @property
    def step(self) -> Step | None:
        return self.standing.step if self.standing else None

    @property
    def offered(self) -> tuple[Doing, ...]:
        """Return what can be done now, what comes next first."""
        if not self.is_on:
            return (Doing.SWAP,) if self.standing else ()
        next_ = _WAYS.get(self.step) if self.step else None
        undo = (Doing.UNDO,) if self.standing and self.standing.may_be_undone else ()
        return (*((next_,) if next_ else ()), *undo)


def bus_opened(state: SwapState, old: BusCode) -> SwapState:
    """Another bus begins with nothing chosen."""
    return state if old == state.old else SwapState(old=old, buses=state.buses)


def buses_listed(state: SwapState, buses: Sequence[BusCount]) -> SwapState:
    fresh = replace(state, buses=tuple(buses))
    return replace(fresh, old=buses[0].bus.code) if fresh.old is None and buses else fresh


def substitute_chosen(state: SwapState, new: BusCode | None) -> SwapState:
    """What would come of another one is asked anew."""
    return state if state.is_on else replace(state, new=new, standing=None, note="", wrong=False, part=Part.MOVES)


def outcome_previewed(state: SwapState, standing: SwapStanding) -> SwapState:
    """What would come of it; where somebody has no place, that is what has to be seen."""
    if standing.old.code != state.old or standing.new.code != state.new or state.is_on:
        return state
    part = Part.LEFT if standing.stranded and state.standing is None else state.part
    return replace(state, standing=standing, part=part)


def standing_fetched(state: SwapState, standing: SwapStanding | None) -> SwapState:
    """How far it is came; None where no other bus takes over."""
    if standing is None:
        return replace(state, standing=None) if state.is_on else state
    if standing.old.code != state.old:
        return state
    fresh = replace(state, standing=standing, new=None)
    lines = fresh.lines
    # Nobody looks at an empty list while others wait.
    part = state.part if lines[state.part] else next((each for each in Part if lines[each]), state.part)
    return replace(fresh, part=part)


def part_chosen(state: SwapState, part: Part) -> SwapState:
    return replace(state, part=part)


def cause_chosen(state: SwapState, *, broken: bool) -> SwapState:
    return replace(state, broken=broken)


def reason_typed(state: SwapState, text: str) -> SwapState:
    return replace(state, reason=text)


def begun(state: SwapState) -> SwapState:
    return replace(state, busy=True, note="", wrong=False)


def told(state: SwapState, note: str) -> SwapState:
    """It was done: what was typed for it is gone."""
    return replace(state, busy=False, note=note, wrong=False, reason="", part=Part.MOVES)


def refused(state: SwapState, note: str) -> SwapState:
    """It was not: what was typed stays."""
    return replace(state, busy=False, note=note, wrong=True)
