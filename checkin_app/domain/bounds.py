"""What is not taken from a laptop, though it signed it: what only coordinators may say, and all since it was shut out."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from checkin_app.domain.chain import Why
from checkin_app.domain.facts import Fact
from checkin_app.domain.ids import LogId, StationId, station_of
from checkin_app.domain.kinds.registry import BY_COORDINATORS
from checkin_app.domain.kinds.stations import StationRevoked


@dataclass(frozen=True, slots=True)
class Bounds:
    """How far laptops are believed."""

    desks: Collection[StationId] = ()
    """Those that a coordinator let in as desks."""
    trusted: Mapping[StationId, Mapping[LogId, int]] = field(default_factory=dict)
    """Of those that were shut out, how far each of their logs was theirs; what is beyond is whoever has them now."""

    def refusal(self, fact: Fact) -> Why | None:
        """Return why a fact is not taken that its station signed; None where it is."""
        station = station_of(fact.log_id)
        if station in self.trusted and fact.seq > self.trusted[station].get(fact.log_id, 0):
            return Why.REVOKED
        return Why.ROLE if station in self.desks and fact.kind in BY_COORDINATORS else None


def trusted_by(revocations: Iterable[StationRevoked]) -> Mapping[StationId, Mapping[LogId, int]]:
    """Return how far the logs of those who were shut out are trusted: as far as any coordinator knew them."""
    trusted: dict[StationId, dict[LogId, int]] = {}
    for each in revocations:
        logs = trusted.setdefault(each.station, {})
        for log_id, seq in each.trusted.items():
            logs[log_id] = max(seq, logs.get(log_id, 0))
    return trusted
