"""The directory: everybody in pages, one person at the side, lists by a button."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from test_people_import import preview_of

from checkin_app.domain.changes import Changed
from checkin_app.domain.delegates import BadgeStanding, Delegate
from checkin_app.domain.forum import Forum
from checkin_app.domain.ids import DelegateId
from checkin_app.domain.movements import Movements
from checkin_app.domain.outcomes import Reason
from checkin_app.domain.problems import StoreBusy
from checkin_app.runtime.lanes import Done, Troubled
from checkin_app.services.importing import ImportResult
from checkin_app.services.ports.people import DelegateCard, Hit, SearchHitKind
from checkin_app.ui import theme
from checkin_app.ui.people.model import MOST_PAGES, PAGE, PeopleModel
from checkin_app.ui.people.rows import CARD_ROLE
from checkin_app.ui.people.screen import PeopleScreen
from checkin_app.ui.shell.actions import StationContext
from checkin_app.ui.shell.screen import Destination


def card(number: int) -> DelegateCard:
    who = Delegate(DelegateId(f"p{number}"), f"Person {number}", delegation="Coastal", badge_no=f"{number:04d}")
    return DelegateCard(who, BadgeStanding(), Movements())


IDS = tuple(DelegateId(f"p{number}") for number in range(250))


# ---- the model


@pytest.fixture
def model(dressed: QApplication) -> tuple[PeopleModel, list[Sequence[DelegateId]]]:
    asked: list[Sequence[DelegateId]] = []
    made = PeopleModel()
    made.page_wanted.connect(asked.append)
    return made, asked


def test_the_directory_keeps_qts_rules(model: Any, qtbot: QtBot) -> None:
    people, asked = model
    tester = QAbstractItemModelTester(people, QAbstractItemModelTester.FailureReportingMode.Fatal)
    people.show(IDS)
    qtbot.waitUntil(lambda: len(asked) > 0)
    people.take([card(number) for number in range(PAGE)])
    people.show(IDS[:5])
    people.show(())
    assert tester.model() is people


def test_people_come_in_pages_and_only_where_somebody_looks(model: Any, qtbot: QtBot) -> None:
    people, asked = model
    people.show(IDS)
    assert people.rowCount() == 250
    assert people.data(people.index(120), CARD_ROLE) is None
    assert asked == []  # nothing is asked while a view paints
    qtbot.waitUntil(lambda: len(asked) == 1)
    assert asked[0] == IDS[100:200]
    assert people.data(people.index(130), CARD_ROLE) is None
    people.take([card(number) for number in range(100, 200)])
    assert people.data(people.index(120), CARD_ROLE) == card(120)
    assert len(asked) == 1


def test_scrolling_through_everybody_does_not_keep_everybody(model: Any) -> None:
    people, _ = model
    count = PAGE * (MOST_PAGES + 5)
    people.show([DelegateId(f"p{number}") for number in range(count)])
    for page in range(MOST_PAGES + 5):
        people.data(people.index(page * PAGE), CARD_ROLE)  # somebody looks
        people.take([card(number) for number in range(page * PAGE, (page + 1) * PAGE)])
    assert len(people._pages) == MOST_PAGES
    assert people.card_at(0) is None
    assert people.card_at(count - 1) is not None


def test_a_page_on_its_way_is_taken_though_the_same_people_were_listed_again(model: Any, qtbot: QtBot) -> None:
    people, asked = model
    people.show(IDS)
    people.data(people.index(0), CARD_ROLE)  # somebody looks
    qtbot.waitUntil(lambda: len(asked) == 1)
    people.show(IDS)  # listed anew before the page has come
    people.take([card(number) for number in range(PAGE)])
    assert people.card_at(0) == card(0)
    qtbot.waitUntil(lambda: len(asked) == 2)  # and what is on its way may be older than what was heard
    assert asked[1] == IDS[:PAGE]


def test_the_same_people_stay_in_place_while_they_are_fetched_anew(model: Any, qtbot: QtBot) -> None:
    people, asked = model
    people.show(IDS)
    people.data(people.index(0), CARD_ROLE)
    qtbot.waitUntil(lambda: len(asked) == 1)
    people.take([card(number) for number in range(PAGE)])
    people.show(IDS)
    assert people.data(people.index(0), CARD_ROLE) == card(0)
    qtbot.waitUntil(lambda: len(asked) == 2)


# ---- the screen


@pytest.fixture
def screen(
    dressed: QApplication, qtbot: QtBot, remembering: Any, context: StationContext, tmp_path: Path
) -> PeopleScreen:
    remembering.replies["directory"] = IDS
    made = PeopleScreen(
        remembering.actions, context, ask_list=lambda then: then(tmp_path / "list.csv"), folder=lambda: tmp_path
    )
    qtbot.addWidget(made)
    made.resize(1278, 712)
    made.set_layout(theme.Layout.COMPACT)
    made.retranslate()
    made.show()
    made.shown()
    return made


def test_it_opens_on_everybody(screen: PeopleScreen) -> None:
    assert screen.panel.model.rowCount() == 250
    assert screen.panel.field._count.text() == "250 people"


def test_typing_finds_and_an_older_answer_is_passed_over(screen: PeopleScreen, remembering: Any) -> None:
    remembering.replies["find"] = [Hit(IDS[3], SearchHitKind.NAME), Hit(IDS[3], SearchHitKind.PINYIN)]
    screen.panel.field.edited.emit("per")
    assert screen.panel.model.rowCount() == 1
    assert screen.panel.field._count.text() == "1 found"
    screen._listed(1, Done(IDS))
    assert screen.panel.model.rowCount() == 1


def test_nobody_found_is_no_empty_forum(screen: PeopleScreen, remembering: Any) -> None:
    remembering.replies["find"] = []
    screen.panel.field.edited.emit("zzz")
    assert screen.panel._message.title.text() == "Nobody fits"
    assert not screen.panel._first_list.isVisible()
    remembering.replies["directory"] = ()
    screen.panel.field.edited.emit("")
    assert screen.panel._message.title.text() == "No delegates yet"
    assert screen.panel._first_list.isVisible()


def test_arrows_choose_and_the_person_stands_at_the_side(screen: PeopleScreen, qtbot: QtBot, remembering: Any) -> None:
    remembering.replies["card"] = card(1)
    QTest.keyClick(screen, Qt.Key.Key_Down)
    assert remembering.named("card")[-1] == ("p0",)
    QTest.keyClick(screen.panel.field.line, Qt.Key.Key_Down)
    assert remembering.named("card")[-1] == ("p1",)
    assert screen.panel.card._name.text() == "Person 1"
    with qtbot.waitSignal(screen.asked_for) as asked:
        QTest.mouseClick(screen.panel._badge, Qt.MouseButton.LeftButton)
    assert asked.args == [Destination("badges", "p1")]


def test_another_screen_can_open_it_on_one_person(screen: PeopleScreen, remembering: Any) -> None:
    remembering.replies["card"] = card(7)
    screen.panel.field.set_text("typed")
    screen.opened_for("p7")
    assert screen.panel.card._name.text() == "Person 7"
    assert screen.panel.field.text() == ""


def test_trouble_is_said_where_the_people_would_stand(screen: PeopleScreen) -> None:
    screen._listed(screen._state.asked, Troubled(StoreBusy()))
    assert "kept the store busy" in screen.panel._message.title.text()


def test_a_list_is_previewed_in_place_and_scans_are_shown_above_it(
    screen: PeopleScreen, qtbot: QtBot, remembering: Any, tmp_path: Path, outcome_of: Any
) -> None:
    QTest.mouseClick(screen.panel.choose_list, Qt.MouseButton.LeftButton)
    assert remembering.named("preview")[0][0] == tmp_path / "list.csv"
    assert screen.importing.panel.isVisible()
    screen.scanned(Done(outcome_of(Reason.ADMITTED)))
    assert screen.strip.isVisible()
    assert screen.importing.panel.isVisible()
    QTest.mouseClick(screen.importing.panel.head.back, Qt.MouseButton.LeftButton)
    assert screen.panel.isVisible()


def test_a_list_that_was_taken_in_gives_way_to_the_people_and_one_looked_at_waits(
    screen: PeopleScreen, forum: Forum, tmp_path: Path
) -> None:
    screen.open_list(tmp_path / "list.csv")
    preview = preview_of(forum)
    screen.importing._came(screen.importing.state.asked, Done(preview))
    screen.shown()
    assert screen.importing.panel.isVisible()
    assert preview.plan is not None
    screen.importing._taken(Done(ImportResult(preview.plan, 2, 0, frozenset())))
    assert screen.importing.panel.isVisible()
    screen.shown()
    assert screen.panel.isVisible()


def test_people_changed_elsewhere_are_asked_for_again(screen: PeopleScreen, remembering: Any) -> None:
    asked = len(remembering.named("directory"))
    screen.stale(frozenset({Changed.DELEGATES}))
    assert len(remembering.named("directory")) == asked + 1
    screen.stale(frozenset({Changed.JOBS}))
    assert len(remembering.named("directory")) == asked + 1


def test_nobody_stays_beside_the_directory_whose_registration_was_taken_back(
    screen: PeopleScreen, remembering: Any
) -> None:
    remembering.replies["card"] = card(0)
    screen._choose(IDS[0])
    assert screen._state.card is not None
    remembering.replies["card"] = None
    screen.stale(frozenset({Changed.DELEGATES}))
    assert (screen._state.chosen, screen._state.card) == (None, None)


def test_the_directory_is_not_read_again_while_a_list_stands_before_it(
    screen: PeopleScreen, remembering: Any, tmp_path: Path
) -> None:
    """While a list is taken in, people change every second; all of them are read and laid out anew each time."""
    screen._choose(IDS[0])
    screen.open_list(tmp_path / "list.csv")
    asked, cards = len(remembering.named("directory")), len(remembering.named("card"))
    screen.stale(frozenset({Changed.DELEGATES}))
    assert len(remembering.named("directory")) == asked
    screen._show_directory()
    assert len(remembering.named("directory")) == asked + 1
    assert len(remembering.named("card")) == cards + 1


@pytest.mark.parametrize("layout", theme.Layout)
def test_a_category_narrows_the_directory(screen: PeopleScreen, remembering: Any, layout: theme.Layout) -> None:
    screen.panel.set_layout(layout)
    assert screen.panel.categories.isVisibleTo(screen.panel)
    screen.panel.categories.activated.emit(2)
    assert remembering.named("directory")[-1] == ("press", "")
