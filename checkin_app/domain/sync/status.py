"""How this laptop stands to the others: what every screen shows of it, and the page of all stations."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from checkin_app.domain.ids import Instant, StationId
from checkin_app.domain.problem import Problem

#: Milliseconds by which two clocks may differ before it is said.
CLOCK_WARNING_MS = 60_000
#: Milliseconds for which a station counts as heard.
HEARD_MS = 60_000
#: Milliseconds without the others after which the lists on a laptop are called old: a bus boards within that time.
OLD_MS = 600_000
#: No count of entries that is told is larger: screens count no further, and whoever tells of more lies.
MOST_COUNTED = 2**31 - 1
#: Milliseconds by which two clocks may differ at all: as many hours can be counted, too.
MOST_APART = 2**51


class Reach(StrEnum):
    """Whether the others can be met now."""

    ALONE = "alone"
    """It has joined nobody, and nobody has joined it."""
    APART = "apart"
    """It was the hub of others who take part, and is it no more: it meets none of them by itself."""
    CARRIED = "carried"
    """It has joined nobody, and meets others who take part by sticks and folders alone."""
    HUB = "hub"
    """The others meet here."""
    LIVE = "live"
    """What happens elsewhere comes as it happens."""
    POLLED = "polled"
    """It comes every few seconds: the network holds a stream back."""
    AWAY = "away"
    """The hub does not answer."""
    WAITING = "waiting"
    """No coordinator has let this laptop in yet."""
    SHUT_OUT = "shut_out"


@dataclass(frozen=True, slots=True)
class OnlyHere:
    """Entries of a laptop's own that no other is known to hold."""

    entries: int = 0
    """Never fewer than there are."""
    on_stick: int = 0
    """Those of them that were saved on a stick: nobody has said yet that they were taken from it."""


@dataclass(frozen=True, slots=True)
class ClockOffset:
    """How far the hub's clock is ahead of this laptop's, and how well that is known."""

    milliseconds: int
    within: int
    """The true offset is no further than so many milliseconds from that."""

    @property
    def is_wrong(self) -> bool:
        """Return whether the clocks surely differ by more than is harmless."""
        return abs(self.milliseconds) - self.within > CLOCK_WARNING_MS


@dataclass(frozen=True, slots=True)
class Gap:
    """Facts of one log that others know of and that have not come."""

    station: StationId
    name: str
    first: int
    last: int

    @property
    def count(self) -> int:
        """Return how many they are; their places are what their writer says."""
        return min(self.last - self.first + 1, MOST_COUNTED)


@dataclass(frozen=True, slots=True)
class Told:
    """What a laptop told the hub of itself, and what that means there."""

    at: Instant
    """When it did."""
    ahead: int = 0
    """Entries that the hub has not, and nobody else that it knows of."""
    behind: int = 0
    """Entries of the hub's that it has not."""
    clock: ClockOffset | None = None
    """How far the hub's clock is ahead of its own."""
    missing: int = 0
    """Entries that have not come to it, though it was told of them."""
    unread: int = 0
    """Entries of kinds that its version does not read."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What is known of another laptop besides what it wrote."""

    at: Instant | None = None
    """When it was at the hub, or something of it came from there."""
    told: Told | None = None
    """What it told the hub last; nothing where that was never heard of."""


@dataclass(frozen=True, slots=True)
class SyncStatus:
    """What is known of the others at one moment."""

    reach: Reach = Reach.ALONE
    hub: str = ""
    """Where the hub answered last."""
    last_exchange: Instant | None = None
    heard: int = 0
    """How many other stations wrote something, or were at the hub, in the last minute."""
    only_here: int = 0
    """Facts that nobody else has acknowledged; never fewer than there are."""
    on_stick: int = 0
    """Those of them that were saved on a stick."""
    gaps: tuple[Gap, ...] = ()
    clock: ClockOffset | None = None
    newer_kinds: int = 0
    """Facts of kinds that only a newer version reads."""
    trouble: Problem | None = None
    """What keeps the laptops apart at the moment."""
    stations: Mapping[StationId, Seen] = field(default_factory=dict)
    """The others, as far as anything is known of them."""

    @property
    def unsaved(self) -> int:
        """Return how many facts are on this laptop and nowhere else, not even on a stick."""
        return self.only_here - self.on_stick

    def is_old(self, now: Instant) -> bool:
        """Return whether the lists here may be behind those of the others.

        Who has joined nobody has nobody to be behind, and what is in touch with the hub hears of everything as it happens.
        """
        if self.reach in {Reach.ALONE, Reach.APART, Reach.CARRIED, Reach.LIVE, Reach.POLLED}:
            return False
        if self.reach is Reach.HUB and self.last_exchange is None:
            return False
        return self.last_exchange is None or now - self.last_exchange > OLD_MS
