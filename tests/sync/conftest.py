"""A venue for each test, and the patience to wait for what happens there."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from venuekit import Ahead, Laptop, Venue

from checkin_app.bootstrap import station as stations
from checkin_app.bootstrap.phone_words import say
from checkin_app.domain.invitations import Address
from checkin_app.sync.hosting import Host, HostedHub


@pytest.fixture
def venue(tmp_path: Path) -> Iterator[Venue]:
    stations.new_station(tmp_path / "hub", "gstf-2024", "Hub", "")
    clock = Ahead()
    whole = stations.opened(tmp_path / "hub", clock)
    laptop = Laptop(tmp_path / "hub", whole, clock)
    words: list[str] = []
    host = Host(laptop.folder, whole.station, whole.store.newest, whole.store.keys.database_key, words.append, say)
    hub = HostedHub(host, Address("127.0.0.1", 0))
    venue = Venue(tmp_path, laptop, hub, [], words)
    yield venue
    venue.hub.close()
    for each in (laptop, *venue.laptops):
        each.whole.store.close()


@pytest.fixture
def wait_until() -> Callable[..., None]:
    """Return what waits for a condition, and fails where it does not come."""
    import threading

    def wait(holds: Callable[[], object], seconds: float = 60.0) -> None:
        patience = threading.Event()
        for _ in range(int(seconds / 0.02)):
            if holds():
                return
            patience.wait(0.02)
        assert holds()

    return wait
