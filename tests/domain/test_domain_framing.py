"""A code is found in whatever a scanner makes of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin_app.domain import codes, framing
from checkin_app.domain.framing import Added
from checkin_app.domain.ids import DelegateId

CODES = st.builds(
    codes.BadgeCode,
    st.binary(min_size=2, max_size=2),
    st.binary(min_size=8, max_size=8).map(lambda raw: DelegateId(raw.hex())),
    st.integers(1, 255),
    st.binary(min_size=64, max_size=64),
)
FRAME = st.text(max_size=60) | st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", max_size=60) | st.text("AEFGH", max_size=60)
#: What is no letter of a code in any form.
BETWEEN = st.text(" \t\u00a0\u3000\x00\x02\x03-.~\\0189\u200b")
WIDE = {ord(each): ord(each) + 0xFEE0 for each in "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"}
#: Name, before, after.
FRAMES = [
    pytest.param("]Q1", "", id="a symbology mark"),
    pytest.param("]Q3", "", id="a mark of GS1"),
    pytest.param("]d2", "", id="a mark of Data Matrix"),
    pytest.param("\\000026", "", id="a character set"),
    pytest.param("]Q2\\000026", "", id="both"),
    pytest.param("~", "", id="a tilde"),
    pytest.param("~d013", "~d010", id="control characters spelt out"),
    pytest.param("QR:", "", id="a word"),
    pytest.param("QRCODE ", "", id="a word of the code's own letters"),
    pytest.param("\x02", "\x03", id="STX and ETX"),
    pytest.param("\x02", "\x03\r\n", id="STX, ETX and a line"),
    pytest.param("\x1d", "\x04", id="separators"),
    pytest.param("", ".", id="a full stop"),
    pytest.param("", "\t\t", id="tabs"),
    pytest.param("AEAEAE", "AEAEAE", id="beginnings of a code"),
    pytest.param("\ufeff", "\u200b", id="invisible signs"),
    pytest.param("2026-11-28 13:30:05 ", " 01", id="a time stamp"),
    pytest.param("Кабинет №2 ", "", id="another script"),
]


@given(CODES, FRAME, FRAME)
def test_any_framing_around_any_code_leaves_it_to_be_found(code: codes.BadgeCode, before: str, after: str) -> None:
    found = [each for each in framing.framed_in(before + code.text() + after) if each.code == code]
    assert found
    assert len(before) in {each.first for each in found}


@given(CODES, st.lists(BETWEEN, min_size=codes.LENGTH, max_size=codes.LENGTH))
def test_any_signs_between_its_letters_leave_a_code_to_be_found(code: codes.BadgeCode, between: list[str]) -> None:
    scan = "".join(letter + sign[:3] for letter, sign in zip(code.text(), between, strict=True))
    assert code in [each.code for each in framing.framed_in(scan)]


@given(CODES)
def test_full_width_letters_and_small_ones_are_letters(code: codes.BadgeCode) -> None:
    for scan in (code.text().translate(WIDE), code.text().lower(), code.text().translate(WIDE).lower()):
        assert [each.code for each in framing.framed_in(scan)] == [code]


@given(st.text(max_size=400) | st.text("AEFGHQ27", min_size=120, max_size=500))
def test_any_text_is_searched_without_trouble_and_only_its_own_letters_are_found(scan: str) -> None:
    for each in framing.framed_in(scan):
        assert codes.parse(each.code.text()) == each.code
        assert len(scan[each.first : each.last + 1]) >= 1


@pytest.mark.parametrize(("before", "after"), FRAMES)
@given(code=CODES)
def test_what_was_added_is_told(before: str, after: str, code: codes.BadgeCode) -> None:
    scan = before + code.text() + after
    found = [each for each in framing.framed_in(scan) if each.code == code]
    added = framing.added_to(scan, found[:1])
    assert added == Added(before=before, after=after.rstrip("\r\n"))


@given(CODES)
def test_what_is_within_and_around_one_code_is_told(code: codes.BadgeCode) -> None:
    text = code.text()
    for scan, added in (
        (text[:40] + " " + text[40:], Added(inside=True)),
        (text.translate(WIDE), Added(wide=True)),
        (text + text, Added(twice=True)),
        (f"]Q1{text} ]Q1{text}.", Added(before="]Q1", after=".", twice=True)),
    ):
        found = [each for each in framing.framed_in(scan) if each.code == code]
        assert framing.added_to(scan, found) == added
