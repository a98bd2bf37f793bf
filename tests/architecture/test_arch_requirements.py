"""What is installed: pinned, hashed, the same for both files, and free to ship."""

import importlib.metadata
import re
import sys
import tomllib
from collections.abc import Iterable
from pathlib import Path

import pytest

import checkin_app
from tests.architecture.conftest import ROOT, Module

PIN = re.compile(r"^([a-z0-9-]+)==([^ ;\\]+)", re.MULTILINE)
DEPENDENCY = re.compile(r"^([A-Za-z0-9-]+)")
PROJECT = ROOT / "pyproject.toml"
FILES = ("requirements.txt", "requirements-dev.txt")


def _pins(name: str) -> dict[str, str]:
    """Return the versions a file pins; of several the one for this Python, whatever the operating system."""
    found: dict[str, str] = {}
    for line in (ROOT / name).read_text(encoding="utf-8").splitlines():
        if pin := PIN.match(line):
            of = re.search(r"python_full_version (<|>=) '3\.(\d+)'", line)
            fits = of is None or (sys.version_info < (3, int(of[2]))) is (of[1] == "<")
            if fits or pin[1] not in found:
                found[pin[1]] = pin[2]
    return found


def _canonical(names: list[str]) -> set[str]:
    return {DEPENDENCY.match(name).group(1).lower() for name in names}


@pytest.mark.parametrize("name", FILES)
def test_every_requirement_is_pinned_with_its_hashes(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    entries = re.split(r"\n(?=[a-z])", text.strip())
    assert [entry[:40] for entry in entries if "--hash=sha256:" not in entry or not PIN.match(entry)] == []


@pytest.mark.parametrize("name", FILES)
def test_requirements_name_no_address(name: str) -> None:
    assert not re.search(r"//|^--?(?!hash)\w|@ ", (ROOT / name).read_text(encoding="utf-8"), re.MULTILINE)


def test_what_developers_install_holds_what_users_install() -> None:
    running, developing = _pins("requirements.txt"), _pins("requirements-dev.txt")
    assert running.items() <= developing.items()


def test_every_dependency_is_pinned() -> None:
    project = tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]
    assert _canonical(project["dependencies"]) <= set(_pins("requirements.txt"))
    assert _canonical(project["optional-dependencies"]["dev"]) <= set(_pins("requirements-dev.txt"))


def test_every_dependency_stands_among_the_licences_of_what_is_shipped() -> None:
    project = tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]
    told = set(re.findall(r"[a-z][a-z0-9-]*", (ROOT / "docs" / "licences.md").read_text(encoding="utf-8").lower()))
    assert not _canonical(project["dependencies"]) - told


def test_qt_is_the_version_that_keeps_its_references() -> None:
    assert _pins("requirements.txt")["pyside6"] == "6.11.3"


def _licence(name: str) -> str:
    told = importlib.metadata.metadata(name)
    classifiers = [each for each in told.get_all("Classifier") or [] if each.startswith("License")]
    return " ".join([told.get("License-Expression") or "", (told.get("License") or "")[:200], *classifiers])


def test_nothing_that_is_shipped_is_gpl_only() -> None:
    found = {}
    for name in _pins("requirements.txt"):
        try:
            licence = _licence(name)
        except importlib.metadata.PackageNotFoundError:
            continue  # for another operating system
        if re.search(r"\bA?GPL|GNU (Affero )?General Public", licence) and not re.search("LGPL|Lesser", licence):
            found[name] = licence
    assert not found


def test_the_environment_is_what_the_file_pins() -> None:
    differing = {}
    for name, version in _pins("requirements-dev.txt").items():
        try:
            present = importlib.metadata.version(name)
        except importlib.metadata.PackageNotFoundError:
            continue  # for another operating system or version of Python
        if present != version:
            differing[name] = (version, present)
    # What somebody else's environment holds is theirs; `dev.py test` always runs in its own.
    if Path(sys.prefix).resolve() != (ROOT / ".venv").resolve():
        pytest.skip("another environment than dev.py's own")
    assert not differing


def _unasked(imported: Iterable[str], asked: set[str]) -> set[str]:
    owners = importlib.metadata.packages_distributions()
    own = {"checkin_app", "db", "printing", "dev", "tests", "shiboken6"} | set(sys.stdlib_module_names)
    tops = {name.split(".")[0] for name in imported} - own
    return {name for name in tops if not asked & {each.lower().replace("_", "-") for each in owners.get(name, [])}}


def test_every_library_that_is_imported_is_one_that_is_asked_for(modules: tuple[Module, ...]) -> None:
    asked = _canonical(tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]["dependencies"])
    assert not _unasked((name for module in modules for name in module.imports()), asked)


def test_every_library_that_tests_import_is_one_that_developers_install() -> None:
    project = tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]
    asked = _canonical([*project["dependencies"], *project["optional-dependencies"]["dev"]])
    files = list((ROOT / "tests").rglob("*.py"))
    imported = {name for file in files for name in Module.read("", file).imports()}
    beside = {file.stem for file in files}
    assert not _unasked(imported, asked) - beside


def test_one_version_stands_everywhere() -> None:
    project = tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]
    assert project["version"] == checkin_app.__version__
    newest = re.search(r"^## (\S+)", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert newest is not None
    assert newest[1] == checkin_app.__version__
