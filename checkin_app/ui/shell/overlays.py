"""What comes over the screens or above them without stopping a scan: help, notices and the offer to undo."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from checkin_app.ui.kit.cards import UndoBar
from checkin_app.ui.kit.chips import Health
from checkin_app.ui.kit.chrome import FocusRing
from checkin_app.ui.kit.top_bar import TopBar
from checkin_app.ui.shell.help import HelpPanel
from checkin_app.ui.shell.notice import Notice


class Overlays(QObject):
    """Keeps the help in its place while the window changes its size; what was said stands in the bar."""

    def __init__(self, window: QWidget, bar: TopBar) -> None:
        super().__init__(window)
        self._window = window
        self.undo_bar, self.notice = UndoBar(bar), Notice(bar)
        bar.lend(self.undo_bar, self.notice)
        self.help = HelpPanel(window)
        self.help.closed.connect(self.help.hide)
        self.ring = FocusRing(window)
        window.installEventFilter(self)

    def offer_undo(self, done: str, undo: str) -> None:
        self.undo_bar.offer(done, undo)

    def explain(self, health: Health) -> None:
        """Say what a health item means, until it says something else."""
        told = self.tr("{what}: {why}").format(what=health.words, why=health.explanation)
        self.notice.remark(told if health.explanation else health.words, about=health)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window and event.type() == QEvent.Type.Resize:
            self.help.place()
        return False
