"""The words of the command about stops: a bus's day, and the stops of a route."""

from checkin_app.cli.ride_words import Adds


def add(shows: Adds, says: Adds) -> None:
    """Add every verb."""
    _of_a_day(shows, says)
    adding = says("add", "add a stop to a route")
    moving = says("move", "give a stop of a route another place among its stops")
    renaming = says("rename", "call a stop of a route otherwise")
    removing = says("remove", "take a stop from a route at which no bus stands")
    for each in (adding, moving, renaming, removing):
        each.add_argument("route", metavar="ROUTE")
    for each in (moving, renaming, removing):
        each.add_argument("stop", type=int, metavar="NUMBER", help="which stop of the route, from 1 on")
    for each in (adding, renaming):
        each.add_argument("name", nargs="+", metavar="LANGUAGE=NAME", help="its name in each language of the forum")
    adding.add_argument("--at", type=int, default=0, metavar="NUMBER", help="which it becomes (default: the last)")
    moving.add_argument("to", type=int, metavar="NUMBER", help="which it becomes")


def _of_a_day(shows: Adds, says: Adds) -> None:
    listing = shows("list", "list the stops of each bus's day: when it came and left, what it passes by, what is ahead")
    listing.add_argument("bus", nargs="?", default="", metavar="BUS", help="of this one only")
    listing.add_argument("--json", action="store_true")
    arriving = says("arrive", "say that a bus came to a stop")
    opening = says("open", "the same, with its doors opened at once")
    for each in (arriving, opening):
        each.add_argument("bus", metavar="BUS")
        each.add_argument(
            "stop", nargs="?", default="", metavar="STOP", help="its number or name; another name, or none: unscheduled"
        )
    leaving = says("leave", "say that a bus leaves where it stands: it must be released")
    leaving.add_argument("bus", metavar="BUS")
    undoing = says("undo", "take back that a bus came to its last stop, or left it")
    undoing.add_argument("bus", metavar="BUS")
    skipping = says("skip", "let a bus pass by a stop of its route")
    restoring = says("restore", "let it call there after all")
    for each in (skipping, restoring):
        each.add_argument("bus", metavar="BUS")
        each.add_argument("stop", metavar="STOP", help="its number in stops list, or its name")
    skipping.add_argument("--reason", required=True, metavar="TEXT", help="why")
