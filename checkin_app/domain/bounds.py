"""What is not taken from a laptop, though it signed it: what only coordinators may say, and all since it was shut out."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field

from checkin_app.domain.chain import Why
from checkin_app.domain.enrolment import Role
from checkin_app.domain.facts import Fact
from checkin_app.domain.hlc import Hlc
from checkin_app.domain.ids import LogId, StationId, station_of
from checkin_app.domain.kinds.registry import BY_COORDINATORS
from checkin_app.domain.kinds.stations import StationAdmitted, StationRevoked


@dataclass(frozen=True, slots=True)
class Bounds:
    """How far laptops are believed."""

    desks: Collection[StationId] = ()
    """Those that a coordinator let in as desks."""
    since: Callable[[], Mapping[StationId, Hlc]] = dict
    """Returns since when those of them are desks that were coordinators' before: what they said as such stands."""
    trusted: Mapping[StationId, Mapping[LogId, int]] = field(default_factory=dict)
    """Of those that were shut out, how far each of their logs was theirs; what is beyond is whoever has them now."""

    def refusal(self, fact: Fact) -> Why | None:
        """Return why a fact is not taken that its station signed; None where it is."""
        station = station_of(fact.log_id)
        if station in self.trusted and fact.seq > self.trusted[station].get(fact.log_id, 0):
            return Why.REVOKED
        if station not in self.desks or fact.kind not in BY_COORDINATORS:
            return None
        return Why.ROLE if fact.hlc >= self.since().get(station, 0) else None


def trusted_by(revocations: Iterable[StationRevoked]) -> Mapping[StationId, Mapping[LogId, int]]:
    """Return how far the logs of those who were shut out are trusted: as far as any coordinator knew them."""
    trusted: dict[StationId, dict[LogId, int]] = {}
    for each in revocations:
        logs = trusted.setdefault(each.station, {})
        for log_id, seq in each.trusted.items():
            logs[log_id] = max(seq, logs.get(log_id, 0))
    return trusted


def desks_since(facts: Iterable[Fact]) -> Mapping[StationId, Hlc]:
    """Return since when laptops are desks that had been let in as coordinators'.

    Else whoever joins later would miss all that such a laptop recorded after it had let somebody in.
    """
    were: set[StationId] = set()
    since: dict[StationId, Hlc] = {}
    for each in sorted(facts, key=lambda fact: fact.order):
        said = each.said
        if isinstance(said, StationAdmitted) and said.role is Role.COORDINATOR:
            were.add(said.station)
        elif isinstance(said, StationAdmitted) and said.station in were:
            since[said.station] = each.hlc
            were.discard(said.station)
    return since
