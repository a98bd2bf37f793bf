"""What befalls a bus on its day: made ready, held, cancelled; the stops it comes to and those it passes by."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from checkin_app.domain.buses import Bus, BusRecord, BusState
from checkin_app.domain.changes import Recorded
from checkin_app.domain.delegates import LONGEST_TEXT
from checkin_app.domain.details import Entry, Expected, Found
from checkin_app.domain.facts import Fact, FactDraft
from checkin_app.domain.ids import BusCode, FactId, bus_subject
from checkin_app.domain.kinds.body import Body
from checkin_app.domain.kinds.buses import BusCancelled, BusHeld, BusMove, BusMovedTo
from checkin_app.domain.kinds.stops import (
    BusArrivalUndone,
    BusArrived,
    BusDepartureUndone,
    StopRestored,
    StopSkipped,
)
from checkin_app.domain.problems import FieldInvalid
from checkin_app.domain.problems_stops import BusCarriesPeople, BusNotReady, NothingAtStops, StopUnknown
from checkin_app.domain.readiness import Lack, lacking
from checkin_app.domain.stops import AHEAD, StopLine, StopState, Visit, day_of, here, place_of
from checkin_app.services.bus_moves import known_bus, leading_to, reason_kept
from checkin_app.services.ports.buses import BusReads, SeatReads
from checkin_app.services.ports.facts import FactReads
from checkin_app.services.ports.stations import ForumReads
from checkin_app.services.ports.transactions import Opens, Transaction


class BusDayUnit(ForumReads, FactReads, BusReads, SeatReads, Transaction, Protocol):
    """Writes down what befalls a bus."""


@dataclass(frozen=True, slots=True)
class BusDays:
    """What coordinators and dispatchers say of a bus before its ride and on it."""

    open_unit: Opens[BusDayUnit]

    def ready(self, bus: BusCode) -> Recorded:
        """Say that a bus stands at its bay with all it needs.

        Raises:
            UnknownBus, BusAlready, BusCannotBecome, BusNotReady: and nothing was changed.
        """
        with self.open_unit() as unit:
            record, known = leading_to(unit, bus, BusState.READY)
            if _lacks(unit, known):
                raise BusNotReady(bus=bus)
            return _said(unit, bus, BusMovedTo(state=BusState.READY, after=record.state_facts))

    def hold(self, bus: BusCode, reason: str) -> Recorded:
        """Keep a bus where it is, and say why; doors that are opened let it go on.

        Raises:
            UnknownBus, BusAlready, BusCannotBecome, FieldInvalid: and nothing was changed.
        """
        with self.open_unit() as unit:
            record, _ = leading_to(unit, bus, BusState.HELD)
            return _said(unit, bus, BusHeld(document=reason_kept(unit, reason), after=record.state_facts))

    def cancel(self, bus: BusCode, reason: str) -> Recorded:
        """Let a bus not run, where nobody is aboard.

        Raises:
            UnknownBus, BusAlready, BusCannotBecome, BusCarriesPeople, FieldInvalid: and nothing was changed.
        """
        with self.open_unit() as unit:
            record, _ = leading_to(unit, bus, BusState.CANCELLED)
            people = max(unit.aboard(bus, rehearsal=False), unit.aboard(bus, rehearsal=True))
            if people:
                raise BusCarriesPeople(bus=bus, people=people)
            return _said(unit, bus, BusCancelled(document=reason_kept(unit, reason), after=record.state_facts))

    def arrive(self, bus: BusCode, stop: str = "", *, doors: bool = False) -> Recorded:
        """Say that a bus came to a stop: one of its route, or one that is opened on the way.

        Args:
            bus: which.
            stop: its number in the bus's day, or its name; any other name, or none, is of an unscheduled one.
            doors: they are opened at once, as one act.

        Raises:
            UnknownBus, BusAlready, BusCannotBecome, StopUnknown, FieldInvalid: and nothing was changed.
        """
        with self.open_unit() as unit:
            record, known = leading_to(unit, bus, BusState.AT_STOP)
            unit.as_one_act()
            said = BusArrived(stop=_name(unit, known, stop), after=record.state_facts)
            arrived = unit.record(FactDraft(bus_subject(bus), said))
            if doors:
                opened = BusMovedTo(state=BusState.BOARDING, after=(arrived.fact_id,))
                unit.record(FactDraft(bus_subject(bus), opened))
            unit.commit()
            return Recorded(unit.changes)

    def undo(self, bus: BusCode) -> Recorded:
        """Take back that a bus came to its last stop, or left it, where nothing followed but opened doors.

        Raises:
            UnknownBus, NothingAtStops: and nothing was changed.
        """
        with self.open_unit() as unit:
            record, _ = known_bus(unit, bus)
            said = _undoing(unit, record, unit.bus_counts(bus).visits)
            if said is None:
                raise NothingAtStops(bus=bus)
            return _said(unit, bus, said)

    def skip(self, bus: BusCode, stop: str, reason: str) -> Recorded:
        """Let a bus pass by a stop of its route, and say why.

        Raises:
            UnknownBus, StopUnknown, FieldInvalid: and nothing was changed.
        """
        with self.open_unit() as unit:
            record, known = known_bus(unit, bus)
            line = _ahead(unit, known, stop, StopState.AHEAD)
            said = StopSkipped(stop=line.name, document=reason_kept(unit, reason), after=record.state_facts)
            return _said(unit, bus, said)

    def restore(self, bus: BusCode, stop: str) -> Recorded:
        """Let a bus call at a stop after all.

        Raises:
            UnknownBus, StopUnknown: and nothing was changed.
        """
        with self.open_unit() as unit:
            record, known = known_bus(unit, bus)
            line = _ahead(unit, known, stop, StopState.SKIPPED)
            fact = line.skip.fact_id if line.skip else FactId("")
            return _said(unit, bus, StopRestored(fact=fact, after=record.state_facts))


def _lacks(unit: BusDayUnit, bus: Bus) -> tuple[Lack, ...]:
    seated, route = unit.holders(bus.code, rehearsal=False), unit.forum.route(bus.route)
    wheelchairs = unit.accessible_holders(bus.code, rehearsal=False)
    return lacking(bus, seated=seated, wheelchairs=wheelchairs, charter=route is not None and route.charter)


def _said(unit: BusDayUnit, bus: BusCode, said: Body) -> Recorded:
    unit.record(FactDraft(bus_subject(bus), said))
    unit.commit()
    return Recorded(unit.changes)


def _day(unit: BusDayUnit, bus: Bus) -> tuple[StopLine, ...]:
    route, counts = unit.forum.route(bus.route), unit.bus_counts(bus.code)
    return day_of(route.stops if route else (), counts.visits, counts.skips)


def _name(unit: BusDayUnit, bus: Bus, stop: str) -> str:
    """Return what a stop is called in the fact: of its route where it is one, else as somebody typed it."""
    typed = " ".join(stop.split())
    if not typed:
        return ""
    day = _day(unit, bus)
    line = place_of(day, typed)
    if line is None and typed.isdecimal():
        raise _unknown(bus.code, typed, day, *AHEAD)
    if len(typed) > LONGEST_TEXT:
        found, expected = Found.CHARACTERS.of(length=len(typed)), Expected.AT_MOST.of(most=LONGEST_TEXT)
        raise FieldInvalid(field=Entry.STOP, value=found, expected=expected)
    return line.name if line else typed


def _ahead(unit: BusDayUnit, bus: Bus, stop: str, state: StopState) -> StopLine:
    """Return the stop that somebody means, where the bus stands to it so."""
    day = _day(unit, bus)
    line = place_of(day, stop, frozenset({state}))
    if line is None:
        raise _unknown(bus.code, stop[:LONGEST_TEXT], day, state)
    return line


def _unknown(bus: BusCode, name: str, day: Iterable[StopLine], *states: StopState) -> StopUnknown:
    known = ", ".join(each.name for each in day if each.state in states)
    return StopUnknown(bus=bus, name=name, known=known or "–")


def _undoing(unit: FactReads, record: BusRecord, visits: Sequence[Visit]) -> BusMove | None:
    """Return what takes the last arrival or departure back; None where more was said since, or laptops moved it apart."""
    if len(record.state_facts) != 1 or not visits:
        return None
    last, visit = record.state_facts[0], visits[-1]
    if visit.departure == last:
        return BusDepartureUndone(fact=last, after=record.state_facts)
    if visit.arrival is None or here(visits) is None:
        return None
    if last == visit.arrival or _opened_after(unit.fact(last), visit.arrival):
        return BusArrivalUndone(fact=visit.arrival, after=record.state_facts)
    return None


def _opened_after(fact: Fact | None, arrival: FactId) -> bool:
    """Return whether a move opened the doors at once after the bus had arrived."""
    said = fact.said if fact else None
    return isinstance(said, BusMovedTo) and said.state is BusState.BOARDING and said.after == (arrival,)
