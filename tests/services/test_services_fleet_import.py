"""A list of buses on a store: whole or not at all, and taken back as one."""

from dataclasses import replace

import pytest

from checkin_app.domain.fleet_lists import MOST_ROWS
from checkin_app.domain.ids import BusCode
from checkin_app.domain.lists.sheet import ListFile, Sheet
from checkin_app.domain.problems_fleet import (
    BusInUse,
    FleetHeadingsUnknown,
    FleetListLong,
    FleetListUnfit,
    NoFleetTaken,
    SeatsChangedSince,
)
from checkin_app.domain.problems_lists import ListOutdated


def a_list(*rows: tuple[str, ...]) -> ListFile:
    return ListFile(
        "buses.csv", ("buses.csv",), Sheet("buses.csv", (("code", "licensed seats", "driver", "bay"), *rows)), "utf-8"
    )


def buses_of(post) -> dict[str, tuple[int, str, str]]:
    found = (each.bus for each in post.station.queries.buses(rehearsal=False))
    return {bus.code: (bus.licensed_seats, bus.driver, bus.bay) for bus in found}


def test_buses_are_added_and_changed_and_all_of_it_is_taken_back(post) -> None:
    post.bus("2-1", licensed=12, opened=False)
    before = buses_of(post)
    list_ = a_list(("2-1", "45", "", "7"), ("2-2", "33", "Chen Wei", ""))
    dry = post.station.fleet_import.take_in(list_, dry=True)
    assert (len(dry.list_.added), len(dry.list_.changed), dry.operation) == (1, 1, None)
    assert buses_of(post) == before
    taken = post.station.fleet_import.take_in(list_)
    assert buses_of(post) == {"2-1": (45, "", "7"), "2-2": (33, "Chen Wei", "")}
    assert post.station.fleet_import.take_in(list_).operation is None, "the same list again changes nothing"
    post.station.fleet_import.take_back(taken.operation)
    assert buses_of(post) == before
    with pytest.raises(NoFleetTaken):
        post.station.fleet_import.take_back()
    assert post.station.fleet_import.take_in(list_).operation, "a list that was taken back can be taken in again"


def test_one_wrong_row_takes_nothing_in_and_each_is_named(post) -> None:
    with pytest.raises(FleetListUnfit) as found:
        post.station.fleet_import.take_in(a_list(("2-1", "45", "", ""), ("2-2", "0", "", ""), ("9-1", "45", "", "")))
    assert [flaw.row for flaw in found.value.flaws] == [3, 4]
    assert buses_of(post) == {}
    with pytest.raises(FleetHeadingsUnknown):
        post.station.fleet_import.take_in(ListFile("x.csv", (), Sheet("x.csv", (("name",), ("Ana",))), ""))


def test_a_list_is_looked_at_with_all_that_is_wrong_and_taken_in_as_it_was_seen(post) -> None:
    lists = post.station.fleet_import
    wrong = lists.look(a_list(("2-1", "45", "", ""), ("2-2", "0", "", "")))
    assert ([flaw.row for flaw in wrong.list_.flaws], dict(wrong.list_.rows)) == ([3], {"2-1": 2, "2-2": 3})
    assert [bus.code for bus in wrong.list_.added] == ["2-1"], (
        "a row that has to be put right is not counted as new as well"
    )
    with pytest.raises(FleetListUnfit):
        lists.take(wrong)
    seen = lists.look(a_list(("2-1", "45", "", "")))
    assert lists.last() is None
    taken = lists.take(seen)
    assert lists.last() == taken.operation
    lists.take_back(taken.operation)
    assert lists.last() is None


def test_a_list_that_buses_have_overtaken_since_it_was_seen_is_not_taken_in(post) -> None:
    seen = post.station.fleet_import.look(a_list(("2-1", "45", "", "")))
    post.bus("2-9", licensed=12, opened=False)
    with pytest.raises(ListOutdated):
        post.station.fleet_import.take(seen)
    assert set(buses_of(post)) == {"2-9"}


def test_a_list_of_more_rows_than_any_fleet_has_buses_is_a_clear_sentence(post) -> None:
    rows = [(f"2-{number}", "45", "", "") for number in range(1, MOST_ROWS + 1)]
    with pytest.raises(FleetListLong) as refused:
        post.station.fleet_import.look(a_list(*rows))
    assert refused.value.details == {"file": "buses.csv", "rows": MOST_ROWS + 1, "most": MOST_ROWS}
    blank = [("", "", "", "")] * (2 * MOST_ROWS)
    assert len(post.station.fleet_import.look(a_list(*rows[:90], *blank)).list_.added) == 90


def test_a_list_is_not_taken_back_while_somebody_is_on_a_bus_that_would_be_gone(post) -> None:
    post.station.fleet_import.take_in(a_list(("2-1", "45", "", "")))
    who = post.register()
    post.station.dispatch.assign(who.id, BusCode("2-1"))
    with pytest.raises(BusInUse):
        post.station.fleet_import.take_back()
    assert "2-1" in buses_of(post)
    post.station.dispatch.assign(who.id, None)
    post.station.fleet_import.take_back()
    assert buses_of(post) == {}


def test_the_record_holds_together_after_a_list_was_taken_back(post) -> None:
    post.station.fleet_import.take_in(a_list(("2-1", "45", "Chen Wei", "")))
    post.station.fleet_import.take_back()
    report = post.station.upkeep.check(repair=False)
    assert not report.rebuilt


def test_a_list_is_not_taken_back_where_seats_were_raised_since_within_the_licence_that_it_gave(post) -> None:
    bus = post.bus("2-1", licensed=45, usable=40, opened=False)
    post.station.fleet_import.take_in(a_list(("2-1", "50", "", "")))
    post.station.dispatch.amend_bus(replace(bus, licensed_seats=50, usable_seats=50))
    with pytest.raises(SeatsChangedSince):
        post.station.fleet_import.take_back()
    assert buses_of(post) == {"2-1": (50, "", "")}
    post.station.dispatch.amend_bus(replace(bus, licensed_seats=45, usable_seats=40))
    post.station.fleet_import.take_back()
    (count,) = post.station.queries.buses(rehearsal=False)
    assert count.bus.usable_seats <= count.bus.licensed_seats == 45
