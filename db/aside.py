"""Where files go that another takes the place of: kept under a number, never removed and never written over."""

import shutil
from collections.abc import Iterable
from pathlib import Path

from checkin_app.domain.problems import StoreNotWritable

FOLDER = "replaced"


def put_aside(folder: Path, files: Iterable[Path]) -> Path | None:
    """Move those of `files` that exist into a new folder below `folder`; return it, or None where none did.

    Raises:
        StoreNotWritable: some could not be moved.
    """
    present = [each for each in files if each.exists()]
    if not present:
        return None
    try:
        place = _next(folder / FOLDER)
        for each in present:
            each.rename(place / each.name)
    except OSError as error:
        raise StoreNotWritable(folder=str(folder)) from error
    return place


def places(folder: Path) -> list[Path]:
    """Return the folders that files were put aside in, the last one first."""
    return sorted((folder / FOLDER).glob("[0-9]*"), key=lambda each: (len(each.name), each.name), reverse=True)


def part_from(file: Path) -> None:
    """Give what is in `file` a file of its own: whoever has it open changes nothing of it any more.

    Raises:
        StoreNotWritable: it stays as it is.
    """
    part = file.with_name(f"{file.name}.parted")
    try:
        shutil.copyfile(file, part)
        part.replace(file)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise StoreNotWritable(folder=str(file.parent)) from error


def _next(within: Path) -> Path:
    number = 1 + max((int(each.name) for each in within.glob("[0-9]*") if each.name.isdecimal()), default=0)
    place = within / f"{number:04}"
    place.mkdir(parents=True)
    return place
