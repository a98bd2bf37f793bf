"""A lane of the tests' own, whose work is begun by hand."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from checkin_app.domain.problems import Problem
from checkin_app.runtime.lanes import Done, Result, Troubled


@dataclass
class Bench:
    """A lane that works when it is told to."""

    name: str
    works: list[Callable[[], None]] = field(default_factory=list)

    def submit(self, work: Callable[[], Any], done: Callable[[Result[Any]], None]) -> None:
        def answer() -> None:
            try:
                result: Result[Any] = Done(work())
            except Problem as problem:
                result = Troubled(problem)
            done(result)

        self.works.append(answer)

    def work(self) -> None:
        while self.works:
            self.works.pop(0)()
