"""A hub and a desk that scans, each a process of its own, of which one after the other is killed as they exchange."""

import json
import os
import random
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from checkin_app.bootstrap import meeting
from checkin_app.bootstrap import station as stations
from checkin_app.cli.parts import JoinWish
from checkin_app.domain.delegates import Delegate
from checkin_app.domain.enrolment import Role
from checkin_app.domain.ids import CategoryId, DelegateId
from checkin_app.runtime.keys import KEYS_DIR
from checkin_app.services.badges import code_of
from tests.e2e.e2e_laptop import ROOT
from tests.e2e.test_e2e_meeting import line_that

SCANS, GUESTS = 60, 6


@dataclass
class Hall:
    """What runs in it, and what was printed there."""

    hub: "Place"
    desk: "Place"
    address: str
    codes: list[str] = field(default_factory=list)
    running: dict[str, subprocess.Popen[str]] = field(default_factory=dict)
    printed: set[str] = field(default_factory=set)
    killed: list[str] = field(default_factory=list)

    def start(self, name: str, until: Callable[[str], bool] | None = None) -> None:
        laptop = self.hub if name == "hub" else self.desk
        words = {
            "hub": ["hub", "--listen", self.address, "--json"],
            "watch": ["sync", "--watch"],
            "scan": ["scan", "--checkpoint", "opening"],
        }[name]
        self.running[name] = subprocess.Popen(
            [sys.executable, "-m", "checkin_app", *words, "--data", str(laptop.folder)],
            cwd=ROOT, env={**os.environ, KEYS_DIR: str(laptop.keys)},
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
        )  # fmt: skip
        if until:
            line_that(self.running[name], until)

    def kill(self, name: str) -> None:
        process = self.running.pop(name)
        process.send_signal(signal.SIGKILL)
        said = process.stdout.read() if process.stdout else ""
        if name == "scan":  # the last line may be torn: a verdict counts as printed when its line is whole
            self._note(line for line in said.splitlines(keepends=True) if line.endswith("\n"))
        process.wait(60)
        for stream in (process.stdin, process.stdout):
            if stream:
                stream.close()
        self.killed.append(name)

    def kill_all(self) -> None:
        for name in [*self.running]:
            self.kill(name)

    def scan_and_kill(self, dice: random.Random) -> None:
        """Let the desk scan as fast as it can, and kill one of the three after some verdict."""
        self.start("scan")
        scanner = self.running["scan"]
        assert scanner.stdin
        assert scanner.stdout
        scanner.stdin.write("".join(f"{dice.choice(self.codes)}\n" for _ in range(SCANS)))
        scanner.stdin.flush()
        self._note(scanner.stdout.readline() for _ in range(dice.randint(1, SCANS // 2)))
        victim = dice.choice(["hub", "watch", "scan"])
        self.kill(victim)
        if victim != "scan":
            self.start(victim)
            self._note(scanner.stdout.readline() for _ in range(dice.randint(1, SCANS // 4)))
            self.kill("scan")

    def _note(self, lines: Iterator[str]) -> None:
        self.printed |= {json.loads(line)["fact_id"] for line in lines if line}

    def must_agree(self) -> None:
        """Start the hub once more, let the desk meet it in peace, and look whether both hold all that was printed."""
        self.kill_all()
        self.start("hub", lambda line: "invitation" in line)
        with self.desk.its_keys():
            while meeting.meet(self.desk.folder).given.stored:
                pass
        self.kill("hub")
        told = []
        for laptop in (self.hub, self.desk):
            with laptop.opened() as whole:
                whole.store.check()
                told.append(whole.station.queries.folded())
                here = {each.fact_id for each in whole.store.log.above({}, 1_000_000).facts}
            lost = self.printed - here
            assert not lost, f"{len(lost)} verdicts that were printed are not at {laptop.folder.name}"
        assert told[0] == told[1], "they come to different things"


@dataclass(frozen=True)
class Place:
    """A laptop's folder, and where its keys are."""

    folder: Path
    keys: Path

    @contextmanager
    def its_keys(self) -> Iterator[None]:
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv(KEYS_DIR, str(self.keys))
            yield

    @contextmanager
    def opened(self) -> Iterator[stations.Opened]:
        with self.its_keys():
            whole = stations.opened(self.folder)
            try:
                yield whole
            finally:
                whole.store.close()


@contextmanager
def hall(folder: Path) -> Iterator[Hall]:
    """Yield a hub with guests and a desk that it let in; whatever runs in the end is killed."""
    hub, desk = (Place(folder / name, folder / f"{name}-keys") for name in ("hub", "desk"))
    with hub.its_keys():
        stations.new_station(hub.folder, "gstf-2024", "Hub", "")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    made = Hall(hub, desk, address)
    try:
        made.start("hub", lambda line: "invitation" in line)
        _fill(made)
        made.start("watch")
        yield made
    finally:
        made.kill_all()


def _fill(made: Hall) -> None:
    """Register guests at the hub, and let the desk join it."""
    with made.hub.its_keys():
        invitation = meeting.invite(made.hub.folder).invitation.text()
    with made.desk.its_keys():
        asking = meeting.join(made.desk.folder, JoinWish(invitation, "desk"))
    with made.hub.opened() as whole:
        station = whole.station
        for number in range(GUESTS):
            guest = Delegate(DelegateId(""), f"Guest {number}", category=CategoryId("delegate"))
            known = station.people.register(guest).delegate
            made.codes.append(code_of(station.signer, station.forum.id, known.id, 1))
        station.enrolling.admit(asking.station, "desk", Role.DESK)
    with made.desk.its_keys():
        meeting.meet(made.desk.folder)


def kill_by_turns(folder: Path, seed: int, times: int) -> Hall:
    """Kill one process after the other, and look in the end whether anything is missing."""
    dice = random.Random(seed)
    with hall(folder) as made:
        for _ in range(times):
            made.scan_and_kill(dice)
        made.must_agree()
        return made
