"""A process that dies at any instant loses nothing that it said, and leaves nothing half done."""

import multiprocessing
import os
import signal
import subprocess
import sys
from pathlib import Path

import dbkit
import pytest
import sqlalchemy as sa

from checkin_app.domain.ids import FactId
from db.engine import Link
from db.store import Store
from tests.processes import started

DIED = 9
HERE = Path(__file__).parent
SCAN_ON = """
import sys
sys.path[:0] = {path!r}
from pathlib import Path
import dbkit
from db.store import Store
store = Store.open(Path({folder!r}), dbkit.around())
scanning = dbkit.scanning(store)
while True:
    for number in range(50):
        code = dbkit.code_of(store, dbkit.delegate(number).id)
        print(scanning.scan([code], dbkit.OPENING).fact_id, flush=True)
"""


def test_everything_said_before_kill_9_is_in_the_store(folder: Path) -> None:
    store = dbkit.new_store(folder)
    dbkit.register(store, *map(dbkit.delegate, range(50)))
    store.close()
    said: list[str] = []
    script = SCAN_ON.format(path=[str(HERE), str(HERE.parents[1])], folder=str(folder))
    for turn in range(10):
        with started([sys.executable, "-c", script], stdout=subprocess.PIPE) as process:
            assert process.stdout
            for _ in range(1 + 7 * turn):
                said += [process.stdout.readline().strip()]
            process.send_signal(signal.SIGKILL)
            # The last line may be torn where the kill fell into the print.
            said += [line.strip() for line in process.stdout if line.endswith("\n")]
        store = Store.open(folder, dbkit.around())
        with store.unit() as unit:
            assert all(unit.fact(FactId(each)) for each in said)
        store.check()
        store.close()
    assert len(said) > 300


class _Fuse:
    """Ends the process before statement `left` from now."""

    def __init__(self, left: int) -> None:
        self._left = left

    def burn(self, *_: object) -> None:
        if self._left == 0:
            os._exit(DIED)
        self._left -= 1


def _scan_with_fuse(folder: Path, number: int, left: int) -> None:
    os.environ["CHECKIN_KEYS_DIR"] = str(folder.parent / "keys")  # the server may be another test's
    store = Store.open(folder, dbkit.around())
    scanning = dbkit.scanning(store)
    code = dbkit.code_of(store, dbkit.delegate(number).id)
    with store.unit():
        pass  # the connection is open
    fuse = _Fuse(left)
    for name in ("all", "one", "run"):
        _burn_before(name, fuse)
    engine = store._writer._engine
    sa.event.listen(engine, "before_cursor_execute", fuse.burn)
    sa.event.listen(engine, "commit", fuse.burn)
    scanning.scan([code], dbkit.OPENING)
    fuse.burn()  # after the commit, before anything is said
    os._exit(0)


def _burn_before(name: str, fuse: _Fuse) -> None:
    plain = getattr(Link, name)

    def burning(self: Link, *args: object, **values: object) -> object:
        fuse.burn()
        return plain(self, *args, **values)

    setattr(Link, name, burning)


@pytest.mark.skipif(sys.platform == "win32", reason="needs a server that forks")
def test_a_kill_between_any_two_statements_leaves_all_of_a_scan_or_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    most = 40
    store = dbkit.new_store(folder)
    dbkit.register(store, *map(dbkit.delegate, range(most)))
    store.close()
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(sys.path))  # the preloading server looks nowhere else
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["dbkit"])
    facts, whole = 2 + most, []
    for left in range(most):
        process = context.Process(target=_scan_with_fuse, args=(folder, left, left))
        process.start()
        process.join(60)
        store = Store.open(folder, dbkit.around())
        report = store.check()
        recent = store.queries().recent_scans(1)
        store.close()
        recorded = bool(recent) and recent[0].delegate == dbkit.delegate(left).id
        assert report.facts == facts + recorded
        facts = report.facts
        whole.append(recorded)
        if process.exitcode == 0:
            break
        assert process.exitcode == DIED
    assert len(whole) > 10  # it did die between statements
    assert whole == sorted(whole)  # nothing before the commit, everything after
    assert whole[-2:] == [True, True]  # committed, then killed; committed, not killed
