"""Which file is at a path and how large it is, without asking when it was last changed.

Whoever asks that has newer Linux note the next change to the nanosecond, where it would note the tick of its clock: so
each commit after a look would write the file's own entry to the disk besides what it says, a write of some 100 µs.
"""

import ctypes
import os
import struct
import sys
from collections.abc import Callable
from typing import Any, TypeAlias

#: From `linux/stat.h`: what is asked for, and where it stands in the 256 bytes of the answer.
_HERE, _INODE_AND_SIZE, _LAST_CHANGE = -100, 0x100 | 0x200, 0x40
_ANSWER = struct.Struct("=32xQQ64xqI12xII112x")
_Room = ctypes.c_char * _ANSWER.size

Looked: TypeAlias = tuple[tuple[int, int, int], int, tuple[int, int]]
"""Which file it is, as far as it can be told from others; its size; when it was last changed, where that was asked."""
Look: TypeAlias = Callable[[], Looked]


def _system_call() -> Callable[..., int] | None:
    """Return the system's call; it keeps the interpreter's lock, since what is open has its entry in memory.

    A scan looks six times, and whoever computes beside it might keep the lock each time that it lets go of it.
    """
    if sys.platform != "linux":
        return None
    statx: Any = getattr(ctypes.PyDLL(None), "statx", None)
    if statx:
        statx.argtypes = (ctypes.c_int, ctypes.c_char_p, ctypes.c_int, ctypes.c_uint, ctypes.c_void_p)
    return statx  # type: ignore[no-any-return]  # a foreign function, of whose types nothing is known


_statx = _system_call()


def looking_at(name: str, *, change: bool = False) -> Look:
    """Return what looks at a path; where the system knows no other way, as `os.stat` does.

    What it returns raises OSError where there is no such file.

    Args:
        name: the path.
        change: whether to ask when the file was last changed.
    """
    statx, encoded, answered = _statx, os.fsencode(name), _ANSWER.unpack
    asked = _INODE_AND_SIZE | (_LAST_CHANGE if change else 0)

    def look() -> Looked:
        room = _Room()
        if statx and not statx(_HERE, encoded, 0, asked, room):
            inode, size, seconds, part, major, minor = answered(room)
            return (inode, major, minor), size, (seconds, part)
        found = os.stat(name)  # noqa: PTH116 - on the way of each scan
        # Told apart alike, or a look that the system fails once would find another file in its place.
        device = (os.major(found.st_dev), os.minor(found.st_dev)) if statx else (found.st_dev, 0)
        return (found.st_ino, *device), found.st_size, divmod(found.st_mtime_ns, 10**9)

    return look
