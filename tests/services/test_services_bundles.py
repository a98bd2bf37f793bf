"""What is put on a stick, for whom, and what becomes of it where it is brought in."""

from pathlib import Path

import pytest

from checkin_app.bootstrap.bundles import bring_in, export
from checkin_app.domain.problems import DiskFull
from checkin_app.domain.problems_sync import BundleNotForUs
from checkin_app.services.exchange import Given, exchange


@pytest.fixture
def pair(new_post):
    here, there = new_post("here"), new_post("there")
    exchange(here.station, there.station)
    return here, there


def _exported(post, folder: Path, file: Path, *, everything: bool = True):
    return export(folder, post.station, file, everything=everything)


def test_people_come_with_all_that_is_known_of_them(pair, tmp_path: Path) -> None:
    here, there = pair
    guest = here.register("林若溪", phone="+999 1")
    told: list[tuple[int, int]] = []
    export(tmp_path, here.station, tmp_path / "b", everything=False, progress=lambda *far: told.append(far))
    assert bring_in(tmp_path / "there", there.station, tmp_path / "b", lambda *far: told.append(far)).trouble is None
    assert there.card(guest).delegate == here.card(guest).delegate
    assert all(done <= whole for done, whole in told)
    assert told[-1][0] == told[-1][1]
    there.station.upkeep.check()


def test_a_laptop_that_was_shut_out_cannot_open_what_is_written_from_then_on(pair, tmp_path: Path) -> None:
    here, there = pair
    assert _exported(here, tmp_path, tmp_path / "before").stations == ("there",)
    here.station.enrolling.revoke(there.station.station.id, "stolen")
    assert _exported(here, tmp_path, tmp_path / "after").stations == ()
    with pytest.raises(BundleNotForUs):
        bring_in(tmp_path / "there", there.station, tmp_path / "after")


def test_where_the_disk_is_full_what_came_stays_and_it_goes_on_from_there(pair, tmp_path: Path, monkeypatch) -> None:
    here, there = pair
    for number in range(3):
        here.register(f"{number}")
    _exported(here, tmp_path, tmp_path / "b")
    merging = type(there.station.merging)
    with monkeypatch.context() as full:
        full.setattr(merging, "take", lambda *_: (_ for _ in ()).throw(DiskFull(folder="")))
        assert isinstance(bring_in(tmp_path / "there", there.station, tmp_path / "b").trouble, DiskFull)
    assert bring_in(tmp_path / "there", there.station, tmp_path / "b") == Given(stored=3)
    assert bring_in(tmp_path / "there", there.station, tmp_path / "b") == Given()
    assert there.station.queries.folded().fold_hash == here.station.queries.folded().fold_hash


def test_a_bundle_that_could_not_be_written_is_not_gone_on_from(pair, tmp_path: Path) -> None:
    here, there = pair
    here.register("1")
    with pytest.raises(Exception, match="cannot be written"):
        _exported(here, tmp_path, tmp_path / "no folder" / "b", everything=False)
    _exported(here, tmp_path, tmp_path / "b", everything=False)
    assert bring_in(tmp_path / "there", there.station, tmp_path / "b").stored == 1
