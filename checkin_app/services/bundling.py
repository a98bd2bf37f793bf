"""What a stick carries from laptop to laptop: batches of facts with the documents they name."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from checkin_app.domain.chain import Known
from checkin_app.domain.changes import Changed, ChangeSet
from checkin_app.domain.facts import Fact
from checkin_app.domain.ids import LogId
from checkin_app.domain.sync.messages import FULL, Batch
from checkin_app.services.conversing import Way
from checkin_app.services.ports.fact_log import FactLog
from checkin_app.services.responding import facts_following


@dataclass(frozen=True, slots=True)
class BundleWritten:
    """What was put into a bundle."""

    facts: int
    stations: tuple[str, ...]
    """The other laptops that can open it, as people call them."""

    @property
    def changes(self) -> ChangeSet:
        """Return what screens show otherwise than before: how this laptop stands to the others."""
        return frozenset({Changed.STATIONS})


def batches_above(log: FactLog, before: Mapping[LogId, int], upto: Mapping[LogId, int]) -> Iterator[Batch]:
    """Yield what is here of every log from where it was `before` to where it is in `upto`, each with its documents."""
    after = {log_id: before.get(log_id, 0) for log_id, seq in upto.items() if seq > before.get(log_id, 0)}
    way = Way(after, upto, {})
    while way.after:
        asked = way.next()
        facts = facts_following(log, asked)
        yield from _with_documents(log, facts)
        if not way.went(facts, [Known()] * len(facts)):
            way.leave(asked)


def _with_documents(log: FactLog, facts: tuple[Fact, ...]) -> Iterator[Batch]:
    left = dict.fromkeys(digest for each in facts for digest in each.documents_named)
    while some := log.documents(left, FULL):
        yield Batch(facts, tuple(some.values()))
        facts, left = (), {each: None for each in left if each not in some}
    if facts:
        yield Batch(facts)
