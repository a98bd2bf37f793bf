"""Printers at the other end of a wire, for the drivers as they are: they fail, forget and go on as the dice say.

What came out is counted in the `World`.  The wires are no sockets, and time is the world's: a thousand evenings fit into a minute.
"""

import os
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from linekit import BADGE, LabelPrinter
from presskit import Cut, Powered, World

from checkin_app.bootstrap import presses
from checkin_app.bootstrap import station as stations
from checkin_app.domain.forum import instant
from checkin_app.runtime.settings import PrinterKind, PrinterLanguage, PrinterSettings
from checkin_app.services.opened import OpenedStation
from printing import escpos_label, ipp_driver, labels, ql_talk, snmp, talk, tspl_label, zpl_label
from printing.content import BadgeContent
from printing.cups_queue import CupsQueue
from printing.ipp import (
    BUSY,
    NOT_ACCEPTING,
    NOT_FOUND,
    Answer,
    Attributes,
    Group,
    IppUnreadable,
    Operation,
    Tag,
    Wanted,
    decoded,
    encoded,
)
from printing.ipp_driver import Place
from printing.ipp_printer import IppPrinter
from printing.ipp_said import JobStep
from printing.labels import LabelPrinters
from printing.press import Press, Watch
from printing.printers import Language, Printer

QUEUE = PrinterSettings("office", PrinterKind.QUEUE, "office")
LABELS = PrinterSettings("labels", PrinterKind.NETWORK, "127.0.0.1")
IPP = PrinterSettings("hall", PrinterKind.IPP, "127.0.0.1")
ZPL, TSPL, QL_NETWORK = (
    PrinterSettings(str(each), PrinterKind.NETWORK, f"127.0.0.1:{port}", speaks=each)
    for each, port in ((PrinterLanguage.ZPL, 9101), (PrinterLanguage.TSPL, 9102), (PrinterLanguage.QL, 9103))
)
QL_CABLE = PrinterSettings("ql at usb", PrinterKind.USB, "04f9:209b", speaks=PrinterLanguage.QL)
PRINTERS = (QUEUE, LABELS, IPP, ZPL, TSPL, QL_NETWORK, QL_CABLE)

_DONE, _NEVER = 0x0000, 0x0404
_IDLE, _BUSY, _STOPPED = 3, 4, 5
_CUT = 0.03
"""How likely the power goes at a step."""
_WAITS = {JobStep.PENDING, JobStep.PROCESSING}


@dataclass
class Evening(World):
    """A `World` in which the power goes by chance, or at one step that was chosen."""

    well: bool = False
    """Nothing fails but the power."""
    cuts_at: int = 0
    """Which step; 0 for any."""
    steps: int = 0
    cuts: int = 0

    def bad(self, chance: float) -> bool:
        return not self.well and super().bad(chance)

    def cut(self) -> None:
        self.steps += 1
        if self.kind or not (self.steps == self.cuts_at if self.cuts_at else self.dice.random() < _CUT):
            return
        self.cuts += 1
        raise Cut


# ---- what speaks IPP


@dataclass
class IppJob:
    number: int
    name: str
    badge: bytes
    step: JobStep = JobStep.PENDING
    began: bool = False
    unwanted: bool = False
    """It was cancelled, and its printer goes on with it all the same."""


