"""Badges behind a queue of Windows: the spooler is asked what became of them, and says how its printer is."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrinter
from win32kit import JobStatus, Look, Paper, PrinterStatus, Win32Print, installed

from checkin_app.domain.details import PrinterStop
from checkin_app.domain.jobs import Fate, JobState, Ticket
from checkin_app.domain.problems_printing import PrinterNotReady
from checkin_app.runtime.settings import PrinterKind
from checkin_app.services.ports.printers import Outcome
from printing import qr
from printing.content import BadgeContent
from printing.os_queue import WindowsQueue
from printing.press import Press, Watch
from printing.printers import Printer
from printing.raster import render

_S, _J, _P = JobState, JobStatus, PrinterStatus
_OFFICE = Printer("Office", PrinterKind.QUEUE, "office")

Make = Callable[..., BadgeContent]


@dataclass
class Desk:
    """A laptop with one queue; what comes out of it is a file."""

    file: Path
    spooler: Win32Print
    states: list[JobState] = field(default_factory=list)
    tickets: list[Ticket | None] = field(default_factory=list)
    drawn_late: list[bool] = field(default_factory=list)
    """Of each device, whether its ticket was kept before it was drawn on."""

    def queue(self) -> WindowsQueue:
        return WindowsQueue(self._device)

    def _device(self, _printer: Printer) -> QPrinter:
        return Paper(self.spooler, str(self.file))

    def press(self, queue: WindowsQueue | None = None) -> Press:
        clock = iter(range(10_000))
        watch = Watch(printed_in=5, now=lambda: float(next(clock)), wait=lambda _seconds: None)
        return Press({PrinterKind.QUEUE: queue or self.queue()}, watch, lambda *_drawn: _picture())

    def record(self, state: JobState, _detail: str, ticket: Ticket | None) -> None:
        self.states.append(state)
        self.tickets.append(ticket)
        if state is JobState.SENDING:
            self.drawn_late.append(self.spooler.started == [])

    def print(self, content: BadgeContent) -> Outcome:
        outcome = self.press().run(content, _OFFICE, self.record)
        assert not any(self.spooler.handles), "a handle was left open"
        return outcome


def _picture() -> bytes:
    return b"P5 2 2 255\n" + bytes(4)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: QGuiApplication) -> Desk:
    return Desk(tmp_path / "out.pdf", installed(monkeypatch, Win32Print()))


def test_a_badge_is_known_to_the_spooler_by_the_name_that_was_kept_before_anything_of_it(
    desk: Desk, make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.spooler.goes = (_J.SPOOLING, _J.PRINTING, _J.PRINTED)
    outcome = Press({PrinterKind.QUEUE: desk.queue()}).run(make(), _OFFICE, desk.record)
    assert (outcome.state, outcome.problem) == (JobState.CONFIRMED, None)
    assert desk.states == [_S.RENDERED, _S.SENDING, _S.SENT, _S.CONFIRMED]
    kept, sent = desk.tickets[1], desk.tickets[2]
    assert kept is not None
    assert sent is not None
    assert desk.spooler.started == [kept.name] == [sent.name]
    assert (kept.number, sent.number) == (0, 1)
    assert desk.drawn_late == [True]
    page = render(desk.file.read_bytes(), 203 / 72)
    assert (round(page.width * 25.4 / 203), round(page.height * 25.4 / 203)) == (105, 148), "on paper of its own size"
    assert qr.read_back(page) == make().code


@pytest.mark.parametrize(
    ("change", "state", "said"),
    [
        ({}, _S.SENT, ""),
        ({"goes": (None,)}, _S.SENT, ""),  # it was at the printer before anybody looked
        ({"goes": (_J.PRINTING, _J.COMPLETE, None)}, _S.SENT, ""),
        ({"goes": (_J.SPOOLING, _J.RETAINED)}, _S.SENT, ""),  # kept in the queue by whoever owns it
        ({"goes": (_J.PRINTING, _J.RETAINED)}, _S.SENT, ""),
        ({"goes": (_J.PRINTING, _J.RETAINED | _J.PAPEROUT)}, _S.UNKNOWN, "labels ran out"),
        ({"names": ()}, _S.FAILED_SAFE, "is not on this computer any more"),
        ({"status": _P.PENDING_DELETION}, _S.FAILED_SAFE, "is not on this computer any more"),
        ({"fails": {"OpenPrinter": 1722}}, _S.FAILED_SAFE, "print service"),
        ({"fails": {"OpenPrinter": 5}}, _S.FAILED_SAFE, "lets only others use it"),
        ({"status": _P.PAPER_OUT}, _S.FAILED_SAFE, "no labels left"),
        ({"status": _P.OUTPUT_BIN_FULL}, _S.FAILED_SAFE, "output tray is full"),
        ({"goes": (_J.PAPEROUT,)}, _S.FAILED_SAFE, "labels ran out"),
        ({"goes": (_J.PRINTING | _J.OFFLINE,)}, _S.UNKNOWN, "switched off"),
        ({"goes": (_J.BLOCKED_DEVQ,), "words": "No PPD"}, _S.FAILED_SAFE, "it says “No PPD”"),
        ({"goes": (0,)}, _S.FAILED_SAFE, "not printed in time"),
        ({"goes": (0,), "deleted": (_J.DELETING,)}, _S.UNKNOWN, "not printed in time"),
        ({"goes": (0, _J.DELETING, None)}, _S.UNKNOWN, "gave the badge up"),
        ({"fails": {"EnumJobs": 1722, "GetJob": 1722}}, _S.UNKNOWN, "print service"),
    ],
)
def test_trouble_leaves_the_badge_where_the_evidence_ends(
    change: dict[str, object], state: JobState, said: str, desk: Desk, make: Make
) -> None:
    for name, value in change.items():
        setattr(desk.spooler, name, value)
    outcome = desk.print(make())
    assert outcome.state is desk.states[-1] is state
    assert outcome.fault is None
    assert said in str(outcome.problem)


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
@pytest.mark.parametrize(
    ("goes", "fails", "state"),
    [((None,), {}, _S.FAILED_SAFE), ((0,), {}, _S.UNKNOWN), ((None,), {"EnumJobs": 1722}, _S.UNKNOWN)],
)
def test_a_device_that_does_not_open_took_nothing_only_if_the_spooler_says_so(
    desk: Desk, make: Make, goes: Sequence[Look], fails: dict[str, int], state: JobState
) -> None:
    desk.file = desk.file.parent / "no such folder" / "out.pdf"
    desk.spooler.goes, desk.spooler.fails = goes, fails
    assert desk.print(make()).state is state


@pytest.mark.parametrize(
    ("goes", "state"), [((0, _J.PRINTED), _S.CONFIRMED), ((0,), _S.FAILED_SAFE), ((None,), _S.UNKNOWN)]
)
def test_what_became_of_a_badge_is_asked_in_a_later_run(desk: Desk, goes: Sequence[Look], state: JobState) -> None:
    """As after a power cut: the job's number was never known, its name was."""
    desk.spooler.goes = goes
    desk.spooler.start("badge 0412-2 abc")
    asked = desk.press().follow(_OFFICE, Ticket("Office", "badge 0412-2 abc"), JobState.SENDING, desk.record)
    assert asked.state is desk.states[-1] is state


