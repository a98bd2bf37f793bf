"""The command that puts buses on routes and delegates on buses, and says how a bus stands before it leaves."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from checkin_app.cli import bus_logs, fleets, given, head_counts, planning, rides, shown
from checkin_app.cli.given import Arguments
from checkin_app.cli.parts import Parts
from checkin_app.domain.buses import FIELD_NAMES, Bus, BusState
from checkin_app.domain.ids import BusCode, RouteId
from checkin_app.domain.layouts import layouts_in
from checkin_app.domain.problems import UnknownBus
from checkin_app.domain.whole_numbers import whole_number
from checkin_app.services.opened import OpenedStation


def buses(parts: Parts, args: Arguments) -> int:
    with given.station(parts, args) as station:
        if args.verb == "import":
            return fleets.take_in(parts, station, args)
        if args.verb == "log":
            return bus_logs.log(parts, station, args)
        return _VERBS[args.verb](station, args)


def _add(station: OpenedStation, args: Arguments) -> int:
    route = args.route or args.bus.partition("-")[0]
    station.dispatch.add_bus(
        Bus(
            code=BusCode(args.bus),
            route=RouteId(route),
            licensed_seats=args.seats,
            usable_seats=args.usable or args.seats,
            accessible_places=args.accessible,
            layouts=layouts_in(args.layouts),
            plate=args.plate,
            bay=args.bay,
            departs=args.departs,
            driver=args.driver,
            driver_phone=args.driver_phone,
            guide=args.guide,
            coordinator=args.coordinator,
        )
    )
    return 0


def _set(station: OpenedStation, args: Arguments) -> int:
    changes = dict(_value(word) for word in args.field)
    bus = next((each.bus for each in station.buses() if each.bus.code == args.bus), None)
    if bus is None:
        raise UnknownBus(name=args.bus)
    amended = station.dispatch.amend_bus(replace(bus, **changes), changes.keys())
    if not amended.changes:
        print(f"{bus.code}: nothing changed, it is so already")
    return 0


def _value(word: str) -> tuple[str, Any]:
    """Return the value that a word such as ``bay=7`` gives to a field of a bus."""
    name, sign, text = word.partition("=")
    if not sign or name not in FIELD_NAMES:
        raise given.WrongUse(f"{word!r} is not FIELD=VALUE; the fields are {', '.join(FIELD_NAMES)}")
    if name == "languages":
        return name, tuple(tag for each in text.split(",") if (tag := each.strip()))
    if name == "layouts":
        return name, layouts_in(text)
    if name in {"locked", "for_vips"}:
        if text not in {"yes", "no"}:
            raise given.WrongUse(f"{name} is yes or no")
        return name, text == "yes"
    if name.endswith(("_seats", "_places")):
        number = whole_number(text)
        if number is None:
            raise given.WrongUse(f"{name} is a number")
        return name, number
    return name, text


def _list(station: OpenedStation, args: Arguments) -> int:
    rows = [shown.bus_row(count) for count in station.buses()]
    shown.say(rows, as_json=args.json)
    return 0


def _open(station: OpenedStation, args: Arguments) -> int:
    station.dispatch.open_doors(BusCode(args.bus))
    return 0


def _state(station: OpenedStation, args: Arguments) -> int:
    station.dispatch.move_to(BusCode(args.bus), BusState(args.state))
    return 0


def _assign(station: OpenedStation, args: Arguments) -> int:
    bus = None if args.bus == "none" else BusCode(args.bus)
    card, _ = given.delegate(station, args.delegate)
    station.dispatch.assign(card.delegate.id, bus)
    return 0


def _fill(station: OpenedStation, _args: Arguments) -> int:
    result = station.planning.fill()
    print(f"{result.placed} placed, {len(result.unplaced)} without a seat on their route")
    return 0


_VERBS: Mapping[str, Callable[[OpenedStation, Arguments], int]] = {
    "add": _add,
    "set": _set,
    "list": _list,
    "standby": rides.standby,
    "open": _open,
    "state": _state,
    "assign": _assign,
    "fill": _fill,
    "move": planning.move,
    "take-back": fleets.take_back,
    "empty": head_counts.empty,
    "close": head_counts.close,
    "reopen": head_counts.reopen,
    "ready": fleets.ready,
    "hold": fleets.hold,
    "cancel": fleets.cancel,
}
