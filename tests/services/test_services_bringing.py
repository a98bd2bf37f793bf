"""Another laptop's folder is brought in from a screen as the command does, and by it contradictions come to light."""

from pathlib import Path

import pytest

from checkin_app.bootstrap.bringing import bring_in
from checkin_app.domain.contradictions import ConflictKind
from checkin_app.domain.problems import StorageProblem


def test_what_each_laptop_lacks_it_has_afterwards(new_post, tmp_path: Path) -> None:
    here, there = new_post("here"), new_post("there")
    guest = here.register("Odile Marchetti")
    brought = bring_in(here.station, tmp_path / "there")
    assert (brought.name, brought.damage) == ("there", None)
    assert there.card(guest).delegate.name == "Odile Marchetti"
    here.station.people.amend(guest.id, {"title": "Director"})
    there.station.people.amend(guest.id, {"title": "Minister"})
    brought = bring_in(here.station, tmp_path / "there")
    assert brought.given and (brought.taken.stored > 0, brought.given.stored > 0) == (True, True)
    for post in (here, there):
        assert [each.kind for each in post.station.queries.conflicts()] == [ConflictKind.TWO_EDITS]


def test_where_there_is_no_station_nothing_is_handed_over(new_post, tmp_path: Path) -> None:
    here = new_post("here")
    with pytest.raises(StorageProblem):
        bring_in(here.station, tmp_path / "nowhere")
