"""What `check` must find: an edited body, a removed fact, a changed projection, and whatever else was touched."""

from collections.abc import Callable
from pathlib import Path

import dbkit
import pytest
from msgspec.structs import replace

from checkin_app.domain.canonical import canonical
from checkin_app.domain.facts import Fact
from checkin_app.domain.ids import BusCode, Instant, Subject, bus_checkpoint, delegate_subject
from checkin_app.domain.kinds import registry
from checkin_app.domain.problems import ChainBroken, ProjectionsDiffer, StoreCorrupt, WorkStopped
from checkin_app.domain.roles import OperatorRole
from checkin_app.services.badges import Badges
from checkin_app.services.dispatch import Dispatch
from checkin_app.services.enrolling import Enrolling
from checkin_app.services.merges import Merges
from checkin_app.services.operators import Operators
from db import checking, engine
from db.folding import Folding
from db.projections.columns import metadata
from db.projections.registry import TABLES
from db.store import Store

PEOPLE = [dbkit.delegate(number) for number in range(5)]
BUS = BusCode("1-1")


@pytest.fixture
def busy(store: Store) -> Store:
    """A store in which every projection has a row."""
    dbkit.take_in(store, *PEOPLE)
    dbkit.add_bus(store, BUS)
    scanning, dispatch, badges = dbkit.scanning(store), Dispatch(store.unit), Badges(store.unit, store.keys)
    for person in PEOPLE:
        scanning.scan([dbkit.code_of(store, person.id)], dbkit.OPENING)
    dispatch.assign(PEOPLE[0].id, BUS)
    scanning.scan([dbkit.code_of(store, PEOPLE[0].id)], bus_checkpoint(BUS))
    badges.replace(PEOPLE[1].id, "lost", former=1)
    Merges(store.unit).merge(PEOPLE[4].id, PEOPLE[3].id)
    with store.unit() as unit:
        body = {"delegate": PEOPLE[0].id, "issue": 1, "printer": "desk", "state": "owed", "detail": ""}
        unit.record(dbkit.AnyDraft("job.changed", _job(unit.new_id()), body))
        said = {"what": "two_edits", "about": PEOPLE[0].id, "field": "phone", "rehearsal": False, "choice": "wait"}
        settled = {**said, "claims": [], "shown_by": [], "after": []}
        unit.record(dbkit.AnyDraft("contradiction.settled", Subject("contradiction:" + "c" * 16), settled))
        standby = {"what": "standby", "knows": [], "rehearsal": False, "bus": BUS, "route": "1"}
        unit.record(dbkit.AnyDraft("ride.said", delegate_subject(PEOPLE[2].id), standby))
        unit.record(dbkit.AnyDraft("badge.issued", delegate_subject(PEOPLE[2].id), {"issue": 1}))
        crewed = {"after": [], "crew": {"driver": 1, "medic": 0}}
        unit.record(dbkit.AnyDraft("bus.crewed", Subject(f"bus:{BUS}"), crewed))
        unit.commit()
    Enrolling(store.unit).ask(b"k" * 32, "Desk B")
    Operators(store.unit).add("Lena Lead", OperatorRole.LEAD)
    return store


def _job(job: str) -> Subject:
    return Subject(f"job:{job}")


def _sql(store: Store, *statements: str) -> None:
    with store._writer.plain() as link:
        for statement in statements:
            link.script(statement)


def test_a_sound_store_passes_with_every_projection_in_use(busy: Store) -> None:
    assert not [name for name, rows in dbkit.dump(busy).items() if not rows]
    report = busy.check()
    assert (report.facts, report.rebuilt) == (busy.queries().health().facts, ())


_LAST = "(SELECT max(arrival) FROM facts)"
_EARLY = "(SELECT min(arrival) + 3 FROM facts)"
JOURNAL_DAMAGE = {
    "an edited body": f"UPDATE facts SET body = CAST(replace(body, 'values', 'valueS') AS BLOB) WHERE arrival = {_EARLY}",
    "an edited last body": f"UPDATE facts SET body = CAST(body || ' ' AS BLOB) WHERE arrival = {_LAST}",
    "an edited time": f"UPDATE facts SET at = at + 1 WHERE arrival = {_EARLY}",
    "an edited subject": f"UPDATE facts SET subject = 'delegate:0000000000000009' WHERE arrival = {_LAST}",
    "an edited signature": f"UPDATE facts SET signature = zeroblob(64) WHERE arrival = {_EARLY}",
    "a removed fact": f"DELETE FROM facts WHERE arrival = {_EARLY}",
    "a removed last fact": f"DELETE FROM facts WHERE arrival = {_LAST}",
    "a fact hidden from folding": f"UPDATE facts SET aspect = NULL WHERE arrival = {_EARLY}",
    "a removed log": "DELETE FROM logs WHERE clock = (SELECT max(clock) FROM logs)",
    "a fact of another log": f"UPDATE facts SET log_id = '{'0' * 32}', seq = 1 WHERE arrival = {_LAST}",
}


