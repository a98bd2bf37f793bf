"""Reads a list from a file that a person chose, whatever kind of file it turns out to be."""

import errno
import unicodedata
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from checkin_app.domain.details import ListFault
from checkin_app.domain.lists.columns import find_columns
from checkin_app.domain.lists.headings import field_of
from checkin_app.domain.lists.notes import ListRemark, Note
from checkin_app.domain.lists.sheet import WHOLE_ROW, Flaw, Sheet
from checkin_app.domain.problems import UnknownThing
from checkin_app.domain.problems_lists import ListEmpty, ListMissing, ListNotATable
from checkin_app.files.spreadsheet import read_spreadsheet
from checkin_app.files.text_encoding import UNREADABLE, decode
from checkin_app.files.text_table import DELIMITERS, read_rows
from checkin_app.files.twice_encoded import mended
from checkin_app.runtime.bounded import FileTooLarge, NotAFile, read_bounded

#: A list of 100 000 people is some 20 MB.
LARGEST = 64 * 1024 * 1024
MOST_ROWS = 200_000
MOST_CELLS = 5_000_000

_SPREADSHEETS = (b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
_OTHER_KINDS = (
    (b"%PDF", ListFault.PDF),
    (b"\xff\xd8\xff", ListFault.PICTURE),
    (b"\x89PNG", ListFault.PICTURE),
    (b"GIF8", ListFault.PICTURE),
    (b"\x1f\x8b", ListFault.PACKED),
    (b"7z\xbc\xaf", ListFault.PACKED),
    (b"Rar!", ListFault.PACKED),
    (b"SQLite format 3", ListFault.DATABASE),
    (b"{\\rtf", ListFault.TEXT_DOCUMENT),
    (b"BEGIN:VCARD", ListFault.CONTACTS),
    (b'[{"', ListFault.PROGRAM_DATA),
    (b'{"', ListFault.PROGRAM_DATA),
)
_WEB_PAGE = (b"<!doctype", b"<html", b"<?xml", b"<table")
#: Control characters that no text has; a tab and line ends are none of them.
_MOST_CONTROL_CHARACTERS, _FEW_CONTROL_CHARACTERS = 0.01, 20
#: With which programs of MS-DOS end a text.
_END_OF_FILE = "\x1a"
#: Tabs and line ends, and what letters of UTF-8 become that were read as Western: such texts are mended.
_NO_NOISE = frozenset("\t\r\n") | frozenset(map(chr, range(0x80, 0xA0)))
_SAMPLE, _NO_LETTERS = 100_000, frozenset({"Cc", "Cn"})
_TELLING_ROWS = 5
#: Rows among which the headings stand.
_TITLE_ROWS = 50


@dataclass(frozen=True, slots=True)
class Workbook:
    """A file's sheets, and how its text was read."""

    file: str
    """The file's name, without its folder."""
    sheets: tuple[Sheet, ...]
    encoding: str = ""
    """Of a text file."""
    guessed: bool = False
    """The encoding is a guess: a person should look at `telling_rows`."""
    delimiter: str = ""

    def sheet(self, name: str = "") -> Sheet:
        """Return the sheet of that name, or without a name the first that holds names of people, else the first.

        Raises:
            UnknownThing: no sheet is called so.
        """
        hidden = ", ".join(each.name for each in self.sheets if each.rows and each.hidden)
        told = (Note(ListRemark.SHEETS_HIDDEN, {"sheets": hidden[:200]}),) if hidden else ()
        chosen = self._named(name) if name else self._first_of_people()
        return replace(chosen, notes=(*chosen.notes, *told))

    def _named(self, name: str) -> Sheet:
        found = next((each for each in self.sheets if each.name == name), None)
        if found is None:
            raise UnknownThing(name=name)
        return found

    def _first_of_people(self) -> Sheet:
        filled = [each for each in self.sheets if each.rows]
        shown = [each for each in filled if not each.hidden] or filled
        chosen = next((each for each in shown if find_columns(each).has_name()), shown[0])
        if not (others := ", ".join(each.name for each in filled if each is not chosen)):
            return chosen
        told = Note(ListRemark.OTHER_SHEETS, {"sheet": chosen.name, "others": others[:200]})
        return replace(chosen, notes=(*chosen.notes, told))

    def telling_rows(self) -> tuple[tuple[str, ...], ...]:
        """Return the first rows that would look wrong in a wrong encoding."""
        rows = (row for each in self.sheets for row in each.rows if not all(cell.isascii() for cell in row))
        return tuple(row for row, _ in zip(rows, range(_TELLING_ROWS), strict=False))


def read_tables(path: Path, encoding: str = "") -> Workbook:
    """Return every sheet of a list: CSV in any usual encoding (or the one given), XLSX or XLS.

    Raises:
        ListProblem: there is no such file, it is empty, it is no table, or it cannot be read.
    """
    content = _content(path)
    if content.startswith(_SPREADSHEETS):
        book = Workbook(path.name, read_spreadsheet(content, path.name, MOST_CELLS))
    else:
        book = _text(content, path.name, encoding)
    _check_size(book)
    return replace(book, sheets=tuple(map(_with_mended, book.sheets)))


def _with_mended(sheet: Sheet) -> Sheet:
    """Find the texts of a sheet that were encoded twice; headings among them are what they were."""
    if not (found := mended({cell for row in sheet.rows for cell in row if not cell.isascii()})):
        return sheet
    top = tuple(_headings(row, found) for row in sheet.rows[:_TITLE_ROWS])
    return replace(sheet, rows=(*top, *sheet.rows[_TITLE_ROWS:]), mended=found)


def _headings(row: tuple[str, ...], found: Mapping[str, str]) -> tuple[str, ...]:
    was = tuple(found.get(cell) or cell for cell in row)
    heads = sum(each != cell and field_of(each) is not None for each, cell in zip(was, row, strict=True))
    return was if heads > 1 else row


def _content(path: Path) -> bytes:
    try:
        content = read_bounded(path, LARGEST)
    except (FileNotFoundError, NotADirectoryError, ValueError) as error:  # ValueError: a null byte in the name
        raise ListMissing(file=path.name) from error
    except NotAFile as error:
        raise ListNotATable(file=path.name, detail=ListFault.NO_FILE) from error
    except FileTooLarge as error:
        raise ListNotATable(file=path.name, detail=ListFault.LARGE.of(most=LARGEST // 1024**2)) from error
    except OSError as error:
        folder = error.errno in {errno.EISDIR, errno.EACCES} and path.is_dir()
        detail = ListFault.FOLDER if folder else ListFault.UNOPENED.of(why=error.strerror or type(error).__name__)
        raise ListNotATable(file=path.name, detail=detail) from error
    if not content.strip():
        raise ListEmpty(file=path.name)
    return content


def _text(content: bytes, file: str, encoding: str) -> Workbook:
    unspaced = b"".join(content[:_SAMPLE].split())
    for head, detail in _OTHER_KINDS:
        if content.startswith(head) or unspaced.startswith(head):
            raise ListNotATable(file=file, detail=detail)
    if content.lstrip()[:9].lower().startswith(_WEB_PAGE):
        raise ListNotATable(file=file, detail=ListFault.WEB_PAGE)
    text = decode(content, file, encoding)
    _check_text(text.text, file)
    ended = text.text.rstrip()
    found = read_rows(ended[:-1] if ended.endswith(_END_OF_FILE) else text.text, file)
    rows, unreadable = found.rows, {}
    if UNREADABLE in text.text:
        unreadable = {
            (place, WHOLE_ROW): Flaw.UNREADABLE for place, row in enumerate(rows) if UNREADABLE in "".join(row)
        }
        rows = tuple(tuple(cell.replace(UNREADABLE, "\ufffd") for cell in row) for row in rows)
    told = (Note(ListRemark.ENCODING_GUESSED, {"encoding": text.encoding}),) if text.guessed else ()
    broken = {(place, 0): Flaw.QUOTES for place in found.broken}
    sheet = Sheet(file, rows, broken | unreadable, notes=told)
    return Workbook(file, (sheet,), text.encoding, text.guessed, found.delimiter)


def _check_text(text: str, file: str) -> None:
    if not text.strip():
        raise ListEmpty(file=file)
    sample = Counter(text[:_SAMPLE])
    strange = sum(
        times for each, times in sample.items() if unicodedata.category(each) in _NO_LETTERS and each not in _NO_NOISE
    )
    if strange > max(_FEW_CONTROL_CHARACTERS, sample.total() * _MOST_CONTROL_CHARACTERS):
        raise ListNotATable(file=file, detail=ListFault.NO_TEXT)
    if max(text.count(each) for each in DELIMITERS) > MOST_CELLS:
        raise ListNotATable(file=file, detail=ListFault.TOO_MANY_CELLS.of(most=MOST_CELLS))


def _check_size(book: Workbook) -> None:
    for sheet in book.sheets:
        if len(sheet.rows) > MOST_ROWS:
            raise ListNotATable(file=book.file, detail=ListFault.TOO_MANY_ROWS.of(most=MOST_ROWS))
    if not any(cell.strip() for sheet in book.sheets for row in sheet.rows for cell in row):
        raise ListEmpty(file=book.file)
