"""The first run's other path: from nothing to a laptop that holds all that the others know, broken off anywhere."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from venuekit import Venue

from checkin_app.bootstrap import joining_in
from checkin_app.bootstrap import station as stations
from checkin_app.bootstrap.first_run import is_under_way, run_first
from checkin_app.bootstrap.window import new_application
from checkin_app.domain.comparing import said
from checkin_app.domain.invitations import shown_short
from checkin_app.services.badges import code_of
from checkin_app.ui import words
from checkin_app.ui.first_run.joining.state import Phase
from checkin_app.ui.first_run.state import Step
from checkin_app.ui.first_run.window import FirstRunWindow

Lead = Callable[[FirstRunWindow], object]
#: Seconds in which a first run changes in some way, on the slowest machine.
_PATIENCE = 120
pytestmark = pytest.mark.qt_log_ignore("PulseAudio", "pulseaudio", "ALSA", "pipewire", "qt.multimedia", extend=True)


@pytest.fixture
def application(qtbot: QtBot) -> Iterator[QApplication]:
    application = new_application()
    words.speak("en")
    yield application
    words.speak("en")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "desk"


@pytest.fixture
def led(application: QApplication, folder: Path) -> Callable[[Lead], bool]:
    """Return what shows the first run's window to `lead` every few milliseconds until it ends, or stands still too long."""

    def run(lead: Lead) -> bool:
        faults: list[BaseException] = []
        stood = {"where": None, "since": time.monotonic()}

        def step() -> None:
            for each in application.topLevelWidgets():
                if isinstance(each, FirstRunWindow) and each.isVisible():
                    lead(each)
                    if stood["where"] != each.state:
                        stood.update(where=each.state, since=time.monotonic())
                    elif time.monotonic() > stood["since"] + _PATIENCE:
                        faults.append(AssertionError(each.state))
                        each.close()

        leading = QTimer()
        leading.timeout.connect(step)
        leading.start(20)
        try:
            return run_first(folder, application, faults.append)
        finally:
            leading.stop()
            assert not faults, faults

    return run


def named(window: FirstRunWindow, name: str = "Desk 3") -> None:
    """Choose to join, and type the laptop's name."""
    if window.state.step is Step.LANGUAGE:
        window.proceed()
    elif window.state.step is Step.WAY:
        window.panel.way.join.button.click()
    elif window.state.step is Step.NAME:
        window.panel.name.name.set_text(name)
        window.panel.name.edited.emit()
        window.proceed()


def type_in(window: FirstRunWindow, code: str, hub: str) -> None:
    """Type a code and the hub's address, and say to look there."""
    window.panel.joining.code.set_text(code)
    window.panel.joining.hub.set_text(hub)
    window.panel.joining.typed.emit()
    window.proceed()


def going_on(window: FirstRunWindow, code: str) -> None:
    """Scan what was not scanned before, and say that the words are the same."""
    if window.state.join.phase is Phase.CODE and code:
        window.scan([code])
    elif window.state.join.phase is Phase.WORDS:
        window.proceed()


def finished(window: FirstRunWindow) -> None:
    """Say what there is to say once it is ready."""
    if window.state.step is Step.CHECK or window.state.join.phase is Phase.READY:
        window.proceed()


def admitting(venue: Venue, window: FirstRunWindow, name: str = "Desk 3") -> None:
    """Let it in where it waits for that, as a coordinator does who sees its name and the beginning of its key."""
    if window.state.join.phase is Phase.ASKING and window.state.join.station:
        waiting = [each for each in venue.hub_laptop.station.queries.enrolments() if each.standing.value == "asking"]
        for each in waiting:
            assert each.name == name
            assert each.station == window.state.join.station
            assert each.station[:8] in window.panel.joining.asking.key.text()
            venue.admit(name)


