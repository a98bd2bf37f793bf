"""One row of a delegate list: the person it describes, or why it describes none."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from msgspec import Struct, structs

from checkin_app.domain.ids import BusCode
from checkin_app.domain.lists import values
from checkin_app.domain.lists.answers import Way
from checkin_app.domain.lists.fields import IGNORED, NAME_PARTS, SEVERAL, Field
from checkin_app.domain.lists.looks import (
    cell_looks,
    doubted,
    empty_note,
    is_wrongly_dated,
    left_out,
    registration_of,
    row_looks,
    without_repeats,
)
from checkin_app.domain.lists.naming import NameCells, named, part_values
from checkin_app.domain.lists.nobody import nobody
from checkin_app.domain.lists.notes import Note, Remark
from checkin_app.domain.lists.placeholders import is_placeholder, without_placeholders
from checkin_app.domain.lists.rules import RULES, RULES_OF_RECORDS, Line, has_parts_alone
from checkin_app.domain.lists.several import clear_people, people_in
from checkin_app.domain.lists.sheet import Flaw
from checkin_app.domain.lists.values import Cleaned, Read, TextChecks, Value, Vocabulary
from checkin_app.domain.names.folding import fold

NO_BUS = BusCode("")
LONGEST_NOTE = 1000
LONGEST_OTHER = 300


class Taken(Struct, frozen=True):
    """A row that describes a person; a field that is not among `values` is left alone."""

    number: int
    """As the list's author counts rows, from 1."""
    origin: str
    """Under which number, or name and delegation, the list knows the person."""
    registration: str
    values: Mapping[str, Value]
    """By field of a delegate."""
    notes: tuple[Note, ...] = ()
    record: str = ""
    """The record that the list itself names, as this application's own exports do."""
    cancelled: str = ""
    """By which status the person does not come; empty where they do."""
    confirmed: bool = False
    """A status says that they come."""
    bus: BusCode = NO_BUS
    """On whose list the person is to stand."""
    part: int = 0
    """Which one of several people in one row; 0 is the first, and whoever has a row alone."""

    @property
    def name(self) -> str:
        return str(self.values["name"])


class Refused(Struct, frozen=True):
    """A row that was not taken, whole, with the reason."""

    number: int
    note: Note
    cells: tuple[str, ...]


Row = Taken | Refused


_Parse = Callable[["RowReader", str], Read]
_PARSED: Mapping[Field, _Parse] = {
    Field.CATEGORY: lambda reader, text: values.category(text, reader.known),
    Field.ROUTE: lambda reader, text: values.route(text, reader.known),
    Field.SECOND_ROUTE: lambda reader, text: values.route(text, reader.known),
    Field.STATUS: lambda reader, text: values.status(text, reader.known.answers),
    Field.BUS: lambda reader, text: values.bus(text, reader.known),
    Field.PHONE: lambda reader, text: values.phone(text, reader.known.forum, reader.checks, reader.known.answers),
    Field.EMAIL: lambda reader, text: values.email(text, reader.known.answers),
    Field.LANGUAGES: lambda reader, text: values.languages(text, reader.known.answers),
    Field.ACCESSIBLE: lambda reader, text: values.accessible(text, reader.known.answers),
}
_REACHED_BY = frozenset({Field.PHONE, Field.EMAIL})
_CODES = frozenset({Field.ALIASES, Field.BADGE_NO})
#: Fields that make up the name, which are read together.
_NAMES = NAME_PARTS | {Field.NAME, Field.LATIN_NAME}
_NOT_READ = IGNORED | _NAMES | {Field.REGISTRATION}
_REPEATED = frozenset(
    {
        Field.CATEGORY, Field.ROUTE, Field.SECOND_ROUTE, Field.LANGUAGES, Field.ACCESSIBLE, Field.DELEGATION,
        Field.ORGANISATION, Field.TITLE, Field.HONORIFIC, Field.HOST, Field.STATUS, Field.BUS,
    }
)  # fmt: skip
_MOST_KEPT = 20_000
#: What one person alone has.
_OF_ONE = frozenset({Field.REGISTRATION, Field.BADGE_NO, Field.ALIASES})
_LENGTHS = {Field.NOTE: LONGEST_NOTE}
#: Fields whose text stands on the badge.
_PRINTED = frozenset({Field.NAME, Field.LATIN_NAME, Field.HONORIFIC, Field.DELEGATION, Field.ORGANISATION, Field.TITLE})


