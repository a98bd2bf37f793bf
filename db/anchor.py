"""Whether the files that are open are still those at their path: what is written into others is said and lost."""

from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from checkin_app.domain.problems import StorageProblem, StoreCorrupt, StoreReplaced, WrongKey
from db.looking import looking_at

_Place = tuple[int, int, int]
_State = tuple[int, tuple[int, int], int]
#: SQLite's own files beside a database.  Without its log a commit is lost, without its index two writers meet.
LOG = "-wal"
BESIDE = (LOG, "-shm")


class Anchor:
    """Remembers which files a store was opened on, by device and inode.

    A database that was written over in its place keeps both.  It changes only when SQLite moves its log into it, so
    after every change `prove` looks whether what can be read there is still this store.

    The files are never opened for this: closing one of them would give up all locks that SQLite holds on it in this
    process (sqlite.org/howtocorrupt.html, 2.2).  On Windows nobody can remove or replace a file that is open.
    """

    def __init__(self, file: Path, prove: Callable[[], None] | None = None) -> None:
        self.file = file
        self._prove = prove
        self._proven: _State | None = None
        self._written_over = False
        self._database = str(file)
        self._beside = tuple(f"{file}{ending}" for ending in BESIDE)
        self._log = self._beside[0]
        self._looks = {
            name: looking_at(name, change=name == self._database) for name in (self._database, *self._beside)
        }
        self._held: dict[str, _Place] = {}
        self._state: _State | None = None
        """The size and the time of the last change of the database, and how often its log was cut."""
        self._log_size = self._cuts = self._proven_cuts = 0

    def hold_database(self) -> None:
        """Take the database as it is now, before anything of it is read."""
        self._held |= self._look_at((self._database,))

    def hold_beside(self) -> None:
        """Take the files beside it, which an open connection has made or found."""
        self._held |= self._look_at(self._beside)

    def let_go_beside(self) -> None:
        """Forget the files beside it: SQLite removes them with the last connection."""
        for name in self._beside:
            self._held.pop(name, None)

    def must_hold(self) -> None:
        """Make sure that every file taken is still there.

        Raises:
            StoreReplaced: one was removed, or another stands in its place.
        """
        if self._look_at([*self._held]) != self._held:
            raise StoreReplaced(folder=str(self.file.parent))
        if self._state != self._proven:
            self._must_be_this_store()

    def was_written_over(self) -> bool:
        """Return whether the file is the one that was opened and what is in it is not."""
        with suppress(StorageProblem):
            self.must_hold()
        return self._written_over

    def left_beside(self) -> tuple[Path, ...]:
        """Return the files that belong to a database which is no longer at its path, while they still are at theirs.

        Whoever opens what stands there now would read them as its own.
        """
        if self._log not in self._held or self._is_in_place(self._database):
            return ()
        return tuple(Path(name) for name in self._beside if self._is_in_place(name))

    def _must_be_this_store(self) -> None:
        state, cuts = self._state, self._cuts
        if self._prove and self._proven:
            try:
                self._prove()
            except StorageProblem as problem:
                # Where the log was cut, what cannot be read was in it.
                lost = type(problem) is StorageProblem and cuts != self._proven_cuts
                if not lost and not isinstance(problem, StoreCorrupt | WrongKey):
                    return  # a full disk, say: it is looked at again at the next unit of work
                self._written_over = True
                raise StoreReplaced(folder=str(self.file.parent)) from problem
        self._proven, self._proven_cuts = state, cuts

    def _is_in_place(self, name: str) -> bool:
        try:
            return self._look_at((name,))[name] == self._held[name]
        except StorageProblem:
            return False

    def _look_at(self, names: Iterable[str]) -> dict[str, _Place]:
        """Return which file is at each path: written out, since each scan comes by here twice."""
        found: dict[str, _Place] = {}
        try:
            for name in names:
                found[name], size, changed = self._looks[name]()
                if name == self._log:
                    self._measure(size)
                elif name == self._database:
                    self._state = (size, changed, self._cuts)
        except OSError as error:
            raise StoreReplaced(folder=str(self.file.parent)) from error
        return found

    def _measure(self, size: int) -> None:
        """Notice that the log is shorter than it was.

        SQLite writes it over from its beginning, and cuts it off only where all of it has been moved into the database.
        """
        if size < self._log_size:
            self._cuts += 1
            if self._state:
                self._state = (*self._state[:2], self._cuts)
        self._log_size = size
