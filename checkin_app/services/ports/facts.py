"""Facts that were recorded, and the order in which this laptop heard of them."""

from collections.abc import Collection, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Protocol

from checkin_app.domain.facts import Fact
from checkin_app.domain.ids import FactId, LogId, Subject


class FactReads(Protocol):
    """Single facts."""

    def fact(self, fact: FactId) -> Fact | None: ...
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
