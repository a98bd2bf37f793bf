"""Lists as files: a list is taken alike from every code page and from a workbook, whatever formats and hiding it has."""

import csv
import io
import unicodedata
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checkin_app.domain.lists.columns import find_columns
from checkin_app.domain.lists.fields import Field
from checkin_app.domain.lists.notes import ListRemark, Remark
from checkin_app.domain.lists.plan import Plan, compare
from checkin_app.domain.lists.reading import read_rows
from checkin_app.domain.lists.sheet import Sheet
from checkin_app.files.forum_file import forum_bytes, parse_forum
from checkin_app.files.tables import read_tables

FORUM = parse_forum(forum_bytes("gstf-2024"), "gstf-2024.toml")
#: Code pages as a person chooses them in the preview, and people whom each can write.
PEOPLE: Mapping[str, tuple[str, ...]] = {
    "utf-8-sig": ("林若溪", "ليلى الحداد", "José Ñáñez", "Анна Рус", "佐伯 遥", "สมชาย ใจดี"),
    "utf-16": ("林若溪", "ليلى الحداد", "José Ñáñez", "Анна Рус", "佐伯 遥", "สมชาย ใจดี"),
    "gb18030": ("林若溪", "单于谦", "Ana Roos", "欧阳明"),
    "big5": ("林若溪", "歐陽明", "Ana Roos"),
    "cp1252": ("José Ñáñez", "Zoë Müller", "Ana Roos"),
    "cp1251": ("Анна Рус", "Юрий Щукин", "Ana Roos"),
    "koi8-r": ("Анна Рус", "Юрий Щукин", "Ana Roos"),
    "shift_jis": ("佐伯 遥", "高橋 カナ", "Ana Roos"),
}
HEADINGS = ("No.", "Name", "Phone", "Delegation")
#: How a spreadsheet shows a whole number: the format, and what a person reads.
SHOWN = {
    "0000": lambda number: f"{number:04}",
    "000000": lambda number: f"{number:06}",
    "0": str,
    "General": str,
    '"R-"0000': lambda number: f"R-{number:04}",
    "00-00": lambda number: f"{number // 100:02}-{number % 100:02}",
}


def plan(sheet: Sheet) -> Plan:
    return compare({}, read_rows(sheet, find_columns(sheet), FORUM), FORUM)


def numbers(found: Plan) -> list[int]:
    """Return the number of every row that is accounted for."""
    taken = {each.row.number for each in (*found.new, *found.changed, *found.cancelled)}
    return sorted([*taken, *(each.number for each in found.refused)])


def read(folder: Path, name: str, content: bytes, encoding: str = "") -> Sheet:
    file = folder / name
    file.write_bytes(content)
    return read_tables(file, encoding).sheets[0]


@st.composite
def files(draw: st.DrawFn) -> tuple[str, list[tuple[str, ...]]]:
    encoding = draw(st.sampled_from(sorted(PEOPLE)))
    names = draw(st.lists(st.sampled_from(PEOPLE[encoding]), min_size=1, max_size=12))
    rows = [(f"{place:04}", name, f"+4915100000{place:02}", "North") for place, name in enumerate(names, 1)]
    return encoding, rows


@given(file=files(), separator=st.sampled_from(",;\t"), newline=st.sampled_from(["\n", "\r\n"]))
@settings(max_examples=80, deadline=None)
def test_a_list_in_a_code_page_that_was_chosen_says_what_its_cells_say(
    tmp_path_factory: pytest.TempPathFactory, file: tuple[str, list[tuple[str, ...]]], separator: str, newline: str
) -> None:
    encoding, rows = file
    text = newline.join(separator.join(row) for row in (HEADINGS, *rows)) + newline
    sheet = read(tmp_path_factory.mktemp("lists"), "list.csv", text.encode(encoding), encoding)
    found, wanted = plan(sheet), plan(Sheet("", (HEADINGS, *rows)))
    assert numbers(found) == numbers(wanted) == list(range(2, len(rows) + 2))
    said = [(each.delegate.name, each.delegate.phone, each.row.registration) for each in found.new]
    assert said == [(each.delegate.name, each.delegate.phone, each.row.registration) for each in wanted.new]


