"""Find at work: asks at every keystroke, shows the newest answer, and checks in nobody by mistake."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from checkin_app.domain.changes import Changed
from checkin_app.domain.delegates import BadgeStanding, Delegate
from checkin_app.domain.ids import CheckpointId, DelegateId, FactId, Instant, JobId, StationId
from checkin_app.domain.jobs import JobState
from checkin_app.domain.movements import Movements, Presence
from checkin_app.domain.outcomes import Reason
from checkin_app.domain.problems import StoreBusy
from checkin_app.runtime.lanes import Done, Troubled
from checkin_app.runtime.settings import PrinterKind, PrinterSettings, Settings
from checkin_app.services.badges import Owed
from checkin_app.services.ports.badges import Job
from checkin_app.services.ports.people import DelegateCard, Hit, SearchHitKind
from checkin_app.services.scanning import How
from checkin_app.ui import theme, words
from checkin_app.ui.find.model import PAGE, FindModel
from checkin_app.ui.find.rows import RESULT_ROLE, ResultRow
from checkin_app.ui.find.screen import FindScreen
from checkin_app.ui.kit.seen import Seen
from checkin_app.ui.shell.screen import Destination

OPENING = CheckpointId("opening")
PRINTER = PrinterSettings("P1", PrinterKind.FILE, "out")


def delegate(number: int, name: str = "欧阳静怡", latin: str = "OUYANG Jingyi") -> Delegate:
    return Delegate(DelegateId(f"{number:016x}"), name, latin, organisation="Institute", badge_no=f"{number:04d}")


def card(person: Delegate, inside: Instant | None = None) -> DelegateCard:
    presences: tuple[Presence, ...] = ()
    if inside is not None:
        station = StationId("00" * 8)
        presences = (Presence(OPENING, False, True, inside, inside, station, FactId("f")),)
    return DelegateCard(person, BadgeStanding(), Movements(presences=presences))


PEOPLE = {person.id: person for person in (delegate(1), delegate(2, "欧阳景逸"), delegate(3, "林若溪", "LIN Ruoxi"))}


def hits(*numbers: int) -> list[Hit]:
    return [Hit(DelegateId(f"{number:016x}"), SearchHitKind.PINYIN) for number in numbers]


@pytest.fixture
def looked_at() -> Iterator[pytest.MonkeyPatch]:
    """Whoever is found has been looked at, until that is undone."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Seen, "__bool__", lambda _seen: True)
        yield patch


@pytest.fixture
def screen(  # noqa: PLR0917 - fixtures
    dressed: QApplication, qtbot: QtBot, remembering: Any, context: Any, at_nine: Instant, looked_at: pytest.MonkeyPatch
) -> Iterator[FindScreen]:
    made = FindScreen(remembering.actions, context, now=lambda: at_nine)
    qtbot.addWidget(made)
    made.retranslate()
    made.set_layout(theme.Layout.COMPACT)
    made.at_checkpoint(OPENING)
    made.resize(1278, 712)
    made.show()
    made.shown()
    yield made
    made.close()


@pytest.fixture
def answering(remembering: Any) -> Callable[..., None]:
    """Return a function that lets every question find these people."""

    def answer(*numbers: int) -> None:
        remembering.replies["find"] = hits(*numbers)
        remembering.replies["cards"] = [card(PEOPLE[hit.delegate]) for hit in hits(*numbers)]

    return answer


def type_in(screen: FindScreen, qtbot: QtBot, text: str) -> None:
    qtbot.keyClicks(screen.panel.field.line, text)


def press(screen: FindScreen, qtbot: QtBot, key: Qt.Key) -> None:
    qtbot.keyClick(screen.panel.field.line, key)


def test_each_keystroke_asks_and_the_newest_answer_is_shown(screen: FindScreen, qtbot: QtBot, remembering: Any) -> None:
    waiting: list[Callable[..., None]] = []
    object.__setattr__(screen._actions.persons, "find", lambda _text, reply: waiting.append(reply))
    remembering.replies["cards"] = [card(PEOPLE[DelegateId(f"{3:016x}")])]
    type_in(screen, qtbot, "li")
    assert len(waiting) == 2
    waiting[1](Done(hits(3)))
    waiting[0](Done(hits(1, 2, 3)))
    assert screen._state.ids == (DelegateId(f"{3:016x}"),)


def test_enter_checks_the_chosen_person_in_as_found(
    screen: FindScreen, qtbot: QtBot, remembering: Any, answering: Callable[..., None]
) -> None:
    answering(3)
    type_in(screen, qtbot, "lin")
    press(screen, qtbot, Qt.Key.Key_Return)
    ((who, where, how, _, issue),) = remembering.named("enter")
    assert (who, where, how, issue) == (DelegateId(f"{3:016x}"), OPENING, How.FOUND, None)


