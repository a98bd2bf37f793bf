"""Arrivals against plan: both only grow, end where they must, and say nothing of what is still to come."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from checkin_app.domain.arrivals import arrivals, planned
from checkin_app.domain.forum import instant
from checkin_app.domain.ids import Instant
from checkin_app.files.forum_file import forum_bytes, parse_forum

SESSION = parse_forum(forum_bytes("gstf-2024"), "gstf-2024.toml").sessions[0]
HOUR = 3_600_000
MOMENTS = st.integers(SESSION.opens_at - 3 * HOUR, SESSION.closes_at + 3 * HOUR).map(Instant)


@given(st.lists(MOMENTS, max_size=40), st.integers(0, 5000), MOMENTS)
def test_a_curve_only_grows_and_stops_at_now(came: list[Instant], expected: int, now: Instant) -> None:
    curve = arrivals(SESSION, expected, came, now)
    assert curve.arrived == len(came)
    for before, after in pairwise(curve.points):
        assert before.at < after.at
        assert before.planned <= after.planned
        assert after.arrived is None or (before.arrived is not None and before.arrived <= after.arrived)
    for point in curve.points:
        assert (point.arrived is None) is (point.at > now)
        assert point.arrived is None or point.arrived == sum(each <= point.at for each in came)


@given(st.integers(0, 5000))
def test_everybody_is_to_have_come_by_the_start_and_nobody_before_the_doors_open(expected: int) -> None:
    assert planned(SESSION, expected, Instant(SESSION.opens_at)) == 0
    assert planned(SESSION, expected, Instant(SESSION.opens_at - HOUR)) == 0
    assert planned(SESSION, expected, instant(SESSION.starts)) == expected
    assert arrivals(SESSION, expected, [], Instant(0)).points[-1].planned == expected


def test_a_session_whose_doors_are_open_for_days_has_no_more_points_than_can_be_drawn() -> None:
    from dataclasses import replace
    from datetime import timedelta

    long = replace(SESSION, doors_open=timedelta(days=30))
    assert len(arrivals(long, 10, [], instant(long.starts)).points) <= 290
