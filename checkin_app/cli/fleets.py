"""The commands that take a list of buses in, and take one back."""

import sys

from checkin_app.cli import shown
from checkin_app.cli.given import Arguments
from checkin_app.cli.parts import Parts
from checkin_app.domain.problems_fleet import FleetListUnfit
from checkin_app.services.opened import OpenedStation


def take_in(parts: Parts, station: OpenedStation, args: Arguments) -> int:
    """Take a list of buses in; where it cannot be, each thing that is wrong with it is a line of standard error."""
    file = parts.read_table(args.file, args.sheet)
    try:
        taken = station.fleet_import.take_in(file, dry=args.dry_run)
    except FleetListUnfit as problem:
        print("\n".join(f"{file.name}, {flaw}" for flaw in problem.flaws), file=sys.stderr)
        raise
    list_ = taken.list_
    counts = {"added": len(list_.added), "changed": len(list_.changed), "unchanged": list_.unchanged}
    if args.json:
        shown.say({"written": not args.dry_run, "import": taken.operation, **counts}, as_json=True)
    else:
        would = "would be " if args.dry_run else ""
        print(f"{would}added {counts['added']}, {would}changed {counts['changed']}, unchanged {counts['unchanged']}")
    return 0


def take_back(station: OpenedStation, _args: Arguments) -> int:
    station.fleet_import.take_back()
    print("The last list of buses was taken back.")
    return 0