def test_a_check_in_is_shown_like_a_scan(
    screen: FindScreen, qtbot: QtBot, remembering: Any, answering: Callable[..., None], outcome_of: Any
) -> None:
    answering(3)
    remembering.replies["enter"] = outcome_of(Reason.ADMITTED)
    type_in(screen, qtbot, "lin")
    with qtbot.waitSignal(screen.let_in) as told:
        press(screen, qtbot, Qt.Key.Key_Return)
    assert told.args[0].value.decision.reason is Reason.ADMITTED


def test_trouble_is_said_and_the_query_stays(
    screen: FindScreen, qtbot: QtBot, remembering: Any, answering: Callable[..., None]
) -> None:
    answering(3)
    object.__setattr__(screen._actions.scans, "enter", lambda *args: args[-1](Troubled(StoreBusy())))
    type_in(screen, qtbot, "lin")
    with qtbot.assertNotEmitted(screen.let_in):
        press(screen, qtbot, Qt.Key.Key_Return)
    assert "busy" in screen._state.note
    assert screen.panel.field.text() == "lin"


def test_two_who_share_a_pinyin_take_two_presses(
    screen: FindScreen, qtbot: QtBot, remembering: Any, answering: Callable[..., None]
) -> None:
    answering(1, 2)
    type_in(screen, qtbot, "oy")
    press(screen, qtbot, Qt.Key.Key_Return)
    assert not remembering.named("enter")
    press(screen, qtbot, Qt.Key.Key_Return)
    assert len(remembering.named("enter")) == 1


def typed_hit(number: int, issue: int | None) -> Hit:
    return Hit(DelegateId(f"{number:016x}"), SearchHitKind.NUMBER, issue)


def test_a_typed_number_brings_its_issue_to_the_decision(
    screen: FindScreen, qtbot: QtBot, remembering: Any, answering: Callable[..., None]
) -> None:
    answering(3)
    remembering.replies["find"] = [typed_hit(3, 1)]
    type_in(screen, qtbot, "0003-1")
    press(screen, qtbot, Qt.Key.Key_Return)
    ((who, _, how, _, issue),) = remembering.named("enter")
    assert (who, how, issue) == (DelegateId(f"{3:016x}"), How.TYPED, 1)


def test_a_number_that_is_nobody_s_checks_nobody_in_by_enter_however_often(
    screen: FindScreen, qtbot: QtBot, remembering: Any, answering: Callable[..., None]
) -> None:
    answering(3)
    remembering.replies["find"] = [Hit(DelegateId(f"{3:016x}"), SearchHitKind.PART)]
    type_in(screen, qtbot, "0005-1")
    for _ in range(3):
        press(screen, qtbot, Qt.Key.Key_Return)
    assert not remembering.named("enter")
    assert screen.panel._side._ask.isVisible()
    assert not screen.panel._side.check_in.isVisible()
    press(screen, qtbot, Qt.Key.Key_Down)
    press(screen, qtbot, Qt.Key.Key_Return)
    assert len(remembering.named("enter")) == 1


def test_two_who_bear_one_number_are_both_shown_and_enter_picks_neither(
    screen: FindScreen, qtbot: QtBot, remembering: Any, answering: Callable[..., None]
) -> None:
    answering(2, 3)
    remembering.replies["find"] = [typed_hit(2, 1), typed_hit(3, 1)]
    type_in(screen, qtbot, "HQ001-1")
    assert screen.panel.model.rowCount() == 2
    for _ in range(3):
        press(screen, qtbot, Qt.Key.Key_Return)
    assert not remembering.named("enter")
    assert "2 people" in screen.panel._side._ask._title.text()
    press(screen, qtbot, Qt.Key.Key_Down)
    press(screen, qtbot, Qt.Key.Key_Down)
    press(screen, qtbot, Qt.Key.Key_Return)
    ((who, _, how, _, issue),) = remembering.named("enter")
    assert (who, how, issue) == (DelegateId(f"{3:016x}"), How.TYPED, 1)


def test_enter_before_the_answer_to_what_is_typed_checks_nobody_in(
    screen: FindScreen, qtbot: QtBot, remembering: Any
) -> None:
    asked: list[tuple[str, Callable[..., None]]] = []
    object.__setattr__(screen._actions.persons, "find", lambda text, reply: asked.append((text, reply)))
    remembering.replies["cards"] = [card(PEOPLE[DelegateId(f"{3:016x}")])]
    type_in(screen, qtbot, "0003")
    for text, reply in asked:
        reply(Done([typed_hit(3, None)] if text == "0003" else []))
    type_in(screen, qtbot, "-1")
    press(screen, qtbot, Qt.Key.Key_Return)
    screen.panel.field.line.setText("0051")
    press(screen, qtbot, Qt.Key.Key_Return)
    assert not remembering.named("enter")
    assert asked[-1][0] == "0051"


