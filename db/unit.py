"""One transaction of the writer: what a service reads, decides and records, all of it or nothing."""

import logging
import time
from collections.abc import Callable, Collection, Sequence
from contextlib import AbstractContextManager
from types import TracebackType
from typing import TypeAlias, assert_never

from checkin_app.domain.chain import Forked, Head, Judgement, Known, Later, Stored, judge
from checkin_app.domain.changes import Changed
from checkin_app.domain.facts import Fact
from checkin_app.domain.hlc import observe
from checkin_app.domain.ids import Digest, FactId, LogId, StationId, station_of
from checkin_app.domain.kinds.operators import OperatorSignedIn
from checkin_app.domain.kinds.registry import KINDS
from checkin_app.domain.kinds.scans import ScanDecided
from checkin_app.runtime.logs import Plain
from checkin_app.services.ports import operations as ports
from checkin_app.services.ports.kept_out import KeptOutFact
from db import counting
from db.engine import Link
from db.log import documents, heads, kept_out, quarantine, stamps
from db.log import facts as written
from db.log.rows import read_off
from db.operations import OperationLog
from db.recording import Recording, Workplace
from db.transaction import Transaction

__all__ = ["Unit", "UnitOpening", "Workplace"]
log = logging.getLogger(__name__)


PutThrough: TypeAlias = Callable[[Callable[[], None]], None]
"""Puts what was committed through to the disk, and then tells so; raises StorageProblem."""


class UnitOpening:
    """One transaction as a unit of work: a plain context, since each scan enters it."""

    __slots__ = ("_before", "_opening", "_put_through", "_transaction", "_unit", "_workplace")

    def __init__(
        self,
        opening: AbstractContextManager[tuple[Link, Transaction]],
        workplace: Workplace,
        put_through: PutThrough | None = None,
    ) -> None:
        """Open a unit; where its commit waits for no disk, `put_through` does, once others have the turn."""
        self._opening, self._workplace, self._put_through = opening, workplace, put_through

    def __enter__(self) -> "Unit":
        link, self._transaction = self._opening.__enter__()
        try:
            log = self._workplace.log
            log.come_back(self._workplace.clock())
            self._before = log.head
            self._unit = Unit(link, self._transaction, self._workplace, aside=self._put_through is not None)
        except BaseException as error:
            self._opening.__exit__(type(error), error, error.__traceback__)
            raise
        return self._unit

    def __exit__(
        self, kind: type[BaseException] | None, raised: BaseException | None, trace: TracebackType | None
    ) -> bool | None:
        log, before = self._workplace.log, self._before
        if self._transaction.is_active and log.head.log_id == before.log_id:
            log.head = before
        left = self._opening.__exit__(kind, raised, trace)
        if self._put_through and self._unit.unacknowledged:
            self._wait_for_disk(self._put_through)
        return left

    def _wait_for_disk(self, put_through: PutThrough) -> None:
        """Wait while others have the turn, and have it known then how far logs are."""
        heads, witness = self._unit.unacknowledged, self._workplace.witness
        try:
            put_through(lambda: witness.acknowledge(heads) if witness else None)
        except BaseException:
            with self._workplace.turns.taken():
                self._workplace.log.forsake()
            raise


