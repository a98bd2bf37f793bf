"""A change of the settings holds from the moment it is made, and is written down where that can be done."""

from dataclasses import replace
from pathlib import Path

from checkin_app.runtime.kept_settings import KeptSettings


def test_a_change_holds_now_and_in_the_next_run(tmp_path: Path) -> None:
    kept = KeptSettings(tmp_path / "settings.toml")
    kept.change(replace(kept.current, room="Main hall"))
    assert kept.current.room == "Main hall"
    assert KeptSettings(tmp_path / "settings.toml").current.room == "Main hall"


def test_a_change_that_cannot_be_written_down_holds_for_this_run(tmp_path: Path, expect_log) -> None:
    expect_log("settings")
    (tmp_path / "in the way").write_text("")
    kept = KeptSettings(tmp_path / "in the way" / "settings.toml")
    kept.change(replace(kept.current, room="Main hall"))
    assert kept.current.room == "Main hall"


def test_what_was_passed_over_is_known_and_said_in_the_log(tmp_path: Path, expect_log) -> None:
    expect_log("settings")
    (tmp_path / "settings.toml").write_text('text_size = "huge"\n', encoding="utf-8")
    assert [each.entry for each in KeptSettings(tmp_path / "settings.toml").mistakes] == ["text_size"]
