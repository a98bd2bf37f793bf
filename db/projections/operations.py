"""The operations: which are open, closed or taken back."""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from checkin_app.domain.ids import FactId, Instant, LogId, StationId
from checkin_app.domain.kinds.body import Aspect
from checkin_app.domain.operations import Operation, fold_operation
from db.engine import Link, Prepared
from db.projections.columns import Row, metadata, storable, text, whole
from db.projections.projection import Facts, Projection, Writing
from db.statements import saving

operations = sa.Table(
    "operations",
    metadata,
    text("log_id", key=True),
    text("what"),
    whole("promised"),
    whole("at"),
    whole("closed"),  # the place of the closing fact, 0 while there is none
    text("taken_back", null=True),  # the fact that took it back
    sqlite_with_rowid=False,
)


#: The columns that `operation` reads, in its order.
COLUMNS = [operations.c[name] for name in ("log_id", "what", "promised", "at", "closed", "taken_back")]
_ONE = Prepared(sa.select(*COLUMNS).where(operations.c.log_id == sa.bindparam("log_id")))
_UNFINISHED = Prepared(
    sa.select(operations.c.log_id).where(
        sa.func.substr(operations.c.log_id, 1, 16) == sa.bindparam("station"),
        operations.c.closed == sa.literal_column("0"),
        operations.c.taken_back.is_(None),
    )
)
_SAVE = saving(operations)


def operation(row: Sequence[Any]) -> Operation:
    """Return the operation of a row that begins with `COLUMNS`."""
    log_id, what, promised, at, closed, taken_back = row[:6]
    return Operation(LogId(log_id), what, promised, Instant(at), closed, FactId(taken_back) if taken_back else None)


def _row(value: Operation) -> Row:
    return {column.name: getattr(value, column.name) for column in COLUMNS}


def folded(facts: Facts) -> Sequence[Operation]:
    """Return the operations that are known to have been opened."""
    return [known for some in facts.values() if (known := fold_operation(some))]


def fold(writing: Writing, facts: Facts) -> None:
    writing.link.run(_SAVE, [_row(each) for each in folded(facts)])


PROJECTION = Projection(Aspect.OPERATION, {operations: "log_id"}, fold, "operation:")


def one(link: Link, log_id: LogId) -> Operation | None:
    row = link.one(_ONE, log_id=storable(log_id))
    return operation(row) if row else None


def unfinished(link: Link, station: StationId) -> Sequence[LogId]:
    """Return the operations of a station that are neither closed nor taken back."""
    return [LogId(row[0]) for row in link.all(_UNFINISHED, station=station)]
