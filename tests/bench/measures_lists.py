"""A list of 100 000 rows in the real window: the longest stall of the event loop, and scans meanwhile."""

import csv
import json
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from checkin_app.bootstrap import station as stations
from checkin_app.bootstrap.rounds import freeing_cycles
from checkin_app.domain.ids import CheckpointId
from checkin_app.domain.movements import Direction
from checkin_app.services.badges import code_of
from tests.bench.make_store import fill, person

_ROWS = 100_000
#: People of another list who are here already and are scanned meanwhile, one every so many seconds.
_SCANNED, _BETWEEN = 2_000, 0.15


class _Turns:
    """Turns the event loop and remembers how long each turn took: by the clock and of the thread's own time."""

    def __init__(self, application: QApplication, scan: Callable[[], None]) -> None:
        self._application, self._scan = application, scan
        self._next = 0.0
        self.walls: list[float] = []
        self.owns: list[float] = []

    def until(self, done: Callable[[], bool]) -> None:
        while not done():
            if (now := time.perf_counter()) >= self._next:
                self._next = now + _BETWEEN
                self._scan()
            self._turn()

    def _turn(self) -> None:
        # Waiting for an event gives the lock away: only what is done without it counts as a stall by the clock.
        wall, own = time.perf_counter(), time.thread_time()
        self._application.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 1)
        self.walls.append((time.perf_counter() - wall) * 1000)
        self.owns.append((time.thread_time() - own) * 1000)
        time.sleep(0.001)


def written(folder: Path, forum: object) -> Path:
    """Write a list in which every third row needs a look."""
    file = folder / "hundred-thousand.csv"
    with file.open("w", encoding="utf-8-sig", newline="") as stream:
        table = csv.writer(stream)
        table.writerow(
            ("Registration ID", "Full name", "Latin name", "Delegation", "Organisation", "Category", "Route")
        )
        for number in range(_ROWS):
            each = person(number, forum)  # type: ignore[arg-type]
            route = "3 / 4" if number % 3 == 0 else each.route
            table.writerow(
                (f"L{number}", each.name, each.latin_name, each.delegation, each.organisation, each.category, route)
            )
    return file


def _prepared(home: Path) -> tuple[Iterator[str], Path]:
    """Start a station in `home`; return the codes of people on it, and the list."""
    shutil.rmtree(home, ignore_errors=True)
    stations.new_station(home, "gstf-2024", "bench", "")
    opened = stations.opened(home)
    ids = fill(opened.store, _SCANNED, _SCANNED)
    codes = iter([code_of(opened.station.signer, opened.station.forum.id, each, 1) for each in ids])
    file = written(home.parent, opened.station.forum)
    opened.store.close()
    return codes, file


def measure_lists(folder: Path, _delegates: int, _facts: int) -> dict[str, float]:
    """Preview, look through, import and show the list while guests are scanned."""
    from checkin_app.bootstrap.application import StationApplication
    from checkin_app.bootstrap.window import new_application
    from checkin_app.ui.kit.meant import Meant
    from checkin_app.ui.people.importing.state import Tab
    from checkin_app.ui.people.screen import PeopleScreen
    from checkin_app.ui.shell.screen import Destination

    home = folder / "lists"
    codes, file = _prepared(home)
    application = new_application()
    desk = StationApplication(home, print)
    desk.begin()
    desk.window.resize(1366, 768)
    desk.window.show()
    desk.window.go_to(Destination("people", ""))
    while desk.window.navigation.make_next():
        pass
    screen = desk.window.navigation.screen("people")
    assert isinstance(screen, PeopleScreen)
    verdicts: list[float] = []

    def scan() -> None:
        begun = time.perf_counter()
        work = desk.station.scanning.scan
        code = next(codes)
        desk.writer.submit(
            lambda: work((code,), CheckpointId("session-3"), Direction.IN),
            lambda _result: verdicts.append((time.perf_counter() - begun) * 1000),
        )

    importing = screen.importing
    before = _Turns(application, scan)
    before.until(lambda: len(before.walls) > 500)
    verdicts.clear()
    turns = _Turns(application, scan)
    screen.open_list(file)
    turns.until(lambda: not importing.state.waiting)
    assert importing.state.plan is not None, importing.state.trouble
    for tab in Tab:
        importing.panel.tabs.chosen.emit(tab.value)
        seen = len(turns.walls) + 100
        turns.until(lambda seen=seen: len(turns.walls) > seen)
    looked = len(turns.walls), len(verdicts)
    importing.take(Meant("bench"))
    turns.until(lambda: not importing.state.writing)
    assert importing.state.result is not None, importing.state.trouble
    screen._show_directory()
    seen = len(turns.walls) + 300
    turns.until(lambda: len(turns.walls) > seen)
    figures = _figures(turns, verdicts, *looked)
    desk.close()
    return figures


def _figures(turns: _Turns, verdicts: list[float], turns_looked: int, verdicts_looked: int) -> dict[str, float]:
    def worst(times: list[float], part: float) -> float:
        return sorted(times)[round(part * (len(times) - 1))]

    return {
        "stall_preview_ms": max(turns.walls[:turns_looked]),
        "stall_import_ms": max(turns.walls[turns_looked:]),
        "stall_own_ms": max(turns.owns),
        "verdict_preview_p99_ms": worst(verdicts[:verdicts_looked], 0.99),
        "verdict_import_p99_ms": worst(verdicts[verdicts_looked:], 0.99),
    }


if __name__ == "__main__":
    _, where, delegates, facts = sys.argv[1:5]
    with freeing_cycles():
        print(json.dumps(measure_lists(Path(where), int(delegates), int(facts))))
