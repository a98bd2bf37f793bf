"""A hub, laptops and a crowd of light stations on the loopback, each a process of its own.

Called with what one process is to be: `hub`, `laptop` or `crowd`; its figures are the last line of its output, as JSON.
"""

import asyncio
import json
import resource
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from checkin_app.bootstrap import meeting
from checkin_app.bootstrap import station as stations
from checkin_app.cli.parts import JoinWish
from checkin_app.domain.changes import ChangeSet
from checkin_app.domain.enrolment import Standing
from checkin_app.domain.ids import CheckpointId, station_id
from checkin_app.domain.invitations import Address
from checkin_app.domain.sync.status import Reach
from checkin_app.runtime.keys import StationKeys
from checkin_app.services.badges import code_of
from checkin_app.sync.hosting import Host, HostedHub
from checkin_app.sync.membership import membership_in
from tests.bench.crowd import Hub, figures, new_seeds, walked
from tests.bench.make_store import fill

_DELEGATES = 8000
LAPTOPS = ("one", "two")
_CROWD = "crowd.json"


def prepare(folder: Path, walkers: int) -> None:
    """Make a hub's store, two laptops that take part, and the keys of a crowd that does."""
    if (folder / _CROWD).exists():
        return
    stations.new_station(folder / "hub", "gstf-2024", "Hub", "")
    whole = stations.opened(folder / "hub")
    station = whole.station
    fill(whole.store, _DELEGATES, _DELEGATES)
    seeds = new_seeds(walkers)
    for number, seed in enumerate(seeds):
        key = StationKeys.of(bytes(32), seed).public_key
        station.enrolling.ask(key, f"Walker {number}")
        station.enrolling.admit(station_id(key))
    host = Host(folder / "hub", station, whole.store.newest, whole.store.keys.database_key)
    hub = HostedHub(host, Address("127.0.0.1", _free_port()), announce=False)
    for name in LAPTOPS:
        meeting.join(folder / name, JoinWish(hub.invite().invitation.text(), name))
        asking = next(each for each in station.queries.enrolments() if each.name == name)
        station.enrolling.admit(asking.station)
        meeting.meet(folder / name)
    people = [*station.queries.delegate_ids()][_DELEGATES // 2 :]
    hub.close()
    whole.store.close()
    (folder / _CROWD).write_text(json.dumps({"seeds": [each.hex() for each in seeds], "people": people}))


def prepare_crowded(folder: Path, delegates: int) -> None:
    """Make a hub's store with so many delegates, and let it know where it will listen."""
    if (folder / "hub").exists():
        return
    stations.new_station(folder / "hub", "gstf-2024", "Hub", "")
    whole = stations.opened(folder / "hub")
    fill(whole.store, delegates, delegates)
    host = Host(folder / "hub", whole.station, whole.store.newest, whole.store.keys.database_key)
    hub = HostedHub(host, Address("127.0.0.1", _free_port()), announce=False)
    meeting.join(folder / LAPTOPS[0], JoinWish(hub.invite().invitation.text(), LAPTOPS[0]))
    hub.close()
    whole.store.close()


def let_in(folder: Path, name: str) -> None:
    """Let a new laptop take part that holds nothing yet, at a hub that serves."""
    meeting.join(folder / name, JoinWish(meeting.invite(folder / "hub").invitation.text(), name))
    with stations.open_station(folder / "hub") as hub:
        asking = next(
            each for each in hub.queries.enrolments() if each.name == name and each.standing is Standing.ASKING
        )
        hub.enrolling.admit(asking.station)


@contextmanager
def serving(folder: Path) -> Iterator[dict[str, Any]]:
    """Let the hub serve until the block ends; what it cost is in what is yielded then."""
    hub, told = _process("hub", folder), dict[str, Any]()
    assert hub.stdout
    try:
        assert "ready" in hub.stdout.readline()
        yield told
    finally:
        said, _ = hub.communicate("end\n")
    told.update(json.loads(said.splitlines()[-1]))


def run(folder: Path, seconds: int) -> dict[str, float]:
    """Let a hub, two laptops and the crowd be together for so long; return what they measured."""
    with serving(folder) as hub:
        others = {name: _process("laptop", folder, name, seconds) for name in LAPTOPS}
        others["crowd"] = _process("crowd", folder, seconds)
        found = {name: _ended(process) for name, process in others.items()}
    return _compared({**found, "hub": hub})


def _compared(found: Mapping[str, Mapping[str, Any]]) -> dict[str, float]:
    """Return how long scans of one laptop took to the screen of the other, and what it cost."""
    delays = []
    for here, there in (LAPTOPS, LAPTOPS[::-1]):
        shown = found[there]["shown"]
        delays += [shown[name] - at for name, at in found[here]["scanned"].items() if name in shown]
        missing = [name for name in found[here]["scanned"] if name not in shown]
        assert not missing, f"{len(missing)} scans of {here} never came to {there}"
    ordered = sorted(delays)
    crowd, hub = found["crowd"], found["hub"]
    return {
        "screen_p50_ms": ordered[len(ordered) // 2] * 1000,
        "screen_p95_ms": ordered[round(0.95 * (len(ordered) - 1))] * 1000,
        **{name: float(crowd[name]) for name in ("stream_p50_ms", "stream_p95_ms", "stored_p50_ms", "stored_p95_ms")},
        "hub_ms_a_fact": hub["spent"] / max(1, crowd["written"]) * 1000,
        "hub_cores": hub["spent"] / hub["seconds"],
        "refused": float(crowd["refused"]),
    }


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        return int(free.getsockname()[1])


def _process(*words: object) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "tests.bench.venue", *map(str, words)]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def _ended(process: "subprocess.Popen[str]") -> Any:
    said, _ = process.communicate()
    if process.returncode:
        raise SystemExit("a process of the venue failed")
    return json.loads(said.splitlines()[-1])


def _spent() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def be_hub(folder: Path) -> Mapping[str, Any]:
    membership = membership_in(folder / LAPTOPS[0])
    assert membership
    whole = stations.opened(folder / "hub")
    host = Host(folder / "hub", whole.station, whole.store.newest, whole.store.keys.database_key)
    hub = HostedHub(host, membership.addresses[0], announce=False)
    before, begun = _spent(), time.monotonic()
    print("ready", flush=True)
    sys.stdin.readline()
    told = {"spent": _spent() - before, "seconds": time.monotonic() - begun}
    hub.close()
    whole.store.close()
    return told


def be_laptop(folder: Path, name: str, seconds: int) -> Mapping[str, Any]:
    """Scan once a second, and note when scans of others are there to be shown."""
    whole = stations.opened(folder / name)
    station = whole.station
    shown: dict[str, float] = {}
    place = [whole.store.newest.newest_arrival()]

    def changed(_changes: ChangeSet) -> None:
        newest = whole.store.newest.arrived_after(place[0], 1000)
        place[0], at = newest.arrival, time.monotonic()
        shown.update({each.fact_id: at for each in newest.facts if each.fact_id not in shown})

    network = meeting.network_of(folder / name, whole, changed, print)
    network.start()
    while network.known.reach is not Reach.LIVE:
        time.sleep(0.05)
    time.sleep(3)
    scanned: dict[str, float] = {}
    before = _spent()
    place_in_order = LAPTOPS.index(name)
    ids = station.queries.delegate_ids()[: _DELEGATES // 2][place_in_order::2][:seconds]
    codes = [code_of(station.signer, station.forum.id, each, 1) for each in ids]
    first = time.monotonic() + place_in_order / 2
    for number in range(seconds):
        time.sleep(max(0.0, first + number - time.monotonic()))
        at = time.monotonic()
        outcome = station.scanning.scan((codes[number],), CheckpointId("session-3"))
        network.ring()
        scanned[outcome.fact_id] = at
    time.sleep(4)
    spent = _spent() - before
    network.close()
    whole.store.close()
    return {"scanned": scanned, "shown": shown, "spent": spent}


def be_crowd(folder: Path, seconds: int) -> Mapping[str, Any]:
    membership = membership_in(folder / LAPTOPS[0])
    assert membership
    hub = Hub(membership.addresses[0].port, membership.pin)
    crowd = json.loads((folder / _CROWD).read_text())
    before = _spent()
    seen = asyncio.run(walked([bytes.fromhex(each) for each in crowd["seeds"]], crowd["people"], hub, seconds))
    return {**figures(seen), "spent": _spent() - before}


if __name__ == "__main__":
    what, where, *rest = sys.argv[1:]
    match what:
        case "hub":
            told = be_hub(Path(where))
        case "laptop":
            told = be_laptop(Path(where), rest[0], int(rest[1]))
        case _:
            told = be_crowd(Path(where), int(rest[0]))
    print(json.dumps(told))
