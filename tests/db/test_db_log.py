"""The log is a room of its own: it is said in words that SQLite and PostgreSQL both understand, and knows no fold."""

import ast
import importlib
import pkgutil
from pathlib import Path

import dbkit
import pytest
import sqlalchemy as sa
from msgspec.structs import replace
from sqlalchemy.dialects import postgresql, sqlite
from takerkit import Taker

from checkin_app.domain.chain import Forked, Known, Stored
from checkin_app.domain.changes import Changed
from checkin_app.domain.ids import Digest
from db import log
from db.engine import Prepared
from db.log import documents, tables
from db.store import Store

MODULES = [importlib.import_module(f"db.log.{each.name}") for each in pkgutil.iter_modules(log.__path__)]
STATEMENTS = {
    f"{module.__name__.rpartition('.')[2]}.{name}": each
    for module in MODULES
    for name, each in vars(module).items()
    if isinstance(each, Prepared)
}
DIALECTS = {"sqlite": sqlite.dialect(paramstyle="named"), "postgresql": postgresql.dialect()}
#: Words that are one database's alone.
FOREIGN = {"sqlite": ("::", "convert_to", "json_array"), "postgresql": ("typeof", "json_each", "BLOB", "WITHOUT ROWID")}


@pytest.mark.parametrize("dialect", DIALECTS)
@pytest.mark.parametrize("name", STATEMENTS)
def test_every_statement_of_the_log_is_understood_by_both_databases(name: str, dialect: str) -> None:
    said = str(STATEMENTS[name].statement.compile(dialect=DIALECTS[dialect]))
    assert not [word for word in FOREIGN[dialect] if word in said]


@pytest.mark.parametrize("dialect", DIALECTS)
@pytest.mark.parametrize("table", tables.metadata.tables.values(), ids=str)
def test_every_table_of_the_log_can_be_made_in_both_databases(table: sa.Table, dialect: str) -> None:
    made = [sa.schema.CreateTable(table), *(sa.schema.CreateIndex(each) for each in table.indexes)]
    said = " ".join(str(each.compile(dialect=DIALECTS[dialect])) for each in made)
    assert not [word for word in FOREIGN[dialect] if word in said]
    assert said.count(" WHERE ") == (5 if table is tables.facts else 0), "an index of some rows is one in both"
    if dialect == "postgresql":
        assert "INTEGER" not in said, "it holds 32 bits there"


def test_nothing_in_the_log_is_said_beside_its_statements() -> None:
    """Text goes to one database as it stands: only `portable` knows which there are."""
    for module in MODULES:
        assert module.__file__
        tree = ast.parse(Path(module.__file__).read_text(encoding="utf-8"))
        called = {each.attr for each in ast.walk(tree) if isinstance(each, ast.Attribute)}
        assert not called & {"script", "text"} or module.__name__ in {"db.log.portable", "db.log.tables"}


def test_the_log_knows_nothing_else_of_the_store_than_how_it_is_reached() -> None:
    """What is folded may change and be made anew; what is remembered neither reads nor heeds it."""
    for module in MODULES:
        assert module.__file__
        tree = ast.parse(Path(module.__file__).read_text(encoding="utf-8"))
        known = {each.module for each in ast.walk(tree) if isinstance(each, ast.ImportFrom) and each.module}
        within = {each for each in known if each.partition(".")[0] == "db"}
        assert not {each for each in within if each != "db.engine" and not each.startswith("db.log")}


def test_the_log_is_read_while_somebody_else_writes(store: Store) -> None:
    """Whoever asks for facts neither waits for a transaction that writes nor sees what is in it."""
    dbkit.register(store, dbkit.delegate(1))
    before = store.log.vector()
    with store.unit() as unit:
        unit.record(dbkit.registration(unit, dbkit.delegate(2)))
        unit.settle()
        given = store.log.above({}, 100)
        assert store.log.vector() == before
        assert max(each.seq for each in given.facts) == max(before.values())
        assert len(store.log.documents_of(given.facts)) == 2
        assert store.log.lacking_documents() == []
        unit.commit()
    assert sum(store.log.vector().values()) == sum(before.values()) + 1


def test_what_is_accepted_is_judged_one_by_one_and_a_bad_fact_blocks_no_other(taker: Taker, tmp_path: Path) -> None:
    other = dbkit.new_store(tmp_path / "other")
    dbkit.register(other, dbkit.delegate(1))
    enrolled, adopted, registered = sorted(other.log.above({}, 10).facts, key=lambda each: each.order)
    documents = [*other.log.documents_of([registered, adopted]).values()]
    accepted = taker.log.accept([replace(enrolled, actor="x"), adopted, registered, registered], documents)
    assert [type(each) for each in accepted.judgements] == [Stored, Forked, Stored, Known]
    assert taker.log.lacking_documents() == []
    assert Changed.DELEGATES in accepted.changes
    other.close()


def test_documents_whose_names_begin_alike_are_told_apart(store: Store) -> None:
    one, other, third = (Digest("0" * 63 + end) for end in "123")
    with store._writer.transaction() as (link, _):
        for _ in range(2):  # a document that is here is not kept twice
            documents.keep(link, {one: b"one", other: b"other"})
        assert documents.contents(link, [one, other, third]) == {one: b"one", other: b"other"}
        assert documents.sizes(link, [other, third]) == {other: 5}
        assert documents.named_here(link, [one, third]) == [one]
        assert (documents.content(link, other), documents.content(link, third)) == (b"other", None)
        assert [each for each, _ in documents.each(link) if each.startswith("0" * 16)] == [one, other]
