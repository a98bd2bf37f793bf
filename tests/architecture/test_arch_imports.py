"""Who may import whom, beyond what import-linter can say."""

import ast
import importlib
import json
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import msgspec

from tests.architecture.conftest import ROOT, Module

#: Modules of the standard library that touch neither disk nor clock nor network nor thread.
PURE = {
    "abc", "base64", "binascii", "bisect", "collections", "contextlib", "copy", "dataclasses", "datetime", "difflib",
    "enum", "fractions", "functools", "graphlib", "hashlib", "heapq", "hmac", "ipaddress", "itertools", "json", "math", "operator", "re",
    "random", "statistics", "string", "textwrap", "types", "typing", "unicodedata", "uuid", "zlib", "zoneinfo",
}  # fmt: skip
#: The one library that values themselves are made with: it decodes and encodes, and touches none of these either.
PURE_LIBRARIES = {"msgspec"}
IMPURE_CALLS = {"open", "print", "input", "__import__", "exec", "eval", "breakpoint"}

#: Qt modules that are GPL-only, whatever the metadata of their wheel says (doc.qt.io/qt-6/licensing.html).
GPL_ONLY_QT = {
    "QtCharts", "QtGraphs", "QtGraphsWidgets", "QtDataVisualization", "QtVirtualKeyboard", "QtNetworkAuth",
    "QtQuick3D", "QtHttpServer",
}  # fmt: skip
QT_HOMES = (
    "checkin_app.ui",
    "checkin_app.devices",
    "checkin_app.bootstrap",
    "checkin_app.demo",
    "checkin_app.selfcheck",
)
#: In printing, the printer queues of Windows and the translation files: both are Qt's.
QT_OF_PRINTING = ("printing.os_queue", "printing.words")


def _pure(modules: tuple[Module, ...]) -> Iterator[Module]:
    return (module for module in modules if module.is_in("checkin_app.domain", "checkin_app.services"))


def test_chance_in_domain_and_services_is_drawn_from_a_seed(modules: tuple[Module, ...]) -> None:
    drawn = [(module, line, called) for module in _pure(modules) for line, called in _calls(module)]
    found = [f"{module.name}:{line} {called}" for module, line, called in drawn if called.startswith("random.")]
    assert not found
    assert not [each for each in drawn if each[2] == "Random()"]


def test_domain_and_services_import_only_pure_modules(modules: tuple[Module, ...]) -> None:
    found = {
        f"{module.name}: {name}"
        for module in _pure(modules)
        for name in module.imports()
        if name.split(".")[0] not in PURE | PURE_LIBRARIES
        and not name.startswith(("checkin_app.domain", "checkin_app.services"))
    }
    assert not found


def test_domain_imports_only_domain(modules: tuple[Module, ...]) -> None:
    found = {
        f"{module.name}: {name}"
        for module in modules
        if module.is_in("checkin_app.domain")
        for name in module.imports()
        if name.startswith(("checkin_app", "db", "printing")) and not name.startswith("checkin_app.domain")
    }
    assert not found


def test_domain_and_services_ask_no_clock_and_open_nothing(modules: tuple[Module, ...]) -> None:
    found = []
    for module in _pure(modules):
        for line, called in _calls(module):
            if called in IMPURE_CALLS or called.endswith((".now", ".today", ".utcnow", ".uuid1", ".uuid4")):
                found.append(f"{module.name}:{line} {called}")
    assert not found


def _calls(module: Module) -> Iterator[tuple[int, str]]:
    for node in module.nodes:
        if isinstance(node, ast.Call):
            yield node.lineno, ast.unparse(node.func)


def test_importing_domain_and_services_loads_no_io(modules: tuple[Module, ...]) -> None:
    names = [module.name for module in _pure(modules)]
    outside = ["PySide6", "sqlalchemy", "sqlite3", "sqlcipher3", "socket", "subprocess", "asyncio", "ssl", "threading"]
    code = (
        f"import sys, importlib, json; sys.path[:0] = [{str(ROOT)!r}, {str(Path(msgspec.__file__).parents[1])!r}]\n"
        f"[importlib.import_module(name) for name in {names!r}]\n"
        f"print(json.dumps([name for name in {outside!r} if name in sys.modules]))"
    )
    command = [sys.executable, "-I", "-S", "-c", code]
    answer = subprocess.run(command, capture_output=True, check=True, text=True)
    assert json.loads(answer.stdout) == []


def test_qt_is_seen_where_windows_and_devices_are(modules: tuple[Module, ...]) -> None:
    found = {
        module.name
        for module in modules
        if any(name.split(".")[0] in {"PySide6", "shiboken6"} for name in module.imports())
        and not module.is_in(*QT_HOMES, *QT_OF_PRINTING)
    }
    assert not found


def test_sql_is_seen_in_db_alone(modules: tuple[Module, ...]) -> None:
    drivers = {"sqlalchemy", "sqlite3", "sqlcipher3", "alembic"}
    found = {
        module.name
        for module in modules
        if any(name.split(".")[0] in drivers for name in module.imports()) and not module.is_in("db")
    }
    assert found <= {"checkin_app.selfcheck"}, "the self-check alone looks at the driver itself"


def test_no_qt_library_that_is_gpl_only_is_imported(modules: tuple[Module, ...]) -> None:
    found = {
        f"{module.name}: {name}"
        for module in modules
        for name in module.imports()
        if GPL_ONLY_QT & set(name.split("."))
    }
    assert not found


def test_every_package_stands_in_the_contract() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
    (layers,) = [each["layers"] for each in contracts["contracts"] if each["type"] == "layers"]
    listed = {name.strip() for layer in layers for name in layer.replace("|", ":").split(":")}
    app = ROOT / "checkin_app"
    present = {
        f"checkin_app.{entry.stem}"
        for entry in app.iterdir()
        if (entry.suffix == ".py" or (entry / "__init__.py").exists()) and entry.name != "__init__.py"
    }
    assert listed == present | {"db", "printing"}


def test_no_contract_is_ignored_anywhere() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
    assert not [each["name"] for each in contracts["contracts"] if "ignore_imports" in each]


def test_db_and_printing_are_this_trees_own() -> None:
    for name in ("db", "printing"):
        file = importlib.import_module(name).__file__
        assert file is not None
        assert Path(file).resolve().parent == ROOT / name


def test_opening_the_window_loads_nothing_that_only_papers_and_lists_need() -> None:
    heavy = [
        "reportlab",
        "pypdfium2",
        "zxingcpp",
        "escpos",
        "uharfbuzz",
        "xlsxwriter",
        "python_calamine",
        "highspy",
        "numpy",
    ]
    code = f"import json, sys; import checkin_app.bootstrap.window; print(json.dumps([m for m in {heavy} if m in sys.modules]))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert json.loads(done.stdout.splitlines()[-1]) == []
