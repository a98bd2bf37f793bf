"""Writes tables for other programs: CSV and XLSX, whole or not at all, and with nothing in them that is executed."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import xlsxwriter  # type: ignore[import-untyped]  # it ships no types

from checkin_app.domain.details import FileFault
from checkin_app.domain.forum import Forum, Language
from checkin_app.domain.papers import OVERRIDE_GROUNDS, PaperWord, SayOnPaper
from checkin_app.domain.problems import FileNotWritable
from checkin_app.domain.standings import Standing
from checkin_app.domain.swaps import Cause
from checkin_app.runtime.whole_file import write_whole
from checkin_app.services.ports.buses import Manifest, Override

#: What makes a spreadsheet take a text for a formula, the signs of a full-width keyboard as well (OWASP, CSV injection).
_FORMULA = re.compile(r"\s*[=+\-@\uff1d\uff0b\uff0d\uff20\t\r]")
_PHONE = re.compile(r"\+[0-9][0-9 ]{5,20}")
_WIDEST = 60
_MOST_CHARACTERS = 32_767
"""Of one cell, by the specifications of Excel."""

MANIFEST_HEADER = (
    PaperWord.NUMBER, PaperWord.STATE, PaperWord.BADGE_NUMBER, PaperWord.NAME, PaperWord.LATIN_NAME,
    PaperWord.DELEGATION, PaperWord.CATEGORY, PaperWord.LANGUAGES, PaperWord.PHONE, PaperWord.NOTE, PaperWord.OVERRIDDEN,
)  # fmt: skip
#: `{bus}` is the bus that somebody safe is aboard.
_STANDINGS: Mapping[Standing, PaperWord] = {
    Standing.ABOARD: PaperWord.CELL_ABOARD,
    Standing.UNLISTED: PaperWord.CELL_UNLISTED,
    Standing.SAFE: PaperWord.CELL_SAFE,
    Standing.ACCOUNTED: PaperWord.CELL_ACCOUNTED,
    Standing.TO_COME: PaperWord.CELL_TO_COME,
    Standing.MISSING: PaperWord.CELL_MISSING,
    Standing.GOT_OFF: PaperWord.CELL_GOT_OFF,
}


def write_table(path: Path, header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Write a table as CSV or XLSX, by the ending of `path`.

    Raises:
        FileNotWritable: it cannot be written, or its ending is another.
    """
    table = ([str(cell) for cell in row] for row in (header, *rows))
    match path.suffix.lower():
        case ".csv":
            write_whole(path, csv_bytes(table))
        case ".xlsx":
            write_whole(path, xlsx_bytes(table))
        case _:
            raise FileNotWritable(file=path.name, detail=FileFault.ENDING)


def csv_bytes(rows: Iterable[Sequence[str]]) -> bytes:
    """Return rows as UTF-8 with a byte order mark, which Excel needs; what would be a formula begins with ``'``."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig", errors="replace")


def xlsx_bytes(rows: Iterable[Sequence[str]]) -> bytes:
    """Return rows as a workbook of texts only; the first row stays in view."""
    stored = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(stored, options) as book:
        sheet = book.add_worksheet()
        widths: dict[int, int] = {}
        for place, row in enumerate(rows):
            for column, cell in enumerate(row):
                sheet.write_string(place, column, cell[:_MOST_CHARACTERS])
                widths[column] = max(widths.get(column, 8), min(_WIDEST, len(cell) + 2))
        for column, width in widths.items():
            sheet.set_column(column, column, width)
        sheet.freeze_panes(1, 0)
    return stored.getvalue()


def _harmless(cell: str) -> str:
    return f"'{cell}" if _FORMULA.match(cell) and not _PHONE.fullmatch(cell) else cell


def manifest_header(manifest: Manifest, forum: Forum, language: Language, say: SayOnPaper) -> tuple[str, ...]:
    """Return what the columns are headed; those of a swap are there only where there was one."""
    return tuple(say(each, language) for each in (*MANIFEST_HEADER, *_swap_columns(manifest, forum)))


def manifest_rows(manifest: Manifest, forum: Forum, language: Language, say: SayOnPaper) -> Iterator[tuple[str, ...]]:
    """Yield a bus's people in the order of its manifest, in the words of `language`."""
    swapped = _swap_columns(manifest, forum).values()
    for place, line in enumerate(manifest.lines, start=1):
        who = line.delegate
        category = forum.category(who.category)
        yield (
            str(place),
            say(_STANDINGS[manifest.standing(line)], language).format(bus=line.seen_on),
            who.badge_no,
            who.name,
            who.second_name,
            who.delegation,
            category.name.in_(language) if category else "",
            ", ".join(who.languages),
            who.phone,
            who.note,
            _overridden(line.override, language, say) if line.override else "",
            *swapped,
        )


def _overridden(override: Override, language: Language, say: SayOnPaper) -> str:
    why = " – ".join(filter(None, (say(OVERRIDE_GROUNDS[override.ground], language), override.text)))
    return f"{why} ({override.by})" if override.by else why


def _swap_columns(manifest: Manifest, forum: Forum) -> Mapping[PaperWord, str]:
    """Return what each row says of a swap: which bus took over and when, or from which buses this one did."""
    said: dict[PaperWord, str] = {}
    if manifest.swap is not None:
        broken = manifest.swap.cause is Cause.BROKEN_DOWN
        said[PaperWord.ALL_CHANGE] = manifest.swap.to
        said[PaperWord.BROKEN_DOWN if broken else PaperWord.SWAPPED_AT] = forum.local(manifest.swap.at).strftime(
            "%Y-%m-%d %H:%M"
        )
    if manifest.took_over:
        said[PaperWord.TAKES_OVER] = " ".join(manifest.took_over)
    return said
