"""A two-dimensional code on the screen, dark on white in every theme so that every scanner reads it."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from checkin_app.ui.kit import paint

Modules = Sequence[Sequence[bool]]
"""Rows from the top, True where dark, without the white around."""

#: Modules of white around a code (ISO/IEC 18004, 5.3.7).
_QUIET = 4


class CodeView(QWidget):
    """Draws each module as whole pixels, as large as its place lets it."""

    def __init__(self, side: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._modules: Modules = ()
        self._side = side
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_side(self, side: int) -> None:
        self._side = side
        self.updateGeometry()

    def set_code(self, modules: Modules, said: str) -> None:
        """Show a code; `said` is what a screen reader says of it."""
        self._modules = modules
        self.setAccessibleName(said)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._side, self._side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._modules:
            return
        count = len(self._modules) + 2 * _QUIET
        module = max(1, min(self.width(), self.height()) // count)
        x, y = (self.width() - module * count) // 2, (self.height() - module * count) // 2
        with paint.painting(self) as painter:
            painter.fillRect(QRect(x, y, module * count, module * count), Qt.GlobalColor.white)
            for row, modules in enumerate(self._modules, _QUIET):
                for column, dark in enumerate(modules, _QUIET):
                    if dark:
                        square = QRect(x + column * module, y + row * module, module, module)
                        painter.fillRect(square, Qt.GlobalColor.black)
