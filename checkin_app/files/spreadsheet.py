"""Rows from an XLSX or XLS workbook: values as people see them, and a flaw where a cell cannot be trusted."""

import io
import zipfile
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta

import python_calamine

from checkin_app.domain.details import ListFault
from checkin_app.domain.lists.notes import ListRemark, Note
from checkin_app.domain.lists.sheet import WHOLE_ROW, Flaw, Sheet
from checkin_app.domain.problems_lists import ListNotATable
from checkin_app.files.number_formats import EXACT, Unshown, shown, shown_text
from checkin_app.files.spreadsheet_looks import Looks
from checkin_app.files.spreadsheet_parts import Parts, unpacked

Cell = int | float | str | bool | time | date | datetime | timedelta
Region = tuple[tuple[int, int], tuple[int, int]]


def read_spreadsheet(content: bytes, file: str, most_cells: int) -> tuple[Sheet, ...]:
    """Return the sheets of a workbook, in its order.

    Raises:
        ListNotATable: it is no workbook, is locked by a password, is damaged, or unpacks to more than it should.
    """
    parts = None
    if content.startswith(b"PK"):
        parts = unpacked(content, file, most_cells)
        content = parts.repacked
    return _sheets(content, file, most_cells, parts)


def _sheets(content: bytes, file: str, most_cells: int, parts: Parts | None) -> tuple[Sheet, ...]:
    """Return the sheets; of a workbook without parts, as XLS is, what its reader tells: values alone."""
    try:
        with python_calamine.load_workbook(io.BytesIO(content)) as book:
            return tuple(_sheet(book, each, file, most_cells, parts) for each in book.sheets_metadata)
    except python_calamine.PasswordError as error:
        raise ListNotATable(file=file, detail=ListFault.LOCKED) from error
    except (python_calamine.CalamineError, zipfile.BadZipFile, ValueError, OSError) as error:
        raise ListNotATable(file=file, detail=ListFault.DAMAGED_OR_OTHER) from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # a panic in calamine's Rust is raised outside Exception
            raise
        raise ListNotATable(file=file, detail=ListFault.DAMAGED) from error


def _sheet(
    book: python_calamine.CalamineWorkbook,
    about: python_calamine.SheetMetadata,
    file: str,
    most_cells: int,
    parts: Parts | None,
) -> Sheet:
    hidden = about.visible is not python_calamine.SheetVisibleEnum.Visible
    if about.typ is not python_calamine.SheetTypeEnum.WorkSheet:
        return Sheet(about.name, (), hidden=hidden)
    table = book.get_sheet_by_name(about.name)
    if (table.total_height + 1) * (table.total_width + 1) > most_cells:
        raise ListNotATable(file=file, detail=ListFault.SHEET_CELLS.of(sheet=about.name[:40], most=most_cells))
    rows = [list(row) for row in table.to_python(skip_empty_area=False)] if table.start is not None else []
    looks = parts.looks.get(about.name, _AS_THEY_ARE) if parts else _AS_THEY_ARE
    texts = [[cell if type(cell) is str else _text(cell) for cell in row] for row in rows]
    flaws = _look_over(rows, texts, looks)
    flaws |= parts.flaws.get(about.name, {}) if parts else {}
    _fill(texts, table.merged_cell_ranges or (), flaws)
    flaws |= {
        (place, WHOLE_ROW): Flaw.HIDDEN for place in looks.hidden_rows if place < len(texts) and any(texts[place])
    }
    told = () if parts or not any(map(_has_numbers, rows)) else (Note(ListRemark.ONLY_VALUES),)
    shown_rows = tuple(tuple(row) for row in texts)
    return Sheet(about.name, shown_rows, flaws, hidden, frozenset(looks.hidden_columns), told)


_AS_THEY_ARE = Looks()


def _has_numbers(row: Sequence[Cell]) -> bool:
    return any(isinstance(cell, int | float) and not isinstance(cell, bool) for cell in row)


def _look_over(rows: Sequence[Sequence[Cell]], texts: Sequence[list[str]], looks: Looks) -> dict[tuple[int, int], Flaw]:
    """Return what is wrong with single cells, and put those right that the sheet shows otherwise."""
    flaws = {place: Flaw.STRUCK for place in looks.struck if _holds(texts, place)}
    for place, code in looks.formats.items():
        if _holds(texts, place) and not _as_shown(rows, texts, place, code):
            flaws[place] = Flaw.SHOWN_OTHERWISE
    doubted = {
        (row, column): flaw
        for row, cells in enumerate(rows)
        for column, cell in enumerate(cells)
        if type(cell) is not str and (flaw := _flaw(cell)) is not None
    }
    return flaws | doubted


def _holds(texts: Sequence[Sequence[str]], place: tuple[int, int]) -> bool:
    row, column = place
    return row < len(texts) and column < len(texts[row]) and bool(texts[row][column])


def _as_shown(rows: Sequence[Sequence[Cell]], texts: Sequence[list[str]], place: tuple[int, int], code: str) -> bool:
    """Give a cell the text that the sheet shows; return whether that could be told."""
    row, column = place
    cell = rows[row][column]
    try:
        if isinstance(cell, str):
            texts[row][column] = shown_text(cell, code)
        elif isinstance(cell, int | float) and not isinstance(cell, bool):
            texts[row][column] = shown(cell, code)
    except Unshown:
        return False
    return True


def _flaw(cell: Cell) -> Flaw | None:
    if isinstance(cell, bool):
        return None
    if isinstance(cell, int | float):
        return Flaw.ROUNDED if abs(cell) >= EXACT else None
    return None if isinstance(cell, str) else Flaw.DATED


def _text(cell: Cell) -> str:
    match cell:
        case bool():
            text = "true" if cell else "false"
        case float() if cell.is_integer():
            text = str(int(cell))
        case datetime() if cell.time() == time():
            text = cell.date().isoformat()
        case datetime():
            text = cell.isoformat(sep=" ", timespec="minutes")
        case date() | time():
            text = cell.isoformat()
        case _:
            text = str(cell)
    return text


def _fill(rows: list[list[str]], regions: Iterable[Region], flaws: dict[tuple[int, int], Flaw]) -> None:
    """Give every cell of a merged region the text of its first; one from a row above is told apart."""
    for (top, left), (bottom, right) in regions:
        if top >= len(rows) or left >= len(rows[top]) or not rows[top][left]:
            continue
        for place in range(top, min(bottom + 1, len(rows))):
            for column in range(left, min(right + 1, len(rows[place]))):
                if rows[place][column]:
                    continue
                rows[place][column] = rows[top][left]
                if place > top:
                    flaws[place, column] = Flaw.SPANNED
