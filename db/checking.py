"""Whether a store holds together: chains, signatures, derived columns, documents, projections, pages."""

import hashlib
import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import Protocol

import sqlalchemy as sa
from sqlalchemy.schema import CreateTable

from checkin_app.domain.chain import Head
from checkin_app.domain.details import StoreFault
from checkin_app.domain.facts import GENESIS, Fact
from checkin_app.domain.ids import LogId, StationId, station_id, station_of
from checkin_app.domain.kinds import registry
from checkin_app.domain.kinds.body import Aspect
from checkin_app.domain.kinds.stations import OfStation
from checkin_app.domain.problems import ChainBroken, ProjectionsDiffer, StoreCorrupt
from checkin_app.domain.upgrade import UpgradeStep
from checkin_app.services.ports.progress import Progress, ToldUpgrade, untold
from checkin_app.services.ports.upkeep import CheckReport
from db import counting, finding, records
from db.counting import Counted
from db.engine import Link, Prepared
from db.folding import Folding, unseen
from db.log.documents import each as each_document
from db.log.heads import heads_of
from db.log.rows import COLUMNS, ReadOff, fact_of, read_off
from db.log.tables import facts
from db.projections import merges, people
from db.projections.projection import Index
from db.projections.registry import KEYS, TABLES

_facts = facts
_DERIVED = ("aspect", "target", "document", "unread")
_LOG = Prepared(
    sa.select(*COLUMNS, *(_facts.c[name] for name in _DERIVED))
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
_ENROLMENTS = Prepared(sa.select(*COLUMNS).where(_facts.c.aspect == Aspect.STATION.value))
_LAST_LINKS = 50
#: Facts between two words of how far the proof is.
_TOLD = 100


class Prover(Protocol):
    """Whatever proves signatures."""

    def holds(self, public_key: bytes, message: bytes, signature: bytes) -> bool: ...


def check_newest_links(link: Link, prover: Prover) -> Mapping[LogId, Head]:
    """Verify the last links of the log that was written last: cheap enough for every opening.  Return all heads.

    Raises:
        ChainBroken: a link does not hold.
    """
    heads = heads_of(link)
    row = link.one(_NEWEST)
    newest = heads.get(LogId(row[0])) if row else None
    if newest:
        begin = Head(newest.log_id, max(0, newest.seq - _LAST_LINKS), GENESIS)
        _must_reach(newest, _verify_log(link, begin, _keys(link), prover))
    return heads


def check_log(link: Link, prover: Prover, progress: Progress = untold) -> CheckReport:
    """Verify every log and document.

    Raises:
        ChainBroken: a fact was changed, removed or put in by somebody else.
        StoreCorrupt: a document is not what its name says, or SQLite finds its own pages damaged.
    """
    check_pages(link)
    heads = heads_of(link)
    keys = _keys(link)
    strays = {row[0] for row in link.all(_LOG_IDS)} - set(heads)
    if strays:
        raise ChainBroken(log=min(strays), seq=1, detail=StoreFault.LOG_UNKNOWN)
    whole = sum(head.seq for head in heads.values())
    told = _telling(progress, whole)
    for head in heads.values():
        _must_reach(head, _verify_log(link, Head(head.log_id, 0, GENESIS), keys, prover, told))
    documents = _check_documents(link)
    unproven = sum(station_of(log_id) not in keys for log_id in heads)
    return CheckReport(whole, len(heads), documents, unproven)


def _telling(progress: Progress, whole: int) -> Callable[[], None]:
    """Return what is called for each fact that is done, and tells of every hundredth."""
    looked_at = itertools.count(1)

    def told() -> None:
        if (done := next(looked_at)) % _TOLD == 0:
            progress(done, whole)

    return told


def differing(link: Link) -> dict[str, frozenset[str]]:
    """Fold everything anew beside the projections; return those that differ, each with the keys of rows that do."""
    _make_room_aside(link)
    try:
        # Unqualified names mean the temporary tables while they are there.
        Folding(link, unseen, Counted(link)).rebuild()
        rows = {table.name: _keys_that_differ(link, table) for table in TABLES}
    finally:
        for table in TABLES:
            link.script(f"DROP TABLE IF EXISTS temp.{table.name}")
    return {name: keys for name, keys in rows.items() if keys}


def check_projections(link: Link) -> None:
    """Compare the projections with what the facts come to.

    Raises:
        ProjectionsDiffer: some are something else.
    """
    names = [*differing(link), *(["counted"] if counting.not_withheld(link) else ())]
    if names:
        raise ProjectionsDiffer(detail=", ".join(names))


def create_index(link: Link) -> None:
    """Make the search index's tables, empty, and note the form of all that is derived."""
    finding.create(link.connection)
    note_form(link)


def note_form(link: Link) -> None:
    """Say that all that is derived has this version's form."""
    link.script(f"PRAGMA user_version = {_form()}")


def _form() -> int:
    return registry.FORM * 1000 + finding.FORM


def is_current(link: Link) -> bool:
    """Return whether what is derived from the facts is in the form that this version reads."""
    return link.script("PRAGMA user_version") == [(_form(),)]


def derive_anew(link: Link, index: Index, told: ToldUpgrade) -> None:
    """Read every fact off again and make all that follows from it anew, in one transaction that nobody waits for."""
    note(link, noted_otherwise(link, partial(told, UpgradeStep.READ)))
    for table in TABLES:
        link.script(f"DELETE FROM {table.name}")  # noqa: S608 - the names are our own tables'
    counting.withhold_all(link)
    Folding(link, unseen, Counted(link)).rebuild(partial(told, UpgradeStep.FOLD))
    told(UpgradeStep.INDEX, 0, 0)
    finding.drop(link.connection)
    create_index(link)
    voided = [value for value, _ in records.of_voided(link, merges.every_voided(link)).values()]
    index(link, people.every(link).values(), (), voided)


def noted_otherwise(link: Link, progress: Progress = untold) -> Iterator[tuple[Fact, ReadOff]]:
    """Yield the facts beside which something else is noted than what this version makes of them, which is that."""
    heads = heads_of(link)
    told = _telling(progress, sum(head.seq for head in heads.values()))
    for log_id in heads:
        for fact, noted in _entries(link, log_id, 0):
            told()
            if noted != (read := read_off(fact)):
                yield fact, read


def note(link: Link, read: Iterable[tuple[Fact, ReadOff]]) -> None:
    """Write beside facts what this version makes of them."""
    link.run(_NOTE, [_noted(fact, each) for fact, each in read])


def _noted(fact: Fact, read: ReadOff) -> Mapping[str, object]:
    place = {"in_log": fact.log_id, "at_seq": fact.seq}
    return place | {f"new_{name}": getattr(read, name) for name in _DERIVED}


def _make_room_aside(link: Link) -> None:
    for table in TABLES:
        link.script(f"DROP TABLE IF EXISTS temp.{table.name}")
        text = str(CreateTable(table).compile(dialect=link.connection.dialect)).strip()
        link.script(text.replace("CREATE TABLE ", "CREATE TEMP TABLE ", 1))


def _keys_that_differ(link: Link, table: sa.Table) -> frozenset[str]:
    """Return whom or what rows are about that are there and not aside, or the reverse."""
    here, aside = f"SELECT * FROM main.{table.name}", f"SELECT * FROM temp.{table.name}"  # noqa: S608 - as above
    whom = f"SELECT DISTINCT {KEYS[table]} FROM"
    pairs = (f"{here} EXCEPT {aside}", f"{aside} EXCEPT {here}")
    return frozenset(str(row[0]) for pair in pairs for row in link.script(f"{whom} ({pair})"))


def check_pages(link: Link) -> None:
    """Let SQLite read every page that is in use, each of which SQLCipher proves as it is read.

    SQLCipher's own check of the file would call a page damaged whose newest content is still in the log beside it.

    Raises:
        StoreCorrupt: one is damaged.
    """
    faults = link.script("PRAGMA integrity_check(5)")
    if faults != [("ok",)]:
        raise StoreCorrupt(folder=str(link.folder), detail=StoreFault.PAGES_DAMAGED.of(said=str(faults[0][0])))


def _keys(link: Link) -> Mapping[StationId, bytes]:
    """Return the stations' keys; a station's id is the digest of its key, so none can be put in its place."""
    enrolments = [each.said for each in map(fact_of, link.all(_ENROLMENTS))]
    keys = [bytes.fromhex(each.public_key) for each in enrolments if isinstance(each, OfStation)]
    return {station_id(key): key for key in keys}


def _verify_log(
    link: Link, begin: Head, keys: Mapping[StationId, bytes], prover: Prover, told: Callable[[], object] = lambda: None
) -> Head:
    """Verify a log from `begin` on, with a word of each fact that holds; return how far it goes.

    A signature that does not hold is made good by a later one that does, as `domain.chain.refusals` has it.
    """
    key = keys.get(station_of(begin.log_id))  # none for a log that came before its station's enrolment did
    reached, unsigned = begin, 0
    for fact, derived in _entries(link, begin.log_id, begin.seq):
        if detail := _fault(fact, reached, derived, first=reached is begin and begin.seq > 0):
            _must_be_signed(begin.log_id, unsigned)
            raise ChainBroken(log=begin.log_id, seq=reached.seq + 1, detail=detail)
        signed = key is None or prover.holds(key, fact.signed_bytes(), fact.signature)
        unsigned = 0 if signed else unsigned or fact.seq
        reached = Head(begin.log_id, fact.seq, fact.hash())
        told()
    _must_be_signed(begin.log_id, unsigned)
    return reached


def _must_be_signed(log_id: LogId, unsigned: int) -> None:
    if unsigned:
        raise ChainBroken(log=log_id, seq=unsigned, detail=StoreFault.SIGNATURE)


def _entries(link: Link, log_id: LogId, after: int) -> Iterator[tuple[Fact, ReadOff]]:
    for row in link.each(_LOG, log_id=log_id, after=after):
        yield fact_of(row), ReadOff(*row[len(COLUMNS) :])


def _fault(fact: Fact, before: Head, derived: ReadOff, *, first: bool) -> StoreFault | None:
    if fact.seq != before.seq + 1:
        return StoreFault.FACT_MISSING
    if not first and fact.prev_hash != before.hash:
        return StoreFault.FACT_BEFORE_CHANGED
    if derived != read_off(fact):
        return StoreFault.NOTED_OTHERWISE
    return None


def _must_reach(head: Head, reached: Head) -> None:
    if (head.seq, head.hash) != (reached.seq, reached.hash):
        raise ChainBroken(log=head.log_id, seq=reached.seq + 1, detail=StoreFault.LOG_ENDS_ELSEWHERE)


def _check_documents(link: Link) -> int:
    count = 0
    for digest, content in each_document(link):
        count += 1
        if content is None or hashlib.sha256(content).hexdigest() != digest:
            raise StoreCorrupt(
                folder=str(link.folder), detail=StoreFault.DOCUMENT_CHANGED.of(document=str(digest)[:12])
            )
    return count
