"""What the commands about printers and badge templates need of the rest of the application."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from checkin_app.domain.canonical import Json
from checkin_app.domain.forum import Forum
from checkin_app.domain.problems import PrintProblem
from checkin_app.runtime.printer_trust import Login
from checkin_app.runtime.settings import PrinterKind, PrinterSettings
from checkin_app.services.opened import OpenedStation
from checkin_app.services.ports.badges import Job
from checkin_app.services.ports.people import DelegateCard
from checkin_app.services.ports.printers import Outcome


class AtThePress(Protocol):
    """The printers of a laptop while nothing but one command takes badges to them."""

    def print(self, job: Job) -> Outcome | None:
        """Print a job that waits; None where it was printed, taken back or sent elsewhere meanwhile."""
        ...

    def separate(self, title: str, line: str, printer: str) -> Outcome:
        """Print a page that says whose badges come next."""
        ...


class LaptopPrinters(Protocol):
    """The printers that the settings file of a laptop names."""

    def listed(self) -> Sequence[PrinterSettings]: ...
    def mistakes(self) -> Sequence[str]:
        """Return a line for each entry of the file that could not be taken."""
        ...

    def default(self) -> str:
        """Return the printer that badges go to; empty where there is none."""
        ...

    def known(self, name: str) -> PrinterSettings:
        """Return the printer of a name, or the one that badges go to where the name is empty.

        Raises:
            PrinterUnknown, NoPrinterYet.
        """
        ...

    def add(self, wanted: PrinterSettings, forum: Forum | None, *, default: bool) -> PrinterSettings:
        """Write one more printer into the file, once it is looked at.

        Args:
            wanted: what it is; with an empty name it is called by its target.
            forum: whose badges it prints; None where nothing is said of their size and their paper.
            default: whether badges go to it from now on.

        Raises:
            StoreLocked: an application is open, which would write its own settings over this.
            FieldInvalid, PrinterMissing, PrinterMisfit, FileNotWritable: it can be none.
            TemplateMissing, TemplateInvalid: by what it draws badges.
            PrinterNameTaken: another has that name.
        """
        ...

    def remove(self, name: str) -> None:
        """Take a printer out of the file; raises StoreLocked, PrinterUnknown, FileNotWritable."""
        ...

    def change(self, name: str, **entries: str) -> PrinterSettings:
        """Set entries of a printer in the file; raises StoreLocked, PrinterUnknown, FieldInvalid, FileNotWritable."""
        ...

    def login(self, name: str, login: Login | None) -> None:
        """Keep as whom a printer lets this laptop in, where this computer keeps secrets; None for nobody any more.

        Raises:
            PrinterUnknown.
            PrinterMisfit: nobody is asked there.
            StoreNotWritable: this computer keeps no secret.
        """
        ...

    def trouble(self, name: str, forum: Forum) -> PrintProblem | None:
        """Ask a printer how it is, and return what speaks against printing badges of a forum there."""
        ...

    def test(self, name: str, forum: Forum) -> Outcome:
        """Print a test label of the size of a forum's badges."""
        ...

    def at_the_press(self, station: OpenedStation) -> AbstractContextManager[AtThePress | None]:
        """Hold the printers for one command; None where an application is open, which prints by itself."""
        ...


class AddedFonts(Protocol):
    """The fonts that were added to a station."""

    def listed(self) -> Mapping[str, int]:
        """Return them by their names, each with how many letters it draws; none of one that is broken by now."""
        ...

    def add(self, file: Path) -> str:
        """Keep a font in the station's folder, and return its name there.

        Raises:
            FontUnfit: it cannot be used.
            StoreLocked: an application is open, which draws with the fonts that it found.
            FileNotWritable: the folder takes no file.
        """
        ...

    def remove(self, name: str) -> None:
        """Take a font away; raises FontUnknown, StoreLocked, FileNotWritable."""
        ...


@dataclass(frozen=True, slots=True)
class PrinterParts:
    """Callables, each raising only Problems where trouble was foreseen."""

    of: Callable[[Path], LaptopPrinters]
    """The folder of a station."""
    fonts: Callable[[Path], AddedFonts]
    """The folder of a station."""
    flaws: Callable[[Path, Sequence[DelegateCard], OpenedStation | None], Sequence[str]]
    """A badge template, and whose badges are drawn with it; a line for each thing that is wrong with it."""
    lacking: Callable[[OpenedStation, DelegateCard], Sequence[tuple[str, str, str]]]
    """Field, text and the characters of it that no badge font has, of all that somebody's badge says."""
    read_template: Callable[[Path], str]
    """The text of a badge template's file, which is one."""
    templates: Callable[[Forum], Sequence[Mapping[str, Json]]]
    """A row for each badge template that a forum has."""
    template_text: Callable[[Forum, str], str]
    """The file of the template of a name."""
    found: Callable[[], Sequence[tuple[PrinterKind, str, str]]]
    """Kind, target and name of each printer that this computer finds by itself."""
