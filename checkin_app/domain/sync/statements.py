"""What a hub says of itself so that laptops whose own hub is gone find it and believe it without joining anew.  Pure."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from checkin_app.domain.enrolment import Enrolment, Role, Standing
from checkin_app.domain.ids import ForumId, Instant, StationId, station_id
from checkin_app.domain.invitations import Address

#: A laptop remembers so many hubs besides its own, the newest.
MOST_HUBS = 8


@dataclass(frozen=True, slots=True)
class HubStatement:
    """“I am a hub of this forum; by this certificate I am known, and there I am reached”, as its station signs it."""

    forum: ForumId
    pin: bytes
    addresses: tuple[Address, ...]
    at: Instant
    public_key: bytes
    signature: bytes = b""

    @property
    def station(self) -> StationId:
        return station_id(self.public_key)

    def signed_bytes(self) -> bytes:
        lines = ["hub 1", self.forum, self.pin.hex(), str(self.at), *map(str, self.addresses)]
        return "\n".join(lines).encode(errors="surrogatepass")


def leading(enrolments: Iterable[Enrolment]) -> list[Enrolment]:
    """Return the laptops that others follow where they say that they are a hub."""
    return [each for each in enrolments if each.role is Role.COORDINATOR and each.standing is Standing.MEMBER]


def is_believed(
    statement: HubStatement,
    forum: ForumId,
    enrolments: Iterable[Enrolment],
    holds: Callable[[bytes, bytes, bytes], bool],
) -> bool:
    """Return whether laptops follow a hub: only one that a coordinator's laptop, as it is known here, says it is itself.

    Args:
        statement: as it came, from wherever.
        forum: this laptop's.
        enrolments: who takes part, as far as that is known here.
        holds: proves signatures.
    """
    vouched = any(each.public_key == statement.public_key for each in leading(enrolments))
    return (
        vouched
        and statement.forum == forum
        and bool(statement.addresses)
        and holds(statement.public_key, statement.signed_bytes(), statement.signature)
    )
