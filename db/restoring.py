"""A backup put in the store's place: proven beside it first, and what is newer in the former store added to it."""

import errno
import os
import secrets
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext, suppress
from pathlib import Path

from checkin_app.domain.details import StoreFault
from checkin_app.domain.forum import Forum
from checkin_app.domain.problems import (
    BackupUnfit,
    ChainProblem,
    DiskFull,
    IdentityMissing,
    RecoveryForeign,
    StorageProblem,
    StoreCorrupt,
    StoreLocked,
    StoreNotWritable,
    WrongKey,
)
from checkin_app.runtime import keys as station_keys
from checkin_app.runtime.keys import StationKeys
from checkin_app.services.exchange import Given, Giver, hand_over
from checkin_app.services.merging import Merging
from db import backup as backups
from db import checking, migrating
from db.anchor import BESIDE
from db.aside import places, put_aside
from db.checking import Prover
from db.fact_log import StoreSource
from db.identity import DATABASE, Identity
from db.readers import reading
from db.vouching import forum_adopted

_COPY = "restoring"
#: So many places are looked through for what is newer: those of this restoration and of two that were killed.
_FORMER = 3
#: Where SQLite locks a database that somebody has open (sqlite.org/src: PENDING_BYTE, SHARED_FIRST, SHARED_SIZE).
_LOCKED_FROM, _LOCKED_BYTES = 0x4000_0002, 510
_HELD = frozenset({errno.EACCES, errno.EAGAIN})


def put_in_place(file: Path, backup: Path, key: bytes, prover: Prover) -> None:
    """Put a copy of `backup` in the place of the store in `file`, whose files are put aside.

    Nobody may have the store open, in this process either.

    Raises:
        BackupUnfit: the backup is not whole; nothing was changed.
        StoreLocked, StorageProblem: nothing was changed.
    """
    copy = file.with_name(f"{file.name}.{_COPY}")
    try:
        _copy(backup, copy)
        _must_be_whole(copy, backup, key, prover)
        _must_be_closed(file)
        # SQLite's log goes first: beside another database it would be read as that one's, and ruin it.
        put_aside(file.parent, [*_beside(file), file])
        _into_place(copy, file)
    finally:
        for each in (copy, *_beside(copy), copy.with_name(f"{copy.name}-journal")):
            each.unlink(missing_ok=True)


def take_what_is_newer(file: Path, key: bytes, merging: Merging) -> tuple[int, Path | None]:
    """Take from the former stores, damaged or not, every fact that proves to be whole.

    A restoration that was killed has put files aside before, and may have parted a database from its log.

    Returns:
        How many facts were taken, and where the database lies that was put aside last.
    """
    former = places(file.parent)[:_FORMER]
    databases = [each / file.name for each in former if (each / file.name).exists()]
    logs = [each / f"{file.name}-wal" for each in former]
    alone = [each for each in logs if each.exists() and each.with_name(file.name) not in databases]
    own = [(each, _beside(each)[0]) for each in databases]
    parted = [(each, log) for each in databases for log in alone]
    taken = sum(_take_from(each, log, key, merging) for each, log in own + parted)
    return taken, databases[0].parent if databases else None


def _take_from(former: Path, log: Path, key: bytes, merging: Merging) -> int:
    """Take what a database holds together with a log; return how many facts were taken.

    It is read from a copy: SQLite mends what it opens, and the former files are evidence.
    """
    given = Given()
    # What cannot be read cannot be taken; it is kept as it is.
    with suppress(OSError, StorageProblem), copied(former, log) as copy, reading(copy, key) as link:
        given = hand_over(StoreSource(lambda: nullcontext(link)), merging)
    return given.stored


def identity_of(folder: Path, keys: StationKeys) -> Identity:
    """Return how the store in `folder` is named, anew where that was lost, once `keys` are proven to be its own.

    Raises:
        RecoveryForeign: they are not.
    """
    try:
        identity = Identity.found(folder)
    except IdentityMissing:
        identity = Identity.of(secrets.token_hex(16), keys)
        proven = _opens_any(folder, keys.database_key)
    else:
        proven = identity.is_of(keys)
    if not proven:
        raise RecoveryForeign(folder=str(folder))
    return identity


def _opens_any(folder: Path, key: bytes) -> bool:
    """Return whether a key opens the store in `folder`, or its newest backup."""
    newest = backups.newest(folder)
    for file in (folder / DATABASE, *((newest,) if newest else ())):
        with suppress(OSError, StorageProblem), copied(file) as copy, reading(copy, key) as link:
            if migrating.revision_of(link):
                return True
    return False