@dataclass
class Answering:
    """Answers as CUPS does for a queue, or, where it is `alone`, as a printer that takes one job at a time."""

    world: World
    alone: bool = False
    host: str = "wire"
    scheme: str = "ipp"
    is_local: bool = True
    trusted: None = None
    door: None = None
    """Everybody is let in."""
    up: bool = True
    paused: bool = False
    empty: bool = False
    jobs: list[IppJob] = field(default_factory=list)

    def known_by(self, _door: object) -> "Answering":
        return self

    def work(self) -> None:
        """Bring the first job on by one step."""
        job = next((each for each in self.jobs if each.step in _WAITS), None)
        if job is None or self.paused or not self.up or (self.alone and self.empty):
            return
        if job.step is JobStep.PENDING:
            job.began = not self.world.bad(0.1)
            job.step = JobStep.PROCESSING if job.began else JobStep.ABORTED
            return
        fails = self.empty or self.world.bad(0.15)
        self.world.papers[job.badge] += self.world.dice.choice([0, 1]) if fails else 1
        ends = JobStep.ABORTED if fails else JobStep.COMPLETED
        job.step = JobStep.CANCELLED if job.unwanted else ends

    def ask(self, path: str, request: bytes, seconds: float) -> Answer:
        self.world.cut()
        if not self.up or self.world.bad(0.04):
            raise ConnectionRefusedError
        asked = decoded(request)
        said = {name: values for _, group in asked.groups for name, values in group.items()}
        answer = self._answered(Operation(asked.status), said, request)
        self.world.cut()
        if self.world.bad(0.06):  # it was done, and nobody hears of it
            self.world.pass_time(seconds)
            raise self.world.dice.choice([OSError, IppUnreadable])
        return answer

    def _answered(self, operation: Operation, said: Attributes, request: bytes) -> Answer:
        match operation:
            case Operation.GET_PRINTER_ATTRIBUTES:
                return _answer(_DONE, [(Group.PRINTERS, self._state())])
            case Operation.PRINT_JOB:
                return self._taken(str(said["job-name"][0]), request)
            case Operation.CANCEL_JOB:
                return self._cancelled(int(said["job-id"][0] or 0))
            case _:
                return self._told(said)

    def _state(self) -> Sequence[Wanted]:
        busy = any(each.step is JobStep.PROCESSING for each in self.jobs)
        reasons = [each for each, true in (("paused", self.paused), ("media-needed-warning", self.empty)) if true]
        return [
            (Tag.ENUM, "printer-state", [_STOPPED if self.paused else _BUSY if busy else _IDLE]),
            (Tag.KEYWORD, "printer-state-reasons", reasons or ["none"]),
            (Tag.TEXT, "printer-state-message", ["Paused" if self.paused else ""]),
        ]

    def _taken(self, name: str, request: bytes) -> Answer:
        if self.world.bad(0.08):
            return _answer(self.world.dice.choice([NOT_FOUND, NOT_ACCEPTING, _NEVER]))
        if self.alone and any(each.step in _WAITS for each in self.jobs):
            return _answer(BUSY)
        if self.world.bad(0.05):  # the line breaks before all of it is there
            raise OSError
        (badge,) = BADGE.findall(request)[-1:]
        job = IppJob(len(self.jobs) + 1, name, badge)
        self.jobs.append(job)
        return _answer(_DONE, [(Group.JOBS, _told(job))])

    def _cancelled(self, number: int) -> Answer:
        job = self.jobs[number - 1]
        if job.step not in _WAITS:
            return _answer(_NEVER)
        if self.alone and job.began:
            job.unwanted = True
        else:
            job.step = JobStep.CANCELLED
        return _answer(_DONE)

    def _told(self, said: Attributes) -> Answer:
        if "job-id" in said:
            found = [each for each in self.jobs if each.number == said["job-id"][0]]
            return _answer(_DONE if found else NOT_FOUND, [(Group.JOBS, _told(each)) for each in found])
        return _answer(_DONE, [(Group.JOBS, _told(each)) for each in self.jobs])


def _told(job: IppJob) -> Sequence[Wanted]:
    said: list[Wanted] = [
        (Tag.INTEGER, "job-id", [job.number]),
        (Tag.NAME, "job-name", [job.name]),
        (Tag.ENUM, "job-state", [job.step]),
    ]
    return [*said, (Tag.INTEGER, "time-at-processing", [1])] if job.began else said


def _answer(status: int, groups: Sequence[tuple[Group, Sequence[Wanted]]] = ()) -> Answer:
    return decoded(encoded(status, groups))  # type: ignore[arg-type]  # an answer has its status where a request asks


@dataclass(frozen=True, slots=True)
class _AtWire(IppPrinter):
    """Finds its printer at the end of the wire."""

    answering: Any

    def place(self, printer: Printer) -> Place:
        return self.answering, printer.path


