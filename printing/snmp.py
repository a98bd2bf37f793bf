"""What a device says of itself over SNMP: one question (GET of SNMPv2c, RFC 3416), asked until it is answered.

Packages that do all of SNMP bring an event loop or encryption of their own; the bytes are written and read by pyasn1.
"""

import socket
from collections.abc import Mapping, Sequence
from contextlib import suppress
from secrets import randbelow
from time import monotonic
from typing import Any

from pyasn1.codec.ber import decoder, encoder  # type: ignore[import-untyped]  # the package carries no type hints
from pyasn1.error import PyAsn1Error  # type: ignore[import-untyped]  # as above
from pyasn1.type import namedtype, tag, univ  # type: ignore[import-untyped]  # as above

PORT = 161
Value = int | bytes
_VERSION_2C = 1
_COMMUNITY = b"public"
_GET, _ANSWER = 0, 2
"""What a message is, by its tag (RFC 3416, 3)."""
_AGAIN = 0.5
"""Seconds after which the question is sent anew: nobody tells that one was lost."""
_MOST = 65535
_READ: Mapping[int, type[Value]] = {0x02: int, 0x04: bytes}
"""Tags of the values that are understood: INTEGER and OCTET STRING."""


#: An object and its value, which is read only where its kind is known.
_BINDING = univ.Sequence(
    componentType=namedtype.NamedTypes(
        namedtype.NamedType("name", univ.ObjectIdentifier()), namedtype.NamedType("value", univ.Any())
    )
)


def _message(kind: int) -> Any:
    said = namedtype.NamedTypes(
        *(namedtype.NamedType(name, univ.Integer()) for name in ("number", "status", "index")),
        namedtype.NamedType("bindings", univ.SequenceOf(componentType=_BINDING)),
    )
    marked = tag.Tag(tag.tagClassContext, tag.tagFormatConstructed, kind)
    body = univ.Sequence(componentType=said).subtype(implicitTag=marked)
    return univ.Sequence(
        componentType=namedtype.NamedTypes(
            namedtype.NamedType("version", univ.Integer()),
            namedtype.NamedType("community", univ.OctetString()),
            namedtype.NamedType("body", body),
        )
    )


def question(number: int, names: Sequence[str]) -> bytes:
    """Return a GET of objects, each by its numbers with dots, that bears a number of its own."""
    made = _message(_GET)
    made["version"], made["community"] = _VERSION_2C, _COMMUNITY
    body = made["body"]
    body["number"], body["status"], body["index"] = number, 0, 0
    for at, name in enumerate(names):
        body["bindings"][at]["name"] = name
        body["bindings"][at]["value"] = encoder.encode(univ.Null(""))
    return bytes(encoder.encode(made))


def answer(message: bytes, number: int) -> Mapping[str, Value] | None:
    """Return the values that a message answers a question with, by name, without those that the device does not have.

    None of anything but a whole answer to that question.
    """
    try:
        said, rest = decoder.decode(message, asn1Spec=_message(_ANSWER))
        body = said["body"]
        if rest or int(body["number"]) != number:
            return None
        found = {}
        if int(body["status"]) == 0:
            for each in body["bindings"]:
                value = bytes(each["value"])
                if kind := _READ.get(value[0]):
                    found[str(each["name"])] = kind(decoder.decode(value)[0])
    except (PyAsn1Error, ValueError, IndexError, OverflowError, UnicodeError):  # whatever anybody sends to a port
        return None
    return found


def asked(host: str, names: Sequence[str], seconds: float, port: int = PORT) -> Mapping[str, Value] | None:
    """Return what a device answers in so many seconds; None where it says nothing, or is not there."""
    number, ends = randbelow(2**31), monotonic() + seconds
    with suppress(OSError, ValueError):  # no such host, unreachable, nobody at its port, no host's name
        family, kind, protocol, _, place = socket.getaddrinfo(host, port, type=socket.SOCK_DGRAM)[0]
        with socket.socket(family, kind, protocol) as line:
            line.connect(place)
            while (left := ends - monotonic()) > 0:
                line.send(question(number, names))
                if (said := _heard(line, number, monotonic() + min(_AGAIN, left))) is not None:
                    return said
    return None


def _heard(line: socket.socket, number: int, ends: float) -> Mapping[str, Value] | None:
    """Return the answer to a question, past whatever else comes until `ends`."""
    with suppress(TimeoutError):
        while (left := ends - monotonic()) > 0:
            line.settimeout(left)
            if (said := answer(line.recv(_MOST), number)) is not None:
                return said
    return None
