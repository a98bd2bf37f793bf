"""Queues of a real CUPS: each badge comes out once, or it is said why not, and whether it may still."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from threading import Thread
from time import monotonic

import dying_press
import msgspec
import pytest
from cupskit import Cups, running

from checkin_app.domain.details import PrinterStop
from checkin_app.domain.jobs import Fate, JobState, Ticket
from checkin_app.domain.texts import Detail
from checkin_app.runtime.settings import PrinterKind, PrinterSettings
from checkin_app.services.ports.printers import Outcome
from printing import qr
from printing.content import BadgeContent
from printing.cups_queue import CupsQueue
from printing.driver import Order
from printing.ipp import NOT_FOUND, Answer, Group, Spooler, spooler_here
from printing.ipp_driver import _named, _numbered, media_of
from printing.ipp_said import fate_in, stop_in
from printing.languages import document
from printing.looks import OURS
from printing.press import Press, Watch
from printing.printers import LABEL, Language, Printer, printer_from
from printing.raster import render
from tests.parts_there import needs

Make = Callable[..., BadgeContent]
pytestmark = needs("cupsd")


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
    driver = CupsQueue(lambda: cups.spooler, stale_in)
    printer = Printer("Office", PrinterKind.QUEUE, queue.name)
    press = Press({PrinterKind.QUEUE: driver}, Watch(printed_in))
    outcome = press.run(content, printer, lambda state, *_said: states.append(state))
    return outcome, states


def test_a_spool_that_is_full_took_nothing_and_says_so(make: Make) -> None:
    folder = Path(tempfile.mkdtemp(prefix="cups", dir="/tmp"))
    folder.chmod(0o755)
    with running(folder, blocks=16) as full:
        into = full.add("full")
        outcome, states = run(full, into, make())
        assert (outcome.state, why(outcome)) == (JobState.FAILED_SAFE, PrinterStop.QUEUE_FULL)
        assert states == [JobState.RENDERED, JobState.SENDING, JobState.FAILED_SAFE]
        assert came_out(into) == []


def test_a_label_goes_through_a_queue_as_it_is_and_is_known_to(cups: Cups, queue: Path, make: Make) -> None:
    zebra = Printer("Zebra", PrinterKind.RAW, queue.name, template=LABEL, dpi=203, language=Language.ZPL)
    spooler = _Overheard(cups.spooler.address)
    press = Press({PrinterKind.RAW: CupsQueue(lambda: spooler)}, Watch(20.0))
    outcome = press.run(make(), zebra, lambda *_said: None)
    assert (outcome.state, outcome.problem) == (JobState.CONFIRMED, None)
    (out,) = came_out(queue)
    assert out.read_bytes() == document(make(), zebra)
    printing = next(each for each in _ASKED_FOR if b"job-name" in each and document(make(), zebra)[:50] in each)
    assert b"application/vnd.cups-raw" in printing  # else a queue with a driver of its own would take it for text
    assert b"print-scaling" not in printing


_ASKED_FOR: list[bytes] = []


class _Overheard(Spooler):
    """A spooler whose requests are kept."""

    def ask(self, path: str, request: bytes, seconds: float) -> Answer:
        _ASKED_FOR.append(request)
        return super().ask(path, request, seconds)


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
    assert (queue / f"title{number}").read_text().startswith("badge 0412-2 ")


@pytest.mark.parametrize(
    ("stop", "mend", "said"),
    [
        (("cupsdisable",), "cupsenable", PrinterStop.PAUSED),
        (("cupsreject",), "cupsaccept", PrinterStop.REJECTING),
        (("cupsdisable", "-r", "new roll"), "cupsenable", PrinterStop.PAUSED_FOR.of(said="new roll")),
        (("cupsreject", "-r", "moved"), "cupsaccept", PrinterStop.REJECTING_FOR.of(said="moved")),
    ],
)
def test_a_queue_that_its_owner_stopped_is_sent_nothing_until_it_goes_on(  # noqa: PLR0917 - fixtures
    cups: Cups, queue: Path, make: Make, stop: tuple[str, ...], mend: str, said: Detail
) -> None:
    cups.do(*stop, queue.name)
    outcome, states = run(cups, queue, make())
    assert (outcome.state, why(outcome)) == (JobState.FAILED_SAFE, said)
    assert JobState.SENDING not in states
    cups.do(mend, queue.name)
    assert run(cups, queue, make())[0].state is JobState.CONFIRMED
    assert len(came_out(queue)) == 1


def test_a_queue_that_stopped_after_a_fault_says_so_until_somebody_starts_it_again(
    cups: Cups, queue: Path, make: Make
) -> None:
    cups.do("lpadmin", "-p", queue.name, "-o", "printer-error-policy=stop-printer")
    cups.tell(queue, "empty")
    run(cups, queue, make(), printed_in=2.0)
    cups.tell(queue, "")
    outcome, states = run(cups, queue, make(), stale_in=0)  # with new labels, it stands still
    assert outcome.state is JobState.FAILED_SAFE
    assert why(outcome) == PrinterStop.STANDS_FOR.of(why=PrinterStop.NO_LABELS)
    assert JobState.SENDING not in states
    cups.do("cupsenable", queue.name)
    assert run(cups, queue, make(), stale_in=0)[0].state is JobState.CONFIRMED


def test_a_queue_that_would_print_a_failed_badge_over_and_over_is_not_used(cups: Cups, queue: Path, make: Make) -> None:
    cups.do("lpadmin", "-p", queue.name, "-o", "printer-error-policy=retry-current-job")
    outcome, _ = run(cups, queue, make())
    assert (outcome.state, why(outcome)) == (JobState.FAILED_SAFE, PrinterStop.RETRIES)
    assert came_out(queue) == []


def test_a_queue_that_the_lead_let_be_used_prints_and_its_other_troubles_are_told(
    cups: Cups, queue: Path, make: Make
) -> None:
    cups.do("lpadmin", "-p", queue.name, "-o", "printer-error-policy=retry-current-job")
    printer = printer_from(PrinterSettings("Office", PrinterKind.QUEUE, queue.name, allowed="Ada Berg"))
    press = Press({PrinterKind.QUEUE: CupsQueue(lambda: cups.spooler)}, Watch(20.0))
    assert press.run(make(), printer, lambda *_said: None).state is JobState.CONFIRMED
    assert len(came_out(queue)) == 1
    cups.do("cupsdisable", queue.name)
    assert why(press.run(make(), printer, lambda *_said: None)) == PrinterStop.PAUSED


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
    assert str(outcome.problem).startswith(f"The queue {queue.name} of Office is not on this computer any more.")


def test_without_a_spooler_there_are_no_queues(tmp_path: Path, make: Make) -> None:
    nowhere = Spooler(str(tmp_path / "s"))
    assert CupsQueue(lambda: nowhere).queues() == ()
    outcome, _ = run(Cups(tmp_path), tmp_path, make())
    assert outcome.problem is not None
    assert (outcome.state, outcome.problem.key) == (JobState.FAILED_SAFE, "spooler_away")


def test_the_spooler_is_that_which_cups_itself_would_ask(monkeypatch: pytest.MonkeyPatch) -> None:
    for named, spooler in (
        ("/run/other.sock", Spooler("/run/other.sock")),
        ("office.example", Spooler("office.example")),
        ("office.example:8631", Spooler("office.example", 8631)),
        ("office.example:8631/version=1.1", Spooler("office.example", 8631)),
        ("[::1]:8631", Spooler("::1", 8631)),
        ("[::1]", Spooler("::1")),
        ("::1", Spooler("::1")),
        ("192.0.2.1:x", Spooler("192.0.2.1")),
    ):
        monkeypatch.setenv("CUPS_SERVER", named)
        assert spooler_here() == spooler
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
        (
            {"printer-state": [5], "printer-state-reasons": ["paused", "media-jam-error"]},
            PrinterStop.STANDS_FOR.of(why=PrinterStop.JAMMED),
        ),
        ({"printer-state": [4], "printer-state-reasons": ["moving-to-paused"]}, None),
        ({"printer-state": [4], "printer-state-reasons": ["paused"]}, PrinterStop.PAUSED),
        ({"printer-state": [5]}, PrinterStop.STANDS),
        ({"printer-state": [5], "printer-up-time": [900], "printer-state-change-time": [1]}, PrinterStop.STANDS),
        ({"printer-state": [5], "printer-state-reasons": ["paused"]}, PrinterStop.STANDS),
        ({"printer-state": [3], "printer-is-accepting-jobs": [False]}, PrinterStop.REJECTING),
    ],
)
def test_what_a_printer_says_of_itself_is_put_into_words(said: dict[str, list[object]], stop: Detail | None) -> None:
    assert stop_in(said) == stop  # type: ignore[arg-type]  # lists of one kind


def test_each_template_has_the_name_of_its_paper() -> None:
    assert media_of(OURS.template("a6")) == "iso_a6_105x148mm"
    assert media_of(OURS.template("label80")).startswith("custom_badge_")


# ---- power cuts, and what a queue is asked afterwards


def settled(cups: Cups, queue: Path, state: JobState, ticket: Ticket) -> tuple[Outcome, list[JobState]]:
    """Return what a later run makes of a job."""
    states: list[JobState] = []
    press = Press({PrinterKind.QUEUE: CupsQueue(lambda: cups.spooler)}, Watch(5.0))
    printer = Printer("Office", PrinterKind.QUEUE, queue.name)
    return press.follow(printer, ticket, state, lambda state, *_said: states.append(state)), states


@pytest.mark.parametrize("step", dying_press.STEPS)
def test_a_badge_whose_process_was_killed_is_known_by_its_queue_and_comes_out_once(
    cups: Cups, queue: Path, tmp_path: Path, step: str
) -> None:
    ledger = tmp_path / "ledger"
    words = [sys.executable, dying_press.__file__, str(cups.folder / "s"), queue.name, str(ledger), step]
    died = subprocess.run(words, check=False, capture_output=True, timeout=60, env={**os.environ, "PYTHONPATH": "."})
    assert died.returncode == -signal.SIGKILL, died.stderr
    state, ticket = msgspec.json.decode(ledger.read_bytes().splitlines()[-1], type=tuple[JobState, Ticket | None])
    if step == "before sending":
        assert (state, ticket) == (JobState.RENDERED, None), "provably nothing left"
        return
    assert ticket
    outcome, states = settled(cups, queue, state, ticket)
    if step == "after sending":
        assert (outcome.state, came_out(queue)) == (JobState.UNKNOWN, [])
        return
    assert outcome.state is states[-1] is JobState.CONFIRMED
    assert len(came_out(queue)) == 1


def given(cups: Cups, queue: Path, mark: str) -> Ticket:
    """Give a queue a badge; return all that is known where the power went before the spooler answered."""
    kept: list[Ticket] = []
    printer = Printer("Office", PrinterKind.QUEUE, queue.name)
    CupsQueue(lambda: cups.spooler).submit(printer, Order(b"%PDF-1.7", "0412-2", f"{queue.name}{mark}"), kept.append)
    return kept[0]


def test_what_waits_in_a_paused_queue_is_taken_out_before_it_is_sent_again(cups: Cups, queue: Path, make: Make) -> None:
    driver, printer = CupsQueue(lambda: cups.spooler), Printer("Office", PrinterKind.QUEUE, queue.name)
    cups.tell(queue, "stuck")
    first = given(cups, queue, "one")
    until = monotonic() + 20
    while driver.poll(printer, first).fate is not Fate.PRINTING or not list(queue.glob("stuck.*")):
        assert monotonic() < until
    waits = given(cups, queue, "two")
    assert driver.poll(printer, waits).fate is Fate.WAITING
    cups.do("cupsdisable", queue.name)
    assert driver.recall(printer, waits).fate is Fate.NOT_PRINTED
    assert driver.recall(printer, first).fate is Fate.BROKEN
    assert driver.recall(printer, first).fate is Fate.BROKEN, "asked again, it says what it said"
    cups.tell(queue, "")
    cups.do("cupsenable", queue.name)
    assert run(cups, queue, make())[0].state is JobState.CONFIRMED
    assert len(came_out(queue)) == 1


def test_a_badge_that_was_given_up_before_it_began_is_printed_again_by_itself(cups: Cups, queue: Path) -> None:
    cups.tell(queue, "stuck")
    given(cups, queue, "one")
    waits = given(cups, queue, "two")
    cups.cancel_all(queue.name)
    outcome, _ = settled(cups, queue, JobState.SENDING, waits)
    assert outcome.state is JobState.FAILED_SAFE
    assert came_out(queue) == []


def test_without_its_spooler_a_badge_is_a_question_that_can_be_asked_again(tmp_path: Path) -> None:
    ticket = Ticket("Office", "badge 0412-2 mark", 7)
    outcome, states = settled(Cups(tmp_path), tmp_path, JobState.SENT, ticket)
    assert outcome.state is states[-1] is JobState.UNKNOWN
    assert outcome.problem is not None
    assert outcome.problem.key == "spooler_away"
    assert settled(Cups(tmp_path), tmp_path, JobState.UNKNOWN, ticket)[1] == [], "nothing new is known"


@pytest.mark.parametrize(
    ("said", "fate"),
    [
        ({}, Fate.LOST),
        ({"job-state": [3], "time-at-processing": [None]}, Fate.WAITING),
        ({"job-state": [4]}, Fate.WAITING),
        ({"job-state": [3], "time-at-processing": [7]}, Fate.PRINTING),
        ({"job-state": [5]}, Fate.PRINTING),
        ({"job-state": [6]}, Fate.PRINTING),
        ({"job-state": [7]}, Fate.NOT_PRINTED),
        ({"job-state": [8], "time-at-processing": [None]}, Fate.NOT_PRINTED),
        ({"job-state": [8], "time-at-processing": [7]}, Fate.BROKEN),
        ({"job-state": [9], "time-at-processing": [7]}, Fate.PRINTED),
        ({"job-name": ["x"]}, Fate.SILENT),
    ],
)
def test_what_a_spooler_says_of_a_job_tells_whether_it_can_have_come_out(
    said: dict[str, list[object]], fate: Fate
) -> None:
    assert fate_in(said) is fate  # type: ignore[arg-type]  # lists of one kind


def test_a_spooler_that_hides_what_jobs_are_called_proves_nothing() -> None:
    ticket = Ticket("Office", "badge 1-1 mark")
    hidden = Answer(0, ((Group.JOBS, {"job-id": [1], "job-state": [9]}),))
    named = Answer(0, ((Group.JOBS, {"job-id": [1], "job-name": ["other"]}),))
    assert _named(hidden, ticket) is None
    assert _named(named, ticket) == {}
    assert _named(Answer(0x0403, ()), ticket) is None


def test_a_number_that_a_new_spooler_gave_another_job_is_not_taken_for_ours() -> None:
    ticket = Ticket("Office", "badge 1-1 mark", 7)
    theirs = Answer(0, ((Group.JOBS, {"job-id": [7], "job-name": ["letter"], "job-state": [9]}),))
    assert _numbered(theirs, ticket) == {}
    assert _numbered(Answer(NOT_FOUND, ()), ticket) == {}
    assert _numbered(Answer(0x0500, ()), ticket) is None
