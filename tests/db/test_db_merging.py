"""Facts of other stations come to one state, in any order and with any duplicates."""

import json
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import dbkit
import pytest
from dbkit import OPENING, Ticking
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec import structs

from checkin_app.domain.canonical import digest_of
from checkin_app.domain.chain import Fork, Forked, Known, Later, Stored
from checkin_app.domain.changes import Changed
from checkin_app.domain.contradictions import ConflictKind
from checkin_app.domain.facts import GENESIS, Fact
from checkin_app.domain.hlc import wall
from checkin_app.domain.ids import (
    BusCode,
    ForumId,
    Instant,
    Subject,
    bus_checkpoint,
    delegate_subject,
    forum_subject,
    station_id,
)
from checkin_app.domain.operations import opening, taking_back
from checkin_app.domain.outcomes import Answer
from checkin_app.runtime.keys import StationKeys
from checkin_app.services.badges import Badges
from checkin_app.services.dispatch import Dispatch
from checkin_app.services.merging import Bundle, bundle_above
from db.log.own_log import OwnLog
from db.log.stamps import Stamp, now
from db.store import Store

PEOPLE = [dbkit.delegate(number) for number in range(6)]
LISTED = [dbkit.delegate(number) for number in range(20, 26)]
FIRST, SECOND = BusCode("1-1"), BusCode("1-2")
DUMP = dict[str, list[tuple[object, ...]]]


@dataclass
class Scene:
    """Three stations' facts, what they come to, and an empty fourth to bring them to."""

    empty: Path
    keys: Path
    facts: tuple[Fact, ...]
    documents: dict[Any, bytes]
    admitted: dict[Any, bytes]


def _act_apart(first: Store, second: Store, third: Store) -> None:
    """Do on each laptop what the others cannot know."""
    dbkit.register(first, *PEOPLE)
    dbkit.add_bus(first, FIRST)
    dbkit.add_bus(first, SECOND, usable_seats=1, licensed_seats=1)
    dbkit.exchange([first, second])
    for store, bus, clock in ((first, FIRST, 1_000), (second, SECOND, 500)):
        tell = Ticking(1_900_000_000_000 + clock)
        dispatch = Dispatch(store.unit)
        scanning = dbkit.scanning(store, tell)
        for person in PEOPLE[:3]:
            dispatch.assign(person.id, bus)
            scanning.scan([dbkit.code_of(first, person.id)], bus_checkpoint(bus))
        scanning.scan([dbkit.code_of(first, PEOPLE[4].id)], OPENING)
        scanning.scan([dbkit.code_of(first, PEOPLE[5].id)], OPENING)
        scanning.undo()
        Badges(store.unit, store.keys).replace(PEOPLE[3].id, f"lost at {bus}", former=1)
        dbkit.amend(store, PEOPLE[0].id, route="1", name=f"Name by {bus}", languages=["en", bus])
        dispatch.amend_bus(replace(_bus(store, FIRST), plate=f"P {bus}", driver=f"Driver {bus}"))
    _ask_and_answer(second)
    listed = dbkit.take_in(first, *LISTED[:3])
    dbkit.take_in(second, *LISTED[2:])
    begun = third.new_operation()  # and never closed
    begun.write(opening(begun.id, "list", 1))
    begun.write(dbkit.registration(begun, LISTED[5]))
    with third.unit() as unit:
        unit.append(begun, 100)
        unit.record(taking_back(listed))  # of which it never heard
        unit.commit()
    with third.unit() as unit:  # amends a person whose registration it never heard of
        unit.record(dbkit.AnyDraft("delegate.amended", delegate_subject(PEOPLE[1].id), {"values": {"route": "2"}}))
        unit.record(dbkit.AnyDraft("bus.moved_to", Subject(f"bus:{SECOND}"), {"state": "closed"}))
        unit.record(dbkit.AnyDraft("badge.revoked", delegate_subject(PEOPLE[2].id), {"reason": "no longer invited"}))
        unit.commit()


def _bus(store: Store, code: BusCode) -> Any:
    with store.unit() as unit:
        return unit.bus(code)


def _ask_and_answer(store: Store) -> None:
    scanning = dbkit.scanning(store)
    asked = scanning.scan([dbkit.code_of(store, PEOPLE[5].id, issue=1)], bus_checkpoint(FIRST))
    answered = scanning.answer(asked.fact_id, Answer.BOARD_HERE)
    scanning.undo(answered.fact_id)


