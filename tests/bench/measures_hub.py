"""What laptops and their hub do together, one measure a call; the figures are the last line of its output, as JSON."""

import json
import shutil
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from checkin_app.bootstrap import meeting
from checkin_app.bootstrap import station as stations
from checkin_app.domain.ids import CheckpointId
from checkin_app.runtime.interpreter import share_the_lock
from checkin_app.services.badges import code_of
from checkin_app.services.conversing import Conversation, carried
from checkin_app.services.merging import Merging
from checkin_app.services.responding import respond
from db.counting import Counted
from db.folding import Folding, unseen
from db.projections.registry import TABLES
from tests.bench import venue
from tests.bench.make_store import pile_up
from tests.bench.measures import Figures, _percentile, _timed
from tests.postgres import running

_WALKERS, _SECONDS = 58, 40
_PILED = 10_000
_SCANS, _BLOCK, _WARM = 3000, 50, 200


def measure_hub(folder: Path, _delegates: int, _facts: int) -> Figures:
    """Sixty stations at one scan a second each: two whole laptops, of which one shows what the other scans, and light ones."""
    there = folder / "venue"
    there.mkdir(exist_ok=True)
    venue.prepare(there, _WALKERS)
    return venue.run(there, _SECONDS)


def measure_catch_up(folder: Path, _delegates: int, _facts: int) -> Figures:
    """What a laptop wrote alone comes to the hub over HTTPS and is folded there; then its way back to another laptop."""
    there = folder / "catch-up"
    shutil.rmtree(there, ignore_errors=True)
    there.mkdir()
    venue.prepare(there, 1)
    with closing(stations.opened(there / "one").store) as store:
        pile_up(store, _PILED)
    with venue.serving(there) as hub:
        (given, giving), (taken, taking) = _met(there / "one"), _met(there / "two")
    figures = {"given_seconds": given, "given_spent_seconds": giving, "given_hub_seconds": hub["spent"]}
    figures |= {"taken_seconds": taken, "taken_spent_seconds": taking}
    with closing(stations.opened(there / "two").store) as store:
        assert sum(store.log.vector().values()) > _PILED
    return figures


def measure_provision(folder: Path, delegates: int, _facts: int) -> Figures:
    """A new station comes to a list of so many delegates at a hub, over HTTPS, and has all of them ready to be checked in."""
    there = folder / "provision"
    there.mkdir(exist_ok=True)
    shutil.rmtree(there / "new", ignore_errors=True)
    venue.prepare_crowded(there, delegates)
    new = there / "new"
    with venue.serving(there) as hub:
        venue.let_in(there, "new")
        before = time.process_time()
        seconds = _timed(lambda: meeting.take_over(new))
        spent = time.process_time() - before
    with closing(stations.opened(new).store) as store:
        assert len(store.queries().delegate_ids()) == delegates
    return {"provision_seconds": seconds, "provision_spent_seconds": spent, "provision_hub_seconds": hub["spent"]}


def _met(folder: Path) -> tuple[float, float]:
    """Return the seconds in which a laptop that is open meets the hub, and those of a core that it needs for it."""
    whole = stations.opened(folder)
    with closing(whole.store):
        before = time.process_time()
        seconds = _timed(meeting.network_of(folder, whole, lambda _changes: None, print).meet_once)
        return seconds, time.process_time() - before