# ---- the laptop


@dataclass
class Shop:
    """A folder whose store is opened, and opened again."""

    folder: Path
    clock: Any
    store: Any = None

    station: Any = None

    def opened(self, *, anew: bool = False) -> OpenedStation:
        if anew or not self.store:
            self.close()
            opened = stations.opened(self.folder, self.clock)
            self.store, self.station = opened.store, opened.station
        return self.station

    def close(self) -> None:
        if self.store:
            self.store.close()


@contextmanager
def shop_in(place: Path) -> Iterator[Shop]:
    """Found a station whose disk is memory, where there is some: what a disk keeps is asked by `test_db_power_cut`."""
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if os.access(memory, os.W_OK) else place) as folder:
        now = instant(datetime(2024, 9, 25, 9, 15, tzinfo=timezone(timedelta(hours=8))))
        stations.new_station(Path(folder, "desk"), "gstf-2024", "desk", "", lambda: now)
        shop = Shop(Path(folder, "desk"), lambda: now)
        try:
            yield shop
        finally:
            shop.close()


class Ledger:
    """What states are recorded in; the power may go before each and after it."""

    def __init__(self, badges: Any, world: World) -> None:
        self._badges, self._world = badges, world

    def job_changed(self, *said: Any, **more: Any) -> Any:
        self._world.cut()
        recorded = self._badges.job_changed(*said, **more)
        self._world.cut()
        return recorded

    def __getattr__(self, name: str) -> Any:
        return getattr(self._badges, name)


@dataclass
class Desk(Powered):
    """A laptop with a printer of each kind."""

    shop: Shop
    world: Evening
    patch: Callable[[object, str, object], None]
    anew: bool = False
    """Its store is opened again after each power cut, and not only everything above it made again."""

    def __post_init__(self) -> None:
        self.queue, self.hall = Answering(self.world), Answering(self.world, alone=True)
        network = {
            9100: LabelPrinter(self.world),
            9101: LabelPrinter(self.world, Language.ZPL),
            9102: LabelPrinter(self.world, Language.TSPL),
            9103: LabelPrinter(self.world, Language.QL, by_snmp=True),
        }
        cable = LabelPrinter(self.world, Language.QL)
        self.parts = (self.queue, self.hall, *network.values(), cable)
        self.world.parts[:] = self.parts  # type: ignore[assignment]  # they work as those do
        for module in (escpos_label, zpl_label, tspl_label, ql_talk, talk, ipp_driver):
            self.patch(module, "monotonic", lambda: self.world.now)
        self.patch(ipp_driver, "sleep", self.world.pass_time)
        self.patch(labels.socket, "create_connection", lambda place, seconds: network[place[1]].connect(place, seconds))
        self.patch(labels, "_LINES", {**labels._LINES, PrinterKind.USB: cable.plugged})
        self.patch(snmp, "asked", lambda _host, _names, seconds, _port: network[9103].told(seconds))
        self.start()

    def made_anew(self) -> tuple[OpenedStation, Sequence[PrinterSettings]]:
        watch = Watch(8.0, (1.0, 1.0), lambda: self.world.now, self.world.pass_time)
        drivers = {
            PrinterKind.QUEUE: CupsQueue(lambda: self.queue, stale_in=0),  # type: ignore[arg-type,return-value]  # it is asked as a spooler is
            **dict.fromkeys((PrinterKind.NETWORK, PrinterKind.USB), LabelPrinters()),
            PrinterKind.IPP: _AtWire(self.hall),
        }
        press = Press(drivers, watch, _number)
        self.patch(presses, "press", lambda: press)
        self.station = self.shop.opened(anew=self.anew)
        printing = replace(self.station.printing, badges=Ledger(self.station.badges, self.world))
        return replace(self.station, printing=printing), PRINTERS


def _number(content: BadgeContent, _printer: Printer, _give_way: Callable[[], None]) -> bytes:
    return f"[{content.number}]".encode()
