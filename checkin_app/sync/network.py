"""The network lane: what is recorded here goes to the hub, what is recorded elsewhere comes, and nobody here waits for it."""

import logging
import random
import secrets
import threading
import time
from collections import deque
from collections.abc import Callable
from functools import partial

from checkin_app.domain.enrolment import Standing
from checkin_app.domain.problems import StorageProblem
from checkin_app.domain.problems_hub import HubForeign, HubNotReached, NotAdmitted, NotJoined, ShutOut
from checkin_app.domain.problems_sync import SyncProblem
from checkin_app.domain.sync.status import Reach, SyncStatus
from checkin_app.services.conversing import Met
from checkin_app.sync.hub_client import HubClient
from checkin_app.sync.joining import ask_to_join, at_hints
from checkin_app.sync.known import Known
from checkin_app.sync.membership import Membership, membership_in
from checkin_app.sync.moving import at_another, must_be_followed
from checkin_app.sync.visit import Around, Meeting

log = logging.getLogger(__name__)
#: Seconds between two looks at what is new here; whoever writes in this process rings besides.
_LOOK = 0.1
#: Seconds between two meetings where a stream brings what is new, and where none does.
_MEET_STREAMED, _MEET_POLLED = (12.0, 15.0), (5.0, 8.0)
#: Seconds after which a stream that brought no greeting is given up for waiting for news.
_GREETED = 4.0
#: Seconds before the hub is tried again: doubled each time, up to the last, and none like another laptop's.
_BACK_OFF = (0.5, 15.0)
_ENDS = 10.0


