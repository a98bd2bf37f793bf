"""Who is missing from a bus is found by indexes and in as many statements for a hundred people as for one."""

import dbkit
import pytest

from checkin_app.domain.ids import BusCode
from checkin_app.services.dispatch import Dispatch
from db import counts
from db.engine import Link, Prepared
from db.projections import presences, rides
from db.store import Store

#: All that the list of a bus and the cards of its people ask.
ASKED = {
    "who is listed or aboard": (counts._OF_BUS, {"bus": "1-1", "checkpoint": "bus:1-1", "rehearsal": 0}),
    "where they were": (presences._OF_MANY, {"delegates": "[]"}),
    "which list they stand on": (rides._OF_MANY, {"delegates": "[]"}),
    "how many facts it rests on, the first time": (counts._ALL_RESTING_ON, {}),
    "how many have come since": (counts._COME_SINCE, {"since": 1}),
}


@pytest.mark.parametrize("name", ASKED)
def test_no_statement_about_one_bus_reads_a_whole_table(store: Store, name: str) -> None:
    prepared, bound = ASKED[name]
    with store.queries().reading() as link:
        plan = link.connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {prepared.sql}", prepared.bound(bound))
        steps = [row[3] for row in plan]
    tables = ("presences", "rides", "facts", "delegates", "badges")
    assert steps
    assert not [step for step in steps if step.startswith("SCAN") and step.split()[1] in tables], steps


def test_a_list_of_many_takes_as_many_statements_as_a_list_of_few(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    guests = [dbkit.delegate(number) for number in range(40)]
    dbkit.register(store, *guests)
    asked: dict[str, int] = {}
    all_of = Link.all

    def counting(self: Link, prepared: Prepared, **values: object) -> object:
        asked[prepared.sql] = asked.get(prepared.sql, 0) + 1
        return all_of(self, prepared, **values)

    taken = []
    for code, some in (("1-1", guests[:2]), ("1-2", guests[2:])):
        dbkit.add_bus(store, code)
        for guest in some:
            Dispatch(store.unit).assign(guest.id, BusCode(code))
        queries = store.queries()
        queries.manifest(BusCode(code), rehearsal=False)  # whatever is remembered from now on
        asked.clear()
        with monkeypatch.context() as patched:
            patched.setattr(Link, "all", counting)
            manifest = queries.manifest(BusCode(code), rehearsal=False)
            assert len(queries.cards([line.delegate.id for line in manifest.lines])) == len(some)
        taken.append(sum(asked.values()))
    assert taken[0] == taken[1]
