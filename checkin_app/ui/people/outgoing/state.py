"""The lists that go out, as values: which there are, which one is chosen, and what became of writing it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from checkin_app.domain.attendance import Occasion, occasions
from checkin_app.domain.forum import Forum, Session
from checkin_app.services.ports.buses import BusCount
from checkin_app.services.ports.movements import CheckpointCount


@dataclass(frozen=True, slots=True)
class Came:
    """How many were expected, and how many of all came."""

    expected: int
    came: int


@dataclass(frozen=True, slots=True)
class OutgoingState:
    """The first row is everybody, each other an occasion."""

    occasions: tuple[Occasion, ...] = ()
    figures: Mapping[str, Came] = field(default_factory=dict)
    """By the id of an occasion, where they are known."""
    place: int = 0
    writing: bool = False
    said: str = ""
    """What became of it, in words."""
    wrong: bool = False

    @property
    def chosen(self) -> Occasion | None:
        """Return whose attendance is chosen; None for the list of everybody."""
        return self.occasions[self.place - 1] if self.place else None


def opened(state: OutgoingState, forum: Forum) -> OutgoingState:
    known = occasions(forum)
    return replace(state, occasions=known, place=min(state.place, len(known)), said="", wrong=False)


def checkpoints_counted(state: OutgoingState, counts: Sequence[CheckpointCount]) -> OutgoingState:
    by_checkpoint = {each.checkpoint: Came(each.expected, each.arrived) for each in counts}
    sessions = (each for each in state.occasions if isinstance(each, Session))
    known = {str(each.id): by_checkpoint[each.checkpoint] for each in sessions if each.checkpoint in by_checkpoint}
    return replace(state, figures={**state.figures, **known})


def buses_counted(state: OutgoingState, buses: Sequence[BusCount]) -> OutgoingState:
    routes: dict[str, Came] = {}
    for each in buses:
        former = routes.get(each.bus.route, Came(0, 0))
        routes[each.bus.route] = Came(former.expected + each.listed, former.came + each.aboard)
    return replace(state, figures={**state.figures, **routes})


def chosen(state: OutgoingState, place: int) -> OutgoingState:
    """Another list was chosen; while one is being written, that one stays."""
    if state.writing or not 0 <= place <= len(state.occasions):
        return state
    return replace(state, place=place, said="", wrong=False)


def begun(state: OutgoingState, said: str) -> OutgoingState:
    return replace(state, writing=True, said=said, wrong=False)


def ended(state: OutgoingState, said: str, *, wrong: bool) -> OutgoingState:
    """It was written, or `said` tells why not."""
    return replace(state, writing=False, said=said, wrong=wrong)
