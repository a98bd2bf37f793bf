"""What anybody may have put there is read in one way: as an ordinary file, within a bound, and never waited for."""

import ast
from collections.abc import Iterator
from typing import TypeGuard

import pytest

from tests.architecture.conftest import ROOT, Module

#: What opens, reads or copies without asking what a path leads to.
READS = {"read_bytes", "read_text", "shutil.copy", "shutil.copy2", "shutil.copyfile", "shutil.copytree"}
#: Who may, and why.
MAY = {
    "checkin_app.runtime.bounded": "it is the way",
    "checkin_app.runtime.whole_file": "it opens folders and what it has just made itself",
    "checkin_app.selfcheck": "it reads a store that it has just made",
    "db.aside": "it parts a database that this process has open",
    "db.backup": "it opens a copy that it has just made",
    "db.migrating": "it opens a copy that it has just made",
    "db.restoring": "it copies ordinary files alone, whatever their size: a store may be large",
    "db.witness": "it opens to write, which waits for nobody, and reads by the way",
    "db.log_file": "it opens the log that this process has open, no link, to put it through to the disk",
}
#: What is said of a file alone that is opened.
OF_FILES = {"buffering", "encoding", "errors", "newline"}
#: What comes with the application: nobody else put it there.
OWN = ("RESOURCES", "_FOLDER", "FOLDER", "_database()")


def _readings(module: Module) -> Iterator[str]:
    for node in module.nodes:
        if not isinstance(node, ast.Call):
            continue
        said = ast.unparse(node)
        called = ast.unparse(node.func)
        name = called.rpartition(".")[2]
        opens = name == "open" and (called == "os.open" or _opens_to_read(node, called))
        if (opens or not READS.isdisjoint({name, called})) and not any(own in said for own in OWN):
            yield f"{module.name}: {said[:80]}"


def _opens_to_read(node: ast.Call, called: str) -> bool:
    values = [*node.args, *(word.value for word in node.keywords)]
    modes = [each.value for each in values if isinstance(each, ast.Constant) and _is_mode(each.value)]
    if modes:
        return any(mode.startswith("r") for mode in modes)
    # Whoever says nothing reads; many things are opened that are no files.
    return called == "open" or not OF_FILES.isdisjoint(word.arg for word in node.keywords)


def _is_mode(value: object) -> TypeGuard[str]:
    return isinstance(value, str) and 0 < len(value) < 4 and set(value) <= set("rwxabt+")


def test_every_file_that_is_read_is_an_ordinary_one_within_a_bound(modules: tuple[Module, ...]) -> None:
    found = [each for module in modules for each in _readings(module)]
    assert [each for each in found if each.split(":")[0] not in MAY] == []
    assert {each.split(":")[0] for each in found} == {*MAY}


@pytest.mark.parametrize(
    ("text", "reads"),
    [
        ("path.open('rb')", True),
        ("path.open(mode='r+b')", True),
        ("open(path)", True),
        ("path.open(encoding='utf-8')", True),
        ("path.read_bytes()", True),
        ("os.open(path, flags)", True),
        ("shutil.copy(path, to)", True),
        ("path.open('w', encoding='utf-8')", False),
        ("open(path, 'xb')", False),
        ("self.lanes.open('printer')", False),
        ("doors.open()", False),
        ("(RESOURCES / name).read_text()", False),
    ],
)
def test_the_hunt_for_other_ways_of_reading_finds_them(text: str, reads: bool) -> None:
    assert bool([*_readings(Module("some", ROOT, text, ast.parse(text)))]) is reads
