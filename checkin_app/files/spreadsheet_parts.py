"""Opens an XLSX before its reader does: nothing unpacks without end, and cells without a value are found.

The reader makes a full table up to the last cell and gives formulas without a result and errors as empty text;
a workbook of two far cells would take all memory, and a lost name would look like an empty one.
"""

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from xml.parsers import expat

from checkin_app.domain.details import ListFault
from checkin_app.domain.lists.sheet import Flaw
from checkin_app.domain.problems_lists import ListNotATable

MOST_BYTES = 512 * 1024 * 1024
_COMPRESSIONS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_WORKBOOK = "xl/workbook.xml"
_RELATIONS = "xl/_rels/workbook.xml.rels"
_REFERENCE = re.compile(r"([A-Za-z]{1,3})([1-9][0-9]{0,6})")
_LAST_ROW = 1_048_576


@dataclass(frozen=True, slots=True)
class Parts:
    """What of a workbook its reader may see, and what it does not tell."""

    repacked: bytes
    """The same workbook with its tables only, each exactly as long as was looked at."""
    flaws: Mapping[str, Mapping[tuple[int, int], Flaw]]
    """By name of the sheet."""


def unpacked(content: bytes, file: str, most_cells: int) -> Parts:
    """Return the parts of a workbook that hold its tables.

    Raises:
        ListNotATable: it is no XLSX workbook, or one that is made to do harm.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            members = _members(packed, file)
    # All that zipfile and zlib raise over an archive that is cut, encrypted, or packed in a way they do not know.
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, ValueError, OSError, EOFError) as error:
        raise ListNotATable(file=file, detail=ListFault.PACKED_DAMAGED) from error
    if _WORKBOOK not in members:
        raise ListNotATable(file=file, detail=ListFault.NO_WORKBOOK)
    try:
        sheets = _sheets(members)
        if len(set(sheets.values())) < len(sheets):
            raise ListNotATable(file=file, detail=ListFault.SHEET_TWICE)
        flaws = {name: _looked_at(members[path], file, most_cells) for name, path in sheets.items()}
    except (expat.ExpatError, ValueError) as error:  # ValueError: a row or column that no sheet has
        raise ListNotATable(file=file, detail=ListFault.DAMAGED) from error
    return Parts(_repacked(members), flaws)


def _members(packed: zipfile.ZipFile, file: str) -> dict[str, bytes]:
    wanted = [each for each in packed.infolist() if each.filename.endswith((".xml", ".rels"))]
    if any(each.compress_type not in _COMPRESSIONS for each in wanted):
        raise ListNotATable(file=file, detail=ListFault.PACKED_STRANGELY)
    if sum(each.file_size for each in wanted) > MOST_BYTES:
        raise ListNotATable(file=file, detail=ListFault.UNPACKS_LARGE.of(most=MOST_BYTES // 1024**2))
    return {each.filename: packed.read(each) for each in wanted}


def _repacked(members: Mapping[str, bytes]) -> bytes:
    stored = io.BytesIO()
    with zipfile.ZipFile(stored, "w", zipfile.ZIP_STORED) as packed:
        for name, content in members.items():
            packed.writestr(name, content)
    return stored.getvalue()


def _sheets(members: Mapping[str, bytes]) -> dict[str, str]:
    """Return the path of each sheet by its name."""
    targets: dict[str, str] = {}
    names: dict[str, str] = {}

    def relation(tag: str, attributes: dict[str, str]) -> None:
        if tag == "Relationship":
            targets[attributes.get("Id", "")] = _path(attributes.get("Target", ""))

    def sheet(tag: str, attributes: dict[str, str]) -> None:
        if tag == "sheet":
            names[attributes.get("name", "")] = attributes.get("id", "")

    _parse(members.get(_RELATIONS, b"<none/>"), relation)
    _parse(members[_WORKBOOK], sheet)
    return {name: targets[each] for name, each in names.items() if targets.get(each) in members}


def _path(target: str) -> str:
    return posixpath.normpath(target.lstrip("/") if target.startswith("/") else posixpath.join("xl", target))


def _parse(content: bytes, started: Callable[[str, dict[str, str]], None]) -> None:
    parser = _parser()
    parser.StartElementHandler = lambda tag, attributes: started(
        _local(tag), {_local(name): value for name, value in attributes.items()}
    )
    parser.Parse(content, True)  # noqa: FBT003 - expat takes it by place only


def _parser() -> expat.XMLParserType:
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.EntityDeclHandler = _refuse_entity
    return parser


def _local(name: str) -> str:
    return name.rpartition(":")[2]


def _refuse_entity(*_declaration: object) -> None:
    raise expat.ExpatError("a table declares no entities")


class _Cells:
    """Walks over the cells of one sheet and keeps the places of those that have no value to trust.

    A long list has millions of cells and each element of each is a call: what is asked most often comes first.
    """

    def __init__(self, file: str, most: int) -> None:
        self.flaws: dict[tuple[int, int], Flaw] = {}
        self._file, self._most = file, most
        self._row = self._column = -1
        self._last_row = self._last_column = 0
        self._kind = ""
        self._formula = self._valued = False
        self._parser = _parser()
        self._parser.StartElementHandler = self._started

    def walk(self, content: bytes) -> None:
        self._parser.Parse(content, True)  # noqa: FBT003 - expat takes it by place only
        self._judge()

    def _started(self, tag: str, attributes: dict[str, str]) -> None:
        if ":" in tag:
            tag = _local(tag)
        if tag == "c":
            self._judge()
            # A cell's own place counts, as it does for the reader, whatever the row around it says.
            place = attributes.get("r")
            self._row, self._column = (self._row, self._column + 1) if place is None else _place(place)
            self._kind, self._formula = attributes.get("t", ""), False
        elif tag in {"v", "is"}:
            self._reach()
            if self._formula:
                self._valued = False
                self._parser.CharacterDataHandler = self._text
        elif tag == "f":
            self._reach()
            self._formula, self._valued = True, False
        elif tag == "row":
            self._judge()
            place = attributes.get("r")
            self._row = self._row + 1 if place is None else min(int(place), _LAST_ROW) - 1
            self._column, self._kind, self._formula = -1, "", False

    def _reach(self) -> None:
        """Count a cell that holds something: empty ones that are only coloured are no part of the table."""
        if self._row <= self._last_row and self._column <= self._last_column:
            return
        self._last_row, self._last_column = max(self._last_row, self._row), max(self._last_column, self._column)
        if (self._last_row + 1) * (self._last_column + 1) > self._most:
            raise ListNotATable(file=self._file, detail=ListFault.SHEET_REACHES.of(most=self._most))

    def _text(self, text: str) -> None:
        self._valued = self._valued or bool(text.strip())

    def _judge(self) -> None:
        """Say of the cell that was walked over what is wrong with it."""
        if self._kind == "e":
            self.flaws[self._row, self._column] = Flaw.ERROR
        elif self._formula and not self._valued and self._kind != "str":
            self.flaws[self._row, self._column] = Flaw.FORMULA
        if self._formula:
            self._parser.CharacterDataHandler = None


def _place(reference: str) -> tuple[int, int]:
    """Return the row and column, from 0, of a cell: ``A1`` is 0, 0 and ``AB7`` is 6, 27."""
    found = _REFERENCE.fullmatch(reference)
    if found is None:
        raise ValueError("no cell is called so")
    return int(found[2]) - 1, _column(found[1])


@cache
def _column(letters: str) -> int:
    column = 0
    for letter in letters.upper():
        column = column * 26 + ord(letter) - ord("A") + 1
    return column - 1


def _looked_at(content: bytes, file: str, most: int) -> Mapping[tuple[int, int], Flaw]:
    if _is_plain(content, most):
        return {}
    cells = _Cells(file, most)
    cells.walk(content)
    return cells.flaws


#: What makes a sheet worth walking over: declarations, formulas, errors, places that are written oddly.
_ODD = (
    b"<!", b"<f>", b"<f ", b"<f/", b"<f\n", b"<f\t", b"<f\r", b":f>", b":f ", b":f/", b":f\n", b":f\t", b":f\r",
    b't="e', b"t='e", b"r='", b" =", b"= ", b"\nr=", b"\tr=", b"\rr=", b"\nt=", b"\tt=", b"\rt=", b"=\n", b"=\t", b"=\r",
    b"\n=", b"\t=", b"\r=",
)  # fmt: skip
#: A place that is not in the first 99 999 rows and 26 columns.
_FAR = re.compile(rb'\sr="(?:([A-Za-z]{2,})([0-9]+)|[A-Za-z]?([0-9]{6,}))"')


def _is_plain(content: bytes, most: int) -> bool:
    """Return whether nothing in a sheet can be wrong with a cell, as the bytes say: a walk takes ten times as long."""
    begins_as_utf_8 = content.startswith((b"<", b"\xef\xbb\xbf<")) and b"UTF-16" not in content[:200].upper()
    if not begins_as_utf_8 or b"\0" in content or any(each in content for each in _ODD):
        return False
    rows, columns = 99_999, 26
    for found in _FAR.finditer(content):
        rows = max(rows, int(found[2] or found[3]))
        columns = max(columns, _column(found[1].decode("ascii")) + 1) if found[1] else columns
        if rows * columns > most:
            return False
    return True
