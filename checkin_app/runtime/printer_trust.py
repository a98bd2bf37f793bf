"""What this computer keeps of printers in the network: the certificate that one showed first, and as whom it lets us in.

A login lies where the keys of stations do, a certificate in a file beside them: a key store that is locked must not make a
printer one that was never met.  Neither is in a settings file, nor in a folder that is copied.
"""

import hashlib
import json
from dataclasses import dataclass, field

from checkin_app.runtime import keys


@dataclass(frozen=True, slots=True)
class Login:
    user: str
    password: str = field(repr=False)


def keep_login(place: str, login: Login) -> None:
    """Keep as whom a place lets us in; raises StoreNotWritable."""
    keys.keep(_name("login", place), json.dumps([login.user, login.password]).encode().hex())


def login_at(place: str) -> Login | None:
    """Return as whom a place lets us in; None where nobody said, or what is kept is damaged."""
    try:
        user, password = json.loads(bytes.fromhex(keys.held(_name("login", place))))
        return Login(str(user), str(password))
    except (ValueError, TypeError):
        return None


def forget_login(place: str) -> None:
    keys.forget(_name("login", place))


def keep_certificate(place: str, digest: str) -> None:
    """Keep the SHA-256, in hexadecimal, of the certificate that a place has; raises StoreNotWritable."""
    keys.keep_beside(_name("certificate", place), digest)


def certificate_at(place: str) -> str:
    """Return the SHA-256 of the certificate that a place has; empty where it was not met yet; raises OSError as `held_beside`."""
    return keys.held_beside(_name("certificate", place))


def forget_certificate(place: str) -> None:
    keys.forget_beside(_name("certificate", place))


def _name(what: str, place: str) -> str:
    """Return what a secret is called: letters and digits, whatever the place is called."""
    return f"printer-{what}-{hashlib.sha256(place.encode()).hexdigest()[:32]}"
