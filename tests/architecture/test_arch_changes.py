"""The table "What a change touches" is true: what stands there as an example is found in the files of its row alone."""

import re
from pathlib import Path

import pytest

from tests.architecture.conftest import PACKAGES, ROOT

#: Where examples are explained, and what was decided once and stays as it was said.
_NOT_TOUCHED = ("docs/architecture.md", "docs/decisions")


def _rows() -> list[tuple[str, str, str]]:
    text = (ROOT / "docs/architecture.md").read_text(encoding="utf-8")
    section = text.split("## What a change touches", 1)[1].split("\n## ", 1)[0]
    rows = [tuple(map(str.strip, line.split("|")[1:-1])) for line in section.splitlines() if line.startswith("| ")]
    return [(change, touched, example.strip("`")) for change, touched, example in rows[2:]]


def _product() -> list[Path]:
    code = [file for package in PACKAGES for file in (ROOT / package).rglob("*.py")]
    return [
        file
        for file in [*code, *(ROOT / "docs").rglob("*.md")]
        if not file.relative_to(ROOT).as_posix().startswith(_NOT_TOUCHED)
    ]


def _found_in(example: str) -> set[str]:
    word = re.compile(rf"\b{re.escape(example)}\b")
    return {file.relative_to(ROOT).as_posix() for file in _product() if word.search(file.read_text(encoding="utf-8"))}


def _is_a_test(name: str) -> bool:
    return any(f"def {name}(" in file.read_text(encoding="utf-8") for file in (ROOT / "tests").rglob("test_*.py"))


def test_every_change_that_was_asked_about_has_its_row() -> None:
    assert [change for change, _, _ in _rows()] == [
        "a verdict reason", "a fact kind", "a setting", "a command", "a printer", "a language", "a projection",
    ]  # fmt: skip


@pytest.mark.parametrize(("change", "touched", "example"), _rows(), ids=[row[0] for row in _rows()])
def test_a_change_touches_the_files_of_its_row(change: str, touched: str, example: str) -> None:
    files = {name for name in re.findall(r"`([\w/.]+)`", touched) if "/" in name and (ROOT / name).is_file()}
    if example.startswith("test_"):
        assert _is_a_test(example), change
    else:
        files -= {name for name in files if name.endswith("/registry.py")} - _found_in(
            example
        )  # names the module alone
        assert _found_in(example) == files, change
