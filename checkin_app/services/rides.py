"""What a person says of a guest's ride: standby, transfer, unboard, offload, excuse, no-show, missing, returned."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol

from msgspec import UNSET, structs

from checkin_app.domain.buses import Bus
from checkin_app.domain.canonical import canonical
from checkin_app.domain.changes import ChangeSet
from checkin_app.domain.delegates import LONGEST_TEXT, Delegate
from checkin_app.domain.details import Entry, Expected, Found
from checkin_app.domain.facts import Fact, FactDraft
from checkin_app.domain.ids import (
    BusCode,
    DelegateId,
    Digest,
    FactId,
    bus_of,
    delegate_subject,
    operator_id_from,
)
from checkin_app.domain.kinds.rides import Ground, RideAssigned, RideLeft, RideSaid, RideUndone, Saying
from checkin_app.domain.kinds.scans import ScanUndone
from checkin_app.domain.movements import Movements, Presence
from checkin_app.domain.problems import FieldInvalid, UnknownBus, UnknownDelegate
from checkin_app.domain.problems_rides import (
    BelongingsNotAsked,
    NoShowAsked,
    NoShowNeedsAnother,
    NoShowNotAsked,
    NothingSaid,
    RideCannot,
    RideNeedsBus,
    RideNeedsGround,
    TransferHasNoSeat,
)
from checkin_app.domain.problems_undo import UndoAccessiblePlacesTaken, UndoSeatsTaken
from checkin_app.domain.rehearsal import is_rehearsal
from checkin_app.domain.ride_states import GROUNDED, RideState, RideVerb, may, ride_state, ride_word
from checkin_app.domain.rides import Said, Voice, are_two
from checkin_app.domain.seating import takes_people, usable, wheelchair_places
from checkin_app.domain.standings import Standing, sought_as
from checkin_app.services.dispatch import assignment
from checkin_app.services.ports.acting import OperatorReads
from checkin_app.services.ports.movements import MovementReads, RideReads
from checkin_app.services.ports.people import PersonReads
from checkin_app.services.ports.transactions import Clock, Opens
from checkin_app.services.scene import TakingBackUnit, named_after
from checkin_app.services.taking_back import must_be_let_in


class RideUnit(TakingBackUnit, PersonReads, MovementReads, OperatorReads, RideReads, Protocol):
    """Knows how a ride stands, and says more of it."""


@dataclass(frozen=True, slots=True)
class RideWish:
    """What somebody wants to say of a ride."""

    delegate: DelegateId
    verb: RideVerb
    bus: BusCode | None = None
    """Where to, of a transfer; of a standby, the bus at which they wait."""
    ground: Ground | None = None
    text: str = ""
    """What else is to be said of the ground."""
    agreed: str = ""
    """Who agreed that somebody is excused."""
    belongings: bool | None = None
    """Whether something was left aboard, of who is offloaded."""
    by: str = ""
    """Who says it, by name, where nobody signs in."""
    confirms: bool = False
    """Whether a no-show is confirmed that somebody else asked for."""


@dataclass(frozen=True, slots=True)
class RideStanding:
    """How a guest's ride stands."""

    delegate: Delegate
    state: RideState
    bus: BusCode | None
    """That they are aboard, or on whose list they are."""
    seat: BusCode | None = None
    """On whose list they are: whoever is seen on one bus may have their seat on another."""
    rank: int = 0
    """Their place among those on standby, from 1 on; 0 for who is not."""
    is_asked: bool = False
    """Whether a no-show was asked for and is not confirmed."""
    transfer: tuple[BusCode | None, BusCode] | None = None
    """From which bus to which, until both halves were seen."""


@dataclass(frozen=True, slots=True)
class RideTold:
    """What was said of a ride, and how it stands now."""

    fact_id: FactId
    now: RideStanding
    changes: ChangeSet
    taken_back: Saying | None = None
    """What was said and is not any more; None where something was said."""


