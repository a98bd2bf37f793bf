"""The forum's days are those of its own time zone, and a night that a session goes on into is still its day."""

from dataclasses import replace
from datetime import datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin_app.domain.forum import Doors, Forum, Session, Words, instant
from checkin_app.domain.ids import CategoryId, ForumId, Instant, SessionId
from checkin_app.domain.rehearsal import is_rehearsal

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
        (EARLY + timedelta(hours=1), True),  # the last of all is over, and stays so
        (EARLY + timedelta(days=400), True),
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
def test_a_forum_is_on_exactly_on_its_days_while_a_session_is_open_and_after_the_last(minutes: int) -> None:
    at = instant(GALA + timedelta(minutes=minutes))
    on_a_day = FORUM.day_of(at) in FORUM.days() or any(each.is_open(at) for each in FORUM.sessions)
    assert FORUM.is_on(at) is (on_a_day or FORUM.is_over(at))
    assert replace(FORUM, played=True).is_on(at) is on_a_day


#: With clocks that go back and forth, at the ends of the calendar's day, and in no round hours.
ZONES = st.sampled_from(
    ["Asia/Shanghai", "Europe/Berlin", "America/St_Johns", "Pacific/Kiritimati", "Pacific/Pago_Pago", "Asia/Kathmandu"]
).map(ZoneInfo)


@given(ZONES, st.integers(0, 365), st.integers(1, 2000), st.integers(0, 200_000))
def test_once_the_last_session_of_the_last_day_is_over_no_moment_is_a_rehearsal_in_any_zone(
    zone: ZoneInfo, day: int, minutes: int, later: int
) -> None:
    starts = datetime(2025, 1, 1, 20, tzinfo=zone) + timedelta(days=day)
    session = Session(
        SessionId("last"), Words({}), Words({}), Words({}), starts, starts + timedelta(minutes=minutes),
        timedelta(minutes=30), frozenset(),
    )  # fmt: skip
    forum = replace(FORUM, time_zone=zone, sessions=(session,))
    at = Instant(session.closes_at + later * 60_000)
    for door in (None, session):
        assert not is_rehearsal(forum, at, door)
    assert session.doors(at) is Doors.OVER
    before = Instant(instant(forum.wall(forum.in_hall(starts).date(), time())) - 1 - later)
    assert is_rehearsal(forum, before)


@given(st.integers(-96 * 60, 120 * 60), st.integers(-96 * 60, 120 * 60))
def test_only_a_station_that_was_started_after_the_forum_was_over_plays_it(began: int, minutes: int) -> None:
    start, at = (instant(GALA + timedelta(minutes=each)) for each in (began, minutes))
    known = FORUM.as_of(start)
    assert known.played is FORUM.is_over(start)
    if known.played and at >= start and FORUM.day_of(at) not in FORUM.days():
        assert is_rehearsal(known, at)
