"""The facts of another station: taken in any order, with any duplicates, to the same state."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from checkin_app.domain.bounds import Bounds
from checkin_app.domain.canonical import digest_of
from checkin_app.domain.chain import Forked, Known, Later, Refused, Stored, Why, refusals, runs
from checkin_app.domain.changes import ChangeSet
from checkin_app.domain.facts import Fact
from checkin_app.domain.ids import Digest, LogId, StationId, station_id, station_of
from checkin_app.domain.sync.messages import Answer, Batch
from checkin_app.domain.sync.vectors import Vector
from checkin_app.services.accepting import LIVE
from checkin_app.services.operations import GRAIN
from checkin_app.services.ports.fact_log import FactLog, FactSource
from checkin_app.services.ports.kept_out import KeptOutFact, Offered, kept_out
from checkin_app.services.ports.progress import at_once
from checkin_app.services.ports.signing import BadgeSigner

BATCH = 1000
_STORED = Stored()
_NOBODY: Mapping[StationId, bytes] = MappingProxyType({})


def _lost(_facts: Sequence[Fact]) -> None:
    """Keep nothing, where there is no place for it."""


def _untold(_changes: ChangeSet) -> None:
    """Tell nobody: whoever asked for the exchange hears of it by its answers."""


def _nobody() -> Mapping[StationId, bytes]:
    return _NOBODY


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


def bundle_of(batch: Batch) -> Bundle:
    """Return what came in one message."""
    return Bundle(batch.facts, {digest_of(each): each for each in batch.documents})


@dataclass(frozen=True, slots=True)
class MergeResult:
    """An answer for each fact, in the order they were offered: a bad one never blocks the next."""

    answers: tuple[Answer, ...]
    changes: ChangeSet
    returned: int = 0
    """Of those stored, how many this station had written itself and no longer had."""

    @property
    def stored(self) -> int:
        return self._count(Stored)

    @property
    def known(self) -> int:
        return self._count(Known)

    @property
    def later(self) -> int:
        """Return how many are to be offered again, as their forerunners have not arrived."""
        return self._count(Later)

    @property
    def forked(self) -> int:
        return self._count(Forked)

    @property
    def refused(self) -> int:
        """Return of how many the signature does not hold, or the station is not admitted here, or that are no facts."""
        return self._count(Refused)

    def _count(self, kind: type[Answer]) -> int:
        return sum(isinstance(each, kind) for each in self.answers)


def _unnoted(_bundle: Bundle, _result: MergeResult) -> None:
    """Count nothing: most ask for the answers alone."""


def bundle_above(log: FactSource, vector: Mapping[LogId, int], limit: int = BATCH) -> Bundle:
    """Return at most `limit` facts above `vector`, oldest first in each log, from a store that need not be whole."""
    found = log.above(vector, limit)
    return Bundle(found.facts, log.documents_of(found.facts), found.malformed)


@dataclass(frozen=True, slots=True)
class Merging:
    """Take what this station lacks, and say how far it is."""

    log: FactLog
    signer: BadgeSigner
    vouched: Callable[[], Mapping[StationId, bytes]] = _nobody
    """Returns the keys that the hub vouches for which this laptop was shown."""
    bounds: Callable[[], Bounds] = Bounds
    """Returns what is not taken from laptops, though they signed it."""
    set_aside: Callable[[Sequence[Fact]], None] = _lost
    """Keeps facts of those who were shut out as evidence."""
    shown_by: "Merging | None" = None
    """Of the same station: its store shows what `log`, which several share, keeps out."""
    told: Callable[[ChangeSet], None] = _untold
    """Is told what was changed, where somebody else than who asked shows it."""
    answered: Callable[[Bundle, MergeResult], None] = _unnoted
    """Is told what became of each bundle, where somebody counts it."""
    let_scans_pass: Callable[[], None] = at_once
    """Waits, while guests come, for the moment after one was answered."""

    def vector(self) -> Vector:
        return self.log.vector()

    def take(self, bundle: Bundle, admitted: Mapping[StationId, bytes] = _NOBODY) -> MergeResult:
        """Store the facts of `bundle` that prove to be what they say, and the documents that those name.

        Args:
            bundle: facts in any order, with any duplicates.
            admitted: public keys of stations that a person admits with this exchange, besides those enrolled.

        Returns:
            An answer for each of its facts, and then for each place at which something stands that is none.
        """
        order = sorted(range(len(bundle.facts)), key=lambda place: _place(bundle.facts[place]))
        facts = [bundle.facts[place] for place in order]
        whys = self._refusals(facts, admitted)
        proven = [fact for fact, why in zip(facts, whys, strict=True) if why is None]
        accepted = self.log.accept(proven, [*bundle.documents.values()])
        judged = iter(accepted.judgements)
        told: list[Answer] = [next(judged) if why is None else Refused(why) for why in whys]
        if shut_out := [fact for fact, why in zip(facts, whys, strict=True) if why is Why.REVOKED]:
            self.set_aside(shut_out)
        if out := [*bundle.malformed, *_kept_out(facts, told)]:
            self.log.keep_out(out)
        if self.shown_by:
            forked = [fact for fact, answer in zip(facts, told, strict=True) if isinstance(answer, Forked)]
            self.shown_by.show(out, [*shut_out, *forked])
        if accepted.changes:
            self.told(accepted.changes)
        answers = dict(zip(order, told, strict=True))
        malformed = [Refused(each.why) for each in bundle.malformed]
        returned = sum(map(self._has_returned, facts, told))
        result = MergeResult((*(answers[n] for n in range(len(order))), *malformed), accepted.changes, returned)
        self.answered(bundle, result)
        return result

    def show(self, out: Sequence[KeptOutFact], aside: Sequence[Fact]) -> None:
        """Keep in mind what another log of this station did not take."""
        if out:
            self.log.keep_out(out)
        if aside:
            self.set_aside(aside)

    def _refusals(self, facts: Sequence[Fact], admitted: Mapping[StationId, bytes]) -> list[Why | None]:
        """Return why facts, each log's in sequence, are not even judged; nobody waits for the proving."""
        self._work_out(facts)
        stations = {station_of(fact.log_id) for fact in facts}
        vouched = {**self.vouched(), **admitted}
        keys = {station: self.log.station_key(station) or vouched.get(station) for station in stations}
        holds = self.signer.holds
        whys = [why for run in runs(facts) for why in refusals(run, keys[station_of(run[0].log_id)], holds)]
        bounds = self.bounds()
        return [why or bounds.refusal(fact) for fact, why in zip(facts, whys, strict=True)]

    def _work_out(self, facts: Sequence[Fact]) -> None:
        """Have the hashes of a backlog ready, some at a time: a guest who is answered beside it waits for the interpreter."""
        for place in range(0, len(facts) if len(facts) > LIVE else 0, GRAIN):
            self.let_scans_pass()
            for fact in facts[place : place + GRAIN]:
                fact.hash()

    def _has_returned(self, fact: Fact, answer: Answer) -> bool:
        return answer == _STORED and station_of(fact.log_id) == station_id(self.signer.public_key)


def _place(fact: Fact) -> tuple[LogId, int]:
    """Return what sorts each log's facts in sequence: what is offered in any order is taken in one pass."""
    return fact.log_id, fact.seq


def _kept_out(facts: Sequence[Fact], answers: Sequence[Answer]) -> Iterator[KeptOutFact]:
    """Yield what was not taken, but for what is set aside, which is kept whole."""
    for fact, answer in zip(facts, answers, strict=True):
        if isinstance(answer, Refused):
            yield from kept_out([fact], answer.why)
        elif isinstance(answer, Later):
            yield from kept_out([fact], Why.GAP)
