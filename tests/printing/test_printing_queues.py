"""Which driver serves which printer, and the queues of Windows: a badge is handed over, or what is missing is said."""

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrinter

from checkin_app.runtime.settings import PrinterKind
from printing import cups_queue, drivers, languages, os_queue, qr
from printing.content import BadgeContent
from printing.driver import NothingAccepted
from printing.printers import Language, Printer
from printing.raster import render

Make = Callable[..., BadgeContent]

_OFFICE = Printer("Office", PrinterKind.QUEUE, "office")


def test_each_kind_of_printer_has_its_driver() -> None:
    assert set(drivers.all_drivers()) == set(PrinterKind)
    expected = os_queue.WindowsQueue if sys.platform == "win32" else cups_queue.CupsQueue
    assert isinstance(drivers.system_queues(), expected)


def test_windows_printing_draws_the_whole_badge_on_its_page(qapp: QGuiApplication, make: Make, tmp_path: Path) -> None:
    """The device is Qt's own PDF printer, since no Windows queue is at hand."""
    device = QPrinter(QPrinter.PrinterMode.HighResolution)
    device.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    device.setOutputFileName(str(tmp_path / "out.pdf"))
    drawn = languages.document(make(), replace(_OFFICE, language=Language.PICTURE))
    os_queue.draw(device, _OFFICE, drawn)
    page = render((tmp_path / "out.pdf").read_bytes(), 203 / 72)
    assert (round(page.width * 25.4 / 203), round(page.height * 25.4 / 203)) == (105, 148)
    assert qr.read_back(page) == make().code
    red, green, blue = page.getpixel((3, 3))
    assert max(red, green, blue) < 40  # the header reaches the corner


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_windows_device_that_cannot_be_opened_took_nothing(qapp: QGuiApplication, make: Make, tmp_path: Path) -> None:
    device = QPrinter(QPrinter.PrinterMode.HighResolution)
    device.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    device.setOutputFileName(str(tmp_path / "no such folder" / "out.pdf"))
    with pytest.raises(NothingAccepted):
        os_queue.draw(device, _OFFICE, b"")
