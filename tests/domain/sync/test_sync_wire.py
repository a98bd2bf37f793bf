"""What is sent is what arrives, to the byte that was signed; whatever else arrives is refused, and costs little."""

import tracemalloc
import zlib
from contextlib import suppress

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from checkin_app.domain.canonical import digest_of
from checkin_app.domain.chain import Fork, Forked, Known, Later, Refused, Stored, Why
from checkin_app.domain.facts import GENESIS, Fact
from checkin_app.domain.hlc import Hlc
from checkin_app.domain.ids import Digest, FactId, Instant, LogId, Subject
from checkin_app.domain.problems_sync import MessageUnfit
from checkin_app.domain.sync import messages, wire
from checkin_app.domain.sync.messages import (
    FULL,
    LONGEST,
    MOST,
    Answers,
    Batch,
    Compare,
    Compared,
    Documents,
    Fetch,
    Offer,
    Open,
    Opened,
    Seek,
    Sought,
    Want,
    first_whole,
    fitting,
    fitting_documents,
)
from checkin_app.domain.sync.vectors import Vector

WHOLE = st.integers(-(2**63), 2**63 - 1)
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=6)
LOG_IDS = st.text("0123456789abcdef", min_size=32, max_size=32).map(LogId)
PLACES = st.integers(0, 2**63 - 1)
DIGESTS = st.lists(st.text("0123456789abcdef", min_size=64, max_size=64).map(Digest), max_size=3)
SUMS = st.binary(min_size=16, max_size=16)
PARTS = st.lists(st.integers(0, 255), min_size=1, max_size=9)


@st.composite
def logs(draw: st.DrawFn) -> list[Fact]:
    """A piece of one log, chained as its station does, or with links that do not hold."""
    log_id, seq, before, facts = draw(LOG_IDS), draw(st.integers(0, 2**63 - 9)), draw(SUMS) * 2, []
    for place in range(draw(st.integers(0, 5))):
        fact = Fact(
            log_id, seq + place, FactId(draw(TEXT)), Hlc(draw(WHOLE)), Instant(draw(WHOLE)), draw(WHOLE), draw(TEXT),
            draw(WHOLE), draw(TEXT), Subject(draw(TEXT)), draw(st.binary(max_size=9)), before, draw(st.binary(max_size=64)),
        )  # fmt: skip
        facts.append(fact)
        before = GENESIS if draw(st.booleans()) and draw(st.booleans()) else fact.hash()
    return facts


BATCHES = st.builds(
    lambda pieces, documents: Batch(tuple(fact for piece in pieces for fact in piece), tuple(documents)),
    st.lists(logs(), max_size=4),
    st.lists(st.binary(max_size=9), max_size=3),
)
REQUESTS = st.one_of(
    st.builds(Compare, SUMS),
    st.builds(Open, PARTS),
    st.builds(Fetch, st.dictionaries(LOG_IDS, PLACES, max_size=5), st.integers(1, MOST)),
    st.builds(Want, DIGESTS),
    st.builds(Seek, DIGESTS),
    st.builds(Offer, BATCHES),
)
ANSWERS = st.one_of(
    st.sampled_from([Stored(), Known()]),
    st.builds(Later, PLACES),
    st.builds(Forked, st.sampled_from(Fork)),
    st.builds(Refused, st.sampled_from(Why)),
)
REPLIES = st.one_of(
    st.builds(Compared, st.lists(SUMS, max_size=256)),
    st.builds(Opened, PARTS, st.dictionaries(LOG_IDS, PLACES, max_size=5)),
    BATCHES,
    st.builds(Documents, st.lists(st.binary(max_size=9), max_size=3)),
    st.builds(Sought, DIGESTS),
    st.builds(lambda answers: Answers(tuple(answers)), st.lists(ANSWERS, max_size=9)),
)


@given(REQUESTS)
def test_a_request_arrives_as_it_was_sent(request: messages.Request) -> None:
    assert wire.request_of(wire.encoded(request)) == request


@given(REPLIES)
def test_a_reply_arrives_as_it_was_sent(reply: messages.Reply) -> None:
    assert wire.reply_of(wire.encoded(reply)) == reply


@given(BATCHES)
def test_facts_arrive_in_the_bytes_that_were_signed(batch: Batch) -> None:
    arrived = wire.batch_of(wire.encoded(batch))
    assert [each.signed_bytes() for each in arrived.facts] == [each.signed_bytes() for each in batch.facts]
    assert [each.hash() for each in arrived.facts] == [each.hash() for each in batch.facts]


@given(st.binary(max_size=200))
def test_bytes_of_no_message_are_refused(sent: bytes) -> None:
    for text in (sent, wire.FORM + sent, wire.FORM + zlib.compress(sent)):
        for read in (wire.request_of, wire.reply_of):
            with pytest.raises(MessageUnfit):
                read(text)


@given(REQUESTS, st.data())
def test_a_message_that_was_cut_or_changed_is_refused(request: messages.Request, data: st.DataObject) -> None:
    sent = wire.encoded(request)
    with pytest.raises(MessageUnfit):
        wire.request_of(sent[: data.draw(st.integers(0, len(sent) - 1))])
    with pytest.raises(MessageUnfit):
        wire.request_of(sent + b"more")
    place = data.draw(st.integers(0, len(sent) - 1))
    changed = sent[:place] + bytes([sent[place] ^ data.draw(st.integers(1, 255))]) + sent[place + 1 :]
    with suppress(MessageUnfit):
        assert wire.request_of(changed) == request  # what only says how hard it was packed


