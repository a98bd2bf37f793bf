"""The words of the commands that count a bus, release it, empty it and close it."""

import argparse
from collections.abc import Callable
from pathlib import Path

#: Adds one command that writes, given its word and what it is for.
Adds = Callable[[str, str], argparse.ArgumentParser]


def add(says: Adds, path: Callable[[str], Path]) -> None:
    """Add the commands `count` and `release`."""
    count = says("count", "enter how many people somebody counted on a bus, and say what counts come to")
    count.add_argument("bus", metavar="BUS")
    count.add_argument("people", nargs="?", type=int, metavar="PEOPLE", help="everybody aboard, the driver too")
    count.add_argument("--by", default="", metavar="NAME", help="who counted")
    count.add_argument("--roll", action="store_true", help="they called the roll: who is alone counts in both ways")
    count.add_argument(
        "--crew", action="append", default=[], metavar="ROLE=NUMBER", help="who is aboard besides delegates"
    )
    count.add_argument("--json", action="store_true")
    release = says("release", "let a bus leave that was counted")
    release.add_argument("bus", metavar="BUS")
    release.add_argument(
        "--without", action="append", default=[], metavar="DELEGATE", help="who was scanned aboard and is not here"
    )
    release.add_argument("--reason", default="", metavar="TEXT", help="why it leaves though it does not tally")
    release.add_argument(
        "--by-self", action="store_true", help="its coordinator and a second person: no dispatcher can be reached"
    )
    release.add_argument("--review", action="store_true", help="say instead that it was well that it released itself")
    approvable(release, path)


def add_endings(says: Adds) -> None:
    """Add the verbs of the command `buses` by which a bus ends its ride."""
    emptied = says("empty", "say who walked to the last row of a bus that is back: nobody is left in it")
    emptied.add_argument("bus", metavar="BUS")
    emptied.add_argument("--walked-by", required=True, metavar="NAME", help="who looked")
    closed = says("close", "close a bus that is back and empty")
    closed.add_argument("bus", metavar="BUS")
    reopened = says("reopen", "open a closed bus again, since something has to be put right")
    reopened.add_argument("bus", metavar="BUS")
    reopened.add_argument("--reason", required=True, metavar="TEXT")


def approvable(parser: argparse.ArgumentParser, path: Callable[[str], Path]) -> None:
    """Let a command that writes say who approves it, where a second person must."""
    parser.add_argument(
        "--approved-by",
        default="",
        metavar="OPERATOR",
        help="the second person, where one must approve it: a name, or the code of a staff badge",
    )
    parser.add_argument(
        "--approval-pin-file", type=path, metavar="FILE", help="its first line is the second person's PIN"
    )
