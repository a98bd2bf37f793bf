"""The two stores that take facts in, as tests of what both do see them."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

import dbkit
import sqlalchemy as sa
from test_db_hostile import Stranger

from checkin_app.domain.facts import Fact
from checkin_app.domain.ids import ForumId
from checkin_app.runtime.keys import StationKeys
from checkin_app.services.merging import Bundle, MergeResult, Merging
from checkin_app.services.ports.fact_log import FactLog
from checkin_app.services.ports.kept_out import KeptOut
from db.hub import tables
from db.hub.database import Database
from db.hub.hub_log import HubLog
from db.store import Store

KEY = bytes(range(32))
_numbers = count(1)


def new_forum() -> ForumId:
    return ForumId(f"forum-{next(_numbers)}")


@dataclass
class Taker:
    """A store of either kind."""

    log: FactLog
    own: Sequence[Fact] = ()
    """What it holds from the beginning."""
    keys: StationKeys = field(default_factory=StationKeys.generate)

    def kept_out(self) -> KeptOut:
        raise NotImplementedError

    def aside(self) -> set[bytes]:
        """Return the hashes of what is set aside."""
        raise NotImplementedError

    def rows_kept_out(self) -> list[Any]:
        raise NotImplementedError

    def take(self, *facts: Fact, vouching: Stranger, documents: Mapping[Any, bytes] | None = None) -> MergeResult:
        admitted = {vouching.keys.station: vouching.keys.public_key}
        return Merging(self.log, self.keys).take(Bundle(facts, documents or {}), admitted)

    def facts(self) -> list[Fact]:
        """Return what was brought."""
        return [each for each in self.log.above({}, 100_000).facts if each not in self.own]

    def heads(self) -> dict[str, int]:
        return {log: seq for log, seq in self.log.vector().items() if log not in {each.log_id for each in self.own}}


@dataclass
class OnSqlite(Taker):
    store: Store | None = None

    def kept_out(self) -> KeptOut:
        return self._store.queries().kept_out()

    def aside(self) -> set[bytes]:
        with self._store._writer.plain() as link:
            return {row[0] for row in link.script("SELECT hash FROM quarantine")}

    def rows_kept_out(self) -> list[Any]:
        with self._store._writer.plain() as link:
            return link.script("SELECT * FROM kept_out")

    @property
    def _store(self) -> Store:
        assert self.store
        return self.store


@dataclass
class OnPostgres(Taker):
    database: Database | None = None
    forum: int = 0

    def kept_out(self) -> KeptOut:
        assert isinstance(self.log, HubLog)
        return self.log.kept_out()

    def aside(self) -> set[bytes]:
        return {row.hash for row in self.rows(tables.quarantine)}

    def rows_kept_out(self) -> list[Any]:
        return self.rows(tables.kept_out)

    def rows(self, table: sa.Table) -> list[Any]:
        assert self.database
        said = sa.select(table).where(table.c.forum == self.forum)
        return [*self.database.run(lambda link: link.execute(said).all())]


@contextmanager
def on_sqlite(folder: Path) -> Iterator[OnSqlite]:
    store = dbkit.new_store(folder)
    try:
        yield OnSqlite(store.log, store.log.above({}, 100).facts, store.keys, store=store)
    finally:
        store.close()


def on_postgres(database: Database) -> OnPostgres:
    """Return an empty log of a forum of its own."""
    forum = new_forum()
    log = HubLog(database, forum, KEY)
    return OnPostgres(log, database=database, forum=log._forum)
