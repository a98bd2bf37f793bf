"""Most rows of a long list are told from the odd ones at a glance: what the glance passes over is nothing to look at."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin_app.domain.lists import placeholders, rules, several
from checkin_app.domain.lists.nobody import nobody
from checkin_app.domain.lists.notes import Why

_WORDS = """
    Anna Weber O'Brien and et und y e en i и و ve plus with mit avec con com guest spouse wife husband 夫人 配偶 家属 夫妇 伉俪
    一家 等 3人 2 people persons pax 人 名 位 명 他2名 ほか3名 외 2명 al x2 x 3 1. 2. 1) B his her von zu de la / \\ & ＆ ， ، ; ； 、 |
    + ＋ ( （ - -plus Anna-plus 王小明 李四 和 及 与 與 偕 携 暨 tbc tbc1 page 3 total 5: sum12 合计3 null (null) — FNU lnu xxx
    n/a (n/a) B12 备注1: 备注12: 12/3 第3页 Nil NA na no name 3-1
""".split()  # noqa: SIM905 - words, to be read as words
_TEXTS = st.lists(st.sampled_from(_WORDS), max_size=6).flatmap(
    lambda words: st.sampled_from([sign.join(words) for sign in (" ", "", "-", "\n")])
) | st.text(max_size=14)
_EVERYTHING = re.compile("")


@given(_TEXTS, st.booleans())
def test_a_name_without_a_hint_of_several_people_names_one(text: str, commas_part: bool) -> None:
    told = several.people_in(text, commas_part=commas_part)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(several, "_HINT", _EVERYTHING)
        assert several.people_in(text, commas_part=commas_part) == told


@given(_TEXTS)
def test_a_word_that_cannot_hold_a_place_holds_none(text: str) -> None:
    told = placeholders.without_placeholders(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(placeholders, "_BEGIN_HOLDING", {word[:1] for word in text.split(" ")})
        assert placeholders.without_placeholders(text) == told


@given(_TEXTS)
def test_which_digits_a_number_has_tells_it_from_no_sum(text: str) -> None:
    why, letters = nobody(text), any(map(str.isalpha, text))
    is_sum = why is Why.SUM or (why is Why.ABOUT_LIST and re.search("[:：]", text) is not None)
    assert rules._no_number(text) is (why if letters and is_sum else None)
