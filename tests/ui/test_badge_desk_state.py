"""The badge desk voids a badge only with a reason, and prints nothing that was not seen to be right."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin_app.domain import jobs
from checkin_app.domain.ids import DelegateId, Instant, JobId
from checkin_app.ui import print_jobs
from checkin_app.ui.badge_desk import state as desk
from checkin_app.ui.badge_desk.state import (
    BadgeDeskState,
    Candidate,
    ChosenBy,
    Holder,
    JobLine,
    Preview,
    PrinterLine,
    PrinterPhase,
    Why,
)
from checkin_app.ui.print_jobs import JobPhase

WHO = DelegateId("0" * 16)
LAYLA = Holder(WHO, "ليلى الحداد", "Layla AL-HADDAD", badge_no="0412", issue=1, printed=True)
GOOD = Preview(b"png", reads_back=True)


def shown(holder: Holder = LAYLA, preview: Preview = GOOD) -> BadgeDeskState:
    state = desk.held(BadgeDeskState(), holder)
    assert state.preview_of
    return desk.previewed(state, state.preview_of, preview)


def job(number: int, phase: JobPhase) -> JobLine:
    return JobLine(JobId(str(number)), f"000{number}-1", "甲", "P1", phase, at=Instant(number))


def test_a_badge_that_was_printed_is_replaced_only_with_a_reason() -> None:
    state = shown()
    assert state.issue == 2
    assert desk.begun(state) == (state, False)
    assert desk.begun(desk.reason_chosen(state, Why.LOST))[1]


def test_a_badge_that_was_never_printed_needs_no_reason_and_voids_nothing() -> None:
    state = shown(Holder(WHO, "甲", badge_no="0001"))
    assert not state.replaces
    assert state.issue == 1
    assert desk.begun(state)[1]
    assert desk.reason_chosen(state, Why.LOST).why is None


@pytest.mark.parametrize(
    "preview", [Preview(b"png"), Preview(b"png", reads_back=True, objections=("does not fit",)), Preview()]
)
def test_what_does_not_read_back_or_does_not_fit_is_not_printed(preview: Preview) -> None:
    assert not desk.reason_chosen(shown(preview=preview), Why.LOST).ready


def test_nothing_is_printed_before_the_preview_came() -> None:
    assert not desk.reason_chosen(desk.held(BadgeDeskState(), LAYLA), Why.LOST).ready


def test_a_preview_of_somebody_else_is_not_shown() -> None:
    state = desk.held(BadgeDeskState(), LAYLA)
    assert desk.previewed(state, (DelegateId("1" * 16), 2), GOOD).preview is None
    assert desk.previewed(state, (WHO, 1), GOOD).preview is None


def test_pressing_print_twice_prints_once() -> None:
    busy, go = desk.begun(desk.reason_chosen(shown(), Why.LOST))
    assert go
    assert desk.begun(busy) == (busy, False)


def test_after_printing_a_further_badge_asks_for_a_reason_again() -> None:
    busy, _ = desk.begun(desk.reason_chosen(shown(), Why.LOST))
    after = desk.printed(busy, 2)
    assert after.done == "0412-2"
    assert after.issue == 3
    assert after.why is None
    assert not after.ready


def test_a_revoked_person_gets_no_badge() -> None:
    state = shown(Holder(WHO, "甲", badge_no="1", revoked="stolen"))
    assert not state.ready


def test_another_person_does_not_inherit_the_reason() -> None:
    state = desk.held(desk.reason_chosen(shown(), Why.LOST), Holder(DelegateId("1" * 16), "乙", printed=True))
    assert state.why is None


def test_an_older_answer_is_not_shown_and_enter_waits_for_the_newest() -> None:
    state = desk.typed(desk.typed(BadgeDeskState(), "0"), "04")
    one = (Candidate(WHO, "甲", bears_it=True),)
    assert desk.answered(state, state.asked - 1, one).candidates == ()
    newest = desk.answered(state, state.asked, one)
    assert desk.candidate(newest) == one[0]
    assert desk.candidate(desk.typed(newest, "041")) is None


@pytest.mark.parametrize(("bearers", "meant"), [(0, None), (1, 0), (2, None)])
def test_enter_means_the_one_bearer_of_a_typed_number_and_an_arrow_whom_it_stands_on(
    bearers: int, meant: int | None
) -> None:
    state = desk.typed(BadgeDeskState(), "0005-1")
    people = tuple(Candidate(DelegateId(f"{place}" * 16), "甲", bears_it=place < bearers) for place in range(3))
    state = desk.answered(state, state.asked, people)
    assert desk.candidate(state) == (None if meant is None else people[meant])
    assert desk.candidate(desk.moved(state, 1)) is not None
    assert desk.candidate(desk.moved(state, -1)) == people[0]


@given(st.lists(st.sampled_from(list(JobPhase)), max_size=8))
def test_jobs_that_need_a_person_stand_first(phases: list[JobPhase]) -> None:
    state = desk.jobs_listed(BadgeDeskState(), tuple(job(number, phase) for number, phase in enumerate(phases)))
    urgent = [each.phase in {JobPhase.UNKNOWN, JobPhase.FAILED} for each in state.jobs]
    assert urgent == sorted(urgent, reverse=True)
    assert len(state.jobs) == len(phases)


def test_the_keys_answer_for_the_first_unknown_job() -> None:
    jobs = (job(1, JobPhase.UNKNOWN), job(2, JobPhase.FAILED), job(3, JobPhase.UNKNOWN))
    question = desk.job_in_question(desk.jobs_listed(BadgeDeskState(), jobs))
    assert question is not None
    assert question.job == "3"


def test_a_state_of_a_later_version_is_for_a_person_to_look_at() -> None:
    assert print_jobs.PHASES[jobs.job_state("teleported")] is JobPhase.UNKNOWN
    assert print_jobs.PHASES[jobs.job_state("sent")] is JobPhase.SENT


def test_every_state_of_the_ledger_has_a_phase_and_a_persons_answers_may_follow() -> None:
    assert set(print_jobs.PHASES) == set(jobs.JobState)
    states = jobs.JobState
    assert jobs.may_follow(states.UNKNOWN, states(print_jobs.CAME_OUT))
    assert jobs.may_follow(states.UNKNOWN, states(print_jobs.DID_NOT))
    assert jobs.may_follow(states.FAILED_SAFE, states(print_jobs.AGAIN))


def test_the_first_printer_that_works_is_chosen_and_a_choice_stays() -> None:
    printers = (
        PrinterLine("a", "A", PrinterPhase.PAUSED),
        PrinterLine("b", "B", PrinterPhase.READY),
    )
    state = desk.printers_listed(BadgeDeskState(), printers)
    assert state.printer == "b"
    assert desk.printers_listed(desk.printer_chosen(state, "a"), printers).printer == "a"
    assert desk.printers_listed(state, printers[:1]).printer == "a"
    assert desk.printers_listed(state, ()).printer == ""


def test_a_change_elsewhere_asks_for_a_new_preview_and_keeps_what_is_typed() -> None:
    state = desk.typed(shown(), "05")
    fresh = desk.refreshed(state, Holder(WHO, "ليلى", badge_no="0412", issue=2, printed=True))
    assert fresh.preview is None
    assert fresh.query == "05"
    assert desk.refreshed(state, LAYLA) == state


def test_a_scan_that_makes_nobody_known_does_not_leave_somebody_else_in_sight() -> None:
    state = desk.unread(desk.reason_chosen(shown(), Why.LOST), "no badge of ours")
    assert state.holder is None
    assert state.note == "no badge of ours"
    assert not state.ready


def test_a_scan_that_makes_nobody_known_leaves_the_printer_that_was_chosen_at_this_desk() -> None:
    printers = tuple(PrinterLine(each, each, PrinterPhase.READY) for each in "ab")
    chosen = desk.printer_chosen(desk.printers_listed(shown(), printers, "a"), "b")
    state = desk.unread(chosen, "no badge of ours")
    assert (state.printer, state.chosen_by) == ("b", ChosenBy.HAND)
    assert desk.printers_listed(state, printers, "a").chosen_by is ChosenBy.HAND


@pytest.mark.parametrize(
    ("phase", "on_its_way"),
    [(JobPhase.WAITING, True), (JobPhase.PRINTING, True), (JobPhase.FAILED, False), (JobPhase.TAKEN, False)],
)
def test_a_badge_is_on_its_way_only_until_the_queue_says_how_it_ended(phase: JobPhase, on_its_way: bool) -> None:
    sent = desk.printed(shown(Holder(WHO, "甲", badge_no="0002")), 1)
    assert sent.done == "0002-1"
    assert bool(desk.jobs_listed(sent, (job(2, phase), job(1, JobPhase.TAKEN))).done) is on_its_way


def test_a_second_try_is_on_its_way_though_the_first_failed() -> None:
    sent = desk.printed(shown(Holder(WHO, "甲", badge_no="0002")), 1)
    assert desk.jobs_listed(sent, (job(2, JobPhase.WAITING), job(2, JobPhase.FAILED))).done
