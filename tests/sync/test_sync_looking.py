"""A laptop and its hub that know the same say so to one another in a few hundred bytes, whatever they know."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from proxykit import Proxy

from checkin_app.domain.sync.messages import Reply, Request
from checkin_app.services.merging import bundle_above
from checkin_app.sync import visit
from checkin_app.sync.membership import membership_in, remember


@pytest.fixture
def proxy(venue) -> Iterator[Proxy]:
    proxy = Proxy(venue.hub.address)
    yield proxy
    proxy.close()


@pytest.fixture
def meeting(venue, proxy: Proxy):
    """A laptop that has just met its hub, over a line on which every byte is counted."""
    desk = venue.joined("Desk 3")
    remember(desk.folder, replace(membership_in(desk.folder), addresses=(proxy.address,)))
    network = desk.network()
    meeting = network._reach()
    meeting.meet()
    yield desk, network, meeting
    meeting.client.close()


def test_a_poll_that_finds_nothing_new_costs_less_than_a_thousand_bytes_both_ways_together(
    meeting, proxy: Proxy
) -> None:
    _desk, network, with_hub = meeting
    for _ in range(3):
        before, met = proxy.carried, network.status().last_exchange
        with_hub.look()
        assert 0 < proxy.carried - before < 1000
        assert network.status().last_exchange >= met
    before = proxy.carried
    with_hub.meet()
    assert proxy.carried - before > 1000, "it was all asked for"


def test_what_is_new_on_either_side_is_found_by_the_next_look(venue, meeting) -> None:
    desk, network, with_hub = meeting
    venue.hub_laptop.register("林若溪")
    with_hub.look()
    assert desk.names() == {"林若溪"}
    desk.register("周明轩")
    assert network.status().only_here == 1
    with_hub.look()
    assert network.status().only_here == 0
    assert venue.hub_laptop.names() == {"林若溪", "周明轩"}


def test_every_so_often_all_is_asked_though_nothing_is_new(meeting, proxy: Proxy, monkeypatch) -> None:
    _desk, _network, with_hub = meeting
    monkeypatch.setattr(visit, "_ASKED_EVERY", 0.0)
    with_hub.meet()
    before = proxy.carried
    with_hub.look()
    assert proxy.carried - before > 1000


@pytest.mark.parametrize("ask", ["meet", "look"])
def test_what_is_recorded_while_the_hub_is_spoken_with_is_only_here_until_it_was_given(meeting, ask: str) -> None:
    desk, network, with_hub = meeting
    carry, guests = with_hub._carry, iter(["林若溪"])

    def carry_and_record(request: Request) -> Reply:
        reply = carry(request)
        for name in guests:
            desk.register(name)
        return reply

    with_hub._carry = carry_and_record
    getattr(with_hub, ask)()
    assert network.status().only_here == 1
    with_hub.meet()
    assert network.status().only_here == 0


def test_what_came_down_the_stream_is_confirmed_to_the_hub_by_the_next_look(venue, meeting) -> None:
    desk, _network, with_hub = meeting
    venue.hub_laptop.register("林若溪")
    there, here = venue.hub_laptop.station.merging, desk.station.merging
    assert here.take(bundle_above(there.log, here.vector())).stored == 1
    assert venue.hub.only_here().entries == 1
    with_hub.look()
    assert venue.hub.only_here().entries == 0
