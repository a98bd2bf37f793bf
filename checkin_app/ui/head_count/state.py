"""A bus that is counted, released, emptied and closed, as values."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from checkin_app.domain.buses import BusState, may_follow
from checkin_app.domain.head_counts import (
    MOST_PEOPLE,
    NOT_TALLYING,
    Crew,
    Method,
    Outcome,
    Reunion,
    have_counted_together,
    reunions,
    same_person,
)
from checkin_app.domain.ids import BusCode, DelegateId, OperatorId
from checkin_app.domain.operators import Operator
from checkin_app.domain.roles import Deed
from checkin_app.domain.standings import sought_as
from checkin_app.services.head_counts import Tallied
from checkin_app.services.ports.acting import Present
from checkin_app.services.ports.buses import Manifest, ManifestLine
from checkin_app.services.proofs import BadgeShown


class Step(StrEnum):
    """What comes next with a bus."""

    OPEN = "open"
    COUNT = "count"
    RELEASE = "release"
    CALL = "call"
    """It does not tally: names are called."""
    LEAVE = "leave"
    UNDER_WAY = "under_way"
    EMPTY = "empty"
    CLOSE = "close"
    CLOSED = "closed"
    HELD = "held"
    CANCELLED = "cancelled"
    EMERGENCY = "emergency"


class Doing(StrEnum):
    """What is done with it."""

    OPEN_DOORS = "open_doors"
    OPEN_AGAIN = "open_again"
    """The doors, though what was counted, or that it may leave, is void by it."""
    COUNT = "count"
    COUNT_AGAIN = "count_again"
    RELEASE = "release"
    RELEASE_SELF = "release_self"
    LEAVE = "leave"
    REVIEW = "review"
    COME_BACK = "come_back"
    EMPTY = "empty"
    CLOSE = "close"
    REOPEN = "reopen"


#: What cannot be taken back by another click.
HELD = frozenset({Doing.OPEN_AGAIN, Doing.RELEASE, Doing.RELEASE_SELF, Doing.LEAVE, Doing.CLOSE, Doing.REOPEN})

_STEPS: Mapping[BusState, Step] = {
    BusState.PLANNED: Step.OPEN,
    BusState.READY: Step.OPEN,
    BusState.HELD: Step.HELD,
    BusState.CANCELLED: Step.CANCELLED,
    BusState.AT_STOP: Step.UNDER_WAY,
    BusState.BOARDING: Step.COUNT,
    BusState.FINAL_CALL: Step.COUNT,
    BusState.RELEASED: Step.LEAVE,
    BusState.DEPARTED: Step.UNDER_WAY,
    BusState.RETURNED: Step.EMPTY,
    BusState.EMPTIED: Step.CLOSE,
    BusState.CLOSED: Step.CLOSED,
    BusState.SWAPPING: Step.EMPTY,
    BusState.EMERGENCY: Step.EMERGENCY,
}


#: What can be done at each step, by whoever may.
_OFFERED: Mapping[Step, tuple[Doing, ...]] = {
    Step.OPEN: (Doing.OPEN_DOORS,),
    Step.COUNT: (Doing.COUNT,),
    Step.RELEASE: (Doing.OPEN_AGAIN, Doing.RELEASE, Doing.RELEASE_SELF),
    Step.CALL: (Doing.OPEN_AGAIN, Doing.COUNT_AGAIN, Doing.RELEASE),
    Step.LEAVE: (Doing.OPEN_AGAIN, Doing.REVIEW, Doing.LEAVE),
    Step.UNDER_WAY: (Doing.REVIEW, Doing.OPEN_DOORS, Doing.COME_BACK),
    Step.EMPTY: (Doing.OPEN_DOORS, Doing.EMPTY),
    Step.CLOSE: (Doing.CLOSE,),
    Step.CLOSED: (Doing.REOPEN,),
    Step.HELD: (Doing.OPEN_AGAIN,),
    Step.CANCELLED: (),
    Step.EMERGENCY: (),
}


#: What is done by each; by the others the bus is moved on.
_DEEDS: Mapping[Doing, Deed] = {
    Doing.COUNT: Deed.COUNT,
    Doing.COUNT_AGAIN: Deed.COUNT,
    Doing.RELEASE: Deed.RELEASE,
    Doing.REVIEW: Deed.RELEASE,
    Doing.REOPEN: Deed.RELEASE,
}


@dataclass(frozen=True, slots=True)
class Draft:
    """What was typed and chosen, and not done yet."""

    digits: str = ""
    name: str | None = None
    """Of who counts or who walked; None as long as it is the one that is most likely."""
    roll: bool = False
    """Whoever counts called the roll."""
    reason: str = ""
    absent: frozenset[DelegateId] = frozenset()
    """Who did not answer."""
    second: OperatorId | None = None
    pin: str = field(default="", repr=False)
    badge: BadgeShown | None = None
    again: bool = False
    """It is to be counted once more, though it does not tally."""


@dataclass(frozen=True, slots=True)
class HeadCountState:
    bus: BusCode | None = None
    buses: tuple[Tallied, ...] = ()
    present: Present | None = None
    aboard: tuple[ManifestLine, ...] = ()
    """Whose names are called: seen longest ago first."""
    left: tuple[str, ...] = ()
    """The names of those on its list whom it would leave without."""
    draft: Draft = Draft()
    busy: bool = False
    note: str = ""
    wrong: bool = False

    @property
    def told(self) -> Tallied | None:
        return next((each for each in self.buses if each.bus.code == self.bus), None)

    @property
    def step(self) -> Step | None:
        told = self.told
        if told is None:
            return None
        if told.bus.state is not BusState.COUNTING:
            return _STEPS[told.bus.state]
        if told.judged.outcome is Outcome.AGREED:
            return Step.RELEASE
        again = self.draft.again and told.judged.may_go_on
        return Step.CALL if told.judged.outcome in NOT_TALLYING and not again else Step.COUNT

    @property
    def reunions(self) -> tuple[Reunion, ...]:
        """Return the buses that make up for this one."""
        found = reunions({each.bus.code: each.judged for each in self.buses})
        return tuple(each for each in found if self.bus in {each.short, each.over})

    @property
    def name(self) -> str:
        """Return who counts, or walked to the last row: as it was typed, else who most likely does."""
        if self.draft.name is not None:
            return self.draft.name
        told = self.told
        if told is None or self.step not in {Step.COUNT, Step.EMPTY}:
            return ""
        acting = self.present.acting if self.present else None
        own = acting.operator.name if acting and acting.is_named and acting.operator else ""
        likely = [each for each in (own, told.bus.coordinator, told.bus.guide) if each]
        entered = told.judged.entered
        others = [each for each in likely if not entered or not same_person(each, entered.counter)]
        return next((each for each in others if not have_counted_together(told.judged, each)), "")

    @property
    def is_second_count(self) -> bool:
        return self.told is not None and self.told.judged.entered is not None

    def may(self, deed: Deed) -> bool:
        return self.present is not None and deed in self.present.acting.may

    @property
    def seconds(self) -> tuple[Operator, ...]:
        """Return who can approve what whoever acts does; nobody where nobody is named."""
        if self.present is None or not self.present.acting.is_named:
            return ()
        own = self.present.acting.operator
        return tuple(each for each in self.present.operators if each.can_sign_in and own and each.id != own.id)

    @property
    def awaits_second(self) -> bool:
        return Doing.RELEASE_SELF in self.offered

    @property
    def may_release_short(self) -> bool:
        return self.may(Deed.RELEASE_SHORT)

    @property
    def amber(self) -> bool:
        return self.told is not None and any(each.is_amber for each in self.told.releases)

    @property
    def offered(self) -> tuple[Doing, ...]:
        """Return what can be done now, if only by somebody else: what whoever acts may not is shown with who may."""
        wanted = _OFFERED[self.step] if self.step else ()
        return tuple(each for each in wanted if self._is_due(each))

    def _is_due(self, doing: Doing) -> bool:
        told, by_self = self.told, not self.may(Deed.RELEASE) and bool(self.seconds)
        due = {
            Doing.OPEN_DOORS: told is not None and may_follow(told.bus.state, BusState.BOARDING),
            Doing.RELEASE: self.step is Step.CALL or not by_self,
            Doing.RELEASE_SELF: by_self,
            Doing.REVIEW: self.amber,
            Doing.COUNT_AGAIN: told is not None and told.judged.may_go_on,
        }
        return due.get(doing, True)

    def deed(self, doing: Doing) -> Deed:
        """Return what whoever acts must be allowed for it, as the bus is now."""
        short = self.told is not None and not self.told.tallies
        if (doing is Doing.RELEASE and self.step is Step.CALL) or (doing is Doing.CLOSE and short):
            return Deed.RELEASE_SHORT
        return _DEEDS.get(doing, Deed.MOVE_BUS)

    @property
    def asks_why(self) -> bool:
        """Return whether a reason is to be given, by somebody who may do what it is for."""
        offered = self.offered
        short = self.step is Step.CALL and Doing.RELEASE in offered and self.may_release_short
        return short or (Doing.REOPEN in offered and self.may(Deed.RELEASE))

    @property
    def ready(self) -> frozenset[Doing]:
        """Return what can be done with what was typed and chosen."""
        draft = self.draft
        waits = {
            Doing.COUNT: not draft.digits or not self.name.strip(),
            Doing.RELEASE: self.step is Step.CALL and (not draft.reason.strip() or not self.names_enough),
            Doing.RELEASE_SELF: draft.badge is None and (draft.second is None or not draft.pin),
            Doing.EMPTY: not self.name.strip(),
            Doing.REOPEN: not draft.reason.strip(),
        }
        allowed = (each for each in self.offered if self.present is None or self.may(self.deed(each)))
        return frozenset() if self.busy else frozenset(each for each in allowed if not waits.get(each, False))

    @property
    def names_enough(self) -> bool:
        """Return whether everybody unaccounted for has been chosen."""
        return self.told is None or self.told.judged.names_enough(len(self.draft.absent))

    @property
    def is_half_counted(self) -> bool:
        """Return whether one count of the round is in."""
        return self.told is not None and self.told.judged.entered is not None

    @property
    def method(self) -> Method:
        return Method.ROLL if self.draft.roll else Method.HEADS


def bus_opened(state: HeadCountState, bus: BusCode) -> HeadCountState:
    """Another bus begins with nothing typed."""
    return (
        replace(state, bus=bus, draft=Draft(), aboard=(), left=(), note="", wrong=False) if bus != state.bus else state
    )


def listed(state: HeadCountState, buses: Sequence[Tallied]) -> HeadCountState:
    """They came; what was typed for another step is gone."""
    fresh = replace(state, buses=tuple(buses))
    if fresh.bus is None and buses:
        fresh = replace(fresh, bus=buses[0].bus.code)
    known = state.told is not None and state.bus == fresh.bus
    return replace(fresh, draft=Draft()) if known and fresh.step is not state.step else fresh


def operators_listed(state: HeadCountState, present: Present) -> HeadCountState:
    return replace(state, present=present)


def manifest_listed(state: HeadCountState, manifest: Manifest) -> HeadCountState:
    """Who is aboard is called by name: who was seen longest ago first."""
    if manifest.bus.code != state.bus:
        return state
    aboard = tuple(sorted(manifest.aboard, key=lambda line: line.since or 0))
    left = tuple(line.delegate.called for line in manifest.by_standing[sought_as(manifest.bus.state)])
    return replace(state, aboard=aboard, left=left)


def typed(state: HeadCountState, name: str, text: str) -> HeadCountState:
    draft = state.draft
    match name:
        case "name":
            draft = replace(draft, name=text)
        case "reason":
            draft = replace(draft, reason=text)
        case "pin":
            draft = replace(draft, pin=text)
    return replace(state, draft=draft, note="", wrong=False)


def digit_pressed(state: HeadCountState, digit: str) -> HeadCountState:
    """A digit follows those that are there, as long as a bus can carry so many."""
    digits = (state.draft.digits + digit).lstrip("0") or "0"
    if state.step is not Step.COUNT or state.busy or int(digits) > MOST_PEOPLE:
        return state
    return replace(state, draft=replace(state.draft, digits=digits), note="", wrong=False)


def digit_taken_back(state: HeadCountState) -> HeadCountState:
    return replace(state, draft=replace(state.draft, digits=state.draft.digits[:-1]))


def digits_cleared(state: HeadCountState) -> HeadCountState:
    return replace(state, draft=replace(state.draft, digits=""))


def roll_turned(state: HeadCountState) -> HeadCountState:
    return replace(state, draft=replace(state.draft, roll=not state.draft.roll))


def row_chosen(state: HeadCountState, place: int) -> HeadCountState:
    """Who did not answer is chosen, or answers after all."""
    if not 0 <= place < len(state.aboard) or state.busy:
        return state
    absent = state.draft.absent ^ {state.aboard[place].delegate.id}
    return replace(state, draft=replace(state.draft, absent=absent))


def second_chosen(state: HeadCountState, second: OperatorId | None) -> HeadCountState:
    return replace(state, draft=replace(state.draft, second=second, pin="", badge=None))


def badge_read(state: HeadCountState, code: str) -> HeadCountState:
    return replace(state, draft=replace(state.draft, badge=BadgeShown(code)), note="", wrong=False)


def count_repeated(state: HeadCountState) -> HeadCountState:
    return replace(state, draft=Draft(again=True), note="", wrong=False)


def begun(state: HeadCountState) -> HeadCountState:
    return replace(state, busy=True, note="", wrong=False)


def told(state: HeadCountState, note: str) -> HeadCountState:
    """It was done: what was typed for it is gone."""
    return replace(state, busy=False, note=note, wrong=False, draft=Draft())


def refused(state: HeadCountState, note: str) -> HeadCountState:
    """It was not: what was typed stays, but for the PIN and the number."""
    draft = replace(state.draft, pin="", badge=None, digits="")
    return replace(state, busy=False, note=note, wrong=True, draft=draft)


def crew_with(crew: Mapping[Crew, int], role: Crew, step: int) -> Mapping[Crew, int]:
    """Return the crew with one more or fewer in a role."""
    return {role: min(MOST_PEOPLE, max(0, crew.get(role, 0) + step))}
