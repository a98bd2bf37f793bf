"""One PostgreSQL as a hub reaches it: transactions that are tried again, and every driver's error turned into a Problem."""

import logging
import random
import threading
import time
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

import psycopg
import sqlalchemy as sa

from checkin_app.domain.problems import DiskFull, Problem
from checkin_app.domain.problems_hub_database import HubDatabaseAway
from checkin_app.runtime.logs import Plain

log = logging.getLogger(__name__)
T = TypeVar("T")

#: Conditions (postgresql.org/docs/current/errcodes-appendix.html) after which the same transaction can succeed.
#: Whether the last one did is not known where the connection broke as it committed: what it holds is then known.
AGAIN: Mapping[str, str] = {
    "23505": "somebody wrote the same",  # unique_violation
    "42P07": "somebody made the same",  # duplicate_table: looked for, not there, and there when it was made
    "42710": "somebody made the same",  # duplicate_object, as the type of a table's rows
    "40001": "not serialisable",
    "40003": "not known whether it was written",
    "40P01": "deadlock",
    "55P03": "lock not to be had",
    "25006": "read only for the moment",  # as one that takes over is
    "53300": "too many connections",
    "57P01": "shut down",
    "57P02": "crashed",
    "57P03": "starting",
    "57P05": "idle for too long",
}
#: What breaks a connection: the class of its conditions, and those of a server that goes or comes.
_BROKEN = ("08", "57P")
_LOST, _NO_ROOM = "08000", "53300"
_DISK_FULL = "53100"
#: Seconds between the first two attempts; each further one waits twice as long, up to the longest.
_SHORTEST, _LONGEST = 0.01, 1.0
#: Seconds after which the server lets go of what a process holds that froze, or went without a word, in a transaction.
_FROZEN = 30.0
#: So often a transaction that reached the database is tried: one that fails oftener will always fail.
_ATTEMPTS = 30


class Database:
    """Connections to one database, as many as are worked with at once.

    Args:
        url: in SQLAlchemy's form, ``postgresql+psycopg://user@host/name``.
        patience: for how many seconds a database that is away is asked again before that is said.

    Raises:
        HubDatabaseAway: that is no address of a PostgreSQL.
    """

    def __init__(self, url: str, *, patience: float = 20.0, isolation: str = "READ COMMITTED") -> None:
        self.url = _address(url)
        self.patience = patience
        self._closed = threading.Event()
        self.engine = sa.create_engine(
            self.url, isolation_level=isolation, pool_size=8, max_overflow=24, pool_timeout=patience,
            hide_parameters=True,
            connect_args={"connect_timeout": 5, "application_name": "checkin-hub"},
        )  # fmt: skip
        sa.event.listen(self.engine, "connect", self._bound)

    def run(self, work: Callable[[sa.Connection], T]) -> T:
        """Return what `work` returns in a transaction that was committed; it may be done several times until it is.

        Raises:
            StorageProblem: nothing is known to have been written.
        """
        began, attempt = time.monotonic(), 0
        while True:
            try:
                with self.engine.begin() as connection:
                    return work(connection)
            except (sa.exc.DBAPIError, psycopg.Error, sa.exc.TimeoutError) as error:
                attempt += 1
                self._may_try_again(error, time.monotonic() - began, attempt)
            pause = min(_LONGEST, _SHORTEST * 2**attempt) * random.uniform(0.5, 1)  # noqa: S311 - no secret
            if self._closed.wait(pause):
                raise HubDatabaseAway

    def _bound(self, connection: Any, _record: object) -> None:
        """Bound how long a transaction waits for another's locks, and how long others wait for a process that froze."""
        connection.execute(f"SET lock_timeout = {max(1, int(self.patience * 1000))}")
        connection.execute(f"SET idle_in_transaction_session_timeout = {int(_FROZEN * 1000)}")
        connection.commit()

    def _may_try_again(self, error: Exception, waited: float, attempt: int) -> None:
        """Say that the same can be tried again, or raise."""
        state = _state(error)
        if state.startswith(_BROKEN):
            self.engine.dispose()  # none of its connections is good any more
        elif state not in AGAIN or attempt > _ATTEMPTS:
            problem = _problem(state)
            raise problem or error from (error if problem else None)
        if waited > self.patience:
            raise HubDatabaseAway from error
        log.info("a transaction of the hub is tried again: %s", Plain(AGAIN.get(state, "no connection")))

    def close(self) -> None:
        """Close all connections; who waits for the database to come back waits no longer."""
        self._closed.set()
        self.engine.dispose()


def _address(url: str) -> sa.URL:
    try:
        address = sa.make_url(url)
    except (sa.exc.ArgumentError, ValueError) as error:
        raise HubDatabaseAway from error
    if address.get_backend_name() != "postgresql":
        raise HubDatabaseAway
    return address.set(drivername="postgresql+psycopg")


def _state(error: Exception) -> str:
    """Return an error's condition; what the driver says of itself is that there is no connection."""
    if isinstance(error, sa.exc.TimeoutError):
        return _NO_ROOM
    cause = error.orig if isinstance(error, sa.exc.DBAPIError) else error
    lost = isinstance(cause, psycopg.OperationalError | psycopg.InterfaceError)
    return getattr(cause, "sqlstate", None) or (_LOST if lost else "")


def _problem(state: str) -> Problem | None:
    if state == _DISK_FULL:
        return DiskFull()
    return HubDatabaseAway() if state[:2] in {"28", "3D", "53"} else None
