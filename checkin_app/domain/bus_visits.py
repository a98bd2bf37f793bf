"""Where a bus was on its ride, folded from its moves and from what was said of stops.  Pure."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from checkin_app.domain.buses import BEFORE_A_RIDE, BusState
from checkin_app.domain.facts import Fact
from checkin_app.domain.ids import FactId, Instant
from checkin_app.domain.kinds.buses import BusMove
from checkin_app.domain.kinds.head_counts import BusReleased
from checkin_app.domain.kinds.stops import (
    BusArrivalUndone,
    BusArrived,
    BusDepartureUndone,
    StopRestored,
    StopSkipped,
)
from checkin_app.domain.stops import Skip, Visit


class Ride(NamedTuple):
    """The moves of a bus since it was last at its place."""

    moves: Sequence[Fact]
    rests: frozenset[FactId]
    """The moves with which it came to rest there, and was made ready."""
    is_first: bool

    def holds(self, after: Collection[FactId]) -> bool:
        """Return whether what was said by somebody who knew of these moves was said of this ride."""
        if not after:
            return self.is_first
        return not self.rests.isdisjoint(after) or any(fact.fact_id in after for fact in self.moves)


def last_ride(ordered: Sequence[Fact]) -> Ride:
    """Return the last ride of a bus from all its moves, in order."""
    rests = [fact.said_as(BusMove).becomes in BEFORE_A_RIDE for fact in ordered]
    first = next((place + 1 for place in range(len(rests) - 1, -1, -1) if rests[place]), 0)
    begun = first
    while begun and rests[begun - 1]:
        begun -= 1
    return Ride(ordered[first:], frozenset(fact.fact_id for fact in ordered[begun:first]), not begun)


def fold_visits(moves: Iterable[Fact]) -> tuple[Visit, ...]:
    """Return where a bus was by the moves of one ride, in order; doors opened on the way make a stop without a name."""
    visits: list[Visit] = []
    for fact in moves:
        if not visits:
            visits.append(Visit())
        _moved(visits, fact)
    return tuple(visits)


def returned_at(moves: Iterable[Fact]) -> Instant | None:
    """Return when a bus came back for good; None as long as it did not, or was sent out again."""
    back: Instant | None = None
    for fact in moves:
        state = fact.said_as(BusMove).becomes
        if state is BusState.RETURNED:
            back = fact.at
        elif state is BusState.BOARDING:
            back = None
    return back


def fold_skips(facts: Iterable[Fact], ride: Ride, reason: Callable[[Fact], str]) -> tuple[Skip, ...]:
    """Return the stops that a bus passes by on a ride; `reason` returns why, of a fact."""
    some = list(facts)
    restored = {fact.said.fact for fact in some if isinstance(fact.said, StopRestored)}
    skipped = {
        fact.order: Skip(fact.fact_id, fact.said.stop, reason(fact))
        for fact in some
        if isinstance(fact.said, StopSkipped) and fact.fact_id not in restored and ride.holds(fact.said.after)
    }
    return tuple(skipped[order] for order in sorted(skipped))


def _moved(visits: list[Visit], fact: Fact) -> None:
    said, last = fact.said_as(BusMove), visits[-1]
    match said:
        case BusArrived(stop=stop):
            visits.append(Visit(stop, fact.fact_id, fact.at))
        case BusArrivalUndone(fact=undone):
            visits[:] = [each for each in visits if each.arrival != undone]
        case BusDepartureUndone(fact=undone):
            visits[:] = [_stayed(each) if each.departure == undone else each for each in visits]
        case BusReleased(people=people):
            visits[-1] = replace(last, people=people)
        case _ if said.becomes is BusState.BOARDING and last.left is not None:
            visits.append(Visit("", fact.fact_id, fact.at))
        case _ if said.becomes is BusState.DEPARTED and last.left is None:
            visits[-1] = replace(last, departure=fact.fact_id, left=fact.at)
        case _:
            pass


def _stayed(visit: Visit) -> Visit:
    return replace(visit, departure=None, left=None)
