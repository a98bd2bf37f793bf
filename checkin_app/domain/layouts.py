"""How the seats of a bus may stand by law: for a wheelchair some are folded away, or taken out.  Pure.

A layout is written as in the vehicle's papers: ``45+1`` are 45 seats beside one place for a wheelchair, on which nobody sits
who comes in none.
"""

import re
import unicodedata
from collections.abc import Iterable
from enum import Enum, auto
from functools import lru_cache
from typing import NamedTuple

#: No bus has more seats by law, so three digits are enough for anybody's layout.
_LAYOUT = re.compile(r"([0-9]{1,3})\+([0-9]{1,2})")
_BETWEEN = re.compile(r"[\s,;/|、]+")


class SeatLayout(NamedTuple):
    """One way in which the seats of a bus may stand."""

    seats: int
    places: int
    """For wheelchairs."""


class LayoutFlaw(Enum):
    """What is wrong with the layouts that somebody gives a bus."""

    MALFORMED = auto()
    TWICE = auto()
    """Two have as many wheelchair places: nobody could say which of them counts."""
    OVER_LICENSED = auto()
    """It carries more than the bus is licensed for."""


def layouts_in(text: str) -> tuple[str, ...]:
    """Return the layouts that somebody typed, each as it is written; what is none stays as it was typed."""
    plain = re.sub(r"\s*\+\s*", "+", unicodedata.normalize("NFKC", text))
    parts = [part for part in _BETWEEN.split(plain) if part]
    return tuple(f"{found.seats}+{found.places}" if (found := layout_of(part)) else part for part in parts)


def layout_of(text: str) -> SeatLayout | None:
    """Return one layout as it is written; None where it is none."""
    found = _LAYOUT.fullmatch(text)
    return SeatLayout(int(found[1]), int(found[2])) if found else None


def flaw_of(layouts: Iterable[str], licensed: int) -> tuple[LayoutFlaw, str] | None:
    """Return what is wrong with the layouts of a bus of so many licensed seats, and with which; None where nothing is."""
    seen: set[int] = set()
    for each in layouts:
        layout = layout_of(each)
        if layout is None or not any(layout):
            return LayoutFlaw.MALFORMED, each
        if layout.places in seen:
            return LayoutFlaw.TWICE, each
        if sum(layout) > licensed:
            return LayoutFlaw.OVER_LICENSED, each
        seen.add(layout.places)
    return None


@lru_cache(maxsize=1024)
def seats_beside(layouts: tuple[str, ...]) -> tuple[int, ...]:
    """Return the most seats that stand beside so many wheelchairs, from none on; empty where no layout can be read."""
    named = [layout for each in layouts if (layout := layout_of(each))]
    most = max((layout.places for layout in named), default=-1)
    return tuple(max(layout.seats for layout in named if layout.places >= some) for some in range(most + 1))
