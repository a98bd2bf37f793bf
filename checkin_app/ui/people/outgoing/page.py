"""The files that go out, joined to the application: counted, chosen, written one at a time, stopped at will."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from checkin_app.domain.changes import Recorded
from checkin_app.domain.hand_outs import HandedOut
from checkin_app.runtime.lanes import Done, Result
from checkin_app.services.ports.buses import BusCount
from checkin_app.services.ports.movements import CheckpointCount
from checkin_app.services.ports.stations import ForumInForce
from checkin_app.ui.kit.meant import Meant
from checkin_app.ui.people.outgoing import state as steps
from checkin_app.ui.people.outgoing.panel import OutgoingPanel
from checkin_app.ui.people.outgoing.state import OutgoingState
from checkin_app.ui.people.outgoing.words import OutgoingWords
from checkin_app.ui.replies import trouble
from checkin_app.ui.sentences import said_anew
from checkin_app.ui.shell.actions import Actions
from checkin_app.ui.shell.answering import Stop
from checkin_app.ui.wall_clock import Now, wall_clock

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class OutgoingPage(QObject):
    """Owns their panel and its state; `left` says that somebody goes back."""

    left = Signal()

    def __init__(
        self, actions: Actions, in_force: ForumInForce, folder: Callable[[], Path], now: Now = wall_clock
    ) -> None:
        super().__init__()
        self._actions, self._in_force, self._folder, self._now = actions, in_force, folder, now
        self._words = OutgoingWords(in_force)
        self._state = OutgoingState()
        self._stop: Stop | None = None
        self.panel = OutgoingPanel(self._words)
        self.panel.left.connect(self.left)
        self.panel.chosen.connect(self._choose)
        self.panel.save_asked.connect(self._save)
        self.panel.stopped.connect(self._end_it)
        self.panel.take_back_meant.connect(self._take_back)
        self._become(self._state)

    @property
    def state(self) -> OutgoingState:
        return self._state

    def retranslate(self) -> None:
        self.panel.retranslate()
        self._become(said_anew(self._state))

    def open(self) -> None:
        """Show them, counted anew."""
        self._become(steps.opened(self._state, self._in_force.forum))
        self.count()

    def count(self) -> None:
        self._actions.scans.checkpoints(self._checkpoints_came)
        self._actions.buses.buses(self._buses_came)

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key means on this page; return whether it means anything."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in _ENTER:
            if not event.isAutoRepeat():
                self._save(self._state.chosen.kind.endings[0])
        elif step := _STEPS.get(Qt.Key(event.key())):
            self._choose(self._state.place + step)
        else:
            return False
        return True

    def _choose(self, place: int) -> None:
        self._become(steps.chosen(self._state, place))

    def _save(self, ending: str) -> None:
        if self._state.writing:
            return
        file = self._state.chosen
        time = f"{self._in_force.forum.local(self._now()):%Y-%m-%d %H%M%S}"
        path = self._folder() / f"{self._words.file_name(file, time)}.{ending}"
        self._become(steps.begun(self._state))
        self._stop = self._actions.papers.save(file.wanted, path, self._moved_on, self._ended)

    def _end_it(self) -> None:
        if self._stop is not None and self._state.writing:
            self._stop()

    def _take_back(self, meant: Meant) -> None:
        if issued := self._state.issued:
            self._actions.papers.take_back(meant, issued, self._taken_back)

    def _taken_back(self, result: Result[Recorded]) -> None:
        self._become(steps.taken_back(self._state, trouble(result)))

    def _moved_on(self, done: int, whole: int) -> None:
        self._become(steps.moved_on(self._state, done, whole))

    def _ended(self, result: Result[HandedOut]) -> None:
        self._become(steps.ended(self._state, result.value if isinstance(result, Done) else trouble(result)))

    def _checkpoints_came(self, result: Result[Sequence[CheckpointCount]]) -> None:
        if isinstance(result, Done):
            self._become(steps.checkpoints_counted(self._state, result.value))

    def _buses_came(self, result: Result[Sequence[BusCount]]) -> None:
        if isinstance(result, Done):
            self._become(steps.buses_counted(self._state, result.value))

    def _become(self, new: OutgoingState) -> None:
        self._state = new
        self.panel.render_state(new)
