"""What stations that were apart said differently, and what people said of that."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from checkin_app.domain.contradictions import Conflict, Settlement
from checkin_app.domain.ids import ContradictionId, Digest, Instant, StationId
from checkin_app.services.ports.acting import Makers


@dataclass(frozen=True, slots=True)
class Contradictions:
    """What needs a person, and what was settled last, with the names of laptops."""

    open: Sequence[Conflict]
    settled: Sequence[Conflict]
    stations: Mapping[StationId, str]
    makers: Makers = field(default_factory=Makers)
    """Who made each claim, and who settled it."""


class ConflictReads(Protocol):
    """One contradiction, and what was said of it."""

    def conflict(self, contradiction: ContradictionId) -> Conflict | None:
        """Return it as long as the facts show it, whatever was said of it."""
        ...

    def settlement(self, contradiction: ContradictionId) -> Settlement | None: ...
    def document(self, digest: Digest) -> bytes | None: ...


class ConflictQueries(Protocol):
    """What a person has to settle, and what was settled."""

    def conflicts(self) -> Sequence[Conflict]:
        """Return what is open, waits, or happened in a rehearsal; what was settled is not among it."""
        ...

    def heard(self, conflict: Conflict) -> Sequence[Mapping[StationId, Instant]]:
        """Return of each claim up to when its laptop had heard of the others by then, as far as facts show that."""
        ...

    def settled(self, limit: int) -> Sequence[Conflict]:
        """Return what was settled last, the newest first."""
        ...
