"""Which delegate lists were taken in, and how far each has come."""

import json
from collections.abc import Collection, Mapping, Sequence
from typing import Any

import sqlalchemy as sa

from checkin_app.domain import operations
from checkin_app.domain.canonical import Json, object_of
from checkin_app.domain.ids import DelegateId, Digest, LogId, StationId, station_of
from checkin_app.domain.kinds.operations import OperationTakenBack
from checkin_app.domain.kinds.people import DelegateAmended, DelegateRegistered
from checkin_app.domain.operations import LIST, TakenList
from db.counting import counted
from db.engine import Link, Prepared
from db.log.documents import contents
from db.log.portable import Among
from db.log.tables import facts
from db.projections import operations as projection

_bind = sa.bindparam
_facts, _operations, _counted = facts, projection.operations, counted
_opening, _taking = _facts.alias("opening"), _facts.alias("taking")
_TAKEN_BACK = f"'{OperationTakenBack.KIND}'"
_LISTS = Prepared(
    sa.select(
        *projection.COLUMNS,
        _opening.c.document,
        _counted.c.upto,
        _taking.c.at,
        _taking.c.log_id,
    )
    .select_from(
        _operations.join(_opening, sa.and_(_opening.c.log_id == _operations.c.log_id, _opening.c.seq == 1))
        .outerjoin(_counted, _counted.c.log_id == _operations.c.log_id)
        .outerjoin(
            _taking,
            sa.and_(
                _taking.c.fact_id == _operations.c.taken_back,
                _taking.c.kind == sa.literal_column(_TAKEN_BACK),
                _taking.c.subject == sa.literal("operation:") + _operations.c.log_id,
            ),
        )
    )
    .where(_operations.c.what == _bind("what"))
    .group_by(_operations.c.log_id)
    .order_by(_operations.c.at.desc(), _operations.c.log_id)
    .limit(_bind("most"))
)
_DOCUMENTS = Prepared(
    sa.select(_operations.c.log_id, _opening.c.document)
    .select_from(_operations.join(_opening, sa.and_(_opening.c.log_id == _operations.c.log_id, _opening.c.seq == 1)))
    .where(
        _operations.c.what == _bind("what"),
        _operations.c.closed != sa.literal_column("0"),
        _operations.c.taken_back.is_(None),
    )
    .order_by(_operations.c.at.desc(), _operations.c.log_id)
    .limit(_bind("most"))
)
_WRITES = (DelegateRegistered.KIND, DelegateAmended.KIND)
_NAMED = Prepared(
    sa.select(_facts.c.log_id, _facts.c.subject).where(
        _facts.c.log_id.in_(Among("logs")),
        _facts.c.kind.in_([sa.literal_column(f"'{kind}'") for kind in _WRITES]),
    )
)
_ROWS = Prepared(
    sa.select(_facts.c.log_id, _facts.c.kind, sa.func.count())
    .where(_facts.c.log_id.in_(Among("logs")))
    .group_by(_facts.c.log_id, _facts.c.kind)
)


def newest(link: Link, most: int, names: Mapping[StationId, str]) -> Sequence[TakenList]:
    """Return the lists that were taken in last, the newest first.

    Args:
        link: to the state that is read.
        most: how many.
        names: what each station is called.
    """
    rows = link.all(_LISTS, what=LIST, most=most)
    width = len(projection.COLUMNS)
    documents = contents(link, [Digest(row[width]) for row in rows if row[width]])
    written = _written(link, [row[0] for row in rows])
    found = []
    for row in rows:
        operation = projection.operation(row)
        document, upto, taken_at, taker = row[width:]
        of_kind = written.get(operation.log_id, {})
        found.append(
            TakenList(
                operation=operation,
                file=operations.named_by(object_of(documents.get(document, b"{}"))),
                station=_called(names, operation.log_id),
                registered=of_kind.get(DelegateRegistered.KIND, 0),
                amended=of_kind.get(DelegateAmended.KIND, 0),
                counting=_counting(sum(of_kind.get(kind, 0) for kind in _WRITES), upto),
                taken_back_at=taken_at,
                taken_back_by=_called(names, LogId(taker)) if taker else "",
            )
        )
    return found


def documents_of(link: Link, most: int) -> Mapping[LogId, Mapping[str, Json]]:
    """Return the opening documents of lists that are closed and were not taken back, the newest first."""
    named = {LogId(log_id): Digest(digest) for log_id, digest in link.all(_DOCUMENTS, what=LIST, most=most) if digest}
    found = contents(link, [*named.values()])
    return {log_id: object_of(found[each]) for log_id, each in named.items() if each in found}


def named_by(link: Link, lists: Sequence[LogId]) -> Mapping[LogId, Collection[DelegateId]]:
    """Return whom lists registered or amended."""
    found: dict[LogId, set[DelegateId]] = {}
    for log_id, subject in link.all(_NAMED, logs=json.dumps([*lists])):
        found.setdefault(LogId(log_id), set()).add(DelegateId(subject.partition(":")[2]))
    return found


def _counting(written: int, upto: int | None) -> int:
    """Return how many rows count where facts do up to the place `upto`, or all of them: the first one opens the log."""
    return written if upto is None else max(0, min(upto - 1, written))


def _called(names: Mapping[StationId, str], log_id: LogId) -> str:
    station = station_of(log_id)
    return names.get(station, "") or station


def _written(link: Link, logs: Sequence[str]) -> Mapping[LogId, Mapping[str, int]]:
    found: dict[LogId, dict[str, int]] = {}
    rows: Sequence[Sequence[Any]] = link.all(_ROWS, logs=json.dumps([*logs]))
    for log_id, kind, count in rows:
        found.setdefault(LogId(log_id), {})[kind] = count
    return found
