"""A name that the fonts lack goes by its Latin form, decided at the badge desk, and taken back there."""

from collections.abc import Iterator
from typing import Any

import pytest
from msgspec import structs
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from checkin_app.domain.delegates import BadgeStanding, Delegate
from checkin_app.domain.ids import DelegateId, Instant, JobId
from checkin_app.domain.jobs import JobState
from checkin_app.domain.movements import Movements
from checkin_app.domain.problems import BadgeProblem, CodeNotReadable, DiskFull, GlyphMissing
from checkin_app.domain.registers import Head, Registers
from checkin_app.runtime.lanes import Done, Troubled
from checkin_app.runtime.settings import PrinterKind, PrinterSettings
from checkin_app.services.people import Registered
from checkin_app.services.ports.badges import Job
from checkin_app.services.ports.people import DelegateCard
from checkin_app.services.ports.records import Record
from checkin_app.ui import theme
from checkin_app.ui.badge_desk.screen import BadgeDeskScreen
from checkin_app.ui.badge_desk.state import BadgeDeskState, Holder, Preview, spelling_begun, spelling_decided
from checkin_app.ui.kit import bidi

YOSHIDA = Delegate(DelegateId("0815081508150815"), "𠮷田 明", latin_name="Akira YOSHIDA", badge_no="0815")
LACKS = GlyphMissing(characters="𠮷 (U+20BB7)", text="𠮷田 明")
SEEN = Registers({"name": (Head("f1", "𠮷田 明"),)})


def card(person: Delegate) -> DelegateCard:
    return DelegateCard(person, BadgeStanding(1), Movements())


@pytest.fixture
def screen(qtbot: QtBot, remembering: Any, context: Any, at_nine: Instant) -> Iterator[BadgeDeskScreen]:
    stopped = Job(JobId("j1"), YOSHIDA.id, 1, "P1", JobState.FAILED_SAFE, GlyphMissing.key, Instant(1))
    remembering.replies |= {
        "resolve": YOSHIDA.id, "card": card(YOSHIDA), "cards": [card(YOSHIDA)], "jobs": [stopped], "objection": LACKS,
        "preview": Troubled(LACKS), "printers": (PrinterSettings("P1", PrinterKind.QUEUE, "A6 card"),),
        "record": Record(card(YOSHIDA), SEEN, (), {}, {}),
    }  # fmt: skip
    made = BadgeDeskScreen(remembering.actions, context, now=lambda: at_nine)
    qtbot.addWidget(made)
    made.retranslate()
    made.set_layout(theme.Layout.COMPACT)
    made.resize(1278, 712)
    made.show()
    made.activateWindow()
    made.shown()
    yield made
    made.close()


def is_decided(screen: BadgeDeskScreen, remembering: Any, *, latin_alone: bool) -> None:
    """Answer what was asked last as the application does: the record says so, and who is shown is read anew."""
    person = structs.replace(YOSHIDA, prints_latin=latin_alone)
    remembering.replies["card"] = card(person)
    remembering.replies["preview"] = b"a badge" if latin_alone else Troubled(LACKS)
    remembering.waiting["amend"](Done(Registered(person, frozenset())))


def test_one_press_lets_the_badge_bear_the_latin_name_and_another_takes_that_back(
    screen: BadgeDeskScreen, remembering: Any
) -> None:
    button = screen.panel.preview.spelling
    assert not button.isVisible()
    screen.opened_for("0815")
    assert bidi.plain(button.text()) == "Latin name alone"
    assert not screen.panel.holder.print.isEnabled()
    button.click()
    assert remembering.named("amend") == [(YOSHIDA.id, {"prints_latin": True}, SEEN)]
    is_decided(screen, remembering, latin_alone=True)
    assert screen._state.holder == Holder(YOSHIDA.id, "𠮷田 明", "Akira YOSHIDA", badge_no="0815", latin_alone=True)
    assert screen.panel.holder.print.isEnabled()
    assert bidi.plain(button.text()) == "Both names again"
    assert screen.takes_undo()
    assert remembering.named("amend")[1:] == [(YOSHIDA.id, {"prints_latin": False}, SEEN)]
    is_decided(screen, remembering, latin_alone=False)
    assert bidi.plain(button.text()) == "Latin name alone"
    assert not screen.takes_undo()


