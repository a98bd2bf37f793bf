"""What screens and commands read, as the store must offer it."""

from collections.abc import Collection, Sequence
from typing import Protocol

from checkin_app.domain.forum import Forum
from checkin_app.domain.ids import BusCode, CheckpointId, DelegateId, Instant
from checkin_app.domain.operations import TakenList
from checkin_app.services.health import Health
from checkin_app.services.kept_out import KeptOut
from checkin_app.services.ports import (
    BusCount,
    CheckpointCount,
    Conflict,
    DelegateCard,
    Hit,
    Job,
    Manifest,
    RecentScan,
    Station,
)


class Queries(Protocol):
    """Reads on query-only connections; every method may raise StorageProblem."""

    def forum(self) -> Forum: ...
    def station(self) -> Station: ...
    def stations(self) -> Sequence[Station]: ...
    def card(self, delegate: DelegateId) -> DelegateCard | None: ...
    def cards(self, delegates: Sequence[DelegateId]) -> Sequence[DelegateCard]: ...
    def find(self, text: str, limit: int = 50) -> Sequence[Hit]: ...
    def bearers(self, text: str) -> Sequence[Hit]:
        """Return everybody whose number `text` is, with the issue typed: one person, or those who share it."""
        ...

    def resolve(self, text: str) -> DelegateId | None:
        """Return the one delegate whose id, number (see `bearers`) or alias `text` is."""
        ...

    def delegate_ids(self, *, category: str = "", delegation: str = "") -> Sequence[DelegateId]:
        """Return delegates in the order of the directory: delegation, then name."""
        ...

    def recent_scans(self, limit: int, *, checkpoint: CheckpointId | None = None) -> Sequence[RecentScan]: ...
    def scans_today(self, since: Instant) -> int:
        """Return this station's accepted scans from `since` on."""
        ...

    def checkpoint_counts(self, *, rehearsal: bool) -> Sequence[CheckpointCount]: ...
    def buses(self, *, rehearsal: bool) -> Sequence[BusCount]: ...
    def manifest(self, bus: BusCode, *, rehearsal: bool) -> Manifest: ...
    def conflicts(self) -> Sequence[Conflict]: ...
    def kept_out(self) -> KeptOut:
        """Return what other stations brought that is not part of the record here, or not whole."""
        ...

    def jobs(self, limit: int) -> Sequence[Job]: ...
    def own_jobs(self, states: Collection[str]) -> Sequence[Job]:
        """Return the jobs in any of `states` that this station owed, oldest first: others print their own."""
        ...

    def lists_taken(self, limit: int = 100) -> Sequence[TakenList]:
        """Return the delegate lists that were taken in last, here or on another laptop, the newest first."""
        ...

    def look_alikes(self, name: str, latin_name: str, limit: int = 5) -> Sequence[DelegateId]:
        """Return people whose folded Latin name is the same or whose own-script name is nearly so."""
        ...

    def health(self) -> Health: ...
    def data_version(self) -> int:
        """Return a number that changes when any process has written to the store."""
        ...
