"""What was refused or waits, remembered by its place until it has come after all.

A row is about one log and one reason.  A hostile station can name as many logs as it likes, so there are only so many
rows: what is beyond goes into one row a reason that names nobody.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

import sqlalchemy as sa

from checkin_app.domain.chain import BEYOND_NUMBERS, Why
from checkin_app.domain.ids import FactId, Instant, LogId, StationId, station_of
from checkin_app.services.ports.kept_out import Group, KeptOut, KeptOutFact
from db.engine import Link, Prepared
from db.log import quarantine
from db.log.portable import insert
from db.log.tables import kept_out as table
from db.log.tables import logs

#: So many logs are told apart for each reason, and so many examples are given of each station.
_LOGS, _EXAMPLES = 200, 3
_LOG_ID = re.compile(r"[0-9a-zA-Z]{1,64}")
_FACT_ID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
#: The row of what cannot be told apart any more.
_NOBODY = LogId("")

_COLUMNS = tuple(table.c.keys())
_head = sa.func.coalesce(logs.c.head_seq, 0)
_EVERY = Prepared(
    sa.select(*table.c, _head)
    .select_from(table.outerjoin(logs, logs.c.log_id == table.c.log_id))
    .order_by(table.c.log_id, table.c.why)
)
_save = insert(table).values({name: sa.bindparam(name) for name in _COLUMNS})
_SAVE = Prepared(
    _save.on_conflict_do_update(
        index_elements=["log_id", "why"],
        set_={name: _save.excluded[name] for name in ("count", "last_seq", "at")},
    )
)
_DROP = Prepared(sa.delete(table).where(table.c.log_id == sa.bindparam("log_id"), table.c.why == sa.bindparam("why")))
_FORGET = Prepared(sa.delete(table))


@dataclass(slots=True)
class _Row:
    log_id: LogId
    why: Why
    count: int
    first_seq: int
    last_seq: int
    fact_id: FactId
    at: Instant

    @property
    def key(self) -> "_Key":
        return self.log_id, self.why

    def left(self, head: int) -> int:
        """Return how many of them have not come after all."""
        return min(self.count, self.last_seq - head) if self.last_seq else self.count


_Key = tuple[LogId, Why]


def remember(link: Link, facts: Iterable[KeptOutFact], at: Instant) -> None:
    """Remember what was offered and not taken; what is offered again is no more than it was."""
    known = _rows(link)
    rows = {row.key: replace(row, count=left) for row, left in known if left > 0}
    link.run(_DROP, [_named(row) for row, left in known if left <= 0])
    touched: dict[_Key, _Row] = {}
    for fact in sorted(map(_sayable, facts), key=lambda each: (each.log_id, each.seq)):
        row = _row_of(fact, rows, at)
        if not row.last_seq or fact.seq > row.last_seq:
            row.count += 1
            row.last_seq = fact.seq if row.log_id else 0
        row.at = at
        touched[row.key] = row
    link.run(_SAVE, [_saved(row) for row in touched.values()])


def remember_misplaced(link: Link, giver: StationId, count: int, at: Instant) -> None:
    """Remember how many rows in a station's store stand in no place of any log: as many as were found there last."""
    row = _Row(LogId(giver), Why.MALFORMED, count, 0, 0, FactId(""), at)
    link.run(_DROP, [_named(row)])
    if count:
        link.run(_SAVE, [_saved(row)])


def forget(link: Link) -> None:
    """Speak no more of anything that was refused or waits; what is offered again is spoken of again."""
    link.run(_FORGET, [{}])


def read(link: Link, names: Mapping[StationId, str]) -> KeptOut:
    """Return what is kept out at the moment, but for documents.

    Args:
        link: to one state of a store.
        names: what people call the stations.
    """
    return KeptOut(tuple(_groups(link, names)), quarantine.count(link))


def _groups(link: Link, names: Mapping[StationId, str]) -> Iterator[Group]:
    held = sorted(((row, left) for row, left in _rows(link) if left > 0), key=lambda each: _kind(each[0]))
    for (station, why), some in groupby(held, key=lambda each: _kind(each[0])):
        rows = list(some)
        yield Group(
            station,
            names.get(station, ""),
            Why(why),
            sum(left for _, left in rows),
            max(row.at for row, _ in rows),
            tuple(_example(row) for row, _ in rows if row.last_seq)[:_EXAMPLES],
        )


def _kind(row: _Row) -> tuple[StationId, str]:
    return station_of(row.log_id), row.why.value


def _example(row: _Row) -> KeptOutFact:
    return KeptOutFact(row.log_id, row.first_seq, row.fact_id, row.why)


def _rows(link: Link) -> Sequence[tuple[_Row, int]]:
    """Return every row with how many of its facts have not come after all."""
    found = [(_row(values), values[-1]) for values in link.all(_EVERY)]
    return [(row, row.left(head)) for row, head in found]


def _row(values: Sequence[Any]) -> _Row:
    log_id, why, count, first, last, fact_id, at = values[:7]
    known = Why(why) if why in set(Why) else Why.MALFORMED  # of a newer version, which tells more apart
    return _Row(LogId(log_id), known, count, first, last, FactId(fact_id), Instant(at))


def _row_of(fact: KeptOutFact, rows: dict[_Key, _Row], at: Instant) -> _Row:
    """Return the row that a fact belongs to, a new one where there is room for it."""
    if fact.seq and (row := rows.get((fact.log_id, fact.why))):
        return row
    if not fact.seq or sum(why is fact.why for _, why in rows) >= _LOGS:
        return rows.setdefault((_NOBODY, fact.why), _Row(_NOBODY, fact.why, 0, 0, 0, FactId(""), at))
    return rows.setdefault((fact.log_id, fact.why), _Row(fact.log_id, fact.why, 0, fact.seq, 0, fact.fact_id, at))


def _sayable(fact: KeptOutFact) -> KeptOutFact:
    """Return a fact's place as a column can hold it: a hostile one may be called anything, and numbered beyond all."""
    log_id, fact_id = str(fact.log_id), str(fact.fact_id)
    if not _LOG_ID.fullmatch(log_id):
        log_id = hashlib.sha256(log_id.encode(errors="replace")).hexdigest()[:32]
    seq = fact.seq if 0 < fact.seq < BEYOND_NUMBERS else 0
    return KeptOutFact(LogId(log_id), seq, FactId(fact_id if _FACT_ID.fullmatch(fact_id) else ""), fact.why)


def _named(row: _Row) -> Mapping[str, Any]:
    return {"log_id": row.log_id, "why": row.why.value}


def _saved(row: _Row) -> Mapping[str, Any]:
    return {name: getattr(row, name) for name in _COLUMNS if name != "why"} | {"why": row.why.value}
