"""An emergency at a bus: who was aboard or expected as it was called, and of whom it is known that they are safe.  Pure."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from checkin_app.domain.buses import BusState
from checkin_app.domain.ids import FactId, Instant, StationId


class Condition(StrEnum):
    """What is known of somebody on the list."""

    UNKNOWN = "unknown"
    INJURED = "injured"
    SAFE = "safe"


#: Where laptops apart say different things of one person, the worst holds until somebody looks: whoever is looked for in vain
#: costs minutes, whoever is not looked for may cost a life.
_WORST_FIRST = (Condition.UNKNOWN, Condition.INJURED, Condition.SAFE)


class How(StrEnum):
    """How an emergency came to its end."""

    OVER = "over"
    FALSE_ALARM = "false_alarm"


#: Somebody on the list: a guest by their id, one of the crew by what they are and a number, such as ``driver-1``.
PERSON = re.compile(r"[0-9a-f]{16}|(?:guide|interpreter|security|medic|staff|driver)-[1-9][0-9]{0,2}")


@dataclass(frozen=True, slots=True)
class Call:
    """That somebody called an emergency: the list as it was then."""

    fact_id: FactId
    at: Instant
    station: StationId
    version: int
    """How many facts the bus's list rested on."""
    aboard: tuple[str, ...]
    """By the scans."""
    expected: tuple[str, ...]
    """On the bus's list, not aboard, and nobody knows where."""
    crew: tuple[str, ...]
    reason: str = ""
    rehearsal: bool = False
    """It is a drill."""

    @property
    def people(self) -> tuple[str, ...]:
        return (*self.crew, *self.aboard, *self.expected)


@dataclass(frozen=True, slots=True)
class Mark:
    """What somebody said of one person."""

    fact_id: FactId
    condition: Condition
    at: Instant
    station: StationId
    note: str = ""


@dataclass(frozen=True, slots=True)
class Ending:
    """That somebody ended it."""

    fact_id: FactId
    how: How
    at: Instant
    station: StationId
    reason: str = ""
    unknown: int = 0
    """Of how many nobody knew anything then."""


@dataclass(frozen=True)
class Emergency:
    """What is known of an emergency: of the one that is on, else of the last one.

    Two laptops that called it apart called one emergency: its list holds everybody on either.
    """

    calls: tuple[Call, ...]
    """The first one first."""
    marks: dict[str, tuple[Mark, ...]] = field(default_factory=dict)
    """Of each person what nothing follows, which a further mark must name; different ones contradict each other."""
    endings: tuple[Ending, ...] = ()
    """Those in force, the last one last."""
    facts: tuple[FactId, ...] = ()
    """The calls and endings that a further one must name."""
    is_on: bool = True
    state: BusState = BusState.PLANNED
    """What the bus is besides, and once it is over."""

    @property
    def at(self) -> Instant:
        return self.calls[0].at

    @property
    def rehearsal(self) -> bool:
        return all(each.rehearsal for each in self.calls)

    @property
    def call_facts(self) -> tuple[FactId, ...]:
        return tuple(each.fact_id for each in self.calls)

    @cached_property
    def people(self) -> tuple[str, ...]:
        """Return everybody on the frozen list, each once: the crew, who was aboard, who was expected."""
        crew = (who for each in self.calls for who in each.crew)
        aboard = (who for each in self.calls for who in each.aboard)
        expected = (who for each in self.calls for who in each.expected)
        return tuple(dict.fromkeys((*crew, *aboard, *expected)))

    @cached_property
    def added(self) -> tuple[str, ...]:
        """Return who is marked and was not on the list: found on the spot."""
        return tuple(sorted(who for who in self.marks if not self.is_listed(who)))

    def was_aboard(self, who: str) -> bool:
        return who in self._aboard

    @cached_property
    def _aboard(self) -> frozenset[str]:
        return frozenset(who for each in self.calls for who in (*each.aboard, *each.crew))

    def is_listed(self, who: str) -> bool:
        return who in self._listed

    @cached_property
    def _listed(self) -> frozenset[str]:
        return frozenset(self.people)

    def condition(self, who: str) -> Condition:
        return worst(self.marks.get(who, ()))

    def is_contradicted(self, who: str) -> bool:
        return len({each.condition for each in self.marks.get(who, ())}) > 1

    @cached_property
    def figures(self) -> Mapping[Condition, int]:
        """Return how many are how, of contradictions by the worst; together everybody listed, and who was found besides."""
        found = dict.fromkeys(Condition, 0)
        for who in (*self.people, *self.added):
            found[self.condition(who)] += 1
        return found

    @cached_property
    def contradicted(self) -> int:
        return sum(map(self.is_contradicted, self.marks))

    @property
    def looked_for(self) -> int:
        """Return of how many nobody knows, or laptops apart say different things: somebody has to look."""
        doubted = sum(self.is_contradicted(who) and self.condition(who) is not Condition.UNKNOWN for who in self.marks)
        return self.figures[Condition.UNKNOWN] + doubted


def is_guest(who: str) -> bool:
    """Return whether a name on the list is a guest's id, and not one of the crew."""
    return "-" not in who


def worst(marks: Sequence[Mark]) -> Condition:
    """Return what holds of a person: of several statements the worst, and unknown where there is none."""
    said = {each.condition for each in marks}
    return next((each for each in _WORST_FIRST if each in said), Condition.UNKNOWN)


def crew_keys(crew: Mapping[str, int]) -> tuple[str, ...]:
    """Return by what names those stand on the list who are aboard besides guests."""
    return tuple(f"{who}-{number}" for who, many in crew.items() for number in range(1, many + 1))


def in_order_of_need(emergency: Emergency, people: Iterable[str]) -> tuple[str, ...]:
    """Return people as they are looked through: contradictions, who is unknown, who is injured, who is safe.

    Within each as they are given.
    """
    place = {condition: number for number, condition in enumerate(_WORST_FIRST)}
    return tuple(sorted(people, key=lambda who: (not emergency.is_contradicted(who), place[emergency.condition(who)])))
