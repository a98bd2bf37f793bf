"""One spoilt row in another laptop's folder costs itself: it is refused and counted, and the rest is taken in."""

import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple

import dbkit
import pytest
import sqlcipher3.dbapi2 as driver
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from checkin_app.bootstrap.parts import parts
from checkin_app.bootstrap.station import store_dependencies
from checkin_app.cli import run
from checkin_app.runtime.keys import StationKeys
from db import counting
from db.engine import connect
from db.log import tables
from db.log.rows import FACT_COLUMNS
from db.projections import columns, forums, stations
from db.store import DATABASE, Store

_FORUM = (Path(__file__).resolve().parents[2] / "resources" / "forums" / "gstf-2024.toml").read_bytes()
_ANY = st.one_of(
    st.none(),
    st.sampled_from(
        [b"", b"\xff\xfe", "", "now", "\0", "[" * 500, "{}", b"{", 0, -1, 2**63 - 1, -(2**63), 1.5, "é" * 9000]
    ),
    st.integers(-(2**63), 2**63 - 1),
    st.floats(allow_nan=False),
    st.text(max_size=40),
    st.binary(max_size=80),
)
_Place = tuple[str, int]
#: Every table of a store by its name.
TABLES = {**columns.metadata.tables, **tables.metadata.tables}
_OTHERS = [
    (table.name, column.name)
    for table in (tables.documents, tables.logs, stations.stations, forums.forums, tables.quarantine, counting.counted)
    for column in table.columns
]


class Folders(NamedTuple):
    one: Path
    other: Path
    keys: StationKeys
    places: list[_Place]
    """Of every fact of the other, oldest first."""

    def copies(self) -> tuple[Path, Path]:
        """Return fresh copies of both."""
        made = []
        for each in (self.one, self.other):
            copy = each.with_name(f"{each.name}-copy")
            shutil.rmtree(copy, ignore_errors=True)
            made.append(Path(shutil.copytree(each, copy)))
        return made[0], made[1]


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    """Two stations of one forum; the second has written several logs, one of them long."""
    Store.create(tmp_path / "one", _FORUM, "one", store_dependencies()).close()
    with closing(Store.create(tmp_path / "other", _FORUM, "other", store_dependencies())) as store:
        keys = store.keys
    for some in (range(4), range(4, 6), range(6, 7)):
        with closing(Store.open(tmp_path / "other", store_dependencies())) as store:
            dbkit.register(store, *map(dbkit.delegate, some))
    return Folders(tmp_path / "one", tmp_path / "other", keys, list(_places(tmp_path / "other", keys)))


def _places(folder: Path, keys: StationKeys) -> Iterator[_Place]:
    connection = connect(folder / DATABASE, keys.database_key)
    yield from connection.execute("SELECT log_id, seq FROM facts ORDER BY arrival").fetchall()
    connection.close()


def _spoil(  # noqa: PLR0917 - a cell and what is put there
    folder: Path, keys: StationKeys, table: str, column: str, row: int, value: object, *, text: bool
) -> bool:
    """Put `value` into one cell, however SQLite is told not to; return whether that changed anything."""
    connection = connect(folder / DATABASE, keys.database_key)
    try:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        if value is None:
            connection.execute("PRAGMA writable_schema = ON")
            connection.execute(f"UPDATE sqlite_master SET sql = replace(sql, ' NOT NULL', '') WHERE name = '{table}'")
            connection.close()
            connection = connect(folder / DATABASE, keys.database_key)
        key = [each.name for each in TABLES[table].primary_key] or ["rowid"]
        names = ", ".join(key)
        which = f"({names}) = (SELECT {names} FROM {table} ORDER BY {names} LIMIT 1 OFFSET {row})"
        before = connection.execute(f"SELECT {column}, typeof({column}) FROM {table} WHERE {which}").fetchone()
        if before is None:
            return False
        cell = "CAST(? AS TEXT)" if text and value is not None else "?"
        connection.execute(f"UPDATE {table} SET {column} = {cell} WHERE {which}", (value,))
        same = f"SELECT count(*) FROM {table} WHERE {column} IS ? AND typeof({column}) = ?"
        return value is None or not connection.execute(same, before).fetchone()[0]
    except driver.Error as error:  # a column of its own that says no is no matter
        assert any(each in str(error) for each in ("constraint", "mismatch", "PRIMARY KEY", "datatype")), error
        return False
    finally:
        connection.close()


