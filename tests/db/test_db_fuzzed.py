"""Another laptop's folder, or its facts, with anything in any place: folded, kept aside, or one sentence."""

import json
import shutil
from pathlib import Path
from typing import Any

import dbkit
import pytest
import sqlcipher3.dbapi2 as driver
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from test_db_hostile import NOON, Stranger, everything_is_read

from checkin_app.bootstrap.station import open_station, store_dependencies
from checkin_app.domain.canonical import digest_of
from checkin_app.domain.facts import Fact
from checkin_app.domain.hlc import BEYOND_TIME
from checkin_app.domain.ids import Instant, Subject, delegate_subject
from checkin_app.domain.kinds.registry import KINDS
from checkin_app.domain.problems import ClockWrong, MemoryShort, Problem, StorageProblem
from checkin_app.services.exchange import exchange
from checkin_app.services.merging import Bundle
from db.engine import connect
from db.log import heads, quarantine, tables
from db.projections import forums, stations
from db.store import Store

WHO = dbkit.delegate(1)
_FORUM = (Path(__file__).resolve().parents[2] / "resources" / "forums" / "gstf-2024.toml").read_bytes()
_WHOLE = st.integers(-(2**63), 2**63 - 1)
#: Text as SQLite can hold it, and bytes that it is told are text.
_CELLS = st.one_of(st.none(), _WHOLE, st.floats(), st.text(max_size=40), st.binary(max_size=40))
_PLACES = [
    (table.name, column.name)
    for table in (tables.facts, tables.documents, tables.logs, stations.stations, forums.forums, tables.quarantine)
    for column in table.columns
]


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Path, bytes]:
    """Two stations' folders, the second to be tampered with, and the key of the second."""
    keys = b""
    for name in ("one", "other"):
        store = Store.create(tmp_path / name, _FORUM, name, store_dependencies())
        dbkit.register(store, dbkit.delegate(1), dbkit.delegate(2))
        keys = store.keys.database_key
        store.close()
    return tmp_path / "one", tmp_path / "other", keys


def _tampered(other: Path, key: bytes, table: str, column: str, value: object, *, as_text: bool) -> Path:
    copy = other.with_name("copy")
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(other, copy)
    connection = connect(copy / "station.db", key)
    try:
        cell = "CAST(? AS TEXT)" if as_text else "?"
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute(
            f"UPDATE OR IGNORE {table} SET {column} = {cell} WHERE {column} = (SELECT max({column}) FROM {table})",
            (value,),
        )
    except driver.Error as error:  # a column of its own that says no is no matter
        assert "constraint" in str(error) or "mismatch" in str(error), error
    finally:
        connection.close()
    return copy


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(place=st.sampled_from(_PLACES), value=_CELLS, as_text=st.booleans())
@example(place=("facts", "body"), value="text", as_text=False)
@example(place=("facts", "seq"), value=b"\xff", as_text=True)
@example(place=("facts", "kind"), value=b"\xff\xfe", as_text=True)
@example(place=("facts", "hlc"), value="now", as_text=False)
@example(place=("logs", "head_seq"), value=2**63 - 1, as_text=False)
@example(place=("logs", "head_hash"), value="text", as_text=False)
@example(place=("documents", "content"), value=7, as_text=False)
@example(place=("stations", "public_key"), value="zz", as_text=False)
@example(place=("stations", "public_key"), value=1.5, as_text=False)
@example(place=("forums", "document"), value=b"", as_text=False)
def test_a_folder_with_anything_in_any_column_is_merged_or_said(
    pair: tuple[Path, Path, bytes], place: tuple[str, str], value: object, as_text: bool
) -> None:
    folder, other, key = pair
    copy = _tampered(other, key, *place, value, as_text=as_text)
    with open_station(folder) as one:
        try:
            with open_station(copy) as tampered:
                exchange(one, tampered)
        except Problem as problem:
            assert str(problem)
        one.upkeep.check()


