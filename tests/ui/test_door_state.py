"""The bus door's panel between two scans, and where its side stands."""

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from checkin_app.domain.buses import Bus, BusState
from checkin_app.domain.ids import BusCode, CheckpointId, RouteId
from checkin_app.domain.outcomes import Decision, Reason, Verdict
from checkin_app.runtime.lanes import Done
from checkin_app.services.ports.buses import BusCount
from checkin_app.ui import theme, words
from checkin_app.ui.door import state as door
from checkin_app.ui.door.screen import DoorScreen
from checkin_app.ui.door.state import DoorState
from checkin_app.ui.door.words import DoorWords
from checkin_app.ui.kit import bidi
from checkin_app.ui.kit.chips import Health
from checkin_app.ui.kit.labels import Label
from checkin_app.ui.shell.actions import StationContext

BUS = Bus(BusCode("3-2"), RouteId("3"), 49, 40, state=BusState.BOARDING)


@pytest.fixture
def screen(dressed: QApplication, qtbot: QtBot, remembering: Any, context: StationContext) -> DoorScreen:
    remembering.replies["recent"] = []
    made = DoorScreen(remembering.actions, context)
    qtbot.addWidget(made)
    made.resize(1024, 768)
    made.set_layout(theme.Layout.NARROW)
    made.at_checkpoint(CheckpointId("bus:3-2"))
    made.show()
    made.shown()
    return made


def test_figures_that_come_in_do_not_end_the_gap_between_two_equal_verdicts(
    screen: DoorScreen, qtbot: QtBot, outcome_of: Any
) -> None:
    screen.scanned(Done(outcome_of(Reason.BOARDED)))
    screen.scanned(Done(outcome_of(Reason.BOARDED)))
    screen._counted(Done([BusCount(BUS, 30, 13)]))
    screen._listed(Done([]))
    assert screen.panel.canvas.blank
    qtbot.waitUntil(lambda: not screen.panel.canvas.blank)
    assert screen.panel.canvas.view.verdict is Verdict.GO


def test_the_first_verdict_stays_when_the_figures_come_after_it(outcome_of: Any) -> None:
    state = door.decided(DoorState(), outcome_of(Reason.BOARDED))
    assert door.counted(state, BusCount(BUS, 30, 13)).outcome == state.outcome
    other = BusCount(replace(BUS, code=BusCode("3-1")), 30, 13)
    known = door.counted(state, BusCount(BUS, 30, 13))
    assert door.counted(known, other).outcome is None


def test_the_side_stands_where_the_hand_is(screen: DoorScreen, qtbot: QtBot, remembering: Any) -> None:
    assert screen.panel.side.x() > screen.panel.canvas.x()
    remembering.kept = replace(remembering.kept, left_handed=True)
    screen.shown()
    qtbot.waitUntil(lambda: screen.panel.side.x() < screen.panel.canvas.x())


def test_the_wrong_route_is_answered_with_the_right_bus_as_the_verdict(
    dressed: QApplication, telling: words.Telling, outcome_of: Any
) -> None:
    outcome = outcome_of(Reason.WRONG_ROUTE, bus="3-2", bay="6", departs="14:00", route="3")
    view = DoorWords(telling).panel(door.decided(DoorState(), outcome))
    assert (view.verdict, view.hero) == (Verdict.STOP, "3-2")
    assert view.hero_title == f"Bay {bidi.code('6')}"
    assert view.trailing == f"Leaves {bidi.code('14:00')}"
    assert view.answers == ()


def test_the_number_of_a_bay_stays_beside_its_word_however_narrow_the_line_is(
    dressed: QApplication, telling: words.Telling
) -> None:
    count = BusCount(replace(BUS, bay="11", departs="14:00"), 30, 13)
    assert DoorWords(telling).side(DoorState(), count).leaves.endswith(f" bay\u00a0{bidi.code('11')}")


@pytest.mark.parametrize("reason", list(Reason))
def test_every_verdict_has_a_panel_in_both_languages(
    dressed: QApplication, telling: words.Telling, outcome_of: Any, reason: Reason
) -> None:
    said = set()
    for language in words.offered():
        words.speak(language)
        view = DoorWords(telling).panel(door.decided(DoorState(), outcome_of(reason)))
        assert view.verdict is Decision(reason).verdict
        assert view.word != view.second_word != ""
        said.add(view.word)
    assert len(said) == len(words.offered())


@pytest.mark.parametrize("size", [(1366, 768), (1024, 768), (1440, 900)])
@pytest.mark.parametrize("reason", [Reason.BOARDED, Reason.WRONG_ROUTE, Reason.WRONG_BUS, Reason.NOT_DECIDED])
def test_every_size_draws_every_kind_of_verdict(
    screen: DoorScreen, outcome_of: Any, size: tuple[int, int], reason: Reason
) -> None:
    screen.resize(*size)
    screen.set_layout(theme.layout_for(*size))
    screen.scanned(Done(outcome_of(reason, bus="3-2", bay="6", departs="14:00", route="3")))
    picture = screen.grab().toImage()
    assert picture.pixelColor(44, size[1] // 2) == theme.color(
        {Verdict.GO: "verdict.go.fill", Verdict.STOP: "verdict.stop.fill", Verdict.ASK: "verdict.ask.fill"}.get(
            Decision(reason).verdict, "verdict.undecided.fill"
        )
    )


def test_another_theme_keeps_every_figure_at_its_size(screen: DoorScreen) -> None:
    screen.set_layout(theme.Layout.REGULAR)
    before = {label: label.font().pixelSize() for label in screen.panel.side.findChildren(Label)}
    theme.use(theme.ThemeName.SUNLIGHT)
    assert {label: label.font().pixelSize() for label in before} == before


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_verdict_is_told_with_the_language_that_differs_and_the_age_of_the_list_beside_it(
    dressed: QApplication, telling: words.Telling, outcome_of: Any, language: str
) -> None:
    words.speak(language)
    outcome = outcome_of(Reason.BOARDED, aboard=3, seats=40, speaks="zh es")
    plain = DoorWords(telling).panel(door.decided(DoorState(), outcome_of(Reason.BOARDED, aboard=3, seats=40)))
    told = DoorWords(telling).panel(door.decided(DoorState(old_since="08:40"), outcome))
    assert (told.verdict, told.word, told.reason) == (plain.verdict, plain.word, plain.reason)
    assert ("Spanish" if language == "en" else "西班牙语") in told.note
    assert bidi.code("08:40") in told.note
    never = DoorWords(telling).panel(door.decided(DoorState(old_since=""), outcome_of(Reason.WRONG_BUS, bus="3-1")))
    assert ("never met" if language == "en" else "尚未") in never.note


def test_the_door_says_how_the_laptop_stands_to_the_others_and_keeps_it_at_another_bus(screen: DoorScreen) -> None:
    away = Health("arrows-clockwise", "12 only here", abnormal=True, explanation="The hub does not answer.")
    screen.stands(away, "08:40")
    assert screen.panel.side.others.isVisible()
    assert screen.panel.side.others.health == away
    screen.at_checkpoint(CheckpointId("bus:3-1"))
    assert screen.panel.side.others.health == away
    assert screen._state.old_since == "08:40"
