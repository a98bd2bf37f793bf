"""What a hub shows for a laptop to join: read by the laptop's own scanner, or typed as a short code.

``version(1) code(16) certificate(32) forum(1+n) addresses(1+…) check(4)`` in upper-case Base32 without padding: letters and
digits only, so that keyboards, input methods and Caps Lock cannot bend it, as with a badge's code.
"""

import base64
import binascii
import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address

from checkin_app.domain.ids import ForumId

#: Another first byte than that of a badge's code: neither is taken for the other.
VERSION = 0x49
CODE_BYTES = 16
PIN_BYTES = 32
#: Minutes for which an invitation holds.
HOLDS_MINUTES = 10
#: Addresses that fit beside the rest into a code that a cheap scanner reads from a screen.
MOST_ADDRESSES = 4
LONGEST_FORUM = 64
_CHECK = 4
_V4, _V6 = 4, 6
_ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
#: 50 bits, with words to compare; nothing that looks like something else.
SHORT_LETTERS = 10
_SHORT = re.compile(rf"[{_ALPHABET}]{{{SHORT_LETTERS}}}")
_TEXT = re.compile(r"[A-Z2-7]{88,400}")
_LONGEST_SCAN = 4_096


@dataclass(frozen=True, slots=True)
class Address:
    """Where a hub listens."""

    host: str
    port: int

    def __str__(self) -> str:
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"


@dataclass(frozen=True, slots=True)
class Invitation:
    """What a laptop needs to know of a hub before it trusts it."""

    addresses: tuple[Address, ...]
    pin: bytes
    """SHA-256 of the hub's certificate."""
    forum: ForumId
    """Empty where a short code was typed: the words that people compared vouch for the hub."""
    code: bytes
    """Good once, for ten minutes."""

    def text(self) -> str:
        """Return what its QR code holds."""
        forum = self.forum.encode()
        body = bytes([VERSION]) + self.code + self.pin + bytes([len(forum)]) + forum
        body += b"".join([_packed(each) for each in self.addresses[:MOST_ADDRESSES]])
        return base64.b32encode(body + _check(body)).decode().rstrip("=")


@dataclass(frozen=True, slots=True)
class Shown:
    """An invitation as a hub shows it."""

    invitation: Invitation
    short: str
    """What is typed where nothing can be scanned, with words to compare."""


def parse_invitation(scan: str) -> Invitation | None:
    """Return the invitation that was scanned or pasted, whatever a scanner put around it; None where it is none."""
    plain = re.sub(r"[\s-]", "", scan[:_LONGEST_SCAN]).upper()
    for found in _TEXT.finditer(plain):
        for start in range(max(1, min(len(found[0]) - 87, 16))):  # a scanner's prefix may be letters
            if invitation := _parsed(found[0][start:]):
                return invitation
    return None


def parse_short(typed: str) -> str:
    """Return a short code as it stands in messages; empty where it is none."""
    plain = re.sub(r"[\s-]", "", typed[:_LONGEST_SCAN]).upper()
    return plain if _SHORT.fullmatch(plain) else ""


def short_of(chance: bytes) -> str:
    """Return the short code that random bytes make, one letter of each."""
    return "".join([_ALPHABET[each % len(_ALPHABET)] for each in chance[:SHORT_LETTERS]])


def shown_short(code: str) -> str:
    """Return a short code as people read it: in two halves."""
    return f"{code[: SHORT_LETTERS // 2]}-{code[SHORT_LETTERS // 2 :]}"


def parse_address(text: str, port: int, least: int = 1) -> Address | None:
    """Return the address that ``host``, ``host:port`` or ``[v6]:port`` names; None where it is none."""
    found = re.fullmatch(r"\[([0-9a-fA-F:.]+)\](?::(\d{1,5}))?|([^\s:\[\]/@]{1,253})(?::(\d{1,5}))?", text.strip())
    if found is None:
        return None
    host, number = found[1] or found[3], int(found[2] or found[4] or port)
    return Address(host, number) if least <= number < 65536 else None


def _parsed(text: str) -> Invitation | None:
    try:
        raw = base64.b32decode(text + "=" * (-len(text) % 8))
    except binascii.Error:
        return None
    body, check = raw[:-_CHECK], raw[-_CHECK:]
    if len(body) < 1 + CODE_BYTES + PIN_BYTES + 1 or body[0] != VERSION or check != _check(body):
        return None
    code, pin, rest = body[1:17], body[17:49], body[49:]
    forum, packed = rest[1 : 1 + rest[0]], rest[1 + rest[0] :]
    addresses = _unpacked(packed)
    try:
        name = forum.decode()
    except UnicodeDecodeError:
        return None
    if addresses is None or len(name) > LONGEST_FORUM:
        return None
    return Invitation(tuple(addresses), pin, ForumId(name), code)


def _packed(address: Address) -> bytes:
    """Return the bytes of an address: of a number four or sixteen, of a name its length and letters."""
    try:
        number = ip_address(address.host)
    except ValueError:
        host = address.host.encode()[:200]
        return bytes([_V6 + 1 + len(host)]) + host + address.port.to_bytes(2)
    return bytes([number.version]) + number.packed + address.port.to_bytes(2)


def _unpacked(packed: bytes) -> Sequence[Address] | None:
    try:
        return list(_each(packed))
    except (ValueError, IndexError):
        return None


def _each(packed: bytes) -> Iterator[Address]:
    place = 0
    while place < len(packed):
        form = packed[place]
        size = {_V4: 4, _V6: 16}.get(form, form - _V6 - 1)
        host, port = packed[place + 1 : place + 1 + size], packed[place + 1 + size : place + 3 + size]
        if size < 1 or len(port) != 2:
            raise ValueError("an address is cut off")
        number = {_V4: IPv4Address, _V6: IPv6Address}.get(form)
        yield Address(str(number(host)) if number else host.decode("ascii"), int.from_bytes(port))
        place += 3 + size


def _check(body: bytes) -> bytes:
    return hashlib.sha256(b"invitation\n" + body).digest()[:_CHECK]
