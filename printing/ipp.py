"""Requests to printers and spoolers in the Internet Printing Protocol, and their answers.

Encoding: RFC 8010; operations, states and status codes: RFC 8011.  Ours, since pyipp drops an attribute that it does not
know without a word, and brings a second stack of HTTP with twelve packages for six kinds of request (decision 0174).
"""

import getpass
import os
import struct
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from enum import IntEnum
from http.client import HTTPException, HTTPResponse
from pathlib import Path
from typing import TypeAlias

from checkin_app.domain.details import PrinterStop
from printing.ipp_door import Door, Shut
from printing.ipp_line import Line, NotPrivate, OtherCertificate, Trusted

_VERSION = (2, 0)
_REQUEST = 1
_MOST = 1 << 24
"""Bytes of an answer that are read; a whole spooler's jobs are a fraction of it."""
_ERRORS = 0x0400
"""Status codes from here on say that nothing was done."""
FORBIDDEN, NOT_AUTHORIZED = 0x0401, 0x0403
NOT_FOUND, NO_SUCH_VALUE, NOT_ACCEPTING, BUSY = 0x0406, 0x040B, 0x0506, 0x0507
_OK, _WHO = 200, 401
#: What the status of an answer by HTTP says that keeps a request out.
_SHUT: Mapping[int, PrinterStop] = {
    _WHO: PrinterStop.WRONG_LOGIN,
    403: PrinterStop.NOT_LET,
    413: PrinterStop.QUEUE_FULL,  # CUPS: also where its disk takes no more
    426: PrinterStop.NEEDS_TLS,
}


class Operation(IntEnum):
    PRINT_JOB = 0x0002
    VALIDATE_JOB = 0x0004
    CANCEL_JOB = 0x0008
    GET_JOB_ATTRIBUTES = 0x0009
    GET_JOBS = 0x000A
    GET_PRINTER_ATTRIBUTES = 0x000B
    CUPS_GET_PRINTERS = 0x4002


class Group(IntEnum):
    OPERATION = 0x01
    JOBS = 0x02
    END = 0x03
    PRINTERS = 0x04


class Tag(IntEnum):
    INTEGER = 0x21
    BOOLEAN = 0x22
    ENUM = 0x23
    TEXT = 0x41
    NAME = 0x42
    KEYWORD = 0x44
    URI = 0x45
    CHARSET = 0x47
    LANGUAGE = 0x48
    MIME = 0x49


_NUMBERS = frozenset({Tag.INTEGER, Tag.ENUM})
Value: TypeAlias = int | bool | str | None
"""None is one that has none, such as the time at which a job was printed that was not."""
Attributes: TypeAlias = Mapping[str, Sequence[Value]]
Wanted: TypeAlias = tuple[Tag, str, Sequence[int | str]]
"""An attribute of a request: its kind, its name, its values."""

#: What every request begins with.
OPENING: Sequence[Wanted] = (
    (Tag.CHARSET, "attributes-charset", ["utf-8"]),
    (Tag.LANGUAGE, "attributes-natural-language", ["en"]),
)


class IppUnreadable(Exception):  # noqa: N818 - reads as what it says
    """An answer that is none."""


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    groups: tuple[tuple[int, Attributes], ...]

    @property
    def done(self) -> bool:
        return self.status < _ERRORS

    def of(self, group: Group) -> list[Attributes]:
        """Return the groups of one kind: each job, each printer."""
        return [attributes for kind, attributes in self.groups if kind == group]


def who_asks() -> str:
    """Return the user's name; the one of those who have none, as in a container or where a directory does not answer."""
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return "anonymous"


def encoded(operation: Operation, groups: Iterable[tuple[Group, Sequence[Wanted]]], document: bytes = b"") -> bytes:
    """Return a request as it goes out."""
    parts = [struct.pack(">BBHI", *_VERSION, operation, _REQUEST)]
    for group, attributes in groups:
        parts.append(bytes([group]))
        parts += [_attribute(*each) for each in attributes]
    return b"".join([*parts, bytes([Group.END]), document])


def _attribute(tag: Tag, name: str, values: Sequence[int | str]) -> bytes:
    parts = []
    for place, value in enumerate(values):
        called = name.encode() if place == 0 else b""
        said = struct.pack(">i", value) if tag in _NUMBERS else str(value).encode()
        parts.append(struct.pack(">BH", tag, len(called)) + called + struct.pack(">H", len(said)) + said)
    return b"".join(parts)


def decoded(content: bytes) -> Answer:
    """Return what an answer says; attributes within attributes are passed over.

    Raises:
        IppUnreadable: it is cut short, or no IPP at all.
    """
    try:
        return _decoded(content)
    except (struct.error, IndexError) as error:
        raise IppUnreadable from error


def _decoded(content: bytes) -> Answer:
    (status,) = struct.unpack_from(">H", content, 2)
    groups: list[tuple[int, dict[str, list[Value]]]] = []
    at, name = 8, ""
    while content[at] != Group.END:
        tag = content[at]
        if tag < 0x10:
            groups.append((tag, {}))
            at += 1
            continue
        called, at = _counted(content, at + 1)
        said, at = _counted(content, at)
        name = called.decode(errors="replace") or name
        if not groups:
            raise IppUnreadable
        groups[-1][1].setdefault(name, []).append(_value(tag, said))
    return Answer(status, tuple(groups))


