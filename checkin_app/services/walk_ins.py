"""A guest whom no list named: registered, seated, checked in and owed a badge in one transaction."""

from dataclasses import dataclass
from typing import Protocol

from checkin_app.domain.buses import Bus
from checkin_app.domain.changes import ChangeSet
from checkin_app.domain.delegates import Delegate
from checkin_app.domain.ids import BusCode, CheckpointId, Instant, bus_of
from checkin_app.domain.movements import Direction
from checkin_app.domain.planning.late import Room, bus_for_one
from checkin_app.domain.rehearsal import is_rehearsal
from checkin_app.domain.seating import room
from checkin_app.services.badges import owe_badge
from checkin_app.services.dispatch import assignment
from checkin_app.services.people import PeopleUnit, recorded_person
from checkin_app.services.ports.badges import Job
from checkin_app.services.ports.movements import MovementReads
from checkin_app.services.ports.transactions import Opens
from checkin_app.services.scanning import How, Scanning, ScanOutcome, ScanUnit
from checkin_app.services.scene import Identified, Scene


class WalkInUnit(ScanUnit, MovementReads, PeopleUnit, Protocol):
    """Writes down who somebody is, where they sit and that they are here."""


@dataclass(frozen=True, slots=True)
class WalkedIn:
    """What became of a walk-in, each part of it."""

    delegate: Delegate
    bus: BusCode | None
    """On whose list the guest is."""
    scan: ScanOutcome | None
    """What the check-in came to; None where there was none."""
    job: Job | None
    """The badge that is owed; None where this laptop has no printer."""
    changes: ChangeSet

    @property
    def unseated(self) -> bool:
        """Whether the guest chose a route of which no bus has a seat left."""
        return bool(self.delegate.route) and self.bus is None


@dataclass(frozen=True, slots=True)
class WalkIns:
    """Takes in whoever comes unannounced: all of it is recorded, or nothing."""

    open_unit: Opens[WalkInUnit]
    scanning: Scanning

    def register(self, person: Delegate, checkpoint: CheckpointId | None) -> WalkedIn:
        """Record a new person as `People.register` does, and all that follows; None as checkpoint checks nobody in.

        Raises:
            FieldInvalid, UnknownCategory, UnknownRoute: of the person.
            UnknownCheckpoint: there is no such session or bus.
        """
        now = self.scanning.clock()
        with self.open_unit() as unit:
            unit.as_one_act()
            who = recorded_person(unit, person)
            # On the list before the badge is made, so that the badge names the bus.
            bus = _seat(unit, who, checkpoint, now)
            scan = self._check_in(unit, who, checkpoint, now) if checkpoint else None
            job = scan.job if scan and scan.job else self._owe(unit, who)
            unit.commit()
            return WalkedIn(who, bus, scan, job, unit.changes)

    def _check_in(self, unit: WalkInUnit, who: Delegate, checkpoint: CheckpointId, now: Instant) -> ScanOutcome:
        scene = Scene.at(unit, checkpoint, now)
        return self.scanning.decided(unit, scene, Identified(who.id, None), Direction.IN, How.TYPED)

    def _owe(self, unit: WalkInUnit, who: Delegate) -> Job | None:
        printer = self.scanning.badge_printer()
        return owe_badge(unit, who.id, unit.badge(who.id).current, printer) if printer else None


def _seat(unit: WalkInUnit, who: Delegate, checkpoint: CheckpointId | None, now: Instant) -> BusCode | None:
    """Put somebody on a list of their route: of the bus at whose door they stand, else as the planner says."""
    rooms = [_room(unit, bus, now) for bus in unit.buses_of(who.route)] if who.route else []
    here = bus_of(checkpoint) if checkpoint else None
    at_door = bus_for_one([each for each in rooms if each.bus.code == here], accessible=who.accessible)
    vip = who.category in unit.forum.vips
    bus = at_door or bus_for_one(rooms, languages=who.languages, accessible=who.accessible, vip=vip)
    if bus is None:
        return None
    unit.record(assignment(unit, who.id, bus.code))
    return bus.code


def _room(unit: WalkInUnit, bus: Bus, now: Instant) -> Room:
    rehearsal = is_rehearsal(unit.forum, now, bus)
    wheelchairs = unit.accessible_holders(bus.code, rehearsal=rehearsal)
    left = room(bus, unit.holders(bus.code, rehearsal=rehearsal), wheelchairs)
    return Room(bus, left[0], len(left) - 1)
