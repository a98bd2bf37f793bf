"""Files that appear whole or not at all."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from checkin_app.domain.problems import FileNotWritable


@contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """Give a file to write that takes the name `path` when the block ends well, on disk for certain.

    Raises:
        FileNotWritable: the folder is missing, full or protected.
    """
    try:
        handle, draft = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}.")
    except OSError as error:
        raise not_writable(path, error) from error
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        Path(draft).replace(path)
    except OSError as error:
        raise not_writable(path, error) from error
    finally:
        with suppress(OSError):  # gone already where all went well
            Path(draft).unlink()


def write_whole(path: Path, content: bytes) -> None:
    """Write `content` to `path`; raises FileNotWritable, and then `path` is as it was."""
    with whole_file(path) as file:
        file.write(content)


def not_writable(path: Path, error: OSError) -> FileNotWritable:
    return FileNotWritable(file=str(path), detail=error.strerror or type(error).__name__)
