"""Facts of other stations, as they arrive."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from checkin_app.domain.chain import Judgement
from checkin_app.domain.facts import Fact
from checkin_app.domain.ids import Digest, LogId, StationId
from checkin_app.services.kept_out import KeptOut, KeptOutFact
from checkin_app.services.offering import Offering


class ArrivedReads(Offering, Protocol):
    """How far this store is, and what it lacks."""

    def heads(self) -> Mapping[LogId, int]:
        """Return the version vector: the highest contiguous seq of every log known here."""
        ...

    def lacking_documents(self) -> Sequence[Digest]:
        """Return the documents that facts here name and that are not here."""
        ...

    def station_key(self, station: StationId) -> bytes | None: ...


class ArrivalWrites(Protocol):
    """Takes in, or keeps out, what arrives."""

    def accept(self, fact: Fact) -> Judgement:
        """Store a fact of another log whose signature was checked, and fold its subject."""
        ...

    def keep_out(self, facts: Sequence[KeptOutFact]) -> None:
        """Remember what was offered and not taken."""
        ...

    def keep_out_misplaced(self, giver: StationId, count: int) -> None:
        """Remember how many rows in another station's store stand in no place of any log."""
        ...


class ArrivalQueries(Protocol):
    """What arrived and does not count."""

    def kept_out(self) -> KeptOut:
        """Return what other stations brought that is not part of the record here, or not whole."""
        ...
