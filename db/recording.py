"""Recording: what waits to be written in a transaction, and the projections that follow from it."""

from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TypeVar

from checkin_app.domain.acting import ANYBODY, Acting, acting
from checkin_app.domain.buses import Bus
from checkin_app.domain.canonical import digest_of
from checkin_app.domain.chain import Head
from checkin_app.domain.changes import Changed, ChangeSet
from checkin_app.domain.delegates import BadgeStanding, Delegate
from checkin_app.domain.facts import Fact, FactDraft
from checkin_app.domain.forum import Forum
from checkin_app.domain.hlc import Hlc, is_too_far_ahead, latest, tick
from checkin_app.domain.ids import (
    ActId,
    BusCode,
    DelegateId,
    Digest,
    FactId,
    Instant,
    LogId,
    StationId,
    Subject,
    bus_subject,
    delegate_subject,
    station_of,
)
from checkin_app.domain.kinds.body import Aspect
from checkin_app.domain.kinds.operations import OperationOpened
from checkin_app.domain.kinds.scans import ScanDecided
from checkin_app.domain.movements import Movements
from checkin_app.services.ports.acting import WhoActs
from checkin_app.services.ports.stations import Station
from checkin_app.services.ports.transactions import Clock
from db import judging
from db.counting import Counted
from db.engine import Link
from db.folding import Folding, Touched
from db.log import documents, facts, heads, stamps
from db.log.own_log import OwnLog
from db.log.rows import ReadOff, read_off
from db.log.stamps import Stamp
from db.projections.forums import Forums
from db.projections.projection import Index
from db.reading import Reads
from db.transaction import Transaction
from db.turns import Turns
from db.witness import Witness

T = TypeVar("T")
#: What the projections are of that a connection keeps.
_KEPT = frozenset({Aspect.FORUM, Aspect.STATION, Aspect.OPERATOR, Aspect.BUS})


@dataclass(frozen=True, slots=True)
class Workplace:
    """What all units of one open store share."""

    station: Station
    forums: Forums
    log: OwnLog
    clock: Clock
    index: Index
    turns: Turns
    who: WhoActs
    witness: Witness | None = None
    """None for a store that nobody has heard of yet."""


