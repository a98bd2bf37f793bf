"""A substitute bus takes over: who moves first, who has no place on it, and what comes next.  Pure.

Companions are who is of one delegation.  Who is aboard moves before who is only listed; within either, who needs a place
for a wheelchair is given one first, then whole delegations, those of a wheelchair user who has a place before all.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import takewhile

from checkin_app.domain.buses import BOARDABLE, BusState
from checkin_app.domain.ids import BusCode, DelegateId, FactId, Instant, StationId


class Cause(StrEnum):
    """Why another bus takes over."""

    SWAPPED = "swapped"
    BROKEN_DOWN = "broken_down"


class Left(StrEnum):
    """Why somebody does not move, and is left to a person."""

    NO_SEAT = "no_seat"
    NO_PLACE = "no_place"
    """None of the places for wheelchairs is left."""
    INJURED = "injured"
    """Marked so in the emergency at the old bus: nobody is sent on by bus who needs a doctor."""


@dataclass(frozen=True, slots=True)
class Rider:
    """Somebody whom the old bus carries, or should."""

    delegate: DelegateId
    group: str = ""
    """With whom they came; empty for nobody."""
    accessible: bool = False
    aboard: bool = True


@dataclass(frozen=True, slots=True)
class Moving:
    """Who moves, in the order in which they are scanned on the substitute, and who does not."""

    moves: tuple[DelegateId, ...] = ()
    left: Mapping[DelegateId, Left] | None = None

    @property
    def stranded(self) -> Mapping[DelegateId, Left]:
        return self.left or {}


@dataclass(frozen=True, slots=True)
class Swap:
    """That a substitute takes over from a bus."""

    fact_id: FactId
    to: BusCode
    cause: Cause
    reason: str
    at: Instant
    station: StationId
    moves: tuple[DelegateId, ...]
    """As somebody said: first who needs a place for a wheelchair."""
    left: tuple[DelegateId, ...]
    """Whom it had no seat or no place for."""
    before: BusState
    """In which state the old bus was, and is again if this is taken back."""


class Step(StrEnum):
    """What comes next with a swap."""

    OPEN = "open"
    """The doors of the substitute."""
    SCAN = "scan"
    """Everybody who moves, on the substitute."""
    SEAT = "seat"
    """Those who have no place: a person finds one."""
    CALM = "calm"
    """The emergency at the old bus is ended."""
    EMPTY = "empty"
    """Somebody walks to the last row of the old bus."""
    CLOSE = "close"
    DONE = "done"


def who_moves(riders: Iterable[Rider], room: Sequence[int]) -> Moving:
    """Return who moves to a bus with so much `room` (`seating.room`) left, the same for any order of `riders`.

    Never more than there are seats, never more who need a place than there are places, and nobody who is only listed while
    somebody aboard has no seat.  A delegation is parted only where it does not fit whole, at most one of those aboard and one of
    the others.
    """
    ordered = sorted(riders, key=lambda each: each.delegate)
    left = _Left(room)
    for aboard in (True, False):
        left.take([each for each in ordered if each.aboard is aboard])
    return Moving(tuple(left.moves), dict(left.left))


class _Left:
    """What is left on the substitute while people are given seats."""

    def __init__(self, room: Sequence[int]) -> None:
        self._room = tuple(room)
        self.moves: list[DelegateId] = []
        self.left: dict[DelegateId, Left] = {}

    def take(self, riders: Sequence[Rider]) -> None:
        """Give seats to people of whom none goes before the others but by what they need."""
        waiting = [each for each in riders if each.accessible]
        placed = self._placed(waiting)
        stuck = {each.group for each in waiting if each.group} - {each.group for each in placed}
        beside = {each.group for each in placed if each.group}
        rest = [each for each in riders if not each.accessible]
        # Who would be parted from a wheelchair user that stays is parted last.
        groups = sorted(
            _groups(rest),
            key=lambda some: (some[0].group not in beside, some[0].group in stuck, -len(some), some[0].group),
        )
        parted = [some for some in groups if not self._sit(some)]
        for some in parted:
            for each in some:
                if not self._sit([each]):
                    self.left[each.delegate] = Left.NO_SEAT

    def _placed(self, waiting: Sequence[Rider]) -> Sequence[Rider]:
        placed = waiting[: len(self._room) - 1]
        for each in waiting[len(placed) :]:
            self.left[each.delegate] = Left.NO_PLACE if self._room[-1] else Left.NO_SEAT
        self._room = self._room[len(placed) :]
        self.moves += [each.delegate for each in placed]
        return placed

    def _sit(self, some: Sequence[Rider]) -> bool:
        """Give all of them a seat, or none."""
        if len(some) > self._room[0]:
            return False
        self._room = tuple(takewhile(lambda seats: seats >= 0, (seats - len(some) for seats in self._room)))
        self.moves += [each.delegate for each in some]
        return True


def _groups(riders: Iterable[Rider]) -> list[list[Rider]]:
    groups: dict[str, list[Rider]] = {}
    for each in riders:
        groups.setdefault(each.group or f"\0{each.delegate}", []).append(each)
    return [*groups.values()]


def next_step(old: BusState, new: BusState, *, unscanned: int, stranded: int, in_emergency: bool = False) -> Step:
    """Return what comes next.

    Args:
        old: in which state the bus is that is given up.
        new: the substitute's.
        unscanned: how many who move were not scanned on it yet.
        stranded: how many have no place and nobody found one for.
        in_emergency: whether there is one at the bus that is given up, which is in `old` besides.
    """
    if old is BusState.CLOSED:
        return Step.DONE
    if old is BusState.EMPTIED:
        return Step.CLOSE
    if unscanned:
        return Step.SCAN if new in BOARDABLE else Step.OPEN
    if stranded:
        return Step.SEAT
    return Step.CALM if in_emergency else Step.EMPTY


def took_over(swaps: Mapping[BusCode, Swap], bus: BusCode) -> tuple[BusCode, ...]:
    """Return the buses that a bus took over from, in the order of that."""
    ordered = sorted(swaps.items(), key=lambda pair: (pair[1].at, pair[0]))
    return tuple(code for code, swap in ordered if swap.to == bus)
