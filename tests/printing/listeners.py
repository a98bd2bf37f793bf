"""Label printers at the end of a real line of this computer, which behave as a test says."""

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

from checkin_app.runtime.settings import PrinterKind
from printing.printers import LABEL, Language, Printer

Talk = Callable[["Listener", socket.socket], None]


@dataclass
class Listener:
    """A loopback listener that behaves as one `talk` says; what it took is in `taken`."""

    talk: Talk
    taken: bytearray = field(default_factory=bytearray)
    hang_up: threading.Event = field(default_factory=threading.Event)
    language: Language | None = None

    @contextmanager
    def listening(self) -> Iterator[Printer]:
        server = socket.create_server(("127.0.0.1", 0))
        server.settimeout(60)
        thread = threading.Thread(target=self._serve, args=(server,))
        thread.start()
        port = server.getsockname()[1]
        try:
            yield Printer("Labels", PrinterKind.NETWORK, "127.0.0.1", port, LABEL, 203, self.language)
        finally:
            self.hang_up.set()
            thread.join()
            server.close()

    def _serve(self, server: socket.socket) -> None:
        line, _ = server.accept()
        with line, suppress(ConnectionError, TimeoutError):  # whoever prints may hang up in the middle of a word
            line.settimeout(60)
            self.talk(self, line)


def heard(line: socket.socket, printer: Listener) -> bytes:
    """Return what comes next, which is added to what was taken; empty where nothing does."""
    try:
        piece = line.recv(65536)
    except OSError:
        return b""
    printer.taken += piece
    return piece
