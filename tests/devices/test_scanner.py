"""One scan is handed over once, and the desk is told when no key can reach the application."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from checkin_app.devices import scanner, xkb_layout
from checkin_app.devices.burst import Scan
from checkin_app.devices.scanner import ECHO_MS, Echoes, Scanner


def a_scan(*candidates, device="keyboard"):
    return Scan(candidates, device, 0)


def test_the_same_code_from_two_layers_within_300_ms_is_one_scan():
    echoes = Echoes()
    assert echoes.is_new(a_scan("CODE", "TAILCODE"), 1_000)
    assert not echoes.is_new(a_scan("code", device="serial"), 1_000 + ECHO_MS)
    assert echoes.is_new(a_scan("code", device="serial"), 1_001 + ECHO_MS)


def test_the_same_code_twice_from_one_layer_is_two_scans():
    echoes = Echoes()
    assert echoes.is_new(a_scan("CODE"), 1_000)
    assert echoes.is_new(a_scan("CODE"), 1_100)


def test_two_codes_from_two_layers_are_two_scans():
    echoes = Echoes()
    assert echoes.is_new(a_scan("ONE"), 1_000)
    assert echoes.is_new(a_scan("TWO", device="serial"), 1_000)


def test_it_says_whether_keys_reach_the_application(qapp):
    ears = Scanner()
    told = []
    ears.hearing_changed.connect(told.append)
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    assert not ears.heard
    ears.start(qapp)
    for state in (Qt.ApplicationState.ApplicationActive, Qt.ApplicationState.ApplicationInactive):
        qapp.applicationStateChanged.emit(state)
        assert ears.heard == (state == Qt.ApplicationState.ApplicationActive)
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    ears.stop()
    assert told[-3:] == [True, False, True, False][-3:]
    assert not ears.heard


@pytest.mark.parametrize("times", [1, 2])
def test_stopping_gives_back_what_is_held_and_starting_twice_hears_once(qtbot, qapp, keyboard, times):
    ears = Scanner()
    heard = []
    ears.scanned.connect(heard.append)
    edit = QLineEdit()
    qtbot.addWidget(edit)
    edit.show()
    for _ in range(times):
        ears.start(qapp)
    keyboard.scan(edit.windowHandle(), "ABCDEFGHIJ")
    keyboard.type(edit.windowHandle(), "x")

    for _ in range(times):
        ears.stop()

    assert len(heard) == 1
    assert edit.text() == "x"
    keyboard.scan(edit.windowHandle(), "abc", gap=2, terminator="")
    assert edit.text() == "xabc"


def test_what_is_made_at_one_go_passes_nobody_by_and_scans_are_heard_again_afterwards(qtbot, qapp, keyboard):
    """Each event that a filter of the application sees is a call into Python."""
    ears, seen, heard = Scanner(), [], []
    ears.scanned.connect(heard.append)
    ears.start(qapp)
    wedge = ears._wedge
    plain = wedge.eventFilter
    wedge.eventFilter = lambda watched, event: seen.append(event) or plain(watched, event)

    def made():
        edit = QLineEdit()
        qtbot.addWidget(edit)
        edit.show()
        return edit

    edit = ears.unheard(made)
    assert not seen
    with pytest.raises(ZeroDivisionError):
        ears.unheard(lambda: 1 / 0)
    keyboard.scan(edit.windowHandle(), "ABCDEFGHIJ")
    assert seen
    assert len(heard) == 1
    ears.stop()
    assert ears.unheard(lambda: 5) == 5


def test_without_the_layout_s_library_scans_are_read_by_us_keys(monkeypatch):
    def absent(_name):
        raise OSError("no such library")

    monkeypatch.setattr(xkb_layout.ctypes, "CDLL", absent)
    assert scanner.layout_in_force() is None
