"""Whether a key is still down, though a system may tell of its repeating as of releases and presses."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeyEvent

from checkin_app.ui.kit.timers import single_shot

# X11 stamps the release and the press of one repetition alike, and marks them only where it still sees both
# (Xlib manual, "Keyboard and Pointer Events"; XKB's detectable auto-repeat); no finger is as fast.
_REPEAT_MS = 5
# For how long a release waits for such a press: the scanners' filter may hold a key for a while.
_UP_MS = 80


class KeyDown(QObject):
    """One key; `came_up` says that it was let go for certain."""

    came_up = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._up_at = 0
        self._waiting = single_shot(self, self.came_up.emit, _UP_MS)

    @property
    def in_doubt(self) -> bool:
        """Whether it was told to be up, and may be repeating."""
        return self._waiting.isActive()

    def down(self, event: QKeyEvent) -> bool:
        """Return whether the key goes down with this press, and was not down before."""
        stamp = event.timestamp()
        alike = self.in_doubt and stamp > 0 and stamp - self._up_at <= _REPEAT_MS
        self._waiting.stop()
        return not (alike or event.isAutoRepeat())

    def up(self, event: QKeyEvent) -> None:
        if not event.isAutoRepeat():
            self._up_at = event.timestamp()
            self._waiting.start()

    def forget(self) -> None:
        self._waiting.stop()
