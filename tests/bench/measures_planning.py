"""Plans of generated conferences: one route of 1 500, and 5 000 people on four; the figures are the last line, as JSON."""

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "domain" / "planning"))

from planningkit import conference, fleet, route

from checkin_app.bootstrap.solver import improved
from checkin_app.domain.ids import RouteId
from checkin_app.domain.planning.greedy import Watch, greedy
from checkin_app.domain.planning.people import Roll
from checkin_app.domain.planning.routes import RoutePlan, plan_route
from checkin_app.services.planning import SECONDS

_SEEDS = range(5)


def _until(seconds: float) -> Watch:
    ends = time.perf_counter() + seconds
    return Watch(lambda _done, _whole: None, lambda: time.perf_counter() >= ends)


def _plan(roll: Roll) -> RoutePlan:
    return plan_route(RouteId("1"), roll, _until(SECONDS), keep=False, improve=improved)


def _timed(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def measure_planning() -> dict[str, float]:
    rolls = [route(seed) for seed in _SEEDS]
    plans: list[RoutePlan] = []
    alone = [_timed(lambda roll=roll: greedy(roll.task, _until(60))) for roll in rolls]
    whole = [_timed(lambda roll=roll: plans.append(_plan(roll))) for roll in rolls]
    four = [Roll.of(each, fleet(len(each))) for each in conference(1)]
    together = _timed(lambda: plans.extend(map(_plan, four)))
    return {
        "plan_greedy_seconds": max(alone),
        "plan_route_seconds": max(whole),
        "plan_four_seconds": together,
        "plans_proven": sum(plan.is_best for plan in plans) / len(plans),
    }


if __name__ == "__main__":
    print(json.dumps(measure_planning()))
