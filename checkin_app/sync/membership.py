"""What a laptop remembers of the hub it joined: where it was, and by which certificate it is known; no secret of either."""

from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec

from checkin_app.domain.invitations import PIN_BYTES, Address, parse_address
from checkin_app.domain.problems import StoreNotWritable
from checkin_app.runtime.bounded import read_bounded
from checkin_app.runtime.paths import StationFolder
from checkin_app.runtime.whole_file import taking_place
from checkin_app.sync.server import PORT

_LONGEST = 64_000
_MOST_ADDRESSES = 8


class _Written(msgspec.Struct):
    pin: str
    addresses: list[str]
    code: str = ""


@dataclass(frozen=True, slots=True)
class Membership:
    """The hub that a laptop joined."""

    pin: bytes
    addresses: tuple[Address, ...]
    """Where it may be, the one where it answered last first."""
    code: bytes = b""
    """Of its invitation, as long as the hub has not heard of it: good for ten minutes, once."""

    def answered_at(self, address: Address) -> "Membership":
        """Return this with the address where the hub answered put first."""
        others = tuple(each for each in self.addresses if each != address)
        return replace(self, addresses=(address, *others)[:_MOST_ADDRESSES])


def membership_in(folder: Path) -> Membership | None:
    """Return what was remembered; None where it has joined nobody, or the file says nothing."""
    with suppress(OSError, msgspec.DecodeError, ValueError):
        found = msgspec.json.decode(read_bounded(StationFolder(folder).hub, _LONGEST), type=_Written)
        pin, code = bytes.fromhex(found.pin), bytes.fromhex(found.code)
        addresses = [each for text in found.addresses if (each := parse_address(text, PORT))]
        return Membership(pin, tuple(addresses), code) if len(pin) == PIN_BYTES else None
    return None


def remember(folder: Path, membership: Membership) -> None:
    """Write it down.

    Raises:
        StoreNotWritable: the folder does not take it.
    """
    written = _Written(membership.pin.hex(), [str(each) for each in membership.addresses], membership.code.hex())
    _write(StationFolder(folder).hub, msgspec.json.encode(written))


def _write(file: Path, content: bytes) -> None:
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with taking_place(file) as stream:
            stream.write(content)
    except OSError as error:
        raise StoreNotWritable(folder=str(file.parent)) from error
