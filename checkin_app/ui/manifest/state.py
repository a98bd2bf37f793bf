"""What the bus screen shows, as values; nothing here knows how it is drawn."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from checkin_app.domain.buses import BusState, click_moves
from checkin_app.domain.ids import BusCode, DelegateId, bus_checkpoint
from checkin_app.domain.seating import takes_people
from checkin_app.domain.sightings import LastSeen, last_seen
from checkin_app.domain.standings import Standing, Tally, sought_as
from checkin_app.services.ports.buses import BusCount, Filter, Manifest, ManifestLine
from checkin_app.services.ports.people import DelegateCard
from checkin_app.ui.manifest import saying
from checkin_app.ui.manifest.saying import Step


@dataclass(frozen=True, slots=True)
class ManifestState:
    """The buses, one of them open; `manifest` is None until it has come."""

    buses: tuple[BusCount, ...] = ()
    known: bool = False
    """Whether the list of buses has come at all: before, nothing may be said of it."""
    bus: BusCode | None = None
    manifest: Manifest | None = None
    filter: Filter = Filter.SOUGHT
    seen: Mapping[DelegateId, LastSeen] = field(default_factory=dict)
    note: str = ""
    """What was done or could not be, in words."""
    wrong: bool = False
    """The note is about something that could not be done."""
    busy: bool = False
    chosen: DelegateId | None = None
    """The person whom the keys and the menu are about."""
    asked: Step | None = None
    """What is being said of their ride, while more of it has to be asked."""

    @property
    def person(self) -> ManifestLine | None:
        """Return the person chosen, while they are in sight."""
        if self.chosen is None:  # a bus may list everybody, and this is asked at every stroke
            return None
        return next((line for line in self.shown if line.delegate.id == self.chosen), None)

    @property
    def places(self) -> tuple[BusCount, ...]:
        """Return the buses to which a person of this one may be moved: those of the route that still take people."""
        count = self.count
        if count is None:
            return ()
        of_route = (each for each in self.buses if each.bus.route == count.bus.route and each.bus.code != self.bus)
        return tuple(each for each in of_route if takes_people(each.bus))

    @property
    def count(self) -> BusCount | None:
        return next((each for each in self.buses if each.bus.code == self.bus), None)

    @property
    def lines(self) -> tuple[ManifestLine, ...]:
        return self.manifest.lines if self.manifest else ()

    @property
    def tally(self) -> Tally:
        """The figures of the lines in sight, so that a list and its figure never differ."""
        return self.manifest.tally if self.manifest else Tally(0, 0)

    @property
    def sought(self) -> tuple[ManifestLine, ...]:
        """Those whose whereabouts nobody knows."""
        return self._who(sought_as(self.manifest.bus.state)) if self.manifest else ()

    @property
    def safe(self) -> tuple[ManifestLine, ...]:
        return self._who(Standing.SAFE)

    def _who(self, standing: Standing) -> tuple[ManifestLine, ...]:
        return self.manifest.by_standing[standing] if self.manifest else ()

    @property
    def shown(self) -> tuple[ManifestLine, ...]:
        return self.manifest.part(self.filter) if self.manifest else ()

    @property
    def move(self) -> BusState | None:
        return click_moves(self.manifest.bus.state) if self.manifest else None

    def unsought(self) -> tuple[DelegateId, ...]:
        """Return those of whom it is not known yet where they were last."""
        return tuple(line.delegate.id for line in self.sought)


def counted(state: ManifestState, buses: Sequence[BusCount]) -> ManifestState:
    """The buses came; the one open stays open while it is there, else the first is opened."""
    codes = [each.bus.code for each in buses]
    bus = state.bus if state.bus in codes else next(iter(codes), None)
    fresh = replace(state, buses=tuple(buses), known=True)
    return fresh if bus == state.bus else opened(fresh, bus)


def opened(state: ManifestState, bus: BusCode | None) -> ManifestState:
    """Another bus is looked at."""
    if bus == state.bus:
        return state
    return replace(state, bus=bus, manifest=None, seen={}, note="", wrong=False, busy=False, chosen=None, asked=None)


def standby_opened(state: ManifestState, bus: BusCode) -> ManifestState:
    """The bus is looked at by somebody who wants to know who waits for its seats."""
    return replace(opened(state, bus), filter=Filter.STANDBY)


def stepped(state: ManifestState, step: int) -> ManifestState:
    codes = [each.bus.code for each in state.buses]
    if state.bus not in codes:
        return state
    place = min(max(codes.index(state.bus) + step, 0), len(codes) - 1)
    return opened(state, codes[place])


def listed(state: ManifestState, manifest: Manifest) -> ManifestState:
    """A manifest came; one of a bus that is no longer open is passed over."""
    if manifest.bus.code != state.bus:
        return state
    state = replace(state, manifest=manifest)
    # The filters of those who are safe, accounted for or on standby are offered only while there are any.
    rare = state.filter in {Filter.SAFE, Filter.ACCOUNTED, Filter.STANDBY}
    return replace(state, filter=Filter.SOUGHT) if rare and not state.shown else state


def person_chosen(state: ManifestState, person: DelegateId) -> ManifestState:
    return replace(state, chosen=person, asked=None)


def steps(state: ManifestState) -> tuple[Step, ...]:
    """Return what may be said next of the ride of the person chosen."""
    return saying.steps(state.person, state.asked) if state.person else ()


def asked_on(state: ManifestState, step: Step) -> ManifestState:
    """A step was chosen after which more has to be asked."""
    return replace(state, asked=step, note="", wrong=False)


def filtered(state: ManifestState, wanted: Filter) -> ManifestState:
    return replace(state, filter=wanted)


def sought(state: ManifestState, cards: Iterable[DelegateCard]) -> ManifestState:
    """What is known of those looked for came: where each was last, in the scope that the manifest tells of."""
    rehearsal = state.manifest is not None and state.manifest.rehearsal
    seen = {
        card.delegate.id: last for card in cards if (last := last_seen(card.movements.presences, rehearsal=rehearsal))
    }
    return replace(state, seen={**state.seen, **seen})


def sighting(state: ManifestState, line: ManifestLine) -> LastSeen | None:
    """Return where somebody was last: at this bus, or wherever their card says."""
    if line.delegate.id in state.seen:
        return state.seen[line.delegate.id]
    if line.since is not None and state.bus:
        return LastSeen(bus_checkpoint(state.bus), line.since, line.aboard)
    return None


def told(state: ManifestState, note: str, *, wrong: bool = False) -> ManifestState:
    return replace(state, note=note, wrong=wrong, busy=False, asked=state.asked if wrong else None)


def begun(state: ManifestState) -> ManifestState:
    """Something was asked for; its buttons wait for the answer."""
    return replace(state, busy=True, note="", wrong=False)


def needed_languages(state: ManifestState) -> tuple[str, ...]:
    """Return the languages in which those looked for must be called, the most wanted first."""
    wanted: dict[str, int] = {}
    for line in state.sought:
        tag = next(iter(line.delegate.languages), "")
        wanted[tag] = wanted.get(tag, 0) + 1
    return tuple(sorted(wanted, key=lambda tag: (-wanted[tag], tag)))
