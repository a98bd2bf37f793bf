"""A network that cuts in the middle of what is said, or says it twice: nothing is missed, and nothing comes double."""

import random
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace

import pytest
from proxykit import Proxy

from checkin_app.domain.problems_sync import SyncProblem
from checkin_app.sync.membership import membership_in, remember

GUESTS, CUTS = 8, 10


@pytest.fixture
def proxy(venue) -> Iterator[Proxy]:
    proxy = Proxy(venue.hub.address)
    yield proxy
    proxy.close()


@pytest.mark.parametrize("fails", ["left", "twice_at"])
def test_cut_or_doubled_after_any_byte_nothing_is_missed(venue, proxy: Proxy, fails: str) -> None:
    dice = random.Random(fails)
    desk = venue.joined("Desk 3")
    membership = membership_in(desk.folder)
    remember(desk.folder, replace(membership, addresses=(proxy.address,)))
    for number in range(GUESTS):
        venue.hub_laptop.register(f"Hub {number}")
        desk.register(f"Desk {number}")
    broken = 0
    for _ in range(CUTS):
        setattr(proxy, fails, dice.randint(0, 20_000))
        try:
            desk.network().meet_once()
        except SyncProblem:
            broken += 1
        setattr(proxy, fails, None)
        with suppress(SyncProblem):  # a connection that waits may have been cut with the rest
            venue.hub_laptop.register(f"Late {broken}")
    assert broken > CUTS // 4, "it did fail in the middle"
    desk.network().meet_once()
    assert desk.heads() == venue.hub_laptop.heads()
    assert desk.network().status().only_here == 0
    for laptop in (desk, venue.hub_laptop):
        assert not laptop.station.merging.log.lacking_documents()
        laptop.station.upkeep.check()


def test_over_a_line_that_brings_each_piece_late_all_comes_and_nothing_is_asked_for_anew(venue, proxy: Proxy) -> None:
    desk = venue.joined("Desk 3")
    remember(desk.folder, replace(membership_in(desk.folder), addresses=(proxy.address,)))
    for number in range(GUESTS):
        venue.hub_laptop.register(f"Hub {number}")
        desk.register(f"Desk {number}")
    proxy.late = 0.02
    met = desk.network().meet_once()
    assert (met.taken.stored, met.given.stored) == (GUESTS, GUESTS)
    assert desk.heads() == venue.hub_laptop.heads()
