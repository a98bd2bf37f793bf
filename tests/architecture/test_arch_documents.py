"""Documents are true: each command, option, setting and file they name exists, and the reverse."""

import argparse
import dataclasses
import re
from collections.abc import Iterator
from pathlib import Path

import dev
from checkin_app.cli.parser import build_parser
from checkin_app.files import forum_file
from checkin_app.runtime.settings import PrinterKind, Settings, Theme
from printing.elements import Template
from printing.template import KINDS
from tests.architecture.conftest import ROOT

DOCS = ROOT / "docs"


def _read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def _commands(parser: argparse.ArgumentParser, name: str = "") -> Iterator[tuple[str, argparse.ArgumentParser]]:
    yield name or "checkin_app", parser
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for word, command in action.choices.items():
                yield from _commands(command, f"{name} {word}".strip())


def _options(parser: argparse.ArgumentParser) -> set[str]:
    return {option for action in parser._actions for option in action.option_strings if option.startswith("--")}


def _sections(text: str) -> dict[str, str]:
    parts = re.split(r"^## (.+)$", text, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def _documented_options(section: str) -> set[str]:
    lines = [line for line in section.splitlines() if line.startswith("- `--")]
    return {option for line in lines for option in re.findall(r"`(--[a-z-]+)", line)}


def test_every_command_is_documented_and_the_reverse() -> None:
    commands = {name for name, _ in _commands(build_parser())}
    assert set(_sections(_read("docs/commands.md"))) == commands


#: Who acts: explained once, in the section on operators, for all commands that write.
ACTING = {"--as", "--pin-file"}
#: Who approves it, of those that a second person must approve.
APPROVING = {"--approved-by", "--approval-pin-file"}


def test_who_acts_is_said_in_one_way_and_explained_once() -> None:
    section = _sections(_read("docs/commands.md"))["operators"]
    assert all(f"`{option} " in section for option in ACTING | APPROVING)
    taking = {name for name, parser in _commands(build_parser()) if _options(parser) & ACTING}
    assert all(_options(parser) >= ACTING for name, parser in _commands(build_parser()) if name in taking)
    reading = ("list", "show", "find", "check", "verify", "export", "roles", "not-applied")
    assert not [name for name in taking if name.split()[-1] in reading]
    assert {"import", "scan", "buses open", "person set", "conflicts resolve", "operators add"} <= taking


def test_every_option_is_documented_with_its_command_and_the_reverse() -> None:
    sections = _sections(_read("docs/commands.md"))
    differing = {}
    for name, parser in _commands(build_parser()):
        present = _options(parser) - {"--help"} - ACTING - APPROVING - (set() if name == "checkin_app" else {"--data"})
        documented = _documented_options(sections[name])
        if present != documented:
            differing[name] = present ^ documented
    assert not differing


def test_every_command_takes_a_folder_as_documented() -> None:
    parents = {"checkin_app"}
    assert not [name for name, parser in _commands(build_parser()) if "--data" not in _options(parser) | parents]


def _rows(text: str) -> set[str]:
    return set(re.findall(r"^\| `([^`]+)` +\|", text, re.MULTILINE))


def test_every_setting_is_documented_and_the_reverse() -> None:
    assert _rows(_read("docs/settings.md")) == {each.name for each in dataclasses.fields(Settings)}


def test_every_choice_of_a_setting_is_documented() -> None:
    text = _read("docs/settings.md")
    assert not [each for each in (*Theme, *PrinterKind) if f'`"{each}"`' not in text]


def test_every_entry_of_a_forum_file_is_documented_and_the_reverse() -> None:
    assert _rows(_read("docs/forum-file.md")) == set(forum_file._KEYS)


def test_every_entry_and_kind_of_a_badge_template_is_documented_and_the_reverse() -> None:
    assert _rows(_read("docs/badge-templates.md")) == {*Template.__struct_fields__, *KINDS}


def test_every_command_of_dev_is_documented_and_the_reverse() -> None:
    documented = set(re.findall(r"^\| `python3 dev\.py ([a-z]+)`", _read("README.md"), re.MULTILINE))
    assert documented == set(dev.COMMANDS)


def _documents() -> list[Path]:
    return [ROOT / "README.md", ROOT / "CHANGELOG.md", *DOCS.rglob("*.md")]


def test_every_link_leads_somewhere() -> None:
    broken = [
        f"{file.relative_to(ROOT)}: {target}"
        for file in _documents()
        for target in re.findall(r"\]\(([^)#]+)[^)]*\)", file.read_text(encoding="utf-8"))
        if not target.startswith("https://") and not (file.parent / target).exists()
    ]
    assert not broken


def test_every_path_that_is_named_exists() -> None:
    named = re.compile(r"`((?:checkin_app|db|printing|resources|tests|docs|domain|services|runtime)/[\w./-]+)`")
    gone = [
        f"{file.relative_to(ROOT)}: {path}"
        for file in _documents()
        for path in named.findall(file.read_text(encoding="utf-8"))
        if not (ROOT / path).exists() and not (ROOT / "checkin_app" / path).exists()
    ]
    assert not gone


def test_every_decision_says_context_choice_and_price() -> None:
    for file in sorted((DOCS / "decisions").glob("*.md")):
        text = file.read_text(encoding="utf-8")
        assert re.fullmatch(r"\d{4}-[a-z0-9-]+\.md", file.name), file.name
        for part in ("**Context.**", "**Choice.**", "**Price.**"):
            assert part in text, f"{file.name} lacks {part}"
        assert re.match(rf"# 0*{int(file.name[:4])}\.? \w", text), file.name


def test_the_house_that_is_drawn_is_the_house_that_is() -> None:
    drawn = _read("docs/architecture.md").split("## The house")[1].split("Who may import")[0]
    app = ROOT / "checkin_app"
    names = {each.name if each.suffix else f"{each.name}/" for each in app.iterdir() if not each.name.startswith("__")}
    assert not [name for name in names if f"      {name} " not in drawn]
