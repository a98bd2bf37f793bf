"""Which hub serves a station's folder, as other processes of the same laptop see it: light, since each window looks."""

import socket
from contextlib import suppress
from pathlib import Path

import msgspec

from checkin_app.domain.invitations import Address, parse_address
from checkin_app.domain.problems import StoreNotWritable
from checkin_app.runtime.bounded import read_bounded
from checkin_app.runtime.paths import StationFolder
from checkin_app.runtime.whole_file import taking_place

_SERVING = "serving.json"
_LONGEST = 10_000
_ANSWERS = 1.0


def remember(folder: Path, address: Address) -> None:
    """Let others find the hub of the station in `folder`.

    Raises:
        StoreNotWritable: the folder takes no file.
    """
    try:
        with taking_place(StationFolder(folder).own_hub / _SERVING) as stream:
            stream.write(msgspec.json.encode(str(address)))
    except OSError as error:
        raise StoreNotWritable(folder=str(folder)) from error


def forget(folder: Path) -> None:
    with suppress(OSError):
        (StationFolder(folder).own_hub / _SERVING).unlink(missing_ok=True)


def served_at(folder: Path) -> Address | None:
    """Return where the hub of the station in `folder` listens; None where none does, though one that was killed said so.

    Another program may have that port since: only whoever shows the folder's own certificate is its hub.
    """
    address = _remembered(folder)
    if address is None:
        return None
    from checkin_app.sync.certificate import pin_in  # noqa: PLC0415 - TLS is loaded only where a hub has been
    from checkin_app.sync.pinned import pinned_context  # noqa: PLC0415 - as is this

    pin = pin_in(StationFolder(folder).hub_certificate)
    with suppress(OSError), socket.create_connection(from_here(address), _ANSWERS) as answering:
        if pin:
            with pinned_context(pin).wrap_socket(answering):
                return address
    return None


def has_served(folder: Path) -> bool:
    """Return whether the station in `folder` ever was a hub: its certificate stays."""
    return StationFolder(folder).hub_certificate.exists()


def from_here(address: Address) -> tuple[str, int]:
    """Return where what listens is spoken to from this laptop."""
    host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(address.host, address.host)  # noqa: S104 - looked for, not bound
    return host, address.port


def _remembered(folder: Path) -> Address | None:
    with suppress(OSError, msgspec.DecodeError):
        return parse_address(
            msgspec.json.decode(read_bounded(StationFolder(folder).own_hub / _SERVING, _LONGEST), type=str), 0
        )
    return None
