"""The printers of a laptop without its window: the settings file read and written, and badges printed by a command."""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from checkin_app.bootstrap import printer_check, printer_places
from checkin_app.bootstrap.presses import Presses, test_label, trouble_of
from checkin_app.domain.details import Entry
from checkin_app.domain.forum import Forum
from checkin_app.domain.jobs import may_come_out
from checkin_app.domain.problems import FieldInvalid, FileNotWritable, PrintProblem, StoreLocked
from checkin_app.domain.problems_printing import NoPrinterYet, PrinterNameTaken, PrinterUnknown
from checkin_app.runtime.instance import sole_instance
from checkin_app.runtime.paths import StationFolder
from checkin_app.runtime.printer_trust import Login
from checkin_app.runtime.settings import PrinterSettings, Settings, load, save
from checkin_app.runtime.settings_entries import LONGEST_TEXT, Wanted
from checkin_app.services.opened import OpenedStation
from checkin_app.services.ports.badges import Job
from checkin_app.services.ports.printers import Outcome
from checkin_app.ui.printer_draft import PrinterDraft


@dataclass(frozen=True, slots=True)
class PrintersOfFile:
    """What `checkin_app.cli.printer_parts.LaptopPrinters` asks, of the settings file in a station's folder."""

    folder: Path

    @property
    def _settings(self) -> Settings:
        return load(StationFolder(self.folder).settings)[0]

    def listed(self) -> Sequence[PrinterSettings]:
        return self._settings.printers

    def mistakes(self) -> Sequence[str]:
        file = StationFolder(self.folder).settings
        found = load(file)[1]
        return [f"{file.name}, {each.entry}: expected {each.expected}, found {each.found or '–'}" for each in found]

    def default(self) -> str:
        return self._settings.badge_printer

    def known(self, name: str) -> PrinterSettings:
        settings = self._settings
        found = next((each for each in settings.printers if each.name == (name or settings.badge_printer)), None)
        if found is None:
            raise PrinterUnknown(name=name) if name else NoPrinterYet
        return found

    def add(self, wanted: PrinterSettings, forum: Forum | None, *, default: bool) -> PrinterSettings:
        with sole_instance(self.folder):
            settings = self._settings
            names = {each.name for each in settings.printers}
            made = _made(wanted, names)
            printer_check.check_printers([made], forum)
            printer_places.met_anew([made])
            chosen = made.name if default else settings.printer
            self._write(replace(settings, printers=(*settings.printers, made), printer=chosen))
        return made

    def remove(self, name: str) -> None:
        with sole_instance(self.folder):
            settings, gone = self._settings, self.known(name)
            kept = tuple(each for each in settings.printers if each != gone)
            self._write(replace(settings, printers=kept))
        printer_places.parted([gone], kept)

    def change(self, name: str, **entries: str) -> PrinterSettings:
        with sole_instance(self.folder):
            settings, former = self._settings, self.known(name)
            for value in entries.values():
                _must_be_a_line(value)
            made = replace(former, **entries)  # type: ignore[arg-type]  # each is a text
            self._write(
                replace(settings, printers=tuple(made if each == former else each for each in settings.printers))
            )
        return made

    def login(self, name: str, login: Login | None) -> None:
        printer_places.let_in(self.known(name), login)

    def _write(self, settings: Settings) -> None:
        file = StationFolder(self.folder).settings
        try:
            save(file, settings)
        except OSError as error:
            raise FileNotWritable(file=str(file), detail=error.strerror or "") from error

    def trouble(self, name: str, forum: Forum) -> PrintProblem | None:
        _draws()
        return trouble_of(self.known(name), forum)

    def test(self, name: str, forum: Forum) -> Outcome:
        _draws()
        outcome = test_label(self.known(name), forum)
        with suppress(StoreLocked), sole_instance(self.folder):  # an application that is open writes its own settings
            self._spent(name, outcome)
        return outcome

    def _spent(self, name: str, outcome: Outcome) -> None:
        """Count a label that no badge took, where somebody counts them; no page fails for that."""
        settings = self._settings
        made = settings.label_spent(name)
        if may_come_out(outcome.state) and made != settings:
            with suppress(FileNotWritable):
                self._write(made)

    @contextmanager
    def at_the_press(self, station: OpenedStation) -> "Iterator[PressHeld | None]":
        with ExitStack() as held:
            try:
                held.enter_context(sole_instance(self.folder))
            except StoreLocked:
                yield None
                return
            _draws()
            yield PressHeld(Presses(station, self.listed), self._spent)


@dataclass(slots=True)
class PressHeld:
    """What `checkin_app.cli.printer_parts.AtThePress` asks."""

    presses: Presses
    spent: Callable[[str, Outcome], None]
    """Counts a label of a printer that no badge took, by how it came out."""
    _pages: int = 0

    def print(self, job: Job) -> Outcome | None:
        printing = self.presses.station.printing
        return printing.print(job, self.presses.prepare, self.presses.recall, lambda _changes: None)

    def separate(self, title: str, line: str, printer: str) -> Outcome:
        self._pages += 1
        outcome = self.presses.separate(title, line, printer, self._pages)
        self.spent(printer, outcome)
        return outcome


def _made(wanted: PrinterSettings, names: set[str]) -> PrinterSettings:
    """Return the printer that is to be written; raises FieldInvalid, PrinterNameTaken."""
    named, called = PrinterDraft(wanted.kind, wanted.target).beside(names), wanted.name.strip()
    if named is None:
        raise FieldInvalid(field=Entry.PRINTER, value=wanted.target, expected=Wanted.TEXT.of(most=LONGEST_TEXT))
    if called in names:
        raise PrinterNameTaken(name=called)
    _must_be_a_line(called, Entry.PRINTER_NAME)
    return replace(wanted, name=called or named.name, target=named.target)


def _must_be_a_line(text: str, entry: Entry = Entry.REASON) -> None:
    if len(text) > LONGEST_TEXT or (text and not text.isprintable()):
        raise FieldInvalid(field=entry, value=text, expected=Wanted.TEXT.of(most=LONGEST_TEXT))


@cache
def _draws() -> object:
    """Let Qt draw where no window does: queues of Windows are reached through it."""
    if sys.platform == "win32":
        from PySide6.QtGui import QGuiApplication

        return QGuiApplication.instance() or QGuiApplication([])
    return None
