"""The fleet at work: buses put on routes, changed, and filled; a draft survives every scan."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from checkin_app.domain.changes import Changed, ChangeSet, Recorded
from checkin_app.domain.details import Entry
from checkin_app.domain.ids import BusCode
from checkin_app.domain.problems import FieldInvalid
from checkin_app.runtime.lanes import Done, Result, Troubled
from checkin_app.services.planning import Assigned, Planned
from checkin_app.services.ports.buses import BusCount
from checkin_app.ui.fleet import state as fleet
from checkin_app.ui.fleet.panel import FleetPanel
from checkin_app.ui.fleet.state import FleetState
from checkin_app.ui.fleet.words import FleetWords
from checkin_app.ui.kit.meant import Meant
from checkin_app.ui.replies import trouble
from checkin_app.ui.sentences import said_anew, sentence
from checkin_app.ui.shell.actions import Actions, StationContext
from checkin_app.ui.shell.screen import Destination
from checkin_app.ui.strip_screen import StripScreen

_TOUCHES = frozenset({Changed.BUSES, Changed.RIDES})
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class FleetScreen(StripScreen):
    """Which buses there are, and who gets a seat."""

    def __init__(self, actions: Actions, context: StationContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self._words = FleetWords(context.in_force)
        self._state = FleetState()
        self._stop: Callable[[], None] = _nothing
        self.panel = FleetPanel(self._words)
        self._connect()
        self.hold(self.panel, context.telling())

    def _connect(self) -> None:
        panel = self.panel
        panel.left.connect(lambda: self.asked_for.emit(Destination("manifest", self._state.chosen or "")))
        panel.bus_chosen.connect(lambda bus: self._become(fleet.bus_chosen(self._state, bus)))
        panel.add_begun.connect(lambda route: self._become(fleet.adding_begun(self._state, route)))
        panel.typed.connect(lambda pair: self._become(fleet.line_typed(self._state, *pair)))
        panel.list_asked.connect(lambda: self.asked_for.emit(Destination("fleet_list")))
        panel.save_asked.connect(self._save)
        panel.add_meant.connect(self._add)
        panel.fill_meant.connect(self._fill)
        panel.plan_asked.connect(self._plan)
        panel.stop_asked.connect(self._stop_planning)
        panel.undo_asked.connect(self._undo)
        panel.lock_turned.connect(self._turn_the_lock)
        panel.vips_turned.connect(self._turn_vips)
        panel.guests_asked.connect(lambda: self.asked_for.emit(Destination("reseating", self._state.chosen or "")))

    # ---- what the window tells

    def draw(self) -> None:
        self._become(said_anew(self._state))

    def help_text(self) -> str:
        return self.tr(
            "Choose a bus to change its plate, seats, crew, bay or time, or add one to a route. “Seat everybody who "
            "waits” gives a seat to whoever chose a route and has none, delegations together as far as seats allow. "
            "“Plan the seats” plans everybody anew but for locked buses and whoever is aboard: on the fewest buses, with "
            "somebody who speaks their language; once people are boarding, the lists stay. It can be taken back. “Move guests…” puts some on another bus by hand."
        )

    def shown(self) -> None:
        super().shown()
        self._become(fleet.screen_opened(self._state))
        self._fetch()

    def stale(self, changes: ChangeSet) -> None:
        if self.isVisible() and changes & _TOUCHES:
            self._fetch()

    def opened_for(self, subject: str) -> None:
        """Open on a bus by its code."""
        self._become(fleet.bus_chosen(self._state, BusCode(subject)))

    # ---- asking and doing

    def _fetch(self) -> None:
        self._actions.buses.buses(self._counted)

    def _counted(self, result: Result[Sequence[BusCount]]) -> None:
        if isinstance(result, Done):
            self._become(fleet.counted(self._state, result.value))
        else:
            self._become(fleet.refused(self._state, trouble(result)))

    def _save(self) -> None:
        bus = self._state.bus
        if bus is not None and self._state.changed and not self._state.adding and not self._state.busy:
            self._become(fleet.begun(self._state))
            self._actions.buses.amend(bus, frozenset(self._state.typed), self._saving(bus.code))

    def _add(self, meant: Meant) -> None:
        bus = self._state.bus
        if bus is not None and self._state.adding and not self._state.busy:
            self._become(fleet.begun(self._state))
            self._actions.buses.add(meant, bus, self._saving(bus.code))

    def _saving(self, bus: BusCode) -> Callable[[Result[Recorded]], None]:
        """Return who hears what came of the form as it is now: another bus may be in it by then."""
        return partial(self._saved, bus, self._state.typed, sentence(self._words.saved, bus, added=self._state.adding))

    def _saved(self, bus: BusCode, sent: Mapping[str, str], said: str, result: Result[Recorded]) -> None:
        if isinstance(result, Done):
            self._become(fleet.saved(self._state, bus, sent, said))
            self._fetch()
        else:
            field = _field_of(result) if bus == self._state.chosen else ""
            self._become(fleet.refused(self._state, trouble(result), field))

    def _fill(self, meant: Meant) -> None:
        if not self._state.busy:
            self._become(fleet.begun(self._state))
            self._actions.buses.fill(meant, self._filled)

    def _filled(self, result: Result[Assigned]) -> None:
        if isinstance(result, Done):
            said = sentence(self._words.filled, result.value.placed, len(result.value.unplaced))
            self._become(fleet.told(self._state, said))
        else:
            self._become(fleet.refused(self._state, trouble(result)))
        self._fetch()

    def _turn_the_lock(self) -> None:
        known = self._state.count
        if known is not None and not self._state.busy:
            self._become(fleet.begun(self._state))
            self._actions.buses.lock(known.bus.code, not known.bus.locked, self._lock_turned)

    def _turn_vips(self) -> None:
        known = self._state.count
        if known is not None and not self._state.busy:
            self._become(fleet.begun(self._state))
            self._actions.buses.keep_for_vips(known.bus.code, not known.bus.for_vips, self._lock_turned)

    def _lock_turned(self, result: Result[Recorded]) -> None:
        if isinstance(result, Done):
            self._become(fleet.told(self._state, ""))
            self._fetch()
        else:
            self._become(fleet.refused(self._state, trouble(result)))

    def _plan(self) -> None:
        if not self._state.busy:
            self._become(fleet.plan_begun(self._state))
            self.panel.show_how_far(0, 0)
            self._stop = self._actions.buses.plan(frozenset(), self.panel.show_how_far, self._planned)

    def _stop_planning(self) -> None:
        self._stop()

    def _planned(self, result: Result[Planned]) -> None:
        self._stop = _nothing
        if isinstance(result, Done):
            self._become(fleet.plan_finished(self._state, result.value))
        else:
            self._become(fleet.plan_failed(self._state, trouble(result)))
        self._fetch()

    def _undo(self) -> None:
        if self._state.plan and not self._state.busy:
            plan = self._state.plan
            self._become(fleet.begun(self._state))
            self._actions.buses.unplan(plan, self._taken_back)

    def _taken_back(self, result: Result[Recorded]) -> None:
        if isinstance(result, Done):
            self._become(fleet.plan_taken_back(self._state, sentence(self._words.taken_back)))
        else:
            self._become(fleet.refused(self._state, trouble(result)))
        self._fetch()

    # ---- Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if step := _STEPS.get(Qt.Key(event.key())):
            self.panel.choose_row(self._state.place + step)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._save()
        else:
            super().keyPressEvent(event)

    def _become(self, state: FleetState) -> None:
        self._state = state
        self.panel.render_state(state)


def _nothing() -> None:
    """Stop nothing: no plan is being made."""


def _field_of(result: Result[Recorded]) -> str:
    """Return the form's field that a refusal is about, empty where it is about none."""
    problem = result.problem if isinstance(result, Troubled) else None
    entry = problem.details.get("field") if isinstance(problem, FieldInvalid) else None
    return entry.name.lower() if isinstance(entry, Entry) else ""
