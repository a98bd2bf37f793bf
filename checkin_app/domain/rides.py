"""On which bus's list a delegate stands, folded from what was said of that and from nothing else."""

from collections.abc import Iterable
from dataclasses import dataclass

from checkin_app.domain.facts import Fact
from checkin_app.domain.following import in_order
from checkin_app.domain.ids import BusCode, FactId
from checkin_app.domain.kinds.rides import RideAssigned
from checkin_app.domain.scans import place_of, taken_back


@dataclass(frozen=True, slots=True)
class Ride:
    """The seat that a delegate was given."""

    bus: BusCode | None = None
    """The bus this delegate is listed on."""
    edits: tuple[FactId, ...] = ()
    """The assignments that a new one must name; more than one says different things apart."""
    listed: tuple[BusCode, ...] = ()
    """The buses those assignments name."""


NO_RIDE = Ride()


def fold_ride(facts: Iterable[Fact]) -> Ride:
    """Return a delegate's ride after `facts`, the same for any order and any duplicates.

    An assignment that another names is over, whatever their stamps; of those that nobody names, the latest holds.
    """
    ordered = in_order(facts)
    undone = taken_back(ordered)
    standing = [
        (fact.fact_id, fact.said)
        for fact in ordered
        if isinstance(fact.said, RideAssigned) and place_of(fact) not in undone
    ]
    superseded = {former for _, said in standing for former in said.supersedes}
    assignments = {fact_id: said.bus or None for fact_id, said in standing if fact_id not in superseded}
    return Ride(
        bus=list(assignments.values())[-1] if assignments else None,
        edits=tuple(assignments),
        listed=tuple(sorted({bus for bus in assignments.values() if bus})),
    )
