"""Which Problem each error of the database's driver is."""

import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import sqlcipher3.dbapi2 as driver  # type: ignore[import-untyped]  # the package carries no type hints

from checkin_app.domain.details import StoreFault
from checkin_app.domain.problems import (
    DiskFull,
    MemoryShort,
    Problem,
    StorageProblem,
    StoreBusy,
    StoreCorrupt,
    StoreNotWritable,
    WorkStopped,
    WrongKey,
)
from checkin_app.domain.texts import Detail

#: Bytes that SQLite makes an index of its log with.
_ROOM = 65_536
#: SQLite's primary result codes that are expected trouble, with the words it has for them
#: (sqlite.org/rescode.html, sqlite3_errstr); any other is a bug of ours.
TROUBLE: Mapping[int, tuple[type[StorageProblem], str]] = {
    3: (StoreNotWritable, "access permission denied"),
    5: (StoreBusy, "database is locked"),
    6: (StoreBusy, "database table is locked"),
    7: (MemoryShort, "out of memory"),
    8: (StoreNotWritable, "attempt to write a readonly database"),
    10: (StorageProblem, "disk I/O error"),
    11: (StoreCorrupt, "database disk image is malformed"),
    13: (DiskFull, "database or disk is full"),
    14: (StoreNotWritable, "unable to open database file"),
    15: (StoreBusy, "locking protocol"),
    22: (StorageProblem, "large file support is disabled"),
    23: (StoreNotWritable, "authorization denied"),
    26: (WrongKey, "file is not a database"),
}
_INTERRUPTED = 9
#: What the driver raises: it has no error of its own for memory that ran out.
RAISED = (driver.Error, MemoryError)
#: The driver's backup gives no code, only the words.
_NO_TEXT = "Could not decode to UTF-8"
#: Bytes stand in a column of texts or numbers, of which SQLite was to write JSON (its own words, sqlite.org/json1.html).
_NO_JSON = "JSON cannot hold BLOB values"
_BY_WORDS = {words: trouble for trouble, words in TROUBLE.values()}


def problem_of(error: BaseException, folder: Path) -> Problem | None:
    """Return the Problem that a driver's error is, or None where it is a bug of ours."""
    if isinstance(error, MemoryError):
        return MemoryShort()
    if str(error).startswith(_NO_TEXT):  # the rest of it is the text: whatever that is, it is nobody's to read
        return StoreCorrupt(folder=str(folder), detail=StoreFault.NOT_TEXT)
    if str(error) == _NO_JSON:
        return StoreCorrupt(folder=str(folder), detail=StoreFault.VALUE_UNFIT)
    code = getattr(error, "sqlite_errorcode", None)
    if isinstance(code, int):
        if code & 0xFF == _INTERRUPTED:  # by us alone, where somebody wanted it
            return WorkStopped()
        trouble = TROUBLE[code & 0xFF][0] if code & 0xFF in TROUBLE else None
    else:
        trouble = _BY_WORDS.get(str(error))
    if trouble is StorageProblem and is_full(folder):
        trouble = DiskFull  # SQLite has the same words for a disk that takes no more and for one that breaks
    return trouble(folder=str(folder), detail=_detail(trouble, error)) if trouble else None


def _detail(trouble: type[StorageProblem], error: BaseException) -> Detail:
    return StoreFault.PAGES_DAMAGED.of(said=str(error)) if trouble is StoreCorrupt else StoreFault.DISK_FAILS


def is_full(folder: Path) -> bool:
    """Return whether SQLite finds no room there for the index of its log."""
    try:
        return shutil.disk_usage(folder).free < _ROOM
    except OSError:
        return False


@contextmanager
def foreseen(folder: Path) -> Iterator[None]:
    """Turn driver errors raised inside into Problems."""
    try:
        yield
    except RAISED as error:
        problem = problem_of(error, folder)
        if problem is None:
            raise
        raise problem from error
