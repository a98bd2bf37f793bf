"""What was refused or waits, row by row, as any store keeps it: what is offered again is no more than it was.

A row is about one log and one reason.  A hostile station can name as many logs as it likes, so there are only so many
rows: what is beyond goes into one row a reason that names nobody.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from checkin_app.domain.chain import BEYOND_NUMBERS, Why
from checkin_app.domain.ids import FactId, Instant, LogId, StationId, station_of
from checkin_app.services.ports.kept_out import Group, KeptOutFact

#: So many logs are told apart for each reason, and so many examples are given of each station.
_LOGS, _EXAMPLES = 200, 3
_LOG_ID = re.compile(r"[0-9a-zA-Z]{1,64}")
_FACT_ID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
#: The row of what cannot be told apart any more.
_NOBODY = LogId("")
#: In the order of a row's fields.
COLUMNS = ("log_id", "why", "count", "first_seq", "last_seq", "fact_id", "at")


@dataclass(slots=True)
class Row:
    log_id: LogId
    why: Why
    count: int
    first_seq: int
    last_seq: int
    """0 where they have no place, so that nothing can come there."""
    fact_id: FactId
    at: Instant

    @classmethod
    def of(cls, values: Sequence[Any]) -> "Row":
        """Return the row that a store holds in `COLUMNS`."""
        log_id, why, count, first, last, fact_id, at = values
        known = Why(why) if why in set(Why) else Why.MALFORMED  # of a newer version, which tells more apart
        return cls(LogId(log_id), known, count, first, last, FactId(fact_id), Instant(at))

    @classmethod
    def of_misplaced(cls, giver: StationId, count: int, at: Instant) -> "Row":
        """Return that so many rows in a station's store stand in no place of any log."""
        return cls(LogId(giver), Why.MALFORMED, count, 0, 0, FactId(""), at)

    @property
    def key(self) -> "Key":
        return self.log_id, self.why

    def left(self, head: int) -> int:
        """Return how many of them have not come after all."""
        return min(self.count, self.last_seq - head) if self.last_seq else self.count

    def named(self) -> Mapping[str, Any]:
        return {"log_id": self.log_id, "why": self.why.value}

    def saved(self) -> Mapping[str, Any]:
        return {name: getattr(self, name) for name in COLUMNS if name != "why"} | {"why": self.why.value}


Key = tuple[LogId, Why]
Left = tuple[Row, int]
"""A row, and how many of its facts have not come after all."""


def remembered(known: Sequence[Left], facts: Iterable[KeptOutFact], at: Instant) -> tuple[Sequence[Row], Sequence[Row]]:
    """Return which rows are over, and which are to be written, when facts were offered and not taken."""
    rows = {row.key: replace(row, count=left) for row, left in known if left > 0}
    touched: dict[Key, Row] = {}
    for fact in sorted(map(_sayable, facts), key=lambda each: (each.log_id, each.seq)):
        row = _row_of(fact, rows, at)
        if not row.last_seq or fact.seq > row.last_seq:
            row.count += 1
            row.last_seq = fact.seq if row.log_id else 0
        row.at = at
        touched[row.key] = row
    return [row for row, left in known if left <= 0], [touched[key] for key in sorted(touched)]


def groups(known: Sequence[Left], names: Mapping[StationId, str]) -> Iterator[Group]:
    """Yield what is kept out of each station's facts for each reason.

    Args:
        known: what a store remembers.
        names: what people call the stations.
    """
    held = sorted(((row, left) for row, left in known if left > 0), key=lambda each: _kind(each[0]))
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


def _kind(row: Row) -> tuple[StationId, str]:
    return station_of(row.log_id), row.why.value


def _example(row: Row) -> KeptOutFact:
    return KeptOutFact(row.log_id, row.first_seq, row.fact_id, row.why)


def _row_of(fact: KeptOutFact, rows: dict[Key, Row], at: Instant) -> Row:
    """Return the row that a fact belongs to, a new one where there is room for it."""
    if fact.seq and (row := rows.get((fact.log_id, fact.why))):
        return row
    if not fact.seq or sum(why is fact.why for _, why in rows) >= _LOGS:
        return rows.setdefault((_NOBODY, fact.why), Row(_NOBODY, fact.why, 0, 0, 0, FactId(""), at))
    return rows.setdefault((fact.log_id, fact.why), Row(fact.log_id, fact.why, 0, fact.seq, 0, fact.fact_id, at))


def _sayable(fact: KeptOutFact) -> KeptOutFact:
    """Return a fact's place as a column can hold it: a hostile one may be called anything, and numbered beyond all."""
    log_id, fact_id = str(fact.log_id), str(fact.fact_id)
    if not _LOG_ID.fullmatch(log_id):
        log_id = hashlib.sha256(log_id.encode(errors="replace")).hexdigest()[:32]
    seq = fact.seq if 0 < fact.seq < BEYOND_NUMBERS else 0
    return KeptOutFact(LogId(log_id), seq, FactId(fact_id if _FACT_ID.fullmatch(fact_id) else ""), fact.why)
