"""What every printer and spooler is asked that speaks IPP: it takes a badge by a name, and says what became of it."""

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from time import monotonic, sleep
from typing import ClassVar, TypeAlias

from msgspec import structs

from checkin_app.domain.details import PrinterStop
from checkin_app.domain.jobs import UNDER_WAY, Fate, Ticket
from checkin_app.domain.problems import PrinterFailed, PrintProblem
from checkin_app.domain.problems_printing import PrinterNotReady
from checkin_app.domain.texts import Detail
from checkin_app.runtime.settings import PrinterKind
from printing.driver import Keep, NothingAccepted, Order, Said
from printing.elements import Template
from printing.ipp import (
    BUSY,
    NO_SUCH_VALUE,
    NOT_ACCEPTING,
    NOT_FOUND,
    OPENING,
    Answer,
    Attributes,
    Group,
    IppUnreadable,
    Operation,
    Spooler,
    Tag,
    Value,
    Wanted,
    encoded,
    who_asks,
)
from printing.printers import Printer

SECONDS = 15.0
_RAW = "application/vnd.cups-raw"
"""What no filter of the spooler touches (CUPS Implementation of IPP)."""
_LOOK, _CANCELLED_IN = 0.1, 5.0
"""Seconds between two looks at a job that is cancelled, and for which it is looked at."""
_IDLE, _STOPPED = 3, 5
"""What ``printer-state`` says of a printer that waits for jobs, and of one that its owner or a fault has stopped."""
STALE_IN = 60
"""Seconds after which the reasons of an idle printer are no news: CUPS keeps what the last job met until the next one."""
_RETRIES = "retry-current-job"
"""An error policy under which one badge was printed 320 times in 21 seconds."""

_ASKED = (
    "printer-state", "printer-state-reasons", "printer-is-accepting-jobs", "printer-error-policy",
    "printer-state-change-time", "printer-up-time", "printer-state-message", "document-format-supported",
)  # fmt: skip
#: What ``printer-state-reasons`` begin with, in the order in which they are told.
_REASONS: Sequence[tuple[str, PrinterStop]] = (
    ("media-empty", PrinterStop.NO_LABELS),
    ("media-needed", PrinterStop.NO_LABELS),
    ("cover-open", PrinterStop.COVER_OPEN),
    ("door-open", PrinterStop.COVER_OPEN),
    ("interlock-open", PrinterStop.COVER_OPEN),
    ("media-jam", PrinterStop.JAMMED),
    ("marker-supply-empty", PrinterStop.NO_INK),
    ("toner-empty", PrinterStop.NO_INK),
    ("offline", PrinterStop.OFFLINE),
    ("timed-out", PrinterStop.OFFLINE),
    ("shutdown", PrinterStop.OFFLINE),
)
#: What the status of a refused job says.
_REFUSED: Mapping[int, Detail] = {
    NOT_ACCEPTING: PrinterStop.REJECTING,
    NO_SUCH_VALUE: PrinterStop.NO_SUCH_PAPER,
    BUSY: PrinterStop.BUSY,
}
_HARMLESS = ("-report", "-warning")
_WAITED_FOR = "media-needed"
"""What a job waits for, however lightly its printer says so; `media-empty` may be of a tray that no badge comes from."""
_HELD = "paused"
"""Among the reasons of a queue that stands, by its owner's will or after a fault."""
_PAUSED, _REJECTING = "Paused", "Rejecting Jobs"
"""What CUPS itself says of a queue that its owner stopped without a word."""
_LONGEST_SAID = 120
"""Characters of an owner's words that are shown."""


Place: TypeAlias = tuple[Spooler, str]
"""Who is asked, and the path by which it is asked."""


class JobStep(IntEnum):
    """What ``job-state`` says."""

    PENDING = 3
    HELD = 4
    PROCESSING = 5
    STOPPED = 6
    CANCELLED = 7
    ABORTED = 8
    COMPLETED = 9


