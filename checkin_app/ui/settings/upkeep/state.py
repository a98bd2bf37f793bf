"""How the record of this laptop stands, as values: what was verified, what is being done, which backups there are."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from checkin_app.domain.problems import Problem, WorkStopped, is_repaired_by_folding
from checkin_app.services.ports.upkeep import Checked, KeptBackup


class Doing(StrEnum):
    CHECKING = "checking"
    REPAIRING = "repairing"


@dataclass(frozen=True, slots=True)
class UpkeepState:
    doing: Doing | None = None
    done: int = 0
    """Facts that are proven, while that goes on."""
    whole: int = 0
    """0 while it cannot be told how far it is."""
    checked: Checked | None = None
    """What was verified last."""
    problem: Problem | None = None
    """What did not hold when it was."""
    given_up: int | None = None
    """Facts that are not spoken of any more, once somebody has said so here."""
    backing_up: bool = False
    backup_problem: Problem | None = None
    backups: tuple[KeptBackup, ...] | None = None
    """None until they were looked at."""

    @property
    def may_begin(self) -> bool:
        return self.doing is None

    @property
    def may_stop(self) -> bool:
        """A repair is not stopped: what it had mended by then would be no answer to anything."""
        return self.doing is Doing.CHECKING

    @property
    def may_repair(self) -> bool:
        return self.may_begin and self.problem is not None and is_repaired_by_folding(self.problem)

    @property
    def missing(self) -> int:
        """Return how many facts are missing that nobody has given up."""
        return self.checked.holding.missing if self.checked and self.given_up is None else 0

    @property
    def was_stopped(self) -> bool:
        return isinstance(self.problem, WorkStopped)


def begun(state: UpkeepState, doing: Doing) -> UpkeepState:
    return replace(state, doing=doing, done=0, whole=0, checked=None, problem=None, given_up=None)


def moved_on(state: UpkeepState, done: int, whole: int) -> UpkeepState:
    return replace(state, done=done, whole=whole) if state.doing else state


def ended(state: UpkeepState, came: Checked | Problem) -> UpkeepState:
    """It holds together, or the problem says why not."""
    if isinstance(came, Problem):
        return replace(state, doing=None, problem=came)
    return replace(state, doing=None, checked=came)


def loss_accepted(state: UpkeepState, given_up: int) -> UpkeepState:
    return replace(state, given_up=given_up)


def backup_begun(state: UpkeepState) -> UpkeepState:
    return replace(state, backing_up=True, backup_problem=None)


def backup_written(state: UpkeepState, problem: Problem | None) -> UpkeepState:
    """A backup was written, or the problem says why not."""
    return replace(state, backing_up=False, backup_problem=problem)


def backups_listed(state: UpkeepState, backups: Sequence[KeptBackup]) -> UpkeepState:
    return replace(state, backups=tuple(backups))
