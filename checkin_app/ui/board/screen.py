"""The dispatch board at work: asks for all buses when one of them changed, and opens the one that is wanted."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from checkin_app.domain.changes import Changed, ChangeSet
from checkin_app.domain.ids import BusCode
from checkin_app.runtime.lanes import Done, Result
from checkin_app.services.overseeing import Board
from checkin_app.services.ports.buses import Filter
from checkin_app.ui.board import state as boards
from checkin_app.ui.board.panel import BoardPanel
from checkin_app.ui.board.state import BoardState
from checkin_app.ui.board.words import BoardWords
from checkin_app.ui.replies import trouble
from checkin_app.ui.sentences import said_anew
from checkin_app.ui.shell.actions import Actions, StationContext
from checkin_app.ui.shell.screen import Destination
from checkin_app.ui.strip_screen import StripScreen
from checkin_app.ui.wall_clock import Now, wall_clock

#: How often the minutes are said anew, and asked who was heard of.
_MINUTES_MS = 15_000
_TOUCHES = frozenset({Changed.RIDES, Changed.BUSES, Changed.PRESENCES, Changed.FORUM})
_STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class BoardScreen(StripScreen):
    """All buses of all routes, and what needs a person first."""

    def __init__(
        self, actions: Actions, context: StationContext, *, now: Now = wall_clock, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._actions, self._now = actions, now
        telling = context.telling()
        self._state = BoardState()
        self.panel = BoardPanel(BoardWords(telling))
        panel = self.panel
        panel.bus_chosen.connect(self._choose)
        panel.bus_asked.connect(lambda bus: self.asked_for.emit(Destination(boards.screen_of(self._state, bus), bus)))
        panel.fleet_asked.connect(lambda: self.asked_for.emit(Destination("fleet", self._state.chosen or "")))
        panel.standby_asked.connect(
            lambda bus: self.asked_for.emit(Destination("manifest", f"{bus} {Filter.STANDBY.value}"))
        )
        panel.release_asked.connect(lambda bus: self.asked_for.emit(Destination("head_count", bus)))
        self.hold(self.panel, telling, str)
        self._minutes = QTimer(self)
        self._minutes.timeout.connect(self._fetch)

    # ---- what the window tells

    def draw(self) -> None:
        self._state = said_anew(self._state)
        self._render()

    def help_text(self) -> str:
        return self.tr(
            "Every bus, route by route: its state, how many are aboard of those listed, how it is filled, when it leaves, when "
            "its door was heard of last. What needs a person stands first and is outlined. The arrow keys choose a bus, "
            "Enter or a click opens its list. R leads to the bus that is being counted, where it is released."
        )

    def shown(self) -> None:
        super().shown()
        self._minutes.start(_MINUTES_MS)
        self._fetch()

    def stale(self, changes: ChangeSet) -> None:
        if self.isVisible() and changes & _TOUCHES:
            self._fetch()

    # ---- asking

    def _fetch(self) -> None:
        self._actions.overseeing.board(self._fetched)

    def _fetched(self, result: Result[Board]) -> None:
        if isinstance(result, Done):
            self._state = boards.board_fetched(self._state, result.value)
        else:
            self._state = boards.refused(self._state, trouble(result))
        self._render()

    def _choose(self, bus: BusCode) -> None:
        self._state = boards.bus_chosen(self._state, bus)
        self._render()
        self.panel.bring_into_sight(bus)

    # ---- Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.panel.step(*_STEPS[key])
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._state.chosen:
            self.panel.bus_asked.emit(self._state.chosen)
        elif key is Qt.Key.Key_R and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.panel.go_release()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._minutes.stop()

    def _render(self) -> None:
        self.panel.render_state(self._state, self._now())
