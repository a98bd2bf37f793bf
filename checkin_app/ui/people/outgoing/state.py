"""The files that go out, as values: which there are, which one is chosen, and what became of writing it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from checkin_app.domain.attendance import Occasion, occasions
from checkin_app.domain.forum import Forum, Session
from checkin_app.domain.hand_outs import HandedOut, HandOut, Wanted
from checkin_app.domain.ids import LogId
from checkin_app.services.ports.buses import BusCount
from checkin_app.services.ports.movements import CheckpointCount


@dataclass(frozen=True, slots=True)
class Came:
    """How many were expected, and how many of all came."""

    expected: int
    came: int


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A file that can be written."""

    kind: HandOut
    occasion: Occasion | None = None
    """Whose attendance it is."""

    @property
    def wanted(self) -> Wanted:
        return Wanted(self.kind, str(self.occasion.id) if self.occasion else "")


@dataclass(frozen=True, slots=True)
class OutgoingState:
    """The files of everybody come first, then the attendance of each session and route."""

    files: tuple[Outgoing, ...] = (Outgoing(HandOut.EVERYBODY),)
    figures: Mapping[str, Came] = field(default_factory=dict)
    """By the id of an occasion, where they are known."""
    place: int = 0
    writing: bool = False
    done: int = 0
    whole: int = 0
    """0 while it is not known."""
    result: HandedOut | str = ""
    """What came of the file that was written last; a text where none did."""
    taken_back: bool = False
    """The badges of the file that was written last count as issued no more."""

    @property
    def chosen(self) -> Outgoing:
        return self.files[self.place]

    @property
    def occasions(self) -> tuple[Occasion, ...]:
        return tuple(each.occasion for each in self.files if each.occasion)

    @property
    def issued(self) -> LogId | None:
        """Return what takes back that the badges of the last file count as issued; None where nothing can be."""
        return self.result.issued if isinstance(self.result, HandedOut) and not self.writing else None

    @property
    def wrong(self) -> bool:
        """Return whether something is missing of what was wanted."""
        return bool(self.result.left_out if isinstance(self.result, HandedOut) else self.result)


def opened(state: OutgoingState, forum: Forum) -> OutgoingState:
    of_everybody = (each for each in HandOut if each is not HandOut.ATTENDANCE)
    of_each = (Outgoing(HandOut.ATTENDANCE, each) for each in occasions(forum))
    files = (*map(Outgoing, of_everybody), *of_each)
    fresh = replace(state, files=files, place=min(state.place, len(files) - 1))
    return fresh if state.writing else replace(fresh, result="", taken_back=False)


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
    """Another file was chosen; while one is being written, that one stays."""
    if state.writing or not 0 <= place < len(state.files):
        return state
    return replace(state, place=place, result="", taken_back=False)


def begun(state: OutgoingState) -> OutgoingState:
    return replace(state, writing=True, done=0, whole=0, result="", taken_back=False)


def taken_back(state: OutgoingState, trouble: str) -> OutgoingState:
    """Whether the badges of the last file count as issued no more; the text tells why they still do."""
    return replace(state, result=trouble, taken_back=not trouble)


def moved_on(state: OutgoingState, done: int, whole: int) -> OutgoingState:
    return replace(state, done=done, whole=whole) if state.writing else state


def ended(state: OutgoingState, result: HandedOut | str) -> OutgoingState:
    """It was written, or the text tells why not."""
    return replace(state, writing=False, result=result)
