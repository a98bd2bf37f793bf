"""The time as this laptop has it: screens show and suggest by it, and decide nothing."""

import time
from collections.abc import Callable

from checkin_app.domain.ids import Instant

Now = Callable[[], Instant]


def wall_clock() -> Instant:
    return Instant(time.time_ns() // 1_000_000)
