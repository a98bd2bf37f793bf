"""Delegate lists through the commands: told of, taken back, cut short and taken in again."""

import signal
import subprocess
import sys
from pathlib import Path

from e2e_laptop import ROOT

from checkin_app.services.operations import SIGNED

#: Half as many again as are appended at a time.
PEOPLE = SIGNED * 3 // 2


def _long_list(file: Path) -> Path:
    rows = "\n".join(f"N{number},Person {number},Delegation {number % 9}" for number in range(PEOPLE))
    file.write_text(f"registration no,name,delegation\n{rows}\n", "utf-8")
    return file


def test_the_lists_that_were_taken_in_are_told_with_file_rows_and_state(laptop, delegates: Path) -> None:
    (told,) = laptop.json("imports", "list")
    assert (told["file"], told["station"], told["state"]) == ("delegates.csv", "Desk 3", "whole")
    assert (told["taken"], told["rows"], told["registered"], told["amended"]) == (6, 6, 6, 0)
    assert (told["taken_back_at"], told["taken_back_by"]) == (None, None)
    delegates.write_text(delegates.read_text("utf-8").replace("Andes Lab", "Andes Mobility Lab"), "utf-8")
    assert laptop.json("import", str(delegates))["import"] == laptop.json("imports", "list")[0]["import"]
    assert [(each["registered"], each["amended"]) for each in laptop.json("imports", "list")] == [(0, 1), (6, 0)]
    assert laptop.json("import", str(delegates))["import"] is None
    assert "delegates.csv\tDesk 3\twhole\t1\t1\t0\t1" in laptop.run("imports", "list")


def test_a_list_is_taken_back_whole_once_and_can_come_again(laptop, delegates: Path) -> None:
    (told,) = laptop.json("imports", "list")
    after = laptop.json("imports", "take-back", told["import"])
    assert (after["state"], after["taken"], after["taken_back_by"]) == ("taken_back", 0, "Desk 3")
    assert laptop.json("find", "--all") == []
    said = laptop.run("imports", "take-back", told["import"], code=1)
    assert said.startswith("No such list was taken in, or it was taken back already.")
    laptop.run("imports", "take-back", "nothing", code=1)
    laptop.run("import", str(delegates))
    assert len(laptop.json("find", "--all")) == 6
    assert "whole" in laptop.run("check")


def test_what_a_list_changed_is_as_before_once_it_is_taken_back(laptop, delegates: Path) -> None:
    delegates.write_text(delegates.read_text("utf-8").replace("Andes Lab", "Andes Mobility Lab"), "utf-8")
    changed = laptop.json("import", str(delegates))["import"]
    said = laptop.run("imports", "take-back", changed)
    assert said == (
        "Taken back: delegates.csv. 0 people whom it brought are gone, unless another list names them; "
        "1 are as they were before it.\n"
    )
    assert laptop.json("find", "nanez")[0]["delegation"] == "Andes Lab"
    assert len(laptop.json("find", "--all")) == 6


def test_a_list_whose_people_were_scanned_stays_and_they_are_named(laptop) -> None:
    (told,) = laptop.json("imports", "list")
    codes = laptop.codes()
    laptop.scan("opening", codes["林若溪"], codes["Noor Haddad"])
    said = laptop.run("imports", "take-back", told["import"], code=1)
    assert said.startswith("People whom only this list names have been checked in (2): ")
    assert "林若溪" in said
    assert "Noor Haddad" in said
    assert laptop.json("imports", "list")[0]["state"] == "whole"
    assert len(laptop.json("find", "--all")) == 6


def test_a_killed_import_counts_for_nobody_and_the_same_list_again_is_whole(laptop, tmp_path: Path) -> None:
    file = _long_list(tmp_path / "long.csv")
    command = [sys.executable, "-c", _KILLED_HALF_WAY, "import", str(file), "--data", str(laptop.folder)]
    killed = subprocess.run(command, cwd=ROOT, capture_output=True, check=False, timeout=120)
    assert killed.returncode == -signal.SIGKILL, killed.stderr.decode()
    assert len(laptop.json("find", "--all")) == 6
    cut_short, _ = laptop.json("imports", "list")
    assert (cut_short["file"], cut_short["rows"], cut_short["state"]) == ("long.csv", PEOPLE, "taken_back")
    assert 0 < cut_short["registered"] < PEOPLE
    laptop.run("import", str(file))
    everybody = laptop.json("find", "--all")
    assert len(everybody) == len({each["names"][0] for each in everybody}) == PEOPLE + 6
    assert [each["state"] for each in laptop.json("imports", "list")] == ["whole", "taken_back", "whole"]
    assert "are whole" in laptop.run("check")


