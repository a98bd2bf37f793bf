"""What the dispatch board shows, as values; nothing here knows how it is drawn."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from checkin_app.domain.buses import BusState
from checkin_app.domain.dispatching import PRESSING, Concern, Sight, concerns, urgency
from checkin_app.domain.forum import Forum
from checkin_app.domain.ids import BusCode, Instant, RouteId
from checkin_app.domain.swaps import Swap, took_over
from checkin_app.services.overseeing import Board
from checkin_app.services.ports.buses import BusCount


@dataclass(frozen=True, slots=True)
class BoardState:
    """All buses, one of them chosen by the keys; `board` is None until it has come."""

    board: Board | None = None
    chosen: BusCode | None = None
    wrong: str = ""
    """What kept the newest figures away, in words; those in sight are older then."""

    @property
    def counts(self) -> Sequence[BusCount]:
        return self.board.counts if self.board else ()


@dataclass(frozen=True, slots=True)
class Seen:
    """One bus at an instant, and why somebody has to look at it."""

    count: BusCount
    sight: Sight
    concerns: tuple[Concern, ...]
    swap: Swap | None = None
    """That another bus takes over from it."""
    took_over: tuple[BusCode, ...] = ()
    """The buses that it took over from."""

    @property
    def concern(self) -> Concern | None:
        return next(iter(self.concerns), None)

    @property
    def held(self) -> str:
        """Return why it is held, or cancelled."""
        return self.sight.counts.held

    @property
    def is_pressing(self) -> bool:
        return self.concern in PRESSING


def board_fetched(state: BoardState, board: Board) -> BoardState:
    """The buses came; the one chosen stays chosen while it is there."""
    codes = {each.bus.code for each in board.counts}
    return replace(state, board=board, chosen=state.chosen if state.chosen in codes else None, wrong="")


def screen_of(state: BoardState, bus: BusCode) -> str:
    """Return where a bus is looked at: in an emergency nobody has time for its list."""
    known = next((each.bus for each in state.counts if each.bus.code == bus), None)
    return "emergency" if known and known.state is BusState.EMERGENCY else "manifest"


def refused(state: BoardState, wrong: str) -> BoardState:
    return replace(state, wrong=wrong)


def bus_chosen(state: BoardState, bus: BusCode) -> BoardState:
    return replace(state, chosen=bus)


def seen_at(state: BoardState, forum: Forum, now: Instant) -> tuple[Seen, ...]:
    """Return every bus as it is at an instant, in the order of routes and numbers."""
    if state.board is None:
        return ()
    swaps = state.board.swaps
    return tuple(
        Seen(
            count, sight, concerns(sight), swaps.get(sight.bus.code), took_over(swaps, sight.bus.code) if swaps else ()
        )
        for count, sight in state.board.sights(forum, now)
    )


def needing(seen: Sequence[Seen]) -> tuple[Seen, ...]:
    """Return the buses that need a person, the most pressing first, and of those the one that leaves first."""
    return tuple(sorted((each for each in seen if each.concern), key=lambda each: urgency(each.sight, each.concerns)))


def by_route(seen: Sequence[Seen]) -> dict[RouteId, list[Seen]]:
    routes: dict[RouteId, list[Seen]] = {}
    for each in seen:
        routes.setdefault(each.count.bus.route, []).append(each)
    return routes


def counted_now(state: BoardState) -> BusCode | None:
    """Return the bus that is being counted, and released next: the one chosen, else the one that leaves first."""
    counting = [each.bus for each in state.counts if each.bus.state is BusState.COUNTING]
    chosen = next((bus.code for bus in counting if bus.code == state.chosen), None)
    return chosen or next((bus.code for bus in sorted(counting, key=lambda bus: bus.departs or "~")), None)
