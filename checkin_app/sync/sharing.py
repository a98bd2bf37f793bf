"""A hub of several processes: what it promises stands in the log that they share, and each one's own store follows it."""

import logging
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Protocol

from checkin_app.domain.facts import Fact
from checkin_app.domain.problem import Problem
from checkin_app.runtime.logs import Plain
from checkin_app.services.conversing import Conversation, Met, carried
from checkin_app.services.opened import OpenedStation
from checkin_app.services.ports.fact_log import FactLog
from checkin_app.services.responding import respond

log = logging.getLogger(__name__)
#: Seconds between two glances at what other commands wrote into the store, between two looks at the shared log where no
#: bell was heard, and after which what could not be taken is tried again.
_GLANCES, _LOOKS, _FORGETS = 0.25, 5.0, 60.0


class SharedLog(FactLog, Protocol):
    """What several processes share."""

    def set_aside(self, facts: Sequence[Fact]) -> None:
        """Keep facts of a laptop that was shut out as evidence."""
        ...


class Sharing:
    """Lets the store of a hub's process follow the log that all of its processes share, until it is closed.

    Laptops are answered from that log alone: what was acknowledged by one process is known to each, and a process that
    ends, and its folder, can be done without.  The store is there for what is folded: who takes part, and what is shown.

    Args:
        station: the hub's own.
        newest: returns the place of what its store was told last.
        shared: what the processes share.
    """

    def __init__(self, station: OpenedStation, newest: Callable[[], int], shared: SharedLog) -> None:
        own = station.merging
        # By the store's fold it is known who may say what, and who was shut out.
        self._answering = replace(
            own, log=shared, vouched=own.log.station_keys, set_aside=shared.set_aside, shown_by=own
        )
        self._following = replace(own, vouched=shared.station_keys)
        #: As laptops are answered by this process.
        self.station = replace(station, merging=self._answering)
        self._conversation = Conversation(self._following)
        self._since = self._looked = time.monotonic()
        self._newest, self._seen = newest, 0
        self._due, self._ended = threading.Event(), threading.Event()
        self._thread = threading.Thread(target=self._run, name="sharing", daemon=True)

    def start(self) -> None:
        """Follow from now on.

        Raises:
            StorageProblem: one of the two cannot be used now.
        """
        self.meet_once()
        self._thread.start()

    def follow(self) -> None:
        """Say that something may have been stored, here or in the shared log."""
        self._due.set()

    def meet_once(self) -> Met:
        """Bring both to the same facts."""
        self._looked = time.monotonic()
        if self._looked - self._since > _FORGETS:
            self._conversation, self._since = Conversation(self._following), self._looked
        self._seen = self._newest()
        return carried(self._conversation.meet(), lambda request: respond(self._answering, request))

    def close(self) -> None:
        self._ended.set()
        self._due.set()
        if self._thread.ident:
            self._thread.join()

    def _run(self) -> None:
        while not self._ended.is_set():
            rung = self._due.wait(_GLANCES)
            self._due.clear()
            try:
                if not self._ended.is_set() and (rung or self._is_time()):
                    self.meet_once()
            except Problem as problem:  # the next look brings what was missed
                log.info("the hub's store could not follow: %s", Plain(problem.key))
                self._conversation = Conversation(self._following)

    def _is_time(self) -> bool:
        return self._newest() != self._seen or time.monotonic() - self._looked > _LOOKS
