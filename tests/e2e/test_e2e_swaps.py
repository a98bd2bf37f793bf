"""A bus is swapped on the command line by the rules of the screen."""


def test_a_bus_is_looked_at_swapped_taken_back_and_swapped_for_good(laptop) -> None:
    for bus in ("2-1", "2-9"):
        laptop.run("buses", "add", bus, "--seats", "2")
    laptop.run("buses", "open", "2-1")
    laptop.run("buses", "assign", "0001", "2-1")
    laptop.json("ride", "0001", "board", "2-1")
    assert "Nothing was changed" in laptop.run("swap", "2-1", code=1)
    foreseen = laptop.json("swap", "2-1", "2-9", "--dry-run")
    assert (foreseen["written"], len(foreseen["moves"]), foreseen["step"]) == (False, 1, None)
    told = laptop.json("swap", "2-1", "2-9", "--broken-down", "--reason", "the engine")
    assert (told["cause"], told["reason"], told["step"], told["unscanned"]) == ("broken_down", "the engine", "open", 1)
    assert laptop.json("swap", "2-1", "--undo")["old_state"] == "boarding"
    laptop.json("swap", "2-1", "2-9")
    laptop.run("buses", "open", "2-9")
    assert laptop.json("ride", "0001", "board", "2-9")["reason"] == "boarded_by_transfer"
    laptop.run("swap", "2-1", "--undo", code=1)
    laptop.run("buses", "empty", "2-1", "--walked-by", "Ann")
    assert laptop.json("swap", "2-1")["step"] == "close"