@dataclass(frozen=True, slots=True)
class Rides:
    """What coordinators say of single guests; each is a fact, and taken back by another."""

    open_unit: Opens[RideUnit]
    clock: Clock

    def look(self, delegate: DelegateId) -> RideStanding:
        """Return how a ride stands.

        Raises:
            UnknownDelegate: nobody here has that id.
        """
        with self.open_unit() as unit:
            return _Rider.of(unit, delegate, self.clock).standing()

    def say(self, wish: RideWish) -> RideTold:
        """Record what is said.

        Raises:
            UnknownDelegate, UnknownBus, FieldInvalid, RideProblem: and nothing was changed.
        """
        with self.open_unit() as unit:
            rider = _Rider.of(unit, wish.delegate, self.clock)
            if not may(rider.state, wish.verb) or wish.verb not in _SAYS:
                raise RideCannot(state=ride_word(rider.state))
            if wish.verb in GROUNDED and wish.ground is None:
                raise RideNeedsGround
            fact = _SAYS[wish.verb](rider, wish)
            unit.commit()
            return self._told(unit, fact, wish.delegate)

    def undo(self, delegate: DelegateId) -> RideTold:
        """Take back what was said of a ride last, with the seat that it gave or took.

        Of a transfer, whichever of its halves was seen: the former seat holds again, and whoever was seen on the other
        bus stays aboard there until a door sees them again.

        Raises:
            NothingSaid: nothing is there to be taken back.
            UndoRefused: the guest would not be let through there now; nothing was changed.
        """
        with self.open_unit() as unit:
            rider = _Rider.of(unit, delegate, self.clock)
            said = rider.moved.ride.said
            fact = unit.fact(said.fact_id) if said else None
            if fact is None:
                raise NothingSaid
            taken = rider.take_back(fact)
            must_be_let_in(unit, delegate, rider.moved, self.clock())
            unit.commit()
            return self._told(unit, taken, delegate, said.what if said else None)

    def _told(self, unit: RideUnit, fact: Fact, delegate: DelegateId, taken_back: Saying | None = None) -> RideTold:
        return RideTold(fact.fact_id, _Rider.of(unit, delegate, self.clock).standing(), unit.changes, taken_back)


@dataclass(frozen=True, slots=True)
class _Rider:
    """A guest in one transaction, with all that is known of their ride."""

    unit: RideUnit
    who: Delegate
    moved: Movements
    bus: Bus | None
    """That they are aboard, or were last, or on whose list they are."""
    rehearsal: bool

    @classmethod
    def of(cls, unit: RideUnit, delegate: DelegateId, clock: Clock) -> "_Rider":
        who = unit.delegate(delegate)
        if who is None:
            raise UnknownDelegate(name=delegate)
        moved = unit.movements(delegate)
        aboard = [code for each in moved.aboard if (code := bus_of(each.checkpoint))]
        code = aboard[-1] if aboard else moved.bus
        bus = unit.bus(code) if code else None
        return cls(unit, who, moved, bus, is_rehearsal(unit.forum, clock(), bus))

    @property
    def said(self) -> Said | None:
        return self.moved.said(rehearsal=self.rehearsal)

    @property
    def state(self) -> RideState:
        called = self.bus is not None and sought_as(self.bus.state) is Standing.MISSING
        return ride_state(self.moved, route=bool(self.who.route), called=called, rehearsal=self.rehearsal)

    def standing(self) -> RideStanding:
        state, said = self.state, self.said
        waiting = self.unit.standbys(said.route, rehearsal=self.rehearsal) if said and said.route else ()
        rank = list(waiting).index(self.who.id) + 1 if self.who.id in waiting else 0
        moving = said and said.what is Saying.TRANSFER and said.bus
        return RideStanding(
            self.who,
            state,
            self.bus.code if self.bus else None,
            self.moved.bus,
            rank,
            said is not None and said.what is Saying.NO_SHOW_ASKED,
            (said.leaves, said.bus) if said and said.bus and moving else None,
        )

    def knows(self) -> tuple[FactId, ...]:
        """Return all that whoever speaks now knows of this ride."""
        return known_of(self.unit.movements(self.who.id), rehearsal=self.rehearsal)

    def aboard(self) -> tuple[Presence, ...]:
        return tuple(each for each in self.moved.aboard if each.rehearsal == self.rehearsal)

    def record(self, said: RideSaid | RideLeft) -> Fact:
        return self.unit.record(FactDraft(delegate_subject(self.who.id), said))

    def voice(self, wish: RideWish) -> Voice:
        """Return who speaks: whoever signed in, else whoever is named in words."""
        acting = self.unit.acting()
        if acting.is_named and acting.operator:
            return Voice(acting.operator.id, signed_in=True, station=self.unit.station.id)
        name = " ".join(wish.by.split())
        called = operator_id_from(self.unit.forum.id, name) if name else ""
        return Voice(called, signed_in=False, station=self.unit.station.id)

    def take_back(self, fact: Fact) -> Fact:
        """Take back what was said, with what was done in the same act."""
        act = self.unit.act_of(fact)
        if len(act) > 1:
            self.unit.as_one_act()
        taken = [self.unit.record(draft) for each in act if (draft := undoing_of(each))]
        self._must_have_a_seat()
        return taken[-1]

    def _must_have_a_seat(self) -> None:
        back = self.unit.movements(self.who.id).bus
        bus = self.unit.bus(back) if back and back != self.moved.bus else None
        if bus is None:
            return
        wheelchairs = self.unit.accessible_holders(bus.code, rehearsal=self.rehearsal)
        seats = usable(bus, wheelchairs)
        if self.unit.holders(bus.code, rehearsal=self.rehearsal) > seats:
            raise UndoSeatsTaken(bus=bus.code, seats=seats)
        if self.who.accessible and wheelchairs > wheelchair_places(bus):
            raise UndoAccessiblePlacesTaken(bus=bus.code)


