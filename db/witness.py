"""What this store has acknowledged, written outside it: by this an older state of the store is known for what it is.

One file lies beside the database.  A second lies where a restored, copied or synchronised folder does not take it
back.  Each has a place for every log, written over and over; the file is put through to the disk once for each log,
so that what is written costs microseconds: a process that is killed loses none of it, and a laptop that loses its
power has put the store itself through to the disk.

The files name nobody: a log is there as a keyed digest, with how many facts of it were acknowledged.
"""

import errno
import hashlib
import hmac
import logging
import os
import struct
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import IntFlag
from pathlib import Path

import platformdirs

from checkin_app.domain.chain import Head
from checkin_app.domain.ids import LogId
from checkin_app.runtime.bounded import read_bounded
from checkin_app.runtime.keys import KEYS_DIR
from checkin_app.runtime.logs import Plain

log = logging.getLogger(__name__)

BESIDE = "station.witness"
_APART = "checkin-app-witness"
_MAGIC = b"witness 1"
#: The digest of a log, how many of its facts were acknowledged, the mark.
_FIELDS = struct.Struct("<16sQQ")
_MAC = 32
_SLOT = _FIELDS.size + _MAC
#: Two slots are written in turn: what a power loss tore leaves the one before.
_ROW = 2 * _SLOT
#: Bytes that are read: half a million logs, of which each opening writes one.
_MOST = 64 * 1024 * 1024
#: A file that takes nothing, or has no place for a log.
_GOES_NO_FURTHER = (OSError, KeyError)
#: Windows must go to the place first.
_at_once = getattr(os, "pwrite", None)


class Mark(IntFlag):
    """What is known of a log beside its length."""

    NONE = 0
    OPEN = 1
    """The opening that wrote it has not been closed."""


@dataclass(slots=True)
class _Row:
    place: int
    seq: int = 0
    mark: Mark = Mark.NONE
    turn: int = 0


