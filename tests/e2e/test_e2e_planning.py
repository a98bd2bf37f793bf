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
    assert three["short_of"][0]["sentence"] == "No seat left for 1: more buses, or larger ones, are needed."
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


def test_layouts_are_named_by_command_and_by_a_list_and_hold_for_plans_and_figures(laptop, tmp_path) -> None:
    laptop.run("buses", "add", "2-1", "--seats", "4", "--layouts", "4+0, 1+1")
    (bus,) = laptop.json("buses", "list")
    assert (bus["layouts"], bus["accessible_places"], bus["seats"]) == (["4+0", "1+1"], 1, 4)
    laptop.run("plan")
    assert laptop.json("buses", "list")[0]["listed"] == 3
    who = laptop.json("missing", "2-1")["people"][0]["badge_no"]
    laptop.run("person", "set", who, "accessible=yes")
    (bus,) = laptop.json("buses", "list")
    assert (bus["listed"], bus["seats"]) == (3, 2)
    assert laptop.json("buses", "ready")[0]["seats_short"] == 1
    said = laptop.run("buses", "set", "2-1", "layouts=4+1", code=1)
    assert "within the 4 licensed seats" in said
    assert "as its layouts say" in laptop.run("buses", "set", "2-1", "accessible_places=3", code=1)
    file = tmp_path / "buses.csv"
    file.write_text("编号,核定座位,布局\n2-1,4,4+0 2+1\n", encoding="utf-8")
    assert laptop.json("buses", "import", str(file))["changed"] == 1
    assert laptop.json("buses", "list")[0]["seats"] == 3
    laptop.run("buses", "take-back")
    assert laptop.json("buses", "list")[0]["layouts"] == ["4+0", "1+1"]
    file.write_text("编号,核定座位,布局\n2-1,4,4+0 4+0\n", encoding="utf-8")
    assert "as many wheelchair places" in laptop.run("buses", "import", str(file), code=1)


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


def test_guests_are_moved_by_command_at_a_cost_that_is_said_before_and_put_back(laptop) -> None:
    for bus, seats in (("2-1", "4"), ("2-2", "4"), ("2-3", "1")):
        laptop.run("buses", "add", bus, "--seats", seats)
    for who in ("0001", "0002", "0003"):
        laptop.run("buses", "assign", who, "2-1")
    two, three = laptop.json("buses", "move", "0001", "0002", "--json")
    assert (two["bus"], two["possible"], two["buses"], two["seats_short"]) == ("2-2", True, 1, 0)
    assert (three["bus"], three["possible"], three["why_not"], three["seats_short"]) == (
        "2-3",
        False,
        "move_no_seat",
        1,
    )
    said = laptop.run("buses", "move", "0001", "0002").splitlines()
    assert said[0].startswith("2-2: 2 of 4 seats, delegations in ")
    assert said[1].startswith("2-3: Bus 2-3 has no seat for 1 of them.")
    assert "2-3" not in laptop.run("buses", "move", "0001", "--to", "2-2", "--dry-run")
    assert listed(laptop) == [3, 0, 0], "nothing was moved yet"
    assert "2-3" in laptop.run("buses", "move", "0001", "0002", "--to", "2-3", code=1)
    moved = laptop.json("buses", "move", "0001", "0002", "--to", "2-2")
    assert (moved["moved"], moved["from"], moved["to"]) == (2, "2-1", "2-2")
    assert listed(laptop) == [1, 2, 0]
    assert "same" in laptop.run("buses", "move", "0001", "0003", code=2), "they stand on two lists"
    assert "who" in laptop.run("buses", "move", code=2)
    assert "--undo" in laptop.run("buses", "move", "0001", "--undo", moved["move"], code=2)
    laptop.run("buses", "move", "--undo", moved["move"])
    assert listed(laptop) == [3, 0, 0]
    laptop.run("buses", "move", "--undo", moved["move"], code=1)
    laptop.run("buses", "add", "3-1")
    for more in (("--dry-run",), ()):
        assert "2-1" in laptop.run("buses", "move", "0001", "--to", "2-1", *more, code=1), "they are there"
    (far,) = laptop.json("buses", "move", "0001", "--route", "3", "--json")
    assert (far["bus"], far["strayed"]) == ("3-1", 1)
    assert "on a route they did not choose" in laptop.run("buses", "move", "0001", "--to", "3-1", "--dry-run")
    assert laptop.json("buses", "move", "0001", "--to", "3-1")["strayed"] == 1
    assert listed(laptop) == [2, 0, 0]
    laptop.run("buses", "assign", "0002", "none")
    moved = laptop.json("buses", "move", "0002", "--to", "2-2")
    assert (moved["from"], moved["strayed"], listed(laptop)) == (None, 1, [1, 1, 0]), "they chose another one"
    laptop.run("buses", "move", "--undo", moved["move"])
    assert listed(laptop) == [1, 0, 0]


def listed(laptop) -> list[int]:
    return [bus["listed"] for bus in laptop.json("buses", "list") if bus["route"] == "2"]
