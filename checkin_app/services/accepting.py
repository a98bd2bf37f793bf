"""Facts that arrive at a station: stored and folded piece by piece, with what follows from them in one transaction."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import Protocol

from checkin_app.domain.canonical import digest_of
from checkin_app.domain.chain import Judgement, Known, Stored
from checkin_app.domain.changes import Changed, ChangeSet
from checkin_app.domain.facts import Fact
from checkin_app.domain.ids import Digest, StationId, station_of
from checkin_app.services.badges import JobUnit, doubt_jobs
from checkin_app.services.operations import CountingUnit, count_due, work_off
from checkin_app.services.ports.arrivals import ArrivalWrites
from checkin_app.services.ports.fact_log import Accepted
from checkin_app.services.ports.kept_out import KeptOutFact
from checkin_app.services.ports.progress import at_once
from checkin_app.services.ports.stations import StationReads
from checkin_app.services.ports.transactions import Opens

#: What can change without any operation, or anybody on a bus's list, coming to count or ceasing to.
_IN_PASSING: ChangeSet = frozenset({Changed.SCANS, Changed.PRESENCES, Changed.BADGES, Changed.JOBS, Changed.STATIONS})

#: Facts of a piece while people are checked in: with its commit it takes about as long as a scan, so that one that meets it
#: is not seen to wait.
FEW = 3


#: As many facts as arrive at once while laptops hear each other, at most: more are a backlog, for which nobody waits.
LIVE = 200


def _uncounted(_left: int) -> None:
    """Tell nobody."""


class AcceptingUnit(ArrivalWrites, CountingUnit, JobUnit, StationReads, Protocol):
    """Takes in what arrives, and what follows from it."""


class Accepting:
    """The half of a station's ``FactLog`` that takes in; whoever reads its log offers the other."""

    def __init__(self, open_piece: Opens[AcceptingUnit], let_scans_pass: Callable[[], None] = at_once) -> None:
        self._open_piece, self._let_scans_pass = open_piece, let_scans_pass
        self.counting: Callable[[int], None] = _uncounted
        """Is told how many facts of lists that came are left that do not count yet."""

    def accept(self, facts: Sequence[Fact], documents: Sequence[bytes] = ()) -> Accepted:
        """Take in facts, and keep the documents that those taken in name, then or before.  Scans go on in between."""
        arrival = _Arrival(facts, {digest_of(each): each for each in documents})
        work_off(self._between_scans if len(facts) > LIVE else self._open_piece, facts, arrival.take, _few_beside_scans)
        work_off(self._open_piece, arrival.unnamed, arrival.keep)
        # Each transaction is one wait for the disk, and a hub takes in dozens of scans a second.
        counted = frozenset() if arrival.changes <= _IN_PASSING else count_due(self._open_piece, self.counting)
        return Accepted(tuple(arrival.judgements), arrival.changes | counted)

    def _between_scans(self) -> AbstractContextManager[AcceptingUnit]:
        self._let_scans_pass()
        return self._open_piece()

    def keep_out(self, facts: Sequence[KeptOutFact]) -> None:
        with self._open_piece() as unit:
            unit.keep_out(facts)
            unit.commit()

    def keep_out_misplaced(self, giver: StationId, count: int) -> None:
        with self._open_piece() as unit:
            unit.keep_out_misplaced(giver, count)
            unit.commit()


def _few_beside_scans(unit: AcceptingUnit) -> int | None:
    return FEW if unit.scans_are_near else None


@dataclass(slots=True)
class _Arrival:
    """How far the facts of one arrival are."""

    whole: Sequence[Fact]
    documents: Mapping[Digest, bytes]
    judgements: list[Judgement] = field(default_factory=list)
    changes: ChangeSet = frozenset()
    _kept: set[Digest] = field(default_factory=set)
    _returned: list[Fact] = field(default_factory=list)
    """Facts that this station had written itself and no longer had, of whose jobs nothing was said yet."""

    @property
    def unnamed(self) -> Sequence[Digest]:
        """Return the documents that none of the facts taken in names: earlier ones may have waited for them."""
        return [each for each in self.documents if each not in self._kept]

    def keep(self, unit: AcceptingUnit, digests: Sequence[Digest]) -> None:
        """Keep those documents that facts name which came earlier: a stranger could fill the disk with others."""
        for digest in unit.lacking_among(digests):
            unit.keep(self.documents[digest])
        unit.settle()
        self.changes |= unit.changes

    def _keep_named(self, unit: AcceptingUnit, fact: Fact) -> None:
        for digest in fact.documents_named:
            if digest in self.documents and digest not in self._kept:
                unit.keep(self.documents[digest])
                self._kept.add(digest)

    def take(self, unit: AcceptingUnit, facts: Sequence[Fact]) -> None:
        """Take in some facts of the whole, which follow those that were taken in before."""
        own = unit.station.id
        unit.foresee(facts)
        for fact in facts:
            judgement = unit.take_in(fact)
            self.judgements.append(judgement)
            if self.documents and isinstance(judgement, Stored | Known):
                self._keep_named(unit, fact)
            if judgement == Stored() and station_of(fact.log_id) == own:
                self._returned.append(fact)
        following = self.whole[len(self.judgements) : len(self.judgements) + 1]
        # What a job came to is known with the last of what this station had lost; a station's logs stand together.
        if self._returned and not any(station_of(each.log_id) == own for each in following):
            doubt_jobs(unit, self._returned)
            self._returned = []
        unit.settle()
        self.changes |= unit.changes
