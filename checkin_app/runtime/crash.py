"""What happens to a bug of ours: reported once, shown to a person first, sent nowhere."""

import faulthandler
import hashlib
import logging
import platform
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from checkin_app.runtime.bounded import open_bounded
from checkin_app.runtime.logs import Plain, without_words

log = logging.getLogger(__name__)

#: Bytes of the interpreter's last words that are kept: every thread's stack, many times over.
_LONGEST = 1_000_000


@dataclass(frozen=True, slots=True)
class CrashReport:
    """One bug as it is shown."""

    at: datetime
    mark: str
    """The same for the same bug: what a person reads out on the telephone."""
    text: str
    file: Path | None
    """Where the text was kept; None where the disk would not take it."""


class CrashReports:
    """Keeps and shows each bug once.  `report` may be called from any thread."""

    def __init__(self, folder: Path, version: str, show: Callable[[CrashReport], None]) -> None:
        """Prepare to report.

        Args:
            folder: for the reports; made when the first is written.
            version: of the application.
            show: is called in the thread where the bug was met; it brings the report to the screen.
        """
        self._folder = folder
        self._version = version
        self._show = show
        self._gate = threading.Lock()
        self._seen: set[str] = set()

    def report(self, error: BaseException) -> None:
        """Keep and show `error` unless it was shown before."""
        trace = without_words(error)
        mark = hashlib.sha256(trace.encode()).hexdigest()[:8]
        log.error("bug %s", Plain(mark))
        with self._gate:
            if mark in self._seen:
                return
            self._seen.add(mark)
        self._show(self._keep(mark, trace))

    @contextmanager
    def watching(self) -> Iterator[None]:
        """Report every error that nobody caught, in any thread, and crashes of the interpreter itself."""
        former, former_in_threads = sys.excepthook, threading.excepthook
        sys.excepthook = self._uncaught
        threading.excepthook = self._uncaught_in_thread
        try:
            with self._native_faults():
                yield
        finally:
            sys.excepthook, threading.excepthook = former, former_in_threads

    def _uncaught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
        else:
            self.report(error)

    def _uncaught_in_thread(self, met: threading.ExceptHookArgs) -> None:
        if met.exc_value is not None and not isinstance(met.exc_value, SystemExit):
            self.report(met.exc_value)

    def _keep(self, mark: str, trace: str) -> CrashReport:
        at = datetime.now(UTC)
        system = f"{platform.system()} {platform.release()} {platform.machine()}"
        text = f"{at:%Y-%m-%dT%H:%M:%SZ}  {mark}\nversion {self._version}  Python {sys.version.split()[0]}  {system}\n\n{trace}\n"
        file = self._folder / f"{at:%Y%m%dT%H%M%SZ}-{mark}.txt"
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        except OSError as refused:
            log.warning("a crash report was not kept: %s", refused)
            return CrashReport(at, mark, text, None)
        return CrashReport(at, mark, text, file)

    @contextmanager
    def _native_faults(self) -> Iterator[None]:
        """Let the interpreter write its last words into a file, and show those of the last time."""
        file = self._folder / "last-words.txt"
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            last = _first_of(file) if file.exists() else ""
            stream = file.open("w", encoding="utf-8")
        except OSError as refused:
            log.warning("crashes of the interpreter are not kept: %s", refused)
            yield
            return
        if last.strip():
            mark = hashlib.sha256(last.encode()).hexdigest()[:8]
            self._show(self._keep(mark, f"The application was ended by a fault the last time it ran:\n{last}"))
        with stream:
            faulthandler.enable(stream)
            try:
                yield
            finally:
                faulthandler.disable()


def _first_of(file: Path) -> str:
    """Return the beginning of a file, which is all that its last words are."""
    with open_bounded(file) as stream:
        return stream.read(_LONGEST).decode(errors="replace")
