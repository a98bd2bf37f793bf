"""What is made ahead is made a part at a time, while nobody does anything, and whatever comes is answered between."""

import math
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from checkin_app.bootstrap.calm import Ahead, Calm
from checkin_app.runtime.lanes import Done

ROOT = Path(__file__).resolve().parents[2]
PARTS = 4
PATIENCE_MS = 20_000
LONG_AGO, JUST_NOW = -math.inf, math.inf


@dataclass
class Work:
    """A lane that works at once, unless it is busy with something else."""

    busy: int = 0

    def submit(self, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        done(Done(work()))

    def waiting(self) -> int:
        return self.busy


@dataclass
class Laptop:
    """Remembers what was done ahead, in order."""

    done: list[str] = field(default_factory=list)
    pressed_at: float = LONG_AGO
    writer: Work = field(default_factory=Work)
    left: int = PARTS
    is_unheard: bool = False

    def make_next(self) -> bool:
        self.done.append("part" if self.is_unheard else "heard by the scanner")
        self.left -= 1
        QTimer.singleShot(0, lambda: self.done.append("answered"))
        return self.left > 0

    def unheard(self, make: Callable[[], bool]) -> bool:
        self.is_unheard = True
        try:
            return make()
        finally:
            self.is_unheard = False

    def does(self, what: str) -> Callable[[], bool]:
        def work() -> bool:
            self.done.append(what)
            return False

        return work


@pytest.fixture
def laptop(monkeypatch: pytest.MonkeyPatch) -> Laptop:
    monkeypatch.setattr("checkin_app.bootstrap.calm.make_ready", lambda: None)
    monkeypatch.setattr("checkin_app.bootstrap.calm.loading", lambda: iter(()))
    return Laptop()


@pytest.fixture
def calm(qapp: object, laptop: Laptop) -> Iterator[Calm]:
    upkeep = SimpleNamespace(read_ahead=laptop.does("read"))
    station: Any = SimpleNamespace(
        upkeep=upkeep,
        proving_ahead=SimpleNamespace(step=laptop.does("proven")),
        queries=SimpleNamespace(count_ahead=laptop.does("counted")),
    )
    other: Any = Work()
    any_laptop: Any = laptop
    made = Calm(station, any_laptop, any_laptop, Ahead(any_laptop.writer, other, other))
    yield made
    made.stop()


def test_whatever_comes_is_answered_between_two_parts_of_screens(qtbot: QtBot, laptop: Laptop, calm: Calm) -> None:
    calm.begin()
    qtbot.waitUntil(lambda: "counted" in laptop.done, timeout=PATIENCE_MS)
    assert laptop.done[: 2 * PARTS - 1] == ["part", "answered"] * (PARTS - 1) + ["part"]
    assert laptop.done[2 * PARTS - 1 :][:3] == ["read", "proven", "counted"]


@pytest.mark.parametrize("busy", ["scan", "key"])
def test_no_part_is_made_while_somebody_does_something(
    qtbot: QtBot, laptop: Laptop, calm: Calm, monkeypatch: pytest.MonkeyPatch, busy: str
) -> None:
    asked: list[None] = []

    def waiting() -> int:
        asked.append(None)
        return laptop.writer.busy

    monkeypatch.setattr(laptop.writer, "waiting", waiting)
    if busy == "scan":
        laptop.writer.busy = 1
    else:
        laptop.pressed_at = JUST_NOW
    calm.begin()
    qtbot.waitUntil(lambda: len(asked) > 1, timeout=PATIENCE_MS)
    assert laptop.done == []
    laptop.writer.busy, laptop.pressed_at = 0, LONG_AGO
    qtbot.waitUntil(lambda: "counted" in laptop.done, timeout=PATIENCE_MS)
    assert laptop.done.count("part") == PARTS


def test_nothing_is_made_any_more_once_the_application_closes(laptop: Laptop, calm: Calm) -> None:
    calm.begin()
    calm.stop()
    assert not calm._next.isActive()
    assert laptop.done.count("part") == 1


def test_what_the_screens_are_made_of_is_loaded_a_module_at_a_time_before_any_is_made(
    qtbot: QtBot, laptop: Laptop, calm: Calm, monkeypatch: pytest.MonkeyPatch
) -> None:
    def loading() -> Iterator[bool]:
        for _ in range(PARTS):
            laptop.done.append("module")
            yield True

    monkeypatch.setattr(calm, "_loading", loading())
    calm.begin()
    qtbot.waitUntil(lambda: "counted" in laptop.done, timeout=PATIENCE_MS)
    assert [each for each in laptop.done if each in {"module", "part"}] == ["module"] * PARTS + ["part"] * PARTS


def test_each_module_of_the_screens_is_loaded_in_a_turn_of_its_own() -> None:
    """In an interpreter of its own: here they are there already."""
    look = """
import sys
import checkin_app.bootstrap.application
from checkin_app.bootstrap import screens
screens.make_ready()
assert "checkin_app.ui.people.screen" not in sys.modules
turns = sum(1 for _ in screens.loading())
assert turns > 50, turns
assert {"checkin_app.ui.people.screen", "checkin_app.ui.walk_in.screen"} <= set(sys.modules)
assert not list(screens.loading())
"""
    subprocess.run([sys.executable, "-c", look], cwd=ROOT, check=True, timeout=120)


def test_the_printer_queues_of_windows_are_loaded_with_the_application() -> None:
    """They are of Qt, and whoever asks for them first is a printer's own thread."""
    look = """
import sys
from checkin_app.bootstrap import window
assert "printing.os_queue" not in sys.modules
sys.platform = "win32"
window.new_application()
assert "printing.os_queue" in sys.modules
"""
    subprocess.run([sys.executable, "-c", look], cwd=ROOT, check=True, timeout=120)
