"""The facts of another station: taken in any order, with any duplicates, to the same state."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import assert_never

from checkin_app.domain.chain import Forked, Judgement, Known, Later, Stored, Why, refusal
from checkin_app.domain.changes import ChangeSet
from checkin_app.domain.facts import Fact
from checkin_app.domain.ids import Digest, FactId, LogId, StationId, station_id, station_of
from checkin_app.services.ports.fact_log import FactLog, FactSource
from checkin_app.services.ports.kept_out import KeptOutFact, Offered, kept_out
from checkin_app.services.ports.signing import BadgeSigner

BATCH = 1000


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
    """What becomes of the facts of a bundle."""

    station: StationId
    stored: int = 0
    known: int = 0
    later: list[FactId] = field(default_factory=list)
    forked: list[FactId] = field(default_factory=list)
    refused: list[FactId] = field(default_factory=list)
    kept_out: list[KeptOutFact] = field(default_factory=list)
    returned: int = 0

    def refuse(self, fact: Fact, why: Why) -> None:
        self.refused.append(fact.fact_id)
        self.kept_out += kept_out([fact], why)

    def note(self, fact: Fact, judgement: Judgement) -> None:
        match judgement:
            case Stored():
                self.stored += 1
                self.returned += station_of(fact.log_id) == self.station
            case Known():
                self.known += 1
            case Later():
                self.later.append(fact.fact_id)
                self.kept_out += kept_out([fact], Why.GAP)
            case Forked():
                self.forked.append(fact.fact_id)
            case _:
                assert_never(judgement)

    def result(self, changes: ChangeSet) -> MergeResult:
        return MergeResult(
            stored=self.stored,
            known=self.known,
            later=tuple(self.later),
            forked=tuple(self.forked),
            refused=tuple(self.refused),
            changes=changes,
            returned=self.returned,
        )


def bundle_above(log: FactSource, vector: Mapping[LogId, int], limit: int = BATCH) -> Bundle:
    """Return at most `limit` facts above `vector`, oldest first in each log, from a store that need not be whole."""
    found = log.above(vector, limit)
    return Bundle(found.facts, log.documents_of(found.facts), found.malformed)


@dataclass(frozen=True, slots=True)
class Merging:
    """Give what another lacks, and take what this one lacks."""

    log: FactLog
    signer: BadgeSigner

    def vector(self) -> Mapping[LogId, int]:
        """Return the highest contiguous sequence number of every log here."""
        return self.log.heads()

    def give(self, vector: Mapping[LogId, int], limit: int = BATCH) -> Bundle:
        return bundle_above(self.log, vector, limit)

    def take(self, bundle: Bundle, admitted: Mapping[StationId, bytes]) -> MergeResult:
        """Store the facts of `bundle` that prove to be what they say.

        Args:
            bundle: facts in any order, with any duplicates.
            admitted: public keys of stations that a person admits with this exchange, besides those enrolled.
        """
        answers = _Answers(station_id(self.signer.public_key))
        answers.refused += [each.fact_id for each in bundle.malformed]
        answers.kept_out += bundle.malformed
        proven = self._proven(bundle.facts, admitted, answers)
        accepted = self.log.accept(proven, [*bundle.documents.values()])
        for fact, judgement in zip(proven, accepted.judgements, strict=True):
            answers.note(fact, judgement)
        if answers.kept_out:
            self.log.keep_out(answers.kept_out)
        return answers.result(accepted.changes)

    def _proven(self, facts: Sequence[Fact], admitted: Mapping[StationId, bytes], answers: _Answers) -> Sequence[Fact]:
        """Return the facts whose signature holds, each log's in sequence; nobody waits for the proving."""
        stations = {station_of(fact.log_id) for fact in facts}
        keys = {station: self.log.station_key(station) or admitted.get(station) for station in stations}
        proven: list[Fact] = []
        for fact in _contiguous(facts):
            if why := refusal(fact, keys[station_of(fact.log_id)], self.signer.holds):
                answers.refuse(fact, why)
            else:
                proven.append(fact)
        return proven


def _contiguous(facts: Sequence[Fact]) -> list[Fact]:
    """Return the facts so that each log's are in sequence: what is offered in any order is taken in one pass."""
    return sorted(facts, key=lambda fact: (fact.log_id, fact.seq))
