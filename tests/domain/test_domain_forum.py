"""The forum's days are those of its own time zone, and a night that a session goes on into is still its day."""

from datetime import datetime, timedelta, timezone

import pytest

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
        (GALA + timedelta(hours=4.5), False),
        (GALA.replace(hour=0) - timedelta(seconds=1), False),
        (EARLY - timedelta(minutes=30), True),  # doors open before midnight
        (EARLY - timedelta(minutes=31), False),
    ],
)
def test_scans_count_on_the_forum_s_days_and_wherever_a_session_is_on(at: datetime, *, on: bool) -> None:
    assert FORUM.is_on(instant(at)) is on
