"""How far a long work is, and whether a person has stopped it."""

from collections.abc import Callable

from checkin_app.domain.upgrade import UpgradeStep

Progress = Callable[[int, int], None]
"""Told of a long work as it goes: how much is done, and of how much; called in the thread that does it."""
Stopped = Callable[[], bool]
"""Whether a person has stopped a long work; asked at every piece of it."""

ToldUpgrade = Callable[[UpgradeStep, int, int], None]
"""Told of a store that is brought up to date: the step, how much of it is done, and of how much; of 0 where nobody knows."""
Upgrading = Callable[[Callable[[ToldUpgrade], None]], None]
"""Has a store brought up to date, which may take minutes, in whatever thread, and says so; raises what that raises."""


def untold(_done: int, _whole: int) -> None:
    """Tell nobody how far a work is."""


def unstopped() -> bool:
    """Let a work go on to its end."""
    return False


def untold_upgrade(_step: UpgradeStep, _done: int, _whole: int) -> None:
    """Tell nobody how far it is."""


def upgrading_unsaid(work: Callable[[ToldUpgrade], None]) -> None:
    """Have a store brought up to date at once, and say nothing of it."""
    work(untold_upgrade)


def at_once(_patience: float = 0.0) -> None:
    """Wait for nobody."""
