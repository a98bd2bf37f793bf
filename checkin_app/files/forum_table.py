"""One table of a forum file, read key by key; every mistake names its line, what was expected and what was found."""

import difflib
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timezone, tzinfo
from typing import Any

from checkin_app.domain.details import Expected
from checkin_app.domain.forum import Language, Words
from checkin_app.domain.problems import ForumFileInvalid
from checkin_app.domain.texts import Detail, Phrase
from checkin_app.files.forum_terms import Stands, Wanted
from checkin_app.files.time_zones import offset_of, offsets_at
from checkin_app.runtime.toml_lines import Path, line_of

_LONGEST_TEXT = 300
_LONGEST_SHOWN = 60
_MOST_ELEMENTS = 500
#: Doors open before a session and other time zones are ahead: neither may run past the calendar's ends.
_YEARS = range(2000, 2200)
#: Control, private-use, surrogate and unassigned characters; line and paragraph separators.
_NOT_FOR_PEOPLE = frozenset({"Cc", "Co", "Cs", "Cn", "Zl", "Zp"})


@dataclass(frozen=True, slots=True)
class Source:
    """The file that is read."""

    name: str
    text: str

    def invalid(self, path: Path, expected: Detail, found: Detail) -> ForumFileInvalid:
        problem = ForumFileInvalid(file=self.name, line=line_of(self.text, path), expected=expected, found=found)
        problem.path = path
        return problem


@dataclass(frozen=True, slots=True)
class Table:
    """A table at `path`; what it may hold is said by the calls that read it."""

    source: Source
    path: Path
    values: Mapping[str, Any]

    def invalid(self, key: str, expected: Detail, found: Detail) -> ForumFileInvalid:
        return self.source.invalid((*self.path, key), expected, found)

    def wrong(self, key: str, expected: Detail) -> ForumFileInvalid:
        """Return what to say of the value that stands at `key`."""
        return self.invalid(key, expected, in_words(self.values[key]))

    def wrong_element(self, key: str, place: int, expected: Detail) -> ForumFileInvalid:
        return self.source.invalid((*self.path, key, place), expected, in_words(self.values[key][place]))

    def allow(self, known: Iterable[str]) -> None:
        """Raise ForumFileInvalid for a key that is not among `known`."""
        names = tuple(known)
        for key in self.values:
            if key not in names:
                raise self.invalid(key, one_of(names, key), Stands.UNKNOWN_KEY.of(key=quoted(key)))

    def value(self, key: str, kind: type, expected: Detail) -> Any:
        """Return the value of a key that must be there and of `kind`."""
        if key not in self.values:
            raise self.source.invalid(self.path, Wanted.THE_KEY.of(key=quoted(key), expected=expected), Stands.NONE)
        value = self.values[key]
        if not isinstance(value, kind) or isinstance(value, bool):
            raise self.wrong(key, expected)
        return value

    def text(self, key: str, pattern: re.Pattern[str], expected: Detail) -> str:
        value: str = self.value(key, str, expected)
        if not pattern.fullmatch(value):
            raise self.wrong(key, expected)
        return value

    def number(self, key: str, low: int, high: int) -> int:
        expected = Wanted.NUMBER.of(least=low, most=high)
        value: int = self.value(key, int, expected)
        if not low <= value <= high:
            raise self.wrong(key, expected)
        return value

    def flag(self, key: str) -> bool:
        """Return a truth, which is false where nothing is said."""
        held = self.values.get(key, False)
        if not isinstance(held, bool):
            raise self.wrong(key, Wanted.FLAG)
        return held

    def choice(self, key: str, known: Iterable[str]) -> str:
        names = tuple(known)
        value: str = self.value(key, str, one_of(names))
        if value not in names:
            raise self.wrong(key, one_of(names, value))
        return value

    def choices(self, key: str, known: Iterable[str]) -> tuple[str, ...]:
        """Return the texts of an array, each of them known and none of them twice."""
        names = tuple(known)
        for place, value in enumerate(values := self.array(key)):
            if value not in names:
                raise self.wrong_element(key, place, one_of(names, str(value)))
            if value in values[:place]:
                raise self.wrong_element(key, place, Wanted.ONCE)
        return tuple(values)

    def array(self, key: str) -> list[Any]:
        expected = Wanted.ARRAY.of(most=_MOST_ELEMENTS)
        values: list[Any] = self.value(key, list, expected)
        if not 1 <= len(values) <= _MOST_ELEMENTS:
            raise self.wrong(key, expected)
        return values

    def moment(self, key: str, zone: tzinfo | None = None) -> datetime:
        """Return a moment with its offset: the one it carries, which must be that of a `zone`, or else the zone's."""
        expected = Wanted.MOMENT_OF_ZONE if zone else Wanted.MOMENT
        value: datetime = self.value(key, datetime, expected)
        if value.year not in _YEARS or (value.tzinfo is None and zone is None):
            raise self.wrong(key, expected)
        if zone is None:
            return value
        if value.tzinfo is None:
            return value.replace(tzinfo=self._offset_at(key, value, zone))
        there = offset_of(value, zone)
        if there != value.utcoffset():
            raise self.wrong(key, Wanted.OFFSET_THERE.of(right=str(value.astimezone(timezone(there)))))
        return value

    def _offset_at(self, key: str, clock: datetime, zone: tzinfo) -> timezone:
        offsets = offsets_at(clock, zone)
        if not offsets:
            raise self.invalid(key, Wanted.NO_GAP, str(clock))
        if len(offsets) > 1:
            first, second = (str(clock.replace(tzinfo=each)) for each in offsets)
            raise self.invalid(key, Wanted.ONE_OFFSET.of(first=first, second=second), str(clock))
        return offsets[0]

    def days(self, key: str) -> tuple[date, ...]:
        for place, value in enumerate(values := self.array(key)):
            if type(value) is not date:
                raise self.wrong_element(key, place, Expected.DATE)
            if value in values[:place]:
                raise self.wrong_element(key, place, Wanted.DATE_ONCE)
        return tuple(values)

    def tables(self, key: str) -> Iterator["Table"]:
        """Return the tables of an array of tables that must not be empty."""
        values = self.array(key)
        for place, value in enumerate(values):
            if not isinstance(value, dict):
                raise self.wrong_element(key, place, Wanted.TABLE)
        return (Table(self.source, (*self.path, key, place), value) for place, value in enumerate(values))

    def words(self, key: str, languages: tuple[Language, ...], *, optional: bool = False) -> Words:
        """Return a text that must be there in every language of the forum."""
        if optional and key not in self.values:
            return Words({})
        expected = Wanted.TEXTS.of(languages=", ".join(languages))
        inner = Table(self.source, (*self.path, key), self.value(key, dict, expected))
        return inner.in_each(languages)

    def in_each(self, languages: tuple[Language, ...]) -> Words:
        """Return the words that this whole table is."""
        self.allow(languages)
        return Words({language: self.plain(language) for language in languages})

    def plain(self, key: str, most: int = _LONGEST_TEXT) -> str:
        """Return a text of one line for people to read."""
        expected = Wanted.TEXT.of(most=most)
        value: str = self.value(key, str, expected)
        if not value.strip() or len(value) > most or not _readable(value):
            raise self.wrong(key, expected)
        return value.strip()


