"""What this laptop's staff have chosen, kept as TOML in the station's folder."""

from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from pathlib import Path
from typing import Any, assert_never

import tomlkit
from tomlkit.items import AoT
from tomlkit.toml_document import TOMLDocument

from checkin_app.domain.details import Expected
from checkin_app.domain.jobs import printer_for
from checkin_app.domain.sync.hosting import USUAL_PORT
from checkin_app.domain.texts import QT_TRANSLATE_NOOP, Detail, Worded
from checkin_app.runtime import settings_entries as reading
from checkin_app.runtime.bounded import FileTooLarge, read_bounded
from checkin_app.runtime.hosts import host_and_port, ipp_place
from checkin_app.runtime.printer_media import Media, media_of
from checkin_app.runtime.printer_targets import serial_target, usb_target
from checkin_app.runtime.settings_text import LONGEST_FILE, Mended, decoded, encoded, lifted, mended
from checkin_app.runtime.whole_file import taking_place

#: Sizes of text that can be chosen, in percent.
TEXT_SIZES = (100, 115, 130, 150)
#: Minutes without anybody after which whoever acts is signed out; 0 for never.
LOCK_MINUTES = (10, 2, 5, 30, 0)
#: Dots an inch that printers have.
RESOLUTIONS = (180, 203, 300, 600)


class Theme(StrEnum):
    LIGHT = "light"
    DARK = "dark"
    SUNLIGHT = "sunlight"


class PrinterKind(StrEnum):
    QUEUE = "queue"
    """A queue of the operating system; the target is its name."""
    FILE = "file"
    """PDF files; the target is a folder."""
    NETWORK = "network"
    """A label printer; the target is ``host`` or ``host:port``."""
    IPP = "ipp"
    """A printer in the network that takes PDFs by itself; the target is ``host``, ``host:port`` or ``host:port/path``, after ``ipps://`` by TLS."""
    USB = "usb"
    """A label printer; the target is ``vendor:product`` in hexadecimal, or ``vendor:product:serial``."""
    SERIAL = "serial"
    """A label printer; the target is a port, or ``port@speed``."""
    RAW = "raw"
    """A label printer; the target is the name of a queue of the operating system, which changes nothing of a label."""


class PrinterLanguage(StrEnum):
    """What a printer takes badges in."""

    PDF = "pdf"
    ESCPOS = "escpos"
    ZPL = "zpl"
    TSPL = "tspl"
    QL = "ql"
    """Brother QL."""
    QL_WIDE = "ql-wide"
    """Brother QL with a print head of some 10 cm: QL-1050 to QL-1115NWB."""


#: Dots an inch of label printers, by what they speak, the usual first.
DOTS: Mapping[PrinterLanguage, tuple[int, ...]] = {
    PrinterLanguage.ESCPOS: (203, 180),
    PrinterLanguage.ZPL: (203, 300, 600),
    PrinterLanguage.TSPL: (203, 300, 600),
    PrinterLanguage.QL: (300,),
    PrinterLanguage.QL_WIDE: (300,),
}
#: Kinds of printers that speak a language of label printers.
LABEL_PRINTERS = (PrinterKind.NETWORK, PrinterKind.USB, PrinterKind.SERIAL, PrinterKind.RAW)
#: Kinds of printers that the operating system knows by a name.
QUEUES = (PrinterKind.QUEUE, PrinterKind.RAW)
#: Kinds of printers that may ask for a user and a password.
ASKING = (PrinterKind.IPP, *QUEUES)


