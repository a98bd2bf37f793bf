"""Why a row of a delegate list is refused."""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache

from msgspec import Struct, structs

from checkin_app.domain.lists import values
from checkin_app.domain.lists.around import Around
from checkin_app.domain.lists.columns import NAMES, Columns
from checkin_app.domain.lists.dates import is_dated
from checkin_app.domain.lists.fields import NAME_PARTS, NUMBERS, SEVERAL, Field
from checkin_app.domain.lists.headings import field_of
from checkin_app.domain.lists.nobody import is_group, nobody
from checkin_app.domain.lists.notes import Note, Why
from checkin_app.domain.lists.placeholders import is_placeholder
from checkin_app.domain.lists.plain import is_plain
from checkin_app.domain.lists.sheet import WHOLE_ROW, Flaw, Heed, Sheet, heedless
from checkin_app.domain.lists.values import Cleaned

#: No name on any list tried was longer than 120 characters; a badge holds two lines.
LONGEST_NAME = 200
#: What a name is made of, with what names nobody by itself.
ALL_NAMES = NAMES | NAME_PARTS
NAMED_WHOLE = frozenset({Field.NAME, Field.LATIN_NAME})


class Line(Struct, frozen=True):
    """One row on its way to be taken or refused: the cleaned text and flaw of each field."""

    number: int
    cells: tuple[str, ...]
    texts: Mapping[Field, tuple[Cleaned, ...]]
    names: tuple[Cleaned, ...]
    """Every cell that names the person, whole or in part."""
    plain: bool
    """Nothing in them can be but a name."""
    flaws: Mapping[Field, Flaw]
    broken: bool
    alone: bool
    """Nothing but a name stands here, where the rows around say more."""
    heads: bool
    """It is alone and called as what those that follow belong to."""
    headings: Mapping[int, str]
    said: Mapping[int, str]
    """What stands in the cells that are not blank, by place."""
    hidden: bool = False
    unreadable: bool = False
    mended: Mapping[Field, tuple[str, str]] = {}
    """Of fields whose text was encoded twice: as the list has it, and what it was."""

    def text(self, wanted: Field) -> str:
        """Return what a field says: of several columns the first that says anything."""
        found = self.texts.get(wanted, ())
        return found[0].text if len(found) == 1 else next((each.text for each in found if each.text), "")


def lines_of(sheet: Sheet, columns: Columns, heed: Heed = heedless, *, mend: bool = True) -> Iterator[Line]:
    """Yield each row that is not blank; a long list is a hundred thousand of them, so each does what it must.

    With `mend`, texts that were encoded twice are read as what they were.
    """
    header = sheet.rows[columns.header] if columns.header >= 0 else ()
    headings = {place: heading.strip() for place, heading in enumerate(header)}
    flawed: dict[int, dict[int, Flaw]] = {}
    for (place, column), flaw in sheet.flaws.items():
        flawed.setdefault(place, {})[column] = flaw
    cleaned, around = _Cleaned(), Around(sheet.rows, columns)
    mending = sheet.mended if mend else {}
    kinds = tuple(dict.fromkeys(kind for kind in columns.fields.values() if kind in ALL_NAMES))
    for place in range(columns.header + 1, len(sheet.rows)):
        heed(place, len(sheet.rows))
        cells, flaws = sheet.rows[place], flawed.get(place, _NO_FLAWS)
        said = {column: text for column, cell in enumerate(cells) if (text := cell.strip())}
        if not said and not flaws:
            continue
        texts: dict[Field, tuple[Cleaned, ...]] = {}
        for column, kind in columns.fields.items():
            cell = cleaned[cells[column]] if column < len(cells) else _BLANK
            if mending and (was := mending.get(cells[column] if column < len(cells) else "")):
                cell = cleaned[was]
            if kind in NUMBERS:
                cell = values.without_apostrophe(cell)
            texts[kind] = (*texts[kind], cell) if kind in texts else (cell,)
        names = tuple([cell for kind in kinds for cell in texts[kind]])
        alone = len(said) <= _FEW and around.is_alone(place)
        yield Line(
            number=place + 1,
            cells=cells,
            texts=texts,
            names=names,
            plain=all(map(is_plain, names)),
            flaws=_flaws_of(columns, cells, flaws),
            broken=Flaw.QUOTES in flaws.values(),
            alone=alone,
            heads=alone and around.heads(place),
            headings=headings,
            said=said,
            hidden=flaws.get(WHOLE_ROW) is Flaw.HIDDEN,
            unreadable=flaws.get(WHOLE_ROW) is Flaw.UNREADABLE,
            mended=_mended(sheet, columns, cells) if sheet.mended else _AS_THEY_ARE,
        )


