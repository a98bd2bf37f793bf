"""Printers for tests: they take badges, lose them, stop and come back as the dice say, and count what came out."""

from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from random import Random
from typing import Any

from msgspec import structs

from checkin_app.bootstrap import presses
from checkin_app.bootstrap.press_room import PressLanes, PressRoom
from checkin_app.domain.details import PrinterStop
from checkin_app.domain.jobs import Fate, Ticket
from checkin_app.domain.problems import PrinterFailed, PrinterMissing, PrinterSilent, PrintProblem
from checkin_app.domain.problems_printing import PrinterNotReady
from checkin_app.runtime.lanes import Done, Troubled
from checkin_app.runtime.settings import PrinterKind, PrinterSettings
from checkin_app.services.opened import OpenedStation
from printing.content import BadgeContent
from printing.driver import Keep, NothingAccepted, Order, Said
from printing.press import Press, Watch
from printing.printers import Printer


class Cut(BaseException):
    """The power went."""


@dataclass
class World:
    """Time, and the ill will of everything."""

    dice: Random
    now: float = 0.0
    kind: bool = False
    """Nothing goes wrong any more."""
    papers: Counter[bytes] = field(default_factory=Counter)
    """What came out, by badge."""
    parts: list["Queue | Labels"] = field(default_factory=list)

    def pass_time(self, seconds: float) -> None:
        self.now += seconds
        for part in self.parts:
            part.work()

    def bad(self, chance: float) -> bool:
        return not self.kind and self.dice.random() < chance

    def cut(self) -> None:
        if self.bad(0.06):
            raise Cut


@dataclass
class Held:
    name: str
    document: bytes
    fate: Fate = Fate.WAITING


@dataclass
class Queue:
    """A spooler with one queue, which can be asked of everything that it was given."""

    world: World
    recalls: bool = True
    paused: bool = False
    up: bool = True
    held: list[Held] = field(default_factory=list)

    def work(self) -> None:
        """Bring the first job on by one step."""
        first = next((each for each in self.held if each.fate in {Fate.WAITING, Fate.PRINTING}), None)
        if self.paused or first is None:
            return
        if first.fate is Fate.WAITING:
            first.fate = Fate.NOT_PRINTED if self.world.bad(0.1) else Fate.PRINTING
        elif self.world.bad(0.15):
            first.fate = Fate.BROKEN
            self.world.papers[first.document] += self.world.dice.choice([0, 1])
        else:
            first.fate = Fate.PRINTED
            self.world.papers[first.document] += 1

    def health(self, printer: Printer) -> None:
        if not self.up:
            raise PrinterMissing(printer=printer.name)
        if self.paused:
            raise PrinterNotReady(printer=printer.name, detail=PrinterStop.PAUSED)

    def submit(self, printer: Printer, order: Order, keep: Keep) -> Ticket:
        self.health(printer)
        self.world.cut()
        ticket = Ticket(printer.name, order.mark)
        keep(ticket)
        self.world.cut()
        if self.world.bad(0.1):
            raise NothingAccepted(PrinterMissing(printer=printer.name))
        lost = self.world.bad(0.15)
        if not lost or self.world.dice.random() < 0.5:
            self.held.append(Held(order.mark, order.document))
        self.world.cut()
        if lost:
            raise PrinterFailed(printer=printer.name, detail=PrinterStop.QUEUE_SILENT)
        return structs.replace(ticket, number=len(self.held))

    def poll(self, printer: Printer, ticket: Ticket) -> Said:
        self.world.cut()
        if not self.up or self.world.bad(0.1):
            return Said(Fate.SILENT, PrinterMissing(printer=printer.name))
        known = next((each for each in self.held if each.name == ticket.name), None)
        return Said(known.fate if known else Fate.LOST)

    def recall(self, printer: Printer, ticket: Ticket) -> Said:
        said = self.poll(printer, ticket)
        if said.fate not in {Fate.WAITING, Fate.PRINTING}:
            return said
        known = next(each for each in self.held if each.name == ticket.name)
        known.fate = Fate.NOT_PRINTED if known.fate is Fate.WAITING else Fate.BROKEN
        self.world.cut()
        return Said(known.fate)


