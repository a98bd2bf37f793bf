"""Keeps a bug in one of our overrides of Qt's methods from ending the application.

WORKAROUND(https://github.com/python/cpython/issues/101578): up to Python 3.11 an error that C code raises – `int`, a missing
key, a missing attribute – is no object until a Python frame handles it.  Shiboken keeps one that leaves an override for whoever
called Qt, takes it for an object, and the process is gone; every key that typing gives back arrives in this way.  While an
error is being handled, the interpreter makes all others whole at once.
"""

from collections.abc import Callable
from typing import TypeVar

_T = TypeVar("_T")


class Handled(Exception):  # noqa: N818 - no error, but what makes others whole
    """Is being handled as long as a window is open; led to nothing."""


def made_whole(work: Callable[[], _T]) -> _T:
    """Do a work of this thread, such as an event loop, in which every error is an object from the beginning."""
    try:
        raise Handled  # noqa: TRY301 - to be handled is all that it is for
    except Handled:
        return work()
