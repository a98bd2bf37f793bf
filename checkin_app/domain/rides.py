"""On which bus's list a delegate stands, and what was said of their ride, folded from that and from nothing else."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from msgspec import UNSET

from checkin_app.domain.facts import Fact
from checkin_app.domain.following import in_order
from checkin_app.domain.ids import BusCode, FactId, Instant, RouteId, StationId, bus_of, station_of
from checkin_app.domain.kinds.rides import RideAssigned, RideLeft, RideSaid, Saying
from checkin_app.domain.scans import place_of, taken_back

#: Of what was said apart, which counts: whoever is looked for is looked for until a person knows of both.
_CAUTION: Mapping[Saying, int] = {
    each: place
    for place, each in enumerate(
        (
            Saying.RETURNED,
            Saying.NO_SHOW,
            Saying.EXCUSED,
            Saying.OFFLOADED,
            Saying.STANDBY,
            Saying.TRANSFER,
            Saying.NO_SHOW_ASKED,
            Saying.UNBOARDED,
            Saying.MISSING,
        )
    )
}


@dataclass(frozen=True, slots=True)
class Said:
    """What was said of a ride last."""

    what: Saying
    rehearsal: bool
    at: Instant
    order: str
    """As the facts are ordered; who waits, waits in this order."""
    fact_id: FactId
    known: tuple[FactId, ...]
    """What whoever said so knew of, and that they did: a badge seen by any other fact was seen since."""
    bus: BusCode | None = None
    leaves: BusCode | None = None
    route: RouteId | None = None
    heads: tuple[FactId, ...] = ()
    """All that nothing follows, what was said apart among it: what is said next must name it."""


@dataclass(frozen=True, slots=True)
class Ride:
    """The seat that a delegate was given."""

    bus: BusCode | None = None
    """The bus this delegate is listed on."""
    edits: tuple[FactId, ...] = ()
    """The assignments that a new one must name; more than one says different things apart."""
    listed: tuple[BusCode, ...] = ()
    """The buses those assignments name."""
    said: Said | None = None
    """What was said of it on the list as it is; whether it holds, where they were seen since tells."""


NO_RIDE = Ride()


def fold_ride(facts: Iterable[Fact]) -> Ride:
    """Return a delegate's ride after `facts`, the same for any order and any duplicates.

    An assignment that another names is over, whatever their stamps; of those that nobody names, the latest holds.
    """
    ordered = in_order(facts, _named)
    undone = taken_back(ordered)
    standing = [fact for fact in ordered if place_of(fact) not in undone]
    given = [(fact.fact_id, fact.said) for fact in standing if isinstance(fact.said, RideAssigned)]
    superseded = {former for _, said in given for former in said.supersedes}
    assignments = {fact_id: said.bus or None for fact_id, said in given if fact_id not in superseded}
    return Ride(
        bus=list(assignments.values())[-1] if assignments else None,
        edits=tuple(assignments),
        listed=tuple(sorted({bus for bus in assignments.values() if bus})),
        said=_said_last(standing, assignments.keys()),
    )


def _named(fact: Fact) -> Sequence[FactId]:
    match fact.said:
        case RideSaid(knows=knows) | RideLeft(knows=knows):
            return knows
        case _:
            return ()


def _said_last(standing: Sequence[Fact], assignments: Iterable[FactId]) -> Said | None:
    """Return what was said last, of the forum before its rehearsal, by those who knew the list as it is."""
    if not (told := [fact for fact in standing if isinstance(fact.said, RideSaid | RideLeft)]):  # of nearly everybody
        return None
    asked = {fact.fact_id: fact for fact in told if isinstance(fact.said, RideSaid)}
    valid = [fact for fact in told if _is_confirmed(fact, asked)]
    followed = {name for fact in valid for name in _named(fact) if name != fact.fact_id}
    heads = tuple(fact.fact_id for fact in valid if fact.fact_id not in followed)
    last = [_said(fact, heads) for fact in valid if fact.fact_id in heads]
    known = [each for each in last if set(assignments) <= {*each.known}]
    return max(known, key=lambda each: (not each.rehearsal, _CAUTION[each.what], each.order), default=None)


def _is_confirmed(fact: Fact, asked: Mapping[FactId, Fact]) -> bool:
    """Return whether what takes two people was said by two: who asked for it does not confirm it."""
    said = fact.said
    if not isinstance(said, RideSaid | RideLeft) or said.what is not Saying.NO_SHOW:
        return True
    first = asked.get(said.confirms) if isinstance(said, RideSaid) and said.confirms else None
    if first is None or first.said_as(RideSaid).what is not Saying.NO_SHOW_ASKED:
        return False
    return are_two(Voice.of(first), Voice.of(fact))


@dataclass(frozen=True, slots=True)
class Voice:
    """Who says something, as far as can be told."""

    by: str
    """By name, or as signed in; empty where nobody is named."""
    signed_in: bool
    station: StationId

    @classmethod
    def of(cls, fact: Fact) -> "Voice":
        said = fact.said
        named = said.by if isinstance(said, RideSaid) else UNSET
        return cls(named or "", bool(fact.actor), station_of(fact.log_id))


def are_two(first: Voice, second: Voice) -> bool:
    """Return whether two things were said by two people.

    Where people sign in, by who they are, which `operators.objection` proves; else by their names, or their laptops.
    """
    if first.by and second.by:
        return first.by != second.by
    return not (first.signed_in and second.signed_in) and first.station != second.station


def _said(fact: Fact, heads: tuple[FactId, ...]) -> Said:
    said = fact.said
    known = (*_named(fact), fact.fact_id)
    common = fact.at, "{:020d}:{}:{:012d}".format(*fact.order), fact.fact_id, known
    if isinstance(said, RideLeft):
        return Said(said.what, said.rehearsal, *common, bus_of(said.checkpoint), heads=heads)
    told = fact.said_as(RideSaid)
    where = told.bus or None, told.leaves or None, told.route or None
    return Said(told.what, told.rehearsal, *common, *where, heads)
