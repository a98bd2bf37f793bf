"""A hub's log on PostgreSQL: sealed, versioned, in words that distributed ones understand, and whole after any crash."""

import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import dbkit
import pytest
import sqlalchemy as sa
from msgspec.structs import replace
from takerkit import KEY, OnPostgres, new_forum, on_postgres
from test_db_hostile import Stranger

from checkin_app.domain.canonical import digest_of
from checkin_app.domain.chain import Fork, Forked, Why
from checkin_app.domain.facts import Fact
from checkin_app.domain.ids import ForumId, delegate_subject
from checkin_app.domain.kinds.body import Body
from checkin_app.domain.kinds.registry import KINDS
from checkin_app.domain.problems_hub_database import HubDatabaseForeign, HubDatabaseNewer
from db.hub import offers, pieces, schema, tables
from db.hub.arrays import given
from db.hub.database import Database
from db.hub.hub_log import HubLog
from db.hub.naming import forum_key, log_key
from tests.postgres import Postgres

WHO = delegate_subject(dbkit.delegate(1).id)
_GO = {"verdict": "go", "reason": "admitted", "checkpoint": "opening"}
DETAILS = b'{"name":"Amina Okonkwo","phone":"+49 170 1234567"}'


def _log(length: int) -> list[Fact]:
    stranger = Stranger()
    return [*stranger.facts, *(stranger.fact("scan.decided", WHO, _GO) for _ in range(length - 1))]


def _registered() -> list[Fact]:
    """Return a log of two facts, of which the second names `DETAILS`."""
    stranger = Stranger()
    body = {"values": {}, "document": digest_of(DETAILS)}
    return [*stranger.facts, stranger.fact("delegate.registered", WHO, body)]


@pytest.fixture
def hub(hub_database: Database) -> OnPostgres:
    return on_postgres(hub_database)


@pytest.fixture
def empty(postgres: Postgres) -> Iterator[Database]:
    """Return a database in which nothing is made yet."""
    database = Database(postgres.new_database())
    yield database
    database.close()


