"""Several processes scan one badge at the same instant: one admits, the others say so cleanly."""

import multiprocessing
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.synchronize import Barrier
from pathlib import Path
from threading import BrokenBarrierError

import dbkit
import pytest
import sqlalchemy as sa

from checkin_app.domain.facts import Fact, FactDraft
from checkin_app.domain.problems import Problem
from checkin_app.services.scanning import Scanning
from db import engine
from db.recording import Recording
from db.store import Store

ROUNDS = 200
FEWER = 5


def begin_nothing(_connection: sa.Connection) -> None:
    """Leave every statement on its own, as SQLAlchemy does on SQLite by default."""


def begin_plainly(connection: sa.Connection) -> None:
    connection.exec_driver_sql("BEGIN")


BEGINNINGS: dict[str, Callable[[sa.Connection], None]] = {
    "immediate": engine._begin_immediate,
    "nothing": begin_nothing,
    "plain": begin_plainly,
}


def _meet_between_reading_and_writing(meeting: Barrier) -> None:
    """Let nobody write before all have read, whichever of them the machine lets run first."""
    plain = Recording.record

    def record(self: Recording, draft: FactDraft) -> Fact:
        with suppress(BrokenBarrierError):
            meeting.wait(10)
        return plain(self, draft)

    Recording.record = record  # type: ignore[method-assign]  # this process is a racer's own


def _scan_all(
    folder: Path,
    beginning: str,
    rounds: int,
    barriers: tuple[Barrier, Barrier],
    answers: "multiprocessing.Queue[list[str]]",
) -> None:
    start, meeting = barriers
    engine._begin_immediate = BEGINNINGS[beginning]
    if beginning != "immediate":
        _meet_between_reading_and_writing(meeting)
    store = Store.open(folder, dbkit.around())
    scanning, said = dbkit.scanning(store), []
    codes = [dbkit.code_of(store, dbkit.delegate(number).id) for number in range(rounds)]
    for code in codes:
        start.wait(60)
        said.append(_answer(scanning, code))
    store.close()
    answers.put(said)


def _answer(scanning: Scanning, code: str) -> str:
    try:
        return scanning.scan([code], dbkit.OPENING).decision.reason.value
    except Problem as problem:
        return problem.key


def _race(folder: Path, writers: int, beginning: str, rounds: int) -> list[tuple[str, ...]]:
    """Return what each round's writers answered, sorted."""
    store = dbkit.new_store(folder)
    dbkit.register(store, *map(dbkit.delegate, range(rounds)))
    store.close()
    context = multiprocessing.get_context("spawn")
    barriers, answers = (context.Barrier(writers), context.Barrier(writers)), context.Queue()
    racers = [
        context.Process(target=_scan_all, args=(folder, beginning, rounds, barriers, answers)) for _ in range(writers)
    ]
    for racer in racers:
        racer.start()
    said = [answers.get(timeout=120) for _ in racers]
    for racer in racers:
        racer.join(60)
    answers.close()
    answers.join_thread()
    return [tuple(sorted(each)) for each in zip(*said, strict=True)]


@pytest.mark.parametrize("writers", [2, 4])
def test_one_badge_at_the_same_instant_is_admitted_exactly_once(folder: Path, writers: int) -> None:
    rounds = _race(folder, writers, "immediate", ROUNDS)
    assert set(rounds) == {("admitted", *["already_in"] * (writers - 1))}
    store = Store.open(folder, dbkit.around())
    assert store.check().facts == 2 + ROUNDS * (1 + writers)
    assert store.queries().checkpoint_counts(rehearsal=True)[0].arrived == ROUNDS
    store.close()


@pytest.mark.parametrize("beginning", ["nothing", "plain"])
def test_without_begin_immediate_this_race_is_lost_and_seen_to_be(folder: Path, beginning: str) -> None:
    rounds = _race(folder, 2, beginning, FEWER)
    assert set(rounds) != {("admitted", "already_in")}
