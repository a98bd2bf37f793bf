"""What a scan reads of whoever comes, read while nobody comes: a page is fetched and deciphered once, and ready then."""

from collections.abc import Hashable

import sqlalchemy as sa

from checkin_app.domain.kinds.body import Aspect
from db.engine import Link, Prepared
from db.log.tables import facts
from db.projections import badges, people, presences, rides
from db.writer import Writer

#: Rows of one piece, which are a few milliseconds: a scan that comes meanwhile waits for no more.
_ROWS = 1000
_MOVES = 10_000


def _stretch(table: sa.Table) -> Prepared:
    """Return what reads a stretch of a table by its key, every page of it, and gives back its last key."""
    key = next(iter(table.primary_key))
    some = sa.select(key.label("key")).where(key > sa.bindparam("after")).order_by(key).limit(_ROWS).subquery()
    return Prepared(sa.select(sa.func.max(some.c.key)))


def _stretch_of_rows(table: sa.Table) -> Prepared:
    """Return what reads a stretch of a table that stands in the order of coming: its key leads to rows elsewhere."""
    place = sa.literal_column("rowid", sa.Integer)
    after = place > sa.bindparam("after", type_=sa.Integer)
    some = sa.select(place.label("place")).select_from(table).where(after).order_by(place).limit(_ROWS).subquery()
    return Prepared(sa.select(sa.func.max(some.c.place)))


def _stretch_of_moves() -> Prepared:
    """Return what reads a stretch of the index of movements: whoever is let in is entered in it, among all others."""
    moves = (facts.c.aspect == sa.literal_column(f"'{Aspect.MOVEMENT}'"), facts.c.subject > sa.bindparam("after"))
    some = sa.select(facts.c.subject).where(*moves).order_by(facts.c.subject).limit(_MOVES).subquery()
    return Prepared(sa.select(sa.func.max(some.c.subject)))


#: Each with where it begins.
_STRETCHES: tuple[tuple[Prepared, str | int], ...] = (
    (_stretch_of_rows(people.delegates), 0),
    *(
        (_stretch(table), "")
        for table in (people.delegates, presences.presences, badges.badges, rides.rides, rides.ride_sayings)
    ),
    (_stretch_of_moves(), ""),
)


class ReadingAhead:
    """Goes through the tables piece by piece, and again once another process wrote: SQLite then forgets its pages."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer
        self._version: Hashable = None
        self._left: list[tuple[Prepared, str | int]] = []
        self._after: str | int = ""

    def step(self) -> bool:
        """Read one piece on the connection that writes, where nobody writes; return whether to go on at once."""
        if self._version != (version := self._writer.others()):
            self._version, self._left = version, list(_STRETCHES)
            self._after = self._left[0][1]
        with self._writer.if_free() as link:
            if link is None:
                return False
            if self._left:
                self._read(link)
        return bool(self._left)

    def _read(self, link: Link) -> None:
        row = link.one(self._left[0][0], after=self._after)
        if row and row[0]:
            self._after = row[0]
        else:
            del self._left[0]
            self._after = self._left[0][1] if self._left else ""
