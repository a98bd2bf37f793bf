"""A transfer in two halves, one at each bus's laptop, taken back at either with the other half known there or not yet."""

from contextlib import suppress
from itertools import permutations
from typing import Any

import pytest

from checkin_app.domain.contradictions import ConflictKind
from checkin_app.domain.ids import BusCode, FactId, bus_checkpoint
from checkin_app.domain.movements import Direction
from checkin_app.domain.outcomes import Verdict
from checkin_app.domain.problems import NothingToUndo
from checkin_app.domain.problems_rides import NothingSaid
from checkin_app.domain.problems_undo import UndoOtherBus
from checkin_app.domain.ride_states import RideVerb
from checkin_app.domain.standings import Standing
from checkin_app.services.exchange import exchange
from checkin_app.services.rides import RideWish
from checkin_app.services.scanning import How

HERE, THERE = BusCode("2-1"), BusCode("2-2")
#: What happens after the transfer was said and both laptops heard of it.
OFF, ON, NOT_OFF, NOT_ON = "off", "on", "not off", "not on"
UNDONE_HERE, UNDONE_THERE = "taken back here", "taken back there"
WHOLE = [(OFF, ON, UNDONE_HERE), (OFF, ON, UNDONE_THERE), (ON, UNDONE_HERE), (ON, UNDONE_THERE), (OFF, UNDONE_HERE),
         (OFF, UNDONE_THERE), (OFF, ON, NOT_OFF), (OFF, ON, NOT_ON), (ON, NOT_ON, UNDONE_HERE), (ON, UNDONE_HERE, UNDONE_THERE)]  # fmt: skip


def _follows(course: tuple[str, ...]) -> bool:
    """Return whether nothing is a mistake before it is made."""
    return all(
        mistake not in course or (made in course and course.index(made) < course.index(mistake))
        for made, mistake in ((OFF, NOT_OFF), (ON, NOT_ON))
    )


COURSES = sorted({course for some in WHOLE for course in permutations(some) if _follows(course)})


class Guest:
    """One guest who goes through one course; what is refused of it changes nothing."""

    def __init__(self, first: Any, second: Any, course: tuple[str, ...]) -> None:
        self._first, self._second = first, second
        self.course = course
        self.who = first.register(", ".join(course))
        first.station.dispatch.assign(self.who.id, HERE)
        self._scan(first, HERE, Direction.IN)
        first.station.rides.say(RideWish(self.who.id, RideVerb.TRANSFER, bus=THERE))
        self._scans: dict[str, FactId] = {}
        self._is_undone = False

    def goes(self, what: str) -> None:
        """Go one step of the course."""
        with suppress(NothingSaid, NothingToUndo, UndoOtherBus):
            match what:
                case "off":
                    self._seen(what, self._first, HERE, Direction.OUT)
                case "on":
                    self._seen(what, self._second, THERE, Direction.IN)
                case "not off":
                    self._mistaken("off", self._first)
                case "not on":
                    self._mistaken("on", self._second)
                case _:
                    (self._first if what == UNDONE_HERE else self._second).station.rides.undo(self.who.id)
                    self._is_undone = True

    def _seen(self, what: str, post: Any, bus: BusCode, way: Direction) -> None:
        if scan := self._scan(post, bus, way):
            self._scans[what] = scan

    def _scan(self, post: Any, bus: BusCode, way: Direction) -> FactId | None:
        """Return what let them through, with the first answer there is to a question; None where nothing did."""
        outcome = post.station.scanning.enter(self.who.id, bus_checkpoint(bus), How.FOUND, way)
        if outcome.decision.answers:
            outcome = post.station.scanning.answer(outcome.fact_id, outcome.decision.answers[0])
        return outcome.fact_id if outcome.decision.verdict is Verdict.GO else None

    def _mistaken(self, what: str, post: Any) -> None:
        if what in self._scans:
            post.station.scanning.undo(self._scans[what])
            del self._scans[what]

    @property
    def is_on(self) -> frozenset[BusCode]:
        """Return which bus they are aboard by what was seen at the doors and was no mistake."""
        if "on" in self._scans:
            return frozenset({THERE})
        return frozenset() if "off" in self._scans else frozenset({HERE})

    def must_be_well(self, post: Any) -> None:
        """Look at where they are, as a laptop has it that has heard of everything."""
        moved, ride = post.card(self.who).movements, post.station.rides.look(self.who.id)
        on = moved.on_buses(rehearsal=False)
        if on != self.is_on:
            asked = [each.subject for each in post.station.queries.conflicts() if each.kind is ConflictKind.TWO_BUSES]
            assert self.who.id in asked and self.is_on < on and NOT_OFF in self.course, self.who.name
        assert moved.bus in {HERE, THERE}, f"{self.who.name}: nowhere"
        if self._is_undone:
            assert ride.transfer is None, self.who.name
        for bus in (HERE, THERE):
            sought = post.station.manifest(bus).by_standing[Standing.TO_COME]
            assert (self.who.id in {each.delegate.id for each in sought}) == (not on and moved.bus == bus), (
                f"{self.who.name}: looked for at {bus}"
            )


@pytest.mark.parametrize("meet", [(False, False), (True, False), (False, True), (True, True)])
def test_nobody_is_on_two_buses_or_nowhere_whoever_takes_back_what_and_whoever_knew(new_post, meet) -> None:
    posts = first, second, witness = [new_post(name) for name in ("first", "second", "witness")]
    for code in (HERE, THERE):
        first.bus(code, usable=100, licensed=100)
    guests = [Guest(first, second, course) for course in COURSES]
    exchange(first.station, second.station)
    for step in range(max(map(len, COURSES))):
        for each in posts:
            each.clock.at += 60_000
        for guest in guests:
            if step < len(guest.course):
                guest.goes(guest.course[step])
        if step < len(meet) and meet[step]:
            exchange(first.station, second.station)
    for one, other in ((second, witness), (first, witness), (first, second)):
        exchange(one.station, other.station)
    assert len({each.station.queries.folded().fold_hash for each in posts}) == 1
    for guest in guests:
        guest.must_be_well(witness)
