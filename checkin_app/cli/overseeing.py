"""The commands about buses as a whole: who is missing from one, and what is written of it."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

from checkin_app.cli import given, shown
from checkin_app.cli.given import Arguments
from checkin_app.cli.parts import Parts
from checkin_app.domain.canonical import Json
from checkin_app.domain.ids import BusCode
from checkin_app.domain.sightings import LastSeen
from checkin_app.domain.standings import Standing, sought_as
from checkin_app.domain.sync.status import SyncStatus
from checkin_app.services.keying_back import Ticked, key_back
from checkin_app.services.missing import missing_of
from checkin_app.services.ports.missing import Absent, MissingList
from checkin_app.services.reporting import overview

#: Adds a command by its name and what it is for.
Adding = Callable[[str, str], argparse.ArgumentParser]


def add_commands(reading: Adding, writing: Adding, path: Callable[[str], Path]) -> None:
    """Add these commands to a parser; `path` reads the name of a file."""
    missing = reading("missing", "list who is missing from a bus, with whom they came and where they were seen last")
    missing.add_argument("bus", metavar="BUS")
    missing.add_argument("--json", action="store_true")
    missing.add_argument("--out", type=path, metavar="FILE.pdf", help="write a card of half a page for each of them")
    reports = reading("reports", "write how the forum stands: arrivals against plan, desks, buses, laptops")
    reports.add_argument("--out", type=path, required=True, metavar="DIR", help="a folder, made where there is none")
    manifest = writing("manifest", "write the manifest of a bus, or key back what was ticked on it by hand")
    manifest.add_argument("bus", metavar="BUS")
    manifest.add_argument("--out", type=path, metavar="FILE.(pdf|csv|xlsx)")
    manifest.add_argument("--tides", action="store_true", help="write passenger events of TIDES, without names")
    manifest.add_argument("--lines", default="", metavar="CODE", help="the last four digits of the paper's checksum")
    manifest.add_argument("--aboard", type=_numbers, default=(), metavar="N,N…", help="lines of who is aboard")
    manifest.add_argument("--off", type=_numbers, default=(), metavar="N,N…", help="lines of who got off")
    manifest.add_argument("--json", action="store_true", help="what each line that is keyed back comes to")


def _numbers(text: str) -> tuple[int, ...]:
    """Return the numbers of lines such as ``3,7,12``."""
    try:
        return tuple(int(part) for part in text.split(",") if part.strip())
    except ValueError as error:
        raise argparse.ArgumentTypeError("numbers of lines, with commas between them") from error


def missing(parts: Parts, args: Arguments) -> int:
    if args.out and args.out.suffix.lower() != ".pdf":
        raise given.WrongUse("--out must end in .pdf")
    with given.station(parts, args) as station:
        found = missing_of(station, _code(args.bus))
        if args.out:
            parts.write_missing(station, found, args.out)
    if args.json:
        shown.say(missing_row(found), as_json=True)
    elif not args.out:
        shown.say([_plain_row(found, each) for each in found.absent], as_json=False)
    return 0


def reports(parts: Parts, args: Arguments) -> int:
    with given.station(parts, args) as station:
        found = overview(station, SyncStatus())
        written = parts.write_reports(found, station.forum, args.out)
    print("\n".join(map(str, written)))
    return 0


def manifest(parts: Parts, args: Arguments) -> int:
    keyed = bool(args.aboard or args.off)
    if keyed is bool(args.out) or (keyed and (not args.lines or args.tides)):
        raise given.WrongUse("either --out writes a file, or --lines with --aboard or --off keys a paper back")
    if keyed:
        return _key_back(parts, args)
    endings = {".csv", ".xlsx"} if args.tides else {".pdf", ".csv", ".xlsx"}
    if args.out.suffix.lower() not in endings:
        raise given.WrongUse("--out must end in .csv or .xlsx, or in .pdf where it is no list of events")
    with given.station(parts, args) as station:
        found = station.manifest(_code(args.bus))
        if args.tides:
            parts.write_passenger_events(station, found.bus, args.out)
        else:
            parts.write_manifest(station, found, args.out)
    return 0


def _key_back(parts: Parts, args: Arguments) -> int:
    with given.station(parts, args) as station:
        keyed = key_back(station, _code(args.bus), Ticked(args.lines, args.aboard, args.off))
    rows = [
        {"line": each.number, "direction": each.direction.value, **shown.verdict_row(each.outcome)} for each in keyed
    ]
    if args.json:
        shown.say(rows, as_json=True)
    else:
        kept = ("line", "direction", "verdict", "reason")
        shown.say([{name: row[name] for name in kept} for row in rows], as_json=False)
    return 0


def _code(typed: str) -> BusCode:
    return BusCode(typed.removeprefix("bus:"))


def missing_row(found: MissingList) -> dict[str, Json]:
    """Return a bus's figures and everybody who is absent, under the names that `buses list` has for them."""
    tally, sought = found.tally, sought_as(found.bus.state)
    return {
        "bus": found.bus.code,
        "state": found.bus.state.value,
        "listed": tally.listed,
        "aboard": tally.aboard,
        "absent": tally.absent,
        **{each.value: tally.sought if each is sought else 0 for each in (Standing.TO_COME, Standing.MISSING)},
        "safe": tally.safe,
        "accounted": tally.accounted,
        "people": [_person_row(found, each) for each in found.absent],
    }


def _person_row(found: MissingList, each: Absent) -> dict[str, Json]:
    who = each.delegate
    return {
        **shown.delegate_row(who),
        "standing": each.standing.value,
        "aboard_bus": each.seen_on,
        "languages": [*who.languages],
        "phone": who.phone,
        "liaison": who.host,
        "last_seen": _seen_row(found, each.seen) if each.seen else None,
        "companions": [
            {"delegate_id": other.delegate.id, "name": other.delegate.called, "standing": other.standing.value}
            for other in each.companions
        ],
    }


def _seen_row(found: MissingList, seen: LastSeen) -> dict[str, Json]:
    return {
        "at": shown.iso(seen.at),
        "checkpoint": seen.checkpoint,
        "inside": seen.inside,
        "station": seen.station,
        "station_name": found.station_of(seen),
    }


def _plain_row(found: MissingList, each: Absent) -> dict[str, Any]:
    who, seen = each.delegate, each.seen
    names = " / ".join(name for name in (who.name, who.second_name) if name)
    where = f"{shown.iso(seen.at)} {seen.checkpoint} {found.station_of(seen)}".rstrip() if seen else ""
    standing = f"{each.standing.value} {each.seen_on}" if each.seen_on else each.standing.value
    return {"a": standing, "b": who.badge_no, "c": names, "d": ",".join(who.languages), "e": who.phone, "f": where}
