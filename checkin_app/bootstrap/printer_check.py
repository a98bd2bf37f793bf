"""Which printers this computer has, and whether one that was named can be one."""

import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from checkin_app.domain.details import Entry
from checkin_app.domain.problems import FieldInvalid, FileNotWritable, PrinterMissing
from checkin_app.runtime.settings import QUEUES, PrinterKind, PrinterSettings, wrong_target
from printing.drivers import system_queues
from printing.printers import printer_from


def queues() -> Sequence[str]:
    """Return the printers that the operating system knows."""
    return system_queues().queues()


def found() -> Sequence[tuple[PrinterKind, str, str]]:
    """Look for printers, which takes some seconds; return kind, target and what each calls itself."""
    from checkin_app.sync.printers_heard import printers_heard
    from printing.usb_line import usb_printers

    heard = ((kind, target, called) for kind, called, target in printers_heard())
    at_usb = ((PrinterKind.USB, target, called) for called, target in usb_printers())
    return (*((PrinterKind.QUEUE, each, each) for each in queues()), *at_usb, *heard)


def check_printers(printers: Iterable[PrinterSettings]) -> None:
    """Look at each as far as can be told without printing.

    Raises:
        FieldInvalid: an address that cannot be one.
        PrinterMisfit: what is said of it does not fit together.
        FileNotWritable: a folder that takes no file.
        PrinterMissing: a queue that the system does not know.
    """
    for each in printers:
        if wanted := wrong_target(each.kind, each.target):
            raise FieldInvalid(field=Entry.PRINTER, value=each.target, expected=wanted)
        printer = printer_from(each)
        if each.kind is PrinterKind.FILE:
            _check_folder(Path(printer.address))
        elif each.kind in QUEUES and printer.address not in queues():
            raise PrinterMissing(printer=each.name)


def _check_folder(folder: Path) -> None:
    """Make the folder and try a file in it: rights alone do not tell what a network drive takes."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        raise FileNotWritable(file=str(folder), detail=error.strerror or "") from error
