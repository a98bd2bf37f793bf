"""Files that enrolled laptops can read and nobody else: a key for each of them, and pieces that stand in their order."""

import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from checkin_app.domain.ids import StationId

_PRIME = 2**255 - 19
_KEY = 32
_PURPOSE = b"checkin bundle 1"
#: A key that is made anew for each use needs no other nonce.
_ONCE = bytes(12)
#: What a sealed piece is longer than what is in it.
TAG = 16


@dataclass(frozen=True, slots=True)
class SealedKey:
    """One secret, sealed for several stations."""

    public: bytes
    """32 bytes, made for this one secret (X25519, RFC 7748)."""
    sealed: Mapping[StationId, bytes]


def seal_key(secret: bytes, public_keys: Mapping[StationId, bytes]) -> SealedKey:
    """Seal a secret of 32 bytes so that each of the stations can open it.

    A station is known by the key it signs with.  That is a point of the same curve that two agree on a secret with (RFC
    7748, 4.1), so nobody has to be given another; one that is no such point opens nothing and is left out.
    """
    made = X25519PrivateKey.generate()
    public = made.public_key().public_bytes_raw()
    sealed: dict[StationId, bytes] = {}
    for station, key in public_keys.items():
        try:
            shared = made.exchange(X25519PublicKey.from_public_bytes(_agreeing_half(key)))
        except ValueError:
            continue
        sealed[station] = AESGCM(_derived(shared, public, station)).encrypt(_ONCE, secret, None)
    return SealedKey(public, sealed)


def open_key(key: SealedKey, station: StationId, agreed: Callable[[bytes], bytes]) -> bytes | None:
    """Return the secret, where it was sealed for a station; None where not.

    Args:
        key: as it was sealed.
        station: whose key agrees.
        agreed: returns what that shares with whoever made a public key (`StationKeys.agreed`).
    """
    sealed = key.sealed.get(station)
    if sealed is None:
        return None
    try:
        return AESGCM(_derived(agreed(key.public), key.public, station)).decrypt(_ONCE, sealed, None)
    except (InvalidTag, ValueError):
        return None


def new_secret() -> bytes:
    return secrets.token_bytes(_KEY)


class Pieces:
    """Seals pieces of a file one after the other: none can be changed, left out, moved or put into another file."""

    def __init__(self, secret: bytes, about: bytes) -> None:
        """Begin with the first piece; `about` is what all of them belong to."""
        self._cipher = AESGCM(secret)
        self._about = about
        self._number = 0

    def seal(self, piece: bytes, *, last: bool) -> bytes:
        return self._cipher.encrypt(self._nonce(last=last), piece, self._about)

    def open(self, sealed: bytes, *, last: bool) -> bytes | None:
        """Return the next piece; None where it is not the one that was sealed."""
        try:
            return self._cipher.decrypt(self._nonce(last=last), sealed, self._about)
        except InvalidTag:
            return None

    def _nonce(self, *, last: bool) -> bytes:
        number, self._number = self._number, self._number + 1
        return number.to_bytes(11) + bytes([last])


def _derived(shared: bytes, public: bytes, station: StationId) -> bytes:
    return HKDF(SHA256(), _KEY, salt=public, info=_PURPOSE + station.encode()).derive(shared)


def _agreeing_half(public_key: bytes) -> bytes:
    """Return the same point of an Ed25519 key as X25519 writes it; raises ValueError where it has none."""
    y = int.from_bytes(public_key, "little") & ~(1 << 255)
    return ((1 + y) * pow(1 - y, -1, _PRIME) % _PRIME).to_bytes(_KEY, "little")
