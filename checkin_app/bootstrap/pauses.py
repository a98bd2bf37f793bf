"""Printers that do not print now, and when each is asked again whether it does."""

from collections.abc import Callable
from dataclasses import dataclass, field
from time import monotonic

#: Seconds until a printer is asked again: soon at first, since most come back when a cover is closed.
_FIRST, _LONGEST = 4.0, 60.0


@dataclass(slots=True)
class _Pause:
    wait: float
    ends: float
    asking: bool = False


@dataclass(slots=True)
class Pauses:
    """What is sent to a printer that is paused waits; a printer's lane may pause it, all else is the screen's thread."""

    now: Callable[[], float] = monotonic
    _paused: dict[str, _Pause] = field(default_factory=dict)
    _on_trial: dict[str, float] = field(default_factory=dict)
    """Printers that said they were back and have printed nothing since, each with the wait before."""

    def hold(self, printer: str) -> bool:
        """Return whether a printer is paused."""
        return printer in self._paused

    def held(self) -> list[str]:
        """Return the printers that are paused."""
        return list(self._paused)

    def begin(self, printer: str) -> None:
        """Pause a printer; one that is paused already is asked when it would have been."""
        if printer not in self._paused:
            wait = min(self._on_trial.pop(printer, _FIRST / 2) * 2, _LONGEST)
            self._paused[printer] = _Pause(wait, self.now() + wait)

    def end(self, printer: str) -> None:
        """Let a printer print that says it is back: where it fails again at once, it is asked later each time."""
        if pause := self._paused.pop(printer, None):
            self._on_trial[printer] = pause.wait

    def prove(self, printer: str) -> None:
        """Note that a printer printed a badge."""
        self._on_trial.pop(printer, None)

    def due(self) -> list[str]:
        """Return the printers whose time has come to be asked."""
        paused = tuple(self._paused.items())  # a lane may pause its printer meanwhile
        return [name for name, pause in paused if not pause.asking and pause.ends <= self.now()]

    def ask(self, printer: str) -> bool:
        """Note that a printer is asked; return whether it is to be, since it is paused and nobody asks it yet."""
        pause = self._paused.get(printer)
        if pause is None or pause.asking:
            return False
        pause.asking = True
        return True

    def go_on(self, printer: str) -> None:
        """Note that a printer was asked and is not back: the next time is later."""
        if printer in self._paused:
            wait = min(self._paused[printer].wait * 2, _LONGEST)
            self._paused[printer] = _Pause(wait, self.now() + wait)