class Network:
    """Keeps one laptop together with its hub, in a thread of its own and one that listens."""

    def __init__(self, around: Around, report: Callable[[BaseException], object]) -> None:
        """Make ready.

        Args:
            around: what it works between.
            report: takes every exception that is no Problem.
        """
        self._around, self._report = around, report
        self.known = Known(around.folder, around.station)
        self._wake, self._stopped = threading.Event(), threading.Event()
        self._came: deque[bytes] = deque()
        self._lost = threading.Event()
        self._client: HubClient | None = None
        self._listening: threading.Thread | None = None
        self._ear: HubClient | None = None
        self._thread = threading.Thread(target=self._run, name="network", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def status(self) -> SyncStatus:
        """Return how things stand; reads the store."""
        return self.known.status()

    def ring(self) -> None:
        """Say that something was recorded here."""
        self._wake.set()

    def close(self) -> None:
        """End: what is under way is cut, which costs nothing but that it is asked for again."""
        self._stopped.set()
        self._wake.set()
        for each in (self._client, self._ear):
            if each:
                each.stop()
        if self._thread.ident:
            self._thread.join(_ENDS)
        self.known.keep()

    # ---- one meeting, for whoever wants no more

    def meet_once(self) -> Met:
        """Meet the hub, and return what came and went.

        Raises:
            SyncProblem: it cannot be met.
            StorageProblem: what came cannot be stored.
        """
        try:
            with_hub = self._reach()
            return with_hub.meet()
        finally:
            self._leave()
            self.known.keep()

    # ---- the thread

    def _run(self) -> None:
        wait = _BACK_OFF[0]
        while not self._stopped.is_set():
            try:
                meeting = self._reach()
                wait = _BACK_OFF[0]
                self._stay(meeting)
            except (SyncProblem, StorageProblem) as problem:
                self.known.could_not(problem)
            except BaseException as error:  # noqa: BLE001 - the lane outlives whatever was sent to it
                self._report(error)
            finally:
                self._leave()
            self._stopped.wait(wait * random.uniform(0.75, 1.25))  # noqa: S311 - so that laptops do not come all at once
            wait = min(2 * wait, _BACK_OFF[1])

    def _reach(self) -> Meeting:
        """Return a meeting with the hub at the first address where it answers and lets this laptop in."""
        membership = membership_in(self._around.folder)
        if membership is None:
            raise NotJoined
        standing, membership = self._ask(membership)
        if standing is not Standing.MEMBER:
            raise ShutOut if standing is Standing.REVOKED else NotAdmitted
        station = self._around.station
        self._client = HubClient(membership.addresses[0], membership.pin, station.signer, station.clock)
        return Meeting(self._around, self._client, self.known, membership)

    def _ask(self, membership: Membership) -> tuple[Standing, Membership]:
        """Ask where the hub was before, then where the network says that it is; where it is gone, another one."""
        folder, station, found = self._around.folder, self._around.station, self._around.found
        try:
            must_be_followed(station, membership)
            hints, name = partial(found, membership.pin), station.station.name
            return at_hints(membership, hints, lambda known: ask_to_join(folder, known, station, name))
        except (HubNotReached, HubForeign):
            moved = None if self._stopped.is_set() else at_another(folder, membership, station, partial(found, b""))
            if moved is None:
                raise
            return Standing.MEMBER, moved

    def _stay(self, meeting: Meeting) -> None:
        """Stay with the hub as long as it answers."""
        self._listen(meeting.client)
        meeting.meet()
        next_meeting = time.monotonic() + self._until_next()
        while not self._stopped.is_set():
            self._wake.wait(_LOOK)
            self._wake.clear()
            missed = self._take(meeting)
            given = meeting.give()
            if missed or not given:
                self._listen(meeting.client)
                meeting.meet()
            elif time.monotonic() >= next_meeting:
                self._listen(meeting.client)
                meeting.look()
            else:
                continue
            next_meeting = time.monotonic() + self._until_next()

    def _until_next(self) -> float:
        least, most = _MEET_STREAMED if self.known.reach is Reach.LIVE else _MEET_POLLED
        return random.uniform(least, most)  # noqa: S311 - so that laptops do not come all at once

    def _take(self, meeting: Meeting) -> bool:
        """Take what came down the stream; return whether something before it is missing."""
        events = [self._came.popleft() for _ in range(len(self._came))]
        missed = bool(events) and not meeting.take(events)
        if self._lost.is_set():
            self._lost.clear()
            missed = True
        return missed

    def _leave(self) -> None:
        for each in (self._ear, self._client):
            if each:
                each.stop()
        if self._listening:
            self._listening.join(_ENDS)
            self._listening = None
        for each in (self._ear, self._client):
            if each:
                each.close()
        self._ear = self._client = None
        self._came.clear()
        self._lost.clear()

    # ---- the ear

    def _listen(self, client: HubClient) -> None:
        """Listen to the hub, where nobody does."""
        if self._listening and self._listening.is_alive():
            return
        if self._ear:
            self._ear.close()
        station = self._around.station
        self._ear = ear = HubClient(client.address, client.pin, station.signer, station.clock)
        self._listening = threading.Thread(target=self._hear, args=(ear,), name="network stream", daemon=True)
        self._listening.start()

    def _hear(self, ear: HubClient) -> None:
        try:
            if not self._hear_stream(ear):
                self._hear_news(ear)
        except (SyncProblem, StorageProblem):
            pass  # the lane asks for all that was missed
        except BaseException as error:  # noqa: BLE001 - as above
            self._report(error)
        finally:
            self.known.reach = Reach.POLLED if self.known.reach is Reach.LIVE else self.known.reach
            self._lost.set()
            self._wake.set()

    def _hear_stream(self, ear: HubClient) -> bool:
        """Hear the stream to its end; return whether it is one, and is not held back on its way."""
        began, greeted = time.monotonic(), False
        for event in ear.events():
            if not greeted and time.monotonic() - began > _GREETED:
                return False
            greeted = True
            self._heard(event)
            if self._stopped.is_set():
                return True
        return greeted

    def _hear_news(self, ear: HubClient) -> None:
        name = secrets.token_hex(8)
        while not self._stopped.is_set():
            for event in ear.news(name):
                self._heard(event)

    def _heard(self, event: bytes | None) -> None:
        self.known.reach = Reach.LIVE
        if event is not None:
            self._came.append(event)
            self._wake.set()
