"""The invitations that a hub has open: each lets one laptop ask, for ten minutes.

They lie in the hub's folder, so that another process can make one while the hub runs; there are no codes in the file, only
their digests.
"""

import contextlib
import hashlib
import secrets
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import filelock
import msgspec

from checkin_app.domain.comparing import NONCE_BYTES, commitment, said, words_of
from checkin_app.domain.ids import Instant
from checkin_app.domain.invitations import CODE_BYTES, HOLDS_MINUTES, SHORT_LETTERS, short_of
from checkin_app.domain.problems import StoreNotWritable
from checkin_app.domain.problems_hub import InvitationSpent, WordsDiffer
from checkin_app.runtime.bounded import read_bounded
from checkin_app.runtime.whole_file import taking_place

FILE = "invitations.json"
_LONGEST = 1_000_000
#: Short codes are typed and mistyped; 50 bits stand against so many tries.
_TRIES = 5
_MOST = 200
T = TypeVar("T")


class _Open(msgspec.Struct):
    code: str
    """SHA-256 of the code of the QR."""
    short: str
    until: int
    key: str = ""
    """Of the laptop that used it."""
    tries: int = 0
    commitment: str = ""
    answer: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Opened:
    """What is shown of a new invitation."""

    code: bytes
    short: str


class Doors:
    """Open invitations of the hub in a folder."""

    def __init__(self, folder: Path, clock: Callable[[], Instant]) -> None:
        self._file, self._clock = folder / FILE, clock

    def open(self) -> Opened:
        """Make an invitation.

        Raises:
            StoreNotWritable: the folder does not take it.
        """
        code, short = secrets.token_bytes(CODE_BYTES), short_of(secrets.token_bytes(SHORT_LETTERS))
        until = self._clock() + HOLDS_MINUTES * 60_000
        with self._changing() as some:
            some.append(_Open(_digest(code.hex()), _digest(short), until))
        return Opened(code, short)

    def holds(self, code: bytes) -> bool:
        """Return whether a code is good, and leave it so."""
        name = _digest(code.hex())
        return any(each.code == name and not each.key for each in self._standing(self._read()))

    def use(self, code: bytes, public_key: bytes) -> str:
        """Take a code for one laptop; the same one may come again.

        Returns:
            The words that people compare, where it came by a short code.

        Raises:
            InvitationSpent: there is none, or another laptop has used it.
        """
        name, key = _digest(code.hex()), public_key.hex()
        with self._changing() as some:
            for each in some:
                if each.code == name and each.key in {"", key}:
                    each.key = key
                    return each.words
        raise InvitationSpent

    def pair(self, short: str, bound: bytes) -> bytes:
        """Answer a laptop that has typed a short code and bound itself, with this hub's number.

        Raises:
            InvitationSpent: there is none.
        """
        with self._changing() as some:
            found = self._tried(some, short)
            if found.key or (found.commitment and found.commitment != bound.hex()):
                raise InvitationSpent
            found.commitment = bound.hex()
            found.answer = found.answer or secrets.token_hex(NONCE_BYTES)
            return bytes.fromhex(found.answer)

    def reveal(self, short: str, opening: bytes, pin: bytes) -> tuple[bytes, str]:
        """Return a code for the laptop that opens what it was bound to, and the words to compare.

        Raises:
            InvitationSpent: there is none.
            WordsDiffer: it was bound to something else; the invitation is spent.
        """
        with self._changing() as some:
            found = self._tried(some, short)
            if not found.answer or found.words:
                raise InvitationSpent
            if found.commitment != commitment(opening).hex():
                some.remove(found)
                refused = True
            else:
                refused = False
                code = secrets.token_bytes(CODE_BYTES)
                found.code = _digest(code.hex())
                found.words = said(words_of(pin, opening, bytes.fromhex(found.answer)))
        if refused:
            raise WordsDiffer
        return code, found.words

    def _tried(self, some: list[_Open], short: str) -> _Open:
        """Return the invitation of a short code; a wrong one counts against all that are open."""
        name = _digest(short)
        for each in some:
            if each.short == name and each.tries < _TRIES:
                return each
        for each in some:
            each.tries += 1
        raise _Mistried

    @contextlib.contextmanager
    def _changing(self) -> Iterator[list[_Open]]:
        """Yield what stands, and write down what it became, for one process at a time."""
        try:
            self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with filelock.FileLock(self._file.with_suffix(".lock"), timeout=10):
                some = [*self._standing(self._read())][-_MOST:]
                mistried = False
                try:
                    yield some
                except _Mistried:
                    mistried = True
                with taking_place(self._file) as stream:
                    stream.write(msgspec.json.encode(some))
        except (OSError, filelock.Timeout) as error:
            raise StoreNotWritable(folder=str(self._file.parent)) from error
        if mistried:
            raise InvitationSpent

    def _read(self) -> list[_Open]:
        try:
            return msgspec.json.decode(read_bounded(self._file, _LONGEST), type=list[_Open])
        except (OSError, msgspec.DecodeError):
            return []

    def _standing(self, some: list[_Open]) -> Iterator[_Open]:
        now = self._clock()
        return (each for each in some if now <= each.until <= now + HOLDS_MINUTES * 60_000)


class _Mistried(Exception):  # noqa: N818 - goes no further than this module
    """No invitation is called so; that it was tried is written down all the same."""


def _digest(code: str) -> str:
    return hashlib.sha256(b"invited\n" + code.encode()).hexdigest()
