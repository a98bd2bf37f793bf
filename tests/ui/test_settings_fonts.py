"""Fonts on the settings' page: added from a file, refused in words, used at once, and taken away."""

from pathlib import Path
from typing import Any

import pytest
from layout_stage import PLACE, SETTINGS_AIDS
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from checkin_app.domain.problems_printing import FontFlaw, FontUnfit
from checkin_app.runtime.lanes import Done, Troubled
from checkin_app.ui import theme
from checkin_app.ui.kit import bidi
from checkin_app.ui.settings.fonts.panel import FontsPanel
from checkin_app.ui.settings.screen import SettingsScreen
from checkin_app.ui.shell.printer_actions import AddedFont

RARE = AddedFont("Rare-12345678.ttf", 1204, Path("fonts/Rare-12345678.ttf"))
BROKEN = AddedFont("Worn-87654321.ttf", 0, Path("fonts/Worn-87654321.ttf"))
CHOSEN = Path("stick") / "Rare.ttf"


@pytest.fixture
def panel(dressed: QApplication, qtbot: QtBot, remembering: Any, monkeypatch: pytest.MonkeyPatch) -> FontsPanel:
    remembering.replies |= {"added_fonts": [RARE, BROKEN], "backups": []}
    remembering.loaded = []
    monkeypatch.setattr(theme, "load_added", remembering.loaded.extend)
    screen = SettingsScreen(
        remembering.actions, PLACE, SETTINGS_AIDS, folder=lambda _then: None, file=lambda then: then(CHOSEN)
    )
    screen.retranslate()
    qtbot.addWidget(screen)
    screen.resize(1000, 700)
    screen.show()
    screen.shown()
    return screen.fonts.panel


def told(panel: FontsPanel) -> list[tuple[str, str]]:
    shown = [row for row in panel.rows.made if not row.isHidden()]
    return [(bidi.plain(row._title.text()), bidi.plain(row._line.text())) for row in shown]


def test_each_font_says_how_many_characters_it_draws_and_a_broken_one_that_it_is(
    panel: FontsPanel, remembering: Any
) -> None:
    assert told(panel) == [
        ("Rare-12345678.ttf", "1,204 characters"),
        ("Worn-87654321.ttf", "It is broken by now: take it away."),
    ]
    assert panel._none.isHidden()


def test_a_font_that_is_added_is_listed_and_drawn_by_on_the_screens_too(panel: FontsPanel, remembering: Any) -> None:
    remembering.replies["added_fonts"] = [RARE]
    panel.add.click()
    assert remembering.named("add_font") == [(CHOSEN,)]
    assert not panel.add.isEnabled()
    panel.add_asked.emit()
    assert len(remembering.named("add_font")) == 1, "pressed twice, it is looked at once"
    remembering.waiting["add_font"](Done(RARE))
    assert "used from now on" in panel.note.text()
    assert remembering.loaded == [RARE.file]
    assert len(told(panel)) == 1
    assert panel.add.isEnabled()


@pytest.mark.parametrize("flaw", list(FontFlaw))
def test_what_is_no_font_to_use_is_refused_with_its_reason(panel: FontsPanel, remembering: Any, flaw: FontFlaw) -> None:
    remembering.replies["add_font"] = Troubled(FontUnfit(file="Rare.ttf", detail=flaw))
    panel.add.click()
    assert str(flaw.value) in bidi.plain(panel.note.text())
    assert remembering.loaded == []
    assert panel.add.isEnabled()


def test_a_font_is_taken_away_by_its_own_button(panel: FontsPanel, remembering: Any) -> None:
    panel.rows.made[1].remove.click()
    assert remembering.named("remove_font") == [(BROKEN.name,)]
    assert not panel.rows.made[0].remove.isEnabled(), "one thing after the other"
    panel.removal_asked.emit(RARE.name)
    remembering.replies["added_fonts"] = []
    remembering.waiting["remove_font"](Done(None))
    assert len(remembering.named("remove_font")) == 1
    assert "was taken away" in panel.note.text()
    assert (told(panel), panel._none.isHidden()) == ([], False)
