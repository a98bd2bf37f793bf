"""Answers, undo and badges, each through a real store."""

from datetime import timedelta

import pytest

from checkin_app.domain.forum import instant
from checkin_app.domain.ids import CheckpointId, bus_checkpoint
from checkin_app.domain.jobs import JobState
from checkin_app.domain.kinds.scans import ScanDecided
from checkin_app.domain.movements import Direction
from checkin_app.domain.outcomes import Answer, Reason, Verdict
from checkin_app.domain.problems import AnswerNotOffered, NothingToUndo, UnknownCheckpoint, UnknownDelegate, UnknownFact
from checkin_app.services.exchange import exchange
from checkin_app.services.scanning import How, Scanning

OPENING = CheckpointId("opening")


def _scan(post, delegate, checkpoint=OPENING, **more):
    return post.station.scanning.scan((post.code(delegate),), checkpoint, **more)


def test_the_first_candidate_that_proves_itself_wins(post) -> None:
    guest = post.register()
    outcome = post.station.scanning.scan(("garbage", post.code(guest).lower(), "more"), OPENING)
    assert outcome.decision.reason is Reason.ADMITTED


def test_an_alias_is_looked_up_as_it_is(post) -> None:
    guest = post.register(aliases=("ticket-77ä",))
    assert post.station.scanning.scan(("ticket-77ä",), OPENING).delegate == guest
    assert post.station.scanning.scan(("ticket-78",), OPENING).decision.verdict is Verdict.UNREADABLE


def test_a_typed_number_is_recorded_as_typed(post) -> None:
    guest = post.register()
    outcome = post.station.scanning.enter(guest.id, OPENING, How.TYPED)
    with post.station.scanning.open_unit() as unit:
        fact = unit.fact(outcome.fact_id)
    assert fact.said_as(ScanDecided).how == "typed"


@pytest.mark.parametrize("checkpoint", [OPENING, bus_checkpoint("2-1")])
@pytest.mark.parametrize("issue", [1, 2, 3])
def test_a_typed_issue_meets_the_decision_that_scanning_it_meets(post, issue: int, checkpoint) -> None:
    post.bus("2-1")
    typed, scanned = post.register("甲"), post.register("乙")
    for guest in (typed, scanned):
        post.station.badges.replace(guest.id, "lost", former=1)
    by_hand = post.station.scanning.enter(typed.id, checkpoint, How.TYPED, issue=issue)
    by_beam = post.station.scanning.scan((post.code(scanned, issue),), checkpoint)
    assert by_hand.decision.reason is by_beam.decision.reason
    assert by_hand.decision.reason is {1: Reason.BADGE_REPLACED, 3: Reason.BADGE_NOT_KNOWN_YET}.get(
        issue, by_hand.decision.reason
    )
    with post.station.scanning.open_unit() as unit:
        assert unit.fact(by_hand.fact_id).said_as(ScanDecided).issue == issue


def test_a_person_who_is_not_here_or_a_door_that_is_not_is_named(post) -> None:
    guest = post.register()
    with pytest.raises(UnknownDelegate):
        post.station.scanning.enter("0" * 16, OPENING, How.FOUND)
    for checkpoint in ("nowhere", "bus:9-9"):
        with pytest.raises(UnknownCheckpoint):
            _scan(post, guest, CheckpointId(checkpoint))
        with pytest.raises(UnknownCheckpoint):
            post.station.scanning.scan(("x",), CheckpointId(checkpoint))


def test_undo_takes_back_the_newest_scan_once(post) -> None:
    first, second = post.register("甲"), post.register("乙")
    _scan(post, first)
    _scan(post, second)
    assert post.station.scanning.undo().delegate == second
    assert post.station.scanning.undo().delegate == first
    with pytest.raises(NothingToUndo):
        post.station.scanning.undo()
    assert _scan(post, first).decision.reason is Reason.ADMITTED


def test_undoing_somebody_s_leaving_puts_them_back_inside(post) -> None:
    guest = post.register()
    _scan(post, guest)
    _scan(post, guest, direction=Direction.OUT)
    post.station.scanning.undo()
    assert _scan(post, guest).decision.reason is Reason.ALREADY_IN


def test_a_genuine_badge_whose_details_are_on_another_laptop_is_asked_about(new_post) -> None:
    here, there = new_post("here"), new_post("there")
    exchange(here.station, there.station)
    guest = there.register()
    outcome = _scan(there, guest)
    late = here.station.scanning.scan((there.code(guest),), OPENING)
    assert late.decision.reason is Reason.DETAILS_NOT_HERE
    let_in = here.station.scanning.answer(late.fact_id, Answer.LET_IN)
    assert let_in.decision.reason is Reason.LET_IN
    exchange(here.station, there.station)
    assert here.station.queries.card(guest.id).delegate == guest
    assert outcome.decision.reason is Reason.ADMITTED


