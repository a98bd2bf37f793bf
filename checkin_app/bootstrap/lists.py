"""From a file on disk to the plan of an import."""

from pathlib import Path

from checkin_app.cli import ListChoices
from checkin_app.domain.delegate_list_columns import Columns, find_columns
from checkin_app.domain.delegate_list_fields import Field
from checkin_app.domain.delegate_list_sheet import Sheet
from checkin_app.domain.delegate_list_values import Aids
from checkin_app.domain.problems import FieldInvalid
from checkin_app.files.exports import write_table
from checkin_app.files.phones import phone_reader
from checkin_app.files.tables import read_tables
from checkin_app.services.importing import Plan, refused_rows
from checkin_app.services.opened import OpenedStation
from printing.text import missing_characters

#: Phones without a country code are of the host country.
_COUNTRY = "CN"


def aids() -> Aids:
    """Return what the reading of a list needs of phones and fonts."""
    return Aids(phone_reader(_COUNTRY), missing_characters)


def plan_import(station: OpenedStation, file: Path, choices: ListChoices) -> Plan:
    """Return what a list would change, with a person's corrections of how it is read.

    Raises:
        ListProblem: the file is no list.
        FieldInvalid: a correction names a field or heading that does not exist.
    """
    sheet = read_tables(file, choices.encoding).sheet(choices.sheet)
    columns = find_columns(sheet)
    for field, heading in choices.columns:
        columns = _corrected(sheet, columns, field, heading)
    return station.importing.preview(sheet, columns, aids())


def _corrected(sheet: Sheet, columns: Columns, field: str, heading: str) -> Columns:
    if field not in set(Field):
        raise FieldInvalid(field="--column", value=field, expected=f"one of {', '.join(Field)}")
    headings = sheet.rows[columns.header] if columns.header >= 0 else ()
    place = next((place for place, each in enumerate(headings) if each.strip() == heading.strip()), None)
    if place is None and heading.isdecimal() and int(heading) > 0:
        place = int(heading) - 1
    if place is None:
        raise FieldInvalid(field="--column", value=heading, expected="a heading of the list, or a column's number")
    return columns.with_(place, Field(field))


def write_refused(plan: Plan, path: Path) -> None:
    """Write the rows that were not taken, as they came, with the reason of each."""
    header, *rows = refused_rows(plan)
    write_table(path, header, rows)
