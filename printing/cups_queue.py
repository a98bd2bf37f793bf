"""Queues of the operating system on Linux and macOS: badges go to CUPS, which is asked what became of them."""

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import quote

from checkin_app.domain.problems import PrintProblem
from checkin_app.domain.problems_printing import QueueDeleted, SpoolerAway
from checkin_app.domain.texts import Detail
from printing.ipp import OPENING, Attributes, Group, IppUnreadable, Operation, Spooler, encoded, spooler_here
from printing.ipp_door import Shut
from printing.ipp_driver import SECONDS, IppDriver, Place, asked_for
from printing.ipp_said import STALE_IN, stop_in
from printing.printers import Printer


@dataclass(frozen=True, slots=True)
class CupsQueue(IppDriver):
    """Hands PDFs to the spooler's queues; an owner may move a job from one to another."""

    spooler: Callable[[], Spooler] = spooler_here
    stale_in: int = STALE_IN

    def queues(self) -> tuple[str, ...]:
        """Return the queues of this computer; none where CUPS is not installed or does not run."""
        asked = [*OPENING, asked_for("printer-name")]
        try:
            answer = self.spooler().ask("/", encoded(Operation.CUPS_GET_PRINTERS, [(Group.OPERATION, asked)]), SECONDS)
        except (OSError, IppUnreadable, Shut):
            return ()
        names = (each.get("printer-name", ()) for each in answer.of(Group.PRINTERS))
        return tuple(str(name[0]) for name in names if name)

    def place(self, printer: Printer) -> Place:
        return self._known_at(printer), f"/printers/{quote(printer.address, safe='')}"

    def place_of_jobs(self, printer: Printer) -> Place:
        return self._known_at(printer), "/"

    def _known_at(self, printer: Printer) -> Spooler:
        spooler = self.spooler()
        return spooler.known_by(self.door(printer, spooler))

    def stop_in(self, said: Attributes, printer: Printer) -> Detail | None:
        return stop_in(said, self.stale_in, repeats=printer.repeats)

    def away(self, printer: Printer) -> PrintProblem:  # noqa: ARG002 - one spooler serves all
        return SpoolerAway()

    def gone(self, printer: Printer) -> PrintProblem:
        return QueueDeleted(printer=printer.name, queue=printer.address)
