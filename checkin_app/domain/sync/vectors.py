"""How far every log is known somewhere, summed up so that two can be compared in a few bytes."""

import hashlib
import zlib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from checkin_app.domain.ids import LogId

#: A season has thousands of logs, and nobody can tell of a log that is not written now whether it ever will be again, for its
#: station may be away: so all are summed up, in so many parts that one that moved costs few others.
PARTS = 256
#: Bytes of SHA-256 that stand for what was summed up.
SUM = 16
#: Bytes of a fact's hash that stand for it.
MARK = 16


def part_of(log_id: LogId) -> int:
    """Return which part of a vector a log stands in, the same everywhere."""
    return zlib.crc32(log_id.encode(errors="surrogatepass")) % PARTS


class _Part:
    """Some logs of a vector, which never change, and their sums."""

    __slots__ = ("_content", "_sum", "facts", "heads", "marks")

    def __init__(self, heads: Mapping[LogId, int], marks: Mapping[LogId, bytes]) -> None:
        self.heads, self.marks, self.facts = heads, marks, sum(heads.values())
        self._sum = self._content = b""

    @property
    def sum(self) -> bytes:
        if not self._sum:
            self._sum = _summed(f"{log_id} {self.heads[log_id]}\n" for log_id in sorted(self.heads))
        return self._sum

    @property
    def content(self) -> bytes:
        if not self._content:
            marks = self.marks
            self._content = _summed(
                f"{log_id} {self.heads[log_id]} {marks.get(log_id, b'').hex()}\n" for log_id in sorted(self.heads)
            )
        return self._content


def _summed(lines: Iterable[str]) -> bytes:
    return hashlib.sha256("".join([*lines]).encode(errors="surrogatepass")).digest()[:SUM]


_NOTHING = _Part({}, {})


def mark_of(head_hash: bytes) -> bytes:
    """Return what stands for the last fact of a log, and by that for all before it."""
    return head_hash[:MARK]


class Vector(Mapping[LogId, int]):
    """The highest contiguous place of every log that is known; a value, of which the next shares all that did not move.

    It is summed up twice: by how far the logs are known, and by which facts stand last in them, since a log that was written
    twice, such as by two running copies of a folder, may be as long in both places.
    """

    __slots__ = ("_content", "_count", "_parts", "_root")

    def __init__(
        self, heads: Mapping[LogId, int] | None = None, marks: Mapping[LogId, bytes] = MappingProxyType({})
    ) -> None:
        self._parts = (_NOTHING,) * PARTS
        self._count = 0
        self._root = self._content = b""
        if heads:
            self._become(self._parts, heads, marks)

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
    def content(self) -> bytes:
        """Return what stands for all of it with the facts that stand last: two that hold the same have the same."""
        if not self._content:
            self._content = hashlib.sha256(b"".join(self.contents)).digest()[:SUM]
        return self._content

    @property
    def contents(self) -> tuple[bytes, ...]:
        return tuple([part.content for part in self._parts])

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

    def apart(self, contents: Sequence[bytes]) -> list[int]:
        """Return the parts in which somebody, whose `contents` these are, knows or holds something else."""
        pairs = enumerate(zip(self._parts, contents, strict=True))
        return [place for place, (part, theirs) in pairs if part.content != theirs]

    def marks_of(self, parts: Collection[int]) -> dict[LogId, bytes]:
        return {log_id: mark for part in parts for log_id, mark in self._parts[part].marks.items()}

    def of_part(self, part: int) -> Mapping[LogId, int]:
        return self._parts[part].heads

    def of_parts(self, parts: Collection[int]) -> dict[LogId, int]:
        return {log_id: seq for part in parts for log_id, seq in self._parts[part].heads.items()}

    def moved_to(self, heads: Mapping[LogId, int], marks: Mapping[LogId, bytes] = MappingProxyType({})) -> "Vector":
        """Return what is known when logs are as far as `heads` says; this itself where they are already."""
        if all(self.get(each) == seq for each, seq in heads.items()) and all(
            self.mark(each) == mark for each, mark in marks.items()
        ):
            return self
        after = Vector()
        after._become(self._parts, heads, marks)
        return after

    def mark(self, log_id: LogId) -> bytes:
        """Return what stands for the last fact of a log; empty where that is not known."""
        return self._parts[part_of(log_id)].marks.get(log_id, b"")

    def _become(self, parts: tuple[_Part, ...], heads: Mapping[LogId, int], marks: Mapping[LogId, bytes]) -> None:
        moved: dict[int, tuple[dict[LogId, int], dict[LogId, bytes]]] = {}
        for log_id, seq in heads.items():
            place = part_of(log_id)
            if place not in moved:
                moved[place] = dict(parts[place].heads), dict(parts[place].marks)
            moved[place][0][log_id] = seq
            moved[place][1][log_id] = marks.get(log_id, b"")
        self._parts = tuple([_Part(*moved[place]) if place in moved else part for place, part in enumerate(parts)])
        self._count = sum([len(part.heads) for part in self._parts])
