"""From a file on disk to the plan of an import."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from checkin_app.domain.details import Entry, Expected
from checkin_app.domain.forum import Forum
from checkin_app.domain.lists.columns import Columns, find_columns
from checkin_app.domain.lists.fields import Field
from checkin_app.domain.lists.sheet import Sheet
from checkin_app.domain.lists.values import TextChecks
from checkin_app.domain.problems import FieldInvalid
from checkin_app.files.apart import read_apart
from checkin_app.files.exports import write_table
from checkin_app.files.phones import phone_reader
from checkin_app.runtime.interpreter import making_much
from checkin_app.services.importing import ListChoices, ListPreview, Plan, heeding, refused_rows
from checkin_app.services.opened import OpenedStation
from checkin_app.services.ports.progress import Progress, Stopped, unstopped, untold
from printing.text import missing_characters

#: What a person is shown of a list to tell its columns by.
_TELLING_ROWS, _MOST_COLUMNS, _LONGEST_SAMPLE = 200, 100, 60
#: No sheet has a million columns.
_LONGEST_NUMBER = 6


def aids(forum: Forum) -> TextChecks:
    """Return what the reading of a list needs of phones (without a country code they are the host's) and fonts."""
    return TextChecks(phone_reader(forum.country), missing_characters)


def plan_import(
    station: OpenedStation,
    file: Path,
    choices: ListChoices,
    progress: Progress = untold,
    stopped: Stopped = unstopped,
) -> Plan:
    """Return what a list would change, with a person's corrections of how it is read.

    Raises:
        ListProblem: the file is no list.
        FieldInvalid: a correction names a field or heading that does not exist.
    """
    with making_much():
        sheet = read_apart(file, choices.encoding, choices.sheet, progress, stopped).sheet
        plan = station.importing.preview(sheet, _columns(sheet, choices), aids(station.forum), progress, stopped)
        return replace(plan, file=file.name)


def preview_list(
    station: OpenedStation,
    file: Path,
    choices: ListChoices,
    progress: Progress = untold,
    stopped: Stopped = unstopped,
) -> ListPreview:
    """Return how a list is read and what it would change; a list without a column of names has no plan yet.

    Raises:
        ListProblem: the file is no list.
        UnknownThing: it has no such sheet.
        ListStopped: as asked.
    """
    with making_much():
        return _preview(station, file, choices, progress, stopped)


def _preview(
    station: OpenedStation, file: Path, choices: ListChoices, progress: Progress, stopped: Stopped
) -> ListPreview:
    book = read_apart(file, choices.encoding, choices.sheet, progress, stopped)
    sheet = book.sheet
    columns = _columns(sheet, choices)
    headings, rows = sheet.rows[columns.header] if columns.header >= 0 else (), sheet.rows[columns.header + 1 :]
    width = min(max((len(row) for row in sheet.rows[:_TELLING_ROWS]), default=0), _MOST_COLUMNS)
    plan = None
    if columns.has_name():
        plan = station.importing.preview(sheet, columns, aids(station.forum), progress, stopped)
        plan = replace(plan, file=file.name)
        plan.count()
    return ListPreview(
        sheets=book.sheets,
        sheet=sheet.name,
        encoding=book.encoding,
        headings=tuple(_cell(headings, place) for place in range(width)),
        samples=tuple(_sample(rows[:_TELLING_ROWS], place) for place in range(width)),
        columns=columns,
        plan=plan,
    )


def _columns(sheet: Sheet, choices: ListChoices) -> Columns:
    columns = find_columns(sheet)
    for field, heading in choices.columns:
        columns = _corrected(sheet, columns, field, heading)
    for place, wanted in choices.places:
        columns = columns.with_(place, wanted)
    return columns


def _cell(row: Sequence[str], place: int) -> str:
    return row[place].strip()[:_LONGEST_SAMPLE] if place < len(row) else ""


def _sample(rows: Sequence[Sequence[str]], place: int) -> str:
    return next((cell for row in rows if (cell := _cell(row, place))), "")


def _corrected(sheet: Sheet, columns: Columns, field: str, heading: str) -> Columns:
    if field not in set(Field):
        raise FieldInvalid(field=Entry.COLUMN, value=field, expected=Expected.ONE_OF.of(known=", ".join(Field)))
    headings = sheet.rows[columns.header] if columns.header >= 0 else ()
    place = next((place for place, each in enumerate(headings) if each.strip() == heading.strip()), None)
    if place is None and len(heading) <= _LONGEST_NUMBER and heading.isdecimal() and int(heading) > 0:
        place = int(heading) - 1
    if place is None:
        raise FieldInvalid(field=Entry.COLUMN, value=heading, expected=Expected.HEADING)
    return columns.with_(place, Field(field))


def write_refused(plan: Plan, path: Path, progress: Progress = untold, stopped: Stopped = unstopped) -> None:
    """Write the rows that were not taken, as they came, with the reason of each.

    Raises:
        ListStopped: as asked, and nothing was written.
    """
    heed, whole = heeding(progress, stopped), len(plan.refused)
    header, *rows = refused_rows(plan)

    def heeded() -> Iterator[Sequence[str]]:
        for done, row in enumerate(rows):
            heed(done, whole)
            yield row

    write_table(path, header, heeded())
