"""Files that anybody may have changed, read up to a bound: one of a gigabyte is refused, not read."""

import errno
import os
import stat
from pathlib import Path


class FileTooLarge(OSError):  # noqa: N818 - a name as those of the foreseen problems
    """A file holds more than what it is for ever does."""

    def __init__(self, file: Path) -> None:
        super().__init__(errno.EFBIG, os.strerror(errno.EFBIG), str(file))


def read_bounded(file: Path, most: int) -> bytes:
    """Return all that an ordinary file holds.

    Raises:
        FileTooLarge: that is more than `most` bytes.
        OSError: it cannot be read, or is a pipe or a device, which may never end.
    """
    kind = file.stat().st_mode
    if not stat.S_ISREG(kind) and not stat.S_ISDIR(kind):  # the system itself has its word for a folder
        raise OSError(errno.EINVAL, "not an ordinary file", str(file))
    with file.open("rb") as stream:
        content = stream.read(most + 1)
    if len(content) > most:
        raise FileTooLarge(file)
    return content
