"""A route's stops at work: put in order, added, renamed, taken away, each taken back as it was done."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from checkin_app.domain.forum import Stop
from checkin_app.domain.ids import BusCode, RouteId
from checkin_app.domain.problems_stops import StopIsLast
from checkin_app.domain.programme import with_stops
from checkin_app.runtime.lanes import Done, Result
from checkin_app.services.programme import ForumChanged
from checkin_app.ui.forum_changes import Made
from checkin_app.ui.forum_screen import ForumScreen
from checkin_app.ui.kit.timers import TWICE_MS, single_shot
from checkin_app.ui.replies import told, trouble
from checkin_app.ui.route_stops import state as stops
from checkin_app.ui.route_stops.panel import RouteStopsPanel
from checkin_app.ui.route_stops.state import RouteStopsState
from checkin_app.ui.route_stops.words import RouteStopsWords
from checkin_app.ui.sentences import sentence
from checkin_app.ui.shell.actions import Actions, StationContext
from checkin_app.ui.shell.screen import Destination

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class RouteStopsScreen(ForumScreen[RouteStopsState]):
    """Which stops a route has, and in which order."""

    def __init__(self, actions: Actions, context: StationContext, parent: QWidget | None = None) -> None:
        super().__init__(actions, context, stops, parent)
        self._words = RouteStopsWords()
        self._state = RouteStopsState(context.forum)
        self.panel = RouteStopsPanel(self._words)
        self._removed_lately = single_shot(self, self.draw, TWICE_MS)
        self._connect()
        self.hold(self.panel, context.telling())

    def _connect(self) -> None:
        panel = self.panel
        panel.back_asked.connect(self._go_back)
        panel.stop_chosen.connect(lambda place: self._become(stops.stop_chosen(self._state, place)))
        panel.stop_moved.connect(lambda pair: self._move(*pair))
        panel.add_begun.connect(self._begin)
        panel.add_left.connect(lambda: self._become(stops.adding_dropped(self._state)))
        panel.typed.connect(lambda pair: self._become(stops.name_typed(self._state, *pair)))
        panel.save_asked.connect(self._save)
        panel.remove_asked.connect(self._remove)
        panel.undo_asked.connect(self._take_back)

    # ---- what the window tells

    def help_text(self) -> str:
        return self.tr(
            "Up and down choose a stop; with Alt they move it, as dragging it does. Its names are changed beside the list. A stop at "
            "which a bus stands cannot be taken away. What was changed holds for all buses of the route, on every laptop, and is "
            "taken back at the top or by Ctrl Z. That one bus passes by a stop today is said on that bus’s page."
        )

    def opened_for(self, subject: str) -> None:
        """Open on a route by its id, and after a blank the bus from whose page somebody came."""
        route, _, bus = subject.partition(" ")
        self._become(stops.route_opened(self._state, RouteId(route), BusCode(bus) if bus else None))

    def _go_back(self) -> None:
        bus = self._state.bus
        self.asked_for.emit(Destination("bus_day", bus) if bus else Destination("programme"))

    # ---- doing

    def _begin(self) -> None:
        self._become(stops.adding_begun(self._state))
        next(iter(self.panel.fields.values())).line.setFocus()

    def _save(self) -> None:
        state = self._state
        if state.place is None or not state.changed or state.nameless:
            return
        said = sentence(self._words.added if state.adding else self._words.renamed, state.typed_stop)
        place = len(state.stops) if state.adding else state.place
        self._change(stops.with_names(state), said, place)

    def _move(self, place: int, to: int) -> None:
        after = stops.with_order(self._state, place, to)
        if after is not None:
            self._change(after, sentence(self._words.moved, self._state.stops[place], to), to)

    def _remove(self) -> None:
        state = self._state
        # The second press of a double click was not meant for the stop that stands there by then.
        if state.stop is None or state.place is None or self._removed_lately.isActive():
            return
        try:
            after = stops.other_stops(state)
        except StopIsLast as problem:
            self._become(stops.refused(state, told(problem)))
            return
        self._removed_lately.start()
        self._change(after, sentence(self._words.removed, state.stop), state.place)

    def _change(self, after: Sequence[Stop], said: str, place: int) -> None:
        state = self._state
        if state.route is not None and not state.busy:
            self._become(stops.begun(state))
            edit = with_stops(state.forum, state.route, after)
            self._actions.change(edit, partial(self._changed, said, place))

    def _changed(self, said: str, place: int, result: Result[ForumChanged]) -> None:
        if isinstance(result, Done):
            self._note_change(result.value)
            self._become(stops.changed(self._state, place, Made(result.value, said)))
        else:
            self._become(stops.refused(self._state, trouble(result)))

    # ---- Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step, place = _STEPS.get(Qt.Key(event.key())), self._state.place
        if step is None or place is None:
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._move(place, place + step)
        else:
            self._become(stops.stop_chosen(self._state, place + step))

    def _become(self, state: RouteStopsState) -> None:
        self._state = state
        self.panel.render_state(state)
