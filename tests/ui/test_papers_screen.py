"""Files of everybody: one at a time, whole or not there, stopped at will."""

from pathlib import Path
from typing import Any

import pytest
from layout_stage import MORNING, PLACE
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from checkin_app.domain.hand_outs import HandedOut, HandOut
from checkin_app.domain.problems import DiskFull
from checkin_app.runtime.lanes import Done, Troubled
from checkin_app.ui.papers.screen import PapersScreen


@pytest.fixture
def screen(dressed: QApplication, qtbot: QtBot, remembering: Any, tmp_path: Path) -> PapersScreen:
    screen = PapersScreen(remembering.actions, PLACE, now=lambda: MORNING, folder=lambda: tmp_path)
    screen.retranslate()
    qtbot.addWidget(screen)
    screen.resize(1000, 600)
    screen.show()
    return screen


def test_a_file_is_saved_under_a_name_that_tells_it_from_all_others(
    screen: PapersScreen, remembering: Any, tmp_path: Path
) -> None:
    QTest.mouseClick(screen.panel.cards[HandOut.CODES].save, Qt.MouseButton.LeftButton)
    assert remembering.named("save") == [(HandOut.CODES, tmp_path / "Codes 2024-09-25 091200.csv")]


def test_while_one_is_written_no_other_is_begun_and_it_can_be_stopped(screen: PapersScreen, remembering: Any) -> None:
    for _ in range(2):
        screen.panel.saved.emit(HandOut.BADGES)
    screen.panel.saved.emit(HandOut.CODES)
    assert len(remembering.named("save")) == 1
    remembering.told["save"](10, 100)
    card = screen.panel.cards[HandOut.BADGES]
    assert "10" in card.told.text()
    assert not screen.panel.cards[HandOut.CODES].save.isEnabled()
    QTest.mouseClick(card.stop, Qt.MouseButton.LeftButton)
    assert remembering.named("stop save") == [()]


def test_what_came_of_it_is_said_with_the_badges_that_could_not_be_drawn(screen: PapersScreen) -> None:
    screen.panel.saved.emit(HandOut.BADGES)
    screen._ended(Done(HandedOut("badges.pdf", 98, ("0007", "0042"))))
    told = screen.panel.cards[HandOut.BADGES].told.text()
    assert all(part in told for part in ("badges.pdf", "98", "0007", "0042"))
    screen.panel.saved.emit(HandOut.BADGES)
    assert "0007" not in screen.panel.cards[HandOut.BADGES].told.text()
    screen._ended(Troubled(DiskFull(file="badges.pdf")))
    assert "full" in screen.panel.cards[HandOut.BADGES].told.text()
