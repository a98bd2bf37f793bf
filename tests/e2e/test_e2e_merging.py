"""Two laptops apart, then together: the same on both, and what cannot both be right is listed."""

import json
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def other(laptop, tmp_path: Path):
    """A second laptop that got the delegates and buses of the first, and went its own way."""
    for bus in ("2-1", "2-2"):
        laptop.run("buses", "add", bus, "--seats", "10")
        laptop.run("buses", "open", bus)
    second = type(laptop)(tmp_path / "second")
    second.run("new", "--name", "Bay 8")
    laptop.run("merge", str(second.folder))
    return second


def _state(station) -> object:
    people = sorted(station.json("find", "--all"), key=lambda row: row["delegate_id"])
    return people, station.json("buses", "list"), station.json("conflicts")


def test_both_know_the_same_after_meeting_and_meeting_again_changes_nothing(laptop, other) -> None:
    codes = laptop.codes()
    laptop.scan("opening", codes["林若溪"], codes["佐伯 遥"])
    other.scan("opening", codes["José Ñáñez"])
    other.run("badge", "0004", "--out", str(other.folder.parent / "b.pdf"), "--replace", "lost")
    laptop.run("merge", str(other.folder))
    assert _state(laptop) == _state(other)
    assert laptop.scan("opening", codes["佐伯 遥"])[0]["reason"] == "badge_replaced"
    assert other.run("merge", str(laptop.folder))
    before = _state(laptop)
    assert "0 new facts" in laptop.run("merge", str(other.folder))
    assert _state(laptop) == before


def test_a_badge_boarded_on_two_buses_apart_is_listed_on_both_laptops(laptop, other) -> None:
    codes = laptop.codes()
    for station, bus in ((laptop, "2-1"), (other, "2-2")):
        station.run("buses", "assign", "0001", bus)
        assert station.scan(f"bus:{bus}", codes["林若溪"])[0]["reason"] == "boarded"
    laptop.run("merge", str(other.folder))
    for station in (laptop, other):
        kinds = {row["kind"] for row in station.json("conflicts")}
        assert {"two_buses", "two_lists"} <= kinds, kinds
    claims = next(row for row in laptop.json("conflicts") if row["kind"] == "two_buses")["claims"]
    assert len({claim["station"] for claim in claims}) == 2


def test_a_bus_that_a_fast_clock_opened_is_sent_off_by_another_laptop(laptop, tmp_path: Path) -> None:
    """One command under a wrong clock is enough; afterwards both clocks are right."""
    laptop.run("buses", "add", "2-1", "--seats", "10")
    replace(laptop, ahead=20 * 60).run("buses", "open", "2-1")
    second = type(laptop)(tmp_path / "second")
    second.run("new", "--name", "Bay 8")
    laptop.run("merge", str(second.folder))
    for name in ("Ann", "Bo"):
        second.run("count", "2-1", "0", "--by", name)
    second.run("release", "2-1")
    second.run("buses", "state", "2-1", "departed")
    laptop.run("merge", str(second.folder))
    code = laptop.codes()["林若溪"]
    for station in (laptop, second):
        assert station.json("buses", "list")[0]["state"] == "departed"
        assert station.scan("bus:2-1", code)[0]["reason"] == "bus_left"
        assert station.json("conflicts") == []
        station.run("check")
    assert "already" in second.run("buses", "state", "2-1", "departed", code=1)
    laptop.run("buses", "state", "2-1", "boarding")
    assert "already" in laptop.run("buses", "open", "2-1", code=1)


def test_a_bus_that_two_laptops_moved_apart_is_listed_on_both_until_it_is_moved_again(laptop, other) -> None:
    laptop.run("buses", "state", "2-1", "final_call")
    other.run("buses", "state", "2-1", "counting")
    laptop.run("merge", str(other.folder))
    for station in (laptop, other):
        listed = [(row["subject"], {claim["value"] for claim in row["claims"]}) for row in station.json("conflicts")]
        assert listed == [("2-1", {"final_call", "counting"})]
    laptop.run("buses", "state", "2-1", "counting")
    laptop.run("merge", str(other.folder))
    assert laptop.json("conflicts") == other.json("conflicts") == []


