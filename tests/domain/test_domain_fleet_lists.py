"""Lists of buses: known by their headings in two languages, and every row that is wrong is named."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin_app.domain.buses import Bus
from checkin_app.domain.fleet_lists import FleetFault, columns_of, read_fleet
from checkin_app.domain.ids import BusCode, RouteId
from checkin_app.files.forum_file import forum_bytes, parse_forum

FORUM = parse_forum(forum_bytes("gstf-2024"), "forum.toml")
ENGLISH = (
    "code", "route", "plate", "licensed seats", "usable seats", "accessible places", "languages", "driver",
    "driver phone", "guide", "coordinator", "bay", "departure",
)  # fmt: skip
CHINESE = (
    "编号", "线路", "车牌", "核定座位", "可用座位", "无障碍座位", "语言", "司机", "司机电话", "导游", "协调员", "停车位", "发车时间",
)  # fmt: skip
ROW = (
    "2-3", "2", "京A·30302", "45", "43", "2", "zh, en", "Chen Wei", "+86 130 0000 0001", "Li Na", "Sun Ming", "7", "8:30",
)  # fmt: skip
THE_BUS = Bus(
    BusCode("2-3"), RouteId("2"), 45, 43, 2, "京A·30302", "7", "08:30", ("zh", "en"), "Chen Wei", "+86 130 0000 0001",
    "Li Na", "Sun Ming",
)  # fmt: skip


def read(*rows, known=()):
    return read_fleet(rows, FORUM, {each.code: each for each in known})


def whys(*rows, known=()):
    return [(flaw.row, flaw.why.words) for flaw in read(*rows, known=known).flaws]


@pytest.mark.parametrize(
    "headings", [ENGLISH, CHINESE, tuple(f"{a} / {b}" for a, b in zip(CHINESE, ENGLISH, strict=True))]
)
def test_a_list_is_read_by_its_headings_in_either_language_and_below_titles(headings) -> None:
    found = read(("Buses of the visit",), (), headings, ROW, ("", " "))
    assert found.flaws == ()
    assert found.added == (THE_BUS,)


def test_a_bus_that_is_there_gets_what_its_row_says_and_an_empty_cell_changes_nothing() -> None:
    found = read(("code", "plate", "bay"), ("2-3", "京B·1", ""), known=[THE_BUS])
    assert dict(found.changed) == {"2-3": {"plate": "京B·1"}}
    again = read(ENGLISH, ROW, known=[THE_BUS])
    assert (again.added, dict(again.changed), again.unchanged) == ((), {}, 1)


@pytest.mark.parametrize("heading", ["layouts", "布局", "布局 / layouts", "Seat layouts (legal)"])
def test_layouts_are_read_and_say_how_many_wheelchairs_there_may_be(heading: str) -> None:
    (bus,) = read(("code", "licensed seats", heading), ("3-1", "49", "49+0、45＋1; 41 + 2")).added
    assert (bus.layouts, bus.accessible_places) == (("49+0", "45+1", "41+2"), 2)
    again = read(("code", heading), ("3-1", "49+0 45+1"), known=[bus])
    assert dict(again.changed) == {"3-1": {"layouts": ("49+0", "45+1"), "accessible_places": 1}}
    assert read(("code", heading), ("3-1", ""), known=[bus]).unchanged == 1


@pytest.mark.parametrize(
    ("layouts", "places", "why"),
    [
        ("45 seats", "", FleetFault.LAYOUT),
        ("45+1, 44+1", "", FleetFault.LAYOUT_TWICE),
        ("45+1, 49+2", "", FleetFault.LAYOUT_OVER),
        ("45+1", "2", FleetFault.LAYOUT_PLACES),
    ],
)
def test_a_layout_that_cannot_be_is_named(layouts: str, places: str, why: FleetFault) -> None:
    headings = ("code", "licensed seats", "layouts", "accessible places")
    assert whys(headings, ("3-1", "49", layouts, places)) == [(2, why)]


def test_of_a_new_bus_the_code_says_the_route_and_every_licensed_seat_is_usable() -> None:
    (bus,) = read(("code", "licensed seats"), ("3－1", "45.0")).added
    assert (bus.code, bus.route, bus.licensed_seats, bus.usable_seats) == ("3-1", "3", 45, 45)


@pytest.mark.parametrize(
    ("cell", "value", "why"),
    [
        ("code", "bus one", FleetFault.CODE),
        ("route", "9", FleetFault.ROUTE),
        ("licensed seats", "0", FleetFault.SEATS),
        ("licensed seats", "many", FleetFault.NUMBER),
        ("licensed seats", "", FleetFault.EMPTY),
        ("usable seats", "46", FleetFault.USABLE),
        ("usable seats", "0", FleetFault.USABLE),
        ("accessible places", "44", FleetFault.PLACES),
        ("languages", "zh, Quenya", FleetFault.LANGUAGE),
        ("departure", "25:00", FleetFault.TIME),
        ("guide", "x" * 400, FleetFault.LONG),
    ],
)
def test_what_is_wrong_with_a_row_is_named(cell: str, value: str, why: FleetFault) -> None:
    row = tuple(value if name == cell else text for name, text in zip(ENGLISH, ROW, strict=True))
    found = whys(ENGLISH, row)
    assert (2, why) in found
    assert all(place == 2 for place, _ in found)


def test_a_code_or_a_plate_twice_is_named_also_where_the_other_bus_is_there_already() -> None:
    other = ("2-4", *ROW[1:])
    assert whys(ENGLISH, ROW, ROW) == [(3, FleetFault.CODE_TWICE)]
    assert whys(ENGLISH, ROW, other) == [(3, FleetFault.PLATE_TWICE)]
    assert whys(ENGLISH, other, known=[THE_BUS]) == [(2, FleetFault.PLATE_TWICE)]


def test_plates_that_change_places_in_one_list_are_not_twice() -> None:
    one, two = (
        Bus(BusCode("2-1"), RouteId("2"), 45, 45, plate="A1"),
        Bus(BusCode("2-2"), RouteId("2"), 45, 45, plate="A2"),
    )
    assert not read(("code", "plate"), ("2-1", "A2"), ("2-2", "A1"), known=[one, two]).flaws


def test_a_route_is_known_by_its_number_within_words_and_by_its_name() -> None:
    name = next(iter(FORUM.routes[1].name.by_language.values()))
    for text in ("Route 2", "线路2", name):
        (bus,) = read(("code", "route", "seats licensed"), ("X-1", text, "45")).added
        assert bus.route == "2"


@given(st.lists(st.lists(st.text(max_size=12), max_size=6), max_size=6))
def test_no_list_is_too_strange_to_be_answered(rows: list[list[str]]) -> None:
    read_fleet([("code", "plate", "licensed seats"), *rows], FORUM, {})
    columns_of(rows)


BESIDES = [("No. of ", ""), ("Number of ", ""), ("Bus ", ""), ("Total ", ""), ("The ", ""), ("", " no."), ("", " (required)"), ("", " *"),
           ("Vehicle's ", ""), ("", ":"), ("本车: ", "")]  # fmt: skip


@given(
    st.permutations(range(len(ENGLISH))),
    st.lists(st.sampled_from(BESIDES), min_size=len(ENGLISH), max_size=len(ENGLISH)),
)
def test_what_stands_beside_a_heading_and_the_order_of_columns_change_nothing(order, besides) -> None:
    headings = [
        f"{before}{ENGLISH[place].title()}{after}" for place, (before, after) in zip(order, besides, strict=True)
    ]
    found = read(headings, tuple(ROW[place] for place in order))
    assert (found.flaws, found.added) == ((), (THE_BUS,))


@pytest.mark.parametrize("headings", [
    ("Bus", "Seats", "Usable"), ("Vehicle", "Capacity", "Available seats"), ("车辆", "座位数", "可用"), ("车号", "核载人数", "座位数"),
    ("Bus No.", "Licensed", "Seats"), ("No. / 车号", "No. of seats / 座位数量", "Usable seats / 可用座位数量"),
])  # fmt: skip
def test_plain_seats_are_the_licensed_ones_unless_those_have_a_column_of_their_own(headings) -> None:
    (bus,) = read(headings, ("2-3", "45", "43")).added
    assert (bus.licensed_seats, bus.usable_seats) == (45, 43)


def test_a_column_about_somebody_else_is_none_of_these() -> None:
    assert set(columns_of([("Code", "Seats", "Guide phone", "Driver age", "Remarks", "导游电话")])) == {
        "code",
        "licensed_seats",
    }
