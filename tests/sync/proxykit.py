"""What stands between a laptop and its hub, and carries bytes as a bad network does."""

import contextlib
import socket
import threading
from collections.abc import Iterator

from checkin_app.domain.invitations import Address

_PIECE = 700


class Proxy:
    """Carries bytes between a laptop and the hub, until it is cut."""

    def __init__(self, to: Address) -> None:
        self._to = (to.host, to.port)
        self._server = socket.create_server(("127.0.0.1", 0))
        self.address = Address("127.0.0.1", self._server.getsockname()[1])
        self._pairs: list[socket.socket] = []
        self._threads: list[threading.Thread] = []
        self._gate = threading.Lock()
        self.left: int | None = None
        """How many bytes go through before all is cut, in the middle of whatever is said."""
        self.twice_at: int | None = None
        """After how many bytes a piece comes twice."""
        self.late: float = 0.0
        """How many seconds each piece takes, which is then no longer than `_PIECE`."""
        self.carried = 0
        """How many bytes came, both ways together."""
        self._ended = threading.Event()
        self._start(self._accept)

    def cut(self) -> None:
        for each in self._pairs:
            self._shut(each)
        self._pairs.clear()

    def close(self) -> None:
        self._ended.set()
        self._shut(self._server)
        self._server.close()
        self.cut()
        for each in self._threads:
            each.join(20)

    def _shut(self, each: socket.socket) -> None:
        with contextlib.suppress(OSError):
            each.shutdown(socket.SHUT_RDWR)

    def _start(self, work, *given) -> None:
        thread = threading.Thread(target=work, args=given, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        while True:
            try:
                near, _ = self._server.accept()
                far = socket.create_connection(self._to)
            except OSError:
                return
            self._pairs += [near, far]
            self._start(self._pump, near, far)
            self._start(self._pump, far, near)

    def _pump(self, source: socket.socket, target: socket.socket) -> None:
        try:
            while some := source.recv(65536):
                with self._gate:
                    self.carried += len(some)
                for piece in self._pieces(self._misbehaving(some)):
                    target.sendall(piece)
                if self.left == 0:
                    self.cut()
        except OSError:
            pass
        finally:
            self._shut(target)
            source.close()

    def _pieces(self, some: bytes) -> Iterator[bytes]:
        """Yield what goes through at once, or piece by piece as a slow line carries it."""
        if not self.late:
            yield some
            return
        for place in range(0, len(some), _PIECE):
            self._ended.wait(self.late)
            yield some[place : place + _PIECE]

    def _misbehaving(self, some: bytes) -> bytes:
        """Return what goes through of some bytes: all of them, their beginning, or the same twice."""
        with self._gate:
            if self.twice_at is not None:
                self.twice_at -= len(some)
                if self.twice_at <= 0:
                    self.twice_at = None
                    return some + some
            if self.left is not None:
                some = some[: self.left]
                self.left -= len(some)
        return some
