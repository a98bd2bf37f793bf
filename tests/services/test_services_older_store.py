"""A store that was restored, or is otherwise an older state of itself, prints nothing again without asking."""

import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from checkin_app.bootstrap import station as stations
from checkin_app.bootstrap.press_room import PressLanes, PressRoom
from checkin_app.domain.ids import CheckpointId
from checkin_app.domain.jobs import JobState
from checkin_app.runtime.lanes import Done
from checkin_app.services.exchange import exchange
from checkin_app.services.opened import OpenedStation
from db import witness
from db.store import DATABASE

OPENING = CheckpointId("opening")


class Bench:
    """A lane that works at once."""

    def submit(self, work: Callable[[], object], done: Callable[[object], None]) -> None:
        done(Done(work()))

    def close(self, _timeout: float) -> bool:
        return True


def _begin(station: OpenedStation) -> None:
    bench = Bench()
    PressRoom(
        station, lambda: (), PressLanes(bench, bench, lambda _: bench, lambda told: told()), lambda _: None, pytest.fail
    ).begin()


def _state(station: OpenedStation) -> str:
    return station.queries.jobs(1)[0].state


_WAY = [JobState.QUEUED, JobState.RENDERED, JobState.SENDING, JobState.SENT, JobState.CONFIRMED]


@pytest.mark.parametrize("state", _WAY[:-1])
def test_a_job_on_its_way_in_an_older_store_becomes_a_question(new_post, tmp_path: Path, state: JobState) -> None:
    folder = tmp_path / "desk"
    post = new_post("desk")
    job = post.station.badges.print(post.register().id, "badges").job
    reached = _WAY.index(state) + 1
    for step in _WAY[1:reached]:
        post.station.badges.job_changed(job.id, step)
    former = shutil.copy(str(post.station.upkeep.backup()), tmp_path / "former.db")
    for step in _WAY[reached:]:
        post.station.badges.job_changed(job.id, step)
    post.close()
    shutil.copy(former, folder / DATABASE)
    with stations.open_station(folder) as older:
        assert older.upkeep.holding().missing == len(_WAY[reached:])
        _begin(older)
        assert _state(older) == JobState.UNKNOWN


def test_a_job_that_waits_in_a_store_without_any_witness_is_asked_about_once(new_post, tmp_path: Path) -> None:
    folder = tmp_path / "desk"
    post = new_post("desk")
    post.station.badges.print(post.register().id, "badges")
    post.close()
    _forget(folder)
    with stations.open_station(folder) as unknown:
        _begin(unknown)
        assert _state(unknown) == JobState.UNKNOWN


def _forget(folder: Path) -> None:
    for each in (folder / witness.BESIDE, *witness.apart().glob("*.witness")):
        each.unlink()


def test_a_job_that_comes_back_from_another_laptop_is_not_printed_but_asked_about(new_post, tmp_path: Path) -> None:
    """The others have heard that it waits, and not that it was printed."""
    folder = tmp_path / "desk"
    post, other = new_post("desk"), new_post("other")
    guest = post.register()
    former = shutil.copy(str(post.station.upkeep.backup()), tmp_path / "former.db")
    job = post.station.badges.print(guest.id, "badges").job
    exchange(post.station, other.station)
    for step in _WAY[1:]:
        post.station.badges.job_changed(job.id, step)
    post.close()
    shutil.copy(former, folder / DATABASE)
    with stations.open_station(folder) as older:
        given, _ = exchange(older, other.station)
        assert (given.stored, given.returned) == (3, 1)
        assert _state(older) == JobState.UNKNOWN
        _begin(older)
        assert _state(older) == JobState.UNKNOWN


def test_a_job_of_this_laptop_that_others_tell_of_is_left_as_it_is_where_nothing_was_lost(new_post) -> None:
    post, other = new_post("desk"), new_post("other")
    post.station.badges.print(post.register().id, "badges")
    assert [each.returned for each in exchange(post.station, other.station)] == [0, 0]
    assert [each.returned for each in exchange(post.station, other.station)] == [0, 0]
    assert _state(post.station) == JobState.QUEUED


def test_who_is_admitted_to_a_store_that_lost_facts_has_a_badge_that_is_asked_about(new_post, tmp_path: Path) -> None:
    """A guest of the lost hour comes back: the badge may hang around their neck."""
    folder = tmp_path / "desk"
    post = new_post("desk")
    codes = [post.code(post.register(name)) for name in ("林若溪", "佐伯 遥")]
    former = shutil.copy(str(post.station.upkeep.backup()), tmp_path / "former.db")
    post.station.scanning.scan(codes[:1], OPENING)
    post.close()
    shutil.copy(former, folder / DATABASE)
    older = stations.opened(folder, post.clock, lambda: "badges")
    with closing(older.store):
        asked = older.station.scanning.scan(codes[:1], OPENING).job
        assert asked is not None
        assert (asked.state, asked.detail) == (JobState.UNKNOWN, "older")
        assert _state(older.station) == JobState.UNKNOWN
        older.station.upkeep.accept_loss()
        owed = older.station.scanning.scan(codes[1:], OPENING).job
        assert owed is not None
        assert owed.state == JobState.QUEUED
