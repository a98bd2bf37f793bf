"""Labels behind Windows' spooler come out once, or what is not known of them is said."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from win32kit import JobStatus, PrinterStatus, Win32Print, installed

from checkin_app.domain.jobs import Fate, JobState, Ticket
from checkin_app.runtime.settings import PrinterKind
from checkin_app.services.ports.printers import Outcome
from printing.content import BadgeContent
from printing.driver import Order
from printing.press import Press, Watch
from printing.printers import LABEL, Language, Printer
from printing.windows_raw import WindowsRaw

_S, _J, _P = JobState, JobStatus, PrinterStatus
_ZEBRA = Printer("Zebra", PrinterKind.RAW, "ZDesigner", template=LABEL, dpi=203, language=Language.ZPL)

Make = Callable[..., BadgeContent]


def _print(
    content: BadgeContent, monkeypatch: pytest.MonkeyPatch, spooler: Win32Print
) -> tuple[Outcome, list[JobState]]:
    installed(monkeypatch, spooler)
    states: list[JobState] = []
    clock = iter(range(10_000))
    watch = Watch(printed_in=5, now=lambda: float(next(clock)), wait=lambda _seconds: None)
    press = Press({PrinterKind.RAW: WindowsRaw()}, watch)
    outcome = press.run(content, _ZEBRA, lambda state, *_said: states.append(state))
    assert not any(spooler.handles), "a handle was left open"
    return outcome, states


@pytest.mark.parametrize(
    ("change", "state", "said"),
    [
        ({}, _S.SENT, ""),  # gone from the spooler is sent to the printer, and no more is known
        ({"goes": (0, _J.PRINTING, _J.PRINTED)}, _S.CONFIRMED, ""),
        ({"goes": (_J.PRINTING, _J.COMPLETE, None)}, _S.SENT, ""),  # its data are there, which is not printed yet
        ({"goes": (_J.COMPLETE,)}, _S.SENT, ""),
        ({"goes": (_J.COMPLETE | _J.RETAINED,)}, _S.SENT, ""),
        ({"goes": (_J.COMPLETE, _J.COMPLETE | _J.PRINTED)}, _S.CONFIRMED, ""),
        ({"names": ()}, _S.FAILED_SAFE, "is not on this computer any more"),
        ({"fails": {"OpenPrinter": 1722}}, _S.FAILED_SAFE, "print service"),
        ({"fails": {"OpenPrinter": 5}}, _S.FAILED_SAFE, "lets only others use it"),
        ({"fails": {"OpenPrinter": 53}}, _S.FAILED_SAFE, "is not there"),
        ({"fails": {"GetPrinter": 1722}}, _S.FAILED_SAFE, "print service"),
        ({"fails": {"GetPrinter": 1905}}, _S.FAILED_SAFE, "is not on this computer any more"),
        ({"status": _P.DOOR_OPEN | _P.PAPER_OUT}, _S.FAILED_SAFE, "cover is open"),
        ({"status": _P.PAPER_OUT}, _S.FAILED_SAFE, "no labels left"),
        ({"status": _P.PAUSED}, _S.FAILED_SAFE, "paused its queue"),
        ({"status": _P.PENDING_DELETION | _P.PAUSED}, _S.FAILED_SAFE, "is not on this computer any more"),
        ({"attributes": 0x400}, _S.FAILED_SAFE, "switched off or not connected"),
        ({"fails": {"StartDocPrinter": 1804}}, _S.FAILED_SAFE, "refused the badge"),
        ({"fails": {"StartDocPrinter": 1905}}, _S.FAILED_SAFE, "is not on this computer any more"),
        ({"fails": {"StartDocPrinter": 5}}, _S.FAILED_SAFE, "lets only others use it"),
        ({"fails": {"WritePrinter": 112}}, _S.UNKNOWN, "did not take the badge"),
        ({"fails": {"EndDocPrinter": 6}}, _S.UNKNOWN, "did not take the badge"),
        ({"takes": 1000}, _S.UNKNOWN, "did not take the badge"),
        ({"goes": (_J.PAPEROUT,)}, _S.FAILED_SAFE, "labels ran out"),  # it never began, and was taken out
        ({"goes": (_J.PRINTING | _J.PAPEROUT,)}, _S.UNKNOWN, "labels ran out"),
        ({"goes": ((0, 1),)}, _S.UNKNOWN, "not printed in time"),  # a page of it is out
        ({"goes": (_J.ERROR,), "words": "Cutter stuck"}, _S.FAILED_SAFE, "it says “Cutter stuck”"),
        ({"goes": (_J.PRINTING | _J.USER_INTERVENTION,)}, _S.UNKNOWN, "asks for somebody"),
        ({"goes": (0,)}, _S.FAILED_SAFE, "not printed in time"),
        ({"goes": (0,), "deleted": (_J.DELETING, _J.DELETING | _J.PRINTING, None)}, _S.UNKNOWN, "not printed in time"),
        ({"goes": (0,), "deleted": (_J.DELETING | _J.PRINTED, None)}, _S.CONFIRMED, ""),
        ({"goes": (0,), "deleted": (_J.DELETING,)}, _S.UNKNOWN, "not printed in time"),  # it is not to be got rid of
        ({"goes": (0,), "fails": {"SetJob": 5}}, _S.UNKNOWN, "lets only others use it"),
        ({"goes": (0, _J.DELETING, None)}, _S.UNKNOWN, "gave the badge up"),  # by somebody else
    ],
)
def test_trouble_of_the_spooler_leaves_the_job_where_the_evidence_ends(
    change: dict[str, object], state: JobState, said: str, make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    outcome, states = _print(make(), monkeypatch, replace(Win32Print(), **change))  # type: ignore[arg-type]  # its entries
    assert outcome.state is states[-1] is state
    assert outcome.fault is None
    assert said in str(outcome.problem)


def test_the_spooler_is_given_the_label_as_it_is(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    spooler = Win32Print()
    _print(make(), monkeypatch, spooler)
    assert spooler.written.startswith(b"^XA")
    assert spooler.written.endswith(b"^XZ\n")


@pytest.mark.parametrize("own", [True, False])
def test_a_job_that_goes_to_its_printer_as_it_is_taken_back_is_not_said_to_be_unprinted(
    monkeypatch: pytest.MonkeyPatch, own: bool
) -> None:
    installed(monkeypatch, Win32Print(goes=(0, None)))
    driver, kept = WindowsRaw(), list[Ticket]()
    ticket = driver.submit(_ZEBRA, Order(b"^XA^XZ", "a", "1"), kept.append)
    assert (driver if own else WindowsRaw()).recall(_ZEBRA, ticket).fate is Fate.TAKEN


def test_a_job_of_an_earlier_run_is_asked_for_by_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    spooler = installed(monkeypatch, Win32Print(goes=(0,)))
    number, driver = spooler.start("badge 1 a"), WindowsRaw()
    assert driver.poll(_ZEBRA, Ticket("Zebra", "badge 1 a")).fate is Fate.WAITING
    assert driver.poll(_ZEBRA, Ticket("Zebra", "badge 1 a", number)).fate is Fate.WAITING
    assert driver.poll(_ZEBRA, Ticket("Zebra", "badge 2 b", number)).fate is Fate.LOST  # a number that was given anew
    assert driver.poll(_ZEBRA, Ticket("Zebra", "badge 2 b")).fate is Fate.LOST
    spooler.fails["GetJob"] = 1722
    assert driver.poll(_ZEBRA, Ticket("Zebra", "badge 1 a", number)).fate is Fate.SILENT


def test_a_queue_of_another_computer_that_does_not_answer_is_not_blamed_on_this_one(
    monkeypatch: pytest.MonkeyPatch, make: Make
) -> None:
    installed(monkeypatch, Win32Print(fails={"OpenPrinter": 1722}))
    far = replace(_ZEBRA, address="\\\\hall\\label")
    outcome = Press({PrinterKind.RAW: WindowsRaw()}).run(make(), far, lambda *_said: None)
    assert outcome.problem is not None
    assert outcome.problem.key == "printer_missing"
