"""The states of a bus, what a button that brings one about says, and what its people are called."""

from collections.abc import Callable, Mapping, Sequence

from checkin_app.domain import bus_texts, seating
from checkin_app.domain.buses import BusState
from checkin_app.domain.driving import DriverClock
from checkin_app.domain.forum import Forum
from checkin_app.domain.ids import BusCode, Instant
from checkin_app.domain.readiness import Lack
from checkin_app.domain.standings import Standing, Tally, sought_as
from checkin_app.domain.swaps import Cause, Swap
from checkin_app.domain.texts import QT_TRANSLATE_NOOP
from checkin_app.services.ports.buses import BusCount
from checkin_app.ui.kit import bidi
from checkin_app.ui.kit.chips import ChipTone, Occupancy
from checkin_app.ui.kit.paint import PART
from checkin_app.ui.words_speech import figure, say, spoken

_NO_BREAK = "\u00a0"
_MOVES: Mapping[BusState, str] = {
    BusState.PLANNED: QT_TRANSLATE_NOOP("BusMove", "Close doors"),
    BusState.BOARDING: QT_TRANSLATE_NOOP("BusMove", "Open doors"),
    BusState.FINAL_CALL: QT_TRANSLATE_NOOP("BusMove", "Final call"),
    BusState.COUNTING: QT_TRANSLATE_NOOP("BusMove", "Count"),
    BusState.RELEASED: QT_TRANSLATE_NOOP("BusMove", "Release"),
    BusState.DEPARTED: QT_TRANSLATE_NOOP("BusMove", "Bus leaves"),
    BusState.RETURNED: QT_TRANSLATE_NOOP("BusMove", "Returned"),
    BusState.EMPTIED: QT_TRANSLATE_NOOP("BusMove", "Emptied"),
    BusState.CLOSED: QT_TRANSLATE_NOOP("BusMove", "Close"),
    BusState.READY: QT_TRANSLATE_NOOP("BusMove", "Bus is ready"),
    BusState.AT_STOP: QT_TRANSLATE_NOOP("BusMove", "Arrived"),
    BusState.HELD: QT_TRANSLATE_NOOP("BusMove", "Hold the bus"),
    BusState.CANCELLED: QT_TRANSLATE_NOOP("BusMove", "Cancel the bus"),
    BusState.SWAPPING: QT_TRANSLATE_NOOP("BusMove", "Swap"),
    BusState.EMERGENCY: QT_TRANSLATE_NOOP("BusMove", "Call an emergency"),
}

#: What is said on the button that opens the doors where that makes void what people found out.
_VOIDING: Mapping[BusState, str] = {
    BusState.COUNTING: QT_TRANSLATE_NOOP("BusMove", "Hold: open doors, count anew"),
    BusState.RELEASED: QT_TRANSLATE_NOOP("BusMove", "Hold: open doors, release is void"),
    BusState.EMPTIED: QT_TRANSLATE_NOOP("BusMove", "Hold: open doors, not empty any more"),
    BusState.HELD: QT_TRANSLATE_NOOP("BusMove", "Hold: open doors, let it go on"),
}

_TONES: Mapping[BusState, ChipTone] = {
    BusState.BOARDING: ChipTone.GO,
    BusState.FINAL_CALL: ChipTone.ASK,
    BusState.COUNTING: ChipTone.INFO,
    BusState.HELD: ChipTone.ASK,
    BusState.EMERGENCY: ChipTone.STOP,
}

_LACKS: Mapping[Lack, str] = {
    Lack.PLATE: QT_TRANSLATE_NOOP("BusLack", "plate"),
    Lack.CHARTER_SIGN: QT_TRANSLATE_NOOP("BusLack", "charter sign"),
    Lack.DRIVER: QT_TRANSLATE_NOOP("BusLack", "driver"),
    Lack.DRIVER_PHONE: QT_TRANSLATE_NOOP("BusLack", "driver’s phone"),
    Lack.GUIDE: QT_TRANSLATE_NOOP("BusLack", "guide"),
    Lack.COORDINATOR: QT_TRANSLATE_NOOP("BusLack", "coordinator"),
    Lack.LANGUAGES: QT_TRANSLATE_NOOP("BusLack", "languages"),
    Lack.BAY: QT_TRANSLATE_NOOP("BusLack", "bay"),
    Lack.DEPARTS: QT_TRANSLATE_NOOP("BusLack", "departure"),
    Lack.ACCESSIBLE_PLACES: QT_TRANSLATE_NOOP("BusLack", "accessible place"),
    Lack.SEATS: QT_TRANSLATE_NOOP("BusLack", "seats"),
}


def route(forum: Forum, route: str) -> str:
    """Return what a route is called, with its number where the name does not hold it."""
    known = next((each for each in forum.routes if each.id == route), None)
    name = known.name.in_(spoken()) if known else ""
    if route in name:
        return bidi.name(name)
    number = say("Route", bus_texts.ROUTE).format(route=bidi.code(route))
    return f"{number} · {bidi.name(name)}" if name else number


