"""What a workbook shows otherwise than it holds: formats, dates, struck-through text, hidden rows and columns."""

import io
import re
import zipfile
from collections.abc import Callable, Iterable
from datetime import date, datetime, time, timedelta
from typing import Any

import openpyxl
import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font

from checkin_app.domain.lists.notes import ListRemark
from checkin_app.domain.lists.sheet import WHOLE_ROW, Flaw, Sheet
from checkin_app.files import spreadsheet, spreadsheet_looks
from checkin_app.files.spreadsheet import read_spreadsheet
from checkin_app.files.tables import MOST_CELLS

SHEET = "xl/worksheets/sheet1.xml"


def book(fill: Callable[[Any], None]) -> bytes:
    whole = openpyxl.Workbook()
    fill(whole.active)
    stored = io.BytesIO()
    whole.save(stored)
    return stored.getvalue()


def written(fill: Callable[[Any, Any], None]) -> bytes:
    """Return a workbook as another program writes it, with shared texts."""
    stored = io.BytesIO()
    with xlsxwriter.Workbook(stored) as whole:
        fill(whole, whole.add_worksheet())
    return stored.getvalue()


def read(content: bytes) -> Sheet:
    return read_spreadsheet(content, "list.xlsx", MOST_CELLS)[0]


def respelled(content: bytes, change: Callable[[bytes], bytes]) -> bytes:
    stored = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(stored, "w") as after:
        for each in before.namelist():
            after.writestr(each, change(before.read(each)) if each == SHEET else before.read(each))
    return stored.getvalue()


def formatted(cells: Iterable[tuple[Any, str]]) -> bytes:
    def fill(sheet: Any) -> None:
        sheet.append(["Registration ID", "Name"])
        for row, (value, code) in enumerate(cells, start=2):
            sheet.cell(row, 1, value).number_format = code
            sheet.cell(row, 2, f"Guest {row}")

    return book(fill)


#: How else programs spell the same sheet.
SPELLINGS: dict[str, Callable[[bytes], bytes]] = {
    "as it is": lambda xml: xml,
    "apostrophes": lambda xml: re.sub(rb'(\s[a-z]+)="([^"]*)"', rb"\1='\2'", xml),
    "blanks around": lambda xml: re.sub(rb'\s(r|s|t|hidden)="', rb' \1 = "', xml),
    "other order": lambda xml: re.sub(rb'<c (r="[^"]*") (s="[^"]*")', rb"<c \2 \1", xml),
    "no places": lambda xml: re.sub(rb'<(c|row) r="[^"]*"', rb"<\1", xml),
    "a prefix": lambda xml: re.sub(rb"<(/?)(?=[a-zA-Z])", rb"<\1x:", xml).replace(b"xmlns=", b"xmlns:x="),
    "a comment": lambda xml: xml.replace(b"<sheetData>", b"<!-- <row hidden='1'> --><sheetData>"),
}


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_numbers_are_read_as_the_sheet_shows_them_however_it_is_spelled(spelling: str) -> None:
    content = formatted([(42, "00000"), (43, '"GSTF-"00000'), ("0044", '"R-"@'), (45, "General"), (46.0, "0_ ")])
    rows = read(respelled(content, SPELLINGS[spelling])).rows
    assert [row[0] for row in rows[1:]] == ["00042", "GSTF-00043", "R-0044", "45", "46"]


def test_a_number_shown_as_an_amount_is_doubted() -> None:
    sheet = read(formatted([(1234, "#,##0"), (7, "0.00"), (1234, "0")]))
    assert [row[0] for row in sheet.rows[1:]] == ["1234", "7", "1234"]
    assert sheet.flaws == {(1, 0): Flaw.SHOWN_OTHERWISE, (2, 0): Flaw.SHOWN_OTHERWISE}


@pytest.mark.parametrize(
    "value",
    [date(2024, 3, 1), datetime(2024, 3, 1, 9, 30), time(3, 1), timedelta(hours=27)],  # noqa: DTZ001 - a spreadsheet's dates have no zone
)
def test_a_date_or_time_is_doubted(value: object) -> None:
    code = "[h]:mm" if isinstance(value, timedelta) else "m-d" if isinstance(value, date) else "h:mm"
    assert read(formatted([(value, code)])).flaws == {(1, 0): Flaw.DATED}


