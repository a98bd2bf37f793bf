"""The room and the clock pick the session; a person's choice stands while it makes sense."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin_app.domain.admission import Attempt, decide
from checkin_app.domain.checkpoints import by_room_and_clock, doors, pick, stands_in
from checkin_app.domain.delegates import BadgeStanding, Delegate
from checkin_app.domain.forum import Doors, Forum, Session, Words, instant
from checkin_app.domain.ids import CategoryId, CheckpointId, DelegateId, ForumId, Instant, SessionId, StationId
from checkin_app.domain.movements import Direction
from checkin_app.domain.outcomes import Reason
from checkin_app.domain.rehearsal import GOING_HOME_MS, is_rehearsal

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
        (2.5, "", "plenary", None),  # two rooms are open, and nobody said which this is
        (2.5, "", "", None),
        (2.5, "Hall", "plenary", "dinner"),  # the next in this room, which says itself that it is not open yet
        (0.99, "", "", "plenary"),
        (10.5, "Hall", "dinner", "dinner"),  # the last of all: it is over, and says so
        (10.5, "", "", "dinner"),
        (10.5, "A", "", "one"),
        (10.5, "Attic", "", None),
        (15.5, "Hall", "", "dinner"),  # half past midnight
        (1.2, "A", "two", "two"),
        (8.7, "Hall", "plenary", "dinner"),
        (2.5, "A", "bus:2-1", "bus:2-1"),
        (2.5, "A", "gone", "one"),
        (99, "A", "one", "one"),
        (99, "A", "", "one"),
    ],
)
def test_what_a_laptop_checks(hours: float, room: str, chosen: str, picked: str | None) -> None:
    at = instant(NINE + timedelta(hours=hours))
    assert pick(FORUM, room, at, CheckpointId(chosen) if chosen else None) == picked


def test_people_still_coming_out_keep_the_door_of_a_session_that_is_over_until_they_have_gone_home() -> None:
    plenary, ended = CheckpointId("plenary"), instant(NINE + timedelta(hours=1))
    assert pick(FORUM, "Hall", Instant(ended + GOING_HOME_MS - 1), plenary, leaving=True) == plenary
    assert pick(FORUM, "Hall", Instant(ended + GOING_HOME_MS), plenary, leaving=True) == "dinner"
    assert pick(FORUM, "Hall", ended, plenary) == "dinner"


@given(
    minutes=st.integers(-600, 900),
    room=st.sampled_from(["", "Hall", "A", "B"]),
    chosen=st.sampled_from([None, *(each.checkpoint for each in SESSIONS)]),
)
def test_until_its_last_session_is_over_no_laptop_of_a_forum_checks_one_that_is(minutes, room, chosen) -> None:
    at = instant(NINE + timedelta(minutes=minutes))
    picked = pick(FORUM, room, at, chosen)
    session = FORUM.session(picked) if picked else None
    assert session is None or at < session.closes_at or not FORUM.is_on(at) or FORUM.is_over(at)


@given(minutes=st.integers(-600, 900), chosen=st.sampled_from([each.checkpoint for each in SESSIONS]))
def test_a_choice_by_hand_holds_until_its_session_ends_and_not_a_moment_longer(minutes, chosen) -> None:
    at = instant(NINE + timedelta(minutes=minutes))
    session = FORUM.session(chosen)
    if at < session.closes_at or not FORUM.is_on(at):
        assert pick(FORUM, "Hall", at, chosen) == chosen
    else:
        picked = by_room_and_clock(FORUM, "Hall", at)
        assert pick(FORUM, "Hall", at, chosen) == picked
        assert (picked != chosen) or FORUM.is_over(at)


@pytest.mark.parametrize("room", ["", "A", "Hall"])
@given(minutes=st.integers(-2 * 1440, 2 * 1440))
def test_the_desk_says_of_a_door_what_each_scan_there_is_told(room: str, minutes: int) -> None:
    at = instant(NINE + timedelta(minutes=minutes))
    for session in (each for each in SESSIONS if stands_in(each, room)):
        attempt = Attempt(
            delegate=Delegate(DelegateId("1"), "Ana"), issue=None, badge=BadgeStanding(), session=session,
            presence=None, direction=Direction.IN, at=at, station=StationId("0" * 16),
            rehearsal=is_rehearsal(FORUM, at, session),
        )  # fmt: skip
        refused = {Reason.NOT_OPEN_YET: Doors.NOT_YET, Reason.SESSION_OVER: Doors.OVER}
        said = refused.get(decide(attempt, {Reason.CATEGORY_NOT_ADMITTED}).reason, Doors.OPEN)
        assert doors(FORUM, session.checkpoint, at) is said


def test_of_a_bus_and_of_nothing_the_clock_says_that_it_is_open() -> None:
    for checkpoint in (None, CheckpointId("bus:2-1"), CheckpointId("gone")):
        assert doors(FORUM, checkpoint, instant(NINE + timedelta(hours=2))) is Doors.OPEN
