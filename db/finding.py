"""The index that finds people as a name is typed, by any part of it in any script.

The tables hold nothing that cannot be made again from the delegates.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from itertools import groupby, islice
from operator import itemgetter

import sqlalchemy as sa
from msgspec import structs
from sqlalchemy import Connection

from checkin_app.domain.badge_numbers import TypedNumber, has_digits, read_number
from checkin_app.domain.delegates import Delegate
from checkin_app.domain.ids import DelegateId
from checkin_app.domain.names.order import by_delegation, by_name
from checkin_app.domain.names.pinyin import PinyinTable, is_han
from checkin_app.domain.names.search_keys import (
    SHORTEST_TYPO,
    KeyField,
    Question,
    SearchKeys,
    keys_of,
    other_wordings,
    question,
)
from checkin_app.services.ports.people import Hit, SearchHitKind
from db import finding_rows
from db.engine import Link
from db.finding_rows import IN_USE, RENEWED, Indexed
from db.finding_stages import NAME_FIELDS, WORD_FIELDS, Stage, joined_stages, looser_stages, stages, words_stages
from db.finding_terms import Terms, exact
from db.typos import KnownWords

#: The form of these tables and of the keys in them; raise it with either, and stores are indexed anew as they open.
FORM = 6

#: Every key begins with its field, so a field's matches are one list in the order of rows: nothing is sorted or
#: filtered, however many match.  The tokenizer is ``ascii``, which takes every letter beyond ASCII as it is: all
#: folding is the domain's, by one version of Unicode (``unicode61`` would part words of New Tai Lue at each vowel).
_TABLES = ("keys", "rows", "words", "order")
_CREATE = (
    """CREATE VIRTUAL TABLE {0}_keys USING fts5(
        keys, content='', contentless_delete=1, detail=none, tokenize='ascii', prefix='2 3 4 5')""",
    "INSERT INTO {0}_keys({0}_keys, rank) VALUES('hashsize', 16777216)",
    "CREATE TABLE {0}_rows(row INTEGER PRIMARY KEY, delegate_id TEXT NOT NULL UNIQUE, place TEXT NOT NULL)",
    "CREATE TABLE {0}_words(id INTEGER PRIMARY KEY, word TEXT NOT NULL UNIQUE)",
    "CREATE TABLE {0}_order(place TEXT, delegate_id TEXT, PRIMARY KEY(place, delegate_id)) WITHOUT ROWID",
)
#: Everybody in the order of the directory: no 100 000 people have to be sorted for it.
ORDER = sa.table("finding_order", sa.column("place", sa.Text), sa.column("delegate_id", sa.Text))
_FIND = (
    "SELECT delegate_id FROM finding_keys JOIN finding_rows ON finding_rows.row = finding_keys.rowid"
    " WHERE finding_keys MATCH ? LIMIT ?"
)
#: By what a voided record is found.
_NAMES = ("name", "latin_name", "family", "given")
_NAMELESS = Delegate(DelegateId(""), "")
_CHUNK = 500
_DELEGATIONS = 2000
"""Delegations whose place in the directory is kept at hand."""
_FEW = 3
"""Fewer people than these found, and similar spellings are looked for too."""

_WHOLE = (KeyField.BADGE, KeyField.REGISTRATION)
_SHORT = (KeyField.SHORT_BADGE, KeyField.SHORT_REGISTRATION)
_MOST_BEARERS = 20
"""People who bear one number; a list that gives it to more has no numbers."""

Waiting = Callable[[Sequence[DelegateId]], AbstractSet[DelegateId]]
"""Of these delegates, who is expected here and not yet in."""


def create(connection: Connection, tables: str = IN_USE) -> None:
    for statement in _CREATE:
        connection.exec_driver_sql(statement.format(tables))


def drop(connection: Connection, tables: str = IN_USE) -> None:
    for table in _TABLES:
        connection.exec_driver_sql(f"DROP TABLE IF EXISTS {tables}_{table}")


def swap(connection: Connection) -> None:
    """Put the index that was made anew in the place of the one in use."""
    drop(connection)
    for table in _TABLES:
        connection.exec_driver_sql(f"ALTER TABLE {RENEWED}_{table} RENAME TO {IN_USE}_{table}")


def lacking(connection: Connection, delegates: Sequence[DelegateId]) -> list[DelegateId]:
    """Return those of `delegates` who are not in the index that is made anew."""
    marks = ",".join("?" * len(delegates))
    known = f"SELECT delegate_id FROM {RENEWED}_rows WHERE delegate_id IN ({marks})"  # noqa: S608 - question marks only
    there = {row[0] for row in connection.exec_driver_sql(known, tuple(delegates))}
    return [each for each in delegates if each not in there]


class Finder:
    """Finds people; holds the words that typos are compared with, and may be shared by threads."""

    def __init__(self, pinyin: Callable[[], PinyinTable]) -> None:
        self._pinyin = pinyin
        self._known = KnownWords()
        self._ready: dict[DelegateId, tuple[Delegate, SearchKeys]] = {}
        self._delegation = lru_cache(_DELEGATIONS)(lambda delegation: by_delegation(delegation, pinyin()))

    def index(
        self,
        link: Link,
        rows: Iterable[Delegate],
        gone: Sequence[DelegateId] = (),
        voided: Sequence[Delegate] = (),
    ) -> None:
        """Make `rows` findable as they are now, and `gone` no longer; what they were found by before is forgotten.

        A `voided` record is found by its names alone, and stands in no order: who stands for it does.

        People indexed together are found in the order of their names.
        """
        known = list(rows)
        for tables in finding_rows.sets_of_tables(link):
            finding_rows.forget(link, gone, tables)
            self.index_into(link, tables, known)
            self.index_voided(link, tables, voided)

    def index_voided(self, link: Link, tables: str, voided: Sequence[Delegate]) -> None:
        """Index the names of voided records in one set of tables."""
        if voided:
            finding_rows.forget(link, [each.id for each in voided], tables)
            known = [
                structs.replace(_NAMELESS, id=each.id, **{name: getattr(each, name) for name in _NAMES})
                for each in voided
            ]
            indexed = [Indexed(each.id, "", keys_of(each, self._pinyin())) for each in known]
            finding_rows.insert(link, tables, indexed, ordered=False)

    def index_into(self, link: Link, tables: str, rows: Iterable[Delegate]) -> None:
        """Index `rows` in one set of tables."""
        table = self._pinyin()
        latest = {each.id: each for each in rows}
        read = [(self.place(each.name, each.latin_name), each) for each in latest.values()]
        ordered = iter(sorted(read, key=itemgetter(0)))
        while chunk := tuple(islice(ordered, _CHUNK)):
            finding_rows.forget(link, [who.id for _, who in chunk], tables)
            finding_rows.insert(link, tables, [self._indexed(who, place, table) for place, who in chunk])

    def ready(self) -> Callable[[Delegate], None]:
        """Forget whom anybody made ready who was not indexed after all; return what makes others ready."""
        self._ready.clear()
        return self.make_ready

    def make_ready(self, who: Delegate) -> None:
        """Work out by what somebody is found who is indexed soon: for a time in which nothing else can be done."""
        self._ready[who.id] = who, keys_of(who, self._pinyin())

    def _indexed(self, who: Delegate, place: str, table: PinyinTable) -> Indexed:
        ready = self._ready.pop(who.id, None)
        keys = ready[1] if ready and ready[0] == who else keys_of(who, table)
        return Indexed(who.id, self._delegation(who.delegation) + place, keys)

    def in_order(self, rows: Iterable[Delegate]) -> list[Delegate]:
        """Return people by name, as they are read."""
        return sorted(rows, key=lambda each: (self.place(each.name, each.latin_name), each.id))

    def place(self, name: str, latin_name: str) -> str:
        """Return what people of this name are ordered by among others."""
        return by_name(name, latin_name, self._pinyin())

    def find(self, connection: Connection, text: str, limit: int, waiting: Waiting | None = None) -> list[Hit]:
        """Return up to `limit` people whom `text` may mean, best first; any text is safe.

        Within one kind of hit, those whom `waiting` names come first.
        """
        asked = question(text)
        if not asked.words or limit <= 0:
            return []
        bearers = _bearers(connection, text, limit)
        found = dict.fromkeys(bearers, SearchHitKind.NUMBER)
        terms = Terms(connection)
        _look_for(asked, text, terms, found, limit)
        meant = asked
        for wording in other_wordings(text):
            other = question(wording)
            if len(found) < limit and not _is_a_name(asked, other, terms):
                _look_for(other, wording, terms, found, limit)
                meant = other
        # The letters of a laptop's walk-ins, or of a list's numbers, while they are typed.
        if not has_digits(text):
            part = SearchHitKind.PART, terms.beginning(KeyField.NUMBER, asked.joined[:1])
            _collect(connection, (part,), found, limit)
        if len(found) < min(_FEW, limit):
            _collect(connection, looser_stages(asked, text, terms, found), found, limit)
        if len(found) < min(_FEW, limit):
            _collect(connection, self._typo_stages(connection, meant, sure=bool(found)), found, limit)
        hits = [Hit(delegate, kind, bearers.get(delegate)) for delegate, kind in found.items()]
        return hits if waiting is None else _waiting_first(hits, waiting)

    def bearers(self, connection: Connection, text: str) -> list[Hit]:
        """Return everybody whose number `text` is, exactly or but for leading zeros, with the issue typed."""
        bearers = _bearers(connection, text, _MOST_BEARERS)
        return [Hit(delegate, SearchHitKind.NUMBER, issue) for delegate, issue in bearers.items()]

    def look_alikes(self, connection: Connection, name: str, latin_name: str, limit: int) -> list[DelegateId]:
        """Return up to `limit` people named so or nearly so: same letters, same pinyin, or a typo apart.

        A number typed for a name shows who bears it.
        """
        found: dict[DelegateId, SearchHitKind] = {}
        asked = [each for each in map(question, (latin_name, name)) if each.words]
        for typed in (latin_name, name):
            found |= dict.fromkeys(_bearers(connection, typed, limit), SearchHitKind.NUMBER)
        stages = [(SearchHitKind.NAME, exact(KeyField.NAME, each.joined)) for each in asked]
        _collect(connection, stages, found, limit)
        for each in asked:
            if len(found) < limit:
                _collect(connection, self._typo_stages(connection, each), found, limit)
        return list(found)

    def namesakes(self, connection: Connection, name: str, latin_name: str, limit: int) -> list[DelegateId]:
        """Return up to `limit` people who are named just so, in either script."""
        found: dict[DelegateId, SearchHitKind] = {}
        asked = [each for each in map(question, (latin_name, name)) if each.words]
        _collect(connection, [(SearchHitKind.NAME, exact(KeyField.NAME, each.joined)) for each in asked], found, limit)
        return list(found)

    def _typo_stages(self, connection: Connection, asked: Question, *, sure: bool = False) -> Iterator[Stage]:
        """Yield what `asked` may have meant: the same sound in other Han characters, then other letters.

        Where somebody was found already (`sure`) by several words that are all known, nothing was mistyped.
        """
        if is_han(asked.joined[0]):
            readings = {"".join(reading) for reading in self._pinyin().readings(asked.joined[0])}
            if readings and len(asked.joined[0]) > 1:
                yield SearchHitKind.TYPO, exact(KeyField.NAME, sorted(readings))
            return
        if asked.digits:
            return
        likely = [self._known.like(connection, word) for word in asked.words]
        if sure and len(likely) > 1 and all(map(_is_known, asked.words, likely)):
            return
        if any(likely):
            terms = Terms(connection)
            for fields in (NAME_FIELDS, WORD_FIELDS):
                meant = [terms.meant(word, like, fields) for word, like in zip(asked.words, likely, strict=True)]
                yield SearchHitKind.TYPO, " AND ".join(meant)


def _is_known(word: Sequence[str], likely: Sequence[str]) -> bool:
    """Return whether a word is spelt as somebody's is, or too short to be mistyped."""
    return len(word[0]) < SHORTEST_TYPO or not frozenset(word).isdisjoint(likely)