@dataclass(frozen=True, slots=True)
class PrinterSettings:
    name: str
    kind: PrinterKind
    target: str
    group: str = ""
    """Printers of one group stand in for one another where their labels are alike; empty for none."""
    paused: str = ""
    """Why nothing is printed there now; empty where badges go there."""
    labels: int = 0
    """How many were on the roll when it was put in; 0 where nobody counts them."""
    loaded: int = 0
    """When that was, as an instant of the forum's record."""
    spent: int = 0
    """How many of them no badge took: test labels, and pages between badges."""
    allowed: str = ""
    """Who let its queue be used though it may print one badge over and over; empty where nobody did."""
    speaks: PrinterLanguage | None = None
    """None for what its kind takes."""
    dpi: int = 0
    """Dots an inch; 0 for the usual of its language."""
    media: Media | None = None
    """None where nobody said."""
    template: str = ""
    """By which badges are drawn for it; empty for the forum's, or on labels for that of labels."""

    def left_after(self, badges: int) -> int | None:
        """Return how many labels are left after so many badges, as far as is known; None where nobody counts them."""
        return max(0, self.labels - badges - self.spent) if self.labels else None

    def one_spent(self) -> "PrinterSettings":
        """Return the printer with one label less that no badge took."""
        return replace(self, spent=min(self.spent + 1, _MOST_LABELS)) if self.labels else self


@dataclass(frozen=True, slots=True)
class Settings:
    """Every choice has a value that works, so that a laptop without a settings file can check people in."""

    language: str = ""
    """A BCP 47 tag such as ``zh``; empty for that of the operating system."""
    theme: Theme = Theme.LIGHT
    text_size: int = 100
    """One of `TEXT_SIZES`."""
    station_name: str = ""
    """What this laptop is called on its screens; empty for the name it was started with."""
    room: str = ""
    """The hall this laptop stands in: with the clock it picks the session."""
    checkpoint: str = ""
    """The checkpoint chosen by hand; empty where room and clock pick it."""
    sound: bool = True
    lock_minutes: int = 10
    """After how long without anybody whoever acts is signed out; 0 for never."""
    left_handed: bool = False
    """The door screen's buttons stand on the left."""
    printer: str = ""
    """The printer that badges go to; empty for the first of `printers`."""
    printers: tuple[PrinterSettings, ...] = ()
    hub: bool = False
    """The other laptops meet on this one while its window is open."""
    hub_port: int = USUAL_PORT
    """Where they do."""

    @property
    def badge_printer(self) -> str:
        """The printer that badges go to where nobody says otherwise; empty where there is none."""
        return printer_for([each.name for each in self.printers], self.printer)

    def label_spent(self, printer: str) -> "Settings":
        """Return the settings after a printer put out a label that no badge took."""
        printers = (each.one_spent() if each.name == printer else each for each in self.printers)
        return replace(self, printers=tuple(printers))


class Place(Worded):
    """Where in the settings file something stands that has no name of its own."""

    LINE = QT_TRANSLATE_NOOP("Detail", "line {number}")
    PRINTER = QT_TRANSLATE_NOOP("Detail", "printer {number} of the file")


@dataclass(frozen=True, slots=True)
class Mistake:
    """An entry of the settings file that could not be taken; its default stands instead."""

    entry: Detail
    expected: Detail
    found: str


Read = tuple[Settings, tuple[Mistake, ...]]


def load(file: Path) -> Read:
    """Return the settings in `file` and what was wrong with them; a missing file is no mistake."""
    try:
        found = _found_in(file)
    except FileTooLarge:
        return Settings(), (Mistake(file.name, reading.Wanted.SMALL, ""),)
    except OSError as error:
        return Settings(), (Mistake(file.name, reading.Wanted.READABLE, type(error).__name__),)
    left_out = tuple(Mistake(Place.LINE.of(number=line), reading.Wanted.ENTRY, "") for line in found.left_out)
    settings, mistakes = _settings_from(found.document.unwrap())
    return settings, left_out + mistakes


def save(file: Path, settings: Settings) -> None:
    """Write `settings` whole or not at all, keeping the comments of the file that stands there, and its mistakes.

    A file with lines that had to be left out is kept beside, as it was, and one that is too large to be read.

    Raises:
        OSError: the file stands as it was.
    """
    try:
        found = _found_in(file)
    except FileTooLarge:
        file.rename(_free_name(file))
        found = Mended(tomlkit.document())
    _write_into(found.document, settings)
    file.parent.mkdir(parents=True, exist_ok=True)
    if found.left_out:
        _put(_free_name(file), read_bounded(file, LONGEST_FILE))
    _put(file, encoded(tomlkit.dumps(found.document)))


