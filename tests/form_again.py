"""The form of a new store, made by the migrations once in a process and set down again for every further store."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from db import migrating

#: What stands in the database, but not what SQLite makes by itself: its own tables, and those behind a full-text index.
_MADE = """
SELECT sql FROM sqlite_master
WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
AND name NOT IN (SELECT name FROM pragma_table_list WHERE type = 'shadow')
ORDER BY rowid
"""
_TABLES = "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"

Upgrade = Callable[..., None]


def remembering(upgrade: Upgrade) -> Upgrade:
    """Return what upgrades as `upgrade` does; a new store is given what the first one of all was given."""
    known: list[tuple[str, tuple[Any, ...]]] = []

    def upgraded(connection: sa.Connection, scripts: Path = migrating.SCRIPTS, *more: Any, **named: Any) -> None:
        new = not connection.exec_driver_sql("SELECT 1 FROM sqlite_master").first()
        if not new or scripts != migrating.SCRIPTS or more or named:
            upgrade(connection, scripts, *more, **named)
        elif known:
            for statement, values in known:
                connection.exec_driver_sql(statement, values)
        else:
            upgrade(connection)
            known.extend(_said(connection))

    return upgraded


def _said(connection: sa.Connection) -> list[tuple[str, tuple[Any, ...]]]:
    """Return the statements, with their values, that make what there is."""
    said: list[tuple[str, tuple[Any, ...]]] = [(sql, ()) for (sql,) in connection.exec_driver_sql(_MADE)]
    for (table,) in connection.exec_driver_sql(_TABLES).all():
        rows = connection.exec_driver_sql(f'SELECT * FROM "{table}"').all()
        said += [(f'INSERT INTO "{table}" VALUES ({", ".join("?" * len(row))})', tuple(row)) for row in rows]
    return said
