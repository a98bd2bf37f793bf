"""What a store gives another, row by row: one that is no fact, or no document, costs only itself."""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from typing import Any

import sqlalchemy as sa

from checkin_app.domain.chain import Why
from checkin_app.domain.facts import Aspect, Fact
from checkin_app.domain.forum import Forum
from checkin_app.domain.ids import Digest, FactId, LogId, StationId, Subject, forum_subject, station_id
from checkin_app.domain.problems import ChainBroken, ForumFileInvalid, ProjectionsDiffer, StoreCorrupt
from checkin_app.services.kept_out import KeptOutFact, Offered
from db import codec, journal, schema
from db.engine import Link, Prepared
from db.shapes import is_readable
from db.statements import among

_DIGEST = re.compile(rb"[0-9a-f]{64}")
_facts, _documents = schema.facts, schema.documents
_bind = sa.bindparam
_UNFIT = (StoreCorrupt, ChainBroken)
#: The logs that facts stand in, whatever the table of logs says of them; one look-up in the index for each.  As bytes,
#: since a name may be no text at all.
_LOG_IDS = """
    WITH RECURSIVE ids(id) AS (
        SELECT min(log_id) FROM facts
        UNION ALL SELECT (SELECT min(log_id) FROM facts WHERE log_id > id) FROM ids WHERE id IS NOT NULL
    )
    SELECT CAST(id AS BLOB) FROM ids WHERE typeof(id) = 'text'
"""
#: The same as the table of logs says it, where the index of facts is damaged.
_LISTED_LOG_IDS = "SELECT CAST(log_id AS BLOB) FROM logs WHERE typeof(log_id) = 'text'"
_MISPLACED = "SELECT count(*) FROM facts WHERE typeof(log_id) != 'text' OR typeof(seq) != 'integer' OR seq < 1"
_NEXT = Prepared(
    sa.select(sa.func.min(_facts.c.seq)).where(
        _facts.c.log_id == _bind("log_id"), _facts.c.seq > _bind("seq"), sa.func.typeof(_facts.c.seq) == "integer"
    )
)
_ENROLMENTS = (
    f"SELECT CAST(log_id AS BLOB), seq FROM facts WHERE aspect = '{Aspect.STATION.value}' AND typeof(seq) = 'integer'"  # noqa: S608 - the word is our own
)
_STATION_KEYS = "SELECT CAST(public_key AS BLOB) FROM stations"
_THERE = Prepared(sa.select(_documents.c.digest).where(_documents.c.digest.in_(among("digests"))))
#: Two columns tell of an adoption, and one may be spoilt.
_FORUM = """
    SELECT CAST(subject AS BLOB), CAST(coalesce(document, '') AS BLOB) FROM facts
    WHERE aspect = 'forum' OR kind = 'forum.adopted' ORDER BY arrival LIMIT 1
"""


class Offers:
    """What others can be given of a store, whole or damaged."""

    def __init__(self, link: Link) -> None:
        self._link = link

    def _settle(self, only: Subject | Aspect | None = None) -> None:
        """Bring the projections of one subject or aspect, or all, up to what was recorded; nothing was, here."""

    def offered(self, vector: Mapping[LogId, int], limit: int) -> Offered:
        self._settle()
        return offered(self._link, vector, limit)

    def misplaced(self) -> int:
        self._settle()
        return misplaced(self._link)

    def station_keys(self) -> Mapping[StationId, bytes]:
        self._settle()
        return station_keys(self._link)

    def documents_of(self, facts: Iterable[Fact]) -> Mapping[Digest, bytes]:
        self._settle()
        return documents_of(self._link, facts)

    def documents_named(self, digests: Sequence[Digest]) -> Mapping[Digest, bytes]:
        self._settle()
        return documents_named(self._link, digests)

    def spoilt_documents(self, digests: Sequence[Digest]) -> Sequence[Digest]:
        self._settle()
        return spoilt_documents(self._link, digests)


def offered(link: Link, vector: Mapping[LogId, int], limit: int) -> Offered:
    """Return at most `limit` facts that `vector` lacks, each log's in sequence, and what stands there and is none."""
    facts: list[Fact] = []
    malformed: list[KeptOutFact] = []
    for log_id in _logs(link):
        known = vector.get(log_id, 0)
        while len(facts) + len(malformed) < limit:
            some = _above(link, log_id, known, limit - len(facts) - len(malformed))
            if some is None:
                break
            facts += some.facts
            malformed += some.malformed
            known = some.reached[log_id]
    return Offered(tuple(facts), tuple(malformed))


