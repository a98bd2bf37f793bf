"""When a fact is recorded, and what it is called."""

import os
import time

from msgspec import Struct

from checkin_app.domain.hlc import Hlc, is_time
from checkin_app.domain.ids import FactId, Instant
from checkin_app.domain.problems import ClockWrong

#: The two highest bits of the ninth byte of a UUID are 10.
_VARIANT = "89ab"


class Stamp(Struct, frozen=True):
    """When a fact is recorded."""

    hlc: Hlc
    at: Instant
    offset: int


def new_fact_id(at: Instant) -> FactId:
    """Return a UUID version 7 (RFC 9562, 5.7): the time in milliseconds, then 74 random bits."""
    time_in = (at & 0xFFFF_FFFF_FFFF).to_bytes(6).hex()
    drawn = os.urandom(10)
    rest = drawn.hex()
    return FactId(f"{time_in[:8]}-{time_in[8:]}-7{rest[1:4]}-{_VARIANT[drawn[2] & 3]}{rest[5:8]}-{rest[8:]}")


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
