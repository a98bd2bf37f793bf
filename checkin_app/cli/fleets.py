"""The commands that take a list of buses in, and take one back; those that make a bus ready, hold or cancel it."""

from checkin_app.cli import given, shown
from checkin_app.cli.given import Arguments
from checkin_app.cli.parts import Parts
from checkin_app.domain.canonical import Json
from checkin_app.domain.dispatching import ENDED, Sight
from checkin_app.domain.ids import BusCode
from checkin_app.domain.sync.status import SyncStatus
from checkin_app.services import overseeing
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
    board = overseeing.board(station, SyncStatus())
    shown.say([_readiness(sight) for _, sight in board.sights(station.forum, station.clock())], as_json=args.json)
    return 0


def _readiness(sight: Sight) -> dict[str, Json]:
    driver = sight.driver if sight.has_left and sight.bus.state not in ENDED else None
    return {
        "bus": sight.bus.code,
        "state": sight.bus.state.value,
        "lacks": [each.value for each in sight.lacks],
        "seats_short": max(0, sight.seated - sight.seats),
        "rest_by": shown.iso(driver.rest_by) if driver and driver.rest_by is not None else None,
        "rest_until": shown.iso(driver.rest_until) if driver and driver.rest_until is not None else None,
    }


def hold(station: OpenedStation, args: Arguments) -> int:
    station.bus_days.hold(BusCode(args.bus), args.reason)
    return 0


def cancel(station: OpenedStation, args: Arguments) -> int:
    station.bus_days.cancel(BusCode(args.bus), args.reason)
    return 0
