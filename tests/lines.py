"""The far end of a real line of this computer, where a test stands for a printer."""

import os
import pty
import select
import socket
import threading
from collections.abc import Callable, Iterator, Sequence
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


@contextmanager
def serial_port(talk: Callable[[bytes], Sequence[bytes] | None]) -> Iterator[tuple[str, bytearray]]:
    """Open a port with a printer at its other end, and yield its name and all that the printer took.

    Args:
        talk: what the printer says to all that it took so far, packet by packet; None hangs up.
    """
    ours, theirs = pty.openpty()
    name, taken = os.ttyname(theirs), bytearray()
    hang_up_now, told = os.pipe()

    def serve() -> None:
        while True:
            ready, _, _ = select.select([ours, hang_up_now], [], [], 3 * SECONDS)
            if ours not in ready:
                break
            try:
                taken.extend(os.read(ours, 512))
            except OSError:
                break
            said = talk(bytes(taken))
            if said is None:
                break
            for each in said:
                os.write(ours, each)
        os.close(ours)

    thread = threading.Thread(target=serve)
    thread.start()
    try:
        yield name, taken
    finally:
        os.close(told)
        thread.join()
        os.close(hang_up_now)
        os.close(theirs)