def standby(who: DelegateId, moved: Movements, bus: Bus, *, rehearsal: bool) -> FactDraft:
    """Return what puts somebody on standby at a bus's door."""
    knows = known_of(moved, rehearsal=rehearsal)
    said = RideSaid(what=Saying.STANDBY, knows=knows, rehearsal=rehearsal, bus=bus.code, route=bus.route)
    return FactDraft(delegate_subject(who), said)


def known_of(moved: Movements, *, rehearsal: bool) -> tuple[FactId, ...]:
    """Return all that whoever speaks of a ride must name as known."""
    seen = (each.fact_id for each in moved.at_buses(rehearsal=rehearsal))
    return (*seen, *moved.ride.edits, *(moved.ride.said.heads if moved.ride.said else ()))


def undoing_of(fact: Fact) -> FactDraft | None:
    """Return what takes back one fact of a ride; None where it is none."""
    match fact.said:
        case RideSaid(what=what) | RideLeft(what=what):
            return FactDraft(fact.subject, RideUndone(fact=fact.fact_id, what=what))
        case RideAssigned():
            return FactDraft(fact.subject, ScanUndone(fact=fact.fact_id))
        case _:
            return None


def _stand_by(rider: _Rider, wish: RideWish) -> Fact:
    bus = _bus(rider.unit, wish.bus) if wish.bus else None
    route = bus.route if bus else rider.who.route
    if not route:
        raise RideNeedsBus
    said = _said(rider, wish, Saying.STANDBY)
    return rider.record(structs.replace(said, bus=bus.code if bus else UNSET, route=route))


def _transfer(rider: _Rider, wish: RideWish) -> Fact:
    if wish.bus is None:
        raise RideNeedsBus
    bus, aboard = _bus(rider.unit, wish.bus), rider.aboard()
    leaves = bus_of(aboard[-1].checkpoint) if aboard else None
    if bus.code in {leaves, rider.moved.bus if leaves is None else None}:
        raise RideCannot(state=ride_word(rider.state))
    holding = rider.moved.bus == bus.code
    taken = rider.unit.holders(bus.code, rehearsal=rider.rehearsal) - holding
    wheelchairs = rider.unit.accessible_holders(bus.code, rehearsal=rider.rehearsal)
    needs = rider.who.accessible and not holding
    if not takes_people(bus) or taken >= usable(bus, wheelchairs + needs):
        raise TransferHasNoSeat(bus=bus.code)
    rider.unit.as_one_act()
    if not holding:
        rider.unit.record(assignment(rider.unit, rider.who.id, bus.code))
    said = _said(rider, wish, Saying.TRANSFER)
    return rider.record(structs.replace(said, bus=bus.code, leaves=leaves or UNSET))


