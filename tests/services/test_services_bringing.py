"""Another laptop's folder is brought in from a screen as the command does, and by it contradictions come to light."""

import random
import shutil
import sys
from pathlib import Path

import pytest

from checkin_app.bootstrap.bringing import bring_in
from checkin_app.domain.contradictions import ConflictKind
from checkin_app.domain.details import StoreFault
from checkin_app.domain.problems import StorageProblem, StoreCorrupt


def test_what_each_laptop_lacks_it_has_afterwards(new_post, tmp_path: Path) -> None:
    here, there = new_post("here"), new_post("there")
    guest = here.register("Odile Marchetti")
    brought = bring_in(tmp_path / "here", here.station, tmp_path / "there")
    assert (brought.name, brought.damage) == ("there", None)
    assert there.card(guest).delegate.name == "Odile Marchetti"
    here.station.people.amend(guest.id, {"title": "Director"})
    there.station.people.amend(guest.id, {"title": "Minister"})
    brought = bring_in(tmp_path / "here", here.station, tmp_path / "there")
    assert brought.given and (brought.taken.stored > 0, brought.given.stored > 0) == (True, True)
    for post in (here, there):
        assert [each.kind for each in post.station.queries.conflicts()] == [ConflictKind.TWO_EDITS]


def test_where_there_is_no_station_nothing_is_handed_over(new_post, tmp_path: Path) -> None:
    here = new_post("here")
    with pytest.raises(StorageProblem):
        bring_in(tmp_path / "here", here.station, tmp_path / "nowhere")


@pytest.mark.parametrize(
    ("left", "why"),
    [(b"", StoreFault.TABLES_MISSING), (random.Random(1).randbytes(20_000), StoreFault.NOT_A_DATABASE)],
    ids=["nothing", "noise"],
)
def test_a_folder_of_whose_store_nothing_is_left_is_called_by_its_own_name(
    new_post, tmp_path: Path, left: bytes, why: StoreFault
) -> None:
    here, _there = new_post("here"), new_post("there")
    shutil.copytree(tmp_path / "there", tmp_path / "spoilt")
    (tmp_path / "spoilt" / "station.db").write_bytes(left)
    with pytest.raises(StoreCorrupt) as said:
        bring_in(tmp_path / "here", here.station, tmp_path / "spoilt")
    assert said.value.details == {"folder": str(tmp_path / "spoilt"), "detail": why}


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such device")
def test_a_device_in_the_place_of_a_store_is_not_copied_until_the_disk_is_full(new_post, tmp_path: Path) -> None:
    here, _there = new_post("here"), new_post("there")
    shutil.copytree(tmp_path / "there", tmp_path / "spoilt")
    (tmp_path / "spoilt" / "station.db").unlink()
    (tmp_path / "spoilt" / "station.db").symlink_to("/dev/zero")
    with pytest.raises(StorageProblem):
        bring_in(tmp_path / "here", here.station, tmp_path / "spoilt")
