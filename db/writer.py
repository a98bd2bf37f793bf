"""The one connection of a process that writes."""

import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path

from checkin_app.domain.details import StoreFault
from checkin_app.domain.problems import StorageProblem
from checkin_app.runtime.interpreter import uncollected
from db import engine, log_file
from db.anchor import LOG, Anchor
from db.engine import CHECKPOINT_PAGES, Link, closed_on_failure, connect, writer_engine
from db.transaction import Transaction
from db.trouble import foreseen
from db.turns import Turns

#: Pages of a long work in SQLite's log before they are moved into the database outside everybody's way: long before a
#: scan, here or in another process, would have to move them as it commits.
_PAGES_OF_PIECES = CHECKPOINT_PAGES // 3
#: The same while scans come, which wait for the disk beside it: less often.
_PAGES_BESIDE_SCANS = CHECKPOINT_PAGES * 3 // 4


@dataclass(frozen=True, slots=True)
class Piece:
    """One transaction of a long work on the tables themselves."""

    link: Link
    _transaction: Transaction
    _begun: float
    _turns: Turns

    def may_go_on(self) -> bool:
        """Return whether there is time for more in it."""
        return self._turns.may_go_on(time.monotonic() - self._begun)

    def commit(self) -> None:
        self.link.kept.forget()  # what it wrote may be among what is kept
        self.link.commit(self._transaction)


class _Begun:
    """A transaction of a writer, in its turn: a plain context, since each scan enters it."""

    __slots__ = ("_aside", "_begun", "_keeping", "_turn", "_writer")

    def __init__(self, writer: "Writer", turn: AbstractContextManager[None], *, keeping: bool, aside: bool) -> None:
        self._writer, self._keeping, self._aside = writer, keeping, aside
        self._turn = turn

    def __enter__(self) -> tuple[Link, Transaction]:
        self._turn.__enter__()
        try:
            self._begun = self._writer.begin(keeping=self._keeping, aside=self._aside)
        except BaseException:
            self._turn.__exit__(None, None, None)
            raise
        uncollected.__enter__()  # it would visit whatever this process holds, while everybody waits
        return self._begun

    def __exit__(self, *_raised: object) -> None:
        uncollected.__exit__()
        try:
            self._writer.end(*self._begun)
        finally:
            self._turn.__exit__(None, None, None)


