"""How much one station, or one address, may ask of a hub."""

import threading
from collections import Counter, OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager
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


class Room:
    """So many bytes for what comes of requests, and so many of them for one name; used by one loop alone."""

    def __init__(self, whole: int, of_one: int) -> None:
        self._whole, self._of_one = whole, of_one
        self._held: Counter[str] = Counter()

    @property
    def held(self) -> int:
        """Return how many bytes are taken."""
        return self._held.total()

    @contextmanager
    def share(self) -> Iterator["Share"]:
        """Yield what takes of it, and give all of that back in the end."""
        share = Share(self)
        try:
            yield share
        finally:
            self._held -= share.taken

    def takes(self, name: str, count: int) -> bool:
        """Return whether there is room for so many bytes more of somebody, and take it."""
        if self._held[name] + count > self._of_one or self.held + count > self._whole:
            return False
        self._held[name] += count
        return True


class Share:
    """What one request takes of a room."""

    def __init__(self, room: Room) -> None:
        self._room = room
        self.taken: Counter[str] = Counter()

    def takes(self, name: str, count: int) -> bool:
        taken = self._room.takes(name, count)
        if taken:
            self.taken[name] += count
        return taken
