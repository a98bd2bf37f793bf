"""A badge is printed by the laptop that owed it, once, and nothing begins while the application ends."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from itertools import product
from pathlib import Path
from types import SimpleNamespace

import pytest

from checkin_app.bootstrap import badge_actions
from checkin_app.bootstrap.press_room import PressLanes, PressRoom
from checkin_app.domain.changes import Changed
from checkin_app.domain.delegates import Delegate
from checkin_app.domain.ids import CheckpointId, DelegateId, Instant
from checkin_app.domain.jobs import JobState
from checkin_app.domain.problems import (
    CodeNotReadable,
    FileNotWritable,
    FontMissing,
    PrinterMissing,
    PrinterSilent,
    PrintProblem,
    TemplateInvalid,
)
from checkin_app.domain.problems_printing import PrinterNotReady, TemplateMissing
from checkin_app.runtime.errands import Errands
from checkin_app.runtime.lanes import Done, Troubled
from checkin_app.runtime.settings import PrinterKind, PrinterSettings
from checkin_app.services.badge_runs import BadgeRun
from checkin_app.services.exchange import exchange
from checkin_app.services.ports.printers import Outcome


@dataclass
class Bench:
    """A lane whose work is begun by hand."""

    works: list[Callable[[], None]] = field(default_factory=list)

    def submit(self, work: Callable[[], object], done: Callable[[object], None]) -> None:
        def one() -> None:
            try:
                result = Done(work())
            except PrintProblem as problem:
                result = Troubled(problem)
            done(result)

        self.works.append(one)

    def work(self) -> None:
        while self.works:
            self.works.pop(0)()

    def close(self, _timeout: float) -> bool:
        self.work()
        return True


def _at_once(told: Callable[[], None]) -> None:
    told()


def _no_fault(fault: BaseException) -> None:
    raise AssertionError from fault


@pytest.fixture
def open_room(tmp_path: Path):
    def make(post, name: str) -> tuple[PressRoom, Bench, Path]:
        bench, out = Bench(), tmp_path / f"printed-{name}"
        out.mkdir(exist_ok=True)
        printer = PrinterSettings(name="badges", kind=PrinterKind.FILE, target=str(out))
        return (
            PressRoom(
                post.station,
                lambda: (printer,),
                PressLanes(bench, bench, lambda _: bench, _at_once),
                lambda _: None,
                _no_fault,
            ),
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
    job = there.station.badges.print(guest.id, "badges").job
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


@pytest.mark.parametrize("is_walk_in", [False, True])
def test_a_badge_that_was_taken_back_while_it_waited_for_its_printer_is_not_printed(
    post, open_room, *, is_walk_in: bool
) -> None:
    scanning = replace(post.station.scanning, badge_printer=lambda: "badges")
    room, bench, out = open_room(post, "desk")
    room.begin()
    bench.work()
    opening = CheckpointId("opening")
    if is_walk_in:
        replace(post.station.walk_ins, scanning=scanning).register(Delegate(DelegateId(""), "Ana"), opening)
    else:
        scanning.scan((post.code(post.register()),), opening)
    room.wake()
    waits, took = bench.works.pop(0), len(bench.works)  # the job is on its lane
    waits()
    assert len(bench.works) == took + 1
    scanning.undo()
    bench.work()
    assert list(out.iterdir()) == []
    assert room.waiting() == 0
    assert post.station.queries.jobs(1)[0].state is JobState.CANCELLED


def test_each_state_of_a_badge_is_told_once(post, tmp_path: Path) -> None:
    post.station.badges.print(post.register().id, "badges")
    bench, told = Bench(), []
    lanes = PressLanes(bench, bench, lambda _: bench, _at_once)
    room = PressRoom(post.station, lambda: (_folder(tmp_path),), lanes, told.append, _no_fault)
    room.begin()
    bench.work()
    jobs = frozenset({Changed.JOBS})
    # Nothing was left to settle; then rendered and sending in one, sent, confirmed; then the printer was done with it.
    assert told == [frozenset(), jobs, jobs, jobs, frozenset()]


def test_before_each_badge_of_a_run_is_owed_a_guest_who_comes_is_let_pass(post) -> None:
    """Whoever asks for five hundred badges waits for none of these commits; a guest who meets one waits for all of it."""
    steps: list[object] = []
    for number in range(3):
        post.register(f"Guest {number}")
    printing = replace(post.station.printing, let_scans_pass=steps.append)
    owed = post.station.badges.print
    badges = SimpleNamespace(print=lambda *asked: (steps.append("owed"), owed(*asked))[1])
    station = SimpleNamespace(queries=post.station.queries, printing=printing, badges=badges)
    errand = Errands(_at_once).begin(lambda *_: None)
    done = badge_actions.printed(SimpleNamespace(station=station), BadgeRun(), "badges", errand)  # type: ignore[arg-type]
    assert done.owed == 3
    assert steps[1::2] == ["owed"] * 3
    assert {type(each) for each in steps[::2]} == {float}


def test_a_page_goes_ahead_of_the_badge_that_it_names_and_comes_once(post, open_room) -> None:
    guests = [post.register(f"Guest {number}") for number in range(3)]
    room, bench, out = open_room(post, "desk")
    spent: list[str] = []
    room.spent = lambda printer, _outcome: spent.append(printer)
    room.let_page_go_ahead(guests[1].id, 1, "Lusitania", "2")
    for guest in guests:
        post.station.badges.print(guest.id, "badges")
    order = [job.delegate for job in post.station.printing.waiting()]
    room.begin()
    bench.work()
    written = sorted(out.iterdir(), key=lambda file: file.stat().st_mtime_ns)
    assert [file.name.startswith("separator") for file in written].index(True) == order.index(guests[1].id)
    assert spent == ["badges"]
    room.wake()
    bench.work()
    assert len(list(out.iterdir())) == 4


def test_a_printer_that_cannot_bring_out_a_page_waits_with_the_badge_behind_it(post, open_room) -> None:
    guest = post.register()
    room, bench, out = open_room(post, "desk")
    out.rmdir()
    out.write_text("no folder")
    room.let_page_go_ahead(guest.id, 1, "Lusitania", "1")
    post.station.badges.print(guest.id, "badges")
    room.begin()
    bench.work()
    assert post.station.queries.jobs(1)[0].state is JobState.QUEUED, "the badge never left"
    assert room.trouble("badges") is not None
    out.unlink()
    room.look_at_once()
    bench.work()
    assert sorted(file.name.startswith("separator") for file in out.iterdir()) == [False, True]
    assert post.station.queries.jobs(1)[0].state is JobState.CONFIRMED


def test_a_page_whose_words_have_no_room_keeps_up_no_badge(post, open_room) -> None:
    guest = post.register()
    room, bench, out = open_room(post, "desk")
    room.let_page_go_ahead(guest.id, 1, "W" * 5000, "1")
    post.station.badges.print(guest.id, "badges")
    room.begin()
    bench.work()
    assert [file.name.startswith("separator") for file in out.iterdir()] == [False]


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


# ---- a printer that nobody has printed at


def test_a_printer_is_known_not_to_be_ready_before_the_first_badge_and_to_be_back_without_one(post, open_room) -> None:
    room, bench, out = open_room(post, "desk")
    room.begin()
    bench.work()
    out.rmdir()
    out.write_text("no folder")
    room.look_at("badges")
    bench.work()
    assert isinstance(room.trouble("badges"), FileNotWritable)
    out.unlink()
    room.pauses.now = lambda: float("inf")
    room.look_again()
    bench.work()
    assert room.trouble("badges") is None, "it was asked again by itself"


def _waiting_for_a_printer(post, open_room):
    """Open a room in which a badge waits for a printer that said it is not ready, and is about to be asked again."""
    room, bench, out = open_room(post, "desk")
    room.begin()
    bench.work()
    room.told("badges", FileNotWritable(file=str(out), detail=""))
    post.station.badges.print(post.register().id, "badges")
    room.wake()
    bench.works.pop(0)()
    return room, bench, out


def test_a_badge_waits_for_a_printer_that_said_it_is_not_ready_and_goes_out_once_it_says_so(post, open_room) -> None:
    room, bench, out = _waiting_for_a_printer(post, open_room)
    asked = bench.works.pop()
    assert post.station.queries.jobs(1)[0].state is JobState.QUEUED
    asked()
    bench.work()
    assert (len(list(out.iterdir())), room.trouble("badges")) == (1, None)


def test_a_badge_that_waits_goes_out_once_whoever_looks_at_the_printer_hears_that_it_is_ready(post, open_room) -> None:
    room, bench, out = _waiting_for_a_printer(post, open_room)
    bench.works.clear()  # the room's own question is not answered yet
    room.told("badges", None)
    bench.work()
    assert (len(list(out.iterdir())), room.pauses.held()) == (1, [])


def test_what_a_printer_says_is_shown_at_once(post, tmp_path: Path) -> None:
    bench, told = Bench(), []
    lanes = PressLanes(bench, bench, lambda _: bench, _at_once)
    room = PressRoom(post.station, lambda: (_folder(tmp_path),), lanes, told.append, _no_fault)
    for problem in (
        TemplateMissing(name="gone"),
        None,
        PrinterMissing(printer="badges"),
        None,
    ):  # the first of its badges
        room.told("badges", problem)
        assert room.trouble("badges") is problem
        bench.work()
    assert told == [frozenset()] * 4


def test_one_that_somebody_paused_is_not_asked_nor_said_to_be_anything_else(post, tmp_path: Path) -> None:
    paused = replace(_folder(tmp_path), paused="another roll")
    bench = Bench()
    lanes = PressLanes(bench, bench, lambda _: bench, _at_once)
    room = PressRoom(post.station, lambda: (paused,), lanes, lambda _: None, _no_fault)
    for problem in (PrinterMissing(printer="badges"), None):
        room.told("badges", problem)
        assert isinstance(room.trouble("badges"), PrinterNotReady)
        assert room.pauses.held() == []
        assert bench.works == [], "no badge is tried again, since none would come out"


def test_a_printer_with_badges_on_their_way_is_not_asked_besides(post, open_room) -> None:
    room, bench, _ = open_room(post, "desk")
    room.begin()
    bench.work()
    post.station.badges.print(post.register().id, "badges")
    room.wake()
    bench.works.pop(0)()
    before = len(bench.works)
    room.look_at("badges")
    room.look_at("")
    assert len(bench.works) == before


def test_one_by_whose_template_nothing_can_be_drawn_is_known_before_the_first_badge(
    post, room_of, tmp_path: Path
) -> None:
    room, bench = room_of(replace(_folder(tmp_path), template="gone"))
    room.look_at("badges")
    bench.work()
    assert isinstance(room.trouble("badges"), TemplateMissing)
    room.look_at("taken away meanwhile")
    bench.work()
    assert room.trouble("taken away meanwhile") is None


# ---- whose fault it is


@pytest.fixture
def room_of(post):
    """Return a function that opens a press room with these printers, and what it works at."""

    def make(*printers: PrinterSettings, report=_no_fault) -> tuple[PressRoom, Bench]:
        bench = Bench()
        lanes = PressLanes(bench, bench, lambda _: bench, _at_once)
        return PressRoom(post.station, lambda: printers, lanes, lambda _: None, report), bench

    return make


def _folder(tmp_path: Path) -> PrinterSettings:
    return PrinterSettings("badges", PrinterKind.FILE, str(tmp_path / "out"))


BADGE_FAULTS = {
    "glyph_missing": {"name": "𠮷田", "latin_name": "YOSHIDA"},
    "glyph_missing of a private-use letter": {"name": "李\ue0a1"},
    "text_does_not_fit": {"name": "Wolfeschlegelsteinhausenbergerdorff " * 6},
}


@pytest.mark.parametrize("key", BADGE_FAULTS)
def test_a_fault_of_the_badge_is_no_fault_of_the_printer(post, room_of, tmp_path: Path, key: str) -> None:
    guest = post.register(**BADGE_FAULTS[key])
    post.station.badges.print(guest.id, "badges")
    room, bench = room_of(_folder(tmp_path))
    room.begin()
    bench.work()
    job = post.station.queries.jobs(1)[0]
    assert (job.state, job.detail) == (JobState.FAILED_SAFE, key.partition(" ")[0])
    assert room.trouble("badges") is None
    post.station.badges.print(post.register("Well Known").id, "badges")
    room.wake()
    bench.work()
    assert len(list((tmp_path / "out").iterdir())) == 1


@pytest.mark.parametrize("broken", ["font", "template", "code"])
def test_an_installation_that_draws_no_badge_is_no_fault_of_the_printer(
    post, room_of, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, broken: str
) -> None:
    def gone(*_arguments: object) -> None:
        raise {
            "font": FontMissing(font="x.ttf"),
            "code": CodeNotReadable(),
            "template": TemplateInvalid(file="own.toml", line=1, expected="a file in UTF-8", found="none"),
        }[broken]

    monkeypatch.setattr("printing.languages.lay_out", gone)
    post.station.badges.print(post.register().id, "badges")
    room, bench = room_of(_folder(tmp_path))
    room.begin()
    bench.work()
    assert post.station.queries.jobs(1)[0].state == JobState.FAILED_SAFE
    assert room.trouble("badges") is None


@pytest.mark.parametrize(
    ("printer", "key"),
    [
        (PrinterSettings("badges", PrinterKind.NETWORK, "127.0.0.1:99999"), "printer_mistyped"),
        (PrinterSettings("badges", PrinterKind.NETWORK, "a..b"), "printer_mistyped"),
        (PrinterSettings("badges", PrinterKind.FILE, "/dev/null/out"), "file_not_writable"),
        (PrinterSettings("badges", PrinterKind.FILE, "a\x00b"), "file_not_writable"),
        (PrinterSettings("another", PrinterKind.FILE, "/tmp"), "printer_missing"),
    ],
)
def test_a_printer_that_cannot_be_used_leaves_no_job_waiting(post, room_of, printer: PrinterSettings, key: str) -> None:
    post.station.badges.print(post.register().id, "badges")
    room, bench = room_of(printer)
    room.begin()
    bench.work()
    job = post.station.queries.jobs(1)[0]
    assert (job.state, job.detail) == (JobState.FAILED_SAFE, key)
    assert room.waiting() == 0
    trouble = room.trouble("badges")
    assert trouble is not None
    assert trouble.key == key


def test_a_bug_of_ours_ends_the_job_and_is_reported(post, room_of, tmp_path: Path, monkeypatch) -> None:
    bug, faults = RuntimeError("a bug"), []

    def broken(*_arguments: object) -> None:
        raise bug

    monkeypatch.setattr("checkin_app.bootstrap.papers.content_of", broken)
    post.station.badges.print(post.register().id, "badges")
    room, bench = room_of(_folder(tmp_path), report=faults.append)
    room.begin()
    bench.work()
    job = post.station.queries.jobs(1)[0]
    assert (job.state, job.detail, faults) == (JobState.FAILED_SAFE, "badge_not_drawn", [bug])
    assert room.trouble("badges") is None


def test_a_printer_that_does_not_say_is_asked_about_and_not_paused(post, room_of, monkeypatch) -> None:
    silent = PrinterSilent(printer="badges")
    monkeypatch.setattr(
        "printing.press.Press.run", lambda _self, _content, _printer, _record, **_: Outcome(JobState.UNKNOWN, silent)
    )
    post.station.badges.print(post.register().id, "badges")
    room, bench = room_of(PrinterSettings("badges", PrinterKind.NETWORK, "127.0.0.1"))
    room.begin()
    bench.work()
    assert room.trouble("badges") is None


# ---- printers that come back


def states(post) -> list[JobState]:
    return [each.state for each in reversed(post.station.queries.jobs(100))]


@pytest.fixture
def away(post, room_of, tmp_path: Path):
    """Return a room whose printer is away, five badges owed to it, and what brings it back."""
    blocked = tmp_path / "out"
    blocked.write_text("a file where the folder would be")
    for number in range(5):
        post.station.badges.print(post.register(f"Guest {number}").id, "badges")
    room, bench = room_of(_folder(tmp_path))
    at = [0.0]
    room.pauses.now = lambda: at[0]
    room.begin()
    bench.work()

    def later() -> None:
        at[0] += 100
        room.look_again()
        bench.work()

    return room, bench, blocked, later


def test_badges_owed_to_a_printer_that_is_away_wait_and_come_out_by_themselves_in_order(post, away) -> None:
    room, _bench, blocked, later = away
    assert states(post).count(JobState.QUEUED) == 4
    assert states(post).count(JobState.FAILED_SAFE) == 1
    facts = len(post.station.queries.jobs(100)[0].facts)
    later()
    later()
    assert len(post.station.queries.jobs(100)[0].facts) == facts
    assert room.trouble("badges").key == "file_not_writable"
    blocked.unlink()
    later()
    assert states(post) == [JobState.CONFIRMED] * 5
    assert room.trouble("badges") is None
    written = sorted(blocked.iterdir(), key=lambda file: file.stat().st_mtime_ns)
    owed = sorted(post.station.queries.jobs(100), key=lambda job: job.id)
    numbers = [post.station.queries.card(job.delegate).delegate.badge_no for job in owed]
    assert [file.stem for file in written] == [f"{number}-1" for number in numbers]


def test_badges_owed_in_one_millisecond_wait_in_the_order_in_which_they_were_owed(post) -> None:
    owed = [post.register(f"Guest {number}").id for number in range(40)]
    for each in owed:
        post.station.badges.print(each, "badges")
    assert len({job.at for job in post.station.printing.waiting()}) == 1
    assert [job.delegate for job in post.station.printing.waiting()] == owed


def test_badges_at_a_printer_are_counted_as_they_are_listed(post) -> None:
    for number in range(6):
        post.clock.at += 1000
        job = post.station.badges.print(post.register(f"Guest {number}").id, ("badges", "labels")[number % 2]).job
        if number > 3:
            post.station.badges.job_changed(job.id, JobState.FAILED_SAFE, "printer_missing")
    queries, kinds = post.station.queries, ({JobState.QUEUED}, {JobState.FAILED_SAFE}, {*JobState})
    for printer, states, since in product(
        ("badges", "labels", "none"), kinds, range(0, post.clock.at + 2000, 500)[-16:]
    ):
        listed = [job for job in queries.own_jobs(states) if job.printer == printer and job.at >= since]
        assert queries.own_jobs_at(printer, states, Instant(since)) == len(listed)
    assert queries.own_jobs_at("badges", {*JobState}, Instant(0)) == 3


def test_asking_whether_a_printer_is_back_records_nothing(post, away) -> None:
    _room, _bench, _blocked, later = away
    before = [each.facts for each in post.station.queries.jobs(100)]
    for _ in range(5):
        later()
    assert [each.facts for each in post.station.queries.jobs(100)] == before


def test_after_a_restart_the_printer_is_asked_and_what_never_left_is_printed(post, away, room_of, tmp_path) -> None:
    _room, _bench, blocked, _later = away
    blocked.unlink()
    room, bench = room_of(_folder(tmp_path))
    room.begin()
    bench.work()
    assert states(post) == [JobState.CONFIRMED] * 5
    assert room.waiting() == 0


def test_a_badge_of_which_a_person_said_that_it_did_not_come_out_is_not_printed_again_by_itself(post, away) -> None:
    _room, _bench, blocked, later = away
    failed = next(each for each in post.station.queries.jobs(100) if each.state is JobState.FAILED_SAFE)
    post.station.badges.job_changed(failed.id, JobState.QUEUED)
    for state in (JobState.RENDERED, JobState.SENDING, JobState.UNKNOWN):
        post.station.badges.job_changed(failed.id, state)
    post.station.badges.job_changed(failed.id, JobState.FAILED_SAFE, "told")
    blocked.unlink()
    later()
    assert sorted(states(post)) == sorted([JobState.CONFIRMED] * 4 + [JobState.FAILED_SAFE])


def test_a_badge_sent_to_another_printer_does_not_wait_for_the_one_that_is_away(post, room_of, tmp_path) -> None:
    (tmp_path / "out").write_text("")
    other = PrinterSettings("other", PrinterKind.FILE, str(tmp_path / "other"))
    guests = [post.register(f"Guest {number}") for number in range(2)]
    for guest in guests:
        post.station.badges.print(guest.id, "badges")
    room, bench = room_of(_folder(tmp_path), other)
    room.begin()
    bench.work()
    for guest in guests:
        post.station.badges.print(guest.id, "other")
    room.wake()
    bench.work()
    assert states(post) == [JobState.CONFIRMED] * 2
    assert len(list((tmp_path / "other").iterdir())) == 2
