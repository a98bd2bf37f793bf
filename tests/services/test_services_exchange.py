"""Two stations meet: what could not be taken is told, not passed over."""

import shutil
from pathlib import Path

from checkin_app.bootstrap import station as stations
from checkin_app.domain.contradictions import ConflictKind
from checkin_app.domain.ids import CheckpointId, Instant
from checkin_app.services.exchange import Given, exchange


def test_a_log_that_goes_on_in_two_ways_is_set_aside_and_told(new_post, tmp_path: Path) -> None:
    here, there = new_post("here"), new_post("there")
    there.register("甲")
    exchange(here.station, there.station)
    shutil.copytree(tmp_path / "there", tmp_path / "copy")
    copy = stations.opened(tmp_path / "copy", there.clock)
    # What a copied laptop would do, were its log not drawn anew at every opening.
    copy.store._log.head = there.station.upkeep._log.head
    twin = type(there)(copy.station, there.clock)
    there.register("乙")
    twin.register("丙")
    twin.register("丁")
    assert exchange(here.station, there.station)[0] == Given(stored=1)
    assert exchange(here.station, twin.station)[0] == Given(forked=1)
    copy.store.close()


def test_what_two_laptops_did_apart_in_a_rehearsal_is_told_apart_from_the_day(new_post) -> None:
    here, there = new_post("here"), new_post("there")
    guest = here.register()
    exchange(here.station, there.station)
    during = here.clock.at
    for at, rehearsal in ((during - 3 * 86_400_000, True), (during, False)):
        for post in (here, there):
            post.clock.at = Instant(at)
            post.station.scanning.scan((post.code(guest),), CheckpointId("opening"))
        exchange(here.station, there.station)
        told = [each for each in here.station.queries.conflicts() if each.kind is ConflictKind.TWO_PLACES]
        assert {each.rehearsal for each in told} == ({True} if rehearsal else {True, False})
