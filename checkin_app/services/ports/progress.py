"""How far a long work is, and whether a person has stopped it."""

from collections.abc import Callable

Progress = Callable[[int, int], None]
"""Told of a long work as it goes: how much is done, and of how much; called in the thread that does it."""
Stopped = Callable[[], bool]
"""Whether a person has stopped a long work; asked at every piece of it."""


def untold(_done: int, _whole: int) -> None:
    """Tell nobody how far a work is."""


def unstopped() -> bool:
    """Let a work go on to its end."""
    return False
