"""A badge code is exact, bound to its forum, and nothing else passes for one."""

import base64

from hypothesis import given
from hypothesis import strategies as st

from checkin_app.domain import codes
from checkin_app.domain.ids import DelegateId, ForumId

parts = st.builds(
    codes.BadgeCode,
    st.binary(min_size=2, max_size=2),
    st.binary(min_size=8, max_size=8).map(lambda raw: DelegateId(raw.hex())),
    st.integers(1, 255),
    st.binary(min_size=64, max_size=64),
)


@given(parts)
def test_a_code_comes_back_as_it_was_made(code: codes.BadgeCode) -> None:
    text = code.text()
    assert len(text) == codes.LENGTH
    assert set(text) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
    assert codes.parse(text) == code


@given(parts)
def test_caps_lock_and_spaces_around_do_not_matter(code: codes.BadgeCode) -> None:
    assert codes.parse(f"  {code.text().lower()}\r\n") == code


@given(parts, st.integers(16, codes.LENGTH - 1))
def test_the_beginning_of_a_code_is_seen_as_part_of_one(code: codes.BadgeCode, length: int) -> None:
    assert codes.parse(code.text()[:length]) == codes.NotACode(partial=True)


@given(parts, st.integers(1, 60))
def test_a_code_that_lost_its_head_is_seen_as_part_of_one(code: codes.BadgeCode, lost: int) -> None:
    assert codes.parse(code.text()[lost:]) == codes.NotACode(partial=True)


@given(st.text(max_size=300))
def test_any_text_is_taken_apart_without_trouble(text: str) -> None:
    parsed = codes.parse(text)
    assert isinstance(parsed, codes.BadgeCode | codes.NotACode)


def test_a_code_of_a_later_version_is_not_ours() -> None:
    raw = bytes([codes.VERSION + 1]) + bytes(75)
    assert codes.parse(base64.b32encode(raw).decode().rstrip("=")) == codes.NotACode(partial=False)


def test_what_is_signed_names_the_forum() -> None:
    assert codes.message(ForumId("a"), b"x") != codes.message(ForumId("b"), b"x")
