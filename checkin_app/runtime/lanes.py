"""Work that must not hold up the screen: one thread per resource, first come first served."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from queue import SimpleQueue
from threading import Lock, Thread
from typing import Generic, TypeAlias, TypeVar

from checkin_app.domain.problems import Problem
from checkin_app.runtime.logs import Plain

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Done(Generic[T_co]):
    """The work was done; this is what it returned."""

    value: T_co


@dataclass(frozen=True, slots=True)
class Troubled:
    """The work met trouble that was foreseen."""

    problem: Problem


@dataclass(frozen=True, slots=True)
class Fault:
    """The work met a bug of ours, which has been reported: the screen must say that nothing was decided."""

    error: BaseException


Result: TypeAlias = Done[T] | Troubled | Fault
Deliver = Callable[[Callable[[], None]], None]
"""Runs what it is given where results belong, in the order given; may be called from any thread."""


class LaneClosed(RuntimeError):  # noqa: N818 - reads as what it says
    """Work came after the lane had been closed: a mistake in the order of shutdown."""


class Lane:
    """One worker, whose results come home through `deliver`.

    Our own thread and not ThreadPoolExecutor, which holds up the exit of the whole application for as long as
    a printer hangs.
    """

    def __init__(self, name: str, deliver: Deliver, report: Callable[[BaseException], object]) -> None:
        """Start the worker.

        Args:
            name: of the thread, as crash reports show it.
            deliver: brings results home; the application gives a queued Qt signal.
            report: takes every exception that is no Problem; called in the worker's thread.
        """
        self.name = name
        self._deliver = deliver
        self._report = report
        self._gate = Lock()
        self._closed = False
        self._unanswered = 0
        self._queue: SimpleQueue[Callable[[], None] | None] = SimpleQueue()
        self._thread = Thread(target=self._serve, name=name, daemon=True)
        self._thread.start()

    def submit(self, work: Callable[[], T], done: Callable[[Result[T]], None]) -> None:
        """Run `work` after all that was submitted before, then `done` with its result through `deliver`.

        Raises:
            LaneClosed: the work was not taken.
        """
        with self._gate:
            if self._closed:
                raise LaneClosed(self.name)
            self._unanswered += 1
            self._queue.put(partial(self._answer, work, done))

    def waiting(self) -> int:
        """Return how many pieces of work have no answer on its way yet."""
        return self._unanswered

    def close(self, timeout: float) -> bool:
        """Take no more work, finish what was taken, and return whether that was done within `timeout` seconds."""
        with self._gate:
            if not self._closed:
                self._closed = True
                self._queue.put(None)
        self._thread.join(timeout)
        if self._thread.is_alive():
            log.error("lane %s did not finish in time", Plain(self.name))
            return False
        return True

    def _serve(self) -> None:
        while task := self._queue.get():
            try:
                task()
            except BaseException as error:  # noqa: BLE001 - a lane outlives whatever a delivery did to it
                self._report(error)

    def _answer(self, work: Callable[[], T], done: Callable[[Result[T]], None]) -> None:
        result: Result[T]
        try:
            result = Done(work())
        except Problem as problem:
            result = Troubled(problem)
        except BaseException as error:  # noqa: BLE001 - whoever waits for the answer must get one
            result = Fault(error)
        try:
            if isinstance(result, Fault):
                self._report(result.error)
        finally:
            self._deliver(partial(done, result))
            with self._gate:
                self._unanswered -= 1
