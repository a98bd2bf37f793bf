"""Which column of a delegate list is what: found by the headings, corrected by a person."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from checkin_app.domain.lists.fields import SEVERAL, Field, field_of, is_han
from checkin_app.domain.lists.notes import Details, ListRemark, Note
from checkin_app.domain.lists.sheet import Sheet

#: Rows above the header that titles, dates and logos may take.
_TITLE_ROWS = 50
NAMES = frozenset({Field.NAME, Field.LATIN_NAME, Field.FAMILY, Field.GIVEN})


@dataclass(frozen=True, slots=True)
class Columns:
    """What each column of a sheet holds, as found by its heading or said by a person."""

    header: int
    """The place of the header among the rows, from 0; -1 where there is none."""
    fields: Mapping[int, Field]
    """By place of the column, from 0."""
    notes: tuple[Note, ...] = ()

    def with_(self, column: int, wanted: Field | None) -> "Columns":
        """Return the columns after a person said what one of them holds; the former holder of a field loses it."""
        kept = {place: each for place, each in self.fields.items() if place != column}
        if wanted is not None:
            kept = {place: each for place, each in kept.items() if each is not wanted or wanted in SEVERAL}
            kept[column] = wanted
        return replace(self, fields=dict(sorted(kept.items())))

    def headings(self, sheet: Sheet) -> tuple[str, ...]:
        return sheet.rows[self.header] if self.header >= 0 else ()

    def of(self, wanted: Field) -> tuple[int, ...]:
        return tuple(place for place, each in self.fields.items() if each is wanted)

    def has_name(self) -> bool:
        return not NAMES.isdisjoint(self.fields.values())


def find_columns(sheet: Sheet) -> Columns:
    """Return the columns by the headings of the first of the top rows that names the most fields."""
    best = Columns(-1, {})
    for place, row in enumerate(sheet.rows[:_TITLE_ROWS]):
        found = _columns(place, row)
        if found.has_name() and len(set(found.fields.values())) > len(set(best.fields.values())):
            best = found
    return _without_running_number(sheet, best)


def _columns(header: int, row: tuple[str, ...]) -> Columns:
    fields: dict[int, Field] = {}
    notes: list[Note] = []
    for place, heading in enumerate(row):
        found = field_of(heading)
        said: Details = {"column": place + 1, "heading": heading[:40]}
        if found is None:
            notes += [Note(ListRemark.COLUMN_NOT_TAKEN, said)] if heading.strip() else []
            continue
        if found in fields.values() and found not in SEVERAL:
            if found is Field.NAME and (other := _beside(fields, row, place)):
                fields |= other
            else:
                notes.append(Note(ListRemark.COLUMN_TWICE, said | {"field": found}))
            continue
        fields[place] = found
        if found is Field.DOCUMENT:
            notes.append(Note(ListRemark.DOCUMENT_NOT_TAKEN, said))
        if found is Field.NUMBER:
            notes.append(Note(ListRemark.NUMBER_NOT_USED, said))
    return Columns(header, fields, tuple(notes))


def _beside(fields: Mapping[int, Field], row: tuple[str, ...], place: int) -> dict[int, Field]:
    """Tell two columns of names apart: headed ``姓名`` and ``Name``, the second holds the Latin names."""
    former = next(each for each, kind in fields.items() if kind is Field.NAME)
    if Field.LATIN_NAME in fields.values() or is_han(row[former]) == is_han(row[place]):
        return {}
    own, latin = (former, place) if is_han(row[former]) else (place, former)
    return {own: Field.NAME, latin: Field.LATIN_NAME}


def _without_running_number(sheet: Sheet, columns: Columns) -> Columns:
    """Take a column that counts 1, 2, 3… for what it is, even where its heading could mean a registration number."""
    notes, fields = columns.notes, dict(columns.fields)
    for place in columns.of(Field.REGISTRATION):
        cells = [row[place] for row in sheet.rows[columns.header + 1 :] if place < len(row) and row[place]]
        if len(cells) > 1 and all(cell == str(number) for number, cell in enumerate(cells, start=1)):
            said: Details = {"column": place + 1, "heading": sheet.rows[columns.header][place][:40]}
            fields[place], notes = Field.NUMBER, (*notes, Note(ListRemark.NUMBER_NOT_USED, said))
    return replace(columns, fields=fields, notes=notes)
