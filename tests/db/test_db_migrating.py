"""A store of an earlier version is brought up to date on a copy; whatever goes wrong leaves it as it was."""

import shutil
from pathlib import Path

import dbkit
import pytest
import sqlalchemy as sa

from checkin_app.domain.problems import StoreBusy, StoreNewer
from db import checking, finding, migrating
from db.engine import Link, writer_engine
from db.log import tables
from db.projections import columns
from db.projections.registry import TABLES
from db.store import DATABASE, Store

NEXT = """
from alembic import op

revision = "{next}"
down_revision = "{head}"


def upgrade() -> None:
    op.execute("ALTER TABLE stations ADD COLUMN colour TEXT NOT NULL DEFAULT 'red'")
    {then}
"""
#: The step after the newest there is.
NEWEST = migrating.HEAD
AFTER_HEAD = f"{int(NEWEST) + 1:04d}"
PEOPLE = [dbkit.delegate(number) for number in range(3)]


@pytest.fixture
def old(folder: Path) -> Path:
    store = dbkit.new_store(folder)
    dbkit.register(store, *PEOPLE)
    store.close()
    return folder


def _scripts(tmp_path: Path, then: str = "") -> Path:
    scripts = tmp_path / "next"
    shutil.copytree(migrating.SCRIPTS, scripts, ignore=shutil.ignore_patterns("__pycache__"))
    written = NEXT.format(then=then, next=AFTER_HEAD, head=NEWEST)
    (scripts / "versions" / f"v{AFTER_HEAD}_next.py").write_text(written)
    return scripts


def _finish(link: Link) -> None:
    link.script("SELECT colour FROM stations")


def _migrate(folder: Path, scripts: Path, head: str = AFTER_HEAD) -> None:
    key = _key(folder)
    migrating.bring_up_to_date(folder / DATABASE, key, _finish, head=head, scripts=scripts)


def _key(folder: Path) -> bytes:
    store = Store.open(folder, dbkit.around())
    store.close()
    return store.keys.database_key


def _tables(file: Path, key: bytes) -> dict[str, str]:
    engine = writer_engine(file, key)
    with engine.connect() as connection:
        rows = Link(connection, file.parent).script("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
    engine.dispose()
    return {name: " ".join(sql.split()) for name, sql in rows}


def test_a_step_is_taken_on_a_copy_and_swapped_in(old: Path, tmp_path: Path) -> None:
    key = _key(old)
    migrating.bring_up_to_date(old / DATABASE, key, _finish, head=AFTER_HEAD, scripts=_scripts(tmp_path))
    assert "colour" in _tables(old / DATABASE, key)["stations"]
    assert not list(old.glob("*migrating*"))
    with pytest.raises(StoreNewer):
        Store.open(old, dbkit.around())


@pytest.mark.parametrize("then", ["raise RuntimeError('a bug')", "op.execute('INSERT INTO nothing VALUES (1)')"])
def test_a_step_that_fails_leaves_the_store_as_it_was(old: Path, tmp_path: Path, then: str) -> None:
    before = (old / DATABASE).read_bytes()
    with pytest.raises(Exception, match=r"a bug|nothing"):
        _migrate(old, _scripts(tmp_path, then))
    assert len((old / DATABASE).read_bytes()) == len(before)
    assert not list(old.glob("*migrating*"))
    store = Store.open(old, dbkit.around())
    assert store.check().facts == 2 + len(PEOPLE)
    store.close()


def test_a_store_that_another_process_has_open_is_not_swapped(old: Path, tmp_path: Path) -> None:
    store = Store.open(old, dbkit.around())
    dbkit.register(store, dbkit.delegate(9))
    with pytest.raises(StoreBusy):
        migrating.bring_up_to_date(
            old / DATABASE, store.keys.database_key, _finish, head=AFTER_HEAD, scripts=_scripts(tmp_path)
        )
    dbkit.register(store, dbkit.delegate(10))
    assert store.check().facts == 2 + len(PEOPLE) + 2
    store.close()


def test_the_steps_make_the_tables_that_the_application_reads(old: Path) -> None:
    made = _tables(old / DATABASE, _key(old))
    dialect = sa.create_engine("sqlite://").dialect
    for table in (*tables.metadata.tables.values(), *columns.metadata.tables.values()):
        wanted = " ".join(str(sa.schema.CreateTable(table).compile(dialect=dialect)).split())
        assert made[table.name].replace("( ", "(") == wanted.replace("( ", "(")
        for index in table.indexes:
            assert made[str(index.name)] == str(sa.schema.CreateIndex(index).compile(dialect=dialect))


def test_an_older_store_is_opened_by_folding_its_facts_anew(
    old: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Opening runs the missing step, rebuilds what is derived, and goes on."""
    monkeypatch.setattr(migrating, "HEAD", AFTER_HEAD)
    monkeypatch.setattr(migrating, "SCRIPTS", _scripts(tmp_path))
    monkeypatch.setattr(
        migrating.bring_up_to_date, "__kwdefaults__", {"head": AFTER_HEAD, "scripts": migrating.SCRIPTS}
    )
    # This version's own tables know nothing of the column, so only what it does know is folded anew.
    monkeypatch.setattr(checking, "TABLES", tuple(each for each in TABLES if each.name != "stations"))
    store = Store.open(old, dbkit.around())
    assert store.queries().find("person 1")
    assert store.queries().delegate_ids()
    dbkit.register(store, dbkit.delegate(9))
    store.close()
    assert "colour" in _tables(old / DATABASE, store.keys.database_key)["stations"]


def test_a_search_index_of_another_form_is_made_anew(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    engine = writer_engine(old / DATABASE, _key(old))
    with engine.connect() as connection, connection.begin():
        connection.exec_driver_sql("DROP TABLE finding_rows")
    engine.dispose()
    monkeypatch.setattr(finding, "FORM", finding.FORM + 1)
    for _ in range(2):
        store = Store.open(old, dbkit.around())
        assert [hit.delegate for hit in store.queries().find("person 1")] == [dbkit.delegate(1).id]
        store.close()
