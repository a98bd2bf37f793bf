"""Where and when somebody is decided on, and all that a decision may know of them: one transaction's view."""

from collections.abc import Container, Sequence
from dataclasses import replace
from typing import Protocol

from msgspec import UNSET, Struct, structs

from checkin_app.domain import admission, boarding
from checkin_app.domain.buses import Bus
from checkin_app.domain.delegates import BadgeStanding, Delegate
from checkin_app.domain.forum import Session
from checkin_app.domain.framing import Added
from checkin_app.domain.ids import BusCode, CheckpointId, DelegateId, Instant, bus_of
from checkin_app.domain.kinds.body import Known
from checkin_app.domain.kinds.rides import Saying
from checkin_app.domain.movements import Direction, Movements, Presence
from checkin_app.domain.outcomes import Decision, Reason
from checkin_app.domain.problems import UnknownCheckpoint
from checkin_app.domain.rehearsal import door_at, is_rehearsal
from checkin_app.domain.ride_states import ACCOUNTED
from checkin_app.domain.rides import Said
from checkin_app.domain.seating import free_seats, room, usable, with_accessible_place
from checkin_app.services.ports.buses import BusReads, SeatReads
from checkin_app.services.ports.facts import UndoReads
from checkin_app.services.ports.movements import RideReads
from checkin_app.services.ports.people import IdentityReads, MergeReads
from checkin_app.services.ports.stations import ForumReads, StationReads
from checkin_app.services.ports.transactions import Transaction


class SceneUnit(
    ForumReads, StationReads, IdentityReads, MergeReads, BusReads, SeatReads, RideReads, Transaction, Protocol
):
    """Knows a person and a door, and records what was decided there."""


class TakingBackUnit(SceneUnit, UndoReads, Protocol):
    """Knows besides what led to where somebody is."""


class Identified(Struct, frozen=True):
    delegate: DelegateId
    issue: int | None
    added: Added | None = None
    """What the scanner added to the code."""


class Person(Struct, frozen=True):
    """Who was scanned, and all that a decision may know of them."""

    id: DelegateId
    issue: int | None
    delegate: Delegate | None
    badge: BadgeStanding
    movements: Movements

    @classmethod
    def of(cls, unit: SceneUnit, found: Identified) -> "Person":
        person = cls(found.delegate, found.issue, *unit.person(found.delegate))
        root = None if person.delegate else unit.root_of(found.delegate)
        return person._standing_under(unit, root) if root else person

    def _standing_under(self, unit: SceneUnit, root: DelegateId) -> "Person":
        """Return who stands for a voided record: its badge is theirs, as long as it is valid itself."""
        standing = Person(root, None, *unit.person(root))
        if admission.badge_objection(self.badge, self.issue) is None:
            return standing
        void = replace(self.badge, revoked=self.badge.revoked or standing.badge.revoked)
        return structs.replace(standing, issue=self.issue, badge=void)