def _counted(content: bytes, at: int) -> tuple[bytes, int]:
    (length,) = struct.unpack_from(">H", content, at)
    end = at + 2 + length
    if end >= len(content):  # at the least the end of all attributes follows
        raise IppUnreadable
    return content[at + 2 : end], end


def _value(tag: int, said: bytes) -> Value:
    if tag in _NUMBERS:
        return int(struct.unpack(">i", said)[0])
    if tag == Tag.BOOLEAN:
        return said != b"\x00"
    return said.decode(errors="replace") if tag >= 0x30 else None


@dataclass(frozen=True, slots=True)
class Spooler:
    """Where requests go: a socket in the file system, or a host and a port."""

    address: str
    port: int = 631
    trusted: Trusted | None = field(default=None, compare=False)
    """Says whether a certificate is its own; None where it is not spoken with by TLS."""
    door: Door | None = field(default=None, compare=False)
    """None where nobody is let in who is asked for a name."""

    def known_by(self, door: Door) -> "Spooler":
        """Return the same, that lets in whoever answers at a door."""
        return replace(self, door=door)

    @property
    def scheme(self) -> str:
        return "ipps" if self.trusted else "ipp"

    @property
    def is_local(self) -> bool:
        return self.address.startswith("/")

    @property
    def host(self) -> str:
        """Return what it is called in an address."""
        if self.is_local:
            return "localhost"
        return f"[{self.address}]" if ":" in self.address else self.address

    def ask(self, path: str, request: bytes, seconds: float) -> Answer:
        """Send a request and return its answer; again, where it is asked as whom.

        Args:
            path: what is asked.
            request: as `encoded` returns it.
            seconds: for each of three: to get there, to send all of it, and until all of the answer is there.

        Raises:
            ConnectionError: nobody is there, or, as NotPrivate and OtherCertificate say, not whom it should be: nothing was sent.
            Shut: it was not let in, and nothing of it was done.
            OSError: it broke off, which may be after all of it was taken.
            IppUnreadable: what came back is no answer.
        """
        known = self.door.answer(path) if self.door else ""
        answer, content = self._asked(path, request, seconds, known)
        if answer.status == _WHO and self.door:
            again = self.door.ask(answer.headers.get_all("WWW-Authenticate", []), path)
            if again != known:
                answer, content = self._asked(path, request, seconds, again)
            if answer.status == _WHO:
                self.door.refuse()
        if stop := _SHUT.get(answer.status):
            raise Shut(stop)
        if answer.status != _OK:
            raise IppUnreadable
        return decoded(content)

    def knock(self, path: str, request: bytes, seconds: float) -> None:
        """Send a request that asks for nothing as nobody, to hear what whoever wants in is asked now; raises as `ask` does."""
        answer, _ = self._asked(path, request, seconds, "")
        if answer.status == _WHO and self.door:
            self.door.hear(answer.headers.get_all("WWW-Authenticate", []))

    def _asked(self, path: str, request: bytes, seconds: float, known: str) -> tuple[HTTPResponse, bytes]:
        with closing(Line(self.address, self.port, seconds, self.trusted)) as line:
            try:
                line.connect()
            except (NotPrivate, OtherCertificate):
                raise
            except OSError as error:
                raise ConnectionError(str(error)) from error
            try:
                answer = line.answered(path, request, self._headers(known))
                return answer, answer.read(_MOST)
            except (ConnectionError, HTTPException) as error:
                raise OSError(str(error)) from error

    def _headers(self, known: str = "") -> dict[str, str]:
        said = {"Content-Type": "application/ipp", "Host": self.host}
        if known:
            said["Authorization"] = known
        elif self.is_local:  # the system itself says who is at the other end; CUPS asks for it before it cancels a job
            said["Authorization"] = f"PeerCred {who_asks()}"
        return said


#: Where CUPS listens on Linux and on macOS.
_SOCKETS = ("/run/cups/cups.sock", "/var/run/cups/cups.sock", "/private/var/run/cupsd")


def spooler_here() -> Spooler:
    """Return this computer's spooler, or the one that the variable of CUPS names."""
    if named := os.environ.get("CUPS_SERVER", ""):
        return _named(named)
    there = next((each for each in _SOCKETS if Path(each).is_socket()), "")
    return Spooler(there or "localhost")


def _named(server: str) -> Spooler:
    """Return the spooler that a text names as CUPS reads it: a socket, or a host, an IPv6 one in brackets with its port."""
    if server.startswith("/"):
        return Spooler(server)
    server = server.partition("/")[0]  # “/version=1.1” may follow
    host, colon, port = server.rpartition(":")
    if not colon or (":" in host and not host.endswith("]")):
        host, port = server, ""
    there = host.removeprefix("[").removesuffix("]")
    return Spooler(there, int(port)) if port.isascii() and port.isdecimal() else Spooler(there)
