"""People already on the list who may be the guest, beside the form before a second person is made."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from checkin_app.domain.ids import DelegateId
from checkin_app.domain.outcomes import Verdict
from checkin_app.ui import theme
from checkin_app.ui.kit import bidi, icons, marks, paint
from checkin_app.ui.kit.buttons import Button
from checkin_app.ui.kit.cards import Card, Line
from checkin_app.ui.kit.chips import ChipTone, StateChip
from checkin_app.ui.kit.labels import Label, NameText
from checkin_app.ui.kit.lists import RowColumn, scrolled


@dataclass(frozen=True, slots=True)
class AlikeView:
    """One look-alike, already in words."""

    delegate: DelegateId
    name: str
    latin: str
    organisation: str
    number: str
    chip: str
    tone: ChipTone


@dataclass(frozen=True, slots=True)
class AlikesView:
    """Everything the side column shows, already in words."""

    title: str
    explained: str
    button: str
    """What says: this is the guest."""
    alikes: tuple[AlikeView, ...]


class _Sign(QWidget):
    """The ask triangle while somebody may be the guest, a plain person while nobody is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.asking = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        side = theme.size("mark.list")
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        square = QRect(0, 0, self.width(), self.height())
        with paint.painting(self) as painter:
            if self.asking:
                marks.draw_small(painter, square, Verdict.ASK)
            else:
                icons.draw(painter, square, "users", theme.color("ink.secondary"))


class _Alike(QWidget):
    """One look-alike with the button that says: this is the guest."""

    picked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._delegate = DelegateId("")
        self._name, self._number = NameText("heading", least=18), Label("", "buttonLarge")
        self._latin = Label("", "body", wrap=True)
        self._place = Label("", "body", "ink.secondary", wrap=True)
        self._chip = StateChip()
        self.button = Button("", height=theme.size("target.min"))
        self.button.clicked.connect(lambda: self.picked.emit(self._delegate))
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(20, 14, 20, 14)
        self._body.setSpacing(theme.space(1))
        head = QHBoxLayout()
        head.addWidget(self._name, 1)
        head.addWidget(self._number, 0, Qt.AlignmentFlag.AlignTop)
        self._foot = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._foot.setContentsMargins(0, 4, 0, 0)
        self._foot.addWidget(self._chip)
        self._foot.addStretch(1)
        self._foot.addWidget(self.button)
        self._body.addLayout(head)
        self._body.addWidget(self._latin)
        self._body.addWidget(self._place)
        self._body.addLayout(self._foot)

    def set_tight(self, *, tight: bool) -> None:
        """Put the button under the state where they have no room beside each other."""
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._foot.setDirection(down if tight else across)
        side = 16 if tight else 20
        self._body.setContentsMargins(side, 14, side, 14)

    def show_alike(self, view: AlikeView, button: str) -> None:
        self._delegate = view.delegate
        direction = self.layoutDirection()
        self._name.set_text(view.name)
        self._number.setText(bidi.code(view.number))
        self._latin.setText(bidi.leading(view.latin, direction))
        self._latin.setVisible(bool(view.latin))
        self._place.setText(bidi.leading(view.organisation, direction))
        self._place.setVisible(bool(view.organisation))
        self._chip.set_state(view.chip, view.tone)
        self.button.setText(button)
        self.button.setAccessibleName(f"{button}: {view.name} {view.number}")


class LookAlikes(Card):
    """The side column; `picked` carries the id of whom the guest turned out to be."""

    picked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=1)
        self._sign, self._title = _Sign(), Label("", "buttonLarge", wrap=True)
        self._explained = Label("", "body", "ink.secondary", wrap=True)
        self._tight = False
        head = QHBoxLayout()
        head.setContentsMargins(20, 12, 20, 12)
        head.setSpacing(theme.space(3))
        head.addWidget(self._sign)
        head.addWidget(self._title, 1)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        words = QVBoxLayout()
        words.setContentsMargins(20, 16, 20, 16)
        words.addWidget(self._explained)
        column.addLayout(words)
        column.addStretch(1)
        self._rows = RowColumn(column, self._new_row)
        self.body.setSpacing(0)
        self.body.addLayout(head)
        self.body.addWidget(Line())
        self.body.addWidget(scrolled(inner), 1)

    def show_alikes(self, view: AlikesView) -> None:
        alikes = view.alikes
        self._sign.asking = bool(alikes)
        self._sign.update()
        self._title.setText(view.title)
        self._explained.setText(view.explained)
        for row, alike in zip(self._rows.take(len(alikes)), alikes, strict=True):
            row.show_alike(alike, view.button)

    def set_layout(self, layout: theme.Layout) -> None:
        self._tight = layout.narrow
        for row in self._rows.made:
            row.set_tight(tight=self._tight)

    def _new_row(self) -> _Alike:
        row = _Alike()
        row.set_tight(tight=self._tight)
        row.picked.connect(self.picked)
        return row
