"""Text lists in every encoding and with every delimiter they really come in."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin_app.domain.lists.notes import ListRemark
from checkin_app.domain.lists.sheet import Flaw
from checkin_app.domain.problems import UnknownThing
from checkin_app.domain.problems_lists import ListEmpty, ListMissing, ListNotATable, ListProblem, ListUnreadable
from checkin_app.files import tables
from checkin_app.files.tables import read_tables
from checkin_app.files.text_encoding import decode
from checkin_app.files.text_table import DELIMITERS, read_rows

HEADER = ["姓名", "英文名", "代表团", "职务"]
PEOPLE = [
    ["欧阳景逸", "Ouyang Jingyi", "滨海市", "处长"],
    ["李雪", "Li Xue", "北岭省; 交通厅", "副主任, 总工"],
    ["𠮷田健", "Yoshida Ken", "东岛国", '"顾问"'],
    ["José Ñáñez", "Jose Nanez", "Costa Alta", "Director\nGeneral"],
]
#: Encodings with the mark they begin with; all hold every character above.
ENCODINGS = {
    "utf-8": b"",
    "utf-8 with mark": b"\xef\xbb\xbf",
    "gb18030": b"",
    "utf-16-le with mark": b"\xff\xfe",
    "utf-16-be with mark": b"\xfe\xff",
    "utf-16-le": b"",
    "utf-16-be": b"",
}


def write(path: Path, rows: list[list[str]], encoding: str, delimiter: str) -> Path:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter).writerows(rows)
    path.write_bytes(ENCODINGS[encoding] + text.getvalue().encode(encoding.removesuffix(" with mark")))
    return path


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("delimiter", DELIMITERS)
def test_a_list_reads_alike_in_every_encoding_and_with_every_delimiter(
    tmp_path: Path, encoding: str, delimiter: str
) -> None:
    book = read_tables(write(tmp_path / "名单.csv", [HEADER, *PEOPLE], encoding, delimiter))
    assert [list(row) for row in book.sheet().rows] == [HEADER, *PEOPLE]
    assert book.delimiter == delimiter
    assert not book.guessed
    assert book.encoding == encoding.removesuffix(" with mark")


@given(
    rows=st.lists(
        st.lists(st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=12), min_size=3, max_size=3),
        max_size=12,
    ),
    delimiter=st.sampled_from(DELIMITERS),
)
def test_what_a_csv_writer_wrote_is_read_back(rows: list[list[str]], delimiter: str) -> None:
    whole = [["Name", "Delegation", "Phone"], *rows]
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter).writerows(whole)
    found = read_rows(text.getvalue(), "list.csv")
    assert (found.delimiter, [list(row) for row in found.rows], found.broken) == (delimiter, whole, ())


@given(st.lists(st.text('abc",;\n\r', max_size=20), max_size=20))
def test_no_line_is_lost_whatever_its_quotation_marks(lines: list[str]) -> None:
    marked = [f"<{place}>{line}" for place, line in enumerate(lines)]
    found = read_rows("Name,Delegation\n" + "\n".join(marked), "list.csv")
    cells = " ".join(cell for row in found.rows for cell in row)
    assert all(f"<{place}>" in cells for place in range(len(lines)))


def test_a_quotation_mark_left_open_spoils_its_own_row_only() -> None:
    others = [f"Person {number},Delegation {number}" for number in range(100)]
    text = "\n".join(["Name,Delegation", others[0], '"Open,Delegation', *others[1:]])
    found = read_rows(text, "list.csv")
    assert found.broken == (2,)
    assert found.rows[2] == ("Open", "Delegation")
    assert [",".join(row) for row in found.rows[3:]] == others[1:]


def test_an_open_quotation_mark_that_closes_by_chance_far_below_swallows_nothing() -> None:
    others = [f"Person {number},Delegation {number}" for number in range(100)]
    text = "\n".join(["Name,Note", '"Open,note', *others[:60], 'Cy,5"', *others[60:]])
    found = read_rows(text, "list.csv")
    assert len(found.rows) == 103
    assert found.broken == (1,)


def test_a_file_full_of_open_quotation_marks_is_refused() -> None:
    with pytest.raises(ListNotATable):
        read_rows("Name,Delegation\n" + '"a"b,c\n' * 3000, "list.csv")


def test_a_comma_in_every_cell_does_not_make_it_the_delimiter() -> None:
    text = "Name;Organisation (unit, town, planet)\n" + "".join(f"Person {n};a, b, c\n" for n in range(20))
    assert read_rows(text, "list.csv").delimiter == ";"


def test_the_line_that_names_the_delimiter_is_believed_and_not_counted() -> None:
    found = read_rows("sep=|\r\nName|Note\r\nAda|a;b;c\r\n", "list.csv")
    assert found.rows == (("Name", "Note"), ("Ada", "a;b;c"))


PADDED = {
    "quoted, tab before": ('"\tRegistration ID","\tName","\tMobile"', '"\t00042","\tOdile Marchetti","\t138"', ","),
    "quoted, tab behind": ('"Registration ID\t","Name\t","Mobile\t"', '"00042\t","Odile Marchetti\t","138\t"', ","),
    "unquoted, tab before": ("\tRegistration ID,\tName,\tMobile", "\t00042,\tOdile Marchetti,\t138", ","),
    "unquoted, tab behind": ("Registration ID\t;Name\t;Mobile\t", "00042\t;Odile Marchetti\t;138\t", ";"),
    "rows alone padded": ("Registration ID,Name,Mobile", '"\t00042","\tOdile Marchetti","\t138"', ","),
    "one column padded": ('Registration ID;Name;"\tMobile"', '"\t00042";Odile Marchetti;"\t138"', ";"),
    "Chinese, piped": ('"\t报名编号"|"\t姓名"|"\t手机"', '"\t00042"|"\tOdile Marchetti"|"\t138"', "|"),
    "two tabs": ('"\t\tRegistration ID","\t\tName","\t\tMobile"', '"\t\t00042","\t\tOdile Marchetti","\t\t138"', ","),
    "blanks and bars in a tabbed list": ("Registration ID \t Name| \tMobile", "00042\tOdile Marchetti\t138", "\t"),
}


@pytest.mark.parametrize(("header", "row", "delimiter"), PADDED.values(), ids=PADDED)
def test_what_only_pads_cells_is_not_taken_for_the_delimiter(header: str, row: str, delimiter: str) -> None:
    found = read_rows("\r\n".join([header, row, row.replace("00042", "00043")]), "list.csv")
    assert (found.delimiter, found.broken) == (delimiter, ())
    assert found.rows[1:] == (("00042", "Odile Marchetti", "138"), ("00043", "Odile Marchetti", "138"))


@given(st.text(' \t,;|"ab', max_size=6), st.sampled_from(",;|"))
def test_cells_padded_with_anything_are_cut_where_the_rows_parse_whole(pad: str, delimiter: str) -> None:
    text = io.StringIO(newline="")
    rows = [["Registration ID", "Name", "Mobile"], *(["00042", f"Odile {place}", "138"] for place in range(8))]
    csv.writer(text, delimiter=delimiter, quoting=csv.QUOTE_ALL).writerows([pad + cell for cell in row] for row in rows)
    found = read_rows(text.getvalue(), "list.csv")
    assert (found.delimiter, {len(row) for row in found.rows}, found.broken) == (delimiter, {3}, ())


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_every_kind_of_line_end_ends_a_row(line_end: str) -> None:
    assert len(read_rows(line_end.join(["Name,Title", "Ada,x", "Bo,y"]), "list.csv").rows) == 3


def test_an_encoding_without_proof_is_said_to_be_a_guess() -> None:
    french = "Nom;Délégation\n" + "".join(f"Amélie Lefèvre{n};Île d'été\n" for n in range(30))
    found = decode(french.encode("cp1252"), "liste.csv")
    assert found.guessed
    assert "Amélie" in found.text


def test_an_encoding_that_a_person_chose_is_used(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes("Имя,Страна\nДарья,Поморье\n".encode("cp1251"))
    book = read_tables(path, encoding="cp1251")
    assert book.sheet().rows[1] == ("Дарья", "Поморье")
    assert not book.guessed


@pytest.mark.parametrize("encoding", ["utf-8", "no-such-encoding", "hex", "base64"])
def test_an_encoding_that_does_not_fit_is_refused_in_words(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes("Имя,Страна\nДарья,Поморье\n".encode("cp1251"))
    with pytest.raises(ListUnreadable):
        read_tables(path, encoding=encoding)


def test_rows_with_foreign_letters_are_shown_to_judge_the_encoding(tmp_path: Path) -> None:
    path = write(
        tmp_path / "list.csv", [["Name", "Title"], ["Bo", "x"], *[[f"李{n}", "x"] for n in range(9)]], "utf-8", ","
    )
    assert [row[0] for row in read_tables(path).telling_rows()] == ["李0", "李1", "李2", "李3", "李4"]


@pytest.mark.parametrize("content", [b"", b"\n\n \n", b"\xef\xbb\xbf", b"\xff\xfe", b",,,\n,,,\n"])
def test_an_empty_file_is_said_to_be_empty(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "list.csv").write_bytes(content)
    with pytest.raises(ListEmpty):
        read_tables(tmp_path / "list.csv")


NO_TABLES = {
    "a PDF": (b"%PDF-1.7\n\x80\x81", "PDF"),
    "a picture": (b"\xff\xd8\xff\xe0" + bytes(range(256)), "picture"),
    "another picture": (b"\x89PNG\r\n\x1a\n" + bytes(100), "picture"),
    "a packed file": (b"\x1f\x8b\x08\x00" + bytes(50), "packed"),
    "a database": (b"SQLite format 3\x00" + bytes(100), "database"),
    "a web page called xls": (b"<html><table><tr><td>Name</td></tr></table></html>", "web page"),
    "a text document": (b"{\\rtf1 Name}", "text document"),
    "noise": (bytes(range(1, 32)) * 100, "no text"),
    "more noise": (bytes(range(256)) * 40, ""),
    "a program": (b"\x7fELF\x02\x01\x00\x00" + bytes(range(256)) * 8 + b"\x00\xd8\x01", "no text"),
    "zeros": (bytes(5000), ""),
    "an old workbook cut short": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "damaged"),
}


@pytest.mark.parametrize(("content", "word"), NO_TABLES.values(), ids=NO_TABLES)
def test_a_file_that_is_no_table_is_refused_in_words(tmp_path: Path, content: bytes, word: str) -> None:
    (tmp_path / "list.xls").write_bytes(content)
    with pytest.raises(ListProblem, match=word or "list.xls"):
        read_tables(tmp_path / "list.xls")


@given(st.binary(max_size=400))
def test_any_bytes_at_all_are_rows_or_a_foreseen_problem(content: bytes) -> None:
    for head in (b"", b"Name,Delegation\n", b"\xff\xfe"):
        try:
            text = decode(head + content, "list.csv")
        except ListProblem:
            continue
        read_rows(text.text, "list.csv")


def test_what_is_not_there_or_is_a_folder_is_named(tmp_path: Path) -> None:
    for missing in (tmp_path / "none.csv", tmp_path / "a\0b.csv"):
        with pytest.raises(ListMissing):
            read_tables(missing)
    with pytest.raises(ListNotATable, match="folder"):
        read_tables(tmp_path)


def test_a_file_that_is_too_large_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "LARGEST", 1000)
    (tmp_path / "list.csv").write_bytes(b"Name\n" + b"a\n" * 1000)
    with pytest.raises(ListNotATable, match="larger"):
        read_tables(tmp_path / "list.csv")


def test_too_many_rows_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "MOST_ROWS", 100)
    (tmp_path / "list.csv").write_bytes(b"Name\n" + b"a\n" * 100)
    with pytest.raises(ListNotATable, match="rows"):
        read_tables(tmp_path / "list.csv")


def test_too_many_cells_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "MOST_CELLS", 100)
    (tmp_path / "list.csv").write_bytes(b"Name" + b"," * 101)
    with pytest.raises(ListNotATable, match="cells"):
        read_tables(tmp_path / "list.csv")


def test_a_sheet_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnknownThing):
        read_tables(write(tmp_path / "list.csv", [HEADER], "utf-8", ",")).sheet("Sheet7")


def test_a_broken_row_carries_its_flaw(tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text('Name,Title\n"Ada,x\n"Bo"b,y\nCy,z\n', encoding="utf-8")
    sheet = read_tables(tmp_path / "list.csv").sheet()
    assert sheet.flaws == {(1, 0): Flaw.QUOTES, (2, 0): Flaw.QUOTES}
    assert sheet.rows[3] == ("Cy", "z")


def test_a_guessed_encoding_is_told_with_the_list(tmp_path: Path) -> None:
    french = "Nom;Délégation\n" + "".join(f"Amélie Lefèvre{n};Île d'été\n" for n in range(30))
    (tmp_path / "liste.csv").write_bytes(french.encode("cp1252"))
    sheet = read_tables(tmp_path / "liste.csv").sheet()
    assert [note.key for note in sheet.notes] == [ListRemark.ENCODING_GUESSED]
    assert sheet.name == "liste.csv"
