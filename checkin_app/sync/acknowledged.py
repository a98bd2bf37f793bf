"""What of this laptop's own entries another is known to hold: what is not is only here."""

import threading
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import msgspec

from checkin_app.domain.ids import LogId, StationId, station_of
from checkin_app.domain.sync.vectors import Vector
from checkin_app.runtime.bounded import read_bounded
from checkin_app.runtime.whole_file import taking_place

FILE = "acknowledged.json"
_LONGEST = 8_000_000


class Acknowledged:
    """How far each log of this laptop is known to be held elsewhere; used by several threads.

    The hub tells it to a laptop, and laptops to their hub: both are kept in one file, of which only more is ever true.
    """

    def __init__(self, folder: Path, own: StationId) -> None:
        self._file, self._own = folder / FILE, own
        self._gate = threading.Lock()
        self._heads = self._read()
        self._kept = dict(self._heads)

    def note(self, heads: Mapping[LogId, int]) -> None:
        """Note how far logs are held by another laptop; those that this one did not write are nothing to it."""
        with self._gate:
            _merge(self._heads, {log_id: seq for log_id, seq in heads.items() if station_of(log_id) == self._own})

    def only_here(self, vector: Vector) -> int:
        """Return how many entries of its own nobody else is known to hold; never fewer than there are."""
        return sum(self._unconfirmed(vector).values())

    def unconfirmed(self, vector: Vector, after: LogId, most: int) -> list[LogId]:
        """Return logs of its own of which some is only here: those that follow upon one, then the others."""
        return sorted(self._unconfirmed(vector), key=lambda log_id: (log_id <= after, log_id))[:most]

    def keep(self) -> None:
        """Write down what is not to count as only here at the next opening; where that fails, it does."""
        with self._gate:
            if self._heads == self._kept:
                return
            _merge(self._heads, self._read())  # another process of this laptop may know more
            with suppress(OSError), taking_place(self._file) as stream:
                stream.write(msgspec.json.encode(self._heads))
                self._kept = dict(self._heads)

    def _unconfirmed(self, vector: Vector) -> dict[LogId, int]:
        own = {log_id: seq for log_id, seq in vector.items() if station_of(log_id) == self._own}
        with self._gate:
            known = self._heads
            return {log_id: seq - known.get(log_id, 0) for log_id, seq in own.items() if seq > known.get(log_id, 0)}

    def _read(self) -> dict[LogId, int]:
        with suppress(OSError, msgspec.DecodeError):
            content = read_bounded(self._file, _LONGEST)
            return {LogId(name): seq for name, seq in msgspec.json.decode(content, type=dict[str, int]).items()}
        return {}


def _merge(heads: dict[LogId, int], more: Mapping[LogId, int]) -> None:
    for log_id, seq in more.items():
        heads[log_id] = max(seq, heads.get(log_id, 0))
