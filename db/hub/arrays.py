"""Any number of rows given to one statement, as arrays of their columns: its text, and what is planned of it, stay."""

from typing import Any

import sqlalchemy as sa


def rows_of(**columns: Any) -> sa.TableValuedAlias:
    """Return arrays of the types given as a table of their elements."""
    arrays = [sa.bindparam(_bound(name), type_=kind) for name, kind in columns.items()]
    named = [sa.column(name, kind.item_type) for name, kind in columns.items()]
    return sa.func.unnest(*arrays).table_valued(*named, name="given").render_derived()


def given(**columns: list[Any]) -> dict[str, list[Any]]:
    """Return what binds the arrays of `rows_of`."""
    return {_bound(name): values for name, values in columns.items()}


def _bound(name: str) -> str:
    return f"each_{name}"
