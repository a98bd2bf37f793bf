"""What a station signed itself is proven by signing it again; the library, which does both, agrees."""

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from hypothesis import given
from hypothesis import strategies as st

from checkin_app.runtime.keys import StationKeys

_KEYS = StationKeys.of(bytes(32), bytes(range(32)))
_ORDER = 2**252 + 27742317777372353535851937790883648493
_MESSAGES = st.binary(max_size=200)


def _library_holds(message: bytes, signature: bytes) -> bool:
    try:
        Ed25519PublicKey.from_public_bytes(_KEYS.public_key).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True


@given(st.binary(min_size=32, max_size=32), _MESSAGES)
def test_whatever_a_station_signs_it_knows_again(seed: bytes, message: bytes) -> None:
    keys = StationKeys.of(bytes(32), seed)
    assert keys.holds(keys.public_key, message, keys.sign(message))


@given(_MESSAGES, st.integers(0, 511))
def test_a_signature_with_one_bit_turned_is_nobodys(message: bytes, bit: int) -> None:
    signature = bytearray(_KEYS.sign(message))
    signature[bit // 8] ^= 1 << bit % 8
    assert _KEYS.holds(_KEYS.public_key, message, bytes(signature)) is False
    assert _library_holds(message, bytes(signature)) is False


@given(_MESSAGES, _MESSAGES, st.binary(max_size=80))
def test_what_belongs_to_another_message_or_is_no_signature_does_not_hold(
    message: bytes, other: bytes, odd: bytes
) -> None:
    assert _KEYS.holds(_KEYS.public_key, other, _KEYS.sign(message)) is (other == message)
    assert _KEYS.holds(_KEYS.public_key, message, odd) is _library_holds(message, odd)


@given(_MESSAGES)
def test_a_scalar_that_is_written_in_another_way_does_not_hold(message: bytes) -> None:
    signature = _KEYS.sign(message)
    scalar = int.from_bytes(signature[32:], "little") + _ORDER
    malleable = signature[:32] + scalar.to_bytes(32, "little")
    assert _KEYS.holds(_KEYS.public_key, message, malleable) is _library_holds(message, malleable) is False


@pytest.mark.parametrize("length", [0, 31, 32, 63, 65, 96, 128])
def test_a_signature_of_another_length_does_not_hold(length: int) -> None:
    signature = (_KEYS.sign(b"message") * 2)[:length]
    assert not _KEYS.holds(_KEYS.public_key, b"message", signature)


def test_the_signature_of_another_key_is_not_ones_own() -> None:
    other = StationKeys.generate()
    assert not _KEYS.holds(_KEYS.public_key, b"message", other.sign(b"message"))
    assert _KEYS.holds(other.public_key, b"message", other.sign(b"message"))


def test_the_secrets_are_in_no_text_of_the_keys() -> None:
    assert repr(_KEYS) == f"StationKeys(public_key={_KEYS.public_key!r})"
