"""Where a delegate has been: sessions entered and buses boarded, folded from accepted scans."""

from collections.abc import Container, Iterable
from enum import StrEnum

from msgspec import Struct, structs

from checkin_app.domain.facts import Fact
from checkin_app.domain.following import in_order
from checkin_app.domain.ids import BusCode, CheckpointId, FactId, Instant, StationId, bus_of, station_of
from checkin_app.domain.kinds.rides import RideLeft, Saying
from checkin_app.domain.kinds.scans import Attendance, PresenceSettled
from checkin_app.domain.outcomes import Reason
from checkin_app.domain.rides import NO_RIDE, Ride, Said
from checkin_app.domain.scans import lets_pass, place_of, taken_back

_WENT = frozenset({Reason.LEFT, Reason.GOT_OFF})


class Direction(StrEnum):
    IN = "in"
    OUT = "out"


class Presence(Struct, frozen=True):
    """A delegate at one checkpoint: inside (or aboard) or not, since when, seen by which station."""

    checkpoint: CheckpointId
    rehearsal: bool
    inside: bool
    first_at: Instant
    since: Instant
    station: StationId
    fact_id: FactId
    admissions: tuple[FactId, ...] = ()
    """First admissions to a session; more than one says that two stations apart each let this badge in."""


class Movements(Struct, frozen=True):
    """Where a delegate was seen, and on which bus's list they stand: folded apart, and asked for together."""

    presences: tuple[Presence, ...] = ()
    ride: Ride = NO_RIDE
    aboard: tuple[Presence, ...] = ()
    """On which buses the delegate is; more than one is a contradiction for a person."""

    @classmethod
    def of(cls, presences: tuple[Presence, ...], ride: Ride) -> "Movements":
        aboard = [each for each in presences if each.inside and bus_of(each.checkpoint)]
        return cls(presences, ride, tuple(aboard))

    @property
    def bus(self) -> BusCode | None:
        """Return the bus this delegate is listed on."""
        return self.ride.bus

    @property
    def any_stands(self) -> bool:
        """Return whether they were seen anywhere or are on a list."""
        return bool(self.presences) or self.bus is not None or self.ride.said is not None

    def said(self, *, rehearsal: bool) -> Said | None:
        """Return what was said of the ride, if the badge was not seen at any bus since: whoever is aboard is aboard.

        A transfer stands until its two halves were seen.
        """
        said = self.ride.said
        if said is None or said.rehearsal != rehearsal:
            return None
        if said.what is Saying.TRANSFER:
            return None if is_through(said, self.on_buses(rehearsal=rehearsal)) else said
        return said if all(_is_known(each, said) for each in self.at_buses(rehearsal=rehearsal)) else None

    def at_buses(self, *, rehearsal: bool) -> tuple[Presence, ...]:
        """Return at which buses they were seen, the oldest movement first."""
        return tuple(each for each in self.presences if each.rehearsal == rehearsal and bus_of(each.checkpoint))

    def on_buses(self, *, rehearsal: bool) -> frozenset[BusCode]:
        """Return which buses they are aboard."""
        aboard = (bus_of(each.checkpoint) for each in self.aboard if each.rehearsal == rehearsal)
        return frozenset(each for each in aboard if each)

    def at(self, checkpoint: CheckpointId, *, rehearsal: bool) -> Presence | None:
        for each in self.presences:
            if each.checkpoint == checkpoint and each.rehearsal == rehearsal:
                return each
        return None


def _is_known(seen: Presence, said: Said) -> bool:
    return not seen.inside and seen.fact_id in said.known


def is_through(transfer: Said, aboard: Container[BusCode]) -> bool:
    """Return whether both halves of a transfer were seen: off the one bus, on the other."""
    return transfer.bus in aboard and transfer.leaves not in aboard


def fold_presences(facts: Iterable[Fact], without: Iterable[FactId] = ()) -> tuple[Presence, ...]:
    """Return where a delegate was seen after `facts`, the same for any order and any duplicates.

    Those in `without` count as taken back.

    A boarding that knew of an earlier one elsewhere moves the delegate; two that did not know of each other
    both stand until a person says which is true.  Stamps order only those that did not know of each other: a
    laptop whose clock runs ahead must not keep aboard who was seen getting off.
    """
    ordered = in_order(facts)
    undone = taken_back(ordered, without)
    presences: dict[tuple[CheckpointId, bool], Presence] = {}
    for fact in ordered:
        if place_of(fact) not in undone and lets_pass(fact):
            _move(presences, fact)
    return tuple(presences.values())


def move_on(before: tuple[Presence, ...], scan: Fact) -> tuple[Presence, ...]:
    """Return `before` after one accepted scan that is later than everything in it.

    What `fold_presences` returns for all facts and this one, without reading them again.
    """
    presences = {(each.checkpoint, each.rehearsal): each for each in before}
    _move(presences, scan)
    return tuple(presences.values())


def _move(presences: dict[tuple[CheckpointId, bool], Presence], fact: Fact) -> None:
    seen = fact.said_as(Attendance)
    key = (seen.checkpoint, seen.rehearsal)
    former = presences.pop(key, None)
    if isinstance(seen, PresenceSettled) and seen.absent:
        return
    if isinstance(seen, RideLeft) and former is None:
        return  # whatever was said of a boarding that is taken back, nobody was seen
    admissions = former.admissions if former else ()
    if seen.reason is Reason.ADMITTED:
        admissions = (*admissions, fact.fact_id)
    presences[key] = Presence(
        seen.checkpoint,
        seen.rehearsal,
        seen.reason not in _WENT,
        former.first_at if former else fact.at,
        fact.at,
        station_of(fact.log_id),
        fact.fact_id,
        admissions,
    )
    for left in seen.moved_from or ():
        _leave(presences, (left, seen.rehearsal), fact)


def _leave(presences: dict[tuple[CheckpointId, bool], Presence], left: tuple[CheckpointId, bool], fact: Fact) -> None:
    former = presences.pop(left, None)
    if former:
        station = station_of(fact.log_id)
        presences[left] = structs.replace(former, inside=False, since=fact.at, station=station, fact_id=fact.fact_id)
