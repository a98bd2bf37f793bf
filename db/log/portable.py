"""What SQLite and PostgreSQL say in different words: the only place of this package that knows which of them it is."""

from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.dialects.sqlite.dml import OnConflictDoNothing, OnConflictDoUpdate
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

__all__ = ["Among", "AsBytes", "BeginningsAmong", "KindOf", "index_of_some", "insert", "is_of_its_kind"]

# Inserts and partial indexes are said as for SQLite: what says them for PostgreSQL comes with all its drivers, for which a
# laptop would wait as it starts.


@compiles(OnConflictDoNothing, "postgresql")
def _nothing_in_postgresql(element: Any, compiler: Any, **how: Any) -> str:
    return str(compiler.visit_on_conflict_do_nothing(_without_constraint(element), **how))


@compiles(OnConflictDoUpdate, "postgresql")
def _update_in_postgresql(element: Any, compiler: Any, **how: Any) -> str:
    return str(compiler.visit_on_conflict_do_update(_without_constraint(element), **how))


def _without_constraint(element: Any) -> Any:
    element.constraint_target = None  # SQLite's names columns, never a constraint
    return element


def index_of_some(name: str, *columns: str) -> sa.Index:
    """Return an index of the rows in which the first of `columns` says anything."""
    return sa.Index(name, *columns, sqlite_where=sa.text(f"{columns[0]} IS NOT NULL"))


@compiles(sa.schema.CreateIndex, "postgresql")
def _index_in_postgresql(element: sa.schema.CreateIndex, compiler: Any, **how: Any) -> str:
    options = element.element.dialect_options
    options["postgresql"]["where"] = options["sqlite"]["where"]
    return str(compiler.visit_create_index(element, **how))


class Among(sa.TextClause):
    """The values of a JSON array of texts bound as `name`: one statement text for any number of them."""

    inherit_cache = True

    def __init__(self, name: str) -> None:
        super().__init__(f"SELECT value FROM json_each(:{name})")  # noqa: S608 - `name` is ours
        self.name = name


@compiles(Among, "postgresql")
def _among_in_postgresql(element: Among, compiler: SQLCompiler, **how: Any) -> str:
    theirs = sa.text(f"SELECT json_array_elements_text(CAST(:{element.name} AS json))")
    return compiler.process(theirs, **how)


class BeginningsAmong(sa.TextClause):
    """The first sixteen letters of the same."""

    inherit_cache = True

    def __init__(self, name: str) -> None:
        super().__init__(f"SELECT substr(value, 1, 16) FROM json_each(:{name})")  # noqa: S608 - `name` is ours
        self.name = name


@compiles(BeginningsAmong, "postgresql")
def _beginnings_in_postgresql(element: BeginningsAmong, compiler: SQLCompiler, **how: Any) -> str:
    each = f"json_array_elements_text(CAST(:{element.name} AS json))"
    return compiler.process(sa.text(f"SELECT substr(value, 1, 16) FROM {each}"), **how)  # noqa: S608 - `name` is ours


class KindOf(FunctionElement[str]):
    """The kind of what a column holds: SQLite stores anything in any column, and a file can be tampered with."""

    inherit_cache = True
    type = sa.Text()


@compiles(KindOf, "sqlite")
def _kind_in_sqlite(element: KindOf, compiler: SQLCompiler, **how: Any) -> str:
    return f"typeof({compiler.process(element.clauses, **how)})"


@compiles(KindOf, "postgresql")
def _kind_in_postgresql(element: KindOf, _compiler: SQLCompiler, **_how: Any) -> str:
    (column,) = element.clauses
    return f"'{_kind_meant(column)}'"  # its columns hold nothing else


def is_of_its_kind(column: sa.ColumnElement[Any]) -> sa.ColumnElement[bool]:
    """Return whether a column holds what it is for; in a file that was tampered with it need not."""
    return KindOf(column) == sa.literal_column(f"'{_kind_meant(column)}'")


def _kind_meant(column: sa.ColumnElement[Any]) -> str:
    return "integer" if isinstance(column.type, sa.Integer) else "text"


class AsBytes(FunctionElement[bytes]):
    """A text as the bytes that it is stored in: what a file calls a text may be none."""

    inherit_cache = True
    type = sa.LargeBinary()


@compiles(AsBytes, "sqlite")
def _as_bytes_in_sqlite(element: AsBytes, compiler: SQLCompiler, **how: Any) -> str:
    return f"CAST({compiler.process(element.clauses, **how)} AS BLOB)"


@compiles(AsBytes, "postgresql")
def _as_bytes_in_postgresql(element: AsBytes, compiler: SQLCompiler, **how: Any) -> str:
    return f"convert_to({compiler.process(element.clauses, **how)}, 'UTF8')"
