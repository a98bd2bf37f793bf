"""A paper that was ticked by hand is keyed back by its lines, and only by the lines that it has."""

import csv
import io
from pathlib import Path

import pytest

from checkin_app.bootstrap.papers import write_passenger_events
from checkin_app.domain.buses import BusState
from checkin_app.domain.ids import BusCode, bus_checkpoint
from checkin_app.domain.movements import Direction
from checkin_app.domain.outcomes import Reason
from checkin_app.domain.problems_fleet import PaperLinesChanged, PaperLineUnknown
from checkin_app.files.exports_tides import ALIGHTED, BOARDED, OPENED
from checkin_app.services.keying_back import Ticked, key_back
from checkin_app.services.scanning import How

BUS = BusCode("2-1")


@pytest.fixture
def listed(post):
    """A bus with three people on its list."""
    post.bus("2-1", usable=20, licensed=20)
    guests = [post.register(f"Guest {number}") for number in range(3)]
    for guest in guests:
        post.station.dispatch.assign(guest.id, BUS)
    return guests


def test_ticked_lines_come_to_what_typing_each_badge_at_the_door_comes_to(post, listed) -> None:
    paper = post.station.manifest(BUS)
    keyed = key_back(post.station, BUS, Ticked(paper.lines_code.lower(), aboard=(1, 3)))
    assert [each.outcome.decision.reason for each in keyed] == [Reason.BOARDED, Reason.BOARDED]
    assert [line.aboard for line in post.station.manifest(BUS).lines] == [True, False, True]
    again = key_back(post.station, BUS, Ticked(paper.lines_code, aboard=(1,), off=(3,)))
    assert [each.outcome.decision.reason for each in again] == [Reason.ALREADY_ABOARD, Reason.GOT_OFF]
    assert [line.aboard for line in post.station.manifest(BUS).lines] == [True, False, False]


def test_a_paper_with_other_people_on_its_lines_is_refused_whole(post, listed) -> None:
    old = post.station.manifest(BUS).lines_code
    post.station.dispatch.assign(listed[0].id, None)
    with pytest.raises(PaperLinesChanged):
        key_back(post.station, BUS, Ticked(old, aboard=(1, 2)))
    assert not any(line.aboard for line in post.station.manifest(BUS).lines)


@pytest.mark.parametrize("number", [0, 4, -1])
def test_a_line_that_no_paper_has_lets_none_of_the_others_be_recorded(post, listed, number: int) -> None:
    code = post.station.manifest(BUS).lines_code
    with pytest.raises(PaperLineUnknown):
        key_back(post.station, BUS, Ticked(code, aboard=(1, number)))
    assert not any(line.aboard for line in post.station.manifest(BUS).lines)


def test_passenger_events_tell_of_boardings_in_order_and_name_nobody(post, listed, tmp_path: Path) -> None:
    scanning = post.station.scanning
    for guest in listed[:2]:
        scanning.enter(guest.id, bus_checkpoint(BUS), How.FOUND)
    undone = scanning.enter(listed[2].id, bus_checkpoint(BUS), How.FOUND)
    scanning.undo(undone.fact_id)
    scanning.enter(listed[0].id, bus_checkpoint(BUS), How.FOUND, Direction.OUT)
    post.move(BUS, BusState.DEPARTED)
    path = tmp_path / "events.csv"
    write_passenger_events(post.station, post.station.manifest(BUS).bus, path)
    text = path.read_text("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [row["event_type"] for row in rows] == [OPENED, BOARDED, BOARDED, ALIGHTED]
    assert {row["trip_id_performed"] for row in rows} == {"2-1"}
    assert {row["trip_stop_sequence"] for row in rows} == {"1"}
    assert {row["service_date"] for row in rows} == {post.station.forum.day_of(post.clock()).isoformat()}
    assert len({row["passenger_event_id"] for row in rows}) == len(rows)
    assert "Guest" not in text
    assert all(guest.id not in text for guest in listed)
