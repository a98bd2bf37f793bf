"""Labels behind Windows' spooler come out once, or what is not known of them is said."""

import sys
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

import pytest

from checkin_app.domain.jobs import Fate, JobState, Ticket
from checkin_app.runtime.settings import PrinterKind
from checkin_app.services.ports.printers import Outcome
from printing.content import BadgeContent
from printing.driver import Order
from printing.press import Press, Watch
from printing.printers import LABEL, Language, Printer
from printing.windows_raw import WindowsRaw

_S = JobState
_ZEBRA = Printer("Zebra", PrinterKind.RAW, "ZDesigner", template=LABEL, dpi=203, language=Language.ZPL)
_PAUSED, _PRINTING, _PRINTED, _PAPER_OUT = 0x01, 0x10, 0x80, 0x40

Make = Callable[..., BadgeContent]


class _Error(Exception):
    def __init__(self, winerror: int) -> None:
        super().__init__(winerror, "function", "text")
        self.winerror = winerror


@dataclass
class Win32Print:
    """As much of the module as there is: what is asked of it and is not here fails."""

    status: int = 0
    attributes: int = 0
    names: tuple[str, ...] = ("ZDesigner",)
    fails: dict[str, int] = field(default_factory=dict)
    """The error that a function raises."""
    goes: tuple[int | None, ...] = (_PRINTING, None)
    """The states of a job, one a look; None once it is gone."""
    takes: int = 10**9
    stubborn: bool = False
    """It deletes nothing."""
    error: type[_Error] = _Error
    written: bytes = b""
    jobs: dict[int, dict[str, Any]] = field(default_factory=dict)
    handles: list[str] = field(default_factory=list)
    looked: int = 0

    def _do(self, name: str) -> None:
        if number := self.fails.get(name):
            raise _Error(number)

    def OpenPrinter(self, name: str) -> int:
        self._do("OpenPrinter")
        if name not in self.names:
            raise _Error(1801)
        self.handles.append(name)
        return len(self.handles)

    def ClosePrinter(self, handle: int) -> None:
        assert self.handles[handle - 1]
        self.handles[handle - 1] = ""

    def GetPrinter(self, handle: int, level: int) -> dict[str, int]:
        self._do("GetPrinter")
        assert self.handles[handle - 1]
        assert level == 2
        return {"Status": self.status, "Attributes": self.attributes}

    def StartDocPrinter(self, handle: int, level: int, document: tuple[str, None, str]) -> int:
        self._do("StartDocPrinter")
        assert self.handles[handle - 1]
        assert (level, document[1:]) == (1, (None, "RAW"))
        number = len(self.jobs) + 1
        self.jobs[number] = {"JobId": number, "pDocument": document[0], "Status": 0, "PagesPrinted": 0}
        return number

    def StartPagePrinter(self, handle: int) -> None:
        self._do("StartPagePrinter")

    def WritePrinter(self, handle: int, data: bytes) -> int:
        self._do("WritePrinter")
        self.written += data[: self.takes]
        return min(len(data), self.takes)

    def EndPagePrinter(self, handle: int) -> None:
        self._do("EndPagePrinter")

    def EndDocPrinter(self, handle: int) -> None:
        self._do("EndDocPrinter")

    def GetJob(self, handle: int, number: int, level: int) -> dict[str, Any]:
        self._do("GetJob")
        assert (self.handles[handle - 1] != "", level) == (True, 1)
        state = self.goes[min(self.looked, len(self.goes) - 1)]
        self.looked += 1
        if state is None:
            self.jobs.pop(number, None)
        if number not in self.jobs:
            raise _Error(87)
        return {**self.jobs[number], "Status": state}

    def EnumJobs(self, handle: int, first: int, count: int, level: int) -> tuple[dict[str, Any], ...]:
        self._do("EnumJobs")
        assert (first, level) == (0, 1)
        return tuple(self.jobs.values())[:count]

    def SetJob(self, handle: int, number: int, level: int, info: None, command: int) -> None:
        assert (level, info, command) == (0, None, 5)
        if not self.stubborn:
            self.goes = (None,)