def _book(rows: list[tuple[int, str, str]], hidden: set[int], hides_names: bool, extra: bool) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["No.", "Name", "Delegation"])
    for number, name, code in rows:
        sheet.append([number, name, "North"])
        sheet.cell(sheet.max_row, 1).number_format = code
    for place in hidden:
        sheet.row_dimensions[place].hidden = True
    sheet.column_dimensions["B"].hidden = hides_names
    if extra:
        other = book.create_sheet("Notes")
        other.append(["nothing of it", "is a list"])
        other.sheet_state = "hidden"
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


@given(
    rows=st.lists(
        st.tuples(st.integers(1, 9999), st.sampled_from(["Ana Roos", "林若溪", "Jens Holm", "José Ñáñez"]), st.sampled_from(sorted(SHOWN))),
        min_size=1, max_size=10, unique_by=lambda row: SHOWN[row[2]](row[0]),
    ),
    hidden=st.sets(st.integers(2, 11), max_size=3), hides_names=st.booleans(), extra=st.booleans(),
)  # fmt: skip
@settings(max_examples=60, deadline=None)
def test_a_workbook_is_read_as_it_is_shown_and_says_what_it_hides(
    tmp_path_factory: pytest.TempPathFactory,
    rows: list[tuple[int, str, str]],
    hidden: set[int],
    hides_names: bool,
    extra: bool,
) -> None:
    hidden = {each for each in hidden if each <= len(rows) + 1}
    content = _book(rows, hidden, hides_names, extra)
    sheet = read(tmp_path_factory.mktemp("lists"), "list.xlsx", content)
    found = plan(sheet)
    assert numbers(found) == list(range(2, len(rows) + 2))
    by_row = {each.row.number: each for each in found.new}
    for place, (number, name, code) in enumerate(rows, 2):
        assert sheet.rows[place - 1][:2] == (SHOWN[code](number), name)
        assert place in by_row or place in {each.number for each in found.refused}
    # One that says what a row above says is refused for that, hidden or not.
    said = {place: [note.key for note in found.notes.get(place, ())] for place in hidden}
    assert all(Remark.ROW_HIDDEN in keys for place, keys in said.items() if place in by_row)
    assert (ListRemark.COLUMN_HIDDEN in {note.key for note in found.reading.notes}) is hides_names
    assert find_columns(sheet).fields[1] is Field.NAME


#: What spreadsheets make of numbers, or show of them: the value, its format, and what a person reads in the cell.
MADE: tuple[tuple[object, str, str], ...] = (
    (date(2026, 3, 1), "yyyy-mm-dd", "2026-03-01"), (date(2026, 3, 1), "d-mmm", "1-Mar"),
    (date(2026, 3, 1), "mmm-yy", "Mar-26"), (date(2026, 3, 1), 'm"月"d"日"', "3月1日"),
    (date(2026, 3, 1), "[$-409]d-mmm-yy;@", "1-Mar-26"), (date(2026, 3, 1), "d.m.yyyy", "1.3.2026"),
    (datetime.fromisoformat("2026-03-01T09:30"), "d/m/yyyy h:mm", "1/3/2026 9:30"), (time(9, 30), "h:mm AM/PM", "9:30 AM"),
    (time(9, 30), "h:mm:ss", "9:30:00"), (0.05, "0%", "5%"), (0.125, "0.00%", "12.50%"), (1, "0%", "100%"),
    (0.333333, "0%", "33%"), (-0.5, "0%", "-50%"), (13800138000, "0.00E+00", "1.38E+10"),
    (13800138000, "0E+00", "1E+10"), (4915100000123, "##0.0E+0", "4.9E+12"), (42, "0.00E+00", "4.20E+01"),
    (1.38e15, "General", "1.38E+15"), (123456789012345678, "0", "123456789012345000"), (1234.5, "#,##0.00", "1,234.50"),
    (42, '"¥"#,##0', "¥42"), (0.5, "# ?/?", "1/2"), (1.5, "General", "1.5"), (42, "0000", "0042"),
    *((text, "General", text) for text in ("12%", "1.38E+10", "1,38E+10", "1.38e+10", "3-Jan", "2026/3/1", "1 Mar 2026", "9:30 AM", "3月1日")),
    *((text, "@", text) for text in ("0.5", "1/2", "３％", "5 %", "0042", "")),
)  # fmt: skip
PEOPLE_OF_A_BOOK = ("Ana Roos", "林若溪", "Jens Holm", "José Ñáñez")
#: Columns in which such cells stand, by heading.
FIELDS: Mapping[str, Field] = {
    "Name": Field.NAME, "Registration ID": Field.REGISTRATION, "Badge no": Field.BADGE_NO, "Ticket code": Field.ALIASES, "Phone": Field.PHONE,
    "Delegation": Field.DELEGATION, "Organisation": Field.ORGANISATION, "Job title": Field.TITLE, "Remarks": Field.NOTE,
}  # fmt: skip
Made = tuple[object, str, str]


