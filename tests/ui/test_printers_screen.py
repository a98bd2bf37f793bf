"""The printers' page: how each is, what is done with it, what could be added, in words and on screen."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from checkin_app.domain.changes import Changed
from checkin_app.domain.details import PrinterStop
from checkin_app.domain.ids import Instant
from checkin_app.domain.jobs import JobState
from checkin_app.domain.problems import PrinterMissing, StoreNotWritable
from checkin_app.domain.problems_operators import RoleMayNot
from checkin_app.domain.problems_printing import PrinterNotReady
from checkin_app.domain.roles import Deed, OperatorRole, deed_word, role_word
from checkin_app.runtime.lanes import Done, Troubled
from checkin_app.runtime.printer_trust import Login
from checkin_app.runtime.settings import PrinterKind, PrinterLanguage, PrinterSettings, Settings
from checkin_app.services.ports.printers import Outcome
from checkin_app.ui import theme, words
from checkin_app.ui.kit import bidi
from checkin_app.ui.kit.held import HeldButton
from checkin_app.ui.printers.screen import PrintersScreen
from checkin_app.ui.printers.state import Doing, PrintersState, field_typed, row_chosen, screen_opened
from checkin_app.ui.shell.health import Watched, healths
from checkin_app.ui.shell.printer_actions import Found, PrinterCount
from checkin_app.ui.shell.screen import Destination

LABEL = PrinterSettings("Desk label", PrinterKind.NETWORK, "192.0.2.7", group="Desk")
OFFICE = PrinterSettings("Office", PrinterKind.QUEUE, "office")
BOTH = Settings(printers=(LABEL, OFFICE), printer="Office", room="Hall A")
RETRIES = PrinterNotReady(printer="Office", detail=PrinterStop.RETRIES)


@pytest.fixture
def screen(dressed: QApplication, qtbot: QtBot, remembering: Any, telling: words.Telling) -> PrintersScreen:
    remembering.kept = BOTH
    remembering.replies |= {
        "printer_health": None,
        "printer_counts": {"Desk label": PrinterCount(3, 280)},
        "printers_found": Found(("office", "hall"), (("EPSON TM", "192.0.2.9:9100"), ("Known", "192.0.2.7"))),
    }
    made = PrintersScreen(remembering.actions, telling, folder=lambda _then: None, now=lambda: Instant(77))
    made.settings_chosen.connect(remembering.actions.laptop.change_settings)
    made.retranslate()
    made.set_layout(theme.Layout.COMPACT)
    qtbot.addWidget(made)
    made.resize(1366, 700)
    made.show()
    made.shown()
    return made


def rows(screen: PrintersScreen) -> list[str]:
    model = screen.panel.model
    return [bidi.plain(str(model.data(model.index(place)))) for place in range(model.rowCount())]


def at(screen: PrintersScreen, name: str) -> None:
    screen.panel.row_chosen.emit([each.name for each in screen._state.printers].index(name))


def test_the_page_leads_back_to_the_settings_that_it_was_reached_from(screen: PrintersScreen, qtbot: QtBot) -> None:
    with qtbot.waitSignal(screen.asked_for) as asked:
        screen.panel.back.click()
    assert asked.args == [Destination("settings")]


def test_each_printer_says_how_it_is_and_the_one_that_badges_go_to_is_looked_at_first(
    screen: PrintersScreen, remembering: Any
) -> None:
    assert screen._state.chosen == "Office"
    assert rows(screen)[:3] == [
        "Desk label · Ready",
        "Office · Ready · badges go here",
        "One more printer · Found, or named by hand",
    ]
    remembering.replies["printer_health"] = PrinterMissing(printer="Desk label")
    for _ in range(10):
        screen.ticked()
    assert rows(screen)[0] == "Desk label · Not ready"
    at(screen, "Desk label")
    assert "is not there" in screen.panel.card.trouble._title.text()


def test_a_printer_that_does_not_answer_is_not_asked_again_and_again(screen: PrintersScreen, remembering: Any) -> None:
    del remembering.replies["printer_health"]
    remembering.calls.clear()
    for _ in range(40):
        screen.ticked()
    assert sorted(remembering.named("printer_health")) == [("Desk label",), ("Office",)]


def test_what_was_found_and_is_not_there_yet_is_offered_and_added_once_it_was_looked_at(
    screen: PrintersScreen, remembering: Any
) -> None:
    assert [each[1] for each in screen._state.offered] == ["hall", "192.0.2.9:9100"]
    screen.panel.row_chosen.emit(4)
    assert screen._state.draft.target == "192.0.2.9:9100"
    remembering.replies["check_printer"] = Troubled(PrinterMissing(printer="192.0.2.9:9100"))
    screen.panel.doing[Doing.ADD].click()
    assert remembering.kept == BOTH
    assert "is not there" in screen._state.note
    remembering.replies["check_printer"] = Done(None)
    screen.panel.doing[Doing.ADD].click()
    assert remembering.kept.printers[-1] == PrinterSettings("EPSON TM", PrinterKind.NETWORK, "192.0.2.9:9100")
    assert (screen._state.chosen, remembering.kept.room) == ("EPSON TM", "Hall A")


def test_a_label_printer_is_named_by_how_it_is_connected_what_it_speaks_and_its_dots(
    screen: PrintersScreen, remembering: Any
) -> None:
    form, remembering.replies["check_printer"] = screen.panel.card.form, Done(None)
    screen.panel.row_chosen.emit(2)
    form.kinds.chosen.emit(PrinterKind.NETWORK.value)
    assert not form.ways.isHidden()
    form.languages.activated.emit(1)
    form.dots.activated.emit(1)
    form.target.edited.emit("192.0.2.30")
    screen.panel.doing[Doing.ADD].click()
    made = PrinterSettings("192.0.2.30", PrinterKind.NETWORK, "192.0.2.30", speaks=PrinterLanguage.ZPL, dpi=300)
    assert remembering.kept.printers[-1] == made
    assert "ZPL (Zebra) · 300 dpi" in bidi.plain(screen.panel.card._where.text())


def test_a_printer_at_usb_that_was_found_is_as_good_as_named(screen: PrintersScreen, remembering: Any) -> None:
    remembering.replies["printers_found"] = Found((), (), (("Zebra ZD421", "0a5f:0164"),))
    screen._found(Done(remembering.replies["printers_found"]))
    assert rows(screen)[-1] == "Zebra ZD421 · At USB: 0a5f:0164"
    screen.panel.row_chosen.emit(3)
    assert (screen._state.draft.kind, screen._state.draft.target) == (PrinterKind.USB, "0a5f:0164")
    assert screen.panel.card.form.ways.currentText() == "At USB"


def test_what_a_printer_calls_itself_says_what_it_speaks(screen: PrintersScreen, remembering: Any) -> None:
    over_ipp = (("Press centre", "192.0.2.8:631/ipp/print"),)
    found = Found((), (("Brother QL-820NWB", "192.0.2.9:9100"),), (), over_ipp)
    screen._found(Done(found))
    assert rows(screen)[-2:] == [
        "Brother QL-820NWB · At 192.0.2.9:9100",
        "Press centre · PDF, at 192.0.2.8",
    ]
    for place, kept in (
        (3, PrinterSettings("Brother QL-820NWB", PrinterKind.NETWORK, "192.0.2.9:9100", speaks=PrinterLanguage.QL)),
        (4, PrinterSettings("Press centre", PrinterKind.IPP, over_ipp[0][1])),
    ):
        screen.panel.row_chosen.emit(place)
        assert screen._state.new_printer == kept
    screen.panel.card.form.target.edited.emit("192.0.2.10")
    made = screen._state.new_printer
    assert made is not None
    assert made.name == "192.0.2.10", "another address is another printer"


def test_a_pause_needs_its_reason_and_ends_with_one_click(screen: PrintersScreen, remembering: Any) -> None:
    at(screen, "Desk label")
    pause = screen.panel.card.doing[Doing.PAUSE]
    assert not pause.isEnabled()
    screen.panel.card.fields["reason"].edited.emit("another roll")
    pause.click()
    assert remembering.kept.printers[0].paused == "another roll"
    assert rows(screen)[0] == "Desk label · Paused"
    assert "“another roll”" in bidi.plain(screen.panel.card.trouble._title.text())
    screen.panel.card.doing[Doing.GO_ON].click()
    assert remembering.kept.printers == BOTH.printers


def test_a_new_roll_is_counted_from_the_moment_that_it_is_in(screen: PrintersScreen, remembering: Any) -> None:
    at(screen, "Desk label")
    screen.panel.card.fields["labels"].edited.emit("300")
    screen.panel.card.doing[Doing.ROLL].click()
    assert (remembering.kept.printers[0].labels, remembering.kept.printers[0].loaded) == (300, 77)
    assert screen._state.left == 20
    assert "Only about 20 labels are left: have another roll at hand." in [
        each.text() for each in screen.panel.card._told
    ]


@pytest.mark.parametrize("labels", ["", "0", "-1", "many", "9" * 9, "٣"])
def test_what_is_no_number_of_labels_is_not_taken(labels: str) -> None:
    state = row_chosen(screen_opened(PrintersState(), BOTH), 0)
    assert Doing.ROLL not in field_typed(state, "labels", labels).ready


def test_a_name_is_kept_where_nothing_waits_for_the_former_one(screen: PrintersScreen, remembering: Any) -> None:
    screen.panel.card.fields["name"].edited.emit("Desk label")
    assert not screen.panel.card.doing[Doing.KEEP].isEnabled(), "two printers of one name"
    screen.panel.card.fields["name"].edited.emit("Office 2")
    screen.panel.card.fields["group"].edited.emit("Desk")
    screen.panel.card.doing[Doing.KEEP].click()
    assert remembering.kept.printer == "Office 2"
    assert remembering.kept.printers[1] == replace(OFFICE, name="Office 2", group="Desk")
    at(screen, "Desk label")
    screen.panel.card.fields["name"].edited.emit("Door")
    assert not screen.panel.card.doing[Doing.KEEP].isEnabled(), "badges wait for it under its name"
    assert screen._state.stand_ins == ("Office 2",)


def test_a_test_label_says_what_came_of_it(screen: PrintersScreen, remembering: Any) -> None:
    for outcome, said in (
        (Outcome(JobState.CONFIRMED), "came out"),
        (Outcome(JobState.SENT), "does not say whether"),
        (Outcome(JobState.FAILED_SAFE, PrinterMissing(printer="Office")), "is not there"),
    ):
        remembering.replies["test_printer"] = outcome
        screen.panel.doing[Doing.TEST].click()
        assert said in screen._state.note
        assert screen._state.wrong is (outcome.problem is not None)
    del remembering.replies["test_printer"]
    screen.panel.doing[Doing.TEST].click()
    screen.panel.doing[Doing.TEST].click()
    assert len(remembering.named("test_printer")) == 4, "a second press while one is under way prints no second label"


def test_only_whoever_may_lets_a_queue_be_used_that_repeats_badges(
    screen: PrintersScreen, remembering: Any, hold: Callable[[HeldButton], None]
) -> None:
    assert not screen.panel.card.allow.isVisible()
    screen._heard("Office", Done(RETRIES))
    remembering.replies["allow_queue"] = Troubled(
        RoleMayNot(role=role_word(OperatorRole.BADGE_DESK), deed=deed_word(Deed.QUEUE))
    )
    hold(screen.panel.card.allow)
    assert remembering.kept == BOTH
    assert screen._state.wrong
    remembering.replies["allow_queue"] = "Ada Berg · 09:12"
    hold(screen.panel.card.allow)
    assert remembering.kept.printers[1].allowed == "Ada Berg · 09:12"
    screen.panel.card.doing[Doing.FORBID].click()
    assert remembering.kept == BOTH


def test_a_printer_is_taken_away_where_no_badge_waits_for_it(
    screen: PrintersScreen, remembering: Any, hold: Callable[[HeldButton], None]
) -> None:
    hold(screen.panel.remove)
    assert remembering.kept == replace(BOTH, printers=(LABEL,), printer="")
    assert screen._state.chosen == "Desk label"
    assert not screen.panel.remove.isEnabled()
    remembering.replies["printer_counts"] = {}
    screen.stale(frozenset({Changed.JOBS}))
    assert screen.panel.remove.isEnabled()


def test_what_another_screen_changed_is_seen_and_what_is_typed_stays(screen: PrintersScreen, remembering: Any) -> None:
    at(screen, "Desk label")
    screen.panel.card.fields["reason"].edited.emit("a roll")
    remembering.kept = replace(BOTH, printers=(replace(LABEL, group="Door"), OFFICE))
    screen.ticked()
    assert screen._state.printer == replace(LABEL, group="Door")
    assert screen._state.typed.reason == "a roll"
    remembering.kept = replace(BOTH, printers=(OFFICE,))
    screen.ticked()
    assert screen._state.chosen == "Office"


@pytest.mark.parametrize("state", [JobState.CONFIRMED, JobState.SENT, JobState.UNKNOWN, JobState.FAILED_SAFE])
def test_a_test_label_is_taken_off_a_roll_that_is_counted_where_it_may_have_come_out(
    screen: PrintersScreen, remembering: Any, state: JobState
) -> None:
    at(screen, "Desk label")
    remembering.replies["test_printer"] = Outcome(state)
    screen.panel.doing[Doing.TEST].click()
    assert remembering.kept.printers[0].spent == 0
    screen.panel.card.fields["labels"].edited.emit("300")
    screen.panel.card.doing[Doing.ROLL].click()
    screen.panel.doing[Doing.TEST].click()
    came = state is not JobState.FAILED_SAFE
    assert (remembering.kept.printers[0].spent, screen._state.left) == (int(came), 20 - came)
    screen.panel.card.fields["labels"].edited.emit("300")
    screen.panel.card.doing[Doing.ROLL].click()
    assert remembering.kept.printers[0].spent == 0


@pytest.mark.usefixtures("dressed")
def test_every_desk_that_prints_is_warned_of_few_labels() -> None:
    for left, few in ((None, False), (21, False), (20, True), (0, True)):
        item = healths(Watched(printer="Desk label", labels_left=left))[1]
        assert (item.words == "Few labels", item.abnormal, item.screen) == (few, few, "printers")
    assert "about 0" in bidi.plain(item.explanation)
    assert healths(Watched(printer="P", printer_trouble="It is away", labels_left=3))[1].words == "Printer paused"


@pytest.mark.parametrize("why", [PrinterStop.ASKS_WHO, PrinterStop.WRONG_LOGIN])
def test_a_printer_that_asks_who_prints_is_given_a_user_and_a_password_that_then_stand_nowhere_here(
    screen: PrintersScreen, remembering: Any, why: PrinterStop
) -> None:
    card, asks = screen.panel.card, PrinterNotReady(printer="Office", detail=why)
    assert not card.doing[Doing.LET_IN].isVisible()
    other = PrinterStop.STANDS_FOR.of(why=PrinterStop.NO_LABELS)
    screen._heard("Office", Troubled(PrinterNotReady(printer="Office", detail=other)))
    assert not card.doing[Doing.LET_IN].isVisible()
    screen._heard("Office", Troubled(asks))
    assert card.doing[Doing.LET_IN].isVisible()
    assert card.fields["password"].line.echoMode() is QLineEdit.EchoMode.Password
    for user, password, ready in (
        ("anna", "", False),
        ("", "boats", False),
        ("a:b", "boats", False),
        ("anna", "three boats", True),
    ):
        card.typed.emit(("user", user))
        card.typed.emit(("password", password))
        assert card.doing[Doing.LET_IN].isEnabled() is ready
    assert "three boats" not in repr(screen._state)
    remembering.replies["let_in"] = Troubled(StoreNotWritable(folder="keys"))
    card.doing[Doing.LET_IN].click()
    assert screen._state.wrong
    assert card.fields["password"].text() == "three boats"
    remembering.replies |= {"let_in": Done(None), "printer_health": None}
    card.doing[Doing.LET_IN].click()
    assert remembering.named("let_in")[-1] == ("Office", Login("anna", "three boats"))
    assert (card.fields["user"].text(), card.fields["password"].text()) == ("", "")
    assert "three boats" not in str(remembering.kept)
    assert not card.doing[Doing.LET_IN].isVisible()
