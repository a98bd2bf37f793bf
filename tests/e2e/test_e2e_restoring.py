"""The command restore: from a store that does not open to one that does, with what is newer elsewhere said."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from e2e_laptop import Laptop

from db.identity import IDENTITY


def test_a_damaged_store_is_brought_back_as_its_message_says(laptop, tmp_path: Path) -> None:
    other = Laptop(tmp_path / "other")
    other.run("new", "--name", "Desk 4")
    laptop.run("merge", str(other.folder))
    laptop.run("backup")
    code = laptop.codes()["林若溪"]
    assert laptop.scan("opening", code)[0]["verdict"] == "go"
    (laptop.folder / "station.db").write_bytes(b"scribbled over")
    assert "restore" in laptop.run("check", code=1)
    said = laptop.run("restore")
    assert "Facts that were acknowledged and are missing still: 1." in said
    assert "Desk 4" in said
    kept = laptop.folder / "replaced" / "0001" / "station.db"
    assert kept.read_bytes() == b"scribbled over"
    assert "lacks: 1." in laptop.run("check", code=1)
    assert laptop.scan("opening", code)[0]["verdict"] == "go"


def test_backups_are_listed_and_an_older_one_is_restored_without_loss(laptop) -> None:
    laptop.run("backup")
    code = laptop.codes()["林若溪"]
    laptop.scan("opening", code)
    laptop.run("backup")
    listed = laptop.json("restore", "--list")
    assert len(listed) == 2
    assert listed[0]["backup"] > listed[1]["backup"]
    restored = json.loads(laptop.run("restore", Path(listed[1]["backup"]).name, "--json"))
    assert (restored["added"], restored["missing"]) == (1, 0)
    assert laptop.scan("opening", code)[0]["verdict"] == "again"
    assert "Nothing that was acknowledged is missing." in laptop.run("check")


def test_where_there_is_no_backup_nothing_is_changed_and_a_way_on_is_said(laptop) -> None:
    assert "There is no backup" in laptop.run("restore", code=1)
    laptop.run("check")


def test_the_recovery_key_of_another_laptop_is_refused_and_the_station_opens_as_before(tmp_path: Path) -> None:
    phrase = tmp_path / "phrase.txt"
    phrase.write_text("three boats, 四条路\n", encoding="utf-8")
    one, other = Laptop(tmp_path / "one"), Laptop(tmp_path / "other")
    for each in (one, other):
        each.run("new", "--passphrase-file", str(phrase))
    own = (one.folder / "recovery.key").read_bytes()
    (one.folder / "recovery.key").write_bytes((other.folder / "recovery.key").read_bytes())
    assert "another station" in one.run("unlock", "--passphrase-file", str(phrase), code=1)
    one.run("check")
    (one.folder / "recovery.key").write_bytes(own)
    one.run("unlock", "--passphrase-file", str(phrase))
    one.run("check")


@pytest.mark.parametrize("spoil", [Path.unlink, lambda file: file.write_bytes(b"\xff not toml")])
def test_a_lost_station_file_is_mended_from_its_copy_beside_the_backups(
    laptop, spoil: Callable[[Path], object]
) -> None:
    code = laptop.codes()["林若溪"]
    laptop.run("backup")
    identity = (laptop.folder / IDENTITY).read_bytes()
    spoil(laptop.folder / IDENTITY)
    assert laptop.scan("opening", code)[0]["verdict"] == "go"
    assert (laptop.folder / IDENTITY).read_bytes() == identity
    (laptop.folder / "station.db").unlink()
    spoil(laptop.folder / IDENTITY)
    laptop.run("restore")
    assert (laptop.folder / IDENTITY).read_bytes() == identity
    laptop.run("check", "--accept-loss")


def test_a_station_file_without_a_copy_is_made_anew_by_unlock_and_by_no_other_station_s_key(tmp_path: Path) -> None:
    phrase = tmp_path / "phrase.txt"
    phrase.write_text("three boats, 四条路\n", encoding="utf-8")
    one, other = Laptop(tmp_path / "one"), Laptop(tmp_path / "other")
    for each in (one, other):
        each.run("new", "--passphrase-file", str(phrase))
    own = (one.folder / "recovery.key").read_bytes()
    (one.folder / IDENTITY).unlink()
    assert "unlock" in one.run("check", code=1)
    assert "unlock" in one.run("restore", code=1)
    (one.folder / "recovery.key").write_bytes((other.folder / "recovery.key").read_bytes())
    assert "another station" in one.run("unlock", "--passphrase-file", str(phrase), code=1)
    assert not (one.folder / IDENTITY).exists()
    (one.folder / "recovery.key").write_bytes(own)
    one.run("unlock", "--passphrase-file", str(phrase))
    one.run("check")
