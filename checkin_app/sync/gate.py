"""How many may be connected to a hub, and how long they may keep it waiting: before anybody has said who they are."""

import asyncio
import socket
from collections import Counter
from collections.abc import Callable
from functools import partial
from typing import Any

from uvicorn.protocols.http.h11_impl import H11Protocol

#: A system may wait for 512 sockets at once (Windows, FD_SETSIZE), and the store needs some of a process's files.
MOST = 440
#: Sixty laptops behind one address have four each at most, and phones come besides.
MOST_OF_ONE = 300
#: Seconds in which the keys of a connection must be agreed upon.
_HANDSHAKE = 10.0
#: Seconds between two looks at a request that is not whole, and the bytes that must have come meanwhile.
_LOOK, _LEAST = 10.0, 1024
#: Of an address of IPv6 so much names a network, in which whoever is there has all the others.
_NETWORK = 4


class Gate(socket.socket):
    """A socket that listens, and hangs up on those for whom there is no room."""

    def __init__(self, family: int) -> None:
        # Named, so that asyncio knows it for TCP: else the second part of each answer waits until the first is acknowledged.
        super().__init__(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
        self._inside: Counter[str] = Counter()
        self._count = 0

    def accept(self) -> tuple[socket.socket, Any]:
        """Return the next for whom there is room.

        Raises:
            BlockingIOError: nobody else waits.
        """
        while True:
            descriptor, address = self._accept()  # type: ignore[attr-defined]  # what socket.accept itself is made of
            name = _network_of(str(address[0]))
            visitor = _Visitor(self.family, self.type, self.proto, fileno=descriptor)
            if self._count < MOST and self._inside[name] < MOST_OF_ONE:
                self._enter(name, 1)
                visitor.leaves = partial(self._enter, name, -1)
                return visitor, address
            visitor.close()

    def _enter(self, name: str, change: int) -> None:
        self._count += change
        self._inside[name] += change
        if not self._inside[name]:
            del self._inside[name]


class _Visitor(socket.socket):
    """A connection that makes room as it is closed, whoever closes it and why."""

    leaves: Callable[[], None] | None = None

    def close(self) -> None:
        leaves, self.leaves = self.leaves, None
        super().close()
        if leaves:
            leaves()


def _network_of(host: str) -> str:
    return ":".join(host.split(":")[:_NETWORK]) if ":" in host and "." not in host else host


class HubLoop(asyncio.SelectorEventLoop):
    """A loop that does not wait for keys as long as asyncio would: a minute for each."""

    async def create_server(self, *given: Any, **named: Any) -> Any:
        return await super().create_server(*given, **named, ssl_handshake_timeout=_HANDSHAKE)


class PatientProtocol(H11Protocol):
    """HTTP from somebody who goes on with what they began to ask; silence after an answer is uvicorn's matter."""

    _came = 0
    _next_look: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn has it
        super().connection_made(transport)
        self._look_later()

    def data_received(self, data: bytes) -> None:
        self._came += len(data)
        super().data_received(data)

    def connection_lost(self, exc: Exception | None) -> None:
        if self._next_look:
            self._next_look.cancel()
        super().connection_lost(exc)

    def _look_later(self) -> None:
        self._came = 0
        self._next_look = self.loop.call_later(_LOOK, self._look)

    def _look(self) -> None:
        if self._is_heard_out() or self._came >= _LEAST:
            self._look_later()
        else:
            self.transport.abort()

    def _is_heard_out(self) -> bool:
        """Return whether it is not their turn, or uvicorn's own patience with them goes on."""
        if self.timeout_keep_alive_task is not None:
            return True
        return self.cycle is not None and not self.cycle.response_complete and not self.cycle.more_body
