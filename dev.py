"""The one entrance for people: set up, run, test, check, measure, bundle.  Needs Python and pip, nothing else."""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

OLDEST_PYTHON = (3, 11)
ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
STAMP = VENV / "installed.json"
RUNNING, DEVELOPING = ROOT / "requirements.txt", ROOT / "requirements-dev.txt"
WINDOWS = sys.platform == "win32"
PYTHON = VENV / ("Scripts/python.exe" if WINDOWS else "bin/python")

#: What Qt's wheels need of Debian 12; `t64_names` has what Debian 13 and Ubuntu 24.04 call them.
QT_LIBRARIES = (
    "libglib2.0-0",
    "libegl1",
    "libgl1",
    "libx11-6",
    "libdbus-1-3",
    "libfontconfig1",
    "libfreetype6",
    "libxkbcommon0",
    "libbrotli1",
    "libgssapi-krb5-2",
    "libpulse0",
)
WINDOW_LIBRARIES = (
    "libxcb-cursor0",
    "libxcb-icccm4",
    "libxcb-keysyms1",
    "libxcb-shape0",
    "libxcb-xkb1",
    "libxkbcommon-x11-0",
)
#: PyInstaller writes into the executable with objcopy, needs Python as a shared library, and takes along what is here.
BUNDLE_PACKAGES = (*WINDOW_LIBRARIES, "binutils", f"libpython3.{sys.version_info[1]}")
#: Tests with real windows, a Chinese input method and other readers of PDF and QR pass themselves over without these.
TEST_PACKAGES = (
    *WINDOW_LIBRARIES,
    "xvfb",
    "openbox",
    "xdotool",
    "ibus",
    "ibus-libpinyin",
    "dbus-x11",
    "poppler-utils",
    "libzbar0",
    "cups-daemon",
    "cups-client",
    "cups-ipp-utils",
    "dbus",
    "lprint",
    "pango1.0-tools",
)
#: Tests open the phones' page in it.  Apart: where a system has none of this name, the others come all the same.
BROWSER_PACKAGES = ("chromium",)
#: Node and its installer, where a computer has none; in tests other people's programs for it read what we print.
NODE_PACKAGES = ("nodejs", "npm")
READERS = ROOT / "tests/readers"
RENAMED_T64 = {"libglib2.0-0": "libglib2.0-0t64", "libzbar0": "libzbar0t64"}

QT_LOADS = "from PySide6 import QtGui, QtMultimedia, QtNetwork, QtPrintSupport, QtSerialPort, QtSvg, QtWidgets"
WINDOW_OPENS = "from PySide6.QtGui import QGuiApplication; QGuiApplication([])"


class SetupStopped(Exception):  # noqa: N818 - it is foreseen, and not a fault of the program
    """Setting up cannot go on; says what is missing and the command that brings it."""


def say(text: str) -> None:
    print(text, flush=True)


def quiet(command: Sequence[str | Path], **environment: str) -> subprocess.CompletedProcess[str]:
    """Run `command` and keep what it says."""
    return subprocess.run(
        [str(part) for part in command],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
    )


def loud(command: Sequence[str | Path], **environment: str) -> int:
    """Run `command` in the open and return its exit code."""
    sys.stdout.flush()
    return subprocess.call([str(part) for part in command], cwd=ROOT, env={**os.environ, **environment})


# ---- system libraries


def release() -> dict[str, str]:
    """Return what ``/etc/os-release`` says; empty where there is none."""
    file = Path("/etc/os-release")
    lines = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
    pairs = (line.partition("=") for line in lines if "=" in line)
    return {name: value.strip("\"'") for name, _, value in pairs}


def uses_t64_names(system: dict[str, str]) -> bool:
    """Return whether this Debian or Ubuntu renamed its libraries for 64-bit time."""
    first = {"debian": 13.0, "ubuntu": 24.04}.get(system.get("ID", ""))
    try:
        return first is not None and float(system.get("VERSION_ID", "99")) >= first
    except ValueError:
        return False


def names_here(packages: Iterable[str], system: dict[str, str]) -> list[str]:
    renamed = RENAMED_T64 if uses_t64_names(system) else {}
    return [renamed.get(name, name) for name in packages]


