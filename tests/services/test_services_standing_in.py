"""Printers of one group stand in for one another; one that somebody paused is sent nothing."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest
from presskit import Bench

from checkin_app.bootstrap.press_room import PressLanes, PressRoom
from checkin_app.domain.jobs import JobState
from checkin_app.runtime.settings import PrinterKind, PrinterSettings
from printing.printers import stand_ins

_S = JobState


@pytest.fixture
def room(post, tmp_path: Path):
    """Return a press room with two folders as printers of one group, and what begins its work."""
    bench, tmp = Bench(), tmp_path / "out"
    made = SimpleNamespace(
        post=post,
        out=tmp,
        bench=bench,
        printers=(
            PrinterSettings("A", PrinterKind.FILE, str(tmp / "a"), group="desk"),
            PrinterSettings("B", PrinterKind.FILE, str(tmp / "b"), group="desk"),
        ),
        faults=[],
    )
    lanes = PressLanes(bench, bench, lambda _: bench, lambda told: told())  # type: ignore[arg-type]  # as lanes are
    made.room = PressRoom(post.station, lambda: made.printers, lanes, lambda _: None, made.faults.append)
    return made


def change(room, name: str, **entries: str) -> None:
    room.printers = tuple(replace(each, **entries) if each.name == name else each for each in room.printers)


def work(room) -> None:
    room.room.wake()
    room.bench.work()


def states(room) -> dict[str, tuple[str, JobState]]:
    return {job.delegate: (job.printer, job.state) for job in room.post.station.queries.jobs(50)}


def break_(room, name: str) -> None:
    """Let a printer's folder be none."""
    room.out.mkdir(exist_ok=True)
    (room.out / name.lower()).write_text("in the way")


def test_what_a_printer_cannot_print_comes_out_at_another_of_its_group_once(room) -> None:
    break_(room, "A")
    guests = [room.post.register(f"Guest {number}") for number in range(3)]
    for each in guests:
        room.post.station.badges.print(each.id, "A")
    work(room)
    room.room.look_at_once()
    room.bench.work()
    assert states(room) == {each.id: ("B", _S.CONFIRMED) for each in guests}
    assert len(list((room.out / "b").iterdir())) == 3
    assert room.faults == []


def test_outside_of_a_group_a_badge_waits_for_its_own_printer(room) -> None:
    change(room, "B", group="door")
    break_(room, "A")
    guest = room.post.register()
    room.post.station.badges.print(guest.id, "A")
    work(room)
    room.room.look_at_once()
    room.bench.work()
    assert states(room) == {guest.id: ("A", _S.FAILED_SAFE)}
    (room.out / "a").unlink()
    room.room.look_at_once()
    room.bench.work()
    assert states(room) == {guest.id: ("A", _S.CONFIRMED)}


@pytest.mark.parametrize("state", [_S.UNKNOWN, _S.CONFIRMED])
def test_what_may_have_come_out_goes_to_no_other_printer(room, state: JobState) -> None:
    guest = room.post.register()
    job = room.post.station.badges.print(guest.id, "A").job
    for each in (_S.RENDERED, _S.SENDING, _S.SENT, state):
        room.post.station.badges.job_changed(job.id, each)
    break_(room, "A")
    other = room.post.register("Another")
    room.post.station.badges.print(other.id, "A")
    work(room)
    room.room.look_at_once()
    room.bench.work()
    assert states(room)[guest.id] == ("A", state)
    assert states(room)[other.id] == ("B", _S.CONFIRMED)


def test_a_printer_that_is_paused_is_sent_nothing_and_prints_in_order_when_it_goes_on(room) -> None:
    change(room, "A", paused="another roll", group="")
    assert "another roll" in str(room.room.trouble("A")), "said before a badge is owed"
    guests = [room.post.register(f"Guest {number}") for number in range(2)]
    for each in guests:
        room.post.station.badges.print(each.id, "A")
    work(room)
    room.room.look_at_once()
    room.bench.work()
    assert {state for _, state in states(room).values()} <= {_S.FAILED_SAFE, _S.QUEUED}
    assert not (room.out / "a").exists()
    assert "another roll" in str(room.room.trouble("A"))
    change(room, "A", paused="")
    room.room.look_at_once()
    room.bench.work()
    assert states(room) == {each.id: ("A", _S.CONFIRMED) for each in guests}
    assert room.room.trouble("A") is None


def test_only_printers_of_equal_labels_that_nobody_paused_stand_in() -> None:
    def named(name: str, kind: PrinterKind, target: str, **more: str) -> PrinterSettings:
        return PrinterSettings(name, kind, target, group="desk", **more)

    queue, labels = named("queue", PrinterKind.QUEUE, "q"), named("labels", PrinterKind.NETWORK, "192.0.2.1")
    others = (
        queue, labels, named("more", PrinterKind.NETWORK, "192.0.2.2"),
        named("held", PrinterKind.NETWORK, "192.0.2.3", paused="roll"), PrinterSettings("lone", PrinterKind.QUEUE, "z"),
        named("wrong", PrinterKind.NETWORK, "a b"),
    )  # fmt: skip
    told: Callable[[str], list[str]] = lambda name: list(stand_ins(name, others, "a6"))  # noqa: E731 - said three times
    assert told("labels") == ["more"]
    assert told("queue") == []
    assert told("lone") == []
    assert told("gone") == []
