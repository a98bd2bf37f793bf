"""The verdict, drawn so that nobody can misread it, and the quiet strip that stands where there is none."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from checkin_app.domain.outcomes import Verdict
from checkin_app.ui import theme
from checkin_app.ui.kit import buttons, icons, marks, paint


@dataclass(frozen=True, slots=True)
class VerdictView:
    """Everything a verdict panel shows, already in words."""

    verdict: Verdict
    word: str
    second_word: str = ""
    """The same word in the second language, smaller."""
    reason: str = ""
    action: str = ""
    answers: tuple[str, ...] = ()
    """Labels in the order of their number keys."""
    number: str = ""
    """Such as ``№ 412``."""
    number_caption: str = ""


@dataclass(frozen=True, slots=True)
class Tone:
    """The three colours of a verdict."""

    fill: QColor
    ink: QColor
    mark: QColor


_TONES: Mapping[Verdict, str] = {
    Verdict.GO: "go",
    Verdict.AGAIN: "again",
    Verdict.ASK: "ask",
    Verdict.STOP: "stop",
    Verdict.UNREADABLE: "undecided",
    Verdict.FAULT: "undecided",
}


def tone(verdict: Verdict) -> Tone:
    name = _TONES[verdict]
    return Tone(*(theme.color(f"verdict.{name}.{part}") for part in ("fill", "ink", "mark")))


def draw_ground(painter: QPainter, rect: QRect, verdict: Verdict, radius: int) -> None:
    """Draw a verdict's fill and its edge: plain, hollow, striped, framed or dashed."""
    colors = tone(verdict)
    paint.box(painter, rect, fill=colors.fill, radius=radius)
    match verdict:
        case Verdict.ASK:
            _stripes(painter, rect, colors, radius)
        case Verdict.STOP:
            inset = theme.size("stopInset")
            inner = rect.adjusted(inset, inset, -inset, -inset)
            width = theme.stroke("verdictFrame")
            paint.box(painter, inner, fill=None, line=colors.ink, width=width, radius=max(2, radius - inset))
        case Verdict.AGAIN:
            paint.box(painter, rect, fill=colors.fill, line=colors.mark, width=8, radius=radius)
        case Verdict.UNREADABLE | Verdict.FAULT:
            _dashes(painter, rect, colors, radius)
        case Verdict.GO:
            pass
    if theme.current().name is theme.ThemeName.SUNLIGHT and verdict is not Verdict.AGAIN:
        width = theme.stroke("sunlightVerdict")
        paint.box(painter, rect, fill=None, line=theme.color("ink.primary"), width=width, radius=radius)


def _stripes(painter: QPainter, rect: QRect, colors: Tone, radius: int) -> None:
    painter.save()
    clip = QPainterPath()
    clip.addRoundedRect(QRectF(rect), radius, radius)
    painter.setClipPath(clip)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colors.ink)
    height, step = theme.size("askStripe"), 50
    for x in range(rect.left() - step, rect.right() + step, step):
        top, bottom = rect.top(), rect.top() + height
        corners = ((x, bottom), (x + height, top), (x + height + 25, top), (x + 25, bottom))
        painter.drawPolygon(QPolygonF([QPointF(*corner) for corner in corners]))
    painter.restore()


def _dashes(painter: QPainter, rect: QRect, colors: Tone, radius: int) -> None:
    pen = QPen(colors.ink, theme.stroke("verdictDash"))
    pen.setDashPattern([2.0, 1.4])
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(rect).adjusted(8, 8, -8, -8), max(2, radius - 4), max(2, radius - 4))


