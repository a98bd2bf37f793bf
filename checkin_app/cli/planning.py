"""The command that plans who sits on which bus."""

import json
from collections.abc import Mapping

from checkin_app.cli import given
from checkin_app.cli.given import Arguments
from checkin_app.cli.parts import Parts
from checkin_app.domain.ids import BusCode, DelegateId, FactId, RouteId
from checkin_app.domain.planning.shortage import Shortage
from checkin_app.domain.problems import UnknownBus
from checkin_app.domain.problems_planning import MoveToOwnBus
from checkin_app.services.opened import OpenedStation
from checkin_app.services.planning import Planned, PlanWish, TimedPlan
from checkin_app.services.reseating import Foreseen, MoveForeseen


def plan(parts: Parts, args: Arguments) -> int:
    if args.seconds is not None and not args.seconds > 0:
        raise given.WrongUse("--seconds needs a number above 0")
    if args.dry_run and (args.lock or args.unlock):
        raise given.WrongUse("--dry-run changes nothing: say --keep BUS to leave one as it is in what is said")
    if args.undo and (args.dry_run or args.json or args.route or args.keep or args.lock or args.unlock):
        raise given.WrongUse("--undo takes the whole of the last plan back: it goes with no other option")
    route = RouteId(args.route) if args.route else None
    wish = PlanWish(route, frozenset(map(BusCode, args.keep)), args.seconds, args.dry_run)
    with given.station(parts, args) as station:
        if args.undo:
            station.planning.take_back()
            print("Everybody has the seat again that they had before the last plan.")
            return 0
        for locked, codes in ((True, args.lock), (False, args.unlock)):
            for code in codes:
                station.dispatch.lock(BusCode(code), locked=locked)
        planned = station.planning.plan(wish)
    if args.json:
        print(json.dumps(planned_row(planned), ensure_ascii=False))
    else:
        print("\n".join(planned_lines(planned, dry=args.dry_run)))
    return 0


def planned_row(planned: Planned) -> Mapping[str, object]:
    return {"routes": [_route_row(each) for each in planned.routes], "seconds": round(planned.seconds, 3)}


def _route_row(timed: TimedPlan) -> Mapping[str, object]:
    plan = timed.plan
    return {
        "route": plan.route,
        "people": plan.people,
        "buses": plan.cost.buses,
        "bound_buses": plan.proven.buses,
        "pieces": plan.cost.pieces,
        "bound_pieces": plan.proven.least_pieces(plan.cost),
        "optimal": plan.is_best,
        "unplaced": [*plan.unplaced],
        "short_of": [_shortage_row(each) for each in plan.short_of],
        "seconds": round(timed.seconds, 3),
    }


def _shortage_row(shortage: Shortage) -> Mapping[str, object]:
    return {
        "of": shortage.of.value,
        "people": shortage.people,
        "languages": [*shortage.languages],
        "delegates": [*shortage.delegates],
        "sentence": str(shortage.said),
    }


def planned_lines(planned: Planned, *, dry: bool) -> list[str]:
    lines = []
    for timed in planned.routes:
        plan = timed.plan
        how = (
            "proven best" if plan.is_best else f"at least {plan.proven.buses} and {plan.proven.least_pieces(plan.cost)}"
        )
        how = "the lists stay as they are" if plan.kept else how
        lines.append(
            f"Route {plan.route}: {plan.people} people on {plan.cost.buses} buses in {plan.cost.pieces} pieces ({how})"
        )
        lines += [f"  {shortage.said}" for shortage in plan.short_of]
    would = "would get" if dry else "got"
    return [*lines, f"{planned.moved} people {would} another seat, or their first."]


def move(station: OpenedStation, args: Arguments) -> int:
    """Put guests on another bus of their route, say what that costs, or take such a move back."""
    if args.undo:
        if args.delegate or args.to or args.dry_run:
            raise given.WrongUse("--undo takes a move back: it goes with no guest, no bus and no --dry-run")
        station.reseating.take_back(FactId(args.undo))
        print("Everybody whom nobody moved since is on the bus again where they were.")
        return 0
    people, origin = _movers(station, args)
    foreseen = station.reseating.foresee(origin, people, _route(station, args))
    if args.to and not args.dry_run:
        moved = station.reseating.move(origin, people, BusCode(args.to))
        row = {"moved": moved.people, "from": origin, "to": moved.bus, "strayed": moved.strayed, "move": moved.act}
        astray = f", {moved.strayed} on a route they did not choose" if moved.strayed else ""
        back = f"taken back by buses move --undo {moved.act}"
        said = f"{moved.people} from {origin or 'no bus'} to {moved.bus}{astray}; {back}"
        print(json.dumps(row) if args.json else said)
        return 0
    if args.to == origin:
        raise MoveToOwnBus(bus=args.to)
    wanted = [each for each in foreseen.buses if args.to in {"", each.bus.code}]
    wanted.sort(key=lambda each: (each.objection is not None, each.cost))
    if args.json:
        print(json.dumps([_foreseen_row(each) for each in wanted], ensure_ascii=False))
    else:
        print("\n".join(_foreseen_line(foreseen, each) for each in wanted))
    return 0


def _route(station: OpenedStation, args: Arguments) -> RouteId | None:
    """Return on which route they would travel; None is their own."""
    if not args.to:
        return RouteId(args.route) if args.route else None
    bus = next((each.bus for each in station.buses() if each.bus.code == args.to), None)
    if bus is None:
        raise UnknownBus(name=args.to)
    return bus.route


def _movers(station: OpenedStation, args: Arguments) -> tuple[tuple[DelegateId, ...], BusCode | None]:
    """Return who is to move, and from which bus: all of them stand on the list of one, or of none."""
    if not args.delegate:
        raise given.WrongUse("say who is to move")
    cards = [given.delegate(station, each)[0] for each in args.delegate]
    buses = {card.movements.bus for card in cards}
    if len(buses) > 1:
        raise given.WrongUse("they are to be on the list of one bus, all of the same, or all of none")
    (origin,) = buses
    return tuple(card.delegate.id for card in cards), origin


def _foreseen_row(each: Foreseen) -> Mapping[str, object]:
    return {
        "bus": each.bus.code,
        "seated": each.seated,
        "seats": each.seats,
        "possible": each.objection is None,
        "why_not": each.objection.key if each.objection else None,
        **each.cost._asdict(),
    }


def _foreseen_line(move: MoveForeseen, each: Foreseen) -> str:
    if each.objection:
        return f"{each.bus.code}: {each.objection}"
    cost, people = each.cost, len(move.people)
    parts = (
        f"{each.seated + people} of {each.seats} seats",
        f"delegations in {move.pieces + cost.pieces} pieces, {move.pieces} now",
        f"{cost.unmet:+} without their language" if cost.unmet else "",
        f"{cost.strayed:+} on a route they did not choose" if cost.strayed else "",
        f"{cost.buses:+} buses in use" if cost.buses else "",
        f"{cost.mixed:+} VIPs and others together" if cost.mixed else "",
        f"{cost.lists} lists in use change" if cost.lists else "",
        "more even" if cost.crowding < 0 else "less even" if cost.crowding > 0 else "",
    )
    return f"{each.bus.code}: " + ", ".join(part for part in parts if part)
