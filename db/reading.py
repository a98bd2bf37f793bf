"""What a transaction reads before it decides: single rows by key, from projections that are up to date."""

from collections.abc import Collection, Mapping, Sequence
from collections.abc import Set as AbstractSet

from checkin_app.domain import acts
from checkin_app.domain.canonical import Json
from checkin_app.domain.contradictions import Conflict, Settlement
from checkin_app.domain.delegates import BadgeStanding, Delegate
from checkin_app.domain.enrolment import Enrolment
from checkin_app.domain.facts import Fact
from checkin_app.domain.forum import Forum
from checkin_app.domain.ids import (
    BusCode,
    CategoryId,
    CheckpointId,
    ContradictionId,
    DelegateId,
    Digest,
    FactId,
    LogId,
    RouteId,
    StationId,
    Subject,
    delegate_subject,
    station_of,
)
from checkin_app.domain.kinds.body import Aspect
from checkin_app.domain.lists.again import Revocation
from checkin_app.domain.merges import Merge
from checkin_app.domain.movements import Movements, fold_presences
from checkin_app.domain.operations import Operation
from checkin_app.domain.registers import Registers
from checkin_app.services.ports.stations import Station
from db import contradictions, counting, forum_versions, operation_reads, records, taken_lists, wheelchairs
from db.bus_reads import BusReading
from db.counting import Counted
from db.engine import Link
from db.job_reads import JobReading
from db.log import documents, facts, heads
from db.operator_reads import OperatorReading
from db.projections import (
    badges,
    forums,
    merges,
    operations,
    people,
    presences,
    scans,
    settlements,
    stations,
)
from db.projections.columns import storable
from db.projections.forums import Forums
from db.projections.person import movements_of, person
from db.sayings import RideReading


