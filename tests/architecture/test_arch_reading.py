"""What anybody may have put there is read in one way: as an ordinary file, within a bound, and never waited for."""

import ast
from collections.abc import Iterator

from tests.architecture.conftest import Module

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
}
#: What comes with the application: nobody else put it there.
OWN = ("RESOURCES", "_FOLDER", "FOLDER", "_database()")


def _readings(module: Module) -> Iterator[str]:
    for node in ast.walk(module.tree):
        if not isinstance(node, ast.Call):
            continue
        said = ast.unparse(node)
        called = ast.unparse(node.func)
        name = called.rpartition(".")[2]
        modes = [
            each.value
            for each in [*node.args, *(word.value for word in node.keywords)]
            if isinstance(each, ast.Constant)
        ]
        opens = name == "open" and (called == "os.open" or any(_reads(mode) for mode in modes))
        if (opens or not READS.isdisjoint({name, called})) and not any(own in said for own in OWN):
            yield f"{module.name}: {said[:80]}"


def _reads(mode: object) -> bool:
    return isinstance(mode, str) and len(mode) < 4 and mode.startswith("r") and set(mode) <= set("rbt+")


def test_every_file_that_is_read_is_an_ordinary_one_within_a_bound(modules: tuple[Module, ...]) -> None:
    found = [each for module in modules for each in _readings(module)]
    assert [each for each in found if each.split(":")[0] not in MAY] == []
    assert {each.split(":")[0] for each in found} == {*MAY}
