"""Facts that arrive at a station: stored and folded piece by piece, with what follows from them in one transaction."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from checkin_app.domain.chain import Judgement, Stored
from checkin_app.domain.changes import ChangeSet
from checkin_app.domain.facts import Fact
from checkin_app.domain.ids import StationId, station_of
from checkin_app.services.badges import JobUnit, doubt_jobs
from checkin_app.services.operations import CountingUnit, count_due, work_off
from checkin_app.services.ports.arrivals import ArrivalWrites
from checkin_app.services.ports.fact_log import Accepted
from checkin_app.services.ports.kept_out import KeptOutFact
from checkin_app.services.ports.stations import StationReads
from checkin_app.services.ports.transactions import Opens, Transaction


class AcceptingUnit(ArrivalWrites, CountingUnit, JobUnit, StationReads, Protocol):
    """Takes in what arrives, and what follows from it."""


class Accepting:
    """The half of a station's ``FactLog`` that takes in; whoever reads its log offers the other."""

    def __init__(self, open_piece: Opens[AcceptingUnit]) -> None:
        self._open_piece = open_piece

    def accept(self, facts: Sequence[Fact], documents: Sequence[bytes] = ()) -> Accepted:
        """Keep documents, then take in the facts that may name them.  Scans go on in between."""
        arrival = _Arrival(facts)
        work_off(self._open_piece, documents, arrival.keep)
        work_off(self._open_piece, facts, arrival.take)
        return Accepted(tuple(arrival.judgements), arrival.changes | count_due(self._open_piece))

    def keep_out(self, facts: Sequence[KeptOutFact]) -> None:
        with self._open_piece() as unit:
            unit.keep_out(facts)
            unit.commit()

    def keep_out_misplaced(self, giver: StationId, count: int) -> None:
        with self._open_piece() as unit:
            unit.keep_out_misplaced(giver, count)
            unit.commit()


@dataclass(slots=True)
class _Arrival:
    """How far the facts of one arrival are."""

    whole: Sequence[Fact]
    judgements: list[Judgement] = field(default_factory=list)
    changes: ChangeSet = frozenset()
    _returned: list[Fact] = field(default_factory=list)
    """Facts that this station had written itself and no longer had, of whose jobs nothing was said yet."""

    def keep(self, unit: Transaction, documents: Sequence[bytes]) -> None:
        """Keep some documents, which facts that came earlier may have waited for."""
        for document in documents:
            unit.keep(document)
        unit.settle()
        self.changes |= unit.changes

    def take(self, unit: AcceptingUnit, facts: Sequence[Fact]) -> None:
        """Take in some facts of the whole, which follow those that were taken in before."""
        own = unit.station.id
        for fact in facts:
            judgement = unit.take_in(fact)
            self.judgements.append(judgement)
            if judgement == Stored() and station_of(fact.log_id) == own:
                self._returned.append(fact)
        following = self.whole[len(self.judgements) : len(self.judgements) + 1]
        # What a job came to is known with the last of what this station had lost; a station's logs stand together.
        if self._returned and not any(station_of(each.log_id) == own for each in following):
            doubt_jobs(unit, self._returned)
            self._returned = []
        unit.settle()
        self.changes |= unit.changes
