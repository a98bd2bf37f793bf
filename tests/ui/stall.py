"""How long one turn of the event loop keeps the screen's thread: what a person feels as a window that hangs."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication, QEventLoop

#: Milliseconds that nothing on the screen's thread may take, for any list.
MOST_MS = 50.0


@dataclass(slots=True)
class Turns:
    """The turns so far, in milliseconds of the thread's own time: another process's work is not ours."""

    spent: list[float] = field(default_factory=list)

    @property
    def longest(self) -> float:
        return max(self.spent, default=0.0)

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Count what is done within as one turn: what an event would have us do."""
        begun = time.thread_time()
        yield
        self.spent.append((time.thread_time() - begun) * 1000)

    def until(self, done: Callable[[], bool], seconds: float = 120.0) -> None:
        """Turn the event loop until `done`, one event at a time as far as Qt lets us."""
        end = time.monotonic() + seconds
        while not done():
            assert time.monotonic() < end, "what was waited for did not come"
            with self.turn():
                QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 1)

    def settle(self) -> None:
        """Turn the event loop until nothing is left to do."""
        quiet = 0
        while quiet < 20:
            before = len(self.spent)
            self.until(lambda before=before: len(self.spent) > before)
            quiet = quiet + 1 if self.spent[-1] < 0.5 else 0
