"""The hub within the window: switched on and off while scans go on, remembered, and what keeps it from being one is said."""

import json
import socket
import threading

import httpx2
import pytest
from shiboken6 import delete

from checkin_app.bootstrap import meeting
from checkin_app.bootstrap import station as stations
from checkin_app.bootstrap.application import StationApplication
from checkin_app.bootstrap.window import new_application
from checkin_app.cli.parts import JoinWish
from checkin_app.domain.changes import Changed
from checkin_app.domain.delegates import Delegate
from checkin_app.domain.enrolment import Role, Standing
from checkin_app.domain.ids import CategoryId, DelegateId
from checkin_app.domain.invitations import parse_invitation
from checkin_app.domain.problems import StoreNotWritable
from checkin_app.domain.problems_hub import HubNotReached, PortTaken
from checkin_app.domain.sync.hosting import Hosting
from checkin_app.domain.sync.status import Reach
from checkin_app.runtime.lanes import Done, Troubled
from checkin_app.runtime.settings import Settings, save
from checkin_app.sync import hosting, served
from checkin_app.sync.pinned import pinned_context
from checkin_app.ui import words
from checkin_app.ui.shell.screen import Destination

PATIENCE_MS = 20_000
pytestmark = pytest.mark.qt_log_ignore("PulseAudio", "pulseaudio", "ALSA", "pipewire", "qt.multimedia", extend=True)


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as some:
        return int(some.getsockname()[1])


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A station whose hub is reached over the loopback alone."""
    monkeypatch.setattr(meeting, "EVERYWHERE", hosting.Address("127.0.0.1", 0))
    folder = tmp_path / "hub"
    stations.new_station(folder, "gstf-2024", "Hub", "")
    save(folder / "settings.toml", Settings(hub_port=_free_port()))
    return folder


@pytest.fixture
def opened(qtbot):
    """Return what opens the window of a folder; all of them are closed in the end."""
    new_application()
    words.speak("en")
    faults, windows = [], []

    def open_window(folder) -> StationApplication:
        windows.append(StationApplication(folder, faults.append))
        windows[-1].begin()
        return windows[-1]

    def close(window) -> None:
        windows.remove(window)
        window.window.close()
        window.close()
        delete(window.window)

    open_window.close = close
    yield open_window
    for each in [*windows]:
        close(each)
    assert not faults, faults


@pytest.fixture
def switched(qtbot):
    """Return what switches the hub of a window, and waits until it is so."""

    def switch(window, *, on: bool):
        answers = []
        window.own_hub.switch(on, answers.append)
        qtbot.waitUntil(lambda: bool(answers), timeout=PATIENCE_MS)
        assert isinstance(answers[0], Done), answers
        return answers[0].value

    return switch


@pytest.fixture
def invited(qtbot, monkeypatch):
    """Return what invites by a window, and returns the text of the code and what is typed."""
    from printing import qr

    def invite(window):
        texts, answers = [], []
        drawn = qr.matrix
        monkeypatch.setattr(qr, "matrix", lambda text: (texts.append(text), drawn(text))[1])
        window.own_hub.invite(answers.append)
        qtbot.waitUntil(lambda: bool(answers), timeout=PATIENCE_MS)
        assert isinstance(answers[0], Done), answers
        return texts[0], answers[0].value

    return invite


def test_a_laptop_joins_the_hub_of_a_window_and_what_it_does_is_shown_there(  # noqa: PLR0917 - what it takes
    tmp_path, folder, opened, switched, invited, qtbot, monkeypatch
) -> None:
    window, shown = opened(folder), []
    monkeypatch.setattr(window.window, "changed", shown.append)
    assert switched(window, on=True).hosting is Hosting.ON
    code, invitation = invited(window)
    assert parse_invitation(code).forum == window.station.forum.id
    assert len(invitation.short) == 11
    assert meeting.join(tmp_path / "desk", JoinWish(code, "Desk 3")).standing is Standing.ASKING
    qtbot.waitUntil(lambda: any(Changed.STATIONS in each for each in shown), timeout=PATIENCE_MS)
    asking = next(each for each in window.station.queries.enrolments() if each.name == "Desk 3")
    window.station.enrolling.admit(asking.station, "Desk 3", Role.DESK)
    whole = stations.opened(tmp_path / "desk")
    try:
        whole.station.people.register(Delegate(DelegateId(""), "林若溪", category=CategoryId("delegate")))
        meeting.network_of(tmp_path / "desk", whole, lambda _changes: None, _raised).meet_once()
    finally:
        whole.store.close()
    qtbot.waitUntil(lambda: any(Changed.DELEGATES in each for each in shown), timeout=PATIENCE_MS)
    status = window.together.status()
    assert (status.reach, status.heard) == (Reach.HUB, 1)
    assert status.stations[asking.station].at is not None
    assert window.own_hub.seen().was_asked or switched(window, on=True).was_asked


def _raised(error: BaseException) -> None:
    raise error


def test_a_switch_that_is_turned_quickly_ends_as_it_was_turned_last(folder, opened, switched, qtbot) -> None:
    window, answers = opened(folder), []
    for on in (True, False, True, False, True):
        window.own_hub.switch(on, answers.append)
    qtbot.waitUntil(lambda: len(answers) == 5, timeout=PATIENCE_MS)
    assert window.own_hub.seen().hosting is Hosting.ON
    assert served.served_at(folder) is not None
    assert switched(window, on=False).hosting is Hosting.OFF
    assert served.served_at(folder) is None
    assert not [each.name for each in threading.enumerate() if each.name.startswith("hub")]


def test_the_screen_waits_for_no_hub_that_begins(folder, opened, monkeypatch, qtbot) -> None:
    window, gate, answers = opened(folder), threading.Event(), []
    made = meeting.hub_of
    monkeypatch.setattr(meeting, "hub_of", lambda *given: (gate.wait(60), made(*given))[1])
    window.own_hub.switch(True, answers.append)
    assert window.own_hub.seen().hosting is Hosting.STARTING
    gate.set()
    qtbot.waitUntil(lambda: bool(answers), timeout=PATIENCE_MS)
    assert answers[0].value.hosting is Hosting.ON


def test_a_window_that_was_the_hub_is_the_hub_after_its_next_start_at_the_same_port(
    folder, opened, switched, qtbot
) -> None:
    first = opened(folder)
    switched(first, on=True)
    at = served.served_at(folder)
    opened.close(first)
    assert served.served_at(folder) is None
    again = opened(folder)
    qtbot.waitUntil(lambda: again.own_hub.seen().hosting is Hosting.ON, timeout=PATIENCE_MS)
    assert served.served_at(folder) == at


def test_a_port_that_is_taken_is_said_and_tried_again_until_it_is_free(folder, opened, switched) -> None:
    window = opened(folder)
    with socket.create_server(("127.0.0.1", window.settings.current.hub_port)):
        seen = switched(window, on=True)
        assert seen.hosting is Hosting.TROUBLED
        assert isinstance(seen.problem, PortTaken)
        assert window.together.status().reach is Reach.ALONE
    assert switched(window, on=True).hosting is Hosting.ON


def test_a_second_window_at_the_same_port_is_told_so_and_disturbs_the_first_by_nothing(
    tmp_path, folder, opened, switched
) -> None:
    first = opened(folder)
    switched(first, on=True)
    other = tmp_path / "other"
    stations.new_station(other, "gstf-2024", "Other", "")
    save(other / "settings.toml", Settings(hub_port=first.settings.current.hub_port))
    assert switched(opened(other), on=True).hosting is Hosting.TROUBLED
    assert switched(first, on=True).hosting is Hosting.ON


def test_beside_the_command_the_window_is_no_second_hub_and_invites_to_that_one(
    folder, opened, switched, invited
) -> None:
    window = opened(folder)
    host = hosting.Host(folder, window.station, window._opened.store.newest, window._opened.store.keys.database_key)
    command = hosting.HostedHub(host, hosting.Address("127.0.0.1", 0), announce=False)
    try:
        assert switched(window, on=True).hosting is Hosting.ELSEWHERE
        code, _ = invited(window)
        assert parse_invitation(code).pin == command.pin
    finally:
        command.close()
    assert switched(window, on=True).hosting is Hosting.ON


def test_a_hub_whose_window_was_killed_is_begun_again_over_what_it_left(folder, opened, switched) -> None:
    window = opened(folder)
    (folder / "hub").mkdir()
    served.remember(folder, hosting.Address("127.0.0.1", window.settings.current.hub_port))
    assert switched(window, on=True).hosting is Hosting.ON


def test_another_folder_s_hub_at_the_port_of_one_that_was_killed_is_not_taken_for_it(
    folder, opened, switched, tmp_path
) -> None:
    window, other = opened(folder), tmp_path / "other"
    switched(window, on=True)
    at = served.served_at(folder)
    switched(window, on=False)
    stations.new_station(other, "gstf-2024", "Other", "")
    save(other / "settings.toml", Settings(hub_port=at.port))
    second = opened(other)
    assert switched(second, on=True).hosting is Hosting.ON
    served.remember(folder, at)  # as a process leaves it that was killed
    assert served.served_at(folder) is None
    seen = switched(window, on=True)
    assert (seen.hosting, type(seen.problem)) == (Hosting.TROUBLED, PortTaken)
    switched(second, on=False)
    assert switched(window, on=True).hosting is Hosting.ON


def test_a_program_that_has_the_port_of_a_killed_hub_and_says_nothing_is_no_hub(folder, opened, switched) -> None:
    window = opened(folder)
    switched(window, on=True)
    at = served.served_at(folder)
    switched(window, on=False)
    served.remember(folder, at)
    with socket.create_server((at.host, at.port)):
        assert served.served_at(folder) is None


def test_nobody_is_invited_where_no_hub_is(folder, opened, qtbot) -> None:
    window, answers = opened(folder), []
    window.own_hub.invite(answers.append)
    qtbot.waitUntil(lambda: bool(answers), timeout=PATIENCE_MS)
    assert isinstance(answers[0], Troubled)
    assert isinstance(answers[0].problem, HubNotReached)


def test_the_words_to_compare_are_shown_once_the_short_code_was_typed_and_gone_with_the_next_invitation(
    folder, opened, switched, invited
) -> None:
    window = opened(folder)
    switched(window, on=True)
    _, invitation = invited(window)
    paired = meeting.pair(invitation.short, str(served.served_at(folder)))
    assert window.own_hub.seen().words == " ".join(each.value for each in paired.words)
    invited(window)
    assert window.own_hub.seen().words == ""


def test_a_hub_that_goes_deaf_is_begun_anew(folder, opened, switched, monkeypatch) -> None:
    window = opened(folder)
    switched(window, on=True)
    window.own_hub._hub._server.close()
    assert switched(window, on=True).hosting is Hosting.ON
    assert window.own_hub._hub._server.answers()


def test_the_page_shows_the_switch_as_it_stands(folder, opened, switched, qtbot) -> None:
    window = opened(folder)
    window.window.go_to(Destination("laptops"))
    screen = window.window.navigation.in_sight
    qtbot.waitUntil(lambda: screen._state.laptops is not None, timeout=PATIENCE_MS)
    assert screen.panel.card.hub.value() == "off"
    assert not screen._state.may_invite
    screen.panel.card.hub.chosen.emit("on")
    screen.panel.card.hub.chosen.emit("off")  # clicked twice, it is the first that counts
    qtbot.waitUntil(lambda: screen._state.may_invite, timeout=PATIENCE_MS)
    assert screen.panel.card.hub.value() == "on"
    assert json.loads((folder / "hub" / "serving.json").read_text()).endswith(str(window.settings.current.hub_port))


def test_a_phone_signed_in_at_the_window_s_hub_sees_its_buses_in_chinese(folder, opened, switched, qtbot) -> None:
    window = opened(folder)
    switched(window, on=True)
    answers = []
    window.own_hub.sign_in_phone(answers.append)
    qtbot.waitUntil(lambda: bool(answers), timeout=PATIENCE_MS)
    shown = answers[0].value
    pin = bytes.fromhex("".join(shown.phone.fingerprint).replace(":", ""))
    headers = {"accept-language": "zh"}
    with httpx2.Client(
        base_url=shown.phone.page, verify=pinned_context(pin), trust_env=False, headers=headers
    ) as phone:
        assert phone.post("/phone/sign-in", data={"code": shown.short}).status_code == 303
        assert "还没有车辆" in phone.get("/phone").text


def test_a_hub_that_cannot_say_where_it_is_holds_no_port_and_is_begun_once_it_can(
    folder, opened, switched, monkeypatch
) -> None:
    window, remember = opened(folder), served.remember

    def full(folder, _address) -> None:
        raise StoreNotWritable(folder=str(folder))

    monkeypatch.setattr(served, "remember", full)
    assert isinstance(switched(window, on=True).problem, StoreNotWritable)
    monkeypatch.setattr(served, "remember", remember)
    assert switched(window, on=True).hosting is Hosting.ON
