"""The transactions of the connection that writes, straight on the driver: each scan is one."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from typing import Any

import sqlalchemy as sa

from db.trouble import RAISED, foreseen, problem_of


class Transaction:
    """What is written between BEGIN IMMEDIATE and its end.

    SQLAlchemy's own way costs a scan as much as three statements.  Where one of its statements was executed meanwhile
    it thinks of this as a transaction that it began, and ends it with us.
    """

    __slots__ = ("_connection", "_driver", "_folder", "is_active", "is_over")

    def __init__(self, connection: sa.Connection, driver: Any, folder: Path) -> None:
        """Begin.

        Raises:
            StoreBusy: somebody else writes.
        """
        self._connection, self._driver, self._folder = connection, driver, folder
        self._execute("BEGIN IMMEDIATE")
        self.is_active = True
        """Whether neither its commit nor its rollback was tried."""
        self.is_over = False
        """Whether either was done; what failed leaves nobody knows what."""

    def commit(self) -> None:
        """Commit; what SQLite rolled back by itself cannot be."""
        self.is_active = False
        self._execute("COMMIT")
        self._leave()

    @contextmanager
    def committing(self) -> Iterator[Callable[[], bool]]:
        """Commit on a thread of its own, which needs no interpreter for it; yield what tells whether it goes on yet."""
        self.is_active = False
        failed: list[BaseException] = []

        def commit() -> None:
            try:
                self._execute("COMMIT")
            except BaseException as error:  # noqa: BLE001 - it is raised below, where it is waited for
                failed.append(error)

        thread = Thread(target=commit, name="commit")
        thread.start()
        try:
            yield thread.is_alive
        finally:
            thread.join()
        if failed:
            raise failed[0]
        self._leave()

    def rollback(self) -> None:
        self.is_active = False
        with foreseen(self._folder):
            self._driver.rollback()
        self._leave()

    def _leave(self) -> None:
        if begun := self._connection.get_transaction():
            begun.close()  # there is nothing left of it in the driver
        self.is_over = True

    def _execute(self, sql: str) -> None:
        try:
            self._driver.execute(sql)
        except RAISED as error:
            raise problem_of(error, self._folder) or error from error
