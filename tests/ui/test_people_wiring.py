"""Lists and papers joined to a real station: what the people screen gets to see of a file."""

import csv
from collections.abc import Callable, Iterator
from dataclasses import fields
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from checkin_app.bootstrap import papers, station
from checkin_app.bootstrap.actions import actions
from checkin_app.bootstrap.backend import Backend
from checkin_app.bootstrap.lists import plan_import, preview_list
from checkin_app.domain.changes import Changed, ChangeSet
from checkin_app.domain.lists.choices import ListChoices
from checkin_app.domain.lists.fields import Field
from checkin_app.domain.operations import LIST, ListState, opening
from checkin_app.domain.problems import FileNotWritable
from checkin_app.domain.problems_lists import ListMissing
from checkin_app.runtime.errands import Errands
from checkin_app.runtime.kept_settings import KeptSettings
from checkin_app.runtime.lanes import Done
from checkin_app.services.opened import OpenedStation
from checkin_app.ui import words
from checkin_app.ui.kit.meant import Meant
from checkin_app.ui.shell.actions import Lists


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[OpenedStation]:
    station.new_station(tmp_path / "station", "gstf-2024", "Desk 3", "")
    with station.open_station(tmp_path / "station") as made:
        yield made


def written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def test_a_preview_tells_of_columns_sheets_and_encoding_and_writes_nothing(
    opened: OpenedStation, tmp_path: Path
) -> None:
    file = written(
        tmp_path / "list.csv", "Guests of the forum,,\nName,Delegation,Shoe size\nAna Sol,,42\nBen,Puerto,\n"
    )
    preview = preview_list(opened, file, ListChoices())
    assert preview.samples.headings == ("Name", "Delegation", "Shoe size")
    assert preview.samples.cells == ("Ana Sol", "Puerto", "42")
    assert (preview.sheets, preview.sheet, preview.encoding) == (("list.csv",), "list.csv", "utf-8")
    assert preview.plan is not None
    assert len(preview.plan.new) == 2
    assert opened.queries.delegate_ids() == []


def test_what_a_person_says_of_a_column_by_its_place_is_taken(opened: OpenedStation, tmp_path: Path) -> None:
    file = written(tmp_path / "list.csv", "Name,Delegation,3\nAna Sol,Puerto,eats no fish\n")
    choices = ListChoices(places=((2, Field.NOTE), (1, None)))
    preview = preview_list(opened, file, choices)
    assert preview.plan is not None
    (new,) = preview.plan.new
    assert (new.delegate.note, new.delegate.delegation) == ("eats no fish", "")
    assert plan_import(opened, file, choices).same_as(preview.plan)


def test_a_list_without_a_column_of_names_has_no_plan_until_one_is_named(opened: OpenedStation, tmp_path: Path) -> None:
    file = written(tmp_path / "list.csv", "Ana Sol,Puerto\nBen Roe,Puerto\n")
    preview = preview_list(opened, file, ListChoices())
    assert preview.plan is None
    assert preview.samples.cells == ("Ana Sol", "Puerto")
    named = preview_list(opened, file, ListChoices(places=((0, Field.NAME),)))
    assert named.plan is not None
    assert [each.delegate.name for each in named.plan.new] == ["Ana Sol", "Ben Roe"]


def test_a_list_of_a_thousand_columns_is_shown_by_its_first(opened: OpenedStation, tmp_path: Path) -> None:
    file = written(tmp_path / "wide.csv", "Name" + ",x" * 1000 + "\nAna Sol" + ",y" * 1000 + "\n")
    assert len(preview_list(opened, file, ListChoices()).samples.headings) == 100


def test_a_file_that_went_away_is_trouble(opened: OpenedStation, tmp_path: Path) -> None:
    with pytest.raises(ListMissing):
        preview_list(opened, tmp_path / "gone.csv", ListChoices())


def test_the_folder_of_a_paper_is_made_where_it_can_be(tmp_path: Path) -> None:
    papers.make_room(tmp_path / "documents" / "badges" / "a.pdf")
    assert (tmp_path / "documents" / "badges").is_dir()
    written(tmp_path / "file", "not a folder")
    with pytest.raises(FileNotWritable):
        papers.make_room(tmp_path / "file" / "a.pdf")


