"""How a door's verdict is drawn: as large as everything that it says lets it be, and nothing left out but the least."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from checkin_app.domain.outcomes import Verdict
from checkin_app.ui import theme
from checkin_app.ui.door.words import DoorView
from checkin_app.ui.kit import bidi, icons, marks, paint
from checkin_app.ui.kit.lines import Lines
from checkin_app.ui.kit.tones import tone

#: How small things may get, in percent of the drawing, before the next of what matters least is left out.
_SMALLEST = (75, 60, 50, 36)
#: Pixels below which a word is not read from the step.
_LEAST_WORD, _LEAST_MARK = 60, 72


def planned(view: DoorView, room: QRect, *, narrow: bool) -> "Plan":
    """Return the largest plan that fits; where the whole of it gets small, what matters least is left out first."""
    less = replace(view, organisation="", languages="")
    least = replace(less, trailing="")
    for shown, smallest in zip((view, less, least, replace(least, second_name="")), _SMALLEST, strict=True):
        for scale in range(100, smallest - 1, -5):
            plan = Plan(shown, room, scale, narrow=narrow)
            if plan.height <= room.height():
                return plan
    return plan


@dataclass(frozen=True, slots=True)
class _Fact:
    """One thing known of the person, in lines, with the icon before it."""

    lines: Lines
    icon: str = ""


class Plan:
    """Everything that is said, at one scale: the head from above, the person from below, the rest between them."""

    def __init__(self, view: DoorView, room: QRect, scale: int, *, narrow: bool) -> None:
        self._view, self._scale, self._narrow = view, scale, narrow
        stripe = theme.size("askStripe") if view.verdict is Verdict.ASK else 0
        self._room = room.adjusted(0, stripe, 0, 0)
        width = room.width()
        self._mark = self._mark_side()
        self._before_word = self._mark + (28 if narrow else 48)
        self._word, self._second = self._head_words(width - self._before_word)
        self._reason = self._lines(view.reason, (44, 24), width, bold=True)
        self._action = self._lines(view.action, (28, 20), width)
        self._name = self._lines(bidi.name(view.name), (52 if narrow else 76, 30), width, bold=True)
        self._second_name = self._lines(bidi.name(view.second_name), (28 if narrow else 32, 20), width)
        self._facts = self._facts_in(width)
        self._note = self._lines(view.note, (24, 18), width - 40, bold=True, most=3)
        self._beside_plate = self._hero_words()
        self.height = stripe + self._head_height + self._middle_height + self._person_height()

    # ---- sizes

    def _pixels(self, pixels: int, least: int) -> int:
        return max(theme.grown(least), theme.grown(pixels) * self._scale // 100)

    def _lines(self, words: str, sizes: tuple[int, int], width: int, *, bold: bool = False, most: int = 2) -> Lines:
        """Return words in the drawing's pixels, or in as few as the second of `sizes`."""
        pixels, least = sizes
        most_pixels = self._pixels(pixels, least)
        return Lines(words, most_pixels, width, least=min(most_pixels, theme.grown(least)), bold=bold, most=most)

    def _mark_side(self) -> int:
        if self._view.hero:
            side = 88 if self._narrow else 106
        elif self._view.reason:
            side = 150 if self._narrow else 200
        else:
            side = 190 if self._narrow else theme.size("mark.door")
        return max(_LEAST_MARK, side * self._scale // 100)

    def _head_words(self, width: int) -> tuple[Lines, Lines]:
        view = self._view
        most = 64 if view.hero else 132 if self._narrow else 160
        pixels = max(_LEAST_WORD, most * self._scale // 100)
        word = Lines(view.word, pixels, width, least=min(44, pixels) if view.hero else _LEAST_WORD, bold=True)
        second = max(theme.grown(20), round(word.pixels * 0.4))
        return word, Lines(view.second_word, second, width, least=theme.grown(18))

    @property
    def _words_height(self) -> int:
        return _tight(self._word) + self._second.height

    @property
    def _head_height(self) -> int:
        return max(self._mark, self._words_height) + theme.space(4)

    @property
    def _middle_height(self) -> int:
        if self._view.hero:
            return max(self._plate_pixels * 11 // 10, sum(each.height for each in self._beside_plate)) + theme.space(2)
        return self._reason.height + self._action.height

    def _person_height(self) -> int:
        if not self._view.name:
            return 0
        facts = max((each.lines.height for each in self._facts), default=0)
        note = self._note.height + 24 + theme.space(3) if self._view.note else 0
        return theme.space(3) + self._name.height + self._second_name.height + facts + note

    # ---- the bus they belong on

    @property
    def _plate_pixels(self) -> int:
        return max(96, theme.font("busCodeCompact" if self._narrow else "busCode").pixelSize() * self._scale // 100)

    def _plate_width(self) -> int:
        font = theme.font_of(self._plate_pixels, bold=True)
        return paint.width_of(self._view.hero, font) + self._plate_pixels // 2

    def _hero_words(self) -> tuple[Lines, Lines]:
        if not self._view.hero:
            return self._lines("", (44, 24), 1), self._lines("", (32, 20), 1)
        width = self._room.width() - self._plate_width() - theme.space(8)
        title = self._lines(self._view.hero_title, (44, 24), width, bold=True)
        return title, self._lines(self._view.hero_line, (26 if self._narrow else 32, 20), width)

    # ---- where they come from

    def _facts_in(self, width: int) -> list[_Fact]:
        """Return what stands in one row under the names: organisation and languages, or when the other bus leaves."""
        view, pixels = self._view, 22 if self._narrow else 24
        if view.trailing:
            return [_Fact(self._lines(view.trailing, (pixels, 18), width))]
        organisation = self._lines(view.organisation, (pixels, 18), width * 6 // 10 if view.languages else width)
        taken = min(organisation.width, organisation.widest()) + 32 if view.organisation else 0
        languages = self._lines(view.languages, (pixels, 18), width - taken - 40)
        facts = [_Fact(organisation)] if view.organisation else []
        return [*facts, _Fact(languages, "translate")] if view.languages else facts

    # ---- drawing

    def draw(self, canvas: QWidget, painter: QPainter) -> None:
        below = self._draw_head(canvas, painter)
        above = self._draw_person(canvas, painter)
        if self._view.hero:
            self._draw_hero(canvas, painter, below, above)
        else:
            for lines in (self._reason, self._action):
                self._draw_lines(canvas, painter, lines, below)
                below += lines.height

    def _draw_lines(self, canvas: QWidget, painter: QPainter, lines: Lines, y: int, x: int = 0) -> None:
        lines.draw(painter, canvas, (self._room.left() + x, y), tone(self._verdict).ink)

    @property
    def _verdict(self) -> Verdict:
        return self._view.verdict or Verdict.FAULT

    def _draw_head(self, canvas: QWidget, painter: QPainter) -> int:
        """Draw mark, word and second word; return where they end."""
        high, colors = max(self._mark, self._words_height), tone(self._verdict)
        top = self._room.top()
        square = QRect(self._room.left() + 2, top + (high - self._mark) // 2, self._mark, self._mark)
        marks.draw(painter, paint.visual(canvas, square), self._verdict, colors.mark, colors.fill)
        y = top + (high - self._words_height) // 2
        # The letters of a word stand in the middle of their line, which is higher than they are.
        self._draw_lines(
            canvas, painter, self._word, y - (self._word.height - _tight(self._word)) // 2, self._before_word
        )
        self._draw_lines(canvas, painter, self._second, y + _tight(self._word), self._before_word)
        return top + high + theme.space(4)

    def _draw_person(self, canvas: QWidget, painter: QPainter) -> int:
        """Draw the person upwards from the foot; return where the rule above them is."""
        view, y, ink = self._view, self._room.bottom() + 1, tone(self._verdict).ink
        if not view.name:
            return y
        if view.note:
            y -= self._note.height + 24
            box = paint.visual(canvas, QRect(self._room.left(), y, self._room.width(), self._note.height + 24))
            paint.box(painter, box, fill=None, line=ink, width=3, radius=theme.radius("card"))
            self._draw_lines(canvas, painter, self._note, y + 12, 20)
            y -= theme.space(3)
        y -= max((each.lines.height for each in self._facts), default=0)
        self._draw_facts(canvas, painter, y)
        for lines in (self._second_name, self._name):
            y -= lines.height
            self._draw_lines(canvas, painter, lines, y)
        y -= theme.space(2)
        painter.fillRect(paint.visual(canvas, QRect(self._room.left(), y, self._room.width(), 4)), ink)
        return y

    def _draw_facts(self, canvas: QWidget, painter: QPainter, y: int) -> None:
        x, ink = 0, tone(self._verdict).ink
        for fact in self._facts:
            if fact.icon:
                square = QRect(self._room.left() + x, y + (fact.lines.line - 28) // 2, 28, 28)
                icons.draw(painter, paint.visual(canvas, square), fact.icon, ink)
                x += 40
            self._draw_lines(canvas, painter, fact.lines, y, x)
            x += min(fact.lines.width, fact.lines.widest()) + 32

    def _draw_hero(self, canvas: QWidget, painter: QPainter, top: int, bottom: int) -> None:
        colors, pixels = tone(self._verdict), self._plate_pixels
        font, height = theme.font_of(pixels, bold=True), pixels * 11 // 10
        y = top + max(0, (bottom - top - height) // 2)
        plate = paint.visual(canvas, QRect(self._room.left(), y, self._plate_width(), height))
        paint.box(painter, plate, fill=colors.ink, radius=18)
        centre = Qt.AlignmentFlag.AlignHCenter
        paint.text(painter, plate, bidi.code(self._view.hero), font, colors.fill, centre)
        title, line = self._beside_plate
        x = self._plate_width() + theme.space(8)
        middle = y + (height - title.height - line.height) // 2
        self._draw_lines(canvas, painter, title, max(top, middle), x)
        self._draw_lines(canvas, painter, line, max(top, middle) + title.height, x)


def _tight(lines: Lines) -> int:
    """Return the height of large letters without most of the air around them."""
    return lines.height - round(lines.pixels * 0.3) if lines.count else 0
