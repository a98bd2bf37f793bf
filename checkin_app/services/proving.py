"""Which codes are genuine: what was proven is remembered, and of this station's own it is proven while nobody comes."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field

from checkin_app.domain import codes
from checkin_app.domain.codes import BadgeCode
from checkin_app.domain.ids import DelegateId, ForumId
from checkin_app.services.ports.badges import BadgeQueries
from checkin_app.services.ports.signing import BadgeSigner

#: Codes that are remembered, each in a hundred bytes: of a forum of 100 000 all, and some of other stations' besides.
_MOST = 2**17
#: Bytes of the digest that a code is remembered by: to meet one of them is as hard as to make a signature.
_DIGEST = 16
#: Badges of one piece: making their signatures takes some three milliseconds.
_AT_ONCE = 64


def signed_by(signer: BadgeSigner, forum: ForumId, delegate: DelegateId, issue: int) -> BadgeCode:
    """Return the code of one badge as this station signs it; any enrolled station may, each in its own way."""
    unsigned = BadgeCode(codes.key_id(signer.public_key), delegate, issue, b"")
    signature = signer.sign(codes.message(forum, unsigned.unsigned()))
    return BadgeCode(unsigned.key_id, delegate, issue, signature)


class Proving:
    """Proves codes, and knows again what it proved: a guest's badge comes back at every door."""

    def __init__(self, signer: BadgeSigner) -> None:
        self.signer = signer
        self._proven: set[bytes] = set()

    def holds(self, public_key: bytes, forum: ForumId, code: BadgeCode) -> bool:
        """Return whether the station with this key signed `code` for `forum`."""
        message = codes.message(forum, code.unsigned())
        known = self._digest(public_key, code.signature, message)
        if known in self._proven:
            return True
        if not self.signer.holds(public_key, message, code.signature):
            return False
        self._remember(known)
        return True

    def sign_ahead(self, forum: ForumId, badges: Iterable[tuple[DelegateId, int]]) -> None:
        """Sign as for badges of this station's own: Ed25519 signs alike each time, so what is read is known by that."""
        for delegate, issue in badges:
            code = signed_by(self.signer, forum, delegate, issue)
            message = codes.message(forum, code.unsigned())
            self._remember(self._digest(self.signer.public_key, code.signature, message))

    def _digest(self, public_key: bytes, signature: bytes, message: bytes) -> bytes:
        # The parts before the last with their lengths, so no two codes are written alike.
        parts = (len(public_key).to_bytes(4), public_key, len(signature).to_bytes(4), signature, message)
        return hashlib.blake2b(b"".join(parts), digest_size=_DIGEST).digest()

    def _remember(self, digest: bytes) -> None:
        if len(self._proven) >= _MOST:
            self._proven.pop()  # whichever: it is proven again when it comes
        self._proven.add(digest)


@dataclass(slots=True)
class ProvingAhead:
    """Goes through everybody's valid badge once, piece by piece; whoever comes later is proven when they are scanned."""

    proving: Proving
    forum: ForumId
    queries: BadgeQueries
    _after: DelegateId | None = field(default=DelegateId(""), init=False)

    def step(self) -> bool:
        """Prove one piece ahead; return whether there is more."""
        if self._after is None:
            return False
        badges = self.queries.valid_badges(self._after, _AT_ONCE)
        self.proving.sign_ahead(self.forum, badges)
        self._after = badges[-1][0] if len(badges) == _AT_ONCE else None
        return self._after is not None
