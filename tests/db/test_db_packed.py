"""All that is known of a person comes as a few texts, is what the tables say, and is refused where it cannot be."""

from collections.abc import Iterator
from contextlib import closing

import dbkit
import pytest
import sqlalchemy as sa
from dbkit import OPENING
from hypothesis import example, given
from hypothesis import strategies as st

from checkin_app.domain.problems import StoreCorrupt
from db.engine import Link, Prepared
from db.packed import Packed
from db.projections import badges, person, presences, rides
from db.projections.people import delegates
from db.store import Store

WHO = dbkit.delegate(1)
_TABLES = (delegates, badges.badges, rides.rides, rides.ride_sayings, presences.presences)
_KEYS = {"id", "delegate"}
_READ = (*person.people.COLUMNS, *badges.COLUMNS, *rides.COLUMNS, *presences.COLUMNS)
_COLUMNS = [each for each in _READ if each.name not in _KEYS]
_NUMBERS = [each for each in _COLUMNS if not isinstance(each.type, sa.Text)]
#: Bytes, and half a character, are of neither kind; SQLite makes a text of any number in a column of texts.
_UNFIT = [(each, value) for each in _COLUMNS for value in ("x'00ff'", "CAST(x'41ff' AS TEXT)")]
_UNFIT += [(each, "1.5") for each in _NUMBERS]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with pytest.MonkeyPatch.context() as patch:
        folder = tmp_path_factory.mktemp("packed")
        patch.setenv("CHECKIN_KEYS_DIR", str(folder / "keys"))
        with closing(dbkit.new_store(folder / "station")) as store:
            dbkit.register(store, WHO)
            dbkit.scanning(store).scan((dbkit.code_of(store, WHO.id),), OPENING)
            with store._writer.transaction() as (link, transaction):
                for table in (badges.badges, rides.rides, rides.ride_sayings):
                    link.run(Prepared(sa.insert(table)), [_plain_row(table)])
                link.commit(transaction)
            yield store


def _plain_row(table: sa.Table) -> dict[str, object]:
    empty = dict.fromkeys(("issues", "state_facts", "edits", "listed", "known", "heads"), "[]")
    texts = {**empty, "delegate": WHO.id, "what": "excused"}
    return {each.name: texts.get(each.name, "") if isinstance(each.type, sa.Text) else 1 for each in table.columns}


def _spoil(link: Link, column: sa.Column[object], value: str) -> None:
    key = next(each for each in column.table.columns if each.name in _KEYS)
    link.script(f"UPDATE {column.table.name} SET \"{column.name}\" = {value} WHERE {key.name} = '{WHO.id}'")


def test_a_person_is_what_the_tables_say(store: Store) -> None:
    with store._writer.transaction() as (link, _):
        who, badge, movements = person.person(link, WHO.id)
        assert (who, badge) == (person.people.one(link, WHO.id), badges.one(link, WHO.id))
        assert movements == person.movements_of(link, [WHO.id])[WHO.id]
        assert movements.presences
        assert movements.ride.said


@pytest.mark.parametrize(("column", "value"), [pytest.param(*each, id=f"{each[0]} {each[1]}") for each in _UNFIT])
def test_a_value_that_its_column_cannot_have_decides_on_nobody(
    store: Store, column: sa.Column[object], value: str
) -> None:
    with store._writer.transaction() as (link, _):
        _spoil(link, column, value)
        with pytest.raises(StoreCorrupt):
            person.person(link, WHO.id)


_seen = presences.presences
_PLAIN = sa.select(_seen.c.checkpoint, _seen.c.since, _seen.c.admissions, rides.rides.c.bus).select_from(
    _seen.outerjoin(rides.rides, rides.rides.c.delegate == _seen.c.delegate)
)
_PACKED = Packed(_PLAIN)
_AS_TEXT = Prepared(sa.select(_PACKED.as_text()))


@given(rows=st.lists(st.tuples(st.text(), st.integers(-(2**63), 2**63 - 1), st.text()), max_size=4))
@example(rows=[("", 0, '\0"\\\n\u2028\U0001f600'), ("\x7f", -1, "é陈")])
def test_packed_rows_are_the_rows(store: Store, rows: list[tuple[str, int, str]]) -> None:
    with store._writer.transaction() as (link, _):
        link.script("DELETE FROM presences")
        for place, (checkpoint, since, admissions) in enumerate(rows):
            row = _plain_row(_seen) | {"checkpoint": checkpoint, "rehearsal": place, "since": since}
            link.run(Prepared(sa.insert(_seen)), [row | {"admissions": admissions}])
        found = link.one(_AS_TEXT)
        assert found
        assert sorted(_PACKED.rows(link, found[0]), key=repr) == sorted(link.all(Prepared(_PLAIN)), key=repr)


def test_a_person_comes_in_few_columns(store: Store) -> None:
    """For each of them the driver lets go of the interpreter's lock twice, and a work beside a scan may keep it."""
    with store._writer.plain() as link:
        cursor = link._driver.execute(person._PERSON.sql, person._PERSON.bound({"id": WHO.id}))
        assert len(cursor.description) <= len(_TABLES)
