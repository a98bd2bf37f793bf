"""What takes facts in does so alike, on SQLite and on PostgreSQL: whatever comes, and in whatever order."""

import tracemalloc
from collections.abc import Callable, Sequence

import dbkit
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from takerkit import Taker, on_postgres, on_sqlite
from test_db_hostile import Stranger

from checkin_app.domain.canonical import digest_of
from checkin_app.domain.chain import Fork, Forked, Known, Later, Stored
from checkin_app.domain.facts import GENESIS, Fact
from checkin_app.domain.ids import LogId, delegate_subject
from checkin_app.domain.sync.messages import FULL, Fetch, Want
from checkin_app.services.merging import Bundle, Merging
from checkin_app.services.responding import respond
from db.hub.database import Database
from db.store import Store
from tests.domain.test_domain_chain import _ANY, GENUINE

WHO = delegate_subject(dbkit.delegate(1).id)
_GO = {"verdict": "go", "reason": "admitted", "checkpoint": "opening"}


def _log(length: int) -> list[Fact]:
    stranger = Stranger()
    return [*stranger.facts, *(stranger.fact("scan.decided", WHO, _GO) for _ in range(length - 1))]


def _signed(stranger: Stranger, fact: Fact) -> Fact:
    return replace(fact, signature=stranger.keys.sign(fact.signed_bytes()))


def test_a_fact_offered_twice_is_known_and_one_without_its_forerunner_waits(taker: Taker) -> None:
    one, two, three = _log(3)
    assert taker.log.accept([two]).judgements == (Later(0),)
    assert taker.log.accept([one, one, two]).judgements == (Stored(), Known(), Stored())
    assert taker.log.accept([two, three]).judgements == (Known(), Stored())
    assert taker.heads() == {one.log_id: 3}
    assert taker.facts() == [one, two, three]


def test_two_facts_at_one_place_are_a_fork_and_both_are_kept(taker: Taker) -> None:
    one, two = _log(2)
    other = replace(two, actor="somebody else")
    assert taker.log.accept([one, two, other]).judgements == (Stored(), Stored(), Forked(Fork.OCCUPIED))
    assert taker.log.accept([other]).judgements == (Forked(Fork.OCCUPIED),)
    assert taker.facts() == [one, two]
    assert taker.aside() == {other.hash()}
    assert taker.kept_out().set_aside == 1


def test_a_fact_that_does_not_follow_from_the_one_before_is_set_aside(taker: Taker) -> None:
    one, two = _log(2)
    answers = taker.log.accept([one, replace(two, prev_hash=GENESIS), two]).judgements
    assert answers == (Stored(), Forked(Fork.BROKEN), Stored())


def test_a_station_calls_only_one_of_its_facts_so_and_two_stations_may_call_theirs_alike(taker: Taker) -> None:
    stranger, other = Stranger(), Stranger()
    first = stranger.facts[0]
    again = stranger.fact("scan.decided", WHO, _GO, fact_id=first.fact_id)
    theirs = other.fact("scan.decided", WHO, _GO, fact_id=first.fact_id)
    assert taker.log.accept([first, again]).judgements == (Stored(), Forked(Fork.CALLED_ALIKE))
    assert taker.log.accept([again]).judgements == (Forked(Fork.CALLED_ALIKE),), "also where it came before"
    assert taker.log.accept([*other.facts, theirs]).judgements == (Stored(), Stored())


@pytest.mark.parametrize("field", ["seq", "hlc", "at", "clock_offset", "version"])
@pytest.mark.parametrize("number", [2**63, -(2**63) - 1])
def test_a_number_that_no_column_holds_is_set_aside(taker: Taker, field: str, number: int) -> None:
    (fact,) = _log(1)
    odd = replace(fact, **{field: number})
    assert taker.log.accept([odd, fact]).judgements == (Forked(Fork.BEYOND), Stored())
    assert taker.facts() == [fact]
    assert taker.aside() == {odd.hash()}


def test_what_cannot_be_read_here_is_passed_on_as_it_is(taker: Taker) -> None:
    stranger = Stranger()
    odd = [
        stranger.fact("tea.poured", "kettle:1", {"sugar": 2}),
        stranger.fact("scan.decided", WHO, _GO, fact_id="Zoë’s\0own name"),
        stranger.raw("scan.decided", WHO, b"\xff\x00 no JSON"),
    ]
    assert taker.take(*stranger.facts, *odd, vouching=stranger).stored == 4
    assert taker.facts() == [*stranger.facts, *odd]
    assert [each.signature for each in taker.facts()[1:]] == [each.signature for each in odd]