class Reads(OperatorReading, BusReading, RideReading, JobReading):
    """The reading half of a unit of work."""

    def __init__(self, link: Link, station: Station, forums: Forums) -> None:
        self._link, self._station, self._forums = link, station, forums

    def _settle(self, only: Subject | Aspect | None = None) -> None:
        """Bring the projections of one subject or aspect, or all, up to what was recorded; nothing was, here."""

    @property
    def forum(self) -> Forum:
        self._settle(Aspect.FORUM)
        return self._forums.current(self._link)

    def forum_file(self) -> bytes:
        self._settle(Aspect.FORUM)
        return self._forums.file(self._link)

    def forum_versions(self) -> Sequence[Fact]:
        self._settle(Aspect.FORUM)
        return forums.standing(self._link)

    def guests_of(self, category: CategoryId) -> int:
        self._settle()
        return people.of_category(self._link, category)

    def guests_for(self, route: RouteId) -> int:
        self._settle()
        return people.for_route(self._link, route)

    def guests_at(self, checkpoint: CheckpointId) -> int:
        self._settle()
        return presences.guests_at(self._link, checkpoint)

    @property
    def station(self) -> Station:
        return self._station

    def delegate(self, delegate: DelegateId) -> Delegate | None:
        self._settle(delegate_subject(delegate))
        return people.one(self._link, delegate) or self._standing_for(delegate)

    def _standing_for(self, delegate: DelegateId) -> Delegate | None:
        root = self.root_of(delegate)
        return people.one(self._link, root) if root else None

    def root_of(self, delegate: DelegateId) -> DelegateId | None:
        self._settle()
        return merges.root_of(self._link, delegate)

    def voided(self, root: DelegateId) -> Sequence[DelegateId]:
        self._settle()
        return merges.voided(self._link, root)

    def merge(self, delegate: DelegateId) -> Merge:
        self._settle()
        return merges.one(self._link, delegate)

    def person(self, delegate: DelegateId) -> tuple[Delegate | None, BadgeStanding, Movements]:
        self._settle(delegate_subject(delegate))
        return person(self._link, delegate)

    def delegate_edits(self, delegate: DelegateId) -> Registers:
        self._settle(delegate_subject(delegate))
        if merges.root_of(self._link, delegate):
            known = records.of_voided(self._link, [delegate])
            return known[delegate][1] if known else Registers({})
        return people.edits_of(self._link, delegate)

    def delegate_by_alias(self, code: str) -> DelegateId | None:
        self._settle()
        return people.sole(people.called(self._link, code)) if code else None

    def delegate_by_ticket(self, scan: str) -> DelegateId | None:
        self._settle()
        return people.sole(people.ticketed(self._link, scan))

    def delegates(self) -> Mapping[DelegateId, Delegate]:
        self._settle()
        return people.every(self._link)

    def voided_delegates(self) -> Mapping[DelegateId, Delegate]:
        self._settle()
        known = records.of_voided(self._link, merges.every_voided(self._link))
        return {who: value for who, (value, _) in known.items()}

    def last_badge_no(self, prefix: str, longest: int = 12) -> int:
        self._settle()
        return people.last_badge_no(self._link, prefix, longest)

    def badge_no_is_borne(self, number: str) -> bool:
        self._settle()
        return bool(people.bearing(self._link, number) or people.bore(self._link, number))

    def withdrawn_numbers(self) -> Collection[str]:
        self._settle()
        return people.withdrawn_numbers(self._link)

    def badge(self, delegate: DelegateId) -> BadgeStanding:
        self._settle(delegate_subject(delegate))
        return badges.one(self._link, delegate)

    def revocations(self) -> Mapping[DelegateId, Revocation]:
        self._settle(Aspect.BADGE)
        return operation_reads.revocations(self._link)

    def movements(self, delegate: DelegateId) -> Movements:
        self._settle(delegate_subject(delegate))
        who = merges.root_of(self._link, delegate) or delegate
        return movements_of(self._link, [who])[who]

    def movements_without(self, delegate: DelegateId, fact: FactId) -> Movements:
        subject = delegate_subject(self.root_of(delegate) or delegate)
        known = merges.facts_of(self._link, Counted(self._link), Aspect.MOVEMENT, [subject])
        left = fold_presences(known[subject], without=(fact,))
        return Movements.of(left, self.movements(delegate).ride)

    def aboard(self, code: BusCode, *, rehearsal: bool) -> int:
        self._settle()
        return presences.aboard(self._link, code, rehearsal=rehearsal)

    def accessible_aboard(self, code: BusCode, *, rehearsal: bool) -> int:
        self._settle()
        return presences.accessible_aboard(self._link, code, rehearsal=rehearsal)

    def holders(self, code: BusCode, *, rehearsal: bool) -> int:
        self._settle()
        return presences.holders(self._link, code, rehearsal=rehearsal)

    def accessible_holders(self, code: BusCode, *, rehearsal: bool) -> int:
        self._settle()
        return presences.accessible_holders(self._link, code, rehearsal=rehearsal)

    def accessible_expected(self, code: BusCode, *, rehearsal: bool) -> int:
        self._settle()
        return wheelchairs.of_bus(self._link, code, rehearsal=rehearsal).expected

    def keys(self, key_id: bytes) -> Sequence[bytes]:
        self._settle(Aspect.STATION)
        return stations.keys(self._link, key_id)

    def enrolments(self) -> Sequence[Enrolment]:
        self._settle(Aspect.STATION)
        return stations.enrolments(self._link)

    def heads_of_station(self, station: StationId) -> Mapping[LogId, int]:
        self._settle()
        return {
            log_id: head.seq for log_id, head in heads.heads_of(self._link).items() if station_of(log_id) == station
        }

    def fact(self, fact: FactId) -> Fact | None:
        self._settle()
        return facts.called(self._link, FactId(storable(fact)), self._station.id)

    def act_of(self, fact: Fact) -> Sequence[Fact]:
        self._settle()
        before, most = fact.seq - acts.MOST - 1, 2 * acts.MOST + 1
        return acts.of_one_act(fact, lambda: facts.above(self._link, fact.log_id, before, most))

    def last_actions(self, limit: int) -> Sequence[Fact]:
        self._settle()
        return scans.last_actions(self._link, self._station.id, limit)

    def document(self, digest: Digest) -> bytes | None:
        return documents.content(self._link, digest)

    def arrival(self) -> int:
        self._settle()
        return operation_reads.arrival(self._link)

    def written_since(self, arrival: int, kinds: Collection[str]) -> Mapping[LogId, AbstractSet[Subject]] | None:
        self._settle()
        return operation_reads.written_since(self._link, arrival, kinds)

    def conflict(self, contradiction: ContradictionId) -> Conflict | None:
        self._settle()
        found = contradictions.one(self._link, contradiction)
        return next(iter(forum_versions.told(self._link, self._forums, [found] if found else [])), None)

    def settlement(self, contradiction: ContradictionId) -> Settlement | None:
        self._settle()
        return settlements.one(self._link, contradiction)

    def operation(self, log_id: LogId) -> Operation | None:
        self._settle()
        return operations.one(self._link, log_id)

    def unfinished(self) -> Sequence[LogId]:
        self._settle()
        return operations.unfinished(self._link, self._station.id)

    def left_to_count(self) -> int:
        self._settle()
        return counting.left(self._link)

    def list_documents(self, most: int) -> Mapping[LogId, Mapping[str, Json]]:
        self._settle()
        return taken_lists.documents_of(self._link, most)

    def named_by_lists(self, lists: Sequence[LogId]) -> Mapping[LogId, Collection[DelegateId]]:
        self._settle()
        return taken_lists.named_by(self._link, lists)

    def in_use(self, operation: LogId, since: int = 0) -> Sequence[DelegateId]:
        self._settle()
        return operation_reads.in_use(self._link, operation, since)

    def last_made(self, what: str) -> LogId | None:
        self._settle()
        return operation_reads.last_made(self._link, what)

    def said_by(self, operation: LogId, kind: str) -> Sequence[Subject]:
        self._settle()
        return operation_reads.said_by(self._link, operation, kind)

    def gone_riders(self) -> Sequence[DelegateId]:
        self._settle()
        return operation_reads.gone_riders(self._link)
