"""A hub and a desk in networks of their own with one cable between them, which is cut in every way the kernel knows.

Run as a program within `unshare --net`: nothing of it reaches the computer's own network.
"""

import json
import os
import random
import shlex
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from checkin_app.bootstrap import meeting
from checkin_app.bootstrap import station as stations
from checkin_app.cli.parts import JoinWish
from checkin_app.domain.delegates import Delegate
from checkin_app.domain.enrolment import Role
from checkin_app.domain.ids import CategoryId, DelegateId
from checkin_app.domain.sync.status import Reach
from checkin_app.sync import hub_client
from checkin_app.sync import network as lane
from checkin_app.sync.network import Network
from tests.e2e.e2e_laptop import ROOT

#: A network of its own, and the right to lay cables in it, which root has everywhere.
APART = ("unshare", *(() if os.geteuid() == 0 else ("--map-root-user",)), "--net") if sys.platform == "linux" else ()
DESK, HUB = "10.9.0.1", "10.9.0.2"
_PATIENCE = 60.0
WAITS_FOR_EVER = "waits for ever"


def _run(command: str) -> None:
    done = subprocess.run(shlex.split(command), capture_output=True, text=True, check=False)
    if done.returncode:
        raise OSError(f"{command}: {done.stderr.strip()}")


def _wait(holds: Callable[[], object], what: str) -> None:
    patience = threading.Event()
    for _ in range(int(_PATIENCE / 0.05)):
        if holds():
            return
        patience.wait(0.05)
    raise AssertionError(f"waited in vain: {what}")


@dataclass(frozen=True)
class Cut:
    """A way in which the network fails; `{hub}` stands for whatever is done in the hub's own network."""

    name: str
    begins: str
    ends: str
    is_noticed: bool = True


CUTS = (
    Cut("the cable is pulled", "ip link set near down", "ip link set near up"),
    Cut(
        "what the hub answers is lost",
        "{hub} ip route add blackhole 10.9.0.1/32",
        "{hub} ip route del blackhole 10.9.0.1/32",
    ),
    Cut(
        "the line is thin",
        "tc qdisc add dev near root tbf rate 200kbit burst 4kb latency 400ms",
        "tc qdisc del dev near root",
        is_noticed=False,
    ),
    Cut(
        "every fifth packet is lost, and some come twice or late",
        "tc qdisc add dev near root netem loss 20% duplicate 10% delay 20ms 10ms",
        "tc qdisc del dev near root",
        is_noticed=False,
    ),
)


@dataclass
class Hall:
    """The two, and what runs between them."""

    hub: stations.Opened
    desk: stations.Opened
    network: Network
    inside: str
    """What goes before a command that is to be done in the hub's network."""
    guests: int = 0

    def register(self, where: stations.Opened) -> None:
        self.guests += 1
        guest = Delegate(DelegateId(""), f"Guest {self.guests}", category=CategoryId("delegate"))
        where.station.people.register(guest)

    def survive(self, cut: Cut, dice: random.Random) -> bool:
        """Cut the network while both record, and let it come back; return whether the kernel could do it."""
        _wait(lambda: self.network.known.reach is Reach.LIVE, "for the stream")
        self.register(self.desk)
        self.network.ring()
        try:
            _run(cut.begins.format(hub=self.inside))
        except OSError:
            return False
        for _ in range(dice.randint(1, 5)):
            self.register(dice.choice([self.hub, self.desk]))
        if cut.is_noticed:
            _wait(lambda: self.network.status().reach is Reach.AWAY, f"to notice that {cut.name}")
            self.register(self.desk)
            assert self.network.status().only_here >= 1, "what nobody can have heard is only here"
        _run(cut.ends.format(hub=self.inside))
        _wait(lambda: self.desk.store.log.vector().root == self.hub.store.log.vector().root, f"after {cut.name}")
        return True


