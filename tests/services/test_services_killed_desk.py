"""A desk whose process is really killed between any two steps of printing loses no badge and prints none twice unsaid."""

import os
import signal
import socket
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import dying_desk
import pytest

from checkin_app.bootstrap import presses
from checkin_app.bootstrap import station as stations
from checkin_app.domain.delegates import Delegate
from checkin_app.domain.ids import CategoryId, DelegateId
from checkin_app.domain.jobs import MAY_STILL_COME, JobState
from checkin_app.services.opened import OpenedStation
from printing.drivers import all_drivers
from printing.press import Press
from tests.lines import answering

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="desks are made by fork")

_MOST = 200


@dataclass
class _Printer:
    """A label printer at a real line: it prints a label as soon as it has all of it, and says so."""

    papers: Counter[str] = field(default_factory=Counter)

    def talk(self, line: socket.socket) -> None:
        taken = b""
        while heard := line.recv(4096):
            if heard.startswith(b"\x10\x04"):
                line.sendall(b"\x12")
                continue
            taken += heard
            badge, closes, taken_then = taken.partition(b"]")
            if closes:
                self.papers[badge[1:].decode()] += 1
                taken = taken_then
            if taken.endswith(b"\x1dr\x01"):
                line.sendall(b"\x00")


@contextmanager
def _desks(folder: Path, port: int) -> Iterator[subprocess.Popen[str]]:
    words = [sys.executable, dying_desk.__file__, str(folder), str(port)]
    environment = {**os.environ, "PYTHONPATH": "."}
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment) as made:
        try:
            yield made
        finally:
            made.kill()


def _ended(desks: subprocess.Popen[str], step: int) -> int:
    assert desks.stdin
    assert desks.stdout
    desks.stdin.write(f"{step}\n")
    desks.stdin.flush()
    return int(desks.stdout.readline())


def _job(station: OpenedStation, guest: DelegateId):
    with station.badges.open_unit() as unit:
        found = unit.job_for(guest, 1)
    assert found
    return found


def _see_to(station: OpenedStation, printer: _Printer, port: int, guest: DelegateId, badge: str) -> bool:
    """Do as a clerk does who looks at what came out; return whether it was said that the first may still come."""
    told = False
    for _ in range(4):
        dying_desk.print_all(station, port)
        job = _job(station, guest)
        if job.state is JobState.CONFIRMED:
            break
        if job.state is JobState.UNKNOWN:
            told |= job.detail == MAY_STILL_COME and not printer.papers[badge]
            seen = JobState.CONFIRMED if printer.papers[badge] else JobState.FAILED_SAFE
            station.badges.job_changed(job.id, seen, "told")
        if _job(station, guest).state is JobState.FAILED_SAFE:
            station.badges.move(job.id, dying_desk.NAME)
    assert _job(station, guest).state is JobState.CONFIRMED
    return told


def test_a_desk_killed_at_any_step_prints_its_badge_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder, printer, killed = tmp_path / "desk", _Printer(), 0
    stations.new_station(folder, "gstf-2024", "desk", "")
    monkeypatch.setattr(presses, "press", lambda: Press(all_drivers(), draw=dying_desk.bare))
    with answering(printer.talk) as port, _desks(folder, port) as desks:
        for step in range(1, _MOST):
            with closing((opened := stations.opened(folder)).store):
                new = Delegate(DelegateId(""), "Ana Sol", category=CategoryId("delegate"))
                guest = opened.station.people.register(new).delegate
                opened.station.badges.print(guest.id, dying_desk.NAME)
            ended, badge = _ended(desks, step), f"{guest.badge_no}-1"
            with closing((opened := stations.opened(folder)).store):
                told = _see_to(opened.station, printer, port, guest.id, badge)
            assert printer.papers[badge] == 1 or (told and printer.papers[badge] == 2), (step, printer.papers[badge])
            if ended == 0:
                break
            assert ended == -signal.SIGKILL, (step, ended)
            killed += 1
    assert 24 < killed < _MOST - 1, "every step was met, and the last desk lived"