_AS_THEY_ARE: Mapping[Field, tuple[str, str]] = {}


def _mended(sheet: Sheet, columns: Columns, cells: tuple[str, ...]) -> Mapping[Field, tuple[str, str]]:
    found = ((kind, cells[column]) for column, kind in columns.fields.items() if column < len(cells))
    return {kind: (text, sheet.mended[text]) for kind, text in found if text in sheet.mended}


def _flaws_of(columns: Columns, cells: tuple[str, ...], flaws: Mapping[int, Flaw]) -> Mapping[Field, Flaw]:
    """Return the flaw of each field: of several columns that of the one which is read."""
    read: dict[Field, int] = {}
    for column, kind in columns.fields.items() if flaws else ():
        flawed_part = kind in SEVERAL and column in flaws
        if kind not in read or flawed_part or (_is_blank(cells, read[kind]) and not _is_blank(cells, column)):
            read[kind] = column
    return {kind: flaws[column] for kind, column in read.items() if column in flaws}


def _is_blank(cells: tuple[str, ...], column: int) -> bool:
    return column >= len(cells) or not cells[column].strip()


_NO_FLAWS: Mapping[int, Flaw] = {}
_BLANK = values.clean("")


class _Cleaned(dict[str, Cleaned]):
    """Texts as they were cleaned before: delegations, categories and routes come again and again."""

    _most, _longest = 20_000, 80

    def __missing__(self, raw: str) -> Cleaned:
        cell = values.clean(raw)
        if cell.text == raw:  # most are: then one text stands in memory, not two alike
            cell = structs.replace(cell, text=raw)
        if len(raw) <= self._longest and len(self) < self._most:
            self[raw] = cell
        return cell


Rule = Callable[[Line], Note | None]
#: The parts of a name in two scripts, and the number of the row.
_FEW = 6
_COLON = re.compile(r"[:：]")


def _broken_quotes(line: Line) -> Note | None:
    return Note(Why.BROKEN_QUOTES) if line.broken else None


def _unreadable(line: Line) -> Note | None:
    return Note(Why.UNREADABLE) if line.unreadable else None


def _heading_again(line: Line) -> Note | None:
    said, headings = line.said, line.headings
    again = sum([headings.get(place) == cell for place, cell in said.items()])
    slipped = again >= 2 or again == len(said) > 0 or (len(said) > 1 and all(map(_explains, said.values())))
    return Note(Why.HEADING_AGAIN) if slipped or _all_head(tuple(said.values())) else None


def _explains(text: str) -> bool:
    """Return whether a cell tells how to fill in its column: "(as in passport)"."""
    return text[0] in "(（[【" and text[-1] in ")）]】"


def _all_head(said: tuple[str, ...]) -> bool:
    """Return whether all that a row says are headings, in whatever language; few rows are, and most begin with a number."""
    if len(said) < 3 or _DIGIT.search(said[0]):
        return False
    # From behind: there stand routes and categories, which are looked up once.
    return all(_heads(cell) for cell in reversed(said))


_DIGIT = re.compile(r"\d")


@lru_cache(4096)
def _heads(text: str) -> bool:
    return field_of(text) is not None