@pytest.mark.parametrize("named", ["", "0", "ABCDEF0123456789", "no hex", "a\0b", "0" * 40])
def test_a_log_that_is_named_as_no_station_names_its_logs_is_one_like_any_other(taker: Taker, named: str) -> None:
    stranger = Stranger()
    log_id = LogId(stranger.keys.station + named)
    one = _signed(stranger, replace(stranger.facts[0], log_id=log_id))
    two = _signed(stranger, replace(one, seq=2, fact_id=dbkit.fact_id(), prev_hash=one.hash()))
    assert taker.take(one, two, vouching=stranger).stored == 2
    assert taker.heads() == {log_id: 2}
    assert [each for each in taker.log.above({log_id: 1}, 10).facts if each not in taker.own] == [two]
    assert taker.take(one, two, vouching=stranger).known == 2


def test_the_vector_tells_what_another_lacks_and_logs_it_has_not_heard_of_are_given_too(taker: Taker) -> None:
    logs = sorted((_log(4) for _ in range(3)), key=lambda log: log[0].log_id)
    taker.log.accept([fact for log in logs for fact in log])
    own = {each.log_id: 1_000 for each in taker.own}
    names = [log[0].log_id for log in logs]
    assert taker.log.above({**own, names[0]: 4, names[1]: 2}, 100).facts == (*logs[1][2:], *logs[2])
    assert taker.log.above({**own, names[0]: 3}, 3).facts == (logs[0][3], *logs[1][:2])
    assert taker.log.above(taker.log.vector(), 100).facts == ()
    assert taker.log.following({names[2]: 3, names[0]: 2}, 100) == [logs[2][3], *logs[0][2:]]
    assert taker.log.following({names[2]: 3, names[0]: 2}, 2) == [logs[2][3], logs[0][2]]
    assert taker.log.above({**own, LogId("f" * 32): 7, **dict.fromkeys(names, 2**63 - 1)}, 100).facts == ()


def test_documents_are_here_under_what_they_say_whenever_they_come(taker: Taker) -> None:
    stranger = Stranger()
    early, late = b'{"name":"Amina Okonkwo"}', b'{"name":"Bruno"}'
    facts = [
        stranger.fact("delegate.registered", f"delegate:{n:016x}", {"values": {}, "document": digest_of(each)})
        for n, each in enumerate((early, late), 1)
    ]
    taker.take(*stranger.facts, *facts, vouching=stranger, documents={digest_of(early): early})
    assert taker.log.lacking_documents() == [digest_of(late)] == taker.log.unheld([digest_of(early), digest_of(late)])
    assert taker.log.documents_of(facts) == {digest_of(early): early}
    taker.take(vouching=stranger, documents={digest_of(late): late})
    assert taker.log.lacking_documents() == []
    taker.take(vouching=stranger, documents={digest_of(b"nobody's"): b"nobody's"})
    assert taker.log.documents([digest_of(late), digest_of(b"nobody's")]) == {digest_of(late): late}
    assert taker.log.spoilt_documents([digest_of(early)]) == []


def test_the_keys_of_stations_that_enrolled_are_known(taker: Taker) -> None:
    stranger, nobody = Stranger(), Stranger()
    taker.take(*stranger.facts, vouching=stranger)
    assert taker.log.station_key(stranger.keys.station) == stranger.keys.public_key
    assert taker.log.station_keys()[stranger.keys.station] == stranger.keys.public_key
    assert taker.log.station_key(nobody.keys.station) is None
    unaided = Merging(taker.log, taker.keys).take(Bundle((stranger.fact("scan.decided", WHO, _GO),), {}), {})
    assert unaided.stored == 1, "it vouched for itself once for all"


_ARRIVALS = st.lists(st.lists(_ANY, max_size=12), min_size=1, max_size=4)


