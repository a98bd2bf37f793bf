"""Swaps as screens are given them: looked at, under way, and at an end."""

from collections.abc import Sequence
from dataclasses import replace

from layout_people import GUESTS
from msgspec import structs

from checkin_app.domain.buses import Bus, BusState
from checkin_app.domain.delegates import Delegate
from checkin_app.domain.emergencies import Call, Condition, Emergency, Mark
from checkin_app.domain.ids import BusCode, FactId, Instant, RouteId, StationId
from checkin_app.domain.swaps import Cause, Left, Swap
from checkin_app.services.ports.buses import BusCount
from checkin_app.services.swaps import SwapLine, SwapStanding

OLD = Bus(BusCode("2-1"), RouteId("2"), 49, 45, 2, state=BusState.DEPARTED)
NEW = Bus(BusCode("2-9"), RouteId("2"), 35, 33, 1)
OTHER = Bus(BusCode("2-4"), RouteId("2"), 35, 20)
COUNTS = (BusCount(OLD, 45, 45), BusCount(NEW, 0, 0), BusCount(OTHER, 10, 0))
PEOPLE: Sequence[Delegate] = tuple(
    structs.replace(each, accessible=place in {0, 4}) for place, each in enumerate(GUESTS)
)
SWAP = Swap(
    FactId("f" * 36), NEW.code, Cause.BROKEN_DOWN, "the engine", Instant(1_727_226_900_000), StationId("00" * 8), (), (),
    BusState.DEPARTED,
)  # fmt: skip


def foreseen(*, places: bool = False) -> SwapStanding:
    """Return what would come of it: two of seven without a place, or a place for everybody."""
    lines = [SwapLine(each, OLD.code) for each in PEOPLE]
    left = [] if places else [replace(lines[4], why=Left.NO_PLACE), replace(lines[6], why=Left.NO_SEAT)]
    stay = {each.delegate.id for each in left}
    return SwapStanding(OLD, NEW, tuple(each for each in lines if each.delegate.id not in stay), tuple(left))


def under_way(
    old: BusState = BusState.SWAPPING, new: BusState = BusState.BOARDING, *, scanned: int = 2, seated: bool = False
) -> SwapStanding:
    """Return how far a swap is once so many were scanned on the substitute."""
    plan = foreseen()
    moves = tuple(
        replace(each, aboard=NEW.code, is_settled=True) if place < scanned else each
        for place, each in enumerate(plan.moves)
    )
    left = (
        tuple(replace(each, aboard=OTHER.code, is_settled=True, why=None) for each in plan.left)
        if seated
        else plan.left
    )
    return SwapStanding(replace(OLD, state=old), replace(NEW, state=new), moves, left, SWAP)


def in_emergency(standing: SwapStanding, *, injured: bool = True) -> SwapStanding:
    """Return a swap of a bus at which there is an emergency besides: who is left is marked injured."""
    people = tuple(str(each.delegate.id) for each in (*standing.moves, *standing.left))
    call = Call(FactId("e" * 36), Instant(1_727_226_900_000), StationId("00" * 8), 41, people, (), ("driver-1",))
    hurt = {str(each.delegate.id) for each in standing.left} if injured else set()
    mark = Mark(FactId("d" * 36), Condition.INJURED, call.at, call.station)
    known = Emergency((call,), dict.fromkeys(sorted(hurt), (mark,)), state=standing.old.state)
    left = tuple(replace(each, why=Left.INJURED) if each.why else each for each in standing.left)
    return replace(standing, old=replace(standing.old, state=BusState.EMERGENCY), left=left, emergency=known)
