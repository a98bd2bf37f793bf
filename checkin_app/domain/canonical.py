"""The one byte form of what is signed or named by its digest, and the reading of whatever others wrote."""

import hashlib
from collections.abc import Mapping
from typing import Any, TypeAlias, TypeVar

import msgspec

from checkin_app.domain.ids import Digest

Json: TypeAlias = "str | int | bool | list[Json] | dict[str, Json] | None"
T = TypeVar("T")

#: How deep the lists and objects of what this version writes are nested, many times over.  Deeper ones are not read:
#: how deep a decoder reaches depends on where it is called.
_DEEPEST = 32
#: Made once: each scan is written and read through them.
_ENCODER = msgspec.json.Encoder(order="sorted")
_ANYTHING = msgspec.json.Decoder()
_OBJECT = msgspec.json.Decoder(dict[str, Any])


def canonical(value: Mapping[str, Json] | msgspec.Struct) -> bytes:
    """Return the one byte form of a JSON object: sorted keys, no spaces, UTF-8.

    Lone surrogates, which no UTF-8 can hold, raise UnicodeEncodeError (a ValueError).
    """
    return _ENCODER.encode(value)


def digest_of(document: bytes) -> Digest:
    """Return the name of a document."""
    return Digest(hashlib.sha256(document).hexdigest())


def read(content: bytes, decoder: msgspec.json.Decoder[T]) -> T | None:
    """Return what `decoder` makes of a JSON object; None where it is none, or cannot be written again.

    Half characters, numbers that are none and text that is no UTF-8 are in nothing that can be written again.
    """
    try:
        text = content.decode()  # a decoder does not look whether what it passes over is UTF-8
        if content.count(b"[") + content.count(b"{") > _DEEPEST and _is_deeper(_ANYTHING.decode(text), _DEEPEST):
            return None
        return decoder.decode(text)
    except (ValueError, RecursionError):
        return None


def object_of(content: bytes) -> Mapping[str, Json]:
    """Return the JSON object that a document is; one that is none, or that no column can hold, counts as empty."""
    return read(content, _OBJECT) or {}


def _is_deeper(value: object, levels: int) -> bool:
    within: list[Any] = [value]
    for _ in range(levels):
        within = [
            each
            for part in within
            for each in (part.values() if isinstance(part, dict) else part if isinstance(part, list) else ())
            if isinstance(each, dict | list)
        ]
        if not within:
            return False
    return True
