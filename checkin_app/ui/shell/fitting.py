"""A window as wide as it was made and as high as its words need."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget


class FittingWindow(QWidget):
    """Grows and shrinks with the lines that its words take, which a window does not do by itself."""

    def fit(self) -> None:
        """Take the height that the words need now."""
        layout = self.layout()
        if layout is not None:
            layout.activate()
            self._take_height()

    def _take_height(self) -> None:
        layout = self.layout()
        if layout is not None and self.height() != (high := layout.heightForWidth(self.width())):
            self.resize(self.width(), high)

    def event(self, event: QEvent) -> bool:
        taken = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._take_height()
        return taken
