"""The bar above every screen: what is being checked or was just said, how devices are, and the clock."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from checkin_app.ui import theme
from checkin_app.ui.kit import icons, paint
from checkin_app.ui.kit.chips import Health, HealthItem
from checkin_app.ui.kit.labels import Label

#: Around the words of what is being checked: its flag and its caret, in pixels.
_SIGNS = 84


@dataclass(frozen=True, slots=True)
class ContextView:
    """What this laptop is checking, in words."""

    title: str
    line: str
    short_line: str = ""
    """Shown where there is little room."""


class _Context(QAbstractButton):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = ContextView("", "")
        self._terse = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)

    def show_context(self, view: ContextView, *, terse: bool) -> None:
        self._view, self._terse = view, terse
        self.setAccessibleName(f"{view.title}. {view.line}")
        self.updateGeometry()
        self.update()

    def _line(self) -> str:
        return (self._view.short_line or self._view.line) if self._terse else self._view.line

    def least_width(self) -> int:
        """Return the width of what may not be missing: the title, and the first part of the line under it."""
        return self._width(self._line().partition(paint.PART)[0])

    def _width(self, line: str) -> int:
        title = paint.width_of(self._view.title, theme.font("buttonLarge"))
        return max(title, paint.width_of(line, theme.font("body"))) + _SIGNS

    def sizeHint(self) -> QSize:
        return QSize(self._width(self._line()), theme.size("topBarCompact"))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, theme.size("topBarCompact"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        ink, quiet = theme.color("ink.primary"), theme.color("ink.secondary")
        with paint.painting(self) as painter:
            middle = self.height() // 2
            icons.draw(painter, paint.visual(self, QRect(0, middle - 12, 24, 24)), "flag", ink)
            room = min(self._width(self._line()) + 2, self.width()) - _SIGNS
            first, second = theme.line_height("buttonLarge"), theme.line_height("body")
            top = middle - (first + second) // 2 + 1
            title = paint.visual(self, QRect(38, top, room, first))
            line = paint.visual(self, QRect(38, top + first - 2, room, second))
            font = paint.fitting(self._view.title, "buttonLarge", room, least=16)
            paint.text(painter, title, self._view.title, font, ink)
            # Its first part is what may not be missing, though all that is amiss leaves it little room.
            below = paint.fitting(self._line().partition(paint.PART)[0], "body", room, least=16)
            paint.text(painter, line, self._line(), below, quiet)
            caret = paint.visual(self, QRect(38 + room + 14, middle - 10, 20, 20))
            icons.draw(painter, caret, "caret-down", ink)


class TopBar(QWidget):
    """Leading, what is being checked; trailing, health and clock.

    What was just said stands in the place of what is being checked, so that it covers nothing: see `lend`.

    Signals: `context_asked`, `health_asked` with the `Health` that was tapped, `lent` when something came into its
    leading place or left it.
    """

    context_asked = Signal()
    health_asked = Signal(object)
    lent = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setSpacing(0)
        self._context = _Context()
        self._context.clicked.connect(self.context_asked)
        self._items: list[tuple[HealthItem, QWidget]] = []
        self._health: tuple[Health, ...] = ()
        self._guests: list[QWidget] = []
        self._view = ContextView("", "")
        self._clock = Label("", "title")
        self._row.addWidget(self._context)
        self._row.addStretch(1)
        self._row.addSpacing(10)
        self._row.addWidget(self._clock)
        self._layout = theme.Layout.REGULAR
        self.set_layout(self._layout)

    @property
    def occupied(self) -> bool:
        """Whether something stands in the place of what is being checked."""
        return any(not each.isHidden() for each in self._guests)

    def lend(self, *guests: QWidget) -> None:
        """Give the leading place to whichever of `guests` is shown."""
        for guest in guests:
            guest.hide()
            self._guests.append(guest)
            self._row.insertWidget(0, guest, 1_000)
            guest.installEventFilter(self)

    def set_context(self, context: ContextView) -> None:
        self._view = context
        self._context.show_context(context, terse=self._layout.narrow)
        self._fit()

    def set_clock(self, time: str) -> None:
        self._clock.setText(time)

    def set_health(self, health: Sequence[Health]) -> None:
        self._health = tuple(health)
        while len(self._items) < len(self._health):
            self._items.append(self._new_item())
        for index, (item, rule) in enumerate(self._items):
            item.setVisible(index < len(self._health))
            rule.setVisible(index < len(self._health))
        self._fit()

    def set_layout(self, layout: theme.Layout) -> None:
        self._layout = layout
        pad = 24 if layout is theme.Layout.REGULAR else 16
        self._row.setContentsMargins(pad, 0, pad + 4, 0)
        self.set_context(self._view)
        self.set_health(self._health)

    # ---- room

    def _fit(self) -> None:
        """Leave words of health out until what is being checked has room; what is amiss keeps its words longest."""
        spoken = [each.abnormal or not self._layout.narrow for each in self._health]
        order = sorted(range(len(self._health)), key=lambda each: (self._health[each].abnormal, -each))
        for silent in [None, *order]:
            if silent is not None:
                spoken[silent] = False
            for (item, _), health, words in zip(self._items, self._health, spoken, strict=False):
                item.set_health(health, terse=not words)
            if self._taken() <= self.width():
                break
        self._fit_height()

    def _taken(self) -> int:
        """Return the width that health and clock take, and what is being checked at least."""
        margins = self._row.contentsMargins()
        items = sum(item.sizeHint().width() + rule.width() for item, rule in self._items[: len(self._health)])
        fixed = margins.left() + margins.right() + 10 + self._clock.sizeHint().width()
        leading = self.width() * 45 // 100
        return items + fixed + (leading if self.occupied else min(self._context.least_width(), leading))

    def _fit_height(self) -> None:
        high = theme.size("topBar" if self._layout is theme.Layout.REGULAR else "topBarCompact")
        shown = next((each for each in self._guests if not each.isHidden()), None)
        if shown is not None and shown.hasHeightForWidth():
            high = max(high, shown.heightForWidth(self._leading_room()) + 8)
        if self.minimumHeight() != high or self.maximumHeight() != high:
            self.setFixedHeight(high)

    def _leading_room(self) -> int:
        margins = self._row.contentsMargins()
        items = sum(item.sizeHint().width() + rule.width() for item, rule in self._items[: len(self._health)])
        fixed = margins.left() + margins.right() + 10 + self._clock.sizeHint().width()
        return max(160, self.width() - items - fixed)

    # ---- Qt

    def _new_item(self) -> tuple[HealthItem, QWidget]:
        item, rule = HealthItem(self), _Rule(self)
        item.clicked.connect(lambda: self.health_asked.emit(item.health))
        at = self._row.count() - 2
        self._row.insertWidget(at, rule, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.insertWidget(at, item, 0, Qt.AlignmentFlag.AlignVCenter)
        return item, rule

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.ShowToParent, QEvent.Type.HideToParent} and watched in self._guests:
            if event.type() == QEvent.Type.ShowToParent:
                # What was said before gives way to what is said now.
                for guest in self._guests:
                    guest.setVisible(guest is watched)
            self._context.setVisible(not self.occupied)
            self._fit()
            self.lent.emit()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with paint.painting(self) as painter:
            painter.fillRect(self.rect(), theme.color("bg.surface"))
            painter.fillRect(0, self.height() - 1, self.width(), 1, theme.color("line.subtle"))


class _Rule(QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(13, 28)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with paint.painting(self) as painter:
            painter.fillRect(6, 0, 1, self.height(), theme.color("line.subtle"))
