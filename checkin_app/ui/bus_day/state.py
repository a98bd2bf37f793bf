"""One bus on its day, as values."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NamedTuple

from checkin_app.domain.buses import BOARDABLE, LEFT, BusState, may_follow
from checkin_app.domain.dispatching import Sight
from checkin_app.domain.forum import Forum
from checkin_app.domain.ids import BusCode, Instant
from checkin_app.domain.ride_states import RideState
from checkin_app.domain.roles import Deed
from checkin_app.domain.stops import StopLine, StopState, Visit, day_of, here, next_stop
from checkin_app.services.overseeing import Board
from checkin_app.services.ports.bus_log import BusLog
from checkin_app.services.ports.buses import Manifest, ManifestLine

_OFF = frozenset({RideState.OFF, RideState.OVERDUE})


class Part(StrEnum):
    """What is listed of the bus."""

    STOPS = "stops"
    OFF = "off"
    """Who got off and is expected back."""
    LOG = "log"
    """What was done with the bus, who did it, and what was taken back."""


class Doing(StrEnum):
    """What is said of a bus, in the order of its buttons."""

    ARRIVE = "arrive"
    """It came to the stop that is chosen, else to the next one."""
    OPEN = "open"
    """It stops where nobody planned to, and its doors are open."""
    BOARD = "board"
    READY = "ready"
    FILL_IN = "fill_in"
    """Leads to the form in which what it lacks is written."""
    RUN = "run"
    """A cancelled one runs after all."""
    COUNT = "count"
    """Leads to the head count, by which it leaves."""
    SAFE = "safe"
    """Leads to who is safe, while an emergency is on."""
    SWAP = "swap"
    """Leads to who changes to another bus."""
    GO_ON = "go_on"
    """Its doors are opened: a held one goes on."""
    UNDO = "undo"
    RESTORE = "restore"
    SKIP = "skip"
    HOLD = "hold"
    CANCEL = "cancel"


#: What leads to a screen of its own.
LEADING = frozenset({Doing.FILL_IN, Doing.COUNT, Doing.SAFE, Doing.SWAP})
#: What is done by each; the others lead to another screen.
DEEDS: Mapping[Doing, Deed] = {
    **{each: Deed.MOVE_BUS for each in Doing if each not in LEADING | {Doing.CANCEL}},
    Doing.CANCEL: Deed.RELEASE,
}
#: What is never done without saying why.
REASONED = frozenset({Doing.SKIP, Doing.HOLD, Doing.CANCEL})
#: What stands over the others, since it comes and goes with what is chosen: no button moves under a pointer.
ABOVE = REASONED | {Doing.RESTORE}
#: What makes void what people found out, or leaves people without a bus: it is held.
HELD = frozenset({Doing.GO_ON, Doing.CANCEL})
#: States in which it is counted, leaves, or is said to be back and empty.
_COUNTED_NEXT = BOARDABLE | (LEFT - {BusState.CLOSED, BusState.SWAPPING, BusState.EMERGENCY}) | {BusState.COUNTING}


class Chosen(NamedTuple):
    """A stop of the day; where another stands in its place by now, none is chosen."""

    place: int
    name: str


@dataclass(frozen=True, slots=True)
class BusDayState:
    bus: BusCode | None = None
    board: Board | None = None
    manifest: Manifest | None = None
    log: BusLog | None = None
    chosen: Chosen | None = None
    part: Part = Part.STOPS
    reason: str = ""
    busy: bool = False
    note: str = ""
    wrong: bool = False


@dataclass(frozen=True, slots=True)
class Day:
    """The bus at an instant."""

    sight: Sight
    lines: tuple[StopLine, ...]
    off: tuple[ManifestLine, ...]
    chosen: StopLine | None

    @property
    def place(self) -> int:
        """Return the place of the stop that is chosen, -1 where none is."""
        return next((place for place, each in enumerate(self.lines) if each is self.chosen), -1)

    @property
    def next(self) -> StopLine | None:
        """Return where it goes: the stop that somebody chose of those ahead, else the next by its route."""
        ahead = self.chosen if self.chosen and self.chosen.visit is None else None
        return ahead or next_stop(self.lines)

    @property
    def here(self) -> Visit | None:
        """Return the stop at which it stands; None on its way, and where its ride began."""
        visit = here(self.sight.counts.visits)
        return visit if visit and visit.arrival else None

    @property
    def offered(self) -> tuple[Doing, ...]:
        """Return what may be said of it now."""
        able = {
            Doing.ARRIVE: self._state is BusState.DEPARTED and self.next is not None,
            Doing.OPEN: self._state is BusState.DEPARTED,
            Doing.BOARD: self._state in {BusState.AT_STOP, BusState.READY},
            Doing.READY: may_follow(self._state, BusState.READY) and not self.sight.lacks,
            Doing.FILL_IN: may_follow(self._state, BusState.READY) and bool(self.sight.lacks),
            Doing.RUN: self._state is BusState.CANCELLED,
            Doing.COUNT: self._state in _COUNTED_NEXT,
            Doing.SAFE: self._state is BusState.EMERGENCY,
            Doing.SWAP: self._state is BusState.SWAPPING,
            Doing.GO_ON: self._state is BusState.HELD,
            Doing.UNDO: self._may_undo,
            Doing.RESTORE: self._may_pass and self._is_chosen(StopState.SKIPPED),
            Doing.SKIP: self._may_pass and self._is_chosen(StopState.AHEAD),
            Doing.HOLD: may_follow(self._state, BusState.HELD),
            Doing.CANCEL: may_follow(self._state, BusState.CANCELLED),
        }
        return tuple(each for each in Doing if able[each])

    @property
    def _state(self) -> BusState:
        return self.sight.bus.state

    @property
    def _may_pass(self) -> bool:
        return self._state not in (LEFT | {BusState.CANCELLED}) - {BusState.RELEASED, BusState.DEPARTED}

    def _is_chosen(self, state: StopState) -> bool:
        return self.chosen is not None and self.chosen.state is state

    @property
    def _may_undo(self) -> bool:
        """Return whether it came to a stop or left one last, as far as is seen here; the service looks closer."""
        left = self._state is BusState.DEPARTED and bool(self.sight.counts.visits)
        return left or (self._state in {BusState.AT_STOP, BusState.BOARDING} and self.here is not None)


def day_at(state: BusDayState, forum: Forum, now: Instant) -> Day | None:
    """Return the bus as it is at an instant; None until it is known."""
    sights = state.board.sights(forum, now) if state.board else ()
    sight = next((each for count, each in sights if count.bus.code == state.bus), None)
    if sight is None:
        return None
    route = forum.route(sight.bus.route)
    lines = day_of(route.stops if route else (), sight.counts.visits, sight.counts.skips)
    known_as = tuple(Chosen(place, each.name) for place, each in enumerate(lines))
    chosen = lines[state.chosen.place] if state.chosen and state.chosen in known_as else None
    known = state.manifest.lines if state.manifest and state.manifest.bus.code == state.bus else ()
    return Day(sight, lines, tuple(each for each in known if each.ride in _OFF and not each.aboard), chosen)


def bus_opened(state: BusDayState, bus: BusCode) -> BusDayState:
    """Another bus begins with nothing chosen."""
    return state if bus == state.bus else BusDayState(bus=bus, board=state.board)


def board_fetched(state: BusDayState, board: Board) -> BusDayState:
    first = next((each.bus.code for each in board.counts), None)
    return replace(state, board=board, bus=state.bus or first)


def manifest_fetched(state: BusDayState, manifest: Manifest) -> BusDayState:
    """Its people came; those of a bus that is no longer open are passed over."""
    return replace(state, manifest=manifest) if manifest.bus.code == state.bus else state


def log_fetched(state: BusDayState, log: BusLog) -> BusDayState:
    """What was done came; of a bus that is no longer open it is passed over."""
    return replace(state, log=log) if log.bus == state.bus else state


def part_chosen(state: BusDayState, part: Part) -> BusDayState:
    return replace(state, part=part)


def stop_chosen(state: BusDayState, day: Day, place: int) -> BusDayState:
    """A stop is chosen; once more, and none is."""
    if not 0 <= place < len(day.lines):
        return state
    wanted = Chosen(place, day.lines[place].name)
    return replace(state, chosen=None if wanted == state.chosen else wanted)


def reason_typed(state: BusDayState, text: str) -> BusDayState:
    return replace(state, reason=text)


def begun(state: BusDayState) -> BusDayState:
    return replace(state, busy=True, note="", wrong=False)


def told(state: BusDayState, note: str) -> BusDayState:
    """It was done: what was chosen and typed for it is gone."""
    return replace(state, busy=False, note=note, wrong=False, reason="", chosen=None)


def refused(state: BusDayState, note: str) -> BusDayState:
    """It was not: what was typed stays."""
    return replace(state, busy=False, note=note, wrong=True)
