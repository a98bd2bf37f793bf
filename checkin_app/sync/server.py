"""The hub's server: a thread of its own beside whatever else the application does."""

import asyncio
import contextlib
import logging
import os
import socket
import ssl
import sys
import threading
from collections.abc import Iterator

import uvicorn

from checkin_app.domain.details import HubFault
from checkin_app.domain.invitations import Address
from checkin_app.domain.problems_hub import PortTaken
from checkin_app.domain.sync.hosting import USUAL_PORT
from checkin_app.sync.application import HubApplication
from checkin_app.sync.certificate import Certificate, serving_context
from checkin_app.sync.gate import Gate, HubLoop, PatientProtocol
from checkin_app.sync.pinned import pinned_context
from checkin_app.sync.served import from_here

PORT = USUAL_PORT
log = logging.getLogger(__name__)
_BACKLOG = 256
_STARTS, _ENDS, _ANSWERS = 10.0, 10.0, 3.0


class HubServer:
    """Serves an application until it is closed."""

    def __init__(self, application: HubApplication, certificate: Certificate, listen: Address) -> None:
        """Take the port.

        Raises:
            PortTaken: another program has it, or this laptop has no such address.
        """
        self._application, self._certificate = application, certificate
        self._listen = listen
        self._socket = _bound(listen)
        self.address = Address(listen.host, self._socket.getsockname()[1])
        self._loop: asyncio.AbstractEventLoop | None = None
        self._server: uvicorn.Server | None = None
        self._begun = threading.Event()
        self._thread = threading.Thread(target=self._serve, name="hub", daemon=True)

    def start(self) -> None:
        """Serve; returns once the port is listened to."""
        self._thread.start()
        self._begun.wait(_STARTS)

    @property
    def is_alive(self) -> bool:
        return self._thread.is_alive()

    def answers(self) -> bool:
        """Return whether the own port answers: on Windows a loop can go deaf (CPython 93821) and think all is well."""
        context = pinned_context(self._certificate.pin)
        try:
            with (
                socket.create_connection(from_here(self.address), _ANSWERS) as plain,
                context.wrap_socket(plain) as secure,
            ):
                secure.sendall(b"GET /v1/health HTTP/1.1\r\nhost: hub\r\nconnection: close\r\n\r\n")
                return secure.recv(12).startswith(b"HTTP/1.1 200")
        except OSError:
            return False

    def close(self) -> None:
        """End: first whoever listens is told to go, or the server would wait for them."""
        loop, server = self._loop, self._server
        if loop and server:
            with contextlib.suppress(RuntimeError):  # ended by itself meanwhile
                loop.call_soon_threadsafe(self._end)
        if self._thread.ident:
            self._thread.join(_ENDS)
        self._socket.close()
        self._application.close()

    def _end(self) -> None:
        self._application.feed.end()
        if self._server:
            self._server.should_exit = True

    def _serve(self) -> None:
        # uvicorn's own choice on Windows, the proactor, goes deaf when somebody vanishes while they are accepted.
        try:
            with asyncio.Runner(loop_factory=HubLoop) as runner:
                runner.run(self._run())
        except (OSError, ssl.SSLError, RuntimeError):
            log.exception("the hub's server ended")
        finally:
            self._begun.set()

    async def _run(self) -> None:
        self._loop = asyncio.get_running_loop()
        config = uvicorn.Config(
            self._application.asgi,
            http=PatientProtocol,
            ws="none",
            lifespan="off",
            log_config=None,
            access_log=False,
            server_header=False,
            proxy_headers=False,
            h11_max_incomplete_event_size=16_384,
            timeout_keep_alive=75,
            timeout_graceful_shutdown=3,
        )
        config.load()
        config.ssl = serving_context(self._certificate)
        self._server = _Server(config, self._begun)
        feed = asyncio.create_task(self._application.feed.run())
        await self._server.serve([self._socket])
        self._application.feed.end()
        await feed


class _Server(uvicorn.Server):
    """Says when it listens; leaves the signals of the process to the process."""

    def __init__(self, config: uvicorn.Config, begun: threading.Event) -> None:
        super().__init__(config)
        self._begun = begun

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self._begun.set()

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


def _bound(listen: Address) -> Gate:
    taken = Gate(socket.AF_INET6 if ":" in listen.host else socket.AF_INET)
    try:
        if sys.platform == "win32":
            taken.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        elif os.name == "posix":
            taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        taken.bind((listen.host, listen.port))
        taken.listen(_BACKLOG)
    except (OSError, OverflowError) as error:
        taken.close()
        raise PortTaken(address=str(listen), detail=HubFault.PORT) from error
    return taken
