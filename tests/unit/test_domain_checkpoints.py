"""The room and the clock pick the session; a person's choice stands while it makes sense."""

from datetime import UTC, datetime, timedelta

import pytest

from checkin_app.domain.checkpoints import pick
from checkin_app.domain.forum import Forum, Session, Words, instant
from checkin_app.domain.ids import CategoryId, CheckpointId, ForumId, SessionId

NINE = datetime(2024, 9, 25, 9, tzinfo=UTC)


def _session(name: str, room: str, hours: float) -> Session:
    starts = NINE + timedelta(hours=hours)
    return Session(
        SessionId(name), Words({}), Words({}), Words({"en": room}), starts, starts + timedelta(hours=1),
        timedelta(minutes=30), frozenset(),
    )  # fmt: skip


SESSIONS = (
    _session("plenary", "Hall", 0),
    _session("one", "A", 2),
    _session("two", "B", 2),
    _session("dinner", "Hall", 9),
)
FORUM = Forum(
    ForumId("f"),
    Words({}),
    Words({}),
    Words({}),
    Words({}),
    ("en",),
    UTC,
    (),
    CategoryId("x"),
    SESSIONS,
    None,
    (),
    "a6",
)


@pytest.mark.parametrize(
    ("hours", "room", "chosen", "picked"),
    [
        (-0.4, "", "", "plenary"),
        (0.5, "", "", "plenary"),
        (-5, "", "", "plenary"),
        (2.5, "A", "", "one"),
        (2.5, "B", "", "two"),
        (2.5, "A", "plenary", "one"),
        (2.5, "B", "one", "one"),
        (2.5, "", "plenary", "plenary"),
        (2.5, "Hall", "plenary", "plenary"),
        (1.2, "A", "two", "two"),
        (8.7, "Hall", "plenary", "dinner"),
        (2.5, "A", "bus:2-1", "bus:2-1"),
        (2.5, "A", "gone", "one"),
        (99, "A", "one", "one"),
        (99, "A", "", "plenary"),
    ],
)
def test_what_a_laptop_checks(hours: float, room: str, chosen: str, picked: str) -> None:
    at = instant(NINE + timedelta(hours=hours))
    assert pick(FORUM, room, at, CheckpointId(chosen) if chosen else None) == picked
