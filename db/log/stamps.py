"""When a fact is recorded, and what it is called."""

import os
import threading
import time

from msgspec import Struct

from checkin_app.domain.hlc import Hlc, is_time
from checkin_app.domain.ids import FactId, Instant
from checkin_app.domain.problems import ClockWrong

#: The two highest bits of the ninth byte of a UUID are 10.
_VARIANT = 0x8000


class Stamp(Struct, frozen=True):
    """When a fact is recorded."""

    hlc: Hlc
    at: Instant
    offset: int


class _Numbers:
    """What is drawn in one millisecond is numbered, by any thread; each one begins anew, so that a day can be played again."""

    def __init__(self) -> None:
        self._gate = threading.Lock()
        self._at, self._number = Instant(-1), 0

    def next(self, at: Instant) -> int:
        with self._gate:
            self._number = self._number + 1 if at == self._at else 0
            self._at = at
            return self._number


_NUMBERS = _Numbers()


def new_fact_id(at: Instant) -> FactId:
    """Return a UUID version 7 (RFC 9562, 5.7): the time in milliseconds, a number of 26 bits, then 48 random ones.

    Ids that one process draws in a millisecond are in the order in which it draws them (6.2, method 1): so badges come
    out in the order in which they were owed.
    """
    time_in, number = (at & 0xFFFF_FFFF_FFFF).to_bytes(6).hex(), _NUMBERS.next(at)
    drawn = f"7{number >> 14 & 0xFFF:03x}-{_VARIANT | number & 0x3FFF:04x}-{os.urandom(6).hex()}"
    return FactId(f"{time_in[:8]}-{time_in[8:]}-{drawn}")


def recordable(at: Instant) -> Instant:
    """Return what the wall clock says where anything can be recorded at it.

    Raises:
        ClockWrong: no calendar shows it.
    """
    if not is_time(at):
        raise ClockWrong
    return at


def now() -> Instant:
    """Return the wall clock."""
    return Instant(time.time_ns() // 1_000_000)
