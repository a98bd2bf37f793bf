"""All that is remembered in one store, as others are given it and as it takes in what they have."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from checkin_app.domain.chain import Judgement
from checkin_app.domain.changes import ChangeSet
from checkin_app.domain.facts import Fact
from checkin_app.domain.ids import Digest, LogId, StationId
from checkin_app.domain.sync.vectors import Vector
from checkin_app.services.ports.arrivals import KeepingOut
from checkin_app.services.ports.kept_out import Offered


@dataclass(frozen=True, slots=True)
class Accepted:
    """What became of facts that arrived, and what that changed."""

    judgements: tuple[Judgement, ...]
    """One for each, in their order: a bad one never blocks the next."""
    changes: ChangeSet


class FactSource(Protocol):
    """What others can be given of a store, whole or damaged.

    Each call reads one state of it, and never inside a transaction that writes: nobody who scans waits for it.  Every
    method may raise StorageProblem.
    """

    def above(self, vector: Mapping[LogId, int], limit: int) -> Offered:
        """Return at most `limit` facts that `vector` lacks, each log's in sequence; what is none costs no other."""
        ...

    def following(self, after: Mapping[LogId, int], limit: int) -> Sequence[Fact]:
        """Return at most `limit` facts that follow in the logs named, each log's in sequence, up to what is no fact.

        No more than one message of them is read, and the one that it has no room for.
        """
        ...

    def documents(self, digests: Iterable[Digest], room: int | None = None) -> Mapping[Digest, bytes]:
        """Return those of the documents named that are here and are what their names say.

        Args:
            digests: their names.
            room: bytes; given, no more are read than those have room for, but the first in any case, and none that fits
                into no message.
        """
        ...

    def documents_of(self, facts: Iterable[Fact], room: int | None = None) -> Mapping[Digest, bytes]:
        """Return the documents that are here of those that facts name, as `documents` does."""
        ...

    def spoilt_documents(self, digests: Sequence[Digest]) -> Sequence[Digest]:
        """Return those of the documents named that stand here and are not what their names say."""
        ...

    def misplaced(self) -> int:
        """Return how many rows stand in no place of any log: they cannot be given."""
        ...

    def station_keys(self) -> Mapping[StationId, bytes]:
        """Return the keys of all stations known, as far as they can be read."""
        ...


class FactLog(FactSource, KeepingOut, Protocol):
    """What besides takes in what others have."""

    def vector(self) -> Vector:
        """Return how far every log is known here."""
        ...

    def lacking_documents(self) -> Sequence[Digest]:
        """Return the documents that facts here name and that are not here, by their names."""
        ...

    def unheld(self, digests: Sequence[Digest]) -> Sequence[Digest]:
        """Return those of the documents named that are not here."""
        ...

    def station_key(self, station: StationId) -> bytes | None: ...
    def accept(self, facts: Sequence[Fact], documents: Sequence[bytes] = ()) -> Accepted:
        """Judge facts whose signatures were checked, store those that can be, and keep the documents that facts here name.

        Args:
            facts: those of one log in sequence, and the logs of one station together.
            documents: whatever facts may name.
        """
        ...
