"""What happens on one laptop is seen on another as it happens; cut anywhere, nothing is missed."""

import contextlib
import errno
import socket
from collections.abc import Iterator

import pytest
from msgspec.structs import replace
from proxykit import Proxy

from checkin_app.bootstrap import meeting
from checkin_app.cli.meeting import _met_row
from checkin_app.cli.parts import JoinWish
from checkin_app.domain.canonical import canonical
from checkin_app.domain.enrolment import Role, Standing
from checkin_app.domain.facts import FactDraft
from checkin_app.domain.ids import Instant, Subject
from checkin_app.domain.invitations import Address
from checkin_app.domain.kinds.people import DelegateRegistered
from checkin_app.domain.problems_hub import HubNotReached, HubRefused, KeptApart, NobodyListens, PortTaken
from checkin_app.domain.sync.status import Reach
from checkin_app.services.conversing import Met, Moved
from checkin_app.services.merging import Bundle
from checkin_app.sync import network as lane
from checkin_app.sync.hosting import Host, HostedHub
from checkin_app.sync.hub_client import HubClient
from checkin_app.sync.membership import Membership, membership_in, remember


@pytest.fixture
def proxy(venue) -> Iterator[Proxy]:
    proxy = Proxy(venue.hub.address)
    yield proxy
    proxy.close()


def through(laptop, proxy: Proxy) -> None:
    known = membership_in(laptop.folder)
    remember(laptop.folder, Membership(known.pin, (proxy.address,)))


@pytest.fixture
def together(venue, wait_until):
    """Return what starts a laptop's lane and waits until it is live; all are ended afterwards."""
    started = []

    def start(laptop, **more):
        network = laptop.network(**more)
        started.append(network)
        network.start()
        wait_until(lambda: network.known.reach is Reach.LIVE)
        return network

    yield start
    for each in started:
        each.close()


def test_what_is_recorded_at_the_hub_comes_down_the_stream(venue, together, wait_until) -> None:
    desk = venue.joined("Desk 3")
    changes = []
    together(desk, changed=changes.append)
    venue.hub_laptop.register("林若溪")
    wait_until(lambda: desk.names() == {"林若溪"}, 3)
    wait_until(lambda: changes)


def test_what_is_recorded_at_one_desk_is_seen_at_another(venue, together, wait_until) -> None:
    one, two = venue.joined("Desk 1"), venue.joined("Desk 2")
    giving, _taking = together(one), together(two)
    guest = one.register("林若溪")
    giving.ring()
    wait_until(lambda: two.names() == {guest.name}, 3)
    wait_until(lambda: giving.status().only_here == 0)
    assert giving.status().heard >= 1


def _registers_with_much_to_say(laptop, *letters: str) -> list[str]:
    """Register somebody for each letter, with a document that no stream carries; return what they are called."""
    with laptop.whole.store.unit() as unit:
        named = [unit.keep(canonical({"note": letter * 3_000_000})) for letter in letters]
        for number, digest in enumerate(named, 1):
            unit.record(FactDraft(Subject(f"delegate:{number:016x}"), DelegateRegistered(values={}, document=digest)))
        unit.commit()
    return named


def test_what_is_too_long_for_the_stream_comes_at_once_as_well(venue, together, wait_until, monkeypatch) -> None:
    monkeypatch.setattr(lane, "_MEET_STREAMED", (3600.0, 3600.0))
    desk = venue.joined("Desk 3")
    together(desk)
    named = _registers_with_much_to_say(venue.hub_laptop, "a", "b", "c")
    log = desk.station.merging.log
    wait_until(lambda: log.unheld(named) == [] and desk.heads() == venue.hub_laptop.heads(), 30)


def test_what_one_desk_says_at_length_comes_to_another_while_both_stay(
    venue, together, wait_until, monkeypatch
) -> None:
    """The hub hears of it before it has all of it."""
    monkeypatch.setattr(lane, "_MEET_STREAMED", (0.5, 1.0))
    one, two = venue.joined("Desk 1"), venue.joined("Desk 2")
    giving, _taking = together(one), together(two)
    named = _registers_with_much_to_say(one, "a", "b", "c")
    giving.ring()
    wait_until(lambda: two.station.merging.log.unheld(named) == [], 30)


def test_a_log_that_was_written_twice_is_noticed_though_it_is_as_long_in_both_places(venue) -> None:
    desk = venue.joined("Desk 3")
    guest = desk.register("林若溪")
    log, keys = desk.station.merging.log, desk.whole.store.keys
    (log_id,) = [
        each for each, seq in log.vector().items() if log.following({each: seq - 1}, 1)[0].subject.endswith(guest.id)
    ]
    written = log.following({log_id: 0}, 1000)
    other = replace(written[-1], at=Instant(written[-1].at - 1))
    other = replace(other, signature=keys.sign(other.signed_bytes()))
    assert venue.hub_laptop.station.merging.take(Bundle((*written[:-1], other), {})).stored == len(written)
    assert desk.heads() == venue.hub_laptop.heads(), "by how far the logs are known they are the same"
    desk.network().meet_once()
    for laptop in (desk, venue.hub_laptop):
        assert laptop.station.queries.kept_out().set_aside == 1
    assert log.following({log_id: len(written) - 1}, 1) == written[-1:], "what was written here stands here"


