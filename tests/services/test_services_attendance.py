"""Attendance tells of everybody who was expected or came, of the forum and not of a practice, in the hall's time."""

import csv
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
import python_calamine

from checkin_app.bootstrap.papers import write_attendance
from checkin_app.domain.attendance import Occasion, occasion_named, occasions
from checkin_app.domain.forum import Route, instant
from checkin_app.domain.ids import BusCode, CheckpointId, RouteId, bus_checkpoint
from checkin_app.domain.movements import Direction
from checkin_app.files.exports_attendance import attendance_header, attendance_rows
from checkin_app.services.attendance import attendance_of
from printing.words import word

OPENING = CheckpointId("opening")


def _occasion(post, name: str) -> Occasion:
    found = occasion_named(post.station.forum, name)
    assert found is not None
    return found


def _told(post, name: str) -> dict[str, tuple[str, ...]]:
    occasion, forum = _occasion(post, name), post.station.forum
    rows = attendance_rows(occasion, attendance_of(post.station, occasion), forum, "en", word)
    return {row[3]: row for row in rows}


def _scan(post, guest, checkpoint: CheckpointId = OPENING, direction: Direction = Direction.IN) -> None:
    post.station.scanning.scan((post.code(guest),), checkpoint, direction)


def test_who_came_who_has_not_and_when_are_told_in_the_hall_s_time(post) -> None:
    opening = post.station.forum.session(OPENING)
    came, absent = post.register(name="Ana Came"), post.register(name="Ben Absent")
    post.clock.at = instant(opening.starts + timedelta(minutes=5))
    _scan(post, came)
    post.clock.at = instant(opening.starts + timedelta(minutes=40))
    _scan(post, came, direction=Direction.OUT)
    told = _told(post, "opening")
    day = f"{opening.starts:%Y-%m-%d}"
    assert told["Ana Came"][1] == "attended"
    assert told["Ana Came"][9:] == (f"{day} 09:05", f"{day} 09:40")
    assert told["Ben Absent"][1] == "has not come"
    assert told["Ben Absent"][9:] == ("", "")
    assert absent.badge_no == told["Ben Absent"][2]


def test_a_practice_and_a_scan_that_was_taken_back_are_no_attendance(post) -> None:
    opening = post.station.forum.session(OPENING)
    guest = post.register(name="Ana")
    post.clock.at = instant(opening.starts - timedelta(days=3))
    _scan(post, guest)
    post.clock.at = instant(opening.starts)
    assert _told(post, "opening")["Ana"][1] == "has not come"
    _scan(post, guest)
    assert _told(post, "opening")["Ana"][1] == "attended"
    post.station.scanning.undo(None)
    assert _told(post, "opening")["Ana"][1] == "has not come"


def test_a_route_tells_of_the_bus_that_was_boarded_and_of_the_one_listed(post) -> None:
    post.bus("2-1")
    post.bus("2-2")
    ana, ben, eve = (post.register(name=name) for name in ("Ana", "Ben", "Eve"))
    post.register(name="Tom", route=RouteId("3"))
    for guest in (ana, ben):
        post.station.dispatch.assign(guest.id, BusCode("2-1"))
    _scan(post, ana, bus_checkpoint(BusCode("2-1")))
    told = _told(post, "2")
    assert (told["Ana"][1], told["Ana"][11:]) == ("attended", ("2-1", "2-1"))
    assert (told["Ben"][1], told["Ben"][11:]) == ("has not come", ("", "2-1"))
    assert (told["Eve"][1], told["Eve"][11:]) == ("has not come", ("", ""))  # who chose the route and has no bus yet
    assert eve.route == "2"
    assert "Tom" not in told
    assert "Ana" not in _told(post, "3")


def test_the_technical_visit_is_attended_by_whoever_boarded_a_bus(post) -> None:
    visit = post.station.forum.session(CheckpointId(post.station.forum.visit))
    post.clock.at = instant(visit.starts)
    post.bus("2-1")
    rode, stayed = post.register(name="Ana Rode"), post.register(name="Ben Stayed")
    for guest in (rode, stayed):
        post.station.dispatch.assign(guest.id, BusCode("2-1"))
    _scan(post, rode, bus_checkpoint(BusCode("2-1")))
    told = _told(post, visit.id)
    assert told[rode.name][1] == "attended"
    assert told[rode.name][9]
    assert told[stayed.name][1] == "has not come"


def test_whose_badges_are_void_is_expected_nowhere(post) -> None:
    guest = post.register(name="Ana")
    post.station.badges.revoke(guest.id, "cancelled")
    assert "Ana" not in _told(post, "opening")


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_attendance_of_each_session_and_route_is_written_and_runs_nothing(post, tmp_path: Path, ending: str) -> None:
    post.bus("2-1")
    guest = post.register(name="Ana", organisation="=1+1")
    _scan(post, guest)
    for occasion in occasions(post.station.forum):
        path = tmp_path / f"{occasion.id}.{ending}"
        write_attendance(post.station, occasion, path)
        header = attendance_header(occasion, post.station.forum.languages[0], word)
        rows = _rows(path)
        assert tuple(rows[0]) == header
        assert all(len(row) == len(header) for row in rows)
        assert (len(header) == 13) is isinstance(occasion, Route)
    organisation = _rows(tmp_path / f"opening.{ending}")[1][6]
    assert organisation == ("'=1+1" if ending == "csv" else "=1+1")


def _rows(path: Path) -> list[list[str]]:
    if path.suffix == ".csv":
        with path.open(encoding="utf-8-sig", newline="") as file:
            return list(csv.reader(file))
    return python_calamine.load_workbook(path).get_sheet_by_index(0).to_python(skip_empty_area=False)


def test_an_occasion_is_named_by_the_id_of_a_session_or_a_route(post) -> None:
    forum = post.station.forum
    assert [occasion_named(forum, str(each.id)) for each in occasions(forum)] == list(occasions(forum))
    assert occasion_named(forum, "bus:2-1") is None
    assert occasion_named(replace(forum, routes=()), RouteId("2")) is None