@pytest.mark.parametrize("fate", [Fate.NOT_PRINTED, Fate.SILENT])
def test_a_badge_that_is_taken_back_is_gone_before_it_is_said_to_be(desk: Desk, fate: Fate) -> None:
    desk.spooler.goes, desk.spooler.deleted = (0,), (_J.DELETING, *((None,) if fate is Fate.NOT_PRINTED else ()))
    number = desk.spooler.start("badge 1 a")
    assert desk.queue().recall(_OFFICE, Ticket("Office", "badge 1 a", number)).fate is fate
    assert desk.spooler.taken_back
    assert (number in desk.spooler.jobs) is (fate is Fate.SILENT)


#: What the documentation says a printer may say while it can print.
_HARMLESS = (
    _P.IO_ACTIVE | _P.BUSY | _P.PRINTING | _P.WAITING | _P.PROCESSING | _P.INITIALIZING | _P.WARMING_UP | _P.TONER_LOW
    | _P.POWER_SAVE | _P.MANUAL_FEED | _P.PAGE_PUNT | _P.SERVER_UNKNOWN | _P.DRIVER_UPDATE_NEEDED
)  # fmt: skip
_ALONE = {
    _P.DOOR_OPEN: PrinterStop.COVER_OPEN, _P.PAPER_OUT: PrinterStop.NO_LABELS, _P.PAPER_JAM: PrinterStop.JAMMED,
    _P.NO_TONER: PrinterStop.NO_INK, _P.OUTPUT_BIN_FULL: PrinterStop.TRAY_FULL, _P.OFFLINE: PrinterStop.OFFLINE,
    _P.NOT_AVAILABLE: PrinterStop.OFFLINE, _P.SERVER_OFFLINE: PrinterStop.OFFLINE, _P.PAPER_PROBLEM: PrinterStop.ASKS,
    _P.USER_INTERVENTION: PrinterStop.ASKS, _P.ERROR: PrinterStop.ERROR, _P.OUT_OF_MEMORY: PrinterStop.ERROR,
    _P.PAUSED: PrinterStop.PAUSED,
}  # fmt: skip