@st.composite
def made(draw: st.DrawFn) -> tuple[list[str], list[tuple[Made, ...]]]:
    """Return headings, and rows of cells of which any may be what a spreadsheet made of something else."""
    headings = draw(st.lists(st.sampled_from(sorted(FIELDS.keys() - {"Name"})), min_size=1, max_size=4, unique=True))
    names = st.sampled_from([(name, "General", name) for name in PEOPLE_OF_A_BOOK])
    cells = st.sampled_from(MADE)
    # One in so many names, too, is a date or share by now.
    row = st.tuples(st.one_of(names, names, names, cells), *(cells for _ in headings))
    return ["Name", *headings], draw(st.lists(row, min_size=1, max_size=8))


def essence(text: str) -> str:
    """Return the letters and digits of a text, by which it is known again however it was cleaned."""
    return "".join(each for each in unicodedata.normalize("NFKC", text).casefold() if each.isalnum())


def unsaid(found: Plan, headings: Sequence[str], rows: Sequence[tuple[Made, ...]]) -> list[tuple[int, str, str]]:
    """Return the cells of people taken of which a person reads something else than is taken, and nothing is said."""
    missing = []
    for each in found.reading.taken:
        notes = found.notes.get(each.number, ())
        asked = {note.details.get("field", note.key.partition("_")[0]) for note in notes if note.asks}
        values = (
            part for value in each.values.values() for part in (value if isinstance(value, tuple) else (str(value),))
        )
        said = {"", *map(essence, (*values, each.registration))}
        said |= {essence(str(value)) for note in notes for value in note.details.values()}
        for heading, (value, _, shown) in zip(headings, rows[each.number - 2], strict=True):
            # In a note a date is meant, and says the same however it is written.
            alike = (
                {str(value), str(value)[:16]}
                if FIELDS[heading] is Field.NOTE and isinstance(value, date | time)
                else set()
            )
            if said.isdisjoint(map(essence, {shown, *alike})) and FIELDS[heading] not in asked:
                missing.append((each.number, heading, shown))
    return missing


@given(made())
@settings(max_examples=100, deadline=None)
def test_what_a_workbook_made_of_a_number_is_taken_as_it_is_shown_or_asked_about(
    tmp_path_factory: pytest.TempPathFactory, lists: tuple[list[str], list[tuple[Made, ...]]]
) -> None:
    headings, rows = lists
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(headings)
    for row in rows:
        sheet.append([value or None for value, _, _ in row])
        for column, (_, code, _) in enumerate(row, 1):
            sheet.cell(sheet.max_row, column).number_format = code
    file = io.BytesIO()
    book.save(file)
    found = plan(read(tmp_path_factory.mktemp("lists"), "list.xlsx", file.getvalue()))
    assert numbers(found) == [place for place, row in enumerate(rows, 2) if any(shown for _, _, shown in row)]
    assert unsaid(found, headings, rows) == []


@given(made(), st.sampled_from(",;\t"))
@settings(max_examples=100, deadline=None)
def test_what_a_text_file_has_of_such_numbers_is_taken_as_it_stands_or_asked_about(
    tmp_path_factory: pytest.TempPathFactory, lists: tuple[list[str], list[tuple[Made, ...]]], separator: str
) -> None:
    headings, rows = lists
    text = io.StringIO()
    csv.writer(text, delimiter=separator).writerows([headings, *([shown for _, _, shown in row] for row in rows)])
    found = plan(read(tmp_path_factory.mktemp("lists"), "list.csv", text.getvalue().encode("utf-8-sig")))
    assert numbers(found) == [place for place, row in enumerate(rows, 2) if any(shown for _, _, shown in row)]
    assert unsaid(found, headings, rows) == []
