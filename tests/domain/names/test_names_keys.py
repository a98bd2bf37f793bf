"""What a person is looked for by, and what a typed text asks for."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from checkin_app.domain.delegates import FIELD_NAMES, Delegate
from checkin_app.domain.ids import DelegateId
from checkin_app.domain.names.pinyin import load_table
from checkin_app.domain.names.search_keys import (
    MOST_LETTERS,
    MOST_WORDS,
    SHORTEST_TYPO,
    WORD_FIELDS,
    KeyField,
    is_unspaced,
    keys_of,
    question,
)

TABLE = load_table((Path(__file__).parents[3] / "resources" / "pinyin" / "pinyin.txt").read_bytes())
ANY_TEXT = st.text(st.characters(exclude_categories=()))
OUYANG = Delegate(
    DelegateId("00000000000000a1"),
    "欧阳静怡",
    latin_name="OUYANG Jingyi",
    delegation="中国",
    organisation="北京交通大学 Transport Institute",
    phone="+86 138 0013 8000",
    badge_no="VIP-0412",
    aliases=("ticket-7",),
)


def keys(field: KeyField, delegate: Delegate = OUYANG) -> set[str]:
    return {key[1:] for key in keys_of(delegate, TABLE).keys if key.startswith(field)}


def person(name: str, **more: str) -> Delegate:
    return structs.replace(Delegate(DelegateId("00000000000000b2"), name), **more)  # type: ignore[arg-type]  # text fields only


def test_a_han_name_is_found_by_every_suffix() -> None:
    assert keys(KeyField.FAMILY) == {"欧阳静怡", "ouyang"}
    assert keys(KeyField.GIVEN) == {"阳静怡", "静怡", "怡", "jingyi"}


def test_a_han_name_is_found_by_its_pinyin_and_that_of_every_suffix() -> None:
    assert keys(KeyField.PINYIN) == {"ouyang", "ouyangjingyi", "yangjingyi", "jingyi", "yi"}


def test_a_han_name_is_found_by_its_initials_in_every_way_they_are_typed() -> None:
    assert {"oyjy", "ojy", "jy", "ouyangjy"} <= keys(KeyField.INITIALS)


def test_a_badge_number_is_found_whole_and_by_its_digits_without_leading_zeros() -> None:
    assert keys(KeyField.NUMBER) == {"vip0412", "vip412", "0412", "412"}


def test_a_phone_number_is_kept_from_its_last_digit_to_its_first() -> None:
    assert keys(KeyField.PHONE) == {"0008310083168"}


def test_two_phones_in_one_field_are_two_numbers() -> None:
    assert keys(KeyField.PHONE, person("A", phone="030 1234; 0171/5678")) == {"4321030", "1710", "8765"}


def test_delegation_and_organisation_are_found_by_any_part_and_the_delegation_by_pinyin() -> None:
    found = keys(KeyField.DELEGATION)
    assert {"中国", "国", "zhongguo", "zg", "北京交通大学", "交通大学", "transport", "institute"} <= found


def test_aliases_are_codes_and_no_keys() -> None:
    assert not any("ticket" in key for key in keys_of(OUYANG, TABLE).keys)


def test_a_surname_in_capitals_ranks_as_the_surname_wherever_it_stands() -> None:
    assert keys(KeyField.FAMILY, person("Jingyi OUYANG")) == {"ouyang"}
    assert keys(KeyField.FAMILY, person("VAN DER BERG Anna")) == {"van", "der", "berg"}


def test_the_list_s_own_family_name_is_believed() -> None:
    assert keys(KeyField.FAMILY, person("Gabriel García Márquez", family="García Márquez")) == {"garcia", "marquez"}


def test_else_the_last_word_ranks_as_the_surname() -> None:
    assert keys(KeyField.FAMILY, person("Anna Kovacs")) == {"kovacs"}


def test_the_surname_of_a_latin_name_is_known_from_the_han_name() -> None:
    assert keys(KeyField.FAMILY, person("单明", latin_name="Dan Ming")) == {"单明", "dan"}


def test_a_whole_name_is_a_key_in_both_orders() -> None:
    assert {"lucweber", "weberluc"} <= keys(KeyField.NAME, person("Luc Weber"))
    assert {"weiliu", "liuwei"} <= keys(KeyField.NAME, person("刘伟"))


def test_a_latin_name_that_reads_as_pinyin_has_the_initials_of_its_syllables() -> None:
    assert {"zxm", "xmz"} <= keys(KeyField.INITIALS, person("Xiaoming ZHANG"))


def test_the_arabic_article_may_be_left_out() -> None:
    assert {"الهاشمي", "هاشمي"} <= keys(KeyField.FAMILY, person("أحمد الهاشمي"))


@pytest.mark.parametrize(("name", "part"), [("김철수", "철수"), ("山田 太郎", "田太郎"), ("ヤマダ", "また")])
def test_korean_and_japanese_names_are_found_by_every_suffix(name: str, part: str) -> None:
    assert part in keys(KeyField.GIVEN, person(name))


@given(
    st.fixed_dictionaries(
        {name: ANY_TEXT for name in FIELD_NAMES if name not in {"aliases", "languages", "accessible"}}
    )
)
def test_any_list_gives_keys_that_the_index_can_hold(fields: dict[str, str]) -> None:
    made = keys_of(Delegate(DelegateId("00000000000000c3"), **fields), TABLE)  # type: ignore[arg-type]  # text fields only
    assert all(key[1:].isalnum() and key[0] in set(KeyField) for key in made.keys)
    assert all(len(key) <= MOST_LETTERS + 1 for key in made.keys)
    " ".join(made.keys).encode()


def test_a_name_of_thousands_of_letters_gives_few_keys() -> None:
    assert len(keys_of(person("王" * 5000, organisation="国家" * 5000), TABLE).keys) < 500
    assert len(keys_of(person("ab " * 5000), TABLE).keys) < 500


@given(ANY_TEXT)
def test_any_text_is_a_question(text: str) -> None:
    asked = question(text)
    assert len(asked.words) <= MOST_WORDS
    assert all(word and each.isalnum() for word in asked.words for each in word)
    assert bool(asked.words) == bool(asked.joined)


@pytest.mark.parametrize("text", ["", "   ", "\x00", "👍", '"*()-:^', "\ud800"])
def test_a_text_without_a_letter_asks_for_nothing(text: str) -> None:
    assert question(text).words == ()


def test_digits_with_signs_between_them_are_one_number() -> None:
    assert question("+86 (138) 0013-8000").digits == "8613800138000"
    assert question("room 12").digits == ""


def test_a_word_is_parted_where_the_script_changes() -> None:
    assert question("张wei").words == (("张",), ("wei",))


@given(ANY_TEXT, ANY_TEXT, ANY_TEXT)
def test_every_long_word_by_which_a_person_is_found_is_among_the_words(
    name: str, group: str, organisation: str
) -> None:
    """A beginning is looked up by these words: one that were missing would find nobody."""
    made = keys_of(person(name, latin_name="الخليل Adébáyò", delegation=group, organisation=organisation), TABLE)
    kept = {key[1:] for key in made.keys if key[0] in WORD_FIELDS}
    assert {each for each in kept if len(each) >= SHORTEST_TYPO and not is_unspaced(each)} <= made.words
