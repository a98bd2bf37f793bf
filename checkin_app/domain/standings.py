"""How each person on a bus's manifest stands there, and the figures that come of it.  Pure.

_Absent_ is who is listed and not aboard.  Of the absent, who was seen aboard another bus is _safe_, and who is excused,
confirmed as a no-show or signed off is _accounted for_; the rest are
_still to come_ until the bus is called finally, and _missing_ from then on.  Every screen, paper and command asks
here, so that one word never stands for two figures.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from checkin_app.domain.buses import BEFORE_A_RIDE, BusState


class Standing(StrEnum):
    """Where somebody on a manifest is, as seen from that bus."""

    ABOARD = "aboard"
    UNLISTED = "unlisted"
    """Aboard without being on the list."""
    SAFE = "safe"
    ACCOUNTED = "accounted"
    """Not aboard and not looked for: a person said what became of them."""
    TO_COME = "to_come"
    MISSING = "missing"
    GOT_OFF = "got_off"
    """Neither listed nor aboard any more."""


#: States of a bus that still waits: nobody is missing yet.
_WAITING = BEFORE_A_RIDE | {BusState.BOARDING, BusState.AT_STOP}


def sought_as(state: BusState) -> Standing:
    """Return what those absent and not safe are called while a bus is in `state`."""
    return Standing.TO_COME if state in _WAITING else Standing.MISSING


class Relation(NamedTuple):
    """What is known of a person and one bus."""

    listed: bool
    aboard: bool
    elsewhere: bool
    """Aboard another bus."""
    accounted: bool = False
    """Excused, a no-show, or signed off, and not seen since."""


def standing(state: BusState, relation: Relation) -> Standing:
    """Return how a person stands at a bus in `state`."""
    if relation.aboard:
        return Standing.ABOARD if relation.listed else Standing.UNLISTED
    if not relation.listed:
        return Standing.GOT_OFF
    if relation.elsewhere:
        return Standing.SAFE
    return Standing.ACCOUNTED if relation.accounted else sought_as(state)


@dataclass(frozen=True, slots=True)
class Tally:
    """Heads of one bus: ``listed = aboard - unlisted + safe + accounted + sought``."""

    listed: int
    aboard: int
    unlisted: int = 0
    safe: int = 0
    doubted: int = 0
    """Of those aboard, how many another laptop saw aboard another bus: until a person settles that, it may be one less each."""
    accounted: int = 0

    @property
    def aboard_said(self) -> str:
        """Return how many are aboard as it is said: ``41–42`` while it is not settled."""
        return in_doubt(self.aboard, self.doubted)

    @property
    def absent(self) -> int:
        """Listed and not aboard; who came along unlisted makes up for nobody."""
        return self.listed - (self.aboard - self.unlisted)

    @property
    def sought(self) -> int:
        """Those whose whereabouts nobody knows: still to come or missing, by `sought_as`."""
        return self.absent - self.safe - self.accounted


def in_doubt(figure: int, doubted: int) -> str:
    """Return a figure of which so many are in doubt."""
    return f"{figure - doubted}–{figure}" if doubted else str(figure)


def sought_over_all(buses: Iterable[tuple[BusState, Tally]]) -> Mapping[Standing, int]:
    """Return how many of several buses are still to come, and how many are missing: two words, and never one sum."""
    sought = {Standing.TO_COME: 0, Standing.MISSING: 0}
    for state, figures in buses:
        sought[sought_as(state)] += figures.sought
    return sought


def counted(state: BusState, people: Mapping[Relation, int]) -> Tally:
    """Return the figures of a bus from how many people are related to it in which way."""
    standings = dict.fromkeys(Standing, 0)
    for relation, count in people.items():
        standings[standing(state, relation)] += count
    return tally(standings)


def tally(of: Mapping[Standing, int]) -> Tally:
    """Return the figures of a manifest from how many people stand how; each standing must be there."""
    aboard, sought = of[Standing.ABOARD], of[Standing.TO_COME] + of[Standing.MISSING]
    return Tally(
        listed=aboard + of[Standing.SAFE] + of[Standing.ACCOUNTED] + sought,
        aboard=aboard + of[Standing.UNLISTED],
        unlisted=of[Standing.UNLISTED],
        safe=of[Standing.SAFE],
        accounted=of[Standing.ACCOUNTED],
    )
