"""By what badges are drawn for a printer and on what paper: chosen, checked against each other, and taken back."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from checkin_app.domain.changes import Changed
from checkin_app.domain.details import Misfit
from checkin_app.domain.problems_printing import PrinterMisfit
from checkin_app.runtime.lanes import Done, Troubled
from checkin_app.runtime.printer_media import Media
from checkin_app.runtime.settings import PrinterKind, PrinterLanguage, PrinterSettings, Settings
from checkin_app.ui import theme, words
from checkin_app.ui.kit import bidi
from checkin_app.ui.printer_draft import PrinterDraft, is_paper, paper_in
from checkin_app.ui.printers.screen import PrintersScreen
from checkin_app.ui.printers.state import Doing
from checkin_app.ui.shell.printer_actions import BadgeLook, BadgeLooks, Found

LABEL = PrinterSettings("Desk label", PrinterKind.NETWORK, "192.0.2.7", labels=300, loaded=1)
OFFICE = PrinterSettings("Office", PrinterKind.QUEUE, "office", template="gone", media=Media(105, 148))
BOTH = Settings(printers=(LABEL, OFFICE))
USUAL = {PrinterLanguage.PDF: "a6", PrinterLanguage.ESCPOS: "label80", PrinterLanguage.QL: "label62"}
LOOKS = BadgeLooks(
    (BadgeLook("a6", "105 × 148"), BadgeLook("label62", "60 × 38"), BadgeLook("label80", "72 × 60")), USUAL
)
MISFIT = PrinterMisfit(printer="Desk label", detail=Misfit.PAPER.of(size="72 × 60", media="62"))


@pytest.fixture
def screen(dressed: QApplication, qtbot: QtBot, remembering: Any, telling: words.Telling) -> PrintersScreen:
    remembering.kept = BOTH
    remembering.replies |= {
        "printer_health": None, "printer_counts": {}, "printers_found": Found(), "badge_looks": LOOKS,
    }  # fmt: skip
    made = PrintersScreen(remembering.actions, telling, folder=lambda _then: None)
    made.settings_chosen.connect(remembering.actions.laptop.change_settings)
    made.retranslate()
    made.set_layout(theme.Layout.COMPACT)
    qtbot.addWidget(made)
    made.resize(1366, 700)
    made.show()
    made.shown()
    return made


def offered(screen: PrintersScreen) -> list[tuple[str, str]]:
    menu = screen.panel.card.look.templates
    return [(bidi.plain(menu.itemText(place)), menu.itemData(place)) for place in range(menu.count())]


def fit(screen: PrintersScreen, template: str, paper: str) -> None:
    look = screen.panel.card.look
    look.templates.activated.emit(look.templates.findData(template))
    look.paper.edited.emit(paper)
    screen.panel.card.doing[Doing.FIT].click()


def test_each_template_says_how_large_a_badge_is_and_which_is_the_usual_of_the_printer(screen: PrintersScreen) -> None:
    assert offered(screen) == [
        ("Usual: label80 · 72 × 60 mm", ""),
        ("a6 · 105 × 148 mm", "a6"),
        ("label62 · 60 × 38 mm", "label62"),
        ("label80 · 72 × 60 mm", "label80"),
    ]
    screen.panel.row_chosen.emit(1)
    assert offered(screen)[0] == ("Usual: a6 · 105 × 148 mm", "")
    assert offered(screen)[-1] == ("gone, which is not there", "gone")
    look = screen.panel.card.look
    assert (look.templates.currentData(), look.paper.text()) == ("gone", "105 × 148")


def test_template_and_paper_are_kept_once_they_fit_and_the_rest_of_the_printer_stays(
    screen: PrintersScreen, remembering: Any
) -> None:
    assert not screen.panel.card.doing[Doing.FIT].isEnabled(), "nothing was chosen"
    fit(screen, "label62", "62 × 40 mm")
    wanted = replace(LABEL, template="label62", media=Media(62, 40))
    assert remembering.named("check_printer") == [(wanted,)]
    assert remembering.kept == BOTH, "kept before it was looked at"
    remembering.kept = replace(BOTH, printers=(replace(LABEL, spent=3), OFFICE))
    remembering.waiting["check_printer"](Done(None))
    assert remembering.kept.printers == (replace(wanted, spent=3), OFFICE)
    assert "fit together" in screen._state.note
    assert "62 × 40 mm · drawn by label62" in bidi.plain(screen.panel.card._where.text())


def test_what_does_not_fit_is_said_and_nothing_is_kept_while_it_stands_there_to_be_put_right(
    screen: PrintersScreen, remembering: Any
) -> None:
    remembering.replies["check_printer"] = Troubled(MISFIT)
    fit(screen, "", "62")
    assert remembering.kept == BOTH
    assert screen._state.wrong
    assert "badges for it are 72 × 60 mm, and its paper is 62 mm" in bidi.plain(screen._state.note)
    assert "Nothing was changed" in screen._state.note
    assert screen.panel.card.look.paper.text() == "62"
    assert Doing.AS_BEFORE not in screen._state.may


def test_a_press_is_heard_once_while_it_is_looked_at(screen: PrintersScreen, remembering: Any) -> None:
    fit(screen, "label62", "")
    screen.panel.card.doing[Doing.FIT].click()
    screen.panel.asked.emit(Doing.FIT)
    assert len(remembering.named("check_printer")) == 1


def test_what_was_changed_is_as_before_with_one_click(screen: PrintersScreen, remembering: Any) -> None:
    before = screen.panel.card.doing[Doing.AS_BEFORE]
    assert not before.isVisible()
    remembering.replies["check_printer"] = Done(None)
    fit(screen, "label62", "62")
    screen.panel.row_chosen.emit(1)
    assert not before.isVisible(), "that of another printer"
    screen.panel.row_chosen.emit(0)
    assert before.isVisible()
    before.click()
    assert remembering.kept == BOTH
    assert not before.isVisible()
    assert screen.panel.card.look.templates.currentData() == ""


def test_a_printer_that_was_taken_away_meanwhile_does_not_come_back(screen: PrintersScreen, remembering: Any) -> None:
    fit(screen, "label62", "")
    remembering.kept = replace(BOTH, printers=(OFFICE,))
    remembering.waiting["check_printer"](Done(None))
    assert remembering.kept.printers == (OFFICE,)
    assert not screen._state.busy


def test_what_is_no_paper_is_said_beside_it_and_cannot_be_kept(screen: PrintersScreen) -> None:
    look = screen.panel.card.look
    look.paper.edited.emit("wide")
    assert not screen.panel.card.doing[Doing.FIT].isEnabled()
    assert "a width such as 62" in look._wrong.text()
    look.paper.edited.emit("62")
    assert screen.panel.card.doing[Doing.FIT].isEnabled()
    assert look._wrong.isHidden()


def test_templates_that_the_forum_has_anew_are_offered(screen: PrintersScreen, remembering: Any) -> None:
    remembering.replies["badge_looks"] = BadgeLooks((BadgeLook("press", "86 × 54"),), USUAL)
    screen.stale(frozenset({Changed.FORUM}))
    assert ("press · 86 × 54 mm", "press") in offered(screen)


def test_one_more_printer_is_added_with_its_template_and_its_paper(screen: PrintersScreen, remembering: Any) -> None:
    form, remembering.replies["check_printer"] = screen.panel.card.form, Done(None)
    screen.panel.row_chosen.emit(2)
    assert not form.look.isVisible()
    form.kinds.chosen.emit(PrinterKind.NETWORK.value)
    form.target.edited.emit("192.0.2.30")
    form.look.templates.activated.emit(form.look.templates.findData("label62"))
    form.look.paper.edited.emit("wide")
    assert not screen.panel.doing[Doing.ADD].isEnabled()
    form.look.paper.edited.emit("62")
    screen.panel.doing[Doing.ADD].click()
    made = PrinterSettings("192.0.2.30", PrinterKind.NETWORK, "192.0.2.30", template="label62", media=Media(62))
    assert remembering.kept.printers[-1] == made


@given(st.integers(1, 300), st.integers(0, 1000), st.sampled_from(["", " mm", "mm", "毫米", " 毫米"]))
def test_paper_reads_back_as_it_is_shown(width: int, height: int, unit: str) -> None:
    assert paper_in(Media(width, height).said + unit) == Media(width, height)


@given(st.text(max_size=12))
def test_a_printer_that_could_be_written_has_a_paper_or_none(typed: str) -> None:
    made = PrinterDraft(PrinterKind.NETWORK, "192.0.2.1", paper=typed).printer
    assert (made is not None) == is_paper(typed)
    assert made is None or (made.media is None) == (not typed.strip())
