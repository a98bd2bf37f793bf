"""What was said of a list holds for the next one that is headed the same, in whatever order, and is told as such."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from checkin_app.domain.canonical import canonical, object_of
from checkin_app.domain.lists.answers import Asked, Question
from checkin_app.domain.lists.choices import ListChoices, columns_of
from checkin_app.domain.lists.columns import find_columns
from checkin_app.domain.lists.fields import Field
from checkin_app.domain.lists.memory import NOTHING_REMEMBERED, ListMemory, known_by, memory_in, remembered
from checkin_app.domain.lists.notes import ListRemark
from checkin_app.domain.lists.sheet import Sheet

HEADINGS = ("Name", "Delegation", "Shoe size", "Type", "Extra", "Extra")
ANSWERED = {Asked.about(Question.CATEGORY, "IO Head"): "media"}


def sheet(headings: tuple[str, ...] = HEADINGS) -> Sheet:
    return Sheet("guests", (headings, tuple(f"x{place}" for place in range(len(headings)))))


def memory(choices: ListChoices, of: Sheet | None = None) -> ListMemory:
    of = of or sheet()
    return ListMemory.of(of, find_columns(of), columns_of(of, choices), ANSWERED)


choices = st.lists(
    st.tuples(st.integers(0, 5), st.sampled_from([None, Field.NOTE, Field.TITLE, Field.LATIN_NAME, Field.HOST])),
    max_size=4,
    unique_by=lambda each: each[0],
).map(lambda places: ListChoices(places=tuple(places)))


@given(choices)
def test_the_next_list_with_these_headings_is_read_as_the_last_one_was(said: ListChoices) -> None:
    again = columns_of(sheet(), ListChoices(memory=memory(said)))
    assert again.fields == columns_of(sheet(), said).fields


@given(choices, st.permutations(range(4)))
def test_the_order_of_the_headings_makes_no_difference(said: ListChoices, order: list[int]) -> None:
    moved = sheet((*(HEADINGS[place] for place in order), *HEADINGS[4:]))
    assert known_by(moved, find_columns(moved)) == memory(said).headings
    former, again = columns_of(sheet(), said).fields, columns_of(moved, ListChoices(memory=memory(said))).fields
    if not said.places or find_columns(moved).fields.keys() == find_columns(sheet()).fields.keys():
        assert {order[place] if place < 4 else place: field for place, field in again.items()} == former


@given(choices)
def test_a_memory_is_kept_as_a_document_and_found_again(said: ListChoices) -> None:
    kept = object_of(canonical(memory(said).as_json()))
    assert memory_in(kept) == memory(said)
    assert remembered([{"file": "x"}, kept], memory(said).headings) == memory(said)
    assert remembered([kept], ("other",)) == NOTHING_REMEMBERED
    assert remembered([{}], ()) == NOTHING_REMEMBERED


json: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=9) | st.sampled_from(["category", "note", ""]),
    lambda inner: st.lists(inner, max_size=4),
    max_leaves=12,
)


@given(st.dictionaries(st.sampled_from(["headings", "columns", "answers", "file"]), json))
def test_whatever_stands_in_a_document_of_others_is_no_trouble(document: dict[str, Any]) -> None:
    found = memory_in(document)
    columns_of(sheet(), ListChoices(memory=found))
    assert memory_in(object_of(canonical(found.as_json()))) == found


def test_what_is_taken_over_is_told_and_what_a_person_says_now_goes_first() -> None:
    before = memory(ListChoices(places=((2, Field.NOTE), (1, None))))
    told = {note.key: note.details["heading"] for note in columns_of(sheet(), ListChoices(memory=before)).notes[:2]}
    assert told == {ListRemark.COLUMN_REMEMBERED: "Shoe size", ListRemark.COLUMN_LEFT_OUT: "Delegation"}
    now = columns_of(sheet(), ListChoices(places=((2, Field.TITLE),), memory=before))
    assert now.fields[2] is Field.TITLE
    assert ListRemark.COLUMN_REMEMBERED not in {note.key for note in now.notes}


def test_only_what_is_said_otherwise_than_before_is_worth_a_list_of_its_own() -> None:
    said = memory(ListChoices(places=((2, Field.NOTE),)))
    assert said.says_otherwise(NOTHING_REMEMBERED)
    assert not said.says_otherwise(memory(ListChoices(memory=said)))
    assert ListMemory(said.headings).says_otherwise(said)
    assert not ListMemory(said.headings).says_otherwise(NOTHING_REMEMBERED)


def test_a_choice_that_is_taken_back_is_not_remembered_on() -> None:
    before = memory(ListChoices(places=((2, Field.NOTE),)))
    again = ListChoices(places=((2, None),), memory=before)
    assert memory(again).columns == {}


def test_a_list_without_headings_or_with_very_many_is_not_known_again() -> None:
    wide = sheet(("Name", *(f"Remark {number}" for number in range(600))))
    assert known_by(wide, find_columns(wide)) == ()
    none = Sheet("odd", (("Quux", "Frob"), ("Ana", "x")))
    assert known_by(none, find_columns(none)) == ()
