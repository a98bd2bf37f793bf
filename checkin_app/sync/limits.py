"""How much one station, or one address, may ask of a hub."""

import threading
from collections import OrderedDict
from dataclasses import dataclass

from checkin_app.domain.ids import Instant

#: Who was heard of longest ago is forgotten beyond so many: a flood of addresses costs no more memory.
_MOST_NAMES = 10_000


@dataclass(slots=True)
class _Left:
    tokens: float
    at: Instant


class Limit:
    """A bucket of tokens for each name, refilled as time goes by."""

    def __init__(self, burst: int, per_second: float) -> None:
        self._burst, self._per_ms = burst, per_second / 1000
        self._gate = threading.Lock()
        self._left: OrderedDict[str, _Left] = OrderedDict()

    def allows(self, name: str, now: Instant) -> bool:
        """Return whether one more is allowed, and count it."""
        with self._gate:
            left = self._left.pop(name, None) or _Left(self._burst, now)
            since = max(0, now - left.at)
            left.tokens, left.at = min(self._burst, left.tokens + since * self._per_ms), now
            self._left[name] = left
            while len(self._left) > _MOST_NAMES:
                self._left.popitem(last=False)
            if left.tokens < 1:
                return False
            left.tokens -= 1
            return True
