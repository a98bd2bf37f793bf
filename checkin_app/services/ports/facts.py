"""Facts that were recorded, and the order in which this laptop heard of them."""

from collections.abc import Collection, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Protocol

from checkin_app.domain.facts import Fact
from checkin_app.domain.ids import DelegateId, FactId, LogId, Subject
from checkin_app.domain.movements import Movements


class FactReads(Protocol):
    """Single facts."""

    def fact(self, fact: FactId) -> Fact | None: ...


class ActReads(Protocol):
    """What was done at once."""

    def act_of(self, fact: Fact) -> Sequence[Fact]:
        """Return the facts of the act that one belongs to, in their order: itself where it is all of it."""
        ...


class UndoReads(FactReads, ActReads, Protocol):
    """What can be taken back, and what that would leave."""

    def movements_without(self, delegate: DelegateId, fact: FactId) -> Movements:
        """Return what the movements would be if `fact` were taken back."""
        ...

    def last_actions(self, limit: int) -> Sequence[Fact]:
        """Return this station's newest facts that can be undone and are not, newest first."""
        ...


class ArrivalReads(Protocol):
    """What was heard of since."""

    def arrival(self) -> int:
        """Return the place of the last fact in the order in which this laptop heard of them."""
        ...

    def written_since(self, arrival: int, kinds: Collection[str]) -> Mapping[LogId, AbstractSet[Subject]] | None:
        """Return what facts of `kinds` that came after `arrival` are about, by log; None where they are very many."""
        ...
