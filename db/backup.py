"""Hot backups: whole, encrypted with the same key, the newest few kept beside the store."""

import errno
import os
from datetime import UTC, datetime
from pathlib import Path

from checkin_app.domain.ids import Instant
from checkin_app.domain.problems import DiskFull, StoreNotWritable
from db.engine import connect, foreseen

FOLDER = "backups"
KEPT = 12


def back_up(file: Path, key: bytes, at: Instant) -> Path:
    """Copy the store while others write to it; return the copy.

    SQLCipher proves every page as it is read, so a copy that was finished is whole.

    Raises:
        StorageProblem: there is no new backup; the older ones stay.
    """
    folder = file.parent / FOLDER
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise _problem(error, folder) from error
    stamp = datetime.fromtimestamp(at / 1000, UTC).strftime("%Y%m%dT%H%M%S%f")[:-3]
    wanted = folder / f"station-{stamp}Z.db"
    partial = wanted.with_suffix(".partial")
    try:
        _copy(file, partial, key)
        partial.replace(wanted)
    except OSError as error:
        raise _problem(error, folder) from error
    finally:
        partial.unlink(missing_ok=True)
    for old in sorted(folder.glob("station-*.db"))[:-KEPT]:
        old.unlink(missing_ok=True)
    return wanted


def newest(folder: Path) -> Path | None:
    """Return the newest backup of the station in `folder`, or None where there is none."""
    return max((folder / FOLDER).glob("station-*.db"), default=None)


def _copy(file: Path, partial: Path, key: bytes) -> None:
    partial.unlink(missing_ok=True)
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
