"""How far every log is known somewhere, summed up so that two can be compared in a few bytes."""

import hashlib
import zlib
from collections.abc import Collection, Iterator, Mapping, Sequence

from checkin_app.domain.ids import LogId

#: A season has thousands of logs, and nobody can tell of a log that is not written now whether it ever will be again, for its
#: station may be away: so all are summed up, in so many parts that one that moved costs few others.
PARTS = 256
#: Bytes of SHA-256 that stand for what was summed up.
SUM = 16


def part_of(log_id: LogId) -> int:
    """Return which part of a vector a log stands in, the same everywhere."""
    return zlib.crc32(log_id.encode(errors="surrogatepass")) % PARTS


class _Part:
    """Some logs of a vector, which never change, and their sum."""

    __slots__ = ("_sum", "facts", "heads")

    def __init__(self, heads: Mapping[LogId, int]) -> None:
        self.heads, self.facts = heads, sum(heads.values())
        self._sum = b""

    @property
    def sum(self) -> bytes:
        if not self._sum:
            said = "".join([f"{log_id} {self.heads[log_id]}\n" for log_id in sorted(self.heads)])
            self._sum = hashlib.sha256(said.encode(errors="surrogatepass")).digest()[:SUM]
        return self._sum


_NOTHING = _Part({})


class Vector(Mapping[LogId, int]):
    """The highest contiguous place of every log that is known; a value, of which the next shares all that did not move."""

    __slots__ = ("_count", "_parts", "_root")

    def __init__(self, heads: Mapping[LogId, int] | None = None) -> None:
        self._parts = (_NOTHING,) * PARTS
        self._count = 0
        self._root = b""
        if heads:
            self._become(self._parts, heads)

    def __getitem__(self, log_id: LogId) -> int:
        return self._parts[part_of(log_id)].heads[log_id]

    def __iter__(self) -> Iterator[LogId]:
        for part in self._parts:
            yield from part.heads

    def __len__(self) -> int:
        return self._count

    @property
    def root(self) -> bytes:
        """Return what stands for all of it: two that know the same have the same."""
        if not self._root:
            self._root = hashlib.sha256(b"".join([part.sum for part in self._parts])).digest()[:SUM]
        return self._root

    @property
    def sums(self) -> tuple[bytes, ...]:
        return tuple([part.sum for part in self._parts])

    @property
    def facts(self) -> int:
        """Return how many facts all logs hold together."""
        return sum([part.facts for part in self._parts])

    def differing(self, sums: Sequence[bytes]) -> list[int]:
        """Return the parts in which somebody, whose `sums` these are, knows something else."""
        return [place for place, (part, theirs) in enumerate(zip(self._parts, sums, strict=True)) if part.sum != theirs]

    def of_part(self, part: int) -> Mapping[LogId, int]:
        return self._parts[part].heads

    def of_parts(self, parts: Collection[int]) -> dict[LogId, int]:
        return {log_id: seq for part in parts for log_id, seq in self._parts[part].heads.items()}

    def moved_to(self, heads: Mapping[LogId, int]) -> "Vector":
        """Return what is known when logs are as far as `heads` says; this itself where they are already."""
        if all(self.get(log_id) == seq for log_id, seq in heads.items()):
            return self
        after = Vector()
        after._become(self._parts, heads)
        return after

    def _become(self, parts: tuple[_Part, ...], heads: Mapping[LogId, int]) -> None:
        moved: dict[int, dict[LogId, int]] = {}
        for log_id, seq in heads.items():
            place = part_of(log_id)
            if place not in moved:
                moved[place] = dict(parts[place].heads)
            moved[place][log_id] = seq
        self._parts = tuple([_Part(moved[place]) if place in moved else part for place, part in enumerate(parts)])
        self._count = sum([len(part.heads) for part in self._parts])
