"""Past midnight a bus under way and a session go on as what they were."""

from datetime import UTC, datetime, timedelta

import pytest

from checkin_app.bootstrap import station as stations
from checkin_app.domain.buses import BusState
from checkin_app.domain.forum import instant
from checkin_app.domain.ids import BusCode, bus_checkpoint
from checkin_app.domain.movements import Direction
from checkin_app.domain.outcomes import Reason

BUS = BusCode("2-1")
DOOR = bus_checkpoint(BUS)
HOUR = timedelta(hours=1)


def _at(post, moment: datetime) -> None:
    post.clock.at = instant(moment)


def _midnight(post, day: int) -> datetime:
    """Return the midnight with which a day of the forum ends; its days are counted from 0."""
    date = post.station.forum.days()[day]
    return datetime(date.year, date.month, date.day, tzinfo=post.station.forum.time_zone) + 24 * HOUR


def _scan(post, guest, direction: Direction = Direction.IN):
    outcome = post.station.scanning.scan((post.code(guest),), DOOR, direction)
    return outcome.decision.reason, outcome.rehearsal


@pytest.fixture
def guest(post):
    post.bus("2-1", opened=False)
    person = post.register()
    post.station.dispatch.assign(person.id, BUS)
    return person


def test_who_gets_off_after_midnight_was_aboard(post, guest) -> None:
    midnight = _midnight(post, -1)
    _at(post, midnight - HOUR)
    post.station.dispatch.open_doors(BUS)
    assert _scan(post, guest) == (Reason.BOARDED, False)
    post.move(BUS, BusState.DEPARTED)
    _at(post, midnight + 7 * HOUR)
    assert not post.station.rehearsing()
    assert [count.aboard for count in post.station.buses()] == [1]
    assert post.station.manifest(BUS).lines[0].aboard
    card = post.card(guest)
    assert not card.is_rehearsal(post.station.forum, post.clock.at, DOOR)
    assert _scan(post, guest, Direction.OUT) == (Reason.GOT_OFF, False)
    post.station.dispatch.move_to(BUS, BusState.BOARDING)
    assert _scan(post, guest) == (Reason.BOARDED, False)


def test_a_ride_that_is_over_leaves_the_next_scan_to_the_calendar(post, guest) -> None:
    first = _midnight(post, 0) - 24 * HOUR
    _at(post, first - HOUR)
    post.station.dispatch.open_doors(BUS)
    post.station.dispatch.move_to(BUS, BusState.PLANNED)
    assert _scan(post, guest) == (Reason.BUS_NOT_OPEN, True)
    _at(post, first + HOUR)
    assert _scan(post, guest) == (Reason.BUS_NOT_OPEN, False)
    post.station.dispatch.open_doors(BUS)
    assert _scan(post, guest) == (Reason.BOARDED, False)


@pytest.mark.parametrize("hours", [1, 7, 48, 9000])
def test_nobody_practises_after_the_forum(post, guest, hours: float) -> None:
    _at(post, _midnight(post, -1) + hours * HOUR)
    assert not post.station.rehearsing()
    assert _scan(post, guest) == (Reason.BUS_NOT_OPEN, False)
    post.station.dispatch.open_doors(BUS)
    assert _scan(post, guest) == (Reason.BOARDED, False)


def test_a_station_that_was_started_after_the_forum_plays_it(post, tmp_path) -> None:
    clock = type(post.clock)(instant(datetime(2031, 5, 1, 9, tzinfo=UTC)))
    stations.new_station(tmp_path / "later", "gstf-2024", "later", "", clock)
    with stations.open_station(tmp_path / "later", clock) as station:
        assert station.rehearsing()
        assert all(station.rehearsing(each.checkpoint) for each in station.forum.sessions)


def test_a_practice_of_the_evening_before_stays_one_past_midnight_and_counts_nobody_on_the_day(post, guest) -> None:
    first = _midnight(post, 0) - 24 * HOUR
    _at(post, first - HOUR)
    post.station.dispatch.open_doors(BUS)
    assert _scan(post, guest) == (Reason.BOARDED, True)
    _at(post, first + HOUR)
    assert not post.station.rehearsing()
    assert [count.aboard for count in post.station.buses()] == [1]
    assert _scan(post, guest, Direction.OUT) == (Reason.GOT_OFF, True)
    assert _scan(post, guest) == (Reason.BOARDED, True)
    post.station.dispatch.move_to(BUS, BusState.PLANNED)
    post.station.dispatch.open_doors(BUS)
    assert [count.aboard for count in post.station.buses()] == [0]
    assert _scan(post, guest) == (Reason.BOARDED, False)


def test_a_bus_that_was_left_open_after_a_practice_counts_once_the_forum_s_doors_are_open(post, guest) -> None:
    sessions = post.station.forum.sessions
    _at(post, sessions[0].starts - 24 * HOUR)
    post.station.dispatch.open_doors(BUS)
    post.clock.at = min(each.opens_at for each in sessions)
    assert _scan(post, guest) == (Reason.BOARDED, False)


def test_what_another_bus_does_changes_nothing_for_a_ride(post, guest) -> None:
    first = _midnight(post, 0) - 24 * HOUR
    _at(post, first - HOUR)
    post.station.dispatch.open_doors(BUS)
    assert _scan(post, guest) == (Reason.BOARDED, True)
    _at(post, first + HOUR)
    post.bus("2-2")
    other = post.station.scanning.scan((post.code(guest),), bus_checkpoint(BusCode("2-2")))
    assert not other.rehearsal
    assert {str(count.bus.code): count.aboard for count in post.station.buses()} == {"2-1": 1, "2-2": 0}


@pytest.mark.parametrize("hours", [-0.5, 0, 0.5, 3, 5.9, 6, 7, 48, 9000])
def test_after_the_last_session_of_the_last_day_the_answer_is_that_it_is_over(post, guest, hours: float) -> None:
    _at(post, _midnight(post, -1) + hours * HOUR)
    category = post.card(guest).delegate.category
    for session in (each for each in post.station.forum.sessions if category in each.admits):
        outcome = post.station.scanning.scan((post.code(guest),), session.checkpoint)
        assert (outcome.decision.reason, outcome.rehearsal) == (Reason.SESSION_OVER, False)


def test_a_bus_that_is_opened_for_the_way_home_after_midnight_counts_until_it_is_closed(post, guest) -> None:
    midnight = _midnight(post, -1)
    _at(post, midnight + HOUR)
    post.station.dispatch.open_doors(BUS)
    assert _scan(post, guest) == (Reason.BOARDED, False)
    _at(post, midnight + 9 * HOUR)
    assert _scan(post, guest, Direction.OUT) == (Reason.GOT_OFF, False)
