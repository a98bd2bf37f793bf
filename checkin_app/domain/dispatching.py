"""What each bus needs of a person, the most pressing first, and how long until it is to leave.  Pure."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import time
from enum import StrEnum

from checkin_app.domain.buses import AT_REST, LEFT, Bus, BusState
from checkin_app.domain.forum import Forum, instant
from checkin_app.domain.ids import BusCode, Instant
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


class Concern(StrEnum):
    """Why somebody has to look at a bus."""

    OVER_LICENSED = "over_licensed"
    """More are aboard than the law allows."""
    SWAPPING = "swapping"
    """Another bus takes over, and this one is not emptied yet."""
    LATE = "late"
    DOUBTED = "doubted"
    """Some of those aboard are aboard another bus as well, as another laptop says."""
    MISSING = "missing"
    NOT_READY = "not_ready"
    UNHEARD = "unheard"


class Lack(StrEnum):
    """What a bus must have before it is ready."""

    PLATE = "plate"
    DRIVER = "driver"
    DRIVER_PHONE = "driver_phone"
    GUIDE = "guide"
    LANGUAGES = "languages"


#: Those that are not waved on; the others ask.
PRESSING = frozenset({Concern.OVER_LICENSED, Concern.SWAPPING, Concern.LATE})


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

    @property
    def minutes(self) -> int | None:
        """Return the minutes until it is to leave, negative once it is late; None where that says nothing today."""
        if self.leaves is None or self.bus.state in _NOT_LEAVING or abs(self.leaves - self.now) > ITS_DAY_MS:
            return None
        return -(-(self.leaves - self.now) // _MINUTE)

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


def lacking(bus: Bus) -> tuple[Lack, ...]:
    """Return what a bus has to have before it is ready, and has not."""
    needed = {
        Lack.PLATE: bus.plate,
        Lack.DRIVER: bus.driver,
        Lack.DRIVER_PHONE: bus.driver_phone,
        Lack.GUIDE: bus.guide,
        Lack.LANGUAGES: "".join(bus.languages),
    }
    return tuple(each for each, value in needed.items() if not value.strip())


Rule = Callable[[Sight], Concern | None]


def _over_licensed(sight: Sight) -> Concern | None:
    return Concern.OVER_LICENSED if sight.tally.aboard > sight.bus.licensed_seats else None


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


def _not_ready(sight: Sight) -> Concern | None:
    soon = sight.minutes is not None and sight.minutes * _MINUTE <= SOON_MS
    waits = sight.bus.state in {BusState.PLANNED, BusState.READY}
    return Concern.NOT_READY if waits and soon and lacking(sight.bus) else None


def _unheard(sight: Sight) -> Concern | None:
    waits = sight.bus.state not in LEFT | AT_REST
    return Concern.UNHEARD if waits and sight.unheard_minutes * _MINUTE >= UNHEARD_MS else None


#: In the order in which a person is to look.
RULES: tuple[Rule, ...] = (_over_licensed, _swapping, _late, _doubted, _missing, _not_ready, _unheard)


def concerns(sight: Sight) -> tuple[Concern, ...]:
    """Return everything about a bus that needs a person, the most pressing first."""
    return tuple(concern for rule in RULES if (concern := rule(sight)))


_ORDER = {concern: place for place, concern in enumerate(Concern)}
_LAST = Instant(2**62)


def urgency(sight: Sight, found: tuple[Concern, ...]) -> tuple[int, Instant, BusCode]:
    """Return by what the buses that need a person are sorted: the most pressing first, and of those the one that leaves first."""
    return _ORDER[found[0]], _LAST if sight.leaves is None else sight.leaves, sight.bus.code
