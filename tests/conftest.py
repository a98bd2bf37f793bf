"""What holds for every test: nothing is warned about, logged, left running or sent out of this machine."""

import gc
import logging
import os
import re
import sys
import tempfile
import threading
from collections.abc import Callable, Generator, Iterator
from ipaddress import ip_address
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from pytestqt.qtbot import QtBot

from checkin_app.runtime.interpreter import CyclesHere

settings.register_profile(
    "ci", derandomize=True, database=None, deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("thorough", settings.get_profile("ci"), derandomize=False, max_examples=2000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))

# What was compiled is kept: the suite starts this application hundreds of times, and rewrites ten thousand assertions.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

ExpectLog = Callable[[str], None]

GRACE = 20.0
"""Seconds a thread that was told to end may take."""
PATIENCE_MS = 30_000
"""How long what an event brings may take: it comes at once, but not on a computer that is busy with other tests."""


# ---- a computer of its own


_home = tempfile.TemporaryDirectory(prefix="checkin-tests-", ignore_cleanup_errors=True)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_collection() -> Generator[None, object, object]:
    """Walk over tests neither while they are collected nor later: all of them stay."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.enable()


def pytest_configure() -> None:
    """Keep the user's folders, keys and display out of reach, also of the processes that tests start."""
    for name in ("DATA", "CONFIG", "CACHE", "STATE"):
        os.environ[f"XDG_{name}_HOME"] = str(Path(_home.name, name.lower()))
    runtime = Path(_home.name, "runtime")
    runtime.mkdir(mode=0o700, exist_ok=True)
    os.environ["XDG_RUNTIME_DIR"] = str(runtime)
    os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.null.Keyring"
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def pytest_unconfigure() -> None:
    _home.cleanup()


_folders = count()


@pytest.fixture(autouse=True)
def _own_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    """Name a folder for this test's keys; who writes the first makes it.

    pytest's own way to a new folder reads the names of those of all tests before: a minute in the whole suite.
    """
    monkeypatch.setenv("CHECKIN_KEYS_DIR", str(Path(_home.name, "keys", f"{next(_folders)}")))


# ---- stores


@pytest.fixture(scope="session", autouse=True)
def _form_made_once() -> Iterator[None]:
    """Run the migrations for the first new store alone: twenty-odd of them take longer than most tests."""
    from db import migrating
    from tests.form_again import remembering

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(migrating, "upgrade", remembering(migrating.upgrade))
        yield


@pytest.fixture(scope="session", autouse=True)
def _pins_hashed_lightly() -> Iterator[None]:
    """Let a guess at a PIN cost tests next to nothing; each hash says its cost, so that others can prove it."""
    from checkin_app.runtime import pins

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pins, "_MEMORY", 64)
        patch.setattr(pins, "_PASSES", 1)
        yield


# ---- sockets


_strays: list[str] = []


def _is_here(host: object) -> bool:
    if host in {None, "", "localhost", b"localhost"}:
        return True
    try:
        return ip_address(str(host)).is_loopback
    except ValueError:
        return False


def _watch_sockets(event: str, arguments: tuple[object, ...]) -> None:
    if event in {"socket.connect", "socket.bind", "socket.sendto"}:
        address = arguments[1]
        host = address[0] if isinstance(address, tuple) else None
        stray = host == "" or not _is_here(host)
    elif event == "socket.getaddrinfo":
        host = arguments[0]
        stray = not _is_here(host)
    else:
        return
    if stray:
        _strays.append(f"{event} {host!r}")
        raise RuntimeError(f"tests stay on this machine: {event} {host!r}")


sys.addaudithook(_watch_sockets)


@pytest.fixture(autouse=True)
def _stays_on_this_machine() -> Iterator[None]:
    _strays.clear()
    yield
    assert not _strays, _strays


# ---- threads and windows


def _application() -> Any:
    widgets = sys.modules.get("PySide6.QtWidgets")
    return widgets and widgets.QApplication.instance()


def _windows() -> list[object]:
    application = _application()
    return [each for each in application.topLevelWidgets() if each.isVisible()] if application else []


@pytest.fixture(autouse=True)
def _leaves_nothing_running() -> Iterator[None]:
    before, shown_before = set(threading.enumerate()), _windows()
    yield
    for thread in set(threading.enumerate()) - before:
        thread.join(GRACE)
    left = [thread.name for thread in set(threading.enumerate()) - before]
    assert not left, f"threads left running: {left}"
    shown = [each for each in _windows() if each not in shown_before]
    assert not shown, f"windows left open: {shown}"


# ---- cycles


@pytest.fixture
def cycles_anywhere() -> Iterator[None]:
    """Let the interpreter collect by itself, as it does where no window is."""
    gc.collect()  # what windows left is freed here
    assert gc.isenabled()
    yield


@pytest.fixture(autouse=True)
def _frees_cycles_here(request: pytest.FixtureRequest) -> Iterator[None]:
    """Free windows that tests left on the thread that made them, never in a thread that a later test starts."""
    windows = "qapp" in request.fixturenames or _application()
    if not windows or "cycles_anywhere" in request.fixturenames:
        yield
        return
    with CyclesHere() as cycles:
        yield
        cycles.collect_due()


# ---- patience


class _PatientBot(QtBot):
    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = PATIENCE_MS) -> None:
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal: Any, *, timeout: int = PATIENCE_MS, **more: Any) -> Any:
        return super().waitSignal(signal, timeout=timeout, **more)


@pytest.fixture
def qtbot(qapp: object, request: pytest.FixtureRequest) -> QtBot:
    return _PatientBot(request)


# ---- log records


class _Heard(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@pytest.fixture
def expected_logs() -> list[str]:
    return []


@pytest.fixture
def expect_log(expected_logs: list[str]) -> ExpectLog:
    """Return a function that takes a pattern: a record at WARNING or above that matches it must come."""
    return expected_logs.append


@pytest.fixture(autouse=True)
def _logs_nothing_unexpected(expected_logs: list[str]) -> Iterator[None]:
    heard = _Heard()
    logging.getLogger().addHandler(heard)
    yield
    logging.getLogger().removeHandler(heard)
    said = [record.getMessage() for record in heard.records]
    unexpected = [text for text in said if not any(re.search(pattern, text) for pattern in expected_logs)]
    assert not unexpected, f"logged without being expected: {unexpected}"
    unheard = [pattern for pattern in expected_logs if not any(re.search(pattern, text) for text in said)]
    assert not unheard, f"expected in the log, but not said: {unheard}"
