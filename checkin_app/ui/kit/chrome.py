"""What frames every screen: the rail, and the ring around what has the focus."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QApplication, QVBoxLayout, QWidget
from shiboken6 import isValid

from checkin_app.ui import theme
from checkin_app.ui.kit import icons, paint


class RailItem(QAbstractButton):
    """One screen in the rail: an icon and its word."""

    def __init__(self, icon: str, words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon, self._count = icon, 0
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.set_words(words)
        self.set_compact(compact=False)

    def set_words(self, words: str) -> None:
        self.setText(words)
        self.setAccessibleName(words)
        self.update()

    def set_count(self, count: int) -> None:
        """Show how many there are that need a person; nothing where there is none."""
        if count != self._count:
            self._count = count
            self.setAccessibleName(" ".join((self.text(), str(count))) if count else self.text())
            self.update()

    def set_compact(self, *, compact: bool, low: bool = False) -> None:
        least = theme.size("icon") + theme.line_height("body") + 4
        self.setFixedHeight(max(56, least) if low else theme.size("railItemCompact" if compact else "railItem"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        active = self.isChecked()
        ink = theme.color("ink.railActive" if active else "ink.rail")
        with paint.painting(self) as painter:
            if active:
                paint.box(painter, self.rect(), fill=theme.color("bg.railActive"), radius=theme.radius("control"))
            side = theme.size("icon")
            line = theme.line_height("body") + 2
            y = (self.height() - side - line) // 2
            icons.draw(painter, QRect((self.width() - side) // 2, y, side, side), self._icon, ink)
            words = QRect(0, y + side + 2, self.width(), line)
            font = paint.fitting(self.text(), "bodyStrong" if active else "body", self.width() - 2, least=16)
            paint.text(painter, words, self.text(), font, ink, Qt.AlignmentFlag.AlignHCenter)
            if self._count:
                self._draw_count(painter, y)

    def _draw_count(self, painter: QPainter, y: int) -> None:
        shown, font = str(min(self._count, 99)), theme.font("bodyStrong")
        width = max(24, paint.width_of(shown, font) + 12)
        place = paint.visual(
            self, QRect(min(self.width() // 2 + 4, self.width() - width - 2), max(0, y - 8), width, 24)
        )
        paint.box(painter, place, fill=theme.color("verdict.ask.fill"), radius=12)
        paint.text(painter, place, shown, font, theme.color("verdict.ask.ink"), Qt.AlignmentFlag.AlignHCenter)


class _Sign(QWidget):
    """The application's sign: a way that ends at a point."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(46, 46)

    def paintEvent(self, _event: QPaintEvent) -> None:
        ink = theme.color("ink.rail")
        with paint.painting(self) as painter:
            faint = QColor(ink)
            faint.setAlphaF(0.6)
            paint.box(painter, QRect(1, 1, 44, 44), fill=None, line=faint, width=2, radius=10)
            way = QPainterPath()
            way.moveTo(12, 31)
            way.cubicTo(22, 31, 17, 14, 24, 14)
            way.cubicTo(30, 14, 26, 24, 35, 24)
            painter.setPen(QPen(ink, 3.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawPath(way)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink)
            painter.drawEllipse(QRectF(8, 27, 8, 8))
            painter.setBrush(theme.color("verdict.go.fill"))
            painter.drawEllipse(QRectF(31, 20, 8, 8))


class Rail(QWidget):
    """The screens, leading; `chosen` carries the key of the one that was asked for."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: dict[str, RailItem] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(8, 14, 8, 12)
        self._column.setSpacing(4)
        self._sign = _Sign()
        self._column.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addSpacing(14)
        self._column.addStretch(1)
        self._foot = 0
        self.setFixedWidth(theme.size("rail"))

    def add(self, key: str, icon: str, words: str = "", *, foot: bool = False) -> RailItem:
        """Add a screen; `foot` puts it at the bottom and makes it no place one can be at."""
        item = RailItem(icon, words, self)
        item.setCheckable(not foot)
        item.clicked.connect(lambda: self.chosen.emit(key))
        place = self._column.count() if foot else self._column.count() - 1 - self._foot
        self._foot += foot
        self._column.insertWidget(place, item)
        self._items[key] = item
        return item

    def set_words(self, key: str, words: str) -> None:
        self._items[key].set_words(words)

    def set_counts(self, counts: Mapping[str, int]) -> None:
        """Show how many wait on each screen, where there is that screen."""
        for key in counts.keys() & self._items.keys():
            self._items[key].set_count(counts[key])

    def mark(self, key: str) -> None:
        """Show which screen is open."""
        for each, item in self._items.items():
            item.setChecked(each == key and item.isCheckable())

    def set_compact(self, *, compact: bool, low: bool = False) -> None:
        """Take the sizes of a small window; in one that is low as well, every screen comes before the sign."""
        self._sign.setVisible(not low)
        self._column.setSpacing(0 if low else 4)
        self.setFixedWidth(theme.size("railCompact" if compact else "rail") + theme.grown(16) - 16)
        side = 4 if compact else 8
        self._column.setContentsMargins(side, 8 if compact else 18, side, 8)
        for item in self._items.values():
            item.set_compact(compact=compact, low=low)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with paint.painting(self) as painter:
            painter.fillRect(self.rect(), theme.color("bg.rail"))


class FocusRing(QWidget):
    """The ring around whatever button of a window has the focus; fields draw their own."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._around: QWidget | None = None
        self.hide()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)

    def _follow(self, _former: QWidget | None, now: QWidget | None) -> None:
        # Choices that are laid out anew delete the button that had the focus.
        if self._around is not None and isValid(self._around):
            self._around.removeEventFilter(self)
        rings = isinstance(now, QAbstractButton) and now.window() is self.window()
        self._around = now if rings else None
        if self._around is None:
            self.hide()
            return
        self._around.installEventFilter(self)
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._around:
            if event.type() in (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show):
                self._place()
            elif event.type() in (QEvent.Type.Hide, QEvent.Type.Destroy):
                self.hide()
        return False

    def _place(self) -> None:
        if self._around is None:
            return
        out = round(theme.stroke("focus") + theme.stroke("focusGap"))
        corner = self._around.mapTo(self.window(), self._around.rect().topLeft())
        self.setGeometry(QRect(corner, self._around.size()).adjusted(-out, -out, out, out))
        self.raise_()
        self.show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with paint.painting(self) as painter:
            self._ring(painter)

    def _ring(self, painter: QPainter) -> None:
        width, gap = theme.stroke("focus"), theme.stroke("focusGap")
        inner = self.rect().adjusted(round(width), round(width), -round(width), -round(width))
        radius = theme.radius("control")
        paint.box(painter, inner, fill=None, line=theme.color("focus.gap"), width=gap, radius=radius + 3)
        paint.box(painter, self.rect(), fill=None, line=theme.color("focus.ring"), width=width, radius=radius + 5)
