"""The command about operators: who acts, in which role, and what was done by somebody who might not."""

from collections.abc import Callable, Mapping

from checkin_app.cli import given, shown
from checkin_app.cli.given import Arguments
from checkin_app.cli.parts import Parts
from checkin_app.domain.canonical import Json
from checkin_app.domain.ids import DelegateId, StationId, station_of
from checkin_app.domain.operators import Operator
from checkin_app.domain.roles import TABLE, OperatorRole
from checkin_app.services.opened import OpenedStation
from checkin_app.services.ports.acting import NotApplied


def operators(parts: Parts, args: Arguments) -> int:
    with given.station(parts, args) as station:
        if args.verb == "import":
            return _take_in(parts, station, args)
        return VERBS[args.verb](station, args)


def _listed(station: OpenedStation, args: Arguments) -> int:
    shown.say([_row(each) for each in station.queries.operators()], as_json=args.json)
    return 0


def _roles(_station: OpenedStation, args: Arguments) -> int:
    rows = [{"deed": each.deed.value, **{role.value: role in each.roles for role in OperatorRole}} for each in TABLE]
    if args.json:
        shown.say(rows, as_json=True)
    else:
        shown.say([_roles_line(each.deed.value, each.roles) for each in TABLE], as_json=False)
    return 0


def _roles_line(deed: str, roles: frozenset[OperatorRole]) -> Mapping[str, Json]:
    return {"deed": deed, "roles": ", ".join(role.value for role in OperatorRole if role in roles)}


def _not_applied(station: OpenedStation, args: Arguments) -> int:
    names = {each.id: each.name for each in station.queries.operators()}
    laptops = {each.id: each.name for each in station.queries.stations()}
    rows = [
        _not_applied_row(each, names.get(each.operator, "") if each.operator else "", laptops)
        for each in station.queries.not_applied()
    ]
    shown.say(rows, as_json=args.json)
    return 0


def _add(station: OpenedStation, args: Arguments) -> int:
    station.operators.add(args.operator, OperatorRole(args.role), _badge(station, args))
    return 0


def _take_in(parts: Parts, station: OpenedStation, args: Arguments) -> int:
    """Take a list of operators in; where it cannot be, each thing that is wrong with it is a line of standard error."""
    file = parts.read_table(args.file, args.sheet)
    with given.flaws_named(file.name):
        taken = station.operator_import.take_in(file, dry=args.dry_run)
    shown.say_taken({"written": not args.dry_run}, taken.added, taken.changed, taken.unchanged, as_json=args.json)
    return 0


def _set(station: OpenedStation, args: Arguments) -> int:
    if not (args.role or args.badge):
        raise given.WrongUse("operators set needs --role or --badge")
    known = given.operator(station, args.operator)
    station.operators.change(known.id, OperatorRole(args.role) if args.role else None, _badge(station, args))
    return 0


def _revoke(station: OpenedStation, args: Arguments) -> int:
    station.operators.revoke(given.operator(station, args.operator).id, args.reason)
    return 0


def _pin(station: OpenedStation, args: Arguments) -> int:
    known = given.operator(station, args.operator)
    hashed = "" if args.none else station.signing_in.hashed(given.first_line(args.new_pin_file, "PIN"))
    station.operators.set_pin(known.id, hashed)
    return 0


VERBS: Mapping[str, Callable[[OpenedStation, Arguments], int]] = {
    "list": _listed,
    "roles": _roles,
    "not-applied": _not_applied,
    "add": _add,
    "set": _set,
    "revoke": _revoke,
    "pin": _pin,
}


def _badge(station: OpenedStation, args: Arguments) -> DelegateId | None:
    return given.delegate(station, args.badge)[0].delegate.id if args.badge else None


def _row(known: Operator) -> Mapping[str, Json]:
    return {
        "operator": known.id,
        "name": known.name,
        "role": known.role.value,
        "badge": known.badge,
        "has_pin": bool(known.pin),
        "standing": "operator" if known.stands else "revoked",
        "reason": known.revoked or "",
    }


def _not_applied_row(each: NotApplied, name: str, laptops: Mapping[StationId, str]) -> Mapping[str, Json]:
    station = station_of(each.fact.log_id)
    return {
        "fact_id": each.fact.fact_id,
        "at": shown.iso(each.fact.at),
        "kind": each.fact.kind,
        "about": each.fact.subject,
        "operator": name,
        "station": laptops.get(station, "") or station,
        "why": each.why.value,
        "counts": each.counts,
    }
