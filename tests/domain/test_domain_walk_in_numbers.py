"""Laptops apart give walk-ins numbers that differ, and a slip of the finger is nobody's number."""

import hashlib
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from checkin_app.domain.badge_numbers import number_key, read_number, short_keys
from checkin_app.domain.ids import StationId
from checkin_app.domain.walk_in_numbers import LETTERS, highest_of, letters_of, next_number

STATION = st.binary(min_size=8, max_size=8).map(lambda raw: StationId(raw.hex()))
COUNT = st.integers(0, 999_999)


def numbers(station: StationId, count: int) -> list[str]:
    given, highest = [], 0
    for _ in range(count):
        given.append(next_number(letters_of(station), highest))
        highest = highest_of(given[-1])
    return given


def stations(count: int) -> list[StationId]:
    return [StationId(hashlib.sha256(str(number).encode()).hexdigest()[:16]) for number in range(count)]


def test_sixty_laptops_that_never_met_give_no_number_twice() -> None:
    given = [number for each in stations(60) for number in numbers(each, 150)]
    assert len(set(given)) == len(given)


def test_the_letters_of_laptops_meet_no_more_often_than_chance_has_it() -> None:
    """5000 laptops make 12 497 500 pairs: of 85 766 121 words, 0.15 pairs share one; of 576, it were 21 697."""
    letters = [letters_of(each) for each in stations(5000)]
    assert len(letters) - len(set(letters)) <= 3
    for place in range(6):
        assert {each[place] for each in letters} == set(LETTERS)


@given(STATION, STATION, COUNT, COUNT)
def test_two_laptops_with_other_letters_never_give_one_number(
    one: StationId, other: StationId, count: int, later: int
) -> None:
    same = next_number(letters_of(one), count) == next_number(letters_of(other), later)
    assert not same or letters_of(one) == letters_of(other)


@given(STATION, st.integers(1, 400))
def test_a_laptop_never_gives_a_number_twice_and_they_grow(station: StationId, count: int) -> None:
    given = numbers(station, count)
    assert len(set(given)) == count
    assert all(highest_of(former) < highest_of(later) for former, later in pairwise(given))


@given(STATION, st.integers(100, 99_999), st.data())
def test_a_wrong_digit_or_two_swapped_are_nobody_s_number(
    station: StationId, highest: int, data: st.DataObject
) -> None:
    letters = letters_of(station)
    digits = next_number(letters, highest)[len(letters) :]
    place = data.draw(st.integers(0, len(digits) - 1))
    wrong = digits[:place] + data.draw(st.sampled_from("0123456789")) + digits[place + 1 :]
    swapped = digits[: place - 1] + digits[place] + digits[place - 1] + digits[place + 1 :] if place else digits
    for slip in {wrong, swapped} - {digits}:
        assert next_number(letters, int(slip[:-1] or "0") * 10 - 10) != f"{letters}{slip}"


@given(STATION, st.integers(0, 9_999))
def test_a_walk_in_s_number_is_typed_as_it_is_said(station: StationId, highest: int) -> None:
    number = next_number(letters_of(station), highest)
    assert len(number) == 9 or highest >= 990
    assert not set(number) & set("AEIOU")
    assert short_keys(number) == frozenset()
    said = f" {number[:6]} {number[6:]}".lower()
    assert read_number(number)[0].key == number_key(number)
    assert number_key(number) in {each.key for each in read_number(said)}