@contextmanager
def hall(folder: Path) -> Iterator[Hall]:
    """Yield a hub and a desk that it let in, the desk in this network and the hub in one beside it."""
    stations.new_station(folder / "hub", "gstf-2024", "Hub", "")
    command = [sys.executable, "-m", "checkin_app", "hub", "--listen", f"{HUB}:7443", "--json", "--data"]
    waiting = ["unshare", "--net", "sh", "-c", 'read -r _; exec "$@"', "sh", *command, str(folder / "hub")]
    with subprocess.Popen(waiting, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin
        assert process.stdout
        try:
            inside = f"nsenter --target {process.pid} --net"
            _lay_cable(process.pid, inside)
            process.stdin.write("\n")
            process.stdin.flush()
            invitation = next(json.loads(line)["invitation"] for line in process.stdout if "invitation" in line)
            asking = meeting.join(folder / "desk", JoinWish(invitation, "desk"))
            hub, desk = stations.opened(folder / "hub"), stations.opened(folder / "desk")
            hub.station.enrolling.admit(asking.station, "desk", Role.DESK)
            with _staying(folder / "desk", desk) as network:
                yield Hall(hub, desk, network, inside)
            desk.store.close()
            hub.store.close()
        finally:
            process.kill()


@contextmanager
def _staying(folder: Path, desk: stations.Opened) -> Iterator[Network]:
    reported: list[BaseException] = []
    network = meeting.network_of(folder, desk, lambda _changes: None, reported.append)
    network.start()
    try:
        yield network
    finally:
        network.close()
    assert not reported, reported


def _lay_cable(hub: int, inside: str) -> None:
    _wait(lambda: Path(f"/proc/{hub}/ns/net").readlink() != Path("/proc/self/ns/net").readlink(), "for a network")
    for command in (
        "ip link set lo up",
        f"ip link add near type veth peer name far netns {hub}",
        f"ip addr add {DESK}/24 dev near",
        "ip link set near up",
        f"{inside} ip link set lo up",
        f"{inside} ip addr add {HUB}/24 dev far",
        f"{inside} ip link set far up",
    ):
        _run(command)


def why_not() -> str:
    """Return why this computer gives nobody networks of their own; empty where it does."""
    if lacking := [name for name in ("unshare", "nsenter", "ip", "tc") if not shutil.which(name)]:
        return f"there is no {', '.join(lacking)} here"
    tried = subprocess.run(
        [*APART, "ip", "link", "add", "near", "type", "veth"], capture_output=True, text=True, check=False
    )
    return tried.stderr.strip()


def cut_by_turns(folder: Path, seed: int, times: int, *bug: str) -> list[str]:
    """Do as `main` does, in a process and networks of its own."""
    command = [sys.executable, "-m", "tests.e2e.cutkit", str(folder), str(seed), str(times), *bug]
    done = subprocess.run([*APART, *command], cwd=ROOT, capture_output=True, text=True, check=False, timeout=280)
    assert done.returncode == 0, done.stderr
    return [str(each) for each in json.loads(done.stdout)]


def main(folder: Path, seed: int, times: int, bug: str = "") -> list[str]:
    """Cut the network so many times, by turns and then as it comes; return in which ways that could be done."""
    global _PATIENCE
    dice = random.Random(seed)
    hub_client._TIMEOUT = hub_client.httpx2.Timeout(1.5)
    hub_client._QUIET = 6.0
    if bug == WAITS_FOR_EVER:
        hub_client._TIMEOUT, hub_client._QUIET, _PATIENCE = hub_client.httpx2.Timeout(None), None, 8.0
    lane._BACK_OFF = (0.1, 0.5)
    done: list[str] = []
    with hall(folder) as made:
        for number in range(times):
            cut = CUTS[number] if number < len(CUTS) else dice.choice(CUTS)
            if made.survive(cut, dice):
                done.append(cut.name)
        _wait(lambda: made.network.status().only_here == 0, "until nothing is only here")
        told = [each.station.queries.folded() for each in (made.hub, made.desk)]
        assert told[0] == told[1], "they come to different things"
        for each in (made.hub, made.desk):
            each.store.check()
    return done


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), *sys.argv[4:])))
