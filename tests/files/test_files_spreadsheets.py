"""Workbooks as secretariats make them, and as somebody with bad intentions would."""

import contextlib
import io
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any
from xml.parsers import expat

import openpyxl
import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from checkin_app.domain.lists.sheet import Flaw
from checkin_app.domain.problems_lists import ListEmpty, ListNotATable, ListProblem
from checkin_app.files import spreadsheet_parts
from checkin_app.files.spreadsheet import read_spreadsheet
from checkin_app.files.tables import MOST_CELLS, read_tables


def book(fill: Callable[[Any], None]) -> bytes:
    whole = openpyxl.Workbook()
    fill(whole)
    stored = io.BytesIO()
    whole.save(stored)
    return stored.getvalue()


def one_sheet(rows: list[list[Any]], merged: tuple[str, ...] = ()) -> bytes:
    def fill(whole: Any) -> None:
        for row in rows:
            whole.active.append(row)
        for region in merged:
            whole.active.merge_cells(region)

    return book(fill)


def read(content: bytes) -> Any:
    return read_spreadsheet(content, "list.xlsx", MOST_CELLS)[0]


def remade(content: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    stored = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(stored, "w", zipfile.ZIP_DEFLATED) as after:
        for each in before.namelist():
            after.writestr(each, change(before.read(each)) if each == name else before.read(each))
    return stored.getvalue()


SHEET = "xl/worksheets/sheet1.xml"


def test_values_read_as_people_see_them() -> None:
    row = [13800138000, 1.5, True, date(2031, 5, 6), datetime(2031, 5, 6, 9, 30), "0412", None, " x "]  # noqa: DTZ001 - a spreadsheet's dates have no zone
    assert read(one_sheet([row])).rows == (
        ("13800138000", "1.5", "true", "2031-05-06", "2031-05-06 09:30", "0412", "", " x "),
    )


def test_a_number_of_more_than_15_digits_is_flawed() -> None:
    sheet = read(one_sheet([["Name", "ID"], ["Ada", 110105194912310021], ["Bo", 123456789012345]]))
    assert sheet.flaws == {(1, 1): Flaw.ROUNDED}


def test_rows_are_counted_from_the_first_row_of_the_file() -> None:
    def fill(whole: Any) -> None:
        whole.active["C4"] = "Name"
        whole.active["C5"] = "Ada"

    sheet = read(book(fill))
    assert sheet.rows[3] == ("", "", "Name")
    assert sheet.rows[4] == ("", "", "Ada")


def test_a_merged_region_gives_its_text_to_all_its_cells() -> None:
    rows = [
        ["List of guests", None, None],
        ["Name", "Delegation", "Title"],
        ["Ada", "Northland", "x"],
        ["Bo", None, "y"],
    ]
    sheet = read(one_sheet(rows, ("A1:C1", "B3:B4")))
    assert sheet.rows[0] == ("List of guests",) * 3
    assert sheet.rows[3] == ("Bo", "Northland", "y")
    assert sheet.flaws == {(3, 1): Flaw.SPANNED}


def test_a_formula_without_a_result_and_an_error_are_flawed() -> None:
    def fill(whole: Any) -> None:
        whole.active.append(["Name", "Title"])
        whole.active.append(["=A1", "x"])
        whole.active.append(["Ada", "#REF!"])
        whole.active["B3"].data_type = "e"

    assert read(book(fill)).flaws == {(1, 0): Flaw.FORMULA, (2, 1): Flaw.ERROR}


def test_a_formula_with_its_result_gives_the_result(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(tmp_path / "list.xlsx") as whole:
        sheet = whole.add_worksheet()
        sheet.write_row(0, 0, ["Name", "Title"])
        sheet.write_formula(1, 0, '=CONCATENATE("Ada"," Lund")', None, "Ada Lund")
    found = read_tables(tmp_path / "list.xlsx").sheet()
    assert found.rows[1][0] == "Ada Lund"
    assert found.flaws == {}


def test_the_sheet_that_holds_names_is_found_among_others(tmp_path: Path) -> None:
    def fill(whole: Any) -> None:
        whole.active.title = "说明"
        whole.active.append(["How to fill in this list"])
        hidden = whole.create_sheet("old")
        hidden.append(["Name", "Delegation"])
        hidden.sheet_state = "hidden"
        whole.create_sheet("代表").append(["姓名", "代表团"])

    (tmp_path / "list.xlsx").write_bytes(book(fill))
    whole = read_tables(tmp_path / "list.xlsx")
    assert whole.sheet().name == "代表"
    assert [str(note) for note in whole.sheet().notes] == [
        "Sheet “代表” is read; not read: 说明, old.",
        "Hidden in the workbook: sheet old.",
    ]
    assert [str(note) for note in whole.sheet("old").notes] == ["Hidden in the workbook: sheet old."]
    assert whole.sheet("old").hidden


def test_an_empty_workbook_is_said_to_be_empty(tmp_path: Path) -> None:
    (tmp_path / "list.xlsx").write_bytes(one_sheet([]))
    with pytest.raises(ListEmpty):
        read_tables(tmp_path / "list.xlsx")


def test_two_far_cells_do_not_take_all_memory() -> None:
    far = remade(
        one_sheet([["Name"], ["Ada"]]),
        SHEET,
        lambda xml: xml.replace(b'r="A2"', b'r="XFD1048576"').replace(b'r="2"', b'r="1048576"'),
    )
    with pytest.raises(ListNotATable, match="cells"):
        read(far)


@pytest.mark.parametrize("place", [b"A99999999999999", b"ZZZZZ2", b"XFD1048576", b"\xc3\x892", b""])
def test_a_cell_that_its_row_does_not_hold_is_damage(place: bytes) -> None:
    strange = remade(one_sheet([["Name"], ["Ada"]]), SHEET, lambda xml: xml.replace(b'r="A2"', b'r="' + place + b'"'))
    with pytest.raises(ListProblem):
        read(strange)


def test_a_packed_file_that_unpacks_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spreadsheet_parts, "MOST_BYTES", 1_000_000)
    bomb = remade(one_sheet([["Name"]]), SHEET, lambda xml: xml + b" " * 2_000_000)
    assert len(bomb) < 50_000
    with pytest.raises(ListNotATable, match="unpacks"):
        read(bomb)


def test_a_packed_file_that_lies_about_its_sizes_is_no_danger() -> None:
    content = remade(one_sheet([["Name"], ["Ada"]]), SHEET, lambda xml: xml + b" " * 100_000)
    with zipfile.ZipFile(io.BytesIO(content)) as whole:
        size = whole.getinfo(SHEET).file_size
    lying = content.replace(size.to_bytes(4, "little"), (500).to_bytes(4, "little"))
    assert lying != content
    with pytest.raises(ListProblem):
        read(lying)


def test_entities_are_refused() -> None:
    bomb = (
        b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]>'
        b'<worksheet><sheetData><row r="1"><c r="A1" t="str"><v>&b;</v></c></row></sheetData></worksheet>'
    )
    with pytest.raises(ListNotATable):
        spreadsheet_parts.unpacked(remade(one_sheet([["Name"]]), SHEET, lambda _: bomb), "list.xlsx", MOST_CELLS)


