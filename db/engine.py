"""Connections to the store, opened the one way that is safe, with every driver error turned into a Problem here."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from operator import itemgetter
from pathlib import Path
from typing import Any

import sqlalchemy as sa
import sqlcipher3.dbapi2 as driver  # type: ignore[import-untyped]  # the package carries no type hints
from sqlalchemy.dialects import sqlite
from sqlalchemy.pool import QueuePool, StaticPool
from sqlalchemy.sql import visitors

from checkin_app.domain.details import EngineFault, StoreFault
from checkin_app.domain.problems import (
    DiskFull,
    DriverUnfit,
    StoreCorrupt,
)
from db.anchor import Anchor
from db.transaction import Transaction
from db.trouble import RAISED, foreseen, problem_of

#: Every earlier SQLite can corrupt a WAL database (sqlite.org/wal.html, "the WAL-reset bug").
OLDEST_SQLITE = (3, 51, 3)
BUSY_MS = 8000
#: How long SQLite itself looks for a lock to write before we put up a hand and have it look again: at 1, 3 and 8 ms.
_LOOK_MS = 10
#: Pages of 4 KiB, deciphered and ready, taken as they are needed: for who writes, all that scans ask for of 100 000
#: people and change; for who reads, the upper levels of every index.
_WRITER_CACHE, _READER_CACHE = 26_000, 4_000
_SYNCHRONOUS_FULL = 2
#: Pages in the log before a commit also moves them into the database.  A scan writes about twelve, so fewer than
#: one in three hundred waits for it.
CHECKPOINT_PAGES = 4000

#: Steps of SQLite's machine, some hundred of which are a row, between two looks at whether a work is to end.
_STEPS = 20_000
#: Under which name an engine's connections say where their file is.
_FOLDER = "folder"


_NONE = type(None)
#: The driver looks for what adapts each value that is no number or text, and tells of each that nothing does by raising
#: twice within: bytes and nothing at all, which it can bind as they are, cost more than the rest of a row.
driver.register_adapter(bytes, bytes)
driver.register_adapter(_NONE, lambda nothing: nothing)
_KINDS: Mapping[type, type] = {sa.Text: str, sa.Integer: int, sa.BigInteger: int, sa.LargeBinary: bytes}


class Prepared:
    """A Core statement compiled once: the scan path pays for no compiling and no result machinery.

    It is compiled when it is first used: an application that starts knows a hundred statements and needs twenty.
    """

    __slots__ = ("_fitting", "_fixed", "_taken", "_types", "sql", "statement")

    sql: str
    _fixed: Mapping[str, Any]
    _taken: Callable[[Mapping[str, Any]], tuple[Any, ...]]
    _types: tuple[tuple[type, ...], ...]

    def __init__(self, statement: sa.sql.ClauseElement) -> None:
        self.statement = statement
        self._fitting: set[tuple[type, ...]] = set()
        """Types of rows that were found to fit, so that a row costs one look-up."""

    def __getattr__(self, name: str) -> Any:
        if name not in self.__slots__:
            raise AttributeError(name)
        statement = self.statement
        compiled = statement.compile(dialect=_dialect())
        self._types = tuple(kinds_of(statement)) if isinstance(statement, sa.Select) else ()
        self._fixed = {name: value for name, value in compiled.params.items() if value is not None}
        self._taken = _in_order(compiled.positiontup or ())  # type: ignore[attr-defined]  # of statements, which this is
        self.sql = str(compiled)
        return getattr(self, name)

    def fits(self, rows: Iterable[Sequence[Any]]) -> bool:
        """Return whether each value is one that its column can have: SQLite stores anything in any column."""
        for row in rows:
            kinds = tuple(map(type, row))
            if kinds in self._fitting:
                continue
            if not all(map(issubclass, kinds, self._types)):
                return False
            self._fitting.add(kinds)
        return True

    def bound(self, values: Mapping[str, Any]) -> tuple[Any, ...]:
        """Return values in the order in which the statement names them: the driver looks each name up for each row."""
        return self._taken({**self._fixed, **values} if self._fixed else values)


def _in_order(names: Sequence[str]) -> Callable[[Mapping[str, Any]], tuple[Any, ...]]:
    if len(names) > 1:
        return itemgetter(*names)
    return lambda values: tuple([values[name] for name in names])


def kinds_of(statement: sa.Select[Any]) -> Iterator[tuple[type, ...]]:
    """Yield of what types a column's values can be; null only where the column, or an outer join, allows it."""
    joins = (each for each in visitors.iterate(statement) if isinstance(each, sa.Join))
    outer = any(each.isouter for each in joins)
    for column in statement.selected_columns:
        kind = _KINDS.get(type(column.type), object)
        yield (kind,) if isinstance(column, sa.Column) and not (column.nullable or outer) else (kind, _NONE)


