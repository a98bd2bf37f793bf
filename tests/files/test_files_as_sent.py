"""Lists as they are sent: files of many programs, languages and habits, each read whole, or refused with what it is."""

import io
import unicodedata
from collections.abc import Callable, Sequence
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from checkin_app.domain.lists.columns import find_columns
from checkin_app.domain.lists.plan import Plan, compare
from checkin_app.domain.lists.reading import read_rows
from checkin_app.domain.lists.values import TextChecks
from checkin_app.domain.problems_lists import ListNotATable
from checkin_app.files.forum_file import forum_bytes, parse_forum
from checkin_app.files.phones import phone_reader
from checkin_app.files.tables import read_tables

FORUM = parse_forum(forum_bytes("gstf-2024"), "gstf-2024.toml")


def plan(file: Path) -> Plan:
    sheet = read_tables(file).sheet()
    return compare({}, read_rows(sheet, find_columns(sheet), FORUM, TextChecks(phone_reader("CN"))), FORUM)


def said(found: Plan) -> str:
    """Return all that a list comes to and all that is said of it, without blanks and signs."""
    values = (str(value) for row in found.reading.taken for value in row.values.values())
    details = (str(value) for notes in found.notes.values() for note in notes for value in note.details.values())
    refused = (cell for row in found.refused for cell in row.cells)
    return "".join(each for each in "|".join((*values, *details, *refused)) if each.isalnum() or each == "|")


