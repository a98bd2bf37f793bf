"""The name of a person out of a row's columns: whole or in parts, in their own script and in Latin letters."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from msgspec import Struct

from checkin_app.domain.lists.doubts import is_odd_name
from checkin_app.domain.lists.fields import NAME_PARTS, Field
from checkin_app.domain.lists.headings import is_han
from checkin_app.domain.lists.notes import Note, Remark
from checkin_app.domain.lists.scripts import is_latin, is_other_script
from checkin_app.domain.lists.values import Value
from checkin_app.domain.lists.wholes import holds, is_somebody_else
from checkin_app.domain.names.folding import fold

Part = tuple[Field, str]

#: Scripts that write a name in one, the family name first.
_IN_ONE = re.compile(r"[㐀-鿿豈-﫿가-힣]")


def parts_of(fields: Iterable[Field]) -> tuple[tuple[Field, int], ...]:
    """Return the columns of parts in the order in which a name is joined from them, each with its place in its field.

    A middle name follows the given one, a particle leads the family name and a suffix ends all, wherever they stand.
    """
    columns = [(at, field) for at, field in enumerate(fields) if field in NAME_PARTS]
    givens = [at for at, field in columns if field is Field.GIVEN]
    families = [at for at, field in columns if field is Field.FAMILY]

    def place(column: tuple[int, Field]) -> float:
        at, field = column
        if field is Field.MIDDLE and givens:
            return givens[-1] + 0.5
        if field is Field.PARTICLE and families:
            return families[0] - 0.5
        return math.inf if field is Field.SUFFIX else at

    seen: Counter[Field] = Counter()
    numbered = {}
    for at, field in columns:
        numbered[at] = seen[field]
        seen[field] += 1
    return tuple((field, numbered[at]) for at, field in sorted(columns, key=place))


class NameCells(Struct, frozen=True):
    """What a row says of a name, without what only holds the place of one."""

    names: tuple[str, ...]
    """In the columns of whole names, none of them empty."""
    latin: tuple[str, ...]
    parts: tuple[Part, ...]
    """In the order in which they are joined."""


@dataclass(slots=True)
class _Naming:
    name: str
    latin: str
    notes: list[Note]

    def also(self, others: Iterable[str], field: Field) -> None:
        """Take a second spelling for the one that is missing, or tell of it."""
        for each in others:
            if fold(each) in {fold(self.name), fold(self.latin)}:
                continue
            if not self.latin and is_latin(each) and is_other_script(self.name):
                self.latin = each
            elif not self.latin and is_latin(self.name) and is_other_script(each):
                self.name, self.latin = each, self.name
            elif field is Field.NAME and is_somebody_else(self.name, each):
                self.notes.append(Note(Remark.SOMEBODY_BESIDE, {"value": each}))
            else:
                self.notes.append(Note(Remark.ALSO_GIVEN, {"field": field, "value": each}))

    def join(self, parts: tuple[Part, ...]) -> None:
        """Take the parts for the name that is missing, or ask where they say another."""
        joined = joined_from(parts)
        if not self.name:
            self.name = joined
        elif not self.latin and is_other_script(joined) and is_latin(self.name):
            self.name, self.latin = joined, self.name
        elif not self.latin and _is_passport_spelling(self.name, joined, parts):
            self.latin = joined
        elif any(not (holds(self.name, text) or holds(self.latin, text)) for _, text in parts):
            self.notes.append(Note(Remark.NAME_PARTS_DIFFER, {"name": self.name, "parts": joined}))
            return
        else:
            return
        self.notes.append(Note(Remark.NAME_JOINED, {"name": joined}))


def _is_passport_spelling(name: str, joined: str, parts: tuple[Part, ...]) -> bool:
    whole = is_han(name) or {Field.FAMILY, Field.GIVEN} <= {field for field, _ in parts}
    return whole and joined.isascii() and not name.isascii()


def named(cells: NameCells, *, has_latin: bool) -> tuple[Mapping[str, Value], tuple[Note, ...]]:
    """Return the names by their fields, and what to say of them; no name stays empty where a cell holds one.

    Args:
        cells: what the row says.
        has_latin: whether the list has a column of Latin names; without one they are left alone where none is found.
    """
    names, latin = cells.names or ("",), cells.latin or ("",)
    naming = _Naming(names[0], latin[0], [])
    naming.also(names[1:], Field.NAME)
    naming.also(latin[1:], Field.LATIN_NAME)
    if cells.parts:
        own = tuple(part for part in cells.parts if is_other_script(part[1]))
        others = tuple(part for part in cells.parts if not is_other_script(part[1]))
        for parts in (own, others):
            if parts:
                naming.join(parts)
    if not naming.name:
        naming.name = naming.latin
        naming.notes.append(Note(Remark.LATIN_NAME_USED))
    if is_odd_name(naming.name):
        naming.notes.append(Note(Remark.NAME_ODD, {"value": naming.name[:60]}))
    values: dict[str, Value] = {Field.NAME: naming.name}
    if has_latin or naming.latin:
        values[Field.LATIN_NAME] = naming.latin
    return values, tuple(naming.notes)


def part_values(parts: tuple[Part, ...], fields: Iterable[Field]) -> Iterator[tuple[str, Value]]:
    """Yield the family and the given names of a list that has them apart, each with what belongs to it."""
    for field, belonging in ((Field.FAMILY, Field.PARTICLE), (Field.GIVEN, Field.MIDDLE)):
        if field in fields:
            own = [part for part in parts if part[0] in {field, belonging}]
            first = tuple(part for part in own if is_other_script(part[1])) or tuple(own)
            yield field, joined_from(first)


def joined_from(parts: Iterable[Part]) -> str:
    """Return parts of a name in one; Chinese parts without a blank, the family name first."""
    texts = tuple(parts)
    if any(_IN_ONE.search(text) for field, text in texts if field in {Field.FAMILY, Field.GIVEN}):
        return "".join(text for _, text in sorted(texts, key=lambda part: part[0] is not Field.FAMILY))
    return " ".join(text for _, text in texts)
