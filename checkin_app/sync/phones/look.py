"""What the phones' page looks like: the screens' own colours, by day and by night, and what else it needs besides its text."""

import json
from collections.abc import Mapping
from functools import cache

from checkin_app.runtime.paths import RESOURCES

_FOLDER = RESOURCES / "phones"


@cache
def style() -> str:
    """Return the style sheet; its colours are those of the themes."""
    colours = json.loads((RESOURCES / "themes" / "tokens.json").read_text("utf-8"))["color"]
    day, night = _variables(colours["light"]), _variables(colours["dark"])
    own = (_FOLDER / "phone.css").read_text("utf-8")
    return f":root{{{day}}}\n@media (prefers-color-scheme:dark){{:root{{{night}}}}}\n{own}"


@cache
def script() -> str:
    """Return what keeps a page that is open up to date; without it, the page is loaded again now and then."""
    return (_FOLDER / "live.js").read_text("utf-8")


@cache
def icon() -> str:
    return (RESOURCES / "icons" / "bus.svg").read_text("utf-8")


def _variables(colours: Mapping[str, str]) -> str:
    return "".join(f"--{name.replace('.', '-')}:{value};" for name, value in colours.items())
