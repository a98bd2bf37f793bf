"""What is asked about cells and rows that a sheet shows otherwise than they are taken."""

from collections.abc import Iterable, Iterator

from checkin_app.domain.lists.dates import is_dated
from checkin_app.domain.lists.fields import NUMBERS, Field
from checkin_app.domain.lists.notes import Note, Remark
from checkin_app.domain.lists.rules import ALL_NAMES, Line
from checkin_app.domain.lists.sheet import Flaw
from checkin_app.domain.lists.values import Cleaned

#: Fields in which a date is what the list's author meant.
_MAY_BE_DATES = frozenset({Field.NOTE})


def is_wrongly_dated(wanted: Field, cell: Cleaned, flaw: Flaw | None) -> bool:
    """Return whether a cell is a date that the spreadsheet may have made of something else."""
    return wanted not in _MAY_BE_DATES and bool(cell.text) and (flaw is Flaw.DATED or is_dated(cell.text))


def cell_looks(wanted: Field, cell: Cleaned, flaw: Flaw | None) -> Iterator[Note]:
    """Ask about a cell that is taken but looks otherwise in the sheet."""
    if flaw is Flaw.SHOWN_OTHERWISE and wanted in NUMBERS:
        yield Note(Remark.VALUE_SHOWN_OTHERWISE, {"field": wanted, "value": cell.text})
    if flaw is Flaw.STRUCK and wanted not in ALL_NAMES:
        yield Note(Remark.VALUE_STRUCK, {"field": wanted, "value": cell.text[:60]})


def row_looks(line: Line) -> Iterator[Note]:
    """Ask about a person whom the sheet hides, or through whose name a line goes."""
    if line.hidden:
        yield Note(Remark.ROW_HIDDEN)
    if line.flaws and any(line.flaws.get(each) is Flaw.STRUCK for each in ALL_NAMES):
        yield Note(Remark.ROW_STRUCK)


def registration_of(line: Line) -> tuple[str, Iterable[Note]]:
    """Return the number by which the list knows the person, empty where it can be none, and what to ask about it."""
    flaw = line.flaws.get(Field.REGISTRATION)
    cell = Cleaned(line.text(Field.REGISTRATION))
    if is_wrongly_dated(Field.REGISTRATION, cell, flaw):
        return "", (Note(Remark.VALUE_DATED, {"field": Field.REGISTRATION, "value": cell.text}),)
    return cell.text, cell_looks(Field.REGISTRATION, cell, flaw) if flaw else ()
