"""What a station calls its facts is its own matter: nobody keeps another's out, or takes what is said of them."""

import json
from itertools import permutations
from pathlib import Path
from uuid import RFC_4122, UUID

import dbkit
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from test_db_hostile import Stranger, everything_is_read

from checkin_app.domain.chain import Fork, Forked
from checkin_app.domain.facts import Fact
from checkin_app.domain.ids import FactId, Instant, LogId, delegate_subject, station_of
from checkin_app.domain.outcomes import Answer
from checkin_app.services.merging import Bundle, bundle_above
from db.log.stamps import new_fact_id
from db.store import Store

WHO, OTHER = dbkit.delegate(1), dbkit.delegate(2)
_GO = {"verdict": "go", "reason": "admitted", "checkpoint": "opening"}


def _facts_of(store: Store) -> list[Fact]:
    return list(bundle_above(store.log, {}, 100_000).facts)


def _take(store: Store, facts: list[Fact], *givers: Store) -> int:
    documents = {key: value for each in givers for key, value in bundle_above(each.log, {}, 100_000).documents.items()}
    admitted = {each.keys.station: each.keys.public_key for each in givers}
    return dbkit.merging(store).take(Bundle(tuple(facts), documents), admitted).stored


@given(at=st.integers(0, (1 << 48) - 2), count=st.integers(2, 300))
def test_ids_of_one_millisecond_are_in_the_order_in_which_they_were_drawn(at: int, count: int) -> None:
    drawn = [new_fact_id(Instant(at)) for _ in range(count)]
    assert drawn == sorted(set(drawn))
    for each in map(UUID, drawn):
        assert (each.version, each.variant, each.int >> 80) == (7, RFC_4122, at)
    assert new_fact_id(Instant(at)) < new_fact_id(Instant(at + 1))


@pytest.fixture
def honest(tmp_path: Path):
    store = dbkit.new_store(tmp_path / "honest", "Desk H")
    dbkit.register(store, WHO, OTHER)
    dbkit.add_bus(store)
    for person in (WHO, OTHER):
        dbkit.scanning(store).scan([dbkit.code_of(store, person.id)], dbkit.OPENING)
    yield store
    store.close()


def _copying(stranger: Stranger, facts: list[Fact]) -> list[Fact]:
    """Return facts of a station that calls its own as another calls theirs: scans of one other person."""
    body = {**_GO, "delegate": OTHER.id}
    return [stranger.fact("scan.decided", delegate_subject(OTHER.id), body, fact_id=each.fact_id) for each in facts]


@pytest.mark.parametrize("first", ["the copier", "the honest one"])
def test_a_station_that_copies_ids_keeps_no_fact_of_another_out(store: Store, honest: Store, first: str) -> None:
    whole = _facts_of(honest)
    stranger = Stranger()
    copied = _copying(stranger, whole)
    if first == "the copier":
        assert stranger.tell(store, *copied) == len(whole) + 1
    assert _take(store, whole, honest) == len(whole)
    if first != "the copier":
        assert stranger.tell(store, *copied) == len(whole) + 1
    everything_is_read(store)
    card = store.queries().card(WHO.id)
    assert card is not None
    assert card.delegate.name == WHO.name
    assert [each.station for each in card.movements.presences] == [honest.keys.station]


def test_two_facts_of_one_station_are_never_called_alike(store: Store) -> None:
    stranger = Stranger()
    one = stranger.fact("scan.decided", delegate_subject(WHO.id), _GO)
    again = stranger.fact("scan.decided", delegate_subject(WHO.id), _GO, fact_id=one.fact_id)
    stranger.tell(store, one)
    with store.unit() as unit:
        assert unit.take_in(again) == Forked(Fork.CALLED_ALIKE)
    elsewhere = replace(again, log_id=LogId(stranger.keys.station + "f" * 16), seq=1, prev_hash=bytes(32))
    with store.unit() as unit:
        assert unit.take_in(elsewhere) == Forked(Fork.CALLED_ALIKE)


def test_undoing_takes_back_the_own_scan_and_not_one_that_another_calls_alike(honest: Store) -> None:
    newest = max(_facts_of(honest), key=lambda each: each.order)
    stranger = Stranger()
    body = {**_GO, "delegate": WHO.id}
    alike = stranger.fact("scan.decided", delegate_subject(WHO.id), body, fact_id=newest.fact_id)
    stranger.tell(honest, alike)
    (shown,) = [each for each in honest.queries().recent_scans(50) if each.fact_id == newest.fact_id]
    assert shown.delegate == OTHER.id, "the row that can be undone is the own one"
    dbkit.scanning(honest).undo(newest.fact_id)
    assert next(each for each in honest.queries().recent_scans(50) if each.fact_id == newest.fact_id).undone
    with honest._writer.plain() as link:
        rows = link.script(f"SELECT station, undone FROM scans WHERE fact_id = '{newest.fact_id}'")
    assert dict(rows) == {honest.keys.station: 1, stranger.keys.station: 0}
    everything_is_read(honest)