#: Takes in two facts at a time at both ends, and dies with the third pair taken and not committed.
_KILLED_HALF_WAY = """
import os, runpy, signal, sys
from checkin_app.services import accepting
take, pairs = accepting._Arrival.take, []
def killed(self, *args):
    pairs.append(1)
    take(self, *args)
    if len(pairs) == 3:
        os.kill(os.getpid(), signal.SIGKILL)
accepting._Arrival.take = killed
accepting._few_beside_scans = lambda _unit: 2
sys.argv[0] = "checkin_app"
runpy.run_module("checkin_app", run_name="__main__")
"""


@pytest.mark.skipif(sys.platform == "win32", reason="has no SIGKILL")
def test_a_merge_that_is_killed_keeps_what_was_taken_and_the_next_goes_on_from_there(laptop, tmp_path: Path) -> None:
    second = type(laptop)(tmp_path / "second")
    second.run("new", "--name", "Bay 8")
    before = second.json("verify")["facts"]
    command = [sys.executable, "-c", _KILLED_HALF_WAY, "merge", str(laptop.folder), "--data", str(second.folder)]
    killed = subprocess.run(command, cwd=ROOT, capture_output=True, check=False, timeout=120)
    assert killed.returncode == -signal.SIGKILL, killed.stderr.decode()
    half = second.json("verify")
    assert before < half["facts"] < laptop.json("verify")["facts"]
    assert "Nothing that was acknowledged is missing." in second.run("check")
    second.run("merge", str(laptop.folder))
    assert second.json("verify") == laptop.json("verify")
    assert len(second.json("find", "--all")) == 6


def test_codes_of_the_other_laptop_are_genuine_here(laptop, other) -> None:
    assert laptop.scan("opening", other.codes()["单于谦"])[0]["verdict"] == "go"


def test_somebody_let_in_at_another_laptop_is_a_question_here(laptop, other) -> None:
    code = laptop.codes()["林若溪"]
    assert other.scan("opening", code)[0]["verdict"] == "go"
    laptop.run("merge", str(other.folder))
    told = laptop.scan("opening", code)[0]
    assert (told["verdict"], told["reason"]) == ("ask", "already_in_elsewhere")


def test_a_checked_record_stays_whole_after_meeting(laptop, other) -> None:
    other.scan("opening", *laptop.codes().values())
    laptop.run("merge", str(other.folder))
    laptop.run("check")
    other.run("check")


def test_a_station_of_another_forum_is_not_merged(laptop, tmp_path: Path) -> None:
    file = tmp_path / "other.toml"
    whole = (ROOT / "resources" / "forums" / "gstf-2024.toml").read_text("utf-8")
    file.write_text(whole.replace('id = "gstf-2024"', 'id = "other-2030"', 1), encoding="utf-8")
    foreign = type(laptop)(tmp_path / "foreign")
    foreign.run("new", str(file))
    assert "other-2030" in laptop.run("merge", str(foreign.folder), code=1)
    assert foreign.json("find", "--all") == []


_SPOIL = """
import sys
from pathlib import Path
from checkin_app.runtime import keys
from db.engine import connect
from db.identity import Identity
folder = Path(sys.argv[1])
identity = Identity.read(folder)
store = connect(folder / "station.db", keys.load(identity.store_id, folder).database_key)
store.execute(sys.argv[2])
store.close()
"""


def _spoil(station, statement: str) -> None:
    """Change the file of a station as a faulty or hostile one might."""
    subprocess.run([sys.executable, "-c", _SPOIL, str(station.folder), statement], cwd=ROOT, check=True, timeout=60)


def test_a_merge_that_refuses_something_says_so_and_does_not_succeed(laptop, tmp_path: Path) -> None:
    second = type(laptop)(tmp_path / "second")
    second.run("new", "--name", "Bay 8")
    laptop.run("buses", "add", "2-1")  # another log: the newest is proven as the station opens
    _spoil(laptop, "UPDATE facts SET actor = 'somebody' WHERE kind = 'delegate.registered' AND seq = 4")
    said = second.run("merge", str(laptop.folder), code=1)
    assert "Facts that were refused: 1." in said
    second.run("check")


