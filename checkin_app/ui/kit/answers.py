"""The numbered answers to a question."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from checkin_app.domain.outcomes import Verdict
from checkin_app.ui import theme
from checkin_app.ui.kit import buttons, paint
from checkin_app.ui.kit.tones import tone


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