def test_a_packed_file_that_is_no_workbook_is_refused() -> None:
    stored = io.BytesIO()
    with zipfile.ZipFile(stored, "w") as packed:
        packed.writestr("photos/1.jpg", b"x")
    with pytest.raises(ListNotATable, match="no XLSX"):
        read(stored.getvalue())


@given(st.data())
def test_a_damaged_workbook_is_rows_or_a_foreseen_problem(data: st.DataObject) -> None:
    whole = bytearray(PLAIN)
    for _ in range(data.draw(st.integers(1, 8))):
        whole[data.draw(st.integers(4, len(whole) - 1))] = data.draw(st.integers(0, 255))
    with contextlib.suppress(ListProblem):
        read_spreadsheet(bytes(whole), "list.xlsx", MOST_CELLS)


@given(st.data())
def test_a_workbook_with_damaged_tables_is_rows_or_a_foreseen_problem(data: st.DataObject) -> None:
    whole, part = data.draw(st.sampled_from(PARTS))
    with zipfile.ZipFile(io.BytesIO(whole)) as packed:
        xml = bytearray(packed.read(part))
    for _ in range(data.draw(st.integers(1, 4))):
        xml[data.draw(st.integers(0, len(xml) - 1))] = data.draw(st.sampled_from(b'<>/"=0A9&;'))
    with contextlib.suppress(ListProblem):
        read_spreadsheet(remade(whole, part, lambda _: bytes(xml)), "list.xlsx", MOST_CELLS)


def test_cells_that_are_only_coloured_are_no_part_of_the_table() -> None:
    painted = b'<row r="1048576"><c r="XFD1048576" s="0"/></row></sheetData>'
    content = remade(one_sheet([["Name"], ["Ada"]]), SHEET, lambda xml: xml.replace(b"</sheetData>", painted))
    assert read(content).rows == (("Name",), ("Ada",))


def shared_strings() -> bytes:
    stored = io.BytesIO()
    with xlsxwriter.Workbook(stored) as whole:
        sheet = whole.add_worksheet("代表")
        sheet.write_row(0, 0, ["Name", "Delegation"])
        sheet.write_row(1, 0, ["Ada", "Northland"])
        sheet.write_formula(2, 0, '="Bo"', None, "Bo")
    return stored.getvalue()


PLAIN = one_sheet(
    [["Name", "Delegation", "When"], ["Ada", "Northland", date(2031, 5, 6)], ["Bo", "=1+1", 4.5]], ("A1:B1",)
)
SHARED = shared_strings()
PARTS = [
    *((PLAIN, part) for part in (SHEET, "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml")),
    *((SHARED, part) for part in (SHEET, "xl/sharedStrings.xml")),
]


@given(st.data())
def test_a_sheet_that_is_not_walked_over_has_nothing_to_be_found(data: st.DataObject) -> None:
    whole, part = data.draw(st.sampled_from([(PLAIN, SHEET), (SHARED, SHEET)]))
    with zipfile.ZipFile(io.BytesIO(whole)) as packed:
        xml = packed.read(part)
    taken = data.draw(st.sampled_from([b"<f>1+1</f>", b'="Bo"', b"nothing"]))
    xml = bytearray(xml.replace(taken, b""))
    for _ in range(data.draw(st.integers(0, 4))):
        xml[data.draw(st.integers(0, len(xml) - 1))] = data.draw(st.sampled_from(b'<>/"=0A9&;ftec: '))
    content = bytes(xml)
    cells = spreadsheet_parts._Cells("list.xlsx", MOST_CELLS)
    try:
        cells.walk(content)
    except (ListNotATable, ValueError, expat.ExpatError):
        return
    if spreadsheet_parts._is_plain(content, MOST_CELLS):
        assert cells.flaws == {}
