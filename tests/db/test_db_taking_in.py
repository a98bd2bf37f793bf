"""What is taken in of other stations: proven by runs, documents only where a fact names them."""

from contextlib import closing
from pathlib import Path

import dbkit
import pytest
from msgspec import structs
from test_db_hostile import Stranger

from checkin_app.domain.canonical import canonical, digest_of
from checkin_app.domain.chain import Known, Later, Refused, Stored, Why
from checkin_app.domain.facts import Fact
from checkin_app.domain.ids import delegate_subject
from checkin_app.domain.problems import ChainBroken
from checkin_app.services.merging import Bundle
from db.store import Store

WHO = dbkit.delegate(1)
_GO = {"verdict": "go", "reason": "admitted", "checkpoint": "opening"}


def _scans(stranger: Stranger, count: int, unsigned: frozenset[int] = frozenset()) -> list[Fact]:
    """Return the stranger's log, in which it has not signed the facts at some places, and chained on."""
    log = [*stranger.facts]
    for _ in range(count):
        fact = stranger.fact("scan.decided", delegate_subject(WHO.id), _GO)
        if fact.seq in unsigned:
            fact = structs.replace(fact, signature=bytes(64))
            stranger.log.head = structs.replace(stranger.log.head, hash=fact.hash())
        log.append(fact)
    return log


def _take(store: Store, by: Stranger, *facts: Fact, documents: tuple[bytes, ...] = ()) -> tuple[object, ...]:
    named = {digest_of(each): each for each in documents}
    return dbkit.merging(store).take(Bundle(facts, named), {by.keys.station: by.keys.public_key}).answers


def test_each_fact_is_answered_in_the_order_of_the_offer(store: Store) -> None:
    stranger = Stranger()
    first, second, third, fourth = _scans(stranger, 3)
    spoilt = structs.replace(third, actor="somebody else")
    told = _take(store, stranger, fourth, spoilt, second, first, second)
    assert told == (Later(2), Refused(Why.SIGNATURE), Stored(), Stored(), Known())


def test_a_store_with_a_fact_that_only_the_next_ones_signature_proves_opens_and_holds_together(folder: Path) -> None:
    stranger = Stranger()
    log = _scans(stranger, 4, frozenset({3}))
    with closing(dbkit.new_store(folder)) as store:
        assert _take(store, stranger, *log[:3]) == (Stored(), Stored(), Refused(Why.SIGNATURE))
        assert _take(store, stranger, *log[2:]) == (Stored(),) * 3
    with closing(Store.open(folder, dbkit.around())) as store:
        assert store.check().unproven == 0


def test_the_last_fact_of_a_log_must_be_signed(folder: Path) -> None:
    stranger = Stranger()
    log = _scans(stranger, 3, frozenset({3}))
    with closing(dbkit.new_store(folder)) as store:
        assert _take(store, stranger, *log) == (Stored(),) * 4
        with store._writer.transaction() as (link, transaction):
            link.script("DELETE FROM facts WHERE seq = 4")
            link.script(f"UPDATE logs SET head_seq = 3, head_hash = x'{log[2].hash().hex()}' WHERE head_seq = 4")
            link.commit(transaction)
        with pytest.raises(ChainBroken, match="Fact 3 of log"):
            store.check()


def test_a_document_is_kept_only_when_a_fact_that_was_taken_names_it(store: Store) -> None:
    stranger = Stranger()
    named, unnamed, refused = (canonical({"name": name}) for name in ("named", "unnamed", "refused"))
    about = {"values": {"category": "guest"}}
    who = delegate_subject(WHO.id)
    taken = stranger.fact("delegate.registered", who, {**about, "document": digest_of(named)})
    spoilt = stranger.fact("delegate.registered", who, {**about, "document": digest_of(refused)})
    spoilt = structs.replace(spoilt, actor="somebody else")
    _take(store, stranger, *stranger.facts, taken, spoilt, documents=(unnamed, named, refused))
    _take(store, stranger, documents=(unnamed, named, refused))
    digests = [digest_of(each) for each in (named, unnamed, refused)]
    assert dict(store.log.documents(digests)) == {digest_of(named): named}


def test_a_document_that_comes_after_its_fact_is_kept_then(store: Store) -> None:
    stranger = Stranger()
    document = canonical({"name": "Somebody"})
    body = {"values": {"category": "guest"}, "document": digest_of(document)}
    fact = stranger.fact("delegate.registered", delegate_subject(WHO.id), body)
    assert _take(store, stranger, *stranger.facts, fact) == (Stored(),) * 2
    assert _take(store, stranger, documents=(document,)) == ()
    card = store.queries().card(WHO.id)
    assert card is not None
    assert card.delegate.name == "Somebody"
    store.check()
