"""What the checkpoint screen shows: what this laptop could check, and what the clock suggests."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from checkin_app.domain.forum import Doors, doors_by_clock
from checkin_app.domain.ids import CheckpointId
from checkin_app.domain.movements import Direction


class Kind(StrEnum):
    SESSION = "session"
    BUS = "bus"


@dataclass(frozen=True, slots=True)
class Choice:
    """One checkpoint; times are in the forum's own zone."""

    checkpoint: CheckpointId
    kind: Kind
    name: str
    day: date
    starts: datetime
    ends: datetime
    opens: datetime
    topic: str = ""
    place: str = ""
    """A hall, or the bay of a bus."""
    admits: tuple[str, ...] = ()
    """The categories admitted; empty where everybody is."""
    expected: int | None = None
    arrived: int | None = None
    seats: int | None = None
    """Seats of a bus that delegates may take."""
    route: str = ""
    bus_state: str = ""
    """One of ``checkin_app.domain.buses.BusState``."""

    def doors(self, now: datetime) -> Doors:
        return doors_by_clock(self.opens, self.ends, now)


@dataclass(frozen=True, slots=True)
class CheckpointState:
    """Everything the checkpoint screen draws."""

    choices: tuple[Choice, ...] = ()
    now: datetime | None = None
    """The time in the forum's zone; None before the first answer."""
    rehearsal: bool = False
    """Today is none of the forum's days: scans are recorded as rehearsal and the clock has no say."""
    picked: CheckpointId | None = None
    """What the room and the clock would pick; None where only a person knows."""
    day: date | None = None
    chosen: CheckpointId | None = None
    current: CheckpointId | None = None
    """What scans are decided on until a person confirms another."""
    direction: Direction = Direction.IN
    current_direction: Direction = Direction.IN
    by_hand: bool = False
    """A person chose the current one; it holds until its session ends, then room and clock pick again."""
    note: str = ""
    clocks_apart: bool = False
    """Another laptop's clock differs so much from this one's that the clock should be looked at."""

    @property
    def days(self) -> tuple[date, ...]:
        return tuple(sorted({choice.day for choice in self.choices}))

    @property
    def shown(self) -> tuple[Choice, ...]:
        """Return the rows of the chosen day, in the order of their start."""
        return tuple(choice for choice in self.choices if choice.day == self.day)

    @property
    def choice(self) -> Choice | None:
        return self.find(self.chosen)

    @property
    def current_choice(self) -> Choice | None:
        return self.find(self.current)

    @property
    def changes_nothing(self) -> bool:
        return self.chosen == self.current and self.direction == self.current_direction

    def find(self, checkpoint: CheckpointId | None) -> Choice | None:
        return next((choice for choice in self.choices if choice.checkpoint == checkpoint), None)

    def doors(self, choice: Choice) -> Doors | None:
        """Return what the clock says, None in a rehearsal, when it has no say."""
        return None if self.rehearsal or self.now is None else choice.doors(self.now)

    def open_now(self) -> tuple[Choice, ...]:
        """Return the sessions whose doors are open by the clock."""
        sessions = (choice for choice in self.choices if choice.kind is Kind.SESSION)
        return tuple(choice for choice in sessions if self.doors(choice) is Doors.OPEN)

    def opens_next(self) -> datetime | None:
        """Return when doors open next, None where some are open or none will be today."""
        if self.rehearsal or self.now is None or self.open_now():
            return None
        today = self.now.date()
        return min((each.opens for each in self.choices if each.opens > self.now and each.day == today), default=None)


def bus_sought(state: CheckpointState) -> CheckpointState:
    """A door needs a bus first: the next one that leaves is chosen, on its day."""
    buses = [choice for choice in state.choices if choice.kind is Kind.BUS]
    if not buses:
        return state
    ahead = [choice for choice in buses if state.now is None or choice.ends > state.now]
    choice = min(ahead or buses, key=lambda each: each.starts)
    return replace(state, day=choice.day, chosen=choice.checkpoint)


def opened(state: CheckpointState) -> CheckpointState:
    """Return the state with the row chosen that a person most likely wants, and its day in front."""
    wanted = state.picked or state.current or next((choice.checkpoint for choice in state.choices), None)
    if state.rehearsal and state.current:
        wanted = state.current
    choice = state.find(wanted) or next(iter(state.choices), None)
    if choice is None:
        return replace(state, day=None, chosen=None)
    return replace(state, day=choice.day, chosen=choice.checkpoint)


