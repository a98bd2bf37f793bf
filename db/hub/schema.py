"""The form of a hub's database: made once, by whichever process comes first, and never by an older version."""

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert

from checkin_app.domain.ids import ForumId
from checkin_app.domain.problems_hub_database import HubDatabaseForeign, HubDatabaseNewer
from db.hub.database import Database
from db.hub.naming import forum_key
from db.hub.sealing import Seal
from db.hub.tables import PARTED, form, forums, metadata

#: The form that this version reads and writes.
FORM = 1
#: Of the engines that speak PostgreSQL's language, this one spreads rows by their key alone and knows no such parts.
_WITHOUT_PARTS = "CockroachDB"


def prepare(database: Database, forum: ForumId, seal: Seal) -> None:
    """Make what is missing for a forum.

    Raises:
        HubDatabaseNewer, HubDatabaseForeign: nothing was changed.
        StorageProblem: the database cannot be used.
    """
    if not database.run(_is_made):
        database.run(_make)
    database.run(lambda connection: _must_be_ours(connection, forum, seal))


def _is_made(connection: sa.Connection) -> bool:
    """Return whether the tables are there; raises HubDatabaseNewer where they are not as this version knows them."""
    if connection.scalar(sa.text("SELECT to_regclass('hub_form')")) is None:
        return False
    made = connection.scalar(sa.select(sa.func.max(form.c.form))) or 0
    if made > FORM:
        raise HubDatabaseNewer
    return bool(made)


def _make(connection: sa.Connection) -> None:
    """Make all tables in one transaction; where two processes do it at once, one fails and finds them made."""
    with_parts = _WITHOUT_PARTS not in str(connection.scalar(sa.select(sa.func.version())))
    made = sa.MetaData()
    for table in metadata.sorted_tables:
        copy = table.to_metadata(made)
        if with_parts and table in PARTED:
            copy.dialect_options["postgresql"]["partition_by"] = "LIST (forum)"
    made.create_all(connection)
    connection.execute(insert(form).values(form=FORM).on_conflict_do_nothing())


def _must_be_ours(connection: sa.Connection, forum: ForumId, seal: Seal) -> None:
    key = forum_key(forum)
    row = {"forum": key, "name": forum, "proof": seal.proof}
    connection.execute(insert(forums).values(row).on_conflict_do_nothing())
    proof = connection.scalar(sa.select(forums.c.proof).where(forums.c.forum == key).with_for_update())
    if proof != seal.proof:
        raise HubDatabaseForeign
    for table in PARTED:
        _give_part(connection, table.name, key)


def _give_part(connection: sa.Connection, table: str, key: int) -> None:
    """Give a forum its part of a table: made aside and then added, so that no other forum waits for it."""
    part = f"{table}_{key & 0xFFFF_FFFF_FFFF_FFFF:016x}"
    has_parts = sa.text("SELECT partstrat FROM pg_partitioned_table WHERE partrelid = to_regclass(:name)")
    there = connection.scalar(sa.text("SELECT to_regclass(:part)"), {"part": part}) is not None
    if there or connection.scalar(has_parts, {"name": table}) is None:
        return
    connection.execute(sa.text(f"CREATE TABLE {part} (LIKE {table} INCLUDING ALL)"))
    connection.execute(sa.text(f"ALTER TABLE {table} ATTACH PARTITION {part} FOR VALUES IN ('{key}')"))
