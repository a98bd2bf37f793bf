"""SQLite's log as a file: what of it the disk has taken.  SQLite holds no locks on it that closing it would give up.

See sqlite.org/walformat.html, 2.3: all locks are on its index.
"""

import os
import sys
from contextlib import suppress
from pathlib import Path

#: As SQLite has opened it: a file, and no link.
_AS_IT_IS = os.O_RDWR | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
#: Bytes that are written together.
_STEP = 1 << 20

if sys.platform == "darwin":
    from fcntl import F_FULLFSYNC, fcntl

    def through(descriptor: int) -> None:
        fcntl(descriptor, F_FULLFSYNC)  # as PRAGMA fullfsync has it: a fsync leaves it in the disk's own memory

elif sys.platform == "linux":
    through = os.fdatasync  # when it was written is no part of it, and would be a commit of the file system's own
else:
    through = os.fsync


def put_through(log: Path) -> None:
    """Return once all that is in it outlives a power cut; raises OSError."""
    descriptor = os.open(log, _AS_IT_IS)
    try:
        through(descriptor)
    finally:
        os.close(descriptor)


def write_anew(log: Path) -> None:
    """Write all of it once more, and return once that outlives a power cut; whoever calls keeps others from writing to it.

    What a disk did not take counts as taken from then on (fsync(2)): it would be missing below what is written after it.
    Where there is no log any more, all of it is in the database.

    Raises:
        OSError: it is not there yet.
    """
    with suppress(FileNotFoundError), os.fdopen(os.open(log, _AS_IT_IS), "r+b") as file:
        while piece := file.read(_STEP):
            file.seek(-len(piece), os.SEEK_CUR)
            file.write(piece)
        file.flush()
        through(file.fileno())
