"""One connection to a printer or a spooler that speaks IPP: a socket in the file system, or one in the network, open or private.

A printer's certificate is its own, which nobody vouches for: the first one that it shows is kept, and no other is spoken with.
"""

import hashlib
import hmac
import socket
import ssl
from collections.abc import Callable, Mapping
from http.client import HTTPConnection, HTTPException, HTTPResponse
from time import monotonic
from typing import Any, TypeAlias

_LEAST = 0.001
"""Seconds of a time that is over: none at all would mean that nobody waits."""

Trusted: TypeAlias = Callable[[str], bool]
"""Is told the SHA-256 of a certificate, in hexadecimal, and returns whether it is the printer's."""


class NotPrivate(ConnectionError):  # noqa: N818 - reads as what it says
    """Whoever is there speaks no TLS: nothing was sent."""


class OtherCertificate(ConnectionError):  # noqa: N818 - reads as what it says
    """Whoever is there has another certificate than the printer had before: nothing was sent."""


class _InTime:
    """A socket whose time is for all that comes: whoever sends a byte now and then holds up no badge for ever."""

    ends = 0.0

    def recv_into(self: Any, *into: Any) -> int:
        self.ends = self.ends or monotonic() + (self.gettimeout() or 0)
        self.settimeout(max(self.ends - monotonic(), _LEAST))
        taken: int = super().recv_into(*into)  # type: ignore[misc]  # of the socket that it is
        return taken


class _Open(_InTime, socket.socket):
    pass


class _Private(_InTime, ssl.SSLSocket):
    pass


def _context() -> ssl.SSLContext:
    """Return what speaks with any certificate, by TLS as old as printers are."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.sslsocket_class = _Private
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context


class Line(HTTPConnection):
    """Where `address` begins with a slash it is a socket in the file system; with `trusted` it is private."""

    def __init__(self, address: str, port: int, seconds: float, trusted: Trusted | None = None) -> None:
        local = address.startswith("/")
        super().__init__("localhost" if local else address, port, timeout=seconds)
        self._path = address if local else ""
        self._trusted = trusted

    def connect(self) -> None:
        """Get there.

        Raises:
            NotPrivate, OtherCertificate: it is not whom it should be.
            OSError: nobody is there.
        """
        if self._path:
            self.sock = _Open(socket.AF_UNIX)
            self.sock.settimeout(self.timeout)
            self.sock.connect(self._path)
            return
        super().connect()
        if self._trusted:
            self.sock = _shaken(self.sock, self._trusted)
            return
        self.sock = _Open(fileno=self.sock.detach())
        self.sock.settimeout(self.timeout)

    def answered(self, path: str, request: bytes, headers: Mapping[str, str]) -> HTTPResponse:
        """Post a request, and return the answer: also one that came in the middle of it, from whoever read no further.

        A printer may say no to a badge of which it has seen only whom it comes from, and hang up (RFC 9112, 9.5): then not
        all of it goes out, and what it said is there nevertheless.

        Raises:
            OSError, HTTPException: it broke off with no answer.
        """
        try:
            self.request("POST", path, request, headers)
        except TimeoutError:
            raise
        except OSError as broken:
            return self._said_before(broken)
        return self.getresponse()

    def _said_before(self, broken: OSError) -> HTTPResponse:
        try:
            return self.getresponse()
        except (OSError, HTTPException):
            raise broken from None


def _shaken(plain: socket.socket, trusted: Trusted) -> ssl.SSLSocket:
    try:
        private = _context().wrap_socket(plain)
    except ssl.SSLError as error:
        plain.close()
        raise NotPrivate(str(error)) from error
    if not trusted(hashlib.sha256(private.getpeercert(binary_form=True) or b"").hexdigest()):
        private.close()
        raise OtherCertificate("the certificate is another one")
    return private


def alike(one: str, other: str) -> bool:
    """Return whether two digests are the same, in a time that tells nothing of them."""
    return hmac.compare_digest(one.encode(), other.encode())
