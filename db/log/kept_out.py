"""What was refused or waits, remembered by its place until it has come after all."""

from collections.abc import Iterable, Mapping, Sequence

import sqlalchemy as sa

from checkin_app.domain.ids import Instant, StationId
from checkin_app.services.ports.kept_out import KeptOut, KeptOutFact
from db.engine import Link, Prepared
from db.log import quarantine
from db.log.kept_out_rows import COLUMNS, Left, Row, groups, remembered
from db.log.portable import insert
from db.log.tables import kept_out as table
from db.log.tables import logs

_head = sa.func.coalesce(logs.c.head_seq, 0)
_EVERY = Prepared(
    sa.select(*(table.c[name] for name in COLUMNS), _head)
    .select_from(table.outerjoin(logs, logs.c.log_id == table.c.log_id))
    .order_by(table.c.log_id, table.c.why)
)
_save = insert(table).values({name: sa.bindparam(name) for name in COLUMNS})
_SAVE = Prepared(
    _save.on_conflict_do_update(
        index_elements=["log_id", "why"],
        set_={name: _save.excluded[name] for name in ("count", "last_seq", "at")},
    )
)
_DROP = Prepared(sa.delete(table).where(table.c.log_id == sa.bindparam("log_id"), table.c.why == sa.bindparam("why")))
_FORGET = Prepared(sa.delete(table))


def remember(link: Link, facts: Iterable[KeptOutFact], at: Instant) -> None:
    """Remember what was offered and not taken."""
    over, written = remembered(_rows(link), facts, at)
    link.run(_DROP, [row.named() for row in over])
    link.run(_SAVE, [row.saved() for row in written])


def remember_misplaced(link: Link, giver: StationId, count: int, at: Instant) -> None:
    """Remember how many rows in a station's store stand in no place of any log: as many as were found there last."""
    row = Row.of_misplaced(giver, count, at)
    link.run(_DROP, [row.named()])
    if count:
        link.run(_SAVE, [row.saved()])


def forget(link: Link) -> None:
    """Speak no more of anything that was refused or waits; what is offered again is spoken of again."""
    link.run(_FORGET, [{}])


def read(link: Link, names: Mapping[StationId, str]) -> KeptOut:
    """Return what is kept out at the moment, but for documents.

    Args:
        link: to one state of a store.
        names: what people call the stations.
    """
    return KeptOut(tuple(groups(_rows(link), names)), quarantine.count(link))


def _rows(link: Link) -> Sequence[Left]:
    return [((row := Row.of(values[:-1])), row.left(values[-1])) for values in link.all(_EVERY)]
