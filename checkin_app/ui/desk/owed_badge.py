"""The badge that the person in sight is owed: how far it is, what is wrong with it, who has it."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from checkin_app.domain.changes import Recorded
from checkin_app.domain.problems import PrintProblem
from checkin_app.runtime.lanes import Done, Result
from checkin_app.services.ports.badges import Job
from checkin_app.ui.desk import state as desk
from checkin_app.ui.desk.state import DeskState
from checkin_app.ui.print_jobs import HANDED_OVER, is_of_badge
from checkin_app.ui.shell.actions import Badges

#: Jobs looked through for that of the person in sight, newest first.
_LOOKED_THROUGH = 30


class OwedBadge(QObject):
    """Asks about the badge in the desk's state, which `state` tells; `moved_on` carries the desk's next state."""

    moved_on = Signal(object)

    def __init__(self, badges: Badges, state: Callable[[], DeskState], parent: QObject) -> None:
        super().__init__(parent)
        self._badges, self._state = badges, state

    def hand_over(self) -> None:
        """Record that somebody gave the badge to the guest."""
        job = self._state().job
        if job is not None:
            self._badges.settle(job.id, HANDED_OVER, self._handed_over)

    def look(self) -> None:
        self._badges.jobs(_LOOKED_THROUGH, self._jobs_came)

    def ask_objection(self) -> None:
        """Ask what exactly is wrong with the badge, where no printer is to blame."""
        job = self._state().job
        if job is not None and is_of_badge(job):
            self._badges.objection(job, partial(self._objected, job))

    def _handed_over(self, result: Result[Recorded]) -> None:
        if person := self._state().person:
            note = "handed_over" if isinstance(result, Done) else "not_handed_over"
            self.moved_on.emit(desk.noted(self._state(), note, person.delegate.name))
        self.look()

    def _jobs_came(self, result: Result[Sequence[Job]]) -> None:
        if isinstance(result, Done):
            self.moved_on.emit(desk.jobs_listed(self._state(), result.value))
            self.ask_objection()

    def _objected(self, job: Job, result: Result[PrintProblem | None]) -> None:
        if isinstance(result, Done):
            self.moved_on.emit(desk.objected(self._state(), job, result.value))
