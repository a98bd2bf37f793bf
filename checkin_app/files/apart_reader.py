"""The process that reads one list and nothing else: what a hostile file breaks, it breaks here.

It hears on its standard input which file, says on its standard output what stands in it, as one JSON value a line,
and opens no store, no key and no screen.
"""

import json
import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, BinaryIO

from checkin_app.domain.lists.sheet import Sheet
from checkin_app.domain.problems import Problem
from checkin_app.domain.texts import Detail, Phrase, Worded
from checkin_app.files.limits import MOST_MEMORY, MOST_SECONDS, limit_this_process
from checkin_app.files.tables import Workbook, read_tables

#: Characters and rows of one line of what is said; whoever hears it takes each in one piece.
_CHARACTERS, _ROWS = 60_000, 500
_SHEETS = 200


def serve() -> int:
    """Read the list that standard input names, within bounds; return the exit code."""
    limit_this_process(MOST_MEMORY, MOST_SECONDS)
    # By number: a program without a console has no standard streams of Python's on Windows.
    with os.fdopen(0, "rb") as asked, os.fdopen(1, "wb") as told:
        question = json.loads(asked.readline())
        for value in said(Path(question["path"]), question["encoding"], question["sheet"]):
            _say(told, value)
    return 0


def said(path: Path, encoding: str, sheet: str) -> Iterator[Sequence[Any]]:
    """Yield what is to be said of a list: its kind, then what belongs to it."""
    try:
        book = read_tables(path, encoding)
        chosen = book.sheet(sheet)
    except Problem as problem:
        yield "problem", problem.key, {name: _keyed(each) for name, each in problem.details.items()}
    except MemoryError:
        yield ("memory",)
    else:
        yield from _told(book, chosen)


def _keyed(detail: Detail) -> object:
    """Return a detail of trouble as JSON: words by their key, whoever hears it has them."""
    if isinstance(detail, Phrase):
        return [detail.words.name, detail.details]
    return [detail.name, {}] if isinstance(detail, Worded) else detail


def _told(book: Workbook, sheet: Sheet) -> Iterator[Sequence[Any]]:
    notes = [[str(note.key), dict(note.details)] for note in sheet.notes]
    # Of those after the first some a person may name one, and no menu offers them.
    sheets = [each.name for each in book.sheets if each.rows][:_SHEETS]
    looks = {"hidden": sheet.hidden, "hidden_columns": sorted(sheet.hidden_columns)}
    yield "sheet", {"sheets": sheets, "encoding": book.encoding, "name": sheet.name, "notes": notes, **looks}
    for rows in _pieces(sheet.rows):
        yield "rows", rows
    flaws = [(row, column, flaw.value) for (row, column), flaw in sheet.flaws.items()]
    for begin in range(0, len(flaws), _ROWS):
        yield "flaws", flaws[begin : begin + _ROWS]
    for begin in range(0, len(mended := [*sheet.mended.items()]), _ROWS):
        yield "mended", mended[begin : begin + _ROWS]
    yield ("end",)


def _pieces(rows: Iterable[Sequence[str]]) -> Iterator[list[Sequence[str]]]:
    piece: list[Sequence[str]] = []
    characters = 0
    for row in rows:
        piece.append(row)
        characters += sum(map(len, row)) + 2 * len(row)
        if characters > _CHARACTERS or len(piece) >= _ROWS:
            yield piece
            piece, characters = [], 0
    if piece:
        yield piece


def _say(told: BinaryIO, value: Sequence[Any]) -> None:
    # ASCII alone, so that half a surrogate pair, which a damaged file may hold, passes too.
    told.write(json.dumps(value, separators=(",", ":")).encode("ascii") + b"\n")
