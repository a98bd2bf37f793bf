"""The record in the settings: verified, mended and backed up on screen, as the commands do it."""

from typing import Any

import pytest
from layout_stage import PLACE, SETTINGS_AIDS
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from checkin_app.domain.details import StoreFault
from checkin_app.domain.ids import Instant
from checkin_app.domain.problems import ChainBroken, DiskFull, Problem, ProjectionsDiffer, StoreCorrupt, WorkStopped
from checkin_app.runtime.lanes import Done, Fault, Troubled
from checkin_app.services.ports.upkeep import BackupFile, Checked, CheckReport, Holding, KeptBackup
from checkin_app.ui.settings.screen import SettingsScreen
from checkin_app.ui.settings.upkeep.panel import UpkeepPanel

LEFT = Qt.MouseButton.LeftButton
WHOLE = Checked(CheckReport(1204, 3, 186, 0), Holding())
MORNING = Instant(1_727_226_720_000)
BACKUPS = [
    KeptBackup(BackupFile("/s/backups/2.db", MORNING, 3_355_443), 1204, 186),
    KeptBackup(BackupFile("/s/backups/1.db", MORNING, 1_048_576), readable=False),
]


@pytest.fixture
def screen(dressed: QApplication, qtbot: QtBot, remembering: Any) -> SettingsScreen:
    screen = SettingsScreen(remembering.actions, PLACE, SETTINGS_AIDS, folder=lambda _then: None)
    screen.retranslate()
    qtbot.addWidget(screen)
    screen.resize(1000, 700)
    screen.show()
    return screen


@pytest.fixture
def panel(screen: SettingsScreen) -> UpkeepPanel:
    return screen.upkeep.panel


def test_a_check_says_how_far_it_is_and_can_be_stopped(panel: UpkeepPanel, remembering: Any) -> None:
    assert panel.stop.isHidden()
    QTest.mouseClick(panel.check, LEFT)
    assert not panel.check.isEnabled()
    remembering.told["check"](300, 1204)
    assert all(part in panel.told.text() for part in ("300", "1,204"))
    remembering.told["check"](0, 0)
    assert "compared" in panel.told.text()
    QTest.mouseClick(panel.stop, LEFT)
    assert remembering.named("stop check") == [()]
    remembering.waiting["check"](Troubled(WorkStopped()))
    assert panel.chip.text() == "Stopped"
    assert panel.check.isEnabled()


def test_what_was_found_is_said_in_words(panel: UpkeepPanel, remembering: Any) -> None:
    remembering.replies["check"] = WHOLE
    QTest.mouseClick(panel.check, LEFT)
    assert panel.chip.text() == "Whole"
    assert "1,204" in panel.told.text()
    assert panel.repair.isHidden()


@pytest.mark.parametrize(
    ("problem", "repaired"),
    [
        (ProjectionsDiffer(detail="people"), True),
        (ChainBroken(log="a", seq=1, detail=StoreFault.NOTED_OTHERWISE), True),
        (ChainBroken(log="a", seq=1, detail=StoreFault.SIGNATURE), False),
        (StoreCorrupt(folder="/s", detail=StoreFault.NOT_A_DATABASE), False),
    ],
)
def test_repair_is_offered_where_facts_are_whole_and_nowhere_else(
    panel: UpkeepPanel, remembering: Any, problem: Problem, *, repaired: bool
) -> None:
    remembering.replies["check"] = Troubled(problem)
    QTest.mouseClick(panel.check, LEFT)
    assert panel.repair.isHidden() is not repaired
    assert not panel.restore.isHidden()


def test_a_repair_goes_on_to_its_end_and_says_what_it_made_anew(panel: UpkeepPanel, remembering: Any) -> None:
    remembering.replies["check"] = Troubled(ProjectionsDiffer(detail="people"))
    QTest.mouseClick(panel.check, LEFT)
    QTest.mouseClick(panel.repair, LEFT)
    assert panel.stop.isHidden()
    assert panel.repair.isHidden()
    remembering.waiting["repair"](Done(Checked(CheckReport(9, 1, 1, 0, ("people",)), Holding())))
    assert "anew" in panel.told.text()


def test_a_fault_of_ours_is_no_proof_of_anything(panel: UpkeepPanel, remembering: Any) -> None:
    remembering.replies["check"] = Fault(ValueError())
    QTest.mouseClick(panel.check, LEFT)
    assert panel.chip.text() == "Not whole"
    assert panel.repair.isHidden()


def test_what_is_missing_is_given_up_by_holding_a_button_only(panel: UpkeepPanel, remembering: Any, hold: Any) -> None:
    remembering.replies["check"] = Checked(CheckReport(9, 1, 1, 0), Holding(missing=4))
    remembering.replies["accept_loss"] = 4
    QTest.mouseClick(panel.check, LEFT)
    assert panel.chip.text() == "Some are missing"
    QTest.mouseClick(panel.accept_loss, LEFT)
    assert remembering.named("accept_loss") == []
    hold(panel.accept_loss)
    assert len(remembering.named("accept_loss")) == 1
    assert panel.chip.text() == "Whole"
    assert "given up" in panel.told.text()
    assert panel.accept_loss.isHidden()


def test_the_backups_are_listed_with_what_is_in_each(
    screen: SettingsScreen, panel: UpkeepPanel, remembering: Any
) -> None:
    remembering.replies["backups"] = BACKUPS
    screen.shown()
    newest, older = panel.backups.text().splitlines()
    assert all(part in newest for part in ("186", "people", "1,204", "entries", "3.2 MB"))
    assert "cannot be told" in older


def test_a_backup_is_written_at_once_and_is_then_in_the_list(panel: UpkeepPanel, remembering: Any) -> None:
    QTest.mouseClick(panel.back_up, LEFT)
    assert not panel.back_up.isEnabled()
    asked = len(remembering.named("backups"))
    remembering.waiting["back_up"](Done("/s/backups/3.db"))
    assert panel.back_up.isEnabled()
    assert len(remembering.named("backups")) == asked + 1


def test_why_no_backup_could_be_written_is_said_beside_it(panel: UpkeepPanel, remembering: Any) -> None:
    remembering.replies["back_up"] = Troubled(DiskFull())
    QTest.mouseClick(panel.back_up, LEFT)
    assert "full" in panel.backup_trouble.text()