class AnswerButton(QAbstractButton):
    """One numbered answer on a verdict, in that verdict's own ink."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.verdict, self.key = Verdict.ASK, ""
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_answer(self, verdict: Verdict, key: str, words: str) -> None:
        self.verdict, self.key = verdict, key
        self.setText(words)
        self.setAccessibleName(f"{key} {words}")
        self.update()

    def sizeHint(self) -> QSize:
        words = paint.width_of(self.text(), theme.font("buttonLarge"))
        return QSize(words + buttons.key_width(self.key) + 10 + 40, theme.size("target.scan"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        ink = tone(self.verdict).ink
        # Verdicts look alike in light and dark, so their answers stand on the light surface in both.
        fill = None if self.verdict is Verdict.STOP else theme.theme(theme.ThemeName.LIGHT).color("bg.surface")
        with paint.painting(self) as painter:
            paint.box(
                painter,
                self.rect(),
                fill=fill,
                line=ink,
                width=3 if self.isDown() else 2,
                radius=theme.radius("control"),
            )
            self._words(painter, ink)

    def _words(self, painter: QPainter, ink: QColor) -> None:
        cap, side = buttons.key_width(self.key), theme.size("keycap")
        room = self.width() - cap - 10 - 24
        font = paint.fitting(self.text(), "buttonLarge", room, least=16)
        lines = paint.lines_of(self.text(), font, room, most=2)
        words = max(paint.width_of(line, font) for line in lines)
        x = (self.width() - cap - 10 - words) // 2
        buttons.draw_key(painter, paint.visual(self, QRect(x, (self.height() - side) // 2, cap, side)), self.key, ink)
        height = theme.line_height("button") + 2
        y = (self.height() - height * len(lines)) // 2
        for line in lines:
            paint.text(painter, paint.visual(self, QRect(x + cap + 10, y, words, height)), line, font, ink)
            y += height


@dataclass(frozen=True, slots=True)
class PanelStyle:
    """How large a verdict is drawn: on the desk, on a small desk, at the bus door."""

    word: str
    mark: int
    plain: int
    answers: int
    radius: int
    least_word: int


def panel_style(layout: theme.Layout, *, door: bool = False) -> PanelStyle:
    if door:
        mark = theme.size("mark.door") if layout is not theme.Layout.NARROW else 180
        return PanelStyle("verdictDoor", mark, 0, 0, theme.radius("verdictDoor"), 60)
    if layout is theme.Layout.REGULAR:
        plain, answers = theme.size("verdict.plain"), theme.size("verdict.answers")
        return PanelStyle("verdict", theme.size("mark.desk"), plain, answers, theme.radius("verdict"), 44)
    plain, answers = theme.size("verdict.plainCompact"), theme.size("verdict.answersCompact")
    return PanelStyle("verdictCompact", theme.size("mark.compact"), plain, answers, theme.radius("verdict"), 40)


class _Lines:
    """A text in one line at its full size or a smaller one, else in two."""

    def __init__(self, words: str, pixels: int, least: int, width: int, *, bold: bool) -> None:
        self.font = theme.font_of(pixels, bold=bold)
        while self.font.pixelSize() > least and paint.width_of(words, self.font) > width:
            self.font.setPixelSize(self.font.pixelSize() - 1)
        self.lines = paint.lines_of(words, self.font, width, most=2) if words else []
        self.line = round(self.font.pixelSize() * (1.5 if len(self.lines) == 1 else 1.35))
        self.height = self.line * len(self.lines)


class VerdictPanel(QWidget):
    """The whole panel is the verdict; `answered` carries the index of the answer chosen (from 0).

    Two scans are two events: between them the panel is blank for `motion.verdictGapMs`.
    """

    answered = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: VerdictView | None = None
        self._style = panel_style(theme.Layout.REGULAR)
        self._buttons: list[AnswerButton] = []
        self._gap = QTimer(self)
        self._gap.setSingleShot(True)
        self._gap.timeout.connect(self._gap_over)
        self._blank = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def view(self) -> VerdictView | None:
        return self._view

    @property
    def blank(self) -> bool:
        return self._blank

    def set_style(self, style: PanelStyle) -> None:
        self._style = style
        self.updateGeometry()
        self._place()

    def show_verdict(self, view: VerdictView, *, gap: bool) -> None:
        """Show a verdict; with `gap` it follows another one and the panel goes blank first."""
        self._view = view
        self._blank = gap
        self._offer(view)
        self.setAccessibleName(f"{view.word}. {view.reason}")
        self.setAccessibleDescription(view.action)
        if gap:
            self._gap.start(theme.verdict_gap())
        self.updateGeometry()
        self._place()
        self.update()

    def _gap_over(self) -> None:
        self._blank = False
        self._place()
        self.update()

    def _offer(self, view: VerdictView) -> None:
        while len(self._buttons) < len(view.answers):
            button = AnswerButton(self)
            button.clicked.connect(_emitting(self.answered.emit, len(self._buttons)))
            self._buttons.append(button)
        for index, words in enumerate(view.answers):
            self._buttons[index].show_answer(view.verdict, str(index + 1), words)

    def sizeHint(self) -> QSize:
        answers = self._view is not None and bool(self._view.answers)
        return QSize(400, self._style.answers if answers else self._style.plain)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        count = len(self._view.answers) if self._view and not self._blank else 0
        side, gap, height = self._side(), theme.space(3), theme.size("target.scan")
        room = self.width() - 2 * side - gap * max(0, count - 1)
        hints = [self._buttons[index].sizeHint().width() for index in range(count)]
        if sum(hints) > room:
            # Equal widths: the longer labels break into two lines before a short one loses its letters.
            hints = [1] * count
        x, y = side, self.height() - height - self._foot()
        for index, button in enumerate(self._buttons):
            button.setVisible(index < count)
            if index < count:
                width = room * hints[index] // sum(hints)
                button.setGeometry(paint.visual(self, QRect(x, y, width, height)))
                x += width + gap

    def _side(self) -> int:
        large = self._style.mark >= theme.size("mark.desk")
        return 44 if large else 32

    def _foot(self) -> int:
        large = self._style.mark >= theme.size("mark.desk")
        return 40 if large else 24

    def paintEvent(self, _event: QPaintEvent) -> None:
        with paint.painting(self) as painter:
            if self._view is None or self._blank:
                painter.fillRect(self.rect(), theme.color("bg.window"))
                return
            draw_ground(painter, self.rect(), self._view.verdict, self._style.radius)
            self._body(painter, self._view)

    def _body(self, painter: QPainter, view: VerdictView) -> None:
        colors = tone(view.verdict)
        top = theme.size("askStripe") if view.verdict is Verdict.ASK else 0
        bottom = self.height() - (theme.size("target.scan") + self._foot() if view.answers else 0)
        mark = self._style.mark
        square = QRect(self._side() + 2, top + (bottom - top - mark) // 2 + (6 if view.answers else 0), mark, mark)
        marks.draw(painter, paint.visual(self, square), view.verdict, colors.mark, colors.fill)
        left = square.right() + (44 if mark >= theme.size("mark.desk") else 32)
        room = QRect(left, top, self.width() - left - self._side(), bottom - top)
        number = self._number(painter, view, colors.ink, top)
        self._words(painter, view, colors.ink, room, number)

    def _number(self, painter: QPainter, view: VerdictView, ink: QColor, top: int) -> int:
        """Draw the running number into the trailing corner and return how much width it takes."""
        if not view.number or view.answers:
            return 0
        head, small = theme.font("heading"), theme.font("body")
        width = max(paint.width_of(view.number, head), paint.width_of(view.number_caption, small)) + 4
        x, y = self.width() - self._side() - width, top + (26 if self._side() > 40 else 16)
        trailing = Qt.AlignmentFlag.AlignTrailing
        paint.text(painter, paint.visual(self, QRect(x, y, width, 34)), view.number, head, ink, trailing)
        paint.text(painter, paint.visual(self, QRect(x, y + 31, width, 24)), view.number_caption, small, ink, trailing)
        return width + 16

    def _words(self, painter: QPainter, view: VerdictView, ink: QColor, room: QRect, number: int) -> None:
        large = self._style.mark >= theme.size("mark.desk")
        reason = _Lines(view.reason, 28 if large else 24, 22 if large else 20, room.width(), bold=True)
        action = _Lines(view.action, 20 if large else 18, 16, room.width(), bold=False)
        if self._style.least_word + reason.height + action.height > room.height():
            action = _Lines("", 16, 16, room.width(), bold=False)
        word = min(theme.line_height(self._style.word), room.height() - reason.height - action.height - 10)
        spare = max(0, room.height() - word - reason.height - action.height)
        y = room.top() + spare // 2 + (min(8, spare // 2) if view.answers else 0)
        self._word(painter, view, ink, QRect(room.left(), y, room.width() - number, word))
        for part, top in ((reason, y + word), (action, y + word + reason.height)):
            for index, line in enumerate(part.lines):
                place = QRect(room.left(), top + index * part.line, room.width(), part.line)
                paint.text(painter, paint.visual(self, place), line, part.font, ink)

    def _word(self, painter: QPainter, view: VerdictView, ink: QColor, rect: QRect) -> None:
        """Draw the word and, on the same base line, the second language's."""
        font, second = self._word_fonts(view, rect.width(), rect.height())
        metrics = QFontMetrics(font)
        base = rect.top() + (rect.height() + metrics.capHeight()) // 2
        x = rect.left()
        for words, each in ((view.word, font), (view.second_word, second)):
            width = paint.width_of(words, each)
            place = paint.visual(self, QRect(x, rect.top(), width, rect.height()))
            painter.setFont(each)
            painter.setPen(ink)
            painter.drawText(QPointF(place.left(), base), words)
            x += width + round(font.pixelSize() * 0.28)

    def _word_fonts(self, view: VerdictView, width: int, height: int) -> tuple[QFont, QFont]:
        ratio = float(theme.tokens()["type"]["verdictSecond"]["ratio"])
        font = theme.font(self._style.word)
        font.setPixelSize(min(font.pixelSize(), round(height * 0.9)))
        while True:
            second = theme.font_of(round(font.pixelSize() * ratio))
            needed = (
                paint.width_of(view.word, font)
                + round(font.pixelSize() * 0.28)
                + paint.width_of(view.second_word, second)
            )
            if needed <= width or font.pixelSize() <= self._style.least_word:
                return font, second
            font.setPixelSize(font.pixelSize() - 2)