def _put(file: Path, content: bytes) -> None:
    with taking_place(file) as stream:
        stream.write(content)


def _free_name(file: Path) -> Path:
    """Return a name beside `file` that nothing has yet: what was kept once is never written over."""
    names = (file.with_name(f"{file.name}.unread{number}") for number in ("", *map(str, range(2, 1000))))
    return next((name for name in names if not name.exists()), file.with_name(f"{file.name}.unread"))


def _found_in(file: Path) -> Mended:
    try:
        found = mended(decoded(read_bounded(file, LONGEST_FILE)), _READERS)
    except FileNotFoundError:
        return Mended(tomlkit.document())
    lifted(found.document, _READERS)
    return found


def _write_into(document: TOMLDocument, settings: Settings) -> None:
    """Set what differs; what could not be taken stays until a person sets it anew."""
    standing = _settings_from(document.unwrap())[0]
    for name in (each.name for each in fields(Settings) if each.name != "printers"):
        value = getattr(settings, name)
        if name not in document or getattr(standing, name) != value:
            document[name] = str(value) if isinstance(value, StrEnum) else value
    if settings.printers != standing.printers:
        _write_printers(document, settings.printers)
    elif not document.get("printers", True):
        # ``printers = []`` would forbid the ``[[printers]]`` that the page about this file tells people to add
        del document["printers"]


def _write_printers(document: TOMLDocument, printers: tuple[PrinterSettings, ...]) -> None:
    """Write a table for each printer: the one that stands there under its name, else a new one."""
    found = document.get("printers")
    tables = [table for table in found if isinstance(table, MutableMapping)] if isinstance(found, list) else []
    standing: dict[str, MutableMapping[str, Any]] = {}
    unfit: list[MutableMapping[str, Any]] = []
    for table, printer in zip(tables, _read_each(tables), strict=True):
        if isinstance(printer, PrinterSettings) and printer.name not in standing:
            standing[printer.name] = table
        else:
            unfit.append(table)
    written = AoT([])
    for each in printers:
        table = standing.get(each.name, {})
        more = {entry: getattr(each, entry) for entry in _OF_A_PRINTER}
        for entry in [entry for entry, value in more.items() if not value]:
            table.pop(entry, None)
        said = {entry: value if isinstance(value, int) else str(value) for entry, value in more.items() if value}
        written.append(_table(table, name=each.name, kind=str(each.kind), target=each.target, **said))
    for table in unfit:
        written.append(_table(table))
    document.pop("printers", None)
    if written:
        document["printers"] = written


def _table(former: Mapping[str, Any], **entries: str | int) -> tomlkit.items.Table:
    """Return a table with the entries and the comments of a former one, some of them set."""
    table = former if isinstance(former, tomlkit.items.Table) else tomlkit.table()
    for name, value in {**former, **entries}.items():
        if table.get(name) != value:
            table[name] = value
    return table


def _settings_from(entries: Mapping[str, Any]) -> Read:
    taken: dict[str, Any] = {}
    mistakes: list[Mistake] = []
    for name, found in entries.items():
        read = _READERS.get(name)
        if read is None:
            mistakes.append(_mistake(_shown(name), Expected.ONE_OF.of(known=", ".join(_READERS)), name))
            continue
        try:
            taken[name] = read(found)
        except reading.Unfit as unfit:
            mistakes.append(_mistake(_shown(name), unfit.expected, found))
    printers, mistaken = _printers_from(taken.get("printers", ()))
    return Settings(**{**taken, "printers": printers}), (*mistakes, *mistaken)


def _mistake(entry: Detail, expected: Detail, found: object) -> Mistake:
    return Mistake(entry, expected, repr(found)[: reading.LONGEST_TEXT])


def _shown(entry: str) -> str:
    return entry[: reading.LONGEST_TEXT] if entry.isprintable() else repr(entry)[: reading.LONGEST_TEXT]


