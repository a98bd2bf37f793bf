"""Facts of other stations, as they arrive."""

from collections.abc import Sequence
from typing import Protocol

from checkin_app.domain.chain import Judgement
from checkin_app.domain.facts import Fact
from checkin_app.domain.ids import Digest, StationId
from checkin_app.services.ports.kept_out import KeptOut, KeptOutFact


class KeepingOut(Protocol):
    """Remembers what is not taken in."""

    def keep_out(self, facts: Sequence[KeptOutFact]) -> None:
        """Remember what was offered and not taken."""
        ...

    def keep_out_misplaced(self, giver: StationId, count: int) -> None:
        """Remember how many rows in another station's store stand in no place of any log."""
        ...


class ArrivalWrites(KeepingOut, Protocol):
    """Takes in, or keeps out, what arrives."""

    def foresee(self, facts: Sequence[Fact]) -> None:
        """Read at once what is asked as each of these is judged."""
        ...

    def take_in(self, fact: Fact) -> Judgement:
        """Judge a fact whose signature was checked; store it where it can be, and fold its subject."""
        ...

    def lacking_among(self, digests: Sequence[Digest]) -> Sequence[Digest]:
        """Return those of the documents named that facts here name and that are not here."""
        ...


class ArrivalQueries(Protocol):
    """What arrived and does not count."""

    def kept_out(self) -> KeptOut:
        """Return what other stations brought that is not part of the record here, or not whole."""
        ...