def test_a_void_issue_is_said_and_still_meets_its_decision(
    screen: FindScreen, qtbot: QtBot, remembering: Any, answering: Callable[..., None]
) -> None:
    answering(3)
    person = PEOPLE[DelegateId(f"{3:016x}")]
    remembering.replies["find"] = [typed_hit(3, 1)]
    remembering.replies["cards"] = [DelegateCard(person, BadgeStanding(current=2), Movements())]
    type_in(screen, qtbot, "0003-1")
    side = screen.panel._side
    assert "0003-1" in side._ask._title.text()
    assert "0003-2" in side._ask._line.text()
    assert screen.panel.model.data(screen.panel.model.index(0), RESULT_ROLE).chip == "Badge void"
    press(screen, qtbot, Qt.Key.Key_Return)
    assert remembering.named("enter")[0][-1] == 1


def test_arrows_choose_another_row(
    screen: FindScreen, qtbot: QtBot, answering: Callable[..., None], remembering: Any
) -> None:
    answering(1, 3)
    type_in(screen, qtbot, "o")
    press(screen, qtbot, Qt.Key.Key_Down)
    press(screen, qtbot, Qt.Key.Key_Return)
    assert remembering.named("enter")[0][0] == DelegateId(f"{3:016x}")


def test_without_an_open_session_nobody_is_checked_in_and_the_way_out_is_said(
    screen: FindScreen, qtbot: QtBot, remembering: Any, answering: Callable[..., None]
) -> None:
    screen.at_checkpoint(None)
    answering(3)
    type_in(screen, qtbot, "lin")
    press(screen, qtbot, Qt.Key.Key_Return)
    assert not remembering.named("enter")
    assert "F6" in screen._state.note


def test_a_scan_while_typing_shows_in_the_strip_and_keeps_the_field(
    screen: FindScreen, qtbot: QtBot, answering: Callable[..., None], outcome_of: Any
) -> None:
    answering(3)
    type_in(screen, qtbot, "lin")
    screen.scanned(Done(outcome_of(Reason.ADMITTED)))
    assert "GO" in screen.panel.strip.accessibleName()
    assert screen.panel.field.text() == "lin"
    screen.shown()
    assert "Ready" in screen.panel.strip.accessibleName()


def test_a_question_that_came_by_scan_says_that_it_waits(screen: FindScreen, outcome_of: Any) -> None:
    screen.scanned(Done(outcome_of(Reason.WRONG_BUS, bus="2-1")))
    assert "waits in Recent scans" in screen.panel.strip.accessibleName()


def test_somebody_scanned_elsewhere_turns_their_row_at_once(
    screen: FindScreen, qtbot: QtBot, remembering: Any, answering: Callable[..., None], at_nine: Instant
) -> None:
    answering(3)
    type_in(screen, qtbot, "lin")
    index = screen.panel.model.index(0)
    assert index.data(RESULT_ROLE).chip == "Not in yet"
    remembering.replies["cards"] = [card(PEOPLE[DelegateId(f"{3:016x}")], inside=at_nine)]
    screen.stale(frozenset({Changed.PRESENCES}))
    assert screen.panel.model.index(0).data(RESULT_ROLE).chip == "In 09:12"


def test_printing_only_sends_the_badge_to_the_first_printer(
    screen: FindScreen, qtbot: QtBot, remembering: Any, answering: Callable[..., None]
) -> None:
    answering(3)
    remembering.kept = Settings(printers=(PRINTER,))
    type_in(screen, qtbot, "lin")
    job = Job(JobId("j"), DelegateId(f"{3:016x}"), 1, "P1", JobState.QUEUED, "", Instant(1))
    remembering.replies["print"] = Owed(job, frozenset())
    # The undo bar takes back the last scan, which printing is not.
    with qtbot.assertNotEmitted(screen.done_aloud):
        qtbot.mouseClick(screen.panel._side.print_only, Qt.MouseButton.LeftButton)
    assert remembering.named("print") == [(DelegateId(f"{3:016x}"), "P1")]
    assert "on its way" in screen._state.done


