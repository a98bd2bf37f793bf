"""What a laptop remembers of the hub it joined: where it was, and by which certificate it is known; no secret of either."""

from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec

from checkin_app.domain.ids import Instant, StationId
from checkin_app.domain.invitations import PIN_BYTES, Address, parse_address
from checkin_app.domain.problems import StoreNotWritable
from checkin_app.domain.sync.statements import MOST_HUBS
from checkin_app.runtime.bounded import read_bounded
from checkin_app.runtime.paths import StationFolder
from checkin_app.runtime.whole_file import taking_place
from checkin_app.sync.server import PORT

_LONGEST = 64_000
_MOST_ADDRESSES = 8
_LONG_AGO = Instant(0)
#: A person showed the way there: whoever uses that laptop, it is known by its certificate alone.
BY_A_PERSON = StationId("")


class _Other(msgspec.Struct):
    pin: str
    addresses: list[str]
    at: int = 0
    station: str = ""


class _Written(msgspec.Struct):
    pin: str
    addresses: list[str]
    code: str = ""
    station: str = ""
    others: list[_Other] = []


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A hub besides the one that a laptop meets at."""

    pin: bytes
    addresses: tuple[Address, ...]
    at: Instant = _LONG_AGO
    """When it said so of itself."""
    station: StationId = BY_A_PERSON
    """Whose it said that it is: no longer than that laptop leads does anybody go there."""


@dataclass(frozen=True, slots=True)
class Membership:
    """The hub that a laptop joined."""

    pin: bytes
    addresses: tuple[Address, ...]
    """Where it may be, the one where it answered last first."""
    code: bytes = b""
    """Of its invitation, as long as the hub has not heard of it: good for ten minutes, once."""
    others: tuple[Elsewhere, ...] = ()
    """Where it goes when this one is gone."""
    station: StationId = BY_A_PERSON
    """Whose it is, where this laptop came to it by itself."""

    def answered_at(self, address: Address) -> "Membership":
        """Return this with the address where the hub answered put first."""
        others = tuple(each for each in self.addresses if each != address)
        return replace(self, addresses=(address, *others)[:_MOST_ADDRESSES])

    def moved_to(self, there: Elsewhere) -> "Membership":
        """Return this where another hub takes the place of this one, which is not forgotten."""
        left = Elsewhere(self.pin, self.addresses, station=self.station)
        others = tuple(each for each in self.others if each.pin != there.pin)
        return Membership(there.pin, there.addresses, others=(left, *others)[:MOST_HUBS], station=there.station)


def membership_in(folder: Path) -> Membership | None:
    """Return what was remembered; None where it has joined nobody, or the file says nothing."""
    with suppress(OSError, msgspec.DecodeError, ValueError):
        found = msgspec.json.decode(read_bounded(StationFolder(folder).hub, _LONGEST), type=_Written)
        pin, code = bytes.fromhex(found.pin), bytes.fromhex(found.code)
        others = tuple(
            Elsewhere(bytes.fromhex(each.pin), _parsed(each.addresses), Instant(each.at), StationId(each.station))
            for each in found.others
        )
        if len(pin) == PIN_BYTES:
            return Membership(pin, _parsed(found.addresses), code, others, StationId(found.station))
    return None


def _parsed(addresses: list[str]) -> tuple[Address, ...]:
    return tuple(each for text in addresses if (each := parse_address(text, PORT)))


def remember(folder: Path, membership: Membership) -> None:
    """Write it down.

    Raises:
        StoreNotWritable: the folder does not take it.
    """
    others = [_Other(each.pin.hex(), [*map(str, each.addresses)], each.at, each.station) for each in membership.others]
    addresses = [*map(str, membership.addresses)]
    written = _Written(membership.pin.hex(), addresses, membership.code.hex(), membership.station, others)
    _write(StationFolder(folder).hub, msgspec.json.encode(written))


def _write(file: Path, content: bytes) -> None:
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with taking_place(file) as stream:
            stream.write(content)
    except OSError as error:
        raise StoreNotWritable(folder=str(file.parent)) from error
