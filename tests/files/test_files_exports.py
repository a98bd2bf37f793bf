"""Tables for other programs: whole or not at all, and nothing in them runs."""

import csv
import io
import os
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
import python_calamine
from hypothesis import given
from hypothesis import strategies as st

from checkin_app.domain.buses import Bus, BusState
from checkin_app.domain.delegates import Delegate
from checkin_app.domain.forum import instant
from checkin_app.domain.ids import BusCode, CategoryId, DelegateId, FactId, Instant, RouteId, StationId
from checkin_app.domain.lists.values import clean
from checkin_app.domain.problems import FileNotWritable
from checkin_app.domain.swaps import Cause, Swap
from checkin_app.files.exports import csv_bytes, manifest_header, manifest_rows, write_table, xlsx_bytes
from checkin_app.files.forum_file import forum_bytes, parse_forum
from checkin_app.files.tables import read_tables
from checkin_app.services.ports.buses import Manifest, ManifestLine
from printing.words import word

FORUM = parse_forum(forum_bytes("gstf-2024"), "gstf-2024.toml")
ROWS = [
    ("name", "phone", "note"),
    ("李雪", "+8613800138000", "=1+1"),
    ("Ñáñez", "", '@SUM("A1")'),
    ("ليلى", "-", "a\nb"),
]

plain = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=12)


@given(
    st.lists(
        st.lists(
            st.one_of(plain, st.sampled_from(["=1", "+1", "-x", "@a", " =1", "'=1", "\uff1d1", "\uff20a"])),
            min_size=1,
            max_size=4,
        )
    )
)
def test_no_cell_of_a_csv_file_is_a_formula(rows: list[list[str]]) -> None:
    text = csv_bytes(rows).decode("utf-8-sig")
    for row in csv.reader(io.StringIO(text, newline="")):
        assert not any(
            cell.lstrip().startswith(("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")) for cell in row
        )


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("+8613800138000", "+8613800138000"),
        ("+86 138 0013 8000", "+86 138 0013 8000"),
        ("+1+1", "'+1+1"),
        ("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"),
    ],
)
def test_a_strict_phone_number_is_no_formula(cell: str, written: str) -> None:
    assert next(csv.reader([csv_bytes([[cell]]).decode("utf-8-sig")])) == [written]


