"""Whether a store holds together: chains, signatures, derived columns, documents, projections, pages."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import sqlalchemy as sa
from sqlalchemy.schema import CreateTable

from checkin_app.domain.facts import GENESIS, Aspect, Fact
from checkin_app.domain.ids import DelegateId, LogId, StationId, station_id, station_of
from checkin_app.domain.problems import ChainBroken, ProjectionsDiffer, StoreCorrupt
from db import codec, counting, finding, journal, schema, shapes
from db.codec import FACT_COLUMNS, ReadOff, read_off
from db.counting import Counted
from db.engine import Link, Prepared
from db.folding import Folding, Index
from db.journal import Head

_facts = schema.facts
_DERIVED = ("aspect", "target", "document", "unread")
_LOG = Prepared(
    sa.select(*(_facts.c[name] for name in (*FACT_COLUMNS, *_DERIVED)))
    .where(_facts.c.log_id == sa.bindparam("log_id"), _facts.c.seq > sa.bindparam("after"))
    .order_by(_facts.c.seq)
)
_NOTE = Prepared(
    sa.update(_facts)
    .where(_facts.c.log_id == sa.bindparam("in_log"), _facts.c.seq == sa.bindparam("at_seq"))
    .values({name: sa.bindparam(f"new_{name}") for name in _DERIVED})
)
#: By arrival: the stamps of a clock that runs ahead say nothing about what was written last.
_NEWEST = Prepared(sa.select(_facts.c.log_id).order_by(_facts.c.arrival.desc()).limit(1))
_LOG_IDS = Prepared(sa.select(_facts.c.log_id).distinct())
_ENROLMENTS = Prepared(
    sa.select(*(_facts.c[name] for name in FACT_COLUMNS)).where(_facts.c.aspect == Aspect.STATION.value)
)
_DOCUMENTS = Prepared(sa.select(schema.documents.c.digest, schema.documents.c.content))
_LAST_LINKS = 50


class Prover(Protocol):
    """Whatever proves signatures."""

    def holds(self, public_key: bytes, message: bytes, signature: bytes) -> bool: ...


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What was verified."""

    facts: int
    logs: int
    documents: int
    unproven: int
    """Logs whose station's enrolment has not arrived: chained, their signatures were proven when they came."""
    rebuilt: tuple[str, ...] = ()
    """Projections that differed and were made anew."""

    def __str__(self) -> str:
        whole = f"{self.facts} facts in {self.logs} logs and {self.documents} documents are whole."
        unproven = f" {self.unproven} logs came before word of their station." if self.unproven else ""
        return whole + unproven + (f" Made anew: {', '.join(self.rebuilt)}." if self.rebuilt else "")


def check_newest_links(link: Link, prover: Prover) -> Mapping[LogId, Head]:
    """Verify the last links of the log that was written last: cheap enough for every opening.  Return all heads.

    Raises:
        ChainBroken: a link does not hold.
    """
    heads = journal.heads(link)
    row = link.one(_NEWEST)
    newest = heads.get(LogId(row[0])) if row else None
    if newest:
        after = max(0, newest.seq - _LAST_LINKS)
        keys = _keys(link)
        seen = _verify_log(link, newest, after, keys, prover)
        _must_reach(newest, seen)
    return heads


def check_journal(link: Link, prover: Prover) -> CheckReport:
    """Verify every log and document.

    Raises:
        ChainBroken: a fact was changed, removed or put in by somebody else.
        StoreCorrupt: a document is not what its name says, or SQLite finds its own pages damaged.
    """
    check_pages(link)
    heads = journal.heads(link)
    keys = _keys(link)
    strays = {row[0] for row in link.all(_LOG_IDS)} - set(heads)
    if strays:
        raise ChainBroken(log=min(strays), seq=1, detail="its log is not in the list of logs")
    for head in heads.values():
        _must_reach(head, _verify_log(link, head, 0, keys, prover))
    documents = _check_documents(link)
    unproven = sum(station_of(log_id) not in keys for log_id in heads)
    return CheckReport(sum(head.seq for head in heads.values()), len(heads), documents, unproven)


def check_projections(link: Link, index: Index, *, repair: bool) -> tuple[str, ...]:
    """Fold everything anew beside the projections and compare; return those that differ.

    With `repair`, which needs a writing transaction, they are replaced and the search index is made anew.
    """
    _make_room_aside(link)
    try:
        Folding(
            link, _unseen, Counted(link)
        ).rebuild()  # unqualified names mean the temporary tables while they are there
        differing = tuple(table.name for table in schema.PROJECTIONS if _differs(link, table))
        if repair:
            for name in differing:
                link.script(f"DELETE FROM main.{name}")  # noqa: S608 - the names are our own tables'
                link.script(f"INSERT INTO main.{name} SELECT * FROM temp.{name}")  # noqa: S608 - as above
    finally:
        for table in schema.PROJECTIONS:
            link.script(f"DROP TABLE IF EXISTS temp.{table.name}")
    if repair:
        index_anew(link, index)
    return differing


def create_index(link: Link) -> None:
    """Make the search index's tables, empty, and note the form of all that is derived."""
    finding.create(link.connection)
    link.script(f"PRAGMA user_version = {_form()}")


