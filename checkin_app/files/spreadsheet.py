"""Rows from an XLSX or XLS workbook: values as people see them, and a flaw where a cell cannot be trusted."""

import io
import zipfile
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

import python_calamine

from checkin_app.domain.details import ListFault
from checkin_app.domain.lists.sheet import Flaw, Sheet
from checkin_app.domain.problems_lists import ListNotATable
from checkin_app.files.spreadsheet_parts import Parts, unpacked

Cell = int | float | str | bool | time | date | datetime | timedelta
Region = tuple[tuple[int, int], tuple[int, int]]

#: Whole numbers up to here are exact in a spreadsheet; of longer ones it keeps 15 digits (Excel specifications).
_EXACT = 10**15


def read_spreadsheet(content: bytes, file: str, most_cells: int) -> tuple[Sheet, ...]:
    """Return the sheets of a workbook, in its order.

    Raises:
        ListNotATable: it is no workbook, is locked by a password, is damaged, or unpacks to more than it should.
    """
    parts = None
    if content.startswith(b"PK"):
        parts = unpacked(content, file, most_cells)
        content = parts.repacked
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
    flaws = dict(parts.flaws.get(about.name, {})) if parts else {}
    flaws |= _rounded(rows)
    texts = [[cell if type(cell) is str else _text(cell) for cell in row] for row in rows]
    _fill(texts, table.merged_cell_ranges or (), flaws)
    return Sheet(about.name, tuple(tuple(row) for row in texts), flaws, hidden)


def _rounded(rows: Iterable[Iterable[Cell]]) -> dict[tuple[int, int], Flaw]:
    return {
        (place, column): Flaw.ROUNDED
        for place, row in enumerate(rows)
        for column, cell in enumerate(row)
        if type(cell) is not str and isinstance(cell, (int, float)) and abs(cell) >= _EXACT
    }


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
