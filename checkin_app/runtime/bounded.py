"""Files that anybody may have changed, read up to a bound: one of a gigabyte is refused, not read."""

import errno
import os
import select
import stat
import time
from pathlib import Path
from typing import BinaryIO

#: A pipe is opened without waiting for whoever is to write into it; Windows has none in a folder.
_AT_ONCE = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)


class FileTooLarge(OSError):  # noqa: N818 - a name as those of the foreseen problems
    """A file holds more than what it is for ever does."""

    def __init__(self, file: Path) -> None:
        super().__init__(errno.EFBIG, os.strerror(errno.EFBIG), str(file))


class NotAFile(OSError):  # noqa: N818 - as above
    """A pipe or a device, which may never end, nor begin."""

    def __init__(self, file: Path) -> None:
        super().__init__(errno.EINVAL, "not an ordinary file", str(file))


def open_bounded(file: Path, most: int | None = None) -> BinaryIO:
    """Return an ordinary file, open to be read.

    Args:
        file: its path.
        most: bytes that it may hold, where it is read as a whole.

    Raises:
        FileTooLarge: it holds more.
        NotAFile: it is a pipe or a device.
        OSError: it cannot be read.
    """
    stream = open(file, "rb", opener=_opener)  # noqa: SIM115 - whoever asked for it closes it
    try:
        _must_fit(file, os.fstat(stream.fileno()), most)
    except OSError:
        stream.close()
        raise
    return stream


def _must_fit(file: Path, found: os.stat_result, most: int | None) -> None:
    if not stat.S_ISREG(found.st_mode):
        raise NotAFile(file)
    if most is not None and found.st_size > most:
        raise FileTooLarge(file)


def read_bounded(file: Path, most: int) -> bytes:
    """Return all that an ordinary file holds.

    Raises:
        FileTooLarge: that is more than `most` bytes.
        NotAFile: it is a pipe or a device.
        OSError: it cannot be read.
    """
    with open_bounded(file, most) as stream:
        content = stream.read(most + 1)  # it may have grown since
    if len(content) > most:
        raise FileTooLarge(file)
    return content


def first_line(file: Path, most: int, seconds: float) -> bytes:
    """Return the first line of a file, or of a pipe: so a script hands over what is to be on no disk.

    Args:
        file: its path.
        most: bytes that are read of it.
        seconds: for which a pipe is waited for.

    Raises:
        OSError: it cannot be read, or nobody wrote in time.
    """
    with open(file, "rb", buffering=0, opener=_opener) as stream:
        if os.name == "nt" or stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
            return stream.readline(most)
        return _line_of(stream.fileno(), most, time.monotonic() + seconds)


def _line_of(pipe: int, most: int, until: float) -> bytes:
    """Read until the line ends, or whoever wrote has gone: a pipe in which nobody has written yet is at no end."""
    line, told = b"", False
    while len(line) < most and b"\n" not in line:
        some = _some_of(pipe, most - len(line))
        if some:
            line += some
        elif some is not None and (line or told):
            break
        elif select.select([pipe], [], [], max(0.0, until - time.monotonic()))[0]:
            told = True
        else:
            raise OSError(errno.ETIMEDOUT, os.strerror(errno.ETIMEDOUT))
    return line


def _some_of(pipe: int, most: int) -> bytes | None:
    """Return what was written; None while somebody has it open to write and says nothing, and nothing where nobody has."""
    try:
        return os.read(pipe, most)
    except BlockingIOError:
        return None


def _opener(name: str, flags: int) -> int:
    return os.open(name, flags | _AT_ONCE)
