"""Titles are told from names, whichever way they are written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin_app.domain.names.folding import fold
from checkin_app.domain.names.pinyin import without_tones
from checkin_app.domain.names.search_keys import other_wordings, runs
from checkin_app.domain.names.titles import without_titles


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("Dr. Anna Weiß", "anna weiss"), ("H.E. Mr. Omar", "omar"), ("Anna, Ph.D.", "anna"), ("The Rt. Hon. Ann", "ann"),
        ("S.E.M. Émile", "emile"), ("Excmo. Sr. D. Juan", "juan"), ("Д-р Белова", "белова"), ("премьер-министр Белов", "белов"),
        ("صاحب السمو الملكي الأمير خالد", "خالد"), ("王副总理", "王"), ("欧阳总工程师", "欧阳"), ("小李", "李"), ("李小龙", "李小龙"),
        ("Drew Mister Hess", "drew hess"), ("Dr", ""), ("", ""), ("总理", ""),
    ],
)  # fmt: skip
def test_titles_are_left_out_and_nothing_else(typed: str, left: str) -> None:
    assert " ".join(without_titles(runs(fold(typed)))) == left


@given(st.lists(st.text(max_size=12), max_size=8).map(" ".join))
def test_what_is_left_stood_in_the_text_in_its_order(text: str) -> None:
    words = runs(fold(text))
    left = without_titles(words)
    rest = iter(words)
    assert all(any(each in word for word in rest) for each in left)


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("wang2 wei3", "wang wei"), ("Wang2wei3", "wangwei"), ("lu:4", "lv"), ("ou1-yang2", "ou yang"), ("xi'an1", "xi an"),
        ("wang", ""), ("hq1", ""), ("wang6", ""), ("12", ""), ("wang 2", ""), ("A5-1", ""), ("", ""),
    ],
)  # fmt: skip
def test_the_digits_of_tones_are_left_out_of_pinyin_alone(typed: str, left: str) -> None:
    assert without_tones(typed) == left


@given(st.text(max_size=400))
def test_any_text_has_few_other_wordings_and_never_an_empty_one(text: str) -> None:
    found = other_wordings(text)
    assert len(found) <= 2
    assert all(found)
