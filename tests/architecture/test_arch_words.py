"""What people read stands once and by keys: no sentence of trouble is put together from English fragments."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from checkin_app.domain import (
    problems,
    problems_fleet,
    problems_hub,
    problems_hub_database,
    problems_lists,
    problems_operators,
    problems_planning,
    problems_printing,
    problems_records,
    problems_rides,
    problems_store,
    problems_sync,
    problems_undo,
)
from checkin_app.runtime import languages

ROOT = Path(__file__).resolve().parents[2]
KINDS = {
    name
    for module in (
        problems,
        problems_fleet,
        problems_hub,
        problems_hub_database,
        problems_lists,
        problems_planning,
        problems_operators,
        problems_printing,
        problems_records,
        problems_rides,
        problems_store,
        problems_sync,
        problems_undo,
    )
    for name, value in vars(module).items()
    if isinstance(value, type) and issubclass(value, problems.Problem)
}
#: Names of our own things, which are the same in every language.
NAMES = {"operators", "stations", "UTF-8"}


def sources() -> list[Path]:
    return sorted(file for package in ("checkin_app", "db", "printing") for file in (ROOT / package).rglob("*.py"))


def _spliced(node: ast.expr) -> bool:
    """Return whether an argument holds words that no translation reaches."""
    match node:
        case ast.Constant(value=str(text)):
            return any(map(str.isalpha, text)) and text not in NAMES
        case ast.JoinedStr(values=parts):
            return any(isinstance(each, ast.Constant) and any(map(str.isalpha, str(each.value))) for each in parts)
        case ast.IfExp(body=one, orelse=other):
            return _spliced(one) or _spliced(other)
        case ast.BoolOp(values=some):
            return any(map(_spliced, some))
    return False


@cache
def _nodes(code: str) -> tuple[ast.AST, ...]:
    return tuple(ast.walk(ast.parse(code)))


def fragments(code: str) -> Iterator[int]:
    """Yield the lines on which trouble is raised with words of its own."""
    for node in _nodes(code):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in KINDS:
            yield from (each.value.lineno for each in node.keywords if _spliced(each.value))


@pytest.mark.parametrize(
    "code",
    [
        'StorageProblem(detail="it is closed")',
        'FieldInvalid(value=f"{n} characters")',
        'ListNotATable(detail=said or "it is a PDF")',
        'PrinterFailed(detail="it hung up" if heard else known)',
    ],
)
def test_the_look_for_fragments_finds_them(code: str) -> None:
    assert list(fragments(code)) == [1]


def test_the_look_for_fragments_lets_keys_and_names_through() -> None:
    assert not list(fragments("StorageProblem(detail=StoreFault.CLOSED, file=path.name, log=f'{log}', text='')"))


def test_what_stands_within_a_sentence_of_trouble_is_a_key() -> None:
    found = {
        f"{file.relative_to(ROOT)}:{line}" for file in sources() for line in fragments(file.read_text(encoding="utf-8"))
    }
    assert not found


#: What marks a text for translation.
MARKS = {"tr", "translate", "QT_TRANSLATE_NOOP"}


def _is_sentence(text: str) -> bool:
    return text.count(" ") >= 3 or (text.count(" ") >= 2 and text.endswith(("…", "?")))


def _marked(code: str) -> set[str]:
    """Return the sentences that stand in a module to be translated."""
    calls = [node for node in _nodes(code) if isinstance(node, ast.Call)]
    named = [each for each in calls if getattr(each.func, "attr", getattr(each.func, "id", "")) in MARKS]
    texts = [arg.value for each in named for arg in each.args[:2] if isinstance(arg, ast.Constant)]
    return {text for text in texts if isinstance(text, str) and _is_sentence(text)}


#: What is said of whatever was not done, by every kind of trouble that changes nothing.
COMMON = {"Nothing was changed."}


def test_no_sentence_stands_in_two_modules() -> None:
    homes: dict[str, list[str]] = {}
    for file in sources():
        for text in _marked(file.read_text(encoding="utf-8")) - COMMON:
            homes.setdefault(text, []).append(str(file.relative_to(ROOT)))
    assert not {text: found for text, found in homes.items() if len(found) > 1}


#: Where languages are data: what people and their lists say of the languages they speak.
OF_PEOPLE = {"checkin_app/domain/language_texts.py", "checkin_app/domain/lists/values.py"}


def test_which_languages_there_are_stands_in_no_code() -> None:
    """But in the files: one that is added is offered, and bundled with Qt's own texts."""
    others = {file.stem.partition("_")[2] for file in languages.FOLDER.glob("*.ts")} - {languages.SOURCE}
    assert others >= {"zh", "fr"}
    named = {
        str(file.relative_to(ROOT))
        for file in (*sources(), ROOT / "build_installer.spec")
        for node in _nodes(file.read_text(encoding="utf-8"))
        if isinstance(node, ast.Constant) and node.value in others
    }
    assert named <= OF_PEOPLE
    assert "zh_CN" not in (ROOT / "build_installer.spec").read_text(encoding="utf-8")


#: What a screen never shows: said where there is no screen, or of what a command was given.
SAID_BY_COMMANDS = {
    "The word of --column",
    "The word of --map",
    "Open it on a desktop; every command but this one works without.",
}
#: An option, a command, or the names of those that are no everyday words.
_COMMANDS = re.compile(
    r"--[a-z]|\bcommands?\b|\bmerge (this|the|with)\b|\bRun (check|restore|merge|unlock|backup)\b", re.IGNORECASE
)


def test_no_screen_names_a_thing_to_do_that_only_a_command_can_do() -> None:
    texts = ET.parse(ROOT / "resources" / "i18n" / "checkin_zh.ts").iter("source")
    assert {each.text for each in texts if _COMMANDS.search(each.text or "")} == SAID_BY_COMMANDS
