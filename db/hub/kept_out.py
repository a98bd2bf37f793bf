"""What a hub was offered and did not take, remembered as any store does."""

from collections.abc import Iterable, Mapping, Sequence

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert

from checkin_app.domain.ids import Instant, LogId, StationId
from checkin_app.services.ports.kept_out import KeptOut, KeptOutFact
from db.hub.naming import log_key
from db.hub.tables import Uuids, forums, logs, quarantine
from db.hub.tables import kept_out as table
from db.log.kept_out_rows import COLUMNS, Left, Row, groups, remembered

_bind = sa.bindparam
#: Held by whoever writes here: it is seldom done, and not at once.
_MINE = sa.select(forums.c.forum).where(forums.c.forum == _bind("forum")).with_for_update()
_EVERY = sa.select(*(table.c[name] for name in COLUMNS)).where(table.c.forum == _bind("forum"))
_HEADS = sa.select(logs.c.log_id, logs.c.head_seq).where(
    logs.c.forum == _bind("forum"), logs.c.log_id == sa.any_(_bind("log_ids", type_=Uuids))
)
_save = insert(table)
_SAVE = _save.on_conflict_do_update(
    index_elements=["forum", "log_id", "why"],
    set_={name: _save.excluded[name] for name in ("count", "last_seq", "at")},
)
_DROP = sa.delete(table).where(
    table.c.forum == _bind("of_forum"), table.c.log_id == _bind("of_log"), table.c.why == _bind("of_why")
)
_SET_ASIDE = sa.select(sa.func.count()).select_from(quarantine).where(quarantine.c.forum == _bind("forum"))


def remember(connection: sa.Connection, forum: int, facts: Iterable[KeptOutFact], at: Instant) -> None:
    connection.execute(_MINE, {"forum": forum})
    over, written = remembered(_rows(connection, forum), facts, at)
    _drop(connection, forum, over)
    _save_all(connection, forum, written)


def remember_misplaced(connection: sa.Connection, forum: int, giver: StationId, count: int, at: Instant) -> None:
    row = Row.of_misplaced(giver, count, at)
    connection.execute(_MINE, {"forum": forum})
    _drop(connection, forum, [row])
    _save_all(connection, forum, [row] if count else [])


def read(connection: sa.Connection, forum: int, names: Mapping[StationId, str]) -> KeptOut:
    """Return what is kept out at the moment, but for documents."""
    aside = connection.scalar(_SET_ASIDE, {"forum": forum})
    known = sorted(_rows(connection, forum), key=lambda each: each[0].key)
    return KeptOut(tuple(groups(known, names)), aside or 0)


def _rows(connection: sa.Connection, forum: int) -> Sequence[Left]:
    rows = [Row.of(tuple(each)) for each in connection.execute(_EVERY, {"forum": forum})]
    keys = {log_key(LogId(each.log_id)) for each in rows}
    found = connection.execute(_HEADS, {"forum": forum, "log_ids": [*keys]}) if keys else ()
    heads = {key: seq for key, seq in found}  # noqa: C416 - rows are no pairs to a type checker
    return [(each, each.left(heads.get(log_key(each.log_id), 0))) for each in rows]


def _drop(connection: sa.Connection, forum: int, rows: Sequence[Row]) -> None:
    if rows:
        given = [{"of_forum": forum, "of_log": row.log_id, "of_why": row.why.value} for row in rows]
        connection.execute(_DROP, given)


def _save_all(connection: sa.Connection, forum: int, rows: Sequence[Row]) -> None:
    if rows:
        connection.execute(_SAVE, [{"forum": forum, **row.saved()} for row in rows])
