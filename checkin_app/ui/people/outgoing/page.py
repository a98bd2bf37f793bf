"""The lists that go out, joined to the application: counted, chosen, written."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from checkin_app.domain.forum import Forum
from checkin_app.runtime.lanes import Done, Result
from checkin_app.services.ports.buses import BusCount
from checkin_app.services.ports.movements import CheckpointCount
from checkin_app.ui.people.outgoing import state as steps
from checkin_app.ui.people.outgoing.panel import OutgoingPanel
from checkin_app.ui.people.outgoing.state import OutgoingState
from checkin_app.ui.people.outgoing.words import OutgoingWords
from checkin_app.ui.replies import trouble
from checkin_app.ui.shell.actions import Actions
from checkin_app.ui.wall_clock import Now, wall_clock

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class OutgoingPage(QObject):
    """Owns their panel and its state; `left` says that somebody goes back, `hand_outs_asked` that codes are wanted."""

    left = Signal()
    hand_outs_asked = Signal()

    def __init__(self, actions: Actions, forum: Forum, folder: Callable[[], Path], now: Now = wall_clock) -> None:
        super().__init__()
        self._actions, self._forum, self._folder, self._now = actions, forum, folder, now
        self._words = OutgoingWords(forum)
        self._state = OutgoingState()
        self.panel = OutgoingPanel(self._words)
        self.panel.left.connect(self.left)
        self.panel.hand_outs_asked.connect(self.hand_outs_asked)
        self.panel.chosen.connect(self._choose)
        self.panel.save_asked.connect(self._save)
        self._become(self._state)

    @property
    def state(self) -> OutgoingState:
        return self._state

    def retranslate(self) -> None:
        self.panel.retranslate()
        self._become(self._state)

    def open(self) -> None:
        """Show them, counted anew."""
        self._become(steps.opened(self._state, self._forum))
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
                self._save("xlsx")
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
        occasion = self._state.chosen
        time = f"{self._forum.local(self._now()):%Y-%m-%d %H%M%S}"
        path = self._folder() / f"{self._words.file_name(occasion, time)}.{ending}"
        self._become(steps.begun(self._state, self._words.writing()))
        self._actions.lists.write_out(str(occasion.id) if occasion else "", path, self._written)

    def _written(self, result: Result[Path]) -> None:
        if isinstance(result, Done):
            self._become(steps.ended(self._state, self._words.written(str(result.value)), wrong=False))
        else:
            self._become(steps.ended(self._state, trouble(result), wrong=True))

    def _checkpoints_came(self, result: Result[Sequence[CheckpointCount]]) -> None:
        if isinstance(result, Done):
            self._become(steps.checkpoints_counted(self._state, result.value))

    def _buses_came(self, result: Result[Sequence[BusCount]]) -> None:
        if isinstance(result, Done):
            self._become(steps.buses_counted(self._state, result.value))

    def _become(self, new: OutgoingState) -> None:
        self._state = new
        self.panel.render_state(new)
