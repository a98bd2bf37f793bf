"""A forum as its file gives it: sessions, categories, routes, languages."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from enum import StrEnum
from typing import TypeVar

from checkin_app.domain.ids import CategoryId, CheckpointId, ForumId, Instant, RouteId, SessionId
from checkin_app.domain.roles import OperatorRole

Language = str
"""A BCP 47 tag without region: ``zh``, ``en``, ``fr``, ``ru``, ``es``, ``ar``."""


@dataclass(frozen=True, slots=True)
class Words:
    """One text in several languages."""

    by_language: Mapping[Language, str]

    def in_(self, language: Language) -> str:
        """Return the text in `language`, else in English, else in whatever there is."""
        texts = self.by_language
        return texts.get(language) or texts.get("en") or next(iter(texts.values()), "")


@dataclass(frozen=True, slots=True)
class Category:
    """A kind of guest; the colour is for the printed badge only."""

    id: CategoryId
    letter: str
    name: Words
    colour: str
    """``#RRGGBB``."""
    precedence: int
    """1 comes first."""
    vip: bool = False
    """They ride on a bus for VIPs, where their route has one."""


class Doors(StrEnum):
    """What the clock says of a door."""

    OPEN = "open"
    NOT_YET = "not_yet"
    OVER = "over"


_Moment = TypeVar("_Moment", int, datetime)

#: The hour at which a forum's day is over, if none of the next day's doors has opened before: nobody begins the day that
#: follows, or practises, in the night.
NIGHT_ENDS = time(6)
_DAY = timedelta(days=1)


def doors_by_clock(opens: _Moment, closes: _Moment, at: _Moment) -> Doors:
    if at < opens:
        return Doors.NOT_YET
    return Doors.OPEN if at < closes else Doors.OVER


@dataclass(frozen=True, slots=True)
class Session:
    """Something that has a door, a time and the categories it admits."""

    id: SessionId
    name: Words
    topic: Words
    place: Words
    starts: datetime
    ends: datetime
    doors_open: timedelta
    """How long before the start people may enter."""
    admits: frozenset[CategoryId]
    opens_at: Instant = field(init=False, compare=False)
    """Worked out once, as `closes_at` is: each scan asks for those of all sessions."""
    closes_at: Instant = field(init=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "opens_at", instant(self.starts - self.doors_open))
        object.__setattr__(self, "closes_at", instant(self.ends))

    @property
    def checkpoint(self) -> CheckpointId:
        return CheckpointId(self.id)

    def doors(self, at: Instant) -> Doors:
        return doors_by_clock(self.opens_at, self.closes_at, at)

    def is_open(self, at: Instant) -> bool:
        return self.doors(at) is Doors.OPEN


@dataclass(frozen=True, slots=True)
class Stop:
    name: Words


@dataclass(frozen=True, slots=True)
class Route:
    id: RouteId
    name: Words
    stops: tuple[Stop, ...]
    charter: bool = False
    """It leaves the province: each of its buses needs a charter sign."""


@dataclass(frozen=True, slots=True)
class OwnTemplate:
    """A badge template of the forum's own."""

    name: str
    text: str
    """Its file (docs/badge-templates.md)."""


@dataclass(frozen=True, slots=True)
class ListedOperator:
    """Somebody who acts from the first, until a person says otherwise."""

    name: str
    role: OperatorRole


