"""A badge is read through whatever the scanner adds, and nothing that it adds makes a forged one pass."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checkin_app.domain.framing import Added
from checkin_app.domain.ids import CheckpointId
from checkin_app.domain.outcomes import Reason, Verdict

OPENING = CheckpointId("opening")
FRAME = st.text(max_size=40) | st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", max_size=130)
A_STORE = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def _read(post, *candidates: str):
    return post.station.scanning.scan(candidates, OPENING)


@A_STORE
@given(before=FRAME, after=FRAME)
def test_any_framing_around_a_code_is_read(post, before: str, after: str) -> None:
    guest = post.register()
    outcome = _read(post, before + post.code(guest) + after)
    assert outcome.delegate == guest
    assert outcome.issue == 1


@A_STORE
@given(
    before=FRAME, after=FRAME, place=st.integers(20, 120), letter=st.sampled_from("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
)
def test_no_framing_makes_a_forged_code_pass(post, before: str, after: str, place: int, letter: str) -> None:
    code = post.code(post.register())
    forged = code[:place] + letter + code[place + 1 :]
    if forged != code:
        assert _read(post, before + forged + after).delegate is None


@pytest.mark.parametrize(
    ("scan", "added"),
    [
        ("]Q1{}", Added(before="]Q1")),
        ("\\000026{}", Added(before="\\000026")),
        ("~{}", Added(before="~")),
        ("QR:{}", Added(before="QR:")),
        ("\x02{}\x03", Added(before="\x02", after="\x03")),
        ("{}.", Added(after=".")),
        ("{0}{0}", Added(twice=True)),
        ("]Q1{0}]Q1{0}", Added(before="]Q1", twice=True)),
    ],
)
def test_what_the_scanner_added_comes_with_the_outcome(post, scan: str, added: Added) -> None:
    guest = post.register()
    outcome = _read(post, scan.format(post.code(guest)))
    assert (outcome.delegate, outcome.decision.reason, outcome.added) == (guest, Reason.ADMITTED, added)


def test_a_plain_code_and_small_letters_come_with_nothing_added(post) -> None:
    guest = post.register()
    assert _read(post, post.code(guest)).added is None
    assert _read(post, f" {post.code(guest).lower()}\r\n").added is None


def test_two_different_proven_codes_in_one_burst_stay_unread(post) -> None:
    one, other = post.code(post.register("甲")), post.code(post.register("乙"))
    for scan in (one + other, f"]Q1{one}]Q1{other}", f"{one} {other} {one}"):
        assert _read(post, scan).decision.reason is Reason.DAMAGED_CODE


def test_two_issues_of_one_badge_in_one_burst_stay_unread(post) -> None:
    guest = post.register()
    assert _read(post, post.code(guest, 1) + post.code(guest, 2)).delegate is None


def test_a_proven_code_beside_a_forged_one_is_read(post) -> None:
    guest, other = post.register("甲"), post.register("乙")
    forged = post.code(other)[:100] + "A" * 22
    assert _read(post, forged + post.code(guest)).delegate == guest


def test_a_void_issue_is_void_through_any_framing(post) -> None:
    guest = post.register()
    post.station.badges.replace(guest.id, "lost", former=1)
    assert _read(post, f"]Q1{post.code(guest, 1)}").decision.reason is Reason.BADGE_REPLACED


def test_a_code_that_is_whole_in_a_later_reading_goes_before_one_that_is_framed(post) -> None:
    guest, other = post.register("甲"), post.register("乙")
    outcome = _read(post, f"~{post.code(other)}", post.code(guest))
    assert (outcome.delegate, outcome.added) == (guest, None)


def test_the_first_reading_that_holds_a_proven_code_decides(post) -> None:
    before, now = post.code(post.register("甲")), post.register("乙")
    assert _read(post, f"]Q1{post.code(now)}", f"]Q1{before}]Q1{post.code(now)}").delegate == now


def test_a_damaged_code_in_a_frame_is_called_damaged(post) -> None:
    code = post.code(post.register())
    assert _read(post, f"]Q1{code[:100]}{'A' * 22}").decision.reason is Reason.DAMAGED_CODE


# ---- tickets of other systems

TICKET = "https://t.valdoria.example/t/9F3K-77QA"


@pytest.mark.parametrize(
    "scan",
    [
        TICKET.upper(),
        TICKET.replace("https", "http"),
        f"{TICKET}/",
        f"{TICKET}?utm_source=mail",
        f"{TICKET}?guest=2",
        f"]Q1{TICKET}",
        TICKET.removeprefix("https://"),
    ],
)
def test_a_ticket_is_read_by_one_unambiguous_folded_match(post, scan: str) -> None:
    guest = post.register(aliases=(TICKET,))
    outcome = _read(post, scan)
    assert (outcome.delegate, outcome.issue) == (guest, None)
    assert post.station.queries.resolve(scan) == guest.id


def test_a_ticket_that_is_two_people_s_but_for_its_spelling_is_nobody_s(post) -> None:
    upper, lower = post.register("甲", aliases=("AbC-1",)), post.register("乙", aliases=("aBc-1",))
    assert _read(post, "abc-1").decision.verdict is Verdict.UNREADABLE
    assert post.station.queries.resolve("abc-1") is None
    assert (_read(post, "AbC-1").delegate, _read(post, "aBc-1").delegate) == (upper, lower)


def test_two_spellings_of_one_person_s_ticket_are_that_person_s(post) -> None:
    guest = post.register(aliases=("AbC-1", "https://abc-1"))
    assert _read(post, "abc-1").delegate == guest


def test_an_exact_ticket_goes_before_a_folded_one(post) -> None:
    post.register("甲", aliases=(TICKET,))
    other = post.register("乙", aliases=(f"{TICKET}/",))
    assert _read(post, f"{TICKET}/").delegate == other


def test_another_ticket_of_the_same_office_stays_foreign(post) -> None:
    post.register(aliases=("https://x.example/t?code=AAA",))
    for scan in ("https://x.example/t?code=BBB", "https://x.example/t", "", " ", "?", "/", "https://"):
        assert _read(post, scan).decision.verdict is Verdict.UNREADABLE