@dataclass(slots=True)
class _Table:
    """One of the two files."""

    file: Path
    key: bytes
    rows: dict[bytes, _Row] = field(default_factory=dict)
    valid: bool = False
    """Whether the file is there and is this store's."""
    _end: int = 0
    _descriptor: int | None = None

    def read(self) -> None:
        """Take in what the file says; what is not by this store's key says nothing."""
        try:
            content = read_bounded(self.file, _MOST)
        except OSError:
            content = b""
        self.valid = content[:_SLOT] == self.slot(_MAGIC, 0, Mark.NONE)
        for place in range(_ROW, len(content) if self.valid else 0, _ROW):
            for turn in (0, 1):
                self._take(content[place + turn * _SLOT :][:_SLOT], place, turn)

    def _take(self, slot: bytes, place: int, turn: int) -> None:
        if len(slot) < _SLOT or not hmac.compare_digest(self._mac(slot[: _FIELDS.size]), slot[_FIELDS.size :]):
            return
        name, seq, mark = _FIELDS.unpack(slot[: _FIELDS.size])
        row = self.rows.get(name)
        if row is None or seq >= row.seq:
            self.rows[name] = _Row(place, seq, Mark(mark), turn)

    def claim(self, names: Collection[bytes], mark: Mark) -> None:
        """Give each log a place, and put it through to the disk."""
        if self.rows.keys() >= set(names):
            return
        self.begin()
        for name in (each for each in names if each not in self.rows):
            self._write(self._end, 2 * self.slot(name, 0, mark))
            self.rows[name] = _Row(self._end, 0, mark)
            self._end += _ROW
        os.fsync(self._opened())

    def put(self, name: bytes, seq: int, mark: Mark, slot: bytes = b"") -> None:
        """Write how many facts of a log that has its place were acknowledged: a lost log that comes back lacks some.

        Args:
            name: the log.
            seq: how many they are.
            mark: what else is known of it.
            slot: what says just this, where it was made before.
        """
        row = self.rows[name]
        if seq < row.seq or not slot:
            slot = self.slot(name, max(seq, row.seq), mark)
        row.seq, row.mark, row.turn = max(seq, row.seq), mark, 1 - row.turn
        self._write(row.place + row.turn * _SLOT, slot)

    def settle(self, name: bytes, seq: int) -> None:
        """Say no more of a log than this, and that nobody writes it."""
        row = self.rows[name]
        row.seq, row.mark = seq, Mark.NONE
        self._write(row.place, 2 * self.slot(name, seq, Mark.NONE))

    def give_up(self, error: BaseException) -> None:
        """Write no more for now."""
        log.info("a witness was not written: %s", Plain(type(error).__name__))
        self.close()

    def close(self) -> None:
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None

    def begin(self) -> None:
        """Open the file, made anew where it is not this store's; its end is where nobody has a place yet."""
        descriptor = self._opened()
        if not self.valid:
            self.read()  # another process may have made it since
        if not self.valid:
            os.ftruncate(descriptor, 0)
            self._write(0, self.slot(_MAGIC, 0, Mark.NONE).ljust(_ROW, b"\0"))
            self.valid = True
        self._end = max(_ROW, -(-os.fstat(descriptor).st_size // _ROW) * _ROW)

    def _opened(self) -> int:
        if self._descriptor is None:
            self.file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._descriptor = os.open(self.file, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)
        return self._descriptor

    def _write(self, place: int, content: bytes) -> None:
        descriptor = self._opened() if self._descriptor is None else self._descriptor
        if _at_once:
            written = _at_once(descriptor, content, place)
        else:
            os.lseek(descriptor, place, os.SEEK_SET)
            written = os.write(descriptor, content)
        if written != len(content):
            raise OSError(errno.ENOSPC, "the disk is full")

    def slot(self, name: bytes, seq: int, mark: Mark) -> bytes:
        """Return what is written of a log; the same in every file of this key."""
        fields = _FIELDS.pack(name, seq, mark)
        return fields + self._mac(fields)

    def _mac(self, fields: bytes) -> bytes:
        return hashlib.blake2b(fields, key=self.key, digest_size=_MAC).digest()


@dataclass(slots=True)
class Witness:
    """Both files together: where one is lost or taken back, the other knows."""

    _key: bytes
    _tables: tuple[_Table, ...]
    _names: dict[LogId, bytes] = field(default_factory=dict)
    _written: set[bytes] = field(default_factory=set)
    """Logs of this opening."""

    @classmethod
    def of(cls, folder: Path, store_id: str, database_key: bytes) -> "Witness":
        """Return the witness of the store in `folder`, with all that its files say."""
        key = hashlib.blake2b(b"witness", key=database_key, digest_size=32).digest()
        tables = tuple(_Table(file, key) for file in (folder / BESIDE, apart() / f"{store_id}.witness"))
        for table in tables:
            table.read()
        return cls(key, tables)

    @property
    def speaks(self) -> bool:
        """Whether anything is known of what was acknowledged before this opening."""
        return any(table.valid for table in self._tables)

    @property
    def was_left_open(self) -> bool:
        """Whether an opening that recorded something was not closed, or goes on in another process."""
        return any(row.mark & Mark.OPEN for table in self._tables for row in table.rows.values())

    def lacking(self, heads: Mapping[LogId, Head]) -> dict[bytes, int]:
        """Return which logs are shorter in the store than was acknowledged, each with its acknowledged length."""
        held = {self._name(log_id): head.seq for log_id, head in heads.items()}
        said: dict[bytes, int] = {}
        for table in self._tables:
            for name, row in table.rows.items():
                said[name] = max(said.get(name, 0), row.seq)
        return {name: seq for name, seq in said.items() if seq > held.get(name, 0)}

    def missing(self, lost: Mapping[bytes, int], heads: Mapping[LogId, Head]) -> int:
        """Return how many facts of the logs in `lost` the store still lacks."""
        held = {self._name(log_id): head.seq for log_id, head in heads.items()}
        return sum(max(0, seq - held.get(name, 0)) for name, seq in lost.items())

    def is_behind(self, heads: Mapping[LogId, Head]) -> bool:
        """Return whether a file lacks what the store holds or the other file says."""
        return any(not table.valid or any(self._lines(table, heads)) for table in self._tables)

    def catch_up(self, heads: Mapping[LogId, Head]) -> None:
        """Write into both files what the store holds and what either says; in a transaction, like `claim`."""
        for table in self._tables:
            with _AsFarAsItGoes(table):
                table.begin()
                lines = dict(self._lines(table, heads))
                table.claim(lines, Mark.NONE)
                for name, seq in lines.items():
                    table.put(name, seq, table.rows[name].mark)

    def claim(self, heads: Iterable[Head]) -> None:
        """Give every log its place before the commit: while others may not write, no two take one place."""
        names = {self._name(head.log_id) for head in heads}
        for table in self._tables:
            if table.rows.keys() >= names:
                continue
            with _AsFarAsItGoes(table):
                table.claim(names, Mark.OPEN)

    def acknowledge(self, heads: Iterable[Head]) -> None:
        """Write how far each log is now: after the commit, before anybody hears of it."""
        for head in heads:
            name = self._name(head.log_id)
            self._written.add(name)
            slot = self._tables[0].slot(name, head.seq, Mark.OPEN)
            for table in self._tables:
                try:  # written out: each scan comes by here
                    table.put(name, head.seq, Mark.OPEN, slot)
                except _GOES_NO_FURTHER as error:
                    table.give_up(error)

    def accept(self, lost: Mapping[bytes, int], heads: Mapping[LogId, Head]) -> None:
        """Say from now on that no more was acknowledged of the logs in `lost` than the store holds."""
        held = {self._name(log_id): head.seq for log_id, head in heads.items()}
        for table in self._tables:
            with _AsFarAsItGoes(table):
                for name in lost.keys() & table.rows.keys():
                    table.settle(name, held.get(name, 0))

    def close(self, *, last: bool) -> None:
        """Note that this opening was closed, and where nobody else has the store open, that all are."""
        for table in self._tables:
            with _AsFarAsItGoes(table):
                if last:
                    table.read()  # others may have written since
                for name, row in table.rows.items():
                    if row.mark & Mark.OPEN and (last or name in self._written):
                        table.settle(name, row.seq)
            table.close()

    def _lines(self, table: _Table, heads: Mapping[LogId, Head]) -> Iterator[tuple[bytes, int]]:
        """Yield what `table` should say and does not."""
        should = {self._name(log_id): head.seq for log_id, head in heads.items()}
        for other in self._tables:
            for name, row in other.rows.items():
                should[name] = max(should.get(name, 0), row.seq)
        for name, seq in should.items():
            row_here = table.rows.get(name)
            if row_here is None or row_here.seq < seq:
                yield name, seq

    def _name(self, log_id: LogId) -> bytes:
        """Return a log's keyed digest: logs of other stations are named by whatever wrote them."""
        if log_id not in self._names:
            self._names[log_id] = hashlib.blake2b(log_id.encode(), key=self._key, digest_size=16).digest()
        return self._names[log_id]


@dataclass(frozen=True, slots=True)
class _AsFarAsItGoes:
    """Goes on where a file takes nothing, or has no place for a log: no scan waits for a witness."""

    _table: _Table

    def __enter__(self) -> None:
        return None

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> bool:
        if not isinstance(error, _GOES_NO_FURTHER):
            return False
        self._table.give_up(error)
        return True


def apart() -> Path:
    """Return the folder of this user that keeps witnesses: beside the keys, where those are in files."""
    named = os.environ.get(KEYS_DIR)
    return Path(named) if named else Path(platformdirs.user_state_dir(_APART, appauthor=False))
