"""Small signs: category tags, state chips, bus plates, occupancy, the way of a badge, health."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QBrush, QFont, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QStyle, QWidget

from checkin_app.domain.outcomes import Verdict
from checkin_app.ui import theme
from checkin_app.ui.kit import bidi, icons, marks, paint
from checkin_app.ui.kit.drawable import drawable
from checkin_app.ui.kit.lines import Lines


class CategoryTag(QWidget):
    """Letter and word of a category; its colour is for the printed badge only.

    The word takes a second line where a card is narrow.
    """

    def __init__(self, letter: str = "", word: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._letter, self._word = letter, word
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_category(self, letter: str, word: str) -> None:
        self._letter, self._word = letter, word
        self.setAccessibleName(word)
        self.updateGeometry()
        self.update()

    def _letter_width(self) -> int:
        return max(38, paint.width_of(self._letter, theme.font("buttonLarge")) + 24)

    def _lines(self, width: int) -> Lines:
        pixels = theme.grown(18)
        return Lines(self._word, pixels, width - self._letter_width() - 24, least=pixels, bold=True, most=3)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(36, self._lines(width).height + 8)

    def sizeHint(self) -> QSize:
        width = self._letter_width() + paint.width_of(self._word, theme.font("buttonLarge")) + 26
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        longest = max((paint.width_of(part, theme.font("buttonLarge")) for part in self._word.split()), default=0)
        return QSize(min(self.sizeHint().width(), self._letter_width() + longest + 26), 36)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._word:
            return
        ink, font, letter = theme.color("ink.primary"), theme.font("buttonLarge"), self._letter_width()
        lines = self._lines(self.width())
        with paint.painting(self) as painter:
            paint.box(painter, self.rect(), fill=None, line=ink, width=2, radius=theme.radius("chip"))
            first = paint.visual(self, QRect(0, 0, letter, self.height()))
            edge = first.right() + 1 if self.layoutDirection() == Qt.LayoutDirection.LeftToRight else first.left() - 1
            painter.drawLine(edge, 1, edge, self.height() - 1)
            paint.text(painter, first, self._letter, font, ink, Qt.AlignmentFlag.AlignHCenter)
            lines.draw(painter, self, (letter + 13, (self.height() - lines.height) // 2), ink)


class ChipTone(StrEnum):
    GO = "go"
    ASK = "ask"
    STOP = "stop"
    QUIET = "quiet"
    INFO = "info"


_MARKS = {ChipTone.GO: Verdict.GO, ChipTone.ASK: Verdict.ASK, ChipTone.STOP: Verdict.STOP}


class StateChip(QWidget):
    """A state in a word: a verdict's mark or an icon before it, never colour alone."""

    def __init__(
        self, text: str = "", tone: ChipTone = ChipTone.QUIET, *, icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._text, self._tone, self._icon = text, tone, icon
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_state(self, text: str, tone: ChipTone, *, icon: str = "") -> None:
        self._text, self._tone, self._icon = text, tone, icon
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        return self._text

    def sizeHint(self) -> QSize:
        return QSize(chip_width(self._text, self._tone, self._icon), theme.size("chip"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        with paint.painting(self) as painter:
            draw_chip(painter, self.rect(), self._text, self._tone, self._icon)


def chip_width(text: str, tone: ChipTone, icon: str = "") -> int:
    sign = theme.size("mark.chip") + 8 if icon or tone in _MARKS else 0
    return paint.width_of(text, theme.font("bodyStrong")) + 20 + sign


def draw_chip(painter: QPainter, rect: QRect, text: str, tone: ChipTone, icon: str = "") -> None:
    """Draw a state chip into `rect`: for rows that paint themselves."""
    fill, ink, line = (theme.color(f"state.{tone.value}.{part}") for part in ("tint", "ink", "line"))
    frame = None if tone is ChipTone.QUIET and theme.current().name is not theme.ThemeName.SUNLIGHT else line
    paint.box(painter, rect, fill=fill, line=frame, width=1.25, radius=theme.radius("chip"))
    inner = rect.adjusted(10, 0, -10, 0)
    side = theme.size("mark.chip")
    if icon or tone in _MARKS:
        mirrored = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x = inner.right() - side if mirrored else inner.left()
        square = QRect(x, rect.center().y() - side // 2 + 1, side, side)
        if icon:
            icons.draw(painter, square, icon, ink)
        else:
            marks.draw(painter, square, _MARKS[tone], ink, fill)
        inner.adjust(0 if mirrored else side + 8, 0, -(side + 8) if mirrored else 0, 0)
    paint.text(painter, inner.adjusted(0, 0, 2, 0), text, theme.font("bodyStrong"), ink)


class PlateSize(StrEnum):
    LINE = "line"
    CARD = "card"
    HERO = "hero"


_PLATE_PIXELS = {PlateSize.LINE: 17, PlateSize.CARD: 32, PlateSize.HERO: 56}


class BusPlate(QWidget):
    """The code of a bus as it stands on the bus."""

    def __init__(self, code: str = "", size: PlateSize = PlateSize.LINE, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._code, self._size = code, size
        self.setAccessibleName(code)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_size(self, size: PlateSize) -> None:
        self._size = size
        self.updateGeometry()
        self.update()

    def set_code(self, code: str) -> None:
        self._code = code
        self.setAccessibleName(code)
        self.setVisible(bool(code))
        self.updateGeometry()
        self.update()

    @property
    def _pixels(self) -> int:
        return theme.grown(_PLATE_PIXELS[self._size])

    def sizeHint(self) -> QSize:
        font = theme.font_of(self._pixels, bold=True)
        return QSize(paint.width_of(self._code, font) + self._pixels, round(self._pixels * 1.4))

    def paintEvent(self, _event: QPaintEvent) -> None:
        with paint.painting(self) as painter:
            draw_plate(painter, self.rect(), self._code, self._pixels)


def draw_plate(painter: QPainter, rect: QRect, code: str, pixels: int) -> None:
    """Draw a bus plate into `rect`, its digits `pixels` high."""
    paint.box(painter, rect, fill=theme.color("plate.fill"), radius=theme.radius("plate"))
    font = theme.font_of(pixels, bold=True)
    paint.text(painter, rect, bidi.code(code), font, theme.color("plate.ink"), Qt.AlignmentFlag.AlignHCenter)


@dataclass(frozen=True, slots=True)
class Occupancy:
    """How a bus is filled; the full width is its licensed seats."""

    aboard: int
    expected: int
    """Listed and not aboard yet."""
    reserved: int
    """Seats of guide, interpreters and staff."""
    licensed: int


class OccupancyBar(QWidget):
    """Aboard, still to come, free, and the staff's seats hatched."""

    def __init__(self, occupancy: Occupancy | None = None, *, height: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._occupancy = occupancy or Occupancy(0, 0, 0, 1)
        self._height = height or theme.size("occupancy")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_occupancy(self, occupancy: Occupancy) -> None:
        self._occupancy = occupancy
        self.setAccessibleName(f"{occupancy.aboard} / {occupancy.licensed}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, self._height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with paint.painting(self) as painter:
            draw_occupancy(painter, self.rect(), self._occupancy)


def draw_occupancy(painter: QPainter, rect: QRect, bus: Occupancy) -> None:
    """Draw how a bus is filled into `rect`; the painter carries the layout direction."""
    clip = QPainterPath()
    clip.addRoundedRect(rect, 5, 5)
    painter.save()
    painter.setClipPath(clip)
    painter.fillRect(rect, theme.color("bar.track"))
    aboard, expected, reserved = _spans(rect, painter.layoutDirection(), bus)
    painter.fillRect(aboard, theme.color("bar.aboard"))
    painter.fillRect(expected, theme.color("bar.expected"))
    painter.fillRect(reserved, QBrush(theme.color("bar.reserved"), Qt.BrushStyle.BDiagPattern))
    if theme.current().name is theme.ThemeName.SUNLIGHT:
        paint.box(painter, rect, fill=None, line=theme.color("line.control"), width=2, radius=5)
    painter.restore()


def _spans(rect: QRect, direction: Qt.LayoutDirection, bus: Occupancy) -> tuple[QRect, QRect, QRect]:
    width, high = rect.width(), rect.height()
    seat = width / max(1, bus.licensed)
    aboard = min(width, round(bus.aboard * seat))
    expected = min(width - aboard, round(bus.expected * seat))
    reserved = min(width - aboard, round(bus.reserved * seat))

    def span(x: int, wide: int) -> QRect:
        return QStyle.visualRect(direction, rect, QRect(rect.left() + x, rect.top(), wide, high))

    return span(0, aboard), span(aboard, expected), span(width - reserved, reserved)


class Step(StrEnum):
    DONE = "done"
    NOW = "now"
    NEXT = "next"


#: Between two steps, in pixels; the line takes three fifths of it.
_JOINT, _LEAST_JOINT = 60, 20


class PrintSteps(QWidget):
    """The way of a badge: done, now, next."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps: tuple[tuple[str, Step], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_steps(self, steps: Sequence[tuple[str, Step]]) -> None:
        """Show (words, state) pairs in order."""
        self._steps = tuple(steps)
        now = [words for words, state in steps if state is Step.NOW] or [w for w, state in steps if state is Step.DONE]
        self.setAccessibleName("".join(now[-1:]))
        self.updateGeometry()
        self.update()

    def _font(self, state: Step) -> QFont:
        return theme.font("bodyStrong" if state is Step.NOW else "body")

    def sizeHint(self) -> QSize:
        return QSize(self._bare_width() + self._joints() * _JOINT, self._high())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._bare_width() + self._joints() * _LEAST_JOINT, self._high())

    @staticmethod
    def _high() -> int:
        return max(32, theme.line_height("body"))

    def _joints(self) -> int:
        return max(0, len(self._steps) - 1)

    def _bare_width(self) -> int:
        """Return the width of the dots and words alone, in pixels."""
        return sum(36 + paint.width_of(words, self._font(state)) + 2 for words, state in self._steps)

    def _joint(self) -> int:
        """Return the width between two steps: the lines give way before a word is cut."""
        spare = (self.width() - self._bare_width()) // max(1, self._joints())
        return min(_JOINT, max(_LEAST_JOINT, spare))

    def paintEvent(self, _event: QPaintEvent) -> None:
        with paint.painting(self) as painter:
            x, joint = 0, self._joint()
            for index, (words, state) in enumerate(self._steps):
                if index:
                    line = paint.visual(self, QRect(x + joint // 5, self.height() // 2, joint * 3 // 5, 2))
                    painter.fillRect(line, theme.color("line.control"))
                    x += joint
                self._dot(painter, paint.visual(self, QRect(x, (self.height() - 28) // 2, 28, 28)), state)
                width = paint.width_of(words, self._font(state)) + 2
                ink = theme.color("ink.secondary" if state is Step.NEXT else "ink.primary")
                paint.text(
                    painter, paint.visual(self, QRect(x + 36, 0, width, self.height())), words, self._font(state), ink
                )
                x += 36 + width

    def _dot(self, painter: QPainter, square: QRect, state: Step) -> None:
        match state:
            case Step.DONE:
                marks.draw(painter, square, Verdict.GO, theme.color("ink.primary"), theme.color("bg.surface"))
            case Step.NOW:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.color("accent.fill"))
                painter.drawEllipse(square)
                painter.setBrush(theme.color("bg.surface"))
                painter.drawEllipse(square.adjusted(8, 8, -8, -8))
            case Step.NEXT:
                painter.setPen(QPen(theme.color("line.control"), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawEllipse(square.adjusted(1, 1, -1, -1))


@dataclass(frozen=True, slots=True)
class Health:
    """One thing the top bar watches, already in words."""

    icon: str
    words: str
    abnormal: bool = False
    explanation: str = ""
    """What it means and the next step; shown when it is tapped."""
    screen: str = ""
    """The screen that shows all of it, in whose place a tap opens it; empty where there is none."""


class HealthItem(QAbstractButton):
    """Plain ink while fine, a chip when not; a tap explains it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._health = Health("circle", "")
        self._terse = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def health(self) -> Health:
        return self._health

    def set_health(self, health: Health, *, terse: bool = False) -> None:
        """Show a thing's health; `terse` leaves its words out."""
        self._health, self._terse = health, terse
        self.setAccessibleName(health.words)
        self.setAccessibleDescription(health.explanation)
        self.setToolTip(drawable(health.words) if terse else "")
        self.updateGeometry()
        self.update()

    def _words(self) -> str:
        return "" if self._terse else self._health.words

    def _font(self) -> QFont:
        return theme.font("bodyStrong" if self._health.abnormal else "body")

    def sizeHint(self) -> QSize:
        words = paint.width_of(self._words(), self._font())
        return QSize(
            24 + (10 + words if words else 0) + (28 if self._health.abnormal else 20), theme.size("target.min")
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        abnormal = self._health.abnormal
        ink = theme.color("state.ask.ink" if abnormal else "ink.secondary")
        pad = 14 if abnormal else 10
        with paint.painting(self) as painter:
            if abnormal:
                fill, line = theme.color("state.ask.tint"), theme.color("state.ask.line")
                paint.box(painter, self.rect(), fill=fill, line=line, width=1.25, radius=theme.radius("control"))
            square = paint.visual(self, QRect(pad, (self.height() - 22) // 2, 22, 22))
            icons.draw(painter, square, self._health.icon, ink)
            rest = paint.visual(self, QRect(pad + 32, 0, self.width() - pad - 32, self.height()))
            paint.text(painter, rest, self._words(), self._font(), ink)
