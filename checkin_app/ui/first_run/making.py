"""The last step of the first run: the printer is tried, the station made where there is none, its settings written."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, Signal

from checkin_app.runtime.lanes import Done, Fault, Result, Troubled
from checkin_app.runtime.settings import Settings
from checkin_app.ui import words
from checkin_app.ui.first_run import state as first
from checkin_app.ui.first_run.actions import FirstRunActions
from checkin_app.ui.first_run.state import FirstRunState


class Making(QObject):
    """Asks for one thing after the other; `moved` carries each `FirstRunState`, `made` says that all is done."""

    moved = Signal(object)
    made = Signal()

    def __init__(self, actions: FirstRunActions, state: Callable[[], FirstRunState], parent: QObject) -> None:
        super().__init__(parent)
        self._actions, self._state = actions, state

    def begin(self) -> None:
        """Begin, or go on with what is left of it."""
        state = self._state()
        if state.printer.kind and state.printer.printer is None:
            self.moved.emit(first.troubled(state, self.tr("Say which printer, or choose “No printer”.")))
            return
        self.moved.emit(first.begun(state))
        self._actions.check_printer(self._settings(), self._checked)

    def _settings(self) -> Settings:
        state = self._state()
        printer = state.printer.printer
        return Settings(
            language=words.spoken(),
            station_name=state.name.strip(),
            printers=(printer,) if printer else (),
            printer=printer.name if printer else "",
        )

    def _checked(self, result: Result[None]) -> None:
        state = self._state()
        if not isinstance(result, Done):
            self.moved.emit(first.troubled(state, told(result)))
        elif state.started:
            self._actions.keep(self._settings(), self._kept)
        else:
            self._actions.start(state.source, state.name.strip(), state.passphrase, self._started)

    def _started(self, result: Result[None]) -> None:
        if isinstance(result, Done):
            self.moved.emit(first.started(self._state()))
            self._actions.keep(self._settings(), self._kept)
        else:
            self.moved.emit(first.troubled(self._state(), told(result)))

    def _kept(self, result: Result[None]) -> None:
        if isinstance(result, Done):
            self.made.emit()
        else:
            self.moved.emit(first.troubled(self._state(), told(result)))


def told(result: Troubled | Fault) -> str:
    """Return the sentence and, on a line of its own, the next step."""
    if isinstance(result, Troubled):
        return "\n".join(words.problem(result.problem))
    return QCoreApplication.translate("FirstRunWindow", "Something went wrong; nothing was changed. Try again.")