def test_two_are_one_once_they_have_met_but_for_what_either_keeps_out(venue) -> None:
    desk = venue.joined("Desk 3")
    desk.register("林若溪")
    first = desk.network().meet_once()
    assert (first.agreed, first.are_one) == (False, True), "they knew different things before, and know the same now"
    assert _met_row(first)["agreed"] is True
    assert _met_row(Met(given=Moved(stored=3, kept_out=1), agreed=False))["agreed"] is False


def test_cut_again_and_again_nothing_is_missed(venue, proxy: Proxy, together, wait_until, monkeypatch) -> None:
    monkeypatch.setattr(lane, "_BACK_OFF", (0.02, 0.1))
    desk = venue.joined("Desk 3")
    through(desk, proxy)
    together(desk)
    for number in range(6):
        venue.hub_laptop.register(f"Hub {number}")
        desk.register(f"Desk {number}")
        proxy.cut()
    wait_until(lambda: desk.heads() == venue.hub_laptop.heads(), 20)
    assert len(desk.names()) == 12
    desk.station.upkeep.check()


def test_a_hub_that_is_away_is_said_and_met_again_when_it_is_back(
    venue, proxy: Proxy, together, wait_until, monkeypatch
) -> None:
    monkeypatch.setattr(lane, "_BACK_OFF", (0.02, 0.1))
    desk = venue.joined("Desk 3")
    through(desk, proxy)
    network = together(desk)
    proxy.close()
    wait_until(lambda: network.known.reach is Reach.AWAY)
    desk.register("林若溪")
    status = network.status()
    assert status.only_here == 1
    assert status.trouble is not None
    remember(desk.folder, Membership(venue.hub.pin, (venue.hub.address,)))
    wait_until(lambda: network.status().only_here == 0)
    assert venue.hub_laptop.names() == {"林若溪"}


def test_where_no_stream_comes_through_news_are_waited_for(venue, together, wait_until, monkeypatch) -> None:
    monkeypatch.setattr(HubClient, "events", lambda _self: iter(()))
    desk = venue.joined("Desk 3")
    network = desk.network()
    network.start()
    try:
        wait_until(lambda: network.known.reach is Reach.POLLED)
        venue.hub_laptop.register("林若溪")
        wait_until(lambda: desk.names() == {"林若溪"}, 3)
    finally:
        network.close()


def test_facts_that_were_acknowledged_are_not_only_here_after_the_next_opening(venue) -> None:
    desk = venue.joined("Desk 3")
    desk.register("林若溪")
    network = desk.network()
    network.meet_once()
    assert network.status().only_here == 0
    assert desk.network().status().only_here == 0
    desk.register("佐伯 遥")
    assert desk.network().status().only_here == 1


def test_another_laptop_becomes_the_hub_when_the_former_is_gone(venue) -> None:
    lead, desk = venue.joined("Lead", Role.COORDINATOR), venue.joined("Desk 3")
    lead.network().meet_once()
    venue.hub.close()
    desk.register("林若溪")
    other = HostedHub(
        Host(lead.folder, lead.station, lead.whole.store.newest, lead.whole.store.keys.database_key),
        Address("127.0.0.1", 0),
    )
    try:
        code = other.invite().invitation.text()
        assert meeting.join(desk.folder, JoinWish(code)).standing is Standing.MEMBER, "it is known there already"
        assert desk.network().meet_once().given.stored == 1
        assert lead.names() == {"林若溪"}
    finally:
        other.close()


def test_a_hub_whose_port_goes_deaf_serves_anew(venue) -> None:
    assert venue.hub.keep_going()
    venue.hub._server.close()
    assert not venue.hub.keep_going()
    assert venue.hub.keep_going()
    assert venue.joined("Desk 3").names() == set()


def test_a_port_that_another_has_is_said(venue) -> None:
    host = Host(venue.folder / "hub", venue.hub_laptop.station, venue.hub_laptop.whole.store.newest, b"secret")
    with pytest.raises(PortTaken):
        HostedHub(host, venue.hub.address)


@pytest.mark.parametrize(("said", "near", "meant"), [
    (errno.EHOSTUNREACH, True, KeptApart), (errno.EHOSTUNREACH, False, HubNotReached), (errno.ECONNREFUSED, True, NobodyListens),
])  # fmt: skip
def test_a_network_that_keeps_laptops_apart_is_told_from_a_hub_that_refuses(
    venue, monkeypatch, said, near, meant
) -> None:
    desk = venue.joined("Desk 3")

    def unheard(*_given: object, **_more: object) -> socket.socket:
        raise OSError(said, "nobody")

    monkeypatch.setattr("checkin_app.sync.hub_client.is_near", lambda _address: near)
    monkeypatch.setattr(socket, "create_connection", unheard)
    with pytest.raises(HubNotReached) as raised:
        desk.network().meet_once()
    assert type(raised.value) is meant


def test_a_clock_that_is_set_while_a_laptop_listens_is_a_refusal_and_then_no_matter(venue) -> None:
    desk = venue.joined("Desk 3")
    with contextlib.closing(venue.client(desk)) as client:
        client.ask("/v1/standing")
        desk.clock.by = 100_000
        with pytest.raises(HubRefused):
            client.news("name")
        assert client.ask("/v1/standing")["standing"] == Standing.MEMBER
        assert client.clock.best and abs(client.clock.best.milliseconds + 100_000) < 1_000