def misplaced(link: Link) -> int:
    """Return how many rows stand in no place of any log."""
    return int(link.script(_MISPLACED)[0][0])


def documents_of(link: Link, facts: Iterable[Fact]) -> Mapping[Digest, bytes]:
    """Return the documents that are here of those that `facts` name."""
    return documents_named(link, {digest for each in facts for digest in _documents_named(each)})


def documents_named(link: Link, digests: Iterable[Digest]) -> Mapping[Digest, bytes]:
    """Return those of the documents named that are here and are what their names say."""
    wanted = [*digests]
    try:
        rows = link.all(journal.DOCUMENTS, digests=json.dumps(wanted))
    except StoreCorrupt:
        if len(wanted) < 2:
            return {}
        half = len(wanted) // 2
        return {**documents_named(link, wanted[:half]), **documents_named(link, wanted[half:])}
    return {Digest(row[0]): row[1] for row in rows if journal.digest_of(row[1]) == row[0]}


def spoilt_documents(link: Link, digests: Sequence[Digest]) -> Sequence[Digest]:
    """Return those of the documents named that stand here and are not what their names say."""
    there = [Digest(row[0]) for row in link.all(_THERE, digests=json.dumps([*digests]))]
    whole = documents_named(link, there)
    return [each for each in there if each not in whole]


def station_keys(link: Link) -> Mapping[StationId, bytes]:
    """Return the keys of the stations that are known here, as far as they can be read; an id is its key's digest."""
    keys = [found for row in _read(link, _STATION_KEYS) if (found := _key(row[0]))]
    for place in _read(link, _ENROLMENTS):
        fact = _at(link, *place)
        if fact and is_readable(fact) and (found := _key(str(fact.content.get("public_key")).encode())):
            keys.append(found)
    return {station_id(key): key for key in keys}


def forum_adopted(link: Link, parse: Callable[[bytes], Forum]) -> Subject | None:
    """Return the forum that a store was made for, as its adoption says it, or the file adopted; None where neither does."""
    for subject, document in _read(link, _FORUM):
        if subject.startswith(b"forum:"):
            return Subject(subject.decode(errors="replace"))
        for content in documents_named(link, [Digest(document.decode(errors="replace"))]).values():
            with suppress(ForumFileInvalid):
                return forum_subject(parse(content).id)
    return None


def _documents_named(fact: Fact) -> list[Digest]:
    """Return the document a fact names; of one that cannot be read here, whatever may be the name of one."""
    derived = codec.read_off(fact)
    if derived.unread:
        return [Digest(found.decode()) for found in _DIGEST.findall(fact.body)]
    return [derived.document] if derived.document else []


def _logs(link: Link) -> Iterator[LogId]:
    for (name,) in _read(link, _LOG_IDS) or _read(link, _LISTED_LOG_IDS):
        try:
            yield LogId(name.decode())
        except UnicodeDecodeError:  # no log that anybody has written
            continue


def _above(link: Link, log_id: LogId, known: int, most: int) -> Offered | None:
    """Return what follows `known`, up to the first row that is no fact, or that row; None where nothing follows."""
    while True:
        try:
            rows = link.all(journal.FACTS_ABOVE, log_id=log_id, seq=known, most=most)
            facts = tuple(map(codec.fact, rows))
        except _UNFIT:
            if most == 1:
                return _malformed(link, log_id, known)
            most //= 2
            continue
        return Offered(facts, ()) if facts else None


def _malformed(link: Link, log_id: LogId, known: int) -> Offered | None:
    try:
        row = link.one(_NEXT, log_id=log_id, seq=known)
    except _UNFIT:  # no further than the damage
        return None
    return Offered((), (KeptOutFact(log_id, row[0], FactId(""), Why.MALFORMED),)) if row and row[0] else None


def _at(link: Link, log_id: bytes, seq: int) -> Fact | None:
    try:
        row = link.one(journal.FACT_AT, log_id=log_id.decode(errors="replace"), seq=seq)
        return codec.fact(row) if row else None
    except _UNFIT:
        return None


def _read(link: Link, sql: str) -> Sequence[tuple[Any, ...]]:
    try:
        return [row for row in link.script(sql) if None not in row]
    except StoreCorrupt:
        return []


def _key(text: bytes) -> bytes | None:
    try:
        return codec.public_key(text.decode())
    except (ProjectionsDiffer, UnicodeDecodeError):
        return None
