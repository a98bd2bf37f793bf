"""Queues of a real CUPS: each badge comes out once, or it is said why not, and whether it may still."""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from threading import Thread

import pytest
from cupskit import Cups, running

from checkin_app.domain.details import PrinterStop
from checkin_app.domain.jobs import JobState
from checkin_app.runtime.settings import PrinterKind
from checkin_app.services.ports.printers import Outcome
from printing import cups_queue, qr
from printing.content import BadgeContent
from printing.cups_queue import CupsQueue, media_of, stop_in
from printing.ipp import Spooler, spooler_here
from printing.press import Press
from printing.printers import Printer
from printing.raster import render
from printing.template import load_template

Make = Callable[..., BadgeContent]
pytestmark = pytest.mark.skipif(
    not Path("/usr/sbin/cupsd").exists(), reason="there is no CUPS here: python3 dev.py test installs it"
)


_NUMBERS = count()


@pytest.fixture(scope="module")
def cups() -> Iterator[Cups]:
    folder = Path(tempfile.mkdtemp(prefix="cups", dir="/tmp"))  # a socket's path must be short
    folder.chmod(0o755)
    with running(folder) as served:
        yield served


@pytest.fixture
def queue(cups: Cups) -> Iterator[Path]:
    """Return the folder of a queue that bears its name."""
    into = cups.add(f"q{next(_NUMBERS)}")
    yield into
    cups.tell(into, "")
    shutil.rmtree(into)


def run(
    cups: Cups, queue: Path, content: BadgeContent, printed_in: float = 20.0, stale_in: int = 60
) -> tuple[Outcome, list[JobState]]:
    states: list[JobState] = []
    driver = CupsQueue(lambda: cups.spooler, printed_in, stale_in)
    printer = Printer("Office", PrinterKind.QUEUE, queue.name)
    outcome = Press({PrinterKind.QUEUE: driver}).run(content, printer, lambda state, _detail: states.append(state))
    return outcome, states


def came_out(queue: Path) -> list[Path]:
    return sorted(queue.glob("out.*"))


def why(outcome: Outcome) -> object:
    return outcome.problem.details.get("detail") if outcome.problem else None


def test_a_badge_comes_out_once_with_its_size_under_its_number_and_is_known_to(
    cups: Cups, queue: Path, make: Make
) -> None:
    outcome, states = run(cups, queue, make())
    assert (outcome.state, outcome.problem) == (JobState.CONFIRMED, None)
    assert states == [JobState.RENDERED, JobState.SENDING, JobState.SENT, JobState.CONFIRMED]
    (out,) = came_out(queue)
    assert qr.read_back(render(out.read_bytes(), 300 / 72)) == make().code
    number = out.suffix
    assert "media=iso_a6_105x148mm" in (queue / f"options{number}").read_text().split()
    assert (queue / f"title{number}").read_text().strip() == "badge 0412-2"


@pytest.mark.parametrize(
    ("stop", "mend", "said"),
    [("cupsdisable", "cupsenable", PrinterStop.PAUSED), ("cupsreject", "cupsaccept", PrinterStop.REJECTING)],
)
def test_a_queue_that_its_owner_stopped_is_sent_nothing_until_it_goes_on(  # noqa: PLR0917 - fixtures
    cups: Cups, queue: Path, make: Make, stop: str, mend: str, said: PrinterStop
) -> None:
    cups.do(stop, queue.name)
    outcome, states = run(cups, queue, make())
    assert (outcome.state, why(outcome)) == (JobState.FAILED_SAFE, said)
    assert JobState.SENDING not in states
    cups.do(mend, queue.name)
    assert run(cups, queue, make())[0].state is JobState.CONFIRMED
    assert len(came_out(queue)) == 1


def test_a_queue_that_would_print_a_failed_badge_over_and_over_is_not_used(cups: Cups, queue: Path, make: Make) -> None:
    cups.do("lpadmin", "-p", queue.name, "-o", "printer-error-policy=retry-current-job")
    outcome, _ = run(cups, queue, make())
    assert (outcome.state, why(outcome)) == (JobState.FAILED_SAFE, PrinterStop.RETRIES)
    assert came_out(queue) == []


def test_a_printer_without_labels_is_said_and_tried_again_after_a_while(cups: Cups, queue: Path, make: Make) -> None:
    cups.tell(queue, "empty")
    outcome, _ = run(cups, queue, make())
    assert (outcome.state, why(outcome)) == (JobState.UNKNOWN, PrinterStop.NO_LABELS)
    cups.tell(queue, "")
    outcome, states = run(cups, queue, make())  # the spooler keeps what the last job met
    assert (outcome.state, why(outcome)) == (JobState.FAILED_SAFE, PrinterStop.NO_LABELS)
    assert JobState.SENDING not in states
    assert run(cups, queue, make(), stale_in=0)[0].state is JobState.CONFIRMED


