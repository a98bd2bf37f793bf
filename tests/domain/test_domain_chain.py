"""What becomes of facts that arrive: whatever comes, and in whatever order, what is held stays one whole chain."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from checkin_app.domain.canonical import canonical
from checkin_app.domain.chain import (
    BEYOND_NUMBERS,
    Fork,
    Forked,
    Head,
    Judgement,
    Known,
    Later,
    Stored,
    Why,
    judge,
    refusals,
    runs,
)
from checkin_app.domain.facts import GENESIS, Fact
from checkin_app.domain.hlc import Hlc, wall
from checkin_app.domain.ids import FactId, Instant, LogId, StationId, Subject, station_id, station_of

NOW = Instant(1_900_000_000_000)
STATION, OTHER = StationId("a" * 16), StationId("b" * 16)
OURS = LogId(STATION + "0" * 16)
LENGTH = 5


@dataclass
class Store:
    """A store that is nothing but its facts."""

    held: dict[LogId, list[Fact]] = field(default_factory=dict)
    aside: list[Fact] = field(default_factory=list)
    writing: LogId = OURS

    def head_of(self, log_id: LogId) -> Head:
        head = Head(log_id)
        for fact in self.held.get(log_id, ()):
            head = head.moved_by(fact, NOW)
        return head

    def hash_at(self, log_id: LogId, seq: int) -> bytes | None:
        return self.held[log_id][seq - 1].hash()

    def is_writing(self, log_id: LogId) -> bool:
        return log_id == self.writing

    def is_called_so(self, station: StationId, fact_id: FactId) -> bool:
        theirs = (fact for log_id, some in self.held.items() if station_of(log_id) == station for fact in some)
        return any(fact.fact_id == fact_id for fact in theirs)

    def hear(self, fact: Fact) -> Judgement:
        judgement = judge(fact, self)
        if judgement == Stored():
            self.held.setdefault(fact.log_id, []).append(fact)
        if isinstance(judgement, Forked):
            self.aside.append(fact)
        return judgement


def written(log_id: LogId, length: int = LENGTH, mark: str = "") -> list[Fact]:
    """Return a log as its station writes it."""
    facts: list[Fact] = []
    for seq in range(1, length + 1):
        body = canonical({"place": seq, "mark": mark})
        fact_id = FactId(hashlib.sha256(f"{log_id}{seq}{mark}".encode()).hexdigest()[:32])
        before = facts[-1].hash() if facts else GENESIS
        fact = Fact(log_id, seq, fact_id, Hlc(NOW + seq << 16), NOW, 0, "kind", 1, "", Subject("s"), body, before)
        facts.append(replace(fact, signature=fact.hash()))
    return facts


#: Two logs of one station and one of another.
LOGS = tuple(written(LogId(f"{station}{n:016x}")) for station, n in ((STATION, 1), (STATION, 2), (OTHER, 3)))
GENUINE = tuple(fact for log in LOGS for fact in log)


def _changes(fact: Fact) -> st.SearchStrategy[dict[str, Any]]:
    """One field said otherwise than the station wrote it."""
    numbers = st.integers(-(2**65), 2**65)
    others: dict[str, st.SearchStrategy[Any]] = {
        **dict.fromkeys(("seq", "hlc", "at", "clock_offset", "version"), numbers),
        "log_id": st.sampled_from([log[0].log_id for log in LOGS] + [OURS]),
        "fact_id": st.sampled_from([each.fact_id for each in GENUINE] + [FactId("another")]),
        "subject": st.text(max_size=3),
        "body": st.binary(max_size=3),
        "prev_hash": st.sampled_from([GENESIS, *(each.hash() for each in GENUINE)]),
        "signature": st.binary(max_size=3),
    }
    return st.sampled_from(sorted(others)).flatmap(
        lambda name: st.fixed_dictionaries({name: others[name].filter(lambda value: value != getattr(fact, name))})
    )


_ANY = st.one_of(
    st.sampled_from(GENUINE),
    st.sampled_from(GENUINE).flatmap(lambda fact: _changes(fact).map(lambda values: replace(fact, **values))),
    st.sampled_from(written(LOGS[0][0].log_id, mark="written again")),
)


def _must_be_whole(store: Store) -> None:
    for log_id, facts in store.held.items():
        assert [each.seq for each in facts] == list(range(1, len(facts) + 1))
        assert {each.log_id for each in facts} == {log_id}
        assert [each.prev_hash for each in facts] == [GENESIS, *(each.hash() for each in facts[:-1])]
    for station in (STATION, OTHER):
        names = [each.fact_id for log_id in store.held if station_of(log_id) == station for each in store.held[log_id]]
        assert len(names) == len(set(names))
    assert store.writing not in store.held


@given(arriving=st.lists(_ANY, max_size=40))
def test_whatever_arrives_every_log_that_is_held_is_one_chain_without_gaps(arriving: Sequence[Fact]) -> None:
    store = Store()
    for fact in arriving:
        store.hear(fact)
        _must_be_whole(store)


@given(arriving=st.lists(_ANY, max_size=40))
def test_nothing_that_arrives_is_lost_it_is_held_or_aside_or_waits_for_what_is_not_there(
    arriving: Sequence[Fact],
) -> None:
    store = Store()
    for fact in arriving:
        before = {log_id: list(some) for log_id, some in store.held.items()}
        match store.hear(fact):
            case Known():
                assert fact in before[fact.log_id]
            case Stored():
                assert store.held[fact.log_id] == [*before.get(fact.log_id, ()), fact]
            case Later(after):
                assert after == len(before.get(fact.log_id, ())) < fact.seq - 1
            case Forked():
                assert store.aside[-1] is fact
        assert all(store.held[log_id][: len(some)] == some for log_id, some in before.items())


@given(order=st.permutations(GENUINE), again=st.lists(st.sampled_from(GENUINE), max_size=10))
def test_genuine_logs_are_held_whole_after_as_many_rounds_as_they_are_long(
    order: Sequence[Fact], again: Sequence[Fact]
) -> None:
    store = Store()
    for _ in range(LENGTH):
        for fact in (*order, *again):
            store.hear(fact)
    assert store.held == {log[0].log_id: log for log in LOGS}
    assert not store.aside
    assert {store.hear(fact) for fact in GENUINE} == {Known()}


@given(place=st.integers(0, LENGTH - 1), data=st.data())
def test_a_fact_that_is_held_and_comes_otherwise_is_a_fork(place: int, data: st.DataObject) -> None:
    store = Store({LOGS[0][0].log_id: LOGS[0]})
    fact = LOGS[0][place]
    values = data.draw(_changes(fact).filter(lambda each: not each.keys() & {"seq", "log_id"}))
    assert store.hear(fact) == Known()
    judgement = store.hear(replace(fact, **values))
    number = next(iter(values.values()))
    beyond = isinstance(number, int) and not -BEYOND_NUMBERS <= number < BEYOND_NUMBERS
    assert judgement == Forked(Fork.BEYOND if beyond else Fork.OCCUPIED)


def test_each_reason_to_set_a_fact_aside_is_told() -> None:
    first, second, *_ = LOGS[0]
    store = Store({first.log_id: [first]})
    told = {
        Fork.BEYOND: replace(second, at=BEYOND_NUMBERS),
        Fork.OCCUPIED: replace(first, at=Instant(1)),
        Fork.OURS: replace(second, log_id=OURS, seq=1, prev_hash=GENESIS),
        Fork.BROKEN: replace(second, prev_hash=GENESIS),
        Fork.CALLED_ALIKE: replace(second, fact_id=first.fact_id),
    }
    assert {why: judge(fact, store) for why, fact in told.items()} == {why: Forked(why) for why in Fork}
    assert judge(second, store) == Stored()


def test_what_another_station_calls_alike_is_its_own_matter() -> None:
    first = LOGS[0][0]
    store = Store({first.log_id: [first]})
    assert judge(replace(LOGS[2][0], fact_id=first.fact_id), store) == Stored()


def test_what_this_store_has_written_itself_and_hears_again_is_known() -> None:
    mine = written(OURS, 2)
    store = Store({OURS: mine})
    assert judge(mine[1], store) == Known()
    assert judge(written(OURS, 3)[2], store) == Forked(Fork.OURS)


def test_a_head_goes_by_the_newest_stamp_that_is_not_far_ahead_and_counts_those_that_are() -> None:
    log_id = LOGS[0][0].log_id
    near, far = Hlc(NOW + 1 << 16), Hlc(NOW + 3_600_000 << 16)
    head = Head(log_id)
    for stamp in (near, far, Hlc(NOW << 16)):
        head = head.moved_by(replace(LOGS[0][0], hlc=stamp), NOW)
    assert (wall(head.clock), head.flagged) == (NOW + 1, 1)


KEY = b"k" * 32
_MINE = LogId(station_id(KEY) + "0" * 16)


def _holds(key: bytes, message: bytes, signature: bytes) -> bool:
    return signature == _signature(key, message)


def _signature(key: bytes, message: bytes) -> bytes:
    return hashlib.sha512(key + message).digest()


def _signed(**values: Any) -> Fact:
    fact = replace(LOGS[0][0], log_id=_MINE, **values)
    return replace(fact, signature=_signature(KEY, fact.signed_bytes()))


@pytest.mark.parametrize(
    ("fact", "key", "why"),
    [
        (_signed(), KEY, None),
        (_signed(), None, Why.UNVOUCHED),
        (_signed(), b"another key", Why.UNVOUCHED),
        (replace(_signed(), at=Instant(0)), KEY, Why.SIGNATURE),
        (replace(_signed(), actor="\ud800"), KEY, Why.SIGNATURE),
        (replace(_signed(), signature=bytes(65)), KEY, Why.SIGNATURE),
        (_signed(kind="station.enrolled", body=canonical({"public_key": KEY.hex()})), KEY, None),
        (_signed(kind="station.enrolled", body=canonical({"public_key": "of a third"})), KEY, Why.SIGNATURE),
        (_signed(kind="station.enrolled", body=b"no object"), KEY, Why.SIGNATURE),
    ],
)
def test_only_what_a_vouched_station_has_signed_so_is_judged(fact: Fact, key: bytes | None, why: Why | None) -> None:
    assert refusals([fact], key, _holds) == [why]


def _signed_log(length: int, unsigned: Sequence[int] = ()) -> list[Fact]:
    """Return a log whose station has not signed the facts at some places, and chained on."""
    log: list[Fact] = []
    for seq in range(1, length + 1):
        before = log[-1].hash() if log else GENESIS
        fact = replace(LOGS[0][0], log_id=_MINE, seq=seq, prev_hash=before)
        log.append(replace(fact, signature=bytes(64) if seq in unsigned else _signature(KEY, fact.signed_bytes())))
    return log


def test_of_a_run_that_is_as_it_should_be_one_signature_is_looked_at() -> None:
    looked: list[bytes] = []

    def holds(key: bytes, message: bytes, signature: bytes) -> bool:
        looked.append(message)
        return _holds(key, message, signature)

    (run,) = runs(_signed_log(50))
    assert refusals(run, KEY, holds) == [None] * 50
    assert looked == [run[-1].signed_bytes()]


@given(st.integers(1, 12), st.sets(st.integers(1, 12)))
def test_the_last_signature_that_holds_proves_all_before_it(length: int, unsigned: set[int]) -> None:
    run = _signed_log(length, sorted(unsigned))
    last = max((each.seq for each in run if each.seq not in unsigned), default=0)
    assert refusals(run, KEY, _holds) == [None] * last + [Why.SIGNATURE] * (length - last)


@given(st.integers(2, 12), st.integers(1, 12), st.data())
def test_what_somebody_else_changed_is_proven_by_no_later_signature(
    length: int, place: int, data: st.DataObject
) -> None:
    log = _signed_log(length)
    changed = replace(log[min(place, length) - 1], **data.draw(_changes_of_what_is_said()))
    log[changed.seq - 1] = changed
    told = [why for run in runs(log) for why in refusals(run, KEY, _holds)]
    assert [fact.seq for fact, why in zip(log, told, strict=True) if why] == [changed.seq]


def _changes_of_what_is_said() -> st.SearchStrategy[dict[str, Any]]:
    return st.sampled_from(
        [{"actor": "another"}, {"body": b"{}"}, {"at": Instant(1)}, {"signature": bytes(64)}, {"prev_hash": b"1" * 32}]
    )


def test_an_enrolment_of_a_third_is_proven_by_no_later_signature() -> None:
    log = _signed_log(2)
    third = replace(log[-1], seq=3, kind="station.enrolled", body=canonical({}), prev_hash=log[-1].hash())
    third = replace(third, signature=_signature(KEY, third.signed_bytes()))
    after = replace(log[-1], seq=4, prev_hash=third.hash())
    run = [*log, third, replace(after, signature=_signature(KEY, after.signed_bytes()))]
    assert refusals(run, KEY, _holds) == [None, None, Why.SIGNATURE, None]
