"""The vehicles of the technical visit."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from enum import StrEnum

from checkin_app.domain import registers
from checkin_app.domain.canonical import Json
from checkin_app.domain.ids import BusCode, FactId, Instant, RouteId


class BusState(StrEnum):
    PLANNED = "planned"
    READY = "ready"
    """It stands at its bay and lacks nothing."""
    BOARDING = "boarding"
    FINAL_CALL = "final_call"
    COUNTING = "counting"
    RELEASED = "released"
    DEPARTED = "departed"
    RETURNED = "returned"
    EMPTIED = "emptied"
    CLOSED = "closed"
    AT_STOP = "at_stop"
    """It came to a stop and its doors are not opened for boarding yet."""
    HELD = "held"
    """It may neither board, be counted nor leave until whoever held it lets it."""
    CANCELLED = "cancelled"
    """It does not run; who is on its list needs another bus."""
    SWAPPING = "swapping"
    """Another bus takes over: everybody changes to it, and this one runs no more."""
    EMERGENCY = "emergency"
    """Its list is frozen and everybody is looked for; no move brings it there, and none away (`domain.emergencies`)."""


#: States in which people may board.
BOARDABLE = frozenset({BusState.BOARDING, BusState.FINAL_CALL})
#: States in which boarding is over, as against not yet begun.
LEFT = frozenset({
    BusState.RELEASED, BusState.DEPARTED, BusState.RETURNED, BusState.EMPTIED, BusState.CLOSED, BusState.SWAPPING,
    BusState.EMERGENCY,
})  # fmt: skip

#: States in which a bus has no ride yet; whatever follows begins one.
BEFORE_A_RIDE = frozenset({BusState.PLANNED, BusState.READY, BusState.CANCELLED})
#: States in which a bus is on no ride.
AT_REST = BEFORE_A_RIDE | {BusState.CLOSED}

_S = BusState
#: What may follow what.  Doors open before anybody counts, a bus is released before it leaves, and somebody walks to the
#: last row before it is closed; back to planned goes a bus whose doors were opened by mistake or for practice.  One that is
#: closed is opened again with a reason, and by nothing else; what was held is counted anew before it is released.
FOLLOWING: Mapping[BusState, frozenset[BusState]] = {
    _S.PLANNED: frozenset({_S.READY, _S.BOARDING, _S.CANCELLED, _S.CLOSED}),
    _S.READY: frozenset({_S.BOARDING, _S.HELD, _S.CANCELLED, _S.PLANNED}),
    _S.BOARDING: frozenset({_S.FINAL_CALL, _S.COUNTING, _S.HELD, _S.READY, _S.PLANNED}),
    _S.FINAL_CALL: frozenset({_S.BOARDING, _S.COUNTING, _S.HELD, _S.PLANNED}),
    _S.COUNTING: frozenset({_S.BOARDING, _S.FINAL_CALL, _S.RELEASED, _S.HELD, _S.PLANNED}),
    _S.RELEASED: frozenset({_S.BOARDING, _S.DEPARTED, _S.HELD}),
    _S.DEPARTED: frozenset({_S.BOARDING, _S.AT_STOP, _S.RETURNED}),
    _S.AT_STOP: frozenset({_S.BOARDING, _S.HELD, _S.RETURNED}),
    _S.RETURNED: frozenset({_S.BOARDING, _S.EMPTIED}),
    _S.EMPTIED: frozenset({_S.BOARDING, _S.CLOSED}),
    _S.CLOSED: frozenset(),
    _S.HELD: frozenset({_S.BOARDING, _S.CANCELLED, _S.PLANNED}),
    _S.CANCELLED: frozenset({_S.PLANNED}),
    _S.SWAPPING: frozenset({_S.EMPTIED}),
    _S.EMERGENCY: frozenset(),
}
#: What is said of a bus with more than its state – by counts, by name, by place, with a reason – or once it lacks nothing.
BY_ITS_OWN_WAY = frozenset(
    {_S.READY, _S.RELEASED, _S.EMPTIED, _S.CLOSED, _S.AT_STOP, _S.HELD, _S.CANCELLED, _S.SWAPPING, _S.EMERGENCY}
)
#: States from which no other bus takes over any more.
NOT_SWAPPED = frozenset({_S.RETURNED, _S.EMPTIED, _S.CLOSED, _S.SWAPPING, _S.EMERGENCY})
#: States in which opening the doors makes void what people found out: the head count, the release, the walk to the last row;
#: or lets a bus go on that somebody holds.
VOIDED_BY_DOORS = frozenset({_S.COUNTING, _S.RELEASED, _S.EMPTIED, _S.HELD})
#: States in which a bus is on its way back, or is back.
COMING_BACK = frozenset({_S.DEPARTED, _S.RETURNED, _S.EMPTIED, _S.CLOSED})


#: What a coordinator does next, who never has to choose among all states; that the bus leaves has a way of its own.
ONWARD: Mapping[BusState, BusState] = {
    _S.PLANNED: _S.BOARDING,
    _S.READY: _S.BOARDING,
    _S.BOARDING: _S.FINAL_CALL,
    _S.AT_STOP: _S.BOARDING,
    # At the next stop, and when a coordinator was too quick.
    _S.DEPARTED: _S.BOARDING,
}


def may_follow(state: BusState, following: BusState) -> bool:
    return following in FOLLOWING[state]


def leaves_next(state: BusState) -> bool:
    """Return whether all that is left to do with a bus at its stop is to count, to release it, and to let it leave."""
    return state in {BusState.FINAL_CALL, BusState.COUNTING, BusState.RELEASED}


def click_moves(state: BusState) -> BusState | None:
    """Return where one click brings a bus: onward, else back to boarding; None where no way leads on, or what it voids."""
    back = BusState.BOARDING if may_follow(state, BusState.BOARDING) and not voids(state, BusState.BOARDING) else None
    return ONWARD.get(state, back)


def voids(state: BusState, following: BusState) -> bool:
    """Return whether a move makes void what people found out, so that it has to be meant."""
    return state in VOIDED_BY_DOORS and following in {BusState.PLANNED, *BOARDABLE}


def is_click_enough(following: BusState) -> bool:
    """Return whether a click may bring a bus there: where boarding is over, or the ride is off, it has to be meant."""
    return following not in LEFT | {BusState.CANCELLED}


#: Fields of a bus of which none may be more than the one before it.
NUMBERS_OF_SEATS = ("licensed_seats", "usable_seats", "accessible_places")
#: What bounds how many may sit, one by the other.
SEATS = (*NUMBERS_OF_SEATS, "layouts")
#: Fields of a bus that name a person: kept in a document, not in the fact.
PERSONAL_FIELDS = frozenset({"driver", "driver_phone", "guide", "coordinator"})


@dataclass(frozen=True, slots=True)
class Bus:
    """One vehicle on a route."""

    code: BusCode
    route: RouteId
    licensed_seats: int
    """Passenger seats the law allows; never exceeded."""
    usable_seats: int
    """Seats for delegates: licensed, less those of guide, interpreters and staff."""
    accessible_places: int = 0
    plate: str = ""
    bay: str = ""
    departs: str = ""
    """Local time of departure, ``HH:MM``."""
    languages: tuple[str, ...] = ()
    driver: str = ""
    driver_phone: str = ""
    guide: str = ""
    coordinator: str = ""
    charter_sign: str = ""
    """The sign of this vehicle and its driver for charter between provinces; needed on routes that leave the province."""
    locked: bool = False
    """A person says that its list is right: plans leave it as it is, on every laptop."""
    for_vips: bool = False
    """It is meant for VIPs: plans put others on it only where nothing else is left."""
    layouts: tuple[str, ...] = ()
    """The layouts that the law allows, such as ``45+1``: 45 seats beside one wheelchair (`domain.layouts`).

    Where none is named there is one, in which an accessible place is a seat as well; how many may sit, `domain.seating` says.
    """
    state: BusState = BusState.PLANNED
    opened: tuple[Instant, ...] = ()
    """When its doors were opened on the ride under way: at its start, then at each stop."""


@dataclass(frozen=True, slots=True)
class BusRecord:
    """A bus and the edits that made it."""

    bus: Bus | None
    edits: registers.Registers
    state_facts: tuple[FactId, ...] = ()
    """The moves that a new one must name; more than one says that laptops moved the bus apart."""


_MOVED = frozenset({"code", "state", "opened"})
FIELD_NAMES: tuple[str, ...] = tuple(each.name for each in fields(Bus) if each.name not in _MOVED)
#: Fields that hold several values.
LISTS = ("languages", "layouts")
NEEDED = frozenset({"route", "licensed_seats", "usable_seats"})


def values_of(bus: Bus) -> dict[str, Json]:
    """Return the fields of a bus as they are written into facts and documents."""
    values: dict[str, Json] = {name: getattr(bus, name) for name in FIELD_NAMES}
    for name in LISTS:
        values[name] = list(getattr(bus, name))
    return values
