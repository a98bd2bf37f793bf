"""What every printer and spooler is asked that speaks IPP: it takes a badge by a name, and says what became of it."""

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from time import monotonic, sleep
from typing import ClassVar, TypeAlias

from msgspec import structs

from checkin_app.domain.details import PrinterStop
from checkin_app.domain.jobs import UNDER_WAY, Fate, Ticket
from checkin_app.domain.problems import PrinterFailed, PrintProblem
from checkin_app.domain.problems_printing import PrinterNotReady
from checkin_app.domain.texts import Detail
from checkin_app.runtime.printer_trust import login_at
from checkin_app.runtime.settings import PrinterKind, PrinterSettings
from printing.driver import Keep, NothingAccepted, Order, Said
from printing.elements import Template
from printing.ipp import (
    BUSY,
    FORBIDDEN,
    NO_SUCH_VALUE,
    NOT_ACCEPTING,
    NOT_AUTHORIZED,
    NOT_FOUND,
    OPENING,
    Answer,
    Attributes,
    Group,
    IppUnreadable,
    Operation,
    Spooler,
    Tag,
    Wanted,
    encoded,
    who_asks,
)
from printing.ipp_door import Door, Shut
from printing.ipp_line import NotPrivate, OtherCertificate
from printing.ipp_said import fate_in, number_in, reasons_in, told_in
from printing.printers import Printer, target_of

SECONDS = 15.0
_RAW = "application/vnd.cups-raw"
"""What no filter of the spooler touches (CUPS Implementation of IPP)."""
_LOOK, _CANCELLED_IN = 0.1, 5.0
"""Seconds between two looks at a job that is cancelled, and for which it is looked at."""
_ASKED = (
    "printer-state", "printer-state-reasons", "printer-is-accepting-jobs", "printer-error-policy",
    "printer-state-change-time", "printer-up-time", "printer-state-message", "document-format-supported",
    "uri-authentication-supported",
)  # fmt: skip
#: What the status of a refused job says.
_REFUSED: Mapping[int, Detail] = {
    NOT_ACCEPTING: PrinterStop.REJECTING,
    NO_SUCH_VALUE: PrinterStop.NO_SUCH_PAPER,
    BUSY: PrinterStop.BUSY,
    FORBIDDEN: PrinterStop.NOT_LET,
    NOT_AUTHORIZED: PrinterStop.NOT_LET,
}
_NO_QUESTION = ("none", "requesting-user-name")
"""Among the ways in which a printer knows who asks: it believes whatever is said."""
Place: TypeAlias = tuple[Spooler, str]
"""Who is asked, and the path by which it is asked."""


