"""What cannot be taken back is held down, and never where another control has just been."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QKeyEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from checkin_app.ui.kit import held, holding, settling
from checkin_app.ui.kit.held import HeldButton
from checkin_app.ui.kit.meant import Meant

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def window(dressed: QApplication, qtbot: QtBot) -> Iterator[QWidget]:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(600, 300)
    made.show()
    yield made
    made.close()


@pytest.fixture
def button(window: QWidget, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> HeldButton:
    """A button that has settled; it is held for a second and more, as at a real door."""
    monkeypatch.setattr(settling, "SETTLE_MS", 0)
    made = HeldButton(parent=window)
    made.set_act("3-2", "Leave without 2", ["Anna", "Ben"])
    made.setGeometry(50, 50, 240, 80)
    made.show()
    qtbot.waitUntil(lambda: made.settled)
    return made


@pytest.fixture
def heard(button: HeldButton) -> list[object]:
    told: list[object] = []
    button.meant.connect(told.append)
    button.clicked.connect(lambda: told.append("clicked"))
    return told


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """A hold ends in a moment; needed where it is to end at all."""
    monkeypatch.setattr(holding, "HOLD_MS", 1)


def _key(
    button: HeldButton, kind: QEvent.Type, key: Qt.Key = Qt.Key.Key_Space, *, repeat: bool = False, stamp: int = 0
) -> None:
    event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, "", repeat)
    event.setTimestamp(stamp)
    QApplication.sendEvent(button, event)


def test_no_number_of_clicks_does_it(button: HeldButton, heard: list[object], qtbot: QtBot) -> None:
    for _ in range(5):
        QTest.mouseClick(button, LEFT)
        QTest.mouseDClick(button, LEFT)
        QTest.keyClick(button, Qt.Key.Key_Return)
        QTest.keyClick(button, Qt.Key.Key_Space)
    button.click()
    interface = QAccessible.queryAccessibleInterface(button)
    assert interface is not None
    qtbot.waitUntil(lambda: not button.holding)
    assert heard == []


@pytest.mark.usefixtures("quick")
def test_held_to_its_end_it_says_once_what_it_was_to_do(button: HeldButton, heard: list[object], qtbot: QtBot) -> None:
    with qtbot.waitSignal(button.meant):
        QTest.mousePress(button, LEFT)
    QTest.mouseRelease(button, LEFT)
    assert heard == [Meant("Leave without 2")]


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_a_key_that_is_held_does_it_too(button: HeldButton, heard: list[object], qtbot: QtBot, key: Qt.Key) -> None:
    with qtbot.waitSignal(button.meant):
        _key(button, QEvent.Type.KeyPress, key)
        _key(button, QEvent.Type.KeyRelease, key, repeat=True)
        _key(button, QEvent.Type.KeyPress, key, repeat=True)
    _key(button, QEvent.Type.KeyRelease, key)
    assert heard == [Meant("Leave without 2")]


def test_a_key_let_go_early_does_nothing(button: HeldButton, heard: list[object], qtbot: QtBot) -> None:
    _key(button, QEvent.Type.KeyPress, stamp=100)
    assert button.holding
    _key(button, QEvent.Type.KeyRelease, stamp=400)
    qtbot.waitUntil(lambda: not button.holding)
    assert heard == []


@pytest.mark.usefixtures("quick")
def test_a_key_whose_repeats_look_like_releases_is_held_all_the_same(
    button: HeldButton, heard: list[object], qtbot: QtBot
) -> None:
    """As X11 tells of them where the scanners' filter has taken the press out of the queue."""
    _key(button, QEvent.Type.KeyPress, stamp=100)
    _key(button, QEvent.Type.KeyRelease, stamp=140)
    assert button.holding
    with qtbot.waitSignal(button.meant):
        qtbot.waitUntil(lambda: button._holding.full)
        assert heard == []
        _key(button, QEvent.Type.KeyPress, stamp=140)
    assert heard == [Meant("Leave without 2")]


def test_hammering_a_key_is_no_hold(button: HeldButton, heard: list[object]) -> None:
    for beat in range(0, 3000, 100):
        _key(button, QEvent.Type.KeyPress, stamp=beat)
        assert button._holding.share == 0
        button._holding._timer.timeout.emit()
        _key(button, QEvent.Type.KeyRelease, stamp=beat + 50)
    button.let_go()
    assert heard == []


def test_a_screen_that_stalls_does_not_take_a_click_for_a_hold(button: HeldButton) -> None:
    """However much time passes between two beats, they are two."""
    QTest.mousePress(button, LEFT)
    button._holding._timer.timeout.emit()
    button._holding._timer.timeout.emit()
    assert 0 < button._holding.share < 0.1
    QTest.mouseRelease(button, LEFT)
    assert not button.holding


