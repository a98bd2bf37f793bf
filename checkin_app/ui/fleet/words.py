"""Puts the fleet into words."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject

from checkin_app.domain.ids import BusCode
from checkin_app.services.ports.buses import BusCount
from checkin_app.services.ports.stations import ForumInForce
from checkin_app.ui import words, words_buses, words_fields
from checkin_app.ui.fleet.state import NUMBERS, FleetState
from checkin_app.ui.kit import bidi
from checkin_app.ui.kit.rows import RowView


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
        seats = sum(each.bus.usable_seats for each in buses)
        figures = (self.tr("%Ln buses", "", len(buses)), self.tr("%Ln seats for guests", "", seats))
        return FleetView(
            title=self.tr("Buses of all routes"),
            line=" · ".join(figures) if buses else "",
            rows=tuple(map(self._row, buses)),
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
        )

    def labels(self) -> Mapping[str, str]:
        """Return what each line of the form is called."""
        return {name: words_fields.of_bus(name) for name in words_fields.OF_BUSES}

    def filled(self, placed: int, without: int) -> str:
        """Return what came of seating everybody."""
        said = self.tr("%Ln people got a seat", "", placed)
        return " · ".join((said, self.tr("%Ln found none on their route", "", without))) if without else said

    def saved(self, bus: BusCode, *, added: bool) -> str:
        said = self.tr("Bus {bus} was added.") if added else self.tr("Bus {bus} was changed.")
        return said.format(bus=bidi.code(bus))

    def _row(self, count: BusCount) -> RowView:
        bus = count.bus
        listed = self.tr("{listed} listed of {seats}").format(
            listed=bidi.code(str(count.listed)), seats=bidi.code(str(bus.usable_seats))
        )
        parts = (listed, bidi.name(bus.plate) if bus.plate else "", words_buses.state(bus.state))
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
        return bidi.name(route.name.in_(words.spoken())) if route else ""

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
        seats = bidi.code(str(count.bus.usable_seats))
        return said.format(aboard=bidi.code(str(count.aboard)), seats=seats)
