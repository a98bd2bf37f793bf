"""Operators, rides and buses as a machine of states, whose courses Hypothesis chooses and cuts down where a law breaks."""

import random
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test
from tourworld import BUSES, GUESTS, PEOPLE, Broken, Desk, World, prepare

from checkin_app.domain import boarding, rides
from checkin_app.domain.buses import BOARDABLE, FOLLOWING, BusState
from checkin_app.domain.facts import Fact, FactDraft
from checkin_app.domain.kinds.rides import Ground, RideAssigned
from checkin_app.domain.movements import Direction
from checkin_app.domain.ride_states import FOLLOWING as MAY_FOLLOW
from checkin_app.domain.ride_states import RideState, RideVerb
from checkin_app.services import rides as services
from checkin_app.services import scanning
from checkin_app.services.planning import PlanWish
from checkin_app.services.rides import RideWish

EXAMPLES, STEPS = 6, 25
WALK, MOST_WALKS = 120, 20
#: Walks that come to every state among them; where rules change, others are tried.
FAR = (1, 7, 4, 0, 2)
GUEST, BUS, ANY = st.integers(0, GUESTS - 1), st.integers(0, len(BUSES) - 1), st.integers(0, 11)
DESK = st.integers(0, 1)


_S = BusState
#: Where nobody opens the doors for who comes, unless all are busy at them.
LEFT_ALONE = frozenset(BusState) - {BusState.PLANNED, BusState.READY}
#: What most often comes next, so that courses come to an end.
_ONWARD = {
    _S.PLANNED: _S.BOARDING, _S.READY: _S.BOARDING, _S.BOARDING: _S.RELEASED, _S.FINAL_CALL: _S.RELEASED,
    _S.COUNTING: _S.RELEASED, _S.RELEASED: _S.DEPARTED, _S.DEPARTED: _S.AT_STOP, _S.AT_STOP: _S.RETURNED,
    _S.RETURNED: _S.EMPTIED, _S.EMPTIED: _S.CLOSED,
}  # fmt: skip


class Chosen(NamedTuple):
    """What one act is chosen by."""

    guest: int
    bus: int
    choice: int
    back: bool
    """It is taken back at once."""


# ---- what a course is made of: each takes what was chosen, and whether it is to be taken back at once


def scan(world: World, desk: Desk, said: Chosen) -> None:
    likely, alone = (6, BOARDABLE) if world.busy else (8, LEFT_ALONE)
    if said.choice >= likely and world.state(desk, BUSES[said.bus]) not in alone:
        world.bring(desk, BUSES[said.bus], BusState.BOARDING)
    before = world.sight(desk, said.guest)
    way = Direction.OUT if said.choice % 4 == 3 else Direction.IN
    let = world.scan(desk, said.guest, said.bus, way, said.choice)
    if let and said.back:
        world.back(desk, said.guest, before, lambda: desk.station.scanning.undo(let))


def say(world: World, desk: Desk, said: Chosen) -> None:
    before = world.sight(desk, said.guest)
    verbs = sorted(MAY_FOLLOW[before.state] - {RideVerb.BOARD})
    if not verbs:
        return
    verb = verbs[said.choice % len(verbs)]
    who = desk.guests[said.guest]
    wish = RideWish(who, verb, BUSES[said.bus], Ground.UNWELL, belongings=False, by="Ann", agreed="Lena")
    if verb is RideVerb.NO_SHOW and said.choice != 1:
        world.ride(desk, wish)
        world.sign_in(desk, "Oto")
        wish = RideWish(who, verb, by="Bo", confirms=True)
        before = world.sight(desk, said.guest)
    if world.ride(desk, wish) and said.back:
        world.back(desk, said.guest, before, lambda: desk.station.rides.undo(who))


def seat(world: World, desk: Desk, said: Chosen) -> None:
    before = world.sight(desk, said.guest)
    wanted = None if said.choice == 0 else BUSES[said.bus]
    if world.assign(desk, said.guest, wanted) and said.back and before.said is None and wanted != before.listed:
        world.back(
            desk, said.guest, before, lambda: desk.station.dispatch.assign(desk.guests[said.guest], before.listed)
        )


def move(world: World, desk: Desk, said: Chosen) -> None:
    before, code = world.sight(desk, said.guest), BUSES[said.bus]
    state = world.state(desk, code)
    ways = sorted(FOLLOWING[state]) or [BusState.EMPTIED]
    wanted = _ONWARD.get(state, ways[0]) if said.choice >= len(ways) else ways[said.choice]
    world.bring(desk, code, wanted, off=(0, 0, 0, -1)[said.choice % 4])
    moved = wanted is world.state(desk, code) is not state
    if moved and said.back and wanted in {BusState.AT_STOP, BusState.DEPARTED}:
        world.back(desk, said.guest, before, lambda: desk.station.bus_days.undo(code))


def swap(world: World, desk: Desk, said: Chosen) -> None:
    before, code = world.sight(desk, said.guest), BUSES[said.bus]
    world.bring(desk, code, BusState.SWAPPING, other=BUSES[said.choice % len(BUSES)])
    swapped = world.state(desk, code) is BusState.SWAPPING and before.state_of(code) is not BusState.SWAPPING
    if swapped and said.back:
        world.back(desk, said.guest, before, lambda: desk.station.swaps.undo(code))


def alarm(world: World, desk: Desk, said: Chosen) -> None:
    world.sign_in(desk, "Lena")
    before, code = world.sight(desk, said.guest), BUSES[said.bus]
    called = world.bring(desk, code, BusState.EMERGENCY) and world.state(desk, code) is BusState.EMERGENCY
    if called and (said.back or said.choice % 3):
        world.back(desk, said.guest, before, lambda: world.calm(desk, code))


