"""A process that makes desks which print what waits, each a process of its own that is killed at one of its steps.

Its words: the folder of the station, the port of the label printer.  It reads a step a line, 0 for none, and answers how each ended.
"""

import os
import signal
import socket
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from checkin_app.bootstrap import presses
from checkin_app.bootstrap import station as stations
from checkin_app.runtime.settings import PrinterKind, PrinterSettings
from checkin_app.services.opened import OpenedStation
from printing import labels
from printing.content import BadgeContent
from printing.drivers import all_drivers
from printing.press import Press
from printing.printers import Printer

NAME = "labels"


def bare(content: BadgeContent, _printer: Printer, _give_way: Callable[[], None]) -> bytes:
    """Return what stands for a badge on the wire."""
    return f"[{content.number}]".encode()


def settings(port: int) -> PrinterSettings:
    return PrinterSettings(NAME, PrinterKind.NETWORK, f"127.0.0.1:{port}")


def print_all(station: OpenedStation, port: int) -> None:
    """Do as a window does that opens: settle, ask the printers, print what waits."""
    at_hand = presses.Presses(station, lambda: (settings(port),))
    station.printing.settle()
    for job in station.printing.unanswered():
        station.printing.follow(job, at_hand.asked_of, lambda _changes: None)
    for job in station.printing.waiting():
        station.printing.print(job, at_hand.prepare, at_hand.recall, lambda _changes: None)


@dataclass
class _Steps:
    dies_at: int
    made: int = 0

    def step(self) -> None:
        self.made += 1
        if self.made == self.dies_at:
            os.kill(os.getpid(), signal.SIGKILL)

    def around(self, call: Any) -> Any:
        def stepping(*said: Any, **more: Any) -> Any:
            self.step()
            answer = call(*said, **more)
            self.step()
            return answer

        return stepping


class _Line:
    """A socket, each use of which is a step before and a step after."""

    def __init__(self, line: socket.socket, steps: _Steps) -> None:
        self.settimeout, self.close = line.settimeout, line.close
        self.send, self.recv = steps.around(line.send), steps.around(line.recv)


class _Ledger:
    def __init__(self, badges: Any, steps: _Steps) -> None:
        self._badges = badges
        self.job_changed = steps.around(badges.job_changed)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._badges, name)


def _desk(folder: Path, port: int, dies_at: int) -> None:
    steps, connect = _Steps(dies_at), socket.create_connection
    labels.socket.create_connection = lambda *said: _Line(connect(*said), steps)  # type: ignore[assignment,attr-defined]  # as drivers use it
    presses.press = lambda: Press(all_drivers(), draw=bare)  # type: ignore[assignment]  # it is a cache's elsewhere
    opened = stations.opened(folder)
    printing = replace(opened.station.printing, badges=_Ledger(opened.station.badges, steps))
    with closing(opened.store):
        print_all(replace(opened.station, printing=printing), port)


def main(folder: str, port: str) -> None:
    for line in sys.stdin:
        desk = os.fork()
        if desk == 0:
            try:
                _desk(Path(folder), int(port), int(line))
            except BaseException:  # noqa: BLE001 - whatever it is, the desk never becomes what made it
                sys.excepthook(*sys.exc_info())
                os._exit(1)
            os._exit(0)
        sys.stdout.write(f"{os.waitstatus_to_exitcode(os.waitpid(desk, 0)[1])}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
