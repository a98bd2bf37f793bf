"""A ZPL printer that other people's software drives: LPrint takes pictures over IPP, and speaks ZPL to a wire of ours."""

import os
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from queue import Queue

from printing.ipp import OPENING, Answer, Attributes, Group, Operation, Spooler, Tag, Wanted, encoded
from tests.lines import answering

#: What a Zebra says to ~HQES and ~HS where nothing is wrong and its labels are 4 by 6 inches at 203 dots an inch.
_STATUS = b"\x02\r\n  PRINTER STATUS\r\n  ERRORS:         %d 00000000 %08x\r\n  WARNINGS:       0 00000000 00000000\r\n\x03\r\n"
_HOST_STATUS = (
    b"\x02030,0,0,1218,000,0,0,0,000,0,0,0\x03\r\n\x02000,0,0,0,0,2,4,0,00000000,1,000\x03\r\n\x021234,0\x03\r\n"
)
_QUESTION = re.compile(rb"~HQES|~HS")
PAPER = (812, 1218)
"""Dots of that label."""
SECONDS = 20.0
#: A line on which neither end says anything is let go by ours after those seconds, and only then is the next taken.
_PRINTED = 4 * SECONDS
_QUEUE = "label"
#: Where it keeps files, each its own: its printers are in .lprint.conf of the data folder, and the next one would have them.
_PLACES = ("HOME", "TMPDIR", "XDG_RUNTIME_DIR", "XDG_DATA_HOME")


@dataclass
class Zebra:
    """What stands at the wire: it answers as a printer does, and keeps every label that it was sent."""

    labels: Queue[bytes] = field(default_factory=Queue)
    """Each comes when its line is closed, which may be after its job is said to be done."""
    error: int = 0
    """Of ~HQES; 1 is that its labels ran out."""

    def talk(self, line: socket.socket) -> None:
        said = b""
        with suppress(OSError):
            while heard := line.recv(65536):
                said = self._answered(line, said + heard)
        if b"^XA" in said:
            self.labels.put(said)

    def _answered(self, line: socket.socket, said: bytes) -> bytes:
        """Answer each question of what came, in however many pieces it did, and return the rest."""
        while asked := _QUESTION.search(said):
            line.sendall(_STATUS % (bool(self.error), self.error) if asked[0] == b"~HQES" else _HOST_STATUS)
            said = said[: asked.start()] + said[asked.end() :]
        return said


@dataclass(frozen=True)
class Lprint:
    spooler: Spooler
    zebra: Zebra

    def is_ready(self) -> bool:
        """Return whether the printer is there.  It is asked for its jobs: how it is would be kept for a while."""
        return self._ask(Operation.GET_JOBS, []).done

    def trouble(self) -> Attributes:
        """Return what it says of its printer once that is more than nothing: it looks at it now and then."""
        ends = time.monotonic() + SECONDS
        while (said := self._state())["printer-state-reasons"] == ["none"]:
            assert time.monotonic() < ends
            time.sleep(0.05)  # it tells nobody when it looks
        return said

    def _state(self) -> Attributes:
        (said,) = self._ask(Operation.GET_PRINTER_ATTRIBUTES, []).of(Group.PRINTERS)
        return said

    def print(self, picture: bytes) -> None:
        """Give it a picture, and wait until it says that it was printed."""
        asked: list[Wanted] = [(Tag.NAME, "job-name", ["badge"]), (Tag.MIME, "document-format", ["image/png"])]
        upright: Wanted = (Tag.ENUM, "orientation-requested", [3])
        job: list[Wanted] = [(Tag.KEYWORD, "print-scaling", ["none"]), upright]
        made = self._ask(Operation.PRINT_JOB, asked, job, picture)
        assert made.done, made
        number: Wanted = (Tag.INTEGER, "job-id", [int(made.of(Group.JOBS)[0]["job-id"][0] or 0)])
        ends = time.monotonic() + _PRINTED
        while (job_now := self._ask(Operation.GET_JOB_ATTRIBUTES, [number]).of(Group.JOBS)[0])["job-state"][0] != 9:
            assert time.monotonic() < ends, (job_now, self._state())
            time.sleep(0.05)  # it tells nobody that a job is done

    def _ask(
        self, operation: Operation, wanted: list[Wanted], job: list[Wanted] | None = None, document: bytes = b""
    ) -> Answer:
        path = f"/ipp/print/{_QUEUE}"
        first = [
            *OPENING,
            (Tag.URI, "printer-uri", [f"ipp://localhost{path}"]),
            (Tag.NAME, "requesting-user-name", ["desk"]),
        ]
        groups = [(Group.OPERATION, [*first, *wanted]), *([(Group.JOBS, job)] if job else [])]
        return self.spooler.ask(path, encoded(operation, groups, document), SECONDS)


def _run(command: list[str], surroundings: dict[str, str]) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(command, check=False, env=surroundings, capture_output=True, timeout=SECONDS)


def _add(command: list[str], surroundings: dict[str, str], running: Lprint) -> None:
    """Have a printer added, and judge by what there is: the command has said no to what its server did all the same."""
    ends, refused = time.monotonic() + SECONDS, ""
    while not running.is_ready():
        log = Path(surroundings["HOME"], "log").read_text(errors="replace")
        assert time.monotonic() < ends, f"{refused}\n{log}"
        done = _run(command, surroundings)
        refused += done.stderr.decode(errors="replace") if done.returncode else ""


@contextmanager
def lprint(folder: Path) -> Iterator[Lprint]:
    """Run LPrint in `folder`, with one printer at a wire of ours."""
    program = shutil.which("lprint")
    assert program, "lprint is not on this computer"
    zebra = Zebra()
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    surroundings = {**os.environ, **dict.fromkeys(_PLACES, str(folder))}
    options = {
        "listen-hostname": "localhost", "server-port": port, "log-file": folder / "log", "spool-directory": folder / "spool"
    }  # fmt: skip
    words = [each for name, value in options.items() for each in ("-o", f"{name}={value}")]
    with answering(zebra.talk) as wire:
        serving = subprocess.Popen(
            [program, "server", *words], env=surroundings, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        try:
            _until_it_listens(port, serving)
            adding = ["add", "-d", _QUEUE, "-v", f"socket://127.0.0.1:{wire}", "-m", "zpl_4inch-203dpi-dt"]
            running = Lprint(Spooler("localhost", port), zebra)
            assert not running.is_ready(), "it has the printers of another"
            _add([program, *adding, "-u", f"ipp://localhost:{port}/"], surroundings, running)
            yield running
        finally:
            serving.kill()
            serving.wait(SECONDS)


def _until_it_listens(port: int, serving: subprocess.Popen[bytes]) -> None:
    ends = time.monotonic() + SECONDS
    while True:
        with socket.socket() as asking:
            if asking.connect_ex(("localhost", port)) == 0:
                return
        assert serving.poll() is None
        assert time.monotonic() < ends
        time.sleep(0.02)  # nothing tells that a server listens
