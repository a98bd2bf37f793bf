"""Why a row of a delegate list is refused."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from checkin_app.domain.lists import values
from checkin_app.domain.lists.columns import NAMES, Columns
from checkin_app.domain.lists.fields import NUMBERS, Field, field_of
from checkin_app.domain.lists.notes import Note, Why
from checkin_app.domain.lists.sheet import Flaw, Heed, Sheet, heedless
from checkin_app.domain.lists.values import Cleaned

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
    said: Mapping[int, str]
    """What stands in the cells that are not blank, by place."""

    def text(self, wanted: Field) -> str:
        found = self.texts.get(wanted)
        return found[0].text if found else ""


def lines_of(sheet: Sheet, columns: Columns, heed: Heed = heedless) -> Iterator[Line]:
    """Yield each row that is not blank; a long list is a hundred thousand of them, so each does what it must."""
    header = sheet.rows[columns.header] if columns.header >= 0 else ()
    headings = {place: heading.strip() for place, heading in enumerate(header)}
    flawed: dict[int, dict[int, Flaw]] = {}
    for (place, column), flaw in sheet.flaws.items():
        flawed.setdefault(place, {})[column] = flaw
    cleaned = _Cleaned()
    for place in range(columns.header + 1, len(sheet.rows)):
        heed(place, len(sheet.rows))
        cells, flaws = sheet.rows[place], flawed.get(place, _NO_FLAWS)
        said = {column: text for column, cell in enumerate(cells) if (text := cell.strip())}
        if not said and not flaws:
            continue
        texts: dict[Field, tuple[Cleaned, ...]] = {}
        for column, kind in columns.fields.items():
            cell = cleaned[cells[column]] if column < len(cells) else _BLANK
            if kind in NUMBERS:
                cell = values.without_apostrophe(cell)
            texts[kind] = (*texts[kind], cell) if kind in texts else (cell,)
        by_kind = {kind: flaws[column] for column, kind in columns.fields.items() if column in flaws} if flaws else {}
        yield Line(place + 1, cells, texts, by_kind, Flaw.QUOTES in flaws.values(), headings, said)


_NO_FLAWS: Mapping[int, Flaw] = {}
_BLANK = values.clean("")


class _Cleaned(dict[str, Cleaned]):
    """Texts as they were cleaned before: delegations, categories and routes come again and again."""

    _most, _longest = 20_000, 80

    def __missing__(self, raw: str) -> Cleaned:
        cell = values.clean(raw)
        if len(raw) <= self._longest and len(self) < self._most:
            self[raw] = cell
        return cell


Rule = Callable[[Line], Note | None]


def _broken_quotes(line: Line) -> Note | None:
    return Note(Why.BROKEN_QUOTES) if line.broken else None


def _heading_again(line: Line) -> Note | None:
    said, headings = line.said, line.headings
    again = sum([headings.get(place) == cell for place, cell in said.items()])
    slipped = again >= 2 or again == len(said) > 0
    # From behind: there stand routes and categories, which are looked up once.
    other_language = len(said) >= 3 and all(_heads(cell) for cell in reversed(tuple(said.values())))
    return Note(Why.HEADING_AGAIN) if slipped or other_language else None


@lru_cache(4096)
def _heads(text: str) -> bool:
    return field_of(text) is not None


def _section_heading(line: Line) -> Note | None:
    said = set(line.said.values())
    over_all = len(line.said) > 2 and len(said) == 1
    return Note(Why.SECTION_HEADING, {"text": said.pop()[:60]}) if over_all else None


def _continues(line: Line) -> Note | None:
    spanned = bool(line.flaws) and any(line.flaws.get(each) is Flaw.SPANNED for each in NAMES)
    return Note(Why.CONTINUES) if spanned else None


def _name_flawed(line: Line) -> Note | None:
    for each in NAMES & line.texts.keys():
        if line.flaws.get(each) is Flaw.FORMULA or line.text(each).startswith("="):
            return Note(Why.NAME_IS_FORMULA)
        if line.flaws.get(each) is Flaw.ERROR:
            return Note(Why.NAME_IS_ERROR)
    return None


def _no_name(line: Line) -> Note | None:
    return None if any(line.text(each) for each in NAMES) else Note(Why.NO_NAME)


def _name_too_long(line: Line) -> Note | None:
    longest = max([len(line.text(each)) for each in NAMES])
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