#: The name of a file, its bytes, and whom it names: in each of two programs' or languages' habits.
TEXTS: dict[str, tuple[bytes, tuple[str, ...]]] = {
    "it": ("Cognome;Nome;Paese\nRossi;Anna;V\n".encode("cp1252"), ("Rossi Anna",)),
    "nl": ("Voornaam;Tussenvoegsel;Achternaam;Land\nTove;van den;Berg;Valdorië\n".encode("cp1252"), ("Tove van den Berg",)),
    "pl": ("Imię;Nazwisko;Kraj\nŁukasz;Żółć;Waldoria\n".encode("cp1250"), ("Łukasz Żółć",)),
    "cs": ("Jméno;Příjmení;Země\nJiří;Dvořák;Č\n".encode("cp1250"), ("Jiří Dvořák",)),
    "tr": ("Adı;Soyadı;Ülke\nŞule;Işık;V\n".encode("cp1254"), ("Şule Işık",)),
    "el": ("Όνομα;Επώνυμο;Χώρα\nΜαρία;Παππά;Β\n".encode("cp1253"), ("Μαρία Παππά",)),
    "he": ("שם פרטי,שם משפחה,מדינה\nדנה,כהן,ולדוריה\n".encode("cp1255"), ("דנה כהן",)),
    "ar": ("الاسم الكامل,الدولة\nليلى الحداد,مصر\n".encode("cp1256"), ("ليلى الحداد",)),
    "th": ("ชื่อ,นามสกุล,หน่วยงาน\nสมชาย,ใจดี,กระทรวง\n".encode("cp874"), ("สมชาย ใจดี",)),
    "uk": ("Прізвище;Ім'я;Посада\nКовальчук;Їжа;Директор\n".encode("cp1251"), ("Ковальчук Їжа",)),
    "ru-dos": ("ФИО;Организация\nАнна Рус;Порт\n".encode("cp866"), ("Анна Рус",)),
    "ru-koi": ("ФИО;Организация\nАнна Рус;Порт\n".encode("koi8_r"), ("Анна Рус",)),
    "vi-nfd": (unicodedata.normalize("NFD", "Họ và tên,Đơn vị\nNguyễn Thị Ánh,Cảng\n").encode(), ("Nguyễn Thị Ánh",)),
    "ja-windows": ("氏名,フリガナ,所属\n髙橋 実,ﾀｶﾊｼ ﾐﾉﾙ,㈱環状\n".encode("cp932"), ("髙橋 実",)),
    "ja-unix": ("氏名,会社名\n佐伯 遥,港湾新聞\n高橋 実,環状物流\n".encode("euc_jp"), ("佐伯 遥", "高橋 実")),
    "ja-mail": ("氏名,会社名\n佐伯 遥,港湾新聞\n高橋 実,環状物流\n".encode("iso2022_jp"), ("佐伯 遥", "高橋 実")),
    "ja-mail-2": ("Name,Organisation\n佐伯 遥,港湾新聞\n".encode("iso2022_jp"), ("佐伯 遥",)),
    "zh-comma": ("编号，姓名，手机\nＡ－００１，王伟，１３８００１３８０００\n".encode(), ("王伟",)),
    "zh-comma-gb": ("姓名，单位，职务\n王伟，北方物流，处长\n李明，南方，局长\n".encode("gb18030"), ("王伟", "李明")),
    "zh-hk": ("姓名,機構\n陳 恒銘,宏碁\n".encode("big5hkscs"), ("陳 恒銘",)),
    "semicolon-mark": ("\ufeffNom;Prénom;Pays\r\nDUPONT;Zoé;V\r\n".encode(), ("DUPONT Zoé",)),
    "two-marks": (b"\xef\xbb\xbf\xef\xbb\xbfName,Delegation\nAna Roos,V\n", ("Ana Roos",)),
    "utf16-tabs": ("Name\tDelegation\r\nAna Roos\tV\r\n林若溪\t北\r\n".encode("utf-16"), ("Ana Roos", "林若溪")),
    "sep-line": ("sep=;\r\nName;Delegation\r\nAna Roos;V\r\n".encode("utf-16"), ("Ana Roos",)),
    "old-mac": (b"Name,Delegation\rAna Roos,V\rJens Holm,V\r", ("Ana Roos", "Jens Holm")),
    "mac-roman": ("Nom;Prénom;Pays\nMüller;Zoë;Société\n".encode("mac_roman"), ("Müller Zoë",)),
    "dos-end": (b"Name,Delegation\r\nAna Roos,V\r\nJens Holm,V\r\n\x1a", ("Ana Roos", "Jens Holm")),
    "few-control-signs": (b"Name,Delegation\nAna\x07 Roos,V\nJens\x02 Holm,V\n", ("Ana Roos", "Jens Holm")),
    "tab-in-quotes": (b'Name,Delegation,Title\n"Ana\tRoos",V,"Head\tof unit"\n', ("Ana Roos",)),
    "table-of-bars": (b"| Name | Delegation |\n|---|---|\n| Ana Roos | V |\n", ("Ana Roos",)),
    "pages": (b"No.,Name,D\n1,Ana Roos,V\nPage 1 of 2,,\nNo.,Name,D\n2,Jens Holm,V\nPage 2 of 2,,\n", ("Ana Roos", "Jens Holm")),
    "how-to-fill-in": (b"Family name,Given name,Phone\n(as in passport),(as in passport),(mobile)\nROOS,Ana,\n", ("ROOS Ana",)),
    "deep-header": (b"\n\nMinistry,,\nAs of 12.09.2026,,\n\nNo,Name,Delegation\n1,Ana Roos,V\n", ("Ana Roos",)),
    "many-commas": (b"Name,Delegation,,,,\nAna Roos,V,,,,\n,,,,,\n,,,,,\nJens Holm,V,,,,\n", ("Ana Roos", "Jens Holm")),
    "forms": (b"ID,Start time,Email,Name,What is your full name?\n1,3/1/24 9:00,anonymous,,Ana Roos\n2,3/1/24,x,,Jens Holm\n", ("Ana Roos", "Jens Holm")),
    "tickets": (b"Order #,Attendee #,First Name,Last Name,Attendee Status\n70,9001,Ana,Roos,Attending\n71,9002,Jens,Holm,Attending\n", ("Ana Roos", "Jens Holm")),
    "ar-two": ("الاسم بالعربية,Name (English)\nليلى الحداد,Layla\n,John Kamau\nأحمد علي,\n".encode(), ("ليلى الحداد", "John Kamau", "أحمد علي")),
    "patronymic": ("№ п/п;Фамилия;Имя;Отчество\r\n1;Иванова;Мария;Петровна\r\nИтого:;2 чел.;;\r\n".encode("cp1251"), ("Иванова Мария Петровна",)),
    "open-quote": (b'Name,Delegation\nAna "Annie Roos,V\nTove Berg,N\n', ('Ana "Annie Roos', "Tove Berg")),
    "initials": (b"First Name,Middle Initial,Last Name,Suffix\nAna,M.,Roos,Jr.\n", ("Ana M. Roos Jr.",)),
}  # fmt: skip


