"""Signing what this station writes, and proving what others signed."""

from typing import Protocol


class BadgeSigner(Protocol):
    """Makes and proves codes; the private key stays behind it."""

    @property
    def public_key(self) -> bytes: ...
    def sign(self, message: bytes) -> bytes: ...
    def holds(self, public_key: bytes, message: bytes, signature: bytes) -> bool: ...
    def agreed(self, public: bytes) -> bytes:
        """Return a secret that is shared with whoever made an X25519 key; raises ValueError where nothing can be."""
        ...
