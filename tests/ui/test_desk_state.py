"""How each event changes the desk, without a widget."""

from collections.abc import Callable
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from checkin_app.domain.delegates import BadgeStanding, Delegate
from checkin_app.domain.ids import BusCode, CheckpointId, DelegateId, FactId, Instant, JobId
from checkin_app.domain.jobs import JobState
from checkin_app.domain.movements import Direction, Movements
from checkin_app.domain.outcomes import Answer, Decision, Reason, Verdict
from checkin_app.domain.problems import DiskFull
from checkin_app.domain.rides import Ride
from checkin_app.services.ports.badges import Job
from checkin_app.services.ports.movements import RecentScan
from checkin_app.services.ports.people import DelegateCard
from checkin_app.services.scanning import ScanOutcome, Undone
from checkin_app.ui.desk import state as desk
from checkin_app.ui.desk.state import DeskState, Moment, Person

OutcomeOf = Callable[..., ScanOutcome]
READY = DeskState(checkpoint=CheckpointId("opening"))


def scanned(state: DeskState, outcome: ScanOutcome, at: int) -> DeskState:
    return desk.decided(desk.scan_begun(state, Moment(at)), outcome, Moment(at))


def test_nothing_is_green_before_the_decision_has_come(outcome_of: OutcomeOf) -> None:
    state = desk.scan_begun(READY, Moment(0))
    assert state.shown is None
    assert state.deciding
    state = desk.decided(state, outcome_of(Reason.ADMITTED), Moment(5))
    assert state.shown
    assert state.shown.verdict is Verdict.GO
    assert not state.deciding


def test_a_second_verdict_follows_the_first_and_has_the_next_number(outcome_of: OutcomeOf) -> None:
    one = scanned(desk.counted(READY, 411), outcome_of(Reason.ADMITTED), 0)
    two = scanned(one, outcome_of(Reason.ADMITTED, "f2"), 900)
    assert one.shown
    assert two.shown
    assert (one.shown.number, one.shown.follows) == (412, False)
    assert (two.shown.number, two.shown.follows) == (413, True)


def test_a_repeat_is_not_counted(outcome_of: OutcomeOf) -> None:
    state = scanned(desk.counted(READY, 5), outcome_of(Reason.ALREADY_IN), 0)
    assert state.accepted_today == 5
    assert state.shown
    assert state.shown.number == 0


def test_a_go_recedes_after_its_time_and_the_person_stays(outcome_of: OutcomeOf) -> None:
    state = scanned(READY, outcome_of(Reason.ADMITTED), 0)
    assert desk.receded(state, Moment(desk.GO_RECEDES_MS - 1)).shown
    later = desk.receded(state, Moment(desk.GO_RECEDES_MS))
    assert later.shown is None
    assert later.person is not None


def test_a_question_a_stop_and_an_unread_code_do_not_recede(outcome_of: OutcomeOf) -> None:
    for reason in (Reason.ALREADY_IN_ELSEWHERE, Reason.BADGE_REPLACED, Reason.PARTIAL_CODE):
        assert desk.receded(scanned(READY, outcome_of(reason), 0), Moment(60_000)).shown


def test_a_newer_verdict_does_not_recede_with_the_older_ones_time(outcome_of: OutcomeOf) -> None:
    state = scanned(scanned(READY, outcome_of(Reason.ADMITTED), 0), outcome_of(Reason.ADMITTED, "f2"), 5000)
    assert desk.receded(state, Moment(desk.GO_RECEDES_MS)).shown


def test_an_unanswered_question_is_parked_by_the_next_scan(outcome_of: OutcomeOf) -> None:
    asked = scanned(READY, outcome_of(Reason.ALREADY_IN_ELSEWHERE, "ask"), 0)
    assert scanned(asked, outcome_of(Reason.ADMITTED, "go"), 500).parked == (FactId("ask"),)
    fault = desk.not_decided(desk.scan_begun(asked, Moment(500)), DiskFull(), Moment(600))
    assert fault.parked == (FactId("ask"),)


def test_an_answer_takes_its_question_out_of_the_parked(outcome_of: OutcomeOf) -> None:
    asked = scanned(READY, outcome_of(Reason.ALREADY_IN_ELSEWHERE, "ask"), 0)
    parked = scanned(asked, outcome_of(Reason.ADMITTED, "go"), 500)
    settled = desk.answered(
        parked, FactId("ask"), Answer.CALL_SUPERVISOR, outcome_of(Reason.ALREADY_IN_ELSEWHERE), Moment(900)
    )
    assert settled.parked == ()
    assert settled.shown == parked.shown


