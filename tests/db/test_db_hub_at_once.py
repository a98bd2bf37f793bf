"""Several processes write to one hub's database, which may go away at any moment: nothing lost, nothing doubled."""

import json
import pickle
import random
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import dbkit
import psycopg
import pytest
import sqlalchemy as sa
from msgspec.structs import replace
from takerkit import KEY, OnPostgres, new_forum, on_postgres
from test_db_hostile import Stranger

from checkin_app.domain.chain import Known, Stored
from checkin_app.domain.facts import Fact
from checkin_app.domain.ids import ForumId, delegate_subject
from checkin_app.domain.problems import DiskFull
from checkin_app.domain.problems_hub_database import HubDatabaseAway
from db.hub import pieces
from db.hub.database import Database
from db.hub.hub_log import HubLog
from db.hub.tables import forums
from tests.postgres import Postgres
from tests.processes import started

WHO = delegate_subject(dbkit.delegate(1).id)
_GO = {"verdict": "go", "reason": "admitted", "checkpoint": "opening"}
WRITER = Path(__file__).parent / "hub_writer.py"
WRITERS = 4


def _log(length: int) -> list[Fact]:
    stranger = Stranger()
    return [*stranger.facts, *(stranger.fact("scan.decided", WHO, _GO) for _ in range(length - 1))]


def _place(fact: Fact) -> tuple[str, int]:
    return fact.log_id, fact.seq


def _deadlocks(database: Database) -> int:
    said = sa.text("SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()")
    return int(database.run(lambda link: link.scalar(said)) or 0)


@pytest.fixture
def alone(postgres: Postgres) -> Iterator[Database]:
    """Return a database that nobody else uses."""
    database = Database(postgres.new_database())
    yield database
    database.close()


def _written_by_all(url: str, isolation: str, forum: ForumId, work: Sequence[Any], folder: Path) -> list[list[str]]:
    """Let one process for each part of the work begin at the same moment, and return what each said of its facts."""
    with ExitStack() as stack:
        writers = []
        for number, batches in enumerate(work):
            file = folder / f"{number}.pickle"
            file.write_bytes(pickle.dumps(batches))
            command = [sys.executable, str(WRITER), url, isolation, forum, KEY.hex(), str(file)]
            writer = stack.enter_context(started(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE))
            writers.append(writer)
        for each in writers:
            assert each.stdout
            assert each.stdout.readline() == "ready\n"
        for each in writers:
            assert each.stdin
            each.stdin.write("\n")
            each.stdin.flush()
        answers = [each.communicate()[0] for each in writers]
    return [[word for batch in json.loads(answer) for word in batch] for answer in answers]


@pytest.mark.parametrize("isolation", ["READ COMMITTED", "SERIALIZABLE"])
def test_processes_that_bring_the_same_facts_at_once_store_each_once_and_never_lock_one_another_out(
    alone: Database, isolation: str, tmp_path: Path
) -> None:
    """Each brings everything, the logs in an order of its own, and of two logs another half that was written apart."""
    forum, chance = new_forum(), random.Random(8)
    logs = [_log(40) for _ in range(8)]
    forks = [[*log[:20], *(replace(each, actor="a restored copy") for each in log[20:21])] for log in logs[:2]]
    work = []
    for number in range(WRITERS):
        facts = sorted((fact for log in logs for fact in log), key=lambda fact: fact.seq)
        batches = [facts[place : place + 64] for place in range(0, len(facts), 64)]
        for each in batches:
            order = {log[0].log_id: chance.random() for log in logs}
            each.sort(key=lambda fact: (order[fact.log_id], fact.seq))
        if number % 2:
            batches[:0] = forks
        work.append(batches)
    url = alone.url.render_as_string(hide_password=False)
    HubLog(alone, forum, KEY)
    said = _written_by_all(url, isolation, forum, work, tmp_path)
    counted = Counter(word for each in said for word in each)
    log = HubLog(alone, forum, KEY)
    hub = OnPostgres(log, database=alone, forum=log._forum)
    held = hub.facts()
    assert sorted(map(_place, held)) == [*map(_place, sorted((f for each in logs for f in each), key=_place))] or (
        _where_forks_won(held, logs, forks)
    )
    assert counted["Stored"] == len(held), "each was stored by one of them"
    assert hub.aside(), "a log that was written twice is seen to be"
    _must_be_chained(held)
    if isolation == "READ COMMITTED":
        assert _deadlocks(alone) == 0