def state(of: BusState) -> str:
    return say("BusState", bus_texts.STATES[of])


def tone(of: BusState) -> ChipTone:
    """Return how the chip of a state is drawn beside the figures of one bus."""
    return _TONES.get(of, ChipTone.QUIET)


def move(to: BusState) -> str:
    return say("BusMove", _MOVES[to])


def open_again(state: BusState) -> str:
    """Return what the button says by which the doors are opened and what was found out is void; empty where nothing is."""
    return say("BusMove", _VOIDING[state]) if state in _VOIDING else ""


def swapped(swap: Swap | None, took_over: Sequence[BusCode]) -> str:
    """Return which bus takes over from one, and from which it took over itself; empty where none does."""
    parts = []
    if swap is not None:
        said = bus_texts.BROKEN_DOWN if swap.cause is Cause.BROKEN_DOWN else bus_texts.ALL_CHANGE
        parts.append(say("Bus", said).format(bus=bidi.code(swap.to)))
    if took_over:
        buses = say("List", ", ").join(bidi.code(each) for each in took_over)
        parts.append(say("Bus", bus_texts.TAKES_OVER).format(buses=buses))
    return PART.join(parts)


def standing(of: Standing) -> str:
    return say("Standing", bus_texts.STANDINGS[of])


def counted(of: Standing, number: int) -> str:
    return say("Standing", bus_texts.COUNTED[of]).format(n=bidi.code(str(number)))


def sought(bus: BusState, tally: Tally) -> str:
    """Return how many of a bus's people are looked for, in the one word that they have in its state."""
    return counted(sought_as(bus), tally.sought)


def lacks(some: Sequence[Lack]) -> str:
    """Return what a bus lacks, as one short line: the first by its name."""
    first, *others = some
    text = (
        QT_TRANSLATE_NOOP("BusLack", "lacks {lack} and {n} more")
        if others
        else QT_TRANSLATE_NOOP("BusLack", "lacks {lack}")
    )
    return say("BusLack", text).format(lack=say("BusLack", _LACKS[first]), n=bidi.code(str(len(others))))


def all_lacks(some: Sequence[Lack]) -> str:
    """Return all that a bus lacks."""
    return say("BusLack", QT_TRANSLATE_NOOP("BusLack", "lacks {lack}")).format(lack=lacking(some))


def lacking(some: Sequence[Lack]) -> str:
    """Return each thing that a bus lacks by its name."""
    return say("List", ", ").join(say("BusLack", _LACKS[each]) for each in some)


def rest(driver: DriverClock, clock: Callable[[Instant], str]) -> str:
    """Return when a driver has to rest, or how long they rest yet; `clock` returns a moment as the hall's time."""
    over = bidi.code(str(-driver.left // 60_000))
    if driver.left < 0:
        return say("Driver", QT_TRANSLATE_NOOP("Driver", "driver {n} min too long at the wheel")).format(n=over)
    if driver.rest_by is not None:
        text = (
            QT_TRANSLATE_NOOP("Driver", "driver’s eight hours end {time}")
            if driver.is_day_over
            else QT_TRANSLATE_NOOP("Driver", "driver must rest by {time}")
        )
        return say("Driver", text).format(time=bidi.code(clock(driver.rest_by)))
    if driver.is_day_over or driver.rest_until is None:
        left = bidi.code(str(driver.left // 60_000))
        return say("Driver", QT_TRANSLATE_NOOP("Driver", "driver has {n} min left today")).format(n=left)
    until = bidi.code(clock(driver.rest_until))
    return say("Driver", QT_TRANSLATE_NOOP("Driver", "driver rests until {time}")).format(time=until)


def standby(waiting: int, seats: int) -> str:
    """Return how many wait for a seat, and how many seats there are for them."""
    said = say("BusMove", QT_TRANSLATE_NOOP("BusMove", "{count} on standby, seats: {seats}"))
    return said.format(count=figure(waiting), seats=figure(seats))


def bay(number: str) -> str:
    """Return where a bus stands; a bay's number on a line of its own says nothing."""
    return say("Bus", bus_texts.BAY).replace(" ", _NO_BREAK).format(bay=bidi.code(number))


def occupancy(count: BusCount, tally: Tally) -> Occupancy:
    """Return how a bus is filled, of as many as the law lets aboard with those who are expected in wheelchairs."""
    return Occupancy(tally.aboard, tally.sought, seating.reserved(count.bus), count.licensed)


def count() -> str:
    """Return what the button says that leads to the head count, by which a bus leaves and comes back."""
    return say("BusMove", QT_TRANSLATE_NOOP("BusMove", "Count and leave"))
