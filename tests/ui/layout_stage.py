"""A whole window with one screen at work in it, answered by actions that only remember."""

from collections.abc import Callable, Sequence
from copy import copy
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

from layout_laptops import NOON, laptops
from layout_operators import not_applied, present
from layout_people import BY_ID, GERMAN, GUESTS, HAN, IBERIAN, OPENING, TARGETS, card_of, record_of
from layout_swaps import foreseen
from layout_templates import HARD_NAMES
from PySide6.QtCore import QBuffer, QEvent, QPoint, QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication, QWidget
from template_designs import BADGE, NoFiles, face_png

from checkin_app.domain.arrivals import arrivals
from checkin_app.domain.buses import Bus, BusState
from checkin_app.domain.dispatching import Sight, concerns, leaves_at, urgency
from checkin_app.domain.forum import Forum, instant
from checkin_app.domain.ids import BusCode, CheckpointId, FactId, Instant, JobId, RouteId, StationId, bus_checkpoint
from checkin_app.domain.jobs import JobState
from checkin_app.domain.operators import Objection
from checkin_app.domain.outcomes import Decision, Reason
from checkin_app.domain.problems import PrinterMissing
from checkin_app.domain.scanner_trial import TRIAL_CODE
from checkin_app.domain.sync.laptops import Laptop
from checkin_app.files.forum_file import forum_bytes, parse_forum
from checkin_app.runtime.lanes import Done, Troubled
from checkin_app.runtime.settings import PrinterKind, PrinterSettings
from checkin_app.services.overseeing import Board, Contact
from checkin_app.services.ports.badges import Job
from checkin_app.services.ports.buses import BusCount, Manifest, ManifestLine
from checkin_app.services.ports.conflicts import Contradictions
from checkin_app.services.ports.movements import CheckpointCount, RecentScan
from checkin_app.services.ports.overview import Desk, NeedyBus, Overview
from checkin_app.services.ports.stations import ForumInForce, Station
from checkin_app.services.ports.upkeep import Health
from checkin_app.services.scanning import ScanOutcome
from checkin_app.ui.badge_desk.screen import BadgeDeskScreen
from checkin_app.ui.badge_run.screen import BadgeRunScreen
from checkin_app.ui.board.screen import BoardScreen
from checkin_app.ui.bus_day.screen import BusDayScreen
from checkin_app.ui.checkpoint.screen import CheckpointScreen
from checkin_app.ui.desk.screen import DeskScreen
from checkin_app.ui.door.screen import DoorScreen
from checkin_app.ui.emergency.screen import EmergencyScreen
from checkin_app.ui.find.screen import FindScreen
from checkin_app.ui.fleet.screen import FleetScreen
from checkin_app.ui.fleet_list.screen import FleetListScreen
from checkin_app.ui.head_count.screen import HeadCountScreen
from checkin_app.ui.inbox.screen import InboxScreen
from checkin_app.ui.laptops.screen import LaptopsScreen
from checkin_app.ui.manifest.screen import ManifestScreen
from checkin_app.ui.operators.screen import OperatorsScreen
from checkin_app.ui.overview.screen import OverviewScreen
from checkin_app.ui.people.screen import PeopleScreen
from checkin_app.ui.printers.screen import PrintersScreen
from checkin_app.ui.programme.screen import ProgrammeScreen
from checkin_app.ui.record.screen import RecordAids, RecordScreen
from checkin_app.ui.reseating.screen import ReseatingScreen
from checkin_app.ui.route_stops.screen import RouteStopsScreen
from checkin_app.ui.settings.screen import SettingsAids, SettingsScreen
from checkin_app.ui.shell.actions import StationContext
from checkin_app.ui.shell.printer_actions import BadgeLooks, Found
from checkin_app.ui.shell.screen import Screen
from checkin_app.ui.shell.template_actions import Aim, Looked, Offer
from checkin_app.ui.shell.window import Entry, MainWindow
from checkin_app.ui.swap.screen import SwapScreen
from checkin_app.ui.template_editor.screen import EditorScreen
from checkin_app.ui.walk_in.screen import FormAids, WalkInScreen
from printing.qr import matrix

