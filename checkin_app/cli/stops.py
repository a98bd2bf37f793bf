"""The commands about stops: what a bus does at them, and which a route has."""

from collections.abc import Callable, Iterator, Mapping

from checkin_app.cli import given, shown
from checkin_app.cli.given import Arguments, WrongUse
from checkin_app.cli.parts import Parts
from checkin_app.domain.buses import BusState
from checkin_app.domain.canonical import Json
from checkin_app.domain.forum import Route, Stop, Words
from checkin_app.domain.ids import BusCode, RouteId
from checkin_app.domain.problems import UnknownRoute
from checkin_app.domain.programme import parted_by, with_stops
from checkin_app.domain.stops import StopLine, day_of, stop_added, stop_moved, stop_removed, stop_renamed
from checkin_app.services.head_counts import Tallied
from checkin_app.services.opened import OpenedStation


def stops(parts: Parts, args: Arguments) -> int:
    with given.station(parts, args) as station:
        if args.verb == "list":
            shown.say([*_rows(station, args.bus)], as_json=args.json)
        elif args.verb in _CHANGES:
            route = _route(station, args.route)
            _write(station, route, _CHANGES[args.verb](station, route, args))
        else:
            _SAYINGS[args.verb](station, BusCode(args.bus), args)
    return 0


def _rows(station: OpenedStation, wanted: str) -> Iterator[dict[str, Json]]:
    told = [station.head_counts.of(BusCode(wanted))] if wanted else station.head_counts.tallied()
    for each in told:
        for number, line in enumerate(day(station, each), 1):
            yield {"bus": each.bus.code, "number": number, **_row(line)}


def day(station: OpenedStation, told: Tallied) -> tuple[StopLine, ...]:
    route = station.forum.route(told.bus.route)
    return day_of(route.stops if route else (), told.visits, told.skips)


def _row(line: StopLine) -> dict[str, Json]:
    visit = line.visit
    return {
        "stop": line.name,
        "state": line.state.value,
        "planned": line.planned is not None,
        "arrived": shown.iso(visit.arrived) if visit and visit.arrived is not None else None,
        "left": shown.iso(visit.left) if visit and visit.left is not None else None,
        "counted": visit.people if visit else None,
        "reason": line.skip.reason if line.skip else None,
    }


def _leave(station: OpenedStation, bus: BusCode, _args: Arguments) -> None:
    station.dispatch.move_to(bus, BusState.DEPARTED)


_SAYINGS: Mapping[str, Callable[[OpenedStation, BusCode, Arguments], object]] = {
    "arrive": lambda station, bus, args: station.bus_days.arrive(bus, args.stop),
    "open": lambda station, bus, args: station.bus_days.arrive(bus, args.stop, doors=True),
    "leave": _leave,
    "undo": lambda station, bus, _args: station.bus_days.undo(bus),
    "skip": lambda station, bus, args: station.bus_days.skip(bus, args.stop, args.reason),
    "restore": lambda station, bus, args: station.bus_days.restore(bus, args.stop),
}


def _route(station: OpenedStation, wanted: str) -> Route:
    route = station.forum.route(RouteId(wanted))
    if route is None:
        raise UnknownRoute(name=wanted, known=", ".join(each.id for each in station.forum.routes))
    return route


def _add(station: OpenedStation, route: Route, args: Arguments) -> tuple[Stop, ...]:
    return stop_added(route, _stop(station, args), args.at)


def _stop(station: OpenedStation, args: Arguments) -> Stop:
    names = dict(_named(word) for word in args.name)
    if set(names) != set(station.forum.languages):
        raise WrongUse(f"a stop needs a name in each language: {', '.join(station.forum.languages)}")
    return Stop(Words(names))


def _named(word: str) -> tuple[str, str]:
    language, sign, name = word.partition("=")
    if not sign or not name.strip() or parted_by(name):
        raise WrongUse(f"{word!r} is not LANGUAGE=NAME, or the name holds a semicolon")
    return language, name.strip()


_CHANGES: Mapping[str, Callable[[OpenedStation, Route, Arguments], tuple[Stop, ...]]] = {
    "add": _add,
    "move": lambda _station, route, args: stop_moved(route, args.stop, args.to),
    "rename": lambda station, route, args: stop_renamed(route, args.stop, _stop(station, args)),
    "remove": lambda _station, route, args: stop_removed(route, args.stop),
}


def _write(station: OpenedStation, route: Route, stops: tuple[Stop, ...]) -> None:
    station.programme.change(with_stops(station.forum, route, stops))
