"""What was refused or waits is remembered until it has come after all, and costs no more than a few rows."""

from contextlib import closing
from pathlib import Path

import dbkit
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from takerkit import OnSqlite, Taker
from test_db_hostile import Stranger, everything_is_read

from checkin_app.domain.chain import Why
from checkin_app.domain.facts import Fact
from checkin_app.domain.ids import FactId, LogId, delegate_subject
from checkin_app.services.merging import Bundle, Merging
from checkin_app.services.ports.kept_out import KeptOut
from db.store import Store

WHO = dbkit.delegate(1)
_GO = {"verdict": "go", "reason": "admitted", "checkpoint": "opening"}


def _scans(stranger: Stranger, count: int) -> list[Fact]:
    """Return the stranger's log: its enrolment and so many scans."""
    return [*stranger.facts, *(stranger.fact("scan.decided", delegate_subject(WHO.id), _GO) for _ in range(count))]


def _spoilt(fact: Fact) -> Fact:
    return replace(fact, actor="somebody else")


def _offer(taker: Taker, *facts: Fact, vouched: bool = True, by: Stranger) -> KeptOut:
    admitted = {by.keys.station: by.keys.public_key} if vouched else {}
    Merging(taker.log, taker.keys).take(Bundle(facts, {}), admitted)
    return taker.kept_out()


def _of(store: Store) -> OnSqlite:
    return OnSqlite(store.log, (), store.keys, store=store)


def _figures(out: KeptOut) -> tuple[int, int]:
    return out.refused, out.waiting


def test_what_was_refused_and_what_waits_for_it_is_known_after_a_restart(folder: Path) -> None:
    stranger = Stranger()
    log = _scans(stranger, 5)
    with closing(dbkit.new_store(folder)) as store:
        told = _offer(_of(store), *log[:3], _spoilt(log[3]), *log[4:], by=stranger)
        assert _figures(told) == (1, 2)
    with closing(Store.open(folder, dbkit.around())) as store:
        assert store.queries().kept_out() == told
        assert store.queries().health().kept_out == told
        (waiting, refused) = sorted(told.groups, key=lambda each: each.why)
        assert (refused.station, refused.why, refused.count) == (stranger.keys.station, Why.SIGNATURE, 1)
        assert [(each.log_id, each.seq, each.fact_id) for each in refused.examples] == [
            (log[3].log_id, 4, log[3].fact_id)
        ]
        assert (waiting.why, waiting.count, waiting.examples[0].seq) == (Why.GAP, 2, 5)
        assert refused.name == "X", "as the station calls itself"


def test_what_comes_after_all_is_spoken_of_no_more(taker: Taker) -> None:
    stranger = Stranger()
    log = _scans(stranger, 5)
    _offer(taker, *log[:3], _spoilt(log[3]), *log[4:], by=stranger)
    assert _figures(_offer(taker, log[3], by=stranger)) == (0, 2), "the others are offered again"
    assert _offer(taker, *log[4:], by=stranger) == KeptOut()


def test_facts_of_a_station_that_nobody_vouches_for_are_counted_until_somebody_does(taker: Taker) -> None:
    stranger = Stranger()
    log = _scans(stranger, 3)
    told = _offer(taker, *log, vouched=False, by=stranger)
    assert [(each.why, each.count) for each in told.groups] == [(Why.UNVOUCHED, 4)]
    assert _offer(taker, *log, by=stranger) == KeptOut()


_OFFERS = st.lists(
    st.tuples(st.sets(st.integers(0, 7), min_size=1), st.sets(st.integers(0, 7))), min_size=1, max_size=6
)


@settings(max_examples=25, deadline=None, suppress_health_check=[*HealthCheck])
@given(offers=_OFFERS)
def test_whatever_is_offered_no_more_is_kept_out_than_was_and_in_the_end_nothing(
    taker: Taker, offers: list[tuple[set[int], set[int]]]
) -> None:
    """Each offer holds facts of one log, some of them spoilt; the last brings all of them as they were written."""
    stranger = Stranger()
    log = _scans(stranger, 7)
    seen: set[int] = set()
    for offered, spoilt in offers:
        facts = [_spoilt(log[each]) if each in spoilt else log[each] for each in offered]
        before = _offer(taker, *facts, by=stranger)
        seen |= offered
        head = taker.log.vector().get(log[0].log_id, 0)
        beyond = {each for each in seen if each >= head}
        assert before.refused <= len(beyond)
        assert before.waiting <= len(beyond)
        assert bool(before.facts) == bool(beyond), "what is not here and was offered is spoken of"
        again = _offer(taker, *facts, by=stranger)
        assert _figures(again) == _figures(before), "offering it again makes it no more"
    assert _offer(taker, *log, by=stranger) == KeptOut()


def test_a_flood_of_forged_logs_costs_some_rows_and_is_counted(taker: Taker) -> None:
    stranger = Stranger()
    (fact,) = _scans(stranger, 0)
    forged = [replace(fact, log_id=LogId(f"{number:016x}" + "0" * 16)) for number in range(1500)]
    told = _offer(taker, *forged, by=stranger)
    assert told.refused == 1500
    assert len(taker.rows_kept_out()) < 300
    if isinstance(taker, OnSqlite) and taker.store:
        everything_is_read(taker.store)


def test_nothing_that_a_refused_fact_says_is_remembered(taker: Taker) -> None:
    stranger = Stranger()
    (fact,) = _scans(stranger, 0)
    odd = replace(fact, log_id=LogId("Amina Okonkwo \ud800"), fact_id=FactId("+49 170 1234567"), seq=2**70)
    told = _offer(taker, odd, replace(odd, seq=-1), replace(fact, fact_id=FactId("Amina")), by=stranger)
    assert told.refused == 3
    rows = str(taker.rows_kept_out())
    assert "Amina" not in rows
    assert "+49 170" not in rows


def test_what_nobody_brings_is_forgotten_with_what_is_given_up(store: Store) -> None:
    stranger = Stranger()
    log = _scans(stranger, 3)
    assert _offer(_of(store), log[0], _spoilt(log[1]), log[2], by=stranger).facts == 2
    store.accept_loss()
    assert store.queries().kept_out() == KeptOut()
    assert _offer(_of(store), _spoilt(log[1]), by=stranger).refused == 1, "offered again, it is spoken of again"
