"""The desk at work: scans, keys and answers, with actions that only remember."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from msgspec import structs
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QImage, QKeyEvent, QPainter
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from checkin_app.domain.changes import Changed, Recorded
from checkin_app.domain.delegates import BadgeStanding, Delegate, Issue
from checkin_app.domain.forum import Forum
from checkin_app.domain.ids import BusCode, CheckpointId, FactId, Instant, JobId
from checkin_app.domain.jobs import Collector, JobState
from checkin_app.domain.movements import Direction, Movements
from checkin_app.domain.outcomes import Answer, Reason, Verdict
from checkin_app.domain.problems import DiskFull, GlyphMissing
from checkin_app.domain.rides import Ride
from checkin_app.runtime.lanes import Done, Fault, Troubled
from checkin_app.services.ports.badges import Job
from checkin_app.services.ports.movements import RecentScan
from checkin_app.services.ports.people import DelegateCard
from checkin_app.services.scanning import ScanOutcome, Undone
from checkin_app.ui import theme, words
from checkin_app.ui.desk import state as desk
from checkin_app.ui.desk.screen import DeskScreen
from checkin_app.ui.desk.words import DeskWords
from checkin_app.ui.kit import bidi, marks
from checkin_app.ui.kit.chips import Health, Step
from checkin_app.ui.kit.row_model import RowModel
from checkin_app.ui.kit.rows import ROW_ROLE, RowView, draw_row
from checkin_app.ui.shell.screen import Destination

OutcomeOf = Callable[..., ScanOutcome]


@pytest.fixture
def screen(
    dressed: QApplication, qtbot: QtBot, remembering: Any, telling: words.Telling, at_nine: Instant
) -> DeskScreen:
    made = DeskScreen(remembering.actions, telling, wall=lambda: at_nine)
    qtbot.addWidget(made)
    made.resize(1344, 836)
    made.retranslate()
    made.at_checkpoint(CheckpointId("opening"))
    made.show()
    made.shown()
    return made


def waited(screen: DeskScreen, monkeypatch: pytest.MonkeyPatch, ms: int) -> None:
    now = screen.now() + ms
    monkeypatch.setattr(screen, "now", lambda: desk.Moment(now))


def test_before_the_first_scan_nothing_is_green(screen: DeskScreen) -> None:
    assert not screen.panel.verdict.isVisible()
    assert screen.panel.ready._title == "Ready to scan"
    assert screen.panel.ready._line == "Opening & plenary"


def test_without_a_checkpoint_the_desk_says_so(screen: DeskScreen) -> None:
    screen.at_checkpoint(None)
    assert "No session" in screen.panel.ready._title


def test_a_decision_is_the_whole_panel_and_the_card_is_completed(
    screen: DeskScreen, remembering: Any, outcome_of: OutcomeOf, layla: Delegate
) -> None:
    remembering.replies["card"] = DelegateCard(layla, BadgeStanding(), Movements(ride=Ride(BusCode("3-2"))))
    screen.scanning()
    screen.scanned(Done(outcome_of(Reason.ADMITTED)))
    assert screen.panel.verdict.view
    assert screen.panel.verdict.view.verdict is Verdict.GO
    assert remembering.named("card") == [(layla.id,)]
    assert screen.state.person
    assert screen.state.person.bus == "3-2"


def test_a_list_that_is_old_is_said_beside_any_verdict_on_a_guest_and_beside_no_unread_code(
    screen: DeskScreen, outcome_of: OutcomeOf
) -> None:
    screen.stands(Health("arrows-clockwise", "Hub not reached", abnormal=True), "08:40")
    for reason, said in ((Reason.ADMITTED, True), (Reason.BADGE_REVOKED, True), (Reason.FOREIGN_CODE, False)):
        screen.scanned(Done(outcome_of(reason)))
        view = screen.panel.verdict.view
        assert view
        assert ("The list here is old" in view.action) is said
    screen.stands(Health("arrows-clockwise", "All shared"), None)
    screen.scanned(Done(outcome_of(Reason.ADMITTED)))
    assert screen.panel.verdict.view
    assert "The list here is old" not in screen.panel.verdict.view.action


def test_every_scan_is_counted_in_although_the_first_is_still_decided(
    screen: DeskScreen, outcome_of: OutcomeOf
) -> None:
    screen.scanning()
    screen.scanning()
    screen.scanned(Done(outcome_of(Reason.ADMITTED, "f1")))
    assert screen.state.deciding
    screen.scanned(Done(outcome_of(Reason.ADMITTED, "f2")))
    assert not screen.state.deciding
    assert screen.state.accepted_today == 2


def test_a_decision_that_takes_too_long_says_not_decided(screen: DeskScreen, qtbot: QtBot) -> None:
    screen.scanning()
    qtbot.waitUntil(lambda: screen.panel.verdict.view is not None)
    assert screen.panel.verdict.view
    assert screen.panel.verdict.view.word == "NOT DECIDED"


def test_trouble_and_bugs_say_not_decided_with_the_reason(screen: DeskScreen) -> None:
    screen.scanning()
    screen.scanned(Troubled(DiskFull()))
    view = screen.panel.verdict.view
    assert view
    assert (view.word, view.reason) == ("NOT DECIDED", "The disk of this laptop is full.")
    screen.scanning()
    screen.scanned(Fault(RuntimeError("secret detail")))
    view = screen.panel.verdict.view
    assert view
    assert view.verdict is Verdict.FAULT
    assert "secret" not in view.reason + view.action


def test_a_key_that_is_a_digit_and_no_number_is_passed_over(screen: DeskScreen, remembering: Any, qtbot: QtBot) -> None:
    """Left of the 1 on a French keyboard."""
    for sign in "²③":
        key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, sign)
        QCoreApplication.sendEvent(screen, key)

    assert remembering.named("answer") == []


def test_number_keys_answer_the_question_in_sight(
    screen: DeskScreen, remembering: Any, outcome_of: OutcomeOf, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen.scanned(Done(outcome_of(Reason.ALREADY_IN_ELSEWHERE, "ask", since=1, station="x")))
    qtbot.keyClick(screen, Qt.Key.Key_1)
    assert remembering.named("answer") == []
    waited(screen, monkeypatch, desk.DEAF_MS)
    qtbot.keyClick(screen, Qt.Key.Key_9)
    assert remembering.named("answer") == []
    qtbot.keyClick(screen, Qt.Key.Key_1)
    assert remembering.named("answer") == [(FactId("ask"), Answer.LET_IN)]


def test_a_click_on_an_answer_answers(
    screen: DeskScreen, remembering: Any, outcome_of: OutcomeOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen.scanned(Done(outcome_of(Reason.BADGE_REPLACED, "stop", since=1, issue=2)))
    waited(screen, monkeypatch, 1000)
    remembering.replies["answer"] = outcome_of(Reason.BADGE_REPLACED, "a")
    screen.panel.verdict._buttons[0].click()
    assert remembering.named("answer") == [(FactId("stop"), Answer.CALL_SUPERVISOR)]
    assert not screen.panel.verdict.isVisible()
    assert "supervisor" in screen.panel.ready._line


def test_find_by_name_leads_to_the_search_and_a_new_badge_to_the_badge_desk(
    screen: DeskScreen, outcome_of: OutcomeOf, monkeypatch: pytest.MonkeyPatch, layla: Delegate
) -> None:
    asked: list[Destination] = []
    screen.asked_for.connect(asked.append)
    screen.scanned(Done(outcome_of(Reason.PARTIAL_CODE, delegate=None)))
    waited(screen, monkeypatch, 1000)
    screen.panel.verdict._buttons[1].click()
    screen.scanned(Done(outcome_of(Reason.ALREADY_IN_ELSEWHERE, "ask", since=1, station="x")))
    waited(screen, monkeypatch, 1000)
    screen.panel.verdict._buttons[2].click()
    assert asked == [Destination("find"), Destination("badges", layla.id)]


def test_an_unanswered_question_is_kept_aloud(screen: DeskScreen, outcome_of: OutcomeOf, qtbot: QtBot) -> None:
    screen.scanned(Done(outcome_of(Reason.ALREADY_IN_ELSEWHERE, "ask", since=1, station="x")))
    with qtbot.waitSignal(screen.kept_for_later):
        screen.scanned(Done(outcome_of(Reason.ADMITTED, "f2")))


def test_only_a_new_verdict_makes_the_panel_blank(
    screen: DeskScreen, outcome_of: OutcomeOf, recent_of: Callable[..., RecentScan], remembering: Any
) -> None:
    screen.scanned(Done(outcome_of(Reason.ADMITTED)))
    assert not screen.panel.verdict.blank
    screen.scanned(Done(outcome_of(Reason.ADMITTED, "f2")))
    assert screen.panel.verdict.blank
    screen.panel.verdict._gap_over()
    remembering.replies["recent"] = [recent_of(Reason.ADMITTED)]
    screen.stale(frozenset({Changed.SCANS}))
    assert not screen.panel.verdict.blank


def test_badge_taken_settles_the_job_by_key_and_by_click(
    screen: DeskScreen, remembering: Any, outcome_of: OutcomeOf, layla: Delegate, qtbot: QtBot
) -> None:
    qtbot.keyClick(screen, Qt.Key.Key_B)
    assert remembering.named("settle") == []
    job = Job(JobId("j"), layla.id, 1, "P", JobState.SENT, "", Instant(0))
    screen.scanned(Done(_with_job(outcome_of(Reason.ADMITTED), job)))
    remembering.replies["settle"] = Recorded(frozenset({Changed.JOBS}))
    qtbot.keyClick(screen, Qt.Key.Key_B)
    screen.panel.footer.taken.click()
    assert remembering.named("settle") == [(JobId("j"), "handed_over")] * 2


def _with_job(outcome: ScanOutcome, job: Job) -> ScanOutcome:
    return structs.replace(outcome, job=job)


def test_the_way_of_a_badge_is_shown_in_its_steps(
    outcome_of: OutcomeOf, telling: words.Telling, layla: Delegate, dressed: QApplication
) -> None:
    steps = {}
    for state in ("queued", "sending", "sent", "unknown", "confirmed", "handed_over", "failed_safe"):
        job = Job(JobId("j"), layla.id, 1, "P", JobState(state), "no paper", Instant(0))
        shown = desk.decided(desk.DeskState(), _with_job(outcome_of(Reason.ADMITTED), job), desk.Moment(0))
        view = DeskWords(telling).view(shown, desk.Moment(0)).print
        assert view
        steps[state] = ([step for _, step in view.steps], view.may_hand_over)
    assert steps == {
        "queued": ([Step.NOW, Step.NEXT, Step.NEXT], False),
        "sending": ([Step.DONE, Step.NOW, Step.NEXT], False),
        "sent": ([Step.DONE, Step.NOW, Step.NEXT], True),
        "unknown": ([Step.DONE, Step.NOW, Step.NEXT], True),
        "confirmed": ([Step.DONE, Step.DONE, Step.NEXT], True),
        "handed_over": ([Step.DONE, Step.DONE, Step.DONE], False),
        "failed_safe": ([], False),
    }


def test_a_badge_that_only_was_printed_is_not_said_to_be_taken(
    outcome_of: OutcomeOf, telling: words.Telling, layla: Delegate, dressed: QApplication
) -> None:
    said = {}
    for state in ("sent", "confirmed", "handed_over"):
        job = Job(JobId("j"), layla.id, 1, "P", JobState(state), "", Instant(0))
        shown = desk.decided(desk.DeskState(), _with_job(outcome_of(Reason.ADMITTED), job), desk.Moment(0))
        view = DeskWords(telling).view(shown, desk.Moment(0)).print
        assert view
        ticked = [name for name, step in view.steps if step is Step.DONE]
        said[state] = (ticked, bidi_free(view.short))
    assert said == {
        "sent": (["Queued"], "Badge 0412 is printing"),
        "confirmed": (["Queued", "Printed"], "Badge 0412 is printed"),
        "handed_over": (["Queued", "Printed", "Taken"], "Badge 0412 was taken"),
    }


def bidi_free(text: str) -> str:
    return re.sub("[\u2066-\u2069]", "", text)


@pytest.mark.parametrize("key", ["glyph_missing", "text_does_not_fit", "font_missing", "template_invalid"])
def test_a_fault_of_the_badge_is_told_of_the_badge_and_no_printer_is_waited_for(
    screen: DeskScreen, remembering: Any, outcome_of: OutcomeOf, layla: Delegate, key: str
) -> None:
    objection = GlyphMissing(characters="𠮷 (U+20BB7)", text="𠮷田")
    job = Job(JobId("j"), layla.id, 1, "Label", JobState.FAILED_SAFE, key, Instant(0))
    remembering.replies["objection"] = objection
    screen.scanned(Done(_with_job(outcome_of(Reason.ADMITTED), job)))
    view = screen._words.view(screen.state, desk.Moment(0)).print
    assert view
    assert remembering.named("objection")[0] == (job,)
    assert "waits" not in view.short
    assert "Label" not in view.short + view.line
    assert "cannot be printed" in view.short
    for told in ("𠮷", "U+20BB7", "𠮷田", "Correct it in the record"):
        assert told in view.line


def test_a_name_that_was_corrected_is_said_to_be_printable_now(
    screen: DeskScreen, remembering: Any, outcome_of: OutcomeOf, layla: Delegate
) -> None:
    job = Job(JobId("j"), layla.id, 1, "Label", JobState.FAILED_SAFE, "glyph_missing", Instant(0))
    remembering.replies["objection"] = None
    screen.scanned(Done(_with_job(outcome_of(Reason.ADMITTED), job)))
    view = screen._words.view(screen.state, desk.Moment(0)).print
    assert view
    assert "Retry" in view.line


def test_a_scanned_old_badge_shows_which_one_is_valid(
    screen: DeskScreen, remembering: Any, outcome_of: OutcomeOf, layla: Delegate
) -> None:
    badge = BadgeStanding(2, (Issue(2, "lost", Instant(1), FactId("r")),))
    remembering.replies["card"] = DelegateCard(layla, badge, Movements())
    screen.scanned(Done(outcome_of(Reason.BADGE_REPLACED, since=1, issue=2)))
    chips = [each._chip.text() for each in screen.panel.footer._issues if not each.isHidden()]
    assert chips == ["Revoked", "Valid"]


def test_undo_is_asked_of_the_window_and_shown_when_done(
    screen: DeskScreen, outcome_of: OutcomeOf, layla: Delegate, qtbot: QtBot
) -> None:
    screen.scanned(Done(outcome_of(Reason.ADMITTED, "f1")))
    with qtbot.waitSignal(screen.undo_asked):
        screen.panel.side.undo.click()
    screen.taken_back(Undone(FactId("f1"), layla, CheckpointId("opening"), frozenset()))
    assert layla.name in screen.panel.ready._line
    assert not screen.panel.verdict.isVisible()


def test_a_row_that_waits_opens_its_question_again(
    screen: DeskScreen, remembering: Any, recent_of: Callable[..., RecentScan]
) -> None:
    remembering.replies["recent"] = [recent_of(Reason.ADMITTED), recent_of(Reason.ALREADY_IN_ELSEWHERE, fact="ask")]
    screen.stale(frozenset({Changed.SCANS}))
    screen.panel.side.list.clicked.emit(screen.panel.side.model.index(1, 0))
    assert screen.state.shown
    assert screen.state.shown.fact_id == "ask"


def test_o_turns_the_scans_round(screen: DeskScreen, qtbot: QtBot) -> None:
    with qtbot.waitSignal(screen.direction_turned) as heard:
        qtbot.keyClick(screen, Qt.Key.Key_O)
    assert heard.args == [Direction.OUT]
    assert screen.panel.side.out.isChecked()
    qtbot.keyClick(screen, Qt.Key.Key_O)
    assert screen.state.direction is Direction.IN


def test_a_hidden_desk_fetches_only_when_it_is_shown(screen: DeskScreen, remembering: Any) -> None:
    screen.hide()
    before = len(remembering.named("recent"))
    screen.stale(frozenset({Changed.SCANS}))
    assert len(remembering.named("recent")) == before
    screen.show()
    screen.shown()
    assert len(remembering.named("recent")) == before + 1
    screen.stale(frozenset({Changed.STATIONS}))
    assert len(remembering.named("recent")) == before + 1


def test_recent_rows_say_what_came_of_each_scan(
    recent_of: Callable[..., RecentScan], telling: words.Telling, dressed: QApplication
) -> None:
    scans = (
        recent_of(Reason.ADMITTED),
        recent_of(Reason.ALREADY_IN_ELSEWHERE),
        recent_of(Reason.ALREADY_IN_ELSEWHERE, answer="let_in"),
        recent_of(Reason.BADGE_REPLACED, answer="show_valid_badge"),
        recent_of(Reason.PARTIAL_CODE, name="", delegate=None, second_line=""),
        recent_of(Reason.LEFT),
        recent_of(Reason.ADMITTED, undone=True),
        recent_of(Reason.ADMITTED, name="", undone=True),
    )
    rows = DeskWords(telling).view(desk.recent_listed(desk.DeskState(), scans), desk.Moment(0)).recent
    assert [(row.title if not row.title.startswith("ل") else "", row.line, row.struck) for row in rows] == [
        ("", "Layla AL-HADDAD", False),
        ("", "Waiting for an answer", False),
        ("", "Already in · let in", False),
        ("", "Old badge · new one shown", False),
        ("Code not read", "Only part arrived", False),
        ("", "Left", False),
        ("", "Taken back", True),
        ("A guest without details", "Taken back", True),
    ]
    assert {row.time for row in rows} == {"09:12"}


def test_the_model_of_recent_scans_is_sound(dressed: QApplication) -> None:
    model = RowModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for rows in ((), (RowView("a", "b", "09:12"),), (RowView("a"), RowView("c"))):
        model.show_rows(rows)
        assert model.rowCount() == len(rows)
    assert model.data(model.index(0, 0), ROW_ROLE) == RowView("a")
    assert model.data(model.index(0, 0)) == "a"
    assert model.data(model.index(7, 0)) is None
    tester.deleteLater()
    model.deleteLater()


@pytest.mark.parametrize("size", [(1344, 836), (1278, 712), (936, 712), (936, 644)])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_all_that_must_be_seen_is_seen_at_every_size(
    screen: DeskScreen, outcome_of: OutcomeOf, layla: Delegate, size: tuple[int, int], language: str
) -> None:
    words.speak(language)
    screen.resize(*size)
    screen.set_layout(theme.layout_for(size[0] + 96, size[1] + 64))
    job = Job(JobId("j"), layla.id, 1, "P", JobState.SENT, "", Instant(0))
    screen.scanned(Done(_with_job(outcome_of(Reason.ADMITTED), job)))
    QApplication.processEvents()
    panel = screen.panel
    seen = [
        panel.verdict, panel.person._name, panel.person._tag, panel.person._note,
        panel.footer, panel.side.search, panel.side.undo,
    ]  # fmt: skip
    boxes = [each.rect().translated(each.mapTo(screen, each.rect().topLeft())) for each in seen]
    assert all(each.isVisible() for each in seen)
    assert all(screen.rect().contains(box) for box in boxes)
    assert not any(one.intersects(other) for one in boxes for other in boxes if one is not other)


def test_tab_goes_from_scanning_to_the_answers_first(screen: DeskScreen, outcome_of: OutcomeOf, qtbot: QtBot) -> None:
    screen.scanned(Done(outcome_of(Reason.ALREADY_IN_ELSEWHERE, since=1, station="x")))
    screen.activateWindow()
    screen.setFocus()
    reached = []
    for _ in range(4):
        qtbot.keyClick(screen.focusWidget(), Qt.Key.Key_Tab)
        reached.append(screen.focusWidget())
    assert reached[:3] == screen.panel.verdict._buttons[:3]
    assert reached[3] is screen.panel.footer.record


def test_a_focused_answer_gives_the_focus_back_when_the_next_verdict_comes(
    screen: DeskScreen, outcome_of: OutcomeOf
) -> None:
    screen.scanned(Done(outcome_of(Reason.ALREADY_IN_ELSEWHERE, since=1, station="x")))
    screen.panel.verdict._buttons[0].setFocus()
    screen.scanned(Done(outcome_of(Reason.ALREADY_IN_ELSEWHERE, "f2", since=1, station="x")))
    assert screen.focusWidget() is screen


def test_nobody_is_told_to_hand_over_what_is_not_listed(
    screen: DeskScreen, outcome_of: OutcomeOf, layla: Delegate
) -> None:
    for note, action in (("Give a receiver", "Mind the note, then wave on."), ("", "Wave on.")):
        screen.scanned(Done(outcome_of(Reason.ADMITTED, note, structs.replace(layla, note=note))))
        assert screen.panel.verdict.view
        assert screen.panel.verdict.view.action == action


def test_a_card_that_comes_while_the_panel_is_blank_does_not_end_the_blank(
    screen: DeskScreen, outcome_of: OutcomeOf, layla: Delegate
) -> None:
    screen.scanned(Done(outcome_of(Reason.ADMITTED, "one", layla)))
    screen.scanned(Done(outcome_of(Reason.ADMITTED, "two", layla)))
    assert screen.panel.verdict.blank
    screen._card_came(Done(DelegateCard(structs.replace(layla, note="VIP"), BadgeStanding(), Movements())))
    assert screen.panel.verdict.view
    assert screen.panel.verdict.view.action == "Mind the note, then wave on."
    assert screen.panel.verdict.blank


@pytest.mark.parametrize("reason", [Reason.FOREIGN_CODE, Reason.OTHER_FORUM])
def test_a_code_that_was_read_well_blames_neither_the_light_nor_the_scanner(
    screen: DeskScreen, outcome_of: OutcomeOf, reason: Reason
) -> None:
    for each in range(5):
        screen.scanned(Done(structs.replace(outcome_of(reason, str(each)), delegate=None)))
    said = " ".join(label.text() for label in screen.panel.hints.findChildren(QLabel) if label.isVisible())
    assert "read well" in said
    assert "light" not in said
    assert "Wipe" not in said


def test_a_desk_whose_session_is_over_or_not_yet_open_says_so_before_the_first_guest(
    screen: DeskScreen, forum: Forum
) -> None:
    session = forum.sessions[0]
    for at, title in (
        (session.opens_at - 1, "Not open yet"),
        (session.opens_at, "Ready to scan"),
        (session.closes_at - 1, "Ready to scan"),
        (session.closes_at, "This session is over"),
    ):
        screen._wall = lambda at=at: at
        screen.ticked()
        assert screen.panel.ready._title == title


def test_a_scan_that_was_taken_back_keeps_no_mark_of_its_verdict(
    dressed: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[Verdict] = []
    monkeypatch.setattr(marks, "draw_small", lambda _painter, _place, verdict: drawn.append(verdict))
    image = QImage(300, 60, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    for struck in (False, True):
        draw_row(painter, image.rect(), RowView("A", verdict=Verdict.GO, struck=struck))
    painter.end()
    assert drawn == [Verdict.GO]


def test_the_card_says_who_took_the_badge_along_and_when(
    screen: DeskScreen, remembering: Any, outcome_of: OutcomeOf, layla: Delegate, at_nine: Instant
) -> None:
    along = Job(JobId("j"), layla.id, 1, "P", JobState.HANDED_OVER, "", at_nine, collector=Collector("Omar Said"))
    for taken, said in ((along, ["taken along by Omar Said 09:12"]), (None, [])):
        remembering.replies["card"] = DelegateCard(layla, BadgeStanding(), Movements(), taken_along=taken)
        screen.scanned(Done(outcome_of(Reason.ADMITTED)))
        facts = screen.panel._words.view(screen._state, screen.now()).person.facts
        assert [bidi.plain(each.value) for each in facts if each.label == "Badge"] == said
