"""What every kind of printer offers to the press."""

from contextlib import AbstractContextManager
from enum import StrEnum
from typing import Protocol

from checkin_app.domain.problems import PrintProblem
from printing.content import BadgeContent
from printing.printers import Printer


class Settled(StrEnum):
    """What is known of a job after its last byte was taken."""

    PRINTED = "printed"
    TAKEN = "taken"
    """A spooler has it and will not say more."""
    NO_ANSWER = "no_answer"


class NothingAccepted(Exception):  # noqa: N818 - evidence, not an error: the job may be tried again
    """Sending failed before anything of the job can have been accepted."""

    def __init__(self, problem: PrintProblem) -> None:
        super().__init__(problem)
        self.problem = problem


class Link(Protocol):
    """An open way to a printer that has taken nothing of the job yet."""

    def send(self, document: bytes) -> None:
        """Hand over the whole job.

        Raises:
            NothingAccepted: provably nothing of it went out.
            PrintProblem: some of it may have.
        """
        ...

    def settle(self) -> Settled:
        """Wait for the printer's word on the job.

        Raises:
            NothingAccepted: it left the printer's queue, provably before any of it was printed.
            PrintProblem: the printer says that the badge failed, of which some may have come out.
        """
        ...


class Driver(Protocol):
    def document(self, content: BadgeContent, printer: Printer) -> bytes:
        """Return the job in the printer's language, its code read back.

        Raises:
            PrintProblem: the badge cannot be drawn or would not read.
        """
        ...

    def connect(self, printer: Printer, title: str) -> AbstractContextManager[Link]:
        """Open a way to the printer; `title` names the job and holds nothing personal.

        Raises:
            PrintProblem: it is not there or not ready.
        """
        ...
