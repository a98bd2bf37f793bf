"""A disk that remembers each write SQLite makes, and what of it a power cut between any two leaves.

SQLite's own way to the disk is listened to, in the very library that the product uses (sqlite.org/vfs.html): what is given
to the operating system, and when SQLite has it put through.  Until then a write may survive, or not, or by sectors.
"""

import ctypes
import random
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import sqlcipher3._sqlite3

SECTOR = 512
_Int, _Long, _Pointer, _Text = ctypes.c_int, ctypes.c_int64, ctypes.c_void_p, ctypes.c_char_p
#: A path stays the pointer that it was: SQLite keeps more beside the text (sqlite.org/c3ref/filename_database.html).
_Open = ctypes.CFUNCTYPE(_Int, _Pointer, _Pointer, _Pointer, _Int, _Pointer)
_Delete = ctypes.CFUNCTYPE(_Int, _Pointer, _Text, _Int)
_Write = ctypes.CFUNCTYPE(_Int, _Pointer, _Pointer, _Int, _Long)
_Truncate = ctypes.CFUNCTYPE(_Int, _Pointer, _Long)
_Sync = ctypes.CFUNCTYPE(_Int, _Pointer, _Int)


class _Vfs(ctypes.Structure):
    """``sqlite3_vfs``, as far as it is used here."""

    _fields_ = (
        ("version", _Int), ("file_size", _Int), ("longest", _Int), ("next", _Pointer), ("name", _Text), ("data", _Pointer),
        ("open", _Pointer), ("delete", _Pointer),
    )  # fmt: skip


class _Methods(ctypes.Structure):
    """``sqlite3_io_methods``."""

    _fields_ = (
        ("version", _Int), ("close", _Pointer), ("read", _Pointer), ("write", _Pointer), ("truncate", _Pointer),
        ("sync", _Pointer), ("others", _Pointer * 13),
    )  # fmt: skip


class _File(ctypes.Structure):
    _fields_ = (("methods", ctypes.POINTER(_Methods)),)


@dataclass(frozen=True)
class Event:
    """One thing that was done to a file, or said to somebody."""

    what: str
    """``write``, ``truncate``, ``sync``, ``delete`` or ``said``."""
    name: str
    at: int = 0
    content: bytes = b""
    witness: bytes = b""
    """What the store's witness held when it was said."""


@dataclass
class Disk:
    """What was done to the files of a folder, in order."""

    folder: Path
    before: dict[str, bytes]
    events: list[Event] = field(default_factory=list)

    def said(self, what: str, witness: Path) -> None:
        """Note that somebody was told something, which from then on must last."""
        self.events.append(Event("said", what, witness=witness.read_bytes()))

    def after_cut(self, cut: int, dice: random.Random, lies: int = 0) -> dict[str, bytes]:
        """Return what the files may hold where the power goes before event `cut`.

        Args:
            cut: which.
            dice: decide what survives of what was not put through.
            lies: how many of the last syncs before the cut the disk only said it had done.
        """
        synced = [place for place, each in enumerate(self.events[:cut]) if each.what == "sync"]
        heeded = {*synced[: len(synced) - lies]}
        files = {name: _Cells(bytearray(content)) for name, content in self.before.items()}
        for place, each in enumerate(self.events[:cut]):
            cells = files.setdefault(each.name, _Cells()) if each.what != "said" else _Cells()
            match each.what:
                case "write" | "truncate":
                    cells.waiting.append(each)
                case "delete":
                    files.pop(each.name)
                case "sync" if place in heeded:
                    cells.put_through(cells.waiting)
        mood = dice.choice(["nothing", "all", "some", "first"])
        for cells in files.values():
            cells.put_through([*_surviving(cells.waiting, mood, dice)])
        return {name: bytes(cells.content) for name, cells in files.items()}


@dataclass
class _Cells:
    """A file: what is on the disk, and what waits to be put there."""

    content: bytearray = field(default_factory=bytearray)
    waiting: list[Event] = field(default_factory=list)

    def put_through(self, some: Sequence[Event]) -> None:
        for each in some:
            if each.what == "truncate":
                del self.content[each.at :]
            else:
                self.content.extend(bytes(max(0, each.at - len(self.content))))
                self.content[each.at : each.at + len(each.content)] = each.content
        self.waiting = []


