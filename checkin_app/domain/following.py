"""Which facts follow which: what somebody knew when they wrote decides, and stamps only between those apart.

A fact about a state names in ``after`` the facts that its writer knew of.  Facts written before there was such a
list have none, and follow those of smaller stamps that have none either: that is the rule they were written under.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from graphlib import TopologicalSorter
from heapq import heappop, heappush

from msgspec import UNSET

from checkin_app.domain.facts import Fact
from checkin_app.domain.ids import FactId
from checkin_app.domain.kinds.body import Known


def heads(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Return the facts that no other follows, by their stamps; the last one holds.

    The same for any order and any duplicates.  More than one says that laptops apart wrote different things.
    """
    ordered = _by_stamp(facts)
    followed = {ordered[place].fact_id for some in _known(ordered) for place in some}
    unnaming = [fact for fact in ordered if _after(fact) is UNSET]
    open_ended = [fact for fact in ordered if _after(fact) is not UNSET or fact is unnaming[-1]]
    return tuple(fact for fact in open_ended if fact.fact_id not in followed)


def named(fact: Fact) -> tuple[FactId, ...]:
    return _after(fact) or ()


def in_order(facts: Iterable[Fact], names: Callable[[Fact], Iterable[FactId]] = named) -> list[Fact]:
    """Return facts by their stamps, but none before one that its writer names as known: a clock may be wrong."""
    ordered = _by_stamp(facts)
    known = _known(ordered, names)
    return ordered if _by_place(known) else [ordered[place] for place in _least_first(known)]


def _after(fact: Fact) -> Known:
    return fact.said.after if fact.said else UNSET


def _by_stamp(facts: Iterable[Fact]) -> list[Fact]:
    return sorted({fact.order: fact for fact in facts}.values(), key=lambda each: each.order)


def _known(ordered: Sequence[Fact], names: Callable[[Fact], Iterable[FactId]] = named) -> list[list[int]]:
    """Return for each fact the places of those it follows.

    Facts that name themselves or each other are nobody's honest work: among those of one circle only the stamps
    count, and every other fact keeps what it names.
    """
    places = {fact.fact_id: place for place, fact in enumerate(ordered)}
    known = [[places[name] for name in names(fact) if name in places] for fact in ordered]
    if _by_place(known):
        return known
    circles = _circles(known)
    return [
        [earlier for earlier in some if earlier < place or circles[earlier] != circles[place]]
        for place, some in enumerate(known)
    ]


def _by_place(known: Sequence[Sequence[int]]) -> bool:
    return all(earlier < place for place, some in enumerate(known) for earlier in some)


def _circles(known: Sequence[Sequence[int]]) -> dict[int, int]:
    """Return for each place one that stands for its circle: those that lead to it and are led to by it (Kosaraju).

    Our own, in time that grows with the names alone: graphlib finds one circle at a time, and a faulty laptop
    may write very many.
    """
    following: list[list[int]] = [[] for _ in known]
    for place, some in enumerate(known):
        for earlier in some:
            following[earlier].append(place)
    circles: dict[int, int] = {}
    for start in reversed(_left_in_order(known)):
        reached = [start]
        while reached:
            place = reached.pop()
            if place not in circles:
                circles[place] = start
                reached += following[place]
    return circles


def _left_in_order(known: Sequence[Sequence[int]]) -> list[int]:
    """Return the places as a walk down from each leaves them for good; `~place` stands for leaving it."""
    met: set[int] = set()
    left: list[int] = []
    for start in range(len(known)):
        steps = [start]
        while steps:
            place = steps.pop()
            if place < 0:
                left.append(~place)
            elif place not in met:
                met.add(place)
                steps += [~place, *known[place]]
    return left


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
