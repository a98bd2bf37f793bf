"""What sticks and folders tell of who holds a laptop's entries: what came back from another is not only here any more."""

import shutil
from pathlib import Path

import pytest

from checkin_app.bootstrap import station as stations
from checkin_app.bootstrap.bringing import met
from checkin_app.bootstrap.bundles import bring_in, export
from checkin_app.domain.sync.status import OnlyHere
from checkin_app.runtime.acknowledged import Acknowledged
from checkin_app.services.exchange import agreed_on


def _only(post, folder: Path) -> OnlyHere:
    return Acknowledged(folder, post.station.station.id).only_here(post.station.merging.vector())


@pytest.fixture
def pair(new_post, tmp_path: Path):
    here, there = new_post("here"), new_post("there")
    met(tmp_path / "here", here.station, tmp_path / "there", there.station)
    return here, there


def test_who_met_another_folder_has_nothing_that_is_only_here_until_something_is_recorded(pair, tmp_path: Path) -> None:
    here, there = pair
    assert (_only(here, tmp_path / "here"), _only(there, tmp_path / "there")) == (OnlyHere(), OnlyHere())
    here.register("林若溪")
    assert (_only(here, tmp_path / "here"), _only(there, tmp_path / "there")) == (OnlyHere(1), OnlyHere())


def test_an_entry_is_on_a_stick_once_saved_and_elsewhere_once_another_laptop_s_stick_brings_it_back(
    pair, tmp_path: Path
) -> None:
    here, there = pair
    here.register("林若溪")
    export(tmp_path / "here", here.station, tmp_path / "to", everything=False)
    assert _only(here, tmp_path / "here") == OnlyHere(1, 1)
    here.register("周明轩")
    assert _only(here, tmp_path / "here") == OnlyHere(2, 1)
    bring_in(tmp_path / "there", there.station, tmp_path / "to")
    assert _only(here, tmp_path / "here") == OnlyHere(2, 1), "nobody has said so here"
    export(tmp_path / "there", there.station, tmp_path / "fro", everything=False)
    bring_in(tmp_path / "here", here.station, tmp_path / "fro")
    assert _only(here, tmp_path / "here") == OnlyHere(1)


def test_a_stick_of_its_own_tells_of_nobody_else(pair, tmp_path: Path) -> None:
    here, _there = pair
    here.register("林若溪")
    export(tmp_path / "here", here.station, tmp_path / "own", everything=True)
    bring_in(tmp_path / "here", here.station, tmp_path / "own")
    assert _only(here, tmp_path / "here") == OnlyHere(1, 1)


def test_a_copy_of_its_own_folder_is_no_other_laptop(new_post, tmp_path: Path) -> None:
    here = new_post("here")
    here.register("林若溪")
    here.station.upkeep.backup()
    shutil.copytree(tmp_path / "here", tmp_path / "copy")
    with stations.open_station(tmp_path / "copy", here.clock) as copy:
        met(tmp_path / "here", here.station, tmp_path / "copy", copy)
    assert _only(here, tmp_path / "here") == OnlyHere(3)


def test_a_log_that_goes_on_otherwise_there_is_agreed_on_by_nobody(new_post, tmp_path: Path, monkeypatch) -> None:
    here, there = new_post("here"), new_post("there")
    met(tmp_path / "here", here.station, tmp_path / "there", there.station)
    assert agreed_on(here.station, there.station) == dict(here.station.merging.vector())
    vector = type(here.station.merging.vector())
    monkeypatch.setattr(vector, "mark", lambda self, log_id: bytes([self is marked]) * 8)
    marked = here.station.merging.vector()
    assert agreed_on(here.station, there.station) == {}
