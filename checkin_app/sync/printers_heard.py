"""Printers of which the local network says that they are there: a hint of what to try, and no more."""

import threading
from collections.abc import Sequence
from ipaddress import ip_address
from operator import itemgetter
from time import monotonic

import zeroconf

from checkin_app.runtime.hosts import PRIVATE, ipp_place, is_private
from checkin_app.runtime.settings import PrinterKind

_BY_TLS = "_ipps._tcp.local."
#: Printers that take bytes as they come, at the port that the network names, and those that speak IPP (Bonjour Printing, 1.2.1).
_TYPES = {
    "_pdl-datastream._tcp.local.": PrinterKind.NETWORK,
    "_ipp._tcp.local.": PrinterKind.IPP,
    _BY_TLS: PrinterKind.IPP,
}
_REFUSED = (OSError, zeroconf.Error, zeroconf.EventLoopBlocked)
_MOST, _LONGEST = 50, 80
_ASKED_IN = 500
"""Milliseconds in which one says where it is."""


def printers_heard(seconds: float = 2.0, cards: Sequence[str] = ()) -> tuple[tuple[PrinterKind, str, str], ...]:
    """Return what printers call themselves and where they are, by name; of those that speak IPP, which take PDFs.

    One that speaks IPP both ways is named by TLS alone, where nobody else reads whose badges it prints.

    Args:
        seconds: how long it is listened.
        cards: addresses of this laptop at which it is listened; without any, at all of them.
    """
    found: dict[tuple[PrinterKind, str], str] = {}
    names: list[tuple[str, str]] = []
    more = threading.Event()

    def heard(service_type: str, name: str, state_change: zeroconf.ServiceStateChange, **_more: object) -> None:
        if state_change is not zeroconf.ServiceStateChange.Removed and len(names) < _MOST:
            names.append((service_type, name))
            more.set()

    try:
        asking = zeroconf.Zeroconf(interfaces=[*cards] or zeroconf.InterfaceChoice.All)
    except _REFUSED:
        return ()
    try:
        browsing = zeroconf.ServiceBrowser(asking, [*_TYPES], handlers=[heard])
        ends, looked = monotonic() + seconds, 0
        while (left := ends - monotonic()) > 0:
            more.wait(left)
            more.clear()
            for type_, name in names[looked:]:
                looked += 1
                if target := _target(asking, type_, name):
                    found.setdefault((_TYPES[type_], target), _called(type_, name))
        browsing.cancel()
    except _REFUSED:
        pass
    finally:
        asking.close()
    private = {(called, _host(target)) for (_, target), called in found.items() if is_private(target)}
    told = (
        (kind, called, target)
        for (kind, target), called in found.items()
        if kind is not PrinterKind.IPP or is_private(target) or (called, _host(target)) not in private
    )
    return tuple(sorted(told, key=itemgetter(1, 2)))


def _host(target: str) -> str:
    place = ipp_place(target)
    return place[0] if place else ""


def _target(asking: zeroconf.Zeroconf, type_: str, name: str) -> str:
    """Return where a printer is; empty where it does not say so in time, or takes no PDFs over IPP."""
    service = asking.get_service_info(type_, name, timeout=_ASKED_IN)
    if service is None or service.port is None:
        return ""
    first = next((each for each in service.parsed_addresses() if ip_address(each).version == 4), "")
    place = f"{PRIVATE if type_ == _BY_TLS else ''}{first}:{service.port}" if first else ""
    if _TYPES[type_] is not PrinterKind.IPP:
        return place
    takes, path = (service.decoded_properties.get(each) or "" for each in ("pdl", "rp"))
    place = f"{place}/{path}" if place and path else place
    return place if "application/pdf" in takes and ipp_place(place) else ""


def _called(type_: str, name: str) -> str:
    plain = name.removesuffix(f".{type_}")[:_LONGEST]
    return plain if plain.isprintable() else ""
