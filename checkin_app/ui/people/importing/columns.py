"""What each column of a list is taken for, with a menu to say otherwise."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from checkin_app.domain.lists.fields import Field
from checkin_app.ui import theme, words, words_lists
from checkin_app.ui.kit import bidi
from checkin_app.ui.kit.labels import Label
from checkin_app.ui.kit.menus import Menu
from checkin_app.ui.kit.timers import single_shot
from checkin_app.ui.people.importing.words import ColumnView

#: A list may have a hundred columns, and each has a menu of some twenty meanings.
_AT_A_TIME = 6
_MEANINGS: tuple[Field | None, ...] = (None, *Field)


class ColumnGrid(QScrollArea):
    """One line a column: its heading, what stands in it, what it is; `column_chosen` carries the place and the meaning."""

    column_chosen = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._narrow = False
        self._lines: list[tuple[Label, Label, Label, Menu]] = []
        self._told: tuple[tuple[ColumnView, ...], str] = ((), "")
        self._shown = 0
        self._others = single_shot(self, self._show_some)
        holder = QWidget()
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme.space(4))
        self._grid.setVerticalSpacing(theme.space(2))
        self._grid.setColumnStretch(2, 1)
        column = QVBoxLayout(holder)
        column.setContentsMargins(20, 14, 20, 14)
        column.addLayout(self._grid)
        column.addStretch(1)
        self.setWidget(holder)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    @property
    def menus(self) -> Sequence[QComboBox]:
        return [menu for *_, menu in self._lines]

    def set_layout(self, layout: theme.Layout) -> None:
        self._narrow = narrow = layout.narrow
        for _, heading, _, menu in self._lines:
            heading.setFixedWidth(200 if narrow else 280)
            menu.setFixedWidth(220 if narrow else 280)

    def show_columns(self, columns: Sequence[ColumnView]) -> None:
        """Show `columns` once somebody looks: the first at once, the others between what else the screen has to do."""
        told = words.spoken()
        if (tuple(columns), told) != self._told:
            self._told = tuple(columns), told
            self._shown = 0
            self._show_some()

    def _show_some(self) -> None:
        columns, _ = self._told
        if not self.isVisible():
            return
        end = min(self._shown + _AT_A_TIME, max(len(columns), len(self._lines)))
        for place in range(self._shown, end):
            self._show_line(place, columns[place] if place < len(columns) else None)
        self._shown = end
        if end < max(len(columns), len(self._lines)):
            self._others.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_some()

    def _show_line(self, place: int, view: ColumnView | None) -> None:
        if place == len(self._lines):
            self._lines.append(self._new_line(place))
        number, heading, sample, menu = self._lines[place]
        for widget in (number, heading, sample, menu):
            widget.setVisible(view is not None)
        if view is not None:
            number.setText(bidi.code(str(view.place + 1)))
            heading.setText(bidi.name(view.heading) or self.tr("(no heading)"))
            before = self.tr("as in the last list with these headings") if view.remembered else ""
            sample.setText("\n".join(each for each in (bidi.name(view.sample), before) if each))
            self._fill(menu, view)

    def _new_line(self, place: int) -> tuple[Label, Label, Label, Menu]:
        number, heading = Label("", "buttonLarge"), Label("", "bodyLarge", wrap=True)
        sample, menu = Label("", "body", "ink.secondary", wrap=True), Menu()
        # A sample without a space is cut; it must not push the menu out of sight.
        sample.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        menu.activated.connect(partial(self._chosen, place))
        heading.setFixedWidth(200 if self._narrow else 280)
        menu.setFixedWidth(220 if self._narrow else 280)
        for index, widget in enumerate((number, heading, sample, menu)):
            self._grid.addWidget(widget, place, index)
        return number, heading, sample, menu

    def _fill(self, menu: Menu, view: ColumnView) -> None:
        menu.clear()
        menu.addItem(self.tr("– not taken –"))
        menu.addItems([words_lists.field(each) for each in Field])
        menu.setCurrentIndex(_MEANINGS.index(view.field))
        menu.setAccessibleName(self.tr("Column {number}").format(number=view.place + 1))

    def _chosen(self, place: int, index: int) -> None:
        self.column_chosen.emit(place, _MEANINGS[index])
