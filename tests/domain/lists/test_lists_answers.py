"""What must be asked is asked once: a kind and value is one group, and one answer settles all of its rows."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin_app.domain.ids import CategoryId
from checkin_app.domain.lists.answer_choices import FOR_ALL, answered, choices_of, still_offered, told
from checkin_app.domain.lists.answers import QUESTIONS, UNANSWERED, WAYS, Answers, Asked, Question, Way
from checkin_app.domain.lists.columns import find_columns
from checkin_app.domain.lists.groups import ANSWERED, OF_A_KIND, Group, Standing
from checkin_app.domain.lists.notes import SENTENCES, Note, Remark
from checkin_app.domain.lists.plan import Plan, compare
from checkin_app.domain.lists.reading import read_rows
from checkin_app.domain.lists.row import Refused
from checkin_app.domain.lists.sheet import Sheet
from checkin_app.domain.problems import FieldInvalid
from checkin_app.files.forum_file import forum_bytes, parse_forum

FORUM = parse_forum(forum_bytes("gstf-2024"), "gstf-2024.toml")
HEADINGS = "Name|Delegation|Category|Route|Languages|Wheelchair|E-mail"


def plan(*rows: str, answers: Answers = UNANSWERED) -> Plan:
    sheet = Sheet("", tuple(tuple(row.split("|")) for row in (HEADINGS, *rows)))
    return compare({}, read_rows(sheet, find_columns(sheet), FORUM, answers=answers), FORUM)


def group(found: Plan, question: Question, value: str = "") -> Group:
    return next(each for each in found.groups if each.asked == Asked.about(question, value))


def said(*words: str) -> Answers:
    return answered(words, FORUM)


UNKNOWN = ("Ada|North|Zephyr Q|3|en|no|", "Bo|South|zephyr q|3|en|no|", "Cy|East|Zephyr R|3|en|no|")


def test_a_value_that_is_not_known_is_one_group_with_its_rows_however_it_is_spelt() -> None:
    found = group(plan(*UNKNOWN), Question.CATEGORY, "ZEPHYR Q")
    assert [row.number for row in found.rows] == [2, 3]
    assert found.standing is Standing.TO_ANSWER
    assert "Zephyr Q" in str(found)


def test_one_answer_settles_all_rows_of_a_value_and_no_others() -> None:
    found = plan(*UNKNOWN, answers=said("category:zephyr Q=media"))
    assert [each.delegate.category for each in found.new] == [
        CategoryId("media"),
        CategoryId("media"),
        FORUM.default_category,
    ]
    assert [row.number for row in found.questions] == [4]
    settled = group(found, Question.CATEGORY, "zephyr q")
    assert str(settled) == "Category “Zephyr Q” is not one of this forum’s."
    assert (settled.standing, settled.note.answer, len(settled.rows)) == (Standing.ANSWERED, "media", 2)


@pytest.mark.parametrize(
    ("row", "word", "field", "value"),
    [
        ("Ada|North||Nine lakes|||", "route:nine lakes=3", "route", "3"),
        ("Ada|North||Nine lakes|||", "route:Nine Lakes=none", "route", ""),
        ("Ada|North||3 / 4|||", "route:3 / 4=4", "route", "4"),
        ("Ada|North|||en, Zemblan||", "language:zemblan=ru", "languages", ("en", "ru")),
        ("Ada|North|||Zemblan||", "language:Zemblan=none", "languages", ()),
        ("Ada|North||||perhaps|", "accessible:perhaps=no", "accessible", False),
        ("Ada|North||||perhaps|", "accessible:Perhaps=yes", "accessible", True),
        ("Ada|North|||||to follow", "email=empty", "email", ""),
        ("Ada|North|||||to follow", "email=keep", "email", "to follow"),
    ],
)
def test_every_question_is_settled_by_a_choice_of_its_own(row: str, word: str, field: str, value: object) -> None:
    assert plan(row).questions
    found = plan(row, answers=said(word))
    assert getattr(found.new[0].delegate, field) == value
    assert not found.questions


def test_every_question_has_choices_and_every_way_its_words() -> None:
    assert set(QUESTIONS.values()) == set(Question)
    assert all(len(choices_of(each, FORUM)) > 1 for each in Question)
    assert set(WAYS) == set(Way)
    assert OF_A_KIND.keys() | ANSWERED.keys() <= SENTENCES.keys()
    assert ANSWERED.keys() <= QUESTIONS.keys()


@pytest.mark.parametrize("word", ["", "category", "shoe:42=media", "category:IO Head=shoe", "route:x=-", "=x"])
def test_an_answer_that_names_no_question_or_no_choice_is_refused(word: str) -> None:
    with pytest.raises(FieldInvalid):
        said(word)


def test_a_word_without_a_choice_takes_an_answer_back() -> None:
    asked = Asked.about(Question.ROUTE, "lakes")
    said = answered(["route:Lakes="], FORUM)
    assert Answers(said.given, {asked: "3"}).to(asked) == ""
    assert said.holding() == {}


def test_a_value_may_hold_the_signs_that_an_answer_is_written_with() -> None:
    assert said("category:A: b=c=media").given == {Asked.about(Question.CATEGORY, "a: b=c"): "media"}


def test_an_answer_from_before_holds_is_told_apart_and_can_be_taken_back() -> None:
    asked = Asked.about(Question.CATEGORY, "Zephyr Q")
    before = Answers(remembered={asked: "media"})
    assert group(plan(*UNKNOWN, answers=before), Question.CATEGORY, "zephyr q").remembered
    other = before.with_(asked, "scholar")
    assert not group(plan(*UNKNOWN, answers=other), Question.CATEGORY, "zephyr q").remembered
    forgotten = before.with_(asked, "")
    assert group(plan(*UNKNOWN, answers=forgotten), Question.CATEGORY, "zephyr q").standing is Standing.TO_ANSWER
    assert forgotten.holding() == {}
    assert Answers().with_(asked, "media").with_(asked, "") == Answers()


def test_an_answer_that_the_forum_no_longer_offers_is_not_taken_over() -> None:
    kept, gone = Asked.about(Question.CATEGORY, "a"), Asked.about(Question.CATEGORY, "b")
    assert still_offered({kept: "media", gone: "no-such"}, FORUM) == {kept: "media"}


cell = st.sampled_from(["", "Zephyr", "ZEPHYR", "media", "Höher", "3", "3/4", "x y", "perhaps", "en", "?"])


@given(st.lists(st.tuples(cell, cell, cell, cell, cell), max_size=12))
def test_every_question_of_a_row_stands_in_one_group_and_all_groups_are_questions_of_rows(
    rows: list[tuple[str, str, str, str, str]],
) -> None:
    found = plan(*("|".join((f"Person {place}", "North", *row)) for place, row in enumerate(rows)))
    asking = {row.number for each in found.groups if each.note.asks for row in each.rows}
    assert asking == {row.number for row in found.questions}
    refused = [row.number for each in found.groups if each.standing is Standing.REFUSED for row in each.rows]
    assert sorted(refused) == [row.number for row in found.refused]
    assert [each.standing for each in found.groups] == sorted(each.standing for each in found.groups)


@given(st.lists(st.tuples(cell, cell, cell, cell, cell), max_size=12))
def test_when_everything_was_answered_nothing_that_can_be_answered_is_asked(
    rows: list[tuple[str, str, str, str, str]],
) -> None:
    lines = ["|".join((f"Person {place}", "North", *row)) for place, row in enumerate(rows)]
    asked = [each.asked for each in plan(*lines).groups if each.standing is Standing.TO_ANSWER and each.asked]
    everything = Answers(given={each: choices_of(each.question, FORUM)[-1] for each in asked})
    assert not [each for each in plan(*lines, answers=everything).groups if each.standing is Standing.TO_ANSWER]


def test_rows_of_a_kind_are_told_as_one_line_with_their_numbers() -> None:
    found = plan(*(f"Person {n}|North||||| mail {n}" for n in range(20)), "|Nobody|||||", *UNKNOWN)
    lines = list(found.remarks())
    assert "2 people: Category “Zephyr Q” is not one of this forum’s; delegate unless changed. (rows 23, 24)" in lines
    assert (
        "20 people: The e-mail address is none; kept as it is. (rows 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, …)"
        in lines
    )
    assert "1 not taken: No name. (row 22)" in lines
    spoken = json.loads(json.dumps(told(found.groups, FORUM)))
    assert [len(each["rows"]) for each in spoken] == [each["count"] for each in spoken]
    assert {each["question"] for each in spoken} >= {"category", "email", None}
    assert next(each for each in spoken if each["question"] == "category")["choices"] == [
        each.id for each in FORUM.categories
    ]


def test_rows_that_an_answer_leaves_out_stand_among_those_not_taken_and_can_be_answered_otherwise() -> None:
    taken = plan(*UNKNOWN)
    left_out = Refused(9, Note(Remark.CATEGORY_UNKNOWN, {"value": "x", "category": "delegate"}, "x", "none"), ("x",))
    reading = replace(taken.reading, rows=(*taken.reading.rows, left_out))
    found = replace(taken, reading=reading)
    (refusal,) = found.refusals
    assert refusal.standing is Standing.ANSWERED
    assert refusal in found.to_look_at
    assert refusal.in_words().startswith("1 not taken: ")


def test_what_is_told_of_many_rows_names_nothing_that_is_only_of_one() -> None:
    of_one = ("value", "first", "holder", "length", "text", "name", "characters")
    for key, sentence in SENTENCES.items():
        asked_each = isinstance(key, Remark) and key in QUESTIONS and QUESTIONS[key] not in FOR_ALL
        whole = OF_A_KIND.get(key, "" if asked_each else sentence)
        assert not [name for name in of_one if f"{{{name}}}" in whole], key
