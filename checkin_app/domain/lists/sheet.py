"""A delegate list as it came: rows of text, and what is wrong with single cells."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from checkin_app.domain.lists.notes import Note

Heed = Callable[[int, int], None]
"""Hears how many rows of how many are done; to stop the work it raises."""


def heedless(_done: int, _whole: int) -> None:
    """Let the work go on, and tell nobody."""


class Flaw(StrEnum):
    """Why the text of a cell is not what the list's author saw, or meant."""

    FORMULA = "formula"
    """A formula whose result the file does not hold."""
    ERROR = "error"
    """``#REF!``, ``#N/A`` and the like."""
    ROUNDED = "rounded"
    """A number of more than 15 digits: the spreadsheet has replaced its end by zeros."""
    SPANNED = "spanned"
    """Filled from a row above: both lie in one merged region."""
    QUOTES = "quotes"
    """The quotation marks of this row do not close; its line was cut at every delimiter."""
    UNREADABLE = "unreadable"
    """Bytes of this row are no letters in the encoding of its file; U+FFFD stands for them."""
    DATED = "dated"
    """The spreadsheet holds a date or a time, which it may have made of something else."""
    SHOWN_OTHERWISE = "shown_otherwise"
    """The sheet shows a number as an amount, a share or in another script; the text is the plain number."""
    STRUCK = "struck"
    """A line goes through the text, or through a part of it."""
    HIDDEN = "hidden"
    """The sheet does not show this row."""


#: In place of a column: the flaw is that of a whole row.
WHOLE_ROW = -1


@dataclass(frozen=True, slots=True)
class Sheet:
    """Every row of a sheet from the first on, so that row ``n`` of the file is ``rows[n - 1]``."""

    name: str
    """The sheet's, or the file's where it has no sheets."""
    rows: tuple[tuple[str, ...], ...]
    flaws: Mapping[tuple[int, int], Flaw] = field(default_factory=dict)
    """By place in `rows` and in the row, both from 0; the place `WHOLE_ROW` is all of it."""
    hidden: bool = False
    hidden_columns: frozenset[int] = frozenset()
    """By place, from 0."""
    notes: tuple[Note, ...] = ()
    """What was noticed when the file was read."""
    mended: Mapping[str, str] = field(default_factory=dict)
    """What cells were that were encoded twice, by their text; empty where nothing brings it back."""


@dataclass(frozen=True, slots=True)
class ListFile:
    """The sheet of a list that was asked for, and what else there is in the file."""

    name: str
    """The file's, without its folder."""
    sheets: tuple[str, ...]
    """Names of those that hold anything."""
    sheet: Sheet
    encoding: str
    """Of a text file, else empty."""
