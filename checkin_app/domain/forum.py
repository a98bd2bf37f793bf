"""A forum as its file gives it: sessions, categories, routes, languages."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta, tzinfo
from enum import StrEnum
from typing import TypeVar

from checkin_app.domain.ids import CategoryId, CheckpointId, ForumId, Instant, RouteId, SessionId

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


class Doors(StrEnum):
    """What the clock says of a door."""

    OPEN = "open"
    NOT_YET = "not_yet"
    OVER = "over"


_Moment = TypeVar("_Moment", int, datetime)


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
    _days: tuple[date, ...] = field(init=False, repr=False, compare=False)
    """Worked out once: each scan asks."""

    def __post_init__(self) -> None:
        days = {session.starts.astimezone(self.time_zone).date() for session in self.sessions}
        object.__setattr__(self, "_days", tuple(sorted(days)))

    def category(self, wanted: CategoryId) -> Category | None:
        return next((category for category in self.categories if category.id == wanted), None)

    def session(self, wanted: CheckpointId) -> Session | None:
        return next((session for session in self.sessions if session.checkpoint == wanted), None)

    def route(self, wanted: RouteId) -> Route | None:
        return next((route for route in self.routes if route.id == wanted), None)

    def days(self) -> tuple[date, ...]:
        """Return the forum's days, in its own time zone."""
        return self._days

    def is_on(self, at: Instant) -> bool:
        """Return whether `at` falls on one of the forum's days, or within a session that goes on past midnight.

        At any other time a scan is a rehearsal: see docs/decisions on rehearsals.
        """
        return self.local(at).date() in self.days() or any(session.is_open(at) for session in self.sessions)

    def local(self, at: Instant) -> datetime:
        return local(at, self.time_zone)


#: A day from the ends of the calendar: any time zone can show them.
_FIRST, _LAST = datetime(1, 1, 2, tzinfo=UTC), datetime(9999, 12, 30, tzinfo=UTC)


def local(at: Instant, zone: tzinfo) -> datetime:
    """Return an instant as a time zone shows it; one beyond the calendar is shown at its end."""
    try:
        return datetime.fromtimestamp(at / 1000, zone)
    except (ValueError, OverflowError, OSError):  # Windows has none before 1970 either
        return (_LAST if at > 0 else _FIRST).astimezone(zone)


def instant(moment: datetime) -> Instant:
    """Return an aware datetime as UTC milliseconds."""
    return Instant(round(moment.timestamp() * 1000))