def _where_forks_won(held: Sequence[Fact], logs: Sequence[Sequence[Fact]], forks: Sequence[Sequence[Fact]]) -> bool:
    """Return whether all is held but what followed in a log of which the other half came first."""
    ends = {log[0].log_id: len(log) for log in logs}
    for fork in forks:
        if fork[-1] in held:
            ends[fork[0].log_id] = len(fork)
    return Counter(fact.log_id for fact in held) == Counter(ends)


def _must_be_chained(held: Sequence[Fact]) -> None:
    before: dict[str, Fact] = {}
    for fact in sorted(held, key=_place):
        last = before.get(fact.log_id)
        assert fact.seq == (last.seq + 1 if last else 1)
        assert not last or fact.prev_hash == last.hash()
        before[fact.log_id] = fact


def test_without_their_order_transactions_lock_one_another_out(
    alone: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The defence turned off: two lock the heads of the same logs one by one, from either end."""
    hub, logs = HubLog(alone, new_forum(), KEY), [_log(2) for _ in range(2)]
    hub.accept([log[0] for log in logs])
    both_hold_one, met = threading.Barrier(2), set[str]()
    lock, upwards = pieces.Piece._lock, sorted(log[0].log_id for log in logs)

    def locked_apart(piece: pieces.Piece, connection: sa.Connection, _log_ids: Any) -> dict[Any, Any]:
        name = threading.current_thread().name
        first, second = upwards if name == "up" else upwards[::-1]
        found = lock(piece, connection, {first})
        if name not in met:
            met.add(name)
            both_hold_one.wait(60)
        return found | lock(piece, connection, {second})

    monkeypatch.setattr(pieces.Piece, "_lock", locked_apart)
    facts = [log[1] for log in logs]
    threads = [threading.Thread(target=hub.accept, args=(facts,), name=name) for name in ("up", "down")]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert set(hub.vector().values()) == {2}, "whoever was locked out tried again"
    assert _deadlocks_in_the_end(alone)


def _deadlocks_in_the_end(database: Database) -> bool:
    """Return whether the server counted one; it writes its figures down when a connection ends."""
    database.engine.dispose()
    return any(_deadlocks(database) for _ in range(200))


def test_a_process_that_is_killed_leaves_whole_facts_and_the_next_goes_on_from_there(
    alone: Database, tmp_path: Path
) -> None:
    forum, facts = new_forum(), _log(3000)
    hub = HubLog(alone, forum, KEY)
    file = tmp_path / "facts.pickle"
    file.write_bytes(pickle.dumps([facts[place : place + 30] for place in range(0, len(facts), 30)]))
    url = alone.url.render_as_string(hide_password=False)
    command = [sys.executable, str(WRITER), url, "READ COMMITTED", forum, KEY.hex(), str(file)]
    with started(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as writer:
        assert writer.stdin
        writer.stdin.write("\n")
        writer.stdin.flush()
        while not hub.vector():
            assert writer.poll() is None
        writer.kill()
        writer.communicate()
    (reached,) = hub.vector().values()
    assert reached % 30 == 0, "a batch is whole or not there"
    assert hub.above({}, 5000).facts == tuple(facts[:reached])
    hub.accept(facts)
    assert hub.above({}, 5000).facts == tuple(facts)


# ---- a database that goes away


def _broken_at(database: Database, event: str, harm: Callable[[], None]) -> None:
    """Do harm once, when a transaction comes to a point."""
    done = []

    def strike(*_given: Any) -> None:
        if not done:
            done.append(True)
            harm()

    sa.event.listen(database.engine, event, strike)


@pytest.mark.parametrize("event", ["before_cursor_execute", "commit"])
def test_a_database_that_crashes_in_the_middle_of_a_batch_loses_and_doubles_nothing(event: str) -> None:
    from tests.postgres import running

    with running() as postgres:
        database = Database(postgres.new_database(), patience=120)
        hub = on_postgres(database)
        facts = _log(300)
        assert set(hub.log.accept(facts[:100]).judgements) == {Stored()}

        def crash() -> None:
            postgres.crash()
            postgres.start()

        _broken_at(database, event, crash)
        assert set(hub.log.accept(facts[100:200]).judgements) == {Stored()}, "what was not promised was written again"
        assert set(hub.log.accept(facts[200:]).judgements) == {Stored()}
        assert hub.facts() == facts
        database.close()


def test_a_commit_of_which_nothing_was_heard_is_found_to_be_known(
    hub_database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    hub, facts = on_postgres(hub_database), _log(20)
    dialect = hub_database.engine.dialect
    commit, lost = dialect.do_commit, []

    def committed(connection: Any) -> None:
        commit(connection)
        if not lost:
            lost.append(True)
            raise psycopg.OperationalError("the connection is lost")

    monkeypatch.setattr(dialect, "do_commit", committed)
    assert set(hub.log.accept(facts).judgements) == {Known()}
    assert lost
    assert hub.facts() == facts


def test_a_database_that_stays_away_is_said_to_be_and_nothing_is_acknowledged(postgres: Postgres) -> None:
    nowhere = Database(postgres.url().replace("host=", "host=/nowhere"), patience=0.05)
    with pytest.raises(HubDatabaseAway):
        HubLog(nowhere, new_forum(), KEY)
    nowhere.close()


def test_who_waits_for_a_process_that_froze_is_told_and_goes_on_when_it_is_gone(hub_database: Database) -> None:
    hub, facts = on_postgres(hub_database), _log(4)
    hub.log.accept(facts[:2])
    url = hub_database.url.render_as_string(hide_password=False)
    hasty = Database(url, patience=0.2)
    waiting = HubLog(hasty, ForumId(_named(hub)), KEY)
    with psycopg.connect(url.replace("+psycopg", "")) as frozen:
        frozen.execute("SELECT 1 FROM hub_logs WHERE forum = %s FOR UPDATE", (hub.forum,))
        with pytest.raises(HubDatabaseAway):
            waiting.accept(facts[2:])
        frozen.rollback()
    assert set(waiting.accept(facts[2:]).judgements) == {Stored()}
    hasty.close()


def test_each_connection_is_let_go_by_the_server_where_its_process_freezes(hub_database: Database) -> None:
    said = sa.text("SHOW idle_in_transaction_session_timeout")
    assert hub_database.run(lambda link: link.scalar(said)) == "30s"


def _named(hub: OnPostgres) -> str:
    assert hub.database
    said = sa.select(forums.c.name).where(forums.c.forum == hub.forum)
    return str(hub.database.run(lambda link: link.scalar(said)))


def test_a_full_disk_of_the_database_is_said_to_be_full_and_nothing_is_acknowledged(
    hub_database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    hub, facts = on_postgres(hub_database), _log(3)

    def full(_connection: Any) -> None:
        raise psycopg.errors.DiskFull("could not extend file")

    with monkeypatch.context() as patch:
        patch.setattr(hub_database.engine.dialect, "do_commit", full)
        with pytest.raises(DiskFull):
            hub.log.accept(facts)
    assert hub.facts() == []
    assert set(hub.log.accept(facts).judgements) == {Stored()}


@pytest.mark.parametrize("url", ["", "nonsense", "sqlite:///store.db", "postgresql://host:port/x"])
def test_what_is_no_address_of_a_postgresql_is_said_to_be_none(url: str) -> None:
    with pytest.raises(HubDatabaseAway):
        Database(url)


def test_a_bug_of_ours_is_not_taken_for_a_database_that_is_away(hub_database: Database) -> None:
    with pytest.raises(sa.exc.ProgrammingError):
        hub_database.run(lambda link: link.execute(sa.text("SELECT nonsense")))
