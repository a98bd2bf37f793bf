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
from dataclasses import dataclass, field
from xml.parsers import expat

from checkin_app.domain.delegate_list_sheet import Flaw
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
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, ValueError, OSError, EOFError) as error:
        raise ListNotATable(file=file, detail="it is a damaged or locked packed file") from error
    if _WORKBOOK not in members:
        raise ListNotATable(file=file, detail="it is a packed file, and no XLSX workbook")
    try:
        flaws = {name: _looked_at(members[path], file, most_cells) for name, path in _sheets(members).items()}
    except (expat.ExpatError, ValueError) as error:  # ValueError: a row or column that no sheet has
        raise ListNotATable(file=file, detail="it is a damaged workbook") from error
    return Parts(_repacked(members), flaws)


def _members(packed: zipfile.ZipFile, file: str) -> dict[str, bytes]:
    wanted = [each for each in packed.infolist() if each.filename.endswith((".xml", ".rels"))]
    if any(each.compress_type not in _COMPRESSIONS for each in wanted):
        raise ListNotATable(file=file, detail="it is packed in a way that no workbook is")
    if sum(each.file_size for each in wanted) > MOST_BYTES:
        raise ListNotATable(file=file, detail=f"it unpacks to more than {MOST_BYTES // 1024 // 1024} MB")
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


def _parse(content: bytes, started: Callable[[str, dict[str, str]], None], cells: "_Cells | None" = None) -> None:
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = lambda tag, attributes: started(
        _local(tag), {_local(name): value for name, value in attributes.items()}
    )
    parser.EntityDeclHandler = _refuse_entity
    if cells:
        parser.EndElementHandler = lambda tag: cells.ended(_local(tag))
        parser.CharacterDataHandler = cells.text
    parser.Parse(content, True)  # noqa: FBT003 - expat takes it by place only


def _local(name: str) -> str:
    return name.rpartition(":")[2]


def _refuse_entity(*_declaration: object) -> None:
    raise expat.ExpatError("a table declares no entities")


@dataclass(slots=True)
class _Cells:
    """Walks over the cells of one sheet and keeps the places of those that have no value to trust."""

    file: str
    most: int
    flaws: dict[tuple[int, int], Flaw] = field(default_factory=dict)
    row: int = -1
    column: int = -1
    last_row: int = 0
    last_column: int = 0
    kind: str = ""
    formula: bool = False
    valued: bool = False
    within_value: bool = False

    def started(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "row":
            self.row = min(int(attributes["r"]), _LAST_ROW) - 1 if "r" in attributes else self.row + 1
            self.column = -1
        elif tag == "c":
            self._cell(attributes)
        elif tag in {"f", "v", "is"}:
            self._reach()
            self.formula = self.formula or tag == "f"
            self.within_value = tag != "f"

    def _cell(self, attributes: dict[str, str]) -> None:
        # A cell's own place counts, as it does for the reader, whatever the row around it says.
        self.row, self.column = _place(attributes["r"]) if "r" in attributes else (self.row, self.column + 1)
        self.kind, self.formula, self.valued = attributes.get("t", ""), False, False

    def _reach(self) -> None:
        """Count a cell that holds something: empty ones that are only coloured are no part of the table."""
        self.last_row, self.last_column = max(self.last_row, self.row), max(self.last_column, self.column)
        if (self.last_row + 1) * (self.last_column + 1) > self.most:
            raise ListNotATable(file=self.file, detail=f"a sheet reaches over more than {self.most} cells")

    def text(self, text: str) -> None:
        self.valued = self.valued or (self.within_value and bool(text))

    def ended(self, tag: str) -> None:
        if tag in {"v", "is"}:
            self.within_value = False
        elif tag == "c" and self.kind == "e":
            self.flaws[self.row, self.column] = Flaw.ERROR
        elif tag == "c" and self.formula and not self.valued and self.kind != "str":
            self.flaws[self.row, self.column] = Flaw.FORMULA


def _place(reference: str) -> tuple[int, int]:
    """Return the row and column, from 0, of a cell: ``A1`` is 0, 0 and ``AB7`` is 6, 27."""
    found = _REFERENCE.fullmatch(reference)
    if found is None:
        raise ValueError("no cell is called so")
    column = 0
    for letter in found[1].upper():
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(found[2]) - 1, column - 1


def _looked_at(content: bytes, file: str, most: int) -> Mapping[tuple[int, int], Flaw]:
    cells = _Cells(file, most)
    _parse(content, cells.started, cells)
    return cells.flaws
