"""Queues of the operating system: a badge is handed over, or what is missing is said."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrinter

from checkin_app.domain.jobs import JobState
from checkin_app.runtime.settings import PrinterKind
from checkin_app.services.ports.printers import Outcome
from printing import cups_queue, drivers, os_queue, qr
from printing.content import BadgeContent
from printing.driver import NothingAccepted, Settled
from printing.press import Press
from printing.printers import Printer
from printing.raster import render

Make = Callable[..., BadgeContent]

_OFFICE = Printer("Office", PrinterKind.QUEUE, "office")
_POSIX = pytest.mark.skipif(os.name != "posix", reason="stands in for CUPS by shell scripts")


@pytest.fixture
def cups(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Path]:
    """Return a function that puts a ``lp`` of so many shell lines, and a queue called office, on the path."""

    def put(lp: str) -> Path:
        for name, lines in (("lpstat", "echo office; echo label"), ("lp", lp)):
            script = tmp_path / name
            script.write_text(f"#!/bin/sh\ncd {tmp_path}\n{lines}\n")
            script.chmod(0o755)
        return tmp_path

    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}/bin{os.pathsep}/usr/bin")
    return put


def _run(content: BadgeContent) -> tuple[Outcome, list[JobState]]:
    states: list[JobState] = []
    press = Press({PrinterKind.QUEUE: cups_queue.CupsQueue()})
    return press.run(content, _OFFICE, lambda state, detail: states.append(state)), states


@_POSIX
def test_the_queue_gets_the_pdf_under_the_badges_number(cups: Callable[[str], Path], make: Make) -> None:
    folder = cups('echo "$@" > words; cat > taken.pdf')
    outcome, states = _run(make())
    assert (outcome.state, outcome.problem) == (JobState.SENT, None)
    assert states[-1] is JobState.SENT  # a spooler says no more
    assert (folder / "words").read_text().split()[:5] == ["-d", "office", "-t", "badge", "0412-2"]
    assert qr.read_back(render((folder / "taken.pdf").read_bytes(), 300 / 72)) == make().code


@_POSIX
def test_a_queue_that_refuses_may_hold_the_badge_nevertheless(cups: Callable[[str], Path], make: Make) -> None:
    cups("cat > /dev/null; exit 1")
    outcome, _ = _run(make())
    assert outcome.state is JobState.UNKNOWN
    assert "refused" in str(outcome.problem)


@_POSIX
def test_a_queue_that_does_not_answer_is_not_waited_for(
    cups: Callable[[str], Path], make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    cups("exec sleep 20")
    monkeypatch.setattr(cups_queue, "_SECONDS", 1)
    outcome, _ = _run(make())
    assert outcome.state is JobState.UNKNOWN


@_POSIX
def test_a_named_queue_that_is_gone_is_said_loudly(cups: Callable[[str], Path], make: Make) -> None:
    folder = cups("echo called > called")
    (folder / "lpstat").write_text("#!/bin/sh\necho label\n")
    outcome, _ = _run(make())
    assert outcome.state is JobState.FAILED_SAFE
    assert str(outcome.problem).startswith("The printer Office is not there.")
    assert not (folder / "called").exists()


@_POSIX
def test_a_command_that_cannot_be_started_sent_nothing(cups: Callable[[str], Path], make: Make) -> None:
    folder = cups("true")
    driver = cups_queue.CupsQueue()
    with driver.connect(_OFFICE, "0412-2") as queue:
        (folder / "lp").unlink()
        with pytest.raises(NothingAccepted):
            queue.send(b"%PDF")
    (folder / "lpstat").write_text("#!/no/such/shell\n")
    assert driver.queues() == ()


def test_without_cups_there_are_no_queues(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, make: Make) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert cups_queue.CupsQueue().queues() == ()
    outcome, _ = _run(make())
    assert outcome.problem is not None
    assert outcome.problem.key == "printer_missing"


def test_each_kind_of_printer_has_its_driver() -> None:
    assert set(drivers.all_drivers()) == set(PrinterKind)
    expected = os_queue.WindowsQueue if sys.platform == "win32" else cups_queue.CupsQueue
    assert isinstance(drivers.system_queues(), expected)


def test_windows_printing_draws_the_whole_badge_on_its_page(qapp: QGuiApplication, make: Make, tmp_path: Path) -> None:
    """The device is Qt's own PDF printer, since no Windows queue is at hand."""
    device = QPrinter(QPrinter.PrinterMode.HighResolution)
    device.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    device.setOutputFileName(str(tmp_path / "out.pdf"))
    link = os_queue.device_link(device, _OFFICE)
    link.send(os_queue.WindowsQueue().document(make(), _OFFICE))
    assert link.settle() is Settled.TAKEN
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
        os_queue.device_link(device, _OFFICE).send(b"")


def test_a_windows_queue_that_is_gone_is_said_loudly(qapp: QGuiApplication, make: Make) -> None:
    outcome = Press({PrinterKind.QUEUE: os_queue.WindowsQueue()}).run(make(), _OFFICE, lambda state, detail: None)
    assert outcome.state is JobState.FAILED_SAFE
    assert outcome.problem is not None
    assert outcome.problem.key == "printer_missing"