@dataclass(frozen=True, slots=True)
class Forum:
    id: ForumId
    name: Words
    short_name: Words
    theme: Words
    city: Words
    languages: tuple[Language, ...]
    """The first is the host's; badges and doors show the first two."""
    time_zone: tzinfo
    categories: tuple[Category, ...]
    default_category: CategoryId
    sessions: tuple[Session, ...]
    """In order of their start."""
    visit: SessionId | None
    """The session that is the technical visit: its doors are the buses'."""
    routes: tuple[Route, ...]
    badge_template: str
    country: str = ""
    """ISO 3166-1, such as ``CN``: phone numbers of a list without a country code are this country's."""
    operators: tuple[ListedOperator, ...] = ()
    templates: tuple[OwnTemplate, ...] = ()
    """Its own badge templates, which go before those of the application that are called alike."""
    played: bool = field(default=False, compare=False)
    """A station that was started after it was over plays it: whatever is scanned there is practice."""
    _days: tuple[date, ...] = field(init=False, repr=False, compare=False)
    """Worked out once, as `_hours` and `_at` are: each scan asks."""
    _hours: tuple[tuple[Instant, Instant], ...] = field(init=False, repr=False, compare=False)
    _over_at: Instant = field(init=False, repr=False, compare=False)
    _at: Mapping[str, Session] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        days = {self.in_hall(session.starts).date() for session in self.sessions}
        object.__setattr__(self, "_days", tuple(sorted(days)))
        object.__setattr__(self, "_hours", tuple((each.opens_at, each.closes_at) for each in self.sessions))
        object.__setattr__(self, "_over_at", max((each.closes_at for each in self.sessions), default=0))
        object.__setattr__(self, "_at", {each.checkpoint: each for each in reversed(self.sessions)})

    def category(self, wanted: CategoryId) -> Category | None:
        return next((category for category in self.categories if category.id == wanted), None)

    @property
    def vips(self) -> frozenset[CategoryId]:
        """Return the categories of those who ride on a bus for VIPs."""
        return frozenset(each.id for each in self.categories if each.vip)

    def session(self, wanted: CheckpointId) -> Session | None:
        return self._at.get(wanted)

    def route(self, wanted: RouteId) -> Route | None:
        return next((route for route in self.routes if route.id == wanted), None)

    def days(self) -> tuple[date, ...]:
        """Return the forum's days, in its own time zone."""
        return self._days

    def day_of(self, at: Instant) -> date:
        """Return the day that a moment belongs to: the night after a day of the forum is still that day."""
        now = self.local(at)
        evening = next((each for each in self._days if each + _DAY == now.date()), None)
        night = evening is not None and now.time() < NIGHT_ENDS and not self._has_begun(now.date(), at)
        return evening if evening and night else now.date()

    def day_began(self, at: Instant) -> Instant:
        """Return the midnight with which the day began that a moment belongs to."""
        return instant(self.wall(self.day_of(at), time()))

    def is_over(self, at: Instant) -> bool:
        """Return whether every session has ended."""
        return at >= self._over_at

    def as_of(self, began: Instant) -> "Forum":
        """Return it as a station knows it that was started at `began`."""
        return replace(self, played=self.is_over(began))

    def is_on(self, at: Instant) -> bool:
        """Return whether `at` falls on one of the forum's days, the night after it, within a session, or after the last.

        At any other time a scan is a rehearsal: see docs/decisions on rehearsals.
        """
        # Where the night after a day is cut short, another day has begun: on either a forum is on.
        now = _shown(at, self.time_zone)
        today = now.date()
        if today in self._days or (now.time() < NIGHT_ENDS and today - _DAY in self._days):
            return True
        if self.is_over(at):
            return not self.played
        return any(opens <= at < closes for opens, closes in self._hours)

    def local(self, at: Instant) -> datetime:
        """Return an instant in the hall's time."""
        return local(at, self.time_zone)

    def in_hall(self, moment: datetime) -> datetime:
        """Return an aware moment in the hall's time."""
        return _pinned(moment.astimezone(self.time_zone))

    def wall(self, day: date, clock: time) -> datetime:
        """Return the moment at which the hall's clock shows a time of a day.

        Of two, when clocks go back, it is the first; a time that is left out, when they go forward, is as much later as
        they do.
        """
        return self.in_hall(datetime.combine(day, clock, self.time_zone).astimezone(UTC))

    def _has_begun(self, day: date, at: Instant) -> bool:
        """Return whether doors of a day's sessions have opened."""
        return any(each.opens_at <= at and self.in_hall(each.starts).date() == day for each in self.sessions)


#: A day from the ends of the calendar: any time zone can show them.
_FIRST, _LAST = datetime(1, 1, 2, tzinfo=UTC), datetime(9999, 12, 30, tzinfo=UTC)


def local(at: Instant, zone: tzinfo) -> datetime:
    """Return an instant as a time zone shows it; one beyond the calendar is shown at its end."""
    return _pinned(_shown(at, zone))


def _shown(at: Instant, zone: tzinfo) -> datetime:
    try:
        return datetime.fromtimestamp(at / 1000, zone)
    except (ValueError, OverflowError, OSError):  # Windows has none before 1970 either
        return (_LAST if at > 0 else _FIRST).astimezone(zone)


def _pinned(shown: datetime) -> datetime:
    """Return a moment with the offset it has, in place of the zone that gave it.

    Python compares and subtracts two moments of one zone as their clocks show them, and is an hour out where clocks change.
    """
    return shown.replace(tzinfo=timezone(shown.utcoffset() or timedelta()), fold=0)


def instant(moment: datetime) -> Instant:
    """Return an aware datetime as UTC milliseconds."""
    return Instant(round(moment.timestamp() * 1000))
