"""A bundle as a file: sealed for the laptops of one forum, and proven whole before anything of it is used."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, BinaryIO

import msgspec
from msgspec import Meta

from checkin_app.domain.ids import ForumId, Instant, StationId, station_id
from checkin_app.domain.problems_sync import (
    BundleCut,
    BundleDamaged,
    BundleForeign,
    BundleNotForUs,
    BundleUnknown,
    BundleUnreadable,
    MessageUnfit,
)
from checkin_app.domain.sync import wire
from checkin_app.domain.sync.messages import LONGEST, Batch
from checkin_app.runtime.bounded import NotAFile, open_bounded
from checkin_app.runtime.sealing import TAG, Pieces, SealedKey, new_secret, open_key, seal_key
from checkin_app.runtime.whole_file import whole_file
from checkin_app.services.ports.signing import BadgeSigner

#: What a bundle begins with; the last byte before the line's end says in which form it is.
MAGIC = b"checkin bundle 1\n"
SUFFIX = ".bundle"
_LENGTH = 4
_LONGEST_HEADER = 1 << 20
_MOST_STATIONS = 5000
#: A piece's length has this bit where it is the last.
_LAST = 1 << 31


class _Header(msgspec.Struct, frozen=True, array_like=True):
    forum: Annotated[str, Meta(max_length=200)]
    sender: Annotated[bytes, Meta(min_length=32, max_length=32)]
    at: int
    public: Annotated[bytes, Meta(min_length=32, max_length=32)]
    sealed: Annotated[
        dict[Annotated[StationId, Meta(max_length=16)], Annotated[bytes, Meta(max_length=64)]],
        Meta(max_length=_MOST_STATIONS),
    ]
    signature: Annotated[bytes, Meta(max_length=64)] = b""

    def signed_bytes(self) -> bytes:
        return MAGIC + msgspec.msgpack.encode(msgspec.structs.replace(self, signature=b""))


class _End(msgspec.Struct, frozen=True, array_like=True):
    facts: Annotated[int, Meta(ge=0)]


_HEADER = msgspec.msgpack.Decoder(_Header)
_END = msgspec.msgpack.Decoder(_End)


@dataclass(frozen=True, slots=True)
class Written:
    """What was put into a bundle."""

    facts: int
    stations: tuple[StationId, ...]
    """Those that can open it."""


@dataclass(frozen=True, slots=True)
class Sealing:
    """Who writes a bundle, of which forum, when and for whom."""

    forum: ForumId
    signer: BadgeSigner
    at: Instant
    readers: Mapping[StationId, bytes]
    """Their public keys."""


def write(path: Path, sealing: Sealing, batches: Iterable[Batch]) -> Written:
    """Write a bundle, whole or not at all.

    Raises:
        FileNotWritable: there is none.
    """
    secret = new_secret()
    key = seal_key(secret, sealing.readers)
    header = _Header(sealing.forum, sealing.signer.public_key, sealing.at, key.public, dict(key.sealed))
    signed = msgspec.structs.replace(header, signature=sealing.signer.sign(header.signed_bytes()))
    told = msgspec.msgpack.encode(signed)
    pieces = Pieces(secret, hashlib.sha256(told).digest())
    facts = 0
    with whole_file(path) as file:
        file.write(MAGIC + len(told).to_bytes(_LENGTH) + told)
        for batch in batches:
            facts += len(batch.facts)
            sealed = pieces.seal(wire.encoded(batch), last=False)
            file.write(len(sealed).to_bytes(_LENGTH) + sealed)
        end = pieces.seal(msgspec.msgpack.encode(_End(facts)), last=True)
        file.write((len(end) | _LAST).to_bytes(_LENGTH) + end)
    return Written(facts, tuple(key.sealed))


@dataclass(frozen=True, slots=True)
class Bundle:
    """A bundle that was proven to be whole, unchanged and for this laptop."""

    path: Path
    sender: StationId
    at: Instant
    facts: int
    _secret: bytes
    _about: bytes
    _begins: int

    def batches(self) -> Iterator[Batch]:
        """Yield what it holds, read again.

        Raises:
            BundleProblem: it is not what it was when it was proven.
        """
        with _opened(self.path) as file:
            file.seek(self._begins)
            yield from _batches(file, self.path, Pieces(self._secret, self._about), [])


def proven(path: Path, forum: ForumId, signer: BadgeSigner) -> Bundle:
    """Read a bundle to its end, and return it if all of it holds.

    Raises:
        BundleUnreadable, BundleUnknown, BundleForeign, BundleNotForUs, BundleCut, BundleDamaged: what keeps it from being used.
    """
    with _opened(path) as file:
        told = _header_in(file, path)
        header = _read_header(told, path)
        if header.forum != forum:
            raise BundleForeign(file=str(path), forum=header.forum)
        own = station_id(signer.public_key)
        if own not in header.sealed:
            raise BundleNotForUs(file=str(path))
        secret = open_key(SealedKey(header.public, header.sealed), own, signer.agreed)
        if secret is None or not signer.holds(header.sender, header.signed_bytes(), header.signature):
            raise BundleDamaged(file=str(path))
        about, begins, ends = hashlib.sha256(told).digest(), file.tell(), list[_End]()
        facts = sum(len(batch.facts) for batch in _batches(file, path, Pieces(secret, about), ends))
    if [each.facts for each in ends] != [facts]:
        raise BundleDamaged(file=str(path))
    return Bundle(path, station_id(header.sender), Instant(header.at), facts, secret, about, begins)


def _opened(path: Path) -> BinaryIO:
    try:
        return open_bounded(path)
    except NotAFile as error:
        raise BundleUnknown(file=str(path)) from error
    except OSError as error:
        raise BundleUnreadable(file=str(path), detail=error.strerror or type(error).__name__) from error


def _header_in(file: BinaryIO, path: Path) -> bytes:
    begun = _read(file, path, len(MAGIC))
    if begun != MAGIC:
        raise BundleCut(file=str(path)) if begun and MAGIC.startswith(begun) else BundleUnknown(file=str(path))
    length = _number(file, path)
    if length > _LONGEST_HEADER:
        raise BundleDamaged(file=str(path))
    return _whole(file, path, length)


def _read_header(told: bytes, path: Path) -> _Header:
    with suppress(msgspec.DecodeError, UnicodeDecodeError):
        return _HEADER.decode(told)
    raise BundleDamaged(file=str(path))


def _batches(file: BinaryIO, path: Path, pieces: Pieces, ends: list[_End]) -> Iterator[Batch]:
    """Yield what the pieces hold, and put the end where it is asked for; what follows it is nothing of the bundle."""
    while True:
        number = _number(file, path)
        length, last = number & ~_LAST, bool(number & _LAST)
        if length > LONGEST + TAG:
            raise BundleDamaged(file=str(path))
        piece = pieces.open(_whole(file, path, length), last=last)
        if piece is None:
            raise BundleDamaged(file=str(path))
        try:
            if last:
                ends.append(_END.decode(piece))
                break
            yield wire.batch_of(piece)
        except (MessageUnfit, msgspec.DecodeError) as error:
            raise BundleDamaged(file=str(path)) from error
    if _read(file, path, 1):
        raise BundleDamaged(file=str(path))


def _number(file: BinaryIO, path: Path) -> int:
    return int.from_bytes(_whole(file, path, _LENGTH))


def _whole(file: BinaryIO, path: Path, length: int) -> bytes:
    found = _read(file, path, length)
    if len(found) < length:
        raise BundleCut(file=str(path))
    return found


def _read(file: BinaryIO, path: Path, most: int) -> bytes:
    try:
        return file.read(most)
    except OSError as error:
        raise BundleUnreadable(file=str(path), detail=error.strerror or type(error).__name__) from error
