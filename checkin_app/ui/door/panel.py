"""The door's widgets: the verdict over nearly all of the window, and the bus beside it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from checkin_app.ui import theme
from checkin_app.ui.door.canvas import DoorCanvas
from checkin_app.ui.door.override_box import OverrideBox
from checkin_app.ui.door.side import DoorSide
from checkin_app.ui.door.state import DoorState
from checkin_app.ui.door.words import DoorWords


class DoorPanel(QWidget):
    """Draws a `DoorState`.

    Signals: `answered` with the place of an answer, `missing_asked`, `standby_asked`, `state_asked` (what the bus does next),
    `count_asked`, `undo_asked`.
    """

    answered = Signal(object)
    missing_asked = Signal()
    standby_asked = Signal()
    state_asked = Signal()
    count_asked = Signal()
    undo_asked = Signal()

    def __init__(self, words: DoorWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self._drawn = words, 0
        self.canvas, self.side, self.override = DoorCanvas(), DoorSide(), OverrideBox()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 12, 12, 12)
        self._row.setSpacing(theme.space(3))
        self._row.addWidget(self.canvas, 1)
        self._row.addWidget(self.side)
        self._row.addWidget(self.override)
        self.override.hide()
        self.canvas.answered.connect(self.answered)
        self.side.missing_asked.connect(self.missing_asked)
        self.side.standby_asked.connect(self.standby_asked)
        self.side.state_asked.connect(self.state_asked)
        self.side.count_asked.connect(self.count_asked)
        self.side.undo_asked.connect(self.undo_asked)

    def set_layout(self, layout: theme.Layout) -> None:
        self.canvas.set_layout(layout)
        self.side.set_layout(layout)
        self.override.set_layout(layout)

    def set_left_handed(self, *, left_handed: bool) -> None:
        ways = QBoxLayout.Direction
        self._row.setDirection(ways.RightToLeft if left_handed else ways.LeftToRight)

    def show_clock(self, time: str) -> None:
        self.side.show_clock(time)

    @property
    def answers(self) -> int:
        """How many answers can be chosen from."""
        return len(self.canvas.view.answers)

    def render_state(self, state: DoorState) -> None:
        """Draw everything the state says; a verdict that is new follows a gap, unless it is the first one."""
        view = self._words.panel(state)
        if state.repeated != self._drawn:
            self.canvas.show_view(view, gap=self._drawn > 0)
        elif view != self.canvas.view:
            self.canvas.say_anew(view)
        self._drawn = state.repeated
        if state.count:
            self.side.show_view(self._words.side(state, state.count))
        self.side.show_others(state.others)
        overriding = self._words.override(state)
        self.side.setVisible(overriding is None)
        self.override.setVisible(overriding is not None)
        if overriding:
            self.override.show_view(state, overriding)
