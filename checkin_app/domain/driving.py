"""How long a bus's driver has driven and may still drive, from when the bus left its stops and came to them.  Pure.

Four hours at a stretch, then a rest of twenty minutes: Regulations for the Implementation of the Road Traffic Safety Law of
the People's Republic of China, article 62 (7).  Eight hours within any twenty-four: what carriers of passengers by road keep.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checkin_app.domain.ids import Instant
from checkin_app.domain.stops import Visit

_MINUTE = 60_000
STRETCH_MS = 4 * 60 * _MINUTE
DAY_MS = 8 * 60 * _MINUTE
REST_MS = 20 * _MINUTE
_WITHIN_MS = 24 * 60 * _MINUTE
#: How long before a driver has to rest it is said.
AHEAD_MS = 45 * _MINUTE


@dataclass(frozen=True, slots=True)
class DriverClock:
    """What a driver has driven; of a bus that stands, as if it left now."""

    stretch: int
    """Milliseconds since the last rest."""
    day: int
    rest_by: Instant | None = None
    """While driving, when the driver must have stopped; in the past where that was not done."""
    rest_until: Instant | None = None
    """While standing, when a rest is long enough."""

    @property
    def left(self) -> int:
        """Return how much longer the driver may drive, in milliseconds: negative once it is too long."""
        return min(STRETCH_MS - self.stretch, DAY_MS - self.day)

    @property
    def is_day_over(self) -> bool:
        """Return whether it is the day's hours that end first: no rest on the way helps."""
        return DAY_MS - self.day <= STRETCH_MS - self.stretch

    def is_near_its_end(self) -> bool:
        return self.left <= AHEAD_MS


def driver_clock(visits: Sequence[Visit], returned: Instant | None, now: Instant) -> DriverClock:
    """Return how a driver stands at `now`, by where the bus was and when it came back for good."""
    stretch = day = 0
    stood_since: Instant | None = None
    drives, driving = list(_drives(visits, returned, now)), is_driving(visits, returned)
    for begun, ended in drives:
        if stood_since is not None and begun - stood_since >= REST_MS:
            stretch = 0
        stretch += max(0, ended - begun)
        day += max(0, ended - max(begun, now - _WITHIN_MS))
        stood_since = ended
    if driving:
        clock = DriverClock(stretch, day)
        return DriverClock(stretch, day, rest_by=Instant(now + clock.left))
    if stood_since is None or now - stood_since >= REST_MS:
        return DriverClock(0, day)
    return DriverClock(stretch, day, rest_until=Instant(stood_since + REST_MS) if stretch else None)


def is_driving(visits: Sequence[Visit], returned: Instant | None) -> bool:
    """Return whether a bus is on its way."""
    return bool(visits) and visits[-1].left is not None and returned is None


def _drives(visits: Sequence[Visit], returned: Instant | None, now: Instant) -> Iterator[tuple[Instant, Instant]]:
    ends = [each.arrived for each in visits[1:]] + [returned]
    for visit, ended in zip(visits, ends, strict=False):
        if visit.left is not None:
            yield visit.left, now if ended is None else ended