@dataclass(frozen=True, slots=True)
class IppDriver(ABC):
    """Hands over PDFs, and asks by their names what became of them, in a later run as well."""

    recalls: ClassVar[bool] = True

    def health(self, printer: Printer) -> None:
        """Ask a queue how it is.

        Raises:
            QueueDeleted, SpoolerAway: there is none of that name, or no spooler.
            PrinterNotReady: it takes no jobs, its printer says why not, or it would print a badge over and over.
        """
        if stop := self.stop_in(self._said(printer), printer):
            raise not_ready(printer, stop)

    def submit(self, printer: Printer, order: Order, keep: Keep) -> Ticket:
        """Give a queue a job that bears the name of its ticket.

        Raises:
            QueueDeleted, SpoolerAway, PrinterNotReady: as `health` does; no ticket was kept.
            NothingAccepted: nobody was there, or the spooler said that it made none.
            PrinterFailed: it broke off; the queue may hold the job nevertheless.
        """
        self.health(printer)
        ticket = Ticket(printer.name, f"badge {order.title} {order.mark}")
        keep(ticket)
        raw = printer.kind is PrinterKind.RAW
        asked: Sequence[Wanted] = [
            (Tag.NAME, "job-name", [ticket.name]),
            (Tag.MIME, "document-format", [_RAW if raw else "application/pdf"]),
        ]
        job = () if raw else _on_its_paper(printer)
        try:
            answer = self._ask(self.place(printer), Operation.PRINT_JOB, asked, [(Group.JOBS, job)], order.document)
        except ConnectionError as error:
            raise NothingAccepted(self.away(printer)) from error
        except (OSError, IppUnreadable) as error:
            raise _failed(printer, PrinterStop.QUEUE_SILENT) from error
        if not answer.done:
            raise NothingAccepted(self._refused(printer, answer.status))
        made = next(iter(answer.of(Group.JOBS)), {})
        return structs.replace(ticket, number=_number(made, "job-id"))

    def poll(self, printer: Printer, ticket: Ticket) -> Said:
        """Return what the spooler says of a job now."""
        said = self._find(printer, ticket)
        if said is None:
            return Said(Fate.SILENT, self.away(printer))
        fate = fate_in(said)
        match fate:
            case Fate.NOT_PRINTED:
                return Said(fate, not_ready(printer, self._why_not(printer, PrinterStop.GIVEN_UP)))
            case Fate.BROKEN:
                return Said(fate, _failed(printer, self._why_not(printer, PrinterStop.GIVEN_UP)))
            case _:
                return Said(fate)

    def recall(self, printer: Printer, ticket: Ticket) -> Said:
        """Take a job out of its queue, and return what it came to once that is known."""
        said = self._find(printer, ticket)
        if said is None:
            return Said(Fate.SILENT, self.away(printer))
        if fate_in(said) not in UNDER_WAY:
            return self.poll(printer, ticket)
        stop = self._why_not(printer, PrinterStop.TOO_SLOW)
        try:
            self._ask(self.place(printer), Operation.CANCEL_JOB, [(Tag.INTEGER, "job-id", [_number(said, "job-id")])])
        except (OSError, IppUnreadable):
            return Said(Fate.SILENT, _failed(printer, stop))
        ends = monotonic() + _CANCELLED_IN
        while (said := self._find(printer, ticket)) is not None and fate_in(said) in UNDER_WAY:
            if monotonic() > ends:
                return Said(Fate.SILENT, _failed(printer, stop))
            sleep(_LOOK)
        fate = Fate.SILENT if said is None else fate_in(said)
        if fate is Fate.PRINTED:
            return Said(fate)
        return Said(fate, not_ready(printer, stop) if fate is Fate.NOT_PRINTED else _failed(printer, stop))

    def _find(self, printer: Printer, ticket: Ticket) -> Attributes | None:
        """Return what the spooler says of a job, which is nothing where it knows none; None where it does not say."""
        wanted = asked_for("job-id", "job-name", "job-state", "time-at-processing")
        try:
            if not ticket.number:
                every: Sequence[Wanted] = [(Tag.KEYWORD, "which-jobs", ["all"]), wanted]
                return _named(self._ask(self.place_of_jobs(printer), Operation.GET_JOBS, every), ticket)
            one: Sequence[Wanted] = [(Tag.INTEGER, "job-id", [ticket.number]), wanted]
            return _numbered(self._ask(self.place_of_jobs(printer), Operation.GET_JOB_ATTRIBUTES, one), ticket)
        except (OSError, IppUnreadable):
            return None

    def _said(self, printer: Printer) -> Attributes:
        """Return what a printer says of itself; raises as `health` does where it or its spooler is gone."""
        try:
            answer = self._ask(self.place(printer), Operation.GET_PRINTER_ATTRIBUTES, [asked_for(*_ASKED)])
        except (OSError, IppUnreadable) as error:
            raise self.away(printer) from error
        said = next(iter(answer.of(Group.PRINTERS)), {})
        if answer.status == NOT_FOUND:
            raise self.gone(printer)
        if not answer.done or not said:
            raise self.away(printer)
        return said

    def _why_not(self, printer: Printer, otherwise: PrinterStop) -> Detail:
        """Return why a job is not printed, as far as its printer says; what it only warned of may be why."""
        try:
            said = self._said(printer)
        except PrintProblem:
            return PrinterStop.QUEUE_SILENT
        return self.stop_in(said, printer) or _told(_reasons(said)) or otherwise

    @staticmethod
    def _ask(
        place: Place,
        operation: Operation,
        wanted: Sequence[Wanted],
        groups: Sequence[tuple[Group, Sequence[Wanted]]] = (),
        document: bytes = b"",
    ) -> Answer:
        spooler, path = place
        who = (Tag.NAME, "requesting-user-name", [who_asks()])
        first = [*OPENING, (Tag.URI, "printer-uri", [f"ipp://{spooler.host}{path}"]), who, *wanted]
        request = encoded(operation, [(Group.OPERATION, first), *groups], document)
        return spooler.ask(path, request, SECONDS)

    @abstractmethod
    def place(self, printer: Printer) -> Place:
        """Return who is asked about a printer, and where."""

    @abstractmethod
    def place_of_jobs(self, printer: Printer) -> Place:
        """Return who is asked about its jobs."""

    @abstractmethod
    def stop_in(self, said: Attributes, printer: Printer) -> Detail | None:
        """Return why nothing can be printed at a printer that says this of itself; None where it can, or may by now."""

    @abstractmethod
    def away(self, printer: Printer) -> PrintProblem:
        """Return the trouble that nobody answers."""

    @abstractmethod
    def gone(self, printer: Printer) -> PrintProblem:
        """Return the trouble that whoever answers knows no such printer."""

    def _refused(self, printer: Printer, status: int) -> PrintProblem:
        if status == NOT_FOUND:
            return self.gone(printer)
        return not_ready(printer, _REFUSED.get(status, PrinterStop.QUEUE_REFUSED))


