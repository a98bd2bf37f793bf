"""What people type is a number or none, and never a fault."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin_app.domain.whole_numbers import whole_number


@given(st.integers(0, 999_999), st.sampled_from(["{}", " {} ", "000{}"]))
def test_a_number_is_read_as_it_is_written(number: int, written: str) -> None:
    assert whole_number(written.format(number)) == number


@given(
    st.text() | st.text("0123456789", min_size=1) | st.integers(1, 9999).map(lambda length: "9" * length),
    st.integers(0, 99),
)
def test_whatever_is_typed_is_a_number_within_the_bounds_or_none(text: str, most: int) -> None:
    number = whole_number(text, most)
    assert number is None or 0 <= number <= most


@pytest.mark.parametrize("text", ["", "-1", "+1", "1_0", "1.0", "1e3", "²", "①", "half", "9" * 5000, "100"])
def test_what_is_no_number_or_too_large_is_none(text: str) -> None:
    assert whole_number(text, 99) is None


def test_digits_of_any_script_and_width_count() -> None:
    assert [whole_number(text) for text in ("٤٩", "４９", "४९")] == [49] * 3
