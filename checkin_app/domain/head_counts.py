"""Head counts: who counted how many people on a bus, what that comes to, and what it lets be done.  Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from checkin_app.domain.buses import Bus
from checkin_app.domain.emergencies import Emergency
from checkin_app.domain.ids import BusCode, DelegateId, FactId, Instant, StationId
from checkin_app.domain.stops import Skip, Visit
from checkin_app.domain.swaps import Swap

MOST_ROUNDS = 3
#: More than any bus carries.
MOST_PEOPLE = 200


class Crew(StrEnum):
    """Who is aboard besides delegates, in the order of the souls equation."""

    GUIDE = "guide"
    INTERPRETER = "interpreter"
    SECURITY = "security"
    MEDIC = "medic"
    STAFF = "staff"
    DRIVER = "driver"


class Method(StrEnum):
    """How somebody counted; who is alone counts in two ways."""

    HEADS = "heads"
    ROLL = "roll"


@dataclass(frozen=True, slots=True)
class Count:
    """How many people one person counted on a bus."""

    fact_id: FactId
    round: int
    counter: str
    method: Method
    people: int
    at: Instant
    station: StationId


@dataclass(frozen=True, slots=True)
class Release:
    """That a bus might leave, and on what ground."""

    fact_id: FactId
    at: Instant
    station: StationId
    agreed: bool
    """Two counts said what the scans say."""
    by_self: bool
    """Given at the bus, by its coordinator and a second person: amber until it is reviewed."""
    people: int
    souls: int
    unaccounted: tuple[DelegateId, ...]
    reason: str
    reviewed: bool = False

    @property
    def is_amber(self) -> bool:
        return self.by_self and not self.reviewed

    @property
    def tallies(self) -> bool:
        return self.agreed and not self.is_amber


@dataclass(frozen=True, slots=True)
class BusCounts:
    """What was counted at a bus on its ride, and what came of it."""

    counting: FactId | None = None
    """The move by which the count under way, or the last one, was begun."""
    counts: tuple[Count, ...] = ()
    """Those that belong to it, in order; a corrected one stands for the former."""
    crew: dict[Crew, int] | None = None
    """As somebody said; None where nobody did."""
    crew_facts: tuple[FactId, ...] = ()
    releases: tuple[Release, ...] = ()
    """All of the ride, the last one last."""
    emptied_by: str = ""
    """Who walked to the last row."""
    reopened: tuple[str, ...] = ()
    """Why the closed bus was opened again, each time."""
    visits: tuple[Visit, ...] = ()
    """Where the ride began, then each stop; what was counted stands at the place where it was."""
    returned: Instant | None = None
    skips: tuple[Skip, ...] = ()
    held: str = ""
    """Why it is held, or cancelled."""
    swap: Swap | None = None
    """That another bus took over from it."""
    emergency: Emergency | None = None
    """That there is an emergency at it, or was; also where it is on no ride."""

    @property
    def tallies(self) -> bool:
        """Return whether nothing is left open of how the bus left, at any of its stops."""
        return all(each.tallies for each in self.releases)


NOT_COUNTED = BusCounts()


class Outcome(StrEnum):
    """What the last round that both have counted in comes to."""

    AGREED = "agreed"
    DIFFER = "differ"
    SHORT = "short"
    """Both counted the same, and fewer than are known aboard: somebody scanned is not here."""
    OVER = "over"
    """Both counted the same, and more than are known aboard: somebody aboard is not scanned."""
    UNRESOLVED = "unresolved"
    """Three rounds, and no two counts alike."""


#: After these names are called, and only the duty officer lets the bus go.
NOT_TALLYING = frozenset({Outcome.SHORT, Outcome.OVER, Outcome.UNRESOLVED})


@dataclass(frozen=True, slots=True)
class Souls:
    """Everybody who should be aboard: the souls equation."""

    delegates: int
    doubted: int = 0
    """Of the delegates, how many another laptop saw aboard another bus."""
    crew: Mapping[Crew, int] = field(default_factory=dict)

    @property
    def most(self) -> int:
        return self.delegates + sum(self.crew.values())

    @property
    def least(self) -> int:
        return self.most - self.doubted


@dataclass(frozen=True, slots=True)
class Entered:
    """That somebody has counted in the round under way; how many, nothing says."""

    fact_id: FactId
    counter: str
    method: Method


@dataclass(frozen=True, slots=True)
class Judged:
    """What counts come to.  As long as a round waits for its second count, nothing says how many there should be."""

    round: int
    """The one under way, or the last one where there is no further one."""
    entered: Entered | None
    """Who has counted in the round under way, where the other has not."""
    finished: tuple[tuple[Count, Count], ...]
    outcome: Outcome | None
    souls: Souls | None
    """None while somebody may still have to count without knowing it."""

    @property
    def may_go_on(self) -> bool:
        """Return whether a further count is taken."""
        return self.outcome is not Outcome.AGREED and len(self.finished) < MOST_ROUNDS

    @property
    def people(self) -> int:
        """Return what was counted last: of two that differ, the smaller."""
        return min(each.people for each in self.finished[-1]) if self.finished else 0

    @property
    def short(self) -> tuple[int, int]:
        """Return how many are unaccounted for, at least and at most."""
        if self.souls is None:
            return (0, 0)
        greater = max(each.people for each in self.finished[-1])
        return max(0, self.souls.least - greater), max(0, self.souls.most - self.people)

    def names_enough(self, named: int) -> bool:
        """Return whether so many named are all who are unaccounted for; counts that differ bound them from below alone."""
        least, most = self.short
        return named >= least and (self.outcome is not Outcome.SHORT or named <= most)

    @property
    def over(self) -> int:
        """Return how many are aboard and not scanned."""
        return max(0, self.people - self.souls.most) if self.souls and self.outcome is Outcome.OVER else 0


def crew_of(bus: Bus, counts: BusCounts) -> dict[Crew, int]:
    """Return who is aboard besides delegates: as somebody said, else the guide and the driver where they are named."""
    if counts.crew is not None:
        return {each: number for each in Crew if (number := counts.crew.get(each, 0))}
    named = {Crew.GUIDE: bool(bus.guide), Crew.DRIVER: bool(bus.driver)}
    return {each: 1 for each, is_named in named.items() if is_named}


def judged(counts: Sequence[Count], souls: Souls) -> Judged:
    """Return what counts come to, the same for any order in which they came."""
    finished: list[tuple[Count, Count]] = []
    outcome: Outcome | None = None
    entered: Entered | None = None
    while outcome is not Outcome.AGREED and len(finished) < MOST_ROUNDS:
        of_round = [each for each in counts if each.round == len(finished) + 1]
        if len(of_round) < 2:
            entered = (
                Entered(first.fact_id, first.counter, first.method) if (first := next(iter(of_round), None)) else None
            )
            break
        finished.append((of_round[0], of_round[1]))
        outcome = _outcome(*finished[-1], souls, is_last=len(finished) == MOST_ROUNDS)
    over = outcome is Outcome.AGREED or len(finished) == MOST_ROUNDS
    said = None if entered else outcome
    known = souls if said and said is not Outcome.DIFFER else None
    return Judged(len(finished) if over else len(finished) + 1, entered, tuple(finished), said, known)


def _outcome(one: Count, other: Count, souls: Souls, *, is_last: bool) -> Outcome:
    if one.people != other.people:
        return Outcome.UNRESOLVED if is_last else Outcome.DIFFER
    if one.people > souls.most:
        return Outcome.OVER
    return Outcome.SHORT if one.people < souls.least else Outcome.AGREED


def same_person(name: str, other: str) -> bool:
    return name.casefold() == other.casefold()


def have_counted_together(judgement: Judged, counter: str) -> bool:
    """Return whether a round would be counted by the same two as a former one: others must count."""
    if judgement.entered is None:
        return False
    pair = {judgement.entered.counter.casefold(), counter.casefold()}
    return any({one.counter.casefold(), other.counter.casefold()} == pair for one, other in judgement.finished)


@dataclass(frozen=True, slots=True)
class Reunion:
    """One bus is short and another over: who is missing here is most likely aboard there, safe."""

    short: BusCode
    over: BusCode
    people: int


def reunions(buses: Mapping[BusCode, Judged]) -> tuple[Reunion, ...]:
    """Return which buses make up for each other, in the order of their codes."""
    over = {bus: each.over for bus, each in sorted(buses.items()) if each.over}
    found = []
    for bus, each in sorted(buses.items()):
        left = each.short[1] if each.outcome is Outcome.SHORT else 0
        for other, spare in over.items():
            people = min(left, spare)
            if people:
                found.append(Reunion(bus, other, people))
                left, over[other] = left - people, spare - people
    return tuple(found)
