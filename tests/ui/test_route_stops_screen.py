"""The stops of a route at work: put in order by keys, buttons and dragging, changed, refused, and taken back."""

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from checkin_app.domain.changes import Changed
from checkin_app.domain.forum import Forum, Route, Stop, Words
from checkin_app.domain.ids import Digest, RouteId, StationId
from checkin_app.domain.problems_stops import StopInUse
from checkin_app.domain.programme import EntryWritten
from checkin_app.runtime.lanes import Done, Troubled
from checkin_app.services.ports.stations import ForumInForce, Station
from checkin_app.services.programme import ForumChanged
from checkin_app.ui import theme
from checkin_app.ui.kit import bidi
from checkin_app.ui.kit.rows import ROW_ROLE
from checkin_app.ui.route_stops.screen import RouteStopsScreen
from checkin_app.ui.shell.actions import StationContext
from checkin_app.ui.shell.screen import Destination

ZH, EN = ("茶馆", "大坝", "博物馆"), ("Tea house", "Dam", "Museum")


@pytest.fixture
def its_forum(forum: Forum) -> Forum:
    return with_order(forum, "012")


def with_order(forum: Forum, order: str) -> Forum:
    stops = tuple(Stop(Words({"zh": ZH[int(each)], "en": EN[int(each)]})) for each in order)
    return replace(forum, routes=(Route(RouteId("2"), Words({"en": "Water", "zh": "水"}), stops),))


@pytest.fixture
def screen(dressed: QApplication, qtbot: QtBot, remembering: Any, its_forum: Forum) -> RouteStopsScreen:
    context = StationContext(ForumInForce(its_forum), Station(StationId("00" * 8), "Desk 3", b""))
    made = RouteStopsScreen(remembering.actions, context)
    made.retranslate()
    made.set_layout(theme.Layout.COMPACT)
    qtbot.addWidget(made)
    made.resize(1278, 712)
    made.show()
    made.opened_for("2 2-1")
    made.shown()
    return made


def test_names_are_in_languages_as_they_are_written(screen: RouteStopsScreen) -> None:
    said = [screen.panel.fields[each].line.accessibleName() for each in ("zh", "en")]
    assert said == ["中文", "English"], "nobody writes in Mandarin"


def shown(screen: RouteStopsScreen) -> list[str]:
    model = screen.panel.model
    return [bidi.plain(model.index(place, 0).data(ROW_ROLE).title) for place in range(model.rowCount())]


def asked(remembering: Any) -> list[list[str]]:
    """Return the English names of each change that was asked for."""
    edits = [given[0] for given in remembering.named("change")]
    assert all(isinstance(each, EntryWritten) and each.id == "2" for each in edits)
    return [[stop["en"] for stop in each.values["stops"]] for each in edits]


def answer(screen: RouteStopsScreen, remembering: Any, forum: Forum) -> None:
    done = ForumChanged(frozenset({Changed.FORUM}), Digest("a" * 64), Digest("b" * 64), forum)
    screen._context.in_force.forum = forum
    remembering.waiting["change"](Done(done))


def key(screen: RouteStopsScreen, which: Qt.Key, *, alt: bool = False) -> None:
    held = Qt.KeyboardModifier.AltModifier if alt else Qt.KeyboardModifier.NoModifier
    QTest.keyClick(screen, which, held)


def test_keys_choose_a_stop_and_with_alt_they_move_it(
    screen: RouteStopsScreen, remembering: Any, its_forum: Forum
) -> None:
    key(screen, Qt.Key.Key_Down)
    assert asked(remembering) == [], "choosing changes nothing"
    key(screen, Qt.Key.Key_Down, alt=True)
    assert asked(remembering) == [["Tea house", "Museum", "Dam"]]
    key(screen, Qt.Key.Key_Down, alt=True)
    assert len(asked(remembering)) == 1, "what is asked for is waited for"
    answer(screen, remembering, with_order(its_forum, "021"))
    assert shown(screen) == ["Tea house", "Museum", "Dam"]
    assert screen._state.place == 2, "the stop that was moved stays chosen"
    key(screen, Qt.Key.Key_Down, alt=True)
    assert len(asked(remembering)) == 1, "the last one goes no further"


@pytest.mark.parametrize(
    ("row", "below", "after"),
    [
        (0, 2, ["Dam", "Museum", "Tea house"]),
        (2, -1, ["Museum", "Tea house", "Dam"]),
        (0, 1, ["Dam", "Tea house", "Museum"]),
        (1, 1, None),
        (1, 0, None),
    ],
)
def test_a_stop_is_dragged_to_its_place(
    screen: RouteStopsScreen, remembering: Any, row: int, below: int, after: list[str] | None
) -> None:
    """`below`: after which row it is let go, -1 before the first."""
    view = screen.panel.list
    place = lambda at: view.visualRect(view.model().index(at, 0))  # noqa: E731
    y = place(below).bottom() - 3 if below >= 0 else place(0).top() + 3
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=place(row).center())
    QTest.mouseMove(view.viewport(), QPoint(40, y))
    assert view.dragging
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(40, y))
    assert not view.dragging
    assert asked(remembering) == ([after] if after else [])


