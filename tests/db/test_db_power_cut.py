"""The power goes between any two writes: the store opens, holds all that was said, and says what a lying disk lost."""

import random
import shutil
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import dbkit
import pytest
from diskkit import Disk, recorded

from checkin_app.domain.problems import ProjectionsDiffer, StorageProblem
from checkin_app.runtime.keys import KEYS_DIR
from checkin_app.services.badges import Badges
from db import witness
from db.losses import Losses
from db.store import Store

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="SQLite writes there in another way")
STATES, LYING = 300, 200
PEOPLE = 6


@dataclass
class Evening:
    """What a store did until the power went, and the folder as it was before."""

    disk: Disk
    folder: Path

    def folder_after(self, cut: int, dice: random.Random, lies: int = 0) -> Path:
        """Return the folder as somebody finds it who starts the laptop again."""
        found = self.folder.with_name("found")
        shutil.rmtree(found, ignore_errors=True)
        shutil.copytree(self.folder, found)
        for each in found.glob("station.db*"):
            each.unlink()
        for name, content in self.disk.after_cut(cut, dice, lies).items():
            (found / name).write_bytes(content)
        said = [each for each in self.disk.events[:cut] if each.what == "said"]
        (found / witness.BESIDE).write_bytes(said[-1].witness if said else b"")
        for each in witness.apart().glob("*.witness"):
            each.unlink()
        return found

    @contextmanager
    def its_keys(self) -> Iterator[None]:
        """Let the store's keys be found until the block ends: they lie where no other's do."""
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv(KEYS_DIR, str(self.folder.with_name("keys")))
            yield

    def said_before(self, cut: int) -> set[str]:
        return {each.name for each in self.disk.events[:cut] if each.what == "said"}


def work(folder: Path, disk: Disk, store: Store) -> None:
    """Scan, print, and let SQLite move its log into the database in each of its ways."""
    scanning, badges = dbkit.scanning(store), Badges(store.unit, store.keys)
    for number in range(PEOPLE):
        code = dbkit.code_of(store, dbkit.delegate(number).id)
        disk.said(scanning.scan([code], dbkit.OPENING).fact_id, folder / witness.BESIDE)
        if number % 3 == 1:
            with store._writer.plain() as link:
                link.script(f"PRAGMA wal_checkpoint({('PASSIVE', 'TRUNCATE')[number // 3 % 2]})")
        badges.replace(dbkit.delegate(number).id, "lost", former=1)


@pytest.fixture(scope="module")
def evening(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Evening]:
    with evening_of(tmp_path_factory.mktemp("evening"), work) as evening:
        yield evening


@contextmanager
def evening_of(root: Path, work: Callable[[Path, Disk, Store], None]) -> Iterator[Evening]:
    """Yield what two openings of a store did, the first closed in order; its keys lie where no other test's do."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(KEYS_DIR, str(root / "keys"))
        folder = root / "station"
        store = dbkit.new_store(folder)
        dbkit.register(store, *map(dbkit.delegate, range(2 * PEOPLE)))
        store.close()
        shutil.copytree(folder, root / "before")
        with recorded(folder) as disk:
            for _ in range(2):
                with closing(Store.open(folder, dbkit.around())) as store:
                    work(folder, disk, store)
        yield Evening(disk, root / "before")


@pytest.fixture(autouse=True)
def _its_keys(evening: Evening) -> Iterator[None]:
    with evening.its_keys():
        yield


def must_hold_all_that_was_said(evening: Evening, cut: int, dice: random.Random) -> None:
    with closing(Store.open(evening.folder_after(cut, dice), dbkit.around())) as store:
        store.check()
        here = {each.fact_id for each in store.log.above({}, 10_000).facts}
        assert evening.said_before(cut) <= here, f"lost at {cut}"
        assert not store.holding().missing


def test_what_was_said_outlives_a_power_cut_between_any_two_writes(evening: Evening) -> None:
    dice = random.Random(1)
    cuts = len(evening.disk.events)
    assert {each.what for each in evening.disk.events} >= {"write", "truncate", "sync", "delete", "said"}
    for _ in range(STATES):
        must_hold_all_that_was_said(evening, dice.randint(0, cuts), dice)


def must_say_what_it_lost(evening: Evening, cut: int, dice: random.Random) -> str:
    """Return what became of a store whose disk had only said that it wrote; what it lacks it must say."""
    folder = evening.folder_after(cut, dice, lies=dice.randint(1, 8))
    try:
        store = Store.open(folder, dbkit.around())
    except StorageProblem:
        return "refused"
    with closing(store):
        try:
            store.check()
        except ProjectionsDiffer:  # some pages are older than others: no fact is lost for it
            store.check(repair=True)
            store.check()
        except StorageProblem:
            return "damaged"
        here = {each.fact_id for each in store.log.above({}, 10_000).facts}
        lacking = evening.said_before(cut) - here
        assert store.holding().missing >= len(lacking), f"{len(lacking)} facts are gone at {cut}, and nothing says so"
        return "lacking" if lacking else "whole"


def test_what_a_lying_disk_lost_is_said(evening: Evening) -> None:
    dice = random.Random(2)
    became = Counter(
        must_say_what_it_lost(evening, dice.randint(0, len(evening.disk.events)), dice) for _ in range(LYING)
    )
    assert became["lacking"], "something was lost without any damage"
    assert became["whole"]


def _commits_without_a_sync(folder: Path, disk: Disk, store: Store) -> None:
    with store._writer.plain() as link:
        link.script("PRAGMA synchronous=NORMAL")
    work(folder, disk, store)


def test_a_store_that_answers_before_it_is_on_the_disk_is_found_out(tmp_path: Path) -> None:
    with evening_of(tmp_path, _commits_without_a_sync) as hasty, hasty.its_keys():
        dice = random.Random(3)
        with pytest.raises(AssertionError, match="lost at"):
            for _ in range(STATES):
                must_hold_all_that_was_said(hasty, dice.randint(0, len(hasty.disk.events)), dice)


def test_a_loss_that_nothing_witnesses_is_found_out(evening: Evening, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Losses, "compare", lambda *_: None)
    dice = random.Random(2)
    with pytest.raises(AssertionError, match="nothing says so"):
        for _ in range(LYING):
            must_say_what_it_lost(evening, dice.randint(0, len(evening.disk.events)), dice)
