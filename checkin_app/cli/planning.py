"""The command that plans who sits on which bus."""

import json
from collections.abc import Mapping

from checkin_app.cli import given
from checkin_app.cli.given import Arguments
from checkin_app.cli.parts import Parts
from checkin_app.domain.ids import BusCode, RouteId
from checkin_app.domain.planning.shortage import Shortage
from checkin_app.services.planning import Planned, PlanWish, TimedPlan


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