def not_ready(printer: Printer, detail: Detail) -> PrinterNotReady:
    return PrinterNotReady(printer=printer.name, detail=detail)


def _failed(printer: Printer, detail: Detail) -> PrinterFailed:
    return PrinterFailed(printer=printer.name, detail=detail)


def _named(answer: Answer, ticket: Ticket) -> Attributes | None:
    """Return the job of a name among all of a spooler; None where that hides what some are called."""
    if not answer.done and answer.status != NOT_FOUND:
        return None
    jobs = answer.of(Group.JOBS)
    if found := next((each for each in jobs if ticket.name in each.get("job-name", ())), None):
        return found
    return None if any("job-name" not in each for each in jobs) else {}


def _numbered(answer: Answer, ticket: Ticket) -> Attributes | None:
    """Return the job of a number, unless a spooler that was set up anew calls another so."""
    if not answer.done:
        return {} if answer.status == NOT_FOUND else None
    said = next(iter(answer.of(Group.JOBS)), {})
    return said if ticket.name in said.get("job-name", (ticket.name,)) else {}


def fate_in(said: Attributes) -> Fate:
    """Return what became of a job of which a spooler says this; nothing is a job that it does not know."""
    began = any(value is not None for value in said.get("time-at-processing", ()))
    match _number(said, "job-state"):
        case JobStep.COMPLETED:
            return Fate.PRINTED
        case JobStep.CANCELLED | JobStep.ABORTED:
            return Fate.BROKEN if began else Fate.NOT_PRINTED
        case JobStep.PROCESSING | JobStep.STOPPED:
            return Fate.PRINTING
        case JobStep.PENDING | JobStep.HELD:
            return Fate.PRINTING if began else Fate.WAITING
        case _:
            return Fate.LOST if not said else Fate.SILENT