def _surviving(waiting: Sequence[Event], mood: str, dice: random.Random) -> Iterator[Event]:
    """Yield what of some writes is on the disk after all, each sector for itself."""
    first = dice.randint(0, len(waiting))
    for place, each in enumerate(waiting):
        if mood == "all" or (mood == "first" and place < first):
            yield each
        elif mood == "some":
            yield from (part for part in _sectors(each) if dice.random() < 0.5)


def _sectors(event: Event) -> Sequence[Event]:
    if event.what == "truncate":
        return [event]
    content = event.content
    return [
        replace(event, at=event.at + offset, content=content[offset : offset + SECTOR])
        for offset in range(0, len(content), SECTOR)
    ]


@contextmanager
def recorded(folder: Path) -> Iterator[Disk]:
    """Listen to all that SQLite does to the files in `folder` until the block ends; all are opened within, and closed."""
    before = {each.name: each.read_bytes() for each in folder.glob("station.db*") if not each.name.endswith("-shm")}
    disk = Disk(folder, before)
    library = ctypes.CDLL(sqlcipher3._sqlite3.__file__)
    library.sqlite3_vfs_find.restype = ctypes.POINTER(_Vfs)
    vfs = library.sqlite3_vfs_find(None).contents
    listening = _Listening(disk, vfs)
    opening, deleting = vfs.open, vfs.delete
    vfs.open, vfs.delete = listening.address(_Open, listening.open), listening.address(_Delete, listening.delete)
    try:
        yield disk
    finally:
        vfs.open, vfs.delete = opening, deleting


class _Listening:
    """Stands between SQLite and the operating system, and passes everything on."""

    def __init__(self, disk: Disk, vfs: _Vfs) -> None:
        self._disk = disk
        self._open, self._delete = _Open(vfs.open), _Delete(vfs.delete)
        self._names: dict[int, str] = {}
        self._tables: dict[int, _Methods] = {}
        self._kept: list[Any] = []
        """Functions that SQLite calls must not be collected."""

    def address(self, form: Any, function: Callable[..., int]) -> int | None:
        self._kept.append(form(function))
        return ctypes.cast(self._kept[-1], _Pointer).value

    def open(self, vfs: int, path: int | None, file: int, flags: int, told: int | None) -> int:
        code = self._open(vfs, path, file, flags, told)
        named = Path(ctypes.string_at(path).decode()) if path else Path()
        name = named.name
        if code == 0 and named.parent == self._disk.folder and name.startswith("station.db"):
            opened = _File.from_address(file)
            self._names[file] = name
            opened.methods = ctypes.pointer(self._listened(opened.methods))
        return int(code)

    def delete(self, vfs: int, path: bytes, sync: int) -> int:
        code = self._delete(vfs, path, sync)
        if Path(path.decode()).parent == self._disk.folder:
            self._disk.events.append(Event("delete", Path(path.decode()).name))
        return int(code)

    def _listened(self, methods: Any) -> _Methods:
        """Return a table of what can be done to a file in which three things are heard here as well."""
        known = ctypes.addressof(methods.contents)
        if known in self._tables:
            return self._tables[known]
        table = _Methods.from_buffer_copy(methods.contents)
        write, truncate, sync = _Write(table.write), _Truncate(table.truncate), _Sync(table.sync)

        def on_write(file: int, content: int, length: int, offset: int) -> int:
            self._note("write", file, offset, ctypes.string_at(content, length))
            return int(write(file, content, length, offset))

        def on_truncate(file: int, length: int) -> int:
            self._note("truncate", file, length)
            return int(truncate(file, length))

        def on_sync(file: int, flags: int) -> int:
            code = int(sync(file, flags))
            self._note("sync", file)
            return code

        table.write, table.truncate = self.address(_Write, on_write), self.address(_Truncate, on_truncate)
        table.sync = self.address(_Sync, on_sync)
        self._tables[known] = table
        return table

    def _note(self, what: str, file: int, at: int = 0, content: bytes = b"") -> None:
        self._disk.events.append(Event(what, self._names[file], at, content))