FORUM: Forum = parse_forum(forum_bytes("gstf-2024"), "gstf-2024.toml")
#: The clock of the first morning, and that of the technical visit.
MORNING: Instant = instant(datetime(2024, 9, 25, 9, 12, tzinfo=FORUM.time_zone))
VISIT: Instant = instant(datetime(2024, 9, 26, 13, 40, tzinfo=FORUM.time_zone))
BUS = BusCode("3-2")
DOOR = bus_checkpoint(BUS)
PLACE = StationContext(ForumInForce(FORUM), Station(StationId("00" * 8), "Registration desk 13, hall A", b""))
PRINTERS = (
    PrinterSettings("Brother QL-820NWB registration hall A", PrinterKind.QUEUE, TARGETS[0]),
    PrinterSettings("PDF", PrinterKind.FILE, TARGETS[1]),
    PrinterSettings("Badge printer by the VIP entrance", PrinterKind.NETWORK, TARGETS[2]),
)
#: Every detail that the words of any decision may name.
DETAILS: dict[str, str | int] = {
    "since": MORNING, "opens": MORNING, "closed": MORNING, "station": "00" * 8, "issue": 2, "bus": "3-1",
    "bay": "12", "departs": "14:00", "route": "3", "aboard": 49, "seats": 49,
}  # fmt: skip
#: Of screens, by their keys.
Makers: TypeAlias = dict[str, Callable[[], Screen]]
_ICONS = {
    "overview": "chart-bar",
    "desk": "scan",
    "board": "bus",
    "badges": "identification-badge",
    "people": "users",
    "inbox": "tray",
    "settings": "gear",
}

_WITHIN = {"manifest": "board", "fleet": "board"}


@cache
def png() -> bytes:
    picture, buffer = QPixmap(420, 592), QBuffer()
    picture.fill(Qt.GlobalColor.white)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")
    return bytes(buffer.data().data())


def outcome(reason: Reason, guest: Any = IBERIAN, *, job: Job | None = None, at: CheckpointId = OPENING) -> ScanOutcome:
    decision = Decision(reason, DETAILS)
    return ScanOutcome(decision, FactId("f1"), MORNING, at, guest, 1, rehearsal=False, job=job, changes=frozenset())


def job(state: str, guest: Any = IBERIAN, number: int = 1) -> Job:
    detail = "printer_missing" if state == "failed_safe" else ""
    return Job(
        JobId(f"j{number}"), guest.id, number, PRINTERS[0].name, JobState(state), detail, Instant(MORNING + number)
    )


def recent() -> list[RecentScan]:
    """Return a scan of every reason, with the answers given and the ones that wait."""
    scans = []
    for number, reason in enumerate(Reason):
        decision, guest = Decision(reason, DETAILS), GUESTS[number % len(GUESTS)]
        given = str(decision.answers[0]) if decision.answers and number % 2 else ""
        scans.append(
            RecentScan(
                FactId(f"r{number}"),
                MORNING,
                OPENING,
                decision,
                guest.id,
                guest.name,
                guest.latin_name or guest.delegation,
                given,
                undone=number % 5 == 4,
            )
        )
    return scans


def bus(code: str, state: BusState = BusState.BOARDING) -> BusCount:
    seats = Bus(
        BusCode(code), RouteId(code[0]), 49, 37, 1, "京A·30302", "12", "14:00", coordinator=GERMAN.name, state=state
    )
    return BusCount(seats, 37, 30)


def buses(state: BusState = BusState.BOARDING) -> list[BusCount]:
    return [bus(f"{route}-{number}", state) for route in "1234" for number in "12"]


def board(counts: Sequence[BusCount] | None = None) -> Board:
    """Return buses in every state, some of which need a person."""
    counts = buses_of_a_day() if counts is None else counts
    return Board(counts, {each.bus.code: Contact(Instant(VISIT - 120_000), PLACE.station.id, "") for each in counts})


def buses_of_a_day() -> list[BusCount]:
    """Return four routes with buses in every state."""
    states = list(BusState)
    counts = []
    for place, code in enumerate(f"{route}-{number}" for route in "1234" for number in (1, 2, 3)):
        count = bus(code, states[place % len(states)])
        known = {
            "driver": GERMAN.name,
            "driver_phone": "+86 139 0000 2073",
            "guide": HAN.name,
            "languages": ("zh", "en", "ar"),
        }
        vehicle = replace(count.bus, **(known if place % 3 else {}), departs="13:30" if place == 1 else "14:00")
        counts.append(replace(count, bus=vehicle, aboard=50 if place == 9 else 30, doubted=int(place == 5)))
    return counts


