"""Hot backups: whole, encrypted with the same key, the last few kept beside the store."""

import errno
import os
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import filelock

from checkin_app.domain.ids import Instant
from checkin_app.domain.problems import DiskFull, StoreBusy, StoreNotWritable
from checkin_app.services.ports.upkeep import BackupFile
from db.engine import connect
from db.trouble import foreseen

FOLDER = "backups"
KEPT = 12
#: Beside the folder of backups, so that it is never taken for one.
_LOCK = "backup.lock"
_LOCK_SECONDS = 60.0
_PARTIAL = ".partial"
#: The number says which was written after which.  The time is for people: a clock may be wrong, and may go back.
_NAME = re.compile(r"station-(?:(?P<number>\d{6,})-)?(?P<stamp>\d{8}T\d+)Z\.db")


def back_up(file: Path, key: bytes, at: Instant) -> Path:
    """Copy the store while others write to it; return the copy.

    SQLCipher proves every page as it is read, so a copy that was finished is whole.

    Raises:
        StorageProblem: there is no new backup; the older ones stay.
    """
    folder = file.parent / FOLDER
    with _alone(file.parent):
        _clear(folder)
        wanted = folder / _next_name(folder, at)
        partial = wanted.with_suffix(_PARTIAL)
        try:
            _copy(file, partial, key)
            partial.replace(wanted)
        except OSError as error:
            raise _problem(error, folder) from error
        finally:
            partial.unlink(missing_ok=True)
        for old in every(file.parent)[KEPT:]:
            old.unlink(missing_ok=True)
    return wanted


def every(folder: Path) -> Sequence[Path]:
    """Return the backups of the station in `folder`, the one written last first."""
    found = (each for each in (folder / FOLDER).glob("station-*.db") if _NAME.fullmatch(each.name))
    return sorted(found, key=lambda each: (_number(each), each.name), reverse=True)


def newest(folder: Path) -> Path | None:
    """Return the backup of the station in `folder` that was written last, or None where there is none."""
    return next(iter(every(folder)), None)


def listed(folder: Path) -> Sequence[BackupFile]:
    """Return the backups of the station in `folder` as people choose among them, the one written last first."""
    found = ((each, each.stat()) for each in every(folder))
    return [BackupFile(str(each), Instant(int(stat.st_mtime * 1000)), stat.st_size) for each, stat in found]


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Hold the right to write backups; the operating system gives it back when a process dies."""
    lock = filelock.FileLock(folder / _LOCK, timeout=_LOCK_SECONDS, thread_local=False)
    try:
        (folder / FOLDER).mkdir(exist_ok=True)
        lock.acquire()
    except filelock.Timeout as held:
        raise StoreBusy from held
    except OSError as error:
        raise _problem(error, folder / FOLDER) from error
    try:
        yield
    finally:
        lock.release()


def _clear(folder: Path) -> None:
    """Remove what killed backups left: nobody else writes one now."""
    for left in folder.glob(f"station-*{_PARTIAL}*"):
        left.unlink(missing_ok=True)


def _next_name(folder: Path, at: Instant) -> str:
    number = 1 + max((_number(each) for each in folder.glob("station-*.db")), default=0)
    return f"station-{number:06}-{_stamp(at)}Z.db"


def _stamp(at: Instant) -> str:
    try:
        return datetime.fromtimestamp(at / 1000, UTC).strftime("%Y%m%dT%H%M%S%f")[:-3]
    except (ValueError, OverflowError, OSError):  # a clock beyond every calendar
        return "00000000T000000000"


def _number(backup: Path) -> int:
    """Return a backup's place in the order of writing; those of former versions, which had none, come first."""
    found = _NAME.fullmatch(backup.name)
    return int(found["number"] or 0) if found else 0


def _copy(file: Path, partial: Path, key: bytes) -> None:
    with foreseen(file.parent):
        source, target = connect(file, key), connect(partial, key)
        try:
            source.execute("PRAGMA query_only = ON")
            source.execute("PRAGMA wal_autocheckpoint = 0")
            source.backup(target)
            target.execute("PRAGMA journal_mode = DELETE")
        finally:
            source.close()
            target.close()
    with partial.open("r+b") as stream:
        os.fsync(stream.fileno())


def _problem(error: OSError, folder: Path) -> DiskFull | StoreNotWritable:
    return DiskFull() if error.errno == errno.ENOSPC else StoreNotWritable(folder=str(folder))
