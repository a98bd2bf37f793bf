"""The numbered answers to a question."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from checkin_app.domain.outcomes import Verdict
from checkin_app.ui import theme
from checkin_app.ui.kit import buttons, paint
from checkin_app.ui.kit.lines import Lines
from checkin_app.ui.kit.tones import tone

#: Between key and words, and that with the edges, in pixels.
_BESIDE_KEY, _AROUND = 8, 24


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
        return QSize(words + buttons.key_width(self.key) + 10 + 40, answer_height())

    def room(self) -> int:
        """Return how wide its words may be."""
        return self.width() - buttons.key_width(self.key) - _AROUND

    def narrowest(self) -> int:
        """Return the width that its words take in two lines."""
        return buttons.key_width(self.key) + _AROUND + narrowest_of_two(self.text())

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
        lines = _lines(self.text(), self.room())
        words = min(lines.width, lines.widest())
        x = (self.width() - cap - _BESIDE_KEY - words) // 2
        buttons.draw_key(painter, paint.visual(self, QRect(x, (self.height() - side) // 2, cap, side)), self.key, ink)
        lines.width = words
        lines.draw(painter, self, (x + cap + _BESIDE_KEY, (self.height() - lines.height) // 2), ink)


def _lines(words: str, width: int) -> Lines:
    style = theme.tokens()["type"]["buttonLarge"]
    return Lines(words, theme.grown(style["px"]), width, least=theme.grown(16), bold=True)


def shared(whole: Sequence[int], broken: Sequence[int], room: int) -> list[int]:
    """Return the widths of answers of which not all have room in one line: the longer ones break first."""
    widths = list(broken)
    for index in sorted(range(len(whole)), key=lambda each: whole[each]):
        if sum(widths) - broken[index] + whole[index] <= room:
            widths[index] = whole[index]
    return widths


def narrowest_of_two(words: str) -> int:
    """Return the least width at which words in their smallest letters take no more than two lines."""
    font = theme.font_of(theme.grown(16), bold=True)
    width = paint.width_of(words, font) // 2
    while paint.lay_out(words, font, width, Qt.LayoutDirection.LeftToRight, 1)[1] > 2 or _breaks_a_word(
        words, font, width
    ):
        width += 4
    return width


def _breaks_a_word(words: str, font: QFont, width: int) -> bool:
    return any(paint.width_of(each, font) > width for each in words.split()) and " " in words


def answer_height() -> int:
    """Return how high an answer is: two lines of words fit into it."""
    return max(theme.size("target.scan"), round(2 * theme.grown(18) * 1.35) + 4)
