"""Fonts that the lead of this forum added for letters that no font of the application has: files in a station's folder."""

from contextlib import suppress
from pathlib import Path

#: What the folder within a station's is called.
FOLDER = "fonts"


class _InUse:
    files: tuple[Path, ...] = ()


def use(station: Path) -> None:
    """Draw with the fonts of this station from now on."""
    _InUse.files = listed(station)


def files() -> tuple[Path, ...]:
    """Return the fonts in use, in the order in which they are asked."""
    return _InUse.files


def listed(station: Path) -> tuple[Path, ...]:
    """Return the fonts in a station's folder; a folder that cannot be read has none."""
    with suppress(OSError):
        return tuple(sorted((station / FOLDER).glob("*.ttf")))
    return ()
