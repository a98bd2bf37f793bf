"""Planning by command: what it answers, what it changes, and what takes it back."""

ROUTE = {
    "route", "people", "buses", "bound_buses", "pieces", "bound_pieces", "optimal", "unplaced", "short_of", "seconds",
}  # fmt: skip


def test_plan_answers_what_a_script_asks_and_is_taken_back(laptop) -> None:
    for bus in ("1-1", "2-1", "2-2"):
        laptop.run("buses", "add", bus, "--seats", "4")
    planned = laptop.json("plan", "--dry-run")
    assert {*planned} == {"routes", "seconds"}
    assert [{*each} for each in planned["routes"]] == [ROUTE] * 3
    _, two, three = planned["routes"]
    assert (two["people"], two["buses"], two["bound_buses"], two["pieces"], two["optimal"]) == (3, 1, 1, 3, True)
    assert (len(three["unplaced"]), three["optimal"]) == (1, False)
    assert three["short_of"][0]["sentence"] == "No seat left for 1: one bus more is needed."
    assert [bus["listed"] for bus in laptop.json("buses", "list")] == [0, 0, 0]
    assert [each["route"] for each in laptop.json("plan", "--route", "1", "--seconds", "2")["routes"]] == ["1"]
    said = laptop.run("plan").splitlines()
    assert said[1] == "Route 2: 3 people on 1 buses in 3 pieces (proven best)"
    assert said[-1] == "3 people got another seat, or their first."
    assert sorted(bus["listed"] for bus in laptop.json("buses", "list")) == [0, 1, 3]
    laptop.run("plan", "--undo")
    assert [bus["listed"] for bus in laptop.json("buses", "list")] == [1, 0, 0]
    assert "No such route" not in laptop.run("plan", "--route", "9", code=1)
    assert "--seconds" in laptop.run("plan", "--seconds", "0", code=2)


def test_a_bus_is_locked_by_command_for_every_later_plan_and_unlocked(laptop) -> None:
    for bus in ("2-1", "2-2"):
        laptop.run("buses", "add", bus, "--seats", "4")
    laptop.run("buses", "assign", "0001", "2-1")
    laptop.run("plan", "--lock", "2-1")
    laptop.run("plan")
    assert [(bus["listed"], bus["locked"]) for bus in laptop.json("buses", "list")] == [(1, True), (2, False)]
    laptop.run("plan", "--unlock", "2-1")
    assert sorted(bus["listed"] for bus in laptop.json("buses", "list")) == [0, 3]
    assert "--keep" in laptop.run("plan", "--lock", "2-1", "--dry-run", code=2)
    laptop.run("buses", "set", "2-1", "locked=yes")
    assert laptop.json("buses", "list")[0]["locked"]
    assert "yes or no" in laptop.run("buses", "set", "2-1", "locked=perhaps", code=2)


def test_a_list_of_buses_is_taken_in_and_back_by_command(laptop, tmp_path) -> None:
    file = tmp_path / "buses.csv"
    file.write_text(
        "编号,线路,车牌,核定座位,可用座位,语言,发车时间\n2-1,2,京A·1,45,43,中文 英文,8:30\n", encoding="gb18030"
    )
    assert laptop.json("buses", "import", str(file), "--dry-run")["added"] == 1
    taken = laptop.json("buses", "import", str(file))
    assert (taken["written"], taken["added"], taken["changed"]) == (True, 1, 0)
    (bus,) = laptop.json("buses", "list")
    assert bus["bus"] == "2-1"
    laptop.run("buses", "take-back")
    assert laptop.json("buses", "list") == []
    file.write_text("code,licensed seats\n2-1,0\nx,45\n", encoding="utf-8")
    said = laptop.run("buses", "import", str(file), code=1).splitlines()
    assert said[:2] == [
        "buses.csv, row 2: 0 licensed seats are not from 1 to 100",
        "buses.csv, row 3: the bus number “x” is no route and number, such as 2-3",
    ]
