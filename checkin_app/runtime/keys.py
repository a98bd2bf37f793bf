"""The two secrets of a station, kept apart from its folder: the signing key and the key of its store."""

import hashlib
import hmac
import json
import os
import secrets
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from types import ModuleType

import platformdirs
from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from checkin_app.domain.ids import StationId, station_id
from checkin_app.domain.problems import KeyMissing, StoreNotWritable, WrongPassphrase
from checkin_app.runtime.bounded import read_bounded
from checkin_app.runtime.whole_file import taking_place

#: Names a folder of key files to use instead of the operating system's key store.
KEYS_DIR = "CHECKIN_KEYS_DIR"
RECOVERY_FILE = "recovery.key"
#: A passphrase shorter than this is guessed sooner than it is forgotten.
SHORTEST_PASSPHRASE = 8
_SERVICE = "checkin-app"
#: Beside the folder of this computer's own station (``paths.default_folder``), never in it: that is what gets copied.
_KEY_FILES = "checkin-app-keys"
#: Bytes of a file with a key in it, many times over.
_LONGEST_FILE = 64_000
_NONCE = 12
_SALT = 16
#: Cost of one guess at a passphrase: 64 MiB and about 0.2 s (RFC 7914; OWASP Password Storage, 2024).
_SCRYPT_N, _SCRYPT_R, _SCRYPT_P = 2**16, 8, 1


@dataclass(frozen=True, slots=True)
class StationKeys:
    """Signs facts and badge codes, proves those of others, and opens the store."""

    database_key: bytes = field(repr=False)
    """32 random bytes."""
    _signing_key: Ed25519PrivateKey = field(repr=False)
    public_key: bytes
    """32 bytes, as RFC 8032 writes them."""

    @classmethod
    def generate(cls) -> "StationKeys":
        return cls.of(secrets.token_bytes(32), Ed25519PrivateKey.generate().private_bytes_raw())

    @classmethod
    def of(cls, database_key: bytes, seed: bytes) -> "StationKeys":
        """Return the keys that two secrets of 32 bytes make."""
        signing_key = Ed25519PrivateKey.from_private_bytes(seed)
        return cls(database_key, signing_key, signing_key.public_key().public_bytes_raw())

    @property
    def station(self) -> StationId:
        return station_id(self.public_key)

    def sign(self, message: bytes) -> bytes:
        return self._signing_key.sign(message)

    def holds(self, public_key: bytes, message: bytes, signature: bytes) -> bool:
        """Return whether `signature` over `message` is by `public_key`; a malformed one does not hold.

        Its own are made again and compared, a third of the work: Ed25519 is deterministic (RFC 8032, 5.1.6).
        """
        if public_key == self.public_key:
            return hmac.compare_digest(self.sign(message), signature)
        try:
            _public(public_key).verify(signature, message)
        except (InvalidSignature, ValueError):
            return False
        return True

    def agreed(self, public: bytes) -> bytes:
        """Return what is shared with whoever made an X25519 key: the signing key is a point of that curve too (RFC 7748, 4.1).

        Raises:
            ValueError: nothing can be shared with that one.
        """
        seed = hashlib.sha512(self._signing_key.private_bytes_raw()).digest()[:32]  # RFC 8032, 5.1.5
        return X25519PrivateKey.from_private_bytes(seed).exchange(X25519PublicKey.from_public_bytes(public))

    def secret(self) -> bytes:
        """Return both secrets for a key store; never to be logged."""
        return self.database_key + self._signing_key.private_bytes_raw()

    @classmethod
    def from_secret(cls, secret: bytes) -> "StationKeys":
        """Return the keys that `secret` returned; raises ValueError for anything else."""
        if len(secret) != 64:
            raise ValueError("a station's secret has 64 bytes")
        return cls.of(secret[:32], secret[32:])


@lru_cache(maxsize=64)
def _public(public_key: bytes) -> Ed25519PublicKey:
    return Ed25519PublicKey.from_public_bytes(public_key)


def save(store_id: str, keys: StationKeys) -> None:
    """Put a station's keys, which were proven to be its own, where this computer keeps secrets.

    Raises:
        StoreNotWritable: neither the key store nor the folder of key files takes them.
    """
    if not _in_key_store(store_id, keys.secret().hex()):
        _save_file(store_id, keys.secret().hex())


def keep(name: str, secret: str) -> None:
    """Put a secret, of letters that every computer has, in the place of a former one; raises StoreNotWritable.

    A file has it only while the key store takes nothing: so of two the file's is the newer, and none is left behind in one.
    """
    if _in_key_store(name, secret):
        forget_beside(name)
    else:
        _save_file(name, secret)


def held(name: str) -> str:
    """Return a secret that was kept; empty where there is none, or the key store is locked."""
    with suppress(OSError):
        if beside := held_beside(name):
            return beside
    store = _key_store()
    return str(store.held(_SERVICE, name)) if store else ""


