"""The command about an emergency at a bus: call it, list and mark its people, write its list, end it."""

import argparse
from collections.abc import Callable
from pathlib import Path

from checkin_app.cli import given, shown
from checkin_app.cli.given import Arguments
from checkin_app.cli.parts import Parts
from checkin_app.domain.canonical import Json
from checkin_app.domain.emergencies import PERSON, Condition, Ending, How, Mark, is_guest
from checkin_app.domain.ids import BusCode
from checkin_app.domain.problems_emergencies import NoEmergency
from checkin_app.services.emergencies import EmergencyLine, EmergencyStanding
from checkin_app.services.opened import OpenedStation

#: Adds one verb to the command, given its word and what it is for.
Adds = Callable[[str, str], argparse.ArgumentParser]


def add(shows: Adds, says: Adds, path: Callable[[str], Path]) -> None:
    """Add every verb: `shows` adds one that reads, `says` one that writes and names who acts, `path` reads a file's name."""
    listed = shows("list", "list everybody on the frozen list, first who is unknown")
    listed.add_argument("--out", type=path, metavar="FILE.pdf", help="write the list to be ticked by hand")
    call = says("call", "freeze who is aboard or expected; nobody boards, and the bus does not leave")
    call.add_argument("--reason", default="", metavar="TEXT")
    call.add_argument("--dry-run", action="store_true", help="say whom it would freeze, and change nothing")
    mark = says("mark", "say how somebody is")
    mark.add_argument("who", metavar="WHO", help="badge number, delegate id, or one of the crew as the list has it")
    mark.add_argument("condition", choices=[each.value for each in Condition])
    mark.add_argument("--note", default="", metavar="TEXT", help="what else there is to say, such as which hospital")
    end = says("end", "end it: the bus is again what it was")
    end.add_argument("--false-alarm", action="store_true", help="it was none")
    end.add_argument(
        "--reason", default="", metavar="TEXT", help="needed for a false alarm, and where anybody is unknown"
    )
    for each in (listed, call, mark, end):
        each.add_argument("--json", action="store_true")


def emergency(parts: Parts, args: Arguments) -> int:
    bus, out = BusCode(args.bus.removeprefix("bus:")), vars(args).get("out")
    if out and out.suffix.lower() != ".pdf":
        raise given.WrongUse("--out must end in .pdf")
    with given.station(parts, args) as station:
        standing = _VERBS[args.verb](station, bus, args)
        if out:
            parts.write_emergency(station, standing, out)
    if args.json:
        shown.say(_told(standing), as_json=True)
    elif not out:
        shown.say([_plain(each) for each in standing.by_need], as_json=False)
    return 0


def _call(station: OpenedStation, bus: BusCode, args: Arguments) -> EmergencyStanding:
    return station.emergencies.foresee(bus) if args.dry_run else station.emergencies.call(bus, args.reason)


def _list(station: OpenedStation, bus: BusCode, _args: Arguments) -> EmergencyStanding:
    standing = station.emergencies.look(bus)
    if standing.emergency is None:
        raise NoEmergency(bus=bus)
    return standing


def _mark(station: OpenedStation, bus: BusCode, args: Arguments) -> EmergencyStanding:
    is_crew = PERSON.fullmatch(args.who) is not None and not is_guest(args.who)
    who = args.who if is_crew else given.delegate(station, args.who)[0].delegate.id
    return station.emergencies.mark(bus, who, Condition(args.condition), args.note)


def _end(station: OpenedStation, bus: BusCode, args: Arguments) -> EmergencyStanding:
    return station.emergencies.end(bus, How.FALSE_ALARM if args.false_alarm else How.OVER, args.reason)


_VERBS: dict[str, Callable[[OpenedStation, BusCode, Arguments], EmergencyStanding]] = {
    "list": _list,
    "call": _call,
    "mark": _mark,
    "end": _end,
}


def _told(standing: EmergencyStanding) -> dict[str, Json]:
    known = standing.emergency
    ended = known.endings[-1] if known and not known.is_on and known.endings else None
    conditions: dict[str, Json] = {
        each.value: sum(line.condition is each for line in standing.lines) for each in Condition
    }
    return {
        "bus": standing.bus.code,
        "state": standing.bus.state.value,
        "written": known is not None,
        "on": bool(known and known.is_on),
        "at": shown.iso(known.at) if known else None,
        "version": standing.version,
        "reason": next((each.reason for each in known.calls if each.reason), "") if known else "",
        "rehearsal": standing.rehearsal,
        "calls": len(known.calls) if known else 0,
        "people": len(standing.lines),
        **conditions,
        "contradicted": known.contradicted if known else 0,
        "ended": _ended(ended) if ended else None,
        "list": [_line(standing, each) for each in standing.by_need],
    }


def _ended(ending: Ending) -> dict[str, Json]:
    return {"at": shown.iso(ending.at), "how": ending.how.value, "reason": ending.reason, "unknown": ending.unknown}


def _line(standing: EmergencyStanding, line: EmergencyLine) -> dict[str, Json]:
    return {
        "who": line.who,
        "name": line.called,
        "badge_no": line.delegate.badge_no if line.delegate else None,
        "crew": line.crew.value if line.crew else None,
        "phone": line.phone,
        "aboard": line.was_aboard,
        "listed": line.is_listed,
        "condition": line.condition.value,
        "contradicted": line.is_contradicted,
        "seen": {"at": shown.iso(line.seen.at), "checkpoint": line.seen.checkpoint, "inside": line.seen.inside}
        if line.seen
        else None,
        "said": [_mark_row(standing, each) for each in line.marks],
    }


def _mark_row(standing: EmergencyStanding, mark: Mark) -> dict[str, Json]:
    maker = standing.makers.of(mark.fact_id, mark.station)
    return {
        "condition": mark.condition.value,
        "at": shown.iso(mark.at),
        "by": maker.name if maker else None,
        "station": standing.stations.get(mark.station, mark.station),
        "note": mark.note,
    }


def _plain(line: EmergencyLine) -> dict[str, Json]:
    number = line.delegate.badge_no if line.delegate else line.who
    return {
        "condition": line.condition.value + ("?" if line.is_contradicted else ""),
        "number": number,
        "name": line.called,
        "aboard": "aboard" if line.was_aboard else "expected" if line.is_listed else "found",
        "note": line.note,
    }
