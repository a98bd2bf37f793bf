"""Printers as the badge desk shows them, and why badges go to one of them."""

from dataclasses import dataclass
from enum import StrEnum


class PrinterPhase(StrEnum):
    READY = "ready"
    PRINTING = "printing"
    PAUSED = "paused"


class ChosenBy(StrEnum):
    """Why badges go to one printer and to no other."""

    ALONE = "alone"
    """There is no other."""
    HAND = "hand"
    """It was chosen at this desk."""
    SETTINGS = "settings"
    ABLE = "able"
    """It is the first that works."""


@dataclass(frozen=True, slots=True)
class PrinterLine:
    name: str
    """What jobs are sent to."""
    title: str
    """What people call it."""
    phase: PrinterPhase
    detail: str = ""
    """Where it is, or why it stopped."""
    left: int | None = None
    """Labels on its roll, as far as is known; None where nobody counts them."""
    other: str = ""
    """Which printer of its group takes over while it is stopped."""
