"""Which record stands for which, whatever order laptops heard of it in.  Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from checkin_app.domain.facts import Fact
from checkin_app.domain.following import heads
from checkin_app.domain.ids import DelegateId, FactId
from checkin_app.domain.kinds.merges import DelegateMerged


@dataclass(frozen=True, slots=True)
class Merge:
    """What was said of one record."""

    into: DelegateId | None = None
    """The record that stands for it; None where it stands by itself."""
    facts: tuple[FactId, ...] = ()
    """Those that nothing follows, the one in force last: what a new one must name."""
    apart: bool = False
    """Laptops apart said different things; the last one holds until a person settles it."""


def fold_merge(who: DelegateId, facts: Iterable[Fact]) -> Merge:
    """Return what `facts` about one record come to, in any order; nobody stands for themselves."""
    last = heads(facts)
    said = [_into(fact) for fact in last]
    into = said[-1] if said and said[-1] != who else None
    return Merge(into, tuple(fact.fact_id for fact in last), apart=len(set(said)) > 1)


def _into(fact: Fact) -> DelegateId | None:
    return fact.said.into if isinstance(fact.said, DelegateMerged) else None


def roots(into: Mapping[DelegateId, DelegateId]) -> dict[DelegateId, DelegateId]:
    """Return of each record for which another stands the one that stands in the end.

    What was merged into a merged one goes with it.  Where laptops apart merged records in a circle, the one of the
    least id stands for all of them.
    """
    found: dict[DelegateId, DelegateId] = {}
    for who in into:
        path = [who]
        while (following := into.get(path[-1])) is not None and following not in path:
            path.append(following)
        circle = path[path.index(following) :] if following is not None else path[-1:]
        found[who] = min(circle)
    return {who: root for who, root in found.items() if who != root}
