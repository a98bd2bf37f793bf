"""The card of the record joined to what verifies it and backs it up."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from checkin_app.domain.problems import Problem
from checkin_app.runtime.lanes import Done, Result, Troubled
from checkin_app.services.ports.stations import ForumInForce
from checkin_app.services.ports.upkeep import Checked, KeptBackup
from checkin_app.ui.kit.meant import Meant
from checkin_app.ui.sentences import said_anew
from checkin_app.ui.settings.upkeep import state as steps
from checkin_app.ui.settings.upkeep.panel import UpkeepPanel
from checkin_app.ui.settings.upkeep.state import Doing, UpkeepState
from checkin_app.ui.settings.upkeep.words import UpkeepWords
from checkin_app.ui.shell.actions import Upkeep
from checkin_app.ui.shell.answering import Stop


class UpkeepPage(QObject):
    """Owns its panel and its state; `restore_asked` wants a backup back."""

    restore_asked = Signal()

    def __init__(self, actions: Upkeep, in_force: ForumInForce) -> None:
        super().__init__()
        self._actions = actions
        self._state = UpkeepState()
        self._stop: Stop | None = None
        self.panel = UpkeepPanel(UpkeepWords(in_force))
        self.panel.check_asked.connect(lambda: self._begin(Doing.CHECKING))
        self.panel.repair_asked.connect(lambda: self._begin(Doing.REPAIRING))
        self.panel.stop_asked.connect(self._end_it)
        self.panel.loss_accepted.connect(self._accept_loss)
        self.panel.backup_asked.connect(self._back_up)
        self.panel.restore_asked.connect(self.restore_asked)

    @property
    def state(self) -> UpkeepState:
        return self._state

    def retranslate(self) -> None:
        self.panel.retranslate()
        self._become(said_anew(self._state))

    def ask(self) -> None:
        """Look again at which backups there are."""
        self._actions.backups(self._backups_came)

    def _begin(self, doing: Doing) -> None:
        if self._state.may_begin:
            self._become(steps.begun(self._state, doing))
            verb = self._actions.repair if doing is Doing.REPAIRING else self._actions.check
            self._stop = verb(self._moved_on, self._ended)

    def _end_it(self) -> None:
        if self._stop is not None and self._state.may_stop:
            self._stop()

    def _moved_on(self, done: int, whole: int) -> None:
        self._become(steps.moved_on(self._state, done, whole))

    def _ended(self, result: Result[Checked]) -> None:
        self._stop = None
        self._become(steps.ended(self._state, result.value if isinstance(result, Done) else _problem(result)))

    def _accept_loss(self, meant: Meant) -> None:
        self._actions.accept_loss(meant, self._accepted)

    def _accepted(self, result: Result[int]) -> None:
        if isinstance(result, Done):
            self._become(steps.loss_accepted(self._state, result.value))
        else:
            self._become(steps.ended(self._state, _problem(result)))

    def _back_up(self) -> None:
        if not self._state.backing_up:
            self._become(steps.backup_begun(self._state))
            self._actions.back_up(self._backed_up)

    def _backed_up(self, result: Result[object]) -> None:
        self._become(steps.backup_written(self._state, None if isinstance(result, Done) else _problem(result)))
        self.ask()

    def _backups_came(self, result: Result[Sequence[KeptBackup]]) -> None:
        if isinstance(result, Done):
            self._become(steps.backups_listed(self._state, result.value))

    def _become(self, new: UpkeepState) -> None:
        self._state = new
        self.panel.render_state(new)


def _problem(result: Result[object]) -> Problem:
    return result.problem if isinstance(result, Troubled) else Problem()
