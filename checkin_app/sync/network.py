"""The network lane: what is recorded here goes to the hub, what is recorded elsewhere comes, and nobody here waits for it."""

import base64
import binascii
import contextlib
import logging
import random
import re
import secrets
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import msgspec

from checkin_app.domain.changes import EVERYTHING, ChangeSet
from checkin_app.domain.enrolment import Standing
from checkin_app.domain.facts import Fact
from checkin_app.domain.ids import LogId, StationId, station_id, station_of
from checkin_app.domain.invitations import Address
from checkin_app.domain.problems import StorageProblem
from checkin_app.domain.problems_hub import HubForeign, HubNotReached, HubRefused, NotAdmitted, NotJoined, ShutOut
from checkin_app.domain.problems_sync import MessageUnfit, SyncProblem
from checkin_app.domain.sync import wire
from checkin_app.domain.sync.coming import ToldComing, untold_coming
from checkin_app.domain.sync.messages import MOST, Batch, Reply, Request, gathered
from checkin_app.domain.sync.status import Reach, SyncStatus
from checkin_app.runtime.paths import StationFolder
from checkin_app.services.conversing import Conversation, Met, Moved, carried
from checkin_app.services.merging import bundle_of
from checkin_app.services.opened import OpenedStation
from checkin_app.services.ports.newest import NewestSource
from checkin_app.services.talking import handed
from checkin_app.sync.hub_client import HubClient
from checkin_app.sync.joining import ask_to_join, at_hints
from checkin_app.sync.known import Here, Known
from checkin_app.sync.membership import Membership, membership_in, remember
from checkin_app.sync.moving import at_another, heard_of, must_be_followed
from checkin_app.sync.reports import ReportAnswer, told_here
from checkin_app.sync.statements import kept

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
#: Meetings after one another in which more laptops become known.
_AGAIN = 3
_KEY = re.compile(r"[0-9a-f]{64}")

Found = Callable[[bytes], tuple[Address, ...]]
"""Returns where the hub of a certificate may be besides, or where any hub may be."""


def nowhere(_pin: bytes) -> tuple[Address, ...]:
    return ()


@dataclass(frozen=True, slots=True)
class Around:
    """What the lane works between."""

    folder: Path
    station: OpenedStation
    newest: NewestSource
    found: Found = nowhere
    """Hints of where the hub may be: they vouch for nothing."""
    changed: Callable[[ChangeSet], None] = lambda _changes: None
    """Is told what came."""
    coming: ToldComing = untold_coming
    """Is told how far it is where much comes at once."""


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

    def _reach(self) -> "_Meeting":
        """Return a meeting with the hub at the first address where it answers and lets this laptop in."""
        membership = membership_in(self._around.folder)
        if membership is None:
            raise NotJoined
        standing, membership = self._ask(membership)
        if standing is not Standing.MEMBER:
            raise ShutOut if standing is Standing.REVOKED else NotAdmitted
        station = self._around.station
        self._client = HubClient(membership.addresses[0], membership.pin, station.signer, station.clock)
        return _Meeting(self._around, self._client, self.known, membership)

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

    def _stay(self, meeting: "_Meeting") -> None:
        """Stay with the hub as long as it answers."""
        self._listen(meeting.client)
        meeting.meet()
        next_meeting = time.monotonic() + self._until_next()
        while not self._stopped.is_set():
            self._wake.wait(_LOOK)
            self._wake.clear()
            missed = self._take(meeting)
            given = meeting.give()
            if missed or not given or time.monotonic() >= next_meeting:
                self._listen(meeting.client)
                meeting.meet()
                next_meeting = time.monotonic() + self._until_next()

    def _until_next(self) -> float:
        least, most = _MEET_STREAMED if self.known.reach is Reach.LIVE else _MEET_POLLED
        return random.uniform(least, most)  # noqa: S311 - so that laptops do not come all at once

    def _take(self, meeting: "_Meeting") -> bool:
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


