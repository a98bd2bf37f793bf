"""Who is on a list twice by name, or may be known already, is asked once a name, or once for all, and never row by row."""

import pytest
from test_lists_answers import FORUM, HEADINGS, group, said

from checkin_app.domain.delegates import Delegate
from checkin_app.domain.ids import CategoryId, DelegateId
from checkin_app.domain.lists.answers import UNANSWERED, Answers, Asked, Question, Way
from checkin_app.domain.lists.columns import find_columns
from checkin_app.domain.lists.groups import Standing
from checkin_app.domain.lists.memory import ListMemory, memory_in
from checkin_app.domain.lists.notes import Remark, Why
from checkin_app.domain.lists.plan import Plan, compare
from checkin_app.domain.lists.reading import read_rows
from checkin_app.domain.lists.sheet import Sheet

TWICE = (
    "Ada Moor|North|media|3|en|no|a@north.example",
    "Bo Lind|South|media|3|en|no|",
    "Ada Moor|North|media|2|fr|no|",
    "Bo Lind|South|media|2|fr|no|",
    "Bo Lind|South|media|1|fr|no|",
)
HERE = {
    DelegateId(f"{number:016x}"): Delegate(
        DelegateId(f"{number:016x}"), name, delegation=group, badge_no=f"{number:04}", category=CategoryId("media")
    )
    for number, name, group in ((1, "Ada Moor", "West"), (2, "Bo Lind", "West"), (3, "Cy Tran", "West"))
}


def plan(*rows: str, answers: Answers = UNANSWERED, existing: dict[DelegateId, Delegate] | None = None) -> Plan:
    sheet = Sheet("", tuple(tuple(row.split("|")) for row in (HEADINGS, *rows)))
    return compare(existing or {}, read_rows(sheet, find_columns(sheet), FORUM, answers=answers), FORUM)


def numbers(found) -> list[int]:
    return [row.number for row in found.rows]


def test_namesakes_are_a_group_for_each_name_and_two_people_unless_somebody_says_otherwise() -> None:
    found = plan(*TWICE)
    ada, bo = (group(found, Question.SAME_NAME, each) for each in ("Ada Moor, North", "BO LIND, south"))
    assert (numbers(ada), numbers(bo)) == ([4], [5, 6])
    assert {ada.standing, bo.standing} == {Standing.TO_ANSWER}
    assert len(found.new) == 5


def test_one_answer_makes_one_person_of_all_rows_of_a_name_and_of_no_other() -> None:
    found = plan(*TWICE, answers=said("same-name:bo lind, South=same"))
    assert [(each.row.number, each.delegate.name) for each in found.new] == [
        (2, "Ada Moor"), (3, "Bo Lind"), (4, "Ada Moor"),
    ]  # fmt: skip
    assert [(row.number, row.note.key) for row in found.refused] == [(5, Why.SAME_PERSON), (6, Why.SAME_PERSON)]
    bo = group(found, Question.SAME_NAME, "Bo Lind, South")
    assert (numbers(bo), bo.standing) == ([5, 6], Standing.ANSWERED)
    assert group(found, Question.SAME_NAME, "Ada Moor, North").standing is Standing.TO_ANSWER
    assert found.reading.count == 5


def test_somebody_else_is_an_answer_too_and_nobody_is_asked_any_more() -> None:
    found = plan(*TWICE, answers=said("same-name:Ada Moor, North=other", "same-name:Bo Lind, South=other"))
    assert len(found.new) == 5
    assert not found.questions


def test_one_answer_settles_every_name_and_a_name_s_own_goes_before_it() -> None:
    every = said("same-name=same-all")
    found = plan(*TWICE, answers=every)
    (settled,) = (each for each in found.groups if each.asked == Asked(Question.SAME_NAME))
    assert (numbers(settled), settled.standing, len(found.new)) == ([4, 5, 6], Standing.ANSWERED, 2)
    but = every.with_(Asked.about(Question.SAME_NAME, "Ada Moor, North"), Way.OTHER)
    assert [each.row.number for each in plan(*TWICE, answers=but).new] == [2, 3, 4]