@dataclass(frozen=True, slots=True)
class RowReader:
    known: Vocabulary
    checks: TextChecks
    parts: tuple[tuple[Field, int], ...] = ()
    """Columns of parts of a name, in the order in which it is joined from them."""
    ours: bool = False
    """This application wrote the list: what it says was settled before."""
    commas: bool = False
    """Names are written "Family, Given"."""
    missing: dict[str, str] = field(default_factory=dict)
    """What the fonts lack in texts met so far: delegations and organisations come again and again."""
    before: dict[tuple[Field, Cleaned], Read] = field(default_factory=dict)
    """What cells met so far say, in fields of which many rows have the same."""

    def row(self, line: Line) -> Row:
        record = _record_of(line)
        for rule in RULES_OF_RECORDS if record else RULES:
            if (note := rule(line)) is not None:
                return Refused(line.number, note, line.cells)
        if (note := left_out(line, self.known.answers)) is not None:
            return Refused(line.number, note, line.cells)
        said, notes = (_names_as_they_stand(line), []) if record else self._named(line)
        for each, cells in line.texts.items():
            if each in _NOT_READ:
                continue
            read = self._read(each, cells, line.flaws.get(each))
            notes += read.notes
            if read.value is not None:
                said[each] = read.value
        notes += [*self._glyphs(said), *_route_twice(said), *_beyond(line), *row_looks(line, self.known.answers)]
        registration, doubts = registration_of(line)
        notes += doubts
        if not record and (doubt := doubted(line, said, self.known.answers)) is not None:
            notes.append(doubt)
            said |= {Field.STATUS: str(doubt.details["value"])} if doubt.answer == Way.NO else {}
        if len(notes) > 1:
            notes = without_repeats(notes)
            notes.sort(key=lambda note: (not note.asks, note.key))
        status, bus = said.pop(Field.STATUS, ""), BusCode(str(said.pop(Field.BUS, NO_BUS)))
        comes = status is True
        cancelled, origin = "" if comes else str(status), _origin(registration, said)
        return Taken(line.number, origin, registration, said, tuple(notes), record, cancelled, comes, bus)

    def rows(self, line: Line) -> tuple[Row, ...]:
        """Return a row, or one for each of several people where a person has said that they are to be split."""
        row = self.row(line)
        notes = row.notes if isinstance(row, Taken) else ()
        note = next((note for note in notes if note.key is Remark.SEVERAL_NAMED and note.answer == Way.SPLIT), None)
        if note is None:
            return (row,)
        people = [self.row(each) for each in self._parted(line)]
        return tuple(
            structs.replace(each, part=part, notes=(note, *each.notes)) if isinstance(each, Taken) else each
            for part, each in enumerate(people)
        )

    def _named(self, line: Line) -> tuple[dict[str, Value], list[Note]]:
        cells, left_out = _name_cells(line, self.parts)
        names, notes = named(cells, has_latin=Field.LATIN_NAME in line.texts)
        said: dict[str, Value] = dict(names) | dict(part_values(cells.parts, line.texts))
        if has_parts_alone(line):
            left_out.append(Note(Remark.VALUE_FORMULA, {"field": Field.NAME}))
        return said, [*left_out, *notes, *self._people(line, str(said[Field.NAME]))]

    def _people(self, line: Line, name: str) -> Iterator[Note]:
        """Ask about a row that names several people, and about one that may name none."""
        if line.alone:
            yield Note(Remark.NAME_ALONE)
        if line.plain:
            return
        lines = next((cell.lines for cell in line.texts.get(Field.NAME, ()) if cell.lines), ())
        text = "\n".join(lines) or name
        if not people_in(text, commas_part=not self.commas):
            return
        parted, said = self._parted(line), {"value": name[:80]}
        if parted:
            yield self.known.answers.note(Remark.SEVERAL_NAMED, text, {**said, "count": len(parted)})
        else:
            yield Note(Remark.SEVERAL_PEOPLE, said)

    def _parted(self, line: Line) -> list[Line]:
        """Return a line for each of the people whom a row names; none where it is not clear who they are."""
        said = {kind: [cell for cell in line.texts[kind] if cell.text] for kind in _NAMES & line.texts.keys()}
        said = {kind: cells for kind, cells in said.items() if cells}
        if said.keys() - {Field.NAME, Field.LATIN_NAME} or any(len(cells) > 1 for cells in said.values()):
            return []
        people = {
            kind: clear_people("\n".join(cell.lines) or cell.text, commas_part=not self.commas)
            for kind, (cell,) in said.items()
        }
        if len({len(each) for each in people.values()}) != 1:
            return []
        each_of = ({kind: names[place] for kind, names in people.items()} for place in range(len(min(people.values()))))
        return [_of_one(line, names, first=not place) for place, names in enumerate(each_of)]

    def _read(self, wanted: Field, cells: tuple[Cleaned, ...], flaw: Flaw | None) -> Read:
        """Return the value of a field; of one that many rows have alike it is worked out once."""
        if flaw or len(cells) > 1 or wanted not in _REPEATED:
            return self._worked_out(wanted, cells, flaw)
        cell = cells[0]
        if (read := self.before.get((wanted, cell))) is None:
            read = self._worked_out(wanted, cells, flaw)
            if len(self.before) < _MOST_KEPT:
                self.before[wanted, cell] = read
        return read

    def _worked_out(self, wanted: Field, cells: tuple[Cleaned, ...], flaw: Flaw | None) -> Read:
        cells, empty = (cells, ()) if self.ours else _without_empty(wanted, cells)
        whole = cells[0] if len(cells) == 1 else _one_of(wanted, cells)
        if not whole.text and any(note.asks for note in empty):
            return Read(None, empty)
        notes = (
            *empty,
            *_cell_notes(wanted, whole),
            *_also_given(wanted, whole, cells),
            *cell_looks(wanted, whole, flaw),
        )
        if (left_out := _not_taken(wanted, whole, flaw)) is not None:
            return Read(None, (*notes, left_out))
        if wanted is Field.ALIASES:
            return Read(tuple(dict.fromkeys([each.text for each in cells if each.text])), notes)
        if wanted is Field.BADGE_NO and not whole.text:
            return Read(None, notes)
        parse = _PARSED.get(wanted)
        if parse is None:
            return Read(whole.text, notes)
        read = parse(self, whole.text)
        return Read(read.value, (*notes, *read.notes)) if notes else read

    def _glyphs(self, said: Mapping[str, Value]) -> Iterator[Note]:
        for each in _PRINTED:
            text = said.get(each)
            if not isinstance(text, str) or text.isascii():
                continue
            if text not in self.missing:
                self.missing[text] = self.checks.missing_characters(text)
            if missing := self.missing[text]:
                yield Note(Remark.CHARACTERS_MISSING, {"characters": missing, "field": each})


