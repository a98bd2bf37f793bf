"""The inbox: both claims side by side, a choice by its number key, settled by Enter and taken back by Ctrl Z."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from layout_contradictions import BROUGHT, HEARD, SAVED, SETTLED, conflict, contradictions
from layout_people import GUESTS, HAN, card_of
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from checkin_app.domain.changes import Recorded
from checkin_app.domain.contradictions import ConflictKind, Effect, Standing, choices
from checkin_app.domain.problems import StoreMissing
from checkin_app.domain.problems_records import ContradictionMoved
from checkin_app.runtime.lanes import Done, Troubled
from checkin_app.ui import words
from checkin_app.ui.inbox import state as inbox
from checkin_app.ui.inbox.screen import InboxScreen
from checkin_app.ui.inbox.state import InboxState
from checkin_app.ui.inbox.words import InboxWords

TWO_BUSES, TWO_EDITS = conflict(ConflictKind.TWO_BUSES), conflict(ConflictKind.TWO_EDITS)


@pytest.fixture
def screen(dressed: QApplication, qtbot: QtBot, remembering: Any, telling: words.Telling) -> InboxScreen:
    remembering.replies |= {
        "contradictions": contradictions(TWO_BUSES, TWO_EDITS, settled=SETTLED),
        "heard": HEARD,
        "cards": [card_of(each) for each in GUESTS],
        "decide": Recorded(frozenset()),
        "reopen": Recorded(frozenset()),
    }
    screen = InboxScreen(remembering.actions, telling, place=lambda _way, then: then(Path("/stick/station")))
    screen.retranslate()
    qtbot.addWidget(screen)
    screen.resize(1366, 700)
    screen.show()
    screen.shown()
    return screen


def _rows(model: Any) -> list[str]:
    return [str(model.data(model.index(place, 0))) for place in range(model.rowCount())]


def test_the_first_that_needs_a_person_is_looked_at_with_both_claims_and_what_each_had_heard(
    screen: InboxScreen, remembering: Any
) -> None:
    assert screen._state.conflict == TWO_BUSES
    assert remembering.named("heard") == [(TWO_BUSES,)]
    view = InboxWords(screen._words._telling).view(screen._state)
    assert [claim.value.strip("\u2066\u2069") for claim in view.claims] == ["2-1", "2-3"]
    assert [claim.how for claim in view.claims] == ["read by the scanner", "number typed"]
    assert "had heard from" in view.claims[0].heard
    assert "Nothing shows" in view.claims[1].heard
    assert view.needs_count.strip("\u2066\u2069") == "2"


def test_a_number_key_picks_and_enter_settles_what_was_looked_at(screen: InboxScreen, remembering: Any) -> None:
    QTest.keyClick(screen, Qt.Key.Key_Return)
    assert remembering.named("decide") == [], "nothing was chosen yet"
    QTest.keyClick(screen, Qt.Key.Key_2)
    assert screen._state.picked == choices(TWO_BUSES)[1].key
    assert remembering.named("decide") == [], "a number alone settles nothing"
    QTest.keyClick(screen, Qt.Key.Key_Return)
    assert remembering.named("decide") == [(TWO_BUSES.id, choices(TWO_BUSES)[1].key, TWO_BUSES.facts)]
    assert "Ctrl Z" in screen._state.note


def test_ctrl_z_takes_back_what_was_settled_here_last_and_no_scan(screen: InboxScreen, remembering: Any) -> None:
    assert not screen.takes_undo(), "nothing was settled here: the last scan is meant"
    settled = conflict(ConflictKind.TWO_BUSES, Standing.SETTLED, 0)
    QTest.keyClick(screen, Qt.Key.Key_1)
    remembering.replies["contradictions"] = contradictions(TWO_EDITS, settled=(settled, *SETTLED))
    QTest.keyClick(screen, Qt.Key.Key_Return)
    assert screen._state.conflict == TWO_EDITS, "the next one is looked at"
    remembering.replies["contradictions"] = contradictions(TWO_BUSES, TWO_EDITS, settled=SETTLED)
    assert screen.takes_undo()
    assert remembering.named("reopen") == [(TWO_BUSES.id,)]
    assert screen._state.conflict == TWO_BUSES
    assert screen.takes_undo(), "pressed twice, it goes to no scan that nobody thinks of here"
    assert remembering.named("reopen") == [(TWO_BUSES.id,)]


def test_a_settled_one_that_is_looked_at_is_taken_back_by_its_button(screen: InboxScreen, remembering: Any) -> None:
    screen.panel.row_chosen.emit(2)
    assert screen._state.conflict == SETTLED[0]
    assert screen.panel.undo.isVisible()
    assert not screen.panel.settle.isVisible()
    QTest.mouseClick(screen.panel.undo, Qt.MouseButton.LeftButton)
    assert remembering.named("reopen") == [(SETTLED[0].id,)]


def test_a_choice_that_lasts_is_held_and_no_click_or_enter_settles_it(screen: InboxScreen, remembering: Any) -> None:
    lasting = conflict(ConflictKind.TWO_BADGES)
    remembering.replies["contradictions"] = contradictions(lasting)
    screen.shown()
    place = [each.effect for each in choices(lasting)].index(Effect.RENEW)
    screen.panel.choices.pick(place + 1)
    assert "Hold" in screen.panel.settle.text()
    QTest.mouseClick(screen.panel.settle, Qt.MouseButton.LeftButton)
    QTest.keyClick(screen, Qt.Key.Key_Return)
    assert remembering.named("decide") == remembering.named("decide_for_good") == []


def test_what_is_refused_says_so_and_what_was_picked_stays(screen: InboxScreen, remembering: Any) -> None:
    remembering.replies["decide"] = Troubled(ContradictionMoved())
    screen.panel.choices.pick(1)
    screen.panel.settle_asked.emit()
    assert (screen._state.wrong, screen._state.busy) == (True, False)
    assert "meanwhile" in screen._state.note
    assert screen._state.picked == choices(TWO_BUSES)[0].key


def test_with_nothing_open_it_says_so_and_what_was_settled_last(screen: InboxScreen, remembering: Any) -> None:
    remembering.replies["contradictions"] = contradictions(settled=SETTLED)
    screen.shown()
    assert (screen._state.conflict, screen.panel.choices.isVisible()) == (None, True)
    view = screen._words.view(screen._state)
    assert view.title == "Nothing needs a person"
    assert "Settled last" in view.line
    assert len(_rows(screen.panel.model)) == len(SETTLED)
    remembering.replies["contradictions"] = contradictions()
    screen.shown()
    assert screen.panel._pages.currentIndex() == 1
    assert not screen.panel._card.isVisible()


def test_what_comes_meanwhile_leaves_the_one_looked_at_and_what_was_picked(
    screen: InboxScreen, remembering: Any
) -> None:
    screen.panel.row_chosen.emit(1)
    screen.panel.choices.pick(2)
    more = conflict(ConflictKind.OVERBOOKED)
    remembering.replies["contradictions"] = contradictions(more, TWO_BUSES, TWO_EDITS, settled=SETTLED)
    screen.stale(frozenset({"scans"}))  # type: ignore[arg-type]
    assert (screen._state.conflict, screen._state.picked) == (TWO_EDITS, choices(TWO_EDITS)[1].key)
    assert screen._state.place == 2
    assert len(_rows(screen.panel.model)) == 3 + len(SETTLED)


@pytest.mark.parametrize("kind", ConflictKind)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_kind_has_words_for_its_claims_choices_and_answers(
    screen: InboxScreen, kind: ConflictKind, language: str
) -> None:
    words.speak(language)
    some = [conflict(kind), conflict(kind, Standing.WAITING, len(choices(conflict(kind))) - 1)]
    some += [conflict(kind, Standing.OPEN, 0, 1), conflict(kind, Standing.SETTLED, 0)]
    for each in some:
        state = inbox.people_found(InboxState(), [card_of(guest) for guest in GUESTS], (HAN.id,))
        past = (each,) if each.standing is Standing.SETTLED else ()
        state = inbox.listed(state, contradictions(each, settled=past))
        state = inbox.conflict_chosen(state, each.id)
        view = screen._words.view(state)
        texts = (
            view.title,
            view.line,
            *(text for row in view.choices for text in row[1:]),
            *(c.value for c in view.claims),
        )
        assert all(text and "{" not in text for text in texts), texts


def test_another_laptops_folder_is_brought_in_once_at_a_time_and_what_came_is_said(
    screen: InboxScreen, remembering: Any
) -> None:
    for _ in range(2):
        screen.panel.bring.activated.emit(1)
    assert remembering.named("bring_in") == [(Path("/stick/station"),)]
    assert not screen.panel.bring.isEnabled()
    screen._brought(Done(BROUGHT))
    assert "1,204 new entries came. 88 were given. 3 do not count here" in screen._state.note
    assert screen.panel.bring.isEnabled()
    screen._brought(Troubled(StoreMissing(folder="/stick/station")))
    assert screen._state.wrong


def test_entries_are_saved_on_a_stick_each_time_in_a_file_of_their_own_and_taken_from_one(
    screen: InboxScreen, remembering: Any
) -> None:
    screen._now = iter(range(1, 9)).__next__  # type: ignore[assignment]
    for _ in range(2):
        screen.panel.bring.activated.emit(2)
        screen._saved(Done(SAVED))
    (first,), (second,) = remembering.named("save_bundle")
    assert (first.parent, first.suffix, first != second) == (Path("/stick/station"), ".bundle", True)
    assert "1,204 entries saved. These laptops can open them" in screen._state.note
    screen.panel.bring.activated.emit(3)
    assert remembering.named("take_bundle") == [(Path("/stick/station"),)]
    screen.panel.bring.activated.emit(0)
    assert screen.panel.bring.currentIndex() == 0


def test_a_rehearsal_contradicts_nobody(remembering: Any) -> None:
    from dataclasses import replace

    practised = replace(TWO_BUSES, rehearsal=True)
    assert inbox.listed(InboxState(), contradictions(practised)).open == ()


def test_the_rail_shows_how_many_need_a_person(dressed: QApplication, qtbot: QtBot) -> None:
    from checkin_app.ui.kit.chrome import Rail

    rail = Rail()
    qtbot.addWidget(rail)
    item = rail.add("inbox", "tray", "Inbox")
    before = item.grab().toImage()
    rail.set_counts({"inbox": 3, "nowhere": 3})
    assert item.accessibleName() == "Inbox 3"
    assert item.grab().toImage() != before
    rail.set_counts({"inbox": 0})
    assert item.grab().toImage() == before


@pytest.mark.parametrize(
    ("field", "held", "said"),
    [
        ("departs", ("08:10", "08:20"), ("发车时间", "08:10", "08:20")),
        ("category", ("delegate", "gone"), ("类别", "代表", "gone")),
        ("languages", ("en, zh", "fr"), ("语言", "英语、普通话", "法语")),
        ("accessible", (True, False), ("无障碍座位", "是", "否")),
        ("phone", ("", "135"), ("电话", "–", "135")),
    ],
)
def test_a_field_that_was_changed_twice_is_told_in_the_words_of_its_form(
    telling: words.Telling, field: str, held: tuple[str | int, ...], said: tuple[str, ...], dressed: QApplication
) -> None:
    words.speak("zh")
    claims = tuple(claim | {"value": value} for claim, value in zip(TWO_EDITS.claims, held, strict=True))
    changed = replace(TWO_EDITS, field=field, claims=claims)
    view = InboxWords(telling).view(InboxState(open=(changed,), chosen=changed.id))
    marks = str.maketrans("", "", "\u2066\u2067\u2068\u2069")
    label = view.title.translate(marks).split(" · ")[1]
    assert (label, *(claim.value.translate(marks) for claim in view.claims)) == said


def test_ctrl_z_pressed_twice_takes_back_one_settlement_and_no_scan(screen: InboxScreen, remembering: Any) -> None:
    QTest.keyClick(screen, Qt.Key.Key_1)
    QTest.keyClick(screen, Qt.Key.Key_Return)
    assert screen.takes_undo()
    assert screen.takes_undo(), "the second press goes to no scan"
    assert len(remembering.named("reopen")) == 1
    assert not screen._state.wrong
    screen.scanned(Troubled(StoreMissing(folder="/srv")))
    assert not screen.takes_undo(), "a scan that came since is meant"
