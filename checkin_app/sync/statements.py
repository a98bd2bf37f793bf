"""How a hub's statement of itself is sent, and kept beside the hub for the lane that tells others of it."""

from contextlib import suppress
from pathlib import Path
from typing import Annotated

import msgspec
from msgspec import Meta

from checkin_app.domain.ids import ForumId, Instant
from checkin_app.domain.invitations import MOST_ADDRESSES, parse_address
from checkin_app.domain.sync.statements import HubStatement
from checkin_app.runtime.bounded import read_bounded
from checkin_app.runtime.whole_file import taking_place

FILE = "statement.json"
_LONGEST = 8_000


class StatementBody(msgspec.Struct, frozen=True):
    """A statement in hexadecimal and text."""

    forum: Annotated[str, Meta(max_length=64)]
    pin: Annotated[str, Meta(pattern=r"\A[0-9a-f]{64}\Z")]
    addresses: Annotated[list[Annotated[str, Meta(max_length=260)]], Meta(max_length=MOST_ADDRESSES)]
    at: Annotated[int, Meta(ge=0, le=2**53)]
    key: Annotated[str, Meta(pattern=r"\A[0-9a-f]{64}\Z")]
    signature: Annotated[str, Meta(pattern=r"\A[0-9a-f]{128}\Z")]

    def statement(self) -> HubStatement:
        addresses = tuple(each for text in self.addresses if (each := parse_address(text, 0)))
        return HubStatement(
            ForumId(self.forum), bytes.fromhex(self.pin), addresses, Instant(self.at), bytes.fromhex(self.key),
            bytes.fromhex(self.signature),
        )  # fmt: skip


def written(statement: HubStatement) -> StatementBody:
    return StatementBody(
        statement.forum, statement.pin.hex(), [*map(str, statement.addresses)], statement.at,
        statement.public_key.hex(), statement.signature.hex(),
    )  # fmt: skip


def keep(folder: Path, body: StatementBody) -> None:
    """Let the lane of the hub's own laptop tell others of it; where that fails, they hear of it when their hub is gone."""
    with suppress(OSError), taking_place(folder / FILE) as stream:
        stream.write(msgspec.json.encode(body))


def forget(folder: Path) -> None:
    with suppress(OSError):
        (folder / FILE).unlink(missing_ok=True)


def kept(folder: Path) -> StatementBody | None:
    """Return what the hub in a folder says of itself; None where there is none."""
    with suppress(OSError, msgspec.DecodeError):
        return msgspec.json.decode(read_bounded(folder / FILE, _LONGEST), type=StatementBody)
    return None