def _form() -> int:
    return shapes.FORM * 1000 + finding.FORM


def is_current(link: Link) -> bool:
    """Return whether what is derived from the facts is in the form that this version reads."""
    return link.script("PRAGMA user_version") == [(_form(),)]


def derive_anew(link: Link, index: Index) -> None:
    """Read every fact off again and make all that follows from it anew."""
    note_anew(link)
    counting.withhold_all(link)
    check_projections(link, index, repair=True)


def note_anew(link: Link) -> None:
    """Write beside every fact what this version makes of it."""
    for log_id in journal.heads(link):
        others = [(fact, read) for fact, noted in _entries(link, log_id, 0) if noted != (read := read_off(fact))]
        link.run(_NOTE, [_noted(fact, read) for fact, read in others])


def _noted(fact: Fact, read: ReadOff) -> Mapping[str, object]:
    place = {"in_log": fact.log_id, "at_seq": fact.seq}
    return place | {f"new_{name}": getattr(read, name) for name in _DERIVED}


def index_anew(link: Link, index: Index) -> None:
    """Make the search index from the delegates there are."""
    finding.drop(link.connection)
    create_index(link)
    columns = ", ".join(codec.DELEGATE_COLUMNS)
    index(link.connection, [codec.delegate(row) for row in link.script(f"SELECT {columns} FROM delegates")], ())  # noqa: S608 - as above


def must_agree(differing: Sequence[str]) -> None:
    if differing:
        raise ProjectionsDiffer(detail=", ".join(differing))


def _unseen(_connection: sa.Connection, _delegates: Iterable[Any], _gone: Sequence[DelegateId]) -> None:
    """Index nothing: what is rebuilt aside is only compared."""


def _make_room_aside(link: Link) -> None:
    for table in schema.PROJECTIONS:
        link.script(f"DROP TABLE IF EXISTS temp.{table.name}")
        text = str(CreateTable(table).compile(dialect=link.connection.dialect)).strip()
        link.script(text.replace("CREATE TABLE ", "CREATE TEMP TABLE ", 1))


def _differs(link: Link, table: sa.Table) -> bool:
    here, aside = f"SELECT * FROM main.{table.name}", f"SELECT * FROM temp.{table.name}"  # noqa: S608 - as above
    return bool(
        link.script(f"SELECT 1 FROM ({here} EXCEPT {aside}) LIMIT 1")  # noqa: S608 - as above
        or link.script(f"SELECT 1 FROM ({aside} EXCEPT {here}) LIMIT 1")  # noqa: S608 - as above
    )


def check_pages(link: Link) -> None:
    """Let SQLCipher and SQLite prove every page.

    Raises:
        StoreCorrupt: one is damaged.
    """
    faults = link.script("PRAGMA cipher_integrity_check") or link.script("PRAGMA integrity_check(5)")
    if faults and faults != [("ok",)]:
        raise StoreCorrupt(folder=str(link.folder), detail=str(faults[0][0]))


def _keys(link: Link) -> Mapping[StationId, bytes]:
    """Return the stations' keys; a station's id is the digest of its key, so none can be put in its place."""
    enrolments = filter(shapes.is_readable, map(codec.fact, link.all(_ENROLMENTS)))
    keys = [bytes.fromhex(each.content["public_key"]) for each in enrolments]
    return {station_id(key): key for key in keys}


def _verify_log(link: Link, head: Head, after: int, keys: Mapping[StationId, bytes], prover: Prover) -> Head:
    key = keys.get(station_of(head.log_id))  # none for a log that came before its station's enrolment did
    reached = Head(head.log_id, after, GENESIS)
    for fact, derived in _entries(link, head.log_id, after):
        detail = _fault(fact, reached, derived, first=reached.seq == after and after > 0)
        if not detail and key and not prover.holds(key, fact.signed_bytes(), fact.signature):
            detail = "its signature does not hold"
        if detail:
            raise ChainBroken(log=head.log_id, seq=reached.seq + 1, detail=detail)
        reached = Head(head.log_id, fact.seq, fact.hash())
    return reached


def _entries(link: Link, log_id: LogId, after: int) -> Iterator[tuple[Fact, ReadOff]]:
    for row in link.each(_LOG, log_id=log_id, after=after):
        yield codec.fact(row), ReadOff(*row[len(FACT_COLUMNS) :])


def _fault(fact: Fact, before: Head, derived: ReadOff, *, first: bool) -> str:
    if fact.seq != before.seq + 1:
        return "it is missing"
    if not first and fact.prev_hash != before.hash:
        return "the fact before it was changed"
    if derived != read_off(fact):
        return "what was noted beside it is not what it says"
    return ""


def _must_reach(head: Head, reached: Head) -> None:
    if (head.seq, head.hash) != (reached.seq, reached.hash):
        raise ChainBroken(log=head.log_id, seq=reached.seq + 1, detail="the end of the log is not where it was")


def _check_documents(link: Link) -> int:
    count = 0
    for digest, content in link.each(_DOCUMENTS):
        count += 1
        if hashlib.sha256(content).hexdigest() != digest:
            raise StoreCorrupt(folder=str(link.folder), detail=f"document {digest[:12]} is not what its name says")
    return count
