"""The printers of a laptop at work on the badges of its station: what its press room and its commands both do."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, partial

from checkin_app.bootstrap.looks import set_up
from checkin_app.domain.details import PrinterStop
from checkin_app.domain.forum import Forum
from checkin_app.domain.jobs import Fate, JobState, Ticket
from checkin_app.domain.problems import PrinterMissing, PrintProblem
from checkin_app.domain.problems_printing import PrinterNotReady
from checkin_app.runtime.settings import PrinterSettings
from checkin_app.services.opened import OpenedStation
from checkin_app.services.ports.badges import Job
from checkin_app.services.ports.people import DelegateCard
from checkin_app.services.ports.printers import Outcome, Ready, Record
from printing.press import Press
from printing.printers import Printer


@dataclass(frozen=True, slots=True)
class Presses:
    """Every call may wait for a printer: it is made where nobody waits for a screen."""

    station: OpenedStation
    printers: Callable[[], Sequence[PrinterSettings]]

    def reach(self, printer: str) -> None:
        """Ask a printer how it is; raises PrintProblem where it is not ready."""
        press().reach(self._ready(printer))

    def prepare(self, job: Job, card: DelegateCard) -> Ready:
        from checkin_app.bootstrap.papers import content_of

        at_hand, content = press(), content_of(self.station, card, job.issue)
        return partial(at_hand.run, content, self._ready(job.printer), give_way=self.station.printing.give_way)

    def recall(self, ticket: Ticket) -> Fate:
        try:
            return press().recall(self.named(ticket.printer), ticket)
        except PrintProblem:  # no printer has that name any more
            return Fate.SILENT

    def asked_of(self, job: Job, record: Record) -> Outcome:
        """Ask a printer what became of a job, and end it by the answer."""
        assert job.ticket
        try:
            printer = self.named(job.ticket.printer)
        except PrintProblem as problem:
            if job.state is not JobState.UNKNOWN:
                record(JobState.UNKNOWN, problem.key, job.ticket)
            return Outcome(JobState.UNKNOWN, problem)
        return press().follow(printer, job.ticket, job.state, record)

    def separate(self, title: str, line: str, printer: str, place: int) -> Outcome:
        """Print a page that says whose badges come next; `place` tells it from the others of a run."""
        from printing.languages import page
        from printing.separator import separator

        try:
            to = self._ready(printer)
        except PrintProblem as problem:
            return Outcome(JobState.FAILED_SAFE, problem)
        return press().page(lambda: page(separator(title, line, to), to), f"separator-{place}", to)

    def named(self, name: str) -> Printer:
        """Return a printer; raises PrinterMissing where the settings know none of the name, PrinterMistyped."""
        return set_up(self._known(name), self.station.forum)

    def _ready(self, name: str) -> Printer:
        """Return a printer that badges go to; raises PrinterNotReady where somebody paused it."""
        if paused := self._known(name).paused:
            raise held(name, paused)
        return self.named(name)

    def _known(self, name: str) -> PrinterSettings:
        found = next((each for each in self.printers() if each.name == name), None)
        if found is None:
            raise PrinterMissing(printer=name)
        return found


def held(printer: str, why: str) -> PrinterNotReady:
    """Return the trouble of a printer that somebody paused on this laptop."""
    return PrinterNotReady(printer=printer, detail=PrinterStop.HELD.of(said=why))


@cache
def press() -> Press:
    from printing.drivers import all_drivers

    return Press(all_drivers())


def trouble_of(settings: PrinterSettings, forum: Forum) -> PrintProblem | None:
    """Return what speaks against printing there, as the printer itself or what is set up of it tells; None where it is ready."""
    try:
        printer = set_up(settings, forum)
        printer.look()
        press().reach(printer)
    except PrintProblem as problem:
        return problem
    return None


def test_label(settings: PrinterSettings, forum: Forum) -> Outcome:
    """Print a label by which a printer is tried, of the size of the forum's badges.

    Raises:
        PrinterMistyped: its target is no host and port.
    """
    from printing.languages import page
    from printing.trial_label import trial_label

    printer = set_up(settings, forum)
    return press().page(lambda: page(trial_label(printer), printer), "test-label", printer)
