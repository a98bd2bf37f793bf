"""How a coordinator's phone gets to the hub's page: an address to open, and a code that the hub shows."""

from dataclasses import dataclass

from checkin_app.domain.ids import Instant
from checkin_app.domain.invitations import Address

#: Where the page is at the hub.
PAGE, SIGN_IN = "/phone", "/phone/sign-in"
#: The name of the code in the link of the QR code.
CODE = "code"
#: Minutes for which a code is good, and hours for which a phone stays signed in: one turn of duty.
CODE_MINUTES, SIGNED_IN_HOURS = 10, 8
#: How many phones one code may sign in, at most: those that stand around the screen.
MOST_PHONES = 20
#: Bytes of a fingerprint that are compared at a time.
_PART = 4


@dataclass(frozen=True, slots=True)
class PhoneCode:
    """What the hub shows for phones to sign in."""

    addresses: tuple[Address, ...]
    """Where the page is, the likeliest first."""
    pin: bytes
    """SHA-256 of the hub's certificate, which no phone knows: a person compares it."""
    code: str
    phones: int
    """How many it signs in."""

    @property
    def pages(self) -> tuple[str, ...]:
        """Return what is typed into a phone."""
        return tuple(f"https://{each}" for each in self.addresses)

    @property
    def link(self) -> str:
        """Return what the QR code holds; the code is good for so few and so short that it may stand in it."""
        return f"https://{self.addresses[0]}{SIGN_IN}?{CODE}={self.code}"

    @property
    def fingerprint(self) -> str:
        """Return the certificate's digest as a browser shows it."""
        return self.pin.hex(":").upper()

    @property
    def fingerprint_parts(self) -> tuple[str, ...]:
        """Return it in parts of a length that a person compares at a glance."""
        parts = (self.pin[place : place + _PART] for place in range(0, len(self.pin), _PART))
        return tuple(each.hex(":").upper() for each in parts)


@dataclass(frozen=True, slots=True)
class SignedIn:
    """A phone that is signed in; it is called by its number, since nobody's name is kept for it."""

    number: int
    since: Instant
    until: Instant
    seen: Instant | None = None
    """When it looked last."""
