"""What a printer or spooler asks of whoever wants in, and what it is answered (RFC 7235, RFC 7617, RFC 7616)."""

import re
from base64 import b64encode
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from time import monotonic
from urllib.error import URLError
from urllib.request import (
    AbstractDigestAuthHandler,
    HTTPPasswordMgrWithDefaultRealm,
    Request,
    parse_http_list,
)

from checkin_app.domain.details import PrinterStop
from checkin_app.runtime.printer_trust import Login

_BEGINS = re.compile(r"(?P<scheme>[\w!#$%&'*+.^`|~-]+)(?:\s+(?P<rest>[^\s=].*))?", re.ASCII | re.DOTALL)
"""One more challenge, with the first of what it says (RFC 7235, 2.1)."""
_NOT_AGAIN = 60.0
"""Seconds for which a password that was wrong is not tried again."""


class Shut(Exception):  # noqa: N818 - reads as what it says
    """A request was not let in: nothing of it was done."""

    def __init__(self, stop: PrinterStop) -> None:
        super().__init__(stop)
        self.stop = stop


@dataclass(slots=True)
class Door:
    """One place's, and what it asked last; a password goes out by no line that others can read."""

    login: Callable[[], Login | None]
    unread: bool
    """Nobody can read on the way."""
    _asked: str = ""
    _named: Login | None = None
    """Whom we said to be last."""
    _refused: tuple[Login, float] | None = None
    """Who was not let in, and when: accounts are shut by those who try a wrong password again and again."""
    _logins: HTTPPasswordMgrWithDefaultRealm = field(default_factory=HTTPPasswordMgrWithDefaultRealm)
    _digests: AbstractDigestAuthHandler = field(init=False)

    def __post_init__(self) -> None:
        self._digests = AbstractDigestAuthHandler(self._logins)

    @property
    def asks(self) -> bool:
        return bool(self._asked)

    @property
    def may_ask_anew(self) -> bool:
        """Whether what it asked last may be good for one answer alone: then the next request is not let in by it."""
        return any(scheme == "digest" for scheme, _ in _challenges_in(self._asked))

    def hear(self, challenges: Sequence[str]) -> None:
        """Answer what is asked now from the next request on."""
        self._asked = ", ".join(challenges)

    def answer(self, path: str) -> str:
        """Return what goes with a request; empty while nothing was asked; raises Shut as `ask` does."""
        return self.ask([self._asked], path) if self._asked else ""

    def ask(self, challenges: Sequence[str], path: str) -> str:
        """Return the answer to what is asked before a request is let in.

        Raises:
            Shut: nobody said as whom it lets us in, or it asks for what we do not do.
        """
        self.hear(challenges)
        login = self.login()
        if login is None:
            raise Shut(PrinterStop.ASKS_WHO)
        if self._refused and self._refused[0] == login and monotonic() < self._refused[1] + _NOT_AGAIN:
            raise Shut(PrinterStop.WRONG_LOGIN)
        self._named, found = login, _challenges_in(self._asked)
        if digest := self._digest(login, path, [said for scheme, said in found if scheme == "digest"]):
            return f"Digest {digest}"
        if all(scheme != "basic" for scheme, _ in found):
            raise Shut(PrinterStop.ASKS_OTHERWISE)
        if not self.unread:
            raise Shut(PrinterStop.OPEN_LINE)
        return "Basic " + b64encode(f"{login.user}:{login.password}".encode()).decode()

    def refuse(self) -> None:
        """Take it that whoever was named last is not let in."""
        if self._named:
            self._refused = self._named, monotonic()

    def _digest(self, login: Login, path: str, asked: Sequence[Mapping[str, str]]) -> str:
        """Return the first of the digests that are asked for which Python makes; empty where it makes none."""
        request = Request(f"http://printer{path}", method="POST")
        self._logins.add_password(None, request.full_url, login.user, login.password)
        for each in asked:
            # an algorithm that it has not, a letter that is not ASCII
            with suppress(ValueError, URLError):
                if digest := self._digests.get_authorization(request, each):
                    return digest
        return ""


def _challenges_in(said: str) -> Sequence[tuple[str, Mapping[str, str]]]:
    """Return what is asked for: each scheme in small letters, and what is said with it."""
    found: list[tuple[str, dict[str, str]]] = []
    for part in parse_http_list(said):
        begins = _BEGINS.fullmatch(part)
        if begins:
            found.append((begins["scheme"].lower(), {}))
        name, equals, value = ((begins["rest"] or "") if begins else part).partition("=")
        if found and equals:
            plain = value.strip()
            found[-1][1][name.strip().lower()] = plain[1:-1] if plain.startswith('"') else plain
    return found
