"""When a fact is recorded, and what it is called."""

import os
import time
from dataclasses import dataclass

from checkin_app.domain.hlc import Hlc, is_time
from checkin_app.domain.ids import FactId, Instant
from checkin_app.domain.problems import ClockWrong


@dataclass(frozen=True, slots=True)
class Stamp:
    """When a fact is recorded."""

    hlc: Hlc
    at: Instant
    offset: int


def new_fact_id(at: Instant) -> FactId:
    """Return a UUID version 7 (RFC 9562, 5.7): the time in milliseconds, then 74 random bits."""
    bits = (at & 0xFFFF_FFFF_FFFF) << 80 | int.from_bytes(os.urandom(10))
    bits = bits & ~(0xF << 76) | 7 << 76
    text = f"{bits & ~(3 << 62) | 2 << 62:032x}"
    return FactId(f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}")


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
