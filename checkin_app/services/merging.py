"""The facts of another station: taken in any order, with any duplicates, to the same state."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol, assert_never

from checkin_app.domain.chain import Forked, Judgement, Known, Later, Stored, Why, refusal
from checkin_app.domain.changes import ChangeSet
from checkin_app.domain.facts import Fact
from checkin_app.domain.ids import Digest, FactId, LogId, StationId, station_of
from checkin_app.services.badges import JobUnit, doubt_jobs
from checkin_app.services.kept_out import KeptOutFact, Offered, kept_out
from checkin_app.services.offering import OpenOffering
from checkin_app.services.operations import CountingUnit, count_due, work_off
from checkin_app.services.ports.arrivals import ArrivalWrites, ArrivedReads
from checkin_app.services.ports.signing import BadgeSigner
from checkin_app.services.ports.stations import ForumReads
from checkin_app.services.ports.transactions import Opens, Transaction

BATCH = 1000


class TakingUnit(ArrivalWrites, CountingUnit, JobUnit, ForumReads, Protocol):
    """Takes in what arrives, and what follows from it."""


@dataclass(frozen=True, slots=True)
class Bundle:
    """What one station gives another: facts in the order of their logs, and the documents they name."""

    facts: tuple[Fact, ...]
    documents: Mapping[Digest, bytes]
    malformed: tuple[KeptOutFact, ...] = ()
    """Places among them at which something stands that is no fact."""

    @property
    def reached(self) -> Mapping[LogId, int]:
        """Return how far this is of each log."""
        return Offered(self.facts, self.malformed).reached


@dataclass(frozen=True, slots=True)
class MergeResult:
    """An answer for each fact: a bad one never blocks the next."""

    stored: int
    known: int
    later: tuple[FactId, ...]
    """Their forerunners have not arrived: to be offered again."""
    forked: tuple[FactId, ...]
    refused: tuple[FactId, ...]
    """Their signature does not hold, or their station is not admitted here."""
    changes: ChangeSet
    returned: int = 0
    """Of those stored, how many this station had written itself and no longer had."""


@dataclass(slots=True)
class _Answers:
    """What became of the facts so far."""

    stored: int = 0
    known: int = 0
    later: list[FactId] = field(default_factory=list)
    forked: list[FactId] = field(default_factory=list)
    refused: list[FactId] = field(default_factory=list)
    kept_out: list[KeptOutFact] = field(default_factory=list)
    returned: list[Fact] = field(default_factory=list)
    changes: ChangeSet = frozenset()
    done: int = 0
    """How many of those that are proven were taken in."""
    doubted: int = 0
    """Of those that came back, of how many the jobs were doubted."""

    def take(self, fact: Fact, judgement: Judgement, own: StationId) -> None:
        match judgement:
            case Stored():
                self.stored += 1
                if station_of(fact.log_id) == own:
                    self.returned.append(fact)
            case Known():
                self.known += 1
            case Later():
                self.later.append(fact.fact_id)
                self.kept_out += kept_out([fact], Why.GAP)
            case Forked():
                self.forked.append(fact.fact_id)
            case _:
                assert_never(judgement)

    def result(self) -> MergeResult:
        return MergeResult(
            stored=self.stored,
            known=self.known,
            later=tuple(self.later),
            forked=tuple(self.forked),
            refused=tuple(self.refused),
            changes=self.changes,
            returned=len(self.returned),
        )


@dataclass(frozen=True, slots=True)
class Giving:
    """Give what another lacks, from a store that need not be whole."""

    reading: OpenOffering

    def give(self, vector: Mapping[LogId, int], limit: int = BATCH) -> Bundle:
        """Return at most `limit` facts above `vector`, oldest first in each log."""
        with self.reading() as state:
            found = state.offered(vector, limit)
            return Bundle(found.facts, state.documents_of(found.facts), found.malformed)

    def documents(self, digests: Sequence[Digest]) -> Mapping[Digest, bytes]:
        """Return those of the documents named that are here."""
        with self.reading() as state:
            return state.documents_named(digests)

    def spoilt(self, digests: Sequence[Digest]) -> Sequence[Digest]:
        """Return those of the documents named that stand here and are not what their names say."""
        with self.reading() as state:
            return state.spoilt_documents(digests)

    def misplaced(self) -> int:
        """Return how many rows here stand in no place of any log: they cannot be given."""
        with self.reading() as state:
            return state.misplaced()

    def stations(self) -> Mapping[StationId, bytes]:
        """Return the keys of the stations that are known here."""
        with self.reading() as state:
            return state.station_keys()


@dataclass(frozen=True, slots=True)
class Merging(Giving):
    """Take besides what this one lacks.  Scans go on between its pieces."""

    reading: Opens[ArrivedReads]
    open_piece: Opens[TakingUnit]
    signer: BadgeSigner

    def vector(self) -> Mapping[LogId, int]:
        """Return the highest contiguous sequence number of every log here."""
        with self.reading() as state:
            return state.heads()

    def lacking(self) -> Sequence[Digest]:
        """Return the documents that facts here name and that are not here."""
        with self.reading() as state:
            return state.lacking_documents()

    def note_misplaced(self, giver: StationId, count: int) -> None:
        """Remember how many rows in another station's store stand in no place of any log."""
        with self.open_piece() as unit:
            unit.keep_out_misplaced(giver, count)
            unit.commit()

    def take(self, bundle: Bundle, admitted: Mapping[StationId, bytes]) -> MergeResult:
        """Store the facts of `bundle` that prove to be what they say.

        Args:
            bundle: facts in any order, with any duplicates.
            admitted: public keys of stations that a person admits with this exchange, besides those enrolled.
        """
        answers = _Answers(refused=[each.fact_id for each in bundle.malformed], kept_out=[*bundle.malformed])
        proven = self._proven(bundle.facts, admitted, answers)
        work_off(self.open_piece, [*bundle.documents.values()], _keep)  # before the facts that name them
        work_off(self.open_piece, proven, lambda unit, facts: _accept(unit, facts, proven, answers))
        if answers.kept_out:
            self._remember(answers.kept_out)
        answers.changes |= count_due(self.open_piece)
        return answers.result()

    def _remember(self, facts: Sequence[KeptOutFact]) -> None:
        with self.open_piece() as unit:
            unit.keep_out(facts)
            unit.commit()

    def _proven(self, facts: Sequence[Fact], admitted: Mapping[StationId, bytes], answers: _Answers) -> Sequence[Fact]:
        """Return the facts whose signature holds, each log's in sequence; nobody waits for the proving."""
        with self.reading() as state:
            stations = {station_of(fact.log_id) for fact in facts}
            keys = {station: state.station_key(station) or admitted.get(station) for station in stations}
        proven: list[Fact] = []
        for fact in _contiguous(facts):
            if why := refusal(fact, keys[station_of(fact.log_id)], self.signer.holds):
                answers.refused.append(fact.fact_id)
                answers.kept_out += kept_out([fact], why)
            else:
                proven.append(fact)
        return proven


def _keep(unit: Transaction, documents: Sequence[bytes]) -> None:
    for document in documents:
        unit.keep(document)
    unit.settle()


def _accept(unit: TakingUnit, facts: Sequence[Fact], whole: Sequence[Fact], answers: _Answers) -> None:
    """Take in some facts of `whole`, which follow those that were taken in before."""
    own = unit.station.id
    for fact in facts:
        answers.take(fact, unit.accept(fact), own)
    answers.done += len(facts)
    following = whole[answers.done : answers.done + 1]
    # What a job came to is known with the last of what this station had lost; a station's logs stand together.
    if answers.returned and not any(station_of(each.log_id) == own for each in following):
        doubt_jobs(unit, answers.returned[answers.doubted :])
        answers.doubted = len(answers.returned)
    unit.settle()
    answers.changes |= unit.changes


def _contiguous(facts: Sequence[Fact]) -> list[Fact]:
    """Return the facts so that each log's are in sequence: what is offered in any order is taken in one pass."""
    return sorted(facts, key=lambda fact: (fact.log_id, fact.seq))
