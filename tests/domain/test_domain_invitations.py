"""An invitation is one text that a laptop's own scanner reads, whatever scanners do to texts."""

from hypothesis import example, given
from hypothesis import strategies as st

from checkin_app.domain.codes import NotACode, parse
from checkin_app.domain.ids import ForumId
from checkin_app.domain.invitations import (
    Address,
    Invitation,
    parse_address,
    parse_invitation,
    parse_short,
    short_of,
    shown_short,
)

_HOSTS = st.ip_addresses().map(str) | st.from_regex(r"[a-z][a-z0-9-]{0,40}(\.local)?", fullmatch=True)
_ADDRESSES = st.builds(Address, _HOSTS, st.integers(1, 65535))
INVITATIONS = st.builds(
    Invitation,
    st.lists(_ADDRESSES, max_size=4).map(tuple),
    st.binary(min_size=32, max_size=32),
    st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=16).map(ForumId),
    st.binary(min_size=16, max_size=16),
)
ONE = Invitation((Address("127.0.0.1", 8443),), bytes(32), ForumId("gstf-2024"), bytes(range(16)))


@given(INVITATIONS)
@example(ONE)
def test_what_is_shown_is_what_is_read(invitation: Invitation) -> None:
    text = invitation.text()
    assert text.isascii()
    assert text.isalnum()
    assert text == text.upper()
    assert parse_invitation(text) == invitation


@given(INVITATIONS, st.sampled_from(["", "]Q1", "\r\n", "\t", "SCAN"]), st.sampled_from(["", "\r", "\n", " "]))
def test_what_a_scanner_puts_around_it_and_caps_lock_do_not_matter(
    invitation: Invitation, before: str, after: str
) -> None:
    assert parse_invitation(before + invitation.text().lower() + after) == invitation


@given(INVITATIONS, st.data())
def test_a_letter_that_was_lost_or_bent_makes_it_no_invitation(invitation: Invitation, data: st.DataObject) -> None:
    text = invitation.text()
    place = data.draw(st.integers(0, len(text) - 2))
    bent = data.draw(st.sampled_from("ABCDEFGH234567").filter(lambda each: each != text[place]))
    assert parse_invitation(text[:place] + text[place + 1 :]) is None
    assert parse_invitation(text[:place] + bent + text[place + 1 :]) is None


@given(INVITATIONS)
def test_no_invitation_is_taken_for_a_badge(invitation: Invitation) -> None:
    assert isinstance(parse(invitation.text()), NotACode)


@given(st.text(max_size=300) | st.binary(max_size=300).map(lambda some: some.decode("latin-1")))
def test_whatever_is_scanned_costs_no_more_than_no(scan: str) -> None:
    assert parse_invitation(scan) is None
    assert parse_short(scan) == "" or len(parse_short(scan)) == 10


@given(st.binary(min_size=10, max_size=10))
def test_a_short_code_is_typed_as_people_type(chance: bytes) -> None:
    short = short_of(chance)
    assert parse_short(f" {shown_short(short).lower()} ") == short


def test_an_address_is_typed_with_or_without_its_port() -> None:
    assert parse_address("10.0.0.5", 8443) == Address("10.0.0.5", 8443)
    assert parse_address("desk-1.local:99", 8443) == Address("desk-1.local", 99)
    assert parse_address("[::1]:99", 8443) == Address("::1", 99)
    for wrong in ("", "a b", "host:0", "host:70000", "http://host", "user@host"):
        assert parse_address(wrong, 8443) is None, wrong
