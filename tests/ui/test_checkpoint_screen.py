"""The checkpoint chooser at work: the clock suggests, a person decides, and scans go on meanwhile."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from checkin_app.domain.buses import Bus, BusState
from checkin_app.domain.changes import Changed
from checkin_app.domain.forum import Forum, Session, Words, instant
from checkin_app.domain.ids import BusCode, CategoryId, CheckpointId, Instant, RouteId, SessionId, StationId
from checkin_app.domain.movements import Direction
from checkin_app.domain.outcomes import Reason
from checkin_app.domain.problems import StoreBusy
from checkin_app.runtime.lanes import Done, Troubled
from checkin_app.services.ports.buses import BusCount
from checkin_app.services.ports.movements import CheckpointCount
from checkin_app.services.ports.stations import ForumInForce, Station
from checkin_app.services.ports.upkeep import Health
from checkin_app.ui import theme, words
from checkin_app.ui.checkpoint import state as chooser
from checkin_app.ui.checkpoint.model import CheckpointModel
from checkin_app.ui.checkpoint.rows import CHECKPOINT_ROLE, CheckpointRow
from checkin_app.ui.checkpoint.screen import CheckpointScreen
from checkin_app.ui.kit import bidi
from checkin_app.ui.shell.actions import StationContext
from checkin_app.ui.shell.screen import Destination

OPENING, MINISTERS, VISIT = CheckpointId("opening"), CheckpointId("ministers"), CheckpointId("visit")


def session(forum: Forum, name: str, day: int, hour: int, hours: float, *admits: str) -> Session:
    starts = datetime(2024, 9, day, hour, tzinfo=forum.time_zone)
    return Session(
        SessionId(name), Words({"en": name.title(), "zh": f"会{name}"}), Words({}), Words({"en": "Hall"}),
        starts, starts + timedelta(hours=hours), timedelta(minutes=30),
        frozenset(map(CategoryId, admits or ("delegate", "press"))),
    )  # fmt: skip


@pytest.fixture
def two_days(forum: Forum) -> Forum:
    more = (session(forum, "ministers", 25, 11, 1.5, "delegate"), session(forum, "visit", 26, 9, 8))
    return replace(forum, sessions=(*forum.sessions, *more), visit=SessionId("visit"))


class Clock:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.at = Instant(0)

    def set(self, day: int, hour: int, minute: int, forum: Forum) -> None:
        self.at = instant(datetime(2024, 9, day, hour, minute, tzinfo=forum.time_zone))

    def __call__(self) -> Instant:
        return self.at


@pytest.fixture
def clock(forum: Forum) -> Clock:
    made = Clock()
    made.set(25, 9, 12, forum)
    return made


def bus(code: str, state: BusState = BusState.BOARDING) -> BusCount:
    return BusCount(Bus(BusCode(code), RouteId(code[0]), 43, 40, bay="B7", departs="08:40", state=state), 23, 12)


@pytest.fixture
def screen(
    dressed: QApplication, qtbot: QtBot, remembering: Any, two_days: Forum, clock: Clock
) -> Iterator[CheckpointScreen]:
    remembering.replies |= {"checkpoints": [CheckpointCount(OPENING, 1180, 1093)], "buses": [bus("3-1")]}
    context = StationContext(ForumInForce(two_days), Station(StationId("00" * 8), "Desk 3", b""))
    made = CheckpointScreen(remembering.actions, context, now=clock)
    qtbot.addWidget(made)
    made.retranslate()
    made.set_layout(theme.Layout.COMPACT)
    made.at_checkpoint(OPENING)
    made.resize(1278, 712)
    made.show()
    made.activateWindow()
    made.shown()
    yield made
    made.close()


def key(screen: CheckpointScreen, pressed: Qt.Key) -> None:
    QTest.keyClick(screen.windowHandle(), pressed)


def row(screen: CheckpointScreen, checkpoint: CheckpointId) -> CheckpointRow:
    found: CheckpointRow = screen.panel.model.index(screen.panel.model.place_of(checkpoint)).data(CHECKPOINT_ROLE)
    return found


def test_rows_tell_time_place_expected_and_arrived(screen: CheckpointScreen) -> None:
    shown = row(screen, OPENING)
    assert shown.time == "09:00–10:30"
    assert "1,180 expected" in bidi.plain(shown.line)
    assert "1,093 arrived" in bidi.plain(shown.line)
    assert row(screen, MINISTERS).line.endswith("by category")
    assert row(screen, MINISTERS).plain == "in 1 h"


def test_arrows_and_enter_choose_and_only_enter_changes_what_scans_use(
    screen: CheckpointScreen, qtbot: QtBot, remembering: Any
) -> None:
    remembering.replies["choose_checkpoint"] = MINISTERS
    key(screen, Qt.Key.Key_Down)
    assert screen._state.chosen == MINISTERS
    assert screen._state.current == OPENING
    assert "still use" in screen.panel._still.text()
    with qtbot.waitSignal(screen.left):
        key(screen, Qt.Key.Key_Return)
    assert remembering.named("choose_checkpoint") == [(MINISTERS,)]
    assert screen._state.current == MINISTERS


def test_escape_changes_nothing(screen: CheckpointScreen, qtbot: QtBot, remembering: Any) -> None:
    key(screen, Qt.Key.Key_Down)
    with qtbot.waitSignal(screen.left):
        key(screen, Qt.Key.Key_Escape)
    assert not remembering.named("choose_checkpoint")


def test_a_scan_while_choosing_is_shown_and_the_choice_stays(screen: CheckpointScreen, outcome_of: Any) -> None:
    assert not screen.panel.strip.isVisible()
    key(screen, Qt.Key.Key_Down)
    screen.scanned(Done(outcome_of(Reason.ADMITTED)))
    assert screen.panel.strip.isVisible()
    assert screen._state.chosen == MINISTERS


def test_the_clock_suggests_the_session_whose_doors_have_just_opened(
    screen: CheckpointScreen, clock: Clock, forum: Forum
) -> None:
    clock.set(25, 10, 32, forum)
    screen.shown()
    assert screen._state.chosen == MINISTERS
    assert row(screen, OPENING).chip == "Checking"


def test_two_open_at_once_send_a_person_to_the_sign_on_the_door(
    screen: CheckpointScreen, clock: Clock, forum: Forum
) -> None:
    clock.set(25, 10, 29, forum)
    screen.shown()
    assert screen._state.chosen == OPENING
    clock.set(25, 10, 30, forum)
    screen._ticked()
    assert screen._state.chosen == OPENING


def test_before_any_door_opens_the_time_is_told(screen: CheckpointScreen, clock: Clock, forum: Forum) -> None:
    clock.set(25, 7, 10, forum)
    screen.shown()
    assert "Nothing is open until" in screen.panel._notice.text()
    assert "08:00" in screen.panel._notice.text()


def test_a_clock_that_differs_on_another_laptop_is_told_with_the_time_here(
    screen: CheckpointScreen, remembering: Any
) -> None:
    remembering.replies["health"] = Health(facts=1, unknown_kinds=0, flagged_clocks=1)
    screen.shown()
    assert "clock differs" in screen.panel._notice.text()
    assert "09:12" in screen.panel._notice.text()


def test_on_other_days_it_is_a_rehearsal_and_the_clock_has_no_say(
    screen: CheckpointScreen, clock: Clock, forum: Forum
) -> None:
    clock.set(3, 9, 12, forum)
    screen.shown()
    assert screen._state.rehearsal
    assert screen.panel.side._rehearsal.isVisible()
    assert row(screen, MINISTERS).chip == ""
    assert screen._state.chosen == OPENING


def test_a_bus_is_a_checkpoint_and_opens_its_door(screen: CheckpointScreen, qtbot: QtBot, remembering: Any) -> None:
    checkpoint = CheckpointId("bus:3-1")
    remembering.replies["choose_checkpoint"] = checkpoint
    screen.panel.day_chosen.emit(datetime(2024, 9, 26).date())  # noqa: DTZ001 - a day has no zone
    shown = row(screen, checkpoint)
    assert (shown.bus, shown.chip, shown.name) == ("3-1", "Boarding", "Airport")
    screen.panel.chosen.emit(checkpoint)
    assert not screen.panel.side.direction.isVisible()
    with qtbot.waitSignal(screen.asked_for) as asked:
        screen.panel.side.take.click()
    assert asked.args == [Destination("door", "3-1")]


def test_people_can_be_scanned_out_of_a_session(screen: CheckpointScreen, qtbot: QtBot, remembering: Any) -> None:
    remembering.replies["choose_checkpoint"] = OPENING
    screen.panel.side.direction.chosen.emit(Direction.OUT.value)
    with qtbot.waitSignal(screen.direction_turned) as turned:
        screen.panel.side.take.click()
    assert turned.args == [Direction.OUT]


def test_going_out_is_kept_though_another_checkpoint_begins_with_coming_in(
    screen: CheckpointScreen, qtbot: QtBot
) -> None:
    def choose(checkpoint: CheckpointId, reply: Any) -> None:
        screen.turned(Direction.IN)
        screen.at_checkpoint(checkpoint)
        reply(Done(checkpoint))

    object.__setattr__(screen._actions.scans, "choose_checkpoint", choose)
    key(screen, Qt.Key.Key_Down)
    screen.panel.side.direction.chosen.emit(Direction.OUT.value)
    with qtbot.waitSignal(screen.direction_turned) as turned:
        screen.panel.side.take.click()
    assert turned.args == [Direction.OUT]
    assert screen._state.current_direction is Direction.OUT


def test_trouble_is_said_and_nothing_changes(screen: CheckpointScreen, qtbot: QtBot) -> None:
    object.__setattr__(screen._actions.scans, "choose_checkpoint", lambda _c, reply: reply(Troubled(StoreBusy())))
    key(screen, Qt.Key.Key_Down)
    with qtbot.assertNotEmitted(screen.left):
        key(screen, Qt.Key.Key_Return)
    assert screen._state.current == OPENING
    assert "busy" in screen.panel.side._trouble.text()


def test_counts_follow_the_scans(screen: CheckpointScreen, remembering: Any) -> None:
    remembering.replies["checkpoints"] = [CheckpointCount(OPENING, 1180, 1094)]
    screen.stale(frozenset({Changed.PRESENCES}))
    assert "1,094 arrived" in bidi.plain(row(screen, OPENING).line)


def test_the_day_in_sight_is_kept_while_counts_come(screen: CheckpointScreen) -> None:
    screen.panel.day_chosen.emit(datetime(2024, 9, 26).date())  # noqa: DTZ001 - a day has no zone
    screen.stale(frozenset({Changed.RIDES}))
    assert screen._state.day == datetime(2024, 9, 26).date()  # noqa: DTZ001 - as above


def test_all_words_change_with_the_language(screen: CheckpointScreen) -> None:
    words.speak("zh")
    screen.retranslate()
    assert row(screen, OPENING).name == "开幕式暨全体会议"
    assert screen.panel.side.keep.text() == "返回扫码"


def test_every_widget_that_tab_reaches_has_a_name(
    screen: CheckpointScreen, focusable: Callable[[QWidget], list[QWidget]]
) -> None:
    assert not [each for each in focusable(screen) if each.isVisible() and not each.accessibleName()]


def test_the_model_is_a_sound_one_and_keeps_its_rows_when_only_words_change(qtmodeltester: Any) -> None:
    model = CheckpointModel()
    rows = [CheckpointRow(CheckpointId(str(number)), "09:00", f"S{number}", "") for number in range(5)]
    ids = [each.checkpoint for each in rows]
    model.show(ids, rows.__getitem__)
    qtmodeltester.check(model, force_py=True)
    resets: list[bool] = []
    model.modelReset.connect(lambda: resets.append(True))
    model.show(ids, [replace(each, line="more") for each in rows].__getitem__)
    assert resets == []
    model.show(ids[:2], rows.__getitem__)
    assert resets == [True]
    assert model.place_of(CheckpointId("4")) < 0


def test_a_choice_by_hand_is_handed_back_to_room_and_clock_by_a_key_and_a_button(
    screen: CheckpointScreen, qtbot: QtBot, remembering: Any
) -> None:
    remembering.replies["follow_clock"] = MINISTERS
    screen._become(chooser.picked(screen._state, by_hand=True))
    assert screen.panel.follow.isVisible()
    with qtbot.waitSignal(screen.left):
        key(screen, Qt.Key.Key_A)
    assert screen._state.current == MINISTERS
    assert not screen.panel.follow.isVisible()
    key(screen, Qt.Key.Key_A)
    assert len(remembering.named("follow_clock")) == 1


def test_what_could_not_be_done_is_said_until_the_next_choice(screen: CheckpointScreen) -> None:
    screen._become(chooser.refused(screen._state, "The store is busy."))
    key(screen, Qt.Key.Key_Down)
    assert screen._state.note == ""


def test_who_is_sent_here_for_a_bus_sees_the_day_and_the_bus_that_leaves_next_and_is_not_moved_once_they_choose(
    screen: CheckpointScreen, two_days: Forum, remembering: Any
) -> None:
    late = replace(bus("2-1"), bus=replace(bus("2-1").bus, departs="10:40"))
    remembering.replies["buses"] = [late, bus("3-2")]
    screen.opened_for("bus")
    screen.shown()
    assert (screen._state.day, screen._state.chosen) == (clock_day(two_days, 26), CheckpointId("bus:3-2"))
    screen.opened_for("bus")
    screen.panel.chosen.emit(MINISTERS)
    screen._buses_came(Done([late]))
    assert screen._state.chosen == MINISTERS
    screen.shown()
    assert screen._state.day == clock_day(two_days, 25)


def clock_day(forum: Forum, day: int) -> date:
    return datetime(2024, 9, day, 12, tzinfo=forum.time_zone).date()
