"""The souls equation: who should be aboard, a tile for each kind of people."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from checkin_app.domain.head_counts import Crew
from checkin_app.domain.roles import Deed
from checkin_app.ui import theme
from checkin_app.ui.kit import paint
from checkin_app.ui.kit.buttons import Button, ButtonKind
from checkin_app.ui.kit.labels import Label


class SoulTile(QWidget):
    """So many of a kind; `stepped` with 1 or -1 where somebody says that it is one more or fewer."""

    stepped = Signal(object)

    def __init__(self, *, is_fixed: bool) -> None:
        super().__init__()
        self._number, self._word = Label("", "title"), Label("", "body", "ink.secondary")
        self.fewer, self.more = (Button(sign, ButtonKind.QUIET, deed=Deed.MOVE_BUS) for sign in "−+")
        for label in (self._number, self._word):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._number.setMinimumHeight(theme.size("target.min"))
        number = QHBoxLayout()
        number.setSpacing(0)
        if not is_fixed:
            number.addWidget(self.fewer)
        number.addWidget(self._number, 1)
        if not is_fixed:
            number.addWidget(self.more)
        column = QVBoxLayout(self)
        column.setContentsMargins(2, 0, 2, 6)
        column.setSpacing(0)
        column.addLayout(number)
        column.addWidget(self._word)
        for button, step in ((self.fewer, -1), (self.more, 1)):
            button.set_height(theme.size("target.min"))
            button.clicked.connect(partial(self.stepped.emit, step))

    def show_souls(self, word: str, number: str, fewer: str, more: str) -> None:
        self._word.setText(word)
        self._number.setText(number)
        self.fewer.setAccessibleName(fewer)
        self.more.setAccessibleName(more)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with paint.painting(self) as painter:
            paint.sunk(painter, self.rect(), theme.radius("control"))


class Souls(QWidget):
    """Draws the souls equation; `stepped` with a pair of a `Crew` and 1 or -1."""

    stepped = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.delegates = SoulTile(is_fixed=True)
        self.crew = {each: SoulTile(is_fixed=False) for each in Crew}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme.space(2))
        for role, tile in self.crew.items():
            tile.stepped.connect(lambda step, role=role: self.stepped.emit((role, step)))
        self.set_columns(4)

    def set_columns(self, columns: int) -> None:
        for place, tile in enumerate((self.delegates, *self.crew.values())):
            self._grid.addWidget(tile, place // columns, place % columns)

    def show_souls(self, souls: tuple[tuple[str, str], ...], *, may_change: bool) -> None:
        for tile, (word, number) in zip((self.delegates, *self.crew.values()), souls, strict=True):
            fewer = self.tr("{people}: one fewer").format(people=word)
            tile.show_souls(word, number, fewer, self.tr("{people}: one more").format(people=word))
        for tile in self.crew.values():
            for button in (tile.fewer, tile.more):
                button.setVisible(may_change)
