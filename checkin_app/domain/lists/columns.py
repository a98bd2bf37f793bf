"""Which column of a delegate list is what: found by the headings, told apart by the cells, corrected by a person."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from checkin_app.domain.lists.fields import SEVERAL, SINGLE, Field
from checkin_app.domain.lists.headings import field_of
from checkin_app.domain.lists.notes import Details, ListRemark, Note
from checkin_app.domain.lists.sheet import Sheet
from checkin_app.domain.lists.told_apart import Undecided, told_apart

#: Rows above the header that titles, dates and logos may take.
_TITLE_ROWS = 50
#: Any of these names a person.
NAMES = frozenset({Field.NAME, Field.LATIN_NAME, Field.FAMILY, Field.GIVEN})


@dataclass(frozen=True, slots=True)
class Columns:
    """What each column of a sheet holds, as found by its heading and cells or said by a person."""

    header: int
    """The place of the header among the rows, from 0; -1 where there is none."""
    fields: Mapping[int, Field]
    """By place of the column, from 0; of two that hold the same the second is read where the first is empty."""
    notes: tuple[Note, ...] = ()

    def with_(self, column: int, wanted: Field | None) -> "Columns":
        """Return the columns after a person said what one of them holds; the former holder of a field loses it."""
        kept = {place: each for place, each in self.fields.items() if place != column}
        if wanted is not None:
            kept = {place: each for place, each in kept.items() if each is not wanted or wanted in SEVERAL}
            kept[column] = wanted
        notes = tuple(each for each in self.notes if each.details.get("column") != column + 1)
        return replace(self, fields=dict(sorted(kept.items())), notes=notes)

    def headings(self, sheet: Sheet) -> tuple[str, ...]:
        return sheet.rows[self.header] if self.header >= 0 else ()

    def of(self, wanted: Field) -> tuple[int, ...]:
        return tuple(place for place, each in self.fields.items() if each is wanted)

    def has_name(self) -> bool:
        return not NAMES.isdisjoint(self.fields.values())


def find_columns(sheet: Sheet) -> Columns:
    """Return the columns by the headings of the first of the top rows that names the most fields, and their cells."""
    header, best = -1, dict[int, Field]()
    for place, row in enumerate(sheet.rows[:_TITLE_ROWS]):
        heads = {column: field for column, heading in enumerate(row) if (field := field_of(heading)) is not None}
        if not NAMES.isdisjoint(heads.values()) and len(set(heads.values())) > len(set(best.values())):
            header, best = place, heads
    if header < 0:
        return Columns(-1, {})
    headings = sheet.rows[header]
    found = Undecided(headings, sheet.rows[header + 1 :], best)
    # Of a list that this application wrote, the headings leave nothing open.
    return _each_once(header, headings, found if Field.RECORD in best.values() else told_apart(found))


def _each_once(header: int, headings: tuple[str, ...], found: Undecided) -> Columns:
    """Keep a second column of one kind beside the first, and leave one that would make two people one or none."""
    fields: dict[int, Field] = {}
    notes: list[Note] = []
    for place, heading in enumerate(headings):
        field = found.fields.get(place)
        said: Details = {"column": place + 1, "heading": heading[:40]}
        if field is None:
            notes += [Note(ListRemark.COLUMN_NOT_TAKEN, said)] if heading.strip() else []
            continue
        first = next((former for former, each in fields.items() if each is field), None)
        if first is not None and field in SINGLE:
            notes.append(Note(ListRemark.COLUMN_TWICE, said | {"field": field}))
            continue
        fields[place] = field
        notes += [note for note in found.notes if note.details["column"] == place + 1]
        if first is not None and field not in SEVERAL:
            notes.append(Note(ListRemark.COLUMN_BESIDE, said | {"field": field, "other": first + 1}))
        if field is Field.DOCUMENT:
            notes.append(Note(ListRemark.DOCUMENT_NOT_TAKEN, said))
        if field is Field.NUMBER:
            notes.append(Note(ListRemark.NUMBER_NOT_USED, said))
    return Columns(header, fields, tuple(notes))
