"""The buses: what each is, in which state, and which facts said so."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

import sqlalchemy as sa

from checkin_app.domain.buses import LISTS, Bus, BusRecord, BusState, values_of
from checkin_app.domain.folds import fold_bus
from checkin_app.domain.ids import BusCode, RouteId
from checkin_app.domain.kinds.body import Aspect
from checkin_app.domain.registers import Registers
from db.engine import Link, Prepared
from db.log.portable import Among
from db.projections import columns, head_counts
from db.projections.columns import Row, metadata, storable, text, to_json
from db.projections.projection import Facts, Projection, Writing, name_of
from db.statements import saving

buses = sa.Table(
    "buses",
    metadata,
    text("code", key=True),
    text("route", null=True),  # null where only amendments of an unknown bus came
    text("fields"),
    text("state"),
    text("opened"),  # when its doors were opened on this ride
    text("state_facts"),  # the moves that nothing follows, the one in force last
    text("edits"),
    text("disputed", null=True),
    sa.Index("buses_route", "route"),
    sqlite_with_rowid=False,
)


#: The columns that `record` reads, in its order.
COLUMNS = [buses.c[name] for name in ("code", "route", "fields", "state", "opened", "state_facts", "edits")]
_ONE = Prepared(sa.select(*COLUMNS).where(buses.c.code == sa.bindparam("code")))
_ALL = Prepared(sa.select(*COLUMNS))
_SOME = Prepared(sa.select(*COLUMNS).where(buses.c.code.in_(Among("codes"))))
_OF_ROUTE = Prepared(sa.select(*COLUMNS).where(buses.c.route == sa.bindparam("route")).order_by(buses.c.code))
_SAVE = saving(buses)


def bus(row: Sequence[Any]) -> Bus | None:
    """Return the bus of a row that begins with `COLUMNS`; None where no route was ever given."""
    code, route, fields, state, opened = row[:5]
    if route is None:
        return None
    values = json.loads(fields)
    values |= {name: tuple(values.get(name, ())) for name in LISTS}
    return Bus(code=BusCode(code), state=BusState(state), opened=tuple(json.loads(opened)), **values)


def record(row: Sequence[Any]) -> BusRecord:
    """Return the record of a row that begins with `COLUMNS`."""
    state_facts, edits = row[5:7]
    return BusRecord(bus(row), columns.registers(json.loads(edits)), tuple(json.loads(state_facts)))


def _row(code: BusCode, value: BusRecord) -> Row:
    edits = {name: [[each.fact_id, each.value] for each in heads] for name, heads in value.edits.heads.items()}
    return {
        "code": code,
        "route": value.bus.route if value.bus else None,
        "fields": to_json(values_of(value.bus)) if value.bus else "{}",
        "state": (value.bus.state if value.bus else BusState.PLANNED).value,
        "opened": to_json(value.bus.opened if value.bus else ()),
        "state_facts": to_json(value.state_facts),
        "edits": to_json(edits),
        "disputed": ",".join(value.edits.conflicts()) or None,
    }


def fold(writing: Writing, facts: Facts) -> None:
    documents = writing.documents_of(facts)
    told = {
        BusCode(name_of(subject)): [(each, documents.get(each.document or "", {})) for each in some]
        for subject, some in facts.items()
    }
    writing.link.run(_SAVE, [_row(code, fold_bus(code, some)) for code, some in told.items()])
    head_counts.fold(writing.link, told)


PROJECTION = Projection(Aspect.BUS, {buses: "code", head_counts.head_counts: "code"}, fold, "bus:")


def one(link: Link, code: BusCode) -> Bus | None:
    row = link.one(_ONE, code=storable(code))
    return bus(row) if row else None


def record_of(link: Link, code: BusCode) -> BusRecord:
    row = link.one(_ONE, code=storable(code))
    return record(row) if row else BusRecord(None, Registers({}))


def every(link: Link) -> Sequence[Bus]:
    return _known(link.all(_ALL))


def some(link: Link, codes: Sequence[BusCode]) -> Mapping[BusCode, Bus]:
    return {each.code: each for each in _known(link.all(_SOME, codes=json.dumps(codes)))}


def of_route(link: Link, route: RouteId) -> Sequence[Bus]:
    return _known(link.all(_OF_ROUTE, route=route))


def _known(rows: Sequence[Sequence[Any]]) -> Sequence[Bus]:
    return [known for row in rows if (known := bus(row))]
