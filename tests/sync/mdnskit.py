"""Two processes that speak mDNS to one another on the loopback: the tests' own process stays off the network.

Called with `announce HOST PORT PIN` until its input ends, or with `hear PIN SECONDS`, which prints an address a line.
"""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from checkin_app.domain.ids import ForumId
from checkin_app.domain.invitations import Address, parse_address
from checkin_app.sync import finding

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


if __name__ == "__main__":
    what, *rest = sys.argv[1:]
    if what == "announce":
        own = finding.Announced(ForumId("gstf-2024"), Address(rest[0], int(rest[1])), bytes.fromhex(rest[2]), LOOPBACK)
        own.settle()
        sys.stdout.write("said\n")
        sys.stdout.flush()
        sys.stdin.readline()
        own.close()
    else:
        pin = b"" if rest[0] == "-" else bytes.fromhex(rest[0])
        sys.stdout.writelines(f"{each}\n" for each in finding.heard_of(pin, float(rest[1]), LOOPBACK))
