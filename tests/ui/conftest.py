"""What every test of a screen starts from: a dressed application, words, a forum, and actions that only remember."""

import dataclasses
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMessageLogContext, Qt, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import getAllValidWrappers

from checkin_app.domain.delegates import Delegate
from checkin_app.domain.forum import Category, Forum, Route, Session, Stop, Words, instant
from checkin_app.domain.ids import (
    CategoryId,
    CheckpointId,
    DelegateId,
    FactId,
    ForumId,
    Instant,
    RouteId,
    SessionId,
    StationId,
)
from checkin_app.domain.outcomes import Decision, Reason
from checkin_app.runtime.lanes import Done, Fault, Troubled
from checkin_app.runtime.settings import Settings
from checkin_app.services.ports.movements import RecentScan
from checkin_app.services.ports.stations import ForumInForce, Station
from checkin_app.services.scanning import ScanOutcome
from checkin_app.ui import theme, words
from checkin_app.ui.kit import holding, settling
from checkin_app.ui.kit.held import HeldButton
from checkin_app.ui.shell import actions as asked
from checkin_app.ui.shell import bus_actions, printer_actions, template_actions

#: What the off-screen platform and a machine without sound say of themselves, whatever we do.
_OF_THE_MACHINE = ("propagateSizeHints", "pipewire", "PulseAudio", "pulseaudio", "ALSA", "qt.multimedia")

ZONE = ZoneInfo("Asia/Shanghai")


@pytest.fixture(autouse=True)
def _no_qt_messages() -> Iterator[None]:
    heard: list[str] = []

    def hear(kind: QtMsgType, where: QMessageLogContext, text: str) -> None:
        of_the_machine = any(part in f"{where.category}: {text}" for part in _OF_THE_MACHINE)
        if kind != QtMsgType.QtDebugMsg and not of_the_machine:
            heard.append(text)

    former = qInstallMessageHandler(hear)
    yield
    qInstallMessageHandler(former)
    assert not heard, heard


@pytest.fixture(autouse=True)
def _no_timer_left(request: pytest.FixtureRequest) -> Iterator[None]:
    """Set up before qtbot, so looked at after qtbot has closed and deleted its widgets."""
    if "qtbot" not in request.fixturenames:
        yield
        return
    before = _running_timers()  # kept alive, so that no new one can take an old one's place
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    running = [each for each in _running_timers() if all(each is not old for old in before)]
    assert not running, [each.parent() for each in running]


def _running_timers() -> list[QTimer]:
    # Asked of Qt: among all that the interpreter holds they are sought for a quarter of a second, twice a test.
    return [each for each in getAllValidWrappers() if isinstance(each, QTimer) and each.isActive()]


@pytest.fixture(scope="session")
def _dressed(qapp: QApplication) -> QApplication:
    theme.dress(qapp)
    return qapp


@pytest.fixture
def dressed(_dressed: QApplication) -> Iterator[QApplication]:
    """The application in the light theme and in English, whatever a test makes of it."""
    words.speak("en")
    _dress_plainly()
    yield _dressed
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # what goes anyway is dressed for nobody
    _dress_plainly()
    words.speak("en")


def _dress_plainly() -> None:
    if theme.current().name is not theme.ThemeName.LIGHT or theme.text_size() != 100:  # it costs a style sheet
        theme.use(theme.ThemeName.LIGHT, 100)


@pytest.fixture
def forum() -> Forum:
    delegate, press = CategoryId("delegate"), CategoryId("press")
    starts = datetime(2024, 9, 25, 9, 0, tzinfo=ZONE)
    return Forum(
        id=ForumId("test"),
        name=Words({"en": "Test Forum", "zh": "测试论坛"}),
        short_name=Words({"en": "Forum", "zh": "论坛"}),
        theme=Words({}),
        city=Words({"en": "Beijing", "zh": "北京"}),
        languages=("zh", "en"),
        time_zone=ZONE,
        categories=(
            Category(delegate, "D", Words({"en": "Delegate", "zh": "代表"}), "#123456", 1),
            Category(press, "P", Words({"en": "Press", "zh": "媒体"}), "#654321", 2),
        ),
        default_category=delegate,
        sessions=(
            Session(
                SessionId("opening"),
                Words({"en": "Opening & plenary", "zh": "开幕式暨全体会议"}),
                Words({}),
                Words({"en": "Main hall", "zh": "主会场"}),
                starts,
                starts + timedelta(minutes=90),
                timedelta(minutes=60),
                frozenset({delegate, press}),
            ),
        ),
        visit=None,
        routes=(Route(RouteId("3"), Words({"en": "Airport", "zh": "机场"}), (Stop(Words({"en": "Airport"})),)),),
        badge_template="a6",
    )


@pytest.fixture
def telling(forum: Forum) -> words.Telling:
    return words.Telling(ForumInForce(forum), {"00" * 8: "Desk 3"})


@pytest.fixture
def context(forum: Forum) -> asked.StationContext:
    return asked.StationContext(ForumInForce(forum), Station(StationId("00" * 8), "Desk 3", b""))


def clock_at(hour: int, minute: int) -> Instant:
    return instant(datetime(2024, 9, 25, hour, minute, tzinfo=ZONE))


@pytest.fixture
def at_nine() -> Instant:
    return clock_at(9, 12)


LAYLA = Delegate(
    DelegateId("0412041204120412"),
    "ليلى الحداد",
    latin_name="Layla AL-HADDAD",
    delegation="Nile Basin Transit Authority",
    category=CategoryId("delegate"),
    route=RouteId("3"),
    languages=("ar", "en"),
    note="Give: interpretation receiver, channel 4 (Arabic)",
    badge_no="0412",
)


