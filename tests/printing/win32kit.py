"""Windows' spooler as its documentation describes it: as much of pywin32's `win32print` as is asked, with no printer.

Names and numbers: Microsoft, "Print Spooler API" (winspool.h).  What is asked of it and is not here fails.
"""

import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import IntFlag
from typing import Any

import pytest
from PySide6.QtGui import QPaintEngine
from PySide6.QtPrintSupport import QPrinter


class PrinterStatus(IntFlag):
    PAUSED = 0x1
    ERROR = 0x2
    PENDING_DELETION = 0x4
    PAPER_JAM = 0x8
    PAPER_OUT = 0x10
    MANUAL_FEED = 0x20
    PAPER_PROBLEM = 0x40
    OFFLINE = 0x80
    IO_ACTIVE = 0x100
    BUSY = 0x200
    PRINTING = 0x400
    OUTPUT_BIN_FULL = 0x800
    NOT_AVAILABLE = 0x1000
    WAITING = 0x2000
    PROCESSING = 0x4000
    INITIALIZING = 0x8000
    WARMING_UP = 0x10000
    TONER_LOW = 0x20000
    NO_TONER = 0x40000
    PAGE_PUNT = 0x80000
    USER_INTERVENTION = 0x100000
    OUT_OF_MEMORY = 0x200000
    DOOR_OPEN = 0x400000
    SERVER_UNKNOWN = 0x800000
    POWER_SAVE = 0x1000000
    SERVER_OFFLINE = 0x2000000
    DRIVER_UPDATE_NEEDED = 0x4000000


class JobStatus(IntFlag):
    PAUSED = 0x1
    ERROR = 0x2
    DELETING = 0x4
    SPOOLING = 0x8
    PRINTING = 0x10
    OFFLINE = 0x20
    PAPEROUT = 0x40
    PRINTED = 0x80
    DELETED = 0x100
    BLOCKED_DEVQ = 0x200
    USER_INTERVENTION = 0x400
    RESTART = 0x800
    COMPLETE = 0x1000
    RETAINED = 0x2000
    RENDERING_LOCALLY = 0x4000


class Win32Error(Exception):
    """As `pywintypes.error`: number, function, text."""

    def __init__(self, winerror: int) -> None:
        super().__init__(winerror, "function", "text")
        self.winerror = winerror


Look = int | tuple[int, int] | None
"""A job's state, its state and the pages printed of it, or None: it is gone."""


@dataclass
class Win32Print:
    status: int = 0
    attributes: int = 0
    names: tuple[str, ...] = ("ZDesigner", "office")
    fails: dict[str, int] = field(default_factory=dict)
    """The error that a function raises."""
    goes: Sequence[Look] = (JobStatus.PRINTING, None)
    """How the job is, one a look; it stays as the last says."""
    deleted: Sequence[Look] = (None,)
    """How it goes on once it was deleted by us."""
    words: str | None = None
    """Of its port, where a job has a fault."""
    takes: int = 10**9
    """Bytes that are written at the most."""
    error: type[Win32Error] = Win32Error
    written: bytes = b""
    jobs: dict[int, dict[str, Any]] = field(default_factory=dict)
    handles: list[str] = field(default_factory=list)
    started: list[str] = field(default_factory=list)
    """What every job was called that was made here."""
    served: list[tuple[int, int]] = field(default_factory=list)
    """Each state, with pages, that somebody was told."""
    taken_back: bool = False
    _looked: int = 0

    def _do(self, name: str, handle: int = 0) -> None:
        assert not handle or self.handles[handle - 1], "the handle is closed"
        if number := self.fails.get(name):
            raise Win32Error(number)

    def start(self, name: str) -> int:
        """Make a job, as StartDoc and StartDocPrinter do."""
        number = len(self.started) + 1
        self.started.append(name)
        self.jobs[number] = {"JobId": number, "pDocument": name, "pStatus": None, "Status": 0, "PagesPrinted": 0}
        return number

    def OpenPrinter(self, name: str) -> int:
        self._do("OpenPrinter")
        if name not in self.names:
            raise Win32Error(1801)
        self.handles.append(name)
        return len(self.handles)

    def ClosePrinter(self, handle: int) -> None:
        self._do("ClosePrinter", handle)
        self.handles[handle - 1] = ""

    def GetPrinter(self, handle: int, level: int) -> dict[str, int]:
        self._do("GetPrinter", handle)
        assert level == 2
        return {"Status": self.status, "Attributes": self.attributes}

    def StartDocPrinter(self, handle: int, level: int, document: tuple[str, None, str]) -> int:
        self._do("StartDocPrinter", handle)
        assert (level, document[1:]) == (1, (None, "RAW"))
        return self.start(document[0])

    def StartPagePrinter(self, handle: int) -> None:
        self._do("StartPagePrinter", handle)

    def WritePrinter(self, handle: int, data: bytes) -> int:
        self._do("WritePrinter", handle)
        self.written += data[: self.takes]
        return min(len(data), self.takes)

    def EndPagePrinter(self, handle: int) -> None:
        self._do("EndPagePrinter", handle)

    def EndDocPrinter(self, handle: int) -> None:
        self._do("EndDocPrinter", handle)

    def GetJob(self, handle: int, number: int, level: int) -> dict[str, Any]:
        self._do("GetJob", handle)
        assert level == 1
        self._go_on()
        if number not in self.jobs:
            raise Win32Error(87)
        return self._told(self.jobs[number])

    def EnumJobs(self, handle: int, first: int, count: int, level: int) -> tuple[dict[str, Any], ...]:
        self._do("EnumJobs", handle)
        assert (first, level) == (0, 1)
        if self.jobs:
            self._go_on()
        return tuple(self._told(each) for each in self.jobs.values())[:count]

    def SetJob(self, handle: int, number: int, level: int, info: None, command: int) -> None:
        self._do("SetJob", handle)
        assert (level, info, command) == (0, None, 5)
        self.goes, self._looked, self.taken_back = self.deleted, 0, True

    def _go_on(self) -> None:
        look = self.goes[min(self._looked, len(self.goes) - 1)]
        self._looked += 1
        if look is None:
            self.jobs.clear()
            return
        state, pages = look if isinstance(look, tuple) else (int(look), 0)
        faulty = state & (JobStatus.ERROR | JobStatus.BLOCKED_DEVQ)
        for job in self.jobs.values():
            job.update(Status=state, PagesPrinted=pages, pStatus=self.words if faulty else None)

    def _told(self, job: dict[str, Any]) -> dict[str, Any]:
        self.served.append((job["Status"], job["PagesPrinted"]))
        return dict(job)


class Paper(QPrinter):
    """A device of Windows' queue: a job begins as its first page does, as StartDoc makes one; what is drawn is a PDF."""

    def __init__(self, spooler: Win32Print, file: str) -> None:
        super().__init__(QPrinter.PrinterMode.HighResolution)
        self.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        self.setOutputFileName(file)
        self._spooler = spooler

    def paintEngine(self) -> QPaintEngine:
        if self.docName() not in self._spooler.started:
            self._spooler.start(self.docName())
        return super().paintEngine()


def installed(monkeypatch: pytest.MonkeyPatch, spooler: Win32Print) -> Win32Print:
    """Let `spooler` be the one of this computer, whose deleted jobs are looked at a few times only."""
    monkeypatch.setitem(sys.modules, "win32print", spooler)
    looks = iter(range(10**9))
    monkeypatch.setattr("printing.windows_spooler.monotonic", lambda: float(next(looks)))
    monkeypatch.setattr("printing.windows_spooler.sleep", lambda _seconds: None)
    return spooler
