"""The files of a whole forum: every valid badge and code once, and nothing at all where it is stopped."""

import csv
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest

from checkin_app.bootstrap import papers, station
from checkin_app.bootstrap.lists import plan_import
from checkin_app.domain.hand_outs import HandOut, Wanted
from checkin_app.domain.lists.choices import ListChoices
from checkin_app.domain.problems import FileNotWritable, WorkStopped
from checkin_app.services.opened import OpenedStation


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[OpenedStation]:
    station.new_station(tmp_path / "station", "gstf-2024", "Desk 3", "")
    (tmp_path / "list.csv").write_text("Name,Email\nAna Sol,ana@example.org\nBen Roe,\nMei Lin,\n", encoding="utf-8")
    with station.open_station(tmp_path / "station") as made:
        made.importing.apply(plan_import(made, tmp_path / "list.csv", ListChoices()))
        yield made


def save(opened: OpenedStation, kind: HandOut, path: Path, stop_at: int = 99) -> int:
    heard: list[int] = []

    def stopped() -> bool:
        heard.append(0)
        return len(heard) > stop_at

    occasion = str(opened.forum.sessions[0].id) if kind is HandOut.ATTENDANCE else ""
    told = papers.heeding(lambda *_: None, stopped)
    return papers.write_hand_out(opened, Wanted(kind, occasion), path, told).written


def test_everybody_s_valid_code_and_badge_is_written_once(opened: OpenedStation, tmp_path: Path) -> None:
    assert save(opened, HandOut.CODES, tmp_path / "codes.csv") == 3
    with (tmp_path / "codes.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {row["name"] for row in rows} == {"Ana Sol", "Ben Roe", "Mei Lin"}
    assert len({row["code"] for row in rows}) == 3
    assert save(opened, HandOut.BADGES, tmp_path / "badges.pdf") == 3
    with pypdfium2.PdfDocument(tmp_path / "badges.pdf") as pdf:
        assert len(pdf) == 3


def test_who_was_revoked_is_in_neither(opened: OpenedStation, tmp_path: Path) -> None:
    who = opened.queries.find("Ben Roe")[0].delegate
    opened.badges.revoke(who, "not coming")
    assert save(opened, HandOut.CODES, tmp_path / "codes.csv") == 2
    assert save(opened, HandOut.BADGES, tmp_path / "badges.pdf") == 2


@pytest.mark.parametrize("kind", HandOut)
def test_what_is_stopped_leaves_no_file(opened: OpenedStation, tmp_path: Path, kind: HandOut) -> None:
    target = tmp_path / "out" / f"file.{kind.endings[0]}"
    target.parent.mkdir()
    with pytest.raises(WorkStopped):
        save(opened, kind, target, stop_at=1)
    assert not list(target.parent.iterdir())


@pytest.mark.parametrize("kind", HandOut)
def test_a_place_that_takes_no_file_is_said(opened: OpenedStation, tmp_path: Path, kind: HandOut) -> None:
    with pytest.raises(FileNotWritable):
        save(opened, kind, tmp_path / "nowhere" / f"file.{kind.endings[0]}")


def test_where_no_badge_can_be_drawn_no_file_is_made(opened: OpenedStation, tmp_path: Path) -> None:
    for name in ("Ana Sol", "Ben Roe", "Mei Lin"):
        opened.people.amend(opened.queries.find(name)[0].delegate, {"name": "𠮷"})
    assert save(opened, HandOut.BADGES, tmp_path / "badges.pdf") == 0
    assert not (tmp_path / "badges.pdf").exists()


@pytest.mark.parametrize("kind", HandOut)
def test_each_tells_how_far_it_is_person_by_person(opened: OpenedStation, tmp_path: Path, kind: HandOut) -> None:
    told: list[tuple[int, int]] = []
    wanted = Wanted(kind, str(opened.forum.sessions[0].id))
    written = papers.write_hand_out(
        opened, wanted, tmp_path / f"file.{kind.endings[-1]}", lambda done, whole: told.append((done, whole))
    )
    assert list(dict.fromkeys(told)) == [
        (1, 3),
        (2, 3),
        (3, 3),
    ]  # badges are recorded as issued while it stays at the last
    assert written.written == 3
