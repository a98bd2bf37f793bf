"""Lists as files: a list is taken alike from every code page and from a workbook, whatever formats and hiding it has."""

import io
from collections.abc import Mapping
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