def test_a_click_drags_nothing_and_one_that_is_hidden_lets_go(screen: RouteStopsScreen, remembering: Any) -> None:
    view = screen.panel.list
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(view.model().index(2, 0)).center())
    assert (screen._state.place, asked(remembering)) == (2, [])
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(40, 10))
    QTest.mouseMove(view.viewport(), QPoint(40, 150))
    screen.hide()
    assert not view.dragging


def test_a_stop_is_added_with_a_name_in_each_language_and_nothing_before(
    screen: RouteStopsScreen, remembering: Any
) -> None:
    QTest.mouseClick(screen.panel.begin, Qt.MouseButton.LeftButton)
    screen.panel.typed.emit(("zh", "塔"))
    QTest.keyClick(screen.panel.fields["zh"].line, Qt.Key.Key_Return)
    assert not screen.panel.save.isEnabled()
    QTest.keyClicks(screen.panel.fields["en"].line, "Tower; gate")
    assert "semicolon" in screen.panel.fields["en"]._wrong.text()
    assert asked(remembering) == []
    screen.panel.typed.emit(("en", " Tower  gate "))
    QTest.mouseClick(screen.panel.save, Qt.MouseButton.LeftButton)
    assert asked(remembering) == [[*EN, "Tower gate"]]


def test_a_stop_is_renamed_and_what_was_typed_of_another_is_kept(screen: RouteStopsScreen, remembering: Any) -> None:
    screen.panel.typed.emit(("en", "Tea rooms"))
    key(screen, Qt.Key.Key_Down)
    assert screen.panel.fields["en"].line.text() == "Dam"
    key(screen, Qt.Key.Key_Up)
    assert screen.panel.fields["en"].line.text() == "Tea rooms"
    QTest.mouseClick(screen.panel.save, Qt.MouseButton.LeftButton)
    assert asked(remembering) == [["Tea rooms", "Dam", "Museum"]]


def test_a_stop_at_which_a_bus_stands_is_not_taken_away(screen: RouteStopsScreen, remembering: Any) -> None:
    QTest.mouseClick(screen.panel.remove, Qt.MouseButton.LeftButton)
    assert asked(remembering) == [["Dam", "Museum"]]
    remembering.waiting["change"](Troubled(StopInUse(bus="2-1", name="茶馆")))
    assert "2-1" in screen.panel._note.text()
    assert shown(screen) == [*EN]
    assert screen.panel.undo.isHidden()


def test_a_double_click_takes_one_stop_away_and_the_only_one_stays(
    screen: RouteStopsScreen, remembering: Any, its_forum: Forum
) -> None:
    screen._removed_lately.setInterval(60_000)
    screen.panel.remove_asked.emit()
    answer(screen, remembering, with_order(its_forum, "12"))
    screen.panel.remove_asked.emit()
    assert asked(remembering) == [["Dam", "Museum"]]
    screen._removed_lately.stop()
    screen.panel.remove_asked.emit()
    answer(screen, remembering, with_order(its_forum, "2"))
    screen._removed_lately.stop()
    screen.panel.remove_asked.emit()
    assert len(asked(remembering)) == 2
    assert "only stop of route 2" in bidi.plain(screen.panel._note.text())


def test_what_was_done_is_said_and_taken_back_by_the_button_or_the_key(
    screen: RouteStopsScreen, remembering: Any, its_forum: Forum
) -> None:
    assert not screen.takes_undo(), "nothing was done here: the key is the desk's"
    QTest.mouseClick(screen.panel.down, Qt.MouseButton.LeftButton)
    answer(screen, remembering, with_order(its_forum, "102"))
    assert bidi.plain(screen.panel._line.text()) == "Tea house is stop 2 now"
    assert screen.takes_undo()
    screen.takes_undo()
    assert len(remembering.named("take_back")) == 1
    screen._context.in_force.forum = its_forum
    done = ForumChanged(frozenset({Changed.FORUM}), Digest("b" * 64), Digest("a" * 64), its_forum)
    remembering.waiting["take_back"](Done(done))
    assert shown(screen) == [*EN]
    assert screen.panel.undo.isHidden()


def test_stops_that_another_laptop_changed_are_shown_and_the_form_is_of_what_is_there(
    screen: RouteStopsScreen, its_forum: Forum
) -> None:
    key(screen, Qt.Key.Key_Down)
    screen.panel.typed.emit(("en", "Weir"))
    screen._context.in_force.forum = with_order(its_forum, "0")
    screen.stale(frozenset({Changed.FORUM}))
    assert shown(screen) == ["Tea house"]
    assert screen.panel.fields["en"].line.text() == "Tea house"


def test_whoever_came_from_a_bus_goes_back_to_it(screen: RouteStopsScreen, qtbot: QtBot) -> None:
    with qtbot.waitSignal(screen.asked_for) as told:
        QTest.mouseClick(screen.panel.back, Qt.MouseButton.LeftButton)
    assert told.args == [Destination("bus_day", "2-1")]
    screen.opened_for("2")
    with qtbot.waitSignal(screen.asked_for) as told:
        QTest.mouseClick(screen.panel.back, Qt.MouseButton.LeftButton)
    assert told.args == [Destination("programme")]