def test_only_the_answers_that_were_offered_are_taken(post) -> None:
    guest = post.register()
    admitted = _scan(post, guest)
    with pytest.raises(AnswerNotOffered):
        post.station.scanning.answer(admitted.fact_id, Answer.LET_IN)
    with pytest.raises(UnknownFact):
        post.station.scanning.answer("no-such-fact", Answer.LET_IN)
    post.station.badges.replace(guest.id, "lost", former=1)
    void = _scan(post, guest)
    assert void.decision.reason is Reason.BADGE_REPLACED
    with pytest.raises(AnswerNotOffered):
        post.station.scanning.answer(void.fact_id, Answer.LET_IN)


def test_boarding_here_after_all_moves_the_guest_and_its_undo_moves_them_back(post) -> None:
    post.bus("2-1")
    post.bus("2-2")
    guest = post.register()
    post.station.dispatch.assign(guest.id, "2-2")
    assert _scan(post, guest, bus_checkpoint("2-2")).decision.reason is Reason.BOARDED
    asked = _scan(post, guest, bus_checkpoint("2-1"))
    assert asked.decision.reason is Reason.ON_ANOTHER_BUS
    post.station.scanning.answer(asked.fact_id, Answer.BOARD_HERE)
    assert [each.checkpoint for each in post.card(guest).movements.aboard] == ["bus:2-1"]
    post.station.scanning.undo()
    assert [each.checkpoint for each in post.card(guest).movements.aboard] == ["bus:2-2"]


def test_an_answer_given_twice_boards_once(post) -> None:
    post.bus("2-1")
    guest = post.register()
    asked = _scan(post, guest, bus_checkpoint("2-1"))
    assert asked.decision.reason is Reason.NO_BUS
    first = post.station.scanning.answer(asked.fact_id, Answer.BOARD_HERE)
    again = post.station.scanning.answer(asked.fact_id, Answer.BOARD_HERE)
    assert (first.decision.verdict, again.decision.verdict) == (Verdict.GO, Verdict.AGAIN)
    manifest = post.station.queries.manifest("2-1", rehearsal=False)
    assert [line.aboard for line in manifest.lines] == [True]


def test_nobody_boards_past_the_licensed_seats_whatever_is_answered(post) -> None:
    post.bus("2-1", usable=1, licensed=2)
    verdicts = []
    for number in range(4):
        guest = post.register(f"Guest {number}")
        outcome = _scan(post, guest, bus_checkpoint("2-1"))
        if Answer.BOARD_HERE in outcome.decision.answers:
            outcome = post.station.scanning.answer(outcome.fact_id, Answer.BOARD_HERE)
        verdicts.append(outcome.decision.reason)
    assert verdicts == [Reason.BOARDED, Reason.BOARDED, Reason.LICENSED_SEATS_TAKEN, Reason.LICENSED_SEATS_TAKEN]


def test_a_question_that_waited_cannot_pass_the_licensed_seats_later(post) -> None:
    post.bus("2-1", usable=1, licensed=1)
    first, second = post.register("甲"), post.register("乙")
    waiting = _scan(post, first, bus_checkpoint("2-1"))
    taken = _scan(post, second, bus_checkpoint("2-1"))
    post.station.scanning.answer(taken.fact_id, Answer.BOARD_HERE)
    with pytest.raises(AnswerNotOffered):
        post.station.scanning.answer(waiting.fact_id, Answer.BOARD_HERE)


def test_a_rehearsal_lets_nobody_in_on_the_day(post) -> None:
    guest = post.register()
    post.clock.at = instant(post.station.forum.sessions[0].starts - timedelta(days=3))
    rehearsed = _scan(post, guest)
    assert (rehearsed.rehearsal, rehearsed.decision.reason) == (True, Reason.ADMITTED)
    post.clock.at = instant(post.station.forum.sessions[0].starts)
    assert _scan(post, guest).decision.reason is Reason.ADMITTED


def test_a_first_admission_owes_one_badge_and_a_second_owes_none(post) -> None:
    guest = post.register()
    scanning = Scanning(post.station.scanning.open_unit, post.clock, post.station.scanning.proving, lambda: "Printer 2")
    job = scanning.scan((post.code(guest),), OPENING).job
    assert job
    assert job.printer == "Printer 2"
    scanning.undo()
    again = scanning.scan((post.code(guest),), OPENING).job
    # The one that was taken back is owed no more: the guest gets one badge.
    assert [each for each in post.station.queries.jobs(5) if each.state is not JobState.CANCELLED] == [again]


@pytest.mark.parametrize(
    ("name", "latin", "line"),
    [
        ("佐伯 遥", "SAEKI Haruka", "SAEKI Haruka"),
        ("Inês Carvalhal", "Ines CARVALHAL", "Rail Forum"),
        ("甲", "", "Rail Forum"),
    ],
)
def test_a_recent_scan_spends_its_second_line_on_what_the_first_does_not_say(post, name, latin, line) -> None:
    _scan(post, post.register(name, latin_name=latin, delegation="Rail Forum"))
    assert [each.second_line for each in post.station.queries.recent_scans(5)] == [line]
