"""One open application on one station's folder."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import filelock

from checkin_app.domain.problems import StoreLocked, StoreNotWritable
from checkin_app.runtime.paths import StationFolder


@contextmanager
def sole_instance(folder: Path) -> Iterator[None]:
    """Hold `folder` for this process until the block ends; the operating system lets go when a process dies.

    Raises:
        StoreLocked: another process, or another part of this one, holds it.
        StoreNotWritable: there is no right to write there.
    """
    lock = filelock.FileLock(StationFolder(folder).lock, blocking=False, thread_local=False)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock.acquire()
    except filelock.Timeout as held:
        raise StoreLocked(folder=str(folder)) from held
    except OSError as refused:
        raise StoreNotWritable(folder=str(folder)) from refused
    try:
        yield
    finally:
        lock.release()
