"""Two processes that speak mDNS to one another on the loopback: the tests' own process stays off the network.

Called with `announce HOST PORT PIN` until its input ends, or with `hear PIN SECONDS`, which prints an address a line; with
`printer NAME PORT` and `printers SECONDS` the same of printers.
"""

import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import zeroconf

from checkin_app.domain.ids import ForumId
from checkin_app.domain.invitations import Address, parse_address
from checkin_app.sync import finding
from checkin_app.sync import printers_heard as printers

LOOPBACK = ("127.0.0.1",)


def _process(*words: object) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "tests.sync.mdnskit", *map(str, words)]
    root = Path(__file__).parents[2]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=root)


@contextmanager
def announced(address: Address, pin: bytes) -> Iterator[None]:
    """Let another process say that a hub with a certificate is at an address, until the block ends."""
    process = _process("announce", address.host, address.port, pin.hex())
    assert process.stdout
    assert "said" in process.stdout.readline()
    try:
        yield
    finally:
        process.communicate("end\n")


def heard_of(pin: bytes, seconds: float = 3.0) -> tuple[Address, ...]:
    """Return what another process hears of hubs, as the application's own does of the network."""
    said, _ = _process("hear", pin.hex() or "-", seconds).communicate()
    found = [parse_address(line, 1) for line in said.split()]
    return tuple(each for each in found if each)


@contextmanager
def printer_announced(
    name: str, port: int, type_: str = "_pdl-datastream._tcp.local.", more: str = ""
) -> Iterator[None]:
    """Let another process say that a printer is at a port of the loopback, until the block ends.

    `more` is what it says besides, as ``name=value`` with semicolons between.
    """
    process = _process("printer", name, port, type_, more)
    assert process.stdout
    assert "said" in process.stdout.readline()
    try:
        yield
    finally:
        process.communicate("end\n")


def printers_heard(seconds: float = 3.0) -> list[str]:
    """Return what another process hears of printers, a line each."""
    said, _ = _process("printers", seconds).communicate()
    return said.splitlines()


def _say_printer(name: str, port: int, type_: str, more: str) -> zeroconf.Zeroconf:
    said = dict(each.split("=", 1) for each in more.split(";") if each)
    saying = zeroconf.Zeroconf(interfaces=[*LOOPBACK])
    saying.register_service(
        zeroconf.ServiceInfo(
            type_,
            f"{name}.{type_}",
            port=port,
            addresses=[socket.inet_aton("127.0.0.1")],
            server="printer.local.",
            properties=said,
        )
    )
    return saying


if __name__ == "__main__":
    what, *rest = sys.argv[1:]
    if what == "announce":
        own = finding.Announced(ForumId("gstf-2024"), Address(rest[0], int(rest[1])), bytes.fromhex(rest[2]), LOOPBACK)
        own.settle()
        sys.stdout.write("said\n")
        sys.stdout.flush()
        sys.stdin.readline()
        own.close()
    elif what == "printer":
        saying = _say_printer(rest[0], int(rest[1]), rest[2], rest[3])
        sys.stdout.write("said\n")
        sys.stdout.flush()
        sys.stdin.readline()
        saying.close()
    elif what == "printers":
        heard = printers.printers_heard(float(rest[0]), LOOPBACK)
        sys.stdout.writelines(f"{kind} {called} at {target}\n" for kind, called, target in heard)
    else:
        pin = b"" if rest[0] == "-" else bytes.fromhex(rest[0])
        sys.stdout.writelines(f"{each}\n" for each in finding.heard_of(pin, float(rest[1]), LOOPBACK))
