"""The laptops' widgets: the list of all, and what is known of the one looked at."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from checkin_app.ui import theme
from checkin_app.ui.kit.buttons import Button, ButtonKind
from checkin_app.ui.kit.cards import Card, Section
from checkin_app.ui.kit.chips import StateChip
from checkin_app.ui.kit.foot import Foot
from checkin_app.ui.kit.labels import Label
from checkin_app.ui.kit.lists import Message, list_view, mark, scrolled
from checkin_app.ui.kit.row_model import RowModel
from checkin_app.ui.kit.rows import RowDelegate, RowView
from checkin_app.ui.kit.verdict import VerdictStrip
from checkin_app.ui.laptops.state import LaptopsState
from checkin_app.ui.laptops.words import LaptopsView, LaptopsWords


class LaptopsPanel(QWidget):
    """Draws a `LaptopsState`.

    Signals: `left` for the settings, `row_chosen` with a place among all rows.
    """

    left = Signal()
    row_chosen = Signal(object)

    def __init__(self, words: LaptopsWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.strip = VerdictStrip()
        self.strip.hide()
        self.back = Button("", ButtonKind.QUIET, icon="arrow-left")
        self._title, self._line = Label("", "heading"), Label("", "body", "ink.secondary", wrap=True)
        self.model, self._delegate = RowModel(self), RowDelegate(self)
        self.list = list_view(self.model, self._delegate)
        self._section, self._message = Section(), Message()
        self._name, self._chip = Label("", "title", wrap=True), StateChip()
        self._card_line = Label("", "bodyLarge", "ink.secondary", wrap=True)
        self._told: list[tuple[Label, Label]] = []
        self._foot = Foot()
        self._build()
        self.back.clicked.connect(self.left)
        self.list.clicked.connect(lambda index: self.row_chosen.emit(index.row()))

    def _build(self) -> None:
        self._section.body.addWidget(self.list, 1)
        self._section.body.addWidget(self._message, 1)
        self._section.body.setContentsMargins(2, 0, 2, theme.space(2))  # clear of its round corners
        self._card = self._looked_at()
        right = QVBoxLayout()
        right.addWidget(scrolled(self._card), 1)
        right.addWidget(self._foot)
        self._row = QHBoxLayout()
        self._row.addWidget(self._section)
        self._row.addLayout(right, 1)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.strip)
        self._top = self._head()
        self._column.addWidget(self._top)
        self._column.addLayout(self._row, 1)

    def _head(self) -> QWidget:
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addWidget(self._title)
        said.addWidget(self._line)
        holder = QWidget()
        head = QHBoxLayout(holder)
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(theme.space(3))
        head.addWidget(self.back)
        head.addLayout(said, 1)
        return holder

    def _looked_at(self) -> Card:
        card = Card(padding=20)
        head = QHBoxLayout()
        head.addWidget(self._name, 1)
        head.addWidget(self._chip, 0, Qt.AlignmentFlag.AlignTop)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme.space(4))
        self._grid.setColumnStretch(1, 1)
        card.body.addLayout(head)
        card.body.addWidget(self._card_line)
        card.body.addLayout(self._grid)
        card.body.addStretch(1)
        return card

    def set_layout(self, layout: theme.Layout) -> None:
        margin, regular = theme.margin(layout), layout is theme.Layout.REGULAR
        self._column.setContentsMargins(margin, margin, margin, margin)
        self._column.setSpacing(theme.space(2) if layout.low else theme.space(3))
        self._row.setSpacing(theme.space(3))
        self._section.setFixedWidth(theme.widened(layout.of(420, 380, 320)))
        self._section.set_padding(layout.of(20, 16, 12))
        self._delegate.height = theme.size("row.recent" if regular else "row.recentCompact")
        self._delegate.inset = layout.of(20, 16, 12)
        self.list.setMinimumHeight(2 * self._delegate.height)
        self.list.doItemsLayout()
        self._title.set_type("title" if layout.low else "heading")
        self._grid.setVerticalSpacing(theme.space(1) if layout.low else theme.space(2))
        self._foot.set_layout(layout)
        self._timed = not layout.narrow and theme.text_size() == 100
        self._show_rows()
        self._low = layout.low
        self._give_way()

    def show_strip(self, *, shown: bool) -> None:
        """Show what the last scan came to."""
        self.strip.setVisible(shown)
        self._give_way()

    def _give_way(self) -> None:
        """Leave out the head where the laptops would have no room beside a verdict."""
        self._top.setVisible(not self._low or self.strip.isHidden())

    # ---- drawing

    _low = False
    _timed = True
    _rows: tuple[RowView, ...] = ()
    _place = -1

    def retranslate(self) -> None:
        self.back.setText(self.tr("Settings"))
        self._line.setText(self.tr("Each is complete in itself; where they meet, they become one."))
        self.list.setAccessibleName(self.tr("Laptops"))

    def render_state(self, state: LaptopsState) -> None:
        """Draw everything the state says."""
        view = self._words.view(state)
        self._title.setText(view.title)
        self._section.set_title(view.section, view.count)
        self._rows, self._place = view.rows, state.place
        self._show_rows()
        self._message.say(view.empty)
        self._message.setVisible(not view.rows)
        self.list.setVisible(bool(view.rows))
        self._show_looked_at(view)
        self._foot.line.setText("")
        self._foot.second_line.setText(view.note)
        self._foot.second_line.set_ink("state.stop.ink" if state.wrong else "ink.secondary")
        self._foot.arrange()

    def _show_rows(self) -> None:
        """Show the rows: where there is no room for the time beside the name, the card tells it."""
        self.model.show_rows(self._rows if self._timed else [replace(each, time="") for each in self._rows])
        mark(self.list, self._place)

    def _show_looked_at(self, view: LaptopsView) -> None:
        self._card.setVisible(bool(view.name))
        self._name.setText(view.name)
        self._chip.set_state(view.chip, view.tone)
        self._chip.setVisible(bool(view.chip))
        self._card_line.setText(view.line)
        self._card_line.setVisible(bool(view.line))
        while len(self._told) < len(view.told):
            self._add_told()
        for place, labels in enumerate(self._told):
            what, value = view.told[place] if place < len(view.told) else ("", "")
            for label, text in zip(labels, (what, value), strict=True):
                label.setText(text)
                label.setVisible(bool(text))

    def _add_told(self) -> None:
        labels = Label("", "body", "ink.secondary"), Label("", "body", wrap=True)
        for column, label in enumerate(labels):
            self._grid.addWidget(label, len(self._told), column, Qt.AlignmentFlag.AlignTop)
        self._told.append(labels)