def _section_heading(line: Line) -> Note | None:
    over_all = len(line.said) > 2 and len(set(line.said.values())) == 1
    named = [cell.text for cell in line.names if cell.text] if line.alone else []
    if over_all or (named and (line.heads or all(map(is_group, named)))):
        return Note(Why.SECTION_HEADING, {"text": next(iter(line.said.values()))[:60]})
    return None


def _no_number(text: str) -> Why | None:
    """Return what a sum or a footer in a column of numbers is; what could be a number there is one."""
    return None if text.isdecimal() else _no_number_of(text.translate(_ANY_DIGIT))


_ANY_DIGIT = str.maketrans(dict.fromkeys("123456789", "0"))


@lru_cache(4096)  # the numbers of a list are alike but for their digits, and none is told from a sum by which they are
def _no_number_of(text: str) -> Why | None:
    if not any(map(str.isalpha, text)):
        return None
    why = nobody(text)
    return why if why is Why.SUM or (why is Why.ABOUT_LIST and _COLON.search(text)) else None


def _nobody(line: Line) -> Note | None:
    for counted in (Field.NUMBER, Field.REGISTRATION):
        if (text := line.text(counted)) and (why := _no_number(text)) is not None:
            return Note(why, {"text": text[:60]})
    if line.plain:
        return None
    said = [(cell.text, nobody(cell.text)) for cell in line.names if cell.text]
    named = [why for text, why in said if why is None and not is_placeholder(text)]
    if named or not said:
        return None
    text, why = next((each for each in said if each[1] is not None), said[0])
    return Note(why or Why.PLACE_KEPT, {"text": text[:60]})


def _continues(line: Line) -> Note | None:
    spanned = bool(line.flaws) and any(line.flaws.get(each) is Flaw.SPANNED for each in NAMES)
    return Note(Why.CONTINUES) if spanned else None


def _name_flawed(line: Line) -> Note | None:
    flaws = {line.flaws.get(each) for each in ALL_NAMES} if line.flaws else set()
    if Flaw.FORMULA in flaws and has_parts_alone(line):
        flaws.discard(Flaw.FORMULA)
    if Flaw.FORMULA in flaws or "=" in [cell.text[:1] for cell in line.names]:
        return Note(Why.NAME_IS_FORMULA)
    if Flaw.ERROR in flaws:
        return Note(Why.NAME_IS_ERROR)
    return _name_dated(line)


def has_parts_alone(line: Line) -> bool:
    """Return whether a whole name is a formula without a result, and its parts stand in columns of their own."""
    flawed = {each for each in ALL_NAMES if line.flaws.get(each) is Flaw.FORMULA} if line.flaws else ()
    return bool(flawed) and NAMED_WHOLE.issuperset(flawed) and bool(line.text(Field.FAMILY) and line.text(Field.GIVEN))


def _name_dated(line: Line) -> Note | None:
    dated = "".join([cell.text for cell in line.names if is_dated(cell.text)][:1])
    if not dated and line.flaws:
        dated = next((line.text(each) for each in ALL_NAMES if line.flaws.get(each) is Flaw.DATED), "")
    return Note(Why.NAME_IS_DATE, {"value": dated}) if dated else None


def _no_name(line: Line) -> Note | None:
    for each in NAMES:
        if line.text(each):
            return None
    return Note(Why.NO_NAME)


def _name_too_long(line: Line) -> Note | None:
    longest = max([len(cell.text) for cell in line.names])
    return Note(Why.NAME_TOO_LONG, {"length": longest, "most": LONGEST_NAME}) if longest > LONGEST_NAME else None


def _name_unreadable(line: Line) -> Note | None:
    for cell in line.names:
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
    _unreadable,
    _broken_quotes,
    _heading_again,
    _section_heading,
    _continues,
    _name_flawed,
    _no_name,
    _name_too_long,
    _name_unreadable,
    _nobody,
    _number_rounded,
)

#: What may be said against a row that this application wrote: whether it names somebody was settled before.
RULES_OF_RECORDS: tuple[Rule, ...] = (
    _unreadable,
    _broken_quotes,
    _name_flawed,
    _no_name,
    _name_too_long,
    _name_unreadable,
)
