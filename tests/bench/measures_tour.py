"""Measures doors and lists of 120 buses among all the people of the filled store, on a copy of it."""

import json
import random
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from checkin_app.bootstrap import station as stations
from checkin_app.domain.buses import Bus
from checkin_app.domain.ids import BusCode, CheckpointId, DelegateId, RouteId, bus_checkpoint
from checkin_app.domain.outcomes import Reason
from checkin_app.services.badges import code_of
from checkin_app.services.dispatch import assignment
from checkin_app.services.missing import missing_of
from checkin_app.services.opened import OpenedStation

_BUSES = tuple(BusCode(f"{route}-{number}") for route in "1234" for number in range(1, 31))
_ON_A_LIST = 40
_SCANS = 600
#: Until then the write-ahead log still grows.
_WARM_UP = 100
_SEED = 20240925
_DESK = CheckpointId("technical-visit")


def measure_tour(folder: Path) -> dict[str, float]:
    with tempfile.TemporaryDirectory(prefix="bench-tour-") as beside:
        shutil.copytree(folder / "station", copy := Path(beside, "station"))
        opened = stations.opened(copy)
        try:
            station, people = opened.station, _on_their_way(opened.station)
            while station.upkeep.read_ahead() or station.proving_ahead.step():
                pass
            door, desk = _scans(station, people)
            lists = [_timed(lambda bus=bus: missing_of(station, bus)) for bus in _BUSES]
        finally:
            opened.store.close()
    return {
        "door_scan_ms": median(door) * 1000,
        "door_over_desk": median(door) / median(desk),
        "missing_list_ms": median(lists) * 1000,
    }


def _on_their_way(station: OpenedStation) -> list[DelegateId]:
    """Put people on the lists of buses whose doors are open, and return all there are."""
    for code in _BUSES:
        station.dispatch.add_bus(Bus(code, RouteId(code[0]), 49, 45))
        station.dispatch.open_doors(code)
    people = [*station.queries.delegate_ids()]
    with station.dispatch.open_unit() as unit:
        for place, who in enumerate(people[: len(_BUSES) * _ON_A_LIST]):
            unit.record(assignment(unit, who, _BUSES[place % len(_BUSES)]))
        unit.commit()
    return people


def _scans(station: OpenedStation, people: list[DelegateId]) -> tuple[list[float], list[float]]:
    """Return how long scans take at a door and at a desk, by turns as chance has it."""
    door, desk = people[:_SCANS], people[-_SCANS:]
    work = [(who, bus_checkpoint(_BUSES[place % len(_BUSES)])) for place, who in enumerate(door)]
    work += [(who, _DESK) for who in desk]
    random.Random(_SEED).shuffle(work)
    times: tuple[list[float], list[float]] = ([], [])
    for place, (who, where) in enumerate(work):
        code = code_of(station.signer, station.forum.id, who, 1)
        begun = time.perf_counter()
        reason = station.scanning.scan([code], where).decision.reason
        spent = time.perf_counter() - begun
        if place >= _WARM_UP and reason in {Reason.BOARDED, Reason.ADMITTED}:
            times[where == _DESK].append(spent)
    return times


def _timed(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


if __name__ == "__main__":
    print(json.dumps(measure_tour(Path(sys.argv[2]))))