class Scene(Struct, frozen=True):
    """Where and when: one transaction at one checkpoint."""

    unit: SceneUnit
    checkpoint: CheckpointId
    door: Bus | Session
    now: Instant
    rehearsal: bool

    @classmethod
    def at(cls, unit: SceneUnit, checkpoint: CheckpointId, now: Instant) -> "Scene":
        code, forum = bus_of(checkpoint), unit.forum
        bus = unit.bus(code) if code else None
        door = door_at(forum, checkpoint, [bus] if bus else [])
        if door is None:
            raise UnknownCheckpoint(name=checkpoint)
        return cls(unit, checkpoint, door, now, is_rehearsal(forum, now, door))

    def decide(self, person: Person, direction: Direction, answered: Container[Reason] = ()) -> Decision:
        if isinstance(self.door, Bus):
            return boarding.decide(self.boarding_attempt(self.door, person, direction), answered)
        return admission.decide(
            admission.Attempt(
                delegate=person.delegate,
                issue=person.issue,
                badge=person.badge,
                session=self.door,
                presence=person.movements.at(self.checkpoint, rehearsal=self.rehearsal),
                direction=direction,
                at=self.now,
                station=self.unit.station.id,
                rehearsal=self.rehearsal,
            ),
            answered,
        )

    def boarding_attempt(self, bus: Bus, person: Person, direction: Direction) -> boarding.Attempt:
        listed = person.movements.bus
        accessible = bool(person.delegate and person.delegate.accessible)
        said = person.movements.said(rehearsal=self.rehearsal) if person.movements.ride.said else None
        rank, seats = self._standby(bus, person, said) if said else (0, 0)
        return boarding.Attempt(
            delegate=person.delegate,
            issue=person.issue,
            badge=person.badge,
            bus=bus,
            aboard=self.unit.aboard(bus.code, rehearsal=self.rehearsal),
            accessible_aboard=self._accessible_aboard(bus) if accessible or bus.layouts else 0,
            own_bus=bus if listed == bus.code else self.unit.bus(listed) if listed else None,
            accessible_bus=self._accessible_bus(bus) if accessible else None,
            presences=tuple(each for each in person.movements.aboard if each.rehearsal == self.rehearsal),
            direction=direction,
            transfer=said if said and said.what is Saying.TRANSFER and said.bus == bus.code else None,
            rank=rank,
            standby_seats=seats,
            accessible_kept=self._accessible_kept(bus, person) if bus.layouts else 0,
        )

    def _standby(self, bus: Bus, person: Person, said: Said) -> tuple[int, int]:
        """Return somebody's place among those on standby for a bus's route, and how many seats there are for them."""
        if said.what is not Saying.STANDBY or said.route != bus.route:
            return 0, 0
        waiting = [*self.unit.standbys(bus.route, rehearsal=self.rehearsal)]
        rank = waiting.index(person.id) + 1 if person.id in waiting else 0
        return rank, self.free_seats(bus, person)

    def free_seats(self, bus: Bus, person: Person) -> int:
        """Return the seats of a bus that nobody holds, or whose holders are accounted for, with somebody on one of them."""
        held = self.unit.holders(bus.code, rehearsal=self.rehearsal)
        taken = held - self.unit.accounted(bus.code, rehearsal=self.rehearsal)
        wheelchairs = self.unit.accessible_expected(bus.code, rehearsal=self.rehearsal) if bus.layouts else 0
        return free_seats(bus, taken, wheelchairs + bool(person.delegate and person.delegate.accessible))

    def known_of(self, person: Person) -> tuple[Presence, ...]:
        """Return what a movement here follows on: where the person was seen at this checkpoint, and every bus."""
        here = person.movements.at(self.checkpoint, rehearsal=self.rehearsal)
        others = self.elsewhere(person) if isinstance(self.door, Bus) else ()
        return (here, *others) if here else others

    def elsewhere(self, person: Person) -> tuple[Presence, ...]:
        aboard = (each for each in person.movements.aboard if each.rehearsal == self.rehearsal)
        return tuple(each for each in aboard if each.checkpoint != self.checkpoint)

    def _accessible_aboard(self, bus: Bus) -> int:
        return self.unit.accessible_aboard(bus.code, rehearsal=self.rehearsal)

    def _accessible_kept(self, bus: Bus, person: Person) -> int:
        """Return how many others are expected in a wheelchair who are not aboard yet."""
        expected = self.unit.accessible_expected(bus.code, rehearsal=self.rehearsal)
        holds = bool(person.delegate and person.delegate.accessible) and person.movements.bus == bus.code
        said = person.movements.said(rehearsal=self.rehearsal) if holds else None
        is_one = holds and not (said and said.what in ACCOUNTED)
        return max(0, expected - self._accessible_aboard(bus) - is_one)

    def _accessible_bus(self, bus: Bus) -> BusCode | None:
        others = (each for each in self.unit.buses_of(bus.route) if each.code != bus.code)
        return with_accessible_place(others, self._room)

    def _room(self, bus: Bus) -> tuple[int, ...]:
        return room(bus, self.unit.aboard(bus.code, rehearsal=self.rehearsal), self._accessible_aboard(bus))

    def seats(self, bus: Bus) -> int:
        """Return for how many delegates a bus is, with those who are expected on it in a wheelchair."""
        return usable(bus, self.unit.accessible_expected(bus.code, rehearsal=self.rehearsal) if bus.layouts else 0)


def named_after(known: Sequence[Presence]) -> Known:
    """Return the movements that the writer of a fact knew of, for folds on laptops with other clocks."""
    return tuple(each.fact_id for each in known) or UNSET
