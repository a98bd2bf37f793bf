"""A person's answer overrides a question, never what stops everybody, and only where the question was asked."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from checkin_app.domain.buses import BusState
from checkin_app.domain.forum import instant
from checkin_app.domain.ids import CheckpointId, bus_checkpoint
from checkin_app.domain.movements import Direction
from checkin_app.domain.outcomes import Answer, Reason
from checkin_app.domain.problems import AnswerNotOffered
from checkin_app.services.exchange import exchange

OPENING = CheckpointId("opening")
BUS = bus_checkpoint("2-1")


def _asked_at_a_door(here, there):
    """Return a guest and the question whether to let in who is in elsewhere."""
    guest = here.register()
    exchange(here.station, there.station)
    there.station.scanning.scan((there.code(guest),), OPENING)
    exchange(here.station, there.station)
    asked = here.station.scanning.scan((here.code(guest),), OPENING)
    assert asked.decision.reason is Reason.ALREADY_IN_ELSEWHERE
    return guest, asked


def _asked_at_a_bus(post):
    post.bus("2-1")
    guest = post.register()
    asked = post.station.scanning.scan((post.code(guest),), BUS)
    assert asked.decision.reason is Reason.NO_BUS
    return guest, asked


@pytest.mark.parametrize("change", ["departed", "revoked", "closed before it opened"])
def test_what_would_stop_anybody_by_now_stops_the_answer(post, change: str) -> None:
    guest, asked = _asked_at_a_bus(post)
    match change:
        case "departed":
            post.move("2-1", BusState.DEPARTED)
        case "revoked":
            post.station.badges.revoke(guest.id, "no longer invited")
        case _:
            post.station.dispatch.move_to("2-1", BusState.PLANNED)
    with pytest.raises(AnswerNotOffered):
        post.station.scanning.answer(asked.fact_id, Answer.BOARD_HERE)
    assert post.card(guest).movements.aboard == ()


def test_nobody_is_let_into_a_session_that_ended_since_the_question(new_post: Callable) -> None:
    here, there = new_post("here"), new_post("there")
    _, asked = _asked_at_a_door(here, there)
    here.clock.at = here.station.forum.sessions[0].closes_at
    with pytest.raises(AnswerNotOffered):
        here.station.scanning.answer(asked.fact_id, Answer.LET_IN)


def test_a_question_of_the_rehearsal_that_is_answered_on_the_day_lets_nobody_in_on_the_day(new_post: Callable) -> None:
    here, there = new_post("here"), new_post("there")
    for post in (here, there):
        post.clock.at = instant(post.station.forum.sessions[0].starts - timedelta(days=3))
    guest, asked = _asked_at_a_door(here, there)
    here.clock.at = instant(here.station.forum.sessions[0].starts)
    assert here.station.scanning.answer(asked.fact_id, Answer.LET_IN).rehearsal
    assert here.card(guest).movements.at(OPENING, rehearsal=False) is None


def test_a_question_about_somebody_leaving_lets_them_out(new_post: Callable) -> None:
    here, there = new_post("here"), new_post("there")
    guest = here.register()
    exchange(here.station, there.station)
    here.station.scanning.scan((here.code(guest),), OPENING)
    newer = here.code(guest, issue=2)
    asked = here.station.scanning.scan((newer,), OPENING, Direction.OUT)
    assert asked.decision.reason is Reason.BADGE_NOT_KNOWN_YET
    assert here.station.scanning.answer(asked.fact_id, Answer.LET_IN).decision.reason is Reason.LEFT
    assert not here.card(guest).movements.at(OPENING, rehearsal=False).inside


def test_an_answer_given_again_after_its_undo_stands(post) -> None:
    _, asked = _asked_at_a_bus(post)
    scanning = post.station.scanning
    scanning.answer(asked.fact_id, Answer.BOARD_HERE)
    scanning.undo()
    assert post.station.queries.recent_scans(1)[0].undone
    scanning.answer(asked.fact_id, Answer.BOARD_HERE)
    shown = post.station.queries.recent_scans(1)[0]
    assert (shown.answer, shown.undone) == (Answer.BOARD_HERE, False)


def test_who_was_let_in_is_shown_as_let_in_whatever_was_answered_besides(post) -> None:
    guest, asked = _asked_at_a_bus(post)
    post.station.scanning.answer(asked.fact_id, Answer.BOARD_HERE)
    post.station.scanning.answer(asked.fact_id, Answer.SEND_AWAY)
    assert post.card(guest).movements.aboard
    assert post.station.queries.recent_scans(1)[0].answer == Answer.BOARD_HERE


def test_a_laptop_whose_clock_runs_ahead_keeps_nobody_aboard_who_got_off_elsewhere(new_post: Callable) -> None:
    here, there = new_post("here"), new_post("there")
    there.clock.at += 20 * 60 * 1000
    there.bus("2-1")
    guest = there.register()
    there.station.dispatch.assign(guest.id, "2-1")
    assert there.station.scanning.scan((there.code(guest),), BUS).decision.reason is Reason.BOARDED
    exchange(here.station, there.station)
    off = here.station.scanning.scan((there.code(guest),), BUS, Direction.OUT)
    assert off.decision.reason is Reason.GOT_OFF
    exchange(here.station, there.station)
    for post in (here, there):
        assert post.card(guest).movements.aboard == ()
        post.station.upkeep.check()
