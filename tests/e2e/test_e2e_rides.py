"""A guest's ride is told on the command line by the rules of the screen."""


def test_a_ride_is_told_from_the_list_to_the_return_and_what_was_said_is_taken_back(laptop) -> None:
    for bus in ("2-1", "2-2"):
        laptop.run("buses", "add", bus, "--seats", "2")
        laptop.run("buses", "open", bus)
    laptop.run("buses", "assign", "0001", "2-1")
    assert laptop.json("ride", "0001", "show")["state"] == "assigned"
    laptop.run("ride", "0001", "excuse", "--reason", "because", code=2)
    assert laptop.json("ride", "0001", "excuse", "--reason", "unwell", "--agreed", "Ada Berg")["state"] == "excused"
    listed = laptop.json("buses", "list")[0]
    assert (listed["accounted"], listed["missing"], listed["to_come"]) == (1, 0, 0)
    assert laptop.json("ride", "0001", "undo")["state"] == "assigned"
    assert laptop.json("ride", "0001", "board", "2-1")["reason"] == "boarded"
    moved = laptop.json("ride", "0001", "transfer", "2-2")
    assert (moved["transfer_from"], moved["transfer_to"]) == ("2-1", "2-2")
    assert (moved["bus"], moved["seat"]) == ("2-1", "2-2"), "aboard the one, a seat on the other"
    back = laptop.json("ride", "0001", "undo")
    assert (back["taken_back"], back["bus"], back["seat"], back["transfer_to"]) == ("transfer", "2-1", "2-1", None)
    laptop.json("ride", "0001", "transfer", "2-2")
    assert laptop.json("ride", "0003", "standby", "2-1")["rank"] == 1
    (waits,) = laptop.json("buses", "standby")
    assert (waits["route"], waits["rank"], waits["badge_no"], waits["seats"]) == ("2", 1, "0003", {"2-1": 1, "2-2": 1})
    assert waits["boards_at"] == "2-1 2-2"
    assert laptop.json("buses", "standby", "3") == []
    said = laptop.run("ride", "0003", "offload", "--reason", "other", "--belongings", "no", code=1)
    assert "Standby" in said


def test_a_bus_and_the_stops_of_its_route_are_told_by_commands(laptop) -> None:
    laptop.run("buses", "add", "2-1", "--plate", "京A·30302")
    (told,) = laptop.json("buses", "ready")
    assert (told["bus"], told["state"], told["rest_by"]) == ("2-1", "planned", None)
    assert told["lacks"] == ["driver", "driver_phone", "guide", "coordinator", "languages", "bay", "departs"]
    assert "buses ready says what" in laptop.run("buses", "ready", "2-1", code=1)
    laptop.run("stops", "add", "2", "zh=茶馆", "en=Tea house", "--at", "1")
    laptop.run("stops", "move", "2", "1", "2")
    laptop.run("stops", "rename", "2", "2", "zh=茶楼", "en=Tea rooms")
    laptop.run("stops", "rename", "2", "9", "zh=茶楼", "en=Tea rooms", code=1)
    laptop.run("stops", "skip", "2-1", "Tea rooms", "--reason", "closed today")
    day = laptop.json("stops", "list", "2-1")
    assert [(each["stop"], each["state"], each["reason"]) for each in day][1] == ("茶楼", "skipped", "closed today")
    assert "cannot follow" in laptop.run("stops", "arrive", "2-1", "1", code=1)
    laptop.run("buses", "cancel", "2-1", "--reason", "brakes")
    assert laptop.json("buses", "list")[0]["state"] == "cancelled"


def test_a_door_is_overridden_by_command_with_a_reason_and_never_where_nobody_may(laptop) -> None:
    for bus in ("2-1", "3-1"):
        laptop.run("buses", "add", bus, "--seats", "2")
    laptop.run("buses", "assign", "0001", "3-1")
    shut = laptop.run("ride", "0001", "board", "2-1", "--override", "escort", code=1)
    assert "speaks against" in shut
    laptop.run("buses", "open", "2-1")
    assert laptop.json("ride", "0001", "board", "2-1")["reason"] == "wrong_route"
    laptop.run("ride", "0001", "board", "2-1", "--override", "because", code=2)
    assert "in words" in laptop.run("ride", "0001", "board", "2-1", "--override", "other", code=1)
    words = ("--override", "escort", "--note", "interprets", "--by", "Lao Li")
    assert laptop.json("ride", "0001", "board", "2-1", *words)["reason"] == "boarded_by_override"
    assert laptop.json("ride", "0001", "show")["bus"] == "2-1"
    laptop.run("undo")
    assert laptop.json("ride", "0001", "show")["bus"] == "3-1"


def test_what_was_done_with_a_bus_is_listed_by_command_and_written_as_a_table(laptop, tmp_path) -> None:
    laptop.run("buses", "add", "2-1")
    laptop.run("buses", "open", "2-1")
    laptop.json("ride", "0001", "board", "2-1", "--answer", "board_here")
    laptop.run("undo")
    told = laptop.json("buses", "log", "2-1")
    assert [each["what"] for each in told][:2] == ["Bus added", "State: boarding"]
    assert [each["kind"] for each in told if each["undone"]] == ["scan.answered"]
    laptop.run("buses", "log", "2-1", "--out", str(tmp_path / "log.csv"))
    lines = (tmp_path / "log.csv").read_text("utf-8-sig").splitlines()
    assert len(lines) == len(told) + 1
    assert lines[0].startswith("at,kind,what")
    laptop.run("buses", "log", "9-9", code=1)