@dataclass
class Labels:
    """A label printer: it answers for a job once, or not at all, and may print it whenever it likes."""

    world: World
    recalls: bool = False
    line: Ticket | None = None
    held: list[bytes] = field(default_factory=list)

    def work(self) -> None:
        if self.held and not self.world.bad(0.3):
            self.world.papers[self.held.pop(0)] += 1

    def health(self, printer: Printer) -> None:
        if self.world.bad(0.2):
            raise PrinterMissing(printer=printer.name)

    def submit(self, printer: Printer, order: Order, keep: Keep) -> Ticket:
        self.health(printer)
        self.world.cut()
        self.line = Ticket(printer.name, order.mark)
        keep(self.line)
        self.world.cut()
        if self.world.bad(0.1):
            raise NothingAccepted(PrinterMissing(printer=printer.name))
        if not self.world.bad(0.1):
            self.held.append(order.document)
        self.world.cut()
        if self.world.bad(0.1):
            raise PrinterFailed(printer=printer.name, detail=PrinterStop.CONNECTION_LOST)
        return self.line

    def poll(self, printer: Printer, ticket: Ticket) -> Said:
        self.world.cut()
        mine, self.line = self.line == ticket, None
        self.work()
        answers = mine and not self.held and not self.world.bad(0.2) and self.world.papers
        return Said(Fate.PRINTED) if answers else Said(Fate.SILENT, PrinterSilent(printer=printer.name))

    def recall(self, printer: Printer, ticket: Ticket) -> Said:
        return Said(Fate.SILENT)


_MOST = 300
"""Works that come of one another: an evening has some dozens."""


@dataclass
class Bench:
    """A lane whose work is begun by hand."""

    works: list[Callable[[], None]] = field(default_factory=list)

    def submit(self, work: Callable[[], object], done: Callable[[Any], None]) -> None:
        def one() -> None:
            try:
                result: object = Done(work())
            except PrintProblem as problem:
                result = Troubled(problem)
            done(result)

        self.works.append(one)

    def work(self) -> None:
        done = 0
        while self.works:
            self.works.pop(0)()
            done += 1
            assert done < _MOST, "a badge goes to its printer over and over"

    def close(self, _timeout: float) -> bool:
        self.works.clear()
        return True


QUEUE = PrinterSettings("office", PrinterKind.QUEUE, "office")
LABELS = PrinterSettings("labels", PrinterKind.NETWORK, "127.0.0.1")


class Powered:
    """One laptop whose power may go at any step."""

    world: World
    room: PressRoom

    def made_anew(self) -> tuple[OpenedStation, Sequence[PrinterSettings]]:
        """Make what stands above the store again, and return it and the printers that it is told of."""
        raise NotImplementedError

    def start(self) -> None:
        """Start the application, again and again until the power lasts; nothing of the former one is left."""
        while True:
            station, printers = self.made_anew()
            self.bench = bench = Bench()
            self.room = PressRoom(
                station,
                lambda printers=printers: printers,
                PressLanes(bench, bench, lambda _, bench=bench: bench, lambda told: told()),  # type: ignore[arg-type]  # as lanes are
                lambda _: self.world.cut(),
                _no_fault,
            )
            self.room.pauses.now = lambda: self.world.now
            with suppress(Cut):
                self.room.begin()
                self.bench.work()
                return

    def go_on(self) -> None:
        """Let some time pass, in which the power may go."""
        try:
            self.world.pass_time(70)
            self.room.look_again()
            self.room.wake()
            self.bench.work()
        except Cut:
            self.start()


@dataclass
class Desk(Powered):
    """A laptop with a queue and a label printer that only play what a driver is."""

    post: Any
    world: World
    patch: Callable[[object, str, object], None]

    def __post_init__(self) -> None:
        self.queue, self.labels = Queue(self.world), Labels(self.world)
        self.world.parts[:] = [self.queue, self.labels]
        watch = Watch(printed_in=5.0, looks=(1.0, 1.0), now=lambda: self.world.now, wait=self.world.pass_time)
        drivers = {PrinterKind.QUEUE: self.queue, PrinterKind.NETWORK: self.labels}
        press = Press(drivers, watch, _number)  # type: ignore[arg-type]  # whether they recall is no class's matter here
        self.patch(presses, "press", lambda: press)
        self.start()

    def made_anew(self) -> tuple[OpenedStation, Sequence[PrinterSettings]]:
        return self.post.station, (QUEUE, LABELS)


def _number(content: BadgeContent, _printer: Printer, _give_way: Callable[[], None]) -> bytes:
    return content.number.encode()


def _no_fault(fault: BaseException) -> None:
    raise AssertionError from fault