def test_an_answer_for_every_name_takes_the_place_of_those_before_it_and_is_taken_back_as_one() -> None:
    asked = Asked.about(Question.SAME_NAME, "Ada Moor, North")
    before = Answers(given={asked: Way.OTHER}, remembered={asked: Way.OTHER})
    every = before.with_(asked, Way.SAME_ALL)
    assert every.holding() == {Asked(Question.SAME_NAME): Way.SAME}
    assert not every.with_(Asked(Question.SAME_NAME), "").holding()


@pytest.mark.parametrize("answers", [said("same-name=same-all"), said("known:Ada Moor (0001)=same")])
def test_these_answers_are_remembered_with_the_list(answers: Answers) -> None:
    memory = memory_in(ListMemory(("name",), {}, answers.holding()).as_json())
    assert plan(*TWICE, answers=UNANSWERED.after(memory.answers), existing=HERE).same_as(
        plan(*TWICE, answers=answers, existing=HERE)
    )
    remembered = UNANSWERED.after(memory.answers)
    assert all(remembered.is_remembered(each) for each in memory.answers)


LIST = ("Ada Moor|North|media|3|en|no|", "Bo Lind|South|media|3|en|no|", "New Person|South|media|3|en|no|")


def test_who_may_be_known_is_a_group_for_each_person_and_new_unless_somebody_says_otherwise() -> None:
    found = plan(*LIST, existing=HERE)
    assert len(found.new) == 3
    ada = group(found, Question.KNOWN, "Ada Moor (0001)")
    assert (numbers(ada), ada.standing, ada.note.key) == ([2], Standing.TO_ANSWER, Remark.MAYBE_KNOWN)


def test_whom_somebody_knows_is_amended_and_not_new_and_is_on_the_list() -> None:
    found = plan(*LIST, answers=said("known:ada moor (0001)=same"), existing=HERE)
    assert [each.delegate.name for each in found.new] == ["Bo Lind", "New Person"]
    (ada,) = found.changed
    assert (ada.delegate.badge_no, ada.row.number) == ("0001", 2)
    assert {each.field for each in ada.changes} >= {"delegation", "route"}
    assert DelegateId(f"{1:016x}") not in found.not_on_list
    told = group(found, Question.KNOWN, "Ada Moor (0001)")
    assert (numbers(told), told.standing) == ([2], Standing.ANSWERED)


def test_one_answer_recognises_everybody_and_nobody_twice() -> None:
    rows = (*LIST, "Ada Moor|East|media|3|en|no|")
    found = plan(*rows, answers=said("known=same-all"), existing=HERE)
    assert [each.delegate.badge_no for each in found.changed] == ["0001", "0002"]
    assert [each.row.number for each in found.new] == [4, 5]
    assert found.not_on_list == (DelegateId(f"{3:016x}"),)


def test_a_list_that_was_taken_in_with_an_answer_changes_nothing_the_second_time() -> None:
    answers = said("known=same-all")
    found = plan(*LIST, answers=answers, existing=HERE)
    after = dict(HERE)
    for changed in found.changed:
        values = {each.field: each.new for each in changed.changes}
        after[changed.delegate.id] = changed.delegate.__class__(
            **{name: values.get(name, getattr(changed.delegate, name)) for name in changed.delegate.__slots__}
        )
    for new in found.new:
        after[new.delegate.id] = new.delegate
    again = plan(*LIST, answers=answers, existing=after)
    assert (again.new, again.changed) == ((), ())


def test_somebody_else_is_new_and_asked_no_more() -> None:
    found = plan(*LIST, answers=said("known=other-all"), existing=HERE)
    assert len(found.new) == 3
    assert not found.questions