def test_a_badge_that_is_stuck_is_taken_out_and_asked_about(cups: Cups, queue: Path, make: Make) -> None:
    cups.tell(queue, "stuck")
    outcome, _ = run(cups, queue, make(), printed_in=0.5)
    assert (outcome.state, why(outcome)) == (JobState.UNKNOWN, PrinterStop.TOO_SLOW)
    cups.tell(queue, "")
    assert run(cups, queue, make())[0].state is JobState.CONFIRMED
    assert len(came_out(queue)) == 1  # what was stuck came out neither then nor later


def test_a_badge_that_waits_behind_another_s_is_taken_out_and_printed_again_by_itself(
    cups: Cups, queue: Path, make: Make
) -> None:
    cups.tell(queue, "stuck")
    first: list[Outcome] = []
    other = Thread(target=lambda: first.append(run(cups, queue, make(), printed_in=1.5)[0]))
    other.start()
    while not list(queue.glob("stuck.*")):
        other.join(0.02)
    outcome, _ = run(cups, queue, make(number="0413-1"), printed_in=0.3)
    other.join()
    assert outcome.state is JobState.FAILED_SAFE
    assert first[0].state is JobState.UNKNOWN
    assert came_out(queue) == []


def test_a_queue_that_is_gone_is_said_loudly_and_others_are_listed(cups: Cups, queue: Path, make: Make) -> None:
    driver = CupsQueue(lambda: cups.spooler)
    assert queue.name in driver.queues()
    cups.do("lpadmin", "-x", queue.name)
    assert queue.name not in driver.queues()
    outcome, _ = run(cups, queue, make())
    assert outcome.state is JobState.FAILED_SAFE
    assert str(outcome.problem).startswith("The printer Office is not there.")


def test_without_a_spooler_there_are_no_queues(tmp_path: Path, make: Make) -> None:
    nowhere = Spooler(str(tmp_path / "s"))
    assert CupsQueue(lambda: nowhere).queues() == ()
    outcome, _ = run(Cups(tmp_path), tmp_path, make())
    assert outcome.problem is not None
    assert (outcome.state, outcome.problem.key) == (JobState.FAILED_SAFE, "printer_missing")


def test_the_spooler_is_that_which_cups_itself_would_ask(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CUPS_SERVER", "/run/other.sock")
    assert spooler_here() == Spooler("/run/other.sock")
    monkeypatch.setenv("CUPS_SERVER", "office.example:8631")
    assert spooler_here() == Spooler("office.example", 8631)
    monkeypatch.delenv("CUPS_SERVER")
    monkeypatch.setattr("printing.ipp._SOCKETS", (os.devnull,))
    assert spooler_here() == Spooler("localhost")


@pytest.mark.parametrize(
    ("said", "stop"),
    [
        ({}, None),
        ({"printer-state": [3], "printer-state-reasons": ["none"]}, None),
        ({"printer-state": [3], "printer-state-reasons": ["media-low-warning", "toner-low-report"]}, None),
        ({"printer-state": [4], "printer-state-reasons": ["cover-open-error", "media-empty"]}, PrinterStop.NO_LABELS),
        ({"printer-state": [5], "printer-state-reasons": ["cover-open"]}, PrinterStop.COVER_OPEN),
        ({"printer-state": [5], "printer-state-reasons": ["paused", "media-jam-error"]}, PrinterStop.JAMMED),
        ({"printer-state": [5]}, PrinterStop.PAUSED),
        ({"printer-state": [5], "printer-up-time": [900], "printer-state-change-time": [1]}, PrinterStop.PAUSED),
        ({"printer-state": [3], "printer-is-accepting-jobs": [False]}, PrinterStop.REJECTING),
    ],
)
def test_what_a_printer_says_of_itself_is_put_into_words(
    said: dict[str, list[object]], stop: PrinterStop | None
) -> None:
    assert stop_in(said) is stop  # type: ignore[arg-type]  # lists of one kind


def test_each_template_has_the_name_of_its_paper() -> None:
    assert media_of(load_template("a6")) == "iso_a6_105x148mm"
    assert media_of(load_template("label80")).startswith("custom_badge_")
    assert cups_queue._PRINTED_IN > 0