def each_once(tables: Iterable[Table], key: str) -> None:
    """Raise ForumFileInvalid where two of `tables` say the same at `key`, whatever its case."""
    seen: set[str] = set()
    for table in tables:
        value = str(table.values[key]).casefold()
        if value in seen:
            raise table.wrong(key, Wanted.UNIQUE.of(key=quoted(key)))
        seen.add(value)


def one_of(names: tuple[str, ...], found: str = "") -> Phrase:
    """Return the choices, and which one may have been meant."""
    meant = difflib.get_close_matches(found, names, n=1) if found else []
    known = ", ".join(names)
    return Wanted.ONE_OF_MEANT.of(known=known, meant=quoted(meant[0])) if meant else Expected.ONE_OF.of(known=known)


def quoted(text: str) -> str:
    shown = text if len(text) <= _LONGEST_SHOWN else text[:_LONGEST_SHOWN] + "…"
    return "“" + "".join(each if _readable(each) else "�" for each in shown) + "”"


def in_words(value: object) -> Detail:
    """Return what a value of the file is, in words."""
    words: Detail
    match value:
        case str():
            words = quoted(value)
        case bool():
            words = "true" if value else "false"
        case int() if abs(value) >= 10**18:
            words = Stands.LONG_NUMBER
        case datetime() if value.tzinfo is None:
            words = Stands.NO_OFFSET.of(moment=str(value))
        case list():
            words = Stands.ARRAY.of(count=len(value))
        case dict():
            words = Stands.TABLE
        case _:
            words = str(value)
    return words


def _readable(text: str) -> bool:
    # What Python holds printable is in none of them, which is known at once; a joiner or a mark of direction is looked at.
    return text.isprintable() or all(unicodedata.category(each) not in _NOT_FOR_PEOPLE for each in text)
