"""The hybrid logical clock that orders facts for display and never decides anything.

Source: Kulkarni, Demirbas, Madappa, Avva, Leone, "Logical Physical Clocks", 2014.
"""

from typing import NewType

from checkin_app.domain.ids import Instant

Hlc = NewType("Hlc", int)
"""Milliseconds since 1970 in the upper 48 bits, a counter in the lower 16: fits SQLite's signed integer."""

_COUNTER_BITS = 16
#: A remote clock further ahead than this is stored and flagged, and not adopted.
MAX_AHEAD_MS = 5 * 60 * 1000


#: The year 6429 in milliseconds: what a logical clock can hold, and every calendar can show.
BEYOND_TIME = 2**47


def is_time(at: int) -> bool:
    """Return whether `at` can be the time of anything that is recorded."""
    return 0 <= at < BEYOND_TIME


def tick(last: Hlc, now: Instant) -> Hlc:
    """Return the stamp of the next local fact: later than `last`, and not before the wall clock."""
    return Hlc(max(last + 1, now << _COUNTER_BITS))


def is_too_far_ahead(remote: Hlc, now: Instant) -> bool:
    return wall(remote) > now + MAX_AHEAD_MS


def latest(now: Instant) -> Hlc:
    """Return the greatest stamp that is not too far ahead of the wall clock."""
    return Hlc(((now + MAX_AHEAD_MS + 1) << _COUNTER_BITS) - 1)


def earliest(at: Instant) -> Hlc:
    """Return the least stamp of what is written from a moment on: none is behind the wall clock."""
    return Hlc(at << _COUNTER_BITS)


def observe(last: Hlc, remote: Hlc, now: Instant) -> Hlc:
    """Return the clock after hearing `remote`, which is adopted unless its wall clock runs far ahead."""
    return last if is_too_far_ahead(remote, now) else Hlc(max(last, remote))


def wall(stamp: Hlc) -> Instant:
    return Instant(stamp >> _COUNTER_BITS)
