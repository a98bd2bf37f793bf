"""Lines run as the Unicode bidirectional algorithm says."""

import pytest
from bidi import get_display
from hypothesis import given
from hypothesis import strategies as st

from printing import bidi

_LETTERS = "abéя王اب١٢אב12 ()[]{}.,+-/'\"%€·؟\u0301\u064b"


def _shown(text: str, *, right_to_left: bool) -> str:
    levels = bidi.levels(text, right_to_left=right_to_left)
    return "".join(bidi.visual_order(list(text), levels))


@given(
    text=st.text(st.sampled_from(_LETTERS), min_size=1, max_size=24).filter(lambda text: text == text.strip()),
    rtl=st.booleans(),
)
def test_a_line_is_ordered_as_an_independent_implementation_orders_it(text: str, rtl: bool) -> None:
    assert _shown(text, right_to_left=rtl) == get_display(text, base_dir="R" if rtl else "L")


@pytest.mark.parametrize(
    ("text", "shown"),
    [("Ali (علي) 12", "Ali (يلع) 12"), ("علي 2-5", "5-2 يلع"), ("2-5", "2-5")],
)
def test_brackets_face_each_other_and_codes_beside_arabic_turn_round(text: str, shown: str) -> None:
    """The second is why a bus code never shares a line with Arabic."""
    assert _shown(text, right_to_left=bidi.is_right_to_left(text)) == shown


def test_a_joiner_belongs_to_what_stands_before_it() -> None:
    assert bidi.levels("Aمی\u200cخ", right_to_left=False) == (0, 1, 1, 1, 1)


def test_a_line_begins_where_its_first_strong_letter_does() -> None:
    assert bidi.is_right_to_left("12 محمد Ali")
    assert not bidi.is_right_to_left("12 Ali محمد")
    assert not bidi.is_right_to_left("12-3")
