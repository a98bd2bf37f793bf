import dataclasses
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin_app.runtime import settings as module
from checkin_app.runtime.settings import Mistake, PrinterKind, PrinterSettings, Settings, Theme, load, save

texts = st.text(st.characters(exclude_categories=["C", "Z"]), max_size=200)
named = texts.filter(bool)
printers = st.lists(
    st.builds(PrinterSettings, named, st.sampled_from(PrinterKind), named), max_size=4, unique_by=lambda each: each.name
).map(tuple)
any_settings = st.builds(
    Settings, texts, st.sampled_from(Theme), texts, texts, texts, st.booleans(), st.booleans(), texts, printers
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("站 folder")


@given(any_settings, any_settings)
def test_settings_come_back_as_they_were_saved(folder: Path, first: Settings, second: Settings) -> None:
    file = folder / "settings.toml"
    save(file, first)
    save(file, second)
    assert load(file) == (second, ())


@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "replace")))
def test_no_file_whatever_stops_the_application(folder: Path, content: bytes) -> None:
    file = folder / "hostile.toml"
    file.write_bytes(content)
    settings, _ = load(file)
    assert isinstance(settings, Settings)


def test_a_missing_file_means_the_defaults(tmp_path: Path) -> None:
    assert load(tmp_path / "none.toml") == (Settings(), ())


def test_a_mistake_costs_its_own_entry_only_and_is_named(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text('theme = "purple"\nsound = "yes"\nlanguage = "zh"\ncolour = 1\nroom = 3\n', encoding="utf-8")
    settings, mistakes = load(file)
    assert settings == Settings(language="zh")
    assert {each.entry for each in mistakes} == {"theme", "sound", "colour", "room"}
    assert Mistake("theme", "one of light, dark, sunlight", "'purple'") in mistakes


@pytest.mark.parametrize(
    "printers_text",
    [
        "printers = 3",
        'printers = ["a"]',
        '[[printers]]\nname = "a"\nkind = "queue"',
        '[[printers]]\nname = ""\nkind = "queue"\ntarget = "x"',
        '[[printers]]\nname = "a"\nkind = "fax"\ntarget = "x"',
        '[[printers]]\nname = "a"\nkind = "queue"\ntarget = "x"\n' * 2,
    ],
)
def test_a_printer_that_cannot_be_meant_is_a_mistake(tmp_path: Path, printers_text: str) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(printers_text, encoding="utf-8")
    settings, mistakes = load(file)
    assert settings.printers == ()
    assert [each.entry for each in mistakes] == ["printers"]


def test_comments_of_the_staff_outlive_a_saving(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text('# the desk by the window\nroom = "Hall A"\n', encoding="utf-8")
    save(file, Settings(room="Hall B"))
    assert "# the desk by the window" in file.read_text(encoding="utf-8")
    assert load(file)[0].room == "Hall B"


def test_a_saving_that_fails_leaves_the_former_settings_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "settings.toml"
    save(file, Settings(language="zh"))

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(module.os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        save(file, Settings(language="en"))
    assert load(file) == (Settings(language="zh"), ())
    assert [each.name for each in tmp_path.iterdir()] == ["settings.toml"]


def test_every_setting_has_a_reader() -> None:
    assert set(module._READERS) == {each.name for each in dataclasses.fields(Settings)}


def test_what_could_not_be_taken_outlives_a_saving_until_it_is_set(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    printers = '[[printers]]\nname = "label"\nkind = "escposs"\ntarget = "10.0.0.7"\n'
    file.write_text(f'theme = "purple"\n{printers}', encoding="utf-8")
    save(file, dataclasses.replace(load(file)[0], checkpoint="opening"))
    assert load(file)[0].checkpoint == "opening"
    kept = file.read_text(encoding="utf-8")
    assert "10.0.0.7" in kept
    assert "purple" in kept
    save(file, dataclasses.replace(load(file)[0], theme=Theme.SUNLIGHT))
    assert load(file)[0].theme is Theme.SUNLIGHT
    assert "10.0.0.7" in file.read_text(encoding="utf-8")


def test_a_file_that_is_no_toml_is_put_aside_and_not_lost(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text('printer = "label\n', encoding="utf-8")
    save(file, Settings(language="zh"))
    assert load(file) == (Settings(language="zh"), ())
    assert (tmp_path / "settings.toml.unread").read_text(encoding="utf-8") == 'printer = "label\n'
