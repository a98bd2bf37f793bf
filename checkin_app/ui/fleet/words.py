"""Puts the fleet into words."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain

from PySide6.QtCore import QObject

from checkin_app.domain.buses import BusState
from checkin_app.domain.forum import Forum
from checkin_app.domain.ids import BusCode
from checkin_app.domain.planning.routes import RoutePlan
from checkin_app.domain.planning.shortage import SENTENCES, Shortage
from checkin_app.domain.readiness import Lack, lacking
from checkin_app.domain.seating import usable
from checkin_app.services.planning import Planned
from checkin_app.services.ports.buses import BusCount
from checkin_app.services.ports.stations import ForumInForce
from checkin_app.ui import words, words_buses, words_fields, words_languages
from checkin_app.ui.fleet.state import NUMBERS, TEXTS, FleetState
from checkin_app.ui.kit import bidi
from checkin_app.ui.kit.rows import RowView
from checkin_app.ui.words_speech import say


@dataclass(frozen=True, slots=True)
class FleetView:
    """Everything the panel draws, in words."""

    title: str
    line: str
    rows: tuple[RowView, ...]
    empty: str
    form: str
    form_line: str
    labels: Mapping[str, str]
    wrong: Mapping[str, str]
    """What is wrong with a line of the form, by its field."""
    note: str
    note_is_wrong: bool
    save: str
    add: str
    fill: str
    plan: str
    plan_detail: str
    lock: str
    vips: str


class FleetWords(QObject):
    """Words in the language in use; looked up when shown."""

    def __init__(self, in_force: ForumInForce) -> None:
        super().__init__()
        self._in_force = in_force

    def routes(self) -> tuple[tuple[str, str], ...]:
        """Return each route with what a button that adds a bus to it says."""
        said = self.tr("Route {route}")
        return tuple((route.id, said.format(route=bidi.code(route.id))) for route in self._in_force.forum.routes)

    def view(self, state: FleetState) -> FleetView:
        buses = state.buses or ()
        seats = sum(each.seats for each in buses)
        figures = (self.tr("%Ln buses", "", len(buses)), self.tr("%Ln seats for guests", "", seats))
        return FleetView(
            title=self.tr("Buses of all routes"),
            line=" · ".join(figures) if buses else "",
            rows=tuple(self._row(each, locked=each.bus.code in state.locked) for each in buses),
            empty=self.tr("No buses yet. Add one to a route.") if state.buses == () else "",
            form=self._form(state),
            form_line=self._form_line(state),
            labels=self.labels(),
            wrong=self._wrong(state),
            note=state.note if state.wrong or not state.overfull else self._overfull(state),
            note_is_wrong=state.wrong or state.overfull,
            save=self.tr("Save the changes"),
            add=self.tr("Hold: add bus {bus}").format(bus=bidi.code(state.chosen or "")),
            fill=self.tr("Hold: seat everybody who waits"),
            plan=self._plan(state),
            plan_detail=self._plan_detail(state),
            lock=self._lock(state),
            vips=self.tr("For everybody") if state.count and state.count.bus.for_vips else self.tr("For VIPs"),
        )

    def labels(self) -> Mapping[str, str]:
        """Return what each line of the form is called."""
        return {name: words_fields.of_bus(name) for name in (*NUMBERS, *TEXTS)}

    def filled(self, placed: int, without: int) -> str:
        """Return what came of seating everybody."""
        said = self.tr("%Ln people got a seat", "", placed)
        return " · ".join((said, self.tr("%Ln found none on their route", "", without))) if without else said

    def saved(self, bus: BusCode, *, added: bool) -> str:
        said = self.tr("Bus {bus} was added.") if added else self.tr("Bus {bus} was changed.")
        return said.format(bus=bidi.code(bus))

    def taken_back(self) -> str:
        return self.tr("Everybody has the seat again that they had before the plan.")

    def _plan(self, state: FleetState) -> str:
        if state.planning:
            return self.tr("Planning the seats…")
        return self._came_to(state.planned) if state.planned else ""

    def _came_to(self, planned: Planned) -> str:
        """Return how good a plan is: the sum of what is proven of its routes."""
        plans = [each.plan for each in planned.routes]
        buses = sum(plan.cost.buses for plan in plans)
        pieces = sum(plan.cost.pieces for plan in plans)
        figures = {"buses": bidi.code(str(buses)), "pieces": bidi.code(str(pieces))}
        if plans and all(plan.is_best for plan in plans):
            return self.tr("Proven best: {buses} buses, delegations in {pieces} pieces").format(**figures)
        return self.tr("{buses} buses, delegations in {pieces} pieces").format(**figures)

    def _plan_detail(self, state: FleetState) -> str:
        if state.planned is None or state.planning:
            locked = sum(each.bus.code in state.locked for each in state.buses or ())
            return self.tr("%Ln locked buses stay as they are", "", locked) if locked else ""
        moved = self.tr("%Ln people got another seat, or their first", "", state.planned.moved)
        told = chain.from_iterable(self._of_route(each.plan) for each in state.planned.routes)
        return " · ".join((moved, *told))

    def _of_route(self, plan: RoutePlan) -> tuple[str, ...]:
        """Return what is to be said of one route: what it is short of, and what is not proven."""
        short = tuple(self._shortage(each) for each in plan.short_of)
        if plan.kept:
            short = (self.tr("People are boarding, so the lists stay."), *short)
        elif not plan.is_best and not short:
            said = self.tr("It is proven that {buses} buses and {pieces} pieces are needed at least.")
            least = plan.proven.least_pieces(plan.cost)
            short = (said.format(buses=bidi.code(str(plan.proven.buses)), pieces=bidi.code(str(least))),)
        route = self.tr("Route {route}").format(route=bidi.code(plan.route))
        return (self.tr("{route}: {said}").format(route=route, said=" ".join(short)),) if short else ()

    def _shortage(self, shortage: Shortage) -> str:
        spoken = "/".join(map(words_languages.language, shortage.languages))
        said = say("Detail", SENTENCES[shortage.of])
        return said.format(people=bidi.code(str(shortage.people)), language=spoken)

    def _lock(self, state: FleetState) -> str:
        said = self.tr("Unlock bus {bus}") if state.chosen in state.locked else self.tr("Lock bus {bus}")
        return said.format(bus=bidi.code(state.chosen or ""))

    def _row(self, count: BusCount, *, locked: bool) -> RowView:
        bus = count.bus
        listed = self.tr("{listed} listed of {seats}").format(
            listed=bidi.code(str(count.listed)), seats=bidi.code(str(count.seats))
        )
        lock = self.tr("locked") if locked else ""
        vips = self.tr("VIPs") if bus.for_vips else ""
        lacks = _lacks(count, self._in_force.forum)
        stands = words_buses.lacks(lacks) if lacks else words_buses.state(bus.state)
        parts = (lock, vips, listed, bidi.name(bus.plate) if bus.plate else "", stands)
        return RowView(
            bidi.code(bus.code), " · ".join(part for part in parts if part), bidi.code(bus.departs), icon="bus"
        )

    def _form(self, state: FleetState) -> str:
        if state.chosen is None:
            return ""
        said = self.tr("New bus {bus}") if state.adding else self.tr("Bus {bus}")
        return said.format(bus=bidi.code(state.chosen))

    def _form_line(self, state: FleetState) -> str:
        count = state.count
        known = count.bus.route if count else state.route
        route = next((each for each in self._in_force.forum.routes if each.id == known), None)
        name = bidi.name(route.name.in_(words.spoken())) if route else ""
        lacks = _lacks(count, self._in_force.forum) if count else ()
        return " · ".join(part for part in (name, words_buses.all_lacks(lacks) if lacks else "") if part)

    def _wrong(self, state: FleetState) -> Mapping[str, str]:
        missing = {name: self.tr("A number, such as 45.") for name in NUMBERS if name in state.not_numbers}
        return missing | ({state.wrong_field: state.note} if state.wrong_field else {})

    def _overfull(self, state: FleetState) -> str:
        count = state.count
        if count is None:
            return ""
        said = self.tr(
            "{aboard} are aboard and there are seats for {seats}. Count them on the bus, or put the seats right."
        )
        seats = bidi.code(str(usable(count.bus, count.wheelchairs.aboard)))
        return said.format(aboard=bidi.code(str(count.aboard)), seats=seats)


def _lacks(count: BusCount, forum: Forum) -> tuple[Lack, ...]:
    """Return what a bus whose ride has not begun has to have, and has not."""
    if count.bus.state not in {BusState.PLANNED, BusState.READY}:
        return ()
    route = forum.route(count.bus.route)
    charter = route is not None and route.charter
    return lacking(
        count.bus, seated=count.listed - count.accounted, wheelchairs=count.wheelchairs.expected, charter=charter
    )
