"""Lists as every screen has them: the view, what it says while it is empty, its keys, and rows that are widgets."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QHBoxLayout,
    QListView,
    QScrollArea,
    QSizePolicy,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from checkin_app.ui import theme
from checkin_app.ui.kit.buttons import KeyCap
from checkin_app.ui.kit.cards import Card, Line
from checkin_app.ui.kit.labels import Label
from checkin_app.ui.kit.rows_view import RowsView

Row = TypeVar("Row", bound=QWidget)


def list_view(model: QAbstractItemModel, delegate: QAbstractItemDelegate, *, uniform: bool = True) -> RowsView:
    """Return a view of `model`; `uniform` is False only where few rows are of several heights."""
    view = RowsView()
    view.setModel(model)
    view.setItemDelegate(delegate)
    view.setUniformItemSizes(uniform)
    return view


def mark(view: QListView, place: int) -> None:
    """Choose the row at `place` and bring it into sight; any place that is no row chooses none."""
    index = view.model().index(place, 0)
    if not index.isValid():
        view.clearSelection()
    elif view.currentIndex() != index or not view.selectionModel().isSelected(index):
        view.setCurrentIndex(index)


class _Keyless(QScrollArea):
    """Leaves every key to what it stands in: the arrows choose there."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()


def scrolled(inner: QWidget, *, by_keys: bool = True) -> QScrollArea:
    """Return `inner` as wide as its place and as high as it needs; the keys stay with what stands in it."""
    scroll = QScrollArea() if by_keys else _Keyless()
    scroll.setWidget(inner)
    scroll.setWidgetResizable(True)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return scroll


class _Shrinking(QScrollArea):
    """As high as what it holds, and lower where there is no room for that."""

    def __init__(self, inner: QWidget, least: int) -> None:
        super().__init__()
        self._inner, self._least = inner, least
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)

    def sizeHint(self) -> QSize:
        inner, width = self._inner, self.viewport().width()
        wanted = inner.heightForWidth(width) if inner.hasHeightForWidth() else inner.sizeHint().height()
        return QSize(inner.sizeHint().width(), wanted)

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), min(self._least, self.sizeHint().height()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._inner and event.type() in {QEvent.Type.LayoutRequest, QEvent.Type.Resize}:
            self.updateGeometry()
        return super().eventFilter(watched, event)


def as_high_as_needed(inner: QWidget, least: int = 88) -> QScrollArea:
    """Return `inner` in a place of its own height, down to `least` pixels where others need the room."""
    return _Shrinking(inner, least)


class Message(QWidget):
    """What stands in the place of rows while there are none: a sentence, a next step, perhaps a button."""

    def __init__(self, *below: QWidget) -> None:
        super().__init__()
        self.title, self._line = Label("", "title", wrap=True), Label("", "bodyLarge", "ink.hint", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 12, 32, 12)
        column.addStretch(2)
        for label in (self.title, self._line):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        column.addSpacing(theme.space(4) if below else 0)
        for widget in below:
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def say(self, title: str, line: str = "", *, ink: str = "ink.primary") -> None:
        self.title.setText(title)
        self.title.set_ink(ink)
        self._line.setText(line)
        self._line.setVisible(bool(line))


class RowsCard(Card):
    """Rows, or a message in their place, clear of the card's round corners unless something else stands there."""

    def __init__(self, view: QListView, *others: QWidget, head: bool = False, foot: bool = False) -> None:
        super().__init__()
        clear = theme.space(2)
        self.body.setContentsMargins(2, 2 if head else clear, 2, 2 if foot else clear)
        self.body.setSpacing(0)
        self.pages = QStackedLayout()
        # Before its pages: the first one is shown at once, and would be a window of its own.
        self.body.addLayout(self.pages, 1)
        for page in (view, *others):
            self.pages.addWidget(page)


class ListKeys(QWidget):
    """The keys that work in a list, under it."""

    def __init__(self) -> None:
        super().__init__()
        self._choose, self._enter = Label("", ink="ink.secondary"), Label("", ink="ink.secondary")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.space(3))
        for widget in (KeyCap("↑"), KeyCap("↓"), self._choose, KeyCap("Enter"), self._enter):
            row.addWidget(widget)

    def set_words(self, choose: str, enter: str) -> None:
        self._choose.setText(choose)
        self._enter.setText(enter)


class RowColumn(Generic[Row]):
    """Rows that are widgets, a hairline under each; made when first needed, then kept."""

    def __init__(self, column: QVBoxLayout, make: Callable[[], Row], *, first: int = 0) -> None:
        """Keep rows in `column` from its place `first` on."""
        self._column, self._make, self._first = column, make, first
        self.made: list[Row] = []
        self._lines: list[Line] = []

    def take(self, count: int) -> Sequence[Row]:
        """Return `count` rows to be filled, and hide the others."""
        while len(self.made) < count:
            self._add(self._make())
        for place, (row, line) in enumerate(zip(self.made, self._lines, strict=True)):
            row.setVisible(place < count)
            line.setVisible(place < count)
        return self.made[:count]

    def _add(self, row: Row) -> None:
        at, line = self._first + 2 * len(self.made), Line()
        self._column.insertWidget(at, row)
        self._column.insertWidget(at + 1, line)
        self.made.append(row)
        self._lines.append(line)