def _moved_away(button: HeldButton) -> None:
    there = QPointF(button.width() + 10, 5)
    QApplication.sendEvent(
        button, QMouseEvent(QEvent.Type.MouseMove, there, there, LEFT, LEFT, Qt.KeyboardModifier.NoModifier)
    )


@pytest.mark.parametrize(
    "happens",
    [
        lambda button: QTest.mouseRelease(button, LEFT),
        _moved_away,
        lambda button: button.set_act("3-2", "Leave without 1", ["Ben"]),
        lambda button: button.set_act("3-2", "Leave without 2", ["Anna", "Cleo"]),
        lambda button: button.set_act("3-4", "Leave without 2", ["Anna", "Ben"]),
        lambda button: button.setEnabled(False),
        lambda button: button.hide(),
        lambda button: button.move(60, 50),
        lambda button: button.parentWidget().hide(),
        lambda button: button.set_lasting(lasting=False),
    ],
)
def test_whatever_happens_meanwhile_lets_a_hold_go(
    button: HeldButton, heard: list[object], happens: Callable[[HeldButton], object]
) -> None:
    QTest.mousePress(button, LEFT)
    assert button.holding
    happens(button)
    assert not button.holding
    assert heard == []


def test_a_figure_told_again_lets_nothing_go(button: HeldButton) -> None:
    QTest.mousePress(button, LEFT)
    button.set_act("3-2", "Leave without 2", ("Anna", "Ben"))
    assert button.holding
    button.let_go()


def _shown_again(button: HeldButton) -> None:
    button.hide()
    button.show()


def _carried(button: HeldButton) -> None:
    """Its holder moves: the button stays where it is in it."""
    window = button.parentWidget()
    holder = QWidget(window)
    button.setParent(holder)
    holder.setGeometry(0, 60, 400, 200)
    holder.show()
    button.show()


@pytest.mark.parametrize(
    "happens",
    [
        _shown_again,
        _carried,
        lambda button: button.move(button.pos() + QPoint(0, 60)),
        lambda button: button.resize(240, 60),
        lambda button: button.set_act("3-4", "Leave without 2", ["Anna", "Ben"]),
    ],
)
def test_where_it_is_new_it_is_deaf(
    button: HeldButton,
    heard: list[object],
    monkeypatch: pytest.MonkeyPatch,
    happens: Callable[[HeldButton], object],
) -> None:
    monkeypatch.setattr(settling, "SETTLE_MS", 60_000)
    happens(button)
    QTest.mousePress(button, LEFT)
    _key(button, QEvent.Type.KeyPress)
    assert not button.settled
    assert not button.holding


def test_it_is_deaf_for_two_seconds_and_held_longer_than_any_double_click() -> None:
    assert settling.SETTLE_MS == 2000
    assert QApplication.doubleClickInterval() * 2 < holding.HOLD_MS + settling.SETTLE_MS
    assert QApplication.doubleClickInterval() < holding.HOLD_MS


def test_in_the_place_of_another_button_the_second_half_of_a_double_click_does_nothing(
    window: QWidget, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As at a door: the button that calls finally gives way to the one that sends the bus off."""
    monkeypatch.setattr(holding, "HOLD_MS", 0)
    call, leave = QPushButton("Final call", window), HeldButton("Leave", parent=window)
    leave.hide()
    for each in (call, leave):
        each.setGeometry(50, 50, 240, 80)
    call.show()
    call.clicked.connect(call.hide)
    call.clicked.connect(leave.show)
    went: list[object] = []
    leave.meant.connect(went.append)
    QTest.mouseClick(call, LEFT)
    QTest.mouseDClick(leave, LEFT)
    assert leave.isVisible()
    assert not leave.holding
    assert went == []


def test_where_nothing_lasts_it_is_a_plain_button(button: HeldButton, heard: list[object]) -> None:
    button.set_lasting(lasting=False)
    QTest.mouseClick(button, LEFT)
    QTest.keyClick(button, Qt.Key.Key_Space)
    button.click()
    assert heard == ["clicked"] * 3


def test_names_are_shown_whole_or_counted(button: HeldButton) -> None:
    font = button.words_font()
    names = [f"Name {number} von und zu Hohenstein" for number in range(9)]
    for room in range(60, 2600, 140):
        shown = held._as_many_as_fit(names, font, room)
        whole = [name for name in names if name in shown]
        assert whole
        assert len(whole) == 9 or f"+{9 - len(whole)}" in shown


def test_it_says_that_it_is_to_be_held(button: HeldButton) -> None:
    assert button.accessibleDescription() == "Hold it down until it is full."
    assert button.accessibleName() == "Leave without 2, Anna, Ben"


def test_a_hold_is_seen(button: HeldButton, qtbot: QtBot) -> None:
    at_rest = button.grab().toImage()
    QTest.mousePress(button, LEFT)
    qtbot.waitUntil(lambda: button.grab().toImage() != at_rest)
    button.let_go()
    assert button.grab().toImage() == at_rest
