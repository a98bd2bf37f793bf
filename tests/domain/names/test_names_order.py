"""A list is ordered by what its names are read as."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin_app.domain.names.folding import fold
from checkin_app.domain.names.order import by_delegation, by_name
from checkin_app.domain.names.pinyin import load_table

TABLE = load_table((Path(__file__).parents[3] / "resources" / "pinyin" / "pinyin.txt").read_bytes())


@pytest.mark.parametrize(
    ("name", "latin_name", "read"),
    [
        ("Ångström Per", "", "angstrom per"),
        ("Ødegård Åse", "", "odegard ase"),
        ("王伟", "Wang Wei", "wang wei"),
        ("李四", "", "li si"),
        ("欧阳静怡", "", "ouyang jingyi"),
        ("单小雨", "", "shan xiaoyu"),  # a surname is read as one
        ("吕梅", "", "lyu mei"),
        ("阿里 Hassan", "", "a li hassan"),
        ("ليلى", "Layla", "layla"),
        ("Дарья", "", "дарья"),
        ("أحمد", "–", "احمد"),  # a dash is no Latin name
    ],
)
def test_a_name_stands_where_it_is_read(name: str, latin_name: str, read: str) -> None:
    assert by_name(name, latin_name, TABLE) == read


@given(name=st.text(), latin=st.text())
def test_any_name_has_a_place_which_case_and_accents_do_not_change(name: str, latin: str) -> None:
    place = by_name(name, latin, TABLE)
    assert fold(place) == place
    assert place == by_name(name, fold(latin[:80]), TABLE)


@given(st.lists(st.tuples(st.text(max_size=4), st.text(max_size=4)), max_size=8))
def test_a_delegation_stays_together_and_its_people_are_in_the_order_of_their_names(
    people: list[tuple[str, str]],
) -> None:
    def delegation(each: tuple[str, str]) -> str:
        return by_delegation(each[0], TABLE)

    def name(each: tuple[str, str]) -> str:
        return by_name(each[1], "", TABLE)

    ordered = sorted(people, key=lambda each: delegation(each) + name(each))
    told = [(delegation(each), name(each)) for each in ordered]
    assert told == sorted(told)
