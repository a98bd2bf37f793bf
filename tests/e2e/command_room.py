"""Does what a command line says in the tests' own process, as the program would, and sees that it leaves no trace.

A process that ends takes all it has changed with it; here whatever a command leaves behind fails the test that said it.
"""

import gc
import io
import locale
import logging
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

import pytest

from checkin_app.bootstrap import main


def done_here(words: Sequence[str], given: bytes, ahead: int) -> subprocess.CompletedProcess[bytes]:
    """Return what a command said and its exit code.

    Args:
        words: what follows the program's name.
        given: what it reads from its standard input.
        ahead: seconds by which the clock is wrong.
    """
    with pytest.MonkeyPatch.context() as patch:
        # A pipe of the poorest code page: what is said comes through it all the same.
        out, err = (io.TextIOWrapper(io.BytesIO(), encoding="ascii") for _ in range(2))
        patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given)))
        patch.setattr(sys, "stdout", out)
        patch.setattr(sys, "stderr", err)
        if ahead:
            right = time.time_ns
            patch.setattr(time, "time_ns", lambda: right() + ahead * 10**9)
        with _leaving_no_trace():
            code = _exit_code(words)
        for each in (out, err):
            each.flush()
        return subprocess.CompletedProcess(words, code, *(each.buffer.getvalue() for each in (out, err)))


def _exit_code(words: Sequence[str]) -> int:
    try:
        return main(words)
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else 0


@contextmanager
def _leaving_no_trace() -> Iterator[None]:
    before = _state()
    yield
    after = _state()
    left = {name: (before[name], after[name]) for name in before if before[name] != after[name]}
    assert not left, f"the command left behind: {left}"


def _state() -> Mapping[str, object]:
    """Return what belongs to the whole process and would be changed for the next command."""
    root = logging.getLogger()
    return {
        "environment": dict(os.environ),
        "folder": os.getcwd(),  # noqa: PTH109 - a comparison
        "locale": locale.setlocale(locale.LC_ALL),
        "signals": [signal.getsignal(each) for each in (signal.SIGINT, signal.SIGTERM)],
        "log": (root.level, [*root.handlers], logging.root.manager.disable),
        "interpreter": (sys.getswitchinterval(), gc.isenabled(), gc.get_threshold(), sys.excepthook, sys.path[:]),
    }
