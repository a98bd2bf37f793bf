"""TLS to one certificate and no other: whoever has another is told nothing, not even what is asked.

Trusting the certificate as its own authority fails where a laptop's clock stands before the year 2000, and host names mean
nothing between laptops; so neither is looked at, and the handshake itself compares the digest.
"""

import hmac
import ssl
from collections.abc import Callable

from checkin_app.sync.certificate import pin_of


class OtherCertificate(ssl.SSLError):
    """The certificate is not the one that was shown."""


class _PinnedSocket(ssl.SSLSocket):
    def do_handshake(self, block: bool = False) -> None:  # noqa: FBT001, FBT002 - as ssl.SSLSocket calls it
        super().do_handshake(block)
        context = self.context
        if isinstance(context, PinnedContext):
            context.look_at(self.getpeercert(binary_form=True) or b"")


class PinnedContext(ssl.SSLContext):
    """Speaks TLS 1.3 with the one whose certificate has a digest."""

    sslsocket_class = _PinnedSocket
    pin: bytes
    seen: "Callable[[bytes], None] | None"
    mismatched: bool = False
    """Whether somebody with another certificate answered: what carries requests says only that it failed."""

    def look_at(self, der: bytes) -> None:
        """Compare a certificate with the one expected; tell which it is, where none is expected yet."""
        found = pin_of(der)
        if self.seen:
            self.seen(found)
        else:
            self.must_be(found)

    def must_be(self, found: bytes) -> None:
        if not hmac.compare_digest(found, self.pin):
            self.mismatched = True
            raise OtherCertificate("the certificate is another one")


def pinned_context(pin: bytes, seen: Callable[[bytes], None] | None = None) -> PinnedContext:
    """Return what speaks with the certificate whose SHA-256 is `pin`.

    Args:
        pin: of the certificate; empty where it is not known yet.
        seen: is told the digest of the certificate met, which is then compared by people's words.
    """
    context = PinnedContext(ssl.PROTOCOL_TLS_CLIENT)
    context.pin, context.seen = pin, seen
    context.minimum_version = ssl.TLSVersion.TLSv1_3
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context
