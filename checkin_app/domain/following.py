"""Which facts follow which: what somebody knew when they wrote decides, and stamps only between those apart.

A fact about a state names in ``after`` the facts that its writer knew of.  Facts written before there was such a
list have none, and follow those of smaller stamps that have none either: that is the rule they were written under.
"""

from collections.abc import Iterable, Iterator, Sequence
from graphlib import CycleError, TopologicalSorter
from heapq import heappop, heappush

from checkin_app.domain.facts import Fact
from checkin_app.domain.ids import FactId


def heads(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Return the facts that no other follows, by their stamps; the last one holds.

    The same for any order and any duplicates.  More than one says that laptops apart wrote different things.
    """
    ordered = _by_stamp(facts)
    followed = {name for fact in ordered for name in named(fact) if name != fact.fact_id}
    unnaming = [fact for fact in ordered if "after" not in fact.content]
    open_ended = [fact for fact in ordered if "after" in fact.content or fact is unnaming[-1]]
    found = tuple(fact for fact in open_ended if fact.fact_id not in followed)
    return found or tuple(ordered[-1:])  # all follow each other in circles: nobody's honest work


def in_order(facts: Iterable[Fact]) -> list[Fact]:
    """Return facts by their stamps, but none before one that its writer names as known: a clock may be wrong."""
    ordered = _by_stamp(facts)
    places = {fact.fact_id: place for place, fact in enumerate(ordered)}
    known = [[places[name] for name in named(fact) if name in places] for fact in ordered]
    if all(earlier < place for place, some in enumerate(known) for earlier in some):
        return ordered
    try:
        return [ordered[place] for place in _least_first(known)]
    except CycleError:  # facts that name each other are nobody's honest work; any one order will do
        return ordered


def named(fact: Fact) -> tuple[FactId, ...]:
    return tuple(fact.content.get("after", ()))


def _by_stamp(facts: Iterable[Fact]) -> list[Fact]:
    return sorted({fact.order: fact for fact in facts}.values(), key=lambda each: each.order)


def _least_first(known: Sequence[Sequence[int]]) -> Iterator[int]:
    sorter = TopologicalSorter(dict(enumerate(known)))
    sorter.prepare()
    ready: list[int] = []
    while sorter.is_active():
        for place in sorter.get_ready():
            heappush(ready, place)
        least = heappop(ready)
        yield least
        sorter.done(least)