class Recording(Reads):
    """Records and reads inside one BEGIN IMMEDIATE.

    What is recorded waits in memory until something that it touches is read, or until the commit, so that a list
    of thousands is written in a few statements.
    """

    def __init__(self, link: Link, transaction: Transaction, workplace: Workplace) -> None:
        super().__init__(link, workplace.station, workplace.forums)
        self._transaction = transaction
        self._log = workplace.log
        self._witness = workplace.witness
        self._clock = workplace.clock
        self._turns = workplace.turns
        self._counted = Counted(link)
        self._folding = Folding(link, workplace.index, self._counted)
        self._last: Hlc | None = None
        self._flagged = True
        """Whether a fact here may be dated later than this laptop's next one."""
        self._behind = False
        """Whether a log's clock lies too far ahead to be followed now: as time goes by, it may be."""
        self._waiting: list[tuple[Fact, ReadOff]] = []
        self._waiting_ids: set[tuple[StationId, FactId]] = set()
        self._waiting_heads: dict[LogId, Head] = {}
        self._written_heads: dict[LogId, Head] = {}
        self._documents: dict[Digest, bytes] = {}
        self._touched = Touched()
        self._touched_subjects: set[Subject] = set()
        self._changes: set[Changed] = set()
        self._forum: Forum | None = None
        self._act: ActId | None = None
        self._who = workplace.who
        self._by_itself = False
        self._renewed = False
        """Whether what is kept changed here: what is then read of it may yet be rolled back."""
        self._seen: dict[DelegateId, Movements] = {}
        """What was read in this transaction and cannot have changed since: nobody else writes meanwhile."""

    @property
    def changes(self) -> ChangeSet:
        return frozenset(self._changes)

    @property
    def forum(self) -> Forum:
        if self._forum is None:
            self._settle(Aspect.FORUM)
            self._forum = self._kept("forum", lambda: super(Recording, self).forum)
        return self._forum

    def keys(self, key_id: bytes) -> Sequence[bytes]:
        self._settle(Aspect.STATION)
        return self._kept(("keys", key_id), lambda: super(Recording, self).keys(key_id))

    def bus(self, code: BusCode) -> Bus | None:
        self._settle(bus_subject(code))
        return self._kept(("bus", code), lambda: super(Recording, self).bus(code))

    @property
    def latest(self) -> Hlc:
        """Return the latest stamp that this laptop goes by."""
        return self._read_clock()

    def movements(self, delegate: DelegateId) -> Movements:
        self._settle(delegate_subject(delegate))
        if delegate not in self._seen:
            self._seen[delegate] = super().movements(delegate)
        return self._seen[delegate]

    def person(self, delegate: DelegateId) -> tuple[Delegate | None, BadgeStanding, Movements]:
        person = super().person(delegate)
        self._seen[delegate] = person[2]
        return person

    def new_id(self) -> FactId:
        return stamps.new_fact_id(self._clock())

    def keep(self, document: bytes) -> Digest:
        digest = digest_of(document)
        self._documents[digest] = document
        return digest

    def document(self, digest: Digest) -> bytes | None:
        return self._documents.get(digest) or super().document(digest)

    def as_one_act(self) -> None:
        self._act = self._act or ActId(self.new_id())

    def by_itself(self) -> None:
        self._by_itself = True

    def acting(self) -> Acting:
        self._settle(Aspect.OPERATOR)
        signed_in = self._who.signed_in
        return self._kept(("acting", signed_in), lambda: acting(self.operators(), signed_in))

    def record(self, draft: FactDraft) -> Fact:
        """Append one fact.

        Raises:
            SignInFirst, NoOperatorAnyMore, RoleMayNot: whoever acts may not.
            ClockWrong: no calendar shows what the wall clock says.
            ValueError: the draft's body has not its kind's form: it could never be folded, here or elsewhere.
        """
        return self._record(draft, self._by())

    def record_all(self, drafts: Iterable[FactDraft]) -> Sequence[Fact]:
        """Append several facts by whoever acts as the first is recorded: asked once, however many there are."""
        by = self._by()
        return [self._record(draft, by) for draft in drafts]

    def _by(self) -> Acting:
        return ANYBODY if self._by_itself else self.acting()

    def _record(self, draft: FactDraft, by: Acting) -> Fact:
        now, before = stamps.recordable(self._clock()), self._log.head
        self._last = tick(self._last or self._read_clock(), now)
        if by is not ANYBODY:
            draft = by.said(draft)
        if self._act:
            draft = draft.within(self._act)
        fact = self._log.write(draft, stamps.new_fact_id(now), Stamp(self._last, now, 0))
        derived = read_off(fact)
        if derived.unread:
            self._log.head = before
            raise ValueError(f"a {draft.kind} about {draft.subject.partition(':')[0]} cannot be read back")
        self._note(fact, derived, self._log.head, newest=not self._flagged)
        if isinstance(fact.said, ScanDecided):
            self._touched.new_scans.append(fact)
        return fact

    def commit(self) -> None:
        written = self._claimed()
        try:
            self._link.commit(self._transaction)
        except BaseException:
            self._log.forsake()
            raise
        self._acknowledge(written)

    @contextmanager
    def committing(self) -> Iterator[Callable[[], bool]]:
        written = self._claimed()
        try:
            with self._link.committing(self._transaction) as goes_on:
                yield lambda: goes_on() and not self._turns.somebody_waits_here
        except BaseException:
            self._log.forsake()
            raise
        self._acknowledge(written)

    def _claimed(self) -> Collection[Head]:
        """Write what waits, and return how far logs are with it."""
        self._settle()
        written = self._written_heads.values()
        if self._witness:
            self._witness.claim(written)
        return written

    def _acknowledge(self, written: Collection[Head]) -> None:
        if self._witness:
            self._witness.acknowledge(written)
        self._counted.keep()
        if self._last is not None and not self._behind:
            self._link.kept.keep("clock", (self._last, self._flagged))

    def _note(self, fact: Fact, derived: ReadOff, head: Head, *, newest: bool = False) -> None:
        self._waiting.append((fact, derived))
        self._waiting_ids.add((station_of(fact.log_id), fact.fact_id))
        self._waiting_heads[fact.log_id] = head
        if fact.said is None:
            return
        if isinstance(fact.said, OperationOpened) and fact.seq == 1:
            self._counted.begin(fact.log_id)
        if not self._counted.counts(fact.kind, fact.log_id, fact.seq):
            return  # until its operation is closed; who counts it then folds it
        self._changes |= fact.said.CHANGES
        if derived.aspect and derived.aspect != Aspect.SIGN_IN:
            if newest and isinstance(fact.said, ScanDecided):
                self._touched.moved.setdefault(fact.subject, []).append(fact)
            else:
                for aspect in (derived.aspect, *fact.said.HEEDED_BY):
                    self._touched.subject(aspect, fact.subject)
            self._touched_subjects.add(fact.subject)
            if derived.aspect == Aspect.MOVEMENT:
                self._changes.add(Changed.PRESENCES)
        if derived.target:
            self._touched.scans |= {derived.target, fact.fact_id}

    def _settle(self, only: Subject | Aspect | None = None) -> None:
        """Write what waits, where what is about to be read may depend on it."""
        if not (self._waiting or self._documents) or not self._concerns(only):
            return
        written, kept, moved = self._waiting, self._documents, self._waiting_heads
        self._waiting, self._documents, self._waiting_heads, self._waiting_ids = [], {}, {}, set()
        if kept:
            came = documents.newly_kept(self._link, kept)  # facts that came earlier; what waits to be written is noted
            self._changes |= self._touched.with_documents(self._link, came, self._counted)
        facts.insert(self._link, written)
        self._fold()
        before = {fact.log_id: fact.seq - 1 for fact, _ in reversed(written)}
        heads.save(self._link, [(before[log_id], head) for log_id, head in moved.items()])
        self._written_heads |= moved

    def _fold(self) -> None:
        touched, self._touched, self._touched_subjects = self._touched, Touched(), set()
        seen, self._seen, self._forum = self._seen, {}, None
        self._folding.fold(touched, seen)
        if Aspect.DETAILS in touched.subjects:  # also where somebody who was withdrawn stands again
            self._changes.add(Changed.DELEGATES)
        if not touched.subjects.keys().isdisjoint(_KEPT):
            self._link.kept.forget(but=judging.KEPT)  # which its fold has brought up to date, or taken
            self._renewed = True

    def _concerns(self, only: Subject | Aspect | None) -> bool:
        return only is None or only in self._touched_subjects or self._touched.concerns(only)

    def _read_clock(self) -> Hlc:
        if self._last is None:
            now = self._clock()
            kept = self._link.kept.get("clock")
            heard, self._flagged = kept if kept and not is_too_far_ahead(kept[0], now) else self._clock_of_logs(now)
            self._last = max(heard, self._log.head.clock)  # the stamps of one log never go back
        return self._last

    def _clock_of_logs(self, now: Instant) -> tuple[Hlc, bool]:
        heard, flagged = heads.newest_stamp(self._link)
        if not is_too_far_ahead(heard, now):
            return heard, flagged
        self._behind = True  # this laptop's clock was once wrong, or is now
        return heads.newest_stamp_up_to(self._link, latest(now)), True

    def _kept(self, name: Hashable, read: Callable[[], T]) -> T:
        """Return what was read before if nobody wrote it since, else what is read now."""
        found: T | None = self._link.kept.get(name)
        if found is None:
            found = read()
            if not self._renewed:
                self._link.kept.keep(name, found)
        return found