@pytest.mark.parametrize("damage", JOURNAL_DAMAGE)
def test_check_finds(busy: Store, damage: str) -> None:
    _sql(busy, JOURNAL_DAMAGE[damage])
    with pytest.raises(ChainBroken):
        busy.check()


def _facts(store: Store) -> list[Fact]:
    return list(store.log.above({}, 1000).facts)


def test_check_finds_a_last_fact_that_was_edited_and_chained_anew(busy: Store) -> None:
    last = max(_facts(busy), key=lambda each: each.hlc)
    forged = replace(last, at=Instant(last.at + 1))
    _sql(
        busy,
        f"UPDATE facts SET at = at + 1 WHERE arrival = {_LAST}",
        f"UPDATE logs SET head_hash = x'{forged.hash().hex()}' WHERE log_id = '{last.log_id}'",
    )
    with pytest.raises(ChainBroken, match="signature"):
        busy.check()


def test_check_finds_a_fact_replaced_by_another_that_the_station_signed_too(busy: Store) -> None:
    former = next(each for each in _facts(busy) if each.kind == "delegate.registered")
    body = former.body.replace(b'"accessible":false', b'"accessible":true')
    assert body != former.body
    other = replace(former, body=body)
    signature = busy.keys.sign(other.signed_bytes())
    _sql(
        busy,
        f"UPDATE facts SET body = x'{body.hex()}', signature = x'{signature.hex()}' WHERE fact_id = '{former.fact_id}'",
    )
    with pytest.raises(ChainBroken, match="the fact before it was changed"):
        busy.check()


def test_check_finds_a_changed_document(busy: Store) -> None:
    _sql(busy, "UPDATE documents SET content = CAST(content || ' ' AS BLOB)")
    with pytest.raises(StoreCorrupt):
        busy.check()


def test_a_page_that_the_file_itself_has_not_got_yet_is_no_damage(store: Store) -> None:
    """Whoever reads an earlier state keeps newer pages out of the file: others beyond them may be there already."""
    with store._writer.plain() as link:
        link.script("CREATE TABLE spare (id INTEGER PRIMARY KEY, content BLOB)")
        numbers = "WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 500)"
        link.script(f"INSERT INTO spare {numbers} SELECT i, randomblob(3000) FROM n")
    with store._queries.reading() as earlier:
        assert earlier.script("SELECT count(*) FROM spare") == [(500,)]
        with store._writer.plain() as link:
            link.script("UPDATE spare SET content = randomblob(3000) WHERE id < 100")
            link.script("PRAGMA wal_checkpoint(PASSIVE)")
        store.check()


def _remove(table: str) -> str:
    return f"DELETE FROM {table}"


def _double(table: str) -> str:
    key = next(iter(metadata.tables[table].primary_key)).name
    return f"UPDATE {table} SET {key} = {key} || '9'"


@pytest.mark.parametrize("damage", [_remove, _double])
@pytest.mark.parametrize("table", [table.name for table in TABLES if table.name != "stations"])
def test_check_finds_a_changed_projection_and_repair_mends_it(
    busy: Store, table: str, damage: Callable[[str], str]
) -> None:
    before = dbkit.dump(busy)
    _sql(busy, damage(table))
    with pytest.raises(ProjectionsDiffer, match=table):
        busy.check()
    report = busy.check(repair=True)
    assert report.rebuilt == (table,)
    assert dbkit.dump(busy) == before
    assert busy.check().rebuilt == ()