@dataclass(frozen=True, slots=True)
class IppDriver(ABC):
    """Hands over PDFs, and asks by their names what became of them, in a later run as well."""

    recalls: ClassVar[bool] = True
    _doors: dict[tuple[str, bool], Door] = field(default_factory=dict, init=False, compare=False)

    def health(self, printer: Printer) -> None:
        """Ask a queue how it is.

        Raises:
            QueueDeleted, SpoolerAway: there is none of that name, or no spooler.
            PrinterNotReady: it takes no jobs, its printer says why not, it would print a badge over and over, or it lets us not in.
        """
        if _asks_who(self._ready(printer)):
            self._let_in(printer, *_job(printer, "badge"))

    def submit(self, printer: Printer, order: Order, keep: Keep) -> Ticket:
        """Give a queue a job that bears the name of its ticket.

        Raises:
            QueueDeleted, SpoolerAway, PrinterNotReady: as `health` does; no ticket was kept.
            NothingAccepted: nobody was there, or the spooler said that it made none.
            PrinterFailed: it broke off; the queue may hold the job nevertheless.
        """
        said = self._ready(printer)
        ticket = Ticket(printer.name, f"badge {order.title} {order.mark}")
        asked, job = _job(printer, ticket.name)
        if _asks_who(said):
            self._let_in(printer, asked, job)
        self._hear_what_is_asked(printer, asked, job)
        keep(ticket)
        try:
            answer = self._ask(self.place(printer), Operation.PRINT_JOB, asked, [(Group.JOBS, job)], order.document)
        except (ConnectionError, Shut) as error:
            raise NothingAccepted(self._trouble(printer, error)) from error
        except (OSError, IppUnreadable) as error:
            raise failed(printer, PrinterStop.QUEUE_SILENT) from error
        if not answer.done:
            raise NothingAccepted(self._refused(printer, answer.status))
        made = next(iter(answer.of(Group.JOBS)), {})
        return structs.replace(ticket, number=number_in(made, "job-id"))

    def _let_in(self, printer: Printer, asked: Sequence[Wanted], job: Sequence[Wanted]) -> None:
        """Say who we are before the badge goes out: one that hangs up on it in the middle would leave a question.

        Raises:
            PrinterNotReady: it lets us not in.
            PrintProblem: as `away` returns it.
        """
        try:
            self._ask(self.place(printer), Operation.VALIDATE_JOB, asked, [(Group.JOBS, job)])
        except (OSError, IppUnreadable, Shut) as error:
            raise self._trouble(printer, error) from error

    def _hear_what_is_asked(self, printer: Printer, asked: Sequence[Wanted], job: Sequence[Wanted]) -> None:
        """Have a question of its own for the badge, where each is good for one answer: it is not sent to one that is not let in.

        Whoever hangs up on it in the middle may lose even their no on the way, which would leave a question.

        Raises:
            PrintProblem: as `away` returns it.
        """
        place = spooler, path = self.place(printer)
        if spooler.door is None or not spooler.door.may_ask_anew:
            return
        try:
            spooler.knock(path, _request(place, Operation.VALIDATE_JOB, asked, [(Group.JOBS, job)]), SECONDS)
        except OSError as error:
            raise self._trouble(printer, error) from error

    def poll(self, printer: Printer, ticket: Ticket) -> Said:
        """Return what the spooler says of a job now."""
        try:
            said = self._find(printer, ticket)
        except PrintProblem as problem:
            return Said(Fate.SILENT, problem)
        fate = fate_in(said)
        match fate:
            case Fate.NOT_PRINTED:
                return Said(fate, not_ready(printer, self._why_not(printer, PrinterStop.GIVEN_UP)))
            case Fate.BROKEN:
                return Said(fate, failed(printer, self._why_not(printer, PrinterStop.GIVEN_UP)))
            case _:
                return Said(fate)

    def recall(self, printer: Printer, ticket: Ticket) -> Said:
        """Take a job out of its queue, and return what it came to once that is known."""
        try:
            said = self._find(printer, ticket)
        except PrintProblem as problem:
            return Said(Fate.SILENT, problem)
        if fate_in(said) not in UNDER_WAY:
            return self.poll(printer, ticket)
        stop = self._why_not(printer, PrinterStop.TOO_SLOW)
        number: Wanted = (Tag.INTEGER, "job-id", [number_in(said, "job-id")])
        try:
            self._ask(self.place(printer), Operation.CANCEL_JOB, [number])
            fate = self._ended(printer, ticket)
        except (OSError, IppUnreadable, Shut, PrintProblem):
            return Said(Fate.SILENT, failed(printer, stop))
        if fate is Fate.PRINTED:
            return Said(fate)
        return Said(fate, not_ready(printer, stop) if fate is Fate.NOT_PRINTED else failed(printer, stop))

    def _ended(self, printer: Printer, ticket: Ticket) -> Fate:
        """Look at a job that was cancelled until it ended; SILENT where it does not, raises as `_find` does."""
        ends = monotonic() + _CANCELLED_IN
        while (fate := fate_in(self._find(printer, ticket))) in UNDER_WAY:
            if monotonic() > ends:
                return Fate.SILENT
            sleep(_LOOK)
        return fate

    def _find(self, printer: Printer, ticket: Ticket) -> Attributes:
        """Return what the spooler says of a job, which is nothing where it knows none; raises PrintProblem where it does not say."""
        wanted = asked_for("job-id", "job-name", "job-state", "time-at-processing")
        place = self.place_of_jobs(printer)
        try:
            if ticket.number:
                one: Sequence[Wanted] = [(Tag.INTEGER, "job-id", [ticket.number]), wanted]
                found = _numbered(self._ask(place, Operation.GET_JOB_ATTRIBUTES, one), ticket)
            else:
                every: Sequence[Wanted] = [(Tag.KEYWORD, "which-jobs", ["all"]), wanted]
                found = _named(self._ask(place, Operation.GET_JOBS, every), ticket)
        except (OSError, IppUnreadable, Shut) as error:
            raise self._trouble(printer, error) from error
        if found is None:
            raise self.away(printer)
        return found

    def _ready(self, printer: Printer) -> Attributes:
        """Return what a printer says of itself that can print; raises as `health` does."""
        said = self._said(printer)
        if stop := self.stop_in(said, printer):
            raise not_ready(printer, stop)
        return said

    def _said(self, printer: Printer) -> Attributes:
        """Return what a printer says of itself; raises as `health` does where it or its spooler is gone."""
        try:
            answer = self._ask(self.place(printer), Operation.GET_PRINTER_ATTRIBUTES, [asked_for(*_ASKED)])
        except (OSError, IppUnreadable, Shut) as error:
            raise self._trouble(printer, error) from error
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
        return self.stop_in(said, printer) or told_in(reasons_in(said)) or otherwise

    @staticmethod
    def _ask(
        place: Place,
        operation: Operation,
        wanted: Sequence[Wanted],
        groups: Sequence[tuple[Group, Sequence[Wanted]]] = (),
        document: bytes = b"",
    ) -> Answer:
        spooler, path = place
        return spooler.ask(path, _request(place, operation, wanted, groups, document), SECONDS)

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

    def _trouble(self, printer: Printer, error: Exception) -> PrintProblem:
        """Return why nothing was asked of a printer."""
        match error:
            case Shut():
                return not_ready(printer, error.stop)
            case OtherCertificate():
                return not_ready(printer, PrinterStop.OTHER_CERTIFICATE)
            case NotPrivate():
                return not_ready(printer, PrinterStop.NO_TLS)
            case _:
                return self.away(printer)

    def door(self, printer: Printer, spooler: Spooler) -> Door:
        """Return what is known of how a printer lets us in."""
        place = place_of(printer)
        unread = spooler.is_local or spooler.trusted is not None
        return self._doors.setdefault((place, unread), Door(partial(login_at, place), unread))

    def _refused(self, printer: Printer, status: int) -> PrintProblem:
        if status == NOT_FOUND:
            return self.gone(printer)
        return not_ready(printer, _REFUSED.get(status, PrinterStop.QUEUE_REFUSED))


