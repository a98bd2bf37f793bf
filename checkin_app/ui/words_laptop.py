"""What a laptop can be set to, in the language in use."""

from collections.abc import Mapping

from checkin_app.domain.texts import QT_TRANSLATE_NOOP
from checkin_app.runtime.settings import LOCK_MINUTES, TEXT_SIZES, PrinterKind, PrinterLanguage, PrinterSettings, Theme
from checkin_app.ui import words
from checkin_app.ui.kit import bidi

Options = tuple[tuple[str, str], ...]
"""Pairs of a value and its words."""

_THEMES: Mapping[Theme, str] = {
    Theme.LIGHT: QT_TRANSLATE_NOOP("Laptop", "Light"),
    Theme.DARK: QT_TRANSLATE_NOOP("Laptop", "Dark"),
    Theme.SUNLIGHT: QT_TRANSLATE_NOOP("Laptop", "Sunlight"),
}
_PRINTERS: Mapping[PrinterKind, str] = {
    PrinterKind.FILE: QT_TRANSLATE_NOOP("Laptop", "PDF files"),
    PrinterKind.QUEUE: QT_TRANSLATE_NOOP("Laptop", "System printer"),
    PrinterKind.NETWORK: QT_TRANSLATE_NOOP("Laptop", "Label printer"),
    PrinterKind.IPP: QT_TRANSLATE_NOOP("Laptop", "Network printer"),
    PrinterKind.USB: QT_TRANSLATE_NOOP("Laptop", "Label printer at USB"),
    PrinterKind.SERIAL: QT_TRANSLATE_NOOP("Laptop", "Label printer at a serial port"),
    PrinterKind.RAW: QT_TRANSLATE_NOOP("Laptop", "Label printer of this system"),
}
_DOTS, _PAPER = QT_TRANSLATE_NOOP("Laptop", "{dots} dpi"), QT_TRANSLATE_NOOP("Laptop", "{size} mm")
#: How a label printer is connected, and what is asked for of one that is.
_WAYS: Mapping[PrinterKind, tuple[str, str]] = {
    PrinterKind.NETWORK: (
        QT_TRANSLATE_NOOP("Laptop", "In the network"),
        QT_TRANSLATE_NOOP("Laptop", "Address in the network, such as 192.168.1.50"),
    ),
    PrinterKind.USB: (
        QT_TRANSLATE_NOOP("Laptop", "At USB"),
        QT_TRANSLATE_NOOP("Laptop", "Vendor and product, such as 0a5f:0164"),
    ),
    PrinterKind.SERIAL: (
        QT_TRANSLATE_NOOP("Laptop", "At a serial port"),
        QT_TRANSLATE_NOOP("Laptop", "Port, such as COM3 or COM3@115200"),
    ),
    PrinterKind.RAW: (
        QT_TRANSLATE_NOOP("Laptop", "By this system"),
        QT_TRANSLATE_NOOP("Laptop", "Name of the printer"),
    ),
}
_SPOKEN: Mapping[PrinterLanguage, str] = {
    PrinterLanguage.ESCPOS: QT_TRANSLATE_NOOP("Laptop", "ESC/POS"),
    PrinterLanguage.ZPL: QT_TRANSLATE_NOOP("Laptop", "ZPL (Zebra)"),
    PrinterLanguage.TSPL: QT_TRANSLATE_NOOP("Laptop", "TSPL (TSC)"),
    PrinterLanguage.QL: QT_TRANSLATE_NOOP("Laptop", "Brother QL"),
    PrinterLanguage.QL_WIDE: QT_TRANSLATE_NOOP("Laptop", "Brother QL-1000"),
}
_DRAWN = QT_TRANSLATE_NOOP("Laptop", "drawn by {template}")
_ON, _OFF = QT_TRANSLATE_NOOP("Laptop", "On"), QT_TRANSLATE_NOOP("Laptop", "Off")
_NAMES: Mapping[str, str] = {
    "station_name": QT_TRANSLATE_NOOP("Laptop", "Name of this laptop"),
    "room": QT_TRANSLATE_NOOP("Laptop", "Room"),
    "language": QT_TRANSLATE_NOOP("Laptop", "Language"),
    "theme": QT_TRANSLATE_NOOP("Laptop", "Theme"),
    "text_size": QT_TRANSLATE_NOOP("Laptop", "Text"),
    "sound": QT_TRANSLATE_NOOP("Laptop", "Sound"),
    "lock_minutes": QT_TRANSLATE_NOOP("Laptop", "Lock when nobody is here"),
    "left_handed": QT_TRANSLATE_NOOP("Laptop", "Buttons at the bus door"),
    "printer": QT_TRANSLATE_NOOP("Laptop", "Printer of badges"),
}


def entry(name: str) -> str:
    """Return what an entry of the settings is called."""
    return words.say("Laptop", _NAMES[name])


def name_too_long() -> str:
    """Return what is said beside the name of a laptop that is longer than any."""
    return words.say("Laptop", QT_TRANSLATE_NOOP("Laptop", "Shorter, please: at most 200 characters."))


def choosing_a_folder() -> str:
    """Return the title under which the folder of a printer of PDF files is chosen."""
    return words.say("Laptop", QT_TRANSLATE_NOOP("Laptop", "Choose a folder for the badges"))


def printer_kind(kind: PrinterKind) -> str:
    return words.say("Laptop", _PRINTERS[kind])


def label_way(kind: PrinterKind) -> str:
    """Return how a label printer of that kind is connected."""
    return words.say("Laptop", _WAYS[kind][0])


def label_target(kind: PrinterKind) -> str:
    """Return what a label printer of that kind is found by."""
    return words.say("Laptop", _WAYS[kind][1])


def label_parts(printer: PrinterSettings) -> tuple[str, ...]:
    """Return what was said of a printer besides where it is: its language, its dots, its paper, its template."""
    speaks = spoken(printer.speaks) if printer.speaks and printer.speaks in _SPOKEN else ""
    drawn = words.say("Laptop", _DRAWN).format(template=bidi.code(printer.template)) if printer.template else ""
    parts = speaks, dots(printer.dpi) if printer.dpi else "", size(printer.media.said if printer.media else ""), drawn
    return tuple(filter(None, parts))


def size(sides: str) -> str:
    """Return how large something is whose sides are given in mm; empty where they are not."""
    return words.say("Laptop", _PAPER).format(size=sides) if sides else ""


def dots(dpi: int) -> str:
    return words.say("Laptop", _DOTS).format(dots=dpi)


def spoken(language: PrinterLanguage) -> str:
    return words.say("Laptop", _SPOKEN[language])


def languages() -> Options:
    return tuple(words.offered().items())


def themes() -> Options:
    return tuple((theme.value, words.say("Laptop", said)) for theme, said in _THEMES.items())


def text_sizes() -> Options:
    return tuple((str(each), bidi.code(f"{each} %")) for each in TEXT_SIZES)


def lock_times() -> Options:
    """Return after how many minutes without anybody a laptop is locked, the least first, and never last."""
    minutes = words.say("Laptop", QT_TRANSLATE_NOOP("Laptop", "{count} min"))
    told = ((str(each), minutes.format(count=bidi.code(str(each)))) for each in sorted(LOCK_MINUTES) if each)
    return *told, ("0", words.say("Laptop", QT_TRANSLATE_NOOP("Laptop", "Never")))


def sounds() -> Options:
    return ("on", words.say("Laptop", _ON)), ("off", words.say("Laptop", _OFF))
