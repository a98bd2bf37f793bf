"""Answers come home to whoever is still there."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel
from shiboken6 import delete

from checkin_app.bootstrap.home import Home
from checkin_app.runtime.lanes import Lane


class Shown(QLabel):
    def __init__(self) -> None:
        super().__init__()
        self.came: list[object] = []

    def take(self, result: object) -> None:
        self.setText(str(result))  # what touches a deleted widget raises
        self.came.append(result)

    def take_for(self, _question: int, result: object) -> None:
        self.take(result)

    def in_a_closure(self) -> Callable[[object], None]:
        def told(result: object) -> None:
            self.take(result)

        return told


class Keeper:
    """No Qt object itself: it tells one that it was given."""

    def __init__(self, tell: Callable[[object], None]) -> None:
        self._tell = tell

    def take(self, result: object) -> None:
        self._tell(result)


@dataclass(slots=True)
class SlottedKeeper:
    tell: Callable[[object], None]

    def take(self, result: object) -> None:
        self.tell(result)


FORMS: dict[str, Callable[[Shown], Callable[[object], None]]] = {
    "a method": lambda shown: shown.take,
    "a part of a method": lambda shown: partial(shown.take_for, 1),
    "a function that encloses it": lambda shown: shown.in_a_closure(),
    "an argument": lambda shown: partial(Shown.take, shown),
    "a keeper of a method": lambda shown: Keeper(shown.take).take,
    "a keeper of a keeper": lambda shown: Keeper(Keeper(shown.take).take).take,
    "a keeper with slots": lambda shown: SlottedKeeper(shown.in_a_closure()).take,
}


@pytest.fixture
def home(qapp) -> Home:
    return Home()


def answered(home: Home, qtbot, *forms: Callable[[object], None], meanwhile: Callable[[], None]) -> list[BaseException]:
    """Ask once for each of `forms`, do something before the event loop turns, then let the answers come home."""
    faults: list[BaseException] = []
    lane = Lane("reader", home.deliver, faults.append)
    for form in forms:
        lane.submit(lambda: "answer", form)
    assert lane.close(5)
    meanwhile()
    with qtbot.captureExceptions() as raised:
        QCoreApplication.sendPostedEvents(home)
    return [*faults, *(error for _kind, error, _trace in raised)]


@pytest.mark.parametrize("form", FORMS)
def test_an_answer_to_a_widget_that_was_deleted_is_dropped_in_whatever_form_it_is_asked(home, qtbot, form) -> None:
    living, gone = Shown(), Shown()
    qtbot.addWidget(living)
    found = answered(home, qtbot, FORMS[form](gone), FORMS[form](living), meanwhile=lambda: delete(gone))
    assert found == []
    assert len(living.came) == 1


def test_nothing_comes_home_once_the_home_has_ended(home, qtbot) -> None:
    came: list[object] = []
    assert answered(home, qtbot, came.append, meanwhile=home.end) == []
    assert came == []


def test_a_function_that_encloses_itself_is_answered(home, qtbot) -> None:
    came: list[object] = []

    def told(result: object) -> None:
        came.append((result, told is not None))

    assert answered(home, qtbot, told, meanwhile=lambda: None) == []
    assert len(came) == 1


def test_a_home_expects_what_is_on_its_way_until_it_has_come(home, qtbot) -> None:
    came: list[bool] = []
    assert not home.expects
    home.deliver(lambda: came.append(home.expects))
    home.deliver(lambda: came.append(home.expects))
    assert home.expects
    QCoreApplication.sendPostedEvents(home)
    assert came == [True, False]
    assert not home.expects
