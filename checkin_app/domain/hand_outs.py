"""What is written for people outside of the application: which files, and what came of one."""

from dataclasses import dataclass
from enum import StrEnum


class HandOut(StrEnum):
    """One kind of file, of the whole forum."""

    CODES = "codes"
    """Everybody's valid code, for mailing out."""
    BADGES = "badges"
    """Everybody's valid badge, for a print shop."""

    @property
    def ending(self) -> str:
        return {HandOut.CODES: "csv", HandOut.BADGES: "pdf"}[self]


@dataclass(frozen=True, slots=True)
class HandedOut:
    """A file that was written."""

    file: str
    written: int
    """How many people are in it."""
    left_out: tuple[str, ...] = ()
    """The badge numbers of those whose badge could not be drawn."""
