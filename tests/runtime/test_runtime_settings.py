import dataclasses
import os
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin_app.domain.details import Expected
from checkin_app.runtime import settings as module
from checkin_app.runtime.printer_media import Media, media_of
from checkin_app.runtime.settings import (
    LOCK_MINUTES,
    RESOLUTIONS,
    TEXT_SIZES,
    Mistake,
    PrinterKind,
    PrinterLanguage,
    PrinterSettings,
    Settings,
    Theme,
    load,
    save,
)

texts = st.text(st.characters(exclude_categories=["C", "Z"]), max_size=200)
named = texts.filter(bool)
hosts = st.from_regex(r"[a-z]{1,9}(\.[a-z]{1,9})?(:[1-9][0-9]{0,3})?", fullmatch=True)
local = st.sampled_from([PrinterKind.QUEUE, PrinterKind.FILE])
more = {
    "speaks": st.none() | st.sampled_from(PrinterLanguage),
    "dpi": st.sampled_from([0, *RESOLUTIONS]),
    "media": st.none() | st.builds(Media, st.integers(1, 300), st.integers(0, 1000)),
}
some_printer = st.builds(PrinterSettings, named, local, named, **more) | st.builds(
    PrinterSettings, named, st.just(PrinterKind.NETWORK), hosts, **more
)
printers = st.lists(some_printer, max_size=4, unique_by=lambda each: each.name).map(tuple)
any_settings = st.builds(
    Settings,
    texts,
    st.sampled_from(Theme),
    st.sampled_from(TEXT_SIZES),
    texts,
    texts,
    texts,
    st.booleans(),
    st.sampled_from(LOCK_MINUTES),
    st.booleans(),
    texts,
    printers,
    st.booleans(),
    st.integers(1, 65535),
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
    assert {str(each.entry) for each in mistakes} == {"theme", "sound", "colour", "room"}
    assert Mistake("theme", Expected.ONE_OF.of(known="light, dark, sunlight"), "'purple'") in mistakes


BAD_PRINTERS = [
    '[[printers]]\nname = "a"\nkind = "queue"\n',
    '[[printers]]\nname = ""\nkind = "queue"\ntarget = "x"\n',
    '[[printers]]\nname = "a"\nkind = "fax"\ntarget = "x"\n',
    '[[printers]]\nname = "a"\nkind = 7\ntarget = "x"\n',
    '[[printers]]\nname = "a"\nkind = "network"\ntarget = "label:99999"\n',
    '[[printers]]\nname = "a"\nkind = "network"\ntarget = "label:0"\n',
    '[[printers]]\nname = "a"\nkind = "network"\ntarget = "a..b"\n',
    '[[printers]]\nname = "a"\nkind = "network"\ntarget = "no host at all"\n',
    '[[printers]]\nname = "b"\nkind = "file"\ntarget = "/elsewhere"\n',
]
GOOD = '[[printers]]\nname = "b"\nkind = "queue"\ntarget = "office"\n'


@pytest.mark.parametrize("bad", BAD_PRINTERS)
def test_a_printer_that_cannot_be_meant_is_a_mistake_and_costs_no_other(tmp_path: Path, bad: str) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(GOOD + bad, encoding="utf-8")
    settings, mistakes = load(file)
    assert settings.printers == (PrinterSettings("b", PrinterKind.QUEUE, "office"),)
    assert [str(each.entry) for each in mistakes] == ["printer 2 of the file"]


@pytest.mark.parametrize("value", ["3", '["a"]', "{}", "{name = 3}"])
def test_printers_that_are_no_tables_are_a_mistake(tmp_path: Path, value: str) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(f'room = "Hall A"\nprinters = {value}\n', encoding="utf-8")
    settings, mistakes = load(file)
    assert settings == Settings(room="Hall A")
    assert [str(each.entry)[:7] for each in mistakes] == ["printer"]


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

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        save(file, Settings(language="en"))
    assert load(file) == (Settings(language="zh"), ())
    assert [each.name for each in tmp_path.iterdir()] == ["settings.toml"]


def test_no_entry_of_a_printer_has_the_name_of_a_setting() -> None:
    """What is added below a printer and is known as a setting is meant for the file."""
    assert not module._OF_A_PRINTER.keys() & module._READERS.keys()


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


# ---- edited by hand

PAGE = (Path(__file__).parents[2] / "docs" / "settings.md").read_text(encoding="utf-8")
EXAMPLE = "\n".join(line.removeprefix("    ") for line in PAGE.splitlines() if line.startswith("    ") or not line)
DESK_LABEL = PrinterSettings("Desk label", PrinterKind.NETWORK, "192.0.2.17:9100")
OFFICE = PrinterSettings("Office", PrinterKind.QUEUE, "office")


def _example() -> str:
    assert 'room = "Hall A"' in EXAMPLE
    assert "[[printers]]" in EXAMPLE
    return EXAMPLE[EXAMPLE.index("room") :]


def _printer_of_the_example() -> str:
    return _example()[_example().index("[[printers]]") :]


@given(any_settings)
def test_whatever_the_application_wrote_the_pages_example_can_be_added_to_it(folder: Path, settings: Settings) -> None:
    file = folder / "added.toml"
    file.unlink(missing_ok=True)
    settings = dataclasses.replace(settings, printers=tuple(p for p in settings.printers if p.name != "Desk label"))
    save(file, settings)
    file.write_bytes(file.read_bytes() + _printer_of_the_example().encode())
    assert load(file) == (dataclasses.replace(settings, printers=(*settings.printers, DESK_LABEL)), ())


@given(any_settings)
def test_the_whole_example_added_at_the_end_says_room_and_printer_anew(folder: Path, settings: Settings) -> None:
    file = folder / "whole.toml"
    file.unlink(missing_ok=True)
    settings = dataclasses.replace(settings, printers=tuple(p for p in settings.printers if p.name != "Desk label"))
    save(file, settings)
    file.write_bytes(file.read_bytes() + _example().encode())
    loaded, _ = load(file)
    wanted = (*settings.printers, DESK_LABEL)
    assert loaded == dataclasses.replace(settings, room="Hall A", printer="Desk label", printers=wanted)
    save(file, dataclasses.replace(loaded, room="Hall B"))
    assert load(file) == (dataclasses.replace(loaded, room="Hall B"), ())


def test_what_a_former_version_wrote_takes_the_pages_printer(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(f'room = "Hall B"\nprinters = []\n\n{_printer_of_the_example()}', encoding="utf-8")
    assert load(file) == (Settings(room="Hall B", printers=(DESK_LABEL,)), ())
    save(file, Settings(room="Hall C", printers=(DESK_LABEL,)))
    assert load(file) == (Settings(room="Hall C", printers=(DESK_LABEL,)), ())


def test_no_printers_at_all_are_written_as_nothing_at_all(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text("printers = []  # none yet\n", encoding="utf-8")
    save(file, Settings(room="Hall B"))
    assert "printers" not in load_plain(file)


def load_plain(file: Path) -> dict[str, object]:
    return tomllib.loads(file.read_text(encoding="utf-8"))


CHOSEN = Settings(language="zh", room="Hall A", sound=False, printers=(DESK_LABEL, OFFICE))
DAMAGES = [
    'theme = "dark',
    "theme = dark",
    "theme",
    "= 3",
    "sound = yes",
    "[[printers]",
    "[[",
    "]",
    'room = """never ended',
    "\x00\x07",
    "{}",
    "\u00a0",
    "checkpoint = 1979-13-99",
    "x = [1, 2",
    "\udcd6\udcf7 = 1",
    'theme = "\udcd6\udcf7"',
]


@given(st.lists(st.sampled_from(DAMAGES) | st.text(max_size=20), min_size=1, max_size=3), st.data())
def test_a_damaged_line_costs_itself_only(folder: Path, damages: list[str], data: st.DataObject) -> None:
    file = folder / "damaged.toml"
    file.unlink(missing_ok=True)
    save(file, CHOSEN)
    lines = file.read_text(encoding="utf-8").split("\n")
    safe = next(place for place, line in enumerate(lines) if line.startswith("[["))
    for damage in damages:
        lines.insert(data.draw(st.integers(0, safe)), damage)
    file.write_bytes("\n".join(lines).encode("utf-8", "surrogateescape"))
    loaded, mistakes = load(file)
    theirs = _own_words("\n".join(damages))
    for name in ("language", "room", "sound", "printers"):
        assert name in theirs or getattr(loaded, name) == getattr(CHOSEN, name), mistakes


def _own_words(text: str) -> set[str]:
    """Return the entries that a drawn text may itself speak of."""
    return {
        name for name in ("language", "room", "sound", "printers") if f"{name} =" in text and "never ended" not in text
    }


@given(st.binary(max_size=300), st.integers(0, 400))
def test_a_file_cut_or_overwritten_anywhere_is_kept_beside_before_it_is_written(
    tmp_path_factory: pytest.TempPathFactory, garbage: bytes, at: int
) -> None:
    file = tmp_path_factory.mktemp("damaged") / "settings.toml"
    save(file, CHOSEN)
    content = file.read_bytes()
    damaged = content[:at] + garbage + content[at + len(garbage) :]
    file.write_bytes(damaged)
    loaded, mistakes = load(file)
    wanted = dataclasses.replace(loaded, checkpoint="opening")
    save(file, wanted)
    assert load(file)[0] == wanted
    if any(str(each.entry).startswith("line ") for each in mistakes):
        assert (file.parent / "settings.toml.unread").read_bytes() == damaged


def test_a_file_kept_beside_is_never_written_over(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    for text in ('printer = "first\n', 'printer = "second\n'):
        file.write_text(text, encoding="utf-8")
        save(file, Settings(language="zh"))
    kept = {each.read_text(encoding="utf-8") for each in tmp_path.glob("*.unread*")}
    assert kept == {'printer = "first\n', 'printer = "second\n'}


def test_a_file_that_may_not_be_read_is_not_written_over_with_defaults(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.mkdir()
    settings, mistakes = load(file)
    assert settings == Settings()
    assert [str(each.entry) for each in mistakes] == ["settings.toml"]
    with pytest.raises(OSError, match="directory"):
        save(file, Settings(language="zh"))
    assert file.is_dir()


@pytest.mark.parametrize("mark", ["utf-8-sig", "utf-16"])
def test_a_file_saved_by_a_plain_editor_is_read(tmp_path: Path, mark: str) -> None:
    file = tmp_path / "settings.toml"
    file.write_bytes('room = "主会场"\r\nsound = false\r\n'.encode(mark))
    assert load(file) == (Settings(room="主会场", sound=False), ())


def test_letters_of_another_encoding_cost_their_own_entry_only(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_bytes('room = "主会场"\nsound = false\nlanguage = "zh"\n'.encode("gb18030"))
    settings, mistakes = load(file)
    assert settings == Settings(sound=False, language="zh")
    assert [str(each.entry) for each in mistakes] == ["room"]
    save(file, dataclasses.replace(settings, checkpoint="opening"))
    assert "主会场".encode("gb18030") in file.read_bytes()


def test_printers_keep_their_comments_and_foreign_entries_when_another_is_added(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    text = f'{_example()}paper = "glossy"  # the good one\n# by the door\n\n[[printers]]\nname = "Fax"\nkind = "fax"\n'
    file.write_text(f"colour = 3 # not ours\n{text}", encoding="utf-8")
    loaded, _ = load(file)
    save(file, dataclasses.replace(loaded, printers=(*loaded.printers, OFFICE)))
    written = file.read_text(encoding="utf-8")
    for kept in ('paper = "glossy"  # the good one', "# by the door", 'kind = "fax"', "colour = 3 # not ours"):
        assert kept in written
    assert load(file)[0].printers == (DESK_LABEL, OFFICE)


@given(printers, printers)
def test_printers_come_and_go_without_a_trace(folder: Path, first: tuple, second: tuple) -> None:
    file = folder / "printers.toml"
    file.unlink(missing_ok=True)
    for each in (first, second, first):
        save(file, Settings(printers=each))
        assert load(file) == (Settings(printers=each), ())


def test_a_file_made_to_be_slow_is_read_soon(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    for hostile in ("x = [\n" * 20_000, "[[a]]\n" * 20_000 + "]", "a = 1\n" * 20_000, "x=" + "[" * 100_000):
        file.write_text(hostile, encoding="utf-8")
        assert isinstance(load(file)[0], Settings)


@pytest.mark.parametrize("value", ["90", "151", "0", "true", '"large"', "1e2"])
def test_text_has_one_of_a_few_sizes(tmp_path: Path, value: str) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(f"text_size = {value}\n", encoding="utf-8")
    settings, mistakes = load(file)
    assert settings == Settings()
    assert [str(each.expected) for each in mistakes] == ["one of 100, 115, 130, 150"]


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("62", Media(62)),
        ("80x60", Media(80, 60)),
        (" 80 × 60 ", Media(80, 60)),
        ("080X060", None),
        ("0", None),
        ("62x0", None),
        ("301", None),
        ("62x1001", None),
        ("62x", None),
        ("x29", None),
        ("62mm", None),
        ("٦٢", None),
        ("", None),
    ],
)
def test_paper_is_a_width_or_a_width_and_a_height(said: str, meant: Media | None) -> None:
    assert media_of(said) == meant


@pytest.mark.parametrize(
    "entry", ['speaks = "latin"', "speaks = 3", "dpi = 204", 'dpi = "203"', 'media = "wide"', "media = 62"]
)
def test_a_printers_language_dots_and_paper_are_of_those_there_are(tmp_path: Path, entry: str) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(f'[[printers]]\nname = "a"\nkind = "network"\ntarget = "192.0.2.1"\n{entry}\n', encoding="utf-8")
    settings, mistakes = load(file)
    assert settings.printers == ()
    assert len(mistakes) == 1
