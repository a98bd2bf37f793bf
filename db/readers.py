"""Who only reads: connections that see one state of the store and change nothing."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from db.anchor import Anchor
from db.engine import Link, reader_engine


@contextmanager
def reading(file: Path, key: bytes) -> Iterator[Link]:
    """Yield a link that sees one state and touches nothing, whatever the file may be."""
    engine = reader_engine(file, key)
    try:
        with engine.connect() as connection, connection.begin():
            yield Link(connection, file.parent)
    finally:
        engine.dispose()


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
