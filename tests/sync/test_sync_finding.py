"""Where the hub is: what the network says is a hint, and who answers there is believed by the certificate alone."""

import errno
import socket
from contextlib import closing
from dataclasses import replace

import httpx2
import pytest
from mdnskit import announced, heard_of
from venuekit import Venue

from checkin_app.bootstrap import meeting
from checkin_app.domain.enrolment import Standing
from checkin_app.domain.ids import ForumId
from checkin_app.domain.invitations import Address, Invitation
from checkin_app.domain.problems_hub import HubForeign, HubNotReached, KeptApart, NobodyListens, OnlyHeardOf
from checkin_app.sync import finding, hub_client, joining
from checkin_app.sync.membership import membership_in, remember
from db.log.stamps import now

FORUM = ForumId("gstf-2024")


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


def test_a_hub_that_is_announced_is_heard_of_by_another_and_by_its_certificate() -> None:
    here, pin = Address("127.0.0.1", 7443), bytes(range(32))
    with announced(here, pin):
        assert heard_of(pin) == (here,)
        assert here in heard_of(b"")
        assert heard_of(bytes(32), 0.5) == (), "that of another hub is none of ours"


def test_a_laptop_whose_hub_has_moved_finds_it_by_what_the_network_says(
    venue: Venue, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = venue.joined("Desk 3")
    known = membership_in(desk.folder)
    assert known
    remember(desk.folder, replace(known, addresses=(Address("127.0.0.1", free_port()),)))
    monkeypatch.setattr(meeting.finding, "heard_of", heard_of)
    with announced(venue.hub.address, venue.hub.pin):
        meeting.meet(desk.folder)
    now_known = membership_in(desk.folder)
    assert now_known
    assert now_known.addresses[0] == venue.hub.address, "where it answered last is looked at first"


def test_an_invitation_whose_addresses_lead_nowhere_is_good_where_the_network_tells_of_its_hub(
    venue: Venue, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = venue.hub.invite().invitation
    monkeypatch.setattr(meeting.finding, "heard_of", heard_of)
    with announced(venue.hub.address, venue.hub.pin):
        asked = venue.asked("Desk 3", replace(shown, addresses=(Address("127.0.0.1", free_port()),)).text())
    assert asked.standing is Standing.ASKING


def test_whoever_only_says_to_be_the_hub_is_not_believed(venue: Venue, monkeypatch: pytest.MonkeyPatch) -> None:
    """A stranger announces a hub of its own under the certificate of ours: the handshake ends it, and nothing is told."""
    shown = venue.hub.invite().invitation
    ours = bytes([venue.hub.pin[0] ^ 1]) + venue.hub.pin[1:]
    invitation = Invitation((Address("127.0.0.1", free_port()),), ours, shown.forum, shown.code)
    monkeypatch.setattr(meeting.finding, "heard_of", heard_of)
    with announced(venue.hub.address, ours), pytest.raises(HubForeign):
        venue.asked("Desk 3", invitation.text())
    assert not (venue.folder / "Desk 3").exists()
    assert venue.asked("Desk 3", shown.text()).standing is Standing.ASKING, "its code was told to nobody"


# ---- a network that keeps laptops apart


def refused_with(number: int, monkeypatch: pytest.MonkeyPatch) -> type[HubNotReached]:
    """Return what is said where connecting to an address in the own network fails so."""

    def fail(*_asked: object, **_how: object) -> object:
        raise httpx2.ConnectError("no") from OSError(number, "no")

    monkeypatch.setattr(hub_client, "is_near", lambda _address: True)
    with closing(hub_client.HubClient(Address("192.0.2.7", 7443), bytes(32), None, now)) as client:
        monkeypatch.setattr(client._http, "request", fail)
        with pytest.raises(HubNotReached) as raised:
            client.ask("/v1/standing", sign=False)
    return type(raised.value)


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (errno.EHOSTUNREACH, KeptApart),
        (10065, KeptApart),
        (errno.ECONNREFUSED, NobodyListens),
        (10061, NobodyListens),
        (errno.ETIMEDOUT, HubNotReached),
    ],
)
def test_what_the_system_says_of_an_address_near_by_tells_what_is_in_the_way(
    number: int, kind: type[HubNotReached], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert refused_with(number, monkeypatch) is kind


@pytest.mark.parametrize(
    ("hints", "at_hints", "said"),
    [
        ((), HubNotReached, HubNotReached),
        ((), KeptApart, KeptApart),
        ((Address("192.0.2.7", 7443),), HubNotReached, OnlyHeardOf),
        ((Address("192.0.2.7", 7443),), KeptApart, OnlyHeardOf),
        ((Address("192.0.2.7", 7443),), NobodyListens, NobodyListens),
        ((Address("192.0.2.7", 7443),), HubForeign, HubForeign),
    ],
)
def test_a_hub_that_is_heard_of_and_does_not_answer_is_held_back_on_the_way(
    hints: tuple[Address, ...], at_hints: type[HubNotReached], said: type[HubNotReached]
) -> None:
    known = Invitation((Address("192.0.2.1", 7443),), bytes(32), FORUM, bytes(16))

    def ask(asked: Invitation) -> object:
        kind = at_hints if not hints or asked != known else HubNotReached
        raise kind(**{"address" if kind is HubForeign else "addresses": str(asked.addresses[0])})

    with pytest.raises((HubNotReached, HubForeign)) as raised:
        joining.at_hints(known, lambda: hints, ask)
    assert type(raised.value) is said


def test_a_laptop_on_which_no_hub_runs_says_so(venue: Venue) -> None:
    shown = venue.hub.invite().invitation
    venue.hub.close()
    with pytest.raises(NobodyListens):
        joining.look_at(shown, now)


def test_an_address_of_the_own_network_is_told_from_others(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(finding, "get_all_addresses", lambda: ["192.168.7.20", "127.0.0.1"])
    assert finding.is_near(Address("192.168.7.99", 7443))
    assert not finding.is_near(Address("192.168.8.99", 7443))
    assert not finding.is_near(Address("hub.example", 7443))
