"""The translation files are whole and in step with the code."""

import importlib.util
import re
import string
import xml.etree.ElementTree as ET
from pathlib import Path
from types import ModuleType

import pytest

from checkin_app.ui import theme, words_speech

FOLDER = theme.RESOURCES / "i18n"
LANGUAGES = ["zh", "en"]
#: Chinese has one form of a noun, English two (CLDR).
FORMS = {"zh": 1, "en": 2}

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


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_is_unfinished_or_vanished(language: str) -> None:
    for key, message in messages(FOLDER / f"checkin_{language}.ts").items():
        node = message.find("translation")
        assert node is not None
        assert node.get("type") is None, key
        assert all(translations(message)), key


@pytest.mark.parametrize("language", LANGUAGES)
def test_plurals_have_the_forms_of_their_language_and_keep_the_number(language: str) -> None:
    for key, message in messages(FOLDER / f"checkin_{language}.ts").items():
        forms = translations(message)
        plural = message.get("numerus") == "yes"
        assert len(forms) == (FORMS[language] if plural else 1), key
        assert plural == ("%n" in key[1]), key
        if plural:
            assert all("%n" in form for form in forms), key


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_keeps_every_placeholder(language: str) -> None:
    def fields(text: str) -> list[str]:
        return sorted(name for _, name, _, _ in string.Formatter().parse(text) if name is not None)

    for (context, source), message in messages(FOLDER / f"checkin_{language}.ts").items():
        for form in translations(message):
            assert fields(form) == fields(source), (context, source)
            assert sorted(re.findall(r"%\d", form)) == sorted(re.findall(r"%\d", source)), (context, source)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_file_holds_every_text_of_the_code(language: str, update: ModuleType, tmp_path: Path) -> None:
    fresh = tmp_path / "fresh.ts"
    update.collect(language, fresh)
    assert set(messages(fresh)) == set(messages(FOLDER / f"checkin_{language}.ts"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_compiled_file_is_in_step(language: str, update: ModuleType, tmp_path: Path) -> None:
    fresh = tmp_path / "fresh.qm"
    update.compile_texts(FOLDER / f"checkin_{language}.ts", fresh)
    assert fresh.read_bytes() == (FOLDER / f"checkin_{language}.qm").read_bytes()


def test_the_texts_of_a_running_window_outlive_an_update_of_their_file(
    update: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "checkin_zh.qm"
    file.write_bytes((FOLDER / "checkin_zh.qm").read_bytes())
    with monkeypatch.context() as patched:
        patched.setattr(words_speech, "FOLDER", tmp_path)
        loaded = words_speech.translator.__wrapped__("zh")
    update.compile_texts(FOLDER / "checkin_en.ts", file)
    assert loaded.translate("Verdict", "GO") == "放行"


def test_chinese_is_not_english_left_standing() -> None:
    for key, message in messages(FOLDER / "checkin_zh.ts").items():
        for form in translations(message):
            # Files and their tables keep the names that they have.
            bare = re.sub(r"\{[^}]*\}|%n|\b[a-z]+\.[a-z]+\b|\[\[[a-z]+\]\]", "", form)
            words = re.findall(r"[A-Za-z]{4,}", bare)
            keys, settings = {"Ctrl", "Shift", "Enter", "Tab"}, {"true", "false", "name", "kind", "target"}
            names = {
                "XLSX",
                "TOML",
                "Latin",
                "Excel",
                "SQLite",
                "column",
                "xlsx",
                "visit",
                "RRGGBB",
                "backups",
                "replaced",
                "unlock",
            }
            assert set(words) <= keys | settings | names, (key, form)