def _no_show(rider: _Rider, wish: RideWish) -> Fact:
    said, voice = rider.said, rider.voice(wish)
    asked = rider.unit.fact(said.fact_id) if said and said.what is Saying.NO_SHOW_ASKED else None
    if not wish.confirms:
        if asked:
            raise NoShowAsked
        return rider.record(structs.replace(_said(rider, wish, Saying.NO_SHOW_ASKED), by=voice.by or UNSET))
    if asked is None:
        raise NoShowNotAsked
    if not are_two(Voice.of(asked), voice):
        raise NoShowNeedsAnother
    confirmed = _said(rider, wish, Saying.NO_SHOW)
    return rider.record(structs.replace(confirmed, by=voice.by or UNSET, confirms=asked.fact_id))


def _offload(rider: _Rider, wish: RideWish) -> Fact:
    if wish.belongings is None:
        raise BelongingsNotAsked
    rider.unit.as_one_act()
    if rider.moved.bus:  # the seat is given up
        rider.unit.record(assignment(rider.unit, rider.who.id, None))
    return _leave(rider, wish, Saying.OFFLOADED)


def _says(what: Saying) -> Callable[[_Rider, RideWish], Fact]:
    """Return what says something that takes somebody off the bus they are aboard, if they are."""
    return lambda rider, wish: _leave(rider, wish, what) if rider.aboard() else rider.record(_said(rider, wish, what))


#: Boarding is a scan's: whoever comes is decided on at the door.
_SAYS: Mapping[RideVerb, Callable[[_Rider, RideWish], Fact]] = {
    RideVerb.STANDBY: _stand_by,
    RideVerb.TRANSFER: _transfer,
    RideVerb.UNBOARD: _says(Saying.UNBOARDED),
    RideVerb.OFFLOAD: _offload,
    RideVerb.EXCUSE: _says(Saying.EXCUSED),
    RideVerb.MISSING: _says(Saying.MISSING),
    RideVerb.NO_SHOW: _no_show,
    RideVerb.RETURN: _says(Saying.RETURNED),
}


def _said(rider: _Rider, wish: RideWish, what: Saying) -> RideSaid:
    return RideSaid(
        what=what,
        knows=rider.knows(),
        rehearsal=rider.rehearsal,
        bus=rider.bus.code if rider.bus else UNSET,
        ground=wish.ground or UNSET,
        text=_document(rider, wish) or UNSET,
    )


def _leave(rider: _Rider, wish: RideWish, what: Saying) -> Fact:
    *others, here = rider.aboard()
    return rider.record(
        RideLeft(
            what=what,
            knows=rider.knows(),
            checkpoint=here.checkpoint,
            delegate=rider.who.id,
            rehearsal=rider.rehearsal,
            moved_from=tuple(each.checkpoint for each in others),
            after=named_after((*others, here)),
            ground=wish.ground or UNSET,
            belongings=UNSET if wish.belongings is None else wish.belongings,
            text=_document(rider, wish) or UNSET,
        )
    )


def _document(rider: _Rider, wish: RideWish) -> Digest | None:
    """Keep what may name people apart from the fact, so that it can be erased."""
    said = {"text": wish.text.strip(), "agreed": wish.agreed.strip(), "by": " ".join(wish.by.split())}
    for value in said.values():
        if len(value) > LONGEST_TEXT:
            found, expected = Found.CHARACTERS.of(length=len(value)), Expected.AT_MOST.of(most=LONGEST_TEXT)
            raise FieldInvalid(field=Entry.REASON, value=found, expected=expected)
    given = {name: value for name, value in said.items() if value}
    return rider.unit.keep(canonical(given)) if given else None


def _bus(unit: RideUnit, code: BusCode) -> Bus:
    bus = unit.bus(code)
    if bus is None:
        raise UnknownBus(name=code)
    return bus
