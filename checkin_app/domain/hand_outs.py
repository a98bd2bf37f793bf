"""What is written for people outside of the application: which files, and what came of one."""

from dataclasses import dataclass
from enum import StrEnum

from checkin_app.domain.changes import ChangeSet
from checkin_app.domain.ids import LogId


class HandOut(StrEnum):
    """One kind of file, of the whole forum."""

    EVERYBODY = "everybody"
    """All that is known of people: imported again, it changes nothing."""
    CODES = "codes"
    """Everybody's valid code, for mailing out."""
    BADGES = "badges"
    """Everybody's valid badge, for a print shop."""
    ATTENDANCE = "attendance"
    """Who came to a session or rode on a route."""

    @property
    def endings(self) -> tuple[str, ...]:
        """Return in which forms it can be written, the one that is meant where none is named first."""
        return ("pdf",) if self is HandOut.BADGES else ("xlsx", "csv")


@dataclass(frozen=True, slots=True)
class Wanted:
    """A file that is to be written."""

    kind: HandOut
    occasion: str = ""
    """The id of the session or route whose attendance it is."""


@dataclass(frozen=True, slots=True)
class HandedOut:
    """A file that was written."""

    file: str
    written: int
    """How many people are in it."""
    left_out: tuple[str, ...] = ()
    """The badge numbers of those whose badge could not be drawn."""
    issued: LogId | None = None
    """What takes back that the badges in it count as issued; None where it issued none."""
    changes: ChangeSet = frozenset()
