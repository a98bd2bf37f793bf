"""Requests that a station signs, and the hub's proof that each was meant, by that station, for it, now, and once."""

import hashlib
import re
import secrets
import threading
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from checkin_app.domain.ids import Instant, StationId, station_id
from checkin_app.services.ports.signing import BadgeSigner

KEY, TIME, NONCE, SIGNATURE = "checkin-key", "checkin-time", "checkin-nonce", "checkin-signature"
#: Milliseconds by which a request may be dated otherwise than the hub's clock: laptops ask for that clock first, whatever
#: their own shows.
WITHIN_MS = 60_000
#: Nonces remembered: more requests than that within twice as long as one is good are no laptops'.
_MOST_NONCES = 200_000
_HEX_32, _HEX_16, _HEX_64 = (re.compile(rf"[0-9a-f]{{{2 * size}}}") for size in (32, 16, 64))
_MILLISECONDS = re.compile(r"[0-9]{1,16}")


@dataclass(frozen=True, slots=True)
class Asked:
    """What is signed of a request."""

    method: str
    target: str
    """Path and query, as they stand in the request's first line."""
    body: bytes


@dataclass(frozen=True, slots=True)
class Proven:
    """Whose request it is."""

    station: StationId
    public_key: bytes


class Unproven(Exception):  # noqa: N818 - the hub's answer, no fault of ours
    """Nobody is proven to have meant the request; says which part of it does not hold."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


def signed(asked: Asked, pin: bytes, signer: BadgeSigner, now: Instant) -> Mapping[str, str]:
    """Return the headers that prove a request.

    Args:
        asked: what is sent.
        pin: of the hub it is meant for: no other can use it.
        signer: the station's.
        now: by the hub's clock.
    """
    nonce = secrets.token_hex(16)
    signature = signer.sign(_message(asked, pin, str(int(now)), nonce))
    return {KEY: signer.public_key.hex(), TIME: str(int(now)), NONCE: nonce, SIGNATURE: signature.hex()}


def named_in(headers: Mapping[str, str]) -> StationId:
    """Return whose request it is said to be; nothing is proven yet.

    Raises:
        Unproven: nobody is named.
    """
    key = headers.get(KEY, "")
    if not _HEX_32.fullmatch(key):
        raise Unproven("malformed" if key else "unsigned")
    return station_id(bytes.fromhex(key))


class Proofs:
    """Proves requests at a hub; each counts once."""

    def __init__(self, pin: bytes) -> None:
        self._pin = pin
        self._gate = threading.Lock()
        self._seen: OrderedDict[str, Instant] = OrderedDict()

    def prove(self, asked: Asked, headers: Mapping[str, str], now: Instant) -> Proven:
        """Return whose request it is.

        Raises:
            Unproven: it is unsigned, forged, meant for another hub, too old, or was made before.
        """
        key, time, nonce, signature = (headers.get(name, "") for name in (KEY, TIME, NONCE, SIGNATURE))
        if not (key or signature):
            raise Unproven("unsigned")
        whole = zip((_HEX_32, _MILLISECONDS, _HEX_16, _HEX_64), (key, time, nonce, signature), strict=True)
        if not all(form.fullmatch(text) for form, text in whole):
            raise Unproven("malformed")
        if abs(int(time) - now) > WITHIN_MS:
            raise Unproven("clock")
        public_key = bytes.fromhex(key)
        message = _message(asked, self._pin, time, nonce)
        if not _holds(public_key, message, bytes.fromhex(signature)):
            raise Unproven("signature")
        self._must_be_new(f"{key}{nonce}", now)
        return Proven(station_id(public_key), public_key)

    def _must_be_new(self, name: str, now: Instant) -> None:
        with self._gate:
            while self._seen and (
                next(iter(self._seen.values())) < now - 2 * WITHIN_MS or len(self._seen) >= _MOST_NONCES
            ):
                self._seen.popitem(last=False)
            if name in self._seen:
                raise Unproven("replayed")
            self._seen[name] = now


def _holds(public_key: bytes, message: bytes, signature: bytes) -> bool:
    """Return whether a signature holds; unlike a badge's, none comes back, so none is remembered."""
    try:
        Ed25519PublicKey.from_public_bytes(public_key).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True


def _message(asked: Asked, pin: bytes, time: str, nonce: str) -> bytes:
    """Return what is signed; it begins like nothing else that stations sign."""
    body = hashlib.sha256(asked.body).hexdigest()
    return f"request 1\n{pin.hex()}\n{asked.method}\n{asked.target}\n{body}\n{time}\n{nonce}".encode()