class Unit(Recording):
    """Offers all that `services.ports` asks of a transaction: its own facts, those of an operation and of other stations."""

    def __init__(self, link: Link, transaction: Transaction, workplace: Workplace, *, aside: bool = False) -> None:
        super().__init__(link, transaction, workplace)
        self._aside = aside
        self.unacknowledged: Collection[Head] = ()
        """How far logs are that were committed `aside`: whether it is on the disk is not known yet."""
        self._heads: dict[LogId, Head] = {}
        self._foreseen: set[FactId] = set()
        self._called: set[tuple[StationId, FactId]] = set()
        """Which stations call facts by the names that were foreseen."""
        self._begun = time.monotonic()

    def _acknowledge(self, written: Collection[Head]) -> None:
        if self._aside:
            self.unacknowledged, self._witness = written, None  # whoever waits for the disk tells it
        super()._acknowledge(written)

    def may_go_on(self) -> bool:
        return self._turns.may_go_on(time.monotonic() - self._begun)

    @property
    def scans_are_near(self) -> bool:
        return self._turns.scans_are_near

    def settle(self) -> None:
        self._settle()

    def append(self, log: ports.OperationLog, most: int) -> int:
        """Append what was written aside into an operation's log of this station."""
        if not isinstance(log, OperationLog):
            raise TypeError("only a log that this store began can be appended to it")
        for each in log.taken(most):
            self._documents.update(each.documents)
            self._note(each.fact, each.derived, each.head)
            self._last = max(self._read_clock(), each.head.clock)
        self._settle()
        return log.left

    def count_on(self, most: int) -> int:
        """Let up to `most` facts of closed operations begin to count, or of those taken back cease to.

        Returns:
            How many are left.
        """
        self._settle()
        stretch = counting.step(self._link, most)
        if stretch is None:
            return 0
        self._counted.forget()
        for aspect, subject in stretch.touched:
            self._touched.subject(aspect, subject)
        for kind in stretch.kinds:
            self._changes |= KINDS[kind].CHANGES
        self._changes.add(Changed.OPERATIONS)
        self._fold()
        return stretch.left

    def foresee(self, facts: Sequence[Fact]) -> None:
        self._settle()
        self._foreseen = {each.fact_id for each in facts}
        self._called = written.called_so(self._link, [*self._foreseen])

    def take_in(self, fact: Fact) -> Judgement:
        judgement = judge(fact, self)
        match judgement:
            case Stored():
                self._store(fact, self.head_of(fact.log_id))
            case Forked(why):
                quarantine.set_aside(self._link, fact)
                log.info("a fact was set aside: %s", Plain(why.value))
            case Known() | Later():
                pass
            case _:
                assert_never(judgement)
        return judgement

    def lacking_among(self, digests: Sequence[Digest]) -> Sequence[Digest]:
        self._settle()
        return documents.lacking_among(self._link, digests)

    def set_aside(self, facts: Sequence[Fact]) -> None:
        """Keep facts as evidence that are never folded."""
        for each in facts:
            quarantine.set_aside(self._link, each)

    def keep_out(self, facts: Sequence[KeptOutFact]) -> None:
        self._settle()  # what came in this transaction is not kept out
        kept_out.remember(self._link, facts, stamps.recordable(self._clock()))

    def keep_out_misplaced(self, giver: StationId, count: int) -> None:
        kept_out.remember_misplaced(self._link, giver, count, stamps.recordable(self._clock()))

    def _store(self, fact: Fact, head: Head) -> None:
        now = stamps.recordable(self._clock())
        moved = head.moved_by(fact, now)
        self._last = observe(self._read_clock(), fact.hlc, now)
        self._flagged = self._flagged or moved.flagged > head.flagged
        self._heads[fact.log_id] = moved
        derived = read_off(fact)
        self._note(fact, derived, moved)
        self._called.add((station_of(fact.log_id), fact.fact_id))
        if isinstance(fact.said, ScanDecided):
            self._touched.come.append(fact)
        elif isinstance(fact.said, OperatorSignedIn):
            self._touched.sign_ins.add(fact.fact_id)

    def head_of(self, log_id: LogId) -> Head:
        if self.is_writing(log_id):
            return self._log.head
        if log_id not in self._heads:
            self._settle()
            self._heads[log_id] = heads.head_of(self._link, log_id)
        return self._heads[log_id]

    def hash_at(self, log_id: LogId, seq: int) -> bytes | None:
        self._settle()
        fact = written.at(self._link, log_id, seq)
        return fact.hash() if fact else None

    def is_writing(self, log_id: LogId) -> bool:
        return log_id == self._log.head.log_id

    def is_called_so(self, station: StationId, fact_id: FactId) -> bool:
        if fact_id in self._foreseen:
            return (station, fact_id) in self._called
        return (station, fact_id) in self._waiting_ids or written.is_called_so(self._link, station, fact_id)
