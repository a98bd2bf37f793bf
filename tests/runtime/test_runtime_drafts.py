"""A draft comes back after a restart and cannot be read by others."""

import os
from pathlib import Path

import pytest

from checkin_app.domain.problems import StoreNotWritable
from checkin_app.runtime.drafts import Drafts


def test_a_draft_comes_back(tmp_path: Path) -> None:
    Drafts(tmp_path / "draft", bytes(32)).save("欧阳景怡")
    assert Drafts(tmp_path / "draft", bytes(32)).load() == "欧阳景怡"


def test_a_draft_does_not_stand_readable_on_the_disk(tmp_path: Path) -> None:
    Drafts(tmp_path / "draft", bytes(32)).save("OUYANG Jingyi")
    assert b"OUYANG" not in b"".join(each.read_bytes() for each in tmp_path.iterdir())


def test_a_draft_of_another_key_or_a_damaged_one_is_an_empty_form(tmp_path: Path) -> None:
    file = tmp_path / "draft"
    assert Drafts(file, bytes(32)).load() == ""
    Drafts(file, bytes(32)).save("x")
    assert Drafts(file, b"k" * 32).load() == ""
    file.write_bytes(file.read_bytes()[:-1])
    assert Drafts(file, bytes(32)).load() == ""


def test_an_empty_text_takes_the_draft_away(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path / "draft", bytes(32))
    drafts.save("x")
    drafts.save("")
    assert not list(tmp_path.iterdir())


def test_a_draft_that_could_not_be_written_leaves_the_former_one_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drafts = Drafts(tmp_path / "draft", bytes(32))
    drafts.save("the former one")

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StoreNotWritable):
        drafts.save("half of another")
    assert drafts.load() == "the former one"
    assert [each.name for each in tmp_path.iterdir()] == ["draft"]