def _collect(
    connection: Connection, stages: Iterable[Stage], found: dict[DelegateId, SearchHitKind], limit: int
) -> None:
    """Add to `found` what each stage finds, until `limit` people are there; the first kind found stays."""
    for kind, wanted in stages:
        if not wanted:
            continue
        rows = connection.exec_driver_sql(_FIND, (wanted, limit))
        for (delegate,) in rows:
            if len(found) < limit:
                found.setdefault(delegate, kind)
        if len(found) >= limit:
            return


def _bearers(connection: Connection, text: str, limit: int) -> dict[DelegateId, int | None]:
    """Return whose number a typed text is, with the issue typed: letter for letter, else without leading zeros."""
    readings = read_number(text)
    whole = _who_bear(connection, readings, _WHOLE, limit)
    return whole or _who_bear(connection, [each for each in readings if _ends(connection, each)], _SHORT, limit)


def _who_bear(
    connection: Connection, readings: Iterable[TypedNumber], fields: tuple[KeyField, KeyField], limit: int
) -> dict[DelegateId, int | None]:
    found: dict[DelegateId, int | None] = {}
    for reading in readings:
        # The number of a registration, which is the second field, has no issue.
        wanted = " OR ".join(exact(field, (reading.key,)) for field in (fields[:1] if reading.issue else fields))
        rows = connection.exec_driver_sql(_FIND, (wanted, limit))
        found |= {DelegateId(row[0]): reading.issue for row in rows}
    return dict(islice(found.items(), limit))


