"""What was just stored, on its way to everybody who listens: gathered for a moment, then sent once."""

import asyncio
import base64
import contextlib
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from checkin_app.domain.ids import StationId, station_of
from checkin_app.domain.sync.messages import Batch
from checkin_app.domain.sync.wire import encoded

#: Seconds for which facts are gathered: uncoalesced, a busy hub has no idle time left.
_GATHERED = 0.05
#: Messages that wait for a slow listener; then it is let go, and asks for all it lacks.
_MOST_WAITING = 200
#: Antivirus programs hold what they see of a stream until more comes.
_PUSHED = b"\n\n: \n\n"

Newest = Callable[[], Awaitable[int]]
"""Returns the place of what was stored last."""
After = Callable[[int], Awaitable[tuple[int, Batch]]]
"""Returns what was stored after a place, and the place of the last of it."""


@dataclass(eq=False, slots=True)
class Listener:
    """One station that listens."""

    station: StationId
    queue: "asyncio.Queue[bytes | None]" = field(default_factory=lambda: asyncio.Queue(_MOST_WAITING))
    """Events, and None at the end."""


class Feed:
    """Everybody who listens at this process of the hub; used from its loop alone."""

    def __init__(self, newest: Newest, after: After) -> None:
        self._newest, self._after = newest, after
        self._listeners: set[Listener] = set()
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
            self._place = await self._newest()
        self._listeners.add(listener)
        if self._ended:
            self._let_go(listener)
        return listener

    def leave(self, listener: Listener) -> None:
        self._listeners.discard(listener)

    def has(self, listener: Listener) -> bool:
        """Return whether one still listens: whoever was too slow does not."""
        return listener in self._listeners

    def ring(self) -> None:
        """Say that something was stored."""
        self._rung.set()

    def end(self) -> None:
        """Let everybody go: a server that is told to stop waits for them."""
        self._ended = True
        for each in tuple(self._listeners):
            self._let_go(each)
        self._rung.set()

    async def run(self) -> None:
        """Send what is stored, until the end."""
        while not self._ended:
            with contextlib.suppress(TimeoutError):  # other processes store, too
                await asyncio.wait_for(self._rung.wait(), _GATHERED)
            self._rung.clear()
            if self._listeners and not self._ended and await self._send():
                await asyncio.sleep(_GATHERED)

    async def _send(self) -> bool:
        """Send what is new; return whether anything was."""
        self._place, batch = await self._after(self._place)
        if not batch.facts:
            return False
        whole = framed(batch)
        writers = {station_of(each.log_id) for each in batch.facts}
        for each in tuple(self._listeners):
            if message := whole if each.station not in writers else _without(batch, each.station):
                self._offer(each, message)
        return True

    def _offer(self, listener: Listener, message: bytes) -> None:
        try:
            listener.queue.put_nowait(message)
            self.sent += 1
        except asyncio.QueueFull:
            self._let_go(listener)

    def _let_go(self, listener: Listener) -> None:
        self._listeners.discard(listener)
        while listener.queue.full():
            listener.queue.get_nowait()
        listener.queue.put_nowait(None)


def framed(batch: Batch) -> bytes:
    """Return a batch as an event of a stream."""
    return b"data: " + base64.b64encode(encoded(batch)) + _PUSHED


def _without(batch: Batch, station: StationId) -> bytes:
    """Return what is left of a batch for the one who brought a part of it; nothing where that is all."""
    others = tuple(each for each in batch.facts if station_of(each.log_id) != station)
    return framed(Batch(others, batch.documents)) if others else b""