def test_a_badge_that_was_printed_before_goes_to_the_badge_desk_for_a_reason(
    screen: FindScreen, qtbot: QtBot, remembering: Any, answering: Callable[..., None]
) -> None:
    answering(3)
    who = DelegateId(f"{3:016x}")
    remembering.kept = Settings(printers=(PRINTER,))
    job = Job(JobId("j"), who, 1, "P1", JobState.CONFIRMED, "", Instant(1))
    remembering.replies["print"] = Owed(job, frozenset())
    type_in(screen, qtbot, "lin")
    with qtbot.waitSignal(screen.asked_for) as asked:
        qtbot.mouseClick(screen.panel._side.print_only, Qt.MouseButton.LeftButton)
    assert asked.args == [Destination("badges", who)]


def test_escape_leaves_and_nobody_fits_leads_to_a_walk_in(
    screen: FindScreen, qtbot: QtBot, answering: Callable[..., None]
) -> None:
    answering()
    type_in(screen, qtbot, "zz")
    assert "Nobody fits" in screen.panel._message.title.text()
    with qtbot.waitSignal(screen.asked_for) as asked:
        qtbot.mouseClick(screen.panel._walk_in, Qt.MouseButton.LeftButton)
    assert asked.args == [Destination("walk_in", "zz")]
    with qtbot.waitSignal(screen.left):
        press(screen, qtbot, Qt.Key.Key_Escape)


def test_opened_for_a_person_it_shows_that_person(screen: FindScreen, remembering: Any) -> None:
    who = DelegateId(f"{3:016x}")
    remembering.replies |= {"resolve": who, "card": card(PEOPLE[who])}
    screen.opened_for(who)
    assert screen._state.chosen == who
    assert screen.panel.field.text() == "0003"


def test_all_words_change_with_the_language(screen: FindScreen, qtbot: QtBot, answering: Callable[..., None]) -> None:
    answering(1, 2)
    type_in(screen, qtbot, "oy")
    words.speak("zh")
    screen.retranslate()
    assert screen.panel.model.index(0).data(RESULT_ROLE).chip == "未签到"
    assert screen.panel._side.check_in.text() == "签到"
    assert screen.help_text().startswith("输入")


def test_every_widget_that_tab_reaches_has_a_name(
    screen: FindScreen, qtbot: QtBot, answering: Callable[..., None], focusable: Callable[[QWidget], list[QWidget]]
) -> None:
    answering(1, 2)
    type_in(screen, qtbot, "oy")
    assert not [each for each in focusable(screen) if each.isVisible() and not each.accessibleName()]


def rows(count: int) -> list[ResultRow]:
    return [ResultRow(f"人{number}") for number in range(count)]


def ids(count: int) -> tuple[DelegateId, ...]:
    return tuple(DelegateId(f"{number:016x}") for number in range(count))


def test_the_model_is_a_sound_one_and_asks_for_pages(qtmodeltester: Any) -> None:
    asked: list[Sequence[DelegateId]] = []
    model = FindModel()
    model.page_wanted.connect(asked.append)
    model.show(ids(50), rows(PAGE))
    qtmodeltester.check(model, force_py=True)
    asked.clear()
    model.show(ids(45), rows(PAGE))
    model.fetchMore(model.index(-1))
    model.fetchMore(model.index(-1))
    assert [len(page) for page in asked] == [PAGE, 5]
    assert not model.canFetchMore(model.index(-1))
    model.show(ids(45), rows(45))
    assert model.rowCount() == 45


# ---- a key that was on its way


def test_enter_means_nobody_who_has_not_been_looked_at(
    screen: FindScreen, qtbot: QtBot, answering: Callable[..., None], remembering: Any, looked_at: pytest.MonkeyPatch
) -> None:
    looked_at.undo()
    now = [0.0]
    screen.seen._clock = lambda: now[0]
    answering(3)
    type_in(screen, qtbot, "lin")
    qtbot.keyClick(screen.panel.field.line, Qt.Key.Key_Return)
    assert remembering.named("enter") == []
    qtbot.waitUntil(lambda: screen.seen._painted is not None)
    qtbot.keyClick(screen.panel.field.line, Qt.Key.Key_Return)
    assert remembering.named("enter") == []
    now[0] = 0.3
    qtbot.keyClick(screen.panel.field.line, Qt.Key.Key_Return)
    assert len(remembering.named("enter")) == 1


def test_who_stays_chosen_while_more_is_typed_has_been_looked_at(
    screen: FindScreen, qtbot: QtBot, answering: Callable[..., None], looked_at: pytest.MonkeyPatch
) -> None:
    looked_at.undo()
    screen.seen._grace = 0
    answering(3)
    type_in(screen, qtbot, "lin")
    qtbot.waitUntil(lambda: bool(screen.seen))
    type_in(screen, qtbot, "r")
    assert screen.seen
