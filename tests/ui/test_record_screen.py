"""The record at work: mended where the person stands, with its badge to follow; scans and other screens cost no draft."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from layout_people import HAN, IBERIAN, card_of, record_of
from layout_stage import FORUM, PLACE, job
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from checkin_app.domain.changes import Changed
from checkin_app.domain.delegates import BadgeStanding
from checkin_app.domain.ids import DelegateId
from checkin_app.domain.outcomes import Reason
from checkin_app.domain.problems import DiskFull, GlyphMissing
from checkin_app.runtime.lanes import Done, Troubled
from checkin_app.runtime.settings import PrinterKind, PrinterSettings
from checkin_app.services.badges import Owed, Replaced
from checkin_app.services.people import Registered
from checkin_app.services.ports.stations import ForumInForce
from checkin_app.ui import theme, words
from checkin_app.ui.desk.screen import DeskScreen
from checkin_app.ui.find.screen import FindScreen
from checkin_app.ui.people.screen import PeopleScreen
from checkin_app.ui.record.screen import RecordAids, RecordScreen
from checkin_app.ui.shell.screen import Destination

CONTROL = Qt.KeyboardModifier.ControlModifier


class Kept:
    """The file of drafts."""

    text = ""

    def save(self, text: str, reply: Any) -> None:
        self.text = text
        reply(Done(None))

    def load(self, reply: Any) -> None:
        reply(Done(self.text))


@pytest.fixture
def kept() -> Kept:
    return Kept()


def opened(remembering: Any, kept: Kept) -> RecordScreen:
    aids = RecordAids(lambda text: "𠮷" if "𠮷" in text else "", kept.save, kept.load)
    made = RecordScreen(remembering.actions, words.Telling(ForumInForce(FORUM), {}), aids)
    made.retranslate()
    made.set_layout(theme.Layout.COMPACT)
    made.resize(1278, 712)
    made.show()
    made.activateWindow()
    made.opened_for(HAN.id)
    made.shown()
    return made


@pytest.fixture
def screen(dressed: QApplication, qtbot: QtBot, remembering: Any, kept: Kept) -> Iterator[RecordScreen]:
    printer = PrinterSettings("Hall", PrinterKind.QUEUE, "hall")
    remembering.kept = replace(remembering.kept, printers=(printer,), printer="Hall")
    remembering.replies |= {
        "record": record_of(HAN),
        "jobs": [job("confirmed", HAN, 2)],
        "amend": Registered(HAN, frozenset()),
        "preview": b"png",
        "replace": Replaced(BadgeStanding(3), None, frozenset()),
        "print": Owed(job("queued", HAN, 2), frozenset()),
        "revoke": None,
        "restore": None,
    }
    made = opened(remembering, kept)
    qtbot.addWidget(made)
    yield made
    made.close()


def names(remembering: Any, *which: str) -> list[str]:
    return [name for name, _ in remembering.calls if name in which]


def field_disputed(screen: RecordScreen) -> Any:
    """Return what is drawn of the field that laptops wrote differently."""
    some = screen.panel.side._disputes.made
    return next(each for each in some if each._claims.made[0]._view.field)


def test_the_name_has_the_focus_and_is_replaced_by_what_is_typed_and_saved_by_one_key(
    screen, qtbot, remembering
) -> None:
    line = screen.panel.fields["latin_name"].line
    assert screen.panel.fields["name"].line.hasFocus()
    line.selectAll()
    qtbot.keyClicks(line, "OUYANG Jingyi-Mei")
    qtbot.keyClick(line, Qt.Key.Key_Return, CONTROL)
    assert remembering.named("amend") == [(HAN.id, {"latin_name": "OUYANG Jingyi-Mei"}, record_of(HAN).edits)]
    assert screen.panel._said.text() == "Saved."


def test_nothing_typed_saves_nothing(screen, qtbot, remembering) -> None:
    qtbot.keyClick(screen, Qt.Key.Key_Return, CONTROL)
    assert not remembering.named("amend")


def test_a_held_button_saves_draws_and_only_then_replaces_a_badge_that_is_out(screen, hold, remembering) -> None:
    screen._edited("latin_name", "OUYANG Jing-yi")
    hold(screen.panel.renew)
    assert names(remembering, "amend", "preview", "replace", "print") == ["amend", "preview", "replace"]
    ((_, who, why, former, printer),) = remembering.named("replace")
    assert (who, why, former, printer) == (HAN.id, "details_wrong", 2, "Hall")
    assert "0415-3" in screen.panel._said.text()


def test_a_badge_that_cannot_be_drawn_voids_nothing_and_what_was_put_right_stands(screen, hold, remembering) -> None:
    remembering.replies["preview"] = Troubled(GlyphMissing(characters="𠮷"))
    screen._edited("title", "Chair")
    hold(screen.panel.renew)
    assert names(remembering, "amend", "replace", "print") == ["amend"]
    assert screen.panel._note.text()


def test_a_badge_that_was_never_printed_is_printed_by_a_click_and_voids_none(screen, qtbot, remembering) -> None:
    remembering.replies["jobs"] = []
    screen.stale(frozenset({Changed.JOBS}))
    screen._edited("title", "Chair")
    qtbot.mouseClick(screen.panel.renew, Qt.MouseButton.LeftButton)
    assert names(remembering, "amend", "preview", "replace", "print") == ["amend", "preview", "print"]


def test_a_refusal_keeps_what_was_typed_and_prints_nothing(screen, hold, remembering) -> None:
    remembering.replies["amend"] = Troubled(DiskFull())
    screen._edited("title", "Chair")
    hold(screen.panel.renew)
    assert not remembering.named("replace")
    assert screen.panel.fields["title"].line.text() == "Chair"


def test_a_draft_survives_scans_other_screens_and_other_people(screen, remembering, outcome_of) -> None:
    screen._edited("title", "Chair")
    screen.scanned(Done(outcome_of(Reason.ADMITTED)))
    remembering.replies["record"] = record_of(IBERIAN)
    screen.opened_for(IBERIAN.id)
    screen.shown()
    assert screen.panel.fields["title"].line.text() == IBERIAN.title
    remembering.replies["record"] = record_of(HAN)
    screen.opened_for(HAN.id)
    screen.shown()
    assert screen.panel.fields["title"].line.text() == "Chair"


def test_one_of_two_values_written_apart_is_chosen_and_recorded(screen, qtbot, remembering) -> None:
    remembering.replies["record"] = record_of(HAN, disputed=True)
    screen.stale(frozenset({Changed.DELEGATES}))
    dispute = field_disputed(screen)
    claim = dispute._claims.made[0]
    qtbot.mouseClick(claim._use, Qt.MouseButton.LeftButton)
    ((who, changes, _),) = remembering.named("amend")
    assert (who, changes) == (HAN.id, {"title": "主席"})


def test_how_laptops_marked_somebody_in_an_emergency_is_told_and_settled_elsewhere(screen, remembering) -> None:
    remembering.replies["record"] = record_of(HAN, disputed=True)
    screen._ask()
    side = screen.panel.side
    dispute = side._disputes.made[0]
    assert "2-1" in dispute._title.text()
    assert [each._value.text().split(" ")[0] for each in dispute._claims.made] == ["Injured", "Safe"]
    assert not any(each._use.isVisibleTo(each) for each in dispute._claims.made)
    assert "12-10" in side._entries.made[0]._title.text(), "what nobody contradicts stands among what was written"
    screen._ask()
    before = len(remembering.named("record"))
    screen.show()
    screen.stale(frozenset({Changed.BUSES}))
    assert len(remembering.named("record")) > before, "a mark at a bus is seen at once"


def test_letting_a_value_hold_or_printing_costs_nothing_of_what_was_typed_besides(screen, remembering) -> None:
    remembering.replies["record"] = record_of(HAN, disputed=True)
    screen._ask()
    screen._edited("host", "Ana")
    screen._edited("title", "Chair")
    side = screen.panel.side
    side.claim_chosen.emit(field_disputed(screen)._claims.made[0]._view)
    assert dict(screen._state.draft) == {"host": "Ana"}
    screen._sent(HAN.id, 3)
    assert dict(screen._state.draft) == {"host": "Ana"}


def test_an_act_that_is_refused_when_another_person_is_in_sight_says_for_whom(screen, remembering) -> None:
    del remembering.replies["revoke"]
    screen.panel.side.reason_typed.emit("lost")
    screen._change_standing()
    remembering.replies["record"] = record_of(IBERIAN)
    screen.opened_for(IBERIAN.id)
    screen.shown()
    screen.panel.side.reason_typed.emit("left early")
    remembering.waiting["revoke"](Troubled(DiskFull(folder="a folder")))
    assert HAN.called in screen._state.note
    assert screen._state.reason == "left early"


def test_badges_are_revoked_with_a_reason_and_restored_with_one(screen, qtbot, remembering) -> None:
    side = screen.panel.side
    assert not side.act.isEnabled()
    qtbot.keyClicks(side.reason.line, "cancelled")
    qtbot.mouseClick(side.act, Qt.MouseButton.LeftButton)
    assert remembering.named("revoke") == [(HAN.id, "cancelled")]
    remembering.replies["record"] = record_of(HAN, revoked="cancelled")
    screen.stale(frozenset({Changed.BADGES}))
    assert not screen.panel.renew.isEnabled()
    qtbot.keyClicks(side.reason.line, "a mistake")
    qtbot.mouseClick(side.act, Qt.MouseButton.LeftButton)
    assert remembering.named("restore") == [(HAN.id, "a mistake")]


def test_a_name_that_the_fonts_lack_is_said_until_the_badge_bears_the_latin_one(screen) -> None:
    screen._edited("name", "欧阳𠮷")
    assert "U+20BB7" in screen.panel._lacking.text()
    screen.panel.choices["prints_latin"].chosen.emit("yes")
    assert not screen.panel._lacking.isVisible()


def test_escape_goes_back_to_scanning_from_a_field(screen, qtbot) -> None:
    with qtbot.waitSignal(screen.left):
        qtbot.keyClick(screen.panel.fields["title"].line, Qt.Key.Key_Escape)


def test_whoever_is_withdrawn_elsewhere_is_shown_no_more(screen, remembering) -> None:
    remembering.replies["record"] = None
    screen.stale(frozenset({Changed.DELEGATES}))
    assert not screen.panel.save.isVisible()


def test_the_desk_opens_the_record_of_whoever_is_in_sight_by_one_key(
    dressed: QApplication, qtbot: QtBot, remembering: Any, outcome_of: Any
) -> None:
    remembering.replies |= {"card": card_of(HAN), "recent": [], "today": 0}
    desk = DeskScreen(remembering.actions, words.Telling(ForumInForce(FORUM), {}))
    qtbot.addWidget(desk)
    desk.retranslate()
    with qtbot.assertNotEmitted(desk.asked_for):
        qtbot.keyClick(desk, Qt.Key.Key_F3)
    desk.scanned(Done(outcome_of(Reason.ADMITTED, delegate=HAN)))
    with qtbot.waitSignal(desk.asked_for) as asked:
        qtbot.keyClick(desk, Qt.Key.Key_F3)
    assert asked.args == [Destination("record", HAN.id)]


@pytest.mark.parametrize("kind", [FindScreen, PeopleScreen])
def test_find_and_people_open_the_record_of_whom_is_chosen_by_the_same_key(
    dressed: QApplication, qtbot: QtBot, remembering: Any, kind: Any
) -> None:
    found = {"card": card_of(HAN), "cards": [card_of(HAN)], "find": [], "directory": [HAN.id], "resolve": HAN.id}
    remembering.replies |= found
    screen = kind(remembering.actions, PLACE)
    qtbot.addWidget(screen)
    screen.retranslate()
    screen.opened_for(HAN.id)
    with qtbot.waitSignal(screen.asked_for) as asked:
        qtbot.keyClick(screen.panel.field.line, Qt.Key.Key_F3)
    assert asked.args == [Destination("record", HAN.id)]


def test_another_record_of_the_person_is_named_by_its_number_and_voided_by_a_button(screen, qtbot, remembering) -> None:
    remembering.replies |= {"resolve": IBERIAN.id, "card": card_of(IBERIAN), "merge": None}
    merging = screen.panel.side.merging
    assert not merging.merge.isVisible()
    qtbot.keyClicks(merging.number.line, "0412")
    assert IBERIAN.name in merging._twin.text()
    qtbot.mouseClick(merging.merge, Qt.MouseButton.LeftButton)
    assert remembering.named("merge") == [(IBERIAN.id, HAN.id)]
    assert not merging.number.line.text()


def test_nobody_is_merged_with_themselves_nor_with_a_number_that_is_nobody_s(screen, qtbot, remembering) -> None:
    merging = screen.panel.side.merging
    remembering.replies |= {"resolve": HAN.id, "card": card_of(HAN)}
    qtbot.keyClicks(merging.number.line, "0415")
    assert not merging.merge.isVisible()
    remembering.replies |= {"resolve": None}
    qtbot.keyClicks(merging.number.line, "9")
    assert not merging.merge.isVisible()
    assert merging._twin.text()


def test_records_are_taken_apart_where_the_one_that_stands_is_shown(screen, qtbot, remembering) -> None:
    remembering.replies |= {"record": record_of(HAN, disputed=True), "part": None}
    screen.stale(frozenset({Changed.DELEGATES}))
    (row,) = screen.panel.side._voided.made
    qtbot.mouseClick(row._part, Qt.MouseButton.LeftButton)
    assert remembering.named("part") == [(DelegateId("9" * 16),)]


def test_what_is_typed_is_there_again_after_a_restart_and_overwrites_nothing_that_came_later(
    screen: RecordScreen, qtbot: QtBot, remembering: Any, kept: Kept
) -> None:
    screen.panel.edited.emit("title", "Chairwoman")
    qtbot.waitUntil(lambda: "Chairwoman" in kept.text)
    again = opened(remembering, kept)
    qtbot.addWidget(again)
    assert dict(again._state.draft) == {"title": "Chairwoman"}
    del remembering.replies["amend"]
    again.panel.save_asked.emit()
    ((_who, changes, seen),) = remembering.named("amend")
    assert changes == {"title": "Chairwoman"}
    assert seen.superseding(changes) == record_of(HAN).edits.superseding(changes)


def test_a_draft_that_was_saved_or_thrown_away_does_not_come_back(
    screen: RecordScreen, qtbot: QtBot, kept: Kept
) -> None:
    for end in (screen.panel.save_asked, screen.panel.discarded):
        screen.panel.edited.emit("title", "Chairwoman")
        qtbot.waitUntil(lambda: "Chairwoman" in kept.text)
        end.emit()
        qtbot.waitUntil(lambda: not kept.text)
