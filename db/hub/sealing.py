"""What a hub writes is sealed with the key of its forum: neither the database nor who copies its disk reads of people."""

import hmac
import os
from typing import TypeAlias
from uuid import UUID

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from checkin_app.domain.facts import Fact
from checkin_app.domain.hlc import Hlc
from checkin_app.domain.ids import Digest, FactId, ForumId, Instant, LogId, Subject

KEY_LENGTH = 32
_NONCE = 12
#: The fields of a fact in their order, the signature last.
_Fields: TypeAlias = tuple[str, int, str, int, int, int, str, int, str, str, bytes, bytes, bytes]
_READ = msgspec.msgpack.Decoder(_Fields)
_WRITE = msgspec.msgpack.Encoder()


class Seal:
    """The key of one forum.

    AES-256-GCM with a random nonce for each row (NIST SP 800-38D, 8.2.2: good for 2^32 of them), bound to the row's
    place, so that rows cannot change places.  Documents are found by an HMAC: their digests would tell who guesses one
    that he guessed right.
    """

    def __init__(self, key: bytes, forum: ForumId) -> None:
        if len(key) != KEY_LENGTH:
            raise ValueError(f"a forum's key has {KEY_LENGTH} bytes")
        self._cipher = AESGCM(_derived(key, forum, "contents"))
        self._addressing = _derived(key, forum, "addresses")

    def close(self, content: bytes, place: bytes) -> bytes:
        nonce = os.urandom(_NONCE)
        return nonce + self._cipher.encrypt(nonce, content, place)

    def open(self, sealed: bytes, place: bytes) -> bytes | None:
        """Return what was sealed; None where it was spoilt, or stood elsewhere."""
        try:
            return self._cipher.decrypt(sealed[:_NONCE], sealed[_NONCE:], place)
        except (InvalidTag, ValueError):
            return None

    def close_fact(self, fact: Fact, place: bytes) -> bytes:
        """Return a fact sealed whole: what is signed, hashed and relayed can be made of its fields again."""
        fields = (
            fact.log_id, fact.seq, fact.fact_id, fact.hlc, fact.at, fact.clock_offset, fact.kind, fact.version,
            fact.actor, fact.subject, fact.body, fact.prev_hash, fact.signature,
        )  # fmt: skip
        return self.close(_WRITE.encode(fields), place)

    def open_fact(self, sealed: bytes, place: bytes) -> Fact | None:
        content = self.open(sealed, place)
        if content is None:
            return None
        log_id, seq, fact_id, hlc, at, offset, kind, version, actor, subject, body, prev_hash, signature = _READ.decode(
            content
        )
        return Fact(
            LogId(log_id), seq, FactId(fact_id), Hlc(hlc), Instant(at), offset, kind, version, actor, Subject(subject),
            body, prev_hash, signature,
        )  # fmt: skip

    def address(self, digest: Digest) -> bytes:
        """Return where a document is kept."""
        return hmac.digest(self._addressing, digest.encode(), "sha256")

    @property
    def proof(self) -> bytes:
        """Return what tells whether another process has the same key."""
        return hmac.digest(self._addressing, b"proof", "sha256")


def place_of(log: UUID, seq: int) -> bytes:
    return b"fact" + log.bytes + seq.to_bytes(8)


def _derived(key: bytes, forum: ForumId, purpose: str) -> bytes:
    return HKDF(SHA256(), 32, None, f"checkin hub {purpose}\0{forum}".encode()).derive(key)