def _emitting(emit: Callable[[object], object], index: int) -> Callable[[], None]:
    def clicked() -> None:
        emit(index)

    return clicked


class ReadyStrip(QWidget):
    """Says that scanning goes on, in place of a verdict; `VerdictStrip` says what the last scan came to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._line, self._icon = "", "", "scan"
        self._key, self._key_words = "", ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_ready(self, title: str, line: str = "", *, icon: str = "scan", key: str = "", key_words: str = "") -> None:
        """Show a title and a line; `key` and its words name the way back, such as Esc."""
        self._title, self._line, self._icon, self._key, self._key_words = title, line, icon, key, key_words
        self.setAccessibleName(f"{title}. {line}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(400, 84)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with paint.painting(self) as painter:
            fill, line = theme.color("verdict.ready.fill"), theme.color("line.control")
            paint.box(
                painter, self.rect(), fill=fill, line=line, width=theme.stroke("door"), radius=theme.radius("card")
            )
            self._content(painter, theme.color("verdict.ready.ink"), theme.color("ink.secondary"))

    def _content(self, painter: QPainter, ink: QColor, quiet: QColor) -> None:
        self._mark(painter, paint.visual(self, QRect(30, (self.height() - 40) // 2, 40, 40)))
        x = 90
        room = self.width() - x - 24 - self._way_back(painter, ink)
        heights = (theme.line_height("title"), theme.line_height("body") if self._line else 0)
        y = (self.height() - sum(heights)) // 2
        title = paint.visual(self, QRect(x, y, room, heights[0]))
        paint.text(painter, title, self._title, theme.font("title"), ink)
        if self._line:
            line = paint.visual(self, QRect(x, y + heights[0], room, heights[1]))
            paint.text(painter, line, self._line, theme.font("body"), quiet)

    def _mark(self, painter: QPainter, square: QRect) -> None:
        icons.draw(painter, square, self._icon, theme.color("verdict.ready.ink"))

    def _way_back(self, painter: QPainter, ink: QColor) -> int:
        if not self._key:
            return 0
        font, side = theme.font("body"), theme.size("keycap")
        words, cap = paint.width_of(self._key_words, font), buttons.key_width(self._key)
        x, y = self.width() - 28 - words, (self.height() - side) // 2
        paint.text(painter, paint.visual(self, QRect(x, y, words + 2, side)), self._key_words, font, ink)
        buttons.draw_key(painter, paint.visual(self, QRect(x - cap - 12, y, cap, side)), self._key, ink)
        return words + cap + 40


class VerdictStrip(ReadyStrip):
    """What the last scan came to, above a form or a search whose draft stays."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._verdict: Verdict | None = None

    def show_verdict(self, verdict: Verdict, title: str, line: str = "", *, key: str = "", key_words: str = "") -> None:
        self._verdict = verdict
        self.show_ready(title, line, key=key, key_words=key_words)

    def clear_verdict(self) -> None:
        self._verdict = None
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._verdict is None:
            super().paintEvent(event)
            return
        colors = tone(self._verdict)
        with paint.painting(self) as painter:
            radius = theme.radius("card")
            paint.box(
                painter, self.rect(), fill=colors.fill, line=colors.mark, width=theme.stroke("door"), radius=radius
            )
            self._content(painter, colors.ink, colors.ink)

    def _mark(self, painter: QPainter, square: QRect) -> None:
        if self._verdict is None:
            super()._mark(painter, square)
        else:
            colors = tone(self._verdict)
            marks.draw(painter, square, self._verdict, colors.mark, colors.fill)
