"""What was read of a store, remembered until a fact has come that may change it."""

from collections.abc import Callable, Collection
from typing import Generic, TypeVar

import sqlalchemy as sa

from checkin_app.domain.kinds.body import Aspect
from db.engine import Link, Prepared
from db.log import heads
from db.log.tables import facts

T = TypeVar("T")


class Remembered(Generic[T]):
    """One thing that follows from the facts of some aspects; used by several threads at once.

    A hub asks before each answer who takes part, and that changes a few times a day: only what has come since is
    looked at, by the place at which it came.
    """

    def __init__(self, read: Callable[[Link], T], aspects: Collection[Aspect]) -> None:
        self._read = read
        # What was withheld begins to count with a fact of its operation.
        words: list[sa.ColumnElement[str]] = [
            sa.literal_column(f"'{each.value}'") for each in sorted({*aspects, Aspect.OPERATION})
        ]
        self._moved = Prepared(
            sa.select(sa.literal_column("1"))
            .where(facts.c.arrival > sa.bindparam("since"), facts.c.aspect.in_(words))
            .limit(sa.literal_column("1"))
        )
        self._known: tuple[int, T] | None = None
        """The fact that came last, and what was so then."""

    def at(self, link: Link) -> T:
        """Return what is so in the state that `link` sees, or in a later one."""
        known, newest = self._known, heads.newest_arrival(link)
        if known and (newest <= known[0] or link.one(self._moved, since=known[0]) is None):
            found = known[1]
        else:
            found = self._read(link)
        if known is None or newest > known[0]:
            self._known = (newest, found)  # at once, as several threads may ask
        return found

    def forget(self) -> None:
        """Read anew: the rows were mended."""
        self._known = None