def _stranger() -> tuple[list[Fact], StationKeys]:
    """Return a log with facts that this version cannot read, all properly signed and chained."""
    keys = StationKeys.generate()
    log = OwnLog(keys.station, keys.sign)
    enrolled = {"name": "Tomorrow", "public_key": keys.public_key.hex(), "station": keys.station}
    who = delegate_subject(PEOPLE[0].id)
    drafts = [
        dbkit.AnyDraft("station.enrolled", Subject(f"station:{keys.station}"), enrolled),
        dbkit.AnyDraft("scan.decided", who, {"verdict": "go", "checkpoint": 7, "reason": ["admitted"]}),
        dbkit.AnyDraft("ride.assigned", who, {"bus": "1-1", "supersedes": {"not": "a list"}}),
        dbkit.AnyDraft("delegate.amended", who, {"values": {"name": 5, "accessible": "yes"}}),
        dbkit.AnyDraft("delegate.amended", who, {"values": {"name": "From 2030"}}, version=2),
        dbkit.AnyDraft("badge.replaced", who, {"issue": 10**30, "reason": "big"}),
    ]
    facts = [log.write(draft, dbkit.fact_id(), Stamp(dbkit.hlc(n), Instant(n), 0)) for n, draft in enumerate(drafts)]
    return facts, keys


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scene]:
    root = tmp_path_factory.mktemp("scene")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CHECKIN_KEYS_DIR", str(root / "keys"))
        stores = [dbkit.new_store(root / name, name) for name in ("first", "second", "third")]
        _act_apart(*stores)
        admitted = {store.keys.station: store.keys.public_key for store in stores}
        bundles = [bundle_above(store.log, {}, 10_000) for store in stores]
        strange, keys = _stranger()
        facts = {(each.log_id, each.seq): each for bundle in bundles for each in bundle.facts}
        documents = {digest: text for bundle in bundles for digest, text in bundle.documents.items()}
        dbkit.new_store(root / "empty", "fourth").close()
        for store in stores:
            store.close()
    yield Scene(
        root / "empty",
        root / "keys",
        (*facts.values(), *strange),
        documents,
        {**admitted, keys.station: keys.public_key},
    )


def _state_after(scene: Scene, folder: Path, parts: Sequence[Sequence[Fact]], documents_at: int) -> tuple[DUMP, Store]:
    shutil.copytree(scene.empty, folder)
    store = Store.open(folder, dbkit.around())
    merging = dbkit.merging(store)
    for turn, part in enumerate([*parts, *([scene.facts] * 2)]):
        documents = scene.documents if turn >= documents_at else {}
        merging.take(Bundle(tuple(part), documents), scene.admitted)
    return dbkit.dump(store), store


@st.composite
def _parts(draw: st.DrawFn, facts: Sequence[Fact]) -> list[Fact]:
    """Some of each log from its beginning, so that much of it is taken, and anything besides; in any order."""
    logs = sorted({fact.log_id for fact in facts})
    ends = draw(st.lists(st.integers(0, 25), min_size=len(logs), max_size=len(logs)))
    upto = dict(zip(logs, ends, strict=True))
    some = [fact for fact in facts if fact.seq <= upto[fact.log_id]]
    return draw(st.permutations(some + draw(st.lists(st.sampled_from(facts), max_size=10))))


