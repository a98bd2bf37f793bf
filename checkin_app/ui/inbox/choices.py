"""What can be chosen, each with its number key and what follows from it."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from checkin_app.ui import theme
from checkin_app.ui.kit import paint
from checkin_app.ui.kit.buttons import draw_key, key_width, tab_in_place
from checkin_app.ui.kit.lines import Lines

_INSET = 16


class ChoiceButton(QAbstractButton):
    """One choice: what it says over what follows."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.key, self.then, self._tight = "", "", False
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_choice(self, key: str, says: str, then: str) -> None:
        self.key, self.then = key, then
        self.setText(says)
        self.setAccessibleName(f"{key} {says}. {then}")
        self.updateGeometry()
        self.update()

    def set_tight(self, *, tight: bool) -> None:
        self._tight = tight
        self.updateGeometry()

    def _lines(self, width: int) -> tuple[Lines, Lines]:
        room = width - 2 * _INSET - key_width(self.key) - 14
        says = Lines(self.text(), theme.grown(18), room, least=theme.grown(16), bold=True)
        return says, Lines(self.then, theme.grown(16), room, least=theme.grown(16))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        says, then = self._lines(width)
        return max(theme.size("target.min"), says.height + then.height + (8 if self._tight else 18))

    def sizeHint(self) -> QSize:
        return QSize(240, self.heightForWidth(max(240, self.width())))

    def paintEvent(self, _event: QPaintEvent) -> None:
        on, radius = self.isChecked(), theme.radius("control")
        ink = theme.color("ink.primary" if self.isEnabled() else "ink.hint")
        with paint.painting(self) as painter:
            fill = theme.color("accent.tint" if on else "bg.surface")
            line = theme.color("accent.fill" if on else "line.control")
            paint.box(painter, self.rect(), fill=fill, line=line, width=2.5 if on else 1.25, radius=radius)
            cap, side = key_width(self.key), theme.size("keycap")
            place = QRect(_INSET, (self.height() - side) // 2, cap, side)
            draw_key(painter, paint.visual(self, place), self.key, ink)
            says, then = self._lines(self.width())
            y = (self.height() - says.height - then.height) // 2
            says.draw(painter, self, (_INSET + cap + 14, y), ink)
            quiet = theme.color("ink.secondary" if self.isEnabled() else "ink.hint")
            then.draw(painter, self, (_INSET + cap + 14, y + says.height), quiet)


class ChoiceList(QWidget):
    """The choices in order; `picked` carries the key of one."""

    picked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._buttons: list[ChoiceButton] = []
        self._keys: tuple[str, ...] = ()
        self._tight = False

    def set_tight(self, *, tight: bool) -> None:
        self._tight = tight
        self._column.setSpacing(theme.space(1) if tight else theme.space(2))
        for each in self._buttons:
            each.set_tight(tight=tight)

    def show_choices(self, rows: Sequence[tuple[str, str, str]], picked: str, *, enabled: bool) -> None:
        """Show each choice, given as its key, what it says and what follows."""
        while len(self._buttons) < len(rows):
            self._add()
        self._keys = tuple(key for key, _, _ in rows)
        for place, button in enumerate(self._buttons):
            button.setVisible(place < len(rows))
            if place < len(rows):
                key, says, then = rows[place]
                button.show_choice(str(place + 1), says, then)
                button.setChecked(key == picked)
                button.setEnabled(enabled)

    def pick(self, number: int) -> None:
        """Pick a choice by its number, from 1 on."""
        if 0 < number <= len(self._keys):
            self.picked.emit(self._keys[number - 1])

    def _add(self) -> None:
        button, place = ChoiceButton(self), len(self._buttons) + 1
        button.set_tight(tight=self._tight)
        # What is marked follows from the state, whatever a click made of the button.
        button.clicked.connect(lambda: self.pick(place))
        self._buttons.append(button)
        self._column.addWidget(button)
        tab_in_place(self, self._buttons)
