"""Every projection is known by its entry in the registry: what is folded, checked and made anew follows from it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin_app.domain import registers
from checkin_app.domain.delegates import FIELD_NAMES
from checkin_app.domain.ids import DelegateId, FactId
from checkin_app.domain.kinds.body import Aspect
from checkin_app.domain.kinds.registry import KINDS
from db.counting import counted
from db.projections import people, scans
from db.projections.columns import metadata, texts_to_json, to_json
from db.projections.registry import PROJECTIONS, TABLES


def test_every_aspect_has_the_one_projection_that_is_its_fold() -> None:
    # Who is signed in is read where a fact is judged, and shown nowhere.
    assert set(PROJECTIONS) == set(Aspect) - {Aspect.NONE, Aspect.SIGN_IN}
    assert all(projection.aspect is aspect for aspect, projection in PROJECTIONS.items())


def test_every_table_that_follows_from_the_facts_is_checked() -> None:
    assert {table.name for table in TABLES} == set(metadata.tables) - {counted.name}
    assert len(TABLES) == len(set(TABLES))


@pytest.mark.parametrize("aspect", PROJECTIONS)
def test_rows_are_about_what_the_subjects_of_an_aspect_name(aspect: Aspect) -> None:
    projection = PROJECTIONS[aspect]
    for table, key in projection.tables.items():
        assert table is not scans.scans
        assert key in table.c
    subjects = {kind.SUBJECT for kind in KINDS.values() if kind.ASPECT is aspect and kind.SUBJECT}
    assert projection.is_whole or subjects <= {projection.subject}


_TEXT = st.text(st.characters(exclude_categories=["Cs"]))
_FIELDS = {
    **dict.fromkeys(("accessible", "prints_latin"), st.booleans()),
    **dict.fromkeys(("languages", "aliases"), st.lists(_TEXT)),
}
_WRITTEN = st.fixed_dictionaries(
    {},
    optional={name: _FIELDS.get(name, _TEXT) for name in FIELD_NAMES} | {"of_a_later_version": st.none() | _TEXT},
)


_DETAILS = st.dictionaries(_TEXT, _TEXT | st.integers(0, 2**47), min_size=1)


@given(
    st.one_of(
        st.lists(_TEXT), st.tuples(_TEXT), st.dictionaries(_TEXT, st.lists(_TEXT)).map(lambda each: [each]), _DETAILS
    )
)
def test_texts_stand_in_a_column_as_anything_else_does(value: object) -> None:
    assert texts_to_json(value) == to_json(value)  # type: ignore[arg-type]


@given(_WRITTEN)
def test_the_row_of_whom_one_fact_speaks_is_that_of_the_fold(values: dict[str, object]) -> None:
    only = registers.Edit(FactId("f1"), (1, "log", 1), values)  # type: ignore[arg-type]
    older = registers.Edit(FactId("f0"), (0, "log", 1), {})
    who = DelegateId("0123456789abcdef")
    assert people.written(who, [only]) == people.written(who, [older, only])
