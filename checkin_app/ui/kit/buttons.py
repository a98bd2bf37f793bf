"""Buttons, key caps and the row of choices."""

from collections.abc import Sequence
from enum import StrEnum
from itertools import pairwise

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QHideEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QWidget

from checkin_app.domain.roles import Deed
from checkin_app.ui import theme
from checkin_app.ui.kit import icons, paint
from checkin_app.ui.kit.flow import FlowLayout
from checkin_app.ui.kit.leave import ByLeave
from checkin_app.ui.kit.lines import Lines

#: Between the edge of a button and what stands in it, in pixels.
_EDGE = 8


def key_width(key: str) -> int:
    """Return how wide a key cap is drawn, 0 where there is no key."""
    return max(theme.size("keycap"), paint.width_of(key, theme.font("button")) + 14) if key else 0


def draw_key(painter: QPainter, rect: QRect, key: str, ink: QColor) -> None:
    paint.box(painter, rect, fill=None, line=ink, width=1.25, radius=theme.radius("keycap"))
    paint.text(painter, rect, key, theme.font("button"), ink, Qt.AlignmentFlag.AlignHCenter)


class KeyCap(QWidget):
    """The key that does the same as what stands beside it."""

    def __init__(self, key: str, ink: str = "ink.secondary", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key, self._ink = key, ink
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(key_width(self._key), theme.size("keycap"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        with paint.painting(self) as painter:
            draw_key(painter, self.rect(), self._key, theme.color(self._ink))


class ButtonKind(StrEnum):
    PRIMARY = "primary"
    SECONDARY = "secondary"
    QUIET = "quiet"
    ON_PLATE = "on_plate"
    """Secondary on the dark undo bar."""


_INKS = {
    ButtonKind.PRIMARY: "accent.ink",
    ButtonKind.SECONDARY: "ink.primary",
    ButtonKind.QUIET: "accent.text",
    ButtonKind.ON_PLATE: "plate.ink",
}


class Button(ByLeave, QAbstractButton):
    """A button with an icon before its words and the key that does the same after them.

    `deed` is what it does by a fact, for which whoever acts needs leave.  It takes the focus by Tab only, so that a click leaves scanning where it is. The second press of a double click is
    its own only where the first was: what the first has put under the pointer is not meant.
    """

    def __init__(  # noqa: PLR0913 - what a button shows, each with its name
        self,
        text: str = "",
        kind: ButtonKind = ButtonKind.SECONDARY,
        *,
        icon: str = "",
        key: str = "",
        height: int = 0,
        deed: Deed | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._kind, self._icon, self._key = kind, icon, key
        self.deed = deed
        self._pressed_here = False
        self._height = height or theme.size("target.button")
        self.setText(text)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def setText(self, text: str) -> None:
        super().setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()

    def set_height(self, height: int) -> None:
        self._height = height
        self.updateGeometry()

    def set_icon_name(self, icon: str) -> None:
        self._icon = icon
        self.update()

    def set_kind(self, kind: ButtonKind) -> None:
        self._kind = kind
        self.update()

    def words_font(self) -> QFont:
        return theme.font("button" if self._height < theme.size("target.scan") else "buttonLarge")

    def _parts(self) -> list[tuple[str, int]]:
        """Return what is drawn in reading order, each with its width."""
        parts = [("icon", 20)] if self._icon else []
        if self.text() or not parts:
            parts.append(("text", paint.width_of(self.text(), self.words_font())))
        return [*parts, ("key", key_width(self._key))] if self._key else parts

    def sizeHint(self) -> QSize:
        return QSize(_width(self._parts()) + (36 if self._kind is not ButtonKind.QUIET else 24), self._needed())

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.size("target.min"), self._needed())

    def _needed(self) -> int:
        """Return its height, or more where its words need more lines than that holds, as wide as it is now.

        A layout keeps a button no higher than its hint, so what Qt calls height for width would do nothing.
        """
        one = _width([part for part in self._parts() if part[0] != "icon"]) <= self.width() - 2 * _EDGE
        return self._height if one or not self._placed else max(self._height, self._lines(self.width()).height + _EDGE)

    @property
    def _placed(self) -> bool:
        """Whether it has the width of a place yet: that of a widget in none says nothing of its lines."""
        return self.testAttribute(Qt.WidgetAttribute.WA_Resized)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed_here = True
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._pressed_here:
            super().mouseDoubleClickEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._pressed_here = False
        super().leaveEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self._pressed_here = False
        super().hideEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with paint.painting(self) as painter:
            self._ground(painter)
            self._content(painter)

    def _ground(self, painter: QPainter) -> None:
        radius = theme.radius("control")
        if not self.isEnabled():
            paint.sunk(painter, self.rect(), radius, shut=True)
        elif self._kind is ButtonKind.PRIMARY:
            fill = theme.color("accent.fill")
            paint.box(painter, self.rect(), fill=fill.darker(112) if self.isDown() else fill, radius=radius)
        elif self._kind is ButtonKind.ON_PLATE:
            paint.box(
                painter, self.rect(), fill=theme.color("plate.fill"), line=theme.color("plate.ink"), radius=radius
            )
        elif self._kind is ButtonKind.SECONDARY or self.isDown():
            fill = theme.color("bg.sunk" if self.isDown() or self.isChecked() else "bg.surface")
            paint.box(painter, self.rect(), fill=fill, line=theme.color("line.control"), width=1.25, radius=radius)

    def _ink(self) -> str:
        return _INKS[self._kind] if self.isEnabled() else "ink.hint"

    def _content(self, painter: QPainter) -> None:
        ink = theme.color(self._ink())
        parts, room = self._parts(), self.width() - 2 * _EDGE
        if self.refusal is not None:
            parts = self._say_who_may(painter, ink, parts, self.refusal.who)
        if _width(parts) > room:
            parts = [part for part in parts if part[0] != "icon"]  # the words say what it does, the icon repeats it
        if _width(parts) > room:
            self._in_two_lines(painter, ink)
            return
        x = max(_EDGE, (self.width() - _width(parts)) // 2)
        for part, width in parts:
            self._part(painter, part, x, width, ink)
            x += width + 10

    def _say_who_may(
        self, painter: QPainter, ink: QColor, parts: Sequence[tuple[str, int]], who: str
    ) -> list[tuple[str, int]]:
        """Return what is drawn where whoever acts may not: who may stands in the key's place, or below where it has room."""
        without, line = [part for part in parts if part[0] != "key"], theme.line_height("body")
        told = [*without, ("who", paint.width_of(who, theme.font("body")))]
        room = self.width() - 2 * _EDGE
        if _width(told) <= room:
            return told
        if _width(without[-1:]) <= room and self.height() >= 2 * line + 4:
            place = QRect(_EDGE, self.height() - line - 4, room, line)
            paint.text(painter, place, who, theme.font("body"), ink, Qt.AlignmentFlag.AlignHCenter)
            painter.translate(0, -line // 2)
        return without

    def _in_two_lines(self, painter: QPainter, ink: QColor) -> None:
        """Draw the words in two lines, and the key after them, where one line is too long."""
        key, lines = key_width(self._key), self._lines(self.width())
        lines.width = min(lines.width, lines.widest())
        x = max(_EDGE, (self.width() - lines.width - (key + 10 if key else 0)) // 2)
        lines.draw(painter, self, (x, (self.height() - lines.height) // 2), ink)
        if key:
            self._part(painter, "key", x + lines.width + 10, key, ink)

    def _lines(self, width: int) -> Lines:
        key = key_width(self._key)
        room = width - 2 * _EDGE - (key + 10 if key else 0)
        return Lines(self.text(), self.words_font().pixelSize(), room, least=theme.grown(16), bold=True)

    def _part(self, painter: QPainter, part: str, x: int, width: int, ink: QColor) -> None:
        height = {"icon": 20, "key": theme.size("keycap")}.get(part, self.height())
        rect = paint.visual(self, QRect(x, (self.height() - height) // 2, width, height))
        if part == "icon":
            icons.draw(painter, rect, self._icon, ink)
        elif part == "key":
            draw_key(painter, rect, self._key, ink)
        elif part == "who" and self.refusal is not None:
            paint.text(painter, rect, self.refusal.who, theme.font("body"), ink)
        else:
            paint.text(painter, rect, self.text(), self.words_font(), ink)


def tab_in_place(holder: QWidget, buttons: Sequence[QWidget]) -> None:
    """Let Tab reach buttons that were made late where their holder stands, not after everything else."""
    policy = holder.focusPolicy()
    # Qt passes over a widget that takes no focus.
    holder.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    for former, button in pairwise([holder, *buttons]):
        QWidget.setTabOrder(former, button)
    holder.setFocusPolicy(policy)


def _width(parts: Sequence[tuple[str, int]]) -> int:
    return sum(width for _, width in parts) + 10 * (len(parts) - 1)


class Segmented(QWidget):
    """One choice out of a few, all in sight: categories, routes, reasons; or `several`, and `chosen` tells all of them."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None, *, several: bool = False) -> None:
        super().__init__(parent)
        self._row = FlowLayout(self, gap=theme.space(2), fill=True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._group = QButtonGroup(self)
        self._group.setExclusive(not several)
        self._values: list[str] = []
        self._group.idClicked.connect(self._clicked)

    def set_options(self, options: Sequence[tuple[str, str]]) -> None:
        """Show (value, words) pairs; the value chosen before stays chosen if it is still offered."""
        if self._values == [value for value, _ in options]:
            for button, (_, words) in zip(self._group.buttons(), options, strict=True):
                button.setText(words)
            return
        former = self.value()
        for button in self._group.buttons():
            self._group.removeButton(button)
            self._row.removeWidget(button)
            button.deleteLater()
        self._values = [value for value, _ in options]
        for index, (_, words) in enumerate(options):
            button = _Choice(words, parent=self)
            self._group.addButton(button, index)
            self._row.addWidget(button)
        tab_in_place(self, self._group.buttons())
        self.choose(former)

    def choose(self, value: str) -> None:
        """Mark a value without telling anybody."""
        if value in self._values:
            self._group.button(self._values.index(value)).setChecked(True)

    def choose_all(self, values: Sequence[str]) -> None:
        """Mark these values, and no other, without telling anybody."""
        for value, button in zip(self._values, self._group.buttons(), strict=True):
            button.setChecked(value in values)

    def count(self) -> int:
        """Return how many choices there are."""
        return len(self._values)

    def value(self) -> str:
        """Return the value chosen, empty while none is."""
        index = self._group.checkedId()
        return self._values[index] if 0 <= index < len(self._values) else ""

    def _clicked(self, index: int) -> None:
        if self._group.exclusive():
            self.chosen.emit(self._values[index])
        else:
            marked = zip(self._values, self._group.buttons(), strict=True)
            self.chosen.emit(tuple(value for value, button in marked if button.isChecked()))


class _Choice(Button):
    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(text, parent=parent)
        self.setCheckable(True)

    def sizeHint(self) -> QSize:
        """Larger words leave less around them, so that few choices stay in one row."""
        around = 36 if theme.text_size() == 100 else 2 * _EDGE
        return QSize(_width(self._parts()) + around, self._needed())

    def _ground(self, painter: QPainter) -> None:
        on, radius = self.isChecked(), theme.radius("control")
        if self._ink() == "plate.ink":
            paint.box(painter, self.rect(), fill=theme.color("plate.fill"), radius=radius)
            return
        fill, line = ("accent.tint", "accent.fill") if on else ("bg.surface", "line.control")
        width = 2.5 if on else 1.25
        paint.box(painter, self.rect(), fill=theme.color(fill), line=theme.color(line), width=width, radius=radius)

    def _ink(self) -> str:
        """In sunlight a tint and a thicker line are not seen: what is chosen is filled."""
        sunlight = theme.current().name is theme.ThemeName.SUNLIGHT
        return "plate.ink" if sunlight and self.isChecked() and self.isEnabled() else super()._ink()
