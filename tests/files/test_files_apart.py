"""Lists are read in a process of their own: what is in them comes over whole, and none takes more than its bounds."""

import ctypes
import io
import sys
import zipfile
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checkin_app.domain.lists.notes import Note
from checkin_app.domain.lists.sheet import ListFile
from checkin_app.domain.problems import Problem, UnknownThing
from checkin_app.domain.problems_lists import (
    ListBreaksReader,
    ListEmpty,
    ListMissing,
    ListNotATable,
    ListProblem,
    ListStopped,
    ListTakesMemory,
    ListTakesTime,
)
from checkin_app.files import apart, apart_reader, limits, spreadsheet_parts
from checkin_app.files.apart import read_apart
from checkin_app.files.tables import read_tables

SHEET = "xl/worksheets/sheet1.xml"
TABLE = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>%b</sheetData>%b</worksheet>'


def workbook(path: Path, rows: list[list[object]]) -> Path:
    whole = openpyxl.Workbook()
    for row in rows:
        whole.active.append(row)
    whole.save(path)
    return path


def remade(path: Path, parts: dict[str, bytes]) -> Path:
    """Replace parts of a workbook, packed."""
    with (
        zipfile.ZipFile(io.BytesIO(path.read_bytes())) as before,
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as after,
    ):
        for each in before.namelist():
            after.writestr(each, parts.get(each, before.read(each)))
    return path


def naming_one_sheet(path: Path, times: int) -> Path:
    """Make the workbook of the issue: its sheet is named over and over."""
    workbook(path, [["Name", "Delegation"], *(["Ada Lund", f"Northland {place}"] for place in range(2000))])
    with zipfile.ZipFile(path) as packed:
        book = packed.read("xl/workbook.xml")
    begin, end = book.index(b"<sheets>"), book.index(b"</sheets>")
    one = book[begin + 8 : end]
    named = b"".join(one.replace(b'name="Sheet"', b'name="Sheet %d"' % place) for place in range(times))
    return remade(path, {"xl/workbook.xml": book[: begin + 8] + named + book[end:]})


# ---- what comes over


def same(found: ListFile, path: Path) -> None:
    whole = read_tables(path)
    assert found.sheet == whole.sheet()
    assert found.encoding == whole.encoding
    assert found.sheets == tuple(each.name for each in whole.sheets if each.rows)


def test_a_sheet_comes_over_with_its_rows_flaws_and_remarks(tmp_path: Path) -> None:
    rows = [["Name", "ID"], ["Ada", 110105194912310021], ["=A1", "x"], *([f"Guest {n}", "é中"] for n in range(1200))]
    file = workbook(tmp_path / "list.xlsx", rows)
    found = read_apart(file)
    same(found, file)
    assert len(found.sheet.flaws) == 2


def test_a_text_comes_over_with_its_encoding_and_what_is_guessed(tmp_path: Path) -> None:
    file = tmp_path / "名单 \N{GRINNING FACE}.csv"
    file.write_bytes("Name;Delegation\nÁna Söl;Puerto\n".encode("cp1252"))
    found = read_apart(file)
    same(found, file)
    assert isinstance(found.sheet.notes[0], Note)


@settings(max_examples=5, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.lists(st.text(max_size=20), min_size=1, max_size=4), min_size=1, max_size=5))
def test_whatever_a_file_holds_comes_over_as_it_would_be_read_here(tmp_path: Path, rows: list[list[str]]) -> None:
    file = tmp_path / "list.csv"
    file.write_text("\n".join(",".join(row) for row in rows), encoding="utf-8", errors="replace")
    try:
        read_tables(file)
    except ListProblem as problem:
        with pytest.raises(type(problem)):
            read_apart(file)
    else:
        same(read_apart(file), file)


