"""A ride keeps its scope and a session's door its own, whatever the calendar says meanwhile."""

from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin_app.domain.buses import Bus, BusState
from checkin_app.domain.forum import Forum, Session, Words, instant
from checkin_app.domain.ids import BusCode, CategoryId, CheckpointId, ForumId, RouteId, SessionId, bus_checkpoint
from checkin_app.domain.rehearsal import GOING_HOME_MS, door_at, figures_of_rehearsal, is_rehearsal

BEIJING = timezone(timedelta(hours=8))
DAY = datetime(2024, 9, 25, tzinfo=BEIJING)
HOUR = timedelta(hours=1)


def _session(name: str, starts: datetime, ends: datetime) -> Session:
    return Session(
        SessionId(name), Words({}), Words({}), Words({}), starts, ends, timedelta(minutes=30), frozenset()
    )  # fmt: skip


MORNING = _session("morning", DAY + 9 * HOUR, DAY + 12 * HOUR)
NIGHT = _session("night", DAY + 20 * HOUR, DAY + 23.9 * HOUR)
FORUM = Forum(
    id=ForumId("f"), name=Words({}), short_name=Words({}), theme=Words({}), city=Words({}), languages=("en",),
    time_zone=BEIJING, categories=(), default_category=CategoryId("x"), sessions=(MORNING, NIGHT), visit=None,
    routes=(), badge_template="a6",
)  # fmt: skip


def _bus(*opened: datetime) -> Bus:
    return Bus(
        BusCode("1-1"), RouteId("1"), 10, 10, state=BusState.DEPARTED, opened=tuple(instant(each) for each in opened)
    )


@pytest.mark.parametrize(
    ("opened", "at", "rehearsal"),
    [
        # sent off on the day, still under way after midnight, and opened anew at a stop there
        ([DAY + 18 * HOUR], DAY + 24 * HOUR, False),
        ([DAY + 18 * HOUR], DAY + 26 * HOUR, False),
        ([DAY + 18 * HOUR, DAY + 25 * HOUR], DAY + 26 * HOUR, False),
        # practised the evening before, past midnight into the forum's day, until its doors open
        ([DAY - 2 * HOUR], DAY - HOUR, True),
        ([DAY - 2 * HOUR], DAY + HOUR, True),
        ([DAY - 2 * HOUR], DAY + 8.5 * HOUR, False),
        # practised, left as it was, and opened in earnest before any session's doors
        ([DAY - 2 * HOUR, DAY + 7 * HOUR], DAY + 7.5 * HOUR, False),
        # a practice that nobody ended, after the forum
        ([DAY - 2 * HOUR], DAY + 100 * HOUR, False),
        # a bus whose doors are closed, and one opened by a clock that runs ahead: the calendar says
        ([], DAY + 12 * HOUR, False),
        ([], DAY + 24 * HOUR, False),
        ([], DAY + 30 * HOUR, False),
        # opened in the night that still is the forum's day
        ([DAY + 25 * HOUR], DAY + 40 * HOUR, False),
        ([DAY + 300 * HOUR], DAY + 12 * HOUR, False),
    ],
)
def test_a_ride_under_way_keeps_the_scope_in_which_it_began(
    opened: list[datetime], at: datetime, *, rehearsal: bool
) -> None:
    assert is_rehearsal(FORUM, instant(at), _bus(*opened)) is rehearsal


@pytest.mark.parametrize(
    ("at", "rehearsal"),
    [
        (DAY - timedelta(milliseconds=1), True),
        (DAY, False),
        (DAY + 24 * HOUR, False),
        (DAY + 30 * HOUR - timedelta(milliseconds=1), False),
        (DAY + 30 * HOUR, True),
        (DAY + 72 * HOUR - timedelta(milliseconds=1), True),
        (DAY + 72 * HOUR, False),
    ],
)
def test_a_day_begins_at_midnight_where_the_forum_is_and_ends_in_the_morning(at: datetime, *, rehearsal: bool) -> None:
    """Between two days of the forum it is practised, as it is before the first."""
    later = _session("later", DAY + 81 * HOUR, DAY + 84 * HOUR)
    forum = replace(FORUM, sessions=(MORNING, NIGHT, later))
    assert is_rehearsal(forum, instant(at)) is rehearsal
    assert is_rehearsal(forum, instant(at), _bus()) is rehearsal
    assert is_rehearsal(forum, instant(at), MORNING) is rehearsal


def test_who_leaves_after_midnight_leaves_the_session_that_was() -> None:
    assert not is_rehearsal(FORUM, instant(DAY + 24.5 * HOUR), NIGHT)
    late = _session("late", DAY + 22 * HOUR, DAY + 28 * HOUR)
    forum = replace(FORUM, sessions=(late,))
    assert not is_rehearsal(forum, late.closes_at + GOING_HOME_MS - 1, late)
    played = replace(forum, played=True)
    assert not is_rehearsal(played, late.closes_at + GOING_HOME_MS - 1, late)
    assert is_rehearsal(played, late.closes_at + GOING_HOME_MS, late)


@given(hours=st.integers(-72, 400), opened=st.integers(-72, 400), took_place=st.booleans())
def test_figures_tell_of_a_rehearsal_where_scans_are_one_until_a_forum_that_took_place_is_over(
    hours: int, opened: int, took_place: bool
) -> None:
    at = instant(DAY + hours * HOUR)
    over = at >= NIGHT.closes_at
    for door in (None, MORNING, _bus(DAY + opened * HOUR)):
        told = figures_of_rehearsal(FORUM, at, door, lambda: took_place)
        assert told == (is_rehearsal(FORUM, at, door) and not (over and took_place))


def test_what_stands_at_a_checkpoint_is_its_session_or_its_bus_and_else_nothing() -> None:
    bus = _bus(DAY)
    assert door_at(FORUM, MORNING.checkpoint, [bus]) is MORNING
    assert door_at(FORUM, bus_checkpoint(bus.code), [bus]) is bus
    for checkpoint in (None, CheckpointId("gone"), bus_checkpoint(BusCode("9-9"))):
        assert door_at(FORUM, checkpoint, [bus]) is None
