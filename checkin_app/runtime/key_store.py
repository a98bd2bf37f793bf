"""The operating system's key store, loaded only where one is asked: it brings forty milliseconds of others' code."""

from contextlib import suppress

import keyring
from keyring.backends import chainer, fail, null
from keyring.errors import KeyringError


def is_there() -> bool:
    """Return whether this computer has a key store."""
    backend = keyring.get_keyring()
    if isinstance(backend, chainer.ChainerBackend):
        return bool(backend.backends)
    return not isinstance(backend, fail.Keyring | null.Keyring)


def keep(service: str, store_id: str, secret: str) -> bool:
    """Put a secret there; return whether it is there now: a store may be locked, or refuse."""
    with suppress(KeyringError):
        keyring.set_password(service, store_id, secret)
        return keyring.get_password(service, store_id) == secret
    return False


def held(service: str, store_id: str) -> str:
    """Return the secret of a store, empty where there is none or the key store is locked."""
    with suppress(KeyringError):
        return keyring.get_password(service, store_id) or ""
    return ""


def forget(service: str, store_id: str) -> None:
    """Keep a secret no more; there may be none."""
    with suppress(KeyringError):
        keyring.delete_password(service, store_id)
