"""A bus is counted by two people, released, emptied and closed."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from msgspec import UNSET, structs

from checkin_app.domain.buses import BOARDABLE, Bus, BusState
from checkin_app.domain.canonical import canonical
from checkin_app.domain.changes import Recorded
from checkin_app.domain.details import Entry, Expected
from checkin_app.domain.facts import FactDraft
from checkin_app.domain.head_counts import (
    MOST_PEOPLE,
    NOT_TALLYING,
    BusCounts,
    Crew,
    Entered,
    Judged,
    Method,
    Outcome,
    Release,
    Souls,
    crew_of,
    have_counted_together,
    judged,
    same_person,
)
from checkin_app.domain.ids import BusCode, DelegateId, bus_subject
from checkin_app.domain.kinds.buses import BusMove, BusMovedTo
from checkin_app.domain.kinds.head_counts import (
    BusClosed,
    BusCounted,
    BusCrewed,
    BusEmptied,
    BusReleased,
    BusReleaseReviewed,
    BusReopened,
)
from checkin_app.domain.problems import BusCannotBecome, FieldInvalid, UnknownDelegate
from checkin_app.domain.problems_counts import (
    CountedOut,
    MoreThanLicensed,
    NameTheUnaccounted,
    NotAboard,
    NotCounted,
    NothingToReview,
    OthersMustCount,
    ReleasedByRider,
)
from checkin_app.domain.problems_swaps import StillAboard
from checkin_app.domain.roles import Deed
from checkin_app.domain.seating import licensed
from checkin_app.domain.stops import Skip, Visit
from checkin_app.services.approving import ApprovalUnit, Approving
from checkin_app.services.bus_moves import known_bus, leading_to, reason_kept
from checkin_app.services.naming import operator_name
from checkin_app.services.ports.buses import BusCount, BusReads
from checkin_app.services.ports.movements import MovementReads
from checkin_app.services.ports.people import PersonReads
from checkin_app.services.ports.transactions import Opens
from checkin_app.services.proofs import Proof

#: States in which what was counted last is of what is now: doors that were opened since make it old.
_COUNTED = frozenset({BusState.COUNTING, BusState.RELEASED})


class CountUnit(PersonReads, BusReads, MovementReads, ApprovalUnit, Protocol):
    """Writes down what was counted at a bus, and what came of it."""


@dataclass(frozen=True, slots=True)
class Tallied:
    """A bus and what counts there come to; as long as somebody may have to count, nothing in it says how many there are."""

    bus: Bus
    judged: Judged
    crew: Mapping[Crew, int]
    releases: tuple[Release, ...]
    emptied_by: str
    reopened: tuple[str, ...]
    tallies: bool
    visits: tuple[Visit, ...] = ()
    """Where its ride began, and its stops so far."""
    skips: tuple[Skip, ...] = ()
    held: str = ""
    """Why it is held, or cancelled."""


@dataclass(frozen=True, slots=True)
class HeadCounts:
    """What coordinators, dispatchers and the duty officer do as a bus leaves and comes back."""

    open_unit: Opens[CountUnit]
    figures: Callable[[], Sequence[BusCount]]
    """Returns every bus with the figures of its own ride."""
    figure: Callable[[BusCode], BusCount]
    """Returns one of them."""
    counted: Callable[[], Mapping[BusCode, BusCounts]]
    approving: Approving

    def tallied(self) -> Sequence[Tallied]:
        """Return what every bus comes to."""
        counted = self.counted()
        return [_tallied(each, counted.get(each.bus.code, BusCounts())) for each in self.figures()]

    def of(self, bus: BusCode) -> Tallied:
        """Return what one bus comes to.

        Raises:
            UnknownBus: there is no such bus.
        """
        return _tallied(self.figure(bus), self.counted().get(bus, BusCounts()))

    def count(self, bus: BusCode, counter: str, people: int, method: Method = Method.HEADS) -> Recorded:
        """Enter how many people somebody counted; who enters again before the other did corrects it.

        Raises:
            UnknownBus, BusCannotBecome, CountedOut, OthersMustCount, FieldInvalid: and nothing was recorded.
        """
        name = operator_name(counter)
        if not 0 <= people <= MOST_PEOPLE:
            raise FieldInvalid(
                field=Entry.PEOPLE, value=people, expected=Expected.FROM_TO.of(least=0, most=MOST_PEOPLE)
            )
        figures = self.figure(bus)
        with self.open_unit() as unit:
            unit.as_one_act()
            counts = self._counting(unit, bus)
            tallied = _tallied(replace(figures, bus=replace(figures.bus, state=BusState.COUNTING)), counts)
            own = _own(tallied.judged, name, method)
            if own is None and not tallied.judged.may_go_on:
                raise CountedOut(bus=bus)
            if own is None and have_counted_together(tallied.judged, name):
                raise OthersMustCount(bus=bus)
            said = BusCounted(
                counting=counts.counting or unit.new_id(),
                round=tallied.judged.round,
                method=method,
                people=people,
                document=unit.keep(canonical({"name": own.counter if own else name})),
                after=(own.fact_id,) if own else (),
            )
            unit.record(FactDraft(bus_subject(bus), said))
            unit.commit()
            return Recorded(unit.changes)

    def crew(self, bus: BusCode, crew: Mapping[Crew, int]) -> Recorded:
        """Say who is aboard besides delegates: those named here; of the others it stays as it was.

        Raises:
            UnknownBus, FieldInvalid: and nothing was recorded.
        """
        for number in crew.values():
            if not 0 <= number <= MOST_PEOPLE:
                raise FieldInvalid(
                    field=Entry.PEOPLE, value=number, expected=Expected.FROM_TO.of(least=0, most=MOST_PEOPLE)
                )
        with self.open_unit() as unit:
            _, known = known_bus(unit, bus)
            counts = unit.bus_counts(bus)
            before = crew_of(known, counts)
            said = BusCrewed(crew={**before, **crew}, after=counts.crew_facts)
            unit.record(FactDraft(bus_subject(bus), said))
            unit.commit()
            return Recorded(unit.changes)

    def release(
        self,
        bus: BusCode,
        *,
        unaccounted: Sequence[DelegateId] = (),
        reason: str = "",
        by_self: bool = False,
        proof: Proof | None = None,
    ) -> Recorded:
        """Let a bus leave whose counts agree with its scans, or that leaves though they do not.

        Args:
            bus: which.
            unaccounted: where fewer were counted than are known aboard, each of those who are not here.
            reason: why it leaves though it does not tally.
            by_self: its coordinator and a second person release it, since no dispatcher can be reached.
            proof: the second person's.

        Raises:
            UnknownBus, BusAlready, BusCannotBecome, NotCounted, MoreThanLicensed, NameTheUnaccounted, NotAboard,
            ReleasedByRider, FieldInvalid: and nothing was recorded, as if whoever acts may not, or no second person approves it.
        """
        figures = self.figure(bus)
        with self.open_unit() as unit:
            unit.as_one_act()
            leading_to(unit, bus, BusState.RELEASED)
            verdict = _tallied(figures, unit.bus_counts(bus)).judged
            _must_be_licensed(figures, verdict)
            said = _released(unit, figures, verdict, unaccounted, reason)
            said = structs.replace(said, by_self=by_self and said.agreed)
            who = unit.acting()
            who.must_may(said.deed)
            if not said.by_self and who.is_named and who.operator and who.operator.badge:
                _must_stay(unit, figures, who.operator.badge, who.operator.name)
            if said.approval:
                said = _approved(said, self.approving, unit, proof)
            unit.record(FactDraft(bus_subject(bus), said))
            unit.commit()
            return Recorded(unit.changes)

    def review(self, bus: BusCode) -> Recorded:
        """Say, as a dispatcher, that it was well that a bus released itself.

        Raises:
            UnknownBus, NothingToReview: and nothing was recorded, as if whoever acts may not.
        """
        with self.open_unit() as unit:
            known_bus(unit, bus)
            amber = [each for each in unit.bus_counts(bus).releases if each.is_amber]
            if not amber:
                raise NothingToReview(bus=bus)
            for each in amber:
                said = BusReleaseReviewed(release=each.fact_id, after=(each.fact_id,))
                unit.record(FactDraft(bus_subject(bus), said))
            unit.commit()
            return Recorded(unit.changes)

    def empty(self, bus: BusCode, walked_by: str) -> Recorded:
        """Say who walked to the last row: nobody is left aboard.

        Raises:
            UnknownBus, BusAlready, BusCannotBecome, StillAboard, FieldInvalid: and nothing was recorded.
        """
        name = operator_name(walked_by)
        with self.open_unit() as unit:
            record, _ = leading_to(unit, bus, BusState.EMPTIED, but=BusState.CLOSED)
            aboard = self.figure(bus).aboard
            if aboard and record.bus and record.bus.state is BusState.SWAPPING:
                raise StillAboard(bus=bus, people=aboard)
            document = unit.keep(canonical({"name": name}))
            return _moved(unit, bus, BusEmptied(document=document, after=record.state_facts))

    def close(self, bus: BusCode) -> Recorded:
        """Close a bus for good; one that left without tallying only by who may let one leave so.

        Raises:
            UnknownBus, BusAlready, BusCannotBecome: and nothing was recorded, as if whoever acts may not.
        """
        figures = self.figure(bus)
        with self.open_unit() as unit:
            record, _ = leading_to(unit, bus, BusState.CLOSED)
            tallies = _tallies(figures, unit.bus_counts(bus))
            return _moved(unit, bus, BusClosed(tallies=tallies, after=record.state_facts))

    def reopen(self, bus: BusCode, reason: str) -> Recorded:
        """Open a closed bus again, since something has to be put right.

        Raises:
            UnknownBus, BusCannotBecome, FieldInvalid: and nothing was recorded, as if whoever acts may not.
        """
        with self.open_unit() as unit:
            record, known = known_bus(unit, bus)
            if known.state is not BusState.CLOSED:
                raise BusCannotBecome(bus=bus, state=known.state, wanted=BusState.EMPTIED)
            return _moved(unit, bus, BusReopened(document=reason_kept(unit, reason), after=record.state_facts))

    def _counting(self, unit: CountUnit, bus: BusCode) -> BusCounts:
        """Return what was counted so far, with the bus in the state in which it is counted."""
        record, known = known_bus(unit, bus)
        state = known.state
        if state is BusState.COUNTING:
            return unit.bus_counts(bus)
        if state not in BOARDABLE:
            raise BusCannotBecome(bus=bus, state=state, wanted=BusState.COUNTING)
        moved = BusMovedTo(state=BusState.COUNTING, after=record.state_facts)
        begun = unit.record(FactDraft(bus_subject(bus), moved))
        return replace(unit.bus_counts(bus), counting=begun.fact_id, counts=())


def souls_of(count: BusCount, counts: BusCounts) -> Souls:
    """Return who should be aboard a bus, by its scans and its crew."""
    return Souls(count.tally.aboard, count.tally.doubted, crew_of(count.bus, counts))


def _tallied(count: BusCount, counts: BusCounts) -> Tallied:
    of_now = counts.counts if count.bus.state in _COUNTED else ()
    return Tallied(
        count.bus,
        judged(of_now, souls_of(count, counts)),
        crew_of(count.bus, counts),
        counts.releases,
        counts.emptied_by,
        counts.reopened,
        _tallies(count, counts),
        counts.visits,
        counts.skips,
        counts.held,
    )


def _tallies(count: BusCount, counts: BusCounts) -> bool:
    """Return whether nothing is left open: a bus that never left, and that nobody walked through, has nobody aboard."""
    return counts.tallies and not (count.bus.state is BusState.PLANNED and count.aboard)


def _own(judgement: Judged, name: str, method: Method) -> Entered | None:
    """Return what the same person entered in the round under way, in the same way."""
    entered = judgement.entered
    return entered if entered and same_person(entered.counter, name) and entered.method is method else None


def _moved(unit: CountUnit, bus: BusCode, said: BusMove) -> Recorded:
    unit.record(FactDraft(bus_subject(bus), said))
    unit.commit()
    return Recorded(unit.changes)


def _released(
    unit: CountUnit, figures: BusCount, verdict: Judged, named: Sequence[DelegateId], reason: str
) -> BusReleased:
    """Return that a bus may leave, as its counts have it."""
    agreed = verdict.outcome is Outcome.AGREED
    if not agreed and verdict.outcome not in NOT_TALLYING:
        raise NotCounted(bus=figures.bus.code)
    return BusReleased(
        agreed=agreed,
        by_self=False,
        people=verdict.people,
        souls=verdict.souls.most if verdict.souls else 0,
        unaccounted=() if agreed else _unaccounted(unit, figures, verdict, named),
        document=UNSET if agreed else reason_kept(unit, reason),
        after=unit.bus_record(figures.bus.code).state_facts,
    )


def _unaccounted(
    unit: CountUnit, figures: BusCount, verdict: Judged, named: Sequence[DelegateId]
) -> tuple[DelegateId, ...]:
    people, bus = tuple(dict.fromkeys(named)), figures.bus.code
    for each in people:
        known = unit.delegate(each)
        if known is None:
            raise UnknownDelegate(name=each)
        if not _is_aboard(unit, figures, each):
            raise NotAboard(name=known.name, bus=bus)
    if not verdict.names_enough(len(people)):
        least, most = verdict.short
        short = most if verdict.outcome is Outcome.SHORT else least
        raise NameTheUnaccounted(bus=bus, short=short, named=len(people))
    return people


def _is_aboard(unit: MovementReads, figures: BusCount, delegate: DelegateId) -> bool:
    """Return whether somebody is aboard on the ride that is counted: who never got off at a rehearsal is not."""
    return figures.bus.code in unit.movements(delegate).on_buses(rehearsal=figures.rehearsal)


def _must_stay(unit: CountUnit, figures: BusCount, badge: DelegateId, name: str) -> None:
    if _is_aboard(unit, figures, unit.root_of(badge) or badge):
        raise ReleasedByRider(name=name, bus=figures.bus.code)


def _must_be_licensed(figures: BusCount, verdict: Judged) -> None:
    """Refuse whatever was agreed: the law counts everybody on a seat but who drives."""
    seated = verdict.people - (verdict.souls.crew.get(Crew.DRIVER, 0) if verdict.souls else 0)
    seats = licensed(figures.bus, figures.wheelchairs.aboard)
    if verdict.souls and seated > seats:
        raise MoreThanLicensed(bus=figures.bus.code, people=seated, seats=seats)


def _approved(said: BusReleased, approving: Approving, unit: CountUnit, proof: Proof | None) -> BusReleased:
    return structs.replace(said, approved_by=approving.approved(unit, proof, said.approval or Deed.COUNT))