def test_an_undoing_that_a_copier_writes_is_of_its_own_scan(honest: Store) -> None:
    newest = max(_facts_of(honest), key=lambda each: each.order)
    stranger = Stranger()
    (alike,) = _copying(stranger, [newest])
    undoing = stranger.fact("scan.undone", "station:x", {"fact": newest.fact_id})
    stranger.tell(honest, alike, undoing)
    (shown,) = [each for each in honest.queries().recent_scans(50) if each.fact_id == newest.fact_id]
    assert not shown.undone
    everything_is_read(honest)


def test_contradictions_are_told_though_others_call_something_else_alike(honest: Store, tmp_path: Path) -> None:
    other = dbkit.new_store(tmp_path / "other", "Desk O")
    dbkit.exchange([honest, other])
    dbkit.amend(honest, WHO.id, note="one")
    dbkit.amend(other, WHO.id, note="two")
    dbkit.exchange([honest, other])
    before = honest.queries().conflicts()
    assert before
    stranger = Stranger()
    named = [FactId(str(claim["fact_id"])) for each in before for claim in each.claims]
    revoked = [
        stranger.fact("badge.revoked", delegate_subject(OTHER.id), {"reason": "x"}, fact_id=each) for each in named
    ]
    stranger.tell(honest, *revoked)
    assert honest.queries().conflicts() == before
    other.close()


def test_the_forum_stays_though_another_calls_something_else_as_its_adoption(store: Store) -> None:
    adoption = next(each for each in _facts_of(store) if each.kind == "forum.adopted")
    stranger = Stranger()
    other = stranger.fact("forum.adopted", "forum:mountain-2030", json.loads(adoption.body), fact_id=adoption.fact_id)
    assert stranger.tell(store, other) == 2
    assert store.queries().forum().id == "harbour-2024"
    everything_is_read(store)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_facts_that_are_called_alike_fold_to_the_same_in_any_order(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    """The same facts, each station's in its order, arrive as chance will have it."""
    ids = [dbkit.fact_id() for _ in range(4)]
    strangers = [Stranger(), Stranger()]
    told: list[list[Fact]] = []
    for stranger in strangers:
        some = [*stranger.facts]
        for fact_id in data.draw(st.permutations(ids)):
            kind = data.draw(st.sampled_from(["scan.decided", "scan.answered", "scan.undone", "ride.assigned"]))
            body = {
                **_GO,
                "delegate": WHO.id,
                "fact": data.draw(st.sampled_from(ids)),
                "bus": data.draw(st.sampled_from(["1-1", "1-2"])),
            }
            if kind == "scan.answered":
                body |= {"answer": data.draw(st.sampled_from([each.value for each in Answer]))}
            some.append(stranger.fact(kind, delegate_subject(WHO.id), body, fact_id=fact_id))
        told.append(some)
    admitted = {each.keys.station: each.keys.public_key for each in strangers}
    dumps = []
    folder = tmp_path_factory.mktemp("orders")
    for number, order in enumerate(permutations(told)):
        store = dbkit.new_store(folder / str(number))
        facts = [fact for some in order for fact in some]
        size = data.draw(st.integers(1, len(facts)))
        for place in range(0, len(facts), size):
            dbkit.merging(store).take(Bundle(tuple(facts[place : place + size]), {}), admitted)
        own = store.keys.station
        dumps.append(
            {
                name: [row for row in rows if own not in map(str, row)]
                for name, rows in dbkit.dump(store).items()
                if name not in {"forums", "stations"}
            }
        )
        store.check()
        assert {station_of(each) for each in dbkit.merging(store).vector()} == {own, *admitted}
        store.close()
    assert dumps[0] == dumps[1]


def test_a_document_that_was_missed_once_is_asked_for_again(honest: Store, store: Store, tmp_path: Path) -> None:
    facts = _facts_of(honest)
    admitted = {honest.keys.station: honest.keys.public_key}
    merging = dbkit.merging(store)
    merging.take(Bundle(tuple(facts), {}), admitted)
    lacking = merging.log.lacking_documents()
    assert lacking
    assert store.queries().card(WHO.id).delegate.name != WHO.name  # type: ignore[union-attr]  # the card is there
    merging.take(Bundle((), honest.log.documents(lacking)), {})
    assert merging.log.lacking_documents() == []
    assert store.queries().card(WHO.id).delegate.name == WHO.name  # type: ignore[union-attr]  # as above
    store.check()


def test_what_is_set_aside_is_counted(store: Store) -> None:
    stranger = Stranger()
    one = stranger.fact("scan.decided", delegate_subject(WHO.id), _GO)
    again = stranger.fact("scan.decided", delegate_subject(WHO.id), _GO, fact_id=one.fact_id)
    stranger.tell(store, one, again)
    assert store.queries().health().kept_out.set_aside == store.queries().kept_out().set_aside == 1
