"""Who was seen where, and what was decided there."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from checkin_app.domain.ids import BusCode, CheckpointId, DelegateId, FactId, Instant, RouteId, StationId
from checkin_app.domain.movements import Movements
from checkin_app.domain.outcomes import Decision, Reason


@dataclass(frozen=True, slots=True)
class RecentScan:
    fact_id: FactId
    at: Instant
    checkpoint: CheckpointId
    decision: Decision
    delegate: DelegateId | None
    name: str
    second_line: str
    """Latin name, else delegation."""
    answer: str
    """The recorded answer to an ask, or empty while it waits."""
    undone: bool


class Passage(NamedTuple):
    """Somebody was let pass a door, in or out."""

    at: Instant
    station: StationId
    reason: Reason


@dataclass(frozen=True, slots=True)
class CheckpointCount:
    checkpoint: CheckpointId
    expected: int
    arrived: int


class MovementReads(Protocol):
    """Where a person is, and on which bus's list."""

    def movements(self, delegate: DelegateId) -> Movements: ...


class RideReads(Protocol):
    """Who waits for a seat."""

    def standbys(self, route: RouteId, *, rehearsal: bool) -> Sequence[DelegateId]:
        """Return who waits for a seat of a route: who was put on standby first, comes first."""
        ...

    def accounted(self, bus: BusCode, *, rehearsal: bool) -> int:
        """Return of how many on a bus's list a person said what became of them."""
        ...


class OwnScanQueries(Protocol):
    """What was scanned at this desk."""

    def own_scans(self, limit: int, since: Instant) -> Sequence[RecentScan]:
        """Return this station's scans from `since` on, those that let nobody pass among them, the newest first."""
        ...

    def scans_today(self, since: Instant) -> int:
        """Return this station's accepted scans from `since` on."""
        ...


class ScanQueries(OwnScanQueries, Protocol):
    """Scans and their figures."""

    def recent_scans(self, limit: int, checkpoint: CheckpointId | None = None) -> Sequence[RecentScan]: ...
    def anybody_came(self) -> bool:
        """Return whether anybody was seen anywhere outside rehearsals."""
        ...

    def arrivals(self, checkpoint: CheckpointId, *, rehearsal: bool) -> Sequence[Instant]:
        """Return when each of those who came somewhere came first, the earliest first."""
        ...

    def let_pass(self, since: Instant) -> Mapping[StationId, int]:
        """Return by laptop how many it let pass anywhere from `since` on; one that let nobody pass is not there."""
        ...

    def passages(self, checkpoint: CheckpointId, since: Instant) -> Sequence[Passage]:
        """Return who was let pass a door from `since` on, the oldest first; what was taken back is not among them."""
        ...

    def checkpoint_counts(self, *, rehearsal: bool) -> Sequence[CheckpointCount]: ...
