"""A stick goes from laptop to laptop, and then both hold the same; what must not be taken is refused."""

from pathlib import Path

import pytest


@pytest.fixture
def other(laptop, tmp_path: Path):
    """A second laptop of the forum, which knows the first and is known to it."""
    second = type(laptop)(tmp_path / "second")
    second.run("new", "--name", "Bay 8")
    laptop.run("merge", str(second.folder))
    return second


def test_a_bundle_carried_both_ways_after_a_day_apart_makes_both_the_same(laptop, other, tmp_path: Path) -> None:
    codes = laptop.codes()
    laptop.scan("opening", codes["林若溪"], codes["佐伯 遥"])
    other.scan("opening", codes["José Ñáñez"])
    there, back = str(tmp_path / "there.bundle"), str(tmp_path / "back.bundle")
    assert laptop.json("verify")["fold_hash"] != other.json("verify")["fold_hash"]
    assert laptop.json("bundle", "export", there)["stations"] == ["Bay 8"]
    (taken,) = other.json("bundle", "import", there)
    assert (taken["name"], taken["stored"], taken["refused"]) == ("Bay 8", 2, 0)
    other.run("bundle", "export", back, "--all")
    assert "1 new facts" in laptop.run("bundle", "import", back)
    assert "0 new facts" in laptop.run("bundle", "import", back)
    verified = laptop.json("verify")
    assert verified == other.json("verify")
    assert set(verified) == {"ok", "facts", "logs", "gaps", "fold_hash"}
    assert (verified["ok"], verified["gaps"]) == (True, [])


def test_the_next_bundle_holds_what_has_come_since_the_last_one(laptop, other, tmp_path: Path) -> None:
    first, second, lost = (str(tmp_path / f"{name}.bundle") for name in ("first", "second", "lost"))
    codes = laptop.codes()
    laptop.run("bundle", "export", first)
    laptop.scan("opening", codes["林若溪"])
    assert laptop.json("bundle", "export", lost)["facts"] == 1
    assert laptop.json("bundle", "export", second)["facts"] == 0
    assert laptop.json("bundle", "export", second, "--all")["facts"] > 6
    other.run("bundle", "import", second)
    assert laptop.json("verify")["fold_hash"] == other.json("verify")["fold_hash"]


def test_a_bundle_that_must_not_be_taken_changes_nothing_and_says_why(laptop, other, tmp_path: Path) -> None:
    whole, bad = tmp_path / "whole.bundle", tmp_path / "bad.bundle"
    laptop.run("bundle", "export", "--all", str(whole))
    content = whole.read_bytes()
    before = other.json("verify")
    stranger = type(laptop)(tmp_path / "stranger")
    stranger.run("new", "--name", "Nobody's")
    for station, text, sentence in (
        (other, content[:-20], "The end of"),
        (other, content[:900] + bytes([content[900] ^ 1]) + content[901:], "is damaged, or somebody changed it"),
        (other, b"name\nsomebody\n", "is no bundle"),
        (stranger, content, "was not sealed for this laptop"),
    ):
        bad.write_bytes(text)
        assert sentence in station.run("bundle", "import", str(bad), code=1)
    assert "cannot be read" in other.run("bundle", "import", str(tmp_path / "none"), code=1)
    assert other.json("verify") == before