def test_letting_in_is_shown_as_a_go_of_the_same_person(outcome_of: OutcomeOf) -> None:
    asked = scanned(READY, outcome_of(Reason.ALREADY_IN_ELSEWHERE, "ask"), 0)
    let_in = desk.answered(asked, FactId("ask"), Answer.LET_IN, outcome_of(Reason.LET_IN, "in"), Moment(900))
    assert let_in.shown
    assert let_in.shown.verdict is Verdict.GO
    assert let_in.person == asked.person
    assert let_in.parked == ()
    assert not let_in.deciding


def test_an_answer_that_lets_nobody_in_settles_the_question(outcome_of: OutcomeOf) -> None:
    asked = scanned(READY, outcome_of(Reason.BADGE_REPLACED, "stop"), 0)
    settled = desk.answered(
        asked, FactId("stop"), Answer.CALL_SUPERVISOR, outcome_of(Reason.BADGE_REPLACED), Moment(900)
    )
    assert settled.shown is None
    assert settled.note == Answer.CALL_SUPERVISOR


def test_number_keys_answer_only_the_question_in_sight_and_not_too_soon(outcome_of: OutcomeOf) -> None:
    asked = scanned(READY, outcome_of(Reason.ALREADY_IN_ELSEWHERE), 1000)
    assert desk.answerable(asked, 1, Moment(1000 + desk.DEAF_MS - 1)) is None
    assert desk.answerable(asked, 1, Moment(1000 + desk.DEAF_MS)) is Answer.LET_IN
    assert desk.answerable(asked, 4, Moment(5000)) is None
    assert desk.answerable(asked, 0, Moment(5000)) is None
    assert desk.answerable(READY, 1, Moment(5000)) is None
    green = scanned(asked, outcome_of(Reason.ADMITTED, "f2"), 2000)
    assert desk.answerable(green, 1, Moment(9000)) is None


def test_deciding_too_long_says_not_decided_and_the_outcome_is_still_shown(outcome_of: OutcomeOf) -> None:
    waiting = desk.scan_begun(READY, Moment(0))
    assert desk.timed_out(waiting, Moment(desk.PATIENCE_MS - 1)).shown is None
    late = desk.timed_out(waiting, Moment(desk.PATIENCE_MS))
    assert late.shown
    assert late.shown.verdict is Verdict.FAULT
    assert late.deciding
    come = desk.decided(late, outcome_of(Reason.ADMITTED), Moment(1500))
    assert come.shown
    assert come.shown.verdict is Verdict.GO
    assert come.shown.follows
    assert not come.deciding


def test_trouble_lets_nobody_in_and_names_its_reason() -> None:
    trouble = DiskFull()
    state = desk.not_decided(desk.scan_begun(READY, Moment(0)), trouble, Moment(5))
    assert state.shown
    assert state.shown.verdict is Verdict.FAULT
    assert state.shown.problem is trouble
    assert state.person is None


def test_a_card_that_comes_late_for_somebody_else_is_passed_over(outcome_of: OutcomeOf, layla: Delegate) -> None:
    state = scanned(READY, outcome_of(Reason.ADMITTED), 0)
    other = structs.replace(layla, id=DelegateId("ff" * 8), name="Other")
    assert desk.card_fetched(state, DelegateCard(other, BadgeStanding(), Movements())) == state
    mine = desk.card_fetched(state, DelegateCard(layla, BadgeStanding(2), Movements(ride=Ride(BusCode("3-2")))))
    assert mine.person
    assert (mine.person.bus, mine.person.badge) == ("3-2", BadgeStanding(2))


def test_undo_clears_what_it_took_back_and_counts_one_less(outcome_of: OutcomeOf, layla: Delegate) -> None:
    state = scanned(desk.counted(READY, 4), outcome_of(Reason.ADMITTED, "f1"), 0)
    taken = desk.undone(state, Undone(FactId("f1"), layla, CheckpointId("opening"), frozenset()))
    assert taken.shown is None
    assert taken.accepted_today == 4
    assert taken.note_name == layla.name
    other = desk.undone(state, Undone(FactId("f0"), layla, CheckpointId("opening"), frozenset()))
    assert other.shown == state.shown


