"""Statements that several modules of the store are made of."""

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from db.engine import Prepared

_bind = sa.bindparam


def saving(table: sa.Table) -> Prepared:
    """Return the statement that writes a whole row, new or not."""
    keys = [column.name for column in table.primary_key]
    names = [column.name for column in table.columns]
    statement = insert(table).values({name: _bind(name) for name in names})
    rest = {name: statement.excluded[name] for name in names if name not in keys}
    if not rest:
        return Prepared(statement.on_conflict_do_nothing())
    return Prepared(statement.on_conflict_do_update(index_elements=keys, set_=rest))
