"""The log of one operation, written outside every transaction so that nobody waits for its signing."""

from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import filelock

from checkin_app.domain.acting import Acting
from checkin_app.domain.canonical import digest_of
from checkin_app.domain.chain import Head
from checkin_app.domain.delegates import Delegate
from checkin_app.domain.facts import Fact, FactDraft
from checkin_app.domain.hlc import Hlc, tick
from checkin_app.domain.ids import Digest, LogId
from checkin_app.domain.problems import StoreNotWritable
from checkin_app.domain.problems_lists import ListBeingTaken
from checkin_app.services.ports.transactions import Clock
from db.log import stamps
from db.log.own_log import OwnLog
from db.log.rows import ReadOff, read_off
from db.log.stamps import Stamp

_LOCK = "operation.lock"


class WrittenAside(NamedTuple):
    """One fact that is signed and nowhere yet."""

    fact: Fact
    derived: ReadOff
    head: Head
    """How far its log is with it."""
    documents: Mapping[Digest, bytes]
    """What was kept for it."""


class OperationLog:
    """Implements ``ports.operations.OperationLog``; used by one thread."""

    def __init__(
        self, log: OwnLog, clock: Clock, begun: tuple[Hlc, Acting], make_ready: Callable[[Delegate], None]
    ) -> None:
        """Begin a log.

        Args:
            log: a fresh one that nobody else writes.
            clock: the wall clock.
            begun: the greatest stamp known here, and who acts: all of it is theirs, whoever signs in meanwhile.
            make_ready: as `ports.operations.OperationLog` says.
        """
        self.make_ready = make_ready
        self._log = log
        self._clock = clock
        self._last, self._by = begun
        self._documents: dict[Digest, bytes] = {}
        self._written: deque[WrittenAside] = deque()

    @property
    def id(self) -> LogId:
        return self._log.head.log_id

    def keep(self, document: bytes) -> Digest:
        digest = digest_of(document)
        self._documents[digest] = document
        return digest

    def write(self, draft: FactDraft) -> None:
        """Sign one fact; it is nowhere yet.

        Raises:
            SignInFirst, NoOperatorAnyMore, RoleMayNot: whoever acts may not.
        """
        draft = self._by.said(draft)
        now = stamps.recordable(self._clock())
        self._last = tick(self._last, now)
        fact = self._log.write(draft, stamps.new_fact_id(now), Stamp(self._last, now, 0))
        derived = read_off(fact)
        if derived.unread:
            raise ValueError(f"a {draft.kind} about {draft.subject.partition(':')[0]} cannot be read back")
        self._written.append(WrittenAside(fact, derived, self._log.head, self._documents))
        self._documents = {}

    @property
    def left(self) -> int:
        """How many facts were written and not taken."""
        return len(self._written)

    def taken(self, most: int) -> Sequence[WrittenAside]:
        """Return up to `most` of what was written, in its order; it is not returned again."""
        return [self._written.popleft() for _ in range(min(most, len(self._written)))]


@contextmanager
def operating(folder: Path) -> Iterator[None]:
    """Hold the one place for an operation of the station in `folder`; the system lets go when a process dies.

    Raises:
        ListBeingTaken: another process, or another thread of this one, has an operation going.
        StoreNotWritable: there is no right to write there.
    """
    lock = filelock.FileLock(folder / _LOCK, blocking=False, thread_local=False)
    try:
        lock.acquire()
    except filelock.Timeout as held:
        raise ListBeingTaken from held
    except OSError as refused:
        raise StoreNotWritable(folder=str(folder)) from refused
    try:
        yield
    finally:
        lock.release()
