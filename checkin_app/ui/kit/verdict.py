"""The verdict, drawn so that nobody can misread it."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from checkin_app.domain.outcomes import Verdict
from checkin_app.ui import theme
from checkin_app.ui.kit import marks, paint
from checkin_app.ui.kit.answers import AnswerButton, answer_height, shared
from checkin_app.ui.kit.lines import Lines
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
    """How large a verdict is drawn; pixels of type are those of text at its usual size."""

    word: str
    least_word: int
    mark: int
    plain: int
    """The height without answers, and `answers` that with them; more where the words need it."""
    answers: int
    side: int
    foot: int
    reason: tuple[int, int]
    """Pixels of the reason, at most and in one line at least."""
    action: tuple[int, int]


def panel_style(layout: theme.Layout) -> PanelStyle:
    """Return how large a verdict is drawn on a desk."""
    if layout is theme.Layout.REGULAR:
        plain, answers = theme.size("verdict.plain"), theme.size("verdict.answers")
        return PanelStyle("verdict", 44, theme.size("mark.desk"), plain, answers, 44, 40, (28, 22), (20, 16))
    if layout.low:
        if theme.text_size() > 100:
            # The words are what grew: edge and mark make room for them.
            return PanelStyle("verdictCompact", 36, 64, 140, 216, 24, 20, (22, 18), (18, 16))
        return PanelStyle("verdictCompact", 36, 92, 140, 216, 24, 22, (22, 20), (18, 16))
    plain, answers = theme.size("verdict.plainCompact"), theme.size("verdict.answersCompact")
    return PanelStyle("verdictCompact", 40, theme.size("mark.compact"), plain, answers, 32, 24, (24, 20), (18, 16))


#: The number keys that answer.
MOST_ANSWERS = 5
#: Between the edge of a panel and its words, in pixels.
_CLEAR = 10


def _written(words: str, sizes: tuple[int, int], width: int, *, bold: bool) -> Lines:
    most, least = (theme.grown(pixels) for pixels in sizes)
    return Lines(words, most, width, least=least, bold=bold)


class VerdictPanel(QWidget):
    """The whole panel is the verdict; `answered` carries the index of the answer chosen (from 0).

    Two scans are two events: between them the panel is blank for `motion.verdictGapMs`, counted from when the blank
    was painted.
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
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

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
        self._gap.stop()
        self._blank = gap
        self.say_anew(view)

    def say_anew(self, view: VerdictView) -> None:
        """Say the verdict in sight in other words; a blank before it goes on."""
        self._view = view
        self._offer(view)
        self.setAccessibleName(f"{view.word}. {view.reason}")
        self.setAccessibleDescription(view.action)
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

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the drawing's height, or more where the words need it: none of them is left out."""
        view, style = self._view, self._style
        if view is None:
            return style.plain
        reason, action = self._sentences(view, self._room_beside_mark(width))
        needed = self._top(view) + _CLEAR + theme.grown(style.least_word) + reason.height + action.height + _CLEAR
        if view.answers:
            return max(style.answers, needed + answer_height() + style.foot)
        return max(style.plain, needed)

    def sizeHint(self) -> QSize:
        return QSize(400, self.heightForWidth(max(400, self.width())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        count = len(self._view.answers) if self._view and not self._blank else 0
        side, gap, height = self._style.side, theme.space(3), answer_height()
        room = self.width() - 2 * side - gap * max(0, count - 1)
        hints = [self._buttons[index].sizeHint().width() for index in range(count)]
        if sum(hints) > room:
            gap = theme.space(2)
            room = self.width() - 2 * side - gap * (count - 1)
            hints = shared(hints, [self._buttons[index].narrowest() for index in range(count)], room)
        x, y = side, self.height() - height - self._style.foot
        for index, button in enumerate(self._buttons):
            button.setVisible(index < count)
            if index < count:
                width = room * hints[index] // sum(hints)
                button.setGeometry(paint.visual(self, QRect(x, y, width, height)))
                x += width + gap

    def paintEvent(self, _event: QPaintEvent) -> None:
        with paint.painting(self) as painter:
            if self._view is None or self._blank:
                painter.fillRect(self.rect(), theme.color("bg.window"))
                if self._blank and not self._gap.isActive():
                    self._gap.start(theme.verdict_gap())
                return
            draw_ground(painter, self.rect(), self._view.verdict, theme.radius("verdict"))
            self._body(painter, self._view)

    def _top(self, view: VerdictView) -> int:
        """Return how much of the upper edge is drawn on."""
        match view.verdict:
            case Verdict.ASK:
                return theme.size("askStripe")
            case Verdict.STOP:
                return theme.size("stopInset")
            case _:
                return 0

    def _before_words(self) -> int:
        """Return where the words begin: after the edge, the mark and as much again as the edge."""
        return 2 * self._style.side + 2 + self._style.mark

    def _room_beside_mark(self, width: int) -> int:
        return width - self._before_words() - self._style.side

    def _sentences(self, view: VerdictView, width: int) -> tuple[Lines, Lines]:
        reason = _written(view.reason, self._style.reason, width, bold=True)
        return reason, _written(view.action, self._style.action, width, bold=False)

    def _body(self, painter: QPainter, view: VerdictView) -> None:
        colors, top, mark = tone(view.verdict), self._top(view), self._style.mark
        bottom = self.height() - (answer_height() + self._style.foot if view.answers else 0)
        middle = top + (bottom - top - mark) // 2 + (6 if view.answers else 0)
        square = QRect(self._style.side + 2, max(top + _CLEAR, middle), mark, mark)
        marks.draw(painter, paint.visual(self, square), view.verdict, colors.mark, colors.fill)
        left = self._before_words()
        room = QRect(left, top, self._room_beside_mark(self.width()), bottom - top)
        number = self._number(painter, view, colors.ink, top)
        self._words(painter, view, colors.ink, room, number)

    def _number(self, painter: QPainter, view: VerdictView, ink: QColor, top: int) -> int:
        """Draw the running number into the trailing corner and return how much width it takes."""
        if not view.number or view.answers:
            return 0
        caption = "" if self._style.mark < theme.size("mark.compact") else view.number_caption
        head, small = theme.font("heading"), theme.font("body")
        width = max(paint.width_of(view.number, head), paint.width_of(caption, small)) + 4
        x, y = self.width() - self._style.side - width, top + (26 if self._style.side > 40 else 16)
        trailing = Qt.AlignmentFlag.AlignTrailing
        line, less = theme.line_height("heading"), theme.line_height("body")
        paint.text(painter, paint.visual(self, QRect(x, y, width, line)), view.number, head, ink, trailing)
        paint.text(painter, paint.visual(self, QRect(x, y + line, width, less)), caption, small, ink, trailing)
        return width + 16

    def _words(self, painter: QPainter, view: VerdictView, ink: QColor, room: QRect, number: int) -> None:
        reason, action = self._sentences(view, room.width())
        word = min(theme.line_height(self._style.word), room.height() - reason.height - action.height - _CLEAR)
        spare = max(0, room.height() - word - reason.height - action.height)
        y = room.top() + spare // 2 + (min(8, spare // 2) if view.answers else 0)
        self._word(painter, view, ink, QRect(room.left(), y, room.width() - number, word))
        reason.draw(painter, self, (room.left(), y + word), ink)
        action.draw(painter, self, (room.left(), y + word + reason.height), ink)

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
        # A panel that is laid out for the first time may be painted before it has any height.
        font.setPixelSize(max(self._style.least_word, min(font.pixelSize(), round(height * 0.9))))
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