def overview_of(
    counts: Sequence[BusCount] | None = None, at: Instant = MORNING, *, known: Sequence[Laptop] | None = None
) -> Overview:
    """Return how a busy forum stands: who came so far, every desk, every laptop, and the buses that need a person."""
    shown = board(counts)
    came = [Instant(FORUM.sessions[0].opens_at + 3_600 * each) for each in range(1200)]
    sights = [
        Sight(each.bus, each.tally, leaves_at(FORUM, each.bus, VISIT), shown.contacts[each.bus.code].at, VISIT)
        for each in shown.counts
    ]
    needy = [
        NeedyBus(count, sight, found)
        for count, sight in zip(shown.counts, sights, strict=True)
        if (found := concerns(sight))
    ]
    desks = [
        Desk(StationId(f"{each:02}" * 8), f"Registration desk {each}, hall A", 7 * each, 300) for each in (6, 4, 1)
    ]
    return Overview(
        at,
        tuple(arrivals(each, 1180, [one for one in came if one <= at], at) for each in FORUM.sessions),
        (*desks, Desk(StationId("77" * 8), "签到台 4", 1, 12)),
        shown.counts,
        tuple(sorted(needy, key=lambda each: urgency(each.sight, each.concerns))),
        3 if needy else 0,
        tuple(laptops().known if known is None else known),
        only_here=4,
    )


def manifest(state: BusState = BusState.BOARDING, *, aboard: bool = False) -> Manifest:
    lines = [
        ManifestLine(guest, aboard or number % 5 == 3, VISIT if number % 2 else None, None, listed=True)
        for number, guest in enumerate(GUESTS)
    ]
    lines[1] = replace(lines[1], aboard=aboard, seen_on=None if aboard else BusCode("3-1"))
    return Manifest(bus(BUS, state).bus, tuple(lines), 3)


def made_screens(actions: Any, clock: Callable[[], Instant], folder: Path) -> Makers:
    """Return a maker of every screen of the window, by its key: what `bootstrap.screens` puts together."""
    telling = PLACE.telling()
    return {
        "overview": lambda: OverviewScreen(actions, PLACE, folder=lambda: folder),
        "desk": lambda: DeskScreen(actions, telling),
        "badges": lambda: BadgeDeskScreen(
            actions, PLACE, save_pdf=lambda *_: None, ask_path=lambda *_: None, now=clock
        ),
        "badge_run": lambda: BadgeRunScreen(actions, PLACE, folder=lambda: folder, now=clock),
        "people": lambda: PeopleScreen(actions, PLACE, ask_list=lambda _then: None, folder=lambda: folder),
        "find": lambda: FindScreen(actions, PLACE, now=clock),
        "walk_in": lambda: WalkInScreen(actions, PLACE, FORM_AIDS, now=clock),
        "record": lambda: RecordScreen(
            actions, telling, RecordAids(FORM_AIDS.lacking, FORM_AIDS.save_draft, FORM_AIDS.load_draft)
        ),
        "checkpoint": lambda: CheckpointScreen(actions, PLACE, now=clock),
        "inbox": lambda: InboxScreen(actions, telling, place=lambda _way, then: then(folder)),
        **_of_buses(actions, clock, folder),
        **_of_the_lead(actions, folder),
    }


def _of_buses(actions: Any, clock: Callable[[], Instant], folder: Path) -> Makers:
    telling = PLACE.telling()
    return {
        "board": lambda: BoardScreen(actions, PLACE, now=clock),
        "manifest": lambda: ManifestScreen(actions, PLACE, now=clock, folder=lambda: folder),
        "fleet": lambda: FleetScreen(actions, PLACE),
        "head_count": lambda: HeadCountScreen(actions, telling),
        "emergency": lambda: EmergencyScreen(actions, PLACE, folder=lambda: folder, now=clock),
        "swap": lambda: SwapScreen(actions, telling),
        "fleet_list": lambda: FleetListScreen(actions, PLACE, ask_list=lambda _then: None),
        "bus_day": lambda: BusDayScreen(actions, telling, now=lambda: VISIT),
        "reseating": lambda: ReseatingScreen(actions, PLACE),
        "route_stops": lambda: RouteStopsScreen(actions, PLACE),
        "door": lambda: DoorScreen(actions, PLACE),
    }


