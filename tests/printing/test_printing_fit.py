"""A text fits its box at a size it was given, or is refused; in lists it wraps and loses nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin_app.domain.problems import GlyphMissing, TextDoesNotFit
from printing.fit import MM, Step, between_words, breaks, fit, fits, wrapped
from printing.fonts import Weight
from printing.text import clean, printable

_STEPS = (Step(30, 1), Step(20, 1), Step(16, 2), Step(9, 2), Step(8, 3))
_NAMES = st.text(st.sampled_from("Aéя王محمदकहั김გ -'W"), min_size=1, max_size=60)


@given(text=_NAMES, width=st.floats(5, 120))
def test_a_text_keeps_to_its_width_on_the_lines_of_a_step_or_is_refused(text: str, width: float) -> None:
    try:
        fitted = fit(text, Weight.BOLD, width, _STEPS)
    except (TextDoesNotFit, GlyphMissing):
        return
    assert len(fitted.lines) <= max(step.lines for step in _STEPS if step.size == fitted.size)
    assert all(line.width * fitted.size / MM <= width + 1e-9 for line in fitted.lines)
    assert "".join(line.text for line in fitted.lines).replace(" ", "") == clean(text).replace(" ", "")


@given(text=_NAMES)
def test_a_wider_box_never_makes_a_text_smaller(text: str) -> None:
    def size(width: float) -> float:
        try:
            return fit(text, Weight.BOLD, width, _STEPS).size
        except (TextDoesNotFit, GlyphMissing):
            return 0

    assert size(40) <= size(80) <= size(160)


def test_size_follows_measured_width_and_not_the_number_of_letters() -> None:
    assert fit("iiiiiiiiiiiiiiii", Weight.BOLD, 60, _STEPS).size > fit("WWWWWWWWWWWWWWWW", Weight.BOLD, 60, _STEPS).size


def test_two_lines_are_as_even_as_the_breaks_allow() -> None:
    halves = fit("Wilhelmina van der Aardenburgh", Weight.BOLD, 65, (Step(20, 2),))
    assert [line.text for line in halves.lines] == ["Wilhelmina van", "der Aardenburgh"]


def test_more_than_two_lines_are_filled_one_after_another() -> None:
    ministry = "Ministry of Transport, Communications, Civil Aviation and Rural Roads"
    filled = fit(ministry, Weight.REGULAR, 45, (Step(10, 3),))
    assert [line.text for line in filled.lines] == [
        "Ministry of Transport,",
        "Communications, Civil",
        "Aviation and Rural Roads",
    ]


def test_han_breaks_between_any_letters_but_before_no_comma() -> None:
    assert breaks("交通，部") == [1, 3]
    assert breaks("al-Haddad bin") == [3, 10]


def test_a_name_in_han_breaks_at_its_points_and_inside_no_word() -> None:
    assert between_words("阿卜杜拉·穆罕默德·艾哈迈德") == [5, 10]
    assert between_words("ジョン・スミス") == [4]
    assert between_words("欧阳景逸") == []
    assert between_words("al-Haddad bin") == [3, 10]
    halves = next(fits("阿卜杜拉·穆罕默德·艾哈迈德", Weight.BOLD, 52, (Step(16, 2),), is_name=True))
    assert [line.text for line in halves.lines] == ["阿卜杜拉·", "穆罕默德·艾哈迈德"]
    assert list(fits("欧阳景逸欧阳景逸", Weight.BOLD, 25, (Step(16, 2),), is_name=True)) == []
    assert list(fits("欧阳景逸欧阳景逸", Weight.BOLD, 25, (Step(16, 2),)))


@given(text=st.text(st.sampled_from("阿卜杜·穆ab -・ス"), min_size=1, max_size=30), width=st.floats(10, 80))
def test_no_line_of_a_name_begins_inside_a_word_or_with_a_point(text: str, width: float) -> None:
    for fitted in fits(text, Weight.BOLD, width, (Step(16, 1), Step(14, 2), Step(10, 3)), is_name=True):
        rest = clean(text)
        for line in fitted.lines:
            assert rest.startswith(line.text)
            rest = rest[len(line.text) :]
            assert not rest or line.text[-1] in "·・-" or rest[0] == " "
            rest = rest.strip()
            assert rest[:1] not in set("·・")


def test_five_thousand_letters_are_refused_at_once_and_quoted_briefly() -> None:
    assert list(fits("A" * 5000, Weight.BOLD, 90, _STEPS)) == []
    with pytest.raises(TextDoesNotFit) as refused:
        fit("A" * 5000, Weight.BOLD, 90, _STEPS)
    assert len(str(refused.value)) < 250


@given(text=st.text(max_size=120), width=st.floats(3, 60))
def test_a_wrapped_text_keeps_every_letter_in_order(text: str, width: float) -> None:
    shown = printable(text)
    fitted = wrapped(shown, Weight.REGULAR, width, 9)
    assert "".join(line.text for line in fitted.lines).replace(" ", "") == clean(shown).replace(" ", "")


_JOINING = st.sampled_from("سا")  # a letter at the end is much wider than the same letter joined


@given(
    text=st.text(st.sampled_from("abW 王كلا"), max_size=200) | st.text(_JOINING, max_size=60), width=st.floats(8, 60)
)
def test_a_wrapped_line_is_no_wider_than_its_column(text: str, width: float) -> None:
    fitted = wrapped(text, Weight.REGULAR, width, 9)
    assert all(line.width * 9 / MM <= width + 1e-9 for line in fitted.lines)
