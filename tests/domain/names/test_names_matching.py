"""Which letters are underlined."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin_app.domain.names.folding import fold
from checkin_app.domain.names.matching import matches
from checkin_app.domain.names.pinyin import load_table

TABLE = load_table((Path(__file__).parents[3] / "resources" / "pinyin" / "pinyin.txt").read_bytes())
ANY_TEXT = st.text(st.characters(exclude_categories=()))
NAME = st.text("ABCabcßéłŁ", min_size=1, max_size=8)


def underlined(shown: str, query: str) -> list[str]:
    return [shown[start:end] for start, end in matches(shown, query, TABLE)]


@pytest.mark.parametrize(
    ("shown", "query", "letters"),
    [
        ("OUYANG Jingyi", "ouy", ["OUY"]),
        ("OUYANG Jingyi", "oy", ["O", "Y"]),
        ("OUYANG Jingyi", "oyjy", ["O", "Y", "J", "y"]),
        ("OUYANG Jingyi", "ouyangj", ["OUYANG", "J"]),
        ("OUYANG Jingyi", "ouyangjy", ["OUYANG", "J", "y"]),
        ("OUYANG Jingyi", "jing ou", ["OU", "Jing"]),
        ("欧阳静怡", "oyjy", ["欧阳静怡"]),
        ("欧阳静怡", "静", ["静"]),
        ("欧阳静怡", "yangj", ["阳静"]),
        ("单雄信", "dan", ["单"]),
        ("单雄信", "shan", ["单"]),
        ("吕布", "lyu", ["吕"]),
        ("John Smith", "js", ["J", "S"]),
        ("Lu Ivan Li", "li", ["Li"]),
        ("Jürgen Müller", "mue", ["Mü"]),
        ("Jürgen Müller", "MULL", ["Müll"]),
        ("Straße", "strass", ["Straß"]),
        ("O’Brien", "obr", ["O’Br"]),
        ("Nguyễn", "nguyen", ["Nguyễn"]),
        ("أحمد", "اح", ["أح"]),
        ("0412", "04", ["04"]),
        ("+86 138 0013 8000", "38000", ["3", "8000"]),
        ("Anna", "zzz", []),
        ("Anna", "", []),
        ("", "a", []),
        ("阳", "xyz", []),
    ],
)
def test_the_letters_that_answer_the_question_are_underlined(shown: str, query: str, letters: list[str]) -> None:
    assert underlined(shown, query) == letters


def test_without_a_table_han_characters_match_only_themselves() -> None:
    assert matches("欧阳", "oy") == []
    assert matches("欧阳", "阳") == [(1, 2)]


@given(st.lists(NAME, min_size=1, max_size=4), st.integers(1, 8), st.data())
def test_any_beginning_of_any_word_is_underlined(words: list[str], length: int, data: st.DataObject) -> None:
    word = data.draw(st.sampled_from(words))
    spans = matches(" ".join(words), word[:length])
    assert spans
    covered = "".join(" ".join(words)[start:end] for start, end in spans)
    assert fold(covered).replace(" ", "").startswith(fold(word[:length]))


@given(ANY_TEXT, ANY_TEXT)
def test_spans_are_in_order_apart_and_within_the_text(shown: str, query: str) -> None:
    ends = [0, *(place for span in matches(shown, query, TABLE) for place in span), len(shown)]
    assert ends == sorted(ends)
    assert all(start < end for start, end in matches(shown, query, TABLE))


def test_a_hostile_pair_of_texts_ends() -> None:
    assert matches("aa " * 1000, "a" * 60 + "c", TABLE) == []


@pytest.mark.parametrize(
    ("shown", "query", "underlined"),
    [
        ("王伟", "王处长", ["王"]),
        ("王伟", "wang2 wei3", ["王伟"]),
        ("Marilena Monteverde", "Dr Monteverde", ["Monteverde"]),
        ("Maria de la Cruz", "delacruz", ["de", "la", "Cruz"]),
        ("Lü Xiaoming", "lyu", ["Lü"]),
    ],
)
def test_what_is_meant_by_another_wording_is_marked(shown: str, query: str, underlined: list[str]) -> None:
    assert [shown[start:end] for start, end in matches(shown, query, TABLE)] == underlined
