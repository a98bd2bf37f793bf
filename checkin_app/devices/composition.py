"""Undoes what an input method made of a scan's first keys in the focused field."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QInputMethod, QInputMethodEvent

ImQuery = Qt.InputMethodQuery


def focus_takes_input_method() -> bool:
    return bool(QInputMethod.queryFocusObject(ImQuery.ImEnabled, None))


class Composition(QObject):
    """Watches the input method's events as an event filter on the application.

    `begin` at the key that may begin a scan, `undo` when it turns out to be one, `resume` at the next key that
    is none.  Between `undo` and `resume` the input method's late answers to the scan are swallowed.
    """

    def __init__(self) -> None:
        super().__init__()
        self._preedit = ""
        self._preedit_before = ""
        self._committed = 0
        self._replaced = ""
        self._swallowing = False

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.InputMethod or not isinstance(event, QInputMethodEvent):
            return False
        empty = not event.preeditString() and not event.commitString()
        if self._swallowing and not empty:
            return True
        self._preedit = event.preeditString()
        if event.commitString():
            self._remember(event.commitString())
        return False

    def begin(self) -> None:
        self._preedit_before = self._preedit
        self._committed = 0
        self._replaced = ""

    def undo(self) -> None:
        """Empty the input method and bring the focused field to what it was at `begin`.

        What a person was composing then is committed as it stood: the input method cannot be given it back.
        """
        QGuiApplication.inputMethod().reset()
        field = QGuiApplication.focusObject()
        self._swallowing = False
        if field is not None:
            restored = QInputMethodEvent()
            restored.setCommitString(self._replaced + self._preedit_before, -self._committed, self._committed)
            QCoreApplication.sendEvent(field, restored)
        self._preedit = ""
        self._swallowing = True

    def resume(self) -> None:
        self._swallowing = False

    def _remember(self, committed: str) -> None:
        if not self._committed:
            self._replaced = str(QInputMethod.queryFocusObject(ImQuery.ImCurrentSelection, None) or "")
        # Qt counts UTF-16 units, of which a rare Han character takes two.
        self._committed += len(committed.encode("utf-16-le")) // 2
