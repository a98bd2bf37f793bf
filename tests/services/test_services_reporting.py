"""The report of how the forum stands says the figures of the screens, and writes them as pages and as tables."""

import csv
import io
from pathlib import Path

import pypdfium2

from checkin_app.bootstrap.papers import write_reports
from checkin_app.domain.dispatching import Concern
from checkin_app.domain.ids import BusCode, bus_checkpoint
from checkin_app.domain.outcomes import Verdict
from checkin_app.domain.swaps import Cause
from checkin_app.domain.sync.status import SyncStatus
from checkin_app.services.reporting import overview
from checkin_app.services.scanning import How


def _rows(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_text("utf-8-sig"))))


def test_each_figure_of_the_report_is_that_of_its_screen_and_stands_in_its_table(post, tmp_path: Path) -> None:
    station = post.station
    post.bus("2-1", usable=20, licensed=20)
    guests = [post.register(f"Guest {number}") for number in range(3)]
    for guest in guests:
        station.dispatch.assign(guest.id, BusCode("2-1"))
    station.scanning.enter(guests[0].id, bus_checkpoint(BusCode("2-1")), How.FOUND)
    opening = station.forum.sessions[0]
    outcomes = [station.scanning.enter(guest.id, opening.checkpoint, How.FOUND) for guest in guests[:2]]
    came = sum(each.decision.verdict is Verdict.GO for each in outcomes)
    found = overview(station, SyncStatus())

    counts = {each.checkpoint: each for each in station.checkpoint_counts()}
    for curve in found.sessions:
        known = counts[curve.session.checkpoint]
        assert (curve.expected, curve.arrived) == (known.expected, known.arrived)
    assert [each.tally for each in found.buses] == [each.tally for each in station.buses()]
    (desk,) = found.desks
    assert (desk.name, desk.lately, desk.today) == (station.station.name, 1 + came, 1 + came)
    assert [each.count.bus.code for each in found.needy if Concern.LATE in each.concerns] == []

    written = write_reports(found, station.forum, tmp_path / "reports")
    assert {path.name for path in written} == {
        "overview.pdf", "arrivals.csv", "desks.csv", "buses.csv", "laptops.csv", "needs.csv",
    }  # fmt: skip
    tables = {path.stem: _rows(path) for path in written if path.suffix == ".csv"}
    assert tables["desks"] == [
        {"station": desk.station, "name": desk.name, "last_10_minutes": str(desk.lately), "a_minute": f"{desk.a_minute:.1f}",
         "today": str(desk.today)},
    ]  # fmt: skip
    assert [(row["bus"], row["listed"], row["aboard"], row["to_come"]) for row in tables["buses"]] == [
        ("2-1", "3", "1", "2")
    ]
    assert [row["name"] for row in tables["laptops"]] == [station.station.name]
    last = {row["session"]: row["planned"] for row in tables["arrivals"]}
    assert last[opening.id] == str(counts[opening.checkpoint].expected)
    document = pypdfium2.PdfDocument(written[0])
    try:
        text = "".join(page.get_textpage().get_text_bounded() for page in document)
    finally:
        document.close()
    for expected in ("总览 Overview", "1 / 3", station.station.name, opening.name.in_("zh")):
        assert expected in text
    assert "Guest" not in text


def test_a_bus_that_another_takes_over_from_needs_a_person_with_the_other_s_code(post) -> None:
    post.bus("2-1")
    post.bus("2-9")
    guest = post.register()
    post.station.dispatch.assign(guest.id, BusCode("2-1"))
    post.station.scanning.enter(guest.id, bus_checkpoint(BusCode("2-1")), How.FOUND)
    post.station.swaps.swap(BusCode("2-1"), BusCode("2-9"), Cause.SWAPPED)
    needy = {each.count.bus.code: each for each in overview(post.station, SyncStatus()).needy}
    assert Concern.SWAPPING in needy[BusCode("2-1")].concerns
    assert needy[BusCode("2-1")].swap.to == "2-9"
