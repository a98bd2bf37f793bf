"""Who acts on this laptop, and what is known of operators."""

from collections.abc import Collection, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import Protocol

from checkin_app.domain.acting import Acting, SignedIn
from checkin_app.domain.facts import Fact
from checkin_app.domain.ids import DelegateId, FactId, LogId, OperatorId, StationId
from checkin_app.domain.operators import Maker, Objection, Operator, counts_anyway
from checkin_app.domain.pins import Tries


@dataclass(slots=True)
class WhoActs:
    """Whoever signed in on this laptop; what is recorded from then on names that.  Changed on the writer's lane alone."""

    signed_in: SignedIn | None = None


@dataclass(frozen=True, slots=True)
class Present:
    """Who the operators are, and who of them acts on this laptop."""

    operators: tuple[Operator, ...]
    acting: Acting

    @property
    def badges(self) -> frozenset[DelegateId]:
        """Return whose badges change hands here: of all who are operators but the one who acts."""
        own = self.acting.operator.badge if self.acting.is_named and self.acting.operator else None
        return frozenset(each.badge for each in self.operators if each.stands and each.badge and each.badge != own)


@dataclass(frozen=True, slots=True)
class NotApplied:
    """What somebody did who might not: it is kept, and does not count, or counts all the same."""

    fact: Fact
    operator: OperatorId | None
    """None where nobody is known who signed in so."""
    why: Objection
    about: str = ""
    """The name of the guest whom it is about, where it is about one who is known."""

    @property
    def counts(self) -> bool:
        return counts_anyway(self.fact)


@dataclass(frozen=True, slots=True)
class Makers:
    """Who made some facts."""

    has_operators: bool = False
    """The forum names who acts; where it does not, nobody is."""
    by: Mapping[tuple[FactId, StationId], Maker] = field(default_factory=dict)

    def of(self, fact: FactId, station: StationId) -> Maker | None:
        return self.by.get((fact, station))


class OperatorReads(Protocol):
    """Who the operators are."""

    def operators(self) -> Sequence[Operator]: ...
    def acting(self) -> Acting: ...
    def heard_of(self, operator: OperatorId) -> Mapping[LogId, int]:
        """Return how far each log is known here in which an operator has acted."""
        ...


class OperatorQueries(Protocol):
    """Who the operators are, and what of theirs does not count."""

    def operators(self) -> Sequence[Operator]:
        """Return all there ever were, by their names."""
        ...

    def not_applied(self) -> Sequence[NotApplied]: ...
    def makers(self, facts: Collection[FactId]) -> Makers:
        """Return who made facts of some names, on whatever laptop."""
        ...


class Pins(Protocol):
    """Hashes PINs: slow on purpose, so no thread that draws or writes asks."""

    def hashed(self, pin: str) -> str: ...
    def matches(self, pin: str, hashed: str) -> bool: ...


class Attempts(Protocol):
    """Remembers wrong PINs on this laptop, also when the application is started again."""

    def alone(self) -> AbstractContextManager[None]:
        """Hold what is remembered against whoever tries at the same time, also in other processes of this laptop."""
        ...

    def of(self, operator: OperatorId) -> Tries: ...
    def wrong(self, operator: OperatorId, tries: Tries) -> None: ...
    def right(self, operator: OperatorId) -> None: ...