def test_no_card_of_somebody_else_stands_below_who_was_taken_back(outcome_of: OutcomeOf, layla: Delegate) -> None:
    """Undo pressed twice takes back two: the card of the first must not stand below the name of the second."""
    state = scanned(READY, outcome_of(Reason.ADMITTED, "f1"), 0)
    once = desk.undone(state, Undone(FactId("f1"), layla, CheckpointId("opening"), frozenset()))
    assert once.person == state.person
    ana = Delegate(DelegateId("2" * 16), "Ana Ruiz")
    twice = desk.undone(once, Undone(FactId("f0"), ana, CheckpointId("opening"), frozenset()))
    assert (twice.person, twice.note_name) == (Person(ana), ana.name)
    nameless = desk.undone(once, Undone(FactId("f0"), None, CheckpointId("opening"), frozenset()))
    assert nameless.person is None
    behind = desk.undone(state, Undone(FactId("f0"), ana, CheckpointId("opening"), frozenset()))
    assert (behind.shown, behind.person) == (state.shown, state.person), "a verdict keeps its own card"


def test_another_checkpoint_clears_the_verdict_of_the_former(outcome_of: OutcomeOf) -> None:
    moved = desk.stationed(scanned(READY, outcome_of(Reason.ADMITTED), 0), CheckpointId("dinner"))
    assert (moved.shown, moved.person, moved.checkpoint) == (None, None, "dinner")


def test_a_waiting_question_can_be_opened_again_and_an_answered_one_cannot(
    recent_of: Callable[..., RecentScan],
) -> None:
    waiting = recent_of(Reason.ALREADY_IN_ELSEWHERE, fact="ask")
    opened = desk.reopened(replace(READY, parked=(FactId("ask"),)), waiting, Moment(0))
    assert opened.shown
    assert opened.shown.fact_id == "ask"
    assert opened.parked == ()
    assert desk.reopened(READY, replace(waiting, answer="let_in"), Moment(0)) == READY
    assert desk.reopened(READY, replace(waiting, undone=True), Moment(0)) == READY
    assert desk.reopened(READY, recent_of(Reason.ADMITTED), Moment(0)) == READY


def test_unread_codes_are_counted_for_ten_minutes(outcome_of: OutcomeOf) -> None:
    state = READY
    for at in (0, 1000, 2000):
        state = scanned(state, outcome_of(Reason.PARTIAL_CODE, delegate=None), at)
    assert desk.unread_lately(state, Moment(2000)) == 3
    assert desk.unread_lately(state, Moment(2000 + desk.UNREAD_WITHIN_MS)) == 1


def test_the_badge_of_the_person_in_sight_is_followed(outcome_of: OutcomeOf, layla: Delegate) -> None:
    job = Job(JobId("j"), layla.id, 1, "P", JobState.QUEUED, "", Instant(0))
    state = scanned(READY, structs.replace(outcome_of(Reason.ADMITTED), job=job), 0)
    other = replace(job, id=JobId("k"), state="failed")
    moved = desk.jobs_listed(state, [other, replace(job, state="sent")])
    assert moved.job
    assert moved.job.state == "sent"
    assert desk.jobs_listed(READY, [job]).job is None


def test_scanning_out_is_a_choice_that_stays(outcome_of: OutcomeOf) -> None:
    out = desk.turned(READY, Direction.OUT)
    assert scanned(out, outcome_of(Reason.LEFT), 0).direction is Direction.OUT


EVENTS = st.lists(
    st.tuples(st.sampled_from(["scan", "decided", "trouble", "late", "recede", "undo"]), st.sampled_from(list(Reason))),
    max_size=40,
)


@given(EVENTS)
def test_whatever_happens_green_needs_an_outcome_and_no_question_is_lost(events: list[tuple[str, Reason]]) -> None:
    state, now, facts, asked, decided = READY, 0, 0, set[FactId](), set[FactId]()
    for event, reason in events:
        now += 400
        match event:
            case "scan":
                state = desk.scan_begun(state, Moment(now))
            case "decided":
                facts += 1
                fact = FactId(f"f{facts}")
                decided.add(fact)
                outcome = ScanOutcome(
                    Decision(reason), fact, Instant(now), CheckpointId("opening"), None, None, False, None, frozenset()
                )
                if outcome.decision.verdict is Verdict.ASK:
                    asked.add(fact)
                state = desk.decided(state, outcome, Moment(now))
            case "trouble":
                state = desk.not_decided(state, None, Moment(now))
            case "late":
                state = desk.timed_out(state, Moment(now))
            case "recede":
                state = desk.receded(state, Moment(now))
            case _:
                state = desk.undone(state, Undone(FactId("none"), None, CheckpointId("opening"), frozenset()))
        shown = state.shown
        assert shown is None or shown.verdict is not Verdict.GO or shown.fact_id in decided
        in_sight = {shown.fact_id} if shown and shown.asks else set()
        assert set(state.parked) | in_sight == asked
        assert len(state.parked) == len(set(state.parked))
