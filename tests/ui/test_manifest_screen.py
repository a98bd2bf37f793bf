"""The bus screen at work: what it asks, what it shows, what its keys and buttons do."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from msgspec import structs
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from checkin_app.domain.buses import VOIDED_BY_DOORS, Bus, BusState
from checkin_app.domain.changes import Changed, Recorded
from checkin_app.domain.delegates import BadgeStanding, Delegate
from checkin_app.domain.ids import BusCode, CheckpointId, DelegateId, FactId, Instant, RouteId, StationId
from checkin_app.domain.kinds.rides import Ground, Saying
from checkin_app.domain.movements import Movements
from checkin_app.domain.outcomes import Reason
from checkin_app.domain.problems import DiskFull
from checkin_app.domain.ride_states import RideState, RideVerb
from checkin_app.domain.sightings import LastSeen
from checkin_app.domain.standings import Standing, Tally
from checkin_app.runtime.lanes import Done, Troubled
from checkin_app.services.ports.buses import BusCount, Filter, Manifest, ManifestLine
from checkin_app.services.ports.missing import Absent, Companion, MissingList
from checkin_app.services.ports.people import DelegateCard
from checkin_app.services.rides import RideStanding, RideTold, RideWish
from checkin_app.ui import theme
from checkin_app.ui.kit import bidi
from checkin_app.ui.kit.buttons import Button
from checkin_app.ui.kit.chips import ChipTone
from checkin_app.ui.manifest.screen import ManifestScreen
from checkin_app.ui.shell.actions import StationContext
from checkin_app.ui.shell.screen import Destination

ROUTE = RouteId("3")
ONE = Bus(BusCode("3-1"), ROUTE, 49, 37, state=BusState.BOARDING)
TWO = Bus(BusCode("3-2"), ROUTE, 49, 37)
ANNA, BEN = (Delegate(DelegateId(name.lower()), name, phone="+8613900002073") for name in ("Anna", "Ben"))
LINES = (ManifestLine(ANNA, False, None, None, True), ManifestLine(BEN, False, None, None, True))


@pytest.fixture
def screen(  # noqa: PLR0917 - fixtures
    dressed: QApplication, qtbot: QtBot, remembering: Any, context: StationContext, at_nine: Instant, tmp_path: Path
) -> ManifestScreen:
    remembering.replies["buses"] = [BusCount(ONE, 2, 0), BusCount(TWO, 1, 0)]
    remembering.replies["manifest"] = Manifest(ONE, LINES, 3)
    remembering.replies["cards"] = [DelegateCard(ANNA, BadgeStanding(), Movements())]
    made = ManifestScreen(remembering.actions, context, now=lambda: at_nine, folder=lambda: tmp_path)
    qtbot.addWidget(made)
    made.resize(1270, 700)
    made.set_layout(theme.Layout.COMPACT)
    made.retranslate()
    made.show()
    made.shown()
    return made


def names(screen: ManifestScreen) -> list[str]:
    model = screen.panel.model
    rows = [model.view_at(model.index(place)) for place in range(model.rowCount())]
    return [row.name for row in rows if row]


def test_it_opens_on_those_looked_for_of_the_first_bus(screen: ManifestScreen, remembering: Any) -> None:
    assert names(screen) == ["Anna", "Ben"]
    assert screen.panel._title.text() == f"{bidi.code('2')} still to come"
    assert remembering.named("manifest")[-1] == ("3-1",)
    assert remembering.named("cards")[-1] == (("anna", "ben"),)


def test_a_phone_is_shown_in_groups(screen: ManifestScreen) -> None:
    row = screen.panel.model.view_at(screen.panel.model.index(0))
    assert row is not None
    assert row.phone == "+86 139 0000 2073"


def test_keys_choose_the_bus_the_person_and_open_them(screen: ManifestScreen, qtbot: QtBot, remembering: Any) -> None:
    QTest.keyClick(screen, Qt.Key.Key_Down)
    QTest.keyClick(screen, Qt.Key.Key_Down)
    with qtbot.waitSignal(screen.asked_for) as asked:
        QTest.keyClick(screen, Qt.Key.Key_Return)
    assert asked.args == [Destination("people", "ben")]
    QTest.keyClick(screen, Qt.Key.Key_Right)
    assert remembering.named("manifest")[-1] == ("3-2",)
    QTest.keyClick(screen, Qt.Key.Key_Left)
    assert remembering.named("manifest")[-1] == ("3-1",)


def test_a_click_on_a_bus_opens_it_and_one_on_a_route_does_nothing(screen: ManifestScreen, remembering: Any) -> None:
    model = screen.panel.bus_model
    asked = len(remembering.named("manifest"))
    screen.panel._bus_clicked(model.index(0))
    assert len(remembering.named("manifest")) == asked
    screen.panel._bus_clicked(model.index(2))
    assert remembering.named("manifest")[-1] == ("3-2",)


def test_a_bus_is_moved_on_once_whatever_is_pressed_meanwhile(
    screen: ManifestScreen, qtbot: QtBot, remembering: Any
) -> None:
    QTest.mouseClick(screen.panel.side.step, Qt.MouseButton.LeftButton)
    screen.panel.side.moved.emit(BusState.FINAL_CALL)
    assert remembering.named("move_to") == [("3-1", BusState.FINAL_CALL)]


def test_a_double_click_on_final_call_moves_the_bus_once_and_sends_it_nowhere(
    screen: ManifestScreen, remembering: Any
) -> None:
    remembering.replies["move_to"] = Recorded(frozenset())
    called = replace(ONE, state=BusState.FINAL_CALL)
    where = screen.panel.side.step.mapTo(screen, screen.panel.side.step.rect().center())
    remembering.replies |= {"buses": [BusCount(called, 2, 0)], "manifest": Manifest(called, LINES, 4)}
    QTest.mouseClick(screen.panel.side.step, Qt.MouseButton.LeftButton)
    under = screen.childAt(where)
    assert under is not None
    QTest.mouseDClick(under, Qt.MouseButton.LeftButton)
    assert remembering.named("move_to") == [("3-1", BusState.FINAL_CALL)]
    assert remembering.named("send_off") == []


@pytest.mark.parametrize("state", sorted(VOIDED_BY_DOORS))
def test_doors_whose_opening_makes_something_void_are_opened_by_a_hold_that_says_so(
    screen: ManifestScreen, remembering: Any, hold: Any, state: BusState
) -> None:
    bus = replace(ONE, state=state)
    remembering.replies |= {"buses": [BusCount(bus, 2, 0)], "manifest": Manifest(bus, LINES, 4)}
    screen.shown()
    side = screen.panel.side
    assert not side.step.isVisible()
    assert "open doors, " in side.again.text()
    QTest.mouseDClick(side.again, Qt.MouseButton.LeftButton)
    assert remembering.named("open_again") == []
    hold(side.again)
    assert [given[1:] for given in remembering.named("open_again")] == [("3-1",)]
    assert remembering.named("move_to") == []


def test_an_emergency_is_one_press_away_in_every_state_and_all_that_is_offered_in_one(
    screen: ManifestScreen, qtbot: QtBot, remembering: Any
) -> None:
    side = screen.panel.side
    for state in BusState:
        bus = replace(ONE, state=state)
        remembering.replies["buses"] = [BusCount(bus, 2, 0), BusCount(TWO, 1, 0)]
        remembering.replies["manifest"] = Manifest(bus, LINES, 3)
        screen.stale(frozenset({Changed.BUSES}))
        assert side.emergency.visibleRegion().boundingRect().size() == side.emergency.size(), "without scrolling"
        if state is BusState.EMERGENCY:
            assert not any(each.isVisible() for each in (side.step, side.again, side.count))
        with qtbot.waitSignal(screen.asked_for) as asked:
            QTest.mouseClick(side.emergency, Qt.MouseButton.LeftButton)
        assert asked.args == [Destination("emergency", ONE.code)]


def test_a_bus_is_counted_and_leaves_on_a_screen_of_its_own(screen: ManifestScreen, qtbot: QtBot) -> None:
    with qtbot.waitSignal(screen.asked_for) as asked:
        QTest.mouseClick(screen.panel.side.count, Qt.MouseButton.LeftButton)
    assert asked.args == [Destination("head_count", "3-1")]


def test_trouble_in_moving_a_bus_is_said_in_place(screen: ManifestScreen, qtbot: QtBot) -> None:
    screen._moved(Troubled(DiskFull()))
    assert "disk of this laptop is full" in screen.panel.side._note.text()
    assert screen.panel.side.step.isEnabled()


@pytest.mark.parametrize("ending", ["pdf", "xlsx", "csv"])
def test_a_manifest_is_saved_where_the_screen_says(
    screen: ManifestScreen, qtbot: QtBot, remembering: Any, tmp_path: Path, ending: str
) -> None:
    QTest.mouseClick(screen.panel.side.papers[ending], Qt.MouseButton.LeftButton)
    ((bus, path),) = remembering.named("save_manifest")
    assert bus == "3-1"
    assert path == tmp_path / f"Bus 3-1 2024-09-25 091200.{ending}"
    screen._saved(bus, Done(path))
    assert str(path) in screen.panel.side._note.text()


def test_filters_show_who_is_aboard_and_everybody(screen: ManifestScreen, qtbot: QtBot) -> None:
    screen.panel.filters.chosen.emit("aboard")
    assert names(screen) == []
    assert screen.panel._empty.title.text() == "Nobody is aboard yet"
    screen.panel.filters.chosen.emit("all")
    assert names(screen) == ["Anna", "Ben"]


def test_without_buses_it_says_who_brings_them(screen: ManifestScreen, remembering: Any) -> None:
    remembering.replies["buses"] = []
    screen.stale(frozenset({Changed.BUSES}))
    assert screen.panel._empty.title.text() == "No buses yet"
    assert not screen.panel.side.isVisible()


def test_a_scan_is_shown_above_and_the_list_is_asked_again(
    screen: ManifestScreen, remembering: Any, outcome_of: Any
) -> None:
    assert not screen.panel.strip.isVisible()
    screen.scanned(Done(outcome_of(Reason.BOARDED)))
    assert screen.panel.strip.isVisible()
    asked = len(remembering.named("manifest"))
    screen.stale(frozenset({Changed.RIDES}))
    assert len(remembering.named("manifest")) == asked + 1


def test_it_follows_the_laptop_to_another_bus_door(screen: ManifestScreen, remembering: Any) -> None:
    screen.at_checkpoint(CheckpointId("bus:3-2"))
    assert remembering.named("manifest")[-1] == ("3-2",)
    screen.at_checkpoint(CheckpointId("opening"))
    assert remembering.named("manifest")[-1] == ("3-2",)


def test_the_buttons_stay_in_sight_in_every_layout(screen: ManifestScreen, qtbot: QtBot) -> None:
    for layout, size in ((theme.Layout.COMPACT, (1278, 712)), (theme.Layout.NARROW, (936, 712))):
        screen.resize(*size)
        screen.set_layout(layout)
        qtbot.wait(1)
        last = screen.panel.side.count
        assert last.mapTo(screen, last.rect().bottomRight()).y() < screen.height()
        filters = screen.panel.filters.findChildren(Button)
        assert all(button.width() >= button.sizeHint().width() for button in filters)


def test_what_stands_beside_the_count_is_not_squeezed_into_a_column_of_words(
    screen: ManifestScreen, remembering: Any, at_nine: Instant, qtbot: QtBot
) -> None:
    bus = replace(ONE, departs="08:00", bay="4")
    guests = [Delegate(DelegateId(f"guest {number}"), "Anna") for number in range(11)]
    aboard = tuple(replace(LINES[0], delegate=each, aboard=True) for each in guests)
    remembering.replies["manifest"] = replace(waiting(at_nine), bus=bus, lines=aboard)
    screen.resize(936, 712)
    screen.set_layout(theme.Layout.NARROW)
    screen.shown()
    panel = screen.panel
    qtbot.waitUntil(lambda: panel._title.text() == "Nobody is missing")
    for label in (panel._line, panel._second_line):
        qtbot.waitUntil(lambda label=label: label.height() == label.heightForWidth(label.width()))
        assert label.text()
        assert label.height() < 2 * label.fontMetrics().lineSpacing(), label.text()


def test_the_person_chosen_is_moved_to_another_bus_of_the_route_by_the_menu(
    screen: ManifestScreen, remembering: Any
) -> None:
    menu = screen.panel.side.places
    assert not menu.isVisible()
    QTest.keyClick(screen, Qt.Key.Key_Down)
    assert menu.isVisible()
    assert [menu.itemText(place) for place in range(menu.count())] == [
        "Move to…",
        f"Bus {bidi.code('3-2')}, {bidi.code('36')} free",
        "Off every bus",
    ]
    menu.activated.emit(0)
    assert remembering.named("assign") == []
    menu.activated.emit(1)
    menu.activated.emit(1)  # a second choice waits for the answer to the first
    assert remembering.named("assign") == [(ANNA.id, "3-2")]
    screen._reseated("Anna", BusCode("3-2"), Done(Recorded(frozenset())))
    assert "3-2" in screen._state.note
    menu.activated.emit(2)
    assert remembering.named("assign")[-1] == (ANNA.id, None)


def test_what_can_be_done_with_the_person_chosen_comes_into_sight(screen: ManifestScreen, qtbot: QtBot) -> None:
    screen.resize(936, 500)
    screen.set_layout(theme.Layout.NARROW)
    side = screen.panel.side
    qtbot.waitUntil(lambda: side._scroll.verticalScrollBar().maximum() > 0)
    QTest.keyClick(screen, Qt.Key.Key_Down)

    def in_sight() -> bool:
        view = side._scroll.viewport()
        return view.rect().contains(side.places.rect().translated(side.places.mapTo(view, QPoint())))

    qtbot.waitUntil(in_sight)


def test_buses_that_are_off_take_nobody(screen: ManifestScreen, remembering: Any) -> None:
    off = replace(TWO, state=BusState.DEPARTED)
    screen._counted(Done([BusCount(ONE, 2, 0), BusCount(off, 1, 0)]))
    QTest.keyClick(screen, Qt.Key.Key_Down)
    assert screen.panel.side.places.count() == 2


def test_the_buses_themselves_are_planned_on_a_screen_of_their_own(screen: ManifestScreen, qtbot: QtBot) -> None:
    with qtbot.waitSignal(screen.asked_for) as asked:
        QTest.mouseClick(screen.panel.side.fleet, Qt.MouseButton.LeftButton)
    assert asked.args == [Destination("fleet", "3-1")]


def test_who_is_looked_for_is_copied_as_a_message_that_says_how_to_call_them(
    screen: ManifestScreen, remembering: Any, at_nine: Instant
) -> None:
    seen = LastSeen(CheckpointId("opening"), at_nine, inside=False, station=StationId("00" * 8))
    ben = Companion(BEN, Standing.TO_COME)
    lost = structs.replace(ANNA, languages=("fr",), delegation="Benin")
    absent = (Absent(lost, Standing.TO_COME, None, seen, (ben,)), Absent(BEN, Standing.SAFE, BusCode("3-2"), None, ()))
    remembering.replies["missing"] = MissingList(ONE, Tally(2, 0, safe=1), absent, {})
    screen.panel.side.message.click()
    assert remembering.named("missing") == [("3-1",)]
    head, person = bidi.plain(QApplication.clipboard().text()).splitlines()
    assert head == "Bus 3-1 · 1 still to come · 09:12"
    assert person.startswith("1. Anna · Benin · French · +86 139 0000 2073 · 09:12 went out of Opening & plenary")
    assert person.endswith("Desk 3")
    assert "1 looked for" in bidi.plain(screen.panel.side._note.text())
    QApplication.clipboard().clear()


def test_the_cards_are_written_beside_the_other_papers_of_the_bus(
    screen: ManifestScreen, remembering: Any, tmp_path: Path
) -> None:
    remembering.replies["save_cards"] = tmp_path / "cards.pdf"
    screen.panel.side.cards.click()
    ((bus, path),) = remembering.named("save_cards")
    assert (bus, path.parent, path.suffix) == ("3-1", tmp_path, ".pdf")
    assert "cards.pdf" in screen.panel.side._note.text()


def test_who_came_with_the_person_chosen_and_who_answers_for_them_stand_beside_the_list(
    screen: ManifestScreen, remembering: Any
) -> None:
    anna, ben = structs.replace(ANNA, delegation="Benin", host="Sun Wei"), structs.replace(BEN, delegation="Benin")
    lines = (ManifestLine(anna, False, None, None, True), ManifestLine(ben, True, None, None, True))
    remembering.replies["manifest"] = Manifest(ONE, lines, 4)
    screen.stale(frozenset({Changed.RIDES}))
    screen.panel.person_chosen.emit(ANNA.id)
    assert bidi.plain(screen.panel.side._company.text()) == "Liaison: Sun Wei. With: Ben (Aboard)."


def _ride(screen: ManifestScreen, *words: str) -> None:
    """Choose one item of the menu after the other, by its words."""
    menu = screen.panel.side.rides.menu
    for each in words:
        place = menu.findText(each)
        assert place > 0, (each, [menu.itemText(at) for at in range(menu.count())])
        menu.activated.emit(place)


def _told(state: RideState, who: Delegate = ANNA) -> Done[RideTold]:
    return Done(RideTold(FactId("f"), RideStanding(who, state, BusCode("3-1")), frozenset()))


def test_somebody_is_excused_with_a_reason_and_it_is_taken_back(screen: ManifestScreen, remembering: Any) -> None:
    screen.panel.step(1)
    _ride(screen, "Excuse from the tour…")
    assert remembering.named("ride") == []
    screen.panel.side.rides.more.set_text("flies home")
    _ride(screen, "Unwell")
    ((wished,),) = remembering.named("ride")
    assert wished == RideWish(ANNA.id, RideVerb.EXCUSE, ground=Ground.UNWELL, text="flies home")
    line = replace(LINES[0], ride=RideState.EXCUSED, said=Saying.EXCUSED)
    remembering.replies["manifest"] = Manifest(ONE, (line, LINES[1]), 4)
    screen._ridden(_told(RideState.EXCUSED))
    assert "Excused" in screen.panel.side._note.text()
    assert names(screen) == ["Ben"]
    screen.panel.filters.chosen.emit("accounted")
    screen.panel.step(0)
    _ride(screen, "Take back: Excused")
    assert remembering.named("unride") == [(ANNA.id,)]


@pytest.mark.parametrize(
    ("state", "bus", "seat", "words"),
    [
        (RideState.ASSIGNED, "3-1", "3-1", "Taken back: the transfer. Anna has the seat on bus 3-1."),
        (RideState.BOARDED, "3-1", "3-1", "Taken back: the transfer. Anna is aboard bus 3-1."),
        (
            RideState.BOARDED,
            "3-2",
            "3-1",
            "Taken back: the transfer. Anna has the seat on bus 3-1, and was seen aboard bus 3-2.",
        ),
        (RideState.CHOSEN, None, None, "Taken back: the transfer. Anna has no seat."),
    ],
)
def test_it_is_said_what_was_taken_back_and_where_that_leaves_the_person(
    screen: ManifestScreen, state: RideState, bus: str | None, seat: str | None, words: str
) -> None:
    now = RideStanding(ANNA, state, bus and BusCode(bus), seat and BusCode(seat))
    screen.panel.step(1)
    screen.panel.resize(1024, 700)
    screen.panel.show()
    scrolls = screen.panel.side._scroll.verticalScrollBar()
    scrolls.setValue(scrolls.maximum())
    screen._ridden(Done(RideTold(FactId("f"), now, frozenset(), Saying.TRANSFER)))
    QCoreApplication.sendPostedEvents()
    note = screen.panel.side._note
    assert bidi.plain(note.text()) == words
    assert note.visibleRegion().boundingRect() == note.rect(), "it is in sight, wherever the column was"


def test_whoever_is_aboard_is_offloaded_once_it_was_asked_what_they_left(
    screen: ManifestScreen, remembering: Any
) -> None:
    aboard = replace(LINES[0], aboard=True, ride=RideState.BOARDED)
    screen._listed(Done(Manifest(ONE, (aboard, LINES[1]), 4)))
    screen.panel.filters.chosen.emit("aboard")
    screen.panel.step(0)
    _ride(screen, "Offload, give up the seat…", "Something is left aboard", "Security")
    ((wished,),) = remembering.named("ride")
    assert (wished.verb, wished.belongings, wished.ground) == (RideVerb.OFFLOAD, True, Ground.SECURITY)


def test_a_no_show_is_asked_for_by_name_and_confirmed_in_two_steps(screen: ManifestScreen, remembering: Any) -> None:
    screen.panel.step(1)
    _ride(screen, "Ask for a no-show…")
    screen.panel.side.rides.more.set_text("Ada Berg")
    _ride(screen, "Ask for a no-show…")
    asked = replace(LINES[0], said=Saying.NO_SHOW_ASKED)
    remembering.replies["manifest"] = Manifest(ONE, (asked, LINES[1]), 4)
    screen._ridden(_told(RideState.ASSIGNED))
    _ride(screen, "Confirm the no-show as a second person…")
    screen.panel.side.rides.more.set_text("Bo Lind")
    _ride(screen, "Confirm the no-show as a second person…")
    first, second = (wished for (wished,) in remembering.named("ride"))
    assert (first.by, first.confirms, second.by, second.confirms) == ("Ada Berg", False, "Bo Lind", True)


def test_another_person_begins_at_the_first_step(screen: ManifestScreen, remembering: Any) -> None:
    screen.panel.step(1)
    _ride(screen, "Excuse from the tour…")
    screen.panel.step(1)
    assert screen.panel.side.rides.menu.findText("Excuse from the tour…") > 0


def test_moving_whoever_is_aboard_is_a_transfer(screen: ManifestScreen, remembering: Any) -> None:
    aboard = replace(LINES[0], aboard=True, ride=RideState.BOARDED)
    screen._listed(Done(Manifest(ONE, (aboard, LINES[1]), 4)))
    screen.panel.filters.chosen.emit("aboard")
    screen.panel.step(0)
    screen._reseat("3-2")
    ((wished,),) = remembering.named("ride")
    assert (wished.verb, wished.bus) == (RideVerb.TRANSFER, "3-2")
    assert remembering.named("assign") == []


def waiting(at: Instant) -> Manifest:
    line = ManifestLine(ANNA, False, at, None, False, RideState.STANDBY, Saying.STANDBY)
    lines = (line, replace(line, delegate=BEN))
    return replace(Manifest(ONE, LINES, 4), waiting=lines, open_seats=((TWO.code, 0), (ONE.code, 1)))


def test_who_waits_is_listed_by_place_with_whose_turn_it_is_and_the_seats_of_every_bus(
    screen: ManifestScreen, remembering: Any, at_nine: Instant
) -> None:
    assert Filter.STANDBY.value not in [value for value, _ in screen._words.view(screen._state, at_nine).filters]
    remembering.replies["manifest"] = waiting(at_nine)
    screen.opened_for("3-1 standby")
    screen.shown()
    view = screen._words.view(screen._state, at_nine)
    assert dict(view.filters)[Filter.STANDBY.value] == f"Standby {bidi.code('2')}"
    rows = [screen.panel.model.view_at(screen.panel.model.index(place)) for place in range(2)]
    assert [(row.name, bidi.plain(row.chip), row.tone) for row in rows if row] == [
        ("Anna", "1: boards by scan", ChipTone.GO), ("Ben", "2: waits", ChipTone.QUIET),
    ]  # fmt: skip
    assert bidi.plain(view.head.second_line) == "Seats for those who wait, by bus: 3-1: 1, 3-2: 0."
    assert view.head.title == dict(view.filters)[Filter.STANDBY.value]
    screen.panel.filters.chosen.emit(Filter.ALL.value)
    assert "Seats for those who wait" not in screen._words.view(screen._state, at_nine).head.second_line
    screen.panel.filters.chosen.emit(Filter.STANDBY.value)
    remembering.replies["manifest"] = Manifest(ONE, LINES, 5)
    screen.stale(frozenset({Changed.RIDES}))
    assert screen._state.filter is Filter.SOUGHT, "nobody waits any more"


def test_what_is_said_of_who_waits_is_taken_back_from_their_row(
    screen: ManifestScreen, remembering: Any, at_nine: Instant
) -> None:
    remembering.replies["manifest"] = waiting(at_nine)
    screen.opened_for("3-1 standby")
    screen.shown()
    screen.panel.person_chosen.emit(ANNA.id)
    assert any("Standby" in item for item, _ in screen._words.view(screen._state, at_nine).ride.items)
