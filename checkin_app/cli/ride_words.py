"""The words of the command about one guest's ride."""

import argparse
from collections.abc import Callable
from pathlib import Path

from checkin_app.cli.count_words import approvable
from checkin_app.domain.kinds.rides import Ground
from checkin_app.domain.outcomes import ACCEPTING, Answer
from checkin_app.domain.overriding import OverrideGround
from checkin_app.domain.ride_states import RideVerb

#: Adds one verb to the command, given its word and what it is for.
Adds = Callable[[str, str], argparse.ArgumentParser]


def add(shows: Adds, says: Adds, path: Callable[[str], Path]) -> None:
    """Add every verb.

    Args:
        shows: adds one that reads.
        says: adds one that writes, and names who acts.
        path: reads a path.
    """
    every = [shows("show", "show how the ride stands"), *_seats(says, path), *_leavings(says)]
    every.append(says(RideVerb.UNDO, "take back what was said of the ride last"))
    for each in every:
        each.add_argument("--json", action="store_true")


def _seats(says: Adds, path: Callable[[str], Path]) -> list[argparse.ArgumentParser]:
    board = says(RideVerb.BOARD, "let the guest board, as a scan at the bus's door does")
    board.add_argument("bus", metavar="BUS")
    board.add_argument(
        "--answer", choices=sorted(ACCEPTING - {Answer.OVERRIDE}), help="what to answer if the door asks"
    )
    grounds = [ground.value for ground in OverrideGround]
    board.add_argument(
        "--override", choices=grounds, help="let the guest board though the door says otherwise, and why"
    )
    board.add_argument("--note", default="", metavar="TEXT", help="what else is to be said of the override")
    board.add_argument("--by", default="", metavar="NAME", help="who overrides, where nobody signs in")
    approvable(board, path)
    standby = says(RideVerb.STANDBY, "let the guest wait for a seat, after those who wait already")
    standby.add_argument("bus", nargs="?", metavar="BUS", help="where they wait (default: the route they chose)")
    transfer = says(RideVerb.TRANSFER, "move the guest to another bus: open until seen off the one and on the other")
    transfer.add_argument("bus", metavar="BUS")
    return [board, standby, transfer]


def _leavings(says: Adds) -> list[argparse.ArgumentParser]:
    unboard = says(RideVerb.UNBOARD, "undo the boarding; the seat is kept")
    offload = says(RideVerb.OFFLOAD, "remove the guest from the bus; the seat is given up")
    belongings = "whether something of theirs was left aboard"
    offload.add_argument("--belongings", choices=("yes", "no"), required=True, help=belongings)
    excuse = says(RideVerb.EXCUSE, "let the guest leave the tour")
    excuse.add_argument("--agreed", default="", metavar="NAME", help="who agreed")
    missing = says(RideVerb.MISSING, "declare the guest missing")
    no_show = says(RideVerb.NO_SHOW, "ask for a no-show, or confirm one that somebody else asked for")
    no_show.add_argument("--confirm", action="store_true", help="confirm it, as a second person")
    no_show.add_argument("--by", default="", metavar="NAME", help="who says so, where nobody signs in")
    returned = says(RideVerb.RETURN, "sign the guest off at the final arrival")
    for each in (offload, excuse):
        each.add_argument("--reason", required=True, choices=[ground.value for ground in Ground])
    for each in (offload, excuse, missing, no_show):
        each.add_argument("--text", default="", metavar="TEXT", help="what else is to be said of it")
    return [unboard, offload, excuse, missing, no_show, returned]