def test_a_check_keeps_nobody_from_scanning(busy: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    rebuild = Folding.rebuild

    def scan_meanwhile(folding: Folding) -> None:
        dbkit.scanning(busy).scan([dbkit.code_of(busy, PEOPLE[2].id)], dbkit.OPENING)
        rebuild(folding)

    monkeypatch.setattr(Folding, "rebuild", scan_meanwhile)
    before = busy.queries().health().facts
    assert busy.check().facts == before
    assert busy.queries().health().facts == before + 1


def test_repair_makes_people_findable_again(busy: Store) -> None:
    _sql(busy, "DELETE FROM finding_rows")
    assert not busy.queries().find("person 1")
    busy.check(repair=True)
    assert busy.queries().find("person 1")


def test_check_changes_nothing_and_repair_never_touches_facts(busy: Store) -> None:
    def facts() -> list[tuple[object, ...]]:
        with busy._writer.plain() as link:
            return link.script("SELECT * FROM facts ORDER BY arrival")

    before = facts()
    busy.check()
    busy.check(repair=True)
    assert facts() == before


def test_an_opening_verifies_the_last_links(folder: Path) -> None:
    store = dbkit.new_store(folder)
    dbkit.register(store, *PEOPLE)
    _sql(store, JOURNAL_DAMAGE["an edited last body"])
    store.close()
    with pytest.raises(ChainBroken):
        Store.open(folder, dbkit.around())


def test_a_body_that_cannot_be_read_back_is_refused_before_it_is_written(store: Store) -> None:
    subject = delegate_subject(PEOPLE[0].id)
    with store.unit() as unit:
        with pytest.raises(ValueError, match="cannot be read back"):
            unit.record(dbkit.AnyDraft("badge.revoked", subject, {"reason": 5}))
        with pytest.raises(ValueError, match="surrogates"):
            unit.record(dbkit.AnyDraft("badge.revoked", subject, {"reason": "\ud800"}))
        unit.record(dbkit.AnyDraft("badge.revoked", subject, {"reason": "late"}))
        unit.commit()
    assert store.check().facts == 3


def test_a_document_that_is_no_json_counts_as_none(store: Store) -> None:
    subject = delegate_subject(PEOPLE[0].id)
    with store.unit() as unit:
        for document in (b"\xff", b"[1]", b"[" * 100_000, canonical({"name": 7})):
            body = {"values": {"badge_no": "0007"}, "document": unit.keep(document)}
            unit.record(dbkit.AnyDraft("delegate.registered", subject, body))
        person = unit.delegate(PEOPLE[0].id)
        unit.commit()
    assert person is not None
    assert (person.name, person.badge_no) == ("", "0007")
    store.check()


def test_a_store_whose_facts_another_version_read_otherwise_opens_and_is_read_anew(
    busy: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is noted beside a fact is this version's reading of it: an update must not look like a broken chain."""
    sound = dbkit.dump(busy)
    _sql(busy, "UPDATE facts SET aspect = NULL, target = NULL, document = NULL, unread = 1", "DELETE FROM delegates")
    busy.close()
    monkeypatch.setattr(registry, "FORM", registry.FORM + 1)
    store = Store.open(busy.folder, dbkit.around())
    assert dbkit.dump(store) == sound
    store.check()
    store.close()


def test_repair_reads_a_fact_that_was_hidden_from_folding(busy: Store) -> None:
    sound = dbkit.dump(busy)
    _sql(busy, JOURNAL_DAMAGE["a fact hidden from folding"])
    busy.check(repair=True)
    assert dbkit.dump(busy) == sound
    busy.check()


def test_repair_of_a_broken_chain_changes_nothing(busy: Store) -> None:
    _sql(busy, JOURNAL_DAMAGE["an edited body"], JOURNAL_DAMAGE["a fact hidden from folding"])
    with pytest.raises(ChainBroken):
        busy.check(repair=True)
    with busy._writer.plain() as link:
        assert link.script(f"SELECT aspect FROM facts WHERE arrival = {_EARLY}") == [(None,)]


def test_a_check_tells_how_far_it_is_and_ends_in_the_midst_of_it_as_asked(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checking, "_TOLD", 1)
    told: list[tuple[int, int]] = []
    report = store.check(progress=lambda done, whole: told.append((done, whole)))
    assert told == [*((done, report.facts) for done in range(1, report.facts + 1)), (0, 0)]


@pytest.mark.parametrize("repair", [False, True])
def test_a_check_that_is_stopped_ends_in_the_midst_of_a_statement_and_leaves_all_as_it_was(
    store: Store, monkeypatch: pytest.MonkeyPatch, *, repair: bool
) -> None:
    monkeypatch.setattr(engine, "_STEPS", 1)
    with pytest.raises(WorkStopped):
        store.check(repair=repair, stopped=lambda: True)
    assert not store.check().rebuilt


def test_a_backup_says_what_is_in_it_and_one_that_does_not_open_says_that(store: Store) -> None:
    store.backup()
    dbkit.register(store, *PEOPLE[:3])
    written = store.backup()
    newest, older = store.backups()
    assert (newest.people, older.people) == (3, 0)
    assert newest.facts == older.facts + 3
    written.write_bytes(b"\0" * 8192)
    assert [each.readable for each in store.backups()] == [False, True]
