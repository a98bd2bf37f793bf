"""Queues of the operating system on Linux and macOS: badges go to CUPS, which is asked what became of them."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import IntEnum
from time import monotonic, sleep
from urllib.parse import quote

from checkin_app.domain.details import PrinterStop
from checkin_app.domain.problems import PrinterFailed, PrinterMissing
from checkin_app.domain.problems_printing import PrinterNotReady
from printing.content import BadgeContent
from printing.driver import NothingAccepted, Settled
from printing.ipp import (
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
    spooler_here,
    who_asks,
)
from printing.layout import lay_out
from printing.printers import Printer
from printing.raster import proven_pdf
from printing.template import Template, load_template

_SECONDS = 15.0
#: How long a badge may be in a queue before it is taken out again.
_PRINTED_IN = 60.0
_LOOKS = (0.1, 1.0)
"""Seconds between two looks at a job, the first and the longest."""
_CANCELLED_IN = 5.0
_IDLE, _STOPPED = 3, 5
"""What ``printer-state`` says of a printer that waits for jobs, and of one that its owner or a fault has stopped."""
_STALE_IN = 60
"""Seconds after which the reasons of an idle printer are no news: CUPS keeps what the last job met until the next one."""
_RETRIES = "retry-current-job"
"""An error policy under which one badge was printed 320 times in 21 seconds."""

_ASKED = (
    "printer-state", "printer-state-reasons", "printer-is-accepting-jobs", "printer-error-policy",
    "printer-state-change-time", "printer-up-time",
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
    ("paused", PrinterStop.PAUSED),
)
_HARMLESS = ("-report", "-warning")


class JobStep(IntEnum):
    """What ``job-state`` says."""

    PENDING = 3
    HELD = 4
    PROCESSING = 5
    STOPPED = 6
    CANCELLED = 7
    ABORTED = 8
    COMPLETED = 9


_ENDED = frozenset({JobStep.CANCELLED, JobStep.ABORTED, JobStep.COMPLETED})


@dataclass(frozen=True, slots=True)
class CupsQueue:
    """Hands PDFs to the spooler's queues; a badge is in a queue alone, until it is known what became of it."""

    spooler: Callable[[], Spooler] = spooler_here
    printed_in: float = _PRINTED_IN
    stale_in: int = _STALE_IN

    def queues(self) -> tuple[str, ...]:
        """Return the queues of this computer; none where CUPS is not installed or does not run."""
        asked = [*OPENING, _wanted("printer-name")]
        try:
            answer = self.spooler().ask("/", encoded(Operation.CUPS_GET_PRINTERS, [(Group.OPERATION, asked)]), _SECONDS)
        except (OSError, IppUnreadable):
            return ()
        names = (each.get("printer-name", ()) for each in answer.of(Group.PRINTERS))
        return tuple(str(name[0]) for name in names if name)

    def document(self, content: BadgeContent, printer: Printer) -> bytes:
        """Return the badge's PDF; raises PrintProblem."""
        return proven_pdf(lay_out(content, load_template(printer.template)), printer.dpi)

    @contextmanager
    def connect(self, printer: Printer, title: str) -> Iterator["_Queue"]:
        """Ask the queue how it is.

        Raises:
            PrinterMissing: there is none of that name, or no spooler.
            PrinterNotReady: it takes no jobs, its printer says why not, or it would print a badge over and over.
        """
        queue = _Queue(self, self.spooler(), printer, title)
        queue.check()
        yield queue