def plan(world: World, desk: Desk, said: Chosen) -> None:
    before = world.sight(desk, said.guest)
    planning = desk.station.planning
    moved = []
    world.does(desk, lambda: moved.append(planning.plan(PlanWish(seconds=0.05)).moved))
    if moved and moved[0] and said.back and before.said is None:
        world.back(desk, said.guest, before, planning.take_back)


def settle(world: World, desk: Desk, said: Chosen) -> None:
    world.settle(desk, said.bus, said.choice)


def sign_in(world: World, desk: Desk, said: Chosen) -> None:
    world.sign_in(desk, sorted(PEOPLE)[said.guest % len(PEOPLE)])


def dismiss(world: World, desk: Desk, said: Chosen) -> None:
    """Somebody is no operator any more, and mostly comes back at once: a lead is at hand to go on."""
    world.sign_in(desk, "Lena")
    name = sorted(set(PEOPLE) - {"Lena"})[said.guest % (len(PEOPLE) - 1)]
    if world.revoke(desk, name) and (said.back or said.choice % 2):
        world.take_on(desk, name)


def meet(world: World, _desk: Desk, _said: Chosen) -> None:
    world.meet()


Act = Callable[[World, Desk, Chosen], None]
ACTS: tuple[Act, ...] = (*[scan] * 8, *[say] * 5, seat, *[move] * 4, swap, alarm, plan, settle, sign_in, dismiss, meet)


class Tour(RuleBasedStateMachine):
    """Two bays that board, count, dismiss and meet, in any order."""

    prepared: Path

    @initialize()
    def begin(self) -> None:
        self.open = ExitStack()
        folder = Path(self.open.enter_context(TemporaryDirectory()))
        self.world = self.open.enter_context(World(folder).begun(self.prepared))

    @rule(act=st.sampled_from(ACTS), desk=DESK, said=st.builds(Chosen, GUEST, BUS, ANY, st.booleans()))
    def somebody_acts(self, act: Act, desk: int, said: Chosen) -> None:
        act(self.world, self.world.desks[desk], said)

    def teardown(self) -> None:
        with self.open:
            self.world.heal()


def play(prepared: Path, examples: int = EXAMPLES, steps: int = STEPS, *, chosen_by: int = 0) -> None:
    """Try so many courses; the first that breaks a law is cut down to the shortest that does, and printed."""
    bounds = settings(
        max_examples=examples, derandomize=False, database=None, stateful_step_count=steps, deadline=None,
        suppress_health_check=[*HealthCheck], phases=[Phase.generate], report_multiple_bugs=False,
    )  # fmt: skip
    run_state_machine_as_test(seed(chosen_by)(type("Course", (Tour,), {"prepared": prepared})), settings=bounds)


def walked(prepared: Path, folder: Path, chosen_by: int, *, busy: bool = False) -> World:
    """Return a world in which people did many things by chance; what they did is healed and judged as in any course."""
    dice, world = random.Random(chosen_by), World(folder, busy)
    with world.begun(prepared):
        for _ in range(WALK):
            desk = world.desks[dice.random() < 0.3]
            bus = dice.choice((0, *range(len(BUSES))))
            said = Chosen(dice.randrange(GUESTS), bus, dice.randrange(12), dice.random() < 0.6)
            dice.choice(ACTS)(world, desk, said)
        world.heal()
    return world


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("tour")
    prepare(folder)
    return folder


def test_whatever_people_do_nobody_is_on_two_buses_and_every_order_of_merging_gives_one_manifest(
    prepared: Path,
) -> None:
    play(prepared)


def test_every_state_of_a_ride_and_of_a_bus_is_reached(prepared: Path, tmp_path: Path) -> None:
    left = {*(f"ride {each}" for each in RideState), *(f"bus {each}" for each in BusState)}
    for chosen_by in (*FAR, *range(100, 100 + MOST_WALKS)):
        (tmp_path / str(chosen_by)).mkdir()
        left -= walked(prepared, tmp_path / str(chosen_by), chosen_by).seen.keys()
        if not left:
            return
    raise AssertionError(f"never reached: {sorted(left)}")


def _without(rule: object) -> tuple[object, ...]:
    return tuple(each for each in boarding.RULES if each is not rule)


def _keeps_seats(fact: Fact) -> FactDraft | None:
    return None if isinstance(fact.said, RideAssigned) else _UNDOING(fact)


_UNDOING = services.undoing_of


class Off(NamedTuple):
    """A rule that is switched off, and the law that breaks without it."""

    where: object
    name: str
    instead: object
    law: str
    walk: int
    """Which one finds it; where rules change, those after it."""


OFF = (
    Off(scanning, "left_for_here", lambda _scene, _person: (), "two buses", 4),
    Off(boarding, "RULES", _without(boarding._licensed_seats_taken), "the law allows", 1),
    Off(services, "undoing_of", _keeps_seats, "left something behind", 2),
    Off(rides, "in_order", lambda facts, _names: [*facts], "different things|two manifests", 1),
)


@pytest.mark.parametrize("off", OFF)
def test_the_machine_finds_a_rule_that_is_switched_off(
    off: Off, prepared: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(off.where, off.name, off.instead)
    with pytest.raises(Broken, match=off.law):
        for chosen_by in range(off.walk, off.walk + MOST_WALKS):
            (tmp_path / str(chosen_by)).mkdir()
            walked(prepared, tmp_path / str(chosen_by), chosen_by, busy=True)
