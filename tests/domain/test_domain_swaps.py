"""Who moves to a substitute: never past its seats, nobody who needs a place to a bus without one, companions together."""

from collections import Counter

from hypothesis import example, given
from hypothesis import strategies as st

from checkin_app.domain.buses import BusState
from checkin_app.domain.ids import DelegateId
from checkin_app.domain.swaps import Left, Moving, Rider, Step, next_step, who_moves

_NAMES = st.integers(0, 0xFFFF).map(lambda number: DelegateId(f"{number:016x}"))


@st.composite
def riders(draw: st.DrawFn) -> list[Rider]:
    names = draw(st.lists(_NAMES, unique=True, max_size=60))
    groups, few = st.sampled_from(["", "AT", "BR", "CN"]), st.integers(0, 9)
    return [Rider(each, draw(groups), draw(few) == 0, draw(few) > 1) for each in names]


def crowd(number: int, *, wheelchairs: int = 0, group: int = 1) -> list[Rider]:
    return [
        Rider(DelegateId(f"{each:016x}"), f"group {each // group}", accessible=each < wheelchairs)
        for each in range(number)
    ]


def left_of(seats: int, places: int) -> tuple[int, ...]:
    """Return what is left of a bus on which a place for a wheelchair is a seat like the others."""
    return tuple(seats - each for each in range(min(seats, places) + 1))


def _moved(some: list[Rider], moving: Moving) -> list[Rider]:
    by_id = {each.delegate: each for each in some}
    return [by_id[each] for each in moving.moves]


@given(some=riders(), seats=st.integers(0, 60), places=st.integers(0, 5), turned=st.randoms(use_true_random=False))
@example(some=crowd(45, wheelchairs=3, group=4), seats=33, places=1, turned=None)
@example(some=crowd(45, wheelchairs=3, group=4), seats=33, places=0, turned=None)
def test_a_swap_keeps_every_rule_whoever_is_aboard(some: list[Rider], seats: int, places: int, turned: object) -> None:
    moving = who_moves(some, left_of(seats, places))
    moved, left = _moved(some, moving), moving.stranded
    # Everybody once, here or there.
    assert Counter([*moving.moves, *left]) == Counter(each.delegate for each in some)
    # Never past the seats, and nobody who needs a place without one.
    assert len(moved) <= seats
    assert sum(each.accessible for each in moved) <= places
    # Nobody stays while there is what they need.
    assert Left.NO_SEAT not in left.values() or len(moved) == seats
    accessible = sum(each.accessible for each in moved)
    assert Left.NO_PLACE not in left.values() or accessible == places
    # Who is aboard goes before who is only listed.
    waits = {each.delegate for each in some if each.aboard} & {who for who, why in left.items() if why is Left.NO_SEAT}
    assert not waits or all(each.aboard for each in moved)
    assert [each.aboard for each in moved] == sorted((each.aboard for each in moved), reverse=True)
    # The same whatever order they come in.
    if hasattr(turned, "shuffle"):
        anew = [*some]
        turned.shuffle(anew)
        assert who_moves(anew, left_of(seats, places)) == moving


@given(some=riders(), room=st.lists(st.integers(0, 60), min_size=1, max_size=4).map(lambda each: sorted(each)[::-1]))
def test_no_layout_of_the_substitute_is_passed_and_nobody_stays_whom_one_would_take(
    some: list[Rider], room: list[int]
) -> None:
    moving = who_moves(some, room)
    moved = _moved(some, moving)
    placed = sum(each.accessible for each in moved)
    assert placed < len(room)
    assert len(moved) - placed <= room[placed]
    left = [each for each in some if each.delegate in moving.stranded]
    assert (
        not any(each.accessible for each in left) or placed == len(room) - 1 or len(moved) - placed > room[placed + 1]
    )
    assert all(each.accessible for each in left) or len(moved) - placed == room[placed]


@given(some=riders(), seats=st.integers(0, 60), places=st.integers(0, 5))
def test_a_delegation_is_parted_only_where_it_does_not_fit_and_at_most_one_is(
    some: list[Rider], seats: int, places: int
) -> None:
    moving = who_moves(some, left_of(seats, places))
    for aboard in (True, False):
        walking = [each for each in some if each.aboard is aboard and not each.accessible and each.group]
        moved = {each.delegate for each in walking} & set(moving.moves)
        groups: dict[str, set[bool]] = {}
        for each in walking:
            groups.setdefault(each.group, set()).add(each.delegate in moved)
        assert sum(len(ways) == 2 for ways in groups.values()) <= 1


def test_who_needs_a_place_is_scanned_first_and_takes_the_companions_along() -> None:
    some = crowd(8, wheelchairs=0, group=4)
    some[6] = Rider(some[6].delegate, some[6].group, accessible=True)
    moving = who_moves(some, left_of(5, 1))
    assert moving.moves[0] == some[6].delegate
    assert {each.group for each in _moved(some, moving)[:4]} == {"group 1"}
    assert len(moving.moves) == 5


def test_companions_of_somebody_who_has_no_place_are_parted_from_them_last() -> None:
    some = crowd(8, wheelchairs=1, group=4)
    moving = who_moves(some, left_of(4, 0))
    assert {each.group for each in _moved(some, moving)} == {"group 1"}
    assert moving.stranded[some[0].delegate] is Left.NO_PLACE


def test_the_next_step_is_to_open_to_scan_to_seat_to_look_and_to_close() -> None:
    def step(old: BusState, new: BusState, unscanned: int = 0, stranded: int = 0) -> Step:
        return next_step(old, new, unscanned=unscanned, stranded=stranded)

    swapping = BusState.SWAPPING
    assert step(swapping, BusState.PLANNED, 45, 12) is Step.OPEN
    assert step(swapping, BusState.BOARDING, 45, 12) is Step.SCAN
    assert step(swapping, BusState.BOARDING, 0, 12) is Step.SEAT
    assert step(swapping, BusState.DEPARTED) is Step.EMPTY
    assert next_step(swapping, BusState.DEPARTED, unscanned=0, stranded=0, in_emergency=True) is Step.CALM
    assert next_step(swapping, BusState.BOARDING, unscanned=1, stranded=0, in_emergency=True) is Step.SCAN
    assert step(BusState.EMPTIED, BusState.DEPARTED) is Step.CLOSE
    assert step(BusState.CLOSED, BusState.DEPARTED) is Step.DONE
