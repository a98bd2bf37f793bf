"""A window hears what others wrote and that another day began, once, and never what it wrote itself."""

from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

import pytest

from checkin_app.bootstrap.noticing import Noticing
from checkin_app.domain.changes import EVERYTHING, ChangeSet
from checkin_app.domain.problems import StorageProblem
from checkin_app.runtime.lanes import Done, Troubled


@dataclass
class Folder:
    """A store of which only is known whether others write to it."""

    version: int = 0
    trouble: StorageProblem | None = None

    def others(self) -> int:
        return self.version


@dataclass
class Reader:
    """A lane that works at once."""

    folder: Folder

    def submit(self, work: Any, done: Any) -> None:
        done(Troubled(self.folder.trouble) if self.folder.trouble else Done(work()))


@dataclass
class Laptop:
    folder: Folder = field(default_factory=Folder)
    day: list[int] = field(default_factory=lambda: [1])
    heard: list[ChangeSet] = field(default_factory=list)


@pytest.fixture
def laptop(monkeypatch: pytest.MonkeyPatch) -> Laptop:
    made = Laptop()
    monkeypatch.setattr("checkin_app.bootstrap.noticing.part_of_the_forum", lambda _forum, _at: made.day[-1])
    return made


@pytest.fixture
def noticing(laptop: Laptop) -> Noticing:
    station: Any = SimpleNamespace(queries=laptop.folder, forum=None, clock=lambda: 0)
    reader: Any = Reader(laptop.folder)
    return Noticing(station, reader, laptop.heard.append)


def test_where_nobody_wrote_nothing_is_heard(noticing: Noticing, laptop: Laptop) -> None:
    noticing.look()
    assert laptop.heard == []


def test_what_others_wrote_is_heard_once_as_everything(noticing: Noticing, laptop: Laptop) -> None:
    laptop.folder.version = 7
    noticing.look()
    noticing.look()
    assert laptop.heard == [EVERYTHING]


def test_another_day_is_heard_once_as_everything(noticing: Noticing, laptop: Laptop) -> None:
    laptop.day.append(2)
    noticing.look()
    noticing.look()
    assert laptop.heard == [EVERYTHING]


def test_a_store_that_cannot_be_looked_at_is_looked_at_again(noticing: Noticing, laptop: Laptop) -> None:
    laptop.folder.version, laptop.folder.trouble = 7, StorageProblem(detail="away")
    noticing.look()
    assert laptop.heard == []
    laptop.folder.trouble = None
    noticing.look()
    assert laptop.heard == [EVERYTHING]
