"""Facts are signed and chained over exact bytes; the clock never goes back."""

import pytest
from factkit import WHO, told
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from checkin_app.domain import facts as facts_module
from checkin_app.domain import hlc
from checkin_app.domain.canonical import canonical
from checkin_app.domain.facts import GENESIS, Fact, signed_form
from checkin_app.domain.hlc import Hlc
from checkin_app.domain.ids import FactId, Instant, LogId, Subject
from checkin_app.domain.kinds.body import Aspect

LOG = LogId("a" * 32)
FACT = Fact(
    LOG,
    1,
    FactId("f"),
    Hlc(5),
    Instant(7),
    0,
    "scan.decided",
    1,
    "",
    WHO,
    b"{}",
    GENESIS,
)
instants = st.integers(0, 2**44).map(Instant)


@pytest.mark.parametrize(
    "change",
    [
        {"log_id": LogId("b" * 32)}, {"seq": 2}, {"fact_id": FactId("g")}, {"hlc": Hlc(6)}, {"at": Instant(8)},
        {"clock_offset": 1}, {"kind": "x"}, {"version": 2}, {"actor": "x"}, {"subject": Subject("delegate:2")},
        {"body": b"{} "}, {"prev_hash": bytes(31) + b"\x01"},
    ],
)  # fmt: skip
def test_no_field_can_change_without_changing_what_is_signed(change: dict[str, object]) -> None:
    assert replace(FACT, **change).signed_bytes() != FACT.signed_bytes()


def test_text_moved_from_one_field_to_the_next_is_another_fact() -> None:
    assert replace(FACT, actor="ab", kind="c").signed_bytes() != replace(FACT, actor="b", kind="ca").signed_bytes()


@given(
    st.lists(st.one_of(st.text(), st.integers(), st.binary(), st.sampled_from([b"x" * 511, b"x" * 512, b"x" * 70_000])))
)
def test_what_is_signed_is_each_field_after_its_length_in_four_bytes_however_long_it_is(
    fields: list[str | int | bytes],
) -> None:
    parts = [each if isinstance(each, bytes) else str(each).encode() for each in fields]
    assert signed_form(*fields) == b"".join(len(part).to_bytes(4) + part for part in parts)


def test_what_a_fact_says_is_read_once_and_never_of_the_fact_that_it_was_made_of(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    read: list[Fact] = []
    fact = replace(
        FACT, kind="badge.revoked", fact_id=FactId(f"{0:08}-0000-0000-0000-{1:012}"), body=canonical({"reason": "lost"})
    )
    said = facts_module._said
    monkeypatch.setattr(facts_module, "_said", lambda each: (read.append(each), said(each))[1])
    assert fact.said is fact.said
    assert read == [fact]
    changed = replace(fact, body=canonical({"reason": "stolen"}))
    assert changed.said != fact.said
    assert changed.hash() != fact.hash()
    assert fact == replace(fact)


def test_the_hash_covers_the_signature_too() -> None:
    assert replace(FACT, signature=b"x").hash() != FACT.hash()


@given(st.dictionaries(st.text(), st.one_of(st.text(), st.integers(), st.none(), st.booleans())))
def test_one_object_has_one_byte_form(value: dict[str, str | int | None]) -> None:
    backwards = dict(reversed(value.items()))
    try:
        assert canonical(value) == canonical(backwards)
    except UnicodeEncodeError:
        assert any(0xD800 <= ord(each) <= 0xDFFF for text in [*value, *map(str, value.values())] for each in text)


@given(instants, st.lists(instants, min_size=1))
def test_the_clock_never_goes_back_whatever_the_wall_clock_does(start: Instant, walls: list[Instant]) -> None:
    stamp = hlc.tick(Hlc(0), start)
    for wall in walls:
        later = hlc.tick(stamp, wall)
        assert later > stamp
        stamp = later


@given(instants, instants)
def test_a_clock_far_ahead_is_not_adopted(now: Instant, ahead: Instant) -> None:
    own = hlc.tick(Hlc(0), now)
    remote = hlc.tick(Hlc(0), ahead)
    heard = hlc.observe(own, remote, now)
    assert heard == own if ahead > now + hlc.MAX_AHEAD_MS else heard == max(own, remote)
    assert hlc.wall(heard) <= now + hlc.MAX_AHEAD_MS


def test_only_an_accepted_scan_can_move_anybody() -> None:
    for verdict, reason, aspect in (("go", "admitted", Aspect.MOVEMENT), ("again", "already_in", Aspect.NONE)):
        body = {"verdict": verdict, "reason": reason, "checkpoint": "plenary"}
        assert told(LOG, 1, "scan.decided", body, at=1).aspect is aspect


def test_only_of_delegates_is_it_known_where_they_are() -> None:
    body = {"verdict": "go", "reason": "admitted", "checkpoint": "plenary"}
    assert told(LOG, 1, "scan.decided", body, at=1, about="code:1").aspect is Aspect.NONE


def test_what_a_later_version_wrote_is_kept_and_not_folded() -> None:
    revoked = told(LOG, 1, "badge.revoked", {"reason": "lost"}, at=1)
    assert revoked.aspect is Aspect.BADGE
    for later in (replace(revoked, kind="seat.sung_to"), replace(revoked, version=2)):
        assert (later.said, later.aspect) == (None, Aspect.NONE)