@cache
def _dialect() -> sa.Dialect:
    dialect: sa.Dialect = sqlite.dialect(paramstyle="qmark")
    return dialect


class Kept:
    """What a connection has read and need not read again until somebody writes it.

    SQLite's ``data_version`` tells what others committed; whoever writes through this connection says so here.
    """

    __slots__ = ("_values", "_version")

    def __init__(self) -> None:
        self._version = 0
        self._values: dict[Hashable, Any] = {}

    def as_of(self, version: int) -> None:
        """Forget everything that was read at another version of the file."""
        if version != self._version:
            self._version = version
            self._values.clear()

    def get(self, name: Hashable) -> Any:
        """Return what was kept under `name`; None where nothing was."""
        return self._values.get(name)

    def keep(self, name: Hashable, value: Any) -> None:
        self._values[name] = value

    def take(self, name: Hashable) -> Any:
        """Return what was kept under `name`, and keep it no more: whoever takes it changes it."""
        return self._values.pop(name, None)

    def forget(self, *, but: Hashable = None) -> None:
        """Forget everything but what is kept under one name."""
        kept = self._values.get(but)
        self._values.clear()
        if kept is not None:
            self._values[but] = kept


class Link:
    """One open connection: prepared statements straight to the driver, inside SQLAlchemy's transaction."""

    __slots__ = ("_anchor", "_driver", "connection", "folder", "kept")

    def __init__(self, connection: sa.Connection, folder: Path, anchor: Anchor | None = None) -> None:
        self.connection = connection
        self._driver: Any = connection.connection.driver_connection
        self.folder = folder
        self.kept = Kept()
        self._anchor = anchor

    def begin(self) -> Transaction:
        """Begin to write; plain BEGIN would let two read before either writes, and one badge be admitted twice.

        Raises:
            StoreBusy: somebody else writes.
        """
        return Transaction(self.connection, self._driver, self.folder)

    def commit(self, transaction: Transaction) -> None:
        """Commit into the files that are at their path, and know that they were when it was done.

        Raises:
            StoreReplaced: nobody may rely on what was written, if it was.
        """
        anchor = self._anchor
        if anchor:
            anchor.must_hold()
        transaction.commit()
        if anchor:
            anchor.must_hold()

    @contextmanager
    def committing(self, transaction: Transaction) -> Iterator[Callable[[], bool]]:
        """Do the same beside whatever the block does; yield what tells whether it goes on yet."""
        self._must_hold()
        with transaction.committing() as goes_on:
            yield goes_on
        self._must_hold()

    def _must_hold(self) -> None:
        if self._anchor:
            self._anchor.must_hold()

    def all(self, prepared: Prepared, **values: Any) -> list[tuple[Any, ...]]:
        try:
            rows: list[tuple[Any, ...]] = self._driver.execute(prepared.sql, prepared.bound(values)).fetchall()
        except RAISED as error:
            raise self._trouble(error) from error
        self._must_fit(prepared, rows)
        return rows

    def one(self, prepared: Prepared, **values: Any) -> tuple[Any, ...] | None:
        try:
            row: tuple[Any, ...] | None = self._driver.execute(prepared.sql, prepared.bound(values)).fetchone()
        except RAISED as error:
            raise self._trouble(error) from error
        self._must_fit(prepared, (row,) if row else ())
        return row

    def each(self, prepared: Prepared, **values: Any) -> Iterator[tuple[Any, ...]]:
        """Yield rows as they are read: for tables that do not fit in memory."""
        try:
            for row in self._driver.execute(prepared.sql, prepared.bound(values)):
                self._must_fit(prepared, (row,))
                yield row
        except RAISED as error:
            raise self._trouble(error) from error

    def run(self, prepared: Prepared, rows: Sequence[Mapping[str, Any]]) -> int:
        """Execute a writing statement for each of `rows`; return how many rows it changed."""
        if not rows:
            return 0
        try:
            if len(rows) == 1:
                cursor = self._driver.execute(prepared.sql, prepared.bound(rows[0]))
            else:
                cursor = self._driver.executemany(prepared.sql, [prepared.bound(row) for row in rows])
        except RAISED as error:
            raise self._trouble(error) from error
        return int(cursor.rowcount)

    def script(self, sql: str) -> list[tuple[Any, ...]]:
        """Execute one statement given as text: pragmas, and names that are known only when running."""
        try:
            rows: list[tuple[Any, ...]] = self._driver.execute(sql).fetchall()
        except RAISED as error:
            raise self._trouble(error) from error
        return rows

    def ask_all_along(self, stopped: Callable[[], bool] | None) -> None:
        """Ask `stopped` at every few thousand steps of a statement; where it says so, that ends with `WorkStopped`."""
        self._driver.set_progress_handler(stopped, _STEPS)

    def _must_fit(self, prepared: Prepared, rows: Sequence[Sequence[Any]]) -> None:
        if not prepared.fits(rows):
            raise StoreCorrupt(folder=str(self.folder), detail=StoreFault.VALUE_UNFIT)

    def _trouble(self, error: BaseException) -> BaseException:
        return problem_of(error, self.folder) or error


