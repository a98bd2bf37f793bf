"""What a person says about a scan, and takes back, means one thing wherever it is asked."""

from dataclasses import dataclass, field
from typing import Any

import pytest
from factkit import named, told
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from checkin_app.domain.facts import Fact
from checkin_app.domain.ids import CheckpointId, FactId, LogId
from checkin_app.domain.movements import Movements, fold_presences
from checkin_app.domain.outcomes import ACCEPTING, ANSWERS, Answer, Decision, Reason, Verdict
from checkin_app.domain.rides import NO_RIDE
from checkin_app.domain.scans import aimed_at, lets_pass, place_of, settled, taken_back, verdict_after

HERE, THERE = LogId("a" * 32), LogId("b" * 32)
PLENARY = CheckpointId("plenary")
SAME = named(0)
#: What a person did about one scan after another.
ACTS = st.lists(st.sampled_from([Answer.LET_IN, Answer.CALL_SUPERVISOR, "undo scan", "undo answer"]), max_size=6)


@dataclass
class Told:
    """The facts about one scan, as they were written."""

    facts: list[Fact] = field(default_factory=list)

    def add(self, kind: str, body: dict[str, Any], log: LogId = HERE, called: FactId | None = None) -> Fact:
        number = len(self.facts) + 1
        fact = told(log, number, kind, body, at=number)
        fact = replace(fact, fact_id=called or fact.fact_id)
        self.facts.append(fact)
        return fact

    def scanned(
        self, reason: Reason = Reason.ALREADY_IN_ELSEWHERE, log: LogId = HERE, called: FactId | None = None
    ) -> Fact:
        body = {"verdict": Decision(reason).verdict, "reason": reason, "checkpoint": PLENARY}
        return self.add("scan.decided", body, log, called)

    def answered(self, scan: Fact, answer: Answer, log: LogId = HERE) -> Fact:
        body = {"fact": scan.fact_id, "answer": answer, "checkpoint": PLENARY, "reason": Reason.LET_IN}
        return self.add("scan.answered", body, log)

    def undone(self, fact: Fact, log: LogId = HERE) -> Fact:
        return self.add("scan.undone", {"fact": fact.fact_id}, log)

    def play(self, acts: list[Any]) -> Fact:
        scan = self.scanned()
        for act in acts:
            answers = [each for each in self.facts if each.kind == "scan.answered"]
            if isinstance(act, Answer):
                self.answered(scan, act)
            elif act == "undo scan":
                self.undone(scan)
            elif answers:
                self.undone(answers[-1])
        return scan

    def settled(self, scan: Fact):
        answers = [each for each in self.facts if each.kind == "scan.answered"]
        return settled(scan, answers, taken_back(self.facts))


@pytest.mark.parametrize("reason", Reason)
def test_a_scan_lets_pass_where_its_verdict_is_go_and_only_there(reason: Reason) -> None:
    assert lets_pass(Told().scanned(reason)) == (Decision(reason).verdict is Verdict.GO)


@pytest.mark.parametrize(("reason", "answer"), [(each, answer) for each, some in ANSWERS.items() for answer in some])
def test_an_answer_lets_pass_and_marks_the_scan_so_where_it_accepts(reason: Reason, answer: Answer) -> None:
    told = Told()
    given_answer = told.answered(told.scanned(reason), answer)
    passed = answer in ACCEPTING
    assert lets_pass(given_answer) == passed
    assert (verdict_after(Decision(reason), answer) is Verdict.GO) == passed
    assert verdict_after(Decision(reason), "") is Decision(reason).verdict


@given(acts=ACTS)
def test_a_scan_is_accepted_exactly_where_somebody_is_inside_by_it_or_the_question_itself_was_taken_back(
    acts: list[Any],
) -> None:
    told = Told()
    scan = told.play(acts)
    moves = [each for each in told.facts if lets_pass(each) or each.kind == "scan.undone"]
    inside = Movements.of(fold_presences(moves), NO_RIDE).at(PLENARY, rehearsal=False) is not None
    assert told.settled(scan).accepted == (inside and "undo scan" not in acts)


@given(acts=ACTS)
def test_who_was_let_in_is_in_whatever_was_answered_besides(acts: list[Any]) -> None:
    told = Told()
    came_to = told.settled(told.play(acts))
    if came_to.accepted:
        assert came_to.answer in ACCEPTING
        assert not came_to.undone


@given(acts=ACTS)
def test_nothing_is_struck_out_unless_the_scan_or_every_answer_was_taken_back(acts: list[Any]) -> None:
    told = Told()
    scan = told.play(acts)
    gone = taken_back(told.facts)
    answers = [each for each in told.facts if each.kind == "scan.answered"]
    every_answer = bool(answers) and all(place_of(each) in gone for each in answers)
    assert told.settled(scan).undone == (place_of(scan) in gone or every_answer)


def test_a_station_takes_back_its_own_scan_and_not_one_that_another_station_calls_alike() -> None:
    told = Told()
    ours, theirs = told.scanned(Reason.ADMITTED, HERE, SAME), told.scanned(Reason.ADMITTED, THERE, SAME)
    told.undone(ours, HERE)
    assert taken_back(told.facts) == {place_of(ours)}
    presence = Movements.of(fold_presences(told.facts), NO_RIDE).at(PLENARY, rehearsal=False)
    assert presence and presence.station == THERE[:16]
    assert not told.settled(theirs).undone


def test_what_is_said_of_a_scan_of_which_the_speaker_has_none_means_every_one_that_is_called_so() -> None:
    told = Told()
    ours = told.scanned(Reason.ADMITTED, HERE, SAME)
    pointer = replace(told.undone(ours), log_id=LogId("c" * 32))
    assert aimed_at([ours], [pointer]) == {place_of(ours): [pointer]}


def test_what_counts_as_taken_back_is_named_by_its_id_and_needs_no_fact() -> None:
    told = Told()
    scan = told.scanned(Reason.ADMITTED)
    assert taken_back(told.facts, without=(scan.fact_id,)) == {place_of(scan)}
    assert fold_presences(told.facts, without=(scan.fact_id,)) == ()
