"""The verdict, drawn so that nobody can misread it."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from checkin_app.domain.outcomes import Verdict
from checkin_app.ui import theme
from checkin_app.ui.kit import marks, paint
from checkin_app.ui.kit.answers import AnswerButton
from checkin_app.ui.kit.strips import ReadyStrip, VerdictStrip
from checkin_app.ui.kit.timers import single_shot
from checkin_app.ui.kit.tones import Tone, draw_ground, tone

__all__ = [
    "AnswerButton",
    "PanelStyle",
    "ReadyStrip",
    "Tone",
    "VerdictPanel",
    "VerdictStrip",
    "VerdictView",
    "draw_ground",
    "panel_style",
    "tone",
]


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


#: The number keys that answer.
MOST_ANSWERS = 5


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
        # Made at once, so that Tab reaches them before what stands below.
        self._buttons = [self._new_button(index) for index in range(MOST_ANSWERS)]
        self._gap = single_shot(self, self._gap_over)
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

    def _new_button(self, index: int) -> AnswerButton:
        button = AnswerButton(self)
        button.hide()
        button.clicked.connect(lambda: self.answered.emit(index))
        return button

    def _gap_over(self) -> None:
        self._blank = False
        self._place()
        self.update()

    def _offer(self, view: VerdictView) -> None:
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
