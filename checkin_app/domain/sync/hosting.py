"""How this laptop is the hub, where it is: what the page of all laptops shows of it.  Pure."""

from dataclasses import dataclass
from enum import StrEnum
from ipaddress import ip_address

from checkin_app.domain.invitations import Address
from checkin_app.domain.problem import Problem

#: Where a hub listens unless somebody says otherwise.
USUAL_PORT = 7443


class Hosting(StrEnum):
    """Whether the others meet on this laptop."""

    OFF = "off"
    STARTING = "starting"
    ON = "on"
    ELSEWHERE = "elsewhere"
    """Another program of this laptop does it: the command `hub`, beside the window."""
    TROUBLED = "troubled"
    """It is wanted and cannot be now; it is tried again and again."""


@dataclass(frozen=True, slots=True)
class OwnHub:
    """The hub that this laptop is, or is not."""

    hosting: Hosting = Hosting.OFF
    addresses: tuple[Address, ...] = ()
    """Where the others reach it; none where this laptop is in no network."""
    problem: Problem | None = None
    """Why it cannot be."""
    was_asked: bool = False
    """Somebody came through since it began."""
    words: str = ""
    """To be compared with those on the laptop that typed the newest invitation's short code; empty until one did."""

    @property
    def invites(self) -> bool:
        return self.hosting in {Hosting.ON, Hosting.ELSEWHERE}


def from_elsewhere(addresses: tuple[Address, ...]) -> tuple[Address, ...]:
    """Return the addresses at which another laptop reaches this one."""
    return tuple(each for each in addresses if not ip_address(each.host).is_loopback)
