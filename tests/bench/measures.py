"""One measure a call, in a process of its own; the figures are the last line of its output, as JSON."""

import csv
import json
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

from checkin_app.bootstrap import papers
from checkin_app.bootstrap import station as stations
from checkin_app.bootstrap.lists import plan_import
from checkin_app.domain.ids import CheckpointId
from checkin_app.domain.lists.choices import ListChoices
from checkin_app.runtime.interpreter import making_much
from checkin_app.runtime.whole_file import write_whole
from checkin_app.services.badges import code_of
from db.engine import Link, Prepared, connect
from db.store import DATABASE
from printing.badge_pdf import draw_badges
from printing.layout import lay_out
from printing.looks import OURS
from printing.printers import A6
from printing.raster import raster
from tests.bench.make_store import fill, person

Figures = dict[str, float]
_SCANS = 2500
#: Scans and their floor take turns in blocks, so that both meet the machine in the same mood.
_BLOCK = 50
#: Until then the write-ahead log still grows, which costs a file system more than writing over it.
_WARM_UP = 1000
_IMPORTED, _MANY_IMPORTED = 15_000, 100_000
_BADGES = 1000
_SEED = 20240925


def _percentile(times: Sequence[float], part: float) -> float:
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, round(part * (len(ordered) - 1)))] * 1000


