"""Rows that come as one text each: the driver lets go of the interpreter's lock twice for every column that it hands over.

A scan that asked for all that is known of a person let go of it a hundred times, and whoever computes beside it may keep it
each time.
"""

from functools import reduce
from operator import or_
from typing import Any

import msgspec
import sqlalchemy as sa

from checkin_app.domain.details import StoreFault
from checkin_app.domain.problems import StoreCorrupt
from db.engine import Link, kinds_of


class Packed:
    """A statement whose rows SQLite writes as JSON: of texts and whole numbers, never of bytes."""

    __slots__ = ("_columns", "_decoder", "_rows", "_statement")

    def __init__(self, statement: sa.Select[Any]) -> None:
        self._statement = statement
        self._columns = list(statement.selected_columns)
        self._decoder: msgspec.json.Decoder[list[tuple[Any, ...]]] | None = None

    def as_text(self) -> sa.ScalarSelect[Any]:
        """Return what selects all rows at once, as one column of another statement."""
        row = sa.func.json_array(*self._columns)
        rows = self._statement.with_only_columns(sa.func.json_group_array(row), maintain_column_froms=True)
        return rows.scalar_subquery()

    def rows(self, link: Link, text: str) -> list[tuple[Any, ...]]:
        """Return the rows of such a column.

        Raises:
            StoreCorrupt: a value is none that its column can have: SQLite stores anything in any column.
        """
        if text == "[]":
            return []
        if self._decoder is None:  # when it is first used, as statements are compiled
            columns = tuple(reduce(or_, each) for each in kinds_of(self._statement))
            self._decoder = msgspec.json.Decoder(list[tuple[columns]])  # type: ignore[valid-type]  # the statement says them
        try:
            return self._decoder.decode(text)
        except msgspec.MsgspecError as error:
            raise StoreCorrupt(folder=str(link.folder), detail=StoreFault.VALUE_UNFIT) from error
