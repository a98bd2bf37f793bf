"""The entrance for people: what it says and does where something is missing."""

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

import dev

DEBIAN_12 = {"ID": "debian", "VERSION_ID": "12"}
DEBIAN_13 = {"ID": "debian", "VERSION_ID": "13"}
UBUNTU_22 = {"ID": "ubuntu", "VERSION_ID": "22.04"}
UBUNTU_24 = {"ID": "ubuntu", "VERSION_ID": "24.04"}


class Machine:
    """Stands for apt and dpkg: what is installed, and every command that was run."""

    def __init__(self, *installed: str) -> None:
        self.installed = list(installed)
        self.ran: list[list[str]] = []

    def __call__(self, command: Sequence[str | Path], **_environment: str) -> subprocess.CompletedProcess[str]:
        words = [str(part) for part in command]
        self.ran.append(words)
        said = ""
        if words[0] == "dpkg-query":
            said = "\n".join(f"{name} installed" for name in self.installed)
        if "install" in words:
            self.installed += words[words.index("--no-install-recommends") + 1 :]
        return subprocess.CompletedProcess(words, 0, said, "")

    def apt(self) -> list[str]:
        return [words[words.index("-qq") + 1] for words in self.ran if "apt-get" in words]


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> Machine:
    machine = Machine("libgl1")
    monkeypatch.setattr(dev, "quiet", machine)
    monkeypatch.setattr(dev, "release", lambda: DEBIAN_12)
    monkeypatch.setattr(dev.shutil, "which", lambda name: f"/usr/bin/{name}")
    return machine


@pytest.mark.parametrize(
    ("system", "name"),
    [
        (DEBIAN_12, "libglib2.0-0"),
        (DEBIAN_13, "libglib2.0-0t64"),
        (UBUNTU_22, "libglib2.0-0"),
        (UBUNTU_24, "libglib2.0-0t64"),
        ({"ID": "debian"}, "libglib2.0-0t64"),
        ({"ID": "fedora", "VERSION_ID": "42"}, "libglib2.0-0"),
        ({}, "libglib2.0-0"),
    ],
)
def test_libraries_are_named_as_the_release_names_them(system: dict[str, str], name: str) -> None:
    assert dev.names_here(["libglib2.0-0", "libgl1"], system) == [name, "libgl1"]


def test_missing_libraries_are_installed_after_one_update_where_that_is_allowed(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dev, "may_install", list)
    assert dev.install(["libgl1", "libegl1"]) == ""
    assert machine.apt() == ["update", "install"]
    assert "libgl1" not in machine.ran[-2]


def test_missing_libraries_are_named_with_the_exact_command_where_it_is_not(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dev, "may_install", lambda: None)
    said = dev.install(["libgl1", "libegl1"])
    assert said == "sudo apt-get update && sudo apt-get install -y --no-install-recommends libegl1"
    assert machine.apt() == []


def test_nothing_is_installed_where_nothing_is_missing(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev, "may_install", list)
    assert dev.install(["libgl1"]) == ""
    assert machine.apt() == []


@pytest.mark.usefixtures("machine")
def test_what_still_does_not_work_stops_with_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev, "may_install", lambda: None)
    with pytest.raises(dev.SetupStopped, match="apt-get install -y --no-install-recommends libegl1"):
        dev.need(["libegl1"], lambda: False, "Qt")


def test_a_system_without_apt_is_told_the_packages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev.shutil, "which", lambda _name: None)
    assert dev.install(["libegl1"]) == "the packages that hold: libegl1"


def test_an_old_python_is_told_apart_in_one_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dev, "OLDEST_PYTHON", (99, 0))
    assert dev.main(["check"]) == 1
    assert capsys.readouterr().out.startswith("Python 99.0 or newer is needed; this is 3.")


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, place in {"VENV": ".venv", "STAMP": ".venv/installed.json", "PYTHON": ".venv/python"}.items():
        monkeypatch.setattr(dev, name, tmp_path / place)
    for name, file in {"RUNNING": "requirements.txt", "DEVELOPING": "requirements-dev.txt"}.items():
        (tmp_path / file).write_text(file)
        monkeypatch.setattr(dev, name, tmp_path / file)
    return tmp_path


