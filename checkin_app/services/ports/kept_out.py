"""What other stations brought that is not part of the record here: refused, waiting, set aside, not yet whole."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from checkin_app.domain.chain import Why
from checkin_app.domain.facts import Fact
from checkin_app.domain.ids import FactId, Instant, LogId, StationId
from checkin_app.domain.sync.status import Gap


@dataclass(frozen=True, slots=True)
class KeptOutFact:
    """One fact that was offered and not taken, by its place; nothing that it says is in here."""

    log_id: LogId
    seq: int
    fact_id: FactId
    why: Why


def kept_out(facts: Iterable[Fact], why: Why) -> list[KeptOutFact]:
    return [KeptOutFact(each.log_id, each.seq, each.fact_id, why) for each in facts]


@dataclass(frozen=True, slots=True)
class Offered:
    """What one station has for another, each log's in sequence."""

    facts: tuple[Fact, ...]
    malformed: tuple[KeptOutFact, ...] = ()
    """Places at which something stands that is no fact."""

    @property
    def reached(self) -> Mapping[LogId, int]:
        """Return how far this is of each log."""
        ends: dict[LogId, int] = {}
        places = [(each.log_id, each.seq) for each in self.facts]
        places += [(each.log_id, each.seq) for each in self.malformed]
        for log_id, seq in places:
            ends[log_id] = max(ends.get(log_id, 0), seq)
        return ends


@dataclass(frozen=True, slots=True)
class Group:
    """What was kept out of one station's facts for one reason."""

    station: StationId
    """Empty where no station can be named."""
    name: str
    why: Why
    count: int
    last: Instant
    """When one of them was offered last."""
    examples: tuple[KeptOutFact, ...]
    """The first of each of some logs."""


@dataclass(frozen=True, slots=True)
class KeptOut:
    """What is kept out at the moment: what has come after all is not in here any more."""

    groups: tuple[Group, ...] = ()
    set_aside: int = 0
    """Facts that another stands in the place of."""
    documents: int = 0
    """Documents that facts name and no station has brought."""

    @property
    def refused(self) -> int:
        return sum(each.count for each in self.groups if each.why is not Why.GAP)

    @property
    def waiting(self) -> int:
        return sum(each.count for each in self.groups if each.why is Why.GAP)

    @property
    def facts(self) -> int:
        """Return how many facts others brought that do not count here."""
        return self.refused + self.waiting + self.set_aside

    def gaps(self, vector: Mapping[LogId, int]) -> tuple[Gap, ...]:
        """Return what goes before facts that wait, where `vector` says how far each log has come."""
        return tuple(
            Gap(group.station, group.name, vector.get(each.log_id, 0) + 1, each.seq - 1)
            for group in self.groups
            if group.why is Why.GAP
            for each in group.examples
        )
