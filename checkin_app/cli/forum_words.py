"""The words of the command about the forum's sessions, categories and routes."""

from collections.abc import Callable
from pathlib import Path

from checkin_app.cli.ride_words import Adds
from checkin_app.domain.programme import Part


def add(shows: Adds, says: Adds, path: Callable[[str], Path]) -> None:
    """Add every verb.

    Args:
        shows: adds one that reads.
        says: adds one that writes, and names who acts.
        path: reads a word as the path of a file.
    """
    kinds = [each.value for each in Part]
    showing = shows("show", "list what the forum is made of, with every field")
    showing.add_argument("part", nargs="?", choices=kinds, metavar="PART", help="session, category or route")
    showing.add_argument("--json", action="store_true")
    setting = says("set", "change fields of a session, a category or a route, or of the whole forum")
    adding = says("add", "add a session, a category or a route")
    removing = says("remove", "take away a session, a category or a route that nobody rests on")
    setting.add_argument("part", choices=[*kinds, "forum"], metavar="PART", help="session, category, route or forum")
    for each in (adding, removing):
        each.add_argument("part", choices=kinds, metavar="PART", help="session, category or route")
    for each in (setting, adding, removing):
        each.add_argument("id", metavar="ID", help="as forum show names it; of the forum -")
    for each in (setting, adding):
        each.add_argument("field", nargs="+", metavar="FIELD=VALUE", help="such as starts=09:30 or name.en=Opening")
    adopting = says("adopt", "let a whole forum file take the place of the one in force")
    adopting.add_argument("file", type=path, metavar="FILE.toml")
