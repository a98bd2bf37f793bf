"""What the cells of a column say where its heading leaves it open."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from checkin_app.domain.lists.doubts import says_not_coming
from checkin_app.domain.lists.fields import NAME_PARTS, Field
from checkin_app.domain.lists.headings import Script, may_be_honorific, script_of
from checkin_app.domain.lists.honorifics import is_honorific
from checkin_app.domain.lists.notes import Details, ListRemark, Note
from checkin_app.domain.lists.scripts import is_latin, is_other_script
from checkin_app.domain.lists.statuses import comes
from checkin_app.domain.lists.wholes import holds
from checkin_app.domain.names.folding import fold

#: As many rows show how a list is written.
_ROWS = 2_000
_PARTICLES = frozenset(
    "van von vom zu zum zur de da do dos das del della di du des la le el al den der ten ter dela af av y e san".split()  # noqa: SIM905
)


@dataclass(frozen=True, slots=True)
class Undecided:
    """Columns on their way from what their headings say to what they hold."""

    headings: tuple[str, ...]
    rows: Sequence[tuple[str, ...]]
    """Those beneath the header."""
    fields: Mapping[int, Field]
    notes: tuple[Note, ...] = ()

    def of(self, wanted: Field) -> tuple[int, ...]:
        return tuple(place for place, each in self.fields.items() if each is wanted)

    def cells(self, place: int) -> Iterator[str]:
        """Yield what the first rows say in a column, empty where they say nothing."""
        return (row[place].strip() if place < len(row) else "" for row in self.rows[:_ROWS])

    def holding(self, place: int, field: Field) -> "Undecided":
        """Return the columns with one told by its cells, and a word about it where the heading says otherwise."""
        details: Details = {"column": place + 1, "heading": self.headings[place][:40], "field": field}
        notes = (*self.notes, Note(ListRemark.TOLD_BY_CELLS, details))
        return replace(self, fields={**self.fields, place: field}, notes=notes)


def told_apart(found: Undecided) -> Undecided:
    for told in _TOLD:
        found = told(found)
    return found


def _running_numbers(found: Undecided) -> Undecided:
    """Take a column that counts 1, 2, 3… for what it is, even where its heading could mean a registration number."""
    for place in found.of(Field.REGISTRATION):
        cells = [row[place] for row in found.rows if place < len(row) and row[place]]
        if len(cells) > 1 and all(cell == str(number) for number, cell in enumerate(cells, start=1)):
            found = replace(found, fields={**found.fields, place: Field.NUMBER})
    return found


def _counted(found: Undecided) -> Undecided:
    """Take a column headed as names, as ``Attendee #`` is, for what it holds where that is numbers alone."""
    for place in (*found.of(Field.NAME), *found.of(Field.LATIN_NAME)):
        cells = [cell for cell in found.cells(place) if cell]
        others = {each for at, each in found.fields.items() if at != place}
        if cells and not _NAMES.isdisjoint(others) and not any(any(map(str.isalpha, cell)) for cell in cells):
            known_by = not found.of(Field.REGISTRATION) and len(set(cells)) == len(cells)
            found = found.holding(place, Field.REGISTRATION if known_by else Field.NUMBER)
    return found


_NAMES = NAME_PARTS | {Field.NAME, Field.LATIN_NAME}


def _statuses(found: Undecided) -> Undecided:
    """Take a column whose heading is not known for statuses, where all it says is who comes and who does not."""
    if found.of(Field.STATUS):
        return found
    for place, heading in enumerate(found.headings):
        if place in found.fields or not heading.strip():
            continue
        said = dict.fromkeys(cell for cell in found.cells(place) if cell)
        if said and all(comes(each) is not None for each in said) and any(map(says_not_coming, said)):
            return found.holding(place, Field.STATUS)
    return found


def _honorifics(found: Undecided) -> Undecided:
    """Tell "Dr." from "Director" beneath "Title", and the "van" beneath "Prefix" from both."""
    for place, heading in enumerate(found.headings):
        if place not in found.fields or not may_be_honorific(heading):
            continue
        cells = [cell for cell in found.cells(place) if cell]
        kind = found.fields[place]
        if 2 * sum(map(is_honorific, cells)) > len(cells):
            kind = Field.HONORIFIC
        elif kind is Field.HONORIFIC and 2 * sum(map(_is_particle, cells)) > len(cells):
            kind = Field.PARTICLE
        if kind is not found.fields[place]:
            found = found.holding(place, kind)
    return found


def _is_particle(cell: str) -> bool:
    return _PARTICLES.issuperset(fold(cell).split() or ("",))


def _two_scripts(found: Undecided) -> Undecided:
    """Tell the Latin names from those in people's own script, of two columns headed as names."""
    places = found.of(Field.NAME)
    if len(places) < 2 or found.of(Field.LATIN_NAME):
        return found
    first, second = places[:2]
    latin = _latin_of(found, first, second)
    return found if latin is None else found.holding(latin, Field.LATIN_NAME)


def _latin_of(found: Undecided, first: int, second: int) -> int | None:
    """Return which of two columns of names is the Latin one: by the headings, else by the rows that fill both."""
    scripts = [script_of(found.headings[place]) for place in (first, second)]
    if Script.OWN in scripts and scripts != [Script.OWN, Script.OWN]:
        return second if scripts[0] is Script.OWN else first
    pairs = tuple(zip(found.cells(first), found.cells(second), strict=True))
    second_latin = sum(is_other_script(one) and is_latin(other) for one, other in pairs)
    first_latin = sum(is_latin(one) and is_other_script(other) for one, other in pairs)
    if first_latin == second_latin:
        headed = [is_latin(found.headings[place]) for place in (first, second)]
        return None if headed[0] == headed[1] else (first if headed[0] else second)
    return second if second_latin > first_latin else first


#: Which part of a name a column headed as whole names holds, by the part that stands beside it.
_REST = {Field.GIVEN: Field.FAMILY, Field.FAMILY: Field.GIVEN}


def _half_names(found: Undecided) -> Undecided:
    """Take ``Nom`` beside ``Prénom`` for the family names, where the cells beneath it lack the given ones."""
    parts = {found.fields[place] for place in found.fields} & _REST.keys()
    wholes = found.of(Field.NAME)
    if len(parts) != 1 or len(wholes) != 1:
        return found
    (part,) = parts
    pairs = [
        (whole, each)
        for place in found.of(part)
        for whole, each in zip(found.cells(wholes[0]), found.cells(place), strict=True)
        if whole and each and is_latin(whole) == is_latin(each)
    ]
    lacking = sum(not holds(whole, each) for whole, each in pairs)
    return found.holding(wholes[0], _REST[part]) if 2 * lacking > len(pairs) else found


#: In this order: what counts or addresses is no name, and of names the scripts come before the parts.
_TOLD: tuple[Callable[[Undecided], Undecided], ...] = (
    _running_numbers,
    _counted,
    _statuses,
    _honorifics,
    _two_scripts,
    _half_names,
)
