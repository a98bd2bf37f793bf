"""The forum's days are those of its own time zone, and a night that a session goes on into is still its day."""

from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin_app.domain.forum import Forum, Session, Words, instant
from checkin_app.domain.ids import CategoryId, ForumId, SessionId

BEIJING = timezone(timedelta(hours=8))
GALA = datetime(2024, 9, 26, 20, tzinfo=BEIJING)
EARLY = datetime(2024, 9, 28, 0, 15, tzinfo=BEIJING)


def _session(name: str, starts: datetime, hours: float) -> Session:
    return Session(
        SessionId(name), Words({}), Words({}), Words({}), starts, starts + timedelta(hours=hours),
        timedelta(minutes=30), frozenset(),
    )  # fmt: skip


FORUM = Forum(
    id=ForumId("f"), name=Words({}), short_name=Words({}), theme=Words({}), city=Words({}), languages=("en",),
    time_zone=BEIJING, categories=(), default_category=CategoryId("x"),
    sessions=(_session("gala", GALA, 4.5), _session("early", EARLY, 1)), visit=None, routes=(), badge_template="a6",
)  # fmt: skip


@pytest.mark.parametrize(
    ("at", "on"),
    [
        (GALA.replace(hour=0), True),
        (GALA.replace(hour=23, minute=59), True),
        (GALA + timedelta(hours=4.4), True),  # past midnight, the gala goes on
        (GALA + timedelta(hours=4.5), True),  # over, and the night of its day
        (GALA + timedelta(hours=9.99), True),
        (GALA + timedelta(hours=10), False),  # six in the morning
        (GALA.replace(hour=0) - timedelta(seconds=1), False),
        (EARLY - timedelta(minutes=30), True),  # doors open before midnight
        (EARLY - timedelta(minutes=31), False),
    ],
)
def test_scans_count_on_the_forum_s_days_and_wherever_a_session_is_on(at: datetime, *, on: bool) -> None:
    assert FORUM.is_on(instant(at)) is on


def test_the_night_after_a_day_of_the_forum_belongs_to_it_until_the_next_day_s_doors_open_or_morning_comes() -> None:
    gala, early = GALA.date(), EARLY.date()
    for hours, day in ((0, gala), (4.2, gala), (9.9, gala), (10, gala + timedelta(days=1))):
        assert FORUM.day_of(instant(GALA + timedelta(hours=hours))) == day
    doors, night = EARLY - timedelta(minutes=30), EARLY + timedelta(days=1)
    assert FORUM.day_of(instant(doors)) == early - timedelta(days=1)
    assert FORUM.day_of(instant(EARLY)) == early
    assert FORUM.day_of(instant(night)) == early
    assert FORUM.day_began(instant(night)) == instant(EARLY.replace(minute=0))


@given(hours=st.floats(-100, 100))
def test_a_day_began_before_each_of_its_moments_and_none_is_longer_than_its_night(hours: float) -> None:
    at = instant(GALA + timedelta(hours=hours))
    began = FORUM.day_began(at)
    assert 0 <= at - began < 30 * 3_600_000
    assert FORUM.day_of(began) in {FORUM.day_of(at), FORUM.day_of(at) - timedelta(days=1)}


@given(st.integers(-96 * 60, 120 * 60))
def test_a_forum_is_on_exactly_on_its_days_and_while_a_session_is_open(minutes: int) -> None:
    at = instant(GALA + timedelta(minutes=minutes))
    assert FORUM.is_on(at) is (FORUM.day_of(at) in FORUM.days() or any(each.is_open(at) for each in FORUM.sessions))