def _in_key_store(name: str, secret: str) -> bool:
    """Put a secret into the key store, and return whether it is there; where it is not, a file is better than nothing."""
    store = _key_store()
    return store is not None and bool(store.keep(_SERVICE, name, secret))


def forget(name: str) -> None:
    """Keep a secret no more, wherever it is."""
    if store := _key_store():
        store.forget(_SERVICE, name)
    forget_beside(name)


def keep_beside(name: str, text: str) -> None:
    """Put what is no secret, and must not be another's, into a file beside those of keys; raises StoreNotWritable."""
    _save_file(name, text)


def held_beside(name: str) -> str:
    """Return what was kept so; empty where there is nothing.

    Raises:
        OSError: what there is cannot be read: whoever went on as with nothing would take anything for it.
    """
    with suppress(FileNotFoundError, NotADirectoryError):
        return read_bounded(_file(name), _LONGEST_FILE).decode("ascii", "replace")
    return ""


def forget_beside(name: str) -> None:
    with suppress(OSError):
        _file(name).unlink()


def load(store_id: str, folder: Path, are_right: Callable[[StationKeys], bool] = lambda _: True) -> StationKeys:
    """Return the keys of the station in `folder`: those that are right, else the first of those held.

    Raises:
        KeyMissing: this computer does not hold them, or not whole.
    """
    held: list[StationKeys] = []
    for secret in _held(store_id):
        with suppress(ValueError):  # what is not whole must not stand before what is
            held.append(StationKeys.from_secret(bytes.fromhex(secret)))
    if not held:
        raise KeyMissing(folder=str(folder))
    return next(filter(are_right, held), held[0])


def write_recovery(folder: Path, keys: StationKeys, passphrase: str) -> None:
    """Leave the keys in `folder`, wrapped in the forum's passphrase, as the way back in.

    Raises:
        StoreNotWritable: the folder does not take the file.
    """
    salt, nonce = secrets.token_bytes(_SALT), secrets.token_bytes(_NONCE)
    sealed = AESGCM(_stretch(passphrase, salt)).encrypt(nonce, keys.secret(), _SERVICE.encode())
    content = {"version": 1, "salt": salt.hex(), "nonce": nonce.hex(), "sealed": sealed.hex()}
    _write_private(folder / RECOVERY_FILE, json.dumps(content))


def recovered(folder: Path, passphrase: str) -> StationKeys:
    """Return the keys in a folder's recovery file: they may be another station's, and nothing is kept of them.

    Raises:
        KeyMissing: there is no recovery file, or it is damaged.
        WrongPassphrase: the passphrase is another.
    """
    try:
        content = json.loads(read_bounded(folder / RECOVERY_FILE, _LONGEST_FILE))
        salt, nonce, sealed = (bytes.fromhex(content[name]) for name in ("salt", "nonce", "sealed"))
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise KeyMissing(folder=str(folder)) from error
    try:
        secret = AESGCM(_stretch(passphrase, salt)).decrypt(nonce, sealed, _SERVICE.encode())
        return StationKeys.from_secret(secret)
    except (InvalidTag, ValueError) as error:
        raise WrongPassphrase from error


def _stretch(passphrase: str, salt: bytes) -> bytes:
    return Scrypt(salt=salt, length=32, n=_SCRYPT_N, r=_SCRYPT_R, p=_SCRYPT_P).derive(passphrase.encode())


def _key_store() -> ModuleType | None:
    if os.environ.get(KEYS_DIR):
        return None
    from checkin_app.runtime import key_store  # noqa: PLC0415 - who names a folder does not wait for it

    return key_store if key_store.is_there() else None


def _held(store_id: str) -> Iterator[str]:
    """Yield the secrets that this computer holds for a store, from the key store and from the file."""
    if store := _key_store():
        yield store.held(_SERVICE, store_id)  # where it was locked, `save` may have met the same and written the file
    with suppress(OSError, ValueError):
        yield read_bounded(_file(store_id), _LONGEST_FILE).decode("ascii")


def _save_file(store_id: str, secret: str) -> None:
    file = _file(store_id)
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise StoreNotWritable(folder=str(file.parent)) from error
    _write_private(file, secret)


def _file(store_id: str) -> Path:
    named = os.environ.get(KEYS_DIR)
    folder = Path(named) if named else Path(platformdirs.user_data_dir(_KEY_FILES, appauthor=False))
    return folder / f"{store_id}.key"


def _write_private(file: Path, text: str) -> None:
    """Write a file that only this user can read, whole or not at all."""
    try:
        with taking_place(file) as stream:  # for this user alone
            stream.write(text.encode("ascii"))
    except OSError as error:
        raise StoreNotWritable(folder=str(file.parent)) from error