def _of_the_lead(actions: Any, folder: Path) -> Makers:
    telling = PLACE.telling()
    return {
        "programme": lambda: ProgrammeScreen(actions, PLACE),
        "settings": lambda: SettingsScreen(
            actions, PLACE, SETTINGS_AIDS, folder=lambda _then: None, file=lambda then: then(folder / "Rare.ttf")
        ),
        "operators": lambda: OperatorsScreen(actions, telling, ask_list=lambda then: then(folder / "operators.csv")),
        "printers": lambda: PrintersScreen(actions, telling, folder=lambda _then: None, now=lambda: NOON),
        "templates": lambda: EditorScreen(actions, telling, NoFiles()),
        "laptops": lambda: LaptopsScreen(actions, telling, now=lambda: NOON),
    }


FORM_AIDS = FormAids(
    lambda _name: "OUYANG Jingyi",
    lambda text: "".join(each for each in text if each == "𠮷"),
    lambda _text, reply: reply(Done(None)),
    lambda reply: reply(Done("")),
)
SETTINGS_AIDS = SettingsAids(
    matrix(TRIAL_CODE),
    lambda reply: reply(Done([TARGETS[0], "Office"])),
    lambda printer, reply: reply(Troubled(PrinterMissing(printer=printer.name))),
)


@dataclass(slots=True)
class Stage:
    """One screen in its window, and what it is answered."""

    window: MainWindow
    screen: Any
    replies: dict[str, Any]
    key: str
    at: list[Instant]

    def open(self, checkpoint: CheckpointId | None = OPENING) -> None:
        """Begin anew: what the screen shows comes from `replies`."""
        self.window.set_checkpoint(checkpoint)
        self.window.navigation._open = ""
        from checkin_app.ui.shell.screen import Destination

        self.window.go_to(Destination(self.key))

    def settle(self) -> None:
        settled(self.window)


def settled(window: QWidget) -> None:
    """Let every layout take its places, as the next turns of the event loop would."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    for _ in range(3):
        QApplication.sendPostedEvents()
        for widget in window.findChildren(QWidget):
            layout = widget.layout()
            if layout is not None and widget.isVisible():
                layout.activate()


def answers() -> dict[str, Any]:
    """Return what a busy forum answers to everything that screens ask; each time in lists of their own."""
    return {name: copy(each) if isinstance(each, (list, dict)) else each for name, each in _answers().items()}


@cache
def _answers() -> dict[str, Any]:
    return {
        "recent": recent(),
        "today": 1034,
        "card": card_of(IBERIAN),
        "record": record_of(IBERIAN),
        "cards": [card_of(each) for each in GUESTS],
        "jobs": [],
        "look": None,
        "last_fleet": None,
        "foresee": foreseen(),
        "printers": PRINTERS,
        "preview": png(),
        "checkpoints": [CheckpointCount(each.checkpoint, 1180, 1093) for each in FORUM.sessions],
        "buses": buses(),
        "manifest": manifest(),
        "unseated": tuple(GUESTS),
        "board": board(),
        "overview": overview_of(),
        "health": Health(100, 0, 0),
        "directory": [each.id for each in GUESTS],
        "find": [],
        "printer_health": None,
        "printer_counts": {},
        "printers_found": Found(),
        "badge_looks": BadgeLooks(),
        "template_offer": Offer(("a6", "label80"), (Aim("Label", 203),)),
        "added_fonts": [],
        "hard_names": HARD_NAMES,
        "open_template": BADGE,
        "try_template": Looked((face_png(BADGE), face_png(BADGE))),
        "resolve": None,
        "look_alikes": [],
        "contradictions": Contradictions((), (), {}),
        "heard": (),
        "known": laptops(),
        "present": present(),
        "not_applied": [not_applied(each, number) for number, each in enumerate(Objection)],
    }


def staged(key: str, remembering: Any, size: QSize, folder: Path) -> Stage:
    """Return a window of `size` with the screen `key` at work and stand-ins for the others of the rail."""
    remembering.replies |= answers()
    remembering.kept = replace(remembering.kept, printer=PRINTERS[0].name)
    at = [MORNING]
    makers = made_screens(remembering.actions, lambda: at[0], folder)
    entries = [
        Entry(
            each,
            makers[each] if each == key else Screen,
            _ICONS.get(each, ""),
            full=each == "door",
            within=_WITHIN.get(each, ""),
        )
        for each in makers
    ]
    window = MainWindow(remembering.actions, PLACE, entries)
    window.resize(size)
    window.show()
    assert window.pos() == QPoint(0, 0) or window.isVisible()
    return Stage(window, window.navigation.screen(key), remembering.replies, key, at)


__all__ = ["BY_ID", "GUESTS", "HAN", "Sequence", "Stage", "staged"]
