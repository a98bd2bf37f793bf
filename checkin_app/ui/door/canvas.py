"""The verdict at a bus door, painted as large as the window lets it be."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from checkin_app.domain.outcomes import Verdict
from checkin_app.ui import theme
from checkin_app.ui.kit import bidi, icons, marks, paint
from checkin_app.ui.kit.timers import single_shot
from checkin_app.ui.kit.verdict import AnswerButton, Tone, draw_ground, tone


@dataclass(frozen=True, slots=True)
class DoorView:
    """Everything the door's panel shows, already in words; `verdict` None is the ready panel."""

    verdict: Verdict | None
    word: str
    second_word: str = ""
    reason: str = ""
    action: str = ""
    hero: str = ""
    """The code of the bus the person belongs on; where it is given, it is the verdict."""
    hero_title: str = ""
    hero_line: str = ""
    name: str = ""
    second_name: str = ""
    organisation: str = ""
    languages: str = ""
    trailing: str = ""
    """A line at the lower trailing corner: when the other bus leaves."""
    note: str = ""
    answers: tuple[str, ...] = ()


READY = DoorView(None, "")


class DoorCanvas(QWidget):
    """The whole panel is the verdict; `answered` carries the index of the answer chosen (from 0)."""

    answered = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = READY
        self._blank = False
        self._narrow = False
        self._gap = single_shot(self, self._gap_over)
        self._answers = [self._answer(index) for index in range(3)]
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def view(self) -> DoorView:
        return self._view

    @property
    def blank(self) -> bool:
        return self._blank

    def set_layout(self, layout: theme.Layout) -> None:
        self._narrow = layout is not theme.Layout.REGULAR
        self._place()
        self.update()

    def show_view(self, view: DoorView, *, gap: bool) -> None:
        """Show a verdict; with `gap` it follows another and the panel goes blank first."""
        self._view, self._blank = view, gap
        for index, button in enumerate(self._answers):
            if index < len(view.answers):
                button.show_answer(view.verdict or Verdict.ASK, str(index + 1), view.answers[index])
        self.setAccessibleName(f"{view.word}. {view.hero} {view.reason}. {view.name}")
        if gap:
            self._gap.start(theme.verdict_gap())
        self._place()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(600, 600)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _answer(self, index: int) -> AnswerButton:
        button = AnswerButton(self)
        button.clicked.connect(lambda: self.answered.emit(index))
        button.hide()
        return button

    def _gap_over(self) -> None:
        self._blank = False
        self._place()
        self.update()

    @property
    def _margin(self) -> int:
        return 42 if self._narrow else 58

    def _place(self) -> None:
        count = 0 if self._blank else len(self._view.answers)
        gap, height = theme.space(4), theme.size("target.door")
        room = self.width() - 2 * self._margin - gap * max(0, count - 1)
        for index, button in enumerate(self._answers):
            button.setVisible(index < count)
            if index < count:
                width = room // count
                x = self._margin + index * (width + gap)
                place = QRect(x, self.height() - self._margin - height, width, height)
                button.setGeometry(paint.visual(self, place))

    def paintEvent(self, _event: QPaintEvent) -> None:
        with paint.painting(self) as painter:
            if self._blank:
                painter.fillRect(self.rect(), theme.color("bg.window"))
            elif self._view.verdict is None:
                self._ready(painter)
            else:
                draw_ground(painter, self.rect(), self._view.verdict, theme.radius("verdictDoor"))
                _Drawing(self, painter, self._view, tone(self._view.verdict), self._margin, self._narrow).draw()

    def _ready(self, painter: QPainter) -> None:
        fill, line = theme.color("verdict.ready.fill"), theme.color("line.control")
        paint.box(
            painter, self.rect(), fill=fill, line=line, width=theme.stroke("door"), radius=theme.radius("verdictDoor")
        )
        side = theme.size("mark.compact")
        ink, quiet = theme.color("verdict.ready.ink"), theme.color("ink.secondary")
        room = self.width() - 2 * self._margin
        note, rows = _wrapped(self._view.note, "heading", room, least=18, most=4)
        height = QFontMetrics(note).height()
        middle = (self.height() - height * len(rows)) // 2
        square = QRect((self.width() - side) // 2, middle - side - 24, side, side)
        icons.draw(painter, square, "scan", ink)
        font = paint.fitting(self._view.word, "display", room, least=24)
        paint.text(painter, QRect(self._margin, middle, room, 52), self._view.word, font, ink, _CENTRE)
        line_font = paint.fitting(self._view.reason, "heading", room, least=18)
        line_font.setWeight(QFont.Weight.Normal)
        paint.text(painter, QRect(self._margin, middle + 56, room, 40), self._view.reason, line_font, quiet, _CENTRE)
        for index, row in enumerate(rows):
            y = middle + 56 + 40 + theme.space(3) + index * height
            paint.text(painter, QRect(self._margin, y, room, height), row, note, ink, _CENTRE)


_CENTRE = Qt.AlignmentFlag.AlignHCenter
#: The smallest mark of a verdict, on the lowest screens.
_LEAST_MARK = 84


def _wrapped(words: str, token: str, room: int, *, least: int, most: int = 2) -> tuple[QFont, list[str]]:
    """Return a font and the lines that `words` take: made smaller before they are broken, broken before they are cut."""
    font = paint.fitting(words, token, room, least=least)
    return font, paint.lines_of(words, font, room, most=most) if words else []


@dataclass(frozen=True, slots=True)
class _Drawing:
    """One painting of a verdict: top block from above, the person from below, the rest between."""

    canvas: QWidget
    painter: QPainter
    view: DoorView
    tone: Tone
    margin: int
    narrow: bool

    def draw(self) -> None:
        top = self.margin + (theme.size("askStripe") if self.view.verdict is Verdict.ASK else 0)
        foot = self.canvas.height() - self.margin - self._answers_height()
        if self.view.hero:
            self._hero(self._small_head(top), self._person(foot, facts=True))
            return
        said = self._sentences_height()
        # On a low screen what is said stays whole: where the person comes from gives way, then the size of the head.
        facts = foot - top - self._head_height(self._most_mark) - said >= self._person_height()
        person = self._person_height() - (0 if facts else self._facts_height())
        below = self._head(top, self._mark_within(foot - top - said - person))
        self._person(foot, facts=facts)
        self._sentences(below)

    @property
    def _width(self) -> int:
        return self.canvas.width() - 2 * self.margin

    def _answers_height(self) -> int:
        return theme.size("target.door") + theme.space(6) if self.view.answers else 0

    def _rect(self, y: int, height: int, *, x: int | None = None, width: int | None = None) -> QRect:
        left = self.margin if x is None else x
        room = self.canvas.width() - self.margin - left if width is None else width
        return paint.visual(self.canvas, QRect(left, y, room, height))

    def _text(self, rect: QRect, words: str, font: QFont) -> None:
        paint.text(self.painter, rect, words, font, self.tone.ink)

    def _mark(self, square: QRect) -> None:
        verdict = self.view.verdict or Verdict.FAULT
        place = paint.visual(self.canvas, square)
        marks.draw(self.painter, place, verdict, self.tone.mark, self.tone.fill)

    @property
    def _most_mark(self) -> int:
        if self.view.reason:
            return 150 if self.narrow else 200
        return 190 if self.narrow else theme.size("mark.door")

    def _mark_within(self, room: int) -> int:
        """Return the largest mark whose head takes at most `room`."""
        marks_ = range(self._most_mark, _LEAST_MARK, -2)
        return next((mark for mark in marks_ if self._head_height(mark) <= room), _LEAST_MARK)

    def _word(self, mark: int) -> tuple[int, QFont, QFont]:
        """Return where the word beside a mark begins, and the fonts of it and of the second one."""
        x = self.margin + mark + (36 if self.narrow else 56)
        font = paint.fitting(self.view.word, "verdictDoor", self.canvas.width() - self.margin - x, least=60)
        most = 132 if self.narrow else font.pixelSize()
        if mark < self._most_mark:
            most = min(most, mark * 3 // 4)
        font.setPixelSize(max(60, min(font.pixelSize(), most)))
        return x, font, theme.font_of(round(font.pixelSize() * 0.4))

    def _head_height(self, mark: int) -> int:
        _, font, second = self._word(mark)
        return max(mark, sum(_heights(font, second))) + theme.space(4)

    def _head(self, top: int, mark: int) -> int:
        """Draw mark, word and second word; return where they end."""
        self._mark(QRect(self.margin + 2, top + 4, mark, mark))
        x, font, second = self._word(mark)
        word, below = _heights(font, second)
        y = top + max(0, (mark - word - below) // 2)
        self._text(self._rect(y, word, x=x), self.view.word, font)
        self._text(self._rect(y + word, below, x=x), self.view.second_word, second)
        return top + self._head_height(mark)

    def _small_head(self, top: int) -> int:
        """Draw the head of a verdict that points to another bus; return where it ends."""
        mark = 88 if self.narrow else 106
        self._mark(QRect(self.margin + 2, top + 4, mark, mark))
        x = self.margin + mark + 36
        font = paint.fitting(self.view.word, "verdictDoorLong", self.canvas.width() - self.margin - x, least=44)
        second = theme.font_of(26 if self.narrow else 32)
        self._text(self._rect(top - 4, 72, x=x), self.view.word, font)
        self._text(self._rect(top + 68, 44, x=x), self.view.second_word, second)
        return top + mark + theme.space(6)

    def _hero(self, top: int, bottom: int) -> None:
        token = "busCodeCompact" if self.narrow else "busCode"
        pixels = min(theme.font(token).pixelSize(), max(72, bottom - top - 60))
        font = theme.font_of(pixels, bold=True)
        width, height = paint.width_of(self.view.hero, font) + pixels // 2, pixels + pixels // 10
        y = top + max(0, (bottom - top - height) // 2)
        plate = self._rect(y, height, width=width)
        paint.box(self.painter, plate, fill=self.tone.ink, radius=18)
        centre = Qt.AlignmentFlag.AlignHCenter
        paint.text(self.painter, plate, bidi.code(self.view.hero), font, self.tone.fill, centre)
        x = self.margin + width + 40
        title = paint.fitting(self.view.hero_title, "figure", self.canvas.width() - self.margin - x, least=24)
        line = theme.font_of(26 if self.narrow else 32)
        middle = y + height // 2
        self._text(self._rect(middle - 56, 56, x=x), self.view.hero_title, title)
        self._text(self._rect(middle + 4, 44, x=x), self.view.hero_line, line)

    def _said(self) -> tuple[tuple[QFont, list[str]], ...]:
        reason = _wrapped(self.view.reason, "figure", self._width, least=24)
        return reason, _wrapped(self.view.action, "latin", self._width, least=20)

    def _sentences_height(self) -> int:
        return sum(QFontMetrics(font).height() * len(lines) for font, lines in self._said())

    def _sentences(self, top: int) -> None:
        """Draw why and what to do, one under the other: neither is ever left out."""
        for font, lines in self._said():
            for line in lines:
                self._text(self._rect(top, QFontMetrics(font).height()), line, font)
                top += QFontMetrics(font).height()

    def _person_height(self) -> int:
        """Return how much the person takes where everything is shown."""
        view = self.view
        if not view.name:
            return 0
        second = (48 if self.narrow else 58) if view.second_name else 0
        note = 68 + theme.space(3) if view.note else 0
        return note + self._facts_height() + second + (72 if self.narrow else 104) + theme.space(4) + theme.space(2)

    def _facts_height(self) -> int:
        return 44 if self.view.organisation or self.view.languages or self.view.trailing else 0

    def _person(self, bottom: int, *, facts: bool) -> int:
        """Draw the person upwards from `bottom`; return where the rule above them is."""
        view = self.view
        if not view.name:
            return bottom
        y = bottom
        if view.note:
            y = self._note(y)
        if facts and (view.organisation or view.languages or view.trailing):
            y -= 44
            self._facts(y)
        if view.second_name:
            y -= 48 if self.narrow else 58
            font = paint.fitting(view.second_name, "latin" if self.narrow else "display", self._width, least=20)
            font.setWeight(QFont.Weight.Normal)
            self._text(self._rect(y, 48), bidi.name(view.second_name), font)
        height = 72 if self.narrow else 104
        y -= height
        token = "name" if self.narrow else "nameDoor"
        self._text(self._rect(y, height), bidi.name(view.name), paint.fitting(view.name, token, self._width, least=30))
        y -= theme.space(4)
        self.painter.fillRect(self._rect(y, 4), self.tone.ink)
        return y - theme.space(2)

    def _note(self, bottom: int) -> int:
        height = 68
        box = self._rect(bottom - height, height)
        paint.box(self.painter, box, fill=None, line=self.tone.ink, width=3, radius=theme.radius("card"))
        font = paint.fitting(self.view.note, "heading", self._width - 48, least=18)
        inner = self._rect(bottom - height, height, x=self.margin + 24, width=self._width - 48)
        self._text(inner, self.view.note, font)
        return bottom - height - theme.space(3)

    def _facts(self, y: int) -> None:
        font, x = theme.font_of(22 if self.narrow else 24), self.margin
        trailing = paint.width_of(self.view.trailing, font) + 24 if self.view.trailing else 0
        room = self._width - trailing
        if self.view.organisation and not trailing:
            width = min(paint.width_of(self.view.organisation, font) + 2, room * 6 // 10)
            self._text(self._rect(y, 40, x=x, width=width), self.view.organisation, font)
            x += width + 32
        if self.view.languages:
            icons.draw(self.painter, self._rect(y + 6, 28, x=x, width=28), "translate", self.tone.ink)
            left = room - (x - self.margin) - 40
            self._text(self._rect(y, 40, x=x + 40, width=left), self.view.languages, font)
        if trailing:
            end = self._rect(y, 40, x=self.canvas.width() - self.margin - trailing, width=trailing)
            paint.text(self.painter, end, self.view.trailing, font, self.tone.ink, Qt.AlignmentFlag.AlignTrailing)


def _heights(word: QFont, second: QFont) -> tuple[int, int]:
    return QFontMetrics(word).height() * 9 // 10, QFontMetrics(second).height()
