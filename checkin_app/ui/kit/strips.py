"""The strip that stands where no verdict does, and the one that says a verdict above a form."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from checkin_app.domain.outcomes import Verdict
from checkin_app.ui import theme
from checkin_app.ui.kit import buttons, icons, marks, paint
from checkin_app.ui.kit.tones import tone


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
