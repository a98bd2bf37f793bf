"""A badge is printed by the laptop that owed it, once, and nothing begins while the application ends."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from checkin_app.bootstrap.press_room import PressLanes, PressRoom
from checkin_app.domain.ids import CheckpointId, Instant
from checkin_app.domain.jobs import JobState
from checkin_app.runtime.lanes import Done
from checkin_app.runtime.settings import PrinterKind, PrinterSettings
from checkin_app.services.exchange import exchange


@dataclass
class Bench:
    """A lane whose work is begun by hand."""

    works: list[Callable[[], None]] = field(default_factory=list)

    def submit(self, work: Callable[[], object], done: Callable[[object], None]) -> None:
        self.works.append(lambda: done(Done(work())))

    def work(self) -> None:
        while self.works:
            self.works.pop(0)()

    def close(self, _timeout: float) -> bool:
        self.work()
        return True


@pytest.fixture
def open_room(tmp_path: Path):
    def make(post, name: str) -> tuple[PressRoom, Bench, Path]:
        bench, out = Bench(), tmp_path / f"printed-{name}"
        out.mkdir(exist_ok=True)
        printer = PrinterSettings(name="badges", kind=PrinterKind.FILE, target=str(out))
        return (
            PressRoom(post.station, lambda: (printer,), PressLanes(bench, bench, lambda _: bench), lambda: None),
            bench,
            out,
        )

    return make


def test_a_badge_owed_by_another_laptop_is_left_to_that_laptop(new_post, open_room) -> None:
    here, there = new_post("here"), new_post("there")
    guest = there.register()
    there.station.badges.print(guest.id, "badges")
    exchange(here.station, there.station)
    for post, printed in ((here, 0), (there, 1)):
        room, bench, out = open_room(post, post.station.station.name)
        room.begin()
        bench.work()
        assert len(list(out.iterdir())) == printed


def test_a_job_of_another_laptop_that_is_on_its_way_is_not_taken_for_one_of_ours(new_post, open_room) -> None:
    here, there = new_post("here"), new_post("there")
    guest = there.register()
    job = there.station.badges.print(guest.id, "badges")
    for state in (JobState.RENDERED, JobState.SENDING):
        there.station.badges.job_changed(job.id, state)
    exchange(here.station, there.station)
    open_room(here, "here")[0].begin()
    assert here.station.queries.jobs(1)[0].state == JobState.SENDING


def test_every_badge_that_waits_is_printed_however_many_came_after(post, open_room) -> None:
    guests = [post.register(f"Guest {number}") for number in range(3)]
    for guest in guests:
        post.station.badges.print(guest.id, "badges")
    room, bench, out = open_room(post, "desk")
    room.begin()
    room.wake()
    bench.work()
    assert len(list(out.iterdir())) == len(guests)
    assert room.waiting() == 0


def test_what_has_not_begun_when_the_application_ends_stays_queued(post, open_room) -> None:
    guest = post.register()
    post.station.badges.print(guest.id, "badges")
    room, _, out = open_room(post, "desk")
    room.begin()
    room.close()
    assert list(out.iterdir()) == []
    assert post.station.queries.jobs(1)[0].state == JobState.QUEUED


def test_a_rehearsal_owes_no_badge_and_the_day_does(post) -> None:
    guest = post.register()
    scanning = replace(post.station.scanning, badge_printer=lambda: "badges")
    during, opening = post.clock.at, CheckpointId("opening")
    post.clock.at = Instant(during - 3 * 86_400_000)
    assert scanning.scan((post.code(guest),), opening).job is None
    post.clock.at = during
    assert scanning.scan((post.code(guest),), opening).job == post.station.queries.jobs(1)[0]
