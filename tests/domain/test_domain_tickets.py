"""The spellings of one foreign ticket share a key, and no two tickets do."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin_app.domain.tickets import scanned_keys, ticket_key

TICKET = "https://t.valdoria.example/t/9F3K-77QA"
TICKETS = st.from_regex(r"https://[a-z]{1,8}\.example/[A-Z0-9-]{1,12}(\?t=[a-z0-9]{1,8})?", fullmatch=True)


@pytest.mark.parametrize(
    "scan",
    [
        TICKET,
        TICKET.upper(),
        TICKET.lower(),
        "http://t.valdoria.example/t/9F3K-77QA",
        "HTTPS://T.VALDORIA.EXAMPLE/T/9F3K-77QA",
        "https://t.valdoria.example/t/9F3K-77QA/",
        "https://t.valdoria.example/t/9f3k-77qa//",
        "https://t.valdoria.example/t/9F3K-77QA?utm_source=mail&utm_medium=qr",
        "https://t.valdoria.example/t/9F3K-77QA/?from=wallet",
        "http://www.t.valdoria.example/t/9F3K-77QA?x=1",
        "t.valdoria.example/t/9F3K-77QA",
        " https://t.valdoria.example/t/9F3K-77QA\r\n",
        "https://t.valdoria.example/ t/9F3K-77QA",
        "]Q1https://t.valdoria.example/t/9F3K-77QA",
        "]Q2\\000026https://t.valdoria.example/t/9F3K-77QA",
        "\x02https://t.valdoria.example/t/9F3K-77QA\x03",
        "ｈｔｔｐｓ：／／ｔ．ｖａｌｄｏｒｉａ．ｅｘａｍｐｌｅ／ｔ／９Ｆ３Ｋ－７７ＱＡ",
    ],
)
def test_a_ticket_is_found_by_each_of_its_spellings(scan: str) -> None:
    assert ticket_key(TICKET) in scanned_keys(scan)


@given(TICKETS)
def test_a_ticket_is_found_by_its_own_spelling_first(code: str) -> None:
    assert scanned_keys(code)[0] == ticket_key(code)


@given(TICKETS | st.text(st.characters(max_codepoint=127)))
def test_case_and_blanks_around_never_matter(code: str) -> None:
    assert ticket_key(f" {code}\t") == ticket_key(code)
    assert ticket_key(code.upper()) == ticket_key(code.upper().lower())


def test_what_tells_tickets_apart_in_a_query_is_kept() -> None:
    assert ticket_key("https://x.example/?t=1") != ticket_key("https://x.example/?t=2")
    assert ticket_key("https://x.example/?t=1&utm_source=a") == ticket_key("http://x.example?t=1")


def test_an_address_alone_is_nobody_s_ticket_of_a_query() -> None:
    assert ticket_key("https://x.example/t?code=AAA") not in scanned_keys("https://x.example/t")
    assert ticket_key("https://x.example/t?code=AAA") not in scanned_keys("https://x.example/t?code=BBB")