_KILLED_HALF_WAY = """
import os, runpy, signal, sys
from checkin_app.services.operations import Operations
append = Operations._append
def killed(self, *args):
    append(self, *args)
    os.kill(os.getpid(), signal.SIGKILL)
Operations._append = killed
sys.argv[0] = "checkin_app"
runpy.run_module("checkin_app", run_name="__main__")
"""


def test_a_category_that_is_not_known_is_asked_once_and_answered_once(laptop, tmp_path: Path) -> None:
    file = tmp_path / "guests.csv"
    rows = "\n".join(f"Person {number},Valdoria,{'IO Head' if number % 2 else 'Quill bearer'}" for number in range(8))
    file.write_text(f"name,delegation,type\n{rows}\n", "utf-8")
    said = laptop.json("import", str(file), "--dry-run")["groups"]
    (asked, other) = [each for each in said if each["standing"] == "to_answer"]
    assert (asked["question"], asked["count"], len(asked["rows"])) == ("category", 4, 4)
    assert asked["sentence"] != other["sentence"]
    assert "organisation-head" in asked["choices"]
    words = ("--map", "category:IO Head=organisation-head", "--map", "category:quill bearer=media")
    taken = laptop.json("import", str(file), *words)
    assert taken["questions"] == []
    assert {each["answer"] for each in taken["groups"] if each["standing"] == "answered"} == {
        "organisation-head",
        "media",
    }
    said = laptop.run("import", str(file), "--dry-run", "--map", "category:IO Head=boss", code=1)
    assert "organisation-head" in said
    assert "4 people: Category “IO Head”" in laptop.run("import", str(file), "--dry-run")


def test_what_was_said_of_a_list_holds_for_the_next_one_with_its_headings_until_it_is_taken_back(
    laptop, tmp_path: Path
) -> None:
    first, second = tmp_path / "first.csv", tmp_path / "second.csv"
    first.write_text("name,delegation,type,remark x\nAna Sol,Valdoria,IO Head,no fish\n", "utf-8")
    second.write_text(
        "type,name,remark x,delegation\nio head,Ben Roe,no nuts,Valdoria\nScribe,Cy Po,,Valdoria\n", "utf-8"
    )
    told = laptop.json("import", str(first), "--map", "category:IO Head=organisation-head", "--column", "note=remark x")
    again = laptop.json("import", str(second), "--dry-run")
    assert {each["value"]: (each["answer"], each["remembered"]) for each in again["groups"] if each["question"]} == {
        "io head": ("organisation-head", True),
        "scribe": (None, False),
    }
    assert again["columns"]["3"] == "note"
    assert "column_remembered" in [each["reason"] for each in again["list_notes"]]
    said = laptop.run("import", str(second), "--dry-run")
    assert "Answered before: organisation-head." in said
    taken_back = laptop.json("import", str(second), "--dry-run", "--map", "category:IO Head=")
    assert len(taken_back["questions"]) == 2
    afresh = laptop.json("import", str(second), "--dry-run", "--afresh")
    assert (len(afresh["questions"]), afresh["columns"].get("3")) == (2, None)
    laptop.run("imports", "take-back", told["import"])
    gone = laptop.json("import", str(second), "--dry-run")
    assert (len(gone["questions"]), gone["columns"].get("3")) == (2, None)


def test_a_list_that_changes_nobody_is_taken_in_for_what_is_said_of_it_alone(laptop, tmp_path: Path) -> None:
    file = tmp_path / "guests.csv"
    file.write_text("name,delegation,type\nAna Sol,Valdoria,Scribe\n", "utf-8")
    laptop.run("import", str(file), "--map", "category:Scribe=delegate")
    again = laptop.json("import", str(file))
    assert (again["import"], again["questions"]) == (None, [])
    forgotten = laptop.json("import", str(file), "--map", "category:Scribe=")
    assert forgotten["import"]
    told = laptop.json("import", str(file), "--dry-run")
    assert [each["standing"] for each in told["groups"]] == ["to_answer"]
    assert laptop.json("imports", "list")[0]["rows"] == 0
    laptop.run("imports", "take-back", forgotten["import"])
    assert laptop.json("import", str(file), "--dry-run")["questions"] == []
    assert "are whole" in laptop.run("check")
