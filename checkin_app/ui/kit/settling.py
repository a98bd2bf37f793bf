"""Whether a control has stood in its place long enough for a press to be meant for it and not for what was there."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from checkin_app.ui.kit.timers import single_shot

# For how long a control must have stood in its place, doing what it does, before a press is meant for it.
SETTLE_MS = 2000


class Settling:
    """Watches where a widget stands in its window and what it does there."""

    def __init__(self, widget: QWidget) -> None:
        self._widget = widget
        self._stood: tuple[object, ...] = ()
        self._wait = single_shot(widget, widget.update)

    @property
    def over(self) -> bool:
        return bool(self._stood) and not self._wait.isActive()

    def notice(self, act: str) -> bool:
        """Look again; return whether it stands elsewhere, or does something else, and begins to settle anew."""
        widget = self._widget
        if not widget.isVisible():
            self._stood = ()
            self._wait.stop()
            return False
        stands = (widget.mapTo(widget.window(), QPoint()), widget.size(), act)
        if stands == self._stood:
            return False
        self._stood = stands
        self._wait.start(SETTLE_MS)
        return True