def _print(
    content: BadgeContent, monkeypatch: pytest.MonkeyPatch, spooler: Win32Print
) -> tuple[Outcome, list[JobState]]:
    monkeypatch.setitem(sys.modules, "win32print", spooler)  # type: ignore[arg-type]  # what is imported by its name
    monkeypatch.setattr("printing.windows_raw._GONE_IN", 0.3)
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
        ({"goes": (0, _PRINTING, _PRINTED)}, _S.CONFIRMED, ""),
        ({"names": ()}, _S.FAILED_SAFE, "is not there"),
        ({"fails": {"OpenPrinter": 1722}}, _S.FAILED_SAFE, "print service"),
        ({"fails": {"OpenPrinter": 5}}, _S.FAILED_SAFE, "lets only others use it"),
        ({"fails": {"GetPrinter": 1722}}, _S.FAILED_SAFE, "print service"),
        ({"status": 0x400010}, _S.FAILED_SAFE, "cover is open"),
        ({"status": 0x10}, _S.FAILED_SAFE, "no labels left"),
        ({"status": 0x01}, _S.FAILED_SAFE, "paused its queue"),
        ({"attributes": 0x400}, _S.FAILED_SAFE, "switched off or not connected"),
        ({"fails": {"StartDocPrinter": 1804}}, _S.FAILED_SAFE, "refused the badge"),
        ({"fails": {"WritePrinter": 112}}, _S.UNKNOWN, "did not take the badge"),
        ({"fails": {"EndDocPrinter": 6}}, _S.UNKNOWN, "did not take the badge"),
        ({"takes": 1000}, _S.UNKNOWN, "did not take the badge"),
        ({"goes": (_PAPER_OUT,)}, _S.FAILED_SAFE, "labels ran out"),  # it never began, and was taken out
        ({"goes": (_PRINTING | _PAPER_OUT,)}, _S.UNKNOWN, "labels ran out"),
        ({"goes": (0,)}, _S.FAILED_SAFE, "not printed in time"),
        ({"goes": (0,), "stubborn": True}, _S.UNKNOWN, "not printed in time"),
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


@pytest.mark.parametrize(("own", "fate"), [(True, Fate.TAKEN), (False, Fate.LOST)])
def test_a_job_that_goes_to_its_printer_as_it_is_taken_back_is_not_said_to_be_unprinted(
    monkeypatch: pytest.MonkeyPatch, own: bool, fate: Fate
) -> None:
    spooler = Win32Print(goes=(0, None))
    monkeypatch.setitem(sys.modules, "win32print", spooler)  # type: ignore[arg-type]  # what is imported by its name
    driver, kept = WindowsRaw(), list[Ticket]()
    ticket = driver.submit(_ZEBRA, Order(b"^XA^XZ", "a", "1"), kept.append)
    assert (driver if own else WindowsRaw()).recall(_ZEBRA, ticket).fate is fate


def test_a_job_of_an_earlier_run_is_asked_for_by_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    waits = {"JobId": 3, "pDocument": "badge 1 a", "Status": 0, "PagesPrinted": 0}
    spooler = Win32Print(goes=(0,), jobs={3: waits})
    monkeypatch.setitem(sys.modules, "win32print", spooler)  # type: ignore[arg-type]  # what is imported by its name
    driver = WindowsRaw()
    assert driver.poll(_ZEBRA, Ticket("Zebra", "badge 1 a")).fate is Fate.WAITING
    assert driver.poll(_ZEBRA, Ticket("Zebra", "badge 1 a", 3)).fate is Fate.WAITING
    assert driver.poll(_ZEBRA, Ticket("Zebra", "badge 2 b", 3)).fate is Fate.LOST  # a number that was given anew
    assert driver.poll(_ZEBRA, Ticket("Zebra", "badge 2 b")).fate is Fate.LOST
    spooler.fails["GetJob"] = 1722
    assert driver.poll(_ZEBRA, Ticket("Zebra", "badge 1 a", 3)).fate is Fate.SILENT
