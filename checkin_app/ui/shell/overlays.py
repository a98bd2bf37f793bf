"""What lies over the screens without stopping a scan: help, notices and the offer to undo."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from checkin_app.ui.kit.cards import UndoBar
from checkin_app.ui.kit.chrome import FocusRing
from checkin_app.ui.shell.help import HelpPanel
from checkin_app.ui.shell.notice import Notice


class Overlays(QObject):
    """Keeps them in their places while the window changes its size."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.undo_bar = UndoBar(window)
        self.help = HelpPanel(window)
        self.notice = Notice(window)
        self.ring = FocusRing(window)
        window.installEventFilter(self)

    def offer_undo(self, done: str, undo: str) -> None:
        self.undo_bar.offer(done, undo)
        self.place()

    def place(self) -> None:
        self.help.place()
        self.notice.place()
        width = min(560, self._window.width() - 200)
        height = self.undo_bar.sizeHint().height()
        left = (self._window.width() - width) // 2
        self.undo_bar.setGeometry(left, self._window.height() - height - 20, width, height)
        self.undo_bar.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window and event.type() == QEvent.Type.Resize:
            self.place()
        return False
