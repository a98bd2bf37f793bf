"""The text of a settings file, mended where a person's slip would cost all of it.

A TOML file with one wrong line is no TOML at all.  Here such a line is turned into a comment, and the others hold.
"""

import re
import tomllib
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

import tomlkit
import tomlkit.exceptions
from tomlkit.items import AbstractTable
from tomlkit.toml_document import TOMLDocument

_BOMS = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be", b"\xef\xbb\xbf": "utf-8"}
#: Lines that a value may take; what goes on for longer was never ended.
_LONGEST_VALUE = 40
_NEVER_IN_A_COMMENT = re.compile("[\\x00-\\x08\\x0a-\\x1f\\x7f]")
#: Bytes of a settings file; a hall's longest is a twentieth of it, and more would take long to mend.
LONGEST_FILE = 64_000
#: Characters read in all while mending: a file made to be slow stops here.
_MOST_READ = 2_000_000


@dataclass(frozen=True, slots=True)
class Mended:
    """A document, and the numbers of the lines that had to be left out of it, from 1."""

    document: TOMLDocument
    left_out: tuple[int, ...] = ()


def decoded(content: bytes) -> str:
    """Return a file's text; bytes that are no UTF-8 spoil only the entry that they stand in."""
    for mark, encoding in _BOMS.items():
        if content.startswith(mark):
            return content.removeprefix(mark).decode(encoding, "surrogateescape" if encoding == "utf-8" else "replace")
    return content.decode("utf-8", "surrogateescape")


def encoded(text: str) -> bytes:
    """Return what `decoded` reads as `text`."""
    return text.encode("utf-8", "surrogateescape")


def mended(text: str, known: Container[str]) -> Mended:
    """Return the document that `text` is, or would be without the lines that stand in its way.

    Where an entry stands twice the later one holds: it is the one that somebody added.  `known` are the entries
    that a file has outside of its tables.
    """
    document = _parsed(text)
    if document is not None:
        return Mended(document)
    mending = _Mending(known)
    for number, statement in _statements(text, mending):
        mending.take(number, statement)
    document = _parsed(mending.text)
    if document is None:  # the library disagrees with the standard's: nothing of this file is understood
        return Mended(tomlkit.document(), (1,))
    return Mended(document, tuple(sorted(mending.left_out)))


def lifted(document: TOMLDocument, known: Container[str]) -> None:
    """Move entries written below a printer, where they would belong to it, up to where the file has its own.

    An entry added at the end of the file is meant for the file, not for the printer that stands last there.
    """
    printers = document.get("printers")
    for table in printers if isinstance(printers, list) else ():
        for name in [str(key) for key in table if str(key) in known] if isinstance(table, AbstractTable) else ():
            document[name] = table.pop(name)


@dataclass(slots=True)
class _Mending:
    """What was taken so far, statement by statement."""

    known: Container[str]
    taken: list[tuple[int, str, str, str]] = field(default_factory=list)
    """Line, header above it, key, text."""
    left_out: list[int] = field(default_factory=list)
    header: str = ""
    lost: bool = False
    """Below a header that could not be taken: what follows would go to another table."""
    budget: int = _MOST_READ

    @property
    def text(self) -> str:
        return "".join(text for *_, text in self.taken)

    def take(self, number: int, statement: str) -> None:
        head = statement.lstrip()
        if head.startswith("["):
            self.lost = not self._takes_header(number, statement)
            return
        key = _key(statement)
        foreign = self.lost and key not in self.known and bool(key)
        if foreign or not self._takes(number, key, statement):
            self._leave_out(number, statement)

    def _takes_header(self, number: int, statement: str) -> bool:
        name = statement.strip().strip("[]").strip()
        former = self.header
        self.header = f"{number} {name}"
        if self._takes(number, "", statement) or self._takes_in_place_of_none(number, name, statement):
            return True
        self.header = former
        self._leave_out(number, statement)
        return False

    def _takes_in_place_of_none(self, number: int, name: str, statement: str) -> bool:
        """Take tables for an entry that says so far that there are none, such as ``printers = []``."""
        empty = [place for place, (_, header, key, _) in enumerate(self.taken) if not header and key == name]
        if not empty or _read(self.taken[empty[0]][3]) != {name: []}:
            return False
        self.taken.pop(empty[0])
        return self._takes(number, "", statement)

    def _takes(self, number: int, key: str, statement: str) -> bool:
        if self.budget > 0 and self.reads(self.text + statement):
            self.taken.append((number, self.header, key, statement))
            return True
        same = [
            place for place, (_, header, other, _) in enumerate(self.taken) if (header, other) == (self.header, key)
        ]
        if not key or not same or not self.reads(statement):
            return False
        earlier, header, _, text = self.taken[same[0]]
        self.taken[same[0]] = (earlier, header, "", _commented(text))
        self.left_out.append(earlier)
        return self._takes(number, key, statement)

    def _leave_out(self, number: int, statement: str) -> None:
        self.left_out.append(number)
        self.taken.append((number, self.header, "", _commented(statement)))

    def reads(self, text: str) -> bool:
        self.budget -= len(text)
        return self.budget > 0 and _read(text) is not None


def _statements(text: str, mending: _Mending) -> Iterator[tuple[int, str]]:
    """Yield each statement's first line and text: as many lines as it takes to read it, else one alone."""
    lines = [f"{line}\n" for line in text.replace("\r\n", "\n").split("\n")]
    at = 0
    while at < len(lines):
        length = next((size for size in _sizes(lines[at:]) if mending.reads("".join(lines[at : at + size]))), 1)
        yield at + 1, "".join(lines[at : at + length])
        at += length


def _sizes(lines: Sequence[str]) -> range:
    """Return how many lines a statement may take; a header and an entry without opening marks take one."""
    opens = any(mark in lines[0] for mark in ('"""', "'''", "[", "{")) and not lines[0].lstrip().startswith("[")
    return range(1, min(len(lines), _LONGEST_VALUE if opens else 1) + 1)


def _commented(statement: str) -> str:
    lines = statement.removesuffix("\n").split("\n")
    shown = (_NEVER_IN_A_COMMENT.sub("\N{REPLACEMENT CHARACTER}", line) for line in lines)
    return "".join(f"# {line}\n" for line in shown)


def _key(statement: str) -> str:
    return next(islice(_read(statement) or {}, 1), "")


def _read(text: str) -> dict[str, object] | None:
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError):
        return None


def _parsed(text: str) -> TOMLDocument | None:
    try:
        document = tomlkit.parse(text)
        document.unwrap()
    except (ValueError, RecursionError, tomlkit.exceptions.TOMLKitError):
        return None
    return document
