"""A driver's clock: four hours at a stretch, a rest of twenty minutes, eight hours a day, said before they are over."""

from hypothesis import given
from hypothesis import strategies as st

from checkin_app.domain.driving import AHEAD_MS, DAY_MS, REST_MS, STRETCH_MS, driver_clock
from checkin_app.domain.ids import FactId, Instant
from checkin_app.domain.stops import Visit

MINUTE = 60_000
START = 1_000_000_000_000


def ride(*minutes: int) -> list[Visit]:
    """Return a ride that drives, stands, drives… for so many minutes each; it stands or drives as it ends."""
    visits, at = [], START
    for place, each in enumerate([0, *minutes]):
        at += each * MINUTE
        if place % 2 == 0:  # leaves
            visits[-1:] = [Visit("", FactId("a"), visits[-1].arrived if visits else None, FactId("b"), Instant(at))]
        else:
            visits.append(Visit("", FactId("a"), Instant(at)))
    return visits


def clock(*minutes: int, more: int = 0):
    return driver_clock(ride(*minutes), None, Instant(START + (sum(minutes) + more) * MINUTE))


SPANS = st.lists(st.integers(0, 200), max_size=9)


@given(SPANS, st.integers(0, 300))
def test_a_stretch_is_never_more_than_the_day_and_a_day_is_all_that_was_driven(spans, more) -> None:
    told = clock(*spans, more=more)
    driven = sum(spans[::2]) + (more if len(spans) % 2 == 0 else 0)
    assert told.stretch <= told.day <= driven * MINUTE
    if sum(spans) + more <= 24 * 60:
        assert told.day == driven * MINUTE
    assert (told.rest_by is not None) == (len(spans) % 2 == 0)


@given(SPANS, st.integers(20, 300))
def test_after_a_rest_of_twenty_minutes_a_stretch_begins_anew_and_the_day_goes_on(spans, rest) -> None:
    spans = spans if len(spans) % 2 else [*spans, 10]
    rested = clock(*spans, more=rest)
    assert (rested.stretch, rested.rest_until) == (0, None)
    assert clock(*spans, rest, more=5).stretch == 5 * MINUTE


@given(st.integers(1, 19), st.integers(1, 100), st.integers(1, 100))
def test_a_shorter_stop_is_no_rest(stop, first, second) -> None:
    assert clock(first, stop, more=second).stretch == (first + second) * MINUTE
    standing = clock(first, more=stop)
    assert standing.rest_until == START + first * MINUTE + REST_MS


@given(SPANS, st.integers(0, 500))
def test_when_a_driver_has_to_rest_does_not_move_while_they_drive(spans, more) -> None:
    spans = spans[: len(spans) // 2 * 2]
    total = sum(spans) + more
    if total < 24 * 60:
        assert clock(*spans, more=more).rest_by == clock(*spans).rest_by


def test_four_hours_and_eight_are_the_bounds_and_it_is_said_before_they_are_over() -> None:
    assert (STRETCH_MS, DAY_MS, REST_MS) == (240 * MINUTE, 480 * MINUTE, 20 * MINUTE)
    begun = clock(more=190)
    assert (begun.rest_by, begun.is_near_its_end(), begun.is_day_over) == (START + STRETCH_MS, False, False)
    assert clock(more=240 - AHEAD_MS // MINUTE).is_near_its_end()
    assert clock(more=250).left == -10 * MINUTE
    long = clock(200, 30, 200, 30, more=50)
    assert (long.is_day_over, long.left) == (True, 30 * MINUTE)


def test_a_bus_that_is_back_or_whose_clocks_went_back_drives_no_more() -> None:
    back = driver_clock(ride(), Instant(START + 100 * MINUTE), Instant(START + 110 * MINUTE))
    assert (back.stretch, back.rest_by) == (100 * MINUTE, None)
    odd = driver_clock(ride(), Instant(START - 5), Instant(START + MINUTE))
    assert odd.day == 0
    assert driver_clock([], None, Instant(START)).left == STRETCH_MS
