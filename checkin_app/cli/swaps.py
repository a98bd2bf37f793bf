"""The command by which another bus takes over from one."""

import argparse
from collections.abc import Callable
from typing import Any

from checkin_app.cli import given, shown
from checkin_app.cli.given import Arguments, WrongUse
from checkin_app.cli.parts import Parts
from checkin_app.domain.canonical import Json
from checkin_app.domain.ids import BusCode
from checkin_app.domain.swaps import Cause
from checkin_app.services.opened import OpenedStation
from checkin_app.services.swaps import SwapLine, SwapStanding

#: Adds one command that writes, given its word and what it is for.
Adds = Callable[[str, str], argparse.ArgumentParser]


def add(says: Adds) -> None:
    """Add the command `swap`."""
    swap = says("swap", "let another bus take over from one, and say how far that is")
    swap.add_argument("old", metavar="OLD", help="the bus that is given up")
    swap.add_argument("new", nargs="?", metavar="NEW", help="the bus that takes over; without it, say how far it is")
    swap.add_argument("--broken-down", action="store_true", help="the old bus broke down")
    swap.add_argument("--reason", default="", metavar="TEXT")
    swap.add_argument("--dry-run", action="store_true", help="say who would move, and change nothing")
    swap.add_argument(
        "--undo", action="store_true", help="take it back, as long as nobody was scanned on the substitute"
    )
    swap.add_argument("--json", action="store_true")


def swap(parts: Parts, args: Arguments) -> int:
    with given.station(parts, args) as station:
        standing = _standing(station, args)
        if args.json:
            shown.say(_told(standing), as_json=True)
        else:
            shown.say(_rows(standing), as_json=False)
    return 0


def _standing(station: OpenedStation, args: Arguments) -> SwapStanding:
    old = BusCode(args.old)
    if args.new and args.undo:
        raise WrongUse("swap OLD --undo names no other bus")
    if args.undo:
        return station.swaps.undo(old)
    if not args.new:
        return station.swaps.look(old)
    new = BusCode(args.new)
    if args.dry_run:
        return station.swaps.preview(old, new)
    return station.swaps.swap(old, new, Cause.BROKEN_DOWN if args.broken_down else Cause.SWAPPED, args.reason)


def _told(standing: SwapStanding) -> dict[str, Json]:
    swap = standing.swap
    return {
        "old": standing.old.code,
        "old_state": standing.old.state.value,
        "emergency": standing.emergency is not None,
        "new": standing.new.code,
        "new_state": standing.new.state.value,
        "written": swap is not None,
        "cause": swap.cause.value if swap else None,
        "reason": swap.reason if swap else "",
        "at": shown.iso(swap.at) if swap else None,
        "step": standing.step.value if standing.step else None,
        "unscanned": len(standing.unscanned),
        "stranded": len(standing.stranded),
        "may_be_undone": standing.may_be_undone,
        "moves": [_line(each) for each in standing.moves],
        "left": [{**_line(each), "why": each.why.value if each.why else None} for each in standing.left],
    }


def _line(line: SwapLine) -> dict[str, Json]:
    return {
        "delegate_id": line.delegate.id,
        "name": line.delegate.called,
        "accessible": line.delegate.accessible,
        "aboard": line.aboard,
        "settled": line.is_settled,
    }


def _rows(standing: SwapStanding) -> list[dict[str, Any]]:
    return [
        *({**_line(each), "to": standing.new.code} for each in standing.moves),
        *({**_line(each), "to": None} for each in standing.left),
    ]
