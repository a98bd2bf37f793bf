"""Facts are signed and chained over exact bytes; the clock never goes back."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin_app.domain import hlc
from checkin_app.domain.facts import GENESIS, Aspect, Fact, Kind, aspect_of, canonical
from checkin_app.domain.hlc import Hlc
from checkin_app.domain.ids import FactId, Instant, LogId, Subject

FACT = Fact(
    LogId("a" * 32),
    1,
    FactId("f"),
    Hlc(5),
    Instant(7),
    0,
    Kind.SCAN_DECIDED,
    1,
    "",
    Subject("delegate:1"),
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
    assert aspect_of(Kind.SCAN_DECIDED, 1, {"verdict": "go"}) is Aspect.MOVEMENT
    assert aspect_of(Kind.SCAN_DECIDED, 1, {"verdict": "again"}) is Aspect.NONE


def test_what_a_later_version_wrote_is_kept_and_not_folded() -> None:
    assert aspect_of("seat.sung_to", 1, {}) is Aspect.NONE
    assert aspect_of(Kind.BADGE_REVOKED, 2, {}) is Aspect.NONE
