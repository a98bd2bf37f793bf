"""Leaving a template: where somebody goes once it is settled what becomes of what was changed."""

from PySide6.QtCore import QObject, Signal

from checkin_app.ui.template_editor.state import EditorState

BACK = ""
"""To the page that the editor is reached from; any other place is a template."""


class Departing(QObject):
    """Signals: `asked` where it has to be settled first; `gone_to` with a template, `gone_back`, `closed` where the window goes."""

    asked = Signal()
    gone_to = Signal(object)
    gone_back = Signal()
    closed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._to, self._closing, self._answered = BACK, False, False

    def leave(self, to: str, state: EditorState) -> None:
        """Go to a template or back, at once where nothing was changed."""
        self._to, self._closing = to, False
        if not state.is_changed:
            self.go()
        elif not state.asking:
            self.asked.emit()

    def close(self, state: EditorState) -> bool:
        """Let the window close once it is settled; return whether it has to be."""
        if state.is_changed:
            self._closing = True
            self.asked.emit()
        return state.is_changed

    def go(self) -> None:
        """Go where somebody wanted to go: nothing is kept of what is kept nowhere."""
        if self._closing:
            self.closed.emit()
        elif self._to != BACK:
            self.gone_to.emit(self._to)
        else:
            self.gone_back.emit()

    def keep(self, state: EditorState) -> None:
        """Heed that keeping it is the answer, where it was asked."""
        self._answered = state.asking

    def kept(self, state: EditorState) -> None:
        """Go on once it is kept; what was changed meanwhile is asked about again."""
        if self._answered and state.is_changed:
            self.asked.emit()
        elif self._answered:
            self.go()
