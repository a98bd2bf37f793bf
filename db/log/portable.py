"""What SQLite and PostgreSQL say in different words: the only place of this package that knows which of them it is."""

from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement


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
