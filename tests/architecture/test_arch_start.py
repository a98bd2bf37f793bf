"""What is loaded before the first guest can be scanned: somebody waits for all of it."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_LOADED = """
import sys
import checkin_app.bootstrap.window
from db import engine
print(*sorted(sys.modules))
print("compiled", engine._dialect.cache_info().currsize)
"""
_WALKS = """
import gc, runpy, sys
before = gc.get_stats()[0]["collections"]
sys.argv = ["checkin_app", *sys.argv[1:]]
try:
    runpy.run_module("checkin_app", run_name="__main__")
except SystemExit:
    pass
print(gc.get_stats()[0]["collections"] - before, gc.isenabled(), gc.get_freeze_count(), file=sys.stderr)
"""
#: What only a screen that is opened later, a paper, a list, a command or a larger hub needs.
LATER = (
    "sqlalchemy.dialects.postgresql",
    "keyring",
    "checkin_app.cli.commands",
    "reportlab",
    "PIL",
    "openpyxl",
    "phonenumbers",
    "escpos",
    "pypinyin",
    "tzdata",
    "zoneinfo",
)


def test_the_start_loads_no_screen_but_the_desk_s_and_compiles_no_statement() -> None:
    done = subprocess.run([sys.executable, "-c", _LOADED], cwd=ROOT, capture_output=True, text=True, check=True)
    modules, compiled = done.stdout.splitlines()
    loaded = set(modules.split())
    screens = {each for each in loaded if each.startswith("checkin_app.ui.") and each.endswith(".screen")}
    assert screens == {"checkin_app.ui.desk.screen", "checkin_app.ui.shell.screen"}
    assert not loaded.intersection(LATER)
    assert compiled == "compiled 0"


def test_what_is_loaded_for_a_command_is_walked_over_by_no_collection_and_those_go_on_afterwards() -> None:
    command = [sys.executable, "-c", _WALKS, "--help"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    walks, go_on, aside = done.stderr.split()[-3:]
    assert int(walks) < 40, "ten times as many, where nothing holds them off"
    assert (go_on, int(aside) > 100_000) == ("True", True)


def test_what_tests_compile_is_kept_by_them_and_by_every_process_they_start() -> None:
    """Else each of hundreds of processes compiles the whole application anew."""
    done = subprocess.run(
        [sys.executable, "-c", "import sys; print(sys.dont_write_bytecode)"], capture_output=True, text=True, check=True
    )
    assert (sys.dont_write_bytecode, done.stdout.strip()) == (False, "False")