def connect(file: Path, key: bytes) -> Any:
    """Return a driver connection with its key set and nothing read yet.

    Args:
        file: the database; made where it does not exist.
        key: 32 bytes, given raw: a passphrase would cost 175 ms at each connection.

    Raises:
        DriverUnfit: the SQLite of this installation is too old to be trusted with a WAL.
        StorageProblem: the file cannot be opened.
    """
    if tuple(driver.sqlite_version_info) < OLDEST_SQLITE:
        needed = ".".join(map(str, OLDEST_SQLITE))
        raise DriverUnfit(detail=EngineFault.OLD.of(version=driver.sqlite_version, needed=needed))
    with foreseen(file.parent):
        connection = driver.connect(str(file), isolation_level=None, check_same_thread=False)
        try:
            connection.execute("PRAGMA cipher_log_level = NONE")  # it would write to the command's stderr
            connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
            connection.execute(f"PRAGMA busy_timeout = {BUSY_MS}")
        except driver.Error:
            connection.close()
            raise
    return connection


def writer_engine(file: Path, key: bytes) -> sa.Engine:
    """Return the engine of the one connection that writes and checkpoints."""
    engine = _engine(file, lambda: _writer(file, key), StaticPool)
    sa.event.listen(engine, "begin", _begin_immediate)
    return engine


def reader_engine(file: Path, key: bytes) -> sa.Engine:
    """Return the engine of connections that can only read; each transaction sees one state."""
    engine = _engine(file, lambda: _reader(file, key), QueuePool)
    sa.event.listen(engine, "begin", _begin)
    sa.event.listen(engine, "connect", _note_whether_alone)
    sa.event.listen(engine, "checkin", _let_others_in)
    return engine


