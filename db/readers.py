"""Who only reads: connections that see one state of the store and change nothing."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import sqlalchemy as sa

from checkin_app.domain.details import StoreFault
from checkin_app.domain.problems import StoreCorrupt
from checkin_app.services.ports.progress import Stopped, unstopped
from db.anchor import Anchor
from db.engine import Link, Prepared, reader_engine
from db.log.tables import facts

_LAST_ARRIVAL = Prepared(sa.select(sa.func.max(facts.c.arrival)))


@contextmanager
def reading(file: Path, key: bytes) -> Iterator[Link]:
    """Yield a link that sees one state and touches nothing, whatever the file may be."""
    engine = reader_engine(file, key)
    try:
        with engine.connect() as connection, connection.begin():
            yield Link(connection, file.parent)
    finally:
        engine.dispose()


@contextmanager
def reading_aside(file: Path, key: bytes, stopped: Stopped = unstopped) -> Iterator[Link]:
    """Yield such a link in which temporary tables can be made; nothing else is written with it.

    Raises:
        WorkStopped: `stopped` said so, which is asked all along, in the midst of a statement as well.
    """
    with reading(file, key) as link:
        link.script("PRAGMA query_only = OFF")
        link.ask_all_along(stopped)
        try:
            yield link
        finally:  # what was begun is taken back in any case
            link.ask_all_along(None)


class Growth:
    """Looks at a database through a connection of its own: it must be readable, and have lost no fact since."""

    def __init__(self, file: Path, key: bytes) -> None:
        self._file, self._key = file, key
        self._facts = 0

    def must_hold(self) -> None:
        """Read the newest fact.

        Raises:
            StoreCorrupt, WrongKey: what is there is not what was there.
        """
        with reading(self._file, self._key) as link:
            row = link.one(_LAST_ARRIVAL)
        known = int(row[0] or 0) if row else 0
        if known < self._facts:
            raise StoreCorrupt(folder=str(self._file.parent), detail=StoreFault.FACTS_GONE)
        self._facts = known


class Reader:
    """Connections of a process that can only read; each is used by one thread at a time."""

    def __init__(self, anchor: Anchor, key: bytes) -> None:
        self._engine = reader_engine(anchor.file, key)
        self._anchor = anchor

    @contextmanager
    def reading(self) -> Iterator[Link]:
        """Yield a link that sees one state of the store.

        Raises:
            StoreReplaced: what it would read is not what is at the store's path.
        """
        with self._engine.connect() as connection, connection.begin():
            self._anchor.must_hold()
            yield Link(connection, self._anchor.file.parent)

    def close(self) -> None:
        self._engine.dispose()


class Snapshots:
    """Reads one state of the store at a time: what the queries of each subject have in common."""

    _reader: Reader

    def reading(self) -> AbstractContextManager[Link]:
        """Return a link that sees one state of the store and can only read.

        Raises:
            StoreReplaced: what it would read is not what is at the store's path.
        """
        return self._reader.reading()
