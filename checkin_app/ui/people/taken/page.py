"""The delegate lists that were taken in, joined to the application: read, chosen, taken back."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from checkin_app.domain.changes import Recorded
from checkin_app.domain.operations import TakenList
from checkin_app.runtime.lanes import Done, Result
from checkin_app.services.ports.stations import ForumInForce
from checkin_app.ui.kit.meant import Meant
from checkin_app.ui.people.taken import state as steps
from checkin_app.ui.people.taken.panel import TakenPanel
from checkin_app.ui.people.taken.state import TakenState
from checkin_app.ui.people.taken.words import TakenWords
from checkin_app.ui.replies import trouble
from checkin_app.ui.sentences import said_anew
from checkin_app.ui.shell.actions import Lists

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class TakenPage(QObject):
    """Owns their panel and its state; `left` says that somebody goes back."""

    left = Signal()

    def __init__(self, actions: Lists, in_force: ForumInForce) -> None:
        super().__init__()
        self._actions = actions
        self._words = TakenWords(in_force)
        self._state = TakenState()
        self._asked = 0
        self.panel = TakenPanel(self._words)
        self.panel.left.connect(self.left)
        self.panel.chosen.connect(self._choose)
        self.panel.take_back_meant.connect(self.take_back)
        self._become(self._state)

    @property
    def state(self) -> TakenState:
        return self._state

    def retranslate(self) -> None:
        self.panel.retranslate()
        self._become(said_anew(self._state))

    def ask(self) -> None:
        """Read them again."""
        self._asked += 1
        question = self._asked
        self._actions.taken(lambda result: self._came(question, result))

    def take_back(self, meant: Meant) -> None:
        """Take the chosen list back, as it was agreed to."""
        chosen = self._state.chosen
        if chosen and self._state.may_take_back:
            self._become(steps.begun(self._state))
            self._actions.take_back(meant, chosen, self._moved_on, self._taken_back)

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key means on this page; return whether it means anything."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif step := _STEPS.get(Qt.Key(event.key())):
            self._choose(self._state.place + step)
        else:
            return False
        return True

    def _choose(self, place: int) -> None:
        self._become(steps.chosen(self._state, place))

    def _moved_on(self, done: int, whole: int) -> None:
        self._become(steps.moved_on(self._state, done, whole))

    def _taken_back(self, result: Result[Recorded]) -> None:
        self._become(steps.ended(self._state, trouble(result)))
        self.ask()

    def _came(self, question: int, result: Result[Sequence[TakenList]]) -> None:
        if question != self._asked:
            return
        if isinstance(result, Done):
            self._become(steps.listed(self._state, result.value))
        else:
            self._become(steps.unread(self._state, trouble(result)))

    def _become(self, new: TakenState) -> None:
        self._state = new
        self.panel.render_state(new)
