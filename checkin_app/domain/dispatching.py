"""What each bus needs of a person, the most pressing first, and how long until it is to leave.  Pure."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import time
from enum import StrEnum

from checkin_app.domain.buses import AT_REST, LEFT, Bus, BusState
from checkin_app.domain.driving import DriverClock, driver_clock
from checkin_app.domain.forum import Forum, instant
from checkin_app.domain.head_counts import NOT_COUNTED, BusCounts
from checkin_app.domain.ids import BusCode, Instant
from checkin_app.domain.readiness import Lack, lacking
from checkin_app.domain.seating import licensed, takes_people, usable
from checkin_app.domain.standings import Standing, Tally, sought_as

_MINUTE = 60_000
#: A bus that is to leave within this long and lacks something needs a person.
SOON_MS = 60 * _MINUTE
#: A door that was not heard of for so long may hold scans that the figures lack.
UNHEARD_MS = 5 * _MINUTE
#: A time of departure that is further away than this belongs to another day, or to a bus that nobody cares for any more.
ITS_DAY_MS = 12 * 60 * _MINUTE


#: States in which the time of departure says nothing any more.
_NOT_LEAVING = LEFT | {BusState.AT_STOP, BusState.CANCELLED}
#: States in which nobody drives the bus any more.
ENDED = AT_REST | {BusState.RETURNED, BusState.EMPTIED, BusState.SWAPPING, BusState.EMERGENCY}


class Concern(StrEnum):
    """Why somebody has to look at a bus."""

    EMERGENCY = "emergency"
    OVER_LICENSED = "over_licensed"
    """More are aboard than the law allows."""
    SWAPPING = "swapping"
    """Another bus takes over, and this one is not emptied yet."""
    LATE = "late"
    DOUBTED = "doubted"
    """Some of those aboard are aboard another bus as well, as another laptop says."""
    HELD = "held"
    DRIVER = "driver"
    """Its driver has to rest soon, or should have."""
    MISSING = "missing"
    OVERBOOKED = "overbooked"
    """More are on its list than it has seats for guests."""
    UNSEATED = "unseated"
    """It is cancelled, and people are on its list yet."""
    NOT_READY = "not_ready"
    UNHEARD = "unheard"


#: Those that are not waved on; the others ask.
PRESSING = frozenset({Concern.EMERGENCY, Concern.OVER_LICENSED, Concern.SWAPPING, Concern.LATE})


@dataclass(frozen=True, slots=True)
class Sight:
    """All that is looked at of one bus."""

    bus: Bus
    tally: Tally
    leaves: Instant | None
    """When it is to leave; None where no time is known."""
    heard: Instant | None
    """When its door was heard of last."""
    now: Instant
    wheelchairs: int = 0
    """How many on its list need an accessible place."""
    charter: bool = False
    """Whether its route leaves the province."""
    counts: BusCounts = NOT_COUNTED
    """Where it was, and when."""
    wheelchairs_aboard: int = 0
    """How many in a wheelchair are aboard, where it names its layouts."""

    @property
    def minutes(self) -> int | None:
        """Return the minutes until it is to leave, negative once it is late; None where that says nothing today."""
        if (
            self.leaves is None
            or self.has_left
            or self.bus.state in _NOT_LEAVING
            or abs(self.leaves - self.now) > ITS_DAY_MS
        ):
            return None
        return -(-(self.leaves - self.now) // _MINUTE)

    @property
    def has_left(self) -> bool:
        """Return whether it left where its ride began, also where it boards again at a stop."""
        return any(each.left is not None for each in self.counts.visits)

    @property
    def seated(self) -> int:
        """Return how many on its list need a seat."""
        return self.tally.listed - self.tally.accounted

    @property
    def seats(self) -> int:
        """Return for how many delegates it is, with those on its list who need an accessible place."""
        return usable(self.bus, self.wheelchairs)

    @property
    def licensed(self) -> int:
        """Return how many the law lets aboard, with those in wheelchairs who are."""
        return licensed(self.bus, self.wheelchairs_aboard)

    @property
    def lacks(self) -> tuple[Lack, ...]:
        """Return what it has to have before it is ready, and has not."""
        return lacking(self.bus, seated=self.seated, wheelchairs=self.wheelchairs, charter=self.charter)

    @property
    def driver(self) -> DriverClock:
        return driver_clock(self.counts.visits, self.counts.returned, self.now)

    @property
    def unheard_minutes(self) -> int:
        """Return for how many minutes nothing was heard of its door."""
        since = self.heard if self.heard is not None else max(self.bus.opened, default=self.now)
        return max(0, self.now - since) // _MINUTE


def leaves_at(forum: Forum, bus: Bus, now: Instant) -> Instant | None:
    """Return when a bus is to leave: on the day its doors were opened on, else on the visit's, else today."""
    try:
        clock = time.fromisoformat(bus.departs)
    except ValueError:
        return None
    visit = next((each for each in forum.sessions if each.id == forum.visit), None)
    if bus.opened:
        day = forum.day_of(bus.opened[0])
    else:
        day = forum.in_hall(visit.starts).date() if visit else forum.day_of(now)
    return instant(forum.wall(day, clock))