@contextmanager
def damaged(folder: Path, parse_forum: Callable[[bytes], Forum]) -> Iterator[Giver]:
    """Yield what others can still be given of a store that does not open.  Nothing in the folder is changed.

    Raises:
        StoreMissing, KeyMissing, StorageProblem: nothing can be read of it.
    """
    identity = Identity.read(folder)
    keys = station_keys.load(identity.store_id, folder, identity.is_of)
    with copied(folder / DATABASE) as copy, _said_of(folder, copy), reading(copy, keys.database_key) as link:
        if not migrating.revision_of(link):
            raise StoreCorrupt(folder=str(folder), detail=StoreFault.TABLES_MISSING)
        yield Giver(keys.station, forum_adopted(link, parse_forum), StoreSource(lambda: nullcontext(link)))


@contextmanager
def _said_of(folder: Path, copy: Path) -> Iterator[None]:
    """Have what is wrong with a copy said of the folder that it was taken from, whose key is the right one."""
    try:
        yield
    except (StoreCorrupt, WrongKey) as problem:
        if problem.details.get("folder") != str(copy.parent):
            raise
        detail = problem.details["detail"] if isinstance(problem, StoreCorrupt) else StoreFault.NOT_A_DATABASE
        raise StoreCorrupt(folder=str(folder), detail=detail) from problem


@contextmanager
def copied(file: Path, log: Path | None = None) -> Iterator[Path]:
    """Yield a copy of a database with its log, or with one that was parted from it: SQLite mends what it opens."""
    with tempfile.TemporaryDirectory(dir=file.parent) as place:
        copy = Path(place, file.name)
        try:
            for source, target in ((file, copy), (log or _beside(file)[0], _beside(copy)[0])):
                if source.exists():
                    _copy_file(source, target)
        except OSError as error:
            raise _problem(error, file.parent) from error
        yield copy


def _beside(file: Path) -> tuple[Path, ...]:
    return tuple(file.with_name(f"{file.name}{ending}") for ending in BESIDE)


def _copy(backup: Path, copy: Path) -> None:
    try:
        _copy_file(backup, copy)
        with copy.open("r+b") as stream:
            os.fsync(stream.fileno())
    except FileNotFoundError as error:
        raise BackupUnfit(file=str(backup), detail=StoreFault.BACKUP_GONE) from error
    except OSError as error:
        raise _problem(error, copy.parent) from error


def _copy_file(source: Path, target: Path) -> None:
    """Copy a file that ends: a device gives bytes until the disk is full.

    Raises:
        OSError: it is none, or cannot be copied.
    """
    if not source.is_file():
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))
    shutil.copyfile(source, target)


def _must_be_whole(copy: Path, backup: Path, key: bytes, prover: Prover) -> None:
    try:
        with reading(copy, key) as link:
            revision = migrating.revision_of(link)
            if not revision:
                raise BackupUnfit(file=str(backup), detail=StoreFault.TABLES_MISSING)
            checking.check_pages(link)
            if revision == migrating.HEAD and checking.is_current(link):
                checking.check_log(link, prover)
    except DiskFull:
        raise
    except (StorageProblem, ChainProblem) as problem:
        # No disk failed where a file does not open with the key: it is no backup, or another station's.
        told = {} if isinstance(problem, WrongKey) else problem.details
        detail = told.get("detail", StoreFault.UNREADABLE)
        raise BackupUnfit(file=str(backup), detail=detail) from problem


def _must_be_closed(file: Path) -> None:
    """Make sure that no process has the store open: each that has holds a lock on it, reading or not.

    Windows lets nobody move a file that is open.
    """
    if os.name == "nt" or not file.exists():
        return
    import fcntl  # noqa: PLC0415 - it is not there on Windows

    with file.open("r+b") as stream:
        try:
            fcntl.lockf(stream, fcntl.LOCK_EX | fcntl.LOCK_NB, _LOCKED_BYTES, _LOCKED_FROM)
        except OSError as error:
            if error.errno in _HELD:
                raise StoreLocked(folder=str(file.parent)) from error
            raise _problem(error, file.parent) from error


def _into_place(copy: Path, file: Path) -> None:
    try:
        copy.replace(file)
        if os.name != "nt":
            descriptor = os.open(file.parent, os.O_RDONLY)
            try:
                os.fsync(descriptor)
            finally:
                os.close(descriptor)
    except OSError as error:
        raise _problem(error, file.parent) from error


def _problem(error: OSError, folder: Path) -> StorageProblem:
    return DiskFull() if error.errno == errno.ENOSPC else StoreNotWritable(folder=str(folder))
