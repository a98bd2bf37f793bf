"""Where files go that another takes the place of: kept under a number, never removed and never written over."""

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


def _next(within: Path) -> Path:
    number = 1 + max((int(each.name) for each in within.glob("[0-9]*") if each.name.isdecimal()), default=0)
    place = within / f"{number:04}"
    place.mkdir(parents=True)
    return place
