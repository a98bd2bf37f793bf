"""Who was expected at a session or on a route, and who came.  Pure: no clock, no disk, no Qt."""

from collections.abc import Mapping
from dataclasses import dataclass

from checkin_app.domain.delegates import Delegate
from checkin_app.domain.forum import Forum, Route, Session
from checkin_app.domain.ids import BusCode, CheckpointId, Instant, RouteId, bus_checkpoint, bus_of
from checkin_app.domain.movements import Movements, Presence

Occasion = Session | Route


@dataclass(frozen=True, slots=True)
class Attendance:
    """One person and an occasion."""

    delegate: Delegate
    expected: bool
    first: Instant | None = None
    """When they first came in, or aboard; None for one who did not come."""
    last: Instant | None = None
    """When they were last seen there."""
    bus: BusCode | None = None
    """On a route, the bus that they boarded last."""
    listed: BusCode | None = None
    """On a route, the bus on whose list they are."""

    @property
    def came(self) -> bool:
        return self.first is not None


@dataclass(frozen=True, slots=True)
class Doors:
    """The checkpoints of an occasion, each with whether its figures tell of a rehearsal."""

    scopes: Mapping[CheckpointId, bool]

    def seen(self, movements: Movements) -> tuple[Presence, ...]:
        """Return where somebody was seen at any of these, the oldest movement first."""
        scopes = self.scopes
        return tuple(each for each in movements.presences if scopes.get(each.checkpoint) == each.rehearsal)


def occasions(forum: Forum) -> tuple[Occasion, ...]:
    """Return what attendance is told of: the sessions by their start, then the routes."""
    return (*forum.sessions, *forum.routes)


def occasion_named(forum: Forum, name: str) -> Occasion | None:
    """Return the session or the route of an id."""
    return forum.session(CheckpointId(name)) or forum.route(RouteId(name))


def attendance(
    occasion: Occasion, doors: Doors, delegate: Delegate, movements: Movements, *, void: bool
) -> Attendance | None:
    """Return how somebody stands to an occasion; None for one who was not expected and did not come.

    Args:
        occasion: the session or route.
        doors: where its people are scanned.
        delegate: who.
        movements: where they were seen, and their bus.
        void: whether no badge of theirs is valid: such a person is expected nowhere.
    """
    seen = doors.seen(movements)
    listed = movements.bus if movements.bus and bus_checkpoint(movements.bus) in doors.scopes else None
    if isinstance(occasion, Session):
        expected = delegate.category in occasion.admits
    else:
        expected = listed is not None or (movements.bus is None and delegate.route == occasion.id)
    if not seen and (void or not expected):
        return None
    if not seen:
        return Attendance(delegate, expected, listed=listed)
    first, last = min(each.first_at for each in seen), max(each.since for each in seen)
    return Attendance(delegate, expected and not void, first, last, bus_of(seen[-1].checkpoint), listed)
