"""What was just stored, on its way to everybody who listens: gathered for a moment, then sent once."""

import asyncio
import base64
import contextlib
import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field

from checkin_app.domain.canonical import digest_of
from checkin_app.domain.facts import Fact
from checkin_app.domain.ids import Digest, StationId, station_of
from checkin_app.domain.problem import Problem
from checkin_app.domain.sync.messages import Batch
from checkin_app.domain.sync.wire import encoded
from checkin_app.runtime.logs import Plain

log = logging.getLogger(__name__)
#: Seconds for which facts are gathered: uncoalesced, a busy hub has no idle time left.
_GATHERED = 0.05
#: Messages that wait for a slow listener; then it is let go, and asks for all it lacks.
_MOST_WAITING = 200
#: Of one station: its stream, one that is breaking off, and those who wait for news; each costs the hub memory.
_MOST_OF_ONE = 4
#: Antivirus programs hold what they see of a stream until more comes.
_PUSHED = b": \n\n"

Newest = Callable[[], Awaitable[int]]
"""Returns the place of what was stored last."""
After = Callable[[int], Awaitable[tuple[int, Batch]]]
"""Returns what was stored after a place, and the place of the last of it."""
TakesPart = Callable[[StationId], Awaitable[bool]]
"""Returns whether a station still may hear what is stored."""


@dataclass(eq=False, slots=True)
class Listener:
    """One station that listens."""

    station: StationId
    queue: "asyncio.Queue[bytes | None]" = field(default_factory=lambda: asyncio.Queue(_MOST_WAITING))
    """Events, and None at the end."""


class Feed:
    """Everybody who listens at this process of the hub; used from its loop alone."""

    def __init__(self, newest: Newest, after: After, takes_part: TakesPart) -> None:
        self._newest, self._after, self._takes_part = newest, after, takes_part
        self._listeners: dict[Listener, None] = {}
        """The one who came first first."""
        self._rung = asyncio.Event()
        self._ended = False
        self._place = 0
        self.sent = 0
        """Messages, since the start."""

    @property
    def listening(self) -> int:
        return len(self._listeners)

    async def listen(self, station: StationId) -> Listener:
        """Let a station hear all that is stored from now on."""
        listener = Listener(station)
        if not self._listeners:
            newest = await self._newest()
            if not self._listeners:  # whoever came meanwhile hears from their own place on
                self._place = newest
        own = [each for each in self._listeners if each.station == station]
        for each in own[: max(0, len(own) - _MOST_OF_ONE + 1)]:
            self._let_go(each)
        self._listeners[listener] = None
        if self._ended:
            self._let_go(listener)
        return listener

    def leave(self, listener: Listener) -> None:
        self._listeners.pop(listener, None)

    def has(self, listener: Listener) -> bool:
        """Return whether one still listens: whoever was too slow does not."""
        return listener in self._listeners

    def ring(self) -> None:
        """Say that something was stored."""
        self._rung.set()

    def end(self) -> None:
        """Let everybody go: a server that is told to stop waits for them."""
        self._ended = True
        self._let_all_go()
        self._rung.set()

    async def run(self) -> None:
        """Send what is stored, until the end."""
        while not self._ended:
            with contextlib.suppress(TimeoutError):  # other processes store, too
                await asyncio.wait_for(self._rung.wait(), _GATHERED)
            self._rung.clear()
            if self._listeners and not self._ended and await self._sent_some():
                await asyncio.sleep(_GATHERED)

    async def _sent_some(self) -> bool:
        """Send what is new; where the store cannot be read now, everybody asks anew for what they lack."""
        try:
            return await self._send()
        except Problem as problem:
            log.info("nothing could be streamed: %s", Plain(problem.key))
            self._let_all_go()
            return False

    async def _send(self) -> bool:
        """Send what is new; return whether anything was."""
        self._place, batch = await self._after(self._place)
        if not batch.facts:
            return False
        if any(each.kind.startswith("station.") for each in batch.facts):
            await self._let_go_of_strangers()
        parts = _by_writer(batch)
        whole = b"".join(parts.values()) + _PUSHED
        for each in tuple(self._listeners):
            if each.station not in parts:
                self._offer(each, whole)
            elif others := b"".join([part for writer, part in parts.items() if writer != each.station]):
                self._offer(each, others + _PUSHED)
        return True

    async def _let_go_of_strangers(self) -> None:
        """Let those go who take part no more: what was stolen hears nothing further, however busy the hub is."""
        for station in {each.station for each in self._listeners}:
            if not await self._takes_part(station):
                for each in [each for each in self._listeners if each.station == station]:
                    self._let_go(each, at_once=True)

    def _offer(self, listener: Listener, message: bytes) -> None:
        try:
            listener.queue.put_nowait(message)
            self.sent += 1
        except asyncio.QueueFull:
            self._let_go(listener)

    def _let_all_go(self) -> None:
        for each in tuple(self._listeners):
            self._let_go(each)

    def _let_go(self, listener: Listener, *, at_once: bool = False) -> None:
        self._listeners.pop(listener, None)
        while listener.queue.full() or (at_once and not listener.queue.empty()):
            listener.queue.get_nowait()
        listener.queue.put_nowait(None)


def framed(batch: Batch) -> bytes:
    """Return a batch as an event of a stream."""
    return b"data: " + base64.b64encode(encoded(batch)) + b"\n\n"


def _by_writer(batch: Batch) -> dict[StationId, bytes]:
    """Return an event for each station that wrote a part of a batch: encoded once, for all who did not."""
    written: dict[StationId, list[Fact]] = {}
    for each in batch.facts:
        written.setdefault(station_of(each.log_id), []).append(each)
    documents = {digest_of(each): each for each in batch.documents}
    return {station: framed(_with_documents(some, documents)) for station, some in written.items()}


def _with_documents(facts: Sequence[Fact], documents: Mapping[Digest, bytes]) -> Batch:
    named = dict.fromkeys(digest for each in facts for digest in each.documents_named)
    return Batch(tuple(facts), tuple(documents[digest] for digest in named if digest in documents))
