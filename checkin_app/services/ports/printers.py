"""Printers, as whoever takes badges to them needs them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from checkin_app.domain.jobs import Fate, JobState, Ticket
from checkin_app.domain.problems import PrintProblem
from checkin_app.services.ports.badges import Job
from checkin_app.services.ports.people import DelegateCard

Record: TypeAlias = Callable[[JobState, str, Ticket | None], None]
"""Makes a state durable, with a problem's key or nothing, never anything personal, and with what a printer was given.

A ticket is None where nothing of the job comes out of a printer any more.
"""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How far a job came, and why no further."""

    state: JobState
    problem: PrintProblem | None = None
    fault: Exception | None = None
    """A bug of ours that stopped the job, for the crash report; the job has ended all the same."""


Ready: TypeAlias = Callable[[Record], Outcome]
"""Prints what is ready, and ends the job whatever happens; what `Record` raises stops it where it is."""
Prepare: TypeAlias = Callable[[Job, DelegateCard], Ready]
"""Draws a badge for its printer, and sends nothing yet; raises PrintProblem."""
Recall: TypeAlias = Callable[[Ticket], Fate]
"""Takes back what a printer was given, and returns what is known of it then."""
Follow: TypeAlias = Callable[[Job, Record], Outcome]
"""Asks a printer what became of what it was given, and ends the job by its answer."""
