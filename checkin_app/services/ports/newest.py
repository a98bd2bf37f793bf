"""What was stored last, in the order in which this store heard of it."""

from dataclasses import dataclass
from typing import Protocol

from checkin_app.domain.facts import Fact


@dataclass(frozen=True, slots=True)
class Newest:
    """Facts that came after a place."""

    arrival: int
    """The place of the last of them: ask for what comes after it."""
    facts: tuple[Fact, ...]


class NewestSource(Protocol):
    """What a stream is made of; a place means something in one process of one store alone."""

    def newest_arrival(self) -> int:
        """Return the place of what was stored last."""
        ...

    def arrived_after(self, arrival: int, limit: int) -> Newest:
        """Return at most `limit` facts that were stored after a place; what is none is passed over."""
        ...
