"""Why a row of a delegate list is refused."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from checkin_app.domain import delegate_list_values as values
from checkin_app.domain.delegate_list_columns import NAMES, Columns
from checkin_app.domain.delegate_list_fields import Field, field_of
from checkin_app.domain.delegate_list_notes import Note, Why
from checkin_app.domain.delegate_list_sheet import Flaw, Heed, Sheet, heedless
from checkin_app.domain.delegate_list_values import Cleaned

#: No name on any list tried was longer than 120 characters; a badge holds two lines.
LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class Line:
    """One row on its way to be taken or refused: the cleaned text and flaw of each field."""

    number: int
    cells: tuple[str, ...]
    texts: Mapping[Field, tuple[Cleaned, ...]]
    flaws: Mapping[Field, Flaw]
    broken: bool
    headings: Mapping[int, str]

    def text(self, wanted: Field) -> str:
        found = self.texts.get(wanted)
        return found[0].text if found else ""


def lines_of(sheet: Sheet, columns: Columns, heed: Heed = heedless) -> Iterator[Line]:
    headings = dict(enumerate(sheet.rows[columns.header])) if columns.header >= 0 else {}
    broken = {place for (place, _), flaw in sheet.flaws.items() if flaw is Flaw.QUOTES}
    flawed = {place for place, _ in sheet.flaws}
    for place in range(columns.header + 1, len(sheet.rows)):
        heed(place, len(sheet.rows))
        cells = sheet.rows[place]
        if not any(each.strip() for each in cells) and place not in flawed:
            continue
        texts: dict[Field, tuple[Cleaned, ...]] = {}
        for column, kind in columns.fields.items():
            cell = values.clean(cells[column] if column < len(cells) else "")
            texts[kind] = (*texts.get(kind, ()), cell)
        flaws = {
            kind: sheet.flaws[place, column]
            for column, kind in columns.fields.items()
            if place in flawed and (place, column) in sheet.flaws
        }
        yield Line(place + 1, cells, texts, flaws, place in broken, headings)


Rule = Callable[[Line], Note | None]


def _broken_quotes(line: Line) -> Note | None:
    return Note(Why.BROKEN_QUOTES) if line.broken else None


def _heading_again(line: Line) -> Note | None:
    said = {place: cell.strip() for place, cell in enumerate(line.cells) if cell.strip()}
    again = sum(line.headings.get(place, "").strip() == cell for place, cell in said.items())
    slipped = again >= 2 or again == len(said) > 0
    other_language = len(said) >= 3 and all(field_of(cell) is not None for cell in said.values())
    return Note(Why.HEADING_AGAIN) if slipped or other_language else None


def _section_heading(line: Line) -> Note | None:
    said = [cell.strip() for cell in line.cells if cell.strip()]
    over_all = len(said) > 2 and len(set(said)) == 1
    return Note(Why.SECTION_HEADING, {"text": said[0][:60]}) if over_all else None


def _continues(line: Line) -> Note | None:
    spanned = any(line.flaws.get(each) is Flaw.SPANNED for each in NAMES)
    return Note(Why.CONTINUES) if spanned else None


def _name_flawed(line: Line) -> Note | None:
    for each in NAMES:
        if line.flaws.get(each) is Flaw.FORMULA or line.text(each).startswith("="):
            return Note(Why.NAME_IS_FORMULA)
        if line.flaws.get(each) is Flaw.ERROR:
            return Note(Why.NAME_IS_ERROR)
    return None


def _no_name(line: Line) -> Note | None:
    return None if any(line.text(each) for each in NAMES) else Note(Why.NO_NAME)


def _name_too_long(line: Line) -> Note | None:
    longest = max(len(line.text(each)) for each in NAMES)
    return Note(Why.NAME_TOO_LONG, {"length": longest, "most": LONGEST_NAME}) if longest > LONGEST_NAME else None


def _name_unreadable(line: Line) -> Note | None:
    for each in NAMES & line.texts.keys():
        cell = line.texts[each][0]
        if cell.private:
            return Note(Why.NAME_PRIVATE_USE, {"characters": cell.private})
        if cell.damaged:
            return Note(Why.NAME_DAMAGED, {"characters": cell.damaged})
    return None


def _number_rounded(line: Line) -> Note | None:
    number = line.text(Field.REGISTRATION)
    rounded = line.flaws.get(Field.REGISTRATION) is Flaw.ROUNDED or values.is_rounded(number)
    return Note(Why.NUMBER_ROUNDED, {"value": number}) if rounded else None


#: The first rule to object wins, so the order is what the person reads.
RULES: tuple[Rule, ...] = (
    _broken_quotes,
    _heading_again,
    _section_heading,
    _continues,
    _name_flawed,
    _no_name,
    _name_too_long,
    _name_unreadable,
    _number_rounded,
)
