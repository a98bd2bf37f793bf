"""Printers that speak IPP themselves: each badge comes out once, or it is said why not, and whether it may still."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from threading import Thread

import dying_press
import msgspec
import pytest
from cupskit import running
from ippkit import A6, IppMachine, machine

from checkin_app.bootstrap.printer_check import check_printers
from checkin_app.domain.details import PrinterStop
from checkin_app.domain.jobs import JobState, Ticket
from checkin_app.domain.problems import FieldInvalid, PrinterMistyped
from checkin_app.domain.problems_printing import PrinterNotReady
from checkin_app.runtime.hosts import ipp_place
from checkin_app.runtime.settings import PrinterKind, PrinterSettings
from checkin_app.services.ports.printers import Outcome
from printing import qr
from printing.content import BadgeContent
from printing.cups_queue import CupsQueue
from printing.ipp_printer import IppPrinter
from printing.ipp_said import stop_in
from printing.press import Press, Watch
from printing.printers import LABEL, Printer, printer_from
from printing.raster import render
from tests.parts_there import needs

Make = Callable[..., BadgeContent]
pytestmark = needs("ippeveprinter", "dbus-daemon")


@pytest.fixture
def hall() -> Iterator[IppMachine]:
    folder = Path(tempfile.mkdtemp(prefix="ipp", dir="/tmp"))  # a socket's path must be short
    try:
        with machine(folder) as running_one:
            yield running_one
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def press(printed_in: float = 20.0) -> Press:
    return Press({PrinterKind.IPP: IppPrinter()}, Watch(printed_in))


def run(printer: Printer, content: BadgeContent, printed_in: float = 20.0) -> tuple[Outcome, list[JobState]]:
    states: list[JobState] = []
    outcome = press(printed_in).run(content, printer, lambda state, *_said: states.append(state))
    return outcome, states


def why(outcome: Outcome) -> object:
    return outcome.problem.details.get("detail") if outcome.problem else None


def test_a_badge_comes_out_once_on_its_paper_under_its_number(hall: IppMachine, make: Make) -> None:
    outcome, states = run(hall.printer, make())
    assert (outcome.state, outcome.problem) == (JobState.CONFIRMED, None)
    assert states == [JobState.RENDERED, JobState.SENDING, JobState.SENT, JobState.CONFIRMED]
    (out,) = hall.came_out()
    assert qr.read_back(render(out.read_bytes(), 300 / 72)) == make().code
    assert (hall.folder / f"said{out.suffix}").read_text().startswith(f"{A6} badge 0412-2 ")


def test_a_badge_that_waits_for_labels_is_asked_about_until_a_person_says_what_its_printer_did(
    hall: IppMachine, make: Make
) -> None:
    hall.load(0)
    tickets: list[Ticket | None] = []
    outcome = press(0.5).run(make(), hall.printer, lambda _state, _detail, ticket: tickets.append(ticket))
    assert (outcome.state, why(outcome)) == (JobState.UNKNOWN, PrinterStop.NO_LABELS)
    with pytest.raises(PrinterNotReady, match="no labels left"):
        IppPrinter().health(hall.printer)
    hall.load(50)
    ticket = tickets[-1]
    assert ticket, "its printer can be asked of it"
    again: list[JobState] = []
    asked = press().follow(hall.printer, ticket, JobState.UNKNOWN, lambda state, *_said: again.append(state))
    assert asked.state is JobState.UNKNOWN, "it was cancelled once it had begun: only a person can say what came of it"
    assert len(hall.came_out()) == 1, "this printer prints what it holds all the same, once it has labels"
    assert run(hall.printer, make(number="0413-1"))[0].state is JobState.CONFIRMED
    assert len(hall.came_out()) == 2


def test_a_job_that_its_printer_gave_up_is_asked_about_in_its_words(hall: IppMachine, make: Make) -> None:
    hall.tell("cover")
    outcome, _ = run(hall.printer, make())
    assert (outcome.state, why(outcome)) == (JobState.UNKNOWN, PrinterStop.COVER_OPEN)
    hall.tell("")
    assert run(hall.printer, make())[0].state is JobState.CONFIRMED
    assert len(hall.came_out()) == 1


def test_a_size_that_it_has_not_is_refused_with_words(hall: IppMachine, make: Make) -> None:
    outcome, _ = run(replace(hall.printer, template=LABEL), make())
    assert (outcome.state, why(outcome)) == (JobState.FAILED_SAFE, PrinterStop.NO_SUCH_PAPER)


def test_one_that_is_busy_took_nothing_and_prints_it_later(hall: IppMachine, make: Make) -> None:
    hall.tell("stuck")
    first: list[Outcome] = []
    other = Thread(target=lambda: first.append(run(hall.printer, make())[0]))
    other.start()
    hall.begun()
    outcome, _ = run(hall.printer, make(number="0413-1"))
    assert (outcome.state, why(outcome)) == (JobState.FAILED_SAFE, PrinterStop.BUSY)
    hall.tell("")
    other.join(30)
    assert first[0].state is JobState.CONFIRMED
    assert run(hall.printer, make(number="0413-1"))[0].state is JobState.CONFIRMED
    assert len(hall.came_out()) == 2


def test_one_that_takes_no_pdfs_says_what_to_do(make: Make) -> None:
    folder = Path(tempfile.mkdtemp(prefix="ipp", dir="/tmp"))
    try:
        with machine(folder, ["image/pwg-raster"]) as hall:
            outcome, states = run(hall.printer, make())
            assert (outcome.state, why(outcome)) == (JobState.FAILED_SAFE, PrinterStop.NO_PDF)
            assert JobState.SENDING not in states
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def test_one_that_is_gone_or_knows_no_such_path_is_not_there(hall: IppMachine, make: Make) -> None:
    for printer in (replace(hall.printer, path="/elsewhere"), replace(hall.printer, port=1)):
        outcome, _ = run(printer, make())
        assert outcome.state is JobState.FAILED_SAFE
        assert outcome.problem is not None
        assert outcome.problem.key == "printer_missing"
    assert hall.came_out() == []


@pytest.mark.parametrize("step", dying_press.STEPS)
def test_a_badge_whose_process_was_killed_is_known_by_its_printer_and_comes_out_once(
    hall: IppMachine, tmp_path: Path, step: str
) -> None:
    ledger = tmp_path / "ledger"
    words = [sys.executable, dying_press.__file__, hall.target, "", str(ledger), step]
    died = subprocess.run(words, check=False, capture_output=True, timeout=60, env={**os.environ, "PYTHONPATH": "."})
    assert died.returncode == -signal.SIGKILL, died.stderr
    state, ticket = msgspec.json.decode(ledger.read_bytes().splitlines()[-1], type=tuple[JobState, Ticket | None])
    if step == "before sending":
        assert (state, ticket) == (JobState.RENDERED, None), "provably nothing left"
        return
    assert ticket
    states: list[JobState] = []
    outcome = press().follow(hall.printer, ticket, state, lambda state, *_said: states.append(state))
    if step == "after sending":
        assert (outcome.state, hall.came_out()) == (JobState.UNKNOWN, [])
        return
    assert outcome.state is states[-1] is JobState.CONFIRMED
    assert len(hall.came_out()) == 1


@needs("cupsd")
def test_a_queue_of_this_computer_before_it_prints_once_and_says_what_the_printer_says(
    hall: IppMachine, make: Make
) -> None:
    folder = Path(tempfile.mkdtemp(prefix="cups", dir="/tmp"))
    folder.chmod(0o755)
    with running(folder) as cups:
        cups.add_at("office", f"ipp://{hall.target}/ipp/print")
        printer, queue = Printer("Office", PrinterKind.QUEUE, "office"), CupsQueue(lambda: cups.spooler)
        through = Press({PrinterKind.QUEUE: queue}, Watch(20.0))
        assert through.run(make(), printer, lambda *_said: None).state is JobState.CONFIRMED
        (out,) = hall.came_out()
        assert qr.read_back(render(out.read_bytes(), 300 / 72)) == make().code
        hall.load(0)
        waiting = Press({PrinterKind.QUEUE: queue}, Watch(3.0)).run(make(), printer, lambda *_said: None)
        assert (waiting.state, why(waiting)) == (JobState.UNKNOWN, PrinterStop.NO_LABELS)
        assert len(hall.came_out()) == 1


@pytest.mark.parametrize(
    ("target", "place"),
    [
        ("printer", ("printer", 631, "/ipp/print")),
        ("10.0.0.7:8631", ("10.0.0.7", 8631, "/ipp/print")),
        ("ipp://printer/ipp/print/label", ("printer", 631, "/ipp/print/label")),
        ("ipps://printer:8631", ("printer", 8631, "/ipp/print")),
        ("[::1]:8631/", ("::1", 8631, "/ipp/print")),
        ("printer:99999", None),
        ("printer/a b", None),
        ("a@printer", None),
        ("", None),
    ],
)
def test_where_it_is_can_be_written_short_or_whole(target: str, place: tuple[str, int, str] | None) -> None:
    assert ipp_place(target) == place
    settings = PrinterSettings("Hall", PrinterKind.IPP, target)
    if place is None:
        with pytest.raises(PrinterMistyped):
            printer_from(settings)
        with pytest.raises(FieldInvalid):
            check_printers([settings])
    else:
        printer = printer_from(settings)
        assert (printer.address, printer.port, printer.path, printer.dpi) == (*place, 300)
        assert printer.private is target.startswith("ipps:")


def test_what_a_job_waits_for_stops_the_next_however_lightly_it_is_said() -> None:
    said = {"printer-state": [4], "printer-state-reasons": ["media-empty-warning", "media-needed-warning"]}
    assert stop_in(said) is PrinterStop.NO_LABELS
    assert stop_in({"printer-state": [3], "printer-state-reasons": ["media-empty-report"]}) is None
