"""The code on a badge: 76 bytes in upper-case Base32, signed, with nothing personal in it.

``version(1) key_id(2) delegate_id(8) issue(1) signature(64)``; RFC 4648 without padding gives 122 characters,
which is exactly what QR version 5-M holds in alphanumeric mode (ISO/IEC 18004, table 7).
"""

import base64
import hashlib
import re

from msgspec import Struct

from checkin_app.domain.ids import DelegateId, ForumId

VERSION = 1
LENGTH = 122
"""Characters of a whole code."""
LAST_ISSUE = 255
"""The issue takes one byte."""
_UNSIGNED = 12
_BYTES = 76
_AS_DIGITS = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", "0123456789abcdefghijklmnopqrstuv")
_ALPHABET = re.compile(r"[A-Z2-7]+")
#: Version 1 in the first byte makes every code begin alike; a scan may lose its head as well as its tail.
_PART = re.compile(r"A[EFGH][A-Z2-7]{14,}|[A-Z2-7]{60,}")


class BadgeCode(Struct, frozen=True):
    """A code taken apart; nothing about it is proven until its signature holds."""

    key_id: bytes
    delegate: DelegateId
    issue: int
    signature: bytes

    def unsigned(self) -> bytes:
        return bytes([VERSION]) + self.key_id + bytes.fromhex(self.delegate) + bytes([self.issue])

    def text(self) -> str:
        return base64.b32encode(self.unsigned() + self.signature).decode().rstrip("=")


class NotACode(Struct, frozen=True):
    """A text that is no whole code; `partial` where it looks like a piece of one of ours."""

    partial: bool


def key_id(public_key: bytes) -> bytes:
    return hashlib.sha256(public_key).digest()[:2]


def message(forum: ForumId, unsigned: bytes) -> bytes:
    """Return what is signed: bound to the forum, so that no other forum's code can pass here."""
    return b"badge\n" + forum.encode() + b"\n" + unsigned


def parse(text: str) -> BadgeCode | NotACode:
    """Take a scanned text apart; case does not matter, since a scanner may have Caps Lock reversed."""
    code = text.strip().upper()
    if len(code) != LENGTH or not _ALPHABET.fullmatch(code):
        return NotACode(partial=_PART.fullmatch(code) is not None)
    # The standard library's decoder takes six times as long, on the way of every scan.
    number, rest = divmod(int(code.translate(_AS_DIGITS), 32), 4)
    raw = number.to_bytes(_BYTES)
    if rest:  # bits left over: not made by us
        return NotACode(partial=True)
    if raw[0] != VERSION:
        return NotACode(partial=False)
    return BadgeCode(raw[1:3], DelegateId(raw[3:11].hex()), raw[11], raw[_UNSIGNED:])