@settings(max_examples=30, deadline=None, suppress_health_check=[*HealthCheck])
@given(arrivals=_ARRIVALS)
def test_both_stores_come_to_the_same_whatever_arrives(
    hub_database: Database, tmp_path_factory: pytest.TempPathFactory, arrivals: Sequence[Sequence[Fact]]
) -> None:
    """Facts of one log in sequence, as they are always handed over."""
    hub = on_postgres(hub_database)
    with on_sqlite(tmp_path_factory.mktemp("lite") / "station") as lite:
        for some in arrivals:
            arriving = sorted(some, key=lambda fact: (fact.log_id, fact.seq))
            assert hub.log.accept(arriving).judgements == lite.log.accept(arriving).judgements
        assert hub.heads() == lite.heads()
        assert hub.facts() == lite.facts()
        assert hub.aside() == lite.aside()


@settings(max_examples=15, deadline=None, suppress_health_check=[*HealthCheck])
@given(order=st.permutations(GENUINE), size=st.integers(1, 7))
def test_genuine_facts_in_any_order_come_to_the_same_in_as_many_rounds_as_logs_are_long(
    hub_database: Database, order: Sequence[Fact], size: int
) -> None:
    hub = on_postgres(hub_database)
    for _ in range(5):
        for place in range(0, len(order), size):
            hub.log.accept(sorted(order[place : place + size], key=lambda fact: (fact.log_id, fact.seq)))
    assert set(hub.heads().values()) == {5}
    assert sorted(hub.facts(), key=lambda fact: (fact.log_id, fact.seq)) == sorted(
        GENUINE, key=lambda fact: (fact.log_id, fact.seq)
    )
    assert hub.aside() == set()


_LARGE = 40
"""Megabytes that are stored: some forty messages full."""


def _peak(work: Callable[[], object]) -> int:
    """Return the most bytes that were held while something was done."""
    tracemalloc.start()
    try:
        work()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_whoever_asks_for_a_thousand_long_documents_at_once_gets_them_piece_by_piece(taker: Taker) -> None:
    stranger = Stranger()
    contents = [bytes([number]) * FULL for number in range(_LARGE)]
    named = {digest_of(each): each for each in contents}
    facts = [
        stranger.fact("delegate.registered", f"delegate:{n:016x}", {"values": {}, "document": digest})
        for n, digest in enumerate(named, 1)
    ]
    taker.take(*stranger.facts, *facts, vouching=stranger, documents=named)
    asked, merging = [*named, digest_of(b"nobody's")], Merging(taker.log, taker.keys)
    del contents, named
    assert len(respond(merging, Want(asked)).documents) == 1
    assert _peak(lambda: respond(merging, Want(asked))) < 12 * FULL
    assert _peak(lambda: taker.log.documents_of(facts, FULL)) < 12 * FULL
    found: list[bytes] = []
    left = asked
    while some := respond(merging, Want(left)).documents:
        found += some
        left = [each for each in left if each not in {*map(digest_of, some)}]
    assert {*map(digest_of, found)} == {*asked[:-1]}


def test_whoever_asks_for_a_thousand_long_facts_at_once_gets_them_piece_by_piece(taker: Taker) -> None:
    stranger = Stranger()
    log = [*stranger.facts, *(stranger.fact("tea.poured", "kettle:1", {"sugar": "x" * FULL}) for _ in range(_LARGE))]
    taker.take(*log, vouching=stranger)
    merging, log_id = Merging(taker.log, taker.keys), log[0].log_id
    assert _peak(lambda: respond(merging, Fetch({log_id: 0}))) < 16 * FULL
    place, count = 0, 0
    while facts := respond(merging, Fetch({log_id: place})).facts:
        place, count = facts[-1].seq, count + len(facts)
        assert sum(len(each.body) for each in facts) <= 2 * FULL
    assert count == len(log)


def test_a_stream_reads_no_more_at_once_than_a_message_holds(store: Store) -> None:
    stranger = Stranger()
    log = [*stranger.facts, *(stranger.fact("tea.poured", "kettle:1", {"sugar": "x" * FULL}) for _ in range(_LARGE))]
    dbkit.merging(store).take(Bundle(tuple(log), {}), {stranger.keys.station: stranger.keys.public_key})
    assert _peak(lambda: store.newest.arrived_after(0, 1000)) < 12 * FULL
    place, heard = 0, []
    while (newest := store.newest.arrived_after(place, 1000)).facts:
        place = newest.arrival
        heard += [each.seq for each in newest.facts if each.log_id == log[0].log_id]
    assert heard == [each.seq for each in log]
