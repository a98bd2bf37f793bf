"""Two stations meet: what could not be taken is told, not passed over."""

import shutil
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from checkin_app.bootstrap import station as stations
from checkin_app.domain.contradictions import ConflictKind
from checkin_app.domain.ids import CheckpointId, Instant
from checkin_app.domain.problems import DiskFull
from checkin_app.services import exchange as exchanging
from checkin_app.services.exchange import Given, exchange
from checkin_app.services.merging import Merging


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


def test_a_log_that_was_written_twice_as_far_is_found_where_two_folders_meet(new_post, tmp_path: Path) -> None:
    here, there = new_post("here"), new_post("there")
    there.register("甲")
    exchange(here.station, there.station)
    shutil.copytree(tmp_path / "there", tmp_path / "copy")
    copy = stations.opened(tmp_path / "copy", there.clock)
    with closing(copy.store):
        copy.store._log.head = there.station.upkeep._log.head
        twin = type(there)(copy.station, there.clock)
        there.register("乙")
        twin.register("丙")
        assert exchange(here.station, there.station)[0] == Given(stored=1)
        # Both have the log as far: nothing but what stands last in it tells them apart.
        assert exchange(here.station, twin.station) == (Given(forked=1), Given(forked=1))
        for each in (here, twin):
            assert each.station.queries.kept_out().set_aside == 1


def test_what_two_folders_said_to_each_other_is_not_handed_over_once_more(new_post, monkeypatch) -> None:
    here, there = new_post("here"), new_post("there")
    guest = here.register()
    taken: list[int] = []
    take = Merging.take
    monkeypatch.setattr(Merging, "take", lambda self, bundle: (taken.append(len(bundle.facts)), take(self, bundle))[1])
    given = exchange(here.station, there.station)
    assert there.card(guest)
    assert sum(taken) == sum(each.stored for each in given)


def test_where_the_talk_is_cut_each_is_still_given_what_it_lacks(new_post, monkeypatch) -> None:
    here, there = new_post("here"), new_post("there")
    guests = here.register("甲"), there.register("乙")
    monkeypatch.setattr(exchanging, "respond", lambda *_: (_ for _ in ()).throw(DiskFull(folder="")))
    given = exchange(here.station, there.station)
    assert [each.trouble for each in given] == [None, None]
    for post in (here, there):
        assert [post.card(each).delegate.name for each in guests] == ["甲", "乙"]


def test_a_disk_that_is_full_at_one_costs_the_other_nothing(new_post, monkeypatch) -> None:
    here, there = new_post("here"), new_post("there")
    guest = here.register("甲")
    full = there.station.merging.log
    monkeypatch.setattr(full, "accept", lambda *_: (_ for _ in ()).throw(DiskFull(folder="")))
    to_here, to_there = exchange(here.station, there.station)
    assert (to_here.trouble, type(to_there.trouble)) == (None, DiskFull)
    monkeypatch.undo()
    assert exchange(here.station, there.station)[1].stored > 0
    assert there.card(guest)


def test_what_is_no_fact_in_a_folder_is_told_with_all_that_waits_for_it(new_post, tmp_path: Path) -> None:
    here, there = new_post("here"), new_post("there")
    for name in "甲乙丙丁":
        there.register(name)
    with there.station.dispatch.open_unit() as unit:
        unit._link.script("UPDATE facts SET hlc = 'no time' WHERE kind = 'delegate.registered' AND seq = 3")
        unit.commit()
    first = exchange(here.station, there.station)[0]
    assert (first.refused, first.later > 0) == (1, True)
    out = here.station.queries.kept_out()
    assert (out.refused, out.waiting) == (1, first.later)
    assert exchange(here.station, there.station)[0] == replace(first, stored=0)
