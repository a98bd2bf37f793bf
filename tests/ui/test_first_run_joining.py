"""The first run's way to the others: every trouble has a sentence and a way on, and nothing is typed twice."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from test_first_run_window import Asked, step
from test_layout_windows import INVITED, problems

from checkin_app.domain.comparing import Spoken
from checkin_app.domain.enrolment import Standing
from checkin_app.domain.forum import Forum
from checkin_app.domain.ids import StationId
from checkin_app.domain.problem import Problem
from checkin_app.domain.problems import DiskFull, WorkStopped
from checkin_app.domain.problems_hub import (
    ForumDiffers,
    HubForeign,
    HubNotReached,
    HubRefused,
    InvitationInvalid,
    InvitationSpent,
    KeptApart,
    NotJoined,
    ShutOut,
    WordsDiffer,
)
from checkin_app.domain.sync.coming import Coming
from checkin_app.domain.sync.status import ClockOffset
from checkin_app.runtime.lanes import Done, Fault, Troubled
from checkin_app.ui import words
from checkin_app.ui.first_run.actions import JoinWanted
from checkin_app.ui.first_run.joining import state as joining
from checkin_app.ui.first_run.joining.state import Agreeing, JoinEntered, JoiningState, Phase
from checkin_app.ui.first_run.joining.state import Asked as Answer
from checkin_app.ui.first_run.state import Entered, Step
from checkin_app.ui.first_run.window import FirstRunWindow

CODE = INVITED.text()
STATION = StationId("0123456789abcdef")
ASKING, MEMBER = Answer(STATION, Standing.ASKING), Answer(STATION, Standing.MEMBER)
AGREEING = Agreeing(CODE, (Spoken.LION, Spoken.MOON, Spoken.SALT, Spoken.KITE))


@pytest.fixture
def asked(forum: Forum) -> Asked:
    return Asked(forum)


@pytest.fixture
def window(dressed: QApplication, qtbot: QtBot, asked: Asked) -> FirstRunWindow:
    made = FirstRunWindow(asked.actions())
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    return made


def at_code(window: FirstRunWindow, secret: str = "") -> FirstRunWindow:
    """Go to where an invitation is scanned or typed."""
    window.panel.language.chosen.emit("en")
    QTest.mouseClick(window.panel.way.join.button, Qt.MouseButton.LeftButton)
    page = window.panel.name
    for field, text in ((page.name, "Desk 3"), (page.passphrase, secret), (page.again, secret)):
        field.set_text(text)
        field.edited.emit(text)
    window.proceed()
    assert step(window) is Step.JOIN
    return window


def said(window: FirstRunWindow) -> tuple[str, str]:
    """Return what is in the way, and the next step, where they are seen."""
    note = window.panel.joining.trouble
    return (note._title.text(), note._line.text()) if note.isVisible() else ("", "")


def phase(window: FirstRunWindow) -> Phase:
    return window.state.join.phase


def test_a_scan_goes_on_by_itself(window: FirstRunWindow, asked: Asked) -> None:
    asked.joined = Done(ASKING)
    at_code(window, "long enough").scan([CODE])
    assert asked.named("join") == [(JoinWanted(CODE, "", "Desk 3", "long enough"),)]
    assert phase(window) is Phase.ASKING
    assert "Desk 3" in window.panel.joining.asking.name.text()
    assert window.state.passphrase == "", "the station is there: it is not needed any more"


def test_a_scan_that_is_typed_into_the_field_goes_on_by_itself_once_it_is_whole(
    window: FirstRunWindow, asked: Asked
) -> None:
    line = at_code(window).panel.joining.code.line
    QTest.keyClicks(line, CODE[:-1])
    assert asked.named("join") == []
    QTest.keyClicks(line, CODE[-1])
    assert len(asked.named("join")) == 1


def test_what_is_no_invitation_is_said_to_be_none_and_nobody_is_asked(window: FirstRunWindow, asked: Asked) -> None:
    at_code(window)
    for text in ("", "HTTPS://EXAMPLE.ORG", CODE[:-3]):
        window.panel.joining.code.set_text(text)
        window.panel.joining.typed.emit()
        window.proceed()
        assert "no invitation" in said(window)[0]
    window.scan(["MECARD:N:Lin;;"])
    assert "no invitation" in said(window)[0]
    assert asked.calls[-1][0] == "entered"
    assert asked.named("join") == asked.named("pair") == []


@pytest.mark.parametrize("kind", [ForumDiffers, HubForeign, InvitationSpent, NotJoined, WordsDiffer])
def test_where_an_invitation_is_worth_nothing_any_more_another_is_asked_for(
    window: FirstRunWindow, asked: Asked, kind: type[Problem]
) -> None:
    [problem] = problems(kind)
    asked.joined = Troubled(problem)
    at_code(window).scan([CODE])
    assert phase(window) is Phase.CODE
    assert window.panel.joining.code.text() == ""
    assert all(said(window))
    asked.joined = Done(ASKING)
    window.scan([CODE])
    assert phase(window) is Phase.ASKING


@pytest.mark.parametrize("kind", [HubNotReached, KeptApart, HubRefused])
def test_what_may_pass_is_tried_again_by_itself_and_at_a_wish(
    window: FirstRunWindow, asked: Asked, qtbot: QtBot, kind: type[Problem]
) -> None:
    asked.joined = Troubled(next(iter(problems(kind))))
    at_code(window).scan([CODE])
    assert phase(window) is Phase.LOOKING
    assert all(said(window))
    assert "Work on" not in said(window)[1], "nobody works here yet"
    assert window.joining._again.isActive()
    window.proceed()
    assert len(asked.named("join")) == 2
    asked.joined = Done(ASKING)
    window.joining._again.start(0)
    qtbot.waitUntil(lambda: phase(window) is Phase.ASKING)
    assert said(window) == ("", "")


def test_a_network_that_keeps_laptops_apart_is_said_with_what_to_do(window: FirstRunWindow, asked: Asked) -> None:
    asked.joined = Troubled(KeptApart(addresses="192.168.1.5:7443"))
    at_code(window).scan([CODE])
    sentence, do = said(window)
    assert "keeps laptops apart" in sentence
    assert all(word in do for word in ("cable", "router", "hotspot"))


def test_words_that_differ_end_it_before_anything_is_made(window: FirstRunWindow, asked: Asked) -> None:
    asked.paired = Done(AGREEING)
    at_code(window).panel.joining.code.set_text("abcde-fghjk")
    window.panel.joining.typed.emit()
    window.proceed()
    assert asked.named("pair") == [("abcde-fghjk", "")]
    assert "lion" in window.panel.joining.words_part.words.text()
    QTest.mouseClick(window.panel.joining.words_part.differ, Qt.MouseButton.LeftButton)
    assert "The words are not those" in said(window)[0]
    assert asked.named("join") == []
    assert phase(window) is Phase.CODE


def test_words_that_are_the_same_are_worth_a_whole_invitation_once_they_were_seen(
    window: FirstRunWindow, asked: Asked, qtbot: QtBot
) -> None:
    asked.paired, asked.joined = Done(AGREEING), Done(ASKING)
    at_code(window).panel.joining.code.set_text("ABCDEFGHJK")
    window.panel.joining.typed.emit()
    window.proceed()
    window.proceed()
    assert asked.named("join") == [], "a second Enter was on its way before the words were there"
    qtbot.waitUntil(lambda: bool(window.panel.joining.words_seen))
    window.proceed()
    assert asked.named("join")[0][0].code == CODE


def test_it_waits_until_it_is_let_in_and_then_takes_over(window: FirstRunWindow, asked: Asked, qtbot: QtBot) -> None:
    asked.joined = Done(ASKING)
    at_code(window).scan([CODE])
    assert not window.panel.go_on.isEnabled()
    asked.joined = Done(MEMBER)
    window.joining._again.start(0)
    qtbot.waitUntil(lambda: phase(window) is Phase.RECEIVING)
    assert asked.named("join")[-1][0].code == "", "the invitation is used up"
    told, reply = asked.receiving[-1]
    told(Coming(1000, 4000, 300, 310, 620))
    assert "1,000" in window.panel.joining.receiving.how_far.text()
    assert "300 people" in window.panel.joining.receiving.came.text()
    reply(Done(None))
    assert phase(window) is Phase.READY
    QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_Return)
    assert step(window) is Step.CHECK, "no button beside took the focus of what was hidden"
    assert words.spoken() == "en"
    assert not window.panel.back.isVisible()


def receiving(window: FirstRunWindow, asked: Asked) -> tuple[Any, Any]:
    asked.joined = Done(MEMBER)
    at_code(window).scan([CODE])
    told, reply = asked.receiving[-1]
    return told, reply


def test_what_is_received_can_be_stopped_and_gone_on_with(window: FirstRunWindow, asked: Asked) -> None:
    _told, reply = receiving(window, asked)
    QTest.mouseClick(window.panel.joining.receiving.stop, Qt.MouseButton.LeftButton)
    assert asked.stops == 1
    reply(Troubled(WorkStopped()))
    assert said(window) == ("", "")
    assert window.panel.go_on.text() == "Go on receiving"
    assert not window.joining._again.isActive(), "whoever stops it says when it goes on"
    window.proceed()
    assert len(asked.receiving) == 2
    window.close()
    assert asked.stops == 2, "closing it stops it"


def test_a_hub_that_goes_away_in_the_middle_is_looked_for_again(
    window: FirstRunWindow, asked: Asked, qtbot: QtBot
) -> None:
    told, reply = receiving(window, asked)
    told(Coming(1000, 4000))
    reply(Troubled(HubNotReached(addresses="192.168.1.5:7443")))
    assert "192.168.1.5" in said(window)[0]
    assert "1,000" in window.panel.joining.receiving.how_far.text(), "what came is still said"
    window.panel.joining.hub.set_text("192.168.1.9")
    window.panel.joining.typed.emit()
    window.joining._again.start(0)
    qtbot.waitUntil(lambda: len(asked.receiving) == 2)
    assert asked.named("join")[-1][0].hub == "192.168.1.9"


def test_a_full_disk_is_said_and_not_tried_again_until_somebody_says_so(window: FirstRunWindow, asked: Asked) -> None:
    _told, reply = receiving(window, asked)
    reply(Troubled(DiskFull()))
    assert all(said(window))
    assert not window.joining._again.isActive()
    window.proceed()
    assert len(asked.receiving) == 2


def test_a_clock_that_is_a_day_wrong_is_said(window: FirstRunWindow, asked: Asked) -> None:
    _told, reply = receiving(window, asked)
    reply(Done(ClockOffset(-2 * 86_400_000, 20)))
    assert "2 days ahead" in said(window)[0]
    assert "Set whichever is wrong" in said(window)[1]


def test_whoever_was_shut_out_is_told_and_may_scan_another_invitation(window: FirstRunWindow, asked: Asked) -> None:
    asked.joined = Done(ASKING)
    at_code(window).scan([CODE])
    asked.joined = Troubled(ShutOut())
    window.joining._do()
    assert "shut out" in said(window)[0]
    assert window.panel.back.isVisible()
    QTest.mouseClick(window.panel.back, Qt.MouseButton.LeftButton)
    assert phase(window) is Phase.CODE
    assert not window.panel.back.isVisible(), "its name is settled"


def test_an_answer_to_what_was_left_is_heard_no_more(window: FirstRunWindow, asked: Asked) -> None:
    asked.joined = Done(ASKING)
    at_code(window).scan([CODE])
    QTest.mouseClick(window.panel.back, Qt.MouseButton.LeftButton)
    window.joining._answered(Phase.ASKING, Done(MEMBER))
    assert phase(window) is Phase.CODE


def test_a_fault_of_ours_is_said_and_leaves_a_way_on(window: FirstRunWindow, asked: Asked) -> None:
    asked.joined = Fault(RuntimeError())
    at_code(window).scan([CODE])
    assert all(said(window))
    assert window.panel.go_on.isEnabled()


def test_a_passphrase_is_typed_again_and_the_code_is_not(dressed: QApplication, qtbot: QtBot, asked: Asked) -> None:
    kept = JoinEntered(Phase.LOOKING, CODE, "192.168.1.9")
    asked.entered = Entered(Step.JOIN, "en", name="Desk 3", joins=True, join=kept, secret=True)
    asked.joined = Done(ASKING)
    window = FirstRunWindow(asked.actions())
    qtbot.addWidget(window)
    assert step(window) is Step.NAME
    for field in (window.panel.name.passphrase, window.panel.name.again):
        field.set_text("long enough")
        field.edited.emit("long enough")
    window.proceed()
    assert asked.named("join") == [(JoinWanted(CODE, "192.168.1.9", "Desk 3", "long enough"),)]


PROBLEMS = [*problems()]
MOVES = st.one_of(
    st.sampled_from([CODE, "no code", ""]).map(lambda text: lambda state: joining.code_scanned(state, text)),
    st.sampled_from(PROBLEMS).map(lambda problem: lambda state: joining.troubled(state, problem)),
    st.sampled_from([ASKING, MEMBER]).map(lambda answer: lambda state: joining.answered(state, answer)),
    st.sampled_from([
        joining.begun, joining.sought, joining.agreed, joining.disagreed, joining.failed, joining.gone_back,
        lambda state: joining.paired(state, AGREEING), lambda state: joining.received(state, None),
        lambda state: joining.moved_on(state, Coming(1, 2)),
        lambda state: joining.resumed(JoiningState(), joining.draft_of(state), made=state.made),
    ]),
)  # fmt: skip


@given(st.lists(MOVES, max_size=12))
def test_there_is_always_a_way_on_whatever_has_happened(moves: list[Any]) -> None:
    state = replace(JoiningState(), name="Desk 3")
    for move in moves:
        state = move(state)
        waits = state.busy or (state.phase is Phase.ASKING and not state.is_in_trouble)
        assert state.may_go_on or state.may_go_back or waits
        assert not (state.problem and isinstance(state.problem, InvitationInvalid) and state.phase is Phase.READY)
        kept = joining.draft_of(state)
        assert not (state.phase in {Phase.ASKING, Phase.RECEIVING, Phase.READY} and kept.code), (
            "what was used is not kept"
        )