def test_a_laptop_joins_by_one_scan_and_opens_with_all_that_the_others_know(
    venue: Venue, led: Callable[[Lead], bool], folder: Path
) -> None:
    guest = venue.hub_laptop.register("林若溪")
    mailed = code_of(venue.hub_laptop.station.signer, venue.hub_laptop.station.forum.id, guest.id, 1)
    code = venue.hub.invite().invitation.text()
    seen: list[Phase] = []

    def lead(window: FirstRunWindow) -> None:
        if window.state.step is Step.JOIN and window.state.join.phase not in seen:
            seen.append(window.state.join.phase)
            if window.state.join.phase is Phase.CODE:
                window.scan([code])
        elif window.state.step is not Step.JOIN:
            named(window)
        admitting(venue, window)
        finished(window)

    assert led(lead)
    assert seen[0] is Phase.CODE
    assert seen[-1] is Phase.READY
    assert not is_under_way(folder)
    desk = venue.open(folder)
    assert desk.station.station.name == "Desk 3"
    assert desk.names() == {"林若溪"}
    checkpoint = desk.station.forum.sessions[0].checkpoint
    assert desk.station.scanning.scan((mailed,), checkpoint).decision.reason.value == "admitted"


def test_an_invitation_may_be_scanned_before_anything_is_chosen(venue: Venue, led: Callable[[Lead], bool]) -> None:
    code = venue.hub.invite().invitation.text()

    def lead(window: FirstRunWindow) -> None:
        if window.state.step is Step.LANGUAGE:
            window.scan([code])
        elif window.state.step is Step.NAME:
            named(window)
        admitting(venue, window)
        finished(window)

    assert led(lead)


def test_a_typed_code_goes_on_once_the_words_are_the_same(
    venue: Venue, led: Callable[[Lead], bool], folder: Path
) -> None:
    short, hub = shown_short(venue.hub.invite().short), str(venue.hub.address)
    compared: list[str] = []

    def lead(window: FirstRunWindow) -> None:
        join = window.state.join
        if window.state.step is not Step.JOIN:
            named(window)
        elif join.phase is Phase.CODE:
            type_in(window, short.lower(), hub)
        elif join.phase is Phase.WORDS and join.agreeing:
            assert not stations.exists(folder), "nothing is made before the words are compared"
            compared[:] = [said(join.agreeing.words)]
            assert compared == venue.words
            window.proceed()
        admitting(venue, window)
        finished(window)

    assert led(lead)
    assert compared


@pytest.mark.parametrize("at", [Phase.CODE, Phase.WORDS, Phase.ASKING, Phase.RECEIVING, Phase.READY])
def test_closed_half_way_it_goes_on_at_that_step_with_nothing_typed_twice(
    venue: Venue, led: Callable[[Lead], bool], folder: Path, at: Phase, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(30):
        venue.hub_laptop.register(f"Guest {number}")
    shown, hub = venue.hub.invite(), str(venue.hub.address)
    typed = shown_short(shown.short) if at is Phase.WORDS else shown.invitation.text()

    def entered(window: FirstRunWindow) -> None:
        if window.state.step is not Step.JOIN:
            named(window)
        elif window.state.join.phase is at:
            window.close()
        elif window.state.join.phase is Phase.CODE:
            type_in(window, typed, hub)
        elif at is not Phase.ASKING:
            admitting(venue, window)

    with monkeypatch.context() as patched:
        if at is Phase.RECEIVING:  # closed while it is under way: nothing has come yet
            patched.setattr(joining_in._Taking, "take_over", lambda self, _folder: self.stopped.wait(20))
        assert not led(entered)
    assert is_under_way(folder) == stations.exists(folder) == (at not in {Phase.CODE, Phase.WORDS})
    first: list[tuple[Step, Phase]] = []

    def again(window: FirstRunWindow) -> None:
        state = window.state
        if state.step is not Step.LANGUAGE and not first:
            first.append((state.step, state.join.phase))
            assert state.name == "Desk 3"
        going_on(window, shown.invitation.text() if at is Phase.CODE else "")
        admitting(venue, window)
        finished(window)

    assert led(again)
    assert first[0][0] is Step.JOIN
    assert at is Phase.CODE or first[0][1] is not Phase.CODE
    assert venue.open(folder).names() == venue.hub_laptop.names()