def missing(packages: Iterable[str]) -> list[str]:
    """Return those of `packages` that are not installed."""
    answer = quiet(["dpkg-query", "-W", "-f", "${Package} ${db:Status-Status}\n"])
    installed = {line.split()[0] for line in answer.stdout.splitlines() if line.endswith(" installed")}
    return [name for name in packages if name not in installed]


def may_install() -> list[str] | None:
    """Return what goes before ``apt-get`` to be allowed to install, or None where that is not allowed."""
    if not shutil.which("apt-get"):
        return None
    if os.geteuid() == 0:
        return []
    allowed = shutil.which("sudo") and quiet(["sudo", "-n", "true"]).returncode == 0
    return ["sudo", "-n"] if allowed else None


def install(packages: Iterable[str]) -> str:
    """Install what is missing of `packages` if that is allowed; return the command that is left to a person."""
    if not shutil.which("dpkg-query"):
        return "the packages that hold: " + " ".join(packages)
    wanted = missing(names_here(packages, release()))
    if not wanted:
        return ""
    before = may_install()
    if before is not None:
        say(f"Installing system packages: {' '.join(wanted)}")
        apt = [*before, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
        quiet([*apt, "update"])
        quiet([*apt, "install", "-y", "--no-install-recommends", *wanted])
    left = missing(wanted)
    return f"sudo apt-get update && sudo apt-get install -y --no-install-recommends {' '.join(left)}" if left else ""


def need(packages: Iterable[str], works: Callable[[], bool], purpose: str) -> None:
    """Make sure that `works`, with the help of `packages`.

    Raises:
        SetupStopped: it still does not.
    """
    if works():
        return
    left = install(packages)
    if not works():
        raise SetupStopped(f"{purpose} needs system libraries that are missing. Install them with:\n  {left}")


# ---- the environment


def digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def installed() -> dict[str, str]:
    """Return what the environment was made from; empty where it is not whole or was made for elsewhere."""
    try:
        stamp = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    made_here = stamp.get("python") == sys.version and stamp.get("root") == str(ROOT) and PYTHON.exists()
    return dict(stamp.get("digests", {})) if made_here else {}


def environment_for(wanted: Path) -> None:
    """Make ``.venv`` hold what `wanted` lists; at once where it does already."""
    digests = {each.name: digest(each) for each in (RUNNING, DEVELOPING)}
    present = installed()
    if present.get(wanted.name) == digests[wanted.name]:
        return
    started = time.monotonic()
    if present.get(RUNNING.name) != digests[RUNNING.name]:
        say("Making the environment in .venv")
        make_environment()
    say(f"Installing what {wanted.name} lists: half a minute or so")
    STAMP.unlink(missing_ok=True)
    install_requirements(wanted)
    done = {RUNNING.name: digests[RUNNING.name], wanted.name: digests[wanted.name]}
    stamp = {"python": sys.version, "root": str(ROOT), "digests": done}
    STAMP.write_text(json.dumps(stamp), encoding="utf-8")
    say(f"Installed in {time.monotonic() - started:.0f} s")


def make_environment() -> None:
    """Make an empty environment; pip stays outside, so Debian's python3-venv is not needed."""
    made = quiet([sys.executable, "-m", "venv", "--clear", "--without-pip", VENV])
    if made.returncode:
        raise SetupStopped(f"Python could not make the environment {VENV}:\n{made.stderr.strip()}")


def pip() -> list[str | Path]:
    """Return the pip that can fill the environment: this Python's own, else one put into the environment."""
    outside: list[str | Path] = [sys.executable, "-m", "pip", "--python", PYTHON]
    if quiet([*outside, "--version"]).returncode == 0:
        return outside
    inside: list[str | Path] = [PYTHON, "-m", "pip"]
    for _ in range(2):
        if quiet([PYTHON, "-m", "ensurepip"]).returncode == 0:
            return inside
        left = install(["python3-pip", "python3-venv"])
        if quiet([*outside, "--version"]).returncode == 0:
            return outside
    raise SetupStopped(f"There is no pip for {sys.executable}. Install it with:\n  {left}")


def install_requirements(wanted: Path) -> None:
    quietly = ["--quiet", "--no-input", "--disable-pip-version-check", "--progress-bar", "off"]
    exactly = ["--require-hashes", "--no-deps", "--only-binary", ":all:"]
    filled = quiet([*pip(), "install", *quietly, *exactly, "-r", wanted])
    if filled.returncode:
        raise SetupStopped(f"pip could not install what {wanted.name} lists:\n{filled.stderr.strip()}")


def python_says(code: str, **environment: str) -> bool:
    return quiet([PYTHON, "-c", code], **environment).returncode == 0


def set_up(wanted: Path) -> None:
    environment_for(wanted)
    qt_seen = VENV / "qt-loads"
    if qt_seen.exists():
        return
    need(QT_LIBRARIES, lambda: python_says(QT_LOADS), "Qt")
    qt_seen.touch()


def display() -> bool:
    """Return whether a window can be opened here."""
    if sys.platform != "linux":
        return True
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        return False
    if python_says(WINDOW_OPENS):
        return True
    left = install(WINDOW_LIBRARIES)
    if left:
        say(f"Windows need system libraries that are missing. Install them with:\n  {left}")
    return not left and python_says(WINDOW_OPENS)


# ---- commands


def run(_arguments: argparse.Namespace) -> int:
    """Open the application on a demonstration forum; without a display, play its day into demo-day/."""
    set_up(RUNNING)
    if display():
        return loud([PYTHON, "-m", "checkin_app", "demo", "--window"])
    say("There is no display here: playing the demonstration day off-screen.")
    return loud([PYTHON, "-m", "checkin_app", "demo", "--out", ROOT / "demo-day"], QT_QPA_PLATFORM="offscreen")


CHECKS: dict[str, list[str]] = {
    "ruff": ["-m", "ruff", "check", "."],
    "ruff format": ["-m", "ruff", "format", "--check", "."],
    "mypy": ["-m", "mypy"],
    "import-linter": ["-c", "from importlinter.cli import lint_imports_command as run; run()"],
}
PYTEST = ["-m", "pytest", "-q"]


def step(name: str, command: Sequence[str | Path]) -> list[str]:
    """Run one step of a check and return its name if it failed."""
    started = time.monotonic()
    say(f"── {name}")
    failed = loud([PYTHON, *command], QT_QPA_PLATFORM="offscreen", PYTHONHASHSEED="0")
    say(f"── {name}: {'FAILED' if failed else 'ok'} in {time.monotonic() - started:.0f} s")
    return [name] if failed else []


def static_checks() -> list[str]:
    return [failure for name, command in CHECKS.items() for failure in step(name, command)]


def check(_arguments: argparse.Namespace) -> int:
    """Check style, types, imports, forbidden words and documents."""
    set_up(DEVELOPING)
    return verdict(static_checks() + step("architecture", [*PYTEST, "tests/architecture"]))


def test(arguments: argparse.Namespace) -> int:
    """Run every check, build and prove the bundle, run every test; or only the tests named after --."""
    set_up(DEVELOPING)
    if arguments.pytest:
        return loud([PYTHON, *PYTEST, *arguments.pytest], QT_QPA_PLATFORM="offscreen")
    if sys.platform == "linux":
        install(TEST_PACKAGES)
        install(BROWSER_PACKAGES)
    label_readers()
    failures = static_checks() + frozen()
    failures += step("tests that want the machine for themselves", [*PYTEST, "-m", "performance or window"])
    # A worker that dies is not replaced: pytest-xdist may give the new one nothing to do, and wait for it for ever.
    workers = ["-n", "2", "--dist", "loadfile", "--max-worker-restart", "0"] if (os.cpu_count() or 1) > 1 else []
    failures += step("tests", [*PYTEST, "-m", "not performance and not window", *workers])
    return verdict(failures)


def label_readers() -> None:
    """Put the programs that read labels in tests into the environment, as their lock says; they are in no tree that is shipped."""
    lock, place = READERS / "package-lock.json", VENV / "label-readers"
    done = place / "installed"
    if done.exists() and done.read_text(encoding="utf-8") == digest(lock):
        return
    left = "" if shutil.which("npm") else install(NODE_PACKAGES)
    npm = shutil.which("npm")
    if npm is None:
        say(f"Labels are not read by other people's programs without npm. Install it with:\n  {left}")
        return
    place.mkdir(parents=True, exist_ok=True)
    for each in (READERS / "package.json", lock):
        shutil.copy(each, place)
    started = time.monotonic()
    plainly = ["--ignore-scripts", "--omit=optional", "--no-audit", "--no-fund", "--no-update-notifier"]
    filled = quiet([npm, "ci", *plainly, "--prefix", place])
    if filled.returncode:
        say(f"npm could not install what tests/readers lists:\n{filled.stderr.strip()}")
        return
    done.write_text(digest(lock), encoding="utf-8")
    say(f"Installed what reads labels in {time.monotonic() - started:.0f} s")


def verdict(failures: list[str]) -> int:
    say(f"FAILED: {', '.join(failures)}" if failures else "All passed.")
    return 1 if failures else 0


def frozen() -> list[str]:
    """Build the bundle and let it prove itself."""
    if sys.platform == "linux":
        install(BUNDLE_PACKAGES)
    built = step(
        "bundle", ["-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "ERROR", "build_installer.spec"]
    )
    if built:
        return built
    program = ROOT / "dist" / "checkin-app" / ("checkin-app.exe" if WINDOWS else "checkin-app")
    say("── the bundle checks itself")
    return ["self-check of the bundle"] if loud([program, "--self-check"], QT_QPA_PLATFORM="offscreen") else []


def bundle(_arguments: argparse.Namespace) -> int:
    """Build the application into dist/ and let it check itself."""
    set_up(DEVELOPING)
    return verdict(frozen())


def bench(arguments: argparse.Namespace) -> int:
    """Measure speed and size; print a table and write bench.json."""
    set_up(DEVELOPING)
    return loud([PYTHON, "-m", "tests.bench", *arguments.arguments], QT_QPA_PLATFORM="offscreen")


def soak(arguments: argparse.Namespace) -> int:
    """Play days on which all goes wrong that can, for hours; say the seed that replays what was found."""
    set_up(DEVELOPING)
    words = [
        "--seed",
        str(arguments.seed),
        *(["--minutes", str(arguments.minutes)] if arguments.minutes is not None else []),
    ]
    return loud([PYTHON, "-m", "tests.soak", *words], QT_QPA_PLATFORM="offscreen", PYTHONHASHSEED="0")


def pictures(_arguments: argparse.Namespace) -> int:
    """Make the pictures of the README anew from the demonstration, off-screen."""
    set_up(RUNNING)
    return loud([PYTHON, "-m", "tests.pictures"])


def lock(_arguments: argparse.Namespace) -> int:
    """Write requirements.txt and requirements-dev.txt anew from pyproject.toml; needs uv."""
    uv = shutil.which("uv") or shutil.which("uv", path=str(Path(sys.executable).parent))
    if not uv:
        raise SetupStopped("Pinning needs uv. Install it with:\n  python3 -m pip install uv")
    oldest = ".".join(map(str, OLDEST_PYTHON))
    form = ["--universal", "--python-version", oldest, "--generate-hashes", "--only-binary", ":all:", "--upgrade"]
    # It writes no address unless it is asked to, and the machine's own configuration, which might ask, is passed over.
    bare = ["--no-header", "--no-annotate", "--no-config", "--quiet"]
    compiled = [uv, "pip", "compile", "pyproject.toml", *form, *bare]
    failed = loud([*compiled, "-o", RUNNING.name])
    return failed or loud([*compiled, "--extra", "dev", "-c", RUNNING.name, "-o", DEVELOPING.name])


COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "run": run,
    "test": test,
    "check": check,
    "bench": bench,
    "soak": soak,
    "bundle": bundle,
    "pictures": pictures,
    "lock": lock,
}


def build_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="dev.py", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, command in COMMANDS.items():
        added = commands.add_parser(name, help=command.__doc__)
        if name == "test":
            added.add_argument("pytest", nargs="*", metavar="-- PYTEST-ARGUMENT", help="run only these tests")
        if name == "bench":
            added.add_argument("arguments", nargs="*", metavar="-- ARGUMENT", help="handed to the benchmark")
        if name == "soak":
            added.add_argument("--minutes", type=float, help="how long; 0 plays one round (default: a night's figures)")
            added.add_argument("--seed", type=int, default=0, help="the round to begin with (default: 0)")
    return parser


def main(words: Sequence[str] | None = None) -> int:
    if sys.version_info < OLDEST_PYTHON:
        say(f"Python {'.'.join(map(str, OLDEST_PYTHON))} or newer is needed; this is {sys.version.split()[0]}.")
        return 1
    arguments = build_parser().parse_args(words)
    try:
        return COMMANDS[arguments.command](arguments)
    except SetupStopped as stopped:
        say(str(stopped))
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
