"""The emergency's widgets: figures, everybody on the list and a search; beside them one person, or how it is called and ended."""

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from checkin_app.ui import theme
from checkin_app.ui.emergency.side import EmergencySide
from checkin_app.ui.emergency.state import EmergencyState, Part
from checkin_app.ui.emergency.words import EmergencyView, EmergencyWords
from checkin_app.ui.kit.buttons import Button, Segmented
from checkin_app.ui.kit.fields import SearchField
from checkin_app.ui.kit.labels import Label
from checkin_app.ui.kit.side_page import SidePage


class EmergencyPanel(SidePage):
    """Draws an `EmergencyState`.

    Signals: `left`, `saved` for the list on paper, `part_chosen` with a `Part`, `typed` and `entered` with what stands in the search
    field, `stepped` with -1 or 1, `cleared`, `row_chosen` with a place; those of its side.
    """

    left = Signal()
    saved = Signal()
    part_chosen = Signal(object)
    typed = Signal(object)
    entered = Signal(object)
    stepped = Signal(object)
    cleared = Signal()
    row_chosen = Signal(object)

    def __init__(self, words: EmergencyWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.save = Button("", icon="printer")
        self._title = Label("", "heading")
        self.field, self.parts = SearchField(key=""), Segmented()
        self._note = Label("", "body", "ink.secondary", wrap=True)
        self.side = EmergencySide()
        self._put_side_by_side(
            self._title, self.side, over=(self.parts, self.field), beside=(self.save,), below=(self._note,)
        )
        self._connect()

    def _connect(self) -> None:
        self.back.clicked.connect(self.left)
        self.save.clicked.connect(self.saved)
        self.parts.chosen.connect(lambda value: self.part_chosen.emit(Part(value)))
        self.field.edited.connect(self.typed)
        self.field.entered.connect(self.entered)
        self.field.stepped.connect(self.stepped)
        self.field.escaped.connect(self.cleared)
        self.list.clicked.connect(self._clicked)

    def _clicked(self, index: QModelIndex) -> None:
        self.row_chosen.emit(index.row())

    def set_layout(self, layout: theme.Layout) -> None:
        super().set_layout(layout)
        self.side.set_layout(layout)

    def type_on(self, event: QKeyEvent) -> None:
        """Let whoever begins to type search: what follows, digits too, is of the name or number."""
        self.field.setFocus()
        self.field.line.keyPressEvent(event)

    def retranslate(self) -> None:
        self.back.setText(self.tr("Back"))
        self.save.setText(self.tr("Save the list"))
        self.field.set_words(self.tr("Name, badge no. or phone"), self.tr("Name or number"))
        self.list.setAccessibleName(self.tr("Everybody on the list"))
        self.side.retranslate()

    def render_state(self, state: EmergencyState) -> None:
        """Draw everything the state says."""
        view = self._words.view(state)
        self._title.setText(view.title)
        self._title.set_ink("trouble.ink" if state.is_on and state.needs_reason else "ink.primary")
        self._line.setText(view.where)
        self.save.setVisible(state.emergency is not None)
        self.parts.set_options(view.parts)
        self.parts.choose(state.part.value)
        self.parts.setVisible(bool(view.parts))
        self._show_people(state, view)
        self.side.show_view(state, view)
        self._note.say(state.said, wrong=state.wrong)

    def _show_people(self, state: EmergencyState, view: EmergencyView) -> None:
        if self.field.text() != state.query:
            self.field.set_text(state.query)
        self._show_rows(view.rows, view.chosen)
        self._message.say(view.empty)
