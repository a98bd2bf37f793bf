"""A bell between the processes of a hub: rung when something was stored, heard by all.  No more than a hint."""

import logging
import selectors
import socket
import threading
from collections.abc import Callable
from contextlib import closing, suppress

import psycopg

from checkin_app.domain.ids import ForumId
from checkin_app.runtime.logs import Plain
from db.hub.database import Database
from db.hub.naming import forum_key

log = logging.getLogger(__name__)
#: Seconds between two rings: said within each transaction that writes, it halves what eight writers write.
APART = 0.05
#: Seconds after which who listens looks by itself: a bell can be missed, and some distributed databases have none.
_LOOKS = 2.0
#: Seconds before a lost connection is made again.
_AGAIN = 0.5


class Bell:
    """One connection of a process, which rings for all its writers and hears the others.

    Args:
        database: where the processes meet.
        forum: of what is stored.
        heard: told, from a thread of the bell's own, that another process may have stored something.
    """

    def __init__(self, database: Database, forum: ForumId, heard: Callable[[], None]) -> None:
        self._address = database.url.set(drivername="postgresql").render_as_string(hide_password=False)
        self._channel = f"checkin_hub_{forum_key(forum) & 0xFFFF_FFFF_FFFF_FFFF:016x}"
        self._heard = heard
        self._inner, self._outer = socket.socketpair()
        for each in (self._inner, self._outer):
            each.settimeout(0)
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._run, name="bell", daemon=True)
        self._thread.start()

    def ring(self) -> None:
        """Say that something was stored; returns at once, and several of them are one."""
        with suppress(OSError):  # closed, or rung so often that it will ring anyway
            self._outer.send(b"!")

    def close(self) -> None:
        self._ended.set()
        self.ring()
        self._thread.join()
        self._inner.close()
        self._outer.close()

    def _run(self) -> None:
        while not self._ended.is_set():
            try:
                with psycopg.connect(self._address, autocommit=True, connect_timeout=5) as connection:
                    self._serve(connection)
            except psycopg.Error:
                log.info("the hub's bell is silent for a moment: %s", Plain("no connection"))
                self._heard()  # whatever it was that was missed
                self._ended.wait(_AGAIN)

    def _serve(self, connection: psycopg.Connection) -> None:
        """Ring and hear, until the end or until the connection breaks."""
        listens = self._listens(connection)
        self._heard()  # what came before it was listened
        with closing(selectors.DefaultSelector()) as ready:
            ready.register(self._inner, selectors.EVENT_READ)
            ready.register(connection.fileno(), selectors.EVENT_READ)
            while not self._ended.is_set():
                events = ready.select(_LOOKS)
                others = [*connection.notifies(timeout=0)]
                if any(each.pid != connection.info.backend_pid for each in others) or not events:
                    self._heard()
                if self._was_rung() and listens and not self._ended.is_set():
                    connection.execute(f"NOTIFY {self._channel}")
                    self._ended.wait(APART)

    def _listens(self, connection: psycopg.Connection) -> bool:
        """Return whether this database has bells at all; where it has none, each process looks by itself."""
        try:
            connection.execute(f"LISTEN {self._channel}")
        except (psycopg.errors.FeatureNotSupported, psycopg.errors.SyntaxError):
            return False
        return True

    def _was_rung(self) -> bool:
        with suppress(BlockingIOError):
            return bool(self._inner.recv(4096))
        return False
