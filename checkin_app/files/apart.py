"""Reads a list in a process of its own, so that no file can take this one's memory, time or screen."""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from checkin_app.domain import problems_lists
from checkin_app.domain.details import ListFault
from checkin_app.domain.lists.notes import ListRemark, Note
from checkin_app.domain.lists.sheet import Flaw, ListFile, Sheet
from checkin_app.domain.problems import Problem, UnknownThing
from checkin_app.domain.problems_lists import ListBreaksReader, ListStopped, ListTakesMemory, ListTakesTime
from checkin_app.domain.texts import Detail
from checkin_app.files import READ_LIST
from checkin_app.files.limits import MOST_MEMORY, MOST_SECONDS
from checkin_app.services.ports.progress import Progress, Stopped, unstopped, untold

_ROOT = Path(__file__).resolve().parents[2]
#: Seconds between two looks whether a person has stopped the reading.
_EVERY = 0.05
#: Cells that are remembered, so that those alike stand in memory once.
_MOST_MET = 20_000
_NO_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0)
#: Signals by which a system ends who takes too much; Windows has none.
_OUT_OF_TIME, _ABORTED = getattr(signal, "SIGXCPU", None), getattr(signal, "SIGABRT", None)
_PROBLEMS: Mapping[str, type[Problem]] = {
    each.key: each
    for each in (UnknownThing, *vars(problems_lists).values())
    if isinstance(each, type) and issubclass(each, Problem)
}


def read_apart(
    path: Path, encoding: str = "", sheet: str = "", progress: Progress = untold, stopped: Stopped = unstopped
) -> ListFile:
    """Return a sheet of a list: the one of that name, else the first that holds names of people.

    Raises:
        ListProblem: as `files.tables.read_tables`; or reading it takes more than any list of people does.
        UnknownThing: it has no such sheet.
        ListStopped: as asked.
    """
    with subprocess.Popen(  # noqa: S603 - our own program with a fixed word; the file's name is no argument of it
        _command(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=_environment(), creationflags=_NO_WINDOW
    ) as process:
        watch = _Watch(process, stopped)
        try:
            question = {"path": str(path.absolute()), "encoding": encoding, "sheet": sheet}
            found = _Hearing(path.name, progress).heard(_answers(process, question))
        finally:
            watch.end()
    if found is None:
        raise watch.why(path.name)
    return found


def _command() -> Sequence[str]:
    frozen = getattr(sys, "frozen", False)
    return (sys.executable, READ_LIST) if frozen else (sys.executable, "-m", "checkin_app", READ_LIST)


def _environment() -> dict[str, str]:
    """Return this process's environment, in which the other finds our modules wherever it is started."""
    known = [str(_ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(known)}


def _answers(process: "subprocess.Popen[bytes]", question: Mapping[str, str]) -> Iterator[Sequence[Any]]:
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        process.stdin.write(json.dumps(question).encode("ascii") + b"\n")
        process.stdin.close()
    except OSError:  # it has ended already, and why is seen below
        return
    for line in process.stdout:
        try:
            value: Sequence[Any] = json.loads(line)
        except ValueError:  # it broke in the middle of a word
            return
        yield value


class _Watch:
    """Ends the reader when a person says so or its time is over."""

    def __init__(self, process: "subprocess.Popen[bytes]", stopped: Stopped) -> None:
        self._process, self._stopped = process, stopped
        self._over, self._late, self._ended = threading.Event(), False, False
        self._until = time.monotonic() + MOST_SECONDS
        self._thread = threading.Thread(target=self._look, name="list reader", daemon=True)
        self._thread.start()

    def _look(self) -> None:
        while not self._over.wait(_EVERY):
            self._ended = self._stopped()
            self._late = time.monotonic() > self._until
            if self._ended or self._late:
                self._process.kill()
                return

    def end(self) -> None:
        self._over.set()
        self._thread.join()
        # It has nothing to say any more; one that hangs is not waited for.
        self._process.kill()
        self._process.wait()

    def why(self, file: str) -> Problem:
        """Return why the reader has not said all."""
        if self._ended:
            return ListStopped()
        if self._late or -self._process.returncode == _OUT_OF_TIME:
            return ListTakesTime(file=file, seconds=MOST_SECONDS)
        if -self._process.returncode == _ABORTED:
            return ListTakesMemory(file=file, memory=MOST_MEMORY // 1024**2)
        return ListBreaksReader(file=file)


def _worded(detail: Any) -> Detail:
    """Return a detail of trouble as `apart_reader` says it: its words come by their key, and what fills them."""
    if isinstance(detail, list):
        name, filled = detail
        return ListFault[name].of(**filled)
    return str(detail) if isinstance(detail, str) else int(detail)


class _Hearing:
    """Puts together what the reader says."""

    def __init__(self, file: str, progress: Progress) -> None:
        self._file, self._progress = file, progress
        self._about: Mapping[str, Any] = {}
        self._rows: list[tuple[str, ...]] = []
        self._met: dict[str, str] = {}
        self._flaws: dict[tuple[int, int], Flaw] = {}
        self._mended: dict[str, str] = {}

    def _once(self, cell: str) -> str:
        """Return a cell as it was met before: delegations, categories and routes stand in memory once, not in each row."""
        if (met := self._met.get(cell)) is None:
            met = cell
            if len(self._met) < _MOST_MET:
                self._met[cell] = cell
        return met

    def heard(self, answers: Iterator[Sequence[Any]]) -> ListFile | None:
        """Return the sheet, or None where the reader ended before it had said all.

        Raises:
            Problem: that it met.
        """
        for kind, *what in answers:
            match kind:
                case "problem":
                    raise _PROBLEMS[what[0]](**{name: _worded(each) for name, each in what[1].items()})
                case "memory":
                    raise ListTakesMemory(file=self._file, memory=MOST_MEMORY // 1024**2)
                case "sheet":
                    self._about = what[0]
                case "rows":
                    self._rows += [tuple([self._once(cell) for cell in row]) for row in what[0]]
                    self._progress(len(self._rows), 0)
                case "flaws":
                    self._flaws |= {(row, column): Flaw(flaw) for row, column, flaw in what[0]}
                case "mended":
                    self._mended |= dict(what[0])
                case _:
                    return self._whole()
        return None

    def _whole(self) -> ListFile:
        about = self._about
        notes = tuple(Note(ListRemark(key), details) for key, details in about["notes"])
        columns = frozenset(about["hidden_columns"])
        sheet = Sheet(about["name"], tuple(self._rows), self._flaws, about["hidden"], columns, notes, self._mended)
        return ListFile(self._file, tuple(about["sheets"]), sheet, about["encoding"])
