"""Undoes what an input method made of a scan's first keys in the focused field."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QInputMethod, QInputMethodEvent

from checkin_app.devices.keystrokes import Tolerance

ImQuery = Qt.InputMethodQuery

#: Qt counts places in a text by UTF-16 units of two bytes; a rare Han character takes two of them.
_QT_TEXT, _UNIT = "utf-16-le", 2

#: An input method answers within some milliseconds; text that comes later may be chosen by mouse or by hand.
LATE_ANSWER_MS = 1_000


def focus_takes_input_method() -> bool:
    return bool(QInputMethod.queryFocusObject(ImQuery.ImEnabled, None))


class Composition(QObject):
    """Watches the input method's events as an event filter on the application.

    `begin` at the key that may begin a scan, `undo` when it turns out to be one, `resume` at the next key that
    is none.  Between `undo` and `resume`, and for a second at most, the input method's late answers to the scan
    are swallowed.
    """

    def __init__(self) -> None:
        super().__init__()
        self._tolerate = Tolerance("input method")
        self._preedit = ""
        self._preedit_before = ""
        self._committed = 0
        self._replaced = ""
        self._swallowing = QTimer(self)
        self._swallowing.setSingleShot(True)
        self._swallowing.setInterval(LATE_ANSWER_MS)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.InputMethod or not isinstance(event, QInputMethodEvent):
            return False
        return self._tolerate(lambda: self._see(event))

    def _see(self, event: QInputMethodEvent) -> bool:
        empty = not event.preeditString() and not event.commitString()
        if self._swallowing.isActive() and not empty:
            return True
        self._preedit = event.preeditString()
        if event.commitString():
            self._remember(event.commitString())
        return False

    def forget(self, _focus: QObject | None = None) -> None:
        """Begin afresh: another field has the focus, and nothing was composed in it."""
        self._preedit = ""
        self.begin()
        self.resume()

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
        self.resume()
        if field is not None:
            restored = QInputMethodEvent()
            restored.setCommitString(self._replaced + self._preedit_before, -self._committed, self._committed)
            QCoreApplication.sendEvent(field, restored)
        self._preedit = ""
        self._swallowing.start()

    def resume(self) -> None:
        self._swallowing.stop()

    def _remember(self, committed: str) -> None:
        if not self._committed:
            self._replaced = _selection()
        self._committed += len(committed.encode(_QT_TEXT)) // _UNIT


def _selection() -> str:
    """Return what is selected in the focused field, within its paragraph.

    `ImCurrentSelection` cannot be asked for: a rich field answers with a type that PySide cannot convert.
    """
    text = str(QInputMethod.queryFocusObject(ImQuery.ImSurroundingText, None) or "").encode(_QT_TEXT)
    cursor = int(QInputMethod.queryFocusObject(ImQuery.ImCursorPosition, None) or 0)
    anchor = int(QInputMethod.queryFocusObject(ImQuery.ImAnchorPosition, None) or 0)
    return text[min(cursor, anchor) * _UNIT : max(cursor, anchor) * _UNIT].decode(_QT_TEXT, "replace")