class Now:
    """A lane that works at once."""

    def submit(self, work: Callable[[], Any], reply: Callable[[Any], None]) -> None:
        reply(Done(work()))


@pytest.fixture
def shop(opened: OpenedStation, tmp_path: Path) -> tuple[Lists, list[ChangeSet]]:
    told: list[ChangeSet] = []
    parts = {each.name: None for each in fields(Backend)}
    lanes = dict.fromkeys(("writer", "reader", "papers", "slow", "lists"), Now())
    errands = Errands(lambda work: work())
    known = {"station": opened, "errands": errands, "touched": told.append, "settings": KeptSettings(tmp_path / "none")}
    known["own_hub"] = SimpleNamespace(switch=None, invite=None, sign_in_phone=None, sign_out_phone=None)
    made = Backend(**parts | lanes | known)  # type: ignore[arg-type]  # a lane that works at once
    return actions(made).lists, told


def test_a_list_is_told_of_by_its_file_and_taken_back_on_the_lane_that_gives_way(
    opened: OpenedStation, shop: tuple[Lists, list[ChangeSet]], tmp_path: Path
) -> None:
    lists, told = shop
    file = written(tmp_path / "guests.csv", "Name,Delegation\nAna Sol,Puerto\n")
    came: list[Any] = []
    preview = preview_list(opened, file, ListChoices())
    lists.apply(Meant("held"), preview.plan, (), False, lambda _done, _whole: None, came.append)  # type: ignore[arg-type]
    lists.taken(came.append)
    ((one,),) = [result.value for result in came[1:]]
    assert (one.file, one.state, one.taken) == ("guests.csv", ListState.WHOLE, 1)
    far: list[tuple[int, int]] = []
    lists.take_back(Meant("held"), one.operation.log_id, lambda *told: far.append(told), came.append)
    assert Changed.OPERATIONS in told[-1]
    assert far[0] == (1, 1)
    assert opened.queries.delegate_ids() == []


def test_a_list_whose_process_died_is_settled_as_soon_as_somebody_looks(
    opened: OpenedStation, shop: tuple[Lists, list[ChangeSet]]
) -> None:
    lists, told = shop
    log = opened.operations.new_log()
    log.write(opening(log.id, LIST, 3))
    with opened.operations.open_piece() as unit:
        unit.append(log, 100)
        unit.commit()
    came: list[Any] = []
    lists.taken(came.append)
    assert [each.state for each in came[-1].value] == [ListState.UNFINISHED]
    assert Changed.OPERATIONS in told[-1]
    lists.taken(came.append)
    assert [each.state for each in came[-1].value] == [ListState.TAKEN_BACK]
    assert len(told) == 1


def test_a_list_that_a_living_process_takes_in_is_left_to_it(
    opened: OpenedStation, shop: tuple[Lists, list[ChangeSet]]
) -> None:
    lists, told = shop
    log = opened.operations.new_log()
    log.write(opening(log.id, LIST, 3))
    with opened.operations.open_piece() as unit:
        unit.append(log, 100)
        unit.commit()
    came: list[Any] = []
    with opened.operations.alone():
        lists.taken(came.append)
        lists.taken(came.append)
    assert [each.state for each in came[-1].value] == [ListState.UNFINISHED]
    assert not any(told)


def test_rows_that_were_not_taken_are_handed_back_in_the_language_of_the_screen(
    opened: OpenedStation, shop: tuple[Lists, list[ChangeSet]], tmp_path: Path, dressed: QApplication
) -> None:
    lists, _ = shop
    file = written(tmp_path / "guests.csv", "Name,Title\n,Chair\nAna Sol,Envoy\n")
    preview = preview_list(opened, file, ListChoices())
    assert preview.plan is not None
    for language, head in (("en", ["row", "reason"]), ("zh", ["行", "原因"])):
        words.speak(language)
        saved = tmp_path / language / "refused.csv"
        lists.save_refused(preview.plan, saved, lambda _done, _whole: None, lambda _result: None)
        first, second = csv.reader(saved.read_text(encoding="utf-8-sig").splitlines())
        assert first == head
        assert second == ["2", words.say("ListNote", "No name."), "", "Chair"]
