"""Opens an XLSX before its reader does: nothing unpacks without end, and cells without a value are found.

The reader makes a full table up to the last cell and gives formulas without a result and errors as empty text;
a workbook of two far cells would take all memory, and a lost name would look like an empty one.
"""

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from xml.parsers import expat

from checkin_app.domain.details import ListFault
from checkin_app.domain.lists.sheet import Flaw
from checkin_app.domain.problems_lists import ListNotATable
from checkin_app.files.spreadsheet_looks import Looks, looks_of, styles_of
from checkin_app.files.spreadsheet_xml import (
    LAST_ROW,
    column_of,
    is_spelled_plainly,
    local,
    new_parser,
    parse,
    place_of,
)

MOST_BYTES = 512 * 1024 * 1024
_COMPRESSIONS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_WORKBOOK = "xl/workbook.xml"
_RELATIONS = "xl/_rels/workbook.xml.rels"
_STYLES, _STRINGS = "xl/styles.xml", "xl/sharedStrings.xml"


@dataclass(frozen=True, slots=True)
class Parts:
    """What of a workbook its reader may see, and what it does not tell."""

    repacked: bytes
    """The same workbook with its tables only, each exactly as long as was looked at."""
    flaws: Mapping[str, Mapping[tuple[int, int], Flaw]]
    """By name of the sheet."""
    looks: Mapping[str, Looks]
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
        flaws = {name: _flaws(members[path], file, most_cells) for name, path in sheets.items()}
        styles = styles_of(members.get(_STYLES, b""), members.get(_STRINGS, b""))
        looks = {name: looks_of(members[path], styles) for name, path in sheets.items()}
    except (expat.ExpatError, ValueError) as error:  # ValueError: a row or column that no sheet has
        raise ListNotATable(file=file, detail=ListFault.DAMAGED) from error
    return Parts(_repacked(members), flaws, looks)


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

    parse(members.get(_RELATIONS, b"<none/>"), relation)
    parse(members[_WORKBOOK], sheet)
    return {name: targets[each] for name, each in names.items() if targets.get(each) in members}


def _path(target: str) -> str:
    return posixpath.normpath(target.lstrip("/") if target.startswith("/") else posixpath.join("xl", target))


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
        self._parser = new_parser()
        self._parser.StartElementHandler = self._started

    def walk(self, content: bytes) -> None:
        self._parser.Parse(content, True)  # noqa: FBT003 - expat takes it by place only
        self._judge()

    def _started(self, tag: str, attributes: dict[str, str]) -> None:
        if ":" in tag:
            tag = local(tag)
        if tag == "c":
            self._judge()
            # A cell's own place counts, as it does for the reader, whatever the row around it says.
            place = attributes.get("r")
            self._row, self._column = (self._row, self._column + 1) if place is None else place_of(place)
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
            self._row = self._row + 1 if place is None else min(int(place), LAST_ROW) - 1
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


def _flaws(content: bytes, file: str, most: int) -> Mapping[tuple[int, int], Flaw]:
    if _is_plain(content, most):
        return {}
    cells = _Cells(file, most)
    cells.walk(content)
    return cells.flaws


#: What makes a sheet worth walking over: formulas and errors.
_DOUBTED = (
    b"<f>",
    b"<f ",
    b"<f/",
    b"<f\n",
    b"<f\t",
    b"<f\r",
    b":f>",
    b":f ",
    b":f/",
    b":f\n",
    b":f\t",
    b":f\r",
    b't="e',
)
#: A place that is not in the first 99 999 rows and 26 columns.
_FAR = re.compile(rb'\sr="(?:([A-Za-z]{2,})([0-9]+)|[A-Za-z]?([0-9]{6,}))"')


def _is_plain(content: bytes, most: int) -> bool:
    """Return whether nothing in a sheet can be wrong with a cell, as the bytes say: a walk takes ten times as long."""
    if not is_spelled_plainly(content) or any(each in content for each in _DOUBTED):
        return False
    rows, columns = 99_999, 26
    for found in _FAR.finditer(content):
        rows = max(rows, int(found[2] or found[3]))
        columns = max(columns, column_of(found[1].decode("ascii")) + 1) if found[1] else columns
        if rows * columns > most:
            return False
    return True