def test_what_was_refused_is_told_alike_by_every_command_until_it_comes_after_all(laptop, tmp_path: Path) -> None:
    second = type(laptop)(tmp_path / "second")
    second.run("new", "--name", "Bay 8")
    laptop.run("buses", "add", "2-1")
    _spoil(laptop, "UPDATE facts SET actor = actor || 'somebody' WHERE kind = 'delegate.registered' AND seq = 4")
    told = second.done("merge", str(laptop.folder), "--json", code=1)
    (given,) = [each for each in json.loads(told.stdout) if each["name"] == "Bay 8"]
    figures = given["kept_out"]
    assert figures["refused"] == given["refused"] == 1
    assert figures["waiting"] == given["waiting"] > 0
    said = f"Facts refused: 1. Facts that wait for what goes before them: {figures['waiting']}."
    assert said in told.stderr.decode()
    for _ in range(2):
        assert second.json("check")["kept_out"] == figures
        assert said in second.told("check")
        assert said in second.told("conflicts")
        listed = {each["kind"]: each["count"] for each in second.json("conflicts")}
        assert listed == {"refused": 1, "waiting": figures["waiting"]}
        again = json.loads(second.done("merge", str(laptop.folder), "--json", code=1).stdout)
        figures = next(each["kept_out"] for each in again if each["name"] == "Bay 8")
        assert figures["refused"] == 1, "it is no more by being offered again"
    _spoil(laptop, "UPDATE facts SET actor = replace(actor, 'somebody', '')")
    second.run("merge", str(laptop.folder))
    assert second.json("conflicts") == []
    assert "Facts" not in second.told("check")


def test_documents_that_were_missed_come_with_the_next_merge(laptop, tmp_path: Path) -> None:
    second, third = (type(laptop)(tmp_path / name) for name in ("second", "third"))
    for each in (second, third):
        each.run("new")
    laptop.run("merge", str(third.folder))
    _spoil(laptop, "DELETE FROM documents WHERE digest IN (SELECT document FROM facts WHERE aspect = 'details')")
    laptop.run("merge", str(second.folder))
    assert "no laptop has brought yet: " in second.told("check")
    assert "no laptop has brought yet: " in second.told("conflicts")
    third.run("merge", str(second.folder))
    assert "brought" not in second.told("check")
    assert len(second.json("find", "林若溪")) == 1


def test_a_contradiction_is_settled_by_a_command_on_one_laptop_and_taken_back_on_the_other(laptop, other) -> None:
    codes = laptop.codes()
    for station, bus in ((laptop, "2-1"), (other, "2-2")):
        station.run("buses", "assign", "0001", bus)
        station.scan(f"bus:{bus}", codes["林若溪"])
    laptop.run("merge", str(other.folder))
    found = {row["kind"]: row for row in laptop.json("conflicts")}
    conflict = found["two_buses"]
    assert [each["says"] for each in conflict["choices"]] == ["On 2-1", "On 2-2", "On neither", "Nobody knows yet"]
    assert conflict["state"] == "open"
    assert "settled" in laptop.run("conflicts", "resolve", conflict["id"], "2")
    laptop.run("merge", str(other.folder))
    for station in (laptop, other):
        assert [row["kind"] for row in station.json("conflicts")] == ["two_lists"]
        (settled,) = station.json("conflicts", "--settled")
        assert settled["answers"][0]["choice"] == conflict["choices"][1]["choice"]
        assert [row["aboard"] for row in station.json("buses", "list")] == [0, 1]
    assert other.json("conflicts", "undo", conflict["id"])[0]["state"] == "undone"
    laptop.run("merge", str(other.folder))
    assert {row["kind"]: row["state"] for row in laptop.json("conflicts")} == {
        "two_buses": "undone",
        "two_lists": "open",
    }
    laptop.run("conflicts", "resolve", conflict["id"], "9", code=1)
    laptop.run("check")