@given(data=st.data())
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_order_and_any_duplicates_come_to_the_same_state(
    scene: Scene, data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    parts = data.draw(st.lists(_parts(scene.facts), max_size=6))
    documents_at = data.draw(st.integers(0, len(parts)))
    root = tmp_path_factory.mktemp("order")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CHECKIN_KEYS_DIR", str(scene.keys))
        plain, reference = _state_after(scene, root / "plain", [], 0)
        drawn, store = _state_after(scene, root / "drawn", parts, documents_at)
        assert drawn == plain
        store.check()
        assert store.queries().health().unknown_kinds == 5
        reference.close()
        store.close()
    shutil.rmtree(root)


@pytest.fixture
def merged(scene: Scene, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    monkeypatch.setenv("CHECKIN_KEYS_DIR", str(scene.keys))
    _, store = _state_after(scene, tmp_path / "merged", [], 0)
    yield store
    store.close()


def test_what_cannot_both_be_right_is_listed_with_its_claims(merged: Store) -> None:
    conflicts = merged.queries().conflicts()
    found = {(each.kind, each.subject, each.field) for each in conflicts}
    first = PEOPLE[0].id
    assert found >= {
        (ConflictKind.TWO_BUSES, first, ""),
        (ConflictKind.TWO_LISTS, first, ""),
        (ConflictKind.TWO_PLACES, PEOPLE[4].id, ""),
        (ConflictKind.TWO_BADGES, PEOPLE[3].id, ""),
        (ConflictKind.TWO_EDITS, first, "name"),
        (ConflictKind.TWO_EDITS, first, "languages"),
        (ConflictKind.TWO_EDITS, FIRST, "driver"),
    }
    boarded = next(each for each in conflicts if each.kind is ConflictKind.TWO_BUSES and each.subject == first)
    assert {claim["value"] for claim in boarded.claims} == {FIRST, SECOND}
    assert len({claim["station"] for claim in boarded.claims}) == 2
    assert boarded.name.startswith("Name by")


def test_a_fact_offered_twice_is_known_and_one_without_its_forerunner_waits(store: Store, tmp_path: Path) -> None:
    other = dbkit.new_store(tmp_path / "other")
    facts = bundle_above(other.log, {}, 10).facts
    with store.unit() as unit:
        assert unit.take_in(facts[1]) == Later(0)
        assert [unit.take_in(each) for each in (facts[0], facts[0], facts[1])] == [Stored(), Known(), Stored()]
        unit.commit()
    with store.unit() as unit:
        assert unit.take_in(facts[1]) == Known()
    assert store.log.vector()[facts[0].log_id] == 2
    other.close()


def test_two_facts_at_one_place_are_a_fork_and_both_are_kept(store: Store) -> None:
    keys = StationKeys.generate()
    one, other = OwnLog(keys.station, keys.sign), OwnLog(keys.station, keys.sign)
    other.head = one.head
    draft = dbkit.AnyDraft("badge.revoked", delegate_subject(PEOPLE[0].id), {"reason": "one"})
    first = one.write(draft, dbkit.fact_id(), Stamp(dbkit.hlc(1), Instant(1), 0))
    second = other.write(replace(draft, content={"reason": "two"}), dbkit.fact_id(), Stamp(dbkit.hlc(2), Instant(2), 0))
    with store.unit() as unit:
        assert [unit.take_in(first), unit.take_in(second)] == [Stored(), Forked(Fork.OCCUPIED)]
        assert unit.badge(PEOPLE[0].id).revoked == "one"
        unit.commit()
    with store._writer.plain() as link:
        assert link.script("SELECT log_id, seq FROM quarantine") == [(second.log_id, 1)]


def test_a_fact_that_does_not_follow_from_the_one_before_is_set_aside(store: Store) -> None:
    keys = StationKeys.generate()
    log = OwnLog(keys.station, keys.sign)
    draft = dbkit.AnyDraft("badge.revoked", delegate_subject(PEOPLE[0].id), {"reason": "one"})
    facts = [log.write(draft, dbkit.fact_id(), Stamp(dbkit.hlc(n), Instant(n), 0)) for n in (1, 2)]
    with store.unit() as unit:
        assert unit.take_in(facts[0]) == Stored()
        assert unit.take_in(structs.replace(facts[1], prev_hash=GENESIS)) == Forked(Fork.BROKEN)
        assert unit.take_in(structs.replace(facts[1], fact_id=facts[0].fact_id)) == Forked(Fork.CALLED_ALIKE)
        assert unit.take_in(facts[1]) == Stored()


@pytest.mark.parametrize("field", ["seq", "hlc", "at", "clock_offset", "version"])
@pytest.mark.parametrize("number", [2**63, -(2**63) - 1])
def test_a_number_that_no_column_holds_is_set_aside(store: Store, field: str, number: int) -> None:
    keys = StationKeys.generate()
    draft = dbkit.AnyDraft("badge.revoked", delegate_subject(PEOPLE[0].id), {"reason": "one"})
    fact = OwnLog(keys.station, keys.sign).write(draft, dbkit.fact_id(), Stamp(dbkit.hlc(1), Instant(1), 0))
    with store.unit() as unit:
        assert unit.take_in(structs.replace(fact, **{field: number})) == Forked(Fork.BEYOND)
        assert unit.take_in(fact) == Stored()
        unit.commit()
    store.check()


def test_a_clock_far_ahead_is_flagged_and_not_adopted(store: Store) -> None:
    keys = StationKeys.generate()
    log = OwnLog(keys.station, keys.sign)
    ahead = Instant(4_000_000_000_000)
    draft = dbkit.AnyDraft("badge.revoked", delegate_subject(PEOPLE[0].id), {"reason": "one"})
    far = log.write(draft, dbkit.fact_id(), Stamp(dbkit.hlc(ahead), ahead, 0))
    with store.unit() as unit:
        assert unit.take_in(far) == Stored()
        unit.commit()
    dbkit.register(store, PEOPLE[0])
    newest = max((each for each in store.log.above({}, 100).facts if each.log_id != far.log_id), key=lambda f: f.hlc)
    assert newest.hlc < far.hlc
    assert store.queries().health().flagged_clocks == 1


def test_a_forum_file_that_was_adopted_after_another_is_in_force_though_a_fast_clock_adopted_that(store: Store) -> None:
    keys = StationKeys.generate()
    ahead = Instant(now() + 20 * 60 * 1000)
    files = {number: json.dumps({"forum": "harbour-2024", "edition": number}).encode() for number in (2, 3)}
    body = {"document": digest_of(files[2])}
    draft = dbkit.AnyDraft("forum.adopted", forum_subject(ForumId("harbour-2024")), body)
    fast = OwnLog(keys.station, keys.sign).write(draft, dbkit.fact_id(), Stamp(dbkit.hlc(ahead), ahead, 0))
    known = [each.fact_id for each in store.log.above({}, 100).facts if each.kind == "forum.adopted"]
    with store.unit() as unit:
        unit.keep(files[2])
        unit.take_in(fast)
        after = {"document": unit.keep(files[3]), "after": [*known, fast.fact_id]}
        mine = unit.record(replace(draft, content=after))
        unit.commit()
    assert mine.hlc < fast.hlc
    assert [row[1] for row in dbkit.dump(store)["forums"]] == [digest_of(files[3])]
    store.check()


def test_a_clock_that_is_set_back_comes_back_and_the_stamps_of_no_log_go_back(folder: Path) -> None:
    clock = Ticking(1_900_000_000_000)
    store = dbkit.new_store(folder, clock=clock)
    clock.at -= 86_400_000
    dbkit.register(store, PEOPLE[0])
    store.close()
    clock.at -= 86_400_000
    store = Store.open(folder, dbkit.around(clock))
    dbkit.register(store, PEOPLE[1])
    facts = store.log.above({}, 100).facts
    stamps = {each.subject: (each.log_id, wall(each.hlc), each.at) for each in facts}
    first, last = (stamps[delegate_subject(each.id)] for each in PEOPLE[:2])
    assert last[1] < first[1] < min(wall(each.hlc) for each in facts if each.kind == "station.enrolled")
    assert all(stamp // 1000 == at // 1000 for _, stamp, at in stamps.values())
    assert first[0] != last[0]
    assert station_id(store.keys.public_key) == store.station.id
    store.close()


def test_a_later_log_may_come_before_its_stations_enrolment(folder: Path, tmp_path: Path) -> None:
    other = dbkit.new_store(tmp_path / "other")
    other.close()
    other = Store.open(tmp_path / "other", dbkit.around())
    dbkit.register(other, PEOPLE[0])
    first, second = sorted(other_log(other), key=len)[::-1]
    store = dbkit.new_store(folder)
    admitted = {other.keys.station: other.keys.public_key}
    documents = bundle_above(other.log, {}, 10).documents
    for part, unproven in ((second, 1), (first, 0)):
        assert dbkit.merging(store).take(Bundle(tuple(part), documents), admitted).stored == len(part)
        assert store.check().unproven == unproven
        store.close()
        store = Store.open(folder, dbkit.around())
    store.close()
    other.close()


def other_log(store: Store) -> list[list[Fact]]:
    logs: dict[str, list[Fact]] = {}
    for fact in bundle_above(store.log, {}, 100).facts:
        logs.setdefault(fact.log_id, []).append(fact)
    return list(logs.values())


def test_details_that_arrive_after_their_fact_are_shown_then(store: Store, tmp_path: Path) -> None:
    other = dbkit.new_store(tmp_path / "other")
    dbkit.register(other, PEOPLE[0])
    bundle = bundle_above(other.log, {}, 100)
    admitted = {other.keys.station: other.keys.public_key}
    dbkit.merging(store).take(Bundle(bundle.facts, {}), admitted)
    card = store.queries().card(PEOPLE[0].id)
    assert card is not None
    assert (card.delegate.name, card.delegate.badge_no) == ("", PEOPLE[0].badge_no)
    taken = dbkit.merging(store).take(Bundle((), bundle.documents), admitted)
    assert Changed.DELEGATES in taken.changes
    card = store.queries().card(PEOPLE[0].id)
    assert card is not None
    assert card.delegate == PEOPLE[0]
    store.check()
    other.close()
