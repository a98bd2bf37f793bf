"""The translation files are whole and in step with the code."""

import importlib.util
import re
import string
import xml.etree.ElementTree as ET
from pathlib import Path
from types import ModuleType

import pytest

from checkin_app.runtime import languages
from checkin_app.ui import words_speech

FOLDER = languages.FOLDER
FILES = sorted(FOLDER.glob("*.ts"))
#: Chinese has one form of a noun, English two (CLDR).
FORMS = {"zh": 1, "en": 2}

_MILLIMETRES, _MM = re.compile(r"\bmm\b|millimetre"), re.compile(r"(?<![A-Za-z])mm(?![A-Za-z])")

Key = tuple[str, str]


def messages(file: Path) -> dict[Key, ET.Element]:
    found = {}
    for context in ET.parse(file).getroot().iter("context"):
        for message in context.iter("message"):
            found[context.findtext("name", ""), message.findtext("source", "")] = message
    return found


def translations(message: ET.Element) -> list[str]:
    node = message.find("translation")
    assert node is not None
    return [form.text or "" for form in node.iter("numerusform")] or [node.text or ""]


@pytest.fixture(scope="module")
def update() -> ModuleType:
    spec = importlib.util.spec_from_file_location("update_translations", FOLDER / "update.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_no_text_is_unfinished_or_vanished(file: Path) -> None:
    for key, message in messages(file).items():
        node = message.find("translation")
        assert node is not None
        assert node.get("type") is None, key
        assert all(translations(message)), key


def test_lengths_have_one_unit_in_each_language() -> None:
    told = messages(FOLDER / "checkin_zh.ts")
    lengths = {key: text for key, each in told.items() for text in translations(each) if _MILLIMETRES.search(key[1])}
    assert len(lengths) > 10
    assert not {key: text for key, text in lengths.items() if "毫米" not in text}
    assert not [key for key, each in told.items() for text in translations(each) if _MM.search(text)]
    assert not [key for key in told if "millimetres" in key[1]], "screens say mm"


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_plurals_have_the_forms_of_their_language_and_keep_the_number(file: Path) -> None:
    for key, message in messages(file).items():
        forms = translations(message)
        plural = message.get("numerus") == "yes"
        assert len(forms) == (FORMS[file.stem.partition("_")[2]] if plural else 1), key
        assert plural == ("%Ln" in key[1]), key
        if plural:
            assert all("%Ln" in form for form in forms), key


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_translation_keeps_every_placeholder(file: Path) -> None:
    def fields(text: str) -> list[str]:
        return sorted(name for _, name, _, _ in string.Formatter().parse(text) if name is not None)

    for (context, source), message in messages(file).items():
        for form in translations(message):
            assert fields(form) == fields(source), (context, source)
            assert sorted(re.findall(r"%\d", form)) == sorted(re.findall(r"%\d", source)), (context, source)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_the_file_holds_every_text_of_the_code(file: Path, update: ModuleType, tmp_path: Path) -> None:
    fresh = tmp_path / "fresh.ts"
    update.collect(file, fresh)
    assert set(messages(fresh)) == set(messages(file))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_the_compiled_file_is_in_step(file: Path, update: ModuleType, tmp_path: Path) -> None:
    fresh = tmp_path / "fresh.qm"
    update.compile_texts(file, fresh)
    assert fresh.read_bytes() == file.with_suffix(".qm").read_bytes()


def test_the_texts_of_a_running_window_outlive_an_update_of_their_file(
    update: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "checkin_zh.qm"
    file.write_bytes((FOLDER / "checkin_zh.qm").read_bytes())
    with monkeypatch.context() as patched:
        patched.setattr(languages, "texts_of", lambda _language: file)
        loaded = words_speech.translator.__wrapped__("zh")
    update.compile_texts(FOLDER / "checkin_en.ts", file)
    assert loaded.translate("Verdict", "GO") == "放行"


def test_chinese_is_not_english_left_standing() -> None:
    for key, message in messages(FOLDER / "checkin_zh.ts").items():
        for form in translations(message):
            # Files and their tables keep the names that they have.
            bare = re.sub(r"\{[^}]*\}|%Ln|\b[a-z]+\.[a-z]+\b|\[\[[a-z]+\]\]", "", form)
            words = re.findall(r"[A-Za-z]{4,}", bare)
            keys, settings = {"Ctrl", "Shift", "Enter", "Tab"}, {"true", "false", "name", "kind", "target"}
            names = {
                "JPEG",
                "base",
                "XLSX",
                "TOML",
                "TrueType",
                "IANA",
                "ipps",
                "Europe",
                "Lisbon",
                "Latin",
                "Excel",
                "SQLite",
                "PostgreSQL",
                "column",
                "xlsx",
                "time",
                "visit",
                "zone",
                "RRGGBB",
                "ttyUSB",
                "Zebra",
                "TSPL",
                "Brother",
                "backups",
                "replaced",
                "unlock",
            }
            assert set(words) <= keys | settings | names, (key, form)


@pytest.mark.parametrize("other", ["路线", "大巴", "胸卡", "胸牌"])
def test_chinese_calls_a_thing_by_one_name(other: str) -> None:
    """A route is 线路, a bus 车辆, a badge 证件: as on papers, in the forum's file and on every other screen."""
    said = messages(FOLDER / "checkin_zh.ts")
    assert not [key for key, message in said.items() for form in translations(message) if other in form]
