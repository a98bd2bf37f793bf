"""Scans are taken back on the command line by the rules of the screen."""

import json


def _inside(laptop) -> set[str]:
    return {row["names"][0] for row in laptop.json("find", "--all") if row["inside"]}


def test_the_last_scan_that_let_somebody_pass_is_taken_back(laptop) -> None:
    codes = laptop.codes()
    first, _, _ = laptop.scan("opening", codes["林若溪"], codes["林若溪"], "https://example.org")
    (undone,) = laptop.json("undo")
    assert undone["undone"] == first["fact_id"]
    assert (undone["checkpoint"], undone["delegate"]["names"][0]) == ("opening", "林若溪")
    assert _inside(laptop) == set()
    assert laptop.run("undo", code=1).startswith("There is nothing here to undo.")
    assert laptop.scan("opening", codes["林若溪"])[0]["reason"] == "admitted"
    assert laptop.run("undo") == "Taken back: 林若溪 at opening.\n"


def test_a_named_scan_is_taken_back_and_only_once(laptop) -> None:
    codes = laptop.codes()
    first, second = laptop.scan("opening", codes["林若溪"], codes["Noor Haddad"])
    assert laptop.json("undo", first["fact_id"])[0]["undone"] == first["fact_id"]
    assert _inside(laptop) == {"Noor Haddad"}
    laptop.run("undo", first["fact_id"], code=1)
    laptop.run("undo", "no such fact", code=1)
    assert _inside(laptop) == {"Noor Haddad"}
    assert laptop.json("undo")[0]["undone"] == second["fact_id"]


def test_the_last_scans_are_taken_back_newest_first_and_what_was_done_is_said_when_one_is_refused(laptop) -> None:
    codes = laptop.codes()
    told = laptop.scan("opening", codes["林若溪"], codes["Noor Haddad"], codes["佐伯 遥"])
    undone = laptop.json("undo", "--last", "2")
    assert [each["undone"] for each in undone] == [told[2]["fact_id"], told[1]["fact_id"]]
    done = laptop._done(("undo", "--last", "5", "--json"), b"", 1)
    assert [each["undone"] for each in json.loads(done.stdout)] == [told[0]["fact_id"]]
    assert b"undo" in done.stderr
    laptop.run("undo", "--last", "0", code=2)
    laptop.run("undo", told[0]["fact_id"], "--last", "2", code=2)


def test_taking_back_who_got_off_asks_whether_there_is_a_seat(laptop) -> None:
    laptop.run("buses", "add", "2-1", "--seats", "1", "--usable", "1")
    laptop.run("buses", "open", "2-1")
    for number in ("0001", "0003"):
        laptop.run("buses", "assign", number, "2-1")
    codes = laptop.codes()
    laptop.scan("2-1", codes["林若溪"])
    (off,) = laptop.scan("2-1", codes["林若溪"], direction="out")
    laptop.scan("2-1", codes["José Ñáñez"])
    said = laptop.run("undo", off["fact_id"], code=1)
    assert "seat" in said
    assert "2-1" in said
    assert laptop.json("buses", "list")[0]["aboard"] == 1
    assert laptop.json("undo")[0]["delegate"]["names"][0] == "José Ñáñez"
    undone = laptop.json("undo", off["fact_id"])[0]
    assert undone["delegate"]["names"][0] == "林若溪"
    assert laptop.json("buses", "list")[0]["aboard"] == 1
