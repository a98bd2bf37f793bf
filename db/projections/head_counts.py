"""What was counted at the buses that are on a ride, and what came of it; scans at a door do not read it."""

import json
from collections.abc import Iterable, Mapping, Sequence

import msgspec
import sqlalchemy as sa

from checkin_app.domain.bus_counts import Told, fold_counts
from checkin_app.domain.head_counts import NOT_COUNTED, BusCounts
from checkin_app.domain.ids import BusCode
from db.engine import Link, Prepared
from db.log.portable import Among
from db.projections.columns import metadata, storable, text
from db.statements import saving

head_counts = sa.Table(
    "head_counts",
    metadata,
    text("code", key=True),
    text("told"),  # all of it, as JSON: it is read whole, of one bus or of all
    sqlite_with_rowid=False,
)

_ONE = Prepared(sa.select(head_counts.c.told).where(head_counts.c.code == sa.bindparam("code")))
_EVERY = Prepared(sa.select(head_counts.c.code, head_counts.c.told))
_FORGET = Prepared(sa.delete(head_counts).where(head_counts.c.code.in_(Among("codes"))))
_SAVE = saving(head_counts)
_FORM = msgspec.json.Decoder(BusCounts)


def fold(link: Link, facts: Mapping[BusCode, Iterable[Told]]) -> None:
    """Write what was counted at some buses; of one at which nothing was there is no row."""
    known = {code: fold_counts(some) for code, some in facts.items()}
    link.run(_FORGET, [{"codes": json.dumps([*known])}])
    rows = [{"code": code, "told": _written(each)} for code, each in known.items() if each != NOT_COUNTED]
    link.run(_SAVE, rows)


def one(link: Link, code: BusCode) -> BusCounts:
    row = link.one(_ONE, code=storable(code))
    return _FORM.decode(row[0]) if row else NOT_COUNTED


def every(link: Link) -> Mapping[BusCode, BusCounts]:
    """Return what was counted at each bus at which anything was."""
    rows: Sequence[Sequence[str]] = link.all(_EVERY)
    return {BusCode(code): _FORM.decode(told) for code, told in rows}


def _written(counts: BusCounts) -> str:
    return msgspec.json.encode(counts).decode()
