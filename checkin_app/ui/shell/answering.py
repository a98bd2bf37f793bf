"""How what screens ask for is answered: later, once, on the GUI thread."""

from collections.abc import Callable
from typing import TypeAlias, TypeVar

from checkin_app.runtime.lanes import Result

T = TypeVar("T")
Reply: TypeAlias = Callable[[Result[T]], None]
"""Called once on the GUI thread with `Done`, `Troubled` or `Fault`, in the order in which things were asked."""

HowFar: TypeAlias = Callable[[int, int], None]
"""Told on the GUI thread, now and then, how many rows are done, and of how many: 0 while that is not known."""
Stop: TypeAlias = Callable[[], None]
"""Asks a long work to stop; its answer is then that it was stopped, unless it was done already."""