def measure_beside(folder: Path, _delegates: int, _facts: int) -> Figures:
    """Scans in blocks by turns: while nothing else goes on, and while what another laptop piled up comes in."""
    there = folder / "beside"
    shutil.rmtree(there, ignore_errors=True)
    there.mkdir()
    venue.prepare(there, 1)
    with closing(stations.opened(there / "two").store) as store:
        pile_up(store, 8 * _PILED)
    here, other = stations.opened(there / "one"), stations.opened(there / "two")
    station = here.station
    codes = [code_of(station.signer, station.forum.id, each, 1) for each in station.queries.delegate_ids()[:_SCANS]]
    while station.upkeep.read_ahead() or station.proving_ahead.step():
        pass
    alone, beside = [], []
    share_the_lock()  # as the application does
    with coming(here.station.merging, other.station.merging) as come:
        for begin in range(0, _SCANS, _BLOCK):
            (come.rest if begin // _BLOCK % 2 else come.go)()
            for code in codes[begin : begin + _BLOCK]:
                time.sleep(0.01)  # nobody scans faster: a commit that never ends is not what is measured
                took = _timed(lambda code=code: station.scanning.scan((code,), CheckpointId("session-3")))
                (alone if begin // _BLOCK % 2 else beside).append(took)
    here.store.close()
    other.store.close()
    figures = {"beside_p99_ms": _percentile(beside[_WARM:], 0.99), "alone_p99_ms": _percentile(alone[_WARM:], 0.99)}
    return {**figures, "beside_ratio": figures["beside_p99_ms"] / figures["alone_p99_ms"]}


class Coming:
    """What another laptop has piled up comes in by and by, on a thread of its own, or rests."""

    def __init__(self, here: Merging, other: Merging) -> None:
        self._here, self._other = here, other
        self._going, self._rests, self._ended = threading.Event(), threading.Event(), threading.Event()
        self._over = ""
        self._thread = threading.Thread(target=self._come)
        self._thread.start()

    def go(self) -> None:
        self._must_have_more()
        self._rests.clear()
        self._going.set()

    def rest(self) -> None:
        """Return when what came last is taken in."""
        self._going.clear()
        self._rests.wait()
        self._must_have_more()

    def end(self) -> None:
        self._ended.set()
        self._going.set()
        self._thread.join()

    def _must_have_more(self) -> None:
        if self._over:
            raise SystemExit(f"nothing came any more before the scans were done: {self._over}")

    def _come(self) -> None:
        try:
            carried(Conversation(self._here).meet(), self._carry)  # type: ignore[arg-type]  # of any request
            self._over = "all that had piled up is here"
        except InterruptedError:
            return
        except Exception as error:  # noqa: BLE001 - whoever waits for it is told
            self._over = repr(error)
        finally:
            self._rests.set()

    def _carry(self, request: object) -> object:
        while not self._going.is_set():
            self._rests.set()
            self._going.wait()
        if self._ended.is_set():
            raise InterruptedError
        return respond(self._other, request)  # type: ignore[arg-type]  # of any request


@contextmanager
def coming(here: Merging, other: Merging) -> Iterator[Coming]:
    """Let facts come from another laptop as long as they are asked to."""
    come = Coming(here, other)
    try:
        yield come
    finally:
        come.end()


def measure_refold(folder: Path, _delegates: int, _facts: int) -> Figures:
    """All that follows from a great store's facts, folded anew from nothing."""
    copy = folder / "refold"
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(folder / "station", copy)
    store = stations.opened(copy).store
    with closing(store), store._writer.transaction() as (link, transaction):
        for table in TABLES:
            link.script(f"DELETE FROM {table.name}")
        before = time.process_time()
        seconds = _timed(Folding(link, unseen, Counted(link)).rebuild)
        spent = time.process_time() - before
        transaction.rollback()
    shutil.rmtree(copy)
    return {"refold_seconds": seconds, "refold_spent_seconds": spent}


def measure_ingest(_folder: Path, _delegates: int, _facts: int) -> Figures:
    """Told by the work that a fact costs, here and in the server, of two cores that do nothing else."""
    sys.path.insert(0, str(Path(__file__).parents[1] / "db"))
    import ingestkit

    with running() as server:
        cost, floor = ingestkit.costs(server)
    return {"ingest_a_second": 2 / cost, "ingest_over_copy": cost / floor}


if __name__ == "__main__":
    name, where, delegates, facts = sys.argv[1:5]
    print(json.dumps(globals()[f"measure_{name}"](Path(where), int(delegates), int(facts))))
