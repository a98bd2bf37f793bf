"""Which driver serves which kind of printer on this computer."""

import sys
from collections.abc import Mapping
from typing import Protocol

from checkin_app.runtime.settings import PrinterKind
from printing.driver import Driver
from printing.ipp_printer import IppPrinter
from printing.labels import LabelPrinters
from printing.to_file import FilePrinter


class SystemQueues(Driver, Protocol):
    """The operating system's own printing."""

    def queues(self) -> tuple[str, ...]:
        """Return the names of its queues."""
        ...


def system_queues() -> SystemQueues:
    if sys.platform == "win32":
        from printing.os_queue import WindowsQueue  # noqa: PLC0415 - Qt is loaded only where it prints

        return WindowsQueue()
    from printing.cups_queue import CupsQueue  # noqa: PLC0415 - its counterpart

    return CupsQueue()


def raw_queues() -> Driver:
    """Return what hands labels as they are to the operating system's printers."""
    if sys.platform == "win32":
        from printing.windows_raw import WindowsRaw  # noqa: PLC0415 - what it needs is on Windows alone

        return WindowsRaw()
    return system_queues()


def all_drivers() -> Mapping[PrinterKind, Driver]:
    """Return the drivers that a `printing.press.Press` needs."""
    labels = LabelPrinters()
    return {
        PrinterKind.QUEUE: system_queues(),
        PrinterKind.RAW: raw_queues(),
        PrinterKind.FILE: FilePrinter(),
        PrinterKind.IPP: IppPrinter(),
        PrinterKind.NETWORK: labels,
        PrinterKind.USB: labels,
        PrinterKind.SERIAL: labels,
    }
