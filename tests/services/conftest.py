"""A station on a real store for each test."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from postkit import Hand, Post

from checkin_app.bootstrap import station as stations
from checkin_app.domain.forum import instant

DURING_OPENING = datetime(2024, 9, 25, 9, 15, tzinfo=timezone(timedelta(hours=8)))


@pytest.fixture
def new_post(tmp_path: Path) -> Iterator[Callable[[str], Post]]:
    stores = []

    def make(name: str) -> Post:
        clock = Hand(instant(DURING_OPENING))
        stations.new_station(tmp_path / name, "gstf-2024", name, "", clock)
        opened = stations.opened(tmp_path / name, clock)
        stores.append(opened.store)
        return Post(opened.station, clock, opened.store.close)

    yield make
    for store in stores:
        store.close()


@pytest.fixture
def post(new_post: Callable[[str], Post]) -> Post:
    return new_post("desk")
