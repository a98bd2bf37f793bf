"""Writes this version's golden store: once for each release, ``python tests/golden/make_golden.py VERSION``."""

import os
import sys
import tempfile
from pathlib import Path
from unittest import mock

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent / "db"), str(HERE.parents[1])]

import dbkit  # noqa: E402 - found by the line above
from test_golden_stores import DATABASE_KEY, SEED  # noqa: E402 - as above

from checkin_app.domain.ids import BusCode, bus_checkpoint  # noqa: E402 - as above
from checkin_app.runtime import keys as station_keys  # noqa: E402 - as above
from checkin_app.runtime.keys import StationKeys  # noqa: E402 - as above
from checkin_app.services.badges import Badges  # noqa: E402 - as above
from checkin_app.services.dispatch import Dispatch  # noqa: E402 - as above
from db.store import Store  # noqa: E402 - as above


def _fill(store: Store) -> None:
    people = [dbkit.delegate(number) for number in range(3)]
    dbkit.register(store, *people)
    dbkit.amend(store, people[1].id, note="Speaks with the hands")
    dbkit.add_bus(store)
    scanning = dbkit.scanning(store)
    Dispatch(store.unit).assign(people[0].id, BusCode("1-1"))
    scanning.scan([dbkit.code_of(store, people[2].id)], dbkit.OPENING)
    former = dbkit.code_of(store, people[1].id)
    Badges(store.unit, store.keys).replace(people[1].id, "lost", former=1, printer="desk")
    scanning.scan([former], dbkit.OPENING)
    scanning.scan([dbkit.code_of(store, people[0].id)], bus_checkpoint(BusCode("1-1")))


def _name(version: str, size: int) -> str:
    return f"golden-{version}" if size == 16 else os.urandom(size).hex()  # logs keep their own names


def main(version: str) -> None:
    """Write ``tests/golden/VERSION``."""
    keys = StationKeys.of(DATABASE_KEY, SEED)
    with tempfile.TemporaryDirectory() as folder:
        os.environ[station_keys.KEYS_DIR] = folder
        with (
            mock.patch.object(StationKeys, "generate", lambda: keys),
            mock.patch("db.store.secrets.token_hex", lambda size: _name(version, size)),
        ):
            store = dbkit.new_store(HERE / version)
        _fill(store)
        store.close()


if __name__ == "__main__":
    main(sys.argv[1])
