"""The commands that take a list of buses in, and take one back; those that make a bus ready, hold or cancel it."""

from checkin_app.cli import given, shown
from checkin_app.cli.given import Arguments
from checkin_app.cli.parts import Parts
from checkin_app.domain.canonical import Json
from checkin_app.domain.dispatching import lacking
from checkin_app.domain.ids import BusCode
from checkin_app.services.opened import OpenedStation


def take_in(parts: Parts, station: OpenedStation, args: Arguments) -> int:
    """Take a list of buses in; where it cannot be, each thing that is wrong with it is a line of standard error."""
    file = parts.read_table(args.file, args.sheet)
    with given.flaws_named(file.name):
        taken = station.fleet_import.take_in(file, dry=args.dry_run)
    list_, told = taken.list_, {"written": not args.dry_run, "import": taken.operation}
    shown.say_taken(told, len(list_.added), len(list_.changed), list_.unchanged, as_json=args.json)
    return 0


def take_back(station: OpenedStation, _args: Arguments) -> int:
    station.fleet_import.take_back()
    print("The last list of buses was taken back.")
    return 0


def ready(station: OpenedStation, args: Arguments) -> int:
    if args.bus:
        station.bus_days.ready(BusCode(args.bus))
        return 0
    rows: list[dict[str, Json]] = [
        {"bus": each.bus.code, "state": each.bus.state.value, "lacks": [lack.value for lack in lacking(each.bus)]}
        for each in station.buses()
    ]
    shown.say(rows, as_json=args.json)
    return 0


def hold(station: OpenedStation, args: Arguments) -> int:
    station.bus_days.hold(BusCode(args.bus), args.reason)
    return 0


def cancel(station: OpenedStation, args: Arguments) -> int:
    station.bus_days.cancel(BusCode(args.bus), args.reason)
    return 0