Rule = Callable[[Sight], Concern | None]


def _emergency(sight: Sight) -> Concern | None:
    return Concern.EMERGENCY if sight.bus.state is BusState.EMERGENCY else None


def _over_licensed(sight: Sight) -> Concern | None:
    return Concern.OVER_LICENSED if sight.tally.aboard > sight.licensed else None


def _swapping(sight: Sight) -> Concern | None:
    return Concern.SWAPPING if sight.bus.state is BusState.SWAPPING else None


def _late(sight: Sight) -> Concern | None:
    return Concern.LATE if sight.minutes is not None and sight.minutes < 0 else None


def _doubted(sight: Sight) -> Concern | None:
    return Concern.DOUBTED if sight.tally.doubted else None


def _missing(sight: Sight) -> Concern | None:
    ended = sight.bus.state in AT_REST
    missing = sought_as(sight.bus.state) is Standing.MISSING and sight.tally.sought > 0
    return Concern.MISSING if missing and not ended else None


def _held(sight: Sight) -> Concern | None:
    return Concern.HELD if sight.bus.state is BusState.HELD else None


def _overbooked(sight: Sight) -> Concern | None:
    over = takes_people(sight.bus) and sight.seated > sight.seats
    return Concern.OVERBOOKED if over else None


def _unseated(sight: Sight) -> Concern | None:
    return Concern.UNSEATED if sight.bus.state is BusState.CANCELLED and sight.seated > 0 else None


def _driver(sight: Sight) -> Concern | None:
    drives = sight.has_left and sight.bus.state not in ENDED and sight.driver.is_near_its_end()
    return Concern.DRIVER if drives else None


def _not_ready(sight: Sight) -> Concern | None:
    soon = sight.minutes is not None and sight.minutes * _MINUTE <= SOON_MS
    waits = sight.bus.state in {BusState.PLANNED, BusState.READY}
    return Concern.NOT_READY if waits and soon and sight.lacks else None


def _unheard(sight: Sight) -> Concern | None:
    waits = sight.bus.state not in LEFT | AT_REST
    return Concern.UNHEARD if waits and sight.unheard_minutes * _MINUTE >= UNHEARD_MS else None


#: In the order in which a person is to look.
RULES: tuple[Rule, ...] = (
    _emergency, _over_licensed, _swapping, _late, _doubted, _held, _driver, _missing, _overbooked, _unseated, _not_ready,
    _unheard,
)  # fmt: skip


def concerns(sight: Sight) -> tuple[Concern, ...]:
    """Return everything about a bus that needs a person, the most pressing first."""
    return tuple(concern for rule in RULES if (concern := rule(sight)))


_ORDER = {concern: place for place, concern in enumerate(Concern)}
_LAST = Instant(2**62)


def urgency(sight: Sight, found: tuple[Concern, ...]) -> tuple[int, Instant, BusCode]:
    """Return by what the buses that need a person are sorted: the most pressing first, and of those the one that leaves first."""
    return _ORDER[found[0]], _LAST if sight.leaves is None else sight.leaves, sight.bus.code
