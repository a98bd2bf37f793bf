"""The facts of another station: taken in any order, with any duplicates, to the same state."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from checkin_app.domain.facts import Fact, Kind
from checkin_app.domain.ids import Digest, FactId, LogId, StationId, station_id, station_of
from checkin_app.services.badges import doubt_jobs
from checkin_app.services.ports import Acceptance, BadgeSigner, ChangeSet, OpenUnit, UnitOfWork

BATCH = 1000


@dataclass(frozen=True, slots=True)
class Bundle:
    """What one station gives another: facts in the order of their logs, and the documents they name."""

    facts: tuple[Fact, ...]
    documents: Mapping[Digest, bytes]


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


@dataclass(frozen=True, slots=True)
class Merging:
    """Give what another lacks; take what this one lacks."""

    open_unit: OpenUnit
    signer: BadgeSigner

    def vector(self) -> Mapping[LogId, int]:
        """Return the highest contiguous sequence number of every log here."""
        with self.open_unit() as unit:
            return unit.heads()

    def give(self, vector: Mapping[LogId, int], limit: int = BATCH) -> Bundle:
        """Return at most `limit` facts above `vector`, oldest first in each log."""
        with self.open_unit() as unit:
            facts = tuple(unit.facts_above(vector, limit))
            return Bundle(facts, unit.documents_of(facts))

    def take(self, bundle: Bundle, admitted: Mapping[StationId, bytes]) -> MergeResult:
        """Store the facts of `bundle` that prove to be what they say.

        Args:
            bundle: facts in any order, with any duplicates.
            admitted: public keys of stations that a person admits with this exchange, besides those enrolled.
        """
        answers: dict[Acceptance, list[FactId]] = {answer: [] for answer in Acceptance}
        refused: list[FactId] = []
        returned: list[Fact] = []
        with self.open_unit() as unit:
            for document in bundle.documents.values():
                unit.keep(document)
            for fact in _contiguous(bundle.facts):
                if self._is_proven(unit, fact, admitted):
                    answer = unit.accept(fact)
                    answers[answer].append(fact.fact_id)
                    if answer is Acceptance.STORED and station_of(fact.log_id) == unit.station.id:
                        returned.append(fact)
                else:
                    refused.append(fact.fact_id)
            doubt_jobs(unit, returned)
            unit.commit()
            return MergeResult(
                stored=len(answers[Acceptance.STORED]),
                known=len(answers[Acceptance.KNOWN]),
                later=tuple(answers[Acceptance.LATER]),
                forked=tuple(answers[Acceptance.FORKED]),
                refused=tuple(refused),
                changes=unit.changes,
                returned=len(returned),
            )

    def _is_proven(self, unit: UnitOfWork, fact: Fact, admitted: Mapping[StationId, bytes]) -> bool:
        station = station_of(fact.log_id)
        key = unit.station_key(station) or admitted.get(station)
        if key is None or station_id(key) != station:
            return False
        if fact.kind == Kind.STATION_ENROLLED and not _enrols(fact, key):
            return False
        try:
            signed = fact.signed_bytes()
        except ValueError:  # half a character, which nobody can have signed
            return False
        return self.signer.holds(key, signed, fact.signature)


def _enrols(fact: Fact, key: bytes) -> bool:
    """Return whether an enrolment speaks of its own writer: nobody can enrol a third."""
    try:
        return bool(fact.content.get("public_key") == key.hex())
    except (ValueError, RecursionError):
        return False


def _contiguous(facts: Sequence[Fact]) -> list[Fact]:
    """Return the facts so that each log's are in sequence: what is offered in any order is taken in one pass."""
    return sorted(facts, key=lambda fact: (fact.log_id, fact.seq))
