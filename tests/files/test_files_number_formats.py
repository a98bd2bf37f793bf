"""Numbers as a spreadsheet shows them: digits, zeros and words around them; amounts are told apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin_app.files.number_formats import Unshown, is_plain, shown, shown_text


@pytest.mark.parametrize(
    ("number", "code", "text"),
    [
        (42, "00000", "00042"), (43, '"GSTF-"00000', "GSTF-00043"), (8, '"B-"000', "B-008"), (42.0, "00000", "00042"),
        (0, "0000", "0000"), (123456, "000", "123456"), (7, '0"号"', "7号"), (7, r"\N\o\.000", "No.007"),
        (13800138000, "000-0000-0000", "138-0013-8000"), (8613800138000, '"+"00 000 0000 0000', "+86 138 0013 8000"),
        (5551234, r"[<=9999999]###\-####;\(###\)\ ###\-####", "555-1234"),
        (5551234567, r"[<=9999999]###\-####;\(###\)\ ###\-####", "(555) 123-4567"), (7, "[$-409]000", "007"),
        (7, "[Red]000", "007"), (-5, "000;(000)", "(005)"), (-5, "000", "-005"), (0, '000;-000;"none"', "none"),
        (7, '"A"General', "A7"), (42, "General", "42"), (1.5, "General", "1.5"), (42, "@", "42"), (41.5, "000", "042"),
        (7, "???", "7"), (12, "00-00", "00-12"), (90210, '"GSTF"-0000-0', "GSTF-9021-0"), (7, "G/通用格式", "7"),
    ],
)  # fmt: skip
def test_a_number_is_shown_by_its_format(number: float, code: str, text: str) -> None:
    assert shown(number, code) == text


@pytest.mark.parametrize(
    "code", ["#,##0", "0.00", "0%", "0.00E+00", "# ?/?", "[DBNum1]0", ";;;", "m-d", "[h]:mm", "x" * 300, "0,", "W0"]
)
def test_an_amount_is_no_number_of_a_person(code: str) -> None:
    with pytest.raises(Unshown):
        shown(1234, code)


@pytest.mark.parametrize("number", [float("nan"), float("inf"), 1e15, -1e300])
def test_what_no_spreadsheet_holds_exactly_is_not_shown(number: float) -> None:
    with pytest.raises(Unshown):
        shown(number, "00000")


def test_a_format_puts_words_around_texts_too() -> None:
    assert shown_text("008", '"B-"@') == "B-008"
    assert shown_text("008", '0;0;0;"B-"@') == "B-008"
    assert shown_text("Ada", "00000") == "Ada"


@pytest.mark.parametrize("code", ["General", "0", "@", "0_ ", r"0_);[Red]\(0\)", "[$-804]0", "G/通用格式"])
def test_formats_that_show_numbers_as_they_are_are_known(code: str) -> None:
    assert is_plain(code)


@given(st.integers(0, 10**14), st.integers(1, 14))
def test_zeros_fill_what_digits_leave(number: int, width: int) -> None:
    assert shown(number, "0" * width) == str(number).zfill(width)


@given(st.text(max_size=30), st.floats())
def test_any_format_code_is_text_or_unshown(code: str, number: float) -> None:
    is_plain(code)
    shown_text("Ada", code)
    try:
        assert isinstance(shown(number, code), str)
    except Unshown:
        return