def _without_empty(wanted: Field, cells: tuple[Cleaned, ...]) -> tuple[tuple[Cleaned, ...], tuple[Note, ...]]:
    """Return cells without those that say by a word that they are empty or as above, and what to say of these."""
    if len(cells) == 1 and empty_note(wanted, cells[0]) is None:
        return cells, ()
    found = [empty_note(wanted, cell) for cell in cells]
    notes = tuple(note for note in found if note is not None)
    return tuple(cell if note is None else Cleaned("") for cell, note in zip(cells, found, strict=True)), notes


def _of_one(line: Line, names: Mapping[Field, str], *, first: bool) -> Line:
    """Return the line of one of several people: numbers and codes, of which each is one person's, are the first's."""
    texts = {kind: cells for kind, cells in line.texts.items() if first or kind not in _OF_ONE}
    texts |= {kind: (Cleaned(name),) for kind, name in names.items()}
    return structs.replace(line, texts=texts, names=tuple(Cleaned(name) for name in names.values()), plain=False)


def _one_of(wanted: Field, cells: tuple[Cleaned, ...]) -> Cleaned:
    """Return what several columns of one field say: all of it where it can be said together, else the first of it."""
    if wanted in SEVERAL:
        return structs.replace(cells[0], text=" · ".join(each.text for each in cells if each.text))
    return next((each for each in cells if each.text), cells[0])


def _also_given(wanted: Field, taken: Cleaned, cells: tuple[Cleaned, ...]) -> Iterator[Note]:
    """Tell of a second number or address; of other fields the list's own remark says which column is read."""
    if len(cells) > 1 and wanted in _REACHED_BY:
        others = dict.fromkeys(each.text for each in cells if each.text and each.text != taken.text)
        yield from (Note(Remark.ALSO_GIVEN, {"field": wanted, "value": each}) for each in others)


def _cell_notes(wanted: Field, cell: Cleaned) -> tuple[Note, ...]:
    if not (cell.invisible or cell.line_break or cell.damaged):
        return ()
    notes = []
    if cell.invisible:
        notes.append(Note(Remark.INVISIBLE_REMOVED, {"field": wanted}))
    if cell.line_break:
        notes.append(Note(Remark.LINE_BREAK_REMOVED, {"field": wanted}))
    if cell.damaged:
        notes.append(Note(Remark.VALUE_DAMAGED, {"field": wanted, "characters": cell.damaged}))
    return tuple(notes)


