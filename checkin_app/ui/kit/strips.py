"""The strip that stands where no verdict does, and the one that says a verdict above a form."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from checkin_app.domain.outcomes import Verdict
from checkin_app.ui import theme
from checkin_app.ui.kit import buttons, icons, marks, paint
from checkin_app.ui.kit.lines import Lines
from checkin_app.ui.kit.tones import tone

#: Where the words begin, after the mark, and where they do in a low window.
_BEFORE_WORDS, _BEFORE_WORDS_LOW = 90, 72


class ReadyStrip(QWidget):
    """Says that scanning goes on, in place of a verdict; `VerdictStrip` says what the last scan came to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._line, self._icon = "", "", "scan"
        self._key, self._key_words = "", ""
        self._around, self._low = 34, False
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_ready(self, title: str, line: str = "", *, icon: str = "scan", key: str = "", key_words: str = "") -> None:
        """Show a title and a line; `key` and its words name the way back, such as Esc."""
        self._title, self._line, self._icon, self._key, self._key_words = title, line, icon, key, key_words
        self.setAccessibleName(f"{title}. {line}")
        self.updateGeometry()
        self.update()

    def set_layout(self, layout: theme.Layout) -> None:
        self._low = layout.low
        self._around = 14 if layout.low else 34
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of a title and a line, or of what the words need."""
        title, line = self._lines(width)
        if self._fit_beside(title, line):
            return max(title.height, line.height, theme.size("keycap")) + self._around
        return max(theme.lines("title", "body"), title.height + line.height) + self._around

    def sizeHint(self) -> QSize:
        return QSize(400, self.heightForWidth(max(400, self.width())))

    @property
    def _before_words(self) -> int:
        return _BEFORE_WORDS_LOW if self._low else _BEFORE_WORDS

    def _lines(self, width: int) -> tuple[Lines, Lines]:
        room = width - self._before_words - 24 - self._way_back_width()
        title = Lines(self._title, theme.grown(20), room, least=theme.grown(18), bold=True)
        return title, Lines(self._line, theme.grown(16), room, least=theme.grown(16))

    def _fit_beside(self, title: Lines, line: Lines) -> bool:
        """Return whether title and line stand on one line, which they do where it is low."""
        if not self._low or max(title.count, line.count) > 1:
            return False
        return title.widest() + theme.space(4) + line.widest() <= title.width

    def paintEvent(self, _event: QPaintEvent) -> None:
        with paint.painting(self) as painter:
            fill, line = theme.color("verdict.ready.fill"), theme.color("line.control")
            paint.box(
                painter, self.rect(), fill=fill, line=line, width=theme.stroke("door"), radius=theme.radius("card")
            )
            self._content(painter, theme.color("verdict.ready.ink"), theme.color("ink.secondary"))

    def _content(self, painter: QPainter, ink: QColor, quiet: QColor) -> None:
        self._mark(painter, paint.visual(self, QRect(self._before_words - 60, (self.height() - 40) // 2, 40, 40)))
        self._way_back(painter, ink)
        title, line = self._lines(self.width())
        if self._fit_beside(title, line):
            beside = self._before_words + title.widest() + theme.space(4)
            title.draw(painter, self, (self._before_words, (self.height() - title.height) // 2), ink)
            line.width = line.widest() + 2
            line.draw(painter, self, (beside, (self.height() - line.height) // 2), quiet)
            return
        y = (self.height() - title.height - line.height) // 2
        title.draw(painter, self, (self._before_words, y), ink)
        line.draw(painter, self, (self._before_words, y + title.height), quiet)

    def _mark(self, painter: QPainter, square: QRect) -> None:
        icons.draw(painter, square, self._icon, theme.color("verdict.ready.ink"))

    def _way_back_width(self) -> int:
        if not self._key:
            return 0
        return paint.width_of(self._key_words, theme.font("body")) + buttons.key_width(self._key) + 40

    def _way_back(self, painter: QPainter, ink: QColor) -> None:
        if not self._key:
            return
        font, side = theme.font("body"), theme.size("keycap")
        words, cap = paint.width_of(self._key_words, font), buttons.key_width(self._key)
        x, y = self.width() - 28 - words, (self.height() - side) // 2
        paint.text(painter, paint.visual(self, QRect(x, y, words + 2, side)), self._key_words, font, ink)
        buttons.draw_key(painter, paint.visual(self, QRect(x - cap - 12, y, cap, side)), self._key, ink)


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