def _merge(one: Path, other: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    capsys.readouterr()
    code = run(parts(), ["--data", str(one), "merge", str(other)])
    return code, capsys.readouterr().err


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(column=st.sampled_from(FACT_COLUMNS), row=st.integers(0, 8), value=_ANY, text=st.booleans())
@example(column="body", row=3, value="text", text=False)
@example(column="body", row=3, value=b"not json", text=False)
@example(column="seq", row=3, value="now", text=False)
@example(column="seq", row=8, value=1.5, text=False)
@example(column="seq", row=3, value=2**63 - 1, text=False)
@example(column="log_id", row=3, value=b"\xff", text=False)
@example(column="log_id", row=3, value=b"\xff", text=True)
@example(column="kind", row=3, value=b"\xff\xfe", text=True)
@example(column="prev_hash", row=3, value=b"short", text=False)
@example(column="signature", row=3, value=None, text=False)
@example(column="hlc", row=8, value="now", text=False)
@example(column="subject", row=0, value=7.5, text=False)
@example(column="subject", row=1, value="now", text=False)
def test_a_spoilt_fact_is_refused_and_costs_no_other(  # noqa: PLR0917 - hypothesis names them
    folders: Folders, capsys: pytest.CaptureFixture[str], column: str, row: int, value: Any, text: bool
) -> None:
    one, other = folders.copies()
    assume(_spoil(other, folders.keys, "facts", column, row, value, text=text))
    code, said = _merge(one, other, capsys)
    assert code == 1
    assert said
    assert "Traceback" not in said
    log_id, seq = folders.places[row]
    with closing(Store.open(one, store_dependencies())) as store:
        store.check()
        taken = dbkit.merging(store).vector()
        out = store.queries().kept_out()
    for each, end in {
        each: max(seq for log, seq in folders.places if log == each) for each, _ in folders.places
    }.items():
        assert taken.get(each, 0) == (seq - 1 if each == log_id else end), each
    assert out.refused >= 1, "it is remembered"


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    place=st.sampled_from([*_OTHERS, *(("facts", name) for name in ("aspect", "target", "document", "unread"))]),
    row=st.integers(0, 8),
    value=_ANY,
    text=st.booleans(),
)
@example(place=("logs", "head_seq"), row=0, value="x", text=False)
@example(place=("logs", "log_id"), row=1, value=b"\xff", text=True)
@example(place=("documents", "content"), row=1, value=7, text=False)
@example(place=("documents", "content"), row=1, value=b"another", text=False)
@example(place=("stations", "public_key"), row=0, value="zz", text=False)
@example(place=("forums", "document"), row=0, value=b"\xff", text=True)
@example(place=("facts", "aspect"), row=1, value=None, text=False)
@example(place=("facts", "document"), row=3, value=b"\xff", text=True)
def test_a_spoilt_row_beside_the_facts_costs_no_fact(  # noqa: PLR0917 - hypothesis names them
    folders: Folders, capsys: pytest.CaptureFixture[str], place: _Place, row: int, value: Any, text: bool
) -> None:
    one, other = folders.copies()
    assume(_spoil(other, folders.keys, *place, row, value, text=text))  # type: ignore[misc]  # a table and a column
    code, said = _merge(one, other, capsys)
    assert "Traceback" not in said
    with closing(Store.open(one, store_dependencies())) as store:
        store.check()
        taken, out = dbkit.merging(store).vector(), store.queries().kept_out()
    assert {each: seq for each, seq in folders.places if taken.get(each, 0) < seq} == {}
    if out.documents and place[1] == "content":  # under another name it is one that has not come
        assert code == 1
    assert out.facts == 0
