"""A measure makes the store it needs, and ends with a sentence where it cannot go on."""

from pathlib import Path

import pytest

from checkin_app.bootstrap import station as stations
from checkin_app.services.exchange import exchange
from tests.bench.__main__ import MEASURES, with_stores
from tests.bench.measures_hub import coming


def test_a_measure_that_needs_a_store_has_it_made_and_one_that_is_there_is_used(tmp_path: Path) -> None:
    assert with_stores(["scan"], tmp_path) == ["fill", "scan"]
    assert with_stores(["badges", "find", "start"], tmp_path) == ["import", "badges", "fill", "find", "start"]
    assert with_stores(MEASURES, tmp_path) == [*MEASURES]
    (tmp_path / "station").mkdir()
    assert with_stores(["scan", "planning"], tmp_path) == ["scan", "planning"]


@pytest.fixture
def laptops(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("CHECKIN_KEYS_DIR", str(tmp_path / "keys"))
    opened = []
    for name in ("one", "two"):
        stations.new_station(tmp_path / name, "gstf-2024", name, "")
        opened.append(stations.opened(tmp_path / name))
    yield [each.station for each in opened]
    for each in opened:
        each.store.close()


def test_what_comes_beside_scans_says_when_nothing_comes_any_more_and_hangs_nobody(laptops) -> None:
    here, other = laptops
    exchange(here, other)
    with pytest.raises(SystemExit, match="all that had piled up is here"), coming(here.merging, other.merging) as come:
        come.go()
        come._thread.join(20)
        come.rest()


def test_a_failure_of_what_comes_is_said_too(laptops) -> None:
    here, _ = laptops
    with pytest.raises(SystemExit, match="AttributeError"), coming(here.merging, None) as come:  # type: ignore[arg-type]
        come.go()
        come._thread.join(20)
        come.rest()