class Writer:
    """The one writing connection of a process, used by one thread at a time, whichever that is."""

    def __init__(self, file: Path, key: bytes, anchor: Anchor | None = None) -> None:
        self._engine = writer_engine(file, key)
        self._file, self._key = file, key
        self._folder = file.parent
        self._pages = 0
        """In SQLite's log after the last piece."""
        self._anchor = anchor
        self._link: Link | None = None
        self._closed = False
        self._waits = True
        """Whether a commit waits for the disk."""
        self._is_doubted = False
        """Whether the disk may not have taken some of SQLite's log, whatever it says later."""
        self._connections, self._others = 0, (0, 0)
        self.turns = Turns(file.parent)

    def transaction(
        self, *, keeping: bool = False, first: bool = False, aside: bool = False
    ) -> AbstractContextManager[tuple[Link, Transaction]]:
        """Return the link inside BEGIN IMMEDIATE; what was not committed by the end is rolled back.

        Args:
            keeping: whether `Link.kept` goes on; whoever says so keeps it true to what it writes.
            first: whether somebody may be waiting at the door for it.
            aside: its commit waits for no disk, so that nobody behind it does: whoever says so calls `put_through` after it.
        """
        turn = self.turns.taken_first() if first else self.turns.taken()
        return _Begun(self, turn, keeping=keeping, aside=aside)

    def put_through(self, told: Callable[[], None]) -> None:
        """Put all that was committed through to the disk, beside whoever has the turn; then tell so, in a turn.

        A commit that waits for the disk puts those before it through too, and so does whoever moves pages into the database,
        as closing does: then nobody is told.

        Raises:
            StorageProblem: nobody knows what of it is on the disk.
        """
        try:
            log_file.put_through(self._log)
        except OSError as error:
            if not self._closed:
                self._is_doubted = True
                raise self._disk_fails() from error
        with self.turns.taken():
            if self._is_doubted:  # since a commit failed, which has heard of it instead
                raise self._disk_fails()
            if not self._closed:
                if self._anchor:
                    self._anchor.must_hold()
                told()

    def begin(self, *, keeping: bool, aside: bool) -> tuple[Link, Transaction]:
        """Begin a transaction for whoever has the turn, and calls `end` with it whatever comes."""
        link = self._opened()
        if aside:
            link.script("PRAGMA synchronous = NORMAL")
            self._waits = False
        try:
            transaction = self.turns.begin(link.begin, engine.BUSY_MS / 1000)
        except BaseException:
            self._wait_again(link)
            raise
        try:
            if self._is_doubted:
                self._write_anew()
            version = self._seen_by(link)
            link.kept.as_of(version if keeping else 0)
        except BaseException:
            self.end(link, transaction)
            raise
        return link, transaction

    def _write_anew(self) -> None:
        """Write SQLite's log once more, before anything that follows it there; in a transaction."""
        if self._anchor:
            self._anchor.must_hold()
        try:
            log_file.write_anew(self._log)
        except OSError as error:
            raise self._disk_fails() from error
        self._is_doubted = False

    def _disk_fails(self) -> StorageProblem:
        return StorageProblem(folder=str(self._folder), detail=StoreFault.DISK_FAILS)

    @property
    def _log(self) -> Path:
        return Path(f"{self._file}{LOG}")

    @contextmanager
    def piece(self) -> Iterator[tuple[Link, Transaction]]:
        """Yield a transaction that is one piece of a long work: after everybody who waits, here and elsewhere."""
        self.turns.let_others_pass()
        with self.transaction(keeping=True) as (link, transaction):
            link.script("PRAGMA wal_autocheckpoint = 0")
            try:
                yield link, transaction
            finally:
                link.script(f"PRAGMA wal_autocheckpoint = {CHECKPOINT_PAGES}")
            to_move = self._note_pages(link) if transaction.is_over else 0
        if to_move >= (_PAGES_BESIDE_SCANS if self.turns.scans_are_near else _PAGES_OF_PIECES):
            self.turns.let_scans_pass()  # which would wait for the disk beside it
            self._checkpoint()

    @contextmanager
    def bare_piece(self) -> Iterator[Piece]:
        """Yield such a transaction to whoever writes no facts."""
        with self.piece() as (link, transaction):
            yield Piece(link, transaction, time.monotonic(), self.turns)

    def _note_pages(self, link: Link) -> int:
        """Take note of what a piece wrote into SQLite's log; return how many pages of it are not in the database yet."""
        _, pages, moved = link.script("PRAGMA wal_checkpoint(NOOP)")[0]
        before, self._pages = self._pages, int(pages)
        self.turns.have_written(self._pages - before if self._pages > before else self._pages)
        return self._pages - int(moved)

    def _checkpoint(self) -> None:
        """Move what the pieces wrote from the log into the database, on a connection that nobody else waits for."""
        janitor = connect(self._file, self._key)
        with closed_on_failure(janitor), foreseen(self._file.parent):
            janitor.execute("PRAGMA wal_checkpoint(PASSIVE)")
        janitor.close()

    @contextmanager
    def plain(self) -> Iterator[Link]:
        """Yield the link outside any transaction, for what SQLite does only there."""
        with self.turns.taken():
            yield self._opened()

    @contextmanager
    def if_free(self) -> Iterator[Link | None]:
        """Yield the link outside any transaction where nobody has the turn, else None: for what can wait."""
        with self.turns.taken_if_free() as free:
            yield self._opened() if free else None

    def others(self) -> tuple[int, int]:
        """Return what differs from what it was once another process has written; nobody waits for it.

        SQLite's ``data_version`` is the same after what its own connection commits.  As of the last transaction, where
        one is going on: this is asked again, and whoever reads meanwhile may not be kept waiting.
        """
        with self.turns.taken_if_free() as free:
            if free and self._link:
                self._seen_by(self._link)
        return self._others

    def _seen_by(self, link: Link) -> int:
        version = int(link.script("PRAGMA data_version")[0][0])
        self._others = (self._connections, version)
        return version

    def close(self) -> None:
        """Wait for the turn, then write no more: a printer's thread may outlive the application's window."""
        with self.turns.taken():
            self._closed = True
            if self._link:
                self._link.connection.close()
                self._link = None
            self._engine.dispose()

    def end(self, link: Link, transaction: Transaction) -> None:
        """End whatever is still open; a connection whose commit failed is not trusted again.

        Raises:
            StoreReplaced: what was read was not this store's; a commit has looked itself.
        """
        try:
            if transaction.is_active:
                transaction.rollback()
                if self._anchor:
                    self._anchor.must_hold()
        finally:
            if transaction.is_over:
                self._wait_again(link)
            else:
                self._drop(link)

    def _wait_again(self, link: Link) -> None:
        """Have every commit from now on wait for the disk."""
        if not self._waits:
            try:
                link.script("PRAGMA synchronous = FULL")
            except BaseException:
                self._drop(link)
                raise
            self._waits = True

    def _drop(self, link: Link) -> None:
        """Close a connection of which nobody knows what came of it, nor whether its log is on the disk."""
        self._waits, self._is_doubted = True, True  # as every connection begins
        if self._anchor:
            self._anchor.let_go_beside()
        link.connection.invalidate()
        link.connection.close()
        self._link = None

    def _opened(self) -> Link:
        if self._closed:
            raise StorageProblem(detail=StoreFault.CLOSED)
        if self._link is None:
            self._link = Link(self._engine.connect(), self._folder, self._anchor)
            self._connections += 1  # each begins to count its versions anew
            if self._anchor:
                self._link.script("PRAGMA schema_version")  # a first reading makes the files beside it
                self._anchor.hold_beside()
        return self._link
