"""A person's word on a column goes before its heading, and of every column a word is shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin_app.domain.lists.choices import ListChoices, columns_of
from checkin_app.domain.lists.columns import find_columns
from checkin_app.domain.lists.fields import Field
from checkin_app.domain.lists.samples import samples_of
from checkin_app.domain.lists.sheet import Sheet
from checkin_app.domain.problems import FieldInvalid

CELLS = st.text("aé李 1|", max_size=90)
SHEETS = st.lists(st.lists(CELLS, max_size=120).map(tuple), max_size=8).map(lambda rows: Sheet("s", tuple(rows)))


def sheet(*rows: str) -> Sheet:
    return Sheet("guests", tuple(tuple(row.split("|")) for row in rows))


@given(SHEETS)
def test_where_a_person_said_nothing_the_headings_hold(made: Sheet) -> None:
    assert columns_of(made, ListChoices()) == find_columns(made)


@pytest.mark.parametrize("said", ["Shoe size", " Shoe size ", "3"])
def test_a_column_is_named_by_its_heading_or_else_by_its_number(said: str) -> None:
    made = sheet("Name|Delegation|Shoe size", "Ana Sol|Puerto|42")
    assert columns_of(made, ListChoices(columns=(("note", said),))).fields[2] is Field.NOTE


def test_a_heading_that_is_a_number_goes_before_the_number_of_a_column() -> None:
    made = sheet("Name|3|x", "Ana Sol|no fish|y")
    assert columns_of(made, ListChoices(columns=(("note", "3"),))).fields[1] is Field.NOTE


@pytest.mark.parametrize(
    ("field", "heading"), [("shoe", "Name"), ("note", "Shoe"), ("note", "0"), ("note", "1" * 7), ("note", "²")]
)
def test_a_field_or_column_that_does_not_exist_is_refused(field: str, heading: str) -> None:
    with pytest.raises(FieldInvalid):
        columns_of(sheet("Name", "Ana Sol"), ListChoices(columns=((field, heading),)))


def test_what_is_said_of_a_place_is_the_last_word() -> None:
    made = sheet("Name|Note", "Ana Sol|x")
    choices = ListChoices(columns=(("title", "Note"),), places=((1, None),))
    assert 1 not in columns_of(made, choices).fields


@given(SHEETS)
def test_each_of_the_first_columns_has_a_heading_and_a_sample_that_fit_a_screen(made: Sheet) -> None:
    samples = samples_of(made, find_columns(made))
    assert len(samples.headings) == len(samples.cells) <= 100
    assert all(len(each) <= 60 for each in (*samples.headings, *samples.cells))


def test_the_first_filled_cell_below_the_heading_is_the_sample() -> None:
    made = sheet("Guests of the forum||", "Name|Delegation|Shoe size", "Ana Sol||42", "Ben|Puerto|")
    samples = samples_of(made, find_columns(made))
    assert samples.headings == ("Name", "Delegation", "Shoe size")
    assert samples.cells == ("Ana Sol", "Puerto", "42")
