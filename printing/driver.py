"""What every kind of printer is asked: it takes a badge, says what became of it, and how it is."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar, Protocol, TypeAlias

from checkin_app.domain.jobs import Fate, Ticket
from checkin_app.domain.problems import PrintProblem
from printing.printers import Printer


@dataclass(frozen=True, slots=True)
class Order:
    """A badge in the printer's language, and what it is called there, which is nothing personal."""

    document: bytes
    title: str
    """Its number and issue, in letters, digits and dashes."""
    mark: str
    """Which attempt to print it this is; no other has the same."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a printer says of a job, and why it went no better."""

    fate: Fate
    problem: PrintProblem | None = None


class NothingAccepted(Exception):  # noqa: N818 - evidence, not an error: the job may be tried again
    """Sending failed before anything of the job can have been accepted."""

    def __init__(self, problem: PrintProblem) -> None:
        super().__init__(problem)
        self.problem = problem


Keep: TypeAlias = Callable[[Ticket], None]
"""Records a ticket; what it raises stops the job before anything is sent."""


class Driver(Protocol):
    recalls: ClassVar[bool]
    """Whether it can be asked of a job at any time later, and to take it back; else its first answer is its last."""

    def health(self, printer: Printer) -> None:
        """Ask a printer how it is, and send nothing.

        Raises:
            PrintProblem: it is not there or not ready.
        """
        ...

    def submit(self, printer: Printer, order: Order, keep: Keep) -> Ticket:
        """Hand over a whole job; `keep` is told its ticket before the first byte.

        Returns:
            The ticket, with all that the printer said of it.

        Raises:
            NothingAccepted: provably nothing of it went out.
            PrintProblem: before its ticket was kept, the printer is not ready; after that, some of it may have gone out.
        """
        ...

    def poll(self, printer: Printer, ticket: Ticket) -> Said:
        """Return what a printer says of a job, at once or as soon as it says anything."""
        ...

    def recall(self, printer: Printer, ticket: Ticket) -> Said:
        """Take a job out of a printer, and return what is known of it then."""
        ...