def test_a_key_decides_as_well_and_a_second_press_before_the_answer_decides_nothing(
    screen: BadgeDeskScreen, remembering: Any
) -> None:
    del remembering.replies["preview"]
    screen.opened_for("0815")
    QTest.keyClick(screen.windowHandle(), Qt.Key.Key_L)
    assert not remembering.named("amend"), "nobody knows yet whether the fonts lack a letter"
    remembering.waiting["preview"](Troubled(LACKS))
    for _ in range(2):
        QTest.keyClick(screen.windowHandle(), Qt.Key.Key_L)
    screen.panel.spelling_asked.emit()
    assert len(remembering.named("amend")) == 1


def test_nothing_is_printed_while_it_is_written_down(screen: BadgeDeskScreen) -> None:
    screen.opened_for("0815")
    screen.panel.preview.spelling.click()
    assert screen._state.busy
    assert not screen.panel.preview.spelling.isVisible()
    assert not screen.panel.holder.print.isEnabled()


@pytest.mark.parametrize(
    ("problem", "more"),
    [
        (CodeNotReadable(), {}),
        (GlyphMissing(characters="x", text="Ministry of x"), {}),
        (LACKS, {"latin_name": ""}),
        (LACKS, {"prints_latin": True}),
    ],
)
def test_the_latin_name_is_offered_only_where_it_mends_what_is_wrong(
    screen: BadgeDeskScreen, remembering: Any, problem: BadgeProblem, more: dict[str, Any]
) -> None:
    remembering.replies |= {"preview": Troubled(problem), "card": card(structs.replace(YOSHIDA, **more))}
    screen.opened_for("0815")
    assert not screen.panel.preview.spelling.isVisible()
    screen.panel.spelling_asked.emit()
    assert not remembering.named("amend")


@pytest.mark.parametrize("verb", ["record", "amend"])
def test_what_could_not_be_written_down_is_said_and_can_be_decided_again(
    screen: BadgeDeskScreen, remembering: Any, verb: str
) -> None:
    remembering.replies[verb] = Troubled(DiskFull())
    screen.opened_for("0815")
    screen.panel.preview.spelling.click()
    assert screen._state.note
    assert screen.panel.preview.spelling.isVisible()


def test_who_is_looked_at_next_takes_nothing_back_of_the_former(screen: BadgeDeskScreen, remembering: Any) -> None:
    screen.opened_for("0815")
    screen.panel.preview.spelling.click()
    is_decided(screen, remembering, latin_alone=True)
    other = structs.replace(YOSHIDA, id=DelegateId("11" * 8), badge_no="0816")
    remembering.replies |= {"card": card(other), "resolve": other.id}
    screen.opened_for("0816")
    assert not screen.takes_undo()


def test_a_badge_that_stopped_for_a_letter_leads_to_whose_it_is(screen: BadgeDeskScreen, remembering: Any) -> None:
    row = screen.panel.queue._rows.made[0]
    assert (row._look.text(), row._retry.isHidden()) == ("Look", True)
    row._look.click()
    assert screen._state.who == YOSHIDA.id
    remembering.replies["objection"] = None
    screen.shown()
    assert (row._retry.text(), row._look.isHidden()) == ("Retry", True)


def test_an_answer_about_somebody_else_is_not_taken_back_here() -> None:

    state = BadgeDeskState(holder=Holder(YOSHIDA.id, "𠮷田 明", "Akira YOSHIDA"), preview=Preview(unlettered="𠮷田 明"))
    assert state.offers_latin
    assert not spelling_begun(state).offers_latin
    assert not spelling_decided(state, DelegateId("11" * 8), latin_alone=True).takes_latin_back
    assert spelling_decided(state, YOSHIDA.id, latin_alone=True).takes_latin_back