def test_another_form_is_refused_before_it_is_unpacked() -> None:
    sent = wire.encoded(Compare(bytes(16)))
    with pytest.raises(MessageUnfit):
        wire.request_of(b"\x02" + sent[1:])


def test_what_unpacks_to_more_than_a_message_holds_is_refused_and_not_unpacked() -> None:
    whole = wire._ENCODER.encode(wire._Batch([], [bytes(LONGEST)]))
    bomb = wire.FORM + zlib.compress(whole, 9)
    assert len(bomb) < LONGEST / 500
    with pytest.raises(MessageUnfit):
        wire.reply_of(bomb)
    packing = zlib.compressobj(9)
    bomb = wire.FORM + b"".join(packing.compress(bytes(LONGEST)) for _ in range(8)) + packing.flush()
    tracemalloc.start()
    try:
        with pytest.raises(MessageUnfit):
            wire.request_of(bomb)
        assert tracemalloc.get_traced_memory()[1] < 3 * LONGEST
    finally:
        tracemalloc.stop()
    with pytest.raises(MessageUnfit):
        wire.request_of(wire.FORM + bytes(LONGEST))


def _facts(count: int, log_id: str = "a" * 32) -> tuple[Fact, ...]:
    facts: list[Fact] = []
    for seq in range(1, count + 1):
        before = facts[-1].hash() if facts else GENESIS
        named = FactId(f"01890000-0000-7000-8000-{seq:012x}")
        facts.append(
            Fact(
                LogId(log_id), seq, named, Hlc(seq << 16), Instant(seq), 0, "scan.decided", 1, "",
                Subject(f"delegate:{seq:016x}"), b'{"checkpoint":"opening","verdict":"go"}', before, bytes(64),
            )
        )  # fmt: skip
    return tuple(facts)


def test_more_facts_than_a_message_holds_are_refused_however_they_are_split() -> None:
    split = [*_facts(MOST), *_facts(1, "b" * 32)]
    for facts in (_facts(MOST + 1), tuple(split)):
        with pytest.raises(MessageUnfit):
            wire.batch_of(wire.encoded(Batch(facts)))
    assert len(wire.batch_of(wire.encoded(Batch(_facts(MOST)))).facts) == MOST


def test_deeply_nested_bytes_are_refused() -> None:
    nested = zlib.compress(b"\x91" * 100_000 + b"\xc0")
    with pytest.raises(MessageUnfit):
        wire.request_of(wire.FORM + nested)


def test_a_hash_that_can_be_worked_out_is_not_sent() -> None:
    facts = _facts(100)
    unsigned = len(wire.encoded(Batch(facts)))
    apart = len(wire.encoded(Batch(tuple(replace(each, prev_hash=each.hash()) for each in facts))))
    assert apart - unsigned > 99 * 32


def test_a_poll_that_finds_nothing_new_among_5_000_logs_is_under_1_kb() -> None:
    vector = Vector({LogId(f"{n:032x}"): n + 1 for n in range(5000)})
    assert len(wire.encoded(Compare(vector.root))) + len(wire.encoded(Compared([]))) < 100


def test_a_reason_that_a_newer_version_tells_apart_is_still_a_refusal() -> None:
    packed = msgspec.msgpack.encode(["answers", [["r", "of tomorrow"], ["f", "of tomorrow"]]])
    told = wire.reply_of(wire.FORM + zlib.compress(packed))
    assert told == Answers((Refused(Why.MALFORMED), Forked(Fork.BROKEN)))


def test_what_a_later_version_adds_to_a_message_is_passed_over() -> None:
    packed = msgspec.msgpack.encode(["compare", bytes(16), b"", "more", 7])
    assert wire.request_of(wire.FORM + zlib.compress(packed)) == Compare(bytes(16))


def test_documents_fill_a_message_and_one_that_fits_into_none_is_left_out() -> None:
    one, two, three = (digest_of(each) for each in (b"1", b"2", b"3"))
    assert fitting_documents({one: FULL // 2, two: FULL // 2, three: 1}, FULL) == [one, two]
    assert fitting_documents({one: FULL + 1, two: 1}, FULL) == [one]
    assert fitting_documents({one: LONGEST, two: 1}, FULL) == [two]


def test_a_spoilt_document_keeps_no_other_back() -> None:
    spoilt, whole = digest_of(b"spoilt"), digest_of(b"whole")
    there = {spoilt: FULL, whole: 5, digest_of(b"large"): LONGEST}
    assert first_whole(there, FULL, lambda some: {whole: b"whole"} if whole in some else {}) == {whole: b"whole"}
    assert first_whole(there, FULL, lambda _some: {}) == {}


def test_facts_fill_a_message_and_one_that_fits_into_none_costs_its_log_alone() -> None:
    facts = [replace(each, body=bytes(FULL // 3)) for each in _facts(4)]
    assert fitting(facts) == tuple(facts[:2])
    assert fitting([replace(facts[0], body=bytes(FULL + 1)), facts[1]]) == (replace(facts[0], body=bytes(FULL + 1)),)
    beyond = [facts[0], replace(facts[1], body=bytes(LONGEST)), facts[2]]
    other = _facts(2, "b" * 32)
    assert fitting([*beyond, *other]) == (facts[0], *other)
    assert len(wire.encoded(Batch(fitting(beyond)))) < LONGEST