def listed(
    state: CheckpointState,
    choices: tuple[Choice, ...],
    now: datetime,
    *,
    rehearsal: bool,
    picked: CheckpointId | None = None,
) -> CheckpointState:
    """Return the state with fresh rows; what a person has chosen stays chosen while it exists."""
    ordered = tuple(sorted(choices, key=_order))
    fresh = replace(state, choices=ordered, now=now, rehearsal=rehearsal, picked=picked)
    return fresh if fresh.choice else opened(fresh)


def _order(choice: Choice) -> tuple[datetime, bool, str]:
    return (choice.starts, choice.kind is Kind.BUS, choice.name)


def ticked(state: CheckpointState, now: datetime) -> CheckpointState:
    return replace(state, now=now)


def day_chosen(state: CheckpointState, day: date) -> CheckpointState:
    """Return the state with another day in front and its first row chosen that is not over."""
    if day == state.day or day not in state.days:
        return state
    turned = replace(state, day=day)
    still = [choice for choice in turned.shown if turned.doors(choice) is not Doors.OVER]
    first = next(iter(still or turned.shown))
    return chosen(turned, first.checkpoint)


def chosen(state: CheckpointState, checkpoint: CheckpointId) -> CheckpointState:
    """Return the state with a row chosen; a bus has no way out here, its own screen has one."""
    choice = state.find(checkpoint)
    if choice is None:
        return state
    direction = state.direction if choice.kind is Kind.SESSION else Direction.IN
    return replace(state, chosen=checkpoint, direction=direction, note="")


def moved(state: CheckpointState, step: int) -> CheckpointState:
    """Return the state after an arrow key, never past the ends of the day."""
    ids = [choice.checkpoint for choice in state.shown]
    if not ids:
        return state
    at = ids.index(state.chosen) if state.chosen in ids else -step
    return chosen(state, ids[min(max(at + step, 0), len(ids) - 1)])


def turned(state: CheckpointState, direction: Direction) -> CheckpointState:
    choice = state.choice
    if choice is None or choice.kind is Kind.BUS:
        return state
    return replace(state, direction=direction)


def taken(state: CheckpointState, checkpoint: CheckpointId, direction: Direction) -> CheckpointState:
    """Return the state after the choice was confirmed: from now on scans use it."""
    return replace(direction_taken(state, direction), current=checkpoint, note="")


def stationed(state: CheckpointState, checkpoint: CheckpointId | None) -> CheckpointState:
    """Return the state after scans were turned to another checkpoint from elsewhere."""
    if checkpoint == state.current:
        return state
    return replace(state, current=checkpoint, direction=Direction.IN, current_direction=Direction.IN)


def direction_taken(state: CheckpointState, direction: Direction) -> CheckpointState:
    return replace(state, direction=direction, current_direction=direction)


def clocks_compared(state: CheckpointState, flagged: int) -> CheckpointState:
    """Return the state after a look at how many clocks of other laptops were found to be wrong."""
    return replace(state, clocks_apart=flagged > 0)


def picked(state: CheckpointState, *, by_hand: bool) -> CheckpointState:
    """Return the state with who picks: a person, or the room and the clock."""
    return replace(state, by_hand=by_hand)


def refused(state: CheckpointState, words: str) -> CheckpointState:
    return replace(state, note=words)


def departure(visit: Choice, departs: str, wall: Callable[[date, time], datetime]) -> datetime:
    """Return when a bus leaves, given as ``HH:MM``: on the day of the visit, in the night after it, else at its start.

    Args:
        visit: the session that the bus leaves for.
        departs: what the bus says.
        wall: says at which moment the hall's clock shows a time of a day.
    """
    try:
        clock = time.fromisoformat(departs)
    except ValueError:
        return visit.starts
    leaves, later = wall(visit.day, clock), wall(visit.day + timedelta(days=1), clock)
    return later if leaves < visit.opens and later <= visit.ends else leaves


def rivals(state: CheckpointState) -> tuple[Choice, ...]:
    """Return the other sessions open at the same time as the one chosen: the door's sign decides."""
    choice = state.choice
    if choice is None or choice.kind is Kind.BUS or state.doors(choice) is not Doors.OPEN:
        return ()
    return tuple(each for each in state.open_now() if each.checkpoint != choice.checkpoint)


def minutes_until_open(choice: Choice, now: datetime) -> int:
    """Return the minutes until doors open, rounded up; 0 once they have."""
    return max(0, -(-(choice.opens - now) // timedelta(minutes=1)))
