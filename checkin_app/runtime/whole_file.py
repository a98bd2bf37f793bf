"""Files that appear whole or not at all, whenever the process is killed, and leave nothing behind."""

import errno
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from checkin_app.domain.problems import FileNotWritable

#: Drafts bear nobody's name or number: one that a killed process left tells nothing but that.
_BEGINS, _ENDS = ".unfinished-", ".part"


@contextmanager
def taking_place(path: Path, *, new: bool = False) -> Iterator[BinaryIO]:
    """Give a file to write that takes the name `path` when the block ends well, on disk for certain.

    Drafts that killed processes left beside it are removed.  Where it is to be `new`, no other file loses its name.

    Raises:
        OSError: the folder is missing, full or protected, or `path` is a device, a pipe or a folder; it is as it was.
        FileExistsError: it is to be new, and there is one.
    """
    if path.exists() and not path.is_file():  # a new name would take a device's place for the whole computer
        raise OSError(errno.EINVAL, "not an ordinary file")
    _clear(path.parent)
    handle, draft = _draft(path.parent)
    with os.fdopen(handle, "wb") as file:
        try:
            yield file
            file.flush()
            os.fsync(file.fileno())
            if sys.platform == "win32":
                file.close()  # Windows renames no file that is open
            (_name_new if new else Path.replace)(draft, path)
            _keep_name(path.parent)
        finally:
            with suppress(OSError):  # gone already where all went well
                draft.unlink()


@contextmanager
def whole_file(path: Path, *, new: bool = False) -> Iterator[BinaryIO]:
    """Do as `taking_place`; raises FileNotWritable in place of OSError."""
    try:
        with taking_place(path, new=new) as file:
            yield file
    except OSError as error:
        raise not_writable(path, error) from error


def write_whole(path: Path, content: bytes) -> None:
    """Write `content` to `path`; raises FileNotWritable, and then `path` is as it was."""
    with whole_file(path) as file:
        file.write(content)


def write_new(path: Path, content: bytes) -> None:
    """Write `content` to `path`, where nothing is yet; raises FileNotWritable, and then `path` is as it was."""
    with whole_file(path, new=True) as file:
        file.write(content)


def not_writable(path: Path, error: OSError | ValueError) -> FileNotWritable:
    return FileNotWritable(file=str(path), detail=getattr(error, "strerror", "") or type(error).__name__)


def _draft(folder: Path) -> tuple[int, Path]:
    """Return a new draft that is held, so that nobody clears it away while it is written."""
    while True:
        handle, name = tempfile.mkstemp(dir=folder, prefix=_BEGINS, suffix=_ENDS)
        try:
            _hold(handle)
            if _is_named(handle, name):
                return handle, Path(name)
        except BaseException:
            os.close(handle)
            raise
        os.close(handle)  # cleared between its making and its holding


def _name_new(draft: Path, path: Path) -> None:
    """Give a draft a name that no file has; raises FileExistsError where one has it, whoever was faster."""
    try:
        os.link(draft, path)
    except FileExistsError:
        raise
    except OSError:  # a stick knows no second name of a file
        if path.exists():
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST)) from None
        draft.replace(path)


def _is_named(handle: int, name: str) -> bool:
    with suppress(FileNotFoundError):
        return os.path.samestat(os.fstat(handle), Path(name).stat())
    return False


def _clear(folder: Path) -> None:
    """Remove the drafts in `folder` that nobody holds; what cannot be removed harms nobody."""
    for left in folder.glob(f"{_BEGINS}*{_ENDS}"):
        with suppress(OSError):
            _unlink_unheld(left)


if sys.platform == "win32":

    def _hold(handle: int) -> None:
        """Windows removes no file that is open."""

    def _unlink_unheld(left: Path) -> None:
        left.unlink()

    def _keep_name(folder: Path) -> None:
        """Windows has no way to ask for a folder's names to be on disk."""

else:
    import fcntl

    def _hold(handle: int) -> None:
        with suppress(OSError):  # a folder of another computer may have no locks; then nothing is cleared there either
            fcntl.flock(handle, fcntl.LOCK_EX)

    def _unlink_unheld(left: Path) -> None:
        handle = os.open(left, os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            left.unlink()
        finally:
            os.close(handle)

    def _keep_name(folder: Path) -> None:
        with suppress(OSError):  # not every file system takes it, and the file itself is whole
            handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)