def _request(
    place: Place,
    operation: Operation,
    wanted: Sequence[Wanted],
    groups: Sequence[tuple[Group, Sequence[Wanted]]],
    document: bytes = b"",
) -> bytes:
    """Return a request that may be put to whoever is at a place."""
    spooler, path = place
    who = (Tag.NAME, "requesting-user-name", [who_asks()])
    first = [*OPENING, (Tag.URI, "printer-uri", [f"{spooler.scheme}://{spooler.host}{path}"]), who, *wanted]
    return encoded(operation, [(Group.OPERATION, first), *groups], document)


def place_of(printer: Printer) -> str:
    """Return under which name is kept as whom a printer lets us in, and its certificate."""
    return _called(printer.kind, printer.address, printer.port)


def place_set(settings: PrinterSettings) -> str:
    """Return the same of a printer that settings describe, also where nothing could be printed there; raises PrinterMistyped."""
    address, port, _ = target_of(settings)
    return _called(settings.kind, address, port)


def _called(kind: PrinterKind, address: str, port: int) -> str:
    return f"{address}:{port}" if kind is PrinterKind.IPP else f"queue {address}"


def not_ready(printer: Printer, detail: Detail) -> PrinterNotReady:
    return PrinterNotReady(printer=printer.name, detail=detail)


def failed(printer: Printer, detail: Detail) -> PrinterFailed:
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


def asked_for(*names: str) -> Wanted:
    return Tag.KEYWORD, "requested-attributes", names


def _asks_who(said: Attributes) -> bool:
    return any(each not in _NO_QUESTION for each in said.get("uri-authentication-supported", ()))


def _job(printer: Printer, name: str) -> tuple[Sequence[Wanted], Sequence[Wanted]]:
    """Return what is asked of a job of a name, and for it."""
    raw = printer.kind is PrinterKind.RAW
    format_: Wanted = (Tag.MIME, "document-format", [_RAW if raw else "application/pdf"])
    return [(Tag.NAME, "job-name", [name]), format_], () if raw else _on_its_paper(printer)


def _on_its_paper(printer: Printer) -> Sequence[Wanted]:
    media = media_of(printer.look())
    return [(Tag.KEYWORD, "media", [media]), (Tag.KEYWORD, "print-scaling", ["none"])]


def media_of(template: Template) -> str:
    """Return what a size of paper is called (PWG 5101.1), so that the badge lands on it and not in the middle of A4."""
    width, height = (f"{side:g}" for side in (template.width, template.height))
    if (width, height) == ("105", "148"):
        return "iso_a6_105x148mm"
    return f"custom_badge_{width}x{height}mm"
