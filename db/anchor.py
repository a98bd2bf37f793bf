"""Whether the files that are open are still those at their path: what is written into others is said and lost."""

import os
from pathlib import Path

from checkin_app.domain.problems import StorageProblem, StoreReplaced

_Place = tuple[int, int]
#: SQLite's own files beside a database.  Without its log a commit is lost, without its index two writers meet.
BESIDE = ("-wal", "-shm")


class Anchor:
    """Remembers which files a store was opened on, by device and inode.

    The files are never opened for this: closing one of them would give up all locks that SQLite holds on it in this
    process (sqlite.org/howtocorrupt.html, 2.2).  On Windows nobody can remove or replace a file that is open.
    """

    def __init__(self, file: Path) -> None:
        self.file = file
        self._database = str(file)
        self._beside = tuple(f"{file}{ending}" for ending in BESIDE)
        self._held: dict[str, _Place] = {}

    def hold_database(self) -> None:
        """Take the database as it is now, before anything of it is read."""
        self._held[self._database] = self._look(self._database)

    def hold_beside(self) -> None:
        """Take the files beside it, which an open connection has made or found."""
        for name in self._beside:
            self._held[name] = self._look(name)

    def let_go_beside(self) -> None:
        """Forget the files beside it: SQLite removes them with the last connection."""
        for name in self._beside:
            self._held.pop(name, None)

    def must_hold(self) -> None:
        """Make sure that every file taken is still there.

        Raises:
            StoreReplaced: one was removed, or another stands in its place.
        """
        for name, held in tuple(self._held.items()):
            if self._look(name) != held:
                raise StoreReplaced(folder=str(self.file.parent))

    def left_beside(self) -> tuple[Path, ...]:
        """Return the files that belong to a database which is no longer at its path, while they still are at theirs.

        Whoever opens what stands there now would read them as its own.
        """
        if self._beside[0] not in self._held or self._is_in_place(self._database):
            return ()
        return tuple(Path(name) for name in self._beside if self._is_in_place(name))

    def _is_in_place(self, name: str) -> bool:
        try:
            return self._look(name) == self._held[name]
        except StorageProblem:
            return False

    def _look(self, name: str) -> _Place:
        try:
            found = os.stat(name)  # noqa: PTH116 - three of them stand in the way of each scan: a third of the time
        except OSError as error:
            raise StoreReplaced(folder=str(self.file.parent)) from error
        return found.st_dev, found.st_ino