def _note_whether_alone(connection: Any, record: sa.pool.ConnectionPoolEntry) -> None:
    record.info["alone"] = connection.execute("PRAGMA locking_mode").fetchone()[0] == "exclusive"


def _let_others_in(connection: Any, record: sa.pool.ConnectionPoolEntry) -> None:
    """Close what keeps everybody else out as soon as it has read."""
    if connection is not None and record.info.get("alone"):
        record.invalidate()


def _engine(file: Path, creator: Any, pool: type[sa.Pool]) -> sa.Engine:
    engine = sa.create_engine(
        "sqlite://", module=driver, creator=creator, poolclass=pool, execution_options={_FOLDER: file.parent}
    )

    def translate(context: sa.engine.ExceptionContext) -> None:
        if problem := problem_of(context.original_exception, file.parent):
            raise problem from context.original_exception

    sa.event.listen(engine, "handle_error", translate)
    return engine


def _writer(file: Path, key: bytes) -> Any:
    connection = connect(file, key)
    with closed_on_failure(connection), foreseen(file.parent):
        _set(connection, "journal_mode", "WAL", "wal")
        _set(connection, "synchronous", "FULL", _SYNCHRONOUS_FULL)
        for pragma in ("foreign_keys", "fullfsync", "checkpoint_fullfsync"):
            _set(connection, pragma, "ON", 1)
        _set(connection, "cache_size", str(_WRITER_CACHE), _WRITER_CACHE)
        _set(connection, "wal_autocheckpoint", str(CHECKPOINT_PAGES), CHECKPOINT_PAGES)
        _set(connection, "busy_timeout", str(_LOOK_MS), _LOOK_MS)
    return connection


def _reader(file: Path, key: bytes) -> Any:
    try:
        return _reading(file, key, alone=False)
    except DiskFull:
        return _reading(file, key, alone=True)


def _reading(file: Path, key: bytes, *, alone: bool) -> Any:
    """Return a connection that only reads.

    Args:
        file: the database.
        key: its 32 bytes.
        alone: whether it keeps the index of SQLite's log in memory, for which no other connection may be open: a
            disk that is full has no room for it.
    """
    connection = connect(file, key)
    with closed_on_failure(connection), foreseen(file.parent):
        if alone:
            _set(connection, "locking_mode", "EXCLUSIVE", "exclusive")
        _set(connection, "wal_autocheckpoint", "0", 0)
        _set(connection, "cache_size", str(_READER_CACHE), _READER_CACHE)
        _set(connection, "query_only", "ON", 1)
    return connection


@contextmanager
def closed_on_failure(connection: Any) -> Iterator[None]:
    try:
        yield
    except BaseException:
        connection.close()
        raise


def _set(connection: Any, pragma: str, value: str, expected: str | int) -> None:
    """Set a pragma and read it back: SQLite passes over what it cannot do in silence."""
    connection.execute(f"PRAGMA {pragma} = {value}")
    row = connection.execute(f"PRAGMA {pragma}").fetchone()
    if row is None or row[0] != expected:
        found = str(row[0]) if row else "–"
        raise DriverUnfit(detail=EngineFault.SET_OTHERWISE.of(pragma=pragma, found=found, needed=expected))


def _begin_immediate(connection: sa.Connection) -> None:
    driven: Any = connection.connection.driver_connection
    if not driven.in_transaction:  # `Link.begin` has begun it
        _say(connection, "BEGIN IMMEDIATE")


def _begin(connection: sa.Connection) -> None:
    _say(connection, "BEGIN")


def _say(connection: sa.Connection, sql: str) -> None:
    """Execute straight on the driver: SQLAlchemy's own way costs each scan ten times as much."""
    driven: Any = connection.connection.driver_connection
    with foreseen(connection.get_execution_options()[_FOLDER]):
        driven.execute(sql)
