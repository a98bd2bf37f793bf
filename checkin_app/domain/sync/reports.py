"""What laptops tell the hub of themselves, and what that means where it is compared with what the hub holds.  Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from checkin_app.domain.ids import Instant, StationId
from checkin_app.domain.sync.status import HEARD_MS, ClockOffset, OnlyHere, Reach, Seen, SyncStatus, Told

#: How a laptop stands to a hub of its own that cannot be met while others meet here.
_NOBODY_ELSE = frozenset({Reach.ALONE, Reach.APART, Reach.CARRIED, Reach.AWAY, Reach.HUB})
#: The hub asks of so many of its logs at a time how far they are held elsewhere: a request stays short.
MOST_ASKED = 20


@dataclass(frozen=True, slots=True)
class Report:
    """What a laptop says of itself."""

    held: int
    """Entries that it holds, whoever wrote them."""
    ahead: int = 0
    """Those of its own that nobody else has acknowledged."""
    clock: ClockOffset | None = None
    """How far the hub's clock is ahead of its own."""
    missing: int = 0
    unread: int = 0


@dataclass(frozen=True, slots=True)
class Reported:
    """A report as it came to the hub."""

    report: Report
    at: Instant
    there: int
    """Entries that the hub held then."""

    def told(self, there: int, heard: Instant | None, now: Instant) -> Told:
        """Return what it means where the hub holds so many entries now.

        What came to the hub since is on its way to a laptop that is heard: it is behind by that only once it is silent.
        """
        is_heard = heard is not None and now - heard <= HEARD_MS
        shared = self.report.held - self.report.ahead
        held_here = self.there if is_heard else there
        behind = min(max(0, held_here - shared), held_here)  # of which nobody lacks more, whatever they tell
        said = self.report
        return Told(self.at, said.ahead, behind, said.clock, said.missing, said.unread)


def newest(one: Seen, other: Seen) -> Seen:
    """Return what is known of a laptop in two ways."""
    at = max((each.at for each in (one, other) if each.at is not None), default=None)
    told = max((each.told for each in (one, other) if each.told), key=lambda each: each.at, default=None)
    return Seen(at, told)


def as_hub(status: SyncStatus, seen: Mapping[StationId, Seen], only_here: OnlyHere) -> SyncStatus:
    """Return how this laptop stands where the others meet on it.

    Args:
        status: how it stands to a hub that it joined itself.
        seen: what the others told here.
        only_here: entries of its own that none of them has confirmed.
    """
    joined = status.reach not in _NOBODY_ELSE
    known = {each: newest(one, status.stations.get(each, Seen())) for each, one in seen.items()}
    by_hub = OnlyHere(status.only_here, status.on_stick)
    few = min(by_hub, only_here, key=lambda each: each.entries) if joined else only_here
    return replace(
        status,
        reach=status.reach if joined else Reach.HUB,
        only_here=few.entries,
        on_stick=few.on_stick,
        stations={**status.stations, **known},
    )
