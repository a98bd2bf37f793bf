"""A bus on its day, and lists of buses, as screens are given them: before a ride, on the way, at stops, held and cancelled."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from layout_people import GERMAN, GUESTS, HAN, IBERIAN

from checkin_app.domain.bus_log import Done, LogEntry
from checkin_app.domain.buses import Bus, BusState
from checkin_app.domain.fleet_lists import FleetFault, FleetList
from checkin_app.domain.forum import Forum, Words
from checkin_app.domain.head_counts import NOT_COUNTED, BusCounts
from checkin_app.domain.ids import BusCode, DelegateId, FactId, Instant, RouteId, StationId
from checkin_app.domain.outcomes import Reason
from checkin_app.domain.overriding import OverrideWord
from checkin_app.domain.ride_states import RideState
from checkin_app.domain.row_lists import RowFlaw
from checkin_app.domain.stops import Skip, Visit
from checkin_app.services.fleet_import import FleetPreview
from checkin_app.services.overseeing import Board
from checkin_app.services.ports.bus_log import BusLog
from checkin_app.services.ports.buses import BusCount, Manifest, ManifestLine

_MINUTE = timedelta(minutes=1)
FULL = Bus(
    BusCode("2-1"), RouteId("2"), 49, 45, 1, "京A·20201", "7", "08:30", ("zh", "en"), HAN.name, "+86 139 0000 2073",
    GERMAN.name, IBERIAN.name,
)  # fmt: skip
EMPTY = Bus(BusCode("2-2"), RouteId("2"), 49, 45)


def minutes(at: Instant, ago: int) -> Instant:
    """Return the instant so many minutes before another."""
    return Instant(at - ago * 60_000)


def visits(at: Instant, *names: str, away: bool = True, first: int = 300) -> tuple[Visit, ...]:
    """Return where a bus was that drove half an hour to each stop and stood there for ten minutes.

    Args:
        at: the instant from which minutes are counted back.
        names: of the stops, as a fact holds them; empty at one that nobody named.
        away: whether it left the last one.
        first: how many minutes ago its ride began.
    """
    made = [Visit("", None, None, FactId("d0"), minutes(at, first), 44)]
    for place, name in enumerate(names, start=1):
        came = minutes(at, first - 40 * place + 10)
        left = None if place == len(names) and not away else minutes(at, first - 40 * place)
        made.append(
            Visit(
                name,
                FactId(f"a{place}"),
                came,
                FactId(f"d{place}") if left is not None else None,
                left,
                None if left is None else 43,
            )
        )
    return tuple(made)


def skipped(name: str, reason: str = "今日闭馆") -> Skip:
    return Skip(FactId("s1"), name, reason)


def a_day(bus: Bus, counts: BusCounts = NOT_COUNTED, *, listed: int = 44, aboard: int = 0) -> Board:
    """Return the board on which one bus is so."""
    return Board([BusCount(bus, listed, aboard)], {}, counted={bus.code: counts})


def bus_in(state: BusState, bus: Bus = FULL) -> Bus:
    return replace(bus, state=state)


def who_got_off(bus: Bus, at: Instant, guests: Sequence[int] = (0, 2, 4)) -> Manifest:
    lines = tuple(
        ManifestLine(
            guest,
            place not in guests,
            minutes(at, 12 + place),
            None,
            listed=True,
            ride=RideState.OFF if place in guests else RideState.BOARDED,
        )
        for place, guest in enumerate(GUESTS)
    )
    return Manifest(bus, lines, 3)


def stops_of(forum: Forum, route: str = "2") -> list[str]:
    """Return the stops of a route as facts hold them."""
    known = forum.route(RouteId(route))
    assert known is not None
    return [_first(each.name) for each in known.stops]


def _first(name: Words) -> str:
    return next(iter(name.by_language.values()))


def fleet_preview(*, wrong: bool = False) -> FleetPreview:
    """Return what a list of two new buses and one changed one comes to, perhaps with rows to be put right."""
    flaws = (
        RowFlaw(4, FleetFault.PLATE_TWICE.of(plate="京A·20201", bus="2-1")),
        RowFlaw(5, FleetFault.SEATS.of(seats=0, most=100)),
        RowFlaw(5, FleetFault.USABLE.of(usable=60, licensed=49)),
        RowFlaw(7, FleetFault.ROUTE.of(value="9", known="1, 2, 3, 4")),
    )
    other = replace(FULL, code=BusCode("2-3"), plate="京A·20203", languages=("zh", "en", "ar", "fr"))
    list_ = FleetList(
        (other, EMPTY),
        {FULL.code: {"plate": "京A·20209", "driver": GERMAN.name, "languages": ("zh",)}},
        117,
        flaws if wrong else (),
        {other.code: 2, EMPTY.code: 3, FULL.code: 6},
    )
    return FleetPreview("buses.xlsx", ("车辆", "备用车"), "车辆", list_, 1)


def a_log(bus: BusCode) -> BusLog:
    """Return what was done with a bus: one entry of each kind of doing, about guests with long names."""
    who = DelegateId("a" * 16)
    said = [
        *(Done.MOVED.of(state=state) for state in (BusState.BOARDING, BusState.FINAL_CALL)),
        Done.ARRIVED.of(stop="大坝"),
        Done.OVERRIDDEN,
        Done.TAKEN_BACK,
    ]
    entries = tuple(
        LogEntry(
            FactId(f"f{place}"), Instant(1_727_330_000_000 + place * 61_000), StationId("00" * 8), "bus.moved_to", what,
            reason=Reason.WRONG_ROUTE if place == 4 else None,
            text="随团翻译，须与代表团同行" if place % 2 else "",
            why=OverrideWord.ESCORT if what is Done.OVERRIDDEN else "",
            delegate=who if place > 2 else None,
            undone=place == 3,
            counts=place != 1,
        )
        for place, what in enumerate(said)
    )  # fmt: skip
    return BusLog(bus, entries, {who: IBERIAN.called})
