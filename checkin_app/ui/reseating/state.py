"""The guests of one bus as they are put on others by hand: who is chosen, who is in hand, over which bus, as values."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from checkin_app.domain.delegates import Delegate
from checkin_app.domain.ids import BusCode, DelegateId, RouteId
from checkin_app.services.ports.buses import BusCount, Manifest, ManifestLine
from checkin_app.services.reseating import Foreseen, MoveForeseen, Reseated

_MOST_MOVES = 50


@dataclass(frozen=True, slots=True)
class Made:
    """One move that was made here, and what is said of it."""

    move: Reseated
    said: str


class Place(NamedTuple):
    """One row of where guests come from and go; with neither, those who have no bus."""

    bus: BusCode | None = None
    route: RouteId | None = None
    """Another one, to whose buses the row leads."""


@dataclass(frozen=True, slots=True)
class ReseatingState:
    counts: tuple[BusCount, ...] = ()
    bus: BusCode | None = None
    """Whose guests are listed."""
    nowhere: RouteId | None = None
    """The route whose guests without a bus are listed instead."""
    shown: RouteId | None = None
    """Another route, over whose buses those in hand are held."""
    unseated: tuple[Delegate, ...] = ()
    """Who chose the route of those who are listed, and has no bus."""
    manifest: Manifest | None = None
    place: int = 0
    """Of the guest whom the keys are about."""
    marked: frozenset[DelegateId] = frozenset()
    taken: tuple[DelegateId, ...] = ()
    """Who is in hand."""
    over: BusCode | None = None
    """The bus over which they are held."""
    foreseen: MoveForeseen | None = None
    """What each bus would cost; None until it has come."""
    busy: bool = False
    note: str = ""
    """What could not be done, in words."""
    made: tuple[Reseated, ...] = ()
    """The moves that were made here,"""
    said: tuple[str, ...] = ()
    """and what is said of each."""

    @property
    def lines(self) -> tuple[ManifestLine, ...]:
        """Return who is on the list, delegations together."""
        if self.nowhere:
            listed = [ManifestLine(each, aboard=False, since=None, seen_on=None, listed=True) for each in self.unseated]
        else:
            listed = [line for line in self.manifest.lines if line.listed] if self.manifest else []
        return tuple(sorted(listed, key=lambda line: line.delegate.delegation))

    @property
    def home(self) -> RouteId | None:
        """Return the route of those who are listed."""
        return self.nowhere or next((each.bus.route for each in self.counts if each.bus.code == self.bus), None)

    @property
    def route(self) -> RouteId | None:
        """Return the route whose buses are in sight."""
        return self.shown or self.home

    @property
    def buses(self) -> tuple[BusCount, ...]:
        """Return the buses of the route in sight."""
        return tuple(each for each in self.counts if each.bus.route == self.route)

    @property
    def places(self) -> tuple[Place, ...]:
        """Return the rows among the buses: who has none, the buses of the route in sight, the other routes."""
        waits = self.route == self.home and bool(self.unseated or self.nowhere)
        routes = dict.fromkeys(each.bus.route for each in self.counts)
        return (
            *((Place(),) if waits else ()),
            *(Place(bus=each.bus.code) for each in self.buses),
            *(Place(route=each) for each in routes if each != self.route),
        )

    @property
    def others(self) -> tuple[BusCode, ...]:
        return tuple(each.bus.code for each in self.buses if each.bus.code != self.bus)

    @property
    def line(self) -> ManifestLine | None:
        return self.lines[self.place] if 0 <= self.place < len(self.lines) else None

    @property
    def chosen(self) -> tuple[DelegateId, ...]:
        """Return who would be taken in hand: all that are marked, else the one whom the keys are about."""
        marked = tuple(line.delegate.id for line in self.lines if line.delegate.id in self.marked)
        return marked or ((self.line.delegate.id,) if self.line else ())

    @property
    def carrying(self) -> bool:
        return bool(self.taken)

    @property
    def cost(self) -> Foreseen | None:
        """Return what it comes to over the bus where they are held."""
        return self.foreseen.on(self.over) if self.foreseen else None

    @property
    def place_in_sight(self) -> int:
        """Return the row that is chosen: the bus over which they are held, else where those who are listed are."""
        wanted, places = Place(bus=self.over or self.bus), self.places
        return places.index(wanted) if wanted in places else -1

    @property
    def last(self) -> Made | None:
        """Return what is taken back next."""
        return Made(self.made[-1], self.said[-1]) if self.made else None


def counted(state: ReseatingState, counts: Sequence[BusCount]) -> ReseatingState:
    """The buses came; where the one that is looked at is none of them, the first is."""
    codes = [each.bus.code for each in counts]
    fresh = replace(state, counts=tuple(counts))
    is_there = any(each.bus.route == state.nowhere for each in counts) if state.nowhere else state.bus in codes
    return fresh if is_there or not codes else bus_opened(fresh, codes[0])


def bus_opened(state: ReseatingState, bus: BusCode) -> ReseatingState:
    if bus == state.bus:
        return state
    before, fresh = state.home, replace(hand_emptied(state), bus=bus, nowhere=None, manifest=None)
    fresh = replace(fresh, place=0, marked=frozenset(), note="")
    return fresh if fresh.home == before else replace(fresh, unseated=())


def nowhere_opened(state: ReseatingState, route: RouteId) -> ReseatingState:
    """Who chose a route and has no bus is listed."""
    if route == state.nowhere:
        return state
    unseated = state.unseated if route == state.home else ()
    fresh = replace(hand_emptied(state), bus=None, nowhere=route, manifest=None, unseated=unseated)
    return replace(fresh, place=0, marked=frozenset(), note="")


def unseated_listed(state: ReseatingState, route: RouteId, guests: Sequence[Delegate]) -> ReseatingState:
    """Who has no bus came; who has one by now is chosen no more."""
    if route != state.home:
        return state
    fresh = replace(state, unseated=tuple(guests))
    return _still_there(fresh, {each.id for each in guests}) if state.nowhere else fresh


def listed(state: ReseatingState, manifest: Manifest) -> ReseatingState:
    """A list came; one of a bus that is no longer looked at is passed over, and who has left it is chosen no more."""
    if manifest.bus.code != state.bus:
        return state
    here = {line.delegate.id for line in manifest.lines if line.listed}
    return _still_there(replace(state, manifest=manifest), here)


def _still_there(state: ReseatingState, here: Collection[DelegateId]) -> ReseatingState:
    fresh = replace(state, marked=state.marked.intersection(here))
    fresh = replace(fresh, place=min(state.place, max(0, len(fresh.lines) - 1)))
    return fresh if all(each in here for each in state.taken) else hand_emptied(fresh)


def guest_chosen(state: ReseatingState, place: int) -> ReseatingState:
    return replace(state, place=place, note="") if 0 <= place < len(state.lines) else state


def guest_marked(state: ReseatingState, place: int) -> ReseatingState:
    """One more guest is chosen, or one who was is not."""
    state = guest_chosen(state, place)
    who = frozenset({state.line.delegate.id}) if state.line else frozenset()
    return replace(state, marked=state.marked ^ who)


def delegation_marked(state: ReseatingState) -> ReseatingState:
    """All of the delegation whom the keys are about are chosen, or none of them where all were."""
    if state.line is None:
        return state
    group = frozenset(
        line.delegate.id for line in state.lines if line.delegate.delegation == state.line.delegate.delegation
    )
    return replace(state, marked=state.marked - group if group <= state.marked else state.marked | group)


def guests_taken(state: ReseatingState, place: int | None = None) -> ReseatingState:
    """Those chosen are in hand; from a place, the guest there alone unless they are one of those chosen."""
    if place is not None:
        state = guest_chosen(state, place)
        if state.line and state.line.delegate.id not in state.marked:
            state = replace(state, marked=frozenset())
    if state.busy or not state.others:
        return state
    return replace(state, taken=state.chosen, over=None, foreseen=None, note="")


def hand_emptied(state: ReseatingState) -> ReseatingState:
    """Nobody is in hand any more, and everybody is where they were."""
    return replace(state, taken=(), over=None, foreseen=None, shown=None)


def route_opened(state: ReseatingState, route: RouteId) -> ReseatingState:
    """Those in hand are held over the buses of another route, or of their own again."""
    if not state.carrying or state.busy:
        return state
    return replace(state, shown=None if route == state.home else route, over=None, foreseen=None)


def bus_hovered(state: ReseatingState, bus: BusCode | None) -> ReseatingState:
    """They are held over another bus, or over none."""
    return replace(state, over=bus if bus in state.others else None) if state.carrying else state


def carried_on(state: ReseatingState, step: int) -> ReseatingState:
    """They are held over the next bus."""
    others = state.others
    if not others:
        return state
    at = others.index(state.over) + step if state.over in others else 0 if step > 0 else len(others) - 1
    return bus_hovered(state, others[min(max(at, 0), len(others) - 1)])


def cost_told(state: ReseatingState, foreseen: MoveForeseen) -> ReseatingState:
    """What it would cost is known; of others than those in hand it is old news."""
    of_these = foreseen.origin == state.bus and {*foreseen.people} == {*state.taken}
    of_these = of_these and foreseen.route == state.route
    return replace(state, foreseen=foreseen) if of_these else state


def begun(state: ReseatingState) -> ReseatingState:
    return replace(state, busy=True, note="")


def moved(state: ReseatingState, made: Made) -> ReseatingState:
    kept, said = (*state.made, made.move)[-_MOST_MOVES:], (*state.said, made.said)[-_MOST_MOVES:]
    return replace(hand_emptied(state), busy=False, marked=frozenset(), made=kept, said=said)


def taken_back(state: ReseatingState) -> ReseatingState:
    return replace(state, busy=False, note="", made=state.made[:-1], said=state.said[:-1])


def refused(state: ReseatingState, note: str) -> ReseatingState:
    """It was not done: everybody is where they were."""
    return replace(hand_emptied(state), busy=False, note=note)
