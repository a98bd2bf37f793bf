"""Buses with people on them, as a coordinator's phone is to show them."""

from venuekit import Venue

from checkin_app.domain.buses import Bus, BusState
from checkin_app.domain.delegates import Delegate
from checkin_app.domain.ids import BusCode, CategoryId, DelegateId, RouteId, bus_checkpoint
from checkin_app.domain.movements import Direction
from checkin_app.services.scanning import How

HOSTILE = "<script>alert('名')</script>"
#: As long as a name without a blank gets, and in scripts that a phone writes from the right.
NAMES = ("郑海川", "يوسف المنصوري", "Тимур Ахметов", HOSTILE, "Maximiliana-Wolfeschlegelsteinhausenbergerdorffova")


def board(venue: Venue, bus: str, *names: str, state: BusState = BusState.FINAL_CALL, aboard: int = 0) -> None:
    """Put people on a bus, let the first of them board it, and bring it into a state."""
    station, code = venue.hub_laptop.station, BusCode(bus)
    station.dispatch.add_bus(Bus(code, RouteId(bus[0]), 40, 40, bay="5", departs="11:00"))
    station.dispatch.move_to(code, BusState.BOARDING)
    for place, each in enumerate(names):
        person = Delegate(
            DelegateId(""), each, phone="+8613800004471", languages=("ar",), category=CategoryId("delegate")
        )
        known = station.people.register(person).delegate
        station.dispatch.assign(known.id, code)
        if place < aboard:
            station.scanning.enter(known.id, bus_checkpoint(code), How.FOUND, Direction.IN)
    if state is not BusState.BOARDING:
        station.dispatch.move_to(code, state)


def boards(venue: Venue, bus: str, name: str) -> None:
    """Let somebody of a bus come aboard."""
    station = venue.hub_laptop.station
    known = next(each for each in station.manifest(BusCode(bus)).lines if each.delegate.name == name)
    station.scanning.enter(known.delegate.id, bus_checkpoint(BusCode(bus)), How.FOUND, Direction.IN)
