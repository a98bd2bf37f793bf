"""What screens may ask of printers themselves, each question answered by the printer's own lane."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from checkin_app.domain.problems import PrintProblem
from checkin_app.runtime.printer_trust import Login
from checkin_app.runtime.settings import PrinterLanguage, PrinterSettings
from checkin_app.services.ports.printers import Outcome
from checkin_app.ui.shell.answering import Reply


@dataclass(frozen=True, slots=True)
class PrinterCount:
    """Badges of this laptop at one printer."""

    waiting: int = 0
    used: int = 0
    """Labels since its roll was put in, as far as is known."""


@dataclass(frozen=True, slots=True)
class Found:
    """Printers that could be added."""

    queues: tuple[str, ...] = ()
    """What the operating system knows."""
    heard: tuple[tuple[str, str], ...] = ()
    """What the network says of label printers: a name, and host and port.  A hint: what it is shows when it is tried."""
    at_usb: tuple[tuple[str, str], ...] = ()
    """What printers at USB call themselves, and their targets."""
    over_ipp: tuple[tuple[str, str], ...] = ()
    """What the network says of printers that take PDFs: a name, and host, port and path."""


@dataclass(frozen=True, slots=True)
class BadgeLook:
    """A template by which badges can be drawn."""

    name: str
    size: str
    """How large a badge is by it, such as ``80 × 60``, in mm; empty where it cannot be read."""


@dataclass(frozen=True, slots=True)
class BadgeLooks:
    """By what badges can be drawn here."""

    known: tuple[BadgeLook, ...] = ()
    usual: Mapping[PrinterLanguage, str] = field(default_factory=lambda: MappingProxyType({}))
    """By what they are where nobody says otherwise, for each of the languages of printers."""


@dataclass(frozen=True, slots=True)
class AddedFont:
    """A font that was added for letters that no font of the application has."""

    name: str
    letters: int
    """How many characters it draws; 0 of one that is broken by now."""
    file: Path


@dataclass(frozen=True, slots=True)
class Printers:
    """Printers, and the fonts that were added for badges."""

    printer_health: Callable[[str, Reply[PrintProblem | None]], None]
    """Ask one how it is, with nothing sent; None where it is ready."""
    test_printer: Callable[[str, Reply[Outcome]], None]
    """Print a test label, which stands in no record."""
    printer_counts: Callable[[Reply[Mapping[str, PrinterCount]]], None]
    printers_found: Callable[[Reply[Found]], None]
    """Look for printers, which takes some seconds."""
    check_printer: Callable[[PrinterSettings, Reply[None]], None]
    """Refuse a printer that cannot be one, or whose paper is not for the badges that are drawn for it."""
    badge_looks: Callable[[Reply[BadgeLooks]], None]
    added_fonts: Callable[[Reply[Sequence[AddedFont]]], None]
    add_font: Callable[[Path, Reply[AddedFont]], None]
    """Look at a font file, and use it from now on; refused where it is none."""
    remove_font: Callable[[str, Reply[None]], None]
    let_in: Callable[[str, Login, Reply[None]], None]
    """Keep as whom a printer lets this laptop in, where the computer keeps secrets."""
    allow_queue: Callable[[Reply[str]], None]
    """Say who lets a queue be used that may print one badge over and over, and when; refused where they may not."""