@pytest.mark.parametrize("name", TEXTS)
def test_a_text_as_it_is_sent_names_whom_it_names(tmp_path: Path, name: str) -> None:
    content, people = TEXTS[name]
    file = tmp_path / f"{name}.csv"
    file.write_bytes(content)
    found = plan(file)
    assert tuple(row.name for row in found.reading.taken) == people


def _merged(sheet: Worksheet) -> None:
    sheet.merge_cells("A2:A3")


Book = tuple[Sequence[Sequence[object]], Callable[[Worksheet], None] | None, tuple[str, ...]]
BOOKS: dict[str, Book] = {
    "merged-delegation": ([["Delegation", "Name"], ["V", "Ana Roos"], [None, "Jens Holm"]], _merged, ("Ana Roos", "Jens Holm")),
    "one-over-two-rows": ([["Name", "Phone"], ["Ana Roos", "1"], [None, "2"], ["Jens Holm", "3"]], _merged, ("Ana Roos", "Jens Holm")),
    "three-headings": (
        [["PARTICIPANTS"], ["Participant", None, "Contact"], ["Family name", "Given name", "Phone"], ["(passport)", "(passport)", "(mobile)"],
         ["ROOS", "Ana", "+4520123456"]], None, ("ROOS Ana",),
    ),
    "sections": ([["No", "Name", "Post"], ["VALDORIA"], [1, "Ana Roos", "a"], ["NORLAND"], [1, "Tove Berg", "b"], [None, "Total: 2"]], None, ("Ana Roos", "Tove Berg")),
    "indented": ([[None], [None, "姓名", None, "单位"], [None, "王伟", None, "北方"]], None, ("王伟",)),
    "two-lines": ([["姓名\nName", "单位\nOrganisation"], ["王伟\nWANG Wei", "北方"]], None, ("王伟 WANG Wei",)),
    "side-by-side": ([["Name", "D", None, "Name", "D"], ["Ana Roos", "V", None, "Tove Berg", "N"]], None, ("Ana Roos",)),
    "formula": ([["Given name", "Family name", "Full name"], ["Ana", "Roos", '=A2&" "&B2']], None, ("Ana Roos",)),
    "numbers": ([["Registration ID", "Name", "Mobile"], [42.0, "Ana Roos", 13800138000.0]], None, ("Ana Roos",)),
    "booleans": ([["Name", "Wheelchair", "Route"], ["Ana Roos", True, 1.0]], None, ("Ana Roos",)),
}  # fmt: skip


@pytest.mark.parametrize("name", BOOKS)
def test_a_workbook_as_it_is_sent_names_whom_it_names_and_nothing_of_it_is_unsaid(tmp_path: Path, name: str) -> None:
    rows, shape, people = BOOKS[name]
    book, content = openpyxl.Workbook(), io.BytesIO()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    if shape is not None:
        shape(sheet)
    book.save(content)
    file = tmp_path / f"{name}.xlsx"
    file.write_bytes(content.getvalue())
    found = plan(file)
    assert tuple(row.name for row in found.reading.taken) == people
    told = said(found)
    names = [cell for row in rows[1:] for cell in row if cell in {"Ana Roos", "Jens Holm", "Tove Berg", "ROOS", "王伟"}]
    assert all("".join(filter(str.isalnum, str(each))) in told for each in names)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ana Roos\r\nEND:VCARD\r\n", "contacts"),
        (b'[{"name": "Ana Roos"}]', "programs"), (b'{"people": [{"name": "Ana Roos"}]}', "programs"), (b'\n  [ {"name": "Ana"}]', "programs"),
        (b"<html><table><tr><th>Name</th></tr><tr><td>Ana Roos</td></tr></table></html>", "web page"),
        (b'<?xml version="1.0"?><people><p>Ana Roos</p></people>', "web page or XML"), (b"%PDF-1.7 Ana Roos", "PDF"),
        (b"{\\rtf1 Ana Roos}", "text document"), (bytes(range(32)) * 8, "text"),
    ],
)  # fmt: skip
def test_what_is_no_list_is_refused_with_what_it_is(tmp_path: Path, content: bytes, said: str) -> None:
    file = tmp_path / "list.csv"
    file.write_bytes(content)
    with pytest.raises(ListNotATable) as refused:
        read_tables(file)
    assert said in str(refused.value)