def asked_for(*names: str) -> Wanted:
    return Tag.KEYWORD, "requested-attributes", names


def _number(said: Attributes, name: str) -> int:
    value: Value = next(iter(said.get(name, ())), 0)
    return value if isinstance(value, int) else 0


def stop_in(said: Attributes, stale_in: int = STALE_IN, *, repeats: bool = False) -> Detail | None:
    """Return why nothing can be printed at a printer that says this of itself; None where it can, or may by now.

    One that `repeats` is used though its queue may print one badge over and over.
    """
    if not repeats and _RETRIES in said.get("printer-error-policy", ()):
        return PrinterStop.RETRIES
    words = str(next(iter(said.get("printer-state-message", ())), "")).strip()[:_LONGEST_SAID]
    if said.get("printer-is-accepting-jobs", (True,))[0] is False:
        return (
            PrinterStop.REJECTING_FOR.of(said=words)
            if words not in {"", _PAUSED, _REJECTING}
            else PrinterStop.REJECTING
        )
    state = _number(said, "printer-state")
    age = _number(said, "printer-up-time") - _number(said, "printer-state-change-time")
    if state == _IDLE and age >= stale_in:
        return None
    heavy = [each for each in _reasons(said) if not each.endswith(_HARMLESS) or each.startswith(_WAITED_FOR)]
    told = _told(heavy)
    if state != _STOPPED:
        return told or (PrinterStop.PAUSED if any(each.startswith(_HELD) for each in heavy) else None)
    return _standing(told, words, held=any(each.startswith(_HELD) for each in heavy))


def _reasons(said: Attributes) -> Sequence[str]:
    return [str(each) for each in said.get("printer-state-reasons", ())]


def _told(reasons: Sequence[str]) -> PrinterStop | None:
    return next((stop for begin, stop in _REASONS for each in reasons if each.startswith(begin)), None)


def _standing(told: PrinterStop | None, words: str, *, held: bool) -> Detail:
    """Return why a queue that was stopped stands: CUPS gives a reason of its own only where a fault has stopped it."""
    if told:
        return PrinterStop.STANDS_FOR.of(why=told) if held else told
    if held and words in {_PAUSED, _REJECTING}:
        return PrinterStop.PAUSED
    if held and words:
        return PrinterStop.PAUSED_FOR.of(said=words)
    return PrinterStop.STANDS


def _on_its_paper(printer: Printer) -> Sequence[Wanted]:
    media = media_of(printer.look())
    return [(Tag.KEYWORD, "media", [media]), (Tag.KEYWORD, "print-scaling", ["none"])]


def media_of(template: Template) -> str:
    """Return what a size of paper is called (PWG 5101.1), so that the badge lands on it and not in the middle of A4."""
    width, height = (f"{side:g}" for side in (template.width, template.height))
    if (width, height) == ("105", "148"):
        return "iso_a6_105x148mm"
    return f"custom_badge_{width}x{height}mm"
