"""The far end of a real line of this computer, where a test stands for a printer."""

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

SECONDS = 20.0
"""How long either end waits for the other."""


@contextmanager
def answering(talk: Callable[[socket.socket], None]) -> Iterator[int]:
    """Have `talk` answer on one line after the other, and yield the port that they come in at."""
    server = socket.create_server(("127.0.0.1", 0))
    serving = threading.Thread(target=_serve, args=(server, talk))
    serving.start()
    try:
        yield int(server.getsockname()[1])
    finally:
        server.shutdown(socket.SHUT_RDWR)
        serving.join(SECONDS)
        server.close()


def _serve(server: socket.socket, talk: Callable[[socket.socket], None]) -> None:
    with suppress(OSError):  # until the server is shut down
        while True:
            line, _ = server.accept()
            with line, suppress(ConnectionError, TimeoutError):
                line.settimeout(SECONDS)
                talk(line)
