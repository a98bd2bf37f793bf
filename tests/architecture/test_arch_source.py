"""The form of the source: sizes that may only shrink, and what may not be written at all."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.conftest import ROOT, Module

LONGEST_MODULE = 400
LONGEST_FUNCTION = 45
LONGEST_CLASS = 240

BANNED_IN_CODE = {
    "processEvents": "the queue of events is Qt's own; use a lane",
    "time.sleep": "wait for a signal or a condition",
    "QThread": "use a lane",
    "TODO": "nothing is left for later",
    "FIXME": "nothing is left for later",
}
TEXT = {".py", ".toml", ".md", ".txt", ".spec", ".ts", ".json", ".csv", ".qss", ".svg", ".ini", ".sh", ""}


def _lengths(module: Module, *kinds: type[ast.AST]) -> Iterator[tuple[str, int]]:
    for node in module.nodes:
        if isinstance(node, kinds):
            yield f"{module.name}.{node.name}", node.end_lineno - node.lineno + 1


def test_no_module_is_too_long(modules: tuple[Module, ...]) -> None:
    assert not {each.name: n for each in modules if (n := each.source.count("\n")) > LONGEST_MODULE}


def test_no_function_is_too_long(modules: tuple[Module, ...]) -> None:
    lengths = (pair for each in modules for pair in _lengths(each, ast.FunctionDef, ast.AsyncFunctionDef))
    assert not {name: n for name, n in lengths if n > LONGEST_FUNCTION}


def test_no_class_is_too_long(modules: tuple[Module, ...]) -> None:
    lengths = (pair for each in modules for pair in _lengths(each, ast.ClassDef))
    assert not {name: n for name, n in lengths if n > LONGEST_CLASS}


def test_every_module_says_what_it_is_for(modules: tuple[Module, ...]) -> None:
    assert not [each.name for each in modules if not ast.get_docstring(each.tree)]


def test_nothing_banned_stands_in_the_code(modules: tuple[Module, ...]) -> None:
    found = [
        f"{each.name}: {word} ({why})"
        for each in modules
        for word, why in BANNED_IN_CODE.items()
        if word in each.source
    ]
    assert not found


def test_pages_stand_in_a_stack_that_asks_none_out_of_sight(modules: tuple[Module, ...]) -> None:
    assert [each.name for each in modules if "QStackedWidget" in each.source] == ["checkin_app.ui.kit.page_stack"]


def test_no_table_names_a_key_twice(modules: tuple[Module, ...]) -> None:
    """The first would be dead; a linter sees it of literals only."""
    tables = [(each.name, node) for each in modules for node in each.nodes if isinstance(node, ast.Dict)]
    assert len(tables) > 100
    for name, node in tables:
        keys = Counter(ast.unparse(key) for key in node.keys if key)
        assert not [f"{name}: {key}" for key, times in keys.items() if times > 1]


def test_every_ignored_check_names_its_code_and_its_reason(modules: tuple[Module, ...]) -> None:
    bare = re.compile(
        r"#\s*(noqa|type:\s*ignore)(?!(: [A-Z]+[0-9]+(, ?[A-Z]+[0-9]+)*|\[[a-z-]+(, ?[a-z-]+)*\]) *(#|-|–|\S).*\S)"
    )
    found = [
        f"{each.name}:{number}"
        for each in modules
        for number, line in enumerate(each.source.splitlines(), 1)
        if bare.search(line)
    ]
    assert not found


#: What no file may name, registries' hosts and the options that write them among it: put together here, so that this file
#: does not find itself.
PLACES = re.compile(
    "|".join(
        re.escape(head + tail)
        for head, tail in [
            ("/wo", "rk/main"), ("/wo", "rk/shared"), ("/opt", "/env"), ("/ro", "ot/"), ("/opt", "/wheels"),
            ("/opt/py", "pi"), ("pyp", "i.org"), ("python", "hosted"), ("registry.np", "mjs"), ("--ind", "ex-url"),
            ("--find", "-links"), ("C:\\Us", "ers"), ("/ho", "me/"),
        ]
    )
)  # fmt: skip


def test_no_place_of_one_machine_stands_in_the_tree(project_files: tuple[Path, ...]) -> None:
    found = []
    for file in project_files:
        if file.suffix in TEXT and file.stat().st_size < 5_000_000:
            text = file.read_text(encoding="utf-8", errors="replace")
            found += [f"{file.relative_to(ROOT)}: {match.group()}" for match in PLACES.finditer(text)]
    assert not found


def test_the_hunt_for_places_finds_one() -> None:
    assert PLACES.search("see https://files.python" + "hosted.org/packages")


def test_tests_can_be_run_together_whatever_folders_they_are_of() -> None:
    """Folders of tests share one place where modules are known by their last name."""
    files = [each for each in (ROOT / "tests").rglob("*.py") if each.stem not in {"__main__", "conftest"}]
    assert not {name: n for name, n in Counter(each.stem for each in files).items() if n > 1}
    whichever = re.compile(r"^\s*(from|import) conftest\b", re.MULTILINE)
    assert not [each.name for each in files if whichever.search(each.read_text(encoding="utf-8"))]


def test_no_test_gives_what_an_event_brings_less_time_than_a_busy_computer_needs() -> None:
    waits = re.compile(r"wait(?:Until|Signals?)\(.*?timeout=([0-9_]+)")
    found = [
        f"{file.relative_to(ROOT)}: {match.group()}"
        for file in sorted((ROOT / "tests").rglob("*.py"))
        for match in waits.finditer(file.read_text(encoding="utf-8"))
        if int(match.group(1)) < 20_000
    ]
    assert not found


_CLOCKS = ("monotonic", "perf_counter")


def _measures(node: ast.AST) -> bool:
    """Return whether something subtracts one reading of a clock from another."""
    return (
        isinstance(node, ast.BinOp)
        and isinstance(node.op, ast.Sub)
        and ast.unparse(node.left).rpartition(".")[2][:-2] in _CLOCKS
    )


def test_figures_of_time_are_asserted_by_tests_that_run_alone() -> None:
    found = []
    for file in sorted((ROOT / "tests").rglob("test_*.py")):
        source = file.read_text(encoding="utf-8")
        if not any(clock in source for clock in _CLOCKS):
            continue
        tree = ast.parse(source)
        alone = any(isinstance(node, ast.Assign) and "mark.performance" in ast.unparse(node) for node in tree.body)
        found += [
            f"{file.relative_to(ROOT)}: {each.name}"
            for each in ast.walk(tree)
            if isinstance(each, ast.FunctionDef)
            and each.name.startswith("test_")
            and any(map(_measures, ast.walk(each)))
            if not alone and "mark.performance" not in "".join(map(ast.unparse, each.decorator_list))
        ]
    assert not found


@pytest.mark.parametrize(
    "name", ["README.md", "CHANGELOG.md", "pyproject.toml", "dev.py", ".ci/run", "docs/licences.md"]
)
def test_the_house_has_its_papers(name: str) -> None:
    assert (ROOT / name).stat().st_size


#: Modules that read files whole which come with the application.
READS_WHOLE = {
    "checkin_app.selfcheck", "checkin_app.ui.theme", "checkin_app.ui.kit.icons", "checkin_app.bootstrap.station", "printing.looks",
    "checkin_app.files.time_zones", "checkin_app.sync.phones.look",
}  # fmt: skip


def test_no_file_that_others_may_have_changed_is_read_without_a_bound(modules: tuple[Module, ...]) -> None:
    found = {
        each.name
        for each in modules
        for node in each.nodes
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and (node.func.attr in {"read_text", "read_bytes"} or _reads_all(node))
    }
    assert found == READS_WHOLE, f"read_bounded reads what anybody may have changed: {found ^ READS_WHOLE}"


def _reads_all(call: ast.Call) -> bool:
    """Return whether this asks a stream for everything."""
    asked = call.func
    return (
        isinstance(asked, ast.Attribute)
        and asked.attr == "read"
        and not call.args
        and isinstance(asked.value, ast.Name)
        and asked.value.id in {"file", "stream"}
    )