@contextmanager
def heard(database: Database) -> Iterator[list[str]]:
    """Listen to the statements that are said."""
    said: list[str] = []

    def note(_link: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        said.append(statement)

    sa.event.listen(database.engine, "before_cursor_execute", note)
    try:
        yield said
    finally:
        sa.event.remove(database.engine, "before_cursor_execute", note)


def _everything(hub: OnPostgres) -> None:
    """Take in, refuse, set aside and give."""
    stranger = Stranger()
    documented = stranger.fact("delegate.registered", WHO, {"values": {}, "document": digest_of(DETAILS)})
    forked = replace(documented, actor="Somebody Else")
    hub.log.accept([*stranger.facts, documented, forked])
    hub.log.accept([], [DETAILS])
    hub.log.accept([stranger.fact("scan.decided", WHO, _GO, fact_id=documented.fact_id)])
    hub.take(replace(documented, seq=9), vouching=Stranger())
    hub.log.keep_out_misplaced(stranger.keys.station, 3)
    assert hub.facts() == hub.log.following(dict.fromkeys(hub.heads(), 0), 10)
    assert hub.log.unheld([digest_of(DETAILS)]) == hub.log.lacking_documents() == []
    assert hub.kept_out().refused == 4
    assert hub.log.station_keys() == {stranger.keys.station: hub.log.station_key(stranger.keys.station)}
    assert hub.log.documents_of([documented]) == {digest_of(DETAILS): DETAILS}


# ---- what the database sees


def test_nothing_that_a_person_is_known_by_reaches_the_database(hub: OnPostgres) -> None:
    _everything(hub)
    kept = [table for table in tables.metadata.sorted_tables if table not in (tables.form, tables.awaited)]
    rows = [(table, row) for table in kept for row in hub.rows(table)]
    assert {table for table, _ in rows} == {*kept}, "each table was tried"
    seen = b"\n".join(_bytes(value) for _, row in rows for value in row)
    for secret in (b"Amina", b"170 1234567", b"Somebody", b"scan.decided", WHO.encode(), WHO[-16:].encode(), DETAILS):
        assert secret not in seen
    digest = digest_of(DETAILS)
    assert digest.encode() not in seen
    assert bytes.fromhex(digest) not in seen, "who guesses a document is not told that he guessed right"


def _bytes(value: object) -> bytes:
    return value if isinstance(value, bytes) else str(value).encode()


def test_a_row_that_was_spoilt_or_put_elsewhere_is_given_as_no_fact_and_costs_no_other(hub: OnPostgres) -> None:
    one, two, three, four = _log(4)
    hub.log.accept([one, two, three, four])
    second, third = (row.sealed for row in sorted(hub.rows(tables.facts), key=lambda row: row.seq)[1:3])
    facts = tables.facts
    for seq, sealed in ((2, third), (3, second)):
        assert hub.database
        hub.database.run(
            lambda link, seq=seq, sealed=sealed: link.execute(
                sa.update(facts).where(facts.c.forum == hub.forum, facts.c.seq == seq).values(sealed=sealed)
            )
        )
    offered = hub.log.above({}, 10)
    assert offered.facts == (one, four)
    assert [(each.seq, each.why) for each in offered.malformed] == [(2, Why.MALFORMED), (3, Why.MALFORMED)]
    assert hub.log.following({one.log_id: 0}, 10) == [one]
    assert hub.log.accept([two]).judgements == (Forked(Fork.OCCUPIED),), "nobody can say that it is the same"


def test_a_document_that_was_spoilt_is_named_and_not_given(hub: OnPostgres) -> None:
    hub.log.accept(_registered(), [DETAILS])
    documents = tables.documents
    assert hub.database
    hub.database.run(lambda link: link.execute(sa.update(documents).values(sealed=b"x" * 40)))
    assert hub.log.documents([digest_of(DETAILS)]) == {}
    assert hub.log.spoilt_documents([digest_of(DETAILS)]) == [digest_of(DETAILS)]


def test_a_process_with_another_key_is_refused_before_it_writes(hub_database: Database) -> None:
    forum = new_forum()
    log = HubLog(hub_database, forum, KEY)
    log.accept(_log(1))
    with pytest.raises(HubDatabaseForeign):
        HubLog(hub_database, forum, bytes(32))
    with pytest.raises(ValueError, match="32 bytes"):
        HubLog(hub_database, new_forum(), b"short")
    assert HubLog(hub_database, forum, KEY).above({}, 10) == log.above({}, 10)


def test_forums_do_not_see_one_another(hub_database: Database) -> None:
    one, other = on_postgres(hub_database), on_postgres(hub_database)
    facts = _registered()
    one.log.accept(facts, [DETAILS])
    assert (other.heads(), other.facts(), other.log.station_keys()) == ({}, [], {})
    assert other.log.documents([digest_of(DETAILS)]) == {}
    other.log.accept(facts)
    assert other.facts() == one.facts()


# ---- its form


def test_the_form_is_made_once_though_several_processes_come_at_the_same_moment(empty: Database) -> None:
    databases = [Database(empty.url.render_as_string(hide_password=False)) for _ in range(4)]
    begin, logs = threading.Barrier(4), []
    forum = new_forum()

    def come(database: Database) -> None:
        begin.wait()
        logs.append(HubLog(database, forum, KEY))

    threads = [threading.Thread(target=come, args=(each,)) for each in databases]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert len(logs) == 4
    assert empty.run(lambda link: link.scalars(sa.select(tables.form.c.form)).all()) == [schema.FORM]
    for each in databases:
        each.close()


@pytest.mark.parametrize("made", ["TABLE twice (number INT)", "TYPE twice AS ENUM ('one')"])
def test_what_another_process_made_meanwhile_is_looked_for_again(empty: Database, made: str) -> None:
    tries: list[str] = []

    def make(connection: sa.Connection) -> str:
        tries.append(made)
        for _ in range(3 - len(tries)):
            connection.execute(sa.text(f"CREATE {made}"))
        return made

    assert empty.run(make) == made
    assert len(tries) == 2


def test_a_newer_form_is_refused_and_nothing_is_changed(empty: Database) -> None:
    HubLog(empty, ForumId("f"), KEY)
    empty.run(lambda link: link.execute(sa.update(tables.form).values(form=schema.FORM + 1)))
    with pytest.raises(HubDatabaseNewer):
        HubLog(empty, ForumId("g"), KEY)
    assert empty.run(lambda link: link.scalars(sa.select(tables.forums.c.name)).all()) == ["f"]


def test_each_forum_has_its_own_part_of_what_grows(empty: Database) -> None:
    for name in ("one", "other"):
        HubLog(empty, ForumId(name), KEY).accept(_registered(), [DETAILS])
    for table in ("hub_facts", "hub_documents"):
        for name, rows in (("one", 2), ("other", 2)):
            part = f"{table}_{forum_key(ForumId(name)) % 2**64:016x}"
            found = empty.run(lambda link, part=part: link.scalar(sa.text(f"SELECT count(*) FROM {part}")))
            assert found == (rows if table == "hub_facts" else 1)


# ---- its words


#: What Citus, YugabyteDB and CockroachDB lack or do otherwise, and what would tie a hub to one server.
FOREIGN = re.compile(
    r"advisory|nextval|serial|ctid|LISTEN|TRUNCATE|LOCK TABLE|FOR SHARE|SKIP LOCKED|MERGE|TRIGGER|TABLESAMPLE|xmin|RETURNING",
    re.IGNORECASE,
)
FUNCTIONS = {"unnest", "coalesce", "count", "sum", "max", "octet_length", "any", "exists", "lateral", "values", "in"}


def test_what_is_said_is_understood_by_distributed_databases_and_names_the_forum(hub: OnPostgres) -> None:
    assert hub.database
    with heard(hub.database) as said:
        _everything(hub)
    assert len({*said}) > 12, "everything was said"
    for statement in said:
        assert not FOREIGN.search(statement), statement
        assert re.search(r"\bforum\b", statement), f"rows are spread by it: {statement}"
        called = {name.lower() for name in re.findall(r"([a-z_]+)\(", statement, re.IGNORECASE)}
        assert called <= FUNCTIONS, statement


def test_every_key_begins_with_the_forum() -> None:
    for table in tables.metadata.sorted_tables:
        if table is not tables.form:
            assert next(iter(table.primary_key.columns)).name == "forum", table
        for index in table.indexes:
            assert next(iter(index.columns)).name == "forum", index


def test_whatever_names_a_document_is_read_for_it() -> None:
    naming = {each for each in KINDS.values() if each.document is not Body.document}
    assert naming
    assert naming <= pieces._TELLING


def test_facts_above_a_vector_are_found_by_the_index_of_their_places_however_many_logs_there_are(
    hub: OnPostgres,
) -> None:
    """Begun from the heads, with a limit within: begun from the vector, logs that nobody named would be left out."""
    assert hub.database
    logs = [_log(4) for _ in range(20)]
    hub.log.accept([fact for log in logs for fact in log])
    keys = {"log_ids": [log_key(log[0].log_id) for log in logs[1:]]}
    bound = given(log_id=keys["log_ids"], seq=[4] * 19)

    def planned(link: sa.Connection) -> str:
        link.execute(sa.text("SET LOCAL enable_seqscan = off"))  # of so few rows, the whole is read faster
        compiled = offers._ABOVE.compile(dialect=link.dialect)
        rows = link.exec_driver_sql(f"EXPLAIN {compiled}", {"forum": hub.forum, "most": 100, "most_1": 100, **bound})
        return "\n".join(row[0] for row in rows)

    plan = hub.database.run(planned)
    assert "Seq Scan on hub_facts" not in plan, plan
    assert re.search(r"Index Scan using hub_facts_\w+_pkey on hub_facts_", plan), plan
    assert plan.index("Limit") < plan.rindex("Limit"), "one limit for all, and one within for each log"
    assert hub.log.above({log[0].log_id: 4 for log in logs[1:]}, 100).facts == tuple(logs[0])


def test_what_a_shut_out_laptop_wrote_is_kept_whole_and_given_to_nobody(hub: OnPostgres) -> None:
    facts = _log(2)
    assert isinstance(hub.log, HubLog)
    for _ in range(2):
        hub.log.set_aside(facts)
    assert hub.aside() == {each.hash() for each in facts}
    assert (hub.facts(), hub.heads(), hub.kept_out().set_aside) == ([], {}, 2)
