"""What a person is shown of a list to tell its columns by."""

from collections.abc import Sequence
from dataclasses import dataclass

from checkin_app.domain.lists.columns import Columns
from checkin_app.domain.lists.sheet import Sheet

_ROWS, _MOST_COLUMNS, _LONGEST = 200, 100, 60


@dataclass(frozen=True, slots=True)
class Samples:
    """A word of each of the first columns, as many of both as a screen shows."""

    headings: tuple[str, ...]
    """Empty where a column has none."""
    cells: tuple[str, ...]
    """What the first filled cell below each heading says."""


def samples_of(sheet: Sheet, columns: Columns) -> Samples:
    """Return a word of each column; a sheet is as wide as the longest of its first rows."""
    rows = sheet.rows[columns.header + 1 :][:_ROWS]
    width = min(max(map(len, sheet.rows[:_ROWS]), default=0), _MOST_COLUMNS)
    headings = columns.headings(sheet)
    return Samples(
        headings=tuple(_cell(headings, place) for place in range(width)),
        cells=tuple(_first(rows, place) for place in range(width)),
    )


def _first(rows: Sequence[Sequence[str]], place: int) -> str:
    return next((cell for row in rows if (cell := _cell(row, place))), "")


def _cell(row: Sequence[str], place: int) -> str:
    return row[place].strip()[:_LONGEST] if place < len(row) else ""
