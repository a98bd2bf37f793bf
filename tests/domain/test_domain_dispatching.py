"""What of the buses needs a person: the same for whoever looks, the most pressing first, and nothing that needs none."""

from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin_app.domain.buses import AT_REST, LEFT, Bus, BusState
from checkin_app.domain.dispatching import PRESSING, RULES, Concern, Sight, concerns, leaves_at
from checkin_app.domain.forum import instant
from checkin_app.domain.head_counts import BusCounts
from checkin_app.domain.ids import BusCode, FactId, Instant, RouteId
from checkin_app.domain.readiness import Lack, lacking
from checkin_app.domain.seating import takes_people
from checkin_app.domain.standings import Tally
from checkin_app.domain.stops import Visit
from checkin_app.files.forum_file import forum_bytes, parse_forum
from checkin_app.services.overseeing import Board
from checkin_app.services.ports.buses import BusCount

FORUM = parse_forum(forum_bytes("gstf-2024"), "gstf-2024.toml")
BEIJING = ZoneInfo("Asia/Shanghai")
NOON = instant(datetime(2024, 9, 26, 12, 0, tzinfo=BEIJING))
BUS = Bus(
    BusCode("2-1"), RouteId("2"), 45, 40, plate="京A·1", driver="Li", driver_phone="1", guide="Wu", languages=("zh",), departs="12:30",
    coordinator="An", bay="7",
)  # fmt: skip
FULL = Tally(40, 40)


def at(minutes: int) -> Instant:
    return Instant(NOON + minutes * 60_000)


def seen(bus: Bus = BUS, tally: Tally = FULL, *, heard: Instant | None = NOON, now: Instant = NOON) -> Sight:
    return Sight(bus, tally, leaves_at(FORUM, bus, now), heard, now)


SIGHTS = st.builds(
    Sight,
    st.builds(
        replace,
        st.just(BUS),
        state=st.sampled_from(BusState),
        plate=st.sampled_from(["", "京A·1"]),
        opened=st.sampled_from([(), (at(-90),)]),
    ),
    st.builds(Tally, st.integers(0, 60), st.integers(0, 60), st.just(0), st.integers(0, 3), st.integers(0, 2)),
    st.none() | st.integers(-1500, 1500).map(at),
    st.none() | st.integers(-300, 0).map(at),
    st.just(NOON),
)


@given(SIGHTS)
def test_a_bus_that_is_closed_for_good_needs_only_what_a_count_contradicts(sight: Sight) -> None:
    closed = replace(sight, bus=replace(sight.bus, state=BusState.CLOSED))
    assert set(concerns(closed)) <= {Concern.OVER_LICENSED, Concern.DOUBTED}


@given(SIGHTS)
def test_what_needs_a_person_is_told_most_pressing_first_and_once(sight: Sight) -> None:
    told = concerns(sight)
    order = list(Concern)
    assert len(RULES) == len(order)
    assert [order.index(each) for each in told] == sorted({order.index(each) for each in told})
    assert all(order.index(each) < order.index(Concern.DOUBTED) for each in PRESSING)


@given(SIGHTS)
def test_a_bus_that_left_is_neither_late_nor_unheard_of_nor_unready(sight: Sight) -> None:
    for state in LEFT:
        gone = replace(sight, bus=replace(sight.bus, state=state))
        assert not {Concern.LATE, Concern.UNHEARD, Concern.NOT_READY} & set(concerns(gone))


@pytest.mark.parametrize("state", BusState)
def test_people_are_missed_from_the_final_call_on_and_only_on_a_bus_that_is_under_way(state: BusState) -> None:
    told = concerns(seen(replace(BUS, state=state), Tally(40, 37)))
    waits = state in AT_REST | {BusState.BOARDING, BusState.AT_STOP}
    assert (Concern.MISSING in told) is not waits


@pytest.mark.parametrize("state", BusState)
def test_a_bus_from_which_everybody_changes_needs_a_person_until_it_is_emptied(state: BusState) -> None:
    assert (Concern.SWAPPING in concerns(seen(replace(BUS, state=state)))) == (state is BusState.SWAPPING)


def test_minutes_run_down_to_the_time_of_departure_and_then_say_how_late_it_is() -> None:
    boarding = replace(BUS, state=BusState.BOARDING, opened=(at(-60),))
    assert [seen(boarding, now=at(n)).minutes for n in (0, 29, 30, 31)] == [30, 1, 0, -1]
    assert concerns(seen(boarding, now=at(30), heard=at(30))) == ()
    assert concerns(seen(boarding, now=at(31), heard=at(31))) == (Concern.LATE,)


def test_a_bus_practised_with_on_another_day_leaves_on_that_day() -> None:
    practised = replace(BUS, state=BusState.BOARDING, opened=(Instant(NOON - 2 * 86_400_000),))
    assert leaves_at(FORUM, practised, NOON) == at(30) - 2 * 86_400_000
    assert leaves_at(FORUM, BUS, Instant(NOON - 2 * 86_400_000)) == at(30)


