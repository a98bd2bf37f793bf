"""Where a hub is: what the network says of it is a hint, and the certificate alone proves it."""

import logging
import socket
import threading
from collections.abc import Sequence
from contextlib import suppress
from ipaddress import ip_address, ip_network

import zeroconf
from zeroconf._utils.net import get_all_addresses

from checkin_app.domain.ids import ForumId
from checkin_app.domain.invitations import Address
from checkin_app.runtime.logs import Plain

log = logging.getLogger(__name__)
_TYPE = "_checkin-hub._tcp.local."
_PIN, _FORUM = b"pin", b"forum"
#: Enough to tell hubs apart; the whole is proven by the handshake.
_PIN_DIGITS = 16
_NEAR = 24
#: Seconds that a network may take to be told.
_SAID = 10.0
_REFUSED = (OSError, zeroconf.Error, zeroconf.EventLoopBlocked)


def own_addresses(listen: Address) -> tuple[Address, ...]:
    """Return where others reach what listens here: of a host that stands for all, each of this laptop's."""
    if not ip_address(listen.host).is_unspecified:
        return (listen,)
    hosts = [str(each) for each in get_all_addresses()]
    near = [each for each in hosts if ip_address(each).is_private and not ip_address(each).is_loopback]
    near.sort(key=lambda each: ip_address(each).is_link_local)
    return tuple(Address(each, listen.port) for each in near or hosts)


def is_near(address: Address) -> bool:
    """Return whether an address is in a network of this laptop's own: of the size that venues' networks have."""
    try:
        networks = [ip_network(f"{each}/{_NEAR}", strict=False) for each in get_all_addresses()]
        return any(ip_address(address.host) in each for each in networks)
    except (ValueError, *_REFUSED):
        return False


class Announced:
    """Says on the local network that a hub is here; where the network takes nothing of the kind, in vain."""

    def __init__(self, forum: ForumId, address: Address, pin: bytes, cards: Sequence[str] = ()) -> None:
        """Begin to say it, in a thread: a network may take its time.

        Args:
            forum: whose hub it is.
            address: where it listens; nothing is said of one that others cannot reach.
            pin: of its certificate.
            cards: addresses of this laptop at which it is said; without any, where the hub listens.
        """
        self._cards = tuple(cards)
        self._zeroconf: zeroconf.Zeroconf | None = None
        self._thread = threading.Thread(target=self._announce, args=(forum, address, pin), name="mdns", daemon=True)
        if cards or not ip_address(address.host).is_loopback:
            self._thread.start()

    def settle(self) -> None:
        """Wait until it is said, or cannot be."""
        if self._thread.ident:
            self._thread.join(_SAID)

    def close(self) -> None:
        self.settle()
        if self._zeroconf:
            with suppress(*_REFUSED):
                self._zeroconf.close()

    def _announce(self, forum: ForumId, address: Address, pin: bytes) -> None:
        hosts = [each.host for each in own_addresses(address)]
        name = f"hub-{pin.hex()[:8]}"
        service = zeroconf.ServiceInfo(
            _TYPE,
            f"{name}.{_TYPE}",
            port=address.port,
            addresses=[socket.inet_aton(each) for each in hosts if ":" not in each],
            properties={_PIN: pin.hex()[:_PIN_DIGITS].encode(), _FORUM: forum.encode()[:64]},
            server=f"{name}.local.",
        )
        try:
            self._zeroconf = zeroconf.Zeroconf(interfaces=[*self._cards] or hosts)
            self._zeroconf.register_service(service, allow_name_change=True)
        except _REFUSED as error:
            log.info("the hub is not announced: %s", Plain(type(error).__name__))


def heard_of(pin: bytes, seconds: float = 2.0, cards: Sequence[str] = ()) -> tuple[Address, ...]:
    """Return where the network says that hubs are: those with the certificate `pin`, or all where it is empty.

    Anybody may say anything there: it is a hint of where to look, and the handshake proves whether it is the hub.

    Args:
        pin: as much of a certificate as is known.
        seconds: how long it is listened, at most.
        cards: addresses of this laptop at which it is listened; without any, at all of them.
    """
    found: dict[Address, None] = {}
    came = threading.Event()

    def heard(zeroconf: zeroconf.Zeroconf, service_type: str, name: str, **_more: object) -> None:
        service = zeroconf.get_service_info(service_type, name, timeout=500)
        if service is None or service.port is None:
            return
        said = (service.properties.get(_PIN) or b"").decode(errors="replace")
        if pin and not (said and pin.hex().startswith(said)):
            return
        for each in service.parsed_addresses():
            found[Address(each, service.port)] = None
        came.set()

    try:
        asking = zeroconf.Zeroconf(interfaces=[*cards] or zeroconf.InterfaceChoice.All)
    except _REFUSED:
        return ()
    try:
        zeroconf.ServiceBrowser(asking, _TYPE, handlers=[heard])
        came.wait(seconds)
    finally:
        with suppress(*_REFUSED):
            asking.close()
    return tuple(found)