def _timed(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def measure_fill(folder: Path, delegates: int, facts: int) -> Figures:
    if (folder / "station" / DATABASE).exists():
        return {}
    stations.new_station(folder / "station", "gstf-2024", "bench", "")
    opened = stations.opened(folder / "station")
    seconds = _timed(lambda: fill(opened.store, delegates, facts))
    opened.store.close()
    return {
        "fill_seconds": seconds,
        "store_megabytes": (folder / "station" / DATABASE).stat().st_size / 1e6,
    }


def measure_start(folder: Path, _delegates: int, _facts: int) -> Figures:
    """Whole processes, from their start to the window that hears a scan; the best of three, for a noisy machine."""
    script = (
        "import sys\nfrom pathlib import Path\n"
        "from checkin_app.bootstrap.application import StationApplication\n"
        "from checkin_app.bootstrap.window import new_application\n"
        "application = new_application()\n"
        "desk = StationApplication(Path(sys.argv[1]), print)\n"
        "desk.begin()\ndesk.window.show()\n"
        "application.processEvents()\nprint('ready', flush=True)\ndesk.close()\n"
    )
    whole = []
    for _ in range(3):
        begun = time.perf_counter()
        with subprocess.Popen(
            [sys.executable, "-c", script, str(folder / "station")], stdout=subprocess.PIPE, text=True
        ) as process:
            assert process.stdout is not None
            while "ready" not in (line := process.stdout.readline()):
                assert line, "the application ended before it was ready"
            whole.append(time.perf_counter() - begun)
            process.communicate()
    opening = _timed(lambda: _open_and_close(folder))
    return {"ready_seconds": min(whole), "open_seconds": opening}


def _open_and_close(folder: Path) -> None:
    stations.opened(folder / "station").store.close()


def measure_scan(folder: Path, _delegates: int, _facts: int) -> Figures:
    """Scans through the service, and after each block of them the very rows they wrote by bare SQL into a copy."""
    with tempfile.TemporaryDirectory(prefix="bench-floor-") as beside:
        copy = Path(beside, DATABASE)
        shutil.copyfile(folder / "station" / DATABASE, copy)
        opened = stations.opened(folder / "station")
        written = _listen_to_writes()
        floor = connect(copy, opened.store.keys.database_key)
        for pragma in ("journal_mode = WAL", "synchronous = FULL", "fullfsync = ON", "checkpoint_fullfsync = ON"):
            floor.execute(f"PRAGMA {pragma}")
        floor.isolation_level = None
        codes = _codes(opened, _SCANS)
        _read_ahead(opened)
        ours, bare = [], []
        for begin in range(0, _SCANS, _BLOCK):
            written.clear()
            for code in codes[begin : begin + _BLOCK]:
                written.append([])
                scan = partial(opened.station.scanning.scan, (code,), CheckpointId("technical-visit"))
                ours.append(_timed(scan))
            bare += [_timed(partial(_write_bare, floor, rows)) for rows in written]
        floor.close()
        opened.store.close()
    ours, bare = ours[_WARM_UP:], bare[_WARM_UP:]
    return {
        "scan_p50_ms": median(ours) * 1000,
        "floor_p50_ms": median(bare) * 1000,
        "scan_ratio": median(ours) / median(bare),
        "scan_p99_ms": _percentile(ours, 0.99),
    }


Written = list[tuple[Prepared, Sequence[Mapping[str, Any]]]]


def _listen_to_writes() -> list[Written]:
    """Return a list whose last entry takes every writing statement from now on, with its rows."""
    written: list[Written] = [[]]
    run = Link.run

    def listening(self: Link, prepared: Prepared, rows: Sequence[Mapping[str, Any]]) -> int:
        written[-1].append((prepared, rows))
        return run(self, prepared, rows)

    Link.run = listening  # type: ignore[method-assign]
    return written


def _write_bare(floor: Any, written: Written) -> None:
    floor.execute("BEGIN IMMEDIATE")
    for prepared, rows in written:
        for row in rows:
            floor.execute(prepared.sql, prepared.bound(row))
    floor.execute("COMMIT")


def _read_ahead(opened: stations.Opened) -> None:
    """Let be read and proven what scans ask for, as the application does in its first seconds and whenever it is idle."""
    while opened.station.upkeep.read_ahead() or opened.station.proving_ahead.step():
        pass


def _codes(opened: stations.Opened, count: int) -> list[str]:
    # Others each time, so that a store kept for another run is not scanned a second time over.
    ids = random.Random().sample(list(opened.station.queries.delegate_ids()), count)
    forum = opened.station.forum.id
    return [code_of(opened.station.signer, forum, each, 1) for each in ids]


def measure_lookup(folder: Path, _delegates: int, _facts: int) -> Figures:
    opened = stations.opened(folder / "station")
    queries = opened.station.queries
    ids = random.Random(_SEED).sample(list(queries.delegate_ids()), 2000)
    times = [_timed(lambda each=each: queries.card(each)) for each in ids][200:]
    opened.store.close()
    return {"lookup_p50_ms": median(times) * 1000, "lookup_p99_ms": _percentile(times, 0.99)}


def measure_find(folder: Path, delegates: int, _facts: int) -> Figures:
    """Every keystroke of names typed letter by letter, in both scripts; then the same with two letters swapped."""
    opened = stations.opened(folder / "station")
    queries, chance = opened.station.queries, random.Random(_SEED)
    people = [person(chance.randrange(delegates), opened.station.forum) for _ in range(200)]
    typed = [name[:end] for each in people for name in (each.name, each.latin_name) for end in range(1, len(name) + 1)]
    queries.find("zzzz")
    times = [_timed(lambda text=text: queries.find(text)) for text in typed]
    swapped = [each.latin_name[:2] + each.latin_name[3] + each.latin_name[2] + each.latin_name[4:] for each in people]
    typos = [_timed(lambda text=text: queries.find(text)) for text in swapped]
    opened.store.close()
    return {
        "find_p50_ms": median(times) * 1000,
        "find_p99_ms": _percentile(times, 0.99),
        "typo_p99_ms": _percentile(typos, 0.99),
    }


def measure_memory(folder: Path, _delegates: int, _facts: int) -> Figures:
    """The application with its window, after scans, searches and a preview."""
    from checkin_app.bootstrap.application import StationApplication
    from checkin_app.bootstrap.window import new_application

    application = new_application()
    desk = StationApplication(folder / "station", print)
    desk.begin()
    desk.window.show()
    application.processEvents()
    for text in ("a", "an", "ann", "zzzzqq", "陈"):
        desk.station.queries.find(text)
    while desk.station.upkeep.read_ahead() or desk.station.proving_ahead.step():
        pass
    for each in desk.station.queries.delegate_ids()[:200]:
        desk.station.scanning.scan(
            (code_of(desk.station.signer, desk.station.forum.id, each, 1),), CheckpointId("session-3")
        )
    desk.close()
    return {"peak_megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}


def measure_import(folder: Path, _delegates: int, _facts: int) -> Figures:
    """A list of 15 000 rows as CSV into a new store: read, mapped, compared, recorded, indexed."""
    preview, whole = _imported(folder, _IMPORTED)
    return {"preview_seconds": preview, "import_seconds": whole, "import_rows_a_second": _IMPORTED / whole}


def measure_long_import(folder: Path, _delegates: int, _facts: int) -> Figures:
    """The same of 100 000, and what memory that takes."""
    _, whole = _imported(folder / "long", _MANY_IMPORTED)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"long_import_seconds": whole, "long_import_megabytes": peak}


def _imported(folder: Path, count: int) -> tuple[float, float]:
    """Return the seconds in which a list is looked at, and in which it is looked at and taken in."""
    fresh = folder / "import"
    shutil.rmtree(fresh, ignore_errors=True)
    stations.new_station(fresh, "gstf-2024", "bench", "")
    opened = stations.opened(fresh)
    file = folder / "list.csv"
    with file.open("w", encoding="utf-8-sig", newline="") as stream:
        table = csv.writer(stream)
        table.writerow(
            ("Registration ID", "Full name", "Latin name", "Delegation", "Organisation", "Category", "Route")
        )
        for each in (person(number, opened.station.forum) for number in range(count)):
            table.writerow(
                (each.origin, each.name, each.latin_name, each.delegation, each.organisation, each.category, each.route)
            )
    begun = time.perf_counter()
    plan = plan_import(opened.station, file, ListChoices())
    looked = time.perf_counter()
    with making_much():  # as the application and the command do
        opened.station.importing.apply(plan)
    whole = time.perf_counter() - begun
    assert len(opened.station.queries.delegate_ids()) == count
    opened.store.close()
    return looked - begun, whole


def measure_badges(folder: Path, _delegates: int, _facts: int) -> Figures:
    opened = stations.opened(folder / "import")
    out = folder / "badges.pdf"
    ids = opened.station.queries.delegate_ids()[:_BADGES]
    contents = [papers.content_of(opened.station, card) for card in opened.station.queries.cards(ids)]
    seconds = _timed(lambda: write_whole(out, draw_badges(contents).pdf()))
    plans = [lay_out(each, OURS.template(A6)) for each in contents[: _BADGES // 10]]
    proofs = [_timed(partial(raster, plan, 300)) for plan in plans]
    opened.store.close()
    return {
        "badge_proof_ms": median(proofs[1:]) * 1000,
        "badges_a_second": len(contents) / seconds,
        "badge_megabytes_a_thousand": out.stat().st_size / 1e6 / len(contents) * 1000,
    }


if __name__ == "__main__":
    name, where, delegates, facts = sys.argv[1:5]
    print(json.dumps(globals()[f"measure_{name}"](Path(where), int(delegates), int(facts))))
