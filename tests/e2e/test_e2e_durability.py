"""Nothing that was shown as accepted is ever lost, whatever kills the process or writes beside it."""

import json
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from e2e_laptop import ROOT, Laptop

KILLS = 10
ROUNDS = 25


def _scanner(folder: Path, checkpoint: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "checkin_app", "scan", "--checkpoint", checkpoint, "--data", str(folder)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def _say(process: subprocess.Popen[str], code: str) -> None:
    assert process.stdin
    process.stdin.write(f"{code}\n")
    process.stdin.flush()


def _hear(process: subprocess.Popen[str]) -> dict:
    assert process.stdout
    return json.loads(process.stdout.readline())


def _end(process: subprocess.Popen[str]) -> None:
    assert process.stdin
    assert process.stdout
    process.stdin.close()
    process.wait(60)
    process.stdout.close()


def test_every_verdict_that_was_printed_is_in_the_store_after_kill_9(laptop) -> None:
    """Each round writes as fast as it can and is killed after one verdict more than the last."""
    codes = list(laptop.codes().values())
    printed = []
    for kill in range(KILLS):
        process = _scanner(laptop.folder, "session-1" if kill % 2 else "opening")
        assert process.stdin
        process.stdin.write("".join(f"{code}\n" for code in codes * 20))
        process.stdin.flush()
        told = [_hear(process) for _ in range(kill + 1)]
        process.send_signal(signal.SIGKILL)
        rest = process.stdout.read() if process.stdout else ""
        # The last line may be torn: a verdict counts as printed when its line is whole.
        told += [json.loads(line) for line in rest.splitlines(keepends=True) if line.endswith("\n")]
        process.wait(60)
        process.stdin.close()
        if process.stdout:
            process.stdout.close()
        printed += told
    laptop.run("check")
    kept = _facts(laptop)
    assert {row["fact_id"] for row in printed} <= kept
    assert len(printed) >= KILLS


def _facts(laptop) -> set[str]:
    """Return the ids of all facts, read through the store's own queries in a process of its own."""
    script = (
        "import sys; from pathlib import Path; from checkin_app.bootstrap.station import opened\n"
        "o = opened(Path(sys.argv[1]))\n"
        "print('\\n'.join(f.fact_id for f in o.store.log.above({}, 1_000_000).facts))\n"
        "o.store.close()\n"
    )
    told = subprocess.run(
        [sys.executable, "-c", script, str(laptop.folder)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return set(told.stdout.split())


@pytest.mark.parametrize("writers", [2, 4])
def test_one_badge_at_several_desks_at_one_instant_is_admitted_once(laptop, writers: int) -> None:
    """The 200 rounds of tests/db go to the rules directly; these go through whole processes."""
    code = laptop.codes()["林若溪"]
    desks = [_scanner(laptop.folder, "opening") for _ in range(writers)]
    try:
        for _ in range(ROUNDS):
            for desk in desks:
                _say(desk, code)
            verdicts = sorted(_hear(desk)["reason"] for desk in desks)
            assert verdicts in (
                sorted(["admitted"] + ["already_in"] * (writers - 1)),
                sorted(["reentered"] + ["already_in"] * (writers - 1)),
            )
            assert laptop.scan("opening", code, direction="out")[0]["reason"] == "left"
    finally:
        for desk in desks:
            _end(desk)
    laptop.run("check")


@pytest.mark.skipif(sys.platform == "win32", reason="an open file can be neither removed nor replaced")
@pytest.mark.parametrize("what", ["folder", "file", "log", "backup in its place", "backup over it"])
def test_after_the_store_is_gone_every_scan_is_a_fault_and_the_command_says_so(laptop, what: str) -> None:
    codes = list(laptop.codes().values())
    made = Path(laptop.json("backup")["backup"])
    desk = _scanner(laptop.folder, "opening")
    _say(desk, codes[0])
    assert _hear(desk)["verdict"] == "go"
    database = laptop.folder / "station.db"
    match what:
        case "folder":
            shutil.rmtree(laptop.folder)
        case "file":
            database.unlink()
        case "log":
            database.with_name("station.db-wal").unlink()
        case "backup over it":
            shutil.copy(made, database)
        case _:
            made.rename(database)
    for code in codes[1:]:
        _say(desk, code)
        assert _hear(desk)["verdict"] == "fault"
    _end(desk)
    assert desk.returncode == 1
    if what.startswith("backup"):
        assert "lacks: 1." in laptop.run("check", code=1)
        assert laptop.scan("opening", codes[1])[0]["verdict"] == "go"


def test_a_command_beside_the_open_station_is_safe_and_seen(laptop) -> None:
    desk = _scanner(laptop.folder, "opening")
    codes = laptop.codes()
    _say(desk, codes["林若溪"])
    assert _hear(desk)["reason"] == "admitted"
    laptop.run("badge", "0005", "--out", str(laptop.folder.parent / "b.pdf"), "--replace", "lost")
    assert laptop.scan("opening", codes["林若溪"])[0]["reason"] == "already_in"
    laptop.run("buses", "add", "2-1")
    _say(desk, codes["佐伯 遥"])
    assert _hear(desk)["reason"] == "admitted"
    _say(desk, codes["单于谦"])
    assert _hear(desk)["reason"] == "badge_replaced"
    _end(desk)


@pytest.mark.skipif(sys.platform == "win32", reason="has no SIGKILL")
@pytest.mark.parametrize("lost", ["removed", "one bit of it flipped"])
def test_what_was_printed_and_is_lost_is_said_by_every_command_until_it_has_come_back(
    laptop, tmp_path: Path, lost: str
) -> None:
    codes = list(laptop.codes().values())
    other = Laptop(tmp_path / "other")
    other.run("new", "--name", "Desk 4")
    laptop.run("merge", str(other.folder))
    printed = 0
    for kill in range(3):
        process = _scanner(laptop.folder, "session-1" if kill else "opening")
        for code in codes:
            _say(process, code)
            printed += _hear(process)["verdict"] in {"go", "again"}
        process.send_signal(signal.SIGKILL)
        process.wait(60)
        process.stdin.close()
        process.stdout.close()
    assert printed == 3 * len(codes)
    _lose(laptop.folder / "station.db-wal", flip=lost != "removed")
    said = laptop.run("check", code=1)
    assert "lacks: " in said
    assert "merge" in said
    missing = int(said.split("lacks: ")[1].split(".")[0])
    assert 0 < missing <= printed
    assert "lacks" in laptop.told("checkpoints")
    assert laptop.scan("opening", codes[0])[0]["verdict"] in {"go", "again"}  # work goes on
    laptop.run("merge", str(other.folder))
    laptop.run("check", "--accept-loss")
    assert "lacks" not in laptop.told("checkpoints")
    assert "Nothing that was acknowledged is missing." in laptop.run("check")


def _lose(log: Path, *, flip: bool) -> None:
    if flip:
        content = bytearray(log.read_bytes())
        content[len(content) // 4] ^= 1
        log.write_bytes(content)
    else:
        log.unlink()
