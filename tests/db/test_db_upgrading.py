"""A store that an earlier version wrote is brought up to date: how far it is is told, and whatever ends it harms nothing."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import dbkit
import pytest

from checkin_app.domain.problems import DiskFull
from checkin_app.domain.problems_store import NoRoomToUpgrade
from checkin_app.domain.upgrade import UpgradeStep
from checkin_app.runtime import keys as station_keys
from checkin_app.runtime.keys import StationKeys
from checkin_app.services.ports.progress import ToldUpgrade, Upgrading
from db import checking, finding, upgrading
from db.store import DATABASE, Store

OLD = Path(__file__).parents[1] / "golden" / "v0.1.0"

#: Opens the store in a folder, and is gone like a laptop that is switched off once a step is told of.
KILLED = """
import os, sys
from dataclasses import replace
from pathlib import Path
sys.path.insert(0, sys.argv[1])
import dbkit
from db.store import Store

def told(step, done, whole):
    if step.value == sys.argv[3]:
        os._exit(9)

Store.open(Path(sys.argv[2]), replace(dbkit.around(), upgrading=lambda work: work(told)))
"""


@pytest.fixture
def old(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(station_keys.KEYS_DIR, str(tmp_path / "keys"))
    station_keys.save("golden-v0.1.0", StationKeys.of(bytes(range(32)), bytes(range(32, 64))))
    shutil.copytree(OLD, tmp_path / "station")
    return tmp_path / "station"


def _open(folder: Path, upgrading: Upgrading | None = None) -> Store:
    around = dbkit.around()
    return Store.open(folder, replace(around, upgrading=upgrading) if upgrading else around)


def _telling(told: list[tuple[UpgradeStep, int, int]]) -> Upgrading:
    return lambda work: work(lambda *far: told.append(far))


def _nobody_upgrades(_work: Callable[[ToldUpgrade], None]) -> None:
    raise AssertionError


def _opens_whole(folder: Path) -> None:
    with closing(_open(folder)) as store:
        assert store.queries().find("person 2")
        store.check()
    assert not [*folder.glob("*migrating*")]


def test_every_step_is_told_in_its_order_and_none_goes_back(old: Path) -> None:
    told: list[tuple[UpgradeStep, int, int]] = []
    _open(old, _telling(told)).close()
    steps = [*dict.fromkeys(step for step, _, _ in told)]
    assert steps == [each for each in UpgradeStep if each is not UpgradeStep.READ], "of so few facts no hundred is read"
    for step in steps:
        far = [(done, whole) for each, done, whole in told if each is step]
        assert far == sorted(far), step
        assert all(done <= whole for done, whole in far), step
        assert far[-1][0] == far[-1][1], "what is begun is told to its end"
    assert len([step for step, _, _ in told if step is UpgradeStep.TABLES]) > 10
    _open(old, _nobody_upgrades).close()


def test_how_many_facts_were_read_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = dbkit.new_store(folder)
    dbkit.register(store, dbkit.delegate(1))
    store.close()
    monkeypatch.setattr(checking, "_TOLD", 1)
    monkeypatch.setattr(finding, "FORM", finding.FORM + 1)
    told: list[tuple[UpgradeStep, int, int]] = []
    with closing(_open(folder, _telling(told))) as store:
        assert [far for far in told if far[0] is UpgradeStep.READ] == [(UpgradeStep.READ, n, 3) for n in (1, 2, 3)]
        assert store.queries().find("person 1")


@pytest.mark.parametrize("step", [UpgradeStep.COPY, UpgradeStep.FOLD, UpgradeStep.PROVE])
def test_a_laptop_that_is_switched_off_half_way_begins_anew(old: Path, step: UpgradeStep) -> None:
    given = [sys.executable, "-c", KILLED, str(Path(__file__).parent), str(old), step.value]
    assert subprocess.run(given, timeout=60, check=False, cwd=Path(__file__).parents[2]).returncode == 9
    assert [*old.glob("*migrating*")], "nothing was under way"
    _opens_whole(old)


def test_a_disk_with_too_little_room_is_told_before_anything_is_begun(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = (old / DATABASE).read_bytes()
    with monkeypatch.context() as full:
        full.setattr(upgrading.shutil, "disk_usage", lambda _folder: SimpleNamespace(free=50_000))
        with pytest.raises(NoRoomToUpgrade) as told:
            _open(old, _nobody_upgrades)
    assert told.value.details == {"needed": 3 * len(before) // 1_000_000 + 1, "free": 0}
    assert (old / DATABASE).read_bytes() == before
    _opens_whole(old)


def test_a_disk_that_fills_up_half_way_is_told_so_and_nothing_is_harmed(old: Path) -> None:
    def filling(work: Callable[[ToldUpgrade], None]) -> None:
        def told(step: UpgradeStep, _done: int, _whole: int) -> None:
            if step is UpgradeStep.FOLD:
                raise DiskFull

        work(told)

    with pytest.raises(NoRoomToUpgrade):
        _open(old, filling)
    assert not [*old.glob("*migrating*")]
    _opens_whole(old)
