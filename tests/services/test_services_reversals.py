"""Each kind of fact is said and then ended as the table says: all is as it was before, or it is refused with its sentence."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest

from checkin_app.domain.buses import Bus, BusState
from checkin_app.domain.contradictions import choices
from checkin_app.domain.delegates import Delegate
from checkin_app.domain.emergencies import Condition
from checkin_app.domain.emergencies import How as Ends
from checkin_app.domain.enrolment import Role
from checkin_app.domain.head_counts import Crew
from checkin_app.domain.ids import BusCode, CategoryId, DelegateId, RouteId, bus_checkpoint, station_id
from checkin_app.domain.jobs import JobState
from checkin_app.domain.kinds.registry import KINDS
from checkin_app.domain.kinds.rides import Ground
from checkin_app.domain.movements import Direction
from checkin_app.domain.outcomes import Answer
from checkin_app.domain.overriding import OverrideGround
from checkin_app.domain.problems_undo import UndoFinal
from checkin_app.domain.reversals import REVERSALS, End
from checkin_app.domain.ride_states import RideVerb
from checkin_app.domain.roles import OperatorRole
from checkin_app.domain.swaps import Cause
from checkin_app.services.exchange import exchange
from checkin_app.services.issuing import Leaving
from checkin_app.services.overriding import OverrideWish
from checkin_app.services.proofs import PinHeld
from checkin_app.services.rides import RideWish
from checkin_app.services.scanning import How

ONE, OTHER = BusCode("2-1"), BusCode("2-2")
KEY = bytes([9]) * 32
Course = Iterator[Callable[[], object] | None]


class Venue:
    """A laptop, another one where a course needs it, and short ways to do things there."""

    def __init__(self, new_post: Callable[[str], Any]) -> None:
        self._new = new_post
        self.post = new_post("here")
        self.on = self.post.station

    def second(self) -> Any:
        other = self._new("there")
        exchange(self.on, other.station)
        return other

    def guest(self, name: str = "Odile Marchetti") -> Delegate:
        return self.post.register(name)

    def riding(self) -> Delegate:
        """Return a guest with a seat on the one bus, beside another whose doors are open as well."""
        for code in (ONE, OTHER):
            self.post.bus(code, usable=5)
        who = self.guest()
        self.on.dispatch.assign(who.id, ONE)
        return who

    def scan(self, who: Delegate, where: str = bus_checkpoint(ONE), way: Direction = Direction.IN) -> Any:
        return self.on.scanning.enter(who.id, where, How.FOUND, way)

    def moved(self, who: Delegate) -> object:
        moved = self.post.card(who).movements
        return {(each.checkpoint, each.inside) for each in moved.presences}, moved.bus, moved.ride.said

    def bus(self, code: BusCode = ONE) -> Bus:
        return next(each.bus for each in self.on.buses() if each.bus.code == code)

    def state(self) -> BusState:
        return self.bus().state

    def empty(self, *, until: BusState = BusState.CLOSED) -> None:
        """Lead an empty bus through its day."""
        self.post.bus(ONE)
        counts, move = self.on.head_counts, self.on.dispatch.move_to
        steps: dict[BusState, Callable[[], object]] = {
            BusState.COUNTING: self.count,
            BusState.RELEASED: lambda: counts.release(ONE),
            BusState.DEPARTED: lambda: move(ONE, BusState.DEPARTED),
            BusState.RETURNED: lambda: move(ONE, BusState.RETURNED),
            BusState.EMPTIED: lambda: counts.empty(ONE, "Ann"),
            BusState.CLOSED: lambda: counts.close(ONE),
        }
        for state, step in steps.items():
            step()
            if state is until:
                return

    def named(self, name: str) -> Any:
        return next(each for each in self.on.queries.operators() if each.name == name)

    def lead(self, name: str = "Lena") -> None:
        self.on.operators.add(name, OperatorRole.LEAD)
        self.on.operators.set_pin(self.named(name).id, f"h{name}")
        self.on.signing_in.sign_in(PinHeld(self.named(name).id, f"h{name}"))

    def sign_in(self, name: str) -> None:
        self.on.signing_in.sign_in(PinHeld(self.named(name).id, f"h{name}"))

    def count(self) -> None:
        for name in ("Ann", "Bo"):
            self.on.head_counts.count(ONE, name, 0)

    def stop(self) -> str:
        return str(self.on.forum.route(RouteId("2")).stops[1].name.by_language["zh"])

    def sessions(self) -> object:
        with self.on.dispatch.open_unit() as unit:
            return unit.forum.sessions

    def two_lists(self) -> Delegate:
        """Return a guest whom two laptops put on two lists."""
        for code in (ONE, OTHER):
            self.post.bus(code)
        who, other = self.guest(), self.second()
        other.station.dispatch.assign(who.id, OTHER)
        self.on.dispatch.assign(who.id, ONE)
        exchange(self.on, other.station)
        return who

    def conflicts(self) -> object:
        return [(each.kind, each.subject) for each in self.on.queries.conflicts()]

    def settle(self, choice: int = 0) -> Any:
        conflict = self.on.queries.conflicts()[0]
        self.on.settling.settle(conflict.id, choices(conflict)[choice].key)
        return conflict.id


# ---- a course first yields what is looked at, then says something of its kind, yields, and takes it back


def _enrolled(_venue: Venue) -> Course:
    yield None
    yield None


def _asked(venue: Venue) -> Course:
    yield lambda: _standing(venue)
    venue.on.enrolling.ask(KEY, "Desk", "lamp river")
    yield None
    venue.on.enrolling.admit(station_id(KEY), "Desk", Role.DESK)


def _standing(venue: Venue, station: object = station_id(KEY)) -> object:
    known = [each for each in venue.on.queries.enrolments() if each.station == station]
    return [(each.standing, each.role) for each in known]


def _admitted(venue: Venue) -> Course:
    venue.on.enrolling.ask(KEY, "Desk")
    yield lambda: _standing(venue)
    venue.on.enrolling.admit(station_id(KEY), "Desk", Role.DESK)
    yield None
    venue.on.enrolling.revoke(station_id(KEY), "stolen")


def _shut_out(venue: Venue) -> Course:
    *_, _ = _admitted(venue)
    yield None
    yield None


def _left(venue: Venue) -> Course:
    other = venue.second()
    name = other.station.station.id
    role = next(each.role for each in venue.on.queries.enrolments() if each.station == name)
    yield lambda: _standing(venue, name)
    other.station.enrolling.leave()
    exchange(venue.on, other.station)
    yield None
    venue.on.enrolling.admit(name, "there", role)


def _adopted(venue: Venue) -> Course:
    from test_services_programme import written

    from checkin_app.domain.programme import Part

    yield venue.sessions
    changed = venue.on.programme.change(written(Part.SESSION, "opening", place__zh="二号厅"))
    yield None
    venue.on.programme.take_back(changed)


def _registered(venue: Venue) -> Course:
    yield lambda: sorted(venue.on.queries.delegate_ids())
    who = Delegate(DelegateId(""), "Walk In", category=CategoryId("delegate"), route=RouteId(""))
    came = venue.on.walk_ins.register(who, "opening")
    yield None
    venue.on.scanning.undo(came.scan.fact_id)


def _amended(venue: Venue) -> Course:
    who = venue.guest()
    yield lambda: venue.post.card(who).delegate
    venue.on.people.amend(who.id, {"phone": "+999 1"})
    yield None
    venue.on.people.amend(who.id, {"phone": who.phone})


def _withdrawn(venue: Venue) -> Course:
    *_, _ = _registered(venue)
    yield None
    yield None


def _merged(venue: Venue) -> Course:
    one, other = venue.guest(), venue.guest("Odile M.")
    yield lambda: (venue.post.card(one).delegate, venue.post.card(other).delegate)
    venue.on.merges.merge(other.id, one.id)
    yield None
    venue.on.merges.part(other.id)


def _parted(venue: Venue) -> Course:
    one, other = venue.guest(), venue.guest("Odile M.")
    venue.on.merges.merge(other.id, one.id)
    yield lambda: venue.post.card(other).delegate
    venue.on.merges.part(other.id)
    yield None
    venue.on.merges.merge(other.id, one.id)


def _issued(venue: Venue) -> Course:
    who = venue.guest()
    yield lambda: venue.post.card(who).in_files
    venue.on.issuing.many([Leaving(who.id, 1)], "badges.pdf")
    yield None
    venue.on.issuing.take_back()


def _replaced(venue: Venue) -> Course:
    who = venue.guest()
    yield None
    venue.on.badges.replace(who.id, "lost", 1)
    yield None


def _revoked(venue: Venue) -> Course:
    who = venue.guest()
    yield lambda: venue.post.card(who).badge.revoked
    venue.on.badges.revoke(who.id, "not coming")
    yield None
    venue.on.badges.restore(who.id, "comes after all")


def _restored(venue: Venue) -> Course:
    who = venue.guest()
    venue.on.badges.revoke(who.id, "not coming")
    yield lambda: venue.post.card(who).badge.revoked
    venue.on.badges.restore(who.id, "comes after all")
    yield None
    venue.on.badges.revoke(who.id, "not coming")


def _decided(venue: Venue) -> Course:
    who = venue.riding()
    yield lambda: venue.moved(who)
    scan = venue.scan(who)
    yield None
    venue.on.scanning.undo(scan.fact_id)


def _answered(venue: Venue) -> Course:
    who = venue.riding()
    yield lambda: venue.moved(who)
    scan = venue.scan(who, bus_checkpoint(OTHER))
    answered = venue.on.scanning.answer(scan.fact_id, Answer.BOARD_HERE)
    yield None
    venue.on.scanning.undo(answered.fact_id)


def _scan_undone(venue: Venue) -> Course:
    *_, _ = _decided(venue)
    yield None
    yield None


def _presence(venue: Venue) -> Course:
    who, other = venue.riding(), venue.second()
    other.station.scanning.enter(who.id, bus_checkpoint(ONE), How.FOUND)
    scan = venue.scan(who, bus_checkpoint(OTHER))
    venue.on.scanning.answer(scan.fact_id, Answer.BOARD_HERE)
    exchange(venue.on, other.station)
    yield lambda: (venue.conflicts(), venue.moved(who)[0])  # type: ignore[index]  # a pair and what was said
    conflict = venue.settle()
    yield None
    venue.on.settling.undo(conflict)


def _overridden(venue: Venue) -> Course:
    who = venue.riding()
    venue.post.bus("3-2")
    yield lambda: venue.moved(who)
    scan = venue.scan(who, bus_checkpoint(BusCode("3-2")))
    given = venue.on.overriding.override(OverrideWish(scan.fact_id, OverrideGround.ESCORT, text="interprets"), None)
    yield None
    venue.on.scanning.undo(given.fact_id)


def _assigned(venue: Venue) -> Course:
    who = venue.riding()
    yield lambda: venue.post.card(who).movements.bus
    venue.on.dispatch.assign(who.id, OTHER)
    yield None
    venue.on.dispatch.assign(who.id, ONE)


def _said(venue: Venue) -> Course:
    who = venue.riding()
    yield lambda: venue.moved(who)
    venue.on.rides.say(RideWish(who.id, RideVerb.EXCUSE, ground=Ground.UNWELL))
    yield None
    venue.on.rides.undo(who.id)


def _got_off(venue: Venue) -> Course:
    who = venue.riding()
    venue.scan(who)
    yield lambda: venue.moved(who)
    venue.on.rides.say(RideWish(who.id, RideVerb.UNBOARD))
    yield None
    venue.on.rides.undo(who.id)


def _ride_undone(venue: Venue) -> Course:
    *_, _ = _said(venue)
    yield None
    yield None


def _added(venue: Venue) -> Course:
    from test_services_fleet_import import a_list

    yield lambda: [each.bus.code for each in venue.on.buses()]
    venue.on.fleet_import.take_in(a_list(("2-1", "45", "", "")))
    yield None
    venue.on.fleet_import.take_back()


def _bus_amended(venue: Venue) -> Course:
    venue.post.bus(ONE)
    before = venue.bus()
    yield lambda: (venue.bus().usable_seats, venue.bus().plate)
    venue.on.dispatch.amend_bus(replace(before, plate="A-1"))
    yield None
    venue.on.dispatch.amend_bus(replace(venue.bus(), plate=before.plate))


def _moved_to(venue: Venue) -> Course:
    venue.post.bus(ONE)
    yield venue.state
    venue.on.dispatch.move_to(ONE, BusState.FINAL_CALL)
    yield None
    venue.on.dispatch.move_to(ONE, BusState.BOARDING)


def _job(venue: Venue) -> Course:
    job = venue.on.badges.print(venue.guest().id, "A").job
    for state in (JobState.RENDERED, JobState.SENDING, JobState.SENT, JobState.CONFIRMED):
        venue.on.badges.job_changed(job.id, state)
    yield lambda: [each.state for each in venue.on.queries.jobs(9)]
    venue.on.handing_over.handed([job.id])
    yield None
    venue.on.handing_over.take_back([job.id])


def _counted(venue: Venue) -> Course:
    venue.post.bus(ONE)
    venue.on.head_counts.count(ONE, "Ann", 0)
    yield lambda: venue.on.head_counts.of(ONE).judged.entered
    venue.on.head_counts.count(ONE, "Ann", 1)
    yield None
    venue.on.head_counts.count(ONE, "Ann", 0)


def _crewed(venue: Venue) -> Course:
    venue.post.bus(ONE)
    venue.on.head_counts.crew(ONE, {Crew.GUIDE: 1})
    yield lambda: venue.on.head_counts.of(ONE).crew
    venue.on.head_counts.crew(ONE, {Crew.GUIDE: 2})
    yield None
    venue.on.head_counts.crew(ONE, {Crew.GUIDE: 1})


def _day(until: BusState, do: Callable[[Venue], object], back: Callable[[Venue], object]) -> Callable[[Venue], Course]:
    def course(venue: Venue) -> Course:
        venue.empty(until=until)
        yield venue.state
        do(venue)
        yield None
        back(venue)

    return course


def _doors(venue: Venue) -> None:
    venue.on.dispatch.move_to(ONE, BusState.BOARDING)


def _released(venue: Venue) -> Course:
    venue.post.bus(ONE)
    yield venue.state
    venue.count()
    venue.on.head_counts.release(ONE)
    yield None
    _doors(venue)


def _reviewed(venue: Venue) -> Course:
    venue.lead()
    for name, role in (("Cora", OperatorRole.COORDINATOR), ("Dina", OperatorRole.ROUTE_DISPATCHER)):
        venue.on.operators.add(name, role)
        venue.on.operators.set_pin(venue.named(name).id, f"h{name}")
    venue.post.bus(ONE)
    venue.sign_in("Cora")
    venue.count()
    venue.on.head_counts.release(ONE, by_self=True, proof=PinHeld(venue.named("Dina").id, "hDina"))
    venue.sign_in("Dina")
    yield None
    venue.on.head_counts.review(ONE)
    yield None


def _held(venue: Venue) -> Course:
    venue.post.bus(ONE)
    yield venue.state
    venue.on.bus_days.hold(ONE, "brakes")
    yield None
    _doors(venue)


def _cancelled(venue: Venue) -> Course:
    venue.post.bus(ONE, opened=False)
    yield venue.state
    venue.on.bus_days.cancel(ONE, "brakes")
    yield None
    venue.on.dispatch.move_to(ONE, BusState.PLANNED)


def _arrived(venue: Venue) -> Course:
    venue.empty(until=BusState.DEPARTED)
    yield lambda: (venue.state(), venue.on.head_counts.of(ONE).visits)
    venue.on.bus_days.arrive(ONE)
    yield None
    venue.on.bus_days.undo(ONE)


def _arrival_undone(venue: Venue) -> Course:
    venue.empty(until=BusState.DEPARTED)
    venue.on.bus_days.arrive(ONE)
    yield venue.state
    venue.on.bus_days.undo(ONE)
    yield None
    venue.on.bus_days.arrive(ONE)


def _departure_undone(venue: Venue) -> Course:
    venue.empty(until=BusState.DEPARTED)
    yield venue.state
    venue.on.bus_days.undo(ONE)
    yield None
    venue.on.dispatch.move_to(ONE, BusState.DEPARTED)


def _skipped(venue: Venue) -> Course:
    venue.post.bus(ONE)
    stop = venue.stop()
    yield lambda: venue.on.head_counts.of(ONE).skips
    venue.on.bus_days.skip(ONE, stop, "closed")
    yield None
    venue.on.bus_days.restore(ONE, stop)


def _stop_restored(venue: Venue) -> Course:
    venue.post.bus(ONE)
    stop = venue.stop()
    venue.on.bus_days.skip(ONE, stop, "closed")
    yield lambda: bool(venue.on.head_counts.of(ONE).skips)
    venue.on.bus_days.restore(ONE, stop)
    yield None
    venue.on.bus_days.skip(ONE, stop, "closed")


def _swapped(venue: Venue) -> Course:
    who = venue.riding()
    venue.scan(who)
    yield lambda: (venue.state(), venue.post.card(who).movements.bus)
    venue.on.swaps.swap(ONE, OTHER, Cause.SWAPPED)
    yield None
    venue.on.swaps.undo(ONE)


def _swap_undone(venue: Venue) -> Course:
    venue.riding()
    venue.on.swaps.swap(ONE, OTHER, Cause.SWAPPED)
    yield venue.state
    venue.on.swaps.undo(ONE)
    yield None
    venue.on.swaps.swap(ONE, OTHER, Cause.SWAPPED)


def _called(venue: Venue) -> Course:
    venue.post.bus(ONE)
    yield venue.state
    venue.on.emergencies.call(ONE, "smoke")
    yield None
    venue.on.emergencies.end(ONE, Ends.FALSE_ALARM, "toast")


def _marked(venue: Venue) -> Course:
    who = venue.riding()
    venue.scan(who)
    venue.on.emergencies.call(ONE, "smoke")
    venue.on.emergencies.mark(ONE, who.id, Condition.SAFE)
    yield lambda: venue.on.emergencies.look(ONE).emergency.marks
    venue.on.emergencies.mark(ONE, who.id, Condition.INJURED)
    yield None
    venue.on.emergencies.mark(ONE, who.id, Condition.SAFE)


def _emergency_ended(venue: Venue) -> Course:
    venue.post.bus(ONE)
    venue.on.emergencies.call(ONE, "smoke")
    yield venue.state
    venue.on.emergencies.end(ONE, Ends.FALSE_ALARM, "toast")
    yield None
    venue.on.emergencies.call(ONE, "smoke after all")


def _operation_taken_back(venue: Venue) -> Course:
    *_, _ = _issued(venue)
    yield None
    yield None


def _settled(venue: Venue) -> Course:
    venue.two_lists()
    yield venue.conflicts
    conflict = venue.settle()
    yield None
    venue.on.settling.undo(conflict)


def _reopened(venue: Venue) -> Course:
    venue.two_lists()
    conflict = venue.settle()
    yield venue.conflicts
    venue.on.settling.undo(conflict)
    yield None
    venue.settle()


def _named(venue: Venue) -> Course:
    venue.lead()
    venue.on.operators.add("Cora", OperatorRole.COORDINATOR)
    yield lambda: venue.named("Cora").role
    venue.on.operators.change(venue.named("Cora").id, OperatorRole.VOLUNTEER)
    yield None
    venue.on.operators.change(venue.named("Cora").id, OperatorRole.COORDINATOR)


def _operator_revoked(venue: Venue) -> Course:
    venue.lead()
    venue.on.operators.add("Cora", OperatorRole.COORDINATOR)
    yield lambda: venue.named("Cora").stands
    venue.on.operators.revoke(venue.named("Cora").id, "went home")
    yield None
    venue.on.operators.add("Cora", OperatorRole.COORDINATOR)


def _pin_set(venue: Venue) -> Course:
    venue.lead()
    yield lambda: venue.named("Lena").pin
    venue.on.operators.set_pin(venue.named("Lena").id, "another")
    yield None
    venue.on.operators.set_pin(venue.named("Lena").id, "hLena")


def _signed_in(venue: Venue) -> Course:
    venue.lead()
    yield None
    venue.sign_in("Lena")
    yield None


COURSES: dict[str, Callable[[Venue], Course]] = {
    "station.enrolled": _enrolled,
    "station.asked": _asked,
    "station.admitted": _admitted,
    "station.revoked": _shut_out,
    "station.left": _left,
    "forum.adopted": _adopted,
    "delegate.registered": _registered,
    "delegate.amended": _amended,
    "delegate.withdrawn": _withdrawn,
    "delegate.merged": _merged,
    "delegate.parted": _parted,
    "badge.issued": _issued,
    "badge.replaced": _replaced,
    "badge.revoked": _revoked,
    "badge.restored": _restored,
    "scan.decided": _decided,
    "scan.answered": _answered,
    "scan.undone": _scan_undone,
    "presence.settled": _presence,
    "boarding.overridden": _overridden,
    "ride.assigned": _assigned,
    "ride.said": _said,
    "ride.left": _got_off,
    "ride.undone": _ride_undone,
    "bus.added": _added,
    "bus.amended": _bus_amended,
    "bus.moved_to": _moved_to,
    "job.changed": _job,
    "bus.counted": _counted,
    "bus.crewed": _crewed,
    "bus.released": _released,
    "bus.release_reviewed": _reviewed,
    "bus.emptied": _day(BusState.RETURNED, lambda venue: venue.on.head_counts.empty(ONE, "Ann"), _doors),
    "bus.closed": _day(
        BusState.EMPTIED,
        lambda venue: venue.on.head_counts.close(ONE),
        lambda venue: venue.on.head_counts.reopen(ONE, "a mistake"),
    ),
    "bus.reopened": _day(
        BusState.CLOSED,
        lambda venue: venue.on.head_counts.reopen(ONE, "a mistake"),
        lambda venue: venue.on.head_counts.close(ONE),
    ),
    "bus.held": _held,
    "bus.cancelled": _cancelled,
    "bus.arrived": _arrived,
    "bus.arrival_undone": _arrival_undone,
    "bus.departure_undone": _departure_undone,
    "bus.stop_skipped": _skipped,
    "bus.stop_restored": _stop_restored,
    "bus.swapped": _swapped,
    "bus.swap_undone": _swap_undone,
    "bus.emergency_called": _called,
    "bus.emergency_marked": _marked,
    "bus.emergency_ended": _emergency_ended,
    "operation.opened": _issued,
    "operation.closed": _issued,
    "operation.taken_back": _operation_taken_back,
    "contradiction.settled": _settled,
    "contradiction.reopened": _reopened,
    "operator.named": _named,
    "operator.revoked": _operator_revoked,
    "operator.pin_set": _pin_set,
    "operator.signed_in": _signed_in,
}


def test_no_kind_is_left_untried() -> None:
    assert COURSES.keys() == KINDS.keys()


def _facts(venue: Venue, after: dict[Any, int] | None = None) -> list[Any]:
    return [*venue.on.merging.log.above(after or {}, 100_000).facts]


@pytest.mark.parametrize("kind", [name for name, each in REVERSALS.items() if each.end is not End.FINAL])
def test_what_is_said_is_ended_by_what_the_table_names(kind: str, new_post) -> None:
    venue, reversal = Venue(new_post), REVERSALS[kind]
    course = COURSES[kind](venue)
    see = next(course)
    assert see
    before, known = see(), venue.on.merging.log.vector()
    next(course)
    said, told = see(), venue.on.merging.log.vector()
    assert kind in {each.kind for each in _facts(venue, known)}
    with pytest.raises(StopIteration):
        next(course)
    by = {each.KIND for each in reversal.by}
    assert by & {each.kind for each in _facts(venue, told)}, f"none of {by}"
    if reversal.end is End.TAKEN_BACK:
        assert (see(), before != said) == (before, True)
    else:
        assert see() != said, "it holds as ever"
    venue.on.upkeep.check()


@pytest.mark.parametrize("kind", [name for name, each in REVERSALS.items() if each.end is End.FINAL])
def test_what_is_final_is_refused_with_its_sentence_and_nothing_is_changed(kind: str, new_post) -> None:
    venue = Venue(new_post)
    _ = [*COURSES[kind](venue)]
    fact = next(each for each in reversed(_facts(venue)) if each.kind == kind)
    known = venue.on.merging.log.vector()
    why = REVERSALS[kind].why
    with pytest.raises(UndoFinal, match=f"^That cannot be taken back: {why}"):
        venue.on.scanning.undo(fact.fact_id)
    assert venue.on.merging.log.vector() == known