_DEEP = st.integers(1, 100_000).map(lambda depth: b'{"values":{"x":' + b"[" * depth + b"]" * depth + b"}}")
_JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**80), 2**80) | st.text(max_size=8) | st.just("\ud800"),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)
_SHAPES: dict[str, Any] = {
    "values": st.dictionaries(st.sampled_from(["name", "route", "badge_no", "aliases", "new"]), _JSON, max_size=3),
    "verdict": st.sampled_from(["go", "stop"]),
    "reason": st.sampled_from(["admitted", "left", "lost"]),
    "checkpoint": st.sampled_from(["opening", "bus:1-1", ""]),
    "fact": st.text(max_size=5),
    "after": st.lists(st.text(max_size=5), max_size=2),
    "details": st.dictionaries(st.text(max_size=3), _JSON, max_size=2),
    "issue": st.integers(-1, 300),
    "bus": st.sampled_from([None, "1-1", ""]),
    "state": st.sampled_from(["boarding", "departed", "queued", ""]),
    "answer": st.sampled_from(["admit", "let_in", ""]),
    "moved_from": st.lists(st.text(max_size=5), max_size=2),
    "supersedes": st.just({}) | _JSON,
}
_BODIES = st.fixed_dictionaries({}, optional=_SHAPES)
_SUBJECTS = st.sampled_from([delegate_subject(WHO.id), "delegate:zz", "bus:1-1", "job:1", "forum:harbour-2024", "\0"])


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    kind=st.sampled_from([*KINDS, "unheard.of"]),
    subject=_SUBJECTS,
    body=_BODIES,
    at=_WHOLE | st.integers(0, 2**47),
    document=st.none() | st.binary(max_size=30) | _DEEP | st.just(b'{"name": "\\ud800"}'),
)
@example(kind="delegate.amended", subject=delegate_subject(WHO.id), body={"values": {}}, at=NOON,
         document=b'{"name": "\\ud800"}')  # fmt: skip
@example(kind="delegate.amended", subject=delegate_subject(WHO.id), body={"values": {}}, at=NOON,
         document=b'{"x": ' + b"[" * 700 + b"]" * 700 + b"}")  # fmt: skip
def test_a_signed_fact_with_anything_in_it_is_kept_and_harms_nothing(  # noqa: PLR0917 - hypothesis names them
    store: Store, kind: str, subject: str, body: dict[str, Any], at: int, document: bytes | None
) -> None:
    stranger = Stranger()
    documents = {digest_of(document): document} if document else {}
    if document:
        body = {**body, "document": digest_of(document)}
    fact = stranger.raw(kind, Subject(subject), json.dumps(body, sort_keys=True).encode(), at)
    assert stranger.tell(store, fact, documents=documents) == (1 if kind == "station.enrolled" else 2)
    everything_is_read(store)


@pytest.mark.parametrize("depth", [40, 300, 700, 900, 5000])
def test_a_fact_is_read_alike_however_deep_in_the_program_it_is_read(store: Store, depth: int) -> None:
    stranger = Stranger()
    body = b'{"values":{"new":' + b"[" * depth + b"]" * depth + b"}}"
    fact = stranger.raw("delegate.amended", Subject(delegate_subject(WHO.id)), body)
    assert stranger.tell(store, fact) == 2
    everything_is_read(store)
    assert store.queries().health().unknown_kinds == 1


@pytest.mark.parametrize("at", [-1, -(2**62), BEYOND_TIME, 2**62])
def test_a_clock_that_no_calendar_shows_is_said_and_records_nothing(folder: Path, at: int) -> None:
    dbkit.new_store(folder).close()
    store = Store.open(folder, dbkit.around(lambda: Instant(at)))
    stranger = Stranger()
    with pytest.raises(ClockWrong):
        dbkit.register(store, WHO)
    with pytest.raises(ClockWrong):
        stranger.tell(store)
    with pytest.raises(StorageProblem):
        dbkit.scanning(store, lambda: Instant(at)).scan(["x"], dbkit.OPENING)
    store.queries().forum().local(Instant(at))
    assert store.check().facts == 2
    store.backup()
    store.close()


@pytest.mark.parametrize("way", ["all", "one", "run"])
def test_memory_that_runs_out_in_the_store_is_said(store: Store, way: str) -> None:
    class Short:
        def execute(self, *_: object) -> None:
            raise MemoryError

        executemany = execute

    with store._writer.transaction() as (link, _):
        driven = link._driver
        link._driver = Short()
        try:
            with pytest.raises(MemoryShort):
                getattr(link, way)(*_statement(way))
        finally:
            link._driver = driven


def _statement(way: str) -> tuple[Any, ...]:
    row = {"hash": b"", "log_id": "", "seq": 1, "fact_id": "", "fact": b""}
    return (quarantine._SET_ASIDE, [row]) if way == "run" else (heads._ALL,)


def test_a_bundle_of_facts_that_are_none_is_refused(store: Store) -> None:
    stranger = Stranger()
    odd = Fact("", 0, "", 0, 0, 0, "", 0, "", "", b"", b"")  # type: ignore[arg-type]  # nothing at all
    taken = dbkit.merging(store).take(Bundle((odd,), {}), {stranger.keys.station: stranger.keys.public_key})
    assert taken.refused == 1
