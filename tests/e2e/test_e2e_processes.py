"""Every command in a process of its own, as people start it: whatever it loads is loaded by nobody before it."""

import argparse
import logging
import signal
from pathlib import Path

import pytest
from e2e_laptop import Laptop

from checkin_app.cli import build_parser
from tests.e2e import command_room

#: Commands that other tests of this folder start as processes, each for what it does.
ELSEWHERE = {"demo", "hub", "join", "scan"}
#: The words of each of the others, and the exit code they come to at a station of six people.
SIMPLEST = {
    ("find", "林"): 0,
    ("codes", "--out", "{out}/codes.csv"): 0,
    ("import", "{out}/delegates.csv", "--dry-run"): 0,
    ("imports", "list"): 0,
    ("person", "show", "0001"): 0,
    ("forum", "show"): 0,
    ("undo",): 1,
    ("checkpoints",): 0,
    ("buses", "add", "2-2"): 0,
    ("plan", "--dry-run"): 0,
    ("stops", "list"): 0,
    ("swap", "2-1"): 1,
    ("emergency", "2-1", "list"): 1,
    ("ride", "0001", "show"): 0,
    ("count", "2-1"): 0,
    ("release", "2-1"): 1,
    ("badge", "0001", "--out", "{out}/badge.pdf"): 0,
    ("badges", "--out", "{out}/badges.pdf"): 0,
    ("printers", "list"): 0,
    ("printers", "login", "nobodys"): 1,
    ("print", "0001"): 1,
    ("jobs",): 0,
    ("fonts", "list"): 0,
    ("template", "check", "{out}/delegates.csv"): 1,
    ("template", "list"): 0,
    ("template", "show", "a6"): 0,
    ("template", "add", "{out}/delegates.csv"): 1,
    ("template", "remove", "nobodys"): 1,
    ("names", "check"): 0,
    ("missing", "2-1"): 0,
    ("reports", "--out", "{out}/reports"): 0,
    ("manifest", "2-1", "--out", "{out}/manifest.pdf"): 0,
    ("attendance", "opening", "--out", "{out}/attendance.xlsx"): 0,
    ("export", "--out", "{out}/everybody.xlsx"): 0,
    ("conflicts",): 0,
    ("check",): 0,
    ("verify",): 0,
    ("merge", "{out}/nowhere"): 1,
    ("bundle", "export", "--all", "{out}/all.bundle"): 0,
    ("backup",): 0,
    ("restore", "--list"): 0,
    ("sync",): 1,
    ("stations",): 0,
    ("phones",): 0,
    ("operators", "list"): 0,
    ("unlock", "--passphrase-file", "{out}/none"): 2,
    ("new",): 1,
}


@pytest.mark.parametrize("words", SIMPLEST, ids=" ".join)
def test_each_command_works_in_a_process_of_its_own(laptop: Laptop, tmp_path: Path, words: tuple[str, ...]) -> None:
    if "2-1" in words:
        laptop.run("buses", "add", "2-1")
    done = laptop.apart.done(*(each.format(out=tmp_path) for each in words), code=SIMPLEST[words])
    assert b"Traceback" not in done.stderr


def test_no_command_is_left_out() -> None:
    (commands,) = (each for each in build_parser()._actions if isinstance(each, argparse._SubParsersAction))
    assert {words[0] for words in SIMPLEST} | ELSEWHERE == {*commands.choices}


@pytest.mark.parametrize("left", ["environment", "signals", "log"])
def test_a_command_that_leaves_something_behind_is_found_out(
    laptop: Laptop, monkeypatch: pytest.MonkeyPatch, left: str
) -> None:
    def leaving(_words: object) -> int:
        match left:
            case "environment":
                monkeypatch.setenv("CHECKIN_LEFT", "behind")
            case "signals":
                monkeypatch.setattr(signal, "getsignal", lambda _number: None)
            case _:
                monkeypatch.setattr(logging.root, "level", logging.DEBUG)
        return 0

    monkeypatch.setattr(command_room, "main", leaving)
    with pytest.raises(AssertionError, match=f"left behind.*{left}"):
        laptop.run("checkpoints")
