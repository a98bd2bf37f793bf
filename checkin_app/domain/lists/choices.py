"""What a person corrected about how a list is read."""

from dataclasses import dataclass

from checkin_app.domain.details import Entry, Expected
from checkin_app.domain.lists.answers import UNANSWERED, Answers
from checkin_app.domain.lists.columns import Columns, find_columns
from checkin_app.domain.lists.fields import Field
from checkin_app.domain.lists.memory import NOTHING_REMEMBERED, ListMemory
from checkin_app.domain.lists.sheet import Sheet
from checkin_app.domain.problems import FieldInvalid

#: No sheet has a million columns.
_LONGEST_NUMBER = 6


@dataclass(frozen=True, slots=True)
class ListChoices:
    """What a person said of a list; empty where what was found holds."""

    sheet: str = ""
    encoding: str = ""
    columns: tuple[tuple[str, str], ...] = ()
    """Pairs of field and heading, or of field and the column's number, from 1."""
    places: tuple[tuple[int, Field | None], ...] = ()
    """What columns hold by their place, from 0; None for nothing that is taken."""
    answers: Answers = UNANSWERED
    """What was said once for all rows that leave the same thing open."""
    memory: ListMemory = NOTHING_REMEMBERED
    """What was said of the last list with the same headings."""
    afresh: bool = False
    """Such a list is passed over."""


def columns_of(sheet: Sheet, choices: ListChoices, found: Columns | None = None) -> Columns:
    """Return the columns as their headings tell, then as they were corrected before, then as a person corrects them now.

    Args:
        sheet: the rows.
        choices: what a person said.
        found: what `find_columns` told, where that was asked already.

    Raises:
        FieldInvalid: a correction names a field or heading that does not exist.
    """
    columns = choices.memory.applied(sheet, find_columns(sheet) if found is None else found)
    for name, heading in choices.columns:
        wanted = _field(name)
        columns = columns.with_(_place_of(heading, columns.headings(sheet)), wanted)
    for place, chosen in choices.places:
        columns = columns.with_(place, chosen)
    return columns


def _field(name: str) -> Field:
    if name not in set(Field):
        raise FieldInvalid(field=Entry.COLUMN, value=name, expected=Expected.ONE_OF.of(known=", ".join(Field)))
    return Field(name)


def _place_of(heading: str, headings: tuple[str, ...]) -> int:
    """Return the place of a column by its heading; where none is headed so, by its number."""
    place = next((place for place, each in enumerate(headings) if each.strip() == heading.strip()), None)
    if place is not None:
        return place
    if len(heading) <= _LONGEST_NUMBER and heading.isdecimal() and int(heading) > 0:
        return int(heading) - 1
    raise FieldInvalid(field=Entry.COLUMN, value=heading, expected=Expected.HEADING)
