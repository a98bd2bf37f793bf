"""Who acts, by the command line: operators sign in by --as, and what they may not is refused, and listed where it was done."""

from pathlib import Path

import pytest
from e2e_laptop import ROOT


@pytest.fixture
def pins(tmp_path: Path):
    def write(name: str, pin: str) -> str:
        file = tmp_path / f"{name}.pin"
        file.write_text(f"{pin}\n")
        return str(file)

    return write


@pytest.fixture
def led(laptop, pins):
    """Return the words by which the lead acts on a laptop that knows one."""
    laptop.run("operators", "add", "Lena Lead", "--role", "lead")
    laptop.run("operators", "pin", "Lena Lead", "--new-pin-file", pins("lena", "20417"))
    return ("--as", "lena lead", "--pin-file", pins("lena", "20417"))


def test_a_day_is_led_by_commands_that_say_who_acts(laptop, led, pins) -> None:
    assert "sign" not in laptop.run("checkpoints")
    assert "Nobody has signed in here" in laptop.run("buses", "add", "2-1", code=1)
    laptop.run("buses", "add", "2-1", "--seats", "10", *led)
    laptop.run("operators", "add", "Vera", "--role", "volunteer", "--badge", "0001", *led)
    vera = laptop.codes()["林若溪"]
    assert "Volunteer" in laptop.run("buses", "open", "2-1", "--as", vera, code=1)
    laptop.run("buses", "open", "2-1", *led)
    codes = laptop.codes()
    assert laptop.scan("opening", codes["佐伯 遥"])[0]["reason"] == "admitted", (
        "nobody is named, and no scan is dropped"
    )
    laptop.run("import", str(laptop.folder / "none.csv"), *led, code=1)
    rows = {row["name"]: row for row in laptop.json("operators", "list")}
    assert (rows["Lena Lead"]["role"], rows["Lena Lead"]["has_pin"], rows["Vera"]["has_pin"]) == ("lead", True, False)
    assert laptop.json("operators", "not-applied") == []
    laptop.run("check")


def test_what_was_done_while_revoked_elsewhere_is_listed_on_both(laptop, led, tmp_path: Path, pins) -> None:
    laptop.run("buses", "add", "2-1", "--seats", "10", *led)
    laptop.run("operators", "add", "Dina", "--role", "route_dispatcher", *led)
    laptop.run("operators", "pin", "Dina", "--new-pin-file", pins("dina", "3579"), *led)
    other = type(laptop)(tmp_path / "second")
    other.run("new", "--name", "Bay 8")
    laptop.run("merge", str(other.folder))
    laptop.run("operators", "revoke", "Dina", "--reason", "badge lost", *led)
    other.run("buses", "open", "2-1", "--as", "Dina", "--pin-file", pins("dina", "3579"))
    laptop.run("merge", str(other.folder))
    for each in (laptop, other):
        [row] = each.json("operators", "not-applied")
        assert (row["kind"], row["operator"], row["station"], row["why"]) == (
            "bus.moved_to",
            "Dina",
            "Bay 8",
            "revoked",
        )
        assert each.json("buses", "list")[0]["state"] == "planned"
        each.run("check")
    assert "no operator any more" in other.run(
        "buses", "open", "2-1", "--as", "Dina", "--pin-file", pins("dina", "3579"), code=1
    )


def test_operators_come_from_the_forums_file_and_from_a_list(laptop, pins, tmp_path: Path) -> None:
    forum = (ROOT / "resources/forums/gstf-2024.toml").read_text("utf-8")
    file = tmp_path / "forum.toml"
    file.write_text(f'{forum}\n[[operators]]\nname = "Lena Lead"\nrole = "lead"\n', "utf-8")
    other = type(laptop)(tmp_path / "second")
    other.run("new", "--name", "Bay 8", str(file))
    assert [(row["name"], row["role"]) for row in other.json("operators", "list")] == [("Lena Lead", "lead")]
    other.run("operators", "pin", "Lena Lead", "--new-pin-file", pins("lena", "20417"))
    led = ("--as", "Lena Lead", "--pin-file", pins("lena", "20417"))
    list_ = tmp_path / "who.csv"
    list_.write_text("Name,Role,Badge no.\nVera,king,\n", "utf-8")
    assert "who.csv, row 2: there is no role “king”" in other.run("operators", "import", str(list_), *led, code=1)
    list_.write_text("Name,Role,Badge no.\nVera,志愿者,\n", "utf-8")
    said = other.json("operators", "import", str(list_), *led)
    assert said == {"written": True, "added": 1, "changed": 0, "unchanged": 0}
    assert {row["name"] for row in other.json("operators", "list")} == {"Lena Lead", "Vera"}
    other.run("check")


def test_wrong_words_are_said(laptop, led, pins) -> None:
    assert "not Lena Lead’s PIN" in laptop.run("buses", "add", "2-1", *led[:2], "--pin-file", pins("x", "1359"), code=1)
    assert "no operator Nemo" in laptop.run("operators", "revoke", "Nemo", "--reason", "x", *led, code=1)
    assert "invalid choice" in laptop.run("operators", "add", "Nemo", "--role", "king", code=2)
    assert "already" in laptop.run("operators", "add", "LENA lead", "--role", "lead", *led, code=1)
    assert "cannot be" in laptop.run("operators", "pin", "Lena Lead", "--new-pin-file", pins("y", "1234"), *led, code=1)
    assert "only event lead" in laptop.run("operators", "revoke", "Lena Lead", "--reason", "x", *led, code=1)
    assert "--pin-file" in laptop.run("buses", "add", "2-1", "--as", "Lena Lead", code=2)
    assert "operators" in laptop.run("operators", "roles")


def test_a_bus_is_counted_blind_and_released_by_two_by_commands(laptop, led, pins) -> None:
    laptop.run("operators", "add", "Cora", "--role", "coordinator", *led)
    laptop.run("operators", "pin", "Cora", "--new-pin-file", pins("cora", "2468"), *led)
    cora = ("--as", "Cora", "--pin-file", pins("cora", "2468"))
    laptop.run("buses", "add", "2-1", "--seats", "10", "--driver", "Mo", *led)
    laptop.run("buses", "open", "2-1", *cora)
    first = laptop.json("count", "2-1", "1", "--by", "Ann", *cora)
    assert (first["state"], first["entered"], first["outcome"], first["souls"]) == ("counting", "Ann", None, None)
    souls = laptop.json("count", "2-1", "1", "--by", "Bo", *cora)["souls"]
    assert souls == {"delegates": 0, "doubted": 0, "driver": 1, "all": 1}
    assert "release a bus" in laptop.run("release", "2-1", *cora, code=1)
    laptop.run("release", "2-1", "--by-self", "--approved-by", "Lena Lead", "--approval-pin-file", led[-1], *cora)
    assert [each["reviewed"] for each in laptop.json("count", "2-1")["releases"]] == [False]
