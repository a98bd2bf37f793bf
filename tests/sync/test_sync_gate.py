"""Whoever has not said who they are takes no more of a hub than there is: connections, and patience."""

import asyncio
import socket
import ssl
from collections.abc import Iterator

import pytest

from checkin_app.domain.invitations import Address
from checkin_app.domain.sync.status import Reach
from checkin_app.sync import gate
from checkin_app.sync.hosting import HostedHub
from checkin_app.sync.pinned import pinned_context
from checkin_app.sync.server import HubServer

#: As `HubClient` limits itself.
_OF_A_LAPTOP, _LAPTOPS = 4, 60


@pytest.fixture
def strangers() -> Iterator[list[socket.socket]]:
    some: list[socket.socket] = []
    yield some
    for each in some:
        each.close()


def connected(hub: HostedHub) -> socket.socket:
    found = socket.create_connection((hub.address.host, hub.address.port), 60)
    found.settimeout(60)
    return found


def secured(hub: HostedHub) -> ssl.SSLSocket:
    return pinned_context(hub.pin).wrap_socket(connected(hub))


def is_hung_up(each: socket.socket) -> bool:
    """Wait until the other end of a connection was closed; return whether it said nothing before."""
    with each:
        try:
            return each.recv(1) == b""
        except (ConnectionError, ssl.SSLError):
            return True


def asks(hub: HostedHub) -> bool:
    with secured(hub) as asking:
        asking.sendall(b"GET /v1/health HTTP/1.1\r\nhost: hub\r\nconnection: close\r\n\r\n")
        return asking.recv(12) == b"HTTP/1.1 200"


def test_sixty_laptops_behind_one_address_have_room_and_no_system_is_asked_to_wait_for_too_many() -> None:
    assert _OF_A_LAPTOP * _LAPTOPS < gate.MOST_OF_ONE < gate.MOST < 512


def test_one_address_holds_no_more_connections_than_its_share_and_has_room_again_as_they_end(
    venue, strangers, wait_until, monkeypatch
) -> None:
    monkeypatch.setattr(gate, "MOST_OF_ONE", 5)
    strangers += [secured(venue.hub) for _ in range(3)]
    strangers += [connected(venue.hub) for _ in range(2)]  # none that never agree upon keys are more than others
    assert is_hung_up(connected(venue.hub))
    assert is_hung_up(connected(venue.hub))
    for each in strangers:
        each.close()
    wait_until(lambda: _has_room(venue.hub))
    assert asks(venue.hub)


def test_all_addresses_together_hold_no_more_than_the_hub_can_wait_for(venue, strangers, monkeypatch) -> None:
    monkeypatch.setattr(gate, "MOST", 4)
    strangers += [secured(venue.hub) for _ in range(4)]
    assert is_hung_up(connected(venue.hub))


@pytest.mark.parametrize(
    ("host", "network"),
    [("192.0.2.7", "192.0.2.7"), ("2001:db8:1:2:aaaa::7", "2001:db8:1:2"), ("::ffff:192.0.2.7", "::ffff:192.0.2.7")],
)
def test_whoever_has_a_network_of_addresses_is_one(host: str, network: str) -> None:
    assert gate._network_of(host) == network


@pytest.fixture
def impatient(venue, monkeypatch) -> Iterator[HostedHub]:
    """Yield a hub that waits for nobody."""
    venue.hub.close()
    monkeypatch.setattr(gate, "_HANDSHAKE", 0.1)
    monkeypatch.setattr(gate, "_LOOK", 0.1)
    monkeypatch.setattr(HubServer, "answers", lambda _server: True)
    venue.hub = HostedHub(venue.hub._host, Address("127.0.0.1", venue.hub.address.port), announce=False)
    return venue.hub


def test_who_never_agrees_upon_keys_is_hung_up_on(impatient: HostedHub) -> None:
    assert is_hung_up(connected(impatient))


@pytest.mark.parametrize(
    "said",
    [
        b"",
        b"GET /v1/health HTTP/1.1\r\nhost: hub\r\n",
        b"POST /v1/exchange HTTP/1.1\r\nhost: hub\r\ncontent-length: 900\r\n\r\nsome",
        b"POST /v1/enrol HTTP/1.1\r\nhost: hub\r\ntransfer-encoding: chunked\r\n\r\n4\r\nsome\r\n",
    ],
    ids=["nothing", "half a head", "half a body", "a body without end"],
)
def test_who_does_not_go_on_with_what_they_ask_is_hung_up_on(impatient: HostedHub, said: bytes) -> None:
    asking = secured(impatient)
    asking.sendall(said)
    assert is_hung_up(asking)


def test_who_asks_listens_and_asks_again_is_not(venue, impatient: HostedHub, wait_until, monkeypatch) -> None:
    # The hub looks often, but not so often that a busy computer cannot say one thing between two looks.
    monkeypatch.setattr(gate, "_HANDSHAKE", 10.0)
    monkeypatch.setattr(gate, "_LOOK", 1.0)
    looked, look = [], gate.PatientProtocol._look
    monkeypatch.setattr(gate.PatientProtocol, "_look", lambda protocol: (looked.append(protocol), look(protocol)))
    desk = venue.joined("Desk 3")
    network = desk.network()
    network.start()
    try:
        wait_until(lambda: network.known.reach is Reach.LIVE)
        stream = network._listening
        for number in range(5):
            venue.hub_laptop.register(f"Guest {number}")
            wait_until(lambda number=number: f"Guest {number}" in desk.names())
            wait_until(lambda number=number: len(looked) > number)
        assert network._listening is stream, "the stream was never cut"
    finally:
        network.close()


def test_no_part_of_an_answer_waits_for_a_word_that_the_one_before_came(venue, monkeypatch) -> None:
    delayed: list[int] = []
    made = gate.PatientProtocol.connection_made

    def seen(protocol: gate.PatientProtocol, transport: asyncio.Transport) -> None:
        made(protocol, transport)
        connection = transport.get_extra_info("socket")
        delayed.append(connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))

    monkeypatch.setattr(gate.PatientProtocol, "connection_made", seen)
    assert asks(venue.hub)
    assert delayed
    assert all(delayed)


def _has_room(hub: HostedHub) -> bool:
    return hub._server._socket._count == 0
