"""A verb is done on its lane and answers; a write tells every screen what it changed, once, after it has answered."""

from collections.abc import Callable
from dataclasses import fields
from typing import Any

import pytest
from lanebench import Bench

from checkin_app.bootstrap.backend import Backend
from checkin_app.bootstrap.verbs import at_once, meant
from checkin_app.domain.changes import EVERYTHING, Changed, ChangeSet, Recorded
from checkin_app.domain.problems import UnknownFact
from checkin_app.domain.problems_lists import ListStopped
from checkin_app.runtime.errands import Errand, Errands
from checkin_app.runtime.lanes import Done, Result, Troubled
from checkin_app.ui.kit.meant import Meant

JOBS: ChangeSet = frozenset({Changed.JOBS})


@pytest.fixture
def happened() -> list[object]:
    return []


@pytest.fixture
def backend(happened: list[object]) -> Backend:
    parts: dict[str, Any] = {each.name: Bench(each.name) for each in fields(Backend)}
    return Backend(**parts | {"touched": happened.append, "errands": Errands(lambda work: work())})


@pytest.mark.parametrize("lane", ["writer", "slow"])
def test_a_write_answers_and_then_every_screen_hears_what_it_changed(
    backend: Backend, happened: list[object], lane: str
) -> None:
    getattr(backend, f"on_{lane}")(lambda _one, _two: Recorded(JOBS))(1, 2, happened.append)
    assert happened == []
    getattr(backend, lane).work()
    assert happened == [Done(Recorded(JOBS)), JOBS]


def test_of_a_write_that_failed_no_screen_hears(backend: Backend, happened: list[object]) -> None:
    def fail() -> Recorded:
        raise UnknownFact

    backend.on_writer(fail)(happened.append)
    backend.writer.work()  # type: ignore[attr-defined]  # a bench
    assert [type(each) for each in happened] == [Troubled]


def test_a_long_write_that_was_broken_off_has_every_screen_fetch_again_for_it_was_undone_in_pieces(
    backend: Backend, happened: list[object]
) -> None:
    def stop() -> Recorded:
        raise ListStopped

    backend.on_slow(stop)(happened.append)
    backend.slow.work()  # type: ignore[attr-defined]  # a bench
    assert [type(each) for each in happened] == [Troubled, frozenset]
    assert happened[1] == EVERYTHING


@pytest.mark.parametrize("lane", ["reader", "papers", "lists"])
def test_a_reading_is_done_on_its_lane_and_changes_nothing(backend: Backend, happened: list[object], lane: str) -> None:
    getattr(backend, f"on_{lane}")(lambda one, two: one + two)(1, 2, happened.append)
    assert happened == []
    getattr(backend, lane).work()
    assert happened == [Done(3)]


def test_what_is_done_at_once_answers_before_the_verb_returns(happened: list[object]) -> None:
    at_once(lambda one: one + 1)(1, happened.append)
    assert happened == [Done(2)]


def test_the_proof_that_something_is_meant_goes_no_further_than_the_verb(happened: list[object]) -> None:
    meant(happened.append)(Meant("held"), "sent off")
    assert happened == ["sent off"]


def test_an_errand_tells_how_far_it_is_and_is_stopped_by_what_its_verb_returns(
    backend: Backend, happened: list[object]
) -> None:
    def work(whole: int, errand: Errand) -> bool:
        errand.progress(1, whole)
        return errand.stopped()

    stop = backend.as_errand(backend.on_lists(work))(4, lambda *far: happened.append(far), happened.append)
    stop()
    backend.lists.work()  # type: ignore[attr-defined]  # a bench
    assert happened == [(1, 4), Done(True)]


def _number(text: str) -> int:
    return len(text)


def test_what_does_not_fit_a_verb_is_seen_by_the_type_checker(backend: Backend) -> None:
    """mypy refuses a mark that is not needed: each of these lines fails the check as soon as it is let through."""
    backend.on_writer(_number)  # type: ignore[type-var]  # a write that does not say what it changed
    verb: Callable[[int, Callable[[Result[int]], None]], None]
    verb = backend.on_reader(_number)  # type: ignore[arg-type]  # asked with a number for a text
    assert callable(verb)
