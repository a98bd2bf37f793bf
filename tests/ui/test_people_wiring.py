"""Lists and papers joined to a real station: what the people screen gets to see of a file."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from checkin_app.bootstrap import papers, station
from checkin_app.bootstrap.lists import plan_import, preview_list
from checkin_app.domain.delegate_list_fields import Field
from checkin_app.domain.problems import FileNotWritable
from checkin_app.domain.problems_lists import ListMissing
from checkin_app.services.importing import ListChoices
from checkin_app.services.opened import OpenedStation


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
    assert preview.headings == ("Name", "Delegation", "Shoe size")
    assert preview.samples == ("Ana Sol", "Puerto", "42")
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
    assert preview.samples == ("Ana Sol", "Puerto")
    named = preview_list(opened, file, ListChoices(places=((0, Field.NAME),)))
    assert named.plan is not None
    assert [each.delegate.name for each in named.plan.new] == ["Ana Sol", "Ben Roe"]


def test_a_list_of_a_thousand_columns_is_shown_by_its_first(opened: OpenedStation, tmp_path: Path) -> None:
    file = written(tmp_path / "wide.csv", "Name" + ",x" * 1000 + "\nAna Sol" + ",y" * 1000 + "\n")
    assert len(preview_list(opened, file, ListChoices()).headings) == 100


def test_a_file_that_went_away_is_trouble(opened: OpenedStation, tmp_path: Path) -> None:
    with pytest.raises(ListMissing):
        preview_list(opened, tmp_path / "gone.csv", ListChoices())


def test_the_folder_of_a_paper_is_made_where_it_can_be(tmp_path: Path) -> None:
    papers.make_room(tmp_path / "documents" / "badges" / "a.pdf")
    assert (tmp_path / "documents" / "badges").is_dir()
    written(tmp_path / "file", "not a folder")
    with pytest.raises(FileNotWritable):
        papers.make_room(tmp_path / "file" / "a.pdf")