class _Meeting:
    """One laptop and its hub, as long as they are together."""

    def __init__(self, around: Around, client: HubClient, known: Known, membership: Membership) -> None:
        self.client, self._around, self._known, self._membership = client, around, known, membership
        self._vouched: Mapping[StationId, bytes] = {}
        self._merging = replace(around.station.merging, vouched=lambda: self._vouched)
        self._conversation = Conversation(self._merging, around.coming)
        self._place = 0
        self._asked: Sequence[LogId] = ()
        """The logs of which the hub asked last how far they are held here."""
        self._theirs: dict[LogId, int] = {}
        """How far the hub is known to hold the logs that moved since the last meeting."""

    def meet(self) -> Met:
        """Come to know all that the hub knows, and let it know all that is known here."""
        must_be_followed(self._around.station, self._membership)
        self.client.look_at_clock()
        self._vouched = _keys(self.client.ask("/v1/keys"))
        heard = self.client.ask("/v1/standing")
        place = self._around.newest.newest_arrival()
        awaited = self._conversation.awaited
        met = carried(self._conversation.meet(), self._carry)
        for _ in range(_AGAIN):  # whoever was let in by what came is believed now
            if met.taken.stored and met.taken.kept_out:
                met = _both(met, carried(self._conversation.meet(), self._carry))
        self._place, self._theirs = place, {}
        here = Here(self._merging.vector(), self._conversation.refused_there)
        self._known.met(here, self.client, int(heard.get("heard", 0)))
        self._report()
        if met.taken.stored or met.taken.kept_out or self._conversation.awaited < awaited:
            self._around.changed(EVERYTHING)
        return met

    def _report(self) -> None:
        """Tell the hub how this laptop stands, and hear how the others do; a hub of an older version asks for nothing."""
        with contextlib.suppress(HubRefused, msgspec.ValidationError):
            before, self._asked = self._asked, self._reported()
            if {*self._asked} - {*before}:
                self._asked = self._reported()

    def _reported(self) -> Sequence[LogId]:
        """Tell it once; return the logs that are asked for next."""
        folder, station = self._around.folder, self._around.station
        body = told_here(self._known.report(), kept(StationFolder(folder).own_hub), self._asked, self._merging)
        answer = msgspec.convert(self.client.ask("/v1/report", body), ReportAnswer)
        self._remember(heard_of(station, self._membership, answer.hubs))
        self._known.told(answer.seen(station.clock()))
        return answer.asks

    def _remember(self, membership: Membership) -> None:
        """Keep in mind where to go when this hub is gone."""
        if membership != self._membership:
            self._membership = membership
            remember(self._around.folder, membership)

    def take(self, events: Iterable[bytes]) -> bool:
        """Take what came down the stream, by as few commits as hold it; return whether all of it had its place."""
        batches = [_batch_of(each) for each in events]
        fit = [each for each in batches if each is not None]
        whole = [self._take(each) for each in gathered(fit)]
        return all(whole) and len(fit) == len(batches)

    def _take(self, batch: Batch) -> bool:
        taken = self._merging.take(bundle_of(batch))
        self._note(batch.facts)
        self._known.heard([station_of(each.log_id) for each in batch.facts])
        if taken.changes:
            self._around.changed(taken.changes)
        self._ask_for_documents(batch.facts)
        return taken.stored + taken.known == len(batch.facts)

    def give(self) -> bool:
        """Give what was recorded here since; return whether the hub took it."""
        newest = self._around.newest.arrived_after(self._place, MOST)
        facts = tuple(each for each in newest.facts if each.seq > self._theirs.get(each.log_id, 0))
        if not facts:
            self._place = newest.arrival
            return True
        named = dict.fromkeys(digest for each in facts for digest in each.documents_named)
        moved = Moved().plus(carried(handed(self._merging.log, facts, named), self._carry))
        self._place = newest.arrival
        self._note(facts)
        if moved.kept_out:
            return False
        self._known.acknowledged({each.log_id: each.seq for each in facts})
        return True

    def _ask_for_documents(self, facts: Sequence[Fact]) -> None:
        """Ask for what was too long for the stream, or comes to the hub after the facts that name it."""
        if carried(self._conversation.lack(facts), self._carry):
            self._around.changed(EVERYTHING)

    def _note(self, facts: Iterable[Fact]) -> None:
        for each in facts:
            self._theirs[each.log_id] = max(each.seq, self._theirs.get(each.log_id, 0))

    def _carry(self, request: Request) -> Reply:
        return wire.reply_of(self.client.say(wire.encoded(request)))


def _batch_of(event: bytes) -> Batch | None:
    """Return what came as an event of the stream; None where that is no batch."""
    try:
        return wire.batch_of(base64.b64decode(event))
    except (MessageUnfit, binascii.Error):
        return None


def _both(first: Met, then: Met) -> Met:
    """Return what two meetings came to that are one; what was kept out at first may have come after all."""
    taken, given = (
        replace(after, stored=before.stored + after.stored, known=before.known + after.known)
        for before, after in ((first.taken, then.taken), (first.given, then.given))
    )
    return Met(taken, given, agreed=False)


def _keys(said: Mapping[str, object]) -> Mapping[StationId, bytes]:
    """Return the keys that the hub vouches for; each by the name that follows from it."""
    found = [str(each) for each in said.values()]
    keys = [bytes.fromhex(each) for each in found if _KEY.fullmatch(each)]
    return {station_id(each): each for each in keys}
