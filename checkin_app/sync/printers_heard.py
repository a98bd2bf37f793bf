"""Printers of which the local network says that they are there: a hint of what to try, and no more."""

import threading
from collections.abc import Sequence
from ipaddress import ip_address
from time import monotonic

import zeroconf

#: Printers that take bytes as they come, at the port that the network names (Bonjour Printing, 1.2.1).
_TYPE = "_pdl-datastream._tcp.local."
_REFUSED = (OSError, zeroconf.Error, zeroconf.EventLoopBlocked)
_MOST, _LONGEST = 50, 80
_ASKED_IN = 500
"""Milliseconds in which one says where it is."""


def printers_heard(seconds: float = 2.0, cards: Sequence[str] = ()) -> tuple[tuple[str, str], ...]:
    """Return what printers call themselves and where they are, as ``host:port``, by name.

    Args:
        seconds: how long it is listened.
        cards: addresses of this laptop at which it is listened; without any, at all of them.
    """
    found: dict[str, str] = {}
    names: list[str] = []
    more = threading.Event()

    def heard(name: str, state_change: zeroconf.ServiceStateChange, **_more: object) -> None:
        if state_change is not zeroconf.ServiceStateChange.Removed and len(names) < _MOST:
            names.append(name)
            more.set()

    try:
        asking = zeroconf.Zeroconf(interfaces=[*cards] or zeroconf.InterfaceChoice.All)
    except _REFUSED:
        return ()
    try:
        browsing = zeroconf.ServiceBrowser(asking, [_TYPE], handlers=[heard])
        ends, looked = monotonic() + seconds, 0
        while (left := ends - monotonic()) > 0:
            more.wait(left)
            more.clear()
            for name in names[looked:]:
                looked += 1
                if target := _target(asking, name):
                    found.setdefault(target, _called(name))
        browsing.cancel()
    except _REFUSED:
        pass
    finally:
        asking.close()
    return tuple(sorted((called, target) for target, called in found.items()))


def _target(asking: zeroconf.Zeroconf, name: str) -> str:
    """Return where a printer is; empty where it does not say so in time."""
    service = asking.get_service_info(_TYPE, name, timeout=_ASKED_IN)
    if service is None or service.port is None:
        return ""
    first = next((each for each in service.parsed_addresses() if ip_address(each).version == 4), "")
    return f"{first}:{service.port}" if first else ""


def _called(name: str) -> str:
    plain = name.removesuffix(f".{_TYPE}")[:_LONGEST]
    return plain if plain.isprintable() else ""
