"""The words of the command that puts buses on routes, delegates on buses, and says how a bus stands before it leaves."""

from collections.abc import Callable
from pathlib import Path

from checkin_app.cli.ride_words import Adds
from checkin_app.domain.buses import BY_ITS_OWN_WAY, BusState


def add(shows: Adds, says: Adds, path: Callable[[str], Path]) -> None:
    """Add every verb but those of lists and of the end of a ride; `path` reads the name of a file."""
    _fleet(says)
    listing = shows("list", "list the buses with who is aboard")
    listing.add_argument("--json", action="store_true")
    standby = shows(
        "standby", "list who waits for a seat, in the order in which they get one, and where there are seats"
    )
    standby.add_argument("route", nargs="?", default="", metavar="ROUTE")
    standby.add_argument("--json", action="store_true")
    log = shows("log", "list what was done with a bus, who did it, and what was taken back")
    log.add_argument("bus", metavar="BUS")
    log.add_argument("--out", type=path, metavar="FILE.(csv|xlsx)", help="write it as a table")
    log.add_argument("--json", action="store_true")
    opened = says("open", "open a bus's doors")
    opened.add_argument("bus", metavar="BUS")
    moved = says("state", "bring a bus into a state")
    moved.add_argument("bus", metavar="BUS")
    moved.add_argument("state", choices=[state.value for state in BusState if state not in BY_ITS_OWN_WAY])
    ready = says("ready", "say that a bus stands at its bay with all it needs; without a bus, list what each lacks")
    ready.add_argument("bus", nargs="?", default="", metavar="BUS")
    ready.add_argument("--json", action="store_true")
    held = says("hold", "keep a bus where it is until its doors are opened again")
    cancelled = says("cancel", "let a bus not run in which nobody is; 'buses state BUS planned' lets it run after all")
    for each in (held, cancelled):
        each.add_argument("bus", metavar="BUS")
        each.add_argument("--reason", required=True, metavar="TEXT", help="why")
    assign = says("assign", "put a delegate on a bus's list")
    assign.add_argument("delegate", metavar="DELEGATE", help="delegate id or badge number")
    assign.add_argument("bus", metavar="BUS", help="a bus's code, or none")
    move = says("move", "put guests on a bus, from none or from another; without --to, say what each would cost")
    move.add_argument(
        "delegate", nargs="*", metavar="DELEGATE", help="delegate id or badge number; all on one bus, or on none"
    )
    move.add_argument("--to", default="", metavar="BUS", help="the bus on whose list they are to be")
    move.add_argument(
        "--route", default="", metavar="R", help="without --to, of which route's buses (default: their own)"
    )
    move.add_argument("--dry-run", action="store_true", help="say what it would cost, and change nothing")
    move.add_argument("--undo", default="", metavar="MOVE", help="take a move back instead, by what it said")
    move.add_argument("--json", action="store_true")
    says("fill", "put everybody who chose a route and has no bus on that route's buses")


def _fleet(says: Adds) -> None:
    add = says("add", "put a bus on a route")
    add.add_argument("bus", metavar="BUS", help="its code, such as 2-3")
    add.add_argument("--route", default="", help="default: the code's first part")
    add.add_argument("--seats", type=int, default=45, help="licensed passenger seats (default: 45)")
    add.add_argument("--usable", type=int, default=0, help="seats for delegates (default: all of them)")
    add.add_argument("--accessible", type=int, default=0, help="accessible places (default: 0)")
    layouts = "legal layouts, seats+wheelchairs, such as 49+0,45+1 (default: none named)"
    add.add_argument("--layouts", default="", help=layouts)
    for name in ("plate", "bay", "departs", "driver", "driver-phone", "guide", "coordinator"):
        add.add_argument(f"--{name}", default="")
    setting = says("set", "change a bus's plate, seats, bay, time or crew")
    setting.add_argument("bus", metavar="BUS")
    setting.add_argument("field", nargs="+", metavar="FIELD=VALUE", help="such as plate=京A·30302 or usable_seats=41")
    says("take-back", "take the last list of buses back: what it brought is gone, what it changed as before")