def _printers_from(tables: Iterable[object]) -> tuple[tuple[PrinterSettings, ...], tuple[Mistake, ...]]:
    """Return the printers that can be meant; one that cannot costs none of the others."""
    taken: dict[str, PrinterSettings] = {}
    mistakes: list[Mistake] = []
    tables = list(tables)
    for number, (table, printer) in enumerate(zip(tables, _read_each(tables), strict=True), start=1):
        entry = Place.PRINTER.of(number=number)
        if isinstance(printer, reading.Unfit):
            mistakes.append(_mistake(entry, printer.expected, table))
        elif printer.name in taken:
            mistakes.append(_mistake(entry, reading.Wanted.OTHER_NAME, printer.name))
        else:
            taken[printer.name] = printer
            if isinstance(table, dict) and (
                more := [each for each in table if each not in _PRINTER | {*_OF_A_PRINTER}]
            ):
                mistakes.append(_mistake(entry, reading.Wanted.NOTHING_ELSE, ", ".join(map(str, more))))
    return tuple(taken.values()), tuple(mistakes)


def _read_each(tables: Iterable[object]) -> "Iterator[PrinterSettings | reading.Unfit]":
    for table in tables:
        try:
            yield _printer(table)
        except reading.Unfit as unfit:
            yield unfit


def _printer(found: object) -> PrinterSettings:
    if not isinstance(found, Mapping) or not set(found) >= _PRINTER:
        raise reading.Unfit(reading.Wanted.WHOLE_TABLES)
    name, target = reading.text(found["name"]), reading.text(found["target"])
    if not name or not target:
        raise reading.Unfit(reading.Wanted.NAME_AND_TARGET)
    kind = PrinterKind(reading.one_of(PrinterKind)(found["kind"]))
    if wanted := wrong_target(kind, target):
        raise reading.Unfit(wanted)
    more = {entry: read(found[entry]) for entry, read in _OF_A_PRINTER.items() if entry in found}
    return PrinterSettings(name, kind, target, **more)


def wrong_target(kind: PrinterKind, target: str) -> Expected | None:
    """Return what the target of such a printer was expected to be, where this can be none."""
    match kind:
        case PrinterKind.NETWORK:
            return None if host_and_port(target) else Expected.TARGET
        case PrinterKind.IPP:
            return None if ipp_place(target) else Expected.IPP_TARGET
        case PrinterKind.USB:
            return None if usb_target(target) else Expected.USB
        case PrinterKind.SERIAL:
            return None if serial_target(target) else Expected.SERIAL
        case PrinterKind.QUEUE | PrinterKind.RAW | PrinterKind.FILE:
            return None
        case _:
            assert_never(kind)


def _media(found: object) -> Media:
    if isinstance(found, str) and (media := media_of(found)):
        return media
    raise reading.Unfit(Expected.MEDIA)


#: Labels of one roll.
_MOST_LABELS = 100_000
_LAST_INSTANT = 2**53
_PRINTER = {"name", "kind", "target"}
#: What may stand with a printer besides, and how it is read.
_OF_A_PRINTER: Mapping[str, Callable[[object], Any]] = {
    "group": reading.text,
    "paused": reading.text,
    "labels": reading.number_up_to(_MOST_LABELS),
    "loaded": reading.number_up_to(_LAST_INSTANT),
    "spent": reading.number_up_to(_MOST_LABELS),
    "allowed": reading.text,
    "speaks": reading.one_of(PrinterLanguage),
    "dpi": reading.number_of(RESOLUTIONS),
    "media": _media,
    "template": reading.text,
}

_READERS: Mapping[str, Callable[[object], Any]] = {
    "language": reading.text,
    "theme": reading.one_of(Theme),
    "text_size": reading.number_of(TEXT_SIZES),
    "station_name": reading.text,
    "room": reading.text,
    "checkpoint": reading.text,
    "sound": reading.flag,
    "lock_minutes": reading.number_of(LOCK_MINUTES),
    "left_handed": reading.flag,
    "printer": reading.text,
    "printers": reading.tables,
    "hub": reading.flag,
    "hub_port": reading.port,
}
