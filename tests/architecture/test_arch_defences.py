"""The rules that hold for every test have teeth: each is broken once, and each breach is caught."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.conftest import ROOT

#: Two of them swallow whatever is raised, as careless code would: the rules must see them all the same.
BREACHES = """
import logging, socket, threading, warnings

def test_warns(): warnings.warn("x")
def test_logs(): logging.getLogger("x").warning("hello")
def test_says_what_was_expected(expect_log):
    expect_log("hel+o")
    logging.getLogger("x").warning("hello")
def test_does_not_say_what_was_expected(expect_log): expect_log("hello")
# Both swallow whatever is raised, as careless code would: the defence must be seen to fail them all the same.
def test_calls_out_and_hides_it():
    try:
        socket.create_connection(("192.0.2.1", 80), timeout=0.1)
    except Exception:
        pass
def test_listens_to_the_world():
    try:
        socket.socket().bind(("0.0.0.0", 0))
    except Exception:
        pass
def test_talks_to_itself():
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname()):
        pass
def test_leaves_a_thread(): threading.Thread(target=threading.Event().wait, daemon=True).start()
def test_makes_qt_complain(qtbot):
    from PySide6.QtCore import qWarning
    qWarning("bad")
def test_leaves_a_window(qapp):
    from PySide6.QtWidgets import QWidget
    test_leaves_a_window.kept = QWidget()
    test_leaves_a_window.kept.show()
def test_frees_windows_where_they_were_made(qapp):
    import gc
    assert not gc.isenabled()
def test_finds_no_keys_of_the_user():
    import os, keyring
    assert "keys" in os.environ["CHECKIN_KEYS_DIR"]
    assert type(keyring.get_keyring()).__module__ == "keyring.backends.null"
"""
KEPT = {
    "test_says_what_was_expected",
    "test_talks_to_itself",
    "test_frees_windows_where_they_were_made",
    "test_finds_no_keys_of_the_user",
}


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[str]]:
    folder = tmp_path_factory.mktemp("breaches")
    shutil.copy(ROOT / "pyproject.toml", folder)
    (folder / "tests").mkdir()
    conftest = (ROOT / "tests" / "conftest.py").read_text(encoding="utf-8")
    (folder / "tests" / "conftest.py").write_text(re.sub(r"^GRACE = .*", "GRACE = 0.1", conftest, flags=re.MULTILINE))
    Path(folder / "tests" / "test_breaches.py").write_text(BREACHES)
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "pytest", "-rA", "-q", "--tb=no", "-p", "no:randomly", "-p", "no:cacheprovider"]
    said = subprocess.run(command, cwd=folder, env=env, capture_output=True, check=False, text=True).stdout
    outcomes: dict[str, set[str]] = {}
    for outcome, name in re.findall(r"^(PASSED|FAILED|ERROR) \S+::(\w+)", said, re.MULTILINE):
        outcomes.setdefault(name, set()).add(outcome)
    return outcomes


@pytest.mark.parametrize("name", re.findall(r"def (test_\w+)", BREACHES))
def test_every_breach_is_caught_and_nothing_else(outcomes: dict[str, set[str]], name: str) -> None:
    assert outcomes[name]
    assert (outcomes[name] <= {"PASSED"}) == (name in KEPT)
