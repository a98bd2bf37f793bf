"""An emergency on the command line: called, looked through, marked and ended by the rules of the screen."""


def test_an_emergency_is_called_marked_and_ended(laptop, tmp_path) -> None:
    laptop.run("buses", "add", "2-1", "--seats", "4")
    laptop.run("buses", "open", "2-1")
    for number in ("0001", "0002"):
        laptop.run("buses", "assign", number, "2-1")
    laptop.json("ride", "0001", "board", "2-1")
    assert "No emergency" in laptop.run("emergency", "2-1", "list", code=1)
    foreseen = laptop.json("emergency", "2-1", "call", "--dry-run")
    assert (foreseen["written"], foreseen["on"], foreseen["people"]) == (False, False, 2)
    called = laptop.json("emergency", "2-1", "call", "--reason", "smoke")
    assert (called["state"], called["on"], called["unknown"], called["reason"]) == ("emergency", True, 2, "smoke")
    assert laptop.json("ride", "0002", "board", "2-1")["reason"] == "bus_emergency"
    laptop.run("emergency", "2-1", "call", code=1)
    laptop.run("emergency", "2-1", "list", "--out", str(tmp_path / "list.txt"), code=2)
    assert laptop.run("emergency", "2-1", "list", "--out", str(tmp_path / "list.pdf")) == ""
    assert (tmp_path / "list.pdf").read_bytes().startswith(b"%PDF")
    marked = laptop.json("emergency", "2-1", "mark", "0001", "injured", "--note", "arm")
    assert (marked["injured"], marked["unknown"]) == (1, 1)
    assert [(each["condition"], each["aboard"]) for each in marked["list"]] == [("unknown", False), ("injured", True)]
    assert marked["list"][1]["said"][0]["note"] == "arm"
    assert "injured" in laptop.run("emergency", "2-1", "end", "--false-alarm", "--reason", "x", code=1)
    laptop.run("emergency", "2-1", "end", code=1)
    laptop.json("emergency", "2-1", "mark", "driver-1", "safe")
    laptop.json("emergency", "2-1", "mark", "0002", "safe")
    ended = laptop.json("emergency", "2-1", "end")
    assert (ended["on"], ended["state"], ended["ended"]["how"]) == (False, "boarding", "over")
    assert "arm" in laptop.run("emergency", "2-1", "list")
