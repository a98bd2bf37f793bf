"""The checkpoint screen suggests by the clock and never changes what scans use by itself."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from checkin_app.domain.forum import Doors
from checkin_app.domain.ids import CheckpointId
from checkin_app.domain.movements import Direction
from checkin_app.ui.checkpoint import state as checkpoint
from checkin_app.ui.checkpoint.state import CheckpointState, Choice, Kind


def at(clock: str, day: int = 25) -> datetime:
    hours, minutes = clock.split(":")
    return datetime(2024, 9, day, int(hours), int(minutes), tzinfo=UTC)


def wall(day: date, clock: time) -> datetime:
    return datetime.combine(day, clock, UTC)


def session(name: str, starts: str, ends: str, day: int = 25, doors: int = 30) -> Choice:
    begins = at(starts, day)
    return Choice(
        checkpoint=CheckpointId(name),
        kind=Kind.SESSION,
        name=name,
        day=begins.date(),
        starts=begins,
        ends=at(ends, day),
        opens=begins - timedelta(minutes=doors),
    )


OPENING = session("opening", "09:00", "10:30")
MINISTERS = session("ministers", "10:45", "12:00")
ONE = session("one", "10:45", "12:15")
VISIT = session("visit", "08:30", "17:30", day=26)
BUS = Choice(CheckpointId("bus:2-1"), Kind.BUS, "2-1", date(2024, 9, 26), VISIT.starts, VISIT.ends, VISIT.opens)
ALL = (OPENING, MINISTERS, ONE, VISIT, BUS)


def state(now: str, current: Choice | None = None, day: int = 25, *, rehearsal: bool = False) -> CheckpointState:
    begun = CheckpointState(current=current.checkpoint if current else None)
    return checkpoint.listed(begun, ALL, at(now, day), rehearsal=rehearsal)


def test_what_the_room_and_the_clock_pick_is_suggested_and_else_what_is_checked_now() -> None:
    begun = CheckpointState(current=MINISTERS.checkpoint)
    picked = checkpoint.listed(begun, ALL, at("09:30"), rehearsal=False, picked=OPENING.checkpoint)
    assert picked.chosen == "opening"
    assert checkpoint.listed(begun, ALL, at("09:30"), rehearsal=False).chosen == "ministers"


def test_every_session_whose_doors_are_open_is_open_now() -> None:
    assert {each.name for each in state("10:20", OPENING).open_now()} == {"opening", "ministers", "one"}


def test_of_two_at_one_time_the_present_one_is_kept_and_the_other_is_named() -> None:
    shown = state("11:00", ONE)
    assert shown.chosen == "one"
    assert checkpoint.rivals(shown) == (MINISTERS,)


def test_choosing_does_not_change_what_scans_use_until_it_is_taken() -> None:
    shown = checkpoint.chosen(state("09:30", OPENING), ONE.checkpoint)
    assert shown.current == "opening"
    assert checkpoint.taken(shown, ONE.checkpoint, Direction.IN).current == "one"


def test_between_sessions_the_next_opening_is_told() -> None:
    shown = state("12:30", OPENING)
    assert shown.open_now() == ()
    assert shown.opens_next() is None
    assert state("08:00").opens_next() == at("08:30")


def test_in_a_rehearsal_the_clock_has_no_say() -> None:
    begun = CheckpointState(current=MINISTERS.checkpoint)
    shown = checkpoint.listed(begun, ALL, at("09:30"), rehearsal=True, picked=OPENING.checkpoint)
    assert shown.chosen == "ministers"
    assert shown.open_now() == ()
    assert shown.doors(OPENING) is None
    assert shown.opens_next() is None


def test_a_day_brings_its_first_row_that_is_not_over() -> None:
    shown = checkpoint.day_chosen(state("09:30"), date(2024, 9, 26))
    assert shown.chosen == "visit"
    assert checkpoint.day_chosen(state("10:40"), date(2024, 9, 25)).chosen


def test_buses_stand_after_the_visit_they_belong_to() -> None:
    assert [each.name for each in checkpoint.day_chosen(state("09:30"), date(2024, 9, 26)).shown] == ["visit", "2-1"]


def test_a_bus_has_no_way_out_here() -> None:
    shown = checkpoint.turned(checkpoint.chosen(state("09:30"), BUS.checkpoint), Direction.OUT)
    assert shown.direction is Direction.IN
    out = checkpoint.turned(state("09:30", OPENING), Direction.OUT)
    assert out.direction is Direction.OUT
    assert not out.changes_nothing
    assert checkpoint.chosen(out, BUS.checkpoint).direction is Direction.IN


@given(st.lists(st.sampled_from([-1, 1, 9, -9]), max_size=12))
def test_arrows_stay_within_the_day(steps: list[int]) -> None:
    shown = state("09:30")
    for step in steps:
        shown = checkpoint.moved(shown, step)
        assert shown.chosen in {each.checkpoint for each in shown.shown}


@given(st.integers(0, 24 * 60 - 1))
def test_every_minute_has_one_phase_and_doors_open_when_told(minute: int) -> None:
    now = at("00:00") + timedelta(minutes=minute)
    assert (OPENING.doors(now) is Doors.NOT_YET) == (checkpoint.minutes_until_open(OPENING, now) > 0)


def test_fresh_rows_keep_what_a_person_has_chosen() -> None:
    shown = checkpoint.chosen(state("09:30", OPENING), MINISTERS.checkpoint)
    again = checkpoint.listed(shown, ALL, at("09:31"), rehearsal=False)
    assert again.chosen == "ministers"
    assert checkpoint.listed(again, (OPENING,), at("09:32"), rehearsal=False).chosen == "opening"


def test_without_any_checkpoint_nothing_is_chosen() -> None:
    empty = checkpoint.listed(CheckpointState(), (), at("09:00"), rehearsal=False)
    assert empty.chosen is None
    assert checkpoint.moved(empty, 1) == empty


def test_a_bus_leaves_when_its_plan_says_else_with_the_visit() -> None:
    assert checkpoint.departure(VISIT, "09:10", wall) == at("09:10", 26)
    assert checkpoint.departure(VISIT, "soon", wall) == VISIT.starts
    assert checkpoint.departure(VISIT, "07:00", wall) == at("07:00", 26)


def test_a_bus_that_leaves_after_midnight_leaves_on_the_night_of_its_visit() -> None:
    night = replace(session("night", "20:00", "23:00", day=26), ends=at("02:00", 27))
    assert checkpoint.departure(night, "00:45", wall) == at("00:45", 27)
    assert checkpoint.departure(night, "22:45", wall) == at("22:45", 26)


def test_moving_scans_elsewhere_turns_the_door_back_to_coming_in() -> None:
    out = checkpoint.turned(state("09:30", OPENING), Direction.OUT)
    assert checkpoint.stationed(out, ONE.checkpoint).direction is Direction.IN
    assert checkpoint.stationed(out, OPENING.checkpoint) == out