def test_a_bus_without_a_time_of_departure_is_never_late() -> None:
    for departs in ("", "soon"):
        assert leaves_at(FORUM, replace(BUS, departs=departs), NOON) is None
        assert seen(replace(BUS, departs=departs, state=BusState.BOARDING)).minutes is None


def test_what_a_bus_lacks_is_named_and_needs_a_person_an_hour_before_it_leaves() -> None:
    bare = replace(BUS, plate=" ", driver_phone="", languages=())
    assert lacking(BUS) == ()
    assert lacking(bare) == (Lack.PLATE, Lack.DRIVER_PHONE, Lack.LANGUAGES)
    assert concerns(seen(bare, now=at(-31))) == ()
    assert concerns(seen(bare, now=at(-30))) == (Concern.NOT_READY,)


def test_a_door_unheard_of_for_five_minutes_is_told_whether_or_not_anybody_came() -> None:
    boarding = replace(BUS, state=BusState.BOARDING, opened=(NOON,))
    for heard in (NOON, None):
        assert concerns(seen(boarding, heard=heard, now=at(4))) == ()
        assert concerns(seen(boarding, heard=heard, now=at(5))) == (Concern.UNHEARD,)


def test_the_day_of_departure_is_the_visits() -> None:
    visit = next(each for each in FORUM.sessions if each.id == FORUM.visit)
    leaves = FORUM.local(leaves_at(FORUM, BUS, NOON) or NOON)
    assert leaves.date() == visit.starts.date()
    assert leaves.utcoffset() == timedelta(hours=8)


@pytest.mark.parametrize("lack", set(Lack) - {Lack.ACCESSIBLE_PLACES, Lack.SEATS, Lack.CHARTER_SIGN})
def test_each_thing_that_a_bus_needs_is_missed_by_its_name(lack: Lack) -> None:
    bare = replace(BUS, **{lack.value: () if lack is Lack.LANGUAGES else " "})
    assert lacking(bare) == (lack,)


def test_a_charter_sign_is_missed_on_a_route_that_leaves_the_province_alone() -> None:
    assert lacking(BUS, charter=True) == (Lack.CHARTER_SIGN,)
    assert lacking(replace(BUS, charter_sign="京包 0417"), charter=True) == lacking(BUS) == ()
    abroad = replace(FORUM, routes=tuple(replace(each, charter=True) for each in FORUM.routes))
    for forum, told in ((FORUM, ()), (abroad, (Lack.CHARTER_SIGN,))):
        ((_, sight),) = Board([BusCount(BUS, 0, 0)], {}).sights(forum, NOON)
        assert sight.lacks == told


@given(st.integers(0, 60), st.integers(0, 9))
def test_a_list_above_the_seats_or_the_accessible_places_is_a_lack(seated: int, wheelchairs: int) -> None:
    told = lacking(replace(BUS, accessible_places=2), seated=seated, wheelchairs=wheelchairs)
    assert (Lack.SEATS in told, Lack.ACCESSIBLE_PLACES in told) == (seated > 40, wheelchairs > 2)


@given(SIGHTS)
def test_a_list_above_the_seats_needs_a_person_as_long_as_the_bus_takes_people(sight: Sight) -> None:
    over = sight.tally.listed - sight.tally.accounted > sight.bus.usable_seats
    assert (Concern.OVERBOOKED in concerns(sight)) == (over and takes_people(sight.bus))


def test_who_is_on_the_list_of_a_cancelled_bus_needs_another_and_a_held_one_needs_somebody() -> None:
    cancelled = seen(replace(BUS, state=BusState.CANCELLED), Tally(3, 0))
    assert concerns(cancelled) == (Concern.UNSEATED,)
    assert concerns(replace(cancelled, tally=Tally(0, 0))) == ()
    assert Concern.HELD in concerns(seen(replace(BUS, state=BusState.HELD)))


def test_a_bus_that_boards_again_at_a_stop_is_not_late_and_its_driver_s_rest_is_told() -> None:
    gone = (Visit("", None, None, FactId("b"), at(-230)), Visit("", FactId("c"), at(-1)))
    boarding = replace(BUS, state=BusState.BOARDING, departs="08:00", opened=(at(-300), at(-1)))
    sight = replace(seen(boarding), counts=BusCounts(visits=gone))
    assert Concern.LATE in concerns(replace(sight, counts=BusCounts()))
    assert concerns(sight) == (Concern.DRIVER,)
    assert concerns(replace(sight, now=at(19), heard=at(19))) == ()  # has rested
    closed = replace(sight, bus=replace(boarding, state=BusState.CLOSED))
    assert concerns(closed) == ()
