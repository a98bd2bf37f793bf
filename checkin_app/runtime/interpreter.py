"""Keeps the interpreter's lock and its collector of cycles from holding up the screen.

A full collection visits every object with the interpreter's lock held: over the rows of a long list that is a stall of half
a second in every thread. What was made to stay is put aside; it is still freed as soon as nobody holds it.
"""

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager

#: Seconds for which one thread may keep the lock while another waits; ten times less than the interpreter's own.
_TURN = 0.0005


def share_the_lock() -> None:
    """Let threads take turns more often: a screen being painted takes the lock some twenty times."""
    sys.setswitchinterval(_TURN)


def set_aside() -> None:
    """Let no collection visit what there is now."""
    gc.freeze()


@contextmanager
def making_much() -> Iterator[None]:
    """Make many objects that stay: nothing is collected meanwhile, and they are set aside in the end."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
        set_aside()
