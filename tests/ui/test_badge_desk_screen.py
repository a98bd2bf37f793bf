"""The badge desk at work: a badge is voided only with a reason, and nothing is printed unseen or twice."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from msgspec import structs
from PySide6.QtCore import QBuffer, Qt
from PySide6.QtGui import QKeySequence, QPixmap, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from checkin_app.domain.changes import Changed, Recorded
from checkin_app.domain.codes import BadgeCode
from checkin_app.domain.delegates import BadgeStanding, Delegate
from checkin_app.domain.hand_outs import HandedOut
from checkin_app.domain.ids import CheckpointId, DelegateId, Instant, JobId
from checkin_app.domain.jobs import Collector, JobState
from checkin_app.domain.movements import Movements
from checkin_app.domain.problems import CodeNotReadable, DiskFull, GlyphMissing
from checkin_app.runtime.lanes import Done, Troubled
from checkin_app.runtime.settings import PrinterKind, PrinterSettings
from checkin_app.services.badges import Owed, Replaced
from checkin_app.services.handing_over import Handing, HandOver
from checkin_app.services.ports.badges import Job
from checkin_app.services.ports.people import DelegateCard, Hit, SearchHitKind
from checkin_app.ui import theme, words
from checkin_app.ui.badge_desk.holder import CandidateModel
from checkin_app.ui.badge_desk.screen import BadgeDeskScreen
from checkin_app.ui.badge_desk.state import Candidate, Why
from checkin_app.ui.kit import bidi, holding
from checkin_app.ui.print_jobs import LOOKED_THROUGH
from checkin_app.ui.shell.screen import Destination

LAYLA = DelegateId("0412041204120412")
PRINTERS = (PrinterSettings("P1", PrinterKind.QUEUE, "A6 card"), PrinterSettings("P2", PrinterKind.FILE, "out"))


def card(person: Delegate, issue: int = 1, revoked: str = "") -> DelegateCard:
    return DelegateCard(person, BadgeStanding(issue, (), revoked), Movements())


def job(state: str, issue: int = 1, delegate: DelegateId = LAYLA, name: str = "j") -> Job:
    return Job(JobId(f"{name}{issue}"), delegate, issue, "P1", JobState(state), "printer_missing", Instant(issue))


@pytest.fixture
def png(dressed: QApplication) -> bytes:
    picture, buffer = QPixmap(105, 148), QBuffer()
    picture.fill(Qt.GlobalColor.white)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")
    return bytes(buffer.data().data())


@pytest.fixture
def files() -> list[tuple[DelegateId, int, Path]]:
    return []


@pytest.fixture
def screen(  # noqa: PLR0917 - fixtures
    qtbot: QtBot, remembering: Any, context: Any, at_nine: Instant, layla: Delegate, png: bytes, files: list[Any]
) -> Iterator[BadgeDeskScreen]:
    remembering.replies |= {
        "hand_over": HandOver(Handing.NO_BADGE),
        "resolve": LAYLA,
        "card": card(layla),
        "cards": [card(layla)],
        "jobs": [job("confirmed")],
        "preview": png,
        "printers": PRINTERS,
    }

    def save(delegate: DelegateId, issue: int, path: Path, reply: Callable[..., None]) -> None:
        files.append((delegate, issue, path))
        reply(Done(HandedOut(str(path), 1)))

    made = BadgeDeskScreen(
        remembering.actions,
        context,
        save_pdf=save,
        ask_path=lambda name, then: then(Path("badges") / name),
        now=lambda: at_nine,
    )
    qtbot.addWidget(made)
    made.retranslate()
    made.set_layout(theme.Layout.COMPACT)
    made.at_checkpoint(CheckpointId("opening"))
    made.resize(1278, 712)
    made.show()
    made.activateWindow()
    made.shown()
    yield made
    made.close()


def key(screen: BadgeDeskScreen, pressed: Qt.Key, *, control: bool = False) -> None:
    held = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
    QTest.keyClick(screen.windowHandle(), pressed, held)


def replacing(remembering: Any, issue: int = 2) -> None:
    remembering.replies["replace"] = Replaced(BadgeStanding(issue), job("queued", issue), frozenset())


def test_a_scanned_old_badge_makes_its_holder_known_and_lets_nobody_in(
    screen: BadgeDeskScreen, remembering: Any
) -> None:
    code = BadgeCode(b"\0\0", LAYLA, 1, bytes(64)).text()
    assert screen.takes_scan([code])
    assert remembering.named("resolve") == [(LAYLA,)]
    assert not remembering.named("scan")
    assert screen._state.holder is not None
    assert screen.panel.holder.field.text() == "0412"


@pytest.mark.parametrize("scan", ["]Q1{0}", "\\000026{0}", "QR:{0}.", "\x02{0}\x03", "{0}{0}", "AEAE{0}", "~{0} "])
def test_a_badge_is_looked_up_through_whatever_the_scanner_adds(
    screen: BadgeDeskScreen, remembering: Any, scan: str
) -> None:
    resolve: Callable[..., None] = lambda text, reply: reply(Done(LAYLA if text == LAYLA else None))  # noqa: E731 - stands for an action
    object.__setattr__(screen._actions.persons, "resolve", resolve)
    screen.takes_scan([scan.format(BadgeCode(b"\0\0", LAYLA, 1, bytes(64)).text())])
    assert screen._state.holder is not None
    assert screen._state.holder.delegate == LAYLA


def given(handing: Handing, layla: Delegate, issue: int = 1, valid: int = 1) -> HandOver:
    state = "handed_over" if handing in {Handing.HANDED, Handing.ALREADY} else "queued"
    return HandOver(handing, layla, issue, valid, job(state, issue))


def said(screen: BadgeDeskScreen) -> str:
    box = screen.panel.holder.hands
    return box.accessibleName() if box.isVisible() else ""


def test_a_badge_is_handed_over_by_its_own_code_and_taken_back(
    screen: BadgeDeskScreen, remembering: Any, layla: Delegate
) -> None:
    remembering.replies |= {"hand_over": given(Handing.HANDED, layla), "hand_back": Recorded(frozenset())}
    assert screen.takes_scan(["a code"])
    assert remembering.named("hand_over") == [(("a code",),)]
    assert not remembering.named("resolve")
    assert "handed over" in said(screen)
    assert "0412-1" in said(screen)
    assert screen._state.holder is not None
    assert screen.takes_undo()
    assert remembering.named("hand_back") == [(("j1",),)]
    assert "Taken back" in said(screen)
    assert not screen.takes_undo()


@pytest.mark.parametrize(
    ("handing", "valid", "words_"),
    [
        (Handing.ALREADY, 1, "handed over already"),
        (Handing.VOID, 2, "0412-2"),
        (Handing.REVOKED, 1, "Call the event lead"),
        (Handing.NOT_PRINTED, 1, "not handed over"),
    ],
)
def test_a_badge_that_is_not_handed_over_is_said_to_be_so(  # noqa: PLR0917 - fixtures
    screen: BadgeDeskScreen, remembering: Any, layla: Delegate, handing: Handing, valid: int, words_: str
) -> None:
    remembering.replies["hand_over"] = given(handing, layla, 1, valid)
    screen.takes_scan(["a code"])
    assert words_ in said(screen)
    assert not screen.takes_undo()


def test_several_are_gathered_for_one_person_who_scans_their_own_badge(
    screen: BadgeDeskScreen, remembering: Any, layla: Delegate
) -> None:
    remembering.replies |= {"collected": Recorded(frozenset()), "hand_back": Recorded(frozenset())}
    for issue in (1, 2, 3):
        remembering.replies["hand_over"] = given(Handing.HANDED, layla, issue, issue)
        screen.takes_scan(["a code"])
        if issue == 1:
            key(screen, Qt.Key.Key_M)
    assert "3 badges handed over for one person" in said(screen)
    key(screen, Qt.Key.Key_K)
    assert "Who takes 3 badges along?" in said(screen)
    assert screen.panel.holder.field.line.hasFocus()
    screen.takes_scan([BadgeCode(b"\0\0", LAYLA, 1, bytes(64)).text()])
    assert len(remembering.named("hand_over")) == 3
    assert remembering.named("collected") == [(("j1", "j2", "j3"), Collector(layla.called, LAYLA))]
    assert "3 badges taken along by" in said(screen)
    assert screen.takes_undo()
    assert remembering.named("hand_back") == [(("j1", "j2", "j3"),)]


def test_whoever_is_on_no_record_takes_badges_along_as_typed(
    screen: BadgeDeskScreen, remembering: Any, layla: Delegate
) -> None:
    remembering.replies |= {"collected": Recorded(frozenset()), "find": [], "give": given(Handing.HANDED, layla)}
    screen.opened_for(LAYLA)
    key(screen, Qt.Key.Key_B)
    assert remembering.named("give") == [(LAYLA,)]
    key(screen, Qt.Key.Key_K)
    screen.panel.holder.field.set_text("Cleo Roe")
    screen.panel.holder.field.edited.emit("Cleo Roe")
    screen.panel.entered.emit()
    assert remembering.named("collected") == [(("j1",), Collector("Cleo Roe"))]
    assert screen.panel.holder.field.text() == "0412"
    screen.panel.holder.hands.as_typed.emit("Somebody")
    assert len(remembering.named("collected")) == 2


def test_what_was_handed_over_stays_told_though_the_person_is_shown_later(
    screen: BadgeDeskScreen, remembering: Any, layla: Delegate
) -> None:
    late: list[Callable[..., None]] = []
    later: Callable[..., None] = lambda _who, reply: late.append(reply)  # noqa: E731 - stands for an action
    object.__setattr__(screen._actions.persons, "card", later)
    remembering.replies["hand_over"] = given(Handing.HANDED, layla)
    screen.takes_scan(["a code"])
    late[0](Done(card(layla)))
    assert "0412-1" in said(screen)
    screen.opened_for("somebody")
    late[1](Done(card(structs.replace(layla, id=DelegateId("77" * 8)))))
    assert not said(screen)


def test_what_could_not_be_recorded_is_said_and_nothing_is_handed_over(screen: BadgeDeskScreen) -> None:
    hand_over: Callable[..., None] = lambda _codes, reply: reply(Troubled(DiskFull()))  # noqa: E731 - stands for an action
    object.__setattr__(screen._actions.badges, "hand_over", hand_over)
    screen.takes_scan(["a code"])
    assert "full" in screen._state.note
    assert not screen.takes_undo()


def test_two_badges_in_one_scan_are_nobody_s_badge(screen: BadgeDeskScreen, remembering: Any) -> None:
    one, other = (BadgeCode(b"\0\0", each, 1, bytes(64)).text() for each in (LAYLA, DelegateId("77" * 8)))
    remembering.replies["resolve"] = None
    screen.takes_scan([f"]Q1{one}]Q1{other}"])
    assert remembering.named("resolve") == [(f"]Q1{one}]Q1{other}",)]
    assert screen._state.holder is None


def test_a_second_reading_of_a_scan_is_tried_when_the_first_is_unknown(
    screen: BadgeDeskScreen, remembering: Any
) -> None:
    known = {"ABC-1": LAYLA}
    resolve: Callable[..., None] = lambda text, reply: reply(Done(known.get(text)))  # noqa: E731 - stands for an action
    object.__setattr__(screen._actions.persons, "resolve", resolve)
    screen.takes_scan(["abc/1", "ABC-1"])
    assert screen._state.holder is not None
    screen.takes_scan(["nobody's"])
    assert screen._state.holder is None
    assert "no badge here" in screen._state.note


def test_a_lost_badge_is_replaced_with_its_reason_and_the_former_issue(
    screen: BadgeDeskScreen, remembering: Any, hold: Any
) -> None:
    replacing(remembering)
    screen.opened_for(LAYLA)
    assert not screen.panel.holder.print.isEnabled()
    key(screen, Qt.Key.Key_1)
    assert "0412-1" in screen.panel.holder._consequence.words.text()
    assert "0412-2" in screen.panel.holder.print.text()
    QTest.mouseClick(screen.panel.holder.print, Qt.MouseButton.LeftButton)
    assert remembering.named("replace") == []
    hold(screen.panel.holder.print)
    assert [each[1:] for each in remembering.named("replace")] == [(LAYLA, Why.LOST.value, 1, "P1")]
    assert "on its way" in screen.panel.holder._consequence.words.text()


def hold_ctrl_p(screen: BadgeDeskScreen, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: screen.panel.holder.print.settled)
    with qtbot.waitSignal(screen.panel.holder.print.meant):
        QTest.keyPress(screen.windowHandle(), Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    QTest.keyRelease(screen.windowHandle(), Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)


@pytest.mark.usefixtures("hold")
def test_ctrl_p_held_prints_here_although_it_opens_this_desk_elsewhere(
    screen: BadgeDeskScreen, remembering: Any, qtbot: QtBot
) -> None:
    replacing(remembering)
    went: list[bool] = []
    QShortcut(QKeySequence("Ctrl+P"), screen.window(), lambda: went.append(True))
    screen.opened_for(LAYLA)
    key(screen, Qt.Key.Key_2)
    hold_ctrl_p(screen, qtbot)
    screen.panel.holder.field.line.setFocus()
    key(screen, Qt.Key.Key_P, control=True)
    assert went == []
    assert len(remembering.named("replace")) == 1


def test_ctrl_p_let_go_voids_nothing(
    screen: BadgeDeskScreen, remembering: Any, qtbot: QtBot, hold: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    replacing(remembering)
    screen.opened_for(LAYLA)
    key(screen, Qt.Key.Key_2)
    button = screen.panel.holder.print
    qtbot.waitUntil(lambda: button.settled)
    monkeypatch.setattr(holding, "HOLD_MS", 60_000)
    QTest.keyPress(screen.windowHandle(), Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert button.holding
    QTest.keyRelease(screen.windowHandle(), Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not button.holding)
    assert remembering.named("replace") == []


def test_f2_goes_to_the_desks_own_field(screen: BadgeDeskScreen) -> None:
    went: list[bool] = []
    QShortcut(QKeySequence("F2"), screen.window(), lambda: went.append(True))
    key(screen, Qt.Key.Key_F2)
    assert went == []
    assert screen.panel.holder.field.line.hasFocus()


def test_a_first_badge_is_printed_without_a_reason_and_voids_nothing(screen: BadgeDeskScreen, remembering: Any) -> None:
    remembering.replies |= {"jobs": [], "print": Owed(job("queued"), frozenset())}
    screen.shown()
    screen.opened_for(LAYLA)
    assert not screen.panel.holder.reasons.isVisible()
    assert screen.panel.holder.print.isEnabled()
    screen.panel.holder.print.click()
    assert remembering.named("print") == [(LAYLA, "P1")]
    assert not remembering.named("replace")


@pytest.mark.parametrize(("state", "needs_reason"), [("failed_safe", False), ("unknown", True), ("sent", True)])
def test_a_badge_that_may_have_come_out_needs_a_reason_and_one_that_cannot_does_not(
    screen: BadgeDeskScreen, remembering: Any, state: str, *, needs_reason: bool
) -> None:
    remembering.replies["jobs"] = [job(state)]
    screen.shown()
    screen.opened_for(LAYLA)
    assert screen._state.replaces is needs_reason


def test_a_badge_that_left_in_a_file_is_replaced_with_a_reason(
    screen: BadgeDeskScreen, remembering: Any, layla: Delegate
) -> None:
    remembering.replies |= {"jobs": [], "card": replace(card(layla), in_files=frozenset({1}))}
    screen.shown()
    screen.opened_for(LAYLA)
    assert screen._state.replaces
    remembering.replies["card"] = replace(card(layla, issue=2), in_files=frozenset({1}))
    screen.opened_for(LAYLA)
    assert not screen._state.replaces


def test_with_more_jobs_than_can_be_looked_through_a_reason_is_asked_for(
    screen: BadgeDeskScreen, remembering: Any
) -> None:
    remembering.replies["jobs"] = [job("confirmed", delegate=DelegateId("11" * 8))] * LOOKED_THROUGH
    screen.shown()
    screen.opened_for(LAYLA)
    assert screen._state.replaces


@pytest.mark.parametrize("problem", [GlyphMissing(characters="𠮷", text="𠮷田"), CodeNotReadable()])
def test_what_cannot_be_printed_is_said_before_anything_is_voided(
    screen: BadgeDeskScreen, remembering: Any, problem: Exception
) -> None:
    preview: Callable[..., None] = lambda _who, _issue, reply: reply(Troubled(problem))  # noqa: E731 - stands for an action
    object.__setattr__(screen._actions.badges, "preview", preview)
    screen.opened_for(LAYLA)
    key(screen, Qt.Key.Key_1)
    assert screen.panel.preview._objection.isVisible()
    assert not screen.panel.holder.print.isEnabled()
    key(screen, Qt.Key.Key_P, control=True)
    assert not remembering.named("replace")


def test_the_preview_shows_the_issue_that_will_be_printed(screen: BadgeDeskScreen, remembering: Any) -> None:
    screen.opened_for(LAYLA)
    assert remembering.named("preview") == [(LAYLA, 2)]
    assert screen.panel.preview._chip.text() == "Code reads back"


def test_trouble_while_replacing_is_said_and_can_be_tried_again(screen: BadgeDeskScreen, hold: Any) -> None:
    replace: Callable[..., None] = lambda *args: args[-1](Troubled(DiskFull()))  # noqa: E731 - stands for an action
    object.__setattr__(screen._actions.badges, "replace", replace)
    screen.opened_for(LAYLA)
    key(screen, Qt.Key.Key_1)
    hold(screen.panel.holder.print)
    assert "full" in screen.panel.holder._note.text()
    assert screen.panel.holder.print.isEnabled()


def test_saving_voids_the_former_badge_first_and_counts_as_a_badge(
    screen: BadgeDeskScreen, remembering: Any, files: list[Any], layla: Delegate, hold: Any
) -> None:
    replacing(remembering)
    screen.opened_for(LAYLA)
    key(screen, Qt.Key.Key_1)
    remembering.replies["card"] = replace(card(layla, issue=2), in_files=frozenset({2}))
    screen.panel.preview.save.click()
    assert files == []
    hold(screen.panel.preview.save)
    assert [each[1:] for each in remembering.named("replace")] == [(LAYLA, Why.LOST.value, 1, "")]
    assert files == [(LAYLA, 2, Path("badges/0412-2.pdf"))]
    assert screen._state.issue == 3
    assert screen._state.replaces


def test_an_unknown_job_is_answered_by_y_and_n(screen: BadgeDeskScreen, remembering: Any) -> None:
    remembering.replies |= {"jobs": [job("unknown"), job("queued", 2)], "settle": Recorded(frozenset())}
    screen.stale(frozenset({Changed.JOBS}))
    key(screen, Qt.Key.Key_Y)
    key(screen, Qt.Key.Key_N)
    assert remembering.named("settle") == [("j1", "confirmed"), ("j1", "failed_safe")]


def test_several_questions_are_answered_at_once_by_holding(
    screen: BadgeDeskScreen, remembering: Any, hold: Callable[[QWidget], None]
) -> None:
    asked, later = [job("unknown", number) for number in (2, 1)], [job("confirmed", number) for number in range(3, 60)]
    remembering.replies |= {"jobs": [*reversed(later), *asked], "settle_all": Recorded(frozenset())}
    screen.stale(frozenset({Changed.JOBS}))
    assert [line.job for line in screen._state.jobs][:2] == ["j2", "j1"]
    button = screen.panel.queue.all_out
    button.click()
    assert not remembering.named("settle_all")
    hold(button)
    assert [each[1:] for each in remembering.named("settle_all")] == [(("j2", "j1"), "confirmed")]


def test_one_question_is_answered_by_itself(screen: BadgeDeskScreen, remembering: Any) -> None:
    remembering.replies |= {"jobs": [job("unknown"), job("queued", 2)]}
    screen.stale(frozenset({Changed.JOBS}))
    assert not screen.panel.queue.all_out.isVisibleTo(screen)


def test_a_failed_job_says_why_and_is_tried_again_by_a_person(screen: BadgeDeskScreen, remembering: Any) -> None:
    remembering.replies |= {"jobs": [job("failed_safe")], "settle": Recorded(frozenset())}
    screen.stale(frozenset({Changed.JOBS}))
    row = screen.panel.queue._rows.made[0]
    assert "not there" in row._line.text()
    row._retry.click()
    assert remembering.named("settle") == [("j1", "queued")]


def test_the_badge_of_a_guest_who_was_withdrawn_is_not_a_line_without_a_name(
    screen: BadgeDeskScreen, remembering: Any, layla: Delegate
) -> None:
    gone = DelegateId("11" * 8)
    remembering.replies["jobs"] = [job("confirmed", 2, gone), job("confirmed")]
    screen.stale(frozenset({Changed.JOBS}))
    titles = [row._title.text() for row in screen.panel.queue._rows.made]
    assert [bidi.plain(each) for each in titles] == ["A guest without details", f"0412-1 · {layla.name}"]


def test_a_job_is_shown_once_it_is_known_whose_badge_it_is(screen: BadgeDeskScreen, remembering: Any) -> None:
    del remembering.replies["cards"]
    remembering.replies["jobs"] = [job("queued", 2, DelegateId("11" * 8)), job("confirmed")]
    screen.stale(frozenset({Changed.JOBS}))
    assert [line.job for line in screen._state.jobs] == ["j1"]


def test_typed_letters_are_no_answers(screen: BadgeDeskScreen, remembering: Any, qtbot: QtBot) -> None:
    remembering.replies |= {"jobs": [job("unknown")], "find": []}
    screen.stale(frozenset({Changed.JOBS}))
    qtbot.keyClicks(screen.panel.holder.field.line, "yn1")
    assert not remembering.named("settle")
    assert screen.panel.holder.field.text() == "yn1"


def test_finding_by_name_takes_the_marked_person(
    screen: BadgeDeskScreen, remembering: Any, qtbot: QtBot, layla: Delegate
) -> None:
    remembering.replies["find"] = [Hit(LAYLA, SearchHitKind.NAME)]
    line = screen.panel.holder.field.line
    qtbot.keyClicks(line, "lay")
    assert screen.panel.holder.list.isVisible()
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert screen._state.holder is not None
    assert not screen.panel.holder.list.isVisible()


@pytest.mark.parametrize("bearers", [0, 2])
def test_a_number_that_is_nobody_s_or_two_people_s_chooses_no_badge_by_enter(
    screen: BadgeDeskScreen, remembering: Any, qtbot: QtBot, layla: Delegate, bearers: int
) -> None:
    other = structs.replace(layla, id=DelegateId("b" * 16))
    kind = SearchHitKind.NUMBER if bearers else SearchHitKind.PART
    remembering.replies |= {"find": [Hit(LAYLA, kind, 1), Hit(other.id, kind, 1)], "cards": [card(layla), card(other)]}
    line = screen.panel.holder.field.line
    qtbot.keyClicks(line, "0005-1")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert screen._state.holder is None
    assert screen.panel.holder.list.isVisible()
    qtbot.keyClick(line, Qt.Key.Key_Down)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert screen._state.holder is not None


def test_a_void_badge_s_number_is_said_to_be_void(
    screen: BadgeDeskScreen, remembering: Any, qtbot: QtBot, layla: Delegate
) -> None:
    remembering.replies |= {"find": [Hit(LAYLA, SearchHitKind.NUMBER, 1)], "card": card(layla, issue=2)}
    line = screen.panel.holder.field.line
    qtbot.keyClicks(line, "0412-1")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert screen._state.holder is not None
    number, valid = bidi.code("0412-1"), bidi.code("0412-2")
    assert screen.panel.holder._note.text() == f"Badge {number} is void: {valid} took its place."


def test_a_printer_s_trouble_is_said_whole_in_as_many_lines_as_it_needs(
    screen: BadgeDeskScreen, remembering: Any
) -> None:
    row = screen.panel.printers._rows[0]
    short = row.heightForWidth(330)
    row.show_printer(replace(row.view, line="The folder of PDF · badges cannot be written to."))
    line = row._line(330)
    assert line.count > 1
    assert row.heightForWidth(330) > short


def test_a_printer_is_chosen_by_a_click_and_the_settings_choose_first(
    screen: BadgeDeskScreen, remembering: Any
) -> None:
    assert screen._state.printer == "P1"
    screen.panel.printers._rows[1].click()
    assert screen._state.printer == "P2"
    screen.shown()
    assert screen._state.printer == "P2"


def test_a_replacement_made_elsewhere_is_seen_before_the_button_is_pressed(
    screen: BadgeDeskScreen, remembering: Any, layla: Delegate
) -> None:
    screen.opened_for(LAYLA)
    remembering.replies["card"] = card(layla, issue=2)
    screen.stale(frozenset({Changed.BADGES}))
    assert screen._state.holder is not None
    assert screen._state.holder.issue == 2


def test_nobody_stays_at_the_badge_desk_whose_registration_was_taken_back(
    screen: BadgeDeskScreen, remembering: Any
) -> None:
    screen.opened_for(LAYLA)
    assert screen._state.holder is not None
    remembering.replies["card"] = None
    screen.stale(frozenset({Changed.DELEGATES}))
    assert screen._state.holder is None
    assert not screen._state.query


def test_a_person_whose_badge_was_taken_back_gets_none(
    screen: BadgeDeskScreen, remembering: Any, layla: Delegate
) -> None:
    remembering.replies["card"] = card(layla, revoked="stolen")
    screen.opened_for(LAYLA)
    key(screen, Qt.Key.Key_1)
    assert not screen.panel.holder.print.isEnabled()
    assert "event lead" in screen.panel.holder._consequence.words.text()


def test_all_words_change_with_the_language(screen: BadgeDeskScreen) -> None:
    screen.opened_for(LAYLA)
    words.speak("zh")
    screen.retranslate()
    assert "打印" in screen.panel.holder.print.text()
    assert screen.panel.printers.title.text() == "打印机"


def test_every_widget_that_tab_reaches_has_a_name(
    screen: BadgeDeskScreen, focusable: Callable[[QWidget], list[QWidget]]
) -> None:
    screen.opened_for(LAYLA)
    assert not [each for each in focusable(screen) if each.isVisible() and not each.accessibleName()]


def test_the_candidates_model_is_a_sound_one(qtmodeltester: Any) -> None:
    model = CandidateModel()
    model.show((Candidate(LAYLA, "ليلى", "Layla", "Nile", "0412"),))
    qtmodeltester.check(model, force_py=True)


def test_a_wrong_name_leads_to_the_record_before_another_badge_like_it_is_made(
    screen: BadgeDeskScreen, remembering: Any, qtbot: QtBot
) -> None:
    screen.takes_scan([BadgeCode(b"\0\0", LAYLA, 1, bytes(64)).text()])
    with qtbot.waitSignal(screen.asked_for) as asked:
        key(screen, Qt.Key.Key_3)
    assert asked.args == [Destination("record", LAYLA)]
    assert screen._state.why is Why.DETAILS_WRONG
    with qtbot.assertNotEmitted(screen.asked_for):
        key(screen, Qt.Key.Key_1)
