"""What of this laptop's own entries another is known to hold, and what of the others is on a stick: the rest is only here."""

import threading
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import msgspec

from checkin_app.domain.ids import LogId, StationId, station_of
from checkin_app.domain.sync.status import OnlyHere
from checkin_app.domain.sync.vectors import Vector
from checkin_app.runtime import bundled
from checkin_app.runtime.bounded import read_bounded
from checkin_app.runtime.whole_file import taking_place

FILE = "acknowledged.json"
_LONGEST = 8_000_000
#: When a file was written, how long it is, and which it is; nothing where there is none.
_State = tuple[int, int, int] | None


class Acknowledged:
    """How far each log of this laptop is known to be held elsewhere; used by several threads.

    The hub tells it to a laptop, laptops tell it to their hub, and so do the folder or the stick of another laptop: all is
    kept in one file, of which only more is ever true, and what another process or lane writes into it is seen.
    """

    def __init__(self, folder: Path, own: StationId) -> None:
        self._folder, self._file, self._own = folder, folder / FILE, own
        self._gate = threading.Lock()
        self._heads: dict[LogId, int] = {}
        self._kept: dict[LogId, int] = {}
        self._carried: Mapping[LogId, int] = {}
        self._seen: tuple[_State, _State] = None, None
        self._counted: tuple[Vector, OnlyHere] | None = None

    def note(self, heads: Mapping[LogId, int]) -> None:
        """Note how far logs are held by another laptop; those that this one did not write are nothing to it."""
        with self._gate:
            self._counted = None
            _merge(self._heads, {log_id: seq for log_id, seq in heads.items() if station_of(log_id) == self._own})

    def only_here(self, vector: Vector) -> OnlyHere:
        """Return how many entries of its own nobody else is known to hold; never fewer than there are."""
        with self._gate:
            self._look()
            if self._counted is None or self._counted[0] is not vector:
                self._counted = vector, self._count(vector)
            return self._counted[1]

    def unconfirmed(self, vector: Vector, after: LogId, most: int) -> list[LogId]:
        """Return logs of its own of which some is only here: those that follow upon one, then the others."""
        with self._gate:
            self._look()
            left = self._unconfirmed(vector)
        return sorted(left, key=lambda log_id: (log_id <= after, log_id))[:most]

    def keep(self) -> None:
        """Write down what is not to count as only here at the next opening; where that fails, it does."""
        with self._gate:
            self._look()  # another process of this laptop may know more
            if self._heads == self._kept:
                return
            with suppress(OSError), taking_place(self._file) as stream:
                stream.write(msgspec.json.encode(self._heads))
                self._kept = dict(self._heads)

    def _count(self, vector: Vector) -> OnlyHere:
        left = self._unconfirmed(vector)
        on_stick = (min(few, self._carried.get(log_id, 0) - (vector[log_id] - few)) for log_id, few in left.items())
        return OnlyHere(sum(left.values()), sum(max(0, each) for each in on_stick))

    def _unconfirmed(self, vector: Vector) -> dict[LogId, int]:
        known = self._heads
        own = ((log_id, seq) for log_id, seq in vector.items() if station_of(log_id) == self._own)
        return {log_id: seq - known.get(log_id, 0) for log_id, seq in own if seq > known.get(log_id, 0)}

    def _look(self) -> None:
        """Read what was written since it was looked at last."""
        seen = _state(self._file), _state(self._folder / bundled.FILE)
        if seen == self._seen:
            return
        if seen[0] != self._seen[0]:
            self._kept = self._read()  # another process may have written less than was kept before it
            _merge(self._heads, self._kept)
        if seen[1] != self._seen[1]:
            self._carried = bundled.bundled(self._folder)
        self._seen, self._counted = seen, None

    def _read(self) -> dict[LogId, int]:
        with suppress(OSError, msgspec.DecodeError, UnicodeDecodeError):
            content = read_bounded(self._file, _LONGEST)
            return {LogId(name): seq for name, seq in msgspec.json.decode(content, type=dict[str, int]).items()}
        return {}


def _state(file: Path) -> _State:
    with suppress(OSError):
        stat = file.stat()
        return stat.st_mtime_ns, stat.st_size, stat.st_ino
    return None


def _merge(heads: dict[LogId, int], more: Mapping[LogId, int]) -> None:
    for log_id, seq in more.items():
        heads[log_id] = max(seq, heads.get(log_id, 0))
