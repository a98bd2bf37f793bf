"""The time zones of the IANA database, from the copy that the application brings.

Not from the system's: Windows has none, and two laptops must not decide by different ones.
"""

import difflib
from collections.abc import Sequence
from datetime import datetime, timedelta, timezone, tzinfo
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable


def zone_names() -> Sequence[str]:
    return _database().joinpath("zones").read_text(encoding="ascii").split()


def zone_named(name: str) -> tzinfo | None:
    """Return the zone of a name such as ``Europe/Lisbon``, always the same one; None where there is none."""
    return _zone(name) if name in zone_names() else None


@cache
def _zone(name: str) -> tzinfo:
    from zoneinfo import ZoneInfo  # noqa: PLC0415 - a forum without a zone does not wait for it

    with _database().joinpath("zoneinfo", *name.split("/")).open("rb") as file:
        return ZoneInfo.from_file(file, key=name)


def zone_meant(name: str) -> str:
    """Return the zone whose name is most like `name`; empty where none is."""
    known = {each.casefold(): each for each in zone_names()}
    likest = difflib.get_close_matches(name[:100].casefold(), known, n=1)
    return known[likest[0]] if likest else ""


def offsets_at(clock: datetime, zone: tzinfo) -> Sequence[timezone]:
    """Return the offsets with which a zone's clock shows a naive time: none where it is left out, two where it is twice."""
    both = (clock.replace(tzinfo=zone, fold=fold).utcoffset() or timedelta() for fold in (0, 1))
    moments = {offset: clock.replace(tzinfo=timezone(offset)) for offset in both}
    return [timezone(offset) for offset, moment in moments.items() if offset_of(moment, zone) == offset]


def offset_of(moment: datetime, zone: tzinfo) -> timedelta:
    """Return a zone's offset at an aware moment."""
    return moment.astimezone(zone).utcoffset() or timedelta()


def _database() -> "Traversable":
    from importlib import resources  # noqa: PLC0415 - nor for this

    return resources.files("tzdata")
