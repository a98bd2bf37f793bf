"""Another bus takes over from one that breaks down or is exchanged: everybody changes, and is scanned on it anew."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from msgspec import UNSET

from checkin_app.domain.buses import NOT_SWAPPED, Bus, BusState
from checkin_app.domain.changes import ChangeSet
from checkin_app.domain.delegates import Delegate
from checkin_app.domain.emergencies import Condition, Emergency
from checkin_app.domain.facts import Fact, FactDraft
from checkin_app.domain.head_counts import NOT_COUNTED, BusCounts
from checkin_app.domain.ids import BusCode, DelegateId, bus_subject, delegate_subject
from checkin_app.domain.kinds.rides import RideAssigned, RideSaid, Saying
from checkin_app.domain.kinds.swaps import BusSwapped, BusSwapUndone
from checkin_app.domain.problems import BusCannotBecome
from checkin_app.domain.problems_swaps import (
    NoSwap,
    SubstituteHasNoSeat,
    SubstituteOfAnotherRoute,
    SubstituteTakesNobody,
    SwapBegun,
    SwapsWithItself,
)
from checkin_app.domain.ride_states import ACCOUNTED
from checkin_app.domain.seating import room, takes_people
from checkin_app.domain.standings import Standing, sought_as
from checkin_app.domain.swaps import Cause, Left, Moving, Rider, Step, Swap, next_step, who_moves
from checkin_app.services.bus_moves import reason_kept
from checkin_app.services.dispatch import assignment
from checkin_app.services.ports.buses import Manifest
from checkin_app.services.ports.people import DelegateCard
from checkin_app.services.ports.transactions import Opens
from checkin_app.services.rides import RideUnit, known_of, undoing_of

#: How those stand at a substitute who take none of its seats.
_SEATLESS = frozenset({Standing.GOT_OFF, Standing.ACCOUNTED})


class SwapReads(Protocol):
    """What is known of several people."""

    def cards(self, delegates: Sequence[DelegateId]) -> Sequence[DelegateCard]: ...


@dataclass(frozen=True, slots=True)
class SwapLine:
    """One guest of the old bus."""

    delegate: Delegate
    aboard: BusCode | None
    """Which bus the scans have them on."""
    is_settled: bool = False
    """Scanned on the substitute; of who has no place: another bus, or what became of them, was found."""
    why: Left | None = None
    """Why there is no place for them; None of who moves, or where that is long ago."""


@dataclass(frozen=True, slots=True)
class SwapStanding:
    """How far it is that one bus takes over from another: before anything is recorded, what would come of it."""

    old: Bus
    new: Bus
    moves: tuple[SwapLine, ...]
    """First who is to be scanned first."""
    left: tuple[SwapLine, ...]
    swap: Swap | None = None
    """None as long as it is only looked at."""
    emergency: Emergency | None = None
    """That at the old bus, while it is on: its list and its marks stay with that bus."""
    changes: ChangeSet = frozenset()

    @property
    def unscanned(self) -> tuple[SwapLine, ...]:
        return tuple(each for each in self.moves if not each.is_settled)

    @property
    def stranded(self) -> tuple[SwapLine, ...]:
        return tuple(each for each in self.left if not each.is_settled)

    @property
    def may_be_undone(self) -> bool:
        is_on = self.swap is not None and self.state is BusState.SWAPPING
        return is_on and not any(each.is_settled and each.aboard == self.new.code for each in self.moves)

    @property
    def state(self) -> BusState:
        """Return what the old bus is besides an emergency."""
        return self.emergency.state if self.emergency else self.old.state

    @property
    def step(self) -> Step | None:
        """Return what comes next; None while nothing is recorded."""
        if self.swap is None:
            return None
        waits, stranded = len(self.unscanned), len(self.stranded)
        in_emergency = self.emergency is not None
        return next_step(self.state, self.new.state, unscanned=waits, stranded=stranded, in_emergency=in_emergency)


@dataclass(frozen=True, slots=True)
class Swaps:
    """What coordinators and dispatchers do when a bus cannot go on."""

    open_unit: Opens[RideUnit]
    reads: SwapReads
    manifest: Callable[[BusCode], Manifest]
    counted: Callable[[], Mapping[BusCode, BusCounts]]

    def preview(self, old: BusCode, new: BusCode) -> SwapStanding:
        """Return who would move and who would have no place; nothing is recorded.

        Raises:
            UnknownBus, BusCannotBecome, SwapProblem: it cannot be.
        """
        given, taking = self._given(old), self.manifest(new)
        return _foreseen(given, taking, _moving(given, taking))

    def _given(self, old: BusCode) -> "_Given":
        manifest, emergency = self.manifest(old), self.counted().get(old, NOT_COUNTED).emergency
        if emergency is None or not emergency.is_on:
            return _Given(manifest)
        # An emergency is no move: what the bus is besides says who is looked for, and whether another may take over.
        return _Given(replace(manifest, bus=replace(manifest.bus, state=emergency.state)), emergency)

    def swap(self, old: BusCode, new: BusCode, cause: Cause, reason: str = "") -> SwapStanding:
        """Let one bus take over from another: whoever moves is on its list, and is scanned on it anew.

        Raises:
            UnknownBus, BusCannotBecome, SwapProblem, FieldInvalid: and nothing was changed, as if whoever acts may not.
        """
        with self.open_unit() as unit:
            record = unit.bus_record(old)
            # Asked once nobody else writes: who boards meanwhile boards before it or is refused.
            given, taking = self._given(old), self.manifest(new)
            moving = _moving(given, taking)
            unit.as_one_act()
            said = BusSwapped(
                to=new,
                cause=cause,
                before=given.manifest.bus.state,
                moves=moving.moves,
                left=tuple(moving.stranded),
                document=reason_kept(unit, reason) if reason.strip() else UNSET,
                after=record.state_facts,
            )
            unit.record(FactDraft(bus_subject(old), said))
            aboard = {line.delegate.id for line in given.manifest.lines if line.aboard}
            for each in moving.moves:
                _move(unit, each, taking, leaves=old if each in aboard else None)
            unit.commit()
            changes = unit.changes
        return replace(self.look(old), changes=changes)

    def look(self, old: BusCode) -> SwapStanding:
        """Return how far the swap is by which another bus takes over from one.

        Raises:
            UnknownBus: there is no such bus.
            NoSwap: none does.
        """
        given = self._given(old)
        if given.manifest.swap is None:
            raise NoSwap(bus=old)
        return self._standing(given, given.manifest.swap)

    def undo(self, old: BusCode) -> SwapStanding:
        """Take a swap back: everybody is on the list that they were on, and the bus goes on itself.

        Raises:
            UnknownBus, NoSwap, SwapBegun, BusCannotBecome: and nothing was changed, as if whoever acts may not.
        """
        with self.open_unit() as unit:
            record, standing = unit.bus_record(old), self.look(old)
            swap = standing.swap
            if swap is None or standing.state is not BusState.SWAPPING:
                raise BusCannotBecome(
                    bus=old, state=standing.old.state, wanted=swap.before if swap else BusState.PLANNED
                )
            if not standing.may_be_undone:
                scanned = len(standing.moves) - len(standing.unscanned)
                raise SwapBegun(bus=swap.to, people=scanned)
            fact = unit.fact(swap.fact_id)
            unit.as_one_act()
            said = BusSwapUndone(swap=swap.fact_id, state=swap.before, after=record.state_facts)
            unit.record(FactDraft(bus_subject(old), said))
            for each in unit.act_of(fact) if fact else ():
                if _still_holds(unit, each) and (draft := undoing_of(each)):
                    unit.record(draft)
            unit.commit()
            changes = unit.changes
        old_bus, new_bus = self.manifest(old).bus, standing.new
        return replace(standing, old=old_bus, new=new_bus, swap=None, changes=changes)

    def _standing(self, given: "_Given", swap: Swap) -> SwapStanding:
        cards = {each.delegate.id: each for each in self.reads.cards([*swap.moves, *swap.left])}
        old = given.as_it_is
        riding = _Riding(old.code, swap.to, given)
        return SwapStanding(
            old,
            self.manifest(swap.to).bus,
            tuple(riding.moving(cards[each]) for each in swap.moves if each in cards),
            tuple(riding.stranded(cards[each]) for each in swap.left if each in cards),
            swap,
            given.emergency,
        )


@dataclass(frozen=True, slots=True)
class _Given:
    """The bus that is given up, in the state that it is in besides an emergency."""

    manifest: Manifest
    emergency: Emergency | None = None
    """That at it, while it is on."""

    @property
    def as_it_is(self) -> Bus:
        bus = self.manifest.bus
        return replace(bus, state=BusState.EMERGENCY) if self.emergency else bus

    def is_hurt(self, who: DelegateId) -> bool:
        return self.emergency is not None and self.emergency.condition(who) is Condition.INJURED


@dataclass(frozen=True, slots=True)
class _Riding:
    """Says of people where they are between two buses."""

    old: BusCode
    new: BusCode
    given: _Given

    @property
    def rehearsal(self) -> bool:
        return self.given.manifest.rehearsal

    def moving(self, card: DelegateCard) -> SwapLine:
        aboard = card.movements.on_buses(rehearsal=self.rehearsal)
        settled = self.new in aboard or self._is_seen_to(card, aboard)
        return SwapLine(card.delegate, self._at(aboard), is_settled=settled)

    def stranded(self, card: DelegateCard) -> SwapLine:
        aboard = card.movements.on_buses(rehearsal=self.rehearsal)
        settled = bool(aboard - {self.old}) or self._is_seen_to(card, aboard)
        why = Left.NO_PLACE if card.delegate.accessible else Left.NO_SEAT
        why = Left.INJURED if self.given.is_hurt(card.delegate.id) else why
        return SwapLine(card.delegate, self._at(aboard), is_settled=settled, why=None if settled else why)

    def _is_seen_to(self, card: DelegateCard, aboard: Collection[BusCode]) -> bool:
        """Return whether a person found another way for somebody: another list, or what became of them."""
        said = card.movements.said(rehearsal=self.rehearsal)
        listed = card.movements.bus
        elsewhere = listed is not None and listed not in {self.old, self.new}
        return self.old not in aboard and (
            elsewhere or (said is not None and said.what in ACCOUNTED | {Saying.OFFLOADED})
        )

    def _at(self, aboard: Collection[BusCode]) -> BusCode | None:
        ordered = [each for each in (self.new, self.old) if each in aboard]
        return next(iter([*ordered, *sorted(aboard)]), None)


def _moving(given: _Given, taking: Manifest) -> Moving:
    """Return who moves from one bus to another.

    Raises:
        BusCannotBecome, SwapProblem: the buses are none of which one takes over from the other.
    """
    old, new = given.manifest.bus, taking.bus
    if old.code == new.code:
        raise SwapsWithItself(bus=old.code)
    if old.state in NOT_SWAPPED:
        raise BusCannotBecome(bus=old.code, state=old.state, wanted=BusState.SWAPPING)
    if new.route != old.route:
        raise SubstituteOfAnotherRoute(bus=new.code, route=new.route, old=old.code, wanted=old.route)
    # Who is counted already is not joined by others without being counted anew.
    if not takes_people(new) or new.state is BusState.COUNTING:
        raise SubstituteTakesNobody(bus=new.code, state=new.state)
    everybody = _riders(given.manifest)
    hurt = [each.delegate for each in everybody if given.is_hurt(each.delegate)]
    riders = [each for each in everybody if each.delegate not in hurt]
    taken = [line.delegate for line in taking.lines if taking.standing(line) not in _SEATLESS]
    moving = who_moves(riders, room(new, len(taken), sum(each.accessible for each in taken)))
    if riders and not moving.moves:
        raise SubstituteHasNoSeat(bus=new.code, old=old.code, people=len(riders))
    return Moving(moving.moves, {**moving.stranded, **dict.fromkeys(hurt, Left.INJURED)})


def _riders(given: Manifest) -> Sequence[Rider]:
    """Return who changes: all aboard but those in transfer to another bus, and whoever is listed and looked for."""
    wanted = {Standing.ABOARD, Standing.UNLISTED, sought_as(given.bus.state)}
    return [
        Rider(
            line.delegate.id,
            line.delegate.delegation or line.delegate.organisation,
            line.delegate.accessible,
            line.aboard,
        )
        for line in given.lines
        if given.standing(line) in wanted and line.said is not Saying.TRANSFER
    ]


def _foreseen(given: _Given, taking: Manifest, moving: Moving) -> SwapStanding:
    lines, old = {line.delegate.id: line for line in given.manifest.lines}, given.as_it_is

    def line_of(who: DelegateId, why: Left | None) -> SwapLine:
        line = lines[who]
        return SwapLine(line.delegate, old.code if line.aboard else None, why=why)

    moves = tuple(line_of(who, None) for who in moving.moves)
    left = tuple(line_of(*pair) for pair in moving.stranded.items())
    return SwapStanding(old, taking.bus, moves, left, emergency=given.emergency)


def _move(unit: RideUnit, who: DelegateId, taking: Manifest, leaves: BusCode | None) -> None:
    """Put somebody on the substitute's list; of who is aboard, both halves of the transfer have yet to be seen."""
    new = taking.bus.code
    if unit.movements(who).bus != new:
        unit.record(assignment(unit, who, new))
    if leaves:
        knows = known_of(unit.movements(who), rehearsal=taking.rehearsal)
        said = RideSaid(what=Saying.TRANSFER, knows=knows, rehearsal=taking.rehearsal, bus=new, leaves=leaves)
        unit.record(FactDraft(delegate_subject(who), said))


def _still_holds(unit: RideUnit, fact: Fact) -> bool:
    """Return whether nobody has said anything else of a ride since: what was done by hand meanwhile stays."""
    who = DelegateId(fact.subject.partition(":")[2])
    match fact.said:
        case RideAssigned():
            return unit.movements(who).ride.edits == (fact.fact_id,)
        case RideSaid():
            said = unit.movements(who).ride.said
            return said is not None and said.fact_id == fact.fact_id
        case _:
            return False