def _ends(connection: Connection, reading: TypedNumber) -> bool:
    """Return whether a number was typed to its end, so that it may lack zeros: nobody's number goes on after it."""
    if reading.issue:
        return True
    longer = " OR ".join(f'"{field}{reading.key}"*' for field in _WHOLE)
    return connection.exec_driver_sql(_FIND, (longer, 1)).first() is None


def _finds_others(
    connection: Connection, asked: Question, terms: Terms, found: Mapping[DelegateId, SearchHitKind], limit: int
) -> bool:
    """Return whether several words mean anybody who is not found yet: looking in each field costs five times this."""
    if len(found) >= limit:
        return False
    rows = connection.exec_driver_sql(_FIND, (terms.everywhere(asked.words), limit))
    return any(delegate not in found for (delegate,) in rows)


def _look_for(asked: Question, text: str, terms: Terms, found: dict[DelegateId, SearchHitKind], limit: int) -> None:
    """Add to `found` whom one wording means, as it is spelt."""
    connection = terms.connection
    _collect(connection, stages(asked, text, terms), found, limit)
    if len(asked.words) > 1:
        if _finds_others(connection, asked, terms, found, limit):
            _collect(connection, words_stages(asked.words, terms), found, limit)
        _collect(connection, joined_stages(asked.words, terms), found, limit)


def _is_a_name(asked: Question, other: Question, terms: Terms) -> bool:
    """Return whether what another wording leaves out of a question is a name of somebody who has the rest of it."""
    kept = {word[0] for word in other.words}
    parts = [
        terms.anywhere(word) if word[0] in kept else " OR ".join(exact(field, word) for field in NAME_FIELDS)
        for word in asked.words
    ]
    wanted = " AND ".join(f"({each})" for each in parts)
    return terms.connection.exec_driver_sql(_FIND, (wanted, 1)).first() is not None


def _waiting_first(hits: list[Hit], waiting: Waiting) -> list[Hit]:
    first = waiting([hit.delegate for hit in hits])
    runs = groupby(hits, lambda hit: hit.kind)
    return [hit for _, run in runs for hit in sorted(run, key=lambda hit: hit.delegate not in first)]
