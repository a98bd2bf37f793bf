"""Brings the results of lanes home to the GUI thread."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal


class Home(QObject):
    """One queued signal: what is delivered from any thread runs on the GUI thread, in the order given."""

    _came = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._came.connect(self._run, Qt.ConnectionType.QueuedConnection)

    def deliver(self, work: Callable[[], None]) -> None:
        """Run `work` on the GUI thread, later."""
        self._came.emit(work)

    def _run(self, work: object) -> None:
        if callable(work):
            work()
