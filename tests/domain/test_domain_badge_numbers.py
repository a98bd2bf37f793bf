"""A typed badge number is read as it is printed, however it is typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin_app.domain.badge_numbers import TypedNumber, has_digits, number_key, read_number, short_keys

ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=80)


@pytest.mark.parametrize(
    "typed",
    [
        *("0005-1", "0005–1", "0005—1", "0005−1", "0005-1", "0005ー1", "0005 - 1", "0005_1", "0005/1", "0005 1"),
        *("№0005-1", "no. 0005-1", "No.0005-1", "# 0005-1", "0005-1号", "٠٠٠٥-١"),
    ],
)  # fmt: skip
def test_a_printed_number_is_number_and_issue(typed: str) -> None:
    assert TypedNumber(("0005",), 1) in read_number(typed)


@pytest.mark.parametrize("typed", ["HQ001-2", "hq001-2", "HQ 001-2", "HQ001–2", "hq-001-2"])
def test_letters_and_digits_are_parts_with_anything_or_nothing_between(typed: str) -> None:
    assert TypedNumber(("hq", "001"), 2) in read_number(typed)


@pytest.mark.parametrize(
    "typed", ["0005", "0005-", "-0005", "0005-0", "0005-01", "0005-256", "0005-9999", "0005-1x", "V-0101", "0051"]
)
def test_what_no_badge_bears_after_its_number_is_no_issue(typed: str) -> None:
    assert [each.issue for each in read_number(typed)] == [None]


@pytest.mark.parametrize("text", ["", "  ", "OUYANG Jingyi", "欧阳静怡", "-", "一二三", "\x00", "\ud800"])
def test_a_text_without_a_digit_is_no_number(text: str) -> None:
    assert read_number(text) == ()
    assert not has_digits(text)


@given(ANY_TEXT)
def test_any_text_is_safe_to_read(text: str) -> None:
    for reading in read_number(text):
        assert reading.key.isalnum()
        assert reading.issue is None or 1 <= reading.issue <= 255
        assert has_digits(text)
    assert not number_key(text) or number_key(text).isalnum()
    assert number_key(text) not in short_keys(text)


@given(st.from_regex(r"[A-Z]{0,6}[0-9]{1,8}", fullmatch=True), st.from_regex(r"[A-Z]{0,6}[0-9]{1,8}", fullmatch=True))
def test_only_one_number_is_meant_by_a_number_and_an_issue(one: str, other: str) -> None:
    keys = {each.key for each in read_number(f"{one}-1")}
    assert (number_key(other) in keys) == (one == other)


def test_leading_zeros_may_be_left_out_all_at_once_and_none_added() -> None:
    assert short_keys("0005") == {"5"}
    assert short_keys("HQ007") == {"hq7"}
    assert short_keys("0000") == {"0"}
    assert short_keys("51") == frozenset()
    assert number_key("00051") != number_key("0051")


def test_a_number_of_hostile_length_has_few_short_ways() -> None:
    assert len(short_keys("0" * 5000)) < 64
    assert len(short_keys("0-" * 5000)) < 64
