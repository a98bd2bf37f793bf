"""Keeps the collector of cycles from walking over everything there is while a person waits.

A full collection visits every object with the interpreter's lock held: over the rows of a long list that is a stall of half
a second in every thread. What was made to stay is put aside; it is still freed as soon as nobody holds it.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


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
