"""The buses that need a person, side by side in the order of their need: as many as there is room for."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from checkin_app.domain.ids import BusCode
from checkin_app.ui import theme
from checkin_app.ui.board.words import Need
from checkin_app.ui.kit import bidi, paint
from checkin_app.ui.kit.chips import ChipTone, chip_width, draw_chip

_GAP = 10


class NeedsRow(QWidget):
    """Chips; `bus_chosen` carries the `BusCode` of the one that was clicked."""

    bus_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._needs: tuple[Need, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_needs(self, needs: Sequence[Need]) -> None:
        if tuple(needs) != self._needs:
            self._needs = tuple(needs)
            self.setAccessibleName(", ".join(bidi.plain(each.words) for each in needs))
            self.update()

    @property
    def has_any(self) -> bool:
        return bool(self._needs)

    def sizeHint(self) -> QSize:
        return QSize(120, max(theme.size("chip") + 6, theme.line_height("bodyStrong") + 6))

    def minimumSizeHint(self) -> QSize:
        return QSize(40, self.sizeHint().height())

    def placed(self) -> tuple[list[tuple[Need, QRect]], int, QRect]:
        """Return each need that has room and its place; how many have none, and where that is said."""
        high, top = theme.size("chip"), (self.height() - theme.size("chip")) // 2
        x = 0
        places: list[tuple[Need, QRect]] = []
        for place, need in enumerate(self._needs):
            width, left = chip_width(need.words, need.tone), len(self._needs) - place - 1
            more = self._more_width(left) + _GAP if left else 0
            if x + width + more > self.width():
                return places, left + 1, QRect(x, top, self._more_width(left + 1), high)
            places.append((need, QRect(x, top, width, high)))
            x += width + _GAP
        return places, 0, QRect()

    @staticmethod
    def _more_width(count: int) -> int:
        return chip_width(f"+{count}", ChipTone.QUIET)

    def paintEvent(self, _event: QPaintEvent) -> None:
        places, more, rest = self.placed()
        with paint.painting(self) as painter:
            for need, place in places:
                draw_chip(painter, paint.visual(self, place), need.words, need.tone)
            if more:
                draw_chip(painter, paint.visual(self, rest), bidi.code(f"+{more}"), ChipTone.QUIET)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if bus := self.bus_at(event):
            self.bus_chosen.emit(bus)

    def bus_at(self, event: QMouseEvent) -> BusCode | None:
        at = event.position().toPoint()
        return next((need.bus for need, place in self.placed()[0] if paint.visual(self, place).contains(at)), None)
