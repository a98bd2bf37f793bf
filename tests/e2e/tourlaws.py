"""What must hold after a day of the technical visit."""

from collections import Counter

from checkin_app.bootstrap.station import open_station
from checkin_app.domain.buses import BusState
from checkin_app.domain.standings import Standing
from tests.e2e.tourkit import TourDay

_ABOARD = {Standing.ABOARD, Standing.UNLISTED}
_NOT_LISTED = {Standing.UNLISTED, Standing.GOT_OFF}


def must_hold(day: TourDay) -> None:
    """Look at every law; a failed assertion says which does not hold."""
    _the_plan_is_what_arithmetic_says(day)
    _all_laptops_know_the_same(day)
    _nobody_is_on_two_buses_and_nobody_is_lost(day)
    _every_bus_was_released_and_closed(day)


def _the_plan_is_what_arithmetic_says(day: TourDay) -> None:
    routes = day.plan["routes"]
    assert sum(each["people"] for each in routes) == day.people
    for each in routes:
        assert each["buses"] == each["bound_buses"] == -(-each["people"] // 43), each
        assert each["pieces"] == each["bound_pieces"], each
        assert (each["optimal"], each["unplaced"], each["short_of"]) == (True, [], []), each


def _all_laptops_know_the_same(day: TourDay) -> None:
    """All hold the same facts, which one of them verifies, and come to the same by them."""
    proven = day.lead.json("verify")
    assert (proven["ok"], proven["gaps"]) == (True, [])
    for bay in day.bays:
        with open_station(bay.folder) as station:
            folded = station.queries.folded()
            assert (folded.fold_hash, folded.facts, list(folded.gaps)) == (proven["fold_hash"], proven["facts"], [])
            assert not station.queries.conflicts()
    first, *others = map(day.papers, day.bays)
    for papers in others:
        assert papers.keys() == first.keys()
        assert [name for name in first if papers[name] != first[name]] == []


def _nobody_is_on_two_buses_and_nobody_is_lost(day: TourDay) -> None:
    told = day.told
    assert told.everybody() == {*day.codes}
    with open_station(day.lead.folder) as station:
        standings = day.standings(station)
        counts = station.buses()
    aboard = {who: [bus for bus, how in lines if how in _ABOARD] for who, lines in standings.items()}
    assert {who: buses for who, buses in aboard.items() if buses} == {who: [bus] for who, bus in told.aboard.items()}
    listed = Counter(who for who, lines in standings.items() for _, how in lines if how not in _NOT_LISTED)
    assert set(listed.values()) <= {1}
    elsewhere = {who: {how for _, how in standings[who]} for who in day.codes if who not in told.aboard}
    assert {who for who, how in elsewhere.items() if Standing.ACCOUNTED in how} == told.excused | told.no_show
    assert {who for who, how in elsewhere.items() if Standing.MISSING in how} == told.missing
    assert all(each.tally.aboard <= each.bus.licensed_seats and not each.tally.doubted for each in counts)


def _every_bus_was_released_and_closed(day: TourDay) -> None:
    with open_station(day.lead.folder) as station:
        counted, buses = station.queries.counted(), station.buses()
    assert {each.bus.state for each in buses} == {BusState.CLOSED}
    for each in buses:
        releases, named = counted[each.bus.code].releases, day.told.named.get(each.bus.code)
        assert releases, each.bus.code
        assert all(release.unaccounted == ((named,) if named else ()) for release in releases), each.bus.code
        assert all(release.agreed is (named is None) for release in releases), each.bus.code