def _not_taken(wanted: Field, cell: Cleaned, flaw: Flaw | None) -> Note | None:
    """Return why a cell's text is no value, so that the field is left alone."""
    most = _LENGTHS.get(wanted, LONGEST_OTHER)
    note = None
    if flaw is Flaw.FORMULA or cell.text.startswith("="):
        note = Note(Remark.VALUE_FORMULA, {"field": wanted})
    elif flaw is Flaw.ERROR:
        note = Note(Remark.VALUE_ERROR, {"field": wanted})
    elif wanted in _CODES and (flaw is Flaw.ROUNDED or values.is_rounded(cell.text)):
        note = Note(Remark.VALUE_ROUNDED, {"field": wanted, "value": cell.text})
    elif is_wrongly_dated(wanted, cell, flaw):
        note = Note(Remark.VALUE_DATED, {"field": wanted, "value": cell.text})
    elif wanted is Field.PHONE and flaw is Flaw.ROUNDED:
        note = Note(Remark.PHONE_ROUNDED, {"value": cell.text})
    elif cell.private:
        note = Note(Remark.VALUE_PRIVATE_USE, {"field": wanted, "characters": cell.private})
    elif len(cell.text) > most:
        note = Note(Remark.VALUE_TOO_LONG, {"field": wanted, "length": len(cell.text), "most": most})
    return note


def _name_cells(line: Line, parts: tuple[tuple[Field, int], ...]) -> tuple[NameCells, list[Note]]:
    """Return what a row says of a name, and a note of all that was left out of it."""
    names = tuple([cell.text for cell in line.texts.get(Field.NAME, ()) if cell.text])
    latin = tuple([cell.text for cell in line.texts.get(Field.LATIN_NAME, ()) if cell.text])
    found = tuple([(kind, text) for kind, place in parts if (text := line.texts[kind][place].text)])
    if line.plain:
        return NameCells(names, latin, found), []
    notes = [
        note for kind in _NAMES & line.texts.keys() for cell in line.texts[kind] for note in _cell_notes(kind, cell)
    ]
    placeless = NameCells(
        tuple(text for each in names if (text := "" if nobody(each) else without_placeholders(each))),
        tuple(text for each in latin if (text := "" if nobody(each) else without_placeholders(each))),
        tuple(part for part in found if not is_placeholder(part[1])),
    )
    kept = {*placeless.names, *placeless.latin, *(text for _, text in placeless.parts)}
    left_out = dict.fromkeys(text for text in (*names, *latin, *(text for _, text in found)) if text not in kept)
    return placeless, [*notes, *(Note(Remark.PLACEHOLDER_LEFT_OUT, {"value": text}) for text in left_out)]


def _route_twice(said: dict[str, Value]) -> Iterator[Note]:
    if said.get(Field.ROUTE) and said.get(Field.ROUTE) == said.get(Field.SECOND_ROUTE):
        said[Field.SECOND_ROUTE] = ""
        yield Note(Remark.ROUTE_TWICE)


def _beyond(line: Line) -> Iterator[Note]:
    """Tell of cells that stand under no heading at all."""
    headings = line.headings
    if headings and (lost := [cell for place, cell in line.said.items() if not headings.get(place)]):
        yield Note(Remark.BEYOND_HEADINGS, {"value": " · ".join(lost)[:80]})


_RECORD = re.compile(r"[0-9a-f]{16}")


def _record_of(line: Line) -> str:
    """Return the record that a row is; empty where it names none, or nobody."""
    record = line.text(Field.RECORD).casefold()
    return record if _RECORD.fullmatch(record) and line.text(Field.NAME) else ""


def _names_as_they_stand(line: Line) -> dict[str, Value]:
    """Return the names of a record: it was settled which is which, and nothing is to be guessed again."""
    kept = (Field.NAME, Field.LATIN_NAME, Field.FAMILY, Field.GIVEN)
    return {each: line.text(each) for each in kept if each in line.texts}


def _origin(registration: str, said: Mapping[str, Value]) -> str:
    """Return what the person is known by: unlike a running number it stays when the list is sorted anew."""
    if registration:
        return f"number:{registration}"
    return f"name:{fold(str(said[Field.NAME]))}\n{fold(str(said.get(Field.DELEGATION, '')))}"
