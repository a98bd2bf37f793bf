"""Rows from the text of a CSV file, whatever its delimiter; no row is swallowed by a quotation mark left open."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from checkin_app.domain.details import ListFault
from checkin_app.domain.lists.headings import field_of
from checkin_app.domain.problems_lists import ListNotATable

#: The last is what an input method for Chinese writes at the key of the first.
DELIMITERS = (",", ";", "\t", "|", "，")
_SAMPLE_LINES = 60
_TITLE_LINES = 50
#: A cell with more line breaks than this holds other rows: its quotation mark was never closed.
_MOST_LINE_BREAKS = 30
_MOST_BROKEN_ROWS = 1000
#: The first line of a file that Excel wrote for other countries' delimiters.
_SEPARATOR_LINE = re.compile(r"sep=(.)\r?\n?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Rows:
    delimiter: str
    rows: tuple[tuple[str, ...], ...]
    broken: tuple[int, ...]
    """Places of the rows whose quotation marks do not close."""


def read_rows(text: str, file: str) -> Rows:
    """Return every row, blank ones too.

    Raises:
        ListNotATable: the quotation marks are broken all over.
    """
    lines = io.StringIO(text, newline="").readlines()
    said = _SEPARATOR_LINE.fullmatch(lines[0]) if lines else None
    delimiter = said[1] if said else _delimiter(lines[:_SAMPLE_LINES])
    rows: list[tuple[str, ...]] = []
    broken: list[int] = []
    for row, whole in _rows(lines[1:] if said else lines, delimiter):
        if not whole:
            broken.append(len(rows))
            if len(broken) > _MOST_BROKEN_ROWS:
                raise ListNotATable(file=file, detail=ListFault.QUOTES)
        rows.append(row)
    if delimiter != "\t" and "\t" in text:  # with which a program keeps a spreadsheet from reading 00042 as a number
        rows = [tuple(cell.strip("\t") for cell in row) for row in rows]
    return Rows(delimiter, tuple(rows), tuple(broken))


def _rows(lines: list[str], delimiter: str) -> Iterator[tuple[tuple[str, ...], bool]]:
    """Yield each row and whether it is whole; a line that spoils what follows is cut at every delimiter instead."""
    start = 0
    while start < len(lines):
        reader = csv.reader(lines[start:], delimiter=delimiter, strict=True)
        begun = 0
        try:
            for row in reader:
                if reader.line_num - begun > _MOST_LINE_BREAKS:
                    break
                begun = reader.line_num
                yield tuple(row), True
            else:
                return
        except csv.Error:
            pass
        broken = lines[start + begun].rstrip("\r\n")
        yield tuple(each.strip('"') for each in broken.split(delimiter)), False
        start += begun + 1


def _delimiter(lines: list[str]) -> str:
    """Return the delimiter under which most headings are known and most lines have the same number of cells."""
    return max(DELIMITERS, key=lambda each: _fitness(lines, each))


def _fitness(lines: list[str], delimiter: str) -> tuple[int, float, float, int]:
    """Return how many headings are known, how many rows parse whole and are alike, and how wide they are."""
    found = [(row, whole) for row, whole in _rows(lines, delimiter) if row]
    if not found:
        return (0, 0.0, 0.0, 0)
    rows = [row for row, whole in found if whole]
    headings = max((sum(_heads(cell) for cell in row) for row in rows[:_TITLE_LINES]), default=0)
    width, times = Counter(len(row) for row, _ in found).most_common(1)[0]
    return (headings, len(rows) / len(found), times / len(found) if width > 1 else 0.0, width)


def _heads(cell: str) -> bool:
    """Return whether a cell is a known heading, and not a piece of one cut at what only pads the cells."""
    text = cell.strip(' \t"')
    return not text.startswith(DELIMITERS) and not text.endswith(DELIMITERS) and field_of(text) is not None
