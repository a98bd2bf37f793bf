"""What a transaction reads before it decides: single rows by key, from projections that are up to date."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa

from checkin_app.domain import acts
from checkin_app.domain.buses import Bus, BusRecord
from checkin_app.domain.delegates import BadgeStanding, Delegate
from checkin_app.domain.details import StoreFault
from checkin_app.domain.facts import Fact
from checkin_app.domain.forum import Forum
from checkin_app.domain.ids import (
    BusCode,
    DelegateId,
    Digest,
    FactId,
    JobId,
    LogId,
    RouteId,
    Subject,
    bus_checkpoint,
    bus_subject,
    delegate_subject,
    forum_subject,
)
from checkin_app.domain.kinds.body import Aspect
from checkin_app.domain.kinds.scans import ScanAnswered, ScanDecided, ScanUndone
from checkin_app.domain.kinds.withdrawals import DelegateWithdrawn
from checkin_app.domain.movements import Movements, fold_presences
from checkin_app.domain.operations import Operation
from checkin_app.domain.problems import ForumFileInvalid, StoreCorrupt
from checkin_app.domain.registers import Registers
from checkin_app.domain.scans import lets_pass
from checkin_app.services.ports.badges import Job
from checkin_app.services.ports.stations import Station
from db import codec, counting, operation_reads, schema
from db.counting import Counted
from db.engine import Link, Prepared
from db.folding import FACTS_OF, PRESENCES, movements_of
from db.log import documents, facts, tables
from db.log.rows import COLUMNS, fact_of

_bind = sa.bindparam
_delegates, _badges, _buses = schema.delegates, schema.badges, schema.buses
_presences, _facts, _stations = schema.presences, tables.facts, schema.stations
DELEGATE_COLUMNS = [_delegates.c[name] for name in codec.DELEGATE_COLUMNS]
BUS_COLUMNS = [_buses.c[name] for name in codec.BUS_COLUMNS]
STATION_COLUMNS = [_stations.c[name] for name in ("id", "name", "public_key")]

DELEGATE = Prepared(sa.select(*DELEGATE_COLUMNS).where(_delegates.c.id == _bind("id")))
_DELEGATE_HEADS = Prepared(sa.select(*DELEGATE_COLUMNS, _delegates.c.heads).where(_delegates.c.id == _bind("id")))
_DELEGATES = Prepared(sa.select(*DELEGATE_COLUMNS))
ALIAS = Prepared(sa.select(schema.aliases.c.delegate).where(schema.aliases.c.code == _bind("code")).limit(2))
BADGE_NO = Prepared(sa.select(_delegates.c.id).where(_delegates.c.badge_no == _bind("number")).limit(2))
_LAST_BADGE_NO = Prepared(
    sa.select(sa.func.max(sa.cast(sa.func.substr(_delegates.c.badge_no, _bind("start")), sa.Integer))).where(
        _delegates.c.badge_no >= _bind("prefix"),
        _delegates.c.badge_no < _bind("beyond"),
        sa.func.length(_delegates.c.badge_no).between(_bind("start"), _bind("longest")),
        sa.not_(sa.func.substr(_delegates.c.badge_no, _bind("start")).op("GLOB")("*[^0-9]*")),
    )
)
_WITHDRAWALS = Prepared(
    sa.select(*COLUMNS).where(
        tables.facts.c.target.is_not(None), tables.facts.c.kind == sa.literal_column(f"'{DelegateWithdrawn.KIND}'")
    )
)
BADGE = Prepared(
    sa.select(*(_badges.c[name] for name in codec.BADGE_COLUMNS)).where(_badges.c.delegate == _bind("delegate"))
)
_asked = sa.select(_bind("id", type_=sa.Text).label("id")).subquery()
_RIDE_COLUMNS = [schema.rides.c[name] for name in ("bus", "edits", "listed")]
_PERSON = Prepared(
    sa.select(*DELEGATE_COLUMNS, *(_badges.c[name] for name in codec.BADGE_COLUMNS), *_RIDE_COLUMNS).select_from(
        _asked.outerjoin(_delegates, _delegates.c.id == _asked.c.id)
        .outerjoin(_badges, _badges.c.delegate == _asked.c.id)
        .outerjoin(schema.rides, schema.rides.c.delegate == _asked.c.id)
    )
)
_BUS = Prepared(sa.select(*BUS_COLUMNS).where(_buses.c.code == _bind("code")))
_BUSES_OF = Prepared(sa.select(*BUS_COLUMNS).where(_buses.c.route == _bind("route")).order_by(_buses.c.code))
_here = (
    _presences.c.checkpoint == _bind("checkpoint"),
    _presences.c.rehearsal == _bind("rehearsal"),
    _presences.c.inside == 1,
)
ABOARD = Prepared(sa.select(sa.func.count()).select_from(_presences).where(*_here))
_ACCESSIBLE_ABOARD = Prepared(
    sa.select(sa.func.count())
    .select_from(_presences.join(_delegates, _delegates.c.id == _presences.c.delegate))
    .where(*_here, _delegates.c.accessible == 1)
)
#: Whoever a bus's manifest speaks of: who is listed, and who is aboard besides.
of_bus = sa.union(
    sa.select(schema.rides.c.delegate).where(schema.rides.c.bus == _bind("bus")),
    sa.select(_presences.c.delegate).where(*_here),
)
_HOLDERS = Prepared(sa.select(sa.func.count()).select_from(of_bus.subquery()))
_KEYS = Prepared(sa.select(_stations.c.public_key).where(_stations.c.key_id == _bind("key_id")))
STATION = Prepared(sa.select(*STATION_COLUMNS).where(_stations.c.id == _bind("id")))
_JOB = Prepared(sa.select(schema.jobs).where(schema.jobs.c.id == _bind("id")))
_JOB_FOR = Prepared(
    sa.select(schema.jobs)
    .where(*(schema.jobs.c[name] == _bind(name) for name in ("delegate", "issue", "printer")))
    .order_by(schema.jobs.c.at.desc(), schema.jobs.c.id.desc())
    .limit(1)
)
_undoing = sa.select(_facts.c.target).where(_facts.c.target.is_not(None), _facts.c.kind == ScanUndone.KIND)
# Newest first by arrival, which for this station's own facts is their order; `||` keeps SQLite from sorting all
# movements by the index of aspects.
_LAST_ACTIONS = Prepared(
    sa.select(*COLUMNS)
    .where(
        _facts.c.aspect.op("||")(sa.literal_column("''")) == Aspect.MOVEMENT.value,
        _facts.c.kind.in_([sa.literal_column(f"'{kind}'") for kind in (ScanDecided.KIND, ScanAnswered.KIND)]),
        sa.func.substr(_facts.c.log_id, 1, 16) == _bind("station"),
        _facts.c.fact_id.not_in(_undoing),
    )
    .order_by(_facts.c.arrival.desc())
)
#: The forum that this store was made for stays its forum: the first that was adopted here.
_own_forum = (
    sa.select(_facts.c.subject).where(_facts.c.aspect == Aspect.FORUM.value).order_by(_facts.c.arrival).limit(1)
).scalar_subquery()
_FORUM = Prepared(sa.select(schema.forums.c.document, _own_forum))
_ADOPTIONS = Prepared(
    sa.select(_facts.c.document, _facts.c.subject)
    .where(_facts.c.aspect == Aspect.FORUM.value)
    .order_by(_facts.c.hlc.desc(), _facts.c.log_id.desc(), _facts.c.seq.desc())
)


@dataclass(slots=True)
class Forums:
    """The forum in force, parsed once for each document."""

    parse: Callable[[bytes], Forum]
    _parsed: dict[str, Forum | None] = field(default_factory=dict)

    def current(self, link: Link) -> Forum:
        """Return the forum last adopted; one whose file is not here or not readable waits, and the former holds.

        Raises:
            StoreCorrupt: there is none that can be read.
        """
        for document, subject in self._adopted(link):
            forum = self._read(link, document)
            if forum and subject == forum_subject(forum.id):
                return forum
        raise StoreCorrupt(folder=str(link.folder), detail=StoreFault.FORUM_GONE)

    def _adopted(self, link: Link) -> Iterator[tuple[Any, ...]]:
        if row := link.one(_FORUM):
            yield row
            yield from (each for each in link.all(_ADOPTIONS) if each[1] == row[1])

    def _read(self, link: Link, digest: str) -> Forum | None:
        if digest not in self._parsed:
            document = documents.content(link, Digest(digest))
            if document is None:
                return None
            try:
                self._parsed[digest] = self.parse(document)
            except ForumFileInvalid:  # of a newer version, perhaps
                self._parsed[digest] = None
        return self._parsed[digest]


def sole(rows: Sequence[tuple[Any, ...]]) -> DelegateId | None:
    """Return the one delegate of `rows`; where a code stands for two people it stands for nobody."""
    return DelegateId(rows[0][0]) if len(rows) == 1 else None


class Reads:
    """The reading half of a unit of work."""

    def __init__(self, link: Link, station: Station, forums: Forums) -> None:
        self._link = link
        self._station = station
        self._forums = forums

    def _settle(self, only: Subject | Aspect | None = None) -> None:
        """Bring the projections of one subject or aspect, or all, up to what was recorded; nothing was, here."""

    @property
    def forum(self) -> Forum:
        self._settle(Aspect.FORUM)
        return self._forums.current(self._link)

    @property
    def station(self) -> Station:
        return self._station

    def delegate(self, delegate: DelegateId) -> Delegate | None:
        self._settle(delegate_subject(delegate))
        row = self._link.one(DELEGATE, id=delegate)
        return codec.delegate(row) if row else None

    def person(self, delegate: DelegateId) -> tuple[Delegate | None, BadgeStanding, Movements]:
        """Return what `delegate`, `badge` and `movements` do, in two statements: each scan asks for all three."""
        self._settle(delegate_subject(delegate))
        row = self._link.one(_PERSON, id=delegate) or ()
        badge, ride = row[len(DELEGATE_COLUMNS) : -len(_RIDE_COLUMNS)], row[-len(_RIDE_COLUMNS) :]
        return (
            codec.delegate(row) if row[0] is not None else None,
            codec.badge(badge) if badge[0] is not None else BadgeStanding(),
            codec.movements(self._link.all(PRESENCES, delegate=delegate), ride if ride[1] is not None else None),
        )

    def delegate_edits(self, delegate: DelegateId) -> Registers:
        self._settle(delegate_subject(delegate))
        row = self._link.one(_DELEGATE_HEADS, id=delegate)
        return codec.delegate_edits(codec.delegate(row), row[-1]) if row else Registers({})

    def delegate_by_alias(self, code: str) -> DelegateId | None:
        self._settle()
        return sole(self._link.all(ALIAS, code=storable(code))) if code else None

    def delegates(self) -> Mapping[DelegateId, Delegate]:
        self._settle()
        return {each.id: each for each in map(codec.delegate, self._link.all(_DELEGATES))}

    def last_badge_no(self, prefix: str, longest: int = 12) -> int:
        self._settle()
        start = len(prefix) + 1
        beyond = prefix + "\U0010ffff"
        row = self._link.one(_LAST_BADGE_NO, prefix=prefix, beyond=beyond, start=start, longest=len(prefix) + longest)
        return int(row[0] or 0) if row else 0

    def badge_no_is_borne(self, number: str) -> bool:
        self._settle()
        return self._link.one(BADGE_NO, number=number) is not None

    def withdrawn_numbers(self) -> Collection[str]:
        self._settle()
        said = (fact_of(row).said for row in self._link.all(_WITHDRAWALS))
        return {each.badge_no for each in said if isinstance(each, DelegateWithdrawn)}

    def badge(self, delegate: DelegateId) -> BadgeStanding:
        self._settle(delegate_subject(delegate))
        row = self._link.one(BADGE, delegate=delegate)
        return codec.badge(row) if row else BadgeStanding()

    def movements(self, delegate: DelegateId) -> Movements:
        self._settle(delegate_subject(delegate))
        return movements_of(self._link, [delegate])[delegate]

    def movements_without(self, delegate: DelegateId, fact: FactId) -> Movements:
        subject = delegate_subject(delegate)
        self._settle(subject)
        rows = self._link.all(FACTS_OF, aspect=Aspect.MOVEMENT.value, subject=subject)
        left = fold_presences(Counted(self._link).of([fact_of(row) for row in rows]), without=(fact,))
        return Movements.of(left, self.movements(delegate).ride)

    def bus(self, code: BusCode) -> Bus | None:
        self._settle(bus_subject(code))
        row = self._link.one(_BUS, code=storable(code))
        return codec.bus(row) if row else None

    def bus_record(self, code: BusCode) -> BusRecord:
        self._settle(bus_subject(code))
        row = self._link.one(_BUS, code=storable(code))
        return codec.bus_record(row) if row else BusRecord(None, Registers({}))

    def buses_of(self, route: RouteId) -> Sequence[Bus]:
        self._settle()
        return [bus for row in self._link.all(_BUSES_OF, route=route) if (bus := codec.bus(row))]

    def aboard(self, code: BusCode, *, rehearsal: bool) -> int:
        return self._count(ABOARD, code, rehearsal)

    def accessible_aboard(self, code: BusCode, *, rehearsal: bool) -> int:
        return self._count(_ACCESSIBLE_ABOARD, code, rehearsal)

    def holders(self, code: BusCode, *, rehearsal: bool) -> int:
        return self._count(_HOLDERS, code, rehearsal, bus=storable(code))

    def _count(self, prepared: Prepared, code: BusCode, rehearsal: bool, **more: str) -> int:  # noqa: FBT001 - named above
        self._settle()
        row = self._link.one(prepared, checkpoint=bus_checkpoint(code), rehearsal=int(rehearsal), **more)
        return int(row[0]) if row else 0

    def keys(self, key_id: bytes) -> Sequence[bytes]:
        self._settle(Aspect.STATION)
        return [codec.public_key(row[0]) for row in self._link.all(_KEYS, key_id=key_id.hex())]

    def fact(self, fact: FactId) -> Fact | None:
        self._settle()
        return facts.called(self._link, FactId(storable(fact)), self._station.id)

    def act_of(self, fact: Fact) -> Sequence[Fact]:
        self._settle()
        return acts.of_one_act(fact, facts.above(self._link, fact.log_id, fact.seq - acts.MOST - 1, 2 * acts.MOST + 1))

    def last_actions(self, limit: int) -> Sequence[Fact]:
        self._settle()
        found: list[Fact] = []
        for row in self._link.each(_LAST_ACTIONS, station=self._station.id):
            fact = fact_of(row)
            if lets_pass(fact):
                found.append(fact)
            if len(found) >= limit:
                break
        return found

    def job(self, job: JobId) -> Job | None:
        self._settle()
        row = self._link.one(_JOB, id=storable(job))
        return codec.job(row) if row else None

    def job_for(self, delegate: DelegateId, issue: int, printer: str) -> Job | None:
        self._settle()
        row = self._link.one(_JOB_FOR, delegate=delegate, issue=issue, printer=printer)
        return codec.job(row) if row else None

    def document(self, digest: Digest) -> bytes | None:
        return documents.content(self._link, digest)

    def arrival(self) -> int:
        self._settle()
        return operation_reads.arrival(self._link)

    def written_since(self, arrival: int, kinds: Collection[str]) -> Mapping[LogId, AbstractSet[Subject]] | None:
        self._settle()
        return operation_reads.written_since(self._link, arrival, kinds)

    def operation(self, log_id: LogId) -> Operation | None:
        self._settle()
        return operation_reads.operation(self._link, LogId(storable(log_id)))

    def unfinished(self) -> Sequence[LogId]:
        self._settle()
        return operation_reads.unfinished(self._link, self._station.id)

    def left_to_count(self) -> int:
        self._settle()
        return counting.left(self._link)

    def in_use(self, operation: LogId, since: int = 0) -> Sequence[DelegateId]:
        self._settle()
        return operation_reads.in_use(self._link, operation, since)

    def gone_riders(self) -> Sequence[DelegateId]:
        self._settle()
        return operation_reads.gone_riders(self._link)


def storable(text: str) -> str:
    """Return hostile text as SQLite can take it: half a character is in no name here."""
    return text.encode(errors="replace").decode()
