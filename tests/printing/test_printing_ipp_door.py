"""Whatever a printer asks before it lets a badge in is answered, or is a reason in words: nothing that it says stops a lane."""

import re
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin_app.domain.details import PrinterStop
from checkin_app.runtime.printer_trust import Login
from printing.ipp_door import Door, Shut

ANNA = Login("anna", "three boats")
BASIC = 'Basic realm="Hall"'
MD5 = 'Digest realm="Hall", qop="auth", nonce="of-md5", algorithm=MD5'
SHA = 'Digest realm="Hall", qop="auth", nonce="of-sha", algorithm=SHA-256'


def door(*, unread: bool = True) -> Door:
    return Door(lambda: ANNA, unread)


def said_to(*challenges: str, unread: bool = True) -> str | PrinterStop:
    """Return how an answer begins, or why there is none."""
    try:
        return door(unread=unread).ask(challenges, "/ipp/print").partition(" ")[0]
    except Shut as shut:
        return shut.stop


@pytest.mark.parametrize("order", [(SHA, MD5), (MD5, SHA), (MD5, BASIC), (BASIC, MD5), (SHA, BASIC, MD5)])
@pytest.mark.parametrize("in_one", [False, True])
def test_the_digest_that_can_be_made_is_found_wherever_it_stands(order: tuple[str, ...], in_one: bool) -> None:
    answer = door(unread=False).ask([", ".join(order)] if in_one else order, "/ipp/print")
    assert answer.startswith("Digest ")
    assert 'nonce="of-md5"' in answer, "nothing of the other challenge is in it"


@pytest.mark.parametrize(
    ("challenge", "answered"),
    [
        ('Digest realm="basic things", nonce="a", algorithm=SHA-256', PrinterStop.ASKS_OTHERWISE),
        ('Negotiate, Digest realm="Basic", qop="auth-int", nonce="a"', PrinterStop.ASKS_OTHERWISE),
        ('Basic realm="a digest x=y"', "Basic"),
        ("basic", "Basic"),
        ('DIGEST Realm = "Hall" , Nonce="a"', "Digest"),
        ("Digest realm=, nonce=", "Digest"),
        ('Digest nonce="a"', PrinterStop.ASKS_OTHERWISE),
        ('Digest realm="Hölle", nonce="a"', PrinterStop.ASKS_OTHERWISE),
        ("", PrinterStop.ASKS_OTHERWISE),
    ],
)
def test_a_scheme_is_what_stands_where_one_stands(challenge: str, answered: str | PrinterStop) -> None:
    assert said_to(challenge) == answered


@given(
    st.lists(
        st.text(st.sampled_from('DdigestBasicalm5 \t=,"\\/é\n') | st.characters(max_codepoint=255))
        | st.from_regex(re.compile(r'(Digest|Basic) (realm|nonce|qop|algorithm)=("?[a-z, ]*"?)'), fullmatch=True)
    ),
    st.booleans(),
)
def test_nothing_that_is_asked_is_a_fault_of_ours(challenges: list[str], unread: bool) -> None:
    met = door(unread=unread)
    with suppress(Shut):
        answer = met.ask(challenges, "/ipp/print")
        assert unread or not answer.startswith("Basic"), "others could have read it"


def test_who_was_named_is_refused_and_not_who_was_said_to_be_let_in_meanwhile() -> None:
    logins = [ANNA]
    met = Door(lambda: logins[-1], unread=True)
    met.ask([BASIC], "/")
    logins.append(Login("anna", "four boats"))
    met.refuse()
    assert met.ask([BASIC], "/").startswith("Basic ")
    logins.append(ANNA)
    with pytest.raises(Shut):
        met.ask([BASIC], "/")


@pytest.mark.parametrize(("challenge", "anew"), [(MD5, True), (BASIC, False), ('Basic realm="a digest x"', False)])
def test_only_a_digest_may_be_good_for_one_answer_alone(challenge: str, anew: bool) -> None:
    met = door()
    met.hear([challenge])
    assert met.may_ask_anew is anew