@dataclass(slots=True)
class _Queue:
    driver: CupsQueue
    spooler: Spooler
    printer: Printer
    title: str
    _job: int = 0
    _began: bool = field(default=False)
    """It was seen on its way to the paper."""

    def check(self) -> None:
        """Raise what speaks against printing there now."""
        if stop := self._stop():
            raise self._not_ready(stop)

    def _stop(self) -> PrinterStop | None:
        """Return why nothing can be printed there; raises PrinterMissing where there is no such queue."""
        try:
            answer = self._ask(Operation.GET_PRINTER_ATTRIBUTES, [_wanted(*_ASKED)])
        except (OSError, IppUnreadable) as error:
            raise PrinterMissing(printer=self.printer.name) from error
        said = next(iter(answer.of(Group.PRINTERS)), {})
        if not answer.done or not said:
            raise PrinterMissing(printer=self.printer.name)
        return stop_in(said, self.driver.stale_in)

    def send(self, document: bytes) -> None:
        """Give the queue the job.

        Raises:
            NothingAccepted: nobody was there, or the spooler said that it made none.
            PrinterFailed: it broke off; the queue may hold the job nevertheless.
        """
        media = media_of(load_template(self.printer.template))
        job: Sequence[Wanted] = [(Tag.KEYWORD, "media", [media]), (Tag.KEYWORD, "print-scaling", ["none"])]
        asked: Sequence[Wanted] = [
            (Tag.NAME, "job-name", [f"badge {self.title}"]),
            (Tag.MIME, "document-format", ["application/pdf"]),
        ]
        try:
            answer = self._ask(Operation.PRINT_JOB, asked, [(Group.JOBS, job)], document)
        except ConnectionError as error:
            raise NothingAccepted(PrinterMissing(printer=self.printer.name)) from error
        except (OSError, IppUnreadable) as error:
            raise self._failed(PrinterStop.QUEUE_SILENT) from error
        if not answer.done:
            raise NothingAccepted(self._refused(answer.status))
        made = next(iter(answer.of(Group.JOBS)), {})
        self._job = _number(made, "job-id")

    def settle(self) -> Settled:
        """Wait until the job ended; one that takes too long is taken out of the queue.

        Raises:
            NothingAccepted: it left the queue before anything of it can have been printed.
            PrinterFailed: it did not end well, and some of it may have come out.
        """
        ends, pause = monotonic() + self.driver.printed_in, _LOOKS[0]
        while (step := self._look()) not in _ENDED:
            if monotonic() > ends:
                return self._give_up()
            sleep(pause)
            pause = min(2 * pause, _LOOKS[1])
        if step is JobStep.COMPLETED:
            return Settled.PRINTED
        raise self._ended(self._why_not(PrinterStop.GIVEN_UP))

    def _give_up(self) -> Settled:
        """Take the job out of the queue, and say whether it was there still."""
        stop = self._why_not(PrinterStop.TOO_SLOW)
        try:
            self._ask(Operation.CANCEL_JOB, [(Tag.INTEGER, "job-id", [self._job])])
        except (OSError, IppUnreadable):
            raise self._failed(stop) from None
        ends = monotonic() + _CANCELLED_IN
        while (step := self._look()) not in _ENDED and monotonic() < ends:
            sleep(_LOOKS[0])
        if step is JobStep.COMPLETED:
            return Settled.PRINTED
        if step not in _ENDED:
            raise self._failed(stop)
        raise self._ended(stop)

    def _ended(self, stop: PrinterStop) -> NothingAccepted | PrinterFailed:
        """Return what a job that was not printed to its end comes to: what never began can be printed again."""
        return self._failed(stop) if self._began else NothingAccepted(self._not_ready(stop))

    def _look(self) -> JobStep | None:
        """Return how far the job is; None where nobody says."""
        asked = [(Tag.INTEGER, "job-id", [self._job]), _wanted("job-state", "time-at-processing")]
        try:
            answer = self._ask(Operation.GET_JOB_ATTRIBUTES, asked)
        except (OSError, IppUnreadable):
            answer = None
        said = next(iter(answer.of(Group.JOBS)), {}) if answer else {}
        state = _number(said, "job-state")
        step = JobStep(state) if state in set(JobStep) else None
        if step is None or step in {JobStep.PROCESSING, JobStep.STOPPED}:
            self._began = True
        self._began |= any(value is not None for value in said.get("time-at-processing", ()))
        return step

    def _why_not(self, otherwise: PrinterStop) -> PrinterStop:
        """Return why a job is not printed, as far as its printer says."""
        try:
            return self._stop() or otherwise
        except PrinterMissing:
            return PrinterStop.QUEUE_SILENT

    def _ask(
        self,
        operation: Operation,
        wanted: Sequence[Wanted],
        groups: Sequence[tuple[Group, Sequence[Wanted]]] = (),
        document: bytes = b"",
    ) -> Answer:
        path = f"/printers/{quote(self.printer.address, safe='')}"
        who = (Tag.NAME, "requesting-user-name", [who_asks()])
        first = [*OPENING, (Tag.URI, "printer-uri", [f"ipp://localhost{path}"]), who, *wanted]
        request = encoded(operation, [(Group.OPERATION, first), *groups], document)
        return self.spooler.ask(path, request, _SECONDS)

    def _refused(self, status: int) -> PrinterNotReady | PrinterMissing:
        if status == NOT_FOUND:
            return PrinterMissing(printer=self.printer.name)
        return self._not_ready(PrinterStop.REJECTING if status == NOT_ACCEPTING else PrinterStop.QUEUE_REFUSED)

    def _not_ready(self, detail: PrinterStop) -> PrinterNotReady:
        return PrinterNotReady(printer=self.printer.name, detail=detail)

    def _failed(self, detail: PrinterStop) -> PrinterFailed:
        return PrinterFailed(printer=self.printer.name, detail=detail)


def _wanted(*names: str) -> Wanted:
    return Tag.KEYWORD, "requested-attributes", names


def _number(said: Attributes, name: str) -> int:
    value: Value = next(iter(said.get(name, ())), 0)
    return value if isinstance(value, int) else 0


def stop_in(said: Attributes, stale_in: int = _STALE_IN) -> PrinterStop | None:
    """Return why nothing can be printed at a printer that says this of itself; None where it can, or may by now."""
    if _RETRIES in said.get("printer-error-policy", ()):
        return PrinterStop.RETRIES
    if said.get("printer-is-accepting-jobs", (True,))[0] is False:
        return PrinterStop.REJECTING
    state = _number(said, "printer-state")
    age = _number(said, "printer-up-time") - _number(said, "printer-state-change-time")
    if state == _IDLE and age >= stale_in:
        return None
    reasons = [str(each) for each in said.get("printer-state-reasons", ())]
    heavy = [each for each in reasons if not each.endswith(_HARMLESS)]
    told = (stop for begin, stop in _REASONS for each in heavy if each.startswith(begin))
    return next(told, PrinterStop.PAUSED if state == _STOPPED else None)


def media_of(template: Template) -> str:
    """Return what a size of paper is called (PWG 5101.1), so that the badge lands on it and not in the middle of A4."""
    width, height = (f"{side:g}" for side in (template.width, template.height))
    if (width, height) == ("105", "148"):
        return "iso_a6_105x148mm"
    return f"custom_badge_{width}x{height}mm"
