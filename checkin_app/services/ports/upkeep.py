"""The store itself: how it is, and what is done to it."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from checkin_app.domain.changes import EVERYTHING, ChangeSet
from checkin_app.domain.ids import Instant, LogId, StationId
from checkin_app.services.ports.kept_out import KeptOut
from checkin_app.services.ports.progress import Progress, Stopped, unstopped, untold


@dataclass(frozen=True, slots=True)
class Health:
    """What the top bar shows of the store."""

    facts: int
    unknown_kinds: int
    flagged_clocks: int
    missing: int = 0
    """Facts that this store once acknowledged and does not hold."""
    kept_out: KeptOut = field(default_factory=KeptOut)
    """What others brought that does not count here; documents are not among it."""


@dataclass(frozen=True, slots=True)
class Holding:
    """Whether the store holds all that was ever acknowledged from it."""

    missing: int = 0
    """Facts that were acknowledged and are not here."""
    witnessed: bool = True
    """False where nothing told, at the opening, what had been acknowledged."""
    unclean: bool = False
    """It was not closed in order, and the log that a crash leaves was not there at the opening."""

    @property
    def doubtful(self) -> bool:
        """Return whether this may be an older state of the store: what it would print may be printed."""
        return bool(self.missing) or self.unclean or not self.witnessed


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What was verified."""

    facts: int
    logs: int
    documents: int
    unproven: int
    """Logs whose station's enrolment has not arrived: chained, their signatures were proven when they came."""
    rebuilt: tuple[str, ...] = ()
    """Projections that differed and were made anew."""

    @property
    def changes(self) -> ChangeSet:
        """Return what screens show otherwise than before."""
        return EVERYTHING if self.rebuilt else frozenset()

    def __str__(self) -> str:
        whole = f"{self.facts} facts in {self.logs} logs and {self.documents} documents are whole."
        unproven = f" {self.unproven} logs came before word of their station." if self.unproven else ""
        return whole + unproven + (f" Made anew: {', '.join(self.rebuilt)}." if self.rebuilt else "")


@dataclass(frozen=True, slots=True)
class Gap:
    """Facts of one log that have not come, while later ones of it were offered."""

    station: StationId
    name: str
    log_id: LogId
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Folded:
    """What one state of a store holds and comes to."""

    facts: int
    logs: int
    gaps: tuple[Gap, ...]
    fold_hash: str
    """SHA-256 over all that screens show: the same wherever the same facts are, in the same version."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What was verified, and what is missing all the same."""

    report: CheckReport
    holding: Holding

    @property
    def changes(self) -> ChangeSet:
        return self.report.changes


@dataclass(frozen=True, slots=True)
class BackupFile:
    """One backup beside the store."""

    path: str
    written: Instant
    size: int
    """Bytes."""


@dataclass(frozen=True, slots=True)
class KeptBackup:
    """One backup and what is in it."""

    file: BackupFile
    facts: int = 0
    people: int = 0
    readable: bool = True
    """False where its pages do not open, or are of another version: then nobody can say what is in it."""


@dataclass(frozen=True, slots=True)
class Restored:
    """What came of putting a backup in the store's place."""

    backup: str
    aside: str
    """Where the former files are kept; empty where there were none."""
    added: int
    """Facts that are newer than the backup and were taken from the former store."""
    holding: Holding
    """What is missing still."""
    others: tuple[str, ...]
    """Other stations that are known, which may hold what is missing."""


class Upkeep(Protocol):
    """What is done to the store itself."""

    def check(self, *, repair: bool = False, progress: Progress = untold, stopped: Stopped = unstopped) -> CheckReport:
        """Verify every chain and rebuild every projection aside.

        Args:
            repair: fold anew what differs.
            progress: is told how many facts were proven, and 0 of 0 while what follows from them is compared.
            stopped: asked all along.

        Raises:
            ChainProblem, StoreCorrupt: what does not hold.
            WorkStopped: as asked; a repair that was stopped is taken up by the next.
        """
        ...

    def holding(self) -> Holding:
        """Return what was found missing at the opening and has not come back since."""
        ...

    def accept_loss(self) -> int:
        """Say no more that anything is missing or was refused; return how many facts were given up."""
        ...

    def backup(self) -> object:
        """Write a backup beside the store; return its path."""
        ...

    def backups(self) -> Sequence[KeptBackup]:
        """Return the backups beside the store and what is in each, the one written last first."""
        ...

    def read_ahead(self) -> bool:
        """Read a piece of what scans will ask for, a few milliseconds; return whether to go on at once."""
        ...


class HealthQueries(Protocol):
    """How the store is, and whether others wrote to it."""

    def health(self) -> Health: ...
    def folded(self) -> Folded:
        """Return what is held and what it comes to, to be compared with another laptop's; every row is read for it."""
        ...

    def others(self) -> Hashable:
        """Return what differs from what it was once another process has written to this store, and only then."""
        ...