def test_what_is_said_can_be_heard_in_small_pieces(tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_text("Name\n" + "\n".join(f"Guest {n}" for n in range(5000)), encoding="utf-8")
    pieces = [value[1] for value in apart_reader.said(file, "", "") if value[0] == "rows"]
    assert sum(map(len, pieces)) == 5001
    assert max(map(len, pieces)) <= 500


def test_what_stands_in_many_rows_stands_in_memory_once(tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_text("Name,Delegation\n" + "".join(f"Guest {number},North Land\n" for number in range(100)), "utf-8")
    rows = read_apart(file).sheet.rows
    assert len({id(delegation) for _, delegation in rows[1:]}) == 1


def test_how_many_rows_have_come_is_told(tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_text("Name\n" + "\n".join(f"Guest {n}" for n in range(1200)), encoding="utf-8")
    told: list[tuple[int, int]] = []
    read_apart(file, progress=lambda done, whole: told.append((done, whole)))
    assert told[-1] == (1201, 0)
    assert len(told) > 1


@pytest.mark.parametrize(
    ("content", "problem"), [(None, ListMissing), (b"", ListEmpty), (b"%PDF-1.7", ListNotATable)], ids=str
)
def test_foreseen_trouble_comes_over_as_what_it_is(
    tmp_path: Path, content: bytes | None, problem: type[Problem]
) -> None:
    if content is not None:
        (tmp_path / "list.csv").write_bytes(content)
    with pytest.raises(problem, match=r"list\.csv"):
        read_apart(tmp_path / "list.csv")


def test_a_sheet_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(UnknownThing):
        read_apart(workbook(tmp_path / "list.xlsx", [["Name"], ["Ada"]]), sheet="Second")


# ---- what would do harm


def test_a_workbook_that_names_one_sheet_4000_times_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ListNotATable, match="several times"):
        read_apart(naming_one_sheet(tmp_path / "list.xlsx", 4000))


def test_what_has_no_end_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Merged regions over all cells, again and again: nobody has foreseen them, and the clock ends them.
    file = workbook(tmp_path / "list.xlsx", [["Name"], ["Ada"]])
    cells = b"".join(
        b'<row r="%d"><c r="A%d"><v>1</v></c><c r="Z%d"><v>1</v></c></row>' % (n, n, n) for n in range(1, 9000)
    )
    merged = b'<mergeCells count="9000">' + b'<mergeCell ref="A1:Z9000"/>' * 9000 + b"</mergeCells>"
    remade(file, {SHEET: TABLE % (cells, merged)})
    monkeypatch.setattr(apart, "MOST_SECONDS", 2)
    with pytest.raises(ListTakesTime, match="2 seconds"):
        read_apart(file)


@pytest.mark.skipif(sys.platform != "linux", reason="the bound on memory is held by Linux and by Windows' jobs")
def test_what_takes_too_much_memory_is_ended(tmp_path: Path) -> None:
    file = workbook(tmp_path / "list.xlsx", [["Name"], ["Ada"]])
    remade(file, {SHEET: TABLE % (b" " * (spreadsheet_parts.MOST_BYTES - 1_000_000), b"")})
    assert file.stat().st_size < 4_000_000
    with pytest.raises(ListTakesMemory, match="1024 MB"):
        read_apart(file)


@pytest.mark.parametrize(
    "part",
    [
        TABLE % (b"<row><c><is>" * 200_000, b""),
        TABLE % (b"<a>" * 300_000 + b"</a>" * 300_000, b""),
        b"<worksheet" + b' a%d="x"' * 1 % 1 + b">" * 300_000,
        TABLE % (b'<row r="1"><c r="A1" t="s"><v>99999999999999999999</v></c></row>', b""),
    ],
    ids=["unclosed", "deep", "brackets", "no such string"],
)
def test_strange_tables_are_rows_or_a_foreseen_problem(tmp_path: Path, part: bytes) -> None:
    file = remade(workbook(tmp_path / "list.xlsx", [["Name"], ["Ada"]]), {SHEET: part})
    try:
        read_apart(file)
    except ListProblem as problem:
        assert "list.xlsx" in str(problem)


def test_one_line_of_sixty_megabytes_is_rows_or_a_foreseen_problem(tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_bytes(b"Name,Delegation\n" + b'"' + b"x" * 60_000_000)
    try:
        found = read_apart(file)
    except ListProblem:
        return
    assert found.sheet.rows


# ---- the reader ends


def ending(monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    monkeypatch.setattr(apart, "_command", lambda: (sys.executable, "-c", code))


def test_a_reader_that_hangs_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ending(monkeypatch, "import signal; signal.pause()")
    monkeypatch.setattr(apart, "MOST_SECONDS", 0.2)
    with pytest.raises(ListTakesTime):
        read_apart(tmp_path / "list.csv")


@pytest.mark.parametrize(
    ("code", "problem"),
    [
        ("import os; os.abort()", ListTakesMemory),
        ("import os, signal; os.kill(os.getpid(), signal.SIGXCPU)", ListTakesTime),
        ("import os, signal; os.kill(os.getpid(), signal.SIGSEGV)", ListBreaksReader),
        ("print('[\"rows\", [[1')", ListBreaksReader),
        ("", ListBreaksReader),
    ],
)
@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_a_reader_that_breaks_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: str, problem: type[Problem]
) -> None:
    ending(monkeypatch, f"import resource; resource.setrlimit(resource.RLIMIT_CORE, (0, 0)); {code}")
    with pytest.raises(problem, match=r"list\.csv"):
        read_apart(tmp_path / "list.csv")


def test_a_person_can_stop_the_reading(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ending(monkeypatch, "import signal; signal.pause()")
    with pytest.raises(ListStopped):
        read_apart(tmp_path / "list.csv", stopped=lambda: True)


def test_the_bound_for_windows_has_the_shape_that_windows_expects() -> None:
    if ctypes.sizeof(ctypes.c_void_p) == 8:
        assert ctypes.sizeof(limits._Limits) == 144
    made = limits._limits(1000, 30)
    assert (made.process_memory, made.basic.process_time, made.basic.flags) == (1000, 300_000_000, 0x102)
