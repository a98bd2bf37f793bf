"""What a hub takes in on PostgreSQL, and what a bare COPY of the same rows takes, by the work that a fact costs."""

import threading
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from typing import Any

import dbkit
import psycopg
from takerkit import KEY, new_forum
from test_db_hostile import Stranger

from checkin_app.domain.facts import Fact
from checkin_app.domain.ids import ForumId
from db.hub.database import Database
from db.hub.hub_log import HubLog
from db.hub.pieces import _COPIED, Piece
from db.hub.sealing import Seal
from tests.postgres import Postgres

WRITERS, FACTS, BATCH = 4, 10_000, 1000


def costs(server: Postgres) -> tuple[float, float]:
    """Return the seconds of a core that a fact costs in batches of several writers, here and in the server, and the floor."""
    url = server.new_database()
    with closing(Database(url)) as database:
        return _costs_in(database, url, server)


def _costs_in(database: Database, url: str, server: Postgres) -> tuple[float, float]:
    forum = new_forum()
    logs = [_written(FACTS) for _ in range(WRITERS)]
    hub = HubLog(database, forum, KEY)
    hub.accept(logs[0][:BATCH])  # statements are compiled once

    def take(facts: Sequence[Fact]) -> None:
        for place in range(0, len(facts), BATCH):
            hub.accept(facts[place : place + BATCH])

    def copy(rows: Sequence[Any]) -> None:
        with psycopg.connect(url.replace("+psycopg", "")) as link:
            for place in range(0, len(rows), BATCH):
                with link.cursor() as cursor, cursor.copy("COPY bare FROM STDIN (FORMAT BINARY)") as stream:
                    stream.set_types(_COPIED)
                    for row in rows[place : place + BATCH]:
                        stream.write_row(row)
                link.commit()

    with psycopg.connect(url.replace("+psycopg", "")) as link:
        link.execute("CREATE TABLE bare (a int8, b uuid, c int8, d int8, e uuid, f bytea, PRIMARY KEY (a, b, c))")
    cost = _cost(server, take, [logs[0][BATCH:], *logs[1:]])
    floor = _cost(server, copy, [_rows(forum, log) for log in logs])
    assert sum(hub.vector().values()) == WRITERS * FACTS
    return cost, floor


def _written(length: int) -> list[Fact]:
    stranger = Stranger()
    body = {"verdict": "go", "reason": "admitted", "checkpoint": "opening", "details": {}}
    people = (dbkit.delegate(number).id for number in range(length - 1))
    scans = (stranger.fact("scan.decided", f"delegate:{who}", {**body, "delegate": who}) for who in people)
    return [*stranger.facts, *scans]


def _spent(server: Postgres) -> float:
    """Return the seconds of a core that this process and the server have used."""
    return server.spent() + time.process_time()


def _cost(server: Postgres, work: Callable[[Any], None], parts: Sequence[Any]) -> float:
    """Return the seconds of a core that one fact costs when all parts are worked on at once."""
    before = _spent(server)
    threads = [threading.Thread(target=work, args=(each,)) for each in parts]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    return (_spent(server) - before) / sum(map(len, parts))


def _rows(forum: ForumId, facts: Sequence[Fact]) -> list[Any]:
    piece = Piece(1, Seal(KEY, forum), dbkit.now(), {})
    piece._stored = [*facts]
    return list(piece._rows())
