"""A store of an earlier version that is brought up to date by a command: said on standard error, where it takes a while."""

import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from checkin_app.domain.upgrade import UpgradeStep
from checkin_app.services.ports.progress import ToldUpgrade

#: Seconds after which somebody who waits wants to know what for.
_PATIENCE = 1.0
#: Of a step, words of how far it is.
_WORDS = 10
_WHY = (
    "This record was written by an earlier version and is being brought up to date: do not switch the laptop off. "
    "Should it stop half way, nothing is lost, and the next start does it anew."
)
_STEPS: Mapping[UpgradeStep, str] = {
    UpgradeStep.COPY: "copying",
    UpgradeStep.TABLES: "tables",
    UpgradeStep.READ: "reading every fact",
    UpgradeStep.FOLD: "what follows from the facts",
    UpgradeStep.INDEX: "finding by name",
    UpgradeStep.PROVE: "proving the copy",
}


def said(work: Callable[[ToldUpgrade], None], patience: float = _PATIENCE) -> None:
    """Have a store brought up to date, and say so on standard error once that takes longer than `patience` seconds."""
    work(_Said(time.monotonic() + patience))


@dataclass(slots=True)
class _Said:
    """What was said last."""

    begins: float
    _line: str = ""

    def __call__(self, step: UpgradeStep, done: int, whole: int) -> None:
        if sys.stderr is None or time.monotonic() < self.begins:  # a program without a console has none
            return
        far = f" {done * _WORDS // whole * (100 // _WORDS)} %" if whole else ""
        line = f"Step {[*UpgradeStep].index(step) + 1} of {len(UpgradeStep)}: {_STEPS[step]}{far}"
        if not self._line:
            sys.stderr.write(f"{_WHY}\n")
        if line != self._line:
            self._line = line
            sys.stderr.write(f"{line}\n")
            sys.stderr.flush()
