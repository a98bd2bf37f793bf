"""Guests put on another bus at work: by hand or by keys, at a cost that is seen before, and taken back as it was done."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from checkin_app.domain.changes import Changed, ChangeSet, Recorded
from checkin_app.domain.delegates import Delegate
from checkin_app.domain.ids import BusCode, DelegateId, RouteId
from checkin_app.runtime.lanes import Done, Result
from checkin_app.services.ports.buses import BusCount, Manifest
from checkin_app.services.reseating import MoveForeseen, Reseated
from checkin_app.services.scanning import ScanOutcome
from checkin_app.ui.replies import told, trouble
from checkin_app.ui.reseating import state as seats
from checkin_app.ui.reseating.panel import ReseatingPanel
from checkin_app.ui.reseating.state import Made, Place, ReseatingState
from checkin_app.ui.reseating.words import ReseatingWords
from checkin_app.ui.sentences import said_anew, sentence
from checkin_app.ui.shell.actions import Actions, StationContext
from checkin_app.ui.shell.screen import Destination
from checkin_app.ui.strip_screen import StripScreen

_TOUCHES = frozenset({Changed.BUSES, Changed.RIDES, Changed.PRESENCES, Changed.DELEGATES})
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_ASIDE = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class ReseatingScreen(StripScreen):
    """Who sits where, changed by hand."""

    def __init__(self, actions: Actions, context: StationContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions.buses
        self._words = ReseatingWords(context.in_force)
        self._state = ReseatingState()
        self.panel = ReseatingPanel(self._words)
        self._moved_last = False
        """Nothing was done in sight since guests were moved here."""
        self._connect()
        self.hold(self.panel, context.telling())

    def _connect(self) -> None:
        panel = self.panel
        panel.back_asked.connect(lambda: self.asked_for.emit(Destination("fleet", self._state.bus or "")))
        panel.bus_chosen.connect(self._choose_bus)
        panel.guest_pressed.connect(lambda place: self._become(seats.guest_marked(self._state, place)))
        panel.carry_begun.connect(self._take)
        panel.held_over.connect(self._hold)
        panel.dropped.connect(self._drop)
        panel.carry_left.connect(lambda: self._become(seats.hand_emptied(self._state)))
        panel.group_asked.connect(lambda: self._become(seats.delegation_marked(self._state)))
        panel.take_asked.connect(self._take)
        panel.leave_asked.connect(lambda: self._become(seats.hand_emptied(self._state)))
        panel.move_asked.connect(self._move)
        panel.undo_asked.connect(self._take_back)

    # ---- what the window tells

    def draw(self) -> None:
        self._become(said_anew(self._state))

    def help_text(self) -> str:
        return self.tr(
            "Guests are dragged onto another bus; while they are over it, it is said what that costs, and why where it may not be. Who has "
            "no bus stands above the buses, the other routes stand below them and open as guests are held there. By keys: up and down "
            "choose a guest, Space marks one more, D a whole delegation, M takes them in hand; then up and down choose the bus, left and "
            "right the route, Enter moves them, Esc leaves them. Left and right go to another bus’s guests. Ctrl Z takes a move back. Who "
            "is aboard changes buses by a transfer."
        )

    def shown(self) -> None:
        super().shown()
        self._moved_last = False
        self._fetch()

    def stale(self, changes: ChangeSet) -> None:
        if self.isVisible() and changes & _TOUCHES:
            self._fetch()

    def takes_undo(self) -> bool:
        """A further press takes back an earlier move or nothing, but never a scan that nobody thinks of here."""
        if self._moved_last:
            self._take_back()
        return self._moved_last

    def scanned(self, result: Result[ScanOutcome]) -> None:
        self._moved_last = False
        super().scanned(result)

    def opened_for(self, subject: str) -> None:
        """Open on a bus by its code."""
        self._become(seats.bus_opened(self._state, BusCode(subject)))

    # ---- asking and doing

    def _fetch(self) -> None:
        self._actions.buses(self._counted)
        self._fetch_guests()

    def _fetch_guests(self) -> None:
        if self._state.bus:
            self._actions.manifest(self._state.bus, self._listed)
        if route := self._state.home:
            self._actions.unseated(route, partial(self._unseated, route))

    def _counted(self, result: Result[Sequence[BusCount]]) -> None:
        if not isinstance(result, Done):
            self._become(seats.refused(self._state, trouble(result)))
            return
        before = (self._state.bus, self._state.home)
        self._become(seats.counted(self._state, result.value))
        if (self._state.bus, self._state.home) != before:
            self._fetch_guests()

    def _listed(self, result: Result[Manifest]) -> None:
        if isinstance(result, Done):
            self._become(seats.listed(self._state, result.value))
        else:
            self._become(seats.refused(self._state, trouble(result)))

    def _unseated(self, route: RouteId, result: Result[tuple[Delegate, ...]]) -> None:
        if isinstance(result, Done):
            self._become(seats.unseated_listed(self._state, route, result.value))
        else:
            self._become(seats.refused(self._state, trouble(result)))

    def _place_at(self, place: object) -> Place | None:
        places = self._state.places
        return places[place] if isinstance(place, int) and 0 <= place < len(places) else None

    def _bus_at(self, place: object) -> BusCode | None:
        found = self._place_at(place)
        return found.bus if found else None

    def _choose_bus(self, place: object) -> None:
        """Look at a bus's guests, or those of another route; with some in hand, hold them there."""
        found = self._place_at(place)
        if self._state.carrying:
            self._hold(place)
        elif found:
            self._open(found)

    def _hold(self, place: object) -> None:
        found = self._place_at(place)
        if found and found.route:
            self._show_route(found.route)
        else:
            self._become(seats.bus_hovered(self._state, found.bus if found else None))

    def _show_route(self, route: RouteId) -> None:
        before = self._state.route
        self._become(seats.route_opened(self._state, route))
        if self._state.route != before:
            self._weigh()

    def _open(self, place: Place) -> None:
        state = self._state
        first = next((each.bus.code for each in state.counts if each.bus.route == place.route), None)
        if bus := place.bus or first:
            self._become(seats.bus_opened(state, bus))
        elif state.home:
            self._become(seats.nowhere_opened(state, state.home))
        self._fetch_guests()

    def _take(self, place: object = None) -> None:
        self._become(seats.guests_taken(self._state, place if isinstance(place, int) else None))
        self._weigh()

    def _weigh(self) -> None:
        state = self._state
        if state.carrying:
            self._actions.weigh(state.bus, state.taken, state.route, partial(self._foreseen, state.taken))

    def _foreseen(self, taken: Sequence[DelegateId], result: Result[MoveForeseen]) -> None:
        if isinstance(result, Done):
            self._become(seats.cost_told(self._state, result.value))
        elif taken == self._state.taken:
            self.panel.list.let_go()
            self._become(seats.refused(self._state, trouble(result)))

    def _drop(self, place: object) -> None:
        """Move those in hand onto the bus where they were let go; anywhere else they stay where they were."""
        if not self._state.carrying:
            return
        self._become(seats.bus_hovered(self._state, self._bus_at(place)))
        cost = self._state.cost
        if self._state.over is None:
            self._become(seats.hand_emptied(self._state))
        elif cost is None:
            self._become(seats.refused(self._state, sentence(self._words.not_known_yet)))
        elif cost.objection is not None:
            self._become(seats.refused(self._state, told(cost.objection)))
        else:
            self._move()

    def _move(self) -> None:
        state = self._state
        possible = state.cost is not None and state.cost.objection is None
        if state.over and possible and not state.busy:
            self._become(seats.begun(state))
            self._actions.reseat(state.bus, state.taken, state.over, self._moved)

    def _moved(self, result: Result[Reseated]) -> None:
        if isinstance(result, Done):
            self._moved_last = True
            said = sentence(self._words.moved, result.value)
            self._become(seats.moved(self._state, Made(result.value, said)))
        else:
            self._become(seats.refused(self._state, trouble(result)))
        self._fetch()

    def _take_back(self) -> None:
        last = self._state.last
        if last is not None and not self._state.busy:
            self._become(seats.begun(seats.hand_emptied(self._state)))
            self._actions.put_back(last.move.act, self._taken_back)

    def _taken_back(self, result: Result[Recorded]) -> None:
        if isinstance(result, Done):
            self._become(seats.taken_back(self._state))
        else:
            self._become(seats.refused(self._state, trouble(result)))
        self._fetch()

    # ---- Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, state = Qt.Key(event.key()), self._state
        if step := _STEPS.get(key):
            carried = state.carrying
            self._become(seats.carried_on(state, step) if carried else seats.guest_chosen(state, state.place + step))
        elif aside := _ASIDE.get(key):
            self._go_aside(aside)
        elif key == Qt.Key.Key_Escape and state.carrying:
            self.panel.list.let_go()
            self._become(seats.hand_emptied(state))
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and state.carrying:
            self._move()
        elif key == Qt.Key.Key_M and not state.carrying:
            self._take()
        elif key == Qt.Key.Key_D and not state.carrying:
            self._become(seats.delegation_marked(state))
        elif key == Qt.Key.Key_Space and not state.carrying:
            self._become(seats.guest_marked(state, state.place))
        else:
            super().keyPressEvent(event)

    def _go_aside(self, step: int) -> None:
        """Go to another bus's guests; with some in hand, to another route's buses."""
        state = self._state
        if state.carrying:
            routes = [*dict.fromkeys(each.bus.route for each in state.counts)]
            if state.route in routes:
                self._show_route(routes[min(max(routes.index(state.route) + step, 0), len(routes) - 1)])
            return
        places = [each for each in state.places if each.route is None]
        if Place(bus=state.bus) in places:
            self._open(places[min(max(places.index(Place(bus=state.bus)) + step, 0), len(places) - 1)])

    def _become(self, state: ReseatingState) -> None:
        self._state = state
        self.panel.render_state(state)