@pytest.fixture
def layla() -> Delegate:
    return LAYLA


OutcomeOf = Callable[..., ScanOutcome]


@pytest.fixture
def outcome_of(at_nine: Instant) -> OutcomeOf:
    """Return a maker of outcomes: a reason, then what differs from the usual."""

    def make(reason: Reason, fact: str = "f1", delegate: Delegate | None = LAYLA, **details: str | int) -> ScanOutcome:
        return ScanOutcome(
            Decision(reason, details),
            FactId(fact),
            at_nine,
            CheckpointId("opening"),
            delegate,
            1,
            rehearsal=False,
            job=None,
            changes=frozenset(),
        )

    return make


@pytest.fixture
def recent_of(at_nine: Instant) -> Callable[..., RecentScan]:
    def make(reason: Reason, name: str = "ليلى الحداد", fact: str = "f1", **more: Any) -> RecentScan:
        known: dict[str, Any] = {"delegate": LAYLA.id, "second_line": "Layla AL-HADDAD", "answer": "", "undone": False}
        return RecentScan(
            fact_id=FactId(fact), at=at_nine, checkpoint=CheckpointId("opening"), decision=Decision(reason), name=name,
            **{**known, **more},
        )  # fmt: skip

    return make


#: Actions that hear how far they are before they answer.
_LONG = {
    bus_actions.Buses: {"plan"},
    bus_actions.FleetLists: {"look_at_fleet", "take_fleet"},
    asked.Lists: {"preview", "apply", "save_refused", "take_back"},
    asked.Papers: {"save"},
    asked.Badges: {"print_run", "save_run"},
    asked.Upkeep: {"check", "repair"},
}


class Remembering:
    """Actions that remember what was asked and answer what `replies` hold under the name of the action."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, tuple[Any, ...]]] = []
        self.verbs: list[str] = []
        """The same with their groups, such as ``badges.revoke``: several have a verb of one name."""
        self.replies: dict[str, Any] = {}
        self.told: dict[str, Callable[[int, int], None]] = {}
        self.waiting: dict[str, Callable[[Any], None]] = {}
        """By action: who waits for the answer to what was asked last."""
        self.kept = Settings()
        self.time = "09:12"
        groups = {field.name: field.type for field in dataclasses.fields(asked.Actions)}
        kinds = {
            "scans": asked.Scans,
            "persons": asked.Persons,
            "badges": asked.Badges,
            "buses": bus_actions.Buses,
            "counts": bus_actions.HeadCountActions,
            "swaps": bus_actions.SwapActions,
            "days": bus_actions.BusDayActions,
            "emergencies": bus_actions.EmergencyActions,
            "fleet_lists": bus_actions.FleetLists,
            "overseeing": bus_actions.Overseeing,
            "programme": asked.ProgrammeActions,
            "lists": asked.Lists,
            "papers": asked.Papers,
            "upkeep": asked.Upkeep,
            "inbox": asked.Inbox,
            "stations": asked.Stations,
            "operators": asked.Operators,
            "printers": printer_actions.Printers,
            "templates": template_actions.Templates,
            "laptop": asked.Laptop,
        }
        self.actions = asked.Actions(**{name: self._group(name, kinds[name]) for name in groups})

    def named(self, name: str) -> list[tuple[Any, ...]]:
        """Return the arguments of each call of an action."""
        return [arguments for called, arguments in self.calls if called == name]

    def _group(self, group: str, kind: Any) -> Any:
        names = [each.name for each in dataclasses.fields(kind)]
        return kind(**{name: self._action(group, name, long=name in _LONG.get(kind, ())) for name in names})

    def _action(self, group: str, name: str, *, long: bool) -> Callable[..., Any]:
        def ask(*arguments: Any) -> Any:
            self.verbs.append(f"{group}.{name}")
            if name == "settings":
                return self.kept
            if name == "local_time":
                return self.time
            if name == "change_settings":
                self.kept = arguments[0]
                return None
            if name == "printers":
                return self.replies.get(name, ())
            if name == "printer_trouble":
                return self.replies.get(name)
            given = arguments[:-1]
            if long:
                self.told[name], given = given[-1], given[:-1]
            self.calls.append((name, given))
            self.waiting[name] = arguments[-1]
            if name in self.replies:
                reply = self.replies[name]
                arguments[-1](reply if isinstance(reply, (Done, Troubled, Fault)) else Done(reply))
            return lambda: self.calls.append((f"stop {name}", ()))

        return ask


@pytest.fixture
def remembering() -> Remembering:
    return Remembering()


@pytest.fixture
def hold(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Callable[[HeldButton], None]:
    """Return what holds a button to its end by the pointer, in an application whose holds and waits are short."""
    monkeypatch.setattr(settling, "SETTLE_MS", 0)
    monkeypatch.setattr(holding, "HOLD_MS", 1)

    def press(button: HeldButton) -> None:
        qtbot.waitUntil(lambda: button.settled)
        with qtbot.waitSignal(button.meant):
            QTest.mousePress(button, Qt.MouseButton.LeftButton)
        QTest.mouseRelease(button, Qt.MouseButton.LeftButton)

    return press


@pytest.fixture
def focusable() -> Callable[[QWidget], list[QWidget]]:
    """Return a finder of every widget below one that Tab can reach."""

    def find(root: QWidget) -> list[QWidget]:
        return [each for each in root.findChildren(QWidget) if each.focusPolicy() & Qt.FocusPolicy.TabFocus]

    return find
