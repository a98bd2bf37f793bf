"""How the forum stands, for whoever leads it: arrivals against plan, desks, buses, laptops, and what needs a person."""

from collections.abc import Sequence
from dataclasses import dataclass

from checkin_app.domain.arrivals import Arrivals
from checkin_app.domain.dispatching import Concern
from checkin_app.domain.ids import Instant, StationId
from checkin_app.domain.sync.laptops import Laptop
from checkin_app.services.ports.buses import BusCount

#: Over how long a desk's rate is taken.
LATELY_MS = 10 * 60_000


@dataclass(frozen=True, slots=True)
class Desk:
    """What one laptop let pass."""

    station: StationId
    name: str
    lately: int
    """In the last ten minutes."""
    today: int

    @property
    def a_minute(self) -> float:
        return self.lately * 60_000 / LATELY_MS


@dataclass(frozen=True, slots=True)
class NeedyBus:
    """A bus that needs a person, and why."""

    count: BusCount
    concerns: tuple[Concern, ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """All of it at one moment."""

    at: Instant
    sessions: tuple[Arrivals, ...]
    desks: tuple[Desk, ...]
    """Those that let anybody pass today, the busiest first."""
    buses: Sequence[BusCount]
    needy: tuple[NeedyBus, ...]
    contradictions: int
    """What laptops know differently and nobody has settled."""
    laptops: tuple[Laptop, ...]