def hidden(sheet: Any) -> None:
    for row in (["Name", "Delegation", "Phone"], ["Ada", "North", "1"], ["Bo", "North", "2"], ["Cy", "North", "3"]):
        sheet.append(row)
    sheet.row_dimensions[3].hidden = True
    sheet.row_dimensions[900].hidden = True
    sheet.column_dimensions["C"].hidden = True


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_hidden_rows_and_columns_are_found_however_the_sheet_is_spelled(spelling: str) -> None:
    sheet = read(respelled(book(hidden), SPELLINGS[spelling]))
    assert sheet.flaws == {(2, WHOLE_ROW): Flaw.HIDDEN}
    assert sheet.hidden_columns == {2}


def test_rows_that_a_filter_or_a_group_hides_are_hidden() -> None:
    def fill(_: Any, sheet: Any) -> None:
        for place in range(6):
            sheet.write_row(place, 0, [f"Guest {place}", "x" if place % 2 else "y"])
        sheet.autofilter(0, 0, 5, 1)
        sheet.filter_column(1, "x == y")
        sheet.set_row(2, options={"hidden": True})
        sheet.set_row(4, options={"level": 1, "hidden": True})

    assert read(written(fill)).flaws == {(2, WHOLE_ROW): Flaw.HIDDEN, (4, WHOLE_ROW): Flaw.HIDDEN}


def struck_cells(sheet: Any) -> None:
    sheet.append(["Name", "Delegation"])
    sheet.append(["Ada", "North"])
    sheet.append(["Bo", "North"])
    sheet["A3"].font = Font(strike=True)
    sheet["B9"].font = Font(strike=True)


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_struck_cells_are_found_however_the_sheet_is_spelled(spelling: str) -> None:
    assert read(respelled(book(struck_cells), SPELLINGS[spelling])).flaws == {(2, 0): Flaw.STRUCK}


def test_a_text_of_which_a_part_is_struck_is_found_in_the_cell_and_among_shared_texts() -> None:
    def inside(sheet: Any) -> None:
        sheet.append(["Name"])
        sheet.append([CellRichText("Ada ", TextBlock(InlineFont(strike=True), "Lund"), " Berg")])

    def shared(whole: Any, sheet: Any) -> None:
        sheet.write_row(0, 0, ["Name", "Note"])
        sheet.write_rich_string(1, 0, "Ada ", whole.add_format({"font_strikeout": True}), "Lund", " Berg")
        sheet.write_string(2, 0, "Bo")

    assert read(book(inside)).flaws == {(1, 0): Flaw.STRUCK}
    assert read(written(shared)).flaws == {(1, 0): Flaw.STRUCK}


def test_a_workbook_that_tells_values_alone_is_said_to_do_so() -> None:
    def told(content: bytes, parts: object = None) -> list[object]:
        sheet = spreadsheet._sheets(content, "list.xls", MOST_CELLS, parts)[0]  # type: ignore[arg-type]
        return [note.key for note in sheet.notes]

    assert told(formatted([(42, "00000")])) == [ListRemark.ONLY_VALUES]
    assert told(formatted([("42", "@")])) == []
    assert read(formatted([(42, "00000")])).notes == ()


def test_what_is_wrong_with_a_cell_goes_before_how_it_looks() -> None:
    def fill(sheet: Any) -> None:
        sheet.append(["Name", "ID"])
        sheet.append(["=A1", 110105194912310021])
        for cell in sheet[2]:
            cell.font, cell.number_format = Font(strike=True), "00000"

    assert read(book(fill)).flaws == {(1, 0): Flaw.FORMULA, (1, 1): Flaw.ROUNDED}


STYLED = formatted([(42, "00000"), (43, '"GSTF-"00000'), (date(2031, 3, 1), "m-d")])


@given(st.data())
def test_bytes_and_walk_see_the_same(data: st.DataObject) -> None:
    whole = data.draw(st.sampled_from([STYLED, book(hidden), book(struck_cells)]))
    with zipfile.ZipFile(io.BytesIO(whole)) as packed:
        xml, styles = bytearray(packed.read(SHEET)), packed.read("xl/styles.xml")
    for _ in range(data.draw(st.integers(0, 3))):
        xml[data.draw(st.integers(0, len(xml) - 1))] = data.draw(st.sampled_from(b'<>/"=0A9&;rsthidden: '))
    found = spreadsheet_looks.styles_of(styles, b"")
    try:
        walked = spreadsheet_looks._walked(bytes(xml), found)
    except Exception:  # noqa: BLE001 - what is damaged is refused by whoever walks over the values
        return
    looks = spreadsheet_looks.looks_of(bytes(xml), found)
    assert (looks.formats, looks.struck) == (walked.formats, walked.struck)
    assert (looks.hidden_rows, looks.hidden_columns) == (walked.hidden_rows, walked.hidden_columns)
