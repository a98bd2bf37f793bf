"""Asks the system for short turns at the processor, which come soon, for the whole of this process.

Where every core has work, whoever wakes up waits until somebody's turn is over, 1.4 ms on Linux with two cores.  A screen
that is painted beside a list being compared wakes up some forty times, each time that it has the interpreter's lock back;
and where whoever holds that lock waits for the processor, everybody waits.  A thread of short turns has no larger share in
all, and comes before one of long turns (docs.kernel.org/scheduler/sched-eevdf.html).
"""

import ctypes
import os
import platform
import struct
import sys

#: Nanoseconds: the shortest that Linux gives.
SHORT = 100_000
#: `struct sched_attr` of `linux/sched/types.h` in its first version: size, policy, flags, niceness, priority, then
#: runtime, deadline and period in nanoseconds, of which the first is the length of a turn where no deadline is kept.
_ATTRIBUTES = struct.Struct("=IIQiIQQQ")
#: The numbers of the calls that set and get them; glibc names them only of late.
_CALLS = {"x86_64": (314, 315), "aarch64": (274, 275)}
_OTHER = getattr(os, "SCHED_OTHER", 0)


def take_short_turns() -> None:
    """Have short turns from now on, in this thread and in all that it starts; where the system gives none, nothing changes.

    Linux gives them since 6.12, to whoever asks.
    """
    _, policy, flags, nice, priority, _, deadline, period = _attributes()
    if policy == _OTHER and (calls := _calls()):
        asked = _ATTRIBUTES.pack(_ATTRIBUTES.size, policy, flags, nice, priority, SHORT, deadline, period)
        ctypes.CDLL(None).syscall(calls[0], 0, asked, 0)


def turn() -> int:
    """Return how long this thread's turns are in nanoseconds; 0 where the system does not say."""
    return _attributes()[5]


def _attributes() -> tuple[int, ...]:
    room = ctypes.create_string_buffer(_ATTRIBUTES.size)
    if (calls := _calls()) is None or ctypes.CDLL(None).syscall(calls[1], 0, room, _ATTRIBUTES.size, 0):
        return (0, -1, 0, 0, 0, 0, 0, 0)
    return _ATTRIBUTES.unpack(room.raw)


def _calls() -> tuple[int, int] | None:
    return _CALLS.get(platform.machine()) if sys.platform == "linux" else None
