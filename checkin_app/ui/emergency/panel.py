"""The emergency's widgets: figures, everybody on the list and a search; beside them one person, or how it is called and ended."""

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from checkin_app.ui import theme
from checkin_app.ui.emergency.side import EmergencySide
from checkin_app.ui.emergency.state import EmergencyState, Part
from checkin_app.ui.emergency.words import EmergencyView, EmergencyWords
from checkin_app.ui.kit.buttons import Button, ButtonKind, Segmented
from checkin_app.ui.kit.fields import SearchField
from checkin_app.ui.kit.heads import page_head
from checkin_app.ui.kit.labels import Label
from checkin_app.ui.kit.lists import Message, RowsCard, list_view, mark
from checkin_app.ui.kit.row_model import RowModel
from checkin_app.ui.kit.rows import RowDelegate
from checkin_app.ui.kit.verdict import VerdictStrip


class EmergencyPanel(QWidget):
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
        self.strip = VerdictStrip()
        self.strip.hide()
        self.back = Button("", ButtonKind.QUIET, icon="arrow-left")
        self.save = Button("", icon="printer")
        self._title, self._where = Label("", "heading"), Label("", "body", "ink.secondary", wrap=True)
        self.field, self.parts = SearchField(key=""), Segmented()
        self.model, self._delegate = RowModel(self), RowDelegate(self)
        self.list = list_view(self.model, self._delegate)
        self._empty = Message()
        self._note = Label("", "body", "ink.secondary", wrap=True)
        self.side = EmergencySide()
        self._build()
        self._connect()

    def _build(self) -> None:
        people = RowsCard(self.list, self._empty)
        self._pages = people.pages
        self._leading = QVBoxLayout()
        for part in (self.parts, self.field):
            self._leading.addWidget(part)
        self._leading.addWidget(people, 1)
        self._row = QHBoxLayout()
        self._row.addLayout(self._leading, 1)
        self._row.addWidget(self.side)
        self._top = page_head(self.back, self._title, self._where, self.save)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.strip)
        self._column.addWidget(self._top)
        self._column.addLayout(self._row, 1)
        self._column.addWidget(self._note)

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
        margin = theme.margin(layout)
        self._column.setContentsMargins(margin, margin, margin, margin)
        gap = theme.space(1) if layout.low else theme.space(2)
        for column in (self._column, self._leading):
            column.setSpacing(gap)
        self._row.setSpacing(theme.space(2) if layout.low else theme.space(3))
        self.side.setFixedWidth(theme.side_column(layout))
        self.side.set_layout(layout)
        self._delegate.height = theme.size("row.recentCompact")
        self._delegate.inset = 12
        self._low = layout.low
        self.list.doItemsLayout()
        self._give_way()

    _low = False

    def show_strip(self, *, shown: bool) -> None:
        """Show what the last scan came to."""
        self.strip.setVisible(shown)
        self._give_way()

    def _give_way(self) -> None:
        """Leave out the head where the list would have no room beside a verdict."""
        self._top.setVisible(not self._low or self.strip.isHidden())

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
        self._title.set_ink("state.stop.ink" if state.is_on and state.needs_reason else "ink.primary")
        self._where.setText(view.where)
        self.save.setVisible(state.emergency is not None)
        self.parts.set_options(view.parts)
        self.parts.choose(state.part.value)
        self.parts.setVisible(bool(view.parts))
        self._show_people(state, view)
        self.side.show_view(state, view)
        self._note.setText(state.said)
        self._note.set_ink("state.stop.ink" if state.wrong else "ink.secondary")
        self._note.setVisible(bool(state.said))

    def _show_people(self, state: EmergencyState, view: EmergencyView) -> None:
        if self.field.text() != state.query:
            self.field.set_text(state.query)
        self.model.show_rows(view.rows)
        mark(self.list, view.chosen)
        self._pages.setCurrentIndex(0 if view.rows else 1)
        self._empty.say(view.empty)
