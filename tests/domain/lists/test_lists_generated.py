"""Lists in the forms that secretariats send: each row is accounted for once, and no name, number, phone or mail is lost unsaid."""

import re
import unicodedata
from collections.abc import Iterable

from hypothesis import given, settings
from listkit import KEPT, OTHERS, lists

from checkin_app.domain.lists.answers import Answers, Asked, Question, Way
from checkin_app.domain.lists.columns import Columns, find_columns
from checkin_app.domain.lists.notes import ListRemark
from checkin_app.domain.lists.plan import Plan, compare
from checkin_app.domain.lists.reading import read_rows
from checkin_app.domain.lists.row import Taken
from checkin_app.domain.lists.sheet import Flaw, Sheet
from checkin_app.files.forum_file import forum_bytes, parse_forum

FORUM = parse_forum(forum_bytes("gstf-2024"), "gstf-2024.toml")
#: More of them with HYPOTHESIS_PROFILE=thorough.
EXAMPLES = max(300, settings().max_examples)
#: What says of a column that nothing of it is taken.
LEFT_OUT = frozenset(
    {ListRemark.COLUMN_NOT_TAKEN, ListRemark.COLUMN_TWICE, ListRemark.DOCUMENT_NOT_TAKEN, ListRemark.NUMBER_NOT_USED}
)
#: Of such cells the file does not hold what the sheet shows; their fields are named.
EMPTIED = {Flaw.FORMULA, Flaw.ERROR}
SPLIT = Answers(
    given={Asked.about(Question.PEOPLE, cell): Way.SPLIT for cell in ("Ana Roos / Jens Holm", "李伟、王芳")}
)


def planned(sheet: Sheet, columns: Columns, answers: Answers = Answers()) -> Plan:  # noqa: B008 - never changed
    return compare({}, read_rows(sheet, columns, FORUM, answers=answers), FORUM)


def essence(text: str) -> str:
    """Return the letters and digits of a text, by which it is known again however it was cleaned."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(each for each in folded if each.isalnum() or unicodedata.category(each) in {"Mn", "Mc"})


def accounted(plan: Plan) -> list[int]:
    taken = {each.row.number for each in (*plan.new, *plan.changed, *plan.cancelled)}
    return sorted([*taken, *(each.number for each in plan.refused)])


def said_of(row: Taken, plan: Plan) -> str:
    """Return all that a row comes to, in fields, and all that is named in what is said of it."""
    notes = (str(value) for note in plan.notes.get(row.number, ()) for value in note.details.values())
    fields = (each for value in row.values.values() for each in (value if isinstance(value, tuple) else (str(value),)))
    return " ".join(map(essence, (*fields, *notes, row.registration, row.cancelled)))


def lost(cells: Iterable[str], said: str) -> list[str]:
    """Return the cells of which neither the whole nor, word by word, everything was said."""

    def is_said(cell: str) -> bool:
        return essence(cell) in said or all(essence(word) in said for word in re.split(r"[\s,;/&+、.]+", cell))

    return [cell for cell in cells if not is_said(cell)]


@given(lists())
@settings(max_examples=EXAMPLES)
def test_every_row_is_accounted_for_exactly_once_with_its_number(sheet: Sheet) -> None:
    columns = find_columns(sheet)
    if not columns.has_name():
        return
    first = columns.header + 2
    rows = [place for place, row in enumerate(sheet.rows[first - 1 :], start=first) if any(map(str.strip, row))]
    flawed = {place + 1 for place, _ in sheet.flaws}
    for answers in (Answers(), SPLIT):
        plan = planned(sheet, columns, answers)
        found = accounted(plan)
        assert [number for number in found if number not in flawed or number in rows] == rows
        assert len(found) == len(set(found))
        assert plan.reading.count == len(found)


@given(lists())
@settings(max_examples=EXAMPLES)
def test_every_name_number_phone_and_mail_ends_in_a_field_or_is_named_in_what_was_left_out(sheet: Sheet) -> None:
    columns = find_columns(sheet)
    if not columns.has_name():
        return
    headings = sheet.rows[columns.header]
    told = {note.details.get("column") for note in (*columns.notes, *sheet.notes) if note.key in LEFT_OUT}
    places = [
        place
        for place, heading in enumerate(headings)
        if (heading in KEPT or heading not in OTHERS) and place + 1 not in told
    ]
    for answers in (Answers(), SPLIT):
        plan = planned(sheet, columns, answers)
        said: dict[int, str] = {}
        for row in plan.reading.taken:
            said[row.number] = f"{said.get(row.number, '')} {said_of(row, plan)}"
        for number, text in said.items():
            row_cells = sheet.rows[number - 1]
            at = [place for place in places if sheet.flaws.get((number - 1, place)) not in EMPTIED]
            cells = [row_cells[place] for place in at if place < len(row_cells)]
            cells = [sheet.mended.get(cell, cell) for cell in cells]
            assert not lost([cell for cell in cells if essence(cell)], text), plan.notes.get(number)
