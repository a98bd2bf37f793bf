"""What a round of the soak plays: the very worlds, days and disks of the tests, with the round's own seeds."""

import random
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

TESTS = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(TESTS / name) for name in ("sync", "db", "services")]

import daykit  # noqa: E402 - the kits lie beside their tests
import eveningkit  # noqa: E402
import test_db_power_cut as power  # noqa: E402
import test_sync_machine as machine  # noqa: E402
from daysteps import STEPS  # noqa: E402
from pytest import MonkeyPatch  # noqa: E402
from wirekit import Shop, shop_in  # noqa: E402
from worldkit import World  # noqa: E402

from tests.e2e import cutkit, tourkit, tourlaws  # noqa: E402
from tests.e2e.killkit import kill_by_turns  # noqa: E402


@dataclass
class Sum:
    """How much of one kind was played."""

    name: str
    played: int = 0
    steps: int = 0
    fired: Counter[str] = field(default_factory=Counter)


class Harness(Protocol):
    """Plays what belongs to a round."""

    name: str

    def play(self, seed: int, total: Sum) -> None:
        """Play, and raise whatever says that a law does not hold."""
        ...


@dataclass
class Histories:
    """Laptops that are nothing but their logs."""

    name: str = "histories in memory"
    times: int = 50
    length: int = 150

    def play(self, seed: int, total: Sum) -> None:
        for number in range(seed * self.times, (seed + 1) * self.times):
            World(number, total.fired).run(self.length)
            total.played += 1
            total.steps += self.length


@dataclass
class Courses:
    """The machine of stations, its courses chosen by Hypothesis."""

    name: str = "courses of the machine"
    times: int = 5

    def play(self, seed: int, total: Sum) -> None:
        machine.play(self.times, chosen_by=seed)
        total.played += self.times
        total.steps += self.times * machine.STEPS


@dataclass
class Days:
    """Real stores in real folders."""

    prepared: Path
    name: str = "days on real stores"

    def play(self, seed: int, total: Sum) -> None:
        length = random.Random(seed).randint(20, 150)
        folder = self.prepared.with_name("day")
        try:
            with daykit.Day(folder, seed, total.fired).begun(self.prepared) as day:
                day.run(STEPS, length)
        finally:
            shutil.rmtree(folder, ignore_errors=True)
        total.played += 1
        total.steps += length


@dataclass
class PowerCuts:
    """A store whose disk keeps its word, or does not."""

    evening: power.Evening
    name: str = "power cuts"
    times: int = 10

    def play(self, seed: int, total: Sum) -> None:
        dice = random.Random(seed)
        with self.evening.its_keys():
            for _ in range(self.times // 2):
                for look in (power.must_hold_all_that_was_said, power.must_say_what_it_lost):
                    look(self.evening, dice.randint(0, len(self.evening.disk.events)), dice)
                    total.played += 1
        total.steps = total.played


@dataclass
class Kills:
    """The real application, of which one process after the other is killed."""

    place: Path
    name: str = "kill -9 while they exchange"
    every: int = 25
    """Rounds between two: each is a dozen processes."""
    times: int = 4

    def play(self, seed: int, total: Sum) -> None:
        if seed % self.every:
            return
        with tempfile.TemporaryDirectory(dir=self.place) as folder:
            kill_by_turns(Path(folder), seed, self.times)
        total.played += self.times
        total.steps = total.played


@dataclass
class Cuts:
    """The real application in networks of its own, which are cut."""

    place: Path
    name: str = "cuts of a network"
    every: int = 20
    times: int = 8

    def play(self, seed: int, total: Sum) -> None:
        if seed % self.every or cutkit.why_not():
            return
        with tempfile.TemporaryDirectory(dir=self.place) as folder:
            total.fired.update(cutkit.cut_by_turns(Path(folder), seed, self.times))
        total.played += self.times
        total.steps = total.played


@dataclass
class Tours:
    """The technical visit of four laptops, on which every bus is counted at a stop as well."""

    place: Path
    name: str = "days of 120 buses"
    every: int = 50

    def play(self, seed: int, total: Sum) -> None:
        if seed % self.every:
            return
        with tempfile.TemporaryDirectory(dir=self.place) as folder:
            day = tourkit.TourDay(Path(folder), seed, stopping=120)
            with day.on_its_day():
                day.play()
                tourlaws.must_hold(day)
        total.played += 1
        total.steps += len(day.codes)
        total.fired.update({each.value: count for each, count in day.found.items()})


@dataclass
class Evenings:
    """A badge desk whose printers fail, and whose power goes."""

    shop: Shop
    name: str = "evenings at printers"
    times: int = 30

    def play(self, seed: int, total: Sum) -> None:
        with MonkeyPatch.context() as patch:
            seeds = range(seed * self.times, (seed + 1) * self.times)
            total.fired.update(eveningkit.play(self.shop, patch.setattr, seeds))
        total.played += self.times
        total.steps += self.times


@contextmanager
def _histories(_place: Path) -> Iterator[Harness]:
    yield Histories()


@contextmanager
def _courses(_place: Path) -> Iterator[Harness]:
    yield Courses()


@contextmanager
def _days(place: Path) -> Iterator[Harness]:
    daykit.prepare(place / "first")
    yield Days(place / "first")


@contextmanager
def _power_cuts(place: Path) -> Iterator[Harness]:
    with power.evening_of(place / "evening", power.work) as evening:
        yield PowerCuts(evening)


@contextmanager
def _kills(place: Path) -> Iterator[Harness]:
    yield Kills(place)


@contextmanager
def _cuts(place: Path) -> Iterator[Harness]:
    yield Cuts(place)


@contextmanager
def _tours(place: Path) -> Iterator[Harness]:
    yield Tours(place)


@contextmanager
def _evenings(place: Path) -> Iterator[Harness]:
    with shop_in(place) as shop:
        yield Evenings(shop)


HARNESSES: Sequence[Callable[[Path], AbstractContextManager[Harness]]] = (
    _histories,
    _courses,
    _days,
    _power_cuts,
    _kills,
    _cuts,
    _tours,
    _evenings,
)
