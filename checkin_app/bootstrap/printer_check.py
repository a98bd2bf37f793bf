"""Which printers this computer has, and whether one that was named can be one."""

import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from checkin_app.bootstrap.looks import set_up
from checkin_app.domain.details import Entry
from checkin_app.domain.forum import Forum
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


def check_printers(printers: Iterable[PrinterSettings], forum: Forum | None = None) -> None:
    """Look at each as far as can be told without printing.

    Args:
        printers: as the settings name them.
        forum: whose badges they print; None while there is none, and those that come with the application are.

    Raises:
        FieldInvalid: an address that cannot be one.
        PrinterMisfit: what is said of it does not fit together.
        TemplateMissing, TemplateInvalid: by what it draws badges.
        FileNotWritable: a folder that takes no file.
        PrinterMissing: a queue that the system does not know.
    """
    for each in printers:
        if wanted := wrong_target(each.kind, each.target):
            raise FieldInvalid(field=Entry.PRINTER, value=each.target, expected=wanted)
        printer = set_up(each, forum) if forum else printer_from(each)
        printer.look()
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
