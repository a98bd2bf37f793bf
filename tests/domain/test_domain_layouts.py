"""Legal layouts: read as people write them, refused where they cannot be, and one answer to how many may sit."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from checkin_app.domain import boarding
from checkin_app.domain.buses import Bus, BusState
from checkin_app.domain.delegates import BadgeStanding, Delegate
from checkin_app.domain.ids import BusCode, DelegateId, RouteId
from checkin_app.domain.layouts import LayoutFlaw, flaw_of, layouts_in, seats_beside
from checkin_app.domain.movements import Direction
from checkin_app.domain.outcomes import Reason, Verdict
from checkin_app.domain.planning.late import Room, bus_for_one
from checkin_app.domain.readiness import Lack, lacking
from checkin_app.domain.seating import (
    free_seats,
    licensed,
    over_the_seats,
    reserved,
    room,
    usable,
    wheelchair_places,
    with_accessible_place,
    with_places_of_layouts,
)

DELEGATE = Delegate(DelegateId("ada"), "Ada", route=RouteId("2"))
STEP = boarding.Attempt(
    delegate=DELEGATE, issue=1, badge=BadgeStanding(), bus=Bus(BusCode("2-1"), RouteId("2"), 4, 3), aboard=0,
    accessible_aboard=0, own_bus=None, accessible_bus=None, presences=(), direction=Direction.IN,
)  # fmt: skip
NAMED = ("49+0", "45+1", "41+2")


def bus(*layouts: str, licensed_seats: int = 49, usable_seats: int = 45, places: int = 0) -> Bus:
    return Bus(BusCode("2-1"), RouteId("2"), licensed_seats, usable_seats, places, layouts=layouts)


@st.composite
def buses(draw: st.DrawFn) -> Bus:
    """Any bus that the form takes: with layouts, or with places that are seats."""
    seats = draw(st.integers(1, 60))
    free = draw(st.integers(1, seats))
    sums = st.tuples(st.integers(0, seats), st.integers(0, 6)).filter(lambda each: 0 < sum(each) <= seats)
    named = draw(st.lists(sums, unique_by=lambda each: each[1], max_size=4))
    made = bus(*(f"{a}+{b}" for a, b in named), licensed_seats=seats, usable_seats=free)
    return with_places_of_layouts(made, None) if named else bus(
        licensed_seats=seats, usable_seats=free, places=draw(st.integers(0, free))
    )  # fmt: skip


@pytest.mark.parametrize(
    "text",
    ["49+0, 45+1, 41+2", "49+0;45+1;41+2", "49 + 0  45+ 1 41 +2", "４９＋０、４５＋１，４１＋２", "049+00/45+1|41+2"],
)
def test_layouts_are_read_however_they_are_written(text: str) -> None:
    assert layouts_in(text) == NAMED


@pytest.mark.parametrize("wheelchairs", [0, 1, 2])
def test_the_licensed_seats_hold_where_two_laptops_say_different_things_of_one_bus(wheelchairs: int) -> None:
    """One lowers them, another names the layouts of before: each of both was right when it was written."""
    torn = bus(*NAMED, licensed_seats=40, usable_seats=45)
    assert licensed(torn, wheelchairs) == usable(torn, wheelchairs) == 40
    assert sum(room(torn, 40)) == 0


def test_what_is_no_layout_stays_as_it_was_typed_so_that_it_can_be_named() -> None:
    assert layouts_in("49+0, about 45") == ("49+0", "about", "45")
    assert layouts_in("  ") == ()


@pytest.mark.parametrize(
    ("text", "flaw"),
    [
        ("49+0, 45+1, 41+2", None),
        ("", None),
        ("49", (LayoutFlaw.MALFORMED, "49")),
        ("0+0", (LayoutFlaw.MALFORMED, "0+0")),
        ("4999+1", (LayoutFlaw.MALFORMED, "4999+1")),
        ("45+1, 44+1", (LayoutFlaw.TWICE, "44+1")),
        ("45+1, 45+1", (LayoutFlaw.TWICE, "45+1")),
        ("49+1", (LayoutFlaw.OVER_LICENSED, "49+1")),
        ("48+1", None),
    ],
)
def test_a_layout_that_cannot_be_is_named_with_why(text: str, flaw: object) -> None:
    assert flaw_of(layouts_in(text), 49) == flaw


def test_what_cannot_be_read_of_another_version_is_passed_over() -> None:
    assert seats_beside(("sideways", "45+1")) == (45, 45)
    assert seats_beside(("sideways",)) == ()
    assert usable(bus("sideways")) == 45
    assert licensed(bus("sideways")) == 49


def test_the_more_wheelchairs_the_fewer_may_sit_and_the_staff_keep_their_seats() -> None:
    named = bus(*NAMED)
    assert [licensed(named, n) for n in range(4)] == [49, 46, 43, 43]
    assert [usable(named, n) for n in range(4)] == [45, 42, 39, 39]
    assert reserved(named) == 4
    assert wheelchair_places(named) == 2
    assert room(named) == (45, 41, 37)
    assert room(named, held=42, wheelchairs=1) == (0,)
    assert room(named, held=38, wheelchairs=0) == (7, 3)
    assert room(named, held=50, wheelchairs=3) == (0,)
    assert free_seats(named, 40, 1) == 2


def test_two_wheelchairs_sit_where_two_have_a_place_and_one_there_as_well() -> None:
    named = bus("49+0", "40+2")
    assert [licensed(named, n) for n in range(3)] == [49, 41, 42]


@given(buses(), st.integers(0, 70), st.integers(0, 8))
def test_how_many_may_sit_is_one_answer_within_the_law(some: Bus, people: int, wheelchairs: int) -> None:
    most = licensed(some, wheelchairs)
    assert usable(some, wheelchairs) <= most <= some.licensed_seats
    others = [licensed(some, n) - n for n in range(wheelchair_places(some) + 1)]
    assert others == sorted(others, reverse=True), "a wheelchair more gives nobody a seat"
    left = room(some, people, wheelchairs)
    assert [*left] == sorted(left, reverse=True)
    for more, seats in enumerate(left):
        if more or seats:  # whoever joins: within the seats for delegates, and within the places
            assert people + more + seats == usable(some, wheelchairs + more)
            assert not more or wheelchairs + more <= wheelchair_places(some)


@given(buses(), st.lists(st.booleans(), max_size=60))
def test_of_those_beyond_the_seats_the_last_are_named_and_the_law_holds_for_the_rest(
    some: Bus, aboard: list[bool]
) -> None:
    wheelchairs = sum(aboard)
    everybody = [*enumerate(aboard)]
    over = over_the_seats(some, everybody, everybody, wheelchairs)  # a person chose all of them
    assert len(everybody) - len(over) <= licensed(some, wheelchairs)
    assert [*over] == everybody[len(everybody) - len(over) :]
    assert bool(over) == (len(aboard) > licensed(some, wheelchairs))


@given(buses(), st.integers(0, 60), st.integers(0, 6), st.booleans())
def test_who_comes_late_gets_a_seat_where_there_is_one_and_no_layout_is_passed(
    some: Bus, people: int, wheelchairs: int, accessible: bool
) -> None:
    left = room(some, people, wheelchairs)
    found = bus_for_one([Room(some, left[0], len(left) - 1)], accessible=accessible)
    if found:
        assert people + 1 <= usable(some, wheelchairs + accessible)
        assert not accessible or wheelchairs < wheelchair_places(some)


def test_another_bus_is_named_only_where_a_wheelchair_finds_its_place() -> None:
    full, there = bus(*NAMED), bus(*NAMED)
    assert with_accessible_place([full], lambda each: room(each, 45, 0)) is None
    assert with_accessible_place([there], lambda each: room(each, 41, 0)) == there.code


def test_its_wheelchair_places_are_those_of_its_layouts_unless_somebody_wrote_them() -> None:
    named = with_places_of_layouts(bus(*NAMED), None)
    assert named.accessible_places == 2
    assert with_places_of_layouts(bus("49+0", places=2), named).accessible_places == 0
    assert with_places_of_layouts(bus(*NAMED, places=3), named).accessible_places == 3, "to be refused"
    assert with_places_of_layouts(bus(places=2), named).accessible_places == 2


def test_a_bus_is_not_ready_whose_list_needs_a_layout_that_it_has_not() -> None:
    named = with_places_of_layouts(bus(*NAMED), None)
    assert Lack.SEATS not in lacking(named, seated=42, wheelchairs=1)
    assert Lack.SEATS in lacking(named, seated=43, wheelchairs=1)
    assert Lack.ACCESSIBLE_PLACES in lacking(named, seated=3, wheelchairs=3)


@given(buses(), st.integers(0, 60), st.integers(0, 6), st.integers(0, 3), st.booleans())
def test_a_door_never_waves_on_past_a_layout(
    some: Bus, aboard: int, wheelchairs: int, kept: int, accessible: bool
) -> None:
    boards = replace(some, state=BusState.BOARDING)
    step = structs.replace(
        STEP, delegate=structs.replace(DELEGATE, accessible=accessible), bus=boards, own_bus=boards,
        aboard=max(aboard, wheelchairs), accessible_aboard=wheelchairs, accessible_kept=kept,
    )  # fmt: skip
    decision = boarding.decide(step)
    after, chairs = step.aboard + 1, wheelchairs + accessible
    match decision.verdict:
        case Verdict.GO:
            assert after + kept <= usable(some, chairs + kept)
            assert not accessible or chairs <= wheelchair_places(some)
        case Verdict.ASK:
            assert decision.reason is Reason.FULL
            assert usable(some, chairs + kept) - kept < after <= licensed(some, chairs)
        case _:
            assert after > licensed(some, chairs) or chairs > wheelchair_places(some)


def test_a_wheelchair_whose_place_would_take_seats_of_those_aboard_is_stopped_with_words() -> None:
    boards = replace(bus(*NAMED, usable_seats=49), state=BusState.BOARDING)
    comes = structs.replace(DELEGATE, accessible=True)
    step = structs.replace(STEP, delegate=comes, bus=boards, own_bus=boards, aboard=46, accessible_bus=BusCode("2-9"))
    decision = boarding.decide(step)
    assert (decision.reason, decision.verdict) == (Reason.NO_LAYOUT_LEFT, Verdict.STOP)
    assert decision.details == {"aboard": 46, "seats": 46, "bus": "2-9"}
    assert boarding.decide(structs.replace(step, aboard=45)).reason is Reason.BOARDED
    assert boarding.decide(structs.replace(step, aboard=49)).reason is Reason.LICENSED_SEATS_TAKEN


def test_the_place_of_who_is_expected_is_kept_and_asked_about_before_it_is_given_away() -> None:
    boards = replace(bus(*NAMED, usable_seats=49), state=BusState.BOARDING)
    step = structs.replace(STEP, bus=boards, own_bus=boards, aboard=45, accessible_kept=1)
    asked = boarding.decide(step)
    assert (asked.reason, asked.details) == (Reason.FULL, {"aboard": 45, "seats": 45})
    assert boarding.decide(structs.replace(step, accessible_kept=0)).details == {"aboard": 46, "seats": 49}
    assert boarding.decide(structs.replace(step, aboard=44)).details == {"aboard": 45, "seats": 45}