@pytest.fixture
def steps(house: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    steps: list[str] = []

    def make() -> None:
        steps.append("make")
        (house / ".venv").mkdir(exist_ok=True)
        dev.PYTHON.touch()

    monkeypatch.setattr(dev, "make_environment", make)
    monkeypatch.setattr(dev, "install_requirements", lambda file: steps.append(file.name))
    return steps


def test_the_second_call_installs_nothing(steps: list[str]) -> None:
    dev.environment_for(dev.DEVELOPING)
    dev.environment_for(dev.DEVELOPING)
    dev.environment_for(dev.RUNNING)
    assert steps == ["make", "requirements-dev.txt"]


def test_developing_adds_to_what_running_installed(steps: list[str]) -> None:
    dev.environment_for(dev.RUNNING)
    dev.environment_for(dev.DEVELOPING)
    dev.environment_for(dev.RUNNING)
    assert steps == ["make", "requirements.txt", "requirements-dev.txt"]


def test_a_changed_requirement_makes_the_environment_anew(steps: list[str]) -> None:
    dev.environment_for(dev.RUNNING)
    dev.RUNNING.write_text("something newer")
    dev.environment_for(dev.RUNNING)
    assert steps == ["make", "requirements.txt"] * 2


def test_an_installation_that_broke_off_begins_anew(steps: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_file: Path) -> None:
        raise dev.SetupStopped("no network")

    monkeypatch.setattr(dev, "install_requirements", broken)
    with pytest.raises(dev.SetupStopped):
        dev.environment_for(dev.RUNNING)
    monkeypatch.setattr(dev, "install_requirements", lambda file: steps.append(file.name))
    dev.environment_for(dev.RUNNING)
    assert steps == ["make", "make", "requirements.txt"]


def test_a_tree_that_was_moved_makes_its_environment_anew(
    steps: list[str], house: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dev, "ROOT", house)
    dev.environment_for(dev.RUNNING)
    monkeypatch.setattr(dev, "ROOT", house / "elsewhere")
    dev.environment_for(dev.RUNNING)
    assert steps.count("make") == 2


def test_without_a_display_nothing_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev.sys, "platform", "linux")
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    assert not dev.display()


@pytest.mark.parametrize(("there", "words"), [(True, ["demo", "--window"]), (False, ["demo", "--out"])])
def test_run_plays_the_day_where_it_can_be_seen(monkeypatch: pytest.MonkeyPatch, there: bool, words: list[str]) -> None:
    ran: list[list[str]] = []
    monkeypatch.setattr(dev, "set_up", lambda _wanted: None)
    monkeypatch.setattr(dev, "display", lambda: there)
    monkeypatch.setattr(dev, "loud", lambda command, **_environment: ran.append([str(each) for each in command]) or 0)
    assert dev.main(["run"]) == 0
    assert ran[0][2:5] == ["checkin_app", *words]


def test_the_pictures_need_no_more_than_running_does(monkeypatch: pytest.MonkeyPatch) -> None:
    ran: list[object] = []
    monkeypatch.setattr(dev, "set_up", ran.append)
    monkeypatch.setattr(dev, "loud", lambda command, **_environment: ran.append(command[1:]) or 0)
    assert dev.main(["pictures"]) == 0
    assert ran == [dev.RUNNING, ["-m", "tests.pictures"]]


def test_what_reads_labels_is_installed_once_as_its_lock_says_and_beside_what_is_shipped(
    machine: Machine, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(dev, "VENV", tmp_path)
    dev.label_readers()
    dev.label_readers()
    (words,) = machine.ran
    assert words[:2] == ["/usr/bin/npm", "ci"]
    assert words[-2:] == ["--prefix", str(tmp_path / "label-readers")]
    assert "--ignore-scripts" in words
    assert (tmp_path / "label-readers/package-lock.json").read_bytes() == (
        dev.READERS / "package-lock.json"
    ).read_bytes()


def test_without_npm_labels_are_read_by_nobody_and_it_is_said_how_that_is_mended(
    machine: Machine, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dev, "VENV", tmp_path)
    monkeypatch.setattr(dev.shutil, "which", lambda name: None if name == "npm" else f"/usr/bin/{name}")
    monkeypatch.setattr(dev, "may_install", lambda: None)
    dev.label_readers()
    assert "apt-get install -y --no-install-recommends nodejs npm" in capsys.readouterr().out
    assert list(tmp_path.iterdir()) == []


def test_the_lock_of_what_reads_labels_has_its_digests_and_names_no_address_to_fetch_from() -> None:
    lock = json.loads((dev.READERS / "package-lock.json").read_text(encoding="utf-8"))
    entries = {name: entry for name, entry in lock["packages"].items() if name}
    assert {"node_modules/npos", "node_modules/zpl-renderer-js"} <= set(entries)
    assert [name for name, entry in entries.items() if not entry["integrity"].startswith("sha512-")] == []
    assert [name for name, entry in entries.items() if "resolved" in entry] == []