def test_every_state_of_a_printer_is_harmless_or_has_its_words() -> None:
    assert {*_ALONE, *_HARMLESS, _P.PENDING_DELETION} == set(_P)


_unhurried = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


@_unhurried
@given(stops=st.sets(st.sampled_from(list(_ALONE))), harmless=st.sets(st.sampled_from(list(_HARMLESS))))
def test_a_printer_is_ready_unless_it_says_one_thing_that_stops_it(
    desk: Desk, stops: set[PrinterStatus], harmless: set[PrinterStatus]
) -> None:
    desk.spooler.status = sum({*stops, *harmless})
    if not stops:
        desk.queue().health(_OFFICE)
        return
    with pytest.raises(PrinterNotReady) as trouble:
        desk.queue().health(_OFFICE)
    assert trouble.value.details["detail"] in {_ALONE[each] for each in stops}
    if len(stops) > 1 and _P.PAUSED in stops:
        assert trouble.value.details["detail"] is not PrinterStop.PAUSED, "what is wrong with it is told first"


_bits = st.sets(st.sampled_from(list(_J)), max_size=3).map(sum)
_looks = st.lists(st.one_of(st.none(), _bits, st.tuples(_bits, st.integers(0, 2))), min_size=1, max_size=6)


@_unhurried
@given(goes=_looks, deleted=_looks, number=st.booleans())
def test_no_badge_is_called_printed_or_unprinted_of_which_the_spooler_did_not_say_so(
    desk: Desk, goes: Sequence[Look], deleted: Sequence[Look], number: bool
) -> None:
    """Whatever it says, one look after the other, before and after the badge is taken back."""
    spooler = desk.spooler = replace(Win32Print(), goes=goes, deleted=deleted)
    made = spooler.start("badge 1 a")
    queue = desk.queue()
    with pytest.MonkeyPatch.context() as patched:
        installed(patched, spooler)
        outcome = desk.press(queue).follow(
            _OFFICE, Ticket("Office", "badge 1 a", made if number else 0), JobState.SENT, desk.record
        )
    told = 0
    for bits, pages in spooler.served:
        told |= bits | (_J.PRINTING if pages else 0)
    assert (outcome.state is JobState.CONFIRMED) == bool(told & _J.PRINTED)
    if outcome.state is JobState.FAILED_SAFE:
        assert spooler.taken_back
        assert not spooler.jobs, "it is gone"
        assert not told & (_J.PRINTING | _J.COMPLETE), "nothing of it had begun"
    if outcome.state is JobState.SENT:
        assert not spooler.jobs or told & (_J.COMPLETE | _J.RETAINED)
    assert not any(spooler.handles)
