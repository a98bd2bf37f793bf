"""Which phones are signed in at a hub, and the codes that sign them in.

They lie in the hub's folder, so that another process can make a code or sign a phone out while the hub runs.  There are
neither codes nor keys of phones in the file, only their digests, and nobody's name.
"""

import contextlib
import hashlib
import hmac
import secrets
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import filelock
import msgspec

from checkin_app.domain.ids import Instant
from checkin_app.domain.invitations import SHORT_LETTERS, short_of
from checkin_app.domain.phones import CODE_MINUTES, MOST_PHONES, SIGNED_IN_HOURS, SignedIn
from checkin_app.domain.problems import StoreNotWritable
from checkin_app.domain.problems_hub import UnknownPhone
from checkin_app.runtime.bounded import read_bounded
from checkin_app.runtime.whole_file import taking_place

FILE = "phones.json"
_LONGEST = 1_000_000
#: The oldest make room: no more phones than that are looked after by people.
_MOST_CODES, _MOST_SIGNED_IN = 50, 500
_KEY_BYTES = 32
#: Milliseconds between two writings of when phones looked.
_SEEN_EVERY = 60_000
_CODE_MS, _SIGNED_IN_MS = CODE_MINUTES * 60_000, SIGNED_IN_HOURS * 3_600_000


class _Code(msgspec.Struct):
    digest: str
    until: int
    phones: int
    """How many it signs in yet."""


class _Phone(msgspec.Struct):
    number: int
    digest: str
    since: int
    until: int
    seen: int = 0


class _Written(msgspec.Struct):
    codes: list[_Code] = []
    phones: list[_Phone] = []
    last: int = 0
    """The number given last: none is given twice."""


@dataclass(frozen=True, slots=True)
class Key:
    """What a phone that has signed in shows from then on."""

    key: str
    phone: SignedIn


class SignIns:
    """Codes and phones of the hub in a folder."""

    def __init__(self, folder: Path, clock: Callable[[], Instant]) -> None:
        self._file, self._clock = folder / FILE, clock
        self._seen: dict[int, Instant] = {}
        """When each looked last, as far as this process knows."""
        self._noted = clock()

    def invite(self, phones: int = 1) -> str:
        """Return a new code that signs so many phones in.

        Raises:
            StoreNotWritable: the folder does not take it.
        """
        code = short_of(secrets.token_bytes(SHORT_LETTERS))
        with self._changing() as written:
            until = self._clock() + _CODE_MS
            written.codes.append(_Code(_digest("code", code), until, min(max(phones, 1), MOST_PHONES)))
        return code

    def sign_in(self, code: str) -> Key | None:
        """Sign a phone in; None where the code is not good, or not any more.

        Its 50 bits stand against as many tries as a network carries in ten minutes; no wrong one takes it from whoever
        has it.

        Raises:
            StoreNotWritable: the folder does not take it.
        """
        name = _digest("code", code)
        if not _of_code(self._standing(), name):  # whoever only tries writes nothing
            return None
        with self._changing() as written:
            found = _of_code(written, name)
            if not found:
                return None
            found[0].phones -= 1
            key, now = secrets.token_urlsafe(_KEY_BYTES), self._clock()
            written.last += 1
            written.phones.append(_Phone(written.last, _digest("key", key), now, now + _SIGNED_IN_MS))
            return Key(key, _shown(written.phones[-1]))

    def phone(self, key: str) -> SignedIn | None:
        """Return whose key it is; None where it is nobody's, or not any more."""
        name = _digest("key", key)
        found = [each for each in self._standing().phones if hmac.compare_digest(each.digest, name)]
        if not found:
            return None
        self._note_seen(found[0])
        return _shown(found[0])

    def phones(self) -> Sequence[SignedIn]:
        """Return those that are signed in, and when each looked last."""
        seen = dict(self._seen)
        phones = [_shown(each) for each in self._standing().phones]
        return [replace(each, seen=seen.get(each.number, each.seen)) for each in phones]

    def _note_seen(self, phone: _Phone) -> None:
        """Note that a phone looks, for other processes of this laptop now and then."""
        now = self._seen[phone.number] = self._clock()
        was_shortened = phone.since > now and phone.until == now + _SIGNED_IN_MS
        if abs(now - self._noted) < _SEEN_EVERY and not was_shortened:
            return
        self._noted, seen = now, dict(self._seen)
        with contextlib.suppress(StoreNotWritable), self._changing() as written:
            for each in written.phones:
                each.seen = seen.get(each.number, each.seen)

    def sign_out(self, number: int) -> None:
        """Sign a phone out: its key is good no more.

        Raises:
            UnknownPhone: none of that number is signed in.
            StoreNotWritable: the folder does not take it.
        """
        with self._changing() as written:
            left = [each for each in written.phones if each.number != number]
            known = len(left) != len(written.phones)
            written.phones = left
        if not known:
            raise UnknownPhone(number=number)

    def sign_all_out(self) -> None:
        """Sign every phone out, and let no code that was shown sign one in.

        Raises:
            StoreNotWritable: the folder does not take it.
        """
        with self._changing() as written:
            written.phones, written.codes = [], []

    @contextlib.contextmanager
    def _changing(self) -> Iterator[_Written]:
        """Yield what stands, and write down what it became, for one process at a time."""
        try:
            self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with filelock.FileLock(self._file.with_suffix(".lock"), timeout=10):
                written = self._standing()
                yield written
                written.codes, written.phones = written.codes[-_MOST_CODES:], written.phones[-_MOST_SIGNED_IN:]
                with taking_place(self._file) as stream:
                    stream.write(msgspec.json.encode(written))
        except (OSError, filelock.Timeout) as error:
            raise StoreNotWritable(folder=str(self._file.parent)) from error

    def _read(self) -> _Written:
        try:
            return msgspec.json.decode(read_bounded(self._file, _LONGEST), type=_Written)
        except (OSError, msgspec.DecodeError):
            return _Written()

    def _standing(self) -> _Written:
        """Return what is not over.

        What lasts longer than is ever given was given before the clock was set back.  A phone in somebody's hand has its
        hours from now on, which are written down when it looks; a code may have been seen by anybody, and is made anew.
        """
        written, now = self._read(), self._clock()
        codes = [each for each in written.codes if each.phones > 0 and now <= each.until <= now + _CODE_MS]
        phones = [each for each in written.phones if now <= each.until]
        for each in phones:
            each.until = min(each.until, now + _SIGNED_IN_MS)
        return _Written(codes, phones, written.last)


def _of_code(written: _Written, name: str) -> list[_Code]:
    return [each for each in written.codes if hmac.compare_digest(each.digest, name) and each.phones > 0]


def _shown(phone: _Phone) -> SignedIn:
    return SignedIn(
        phone.number, Instant(phone.since), Instant(phone.until), Instant(phone.seen) if phone.seen else None
    )


def _digest(kind: str, secret: str) -> str:
    return hashlib.sha256(f"phone {kind}\n{secret}".encode()).hexdigest()
