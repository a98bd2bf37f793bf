"""What a store can give another, row by row: one that is no fact, or no document, costs only itself."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import sqlalchemy as sa

from checkin_app.domain.canonical import digest_of
from checkin_app.domain.chain import Why
from checkin_app.domain.facts import Fact
from checkin_app.domain.ids import Digest, FactId, LogId
from checkin_app.domain.problems import ChainBroken, StoreCorrupt
from checkin_app.domain.sync.messages import FULL, LONGEST, first_whole, size_of
from checkin_app.services.ports.kept_out import KeptOutFact, Offered
from db.engine import Link, Prepared
from db.log import documents as kept
from db.log import facts as written
from db.log.portable import AsBytes, is_of_its_kind
from db.log.tables import facts, logs

_bind = sa.bindparam
_UNFIT = (StoreCorrupt, ChainBroken)
_ids = sa.select(sa.func.min(facts.c.log_id).label("id")).cte("ids", recursive=True)
_after = sa.select(sa.func.min(facts.c.log_id)).where(facts.c.log_id > _ids.c.id).scalar_subquery()
_every = _ids.union_all(sa.select(_after).select_from(_ids).where(_ids.c.id.is_not(None)))
#: The logs that facts stand in, whatever the table of logs says of them; one look-up in the index for each.  As bytes,
#: since a name may be no text at all.
_LOG_IDS = Prepared(sa.select(AsBytes(_every.c.id)).where(is_of_its_kind(_every.c.id)))
#: The same as the table of logs says it, where the index of facts is damaged.
_LISTED_LOG_IDS = Prepared(sa.select(AsBytes(logs.c.log_id)).where(is_of_its_kind(logs.c.log_id)))
_MISPLACED = Prepared(
    sa.select(sa.func.count())
    .select_from(facts)
    .where(sa.or_(~is_of_its_kind(facts.c.log_id), ~is_of_its_kind(facts.c.seq), facts.c.seq < 1))
)
_NEXT = Prepared(
    sa.select(sa.func.min(facts.c.seq)).where(
        facts.c.log_id == _bind("log_id"), facts.c.seq > _bind("seq"), is_of_its_kind(facts.c.seq)
    )
)


def above(link: Link, vector: Mapping[LogId, int], limit: int) -> Offered:
    """Return at most `limit` facts that `vector` lacks, each log's in sequence, and what stands there and is none."""
    found: list[Fact] = []
    malformed: list[KeptOutFact] = []
    for log_id in _logs(link):
        known = vector.get(log_id, 0)
        while len(found) + len(malformed) < limit:
            some = _above(link, log_id, known, limit - len(found) - len(malformed))
            if some is None:
                break
            found += some.facts
            malformed += some.malformed
            known = some.reached[log_id]
    return Offered(tuple(found), tuple(malformed))


def following(link: Link, after: Mapping[LogId, int], limit: int) -> Sequence[Fact]:
    """Return at most `limit` facts that follow in the logs named, each log's in sequence, up to what is no fact.

    No more than one message of them is read, and the one that it has no room for.
    """
    found: list[Fact] = []
    room = FULL
    for log_id, known in after.items():
        if room < 0 or len(found) >= limit:
            break
        some = _unbroken(link, log_id, known, limit - len(found), room)
        room -= size_of(some)
        found += some
    return found


def _unbroken(link: Link, log_id: LogId, known: int, limit: int, room: int) -> Sequence[Fact]:
    """Return at most `limit` facts of a log that follow, up to the first row that is none."""
    found: list[Fact] = []
    while len(found) < limit and room >= 0:
        some = _above(link, log_id, known, limit - len(found), room)
        if some is None or some.malformed:
            break
        found += some.facts
        room -= size_of(some.facts)
        known = some.facts[-1].seq
    return found


def misplaced(link: Link) -> int:
    """Return how many rows stand in no place of any log."""
    row = link.one(_MISPLACED)
    return int(row[0]) if row else 0


def documents_of(link: Link, found: Iterable[Fact], room: int | None = None) -> Mapping[Digest, bytes]:
    """Return the documents that are here of those that facts name."""
    return documents(link, dict.fromkeys(digest for each in found for digest in each.documents_named), room)


def documents(link: Link, digests: Iterable[Digest], room: int | None = None) -> Mapping[Digest, bytes]:
    """Return those of the documents named that are here and are what their names say, as many as there is room for."""
    wanted = [*digests]
    if room is None:
        return _whole(link, wanted)
    sizes = _sizes(link, wanted)
    return first_whole({each: sizes[each] for each in wanted if each in sizes}, room, lambda some: _whole(link, some))


def _whole(link: Link, wanted: Sequence[Digest]) -> Mapping[Digest, bytes]:
    try:
        found = kept.contents(link, wanted)
    except StoreCorrupt:
        if len(wanted) < 2:
            return {}
        half = len(wanted) // 2
        return {**_whole(link, wanted[:half]), **_whole(link, wanted[half:])}
    return {digest: content for digest, content in found.items() if digest_of(content) == digest}


def _sizes(link: Link, wanted: Sequence[Digest]) -> Mapping[Digest, int]:
    try:
        return kept.sizes(link, wanted)
    except StoreCorrupt:
        if len(wanted) < 2:
            return {}
        half = len(wanted) // 2
        return {**_sizes(link, wanted[:half]), **_sizes(link, wanted[half:])}


def spoilt_documents(link: Link, digests: Sequence[Digest]) -> Sequence[Digest]:
    """Return those of the documents named that stand here and are not what their names say."""
    there = kept.named_here(link, digests)
    return [each for each in there if not documents(link, [each])]


def rows_that_can_be_read(link: Link, statement: Prepared) -> Sequence[tuple[Any, ...]]:
    """Return what a store says, but for rows of which a part is missing; nothing where it is damaged there."""
    try:
        return [row for row in link.all(statement) if None not in row]
    except StoreCorrupt:
        return []


def _logs(link: Link) -> Iterator[LogId]:
    for (name,) in rows_that_can_be_read(link, _LOG_IDS) or rows_that_can_be_read(link, _LISTED_LOG_IDS):
        try:
            yield LogId(name.decode())
        except UnicodeDecodeError:  # no log that anybody has written
            continue


def _above(link: Link, log_id: LogId, known: int, most: int, room: int = LONGEST) -> Offered | None:
    """Return what follows `known`, up to the first row that is no fact, or that row; None where nothing follows."""
    while True:
        try:
            found = tuple(written.above(link, log_id, known, most, room))
        except _UNFIT:
            if most == 1:
                return _malformed(link, log_id, known)
            most //= 2
            continue
        return Offered(found, ()) if found else None


def _malformed(link: Link, log_id: LogId, known: int) -> Offered | None:
    try:
        row = link.one(_NEXT, log_id=log_id, seq=known)
    except _UNFIT:  # no further than the damage
        return None
    return Offered((), (KeptOutFact(log_id, row[0], FactId(""), Why.MALFORMED),)) if row and row[0] else None
