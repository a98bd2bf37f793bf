"""Stands before a printer that speaks IPP and lets in whoever proves who they are: a stand-in for printers with a password."""

import hashlib
import re
import secrets
from base64 import b64decode
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from ssl import SSLContext
from threading import Thread
from typing import ClassVar

from checkin_app.sync.certificate import certificate_in, serving_context

USER, PASSWORD = "anna", "纸 & päper: 1"
#: For digests, which Python makes of ASCII.
PLAIN = "paper & 1"
_FIELD = re.compile(r'(\w+)=(?:"([^"]*)"|([^\s,]+))')


@dataclass
class Doorkeeper:
    """`asks` are the challenges that are sent, in which {nonce} is one that is never given twice."""

    asks: tuple[str, ...]
    behind: int
    """The port of the printer."""
    password: str = PASSWORD
    impatient: bool = False
    """Hangs up on whoever is not let in, and reads no document before."""
    nonces: set[str] = field(default_factory=set)
    met: list[tuple[int, str]] = field(default_factory=list)
    """Of each request, its operation and what it said who it is."""
    port: int = 0

    def challenges(self) -> list[str]:
        nonce = secrets.token_hex(8)
        self.nonces.add(nonce)
        return [each.replace("{nonce}", nonce) for each in self.asks]

    def lets_in(self, said: str, path: str) -> bool:
        scheme, _, rest = said.partition(" ")
        if scheme == "Basic":
            return b64decode(rest).decode() == f"{USER}:{self.password}"
        if scheme != "Digest":
            return False
        told = {name: quoted or bare for name, quoted, bare in _FIELD.findall(rest)}
        if told["nonce"] not in self.nonces:
            return False
        self.nonces.remove(told["nonce"])
        who = _md5(f"{USER}:{told['realm']}:{self.password}")
        what = _md5(f"POST:{path}")
        wanted = _md5(":".join((who, told["nonce"], told["nc"], told["cnonce"], told["qop"], what)))
        return (told["username"], told["uri"], told["response"]) == (USER, path, wanted)


def _md5(text: str) -> str:
    return hashlib.md5(text.encode(), usedforsecurity=False).hexdigest()


class _Handler(BaseHTTPRequestHandler):
    keeper: ClassVar[Doorkeeper]
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    """Or the system would hold a no back until it hears of what went before, and forget it when it hangs up."""

    def do_POST(self) -> None:
        said = self.headers.get("Authorization", "")
        known = self.keeper.lets_in(said, self.path)
        length = int(self.headers["Content-Length"])
        content = self.rfile.read(min(length, 4) if self.keeper.impatient and not known else length)
        self.keeper.met.append((int.from_bytes(content[2:4], "big"), said))
        self.close_connection = True
        if not known:
            self.send_response(401)
            for each in self.keeper.challenges():
                self.send_header("WWW-Authenticate", each)
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        behind = HTTPConnection("localhost", self.keeper.behind, timeout=30)
        behind.request("POST", self.path, content, {"Content-Type": "application/ipp"})
        answer = behind.getresponse()
        body = answer.read()
        behind.close()
        self.send_response(answer.status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_said: object) -> None:
        """Say nothing."""


class _Server(ThreadingHTTPServer):
    daemon_threads = False
    context: SSLContext | None = None

    def finish_request(self, request, client_address):  # type: ignore[no-untyped-def]  # as its base has it
        if self.context is None:
            super().finish_request(request, client_address)
            return
        with self.context.wrap_socket(request, server_side=True) as private:
            super().finish_request(private, client_address)

    def handle_error(self, *_said: object) -> None:
        """Whoever hangs up in the middle is no news."""


@contextmanager
def standing(keeper: Doorkeeper, folder: Path, *, private: bool) -> Iterator[Doorkeeper]:
    """Let a keeper stand at a port of this computer."""
    handler = type("_Bound", (_Handler,), {"keeper": keeper})
    server = _Server(("127.0.0.1", 0), handler)
    if private:
        server.context = serving_context(certificate_in(folder / "door", b"secret"))
    keeper.port = server.server_address[1]
    serving = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    serving.start()
    try:
        yield keeper
    finally:
        server.shutdown()
        serving.join(30)
        server.server_close()