def test_a_csv_file_begins_with_the_mark_that_excel_needs() -> None:
    assert csv_bytes(ROWS).startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_what_is_written_reads_back(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"名单.{ending}"
    write_table(path, ROWS[0], ROWS[1:])
    rows = read_tables(path).sheet().rows
    assert [[clean(cell).text for cell in row] for row in rows] == [[clean(cell).text for cell in row] for row in ROWS]


@given(st.lists(st.lists(plain, min_size=1, max_size=4), min_size=1, max_size=6))
def test_a_workbook_holds_texts_only(rows: list[list[str]]) -> None:
    rows = [["x", *row] for row in rows]
    book = python_calamine.load_workbook(io.BytesIO(xlsx_bytes(rows)))
    read = book.get_sheet_by_index(0).to_python(skip_empty_area=False)
    assert [[cell for cell in row if cell != ""] for row in read] == [
        [cell for cell in row if cell != ""] for row in rows
    ]


def test_numbers_keep_their_zeros(tmp_path: Path) -> None:
    write_table(tmp_path / "a.xlsx", ("badge_no", "phone"), [("0412", "13800138000")])
    assert read_tables(tmp_path / "a.xlsx").sheet().rows[1] == ("0412", "13800138000")


def test_a_file_that_was_there_is_replaced_whole(tmp_path: Path) -> None:
    path = tmp_path / "codes.csv"
    path.write_text("old", encoding="utf-8")
    write_table(path, ("a",), [("b",)])
    assert path.read_bytes() == "\ufeffa\r\nb\r\n".encode()
    assert list(tmp_path.iterdir()) == [path]


def test_a_write_that_fails_leaves_the_former_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    path = tmp_path / "codes.csv"
    path.write_text("old", encoding="utf-8")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(FileNotWritable, match="No space left"):
        write_table(path, ("a",), [("b",)])
    assert path.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_place_that_cannot_be_written_to_is_named(tmp_path: Path) -> None:
    (tmp_path / "folder.csv").mkdir()
    for path in (tmp_path / "none" / "a.csv", tmp_path / "folder.csv", tmp_path / "a.pdf"):
        with pytest.raises(FileNotWritable):
            write_table(path, ("a",), [("b",)])
    assert [each.name for each in tmp_path.iterdir()] == ["folder.csv"]


def test_a_manifest_says_who_is_aboard_in_the_language_asked_for() -> None:
    bus = Bus(BusCode("3-1"), RouteId("3"), 40, 38)
    ada = Delegate(
        DelegateId("a"), "Ada Lund", category=CategoryId("minister"), languages=("en", "fr"), badge_no="0001"
    )
    li = Delegate(DelegateId("b"), "李雪", latin_name="Li Xue", category=CategoryId("gone"), phone="+8613800138000")
    lines = (
        ManifestLine(ada, aboard=True, since=Instant(1), seen_on=None, listed=True),
        ManifestLine(li, aboard=False, since=None, seen_on=None, listed=True),
        ManifestLine(li, aboard=False, since=None, seen_on=BusCode("3-2"), listed=True),
        ManifestLine(ada, aboard=True, since=Instant(1), seen_on=None, listed=False),
    )
    rows = list(manifest_rows(Manifest(bus, lines, 7), FORUM, "en", word))
    assert [row[1] for row in rows] == ["aboard", "still to come", "safe, aboard bus 3-2", "aboard, not listed"]
    called = Manifest(replace(bus, state=BusState.FINAL_CALL), lines, 7)
    assert [row[1] for row in manifest_rows(called, FORUM, "zh", word)][1:3] == ["缺席", "安全，在 3-2 号车上"]
    assert rows[0][2:8] == ("0001", "Ada Lund", "", "", "Transport Minister", "en, fr")
    assert rows[1][3:5] == ("李雪", "Li Xue")
    assert next(manifest_rows(Manifest(bus, lines, 7), FORUM, "zh", word))[1] == "已上车"
    header = [manifest_header(Manifest(bus, lines, 7), FORUM, language, word) for language in ("zh", "en", "sw")]
    assert all(len(row) == len(each) for row in rows for each in header)


@pytest.mark.parametrize(("cause", "said"), [(Cause.BROKEN_DOWN, "Broken down"), (Cause.SWAPPED, "Exchanged at")])
def test_a_manifest_of_a_bus_that_was_swapped_says_when_and_which_took_over(cause: Cause, said: str) -> None:
    bus = Bus(BusCode("3-1"), RouteId("3"), 40, 38)
    ada = Delegate(DelegateId("a"), "Ada Lund", category=CategoryId("minister"), badge_no="0001")
    lines = (ManifestLine(ada, aboard=True, since=Instant(1), seen_on=None, listed=True),)
    at = instant(datetime(2024, 9, 26, 14, 5, tzinfo=FORUM.time_zone))
    swap = Swap(FactId("f"), BusCode("3-9"), cause, "", at, StationId("s"), (), (), BusState.DEPARTED)
    old = Manifest(bus, lines, 7, swap=swap)
    assert manifest_header(old, FORUM, "en", word)[-2:] == ("All change to bus", said)
    assert next(manifest_rows(old, FORUM, "en", word))[-2:] == ("3-9", "2024-09-26 14:05")
    new = Manifest(replace(bus, code=BusCode("3-9")), lines, 7, took_over=(BusCode("3-1"),))
    assert manifest_header(new, FORUM, "en", word)[-1] == "Takes over from bus"
    assert next(manifest_rows(new, FORUM, "en", word))[-1] == "3-1"
