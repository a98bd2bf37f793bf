"""Projections written by folding: each row is what its subject's facts come to, whatever order they came in."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import reduce
from itertools import islice
from typing import Any, TypeVar

import sqlalchemy as sa

from checkin_app.domain import registers
from checkin_app.domain.canonical import Json, object_of
from checkin_app.domain.delegates import Delegate, delegate_from
from checkin_app.domain.facts import Fact
from checkin_app.domain.folds import edit_of, fold_badge, fold_bus, standing_edits
from checkin_app.domain.following import heads
from checkin_app.domain.ids import BusCode, DelegateId, Digest, FactId, Subject, job_of
from checkin_app.domain.kinds.body import Aspect
from checkin_app.domain.kinds.forums import ForumAdopted
from checkin_app.domain.kinds.rides import RideAssigned
from checkin_app.domain.kinds.scans import ScanDecided, ScanUndone
from checkin_app.domain.kinds.stations import StationEnrolled
from checkin_app.domain.movements import Movements, Presence, fold_presences, move_on
from checkin_app.domain.operations import Operation, fold_operation
from checkin_app.domain.rides import NO_RIDE, fold_ride
from db import codec, scan_folding, schema
from db.codec import Row
from db.counting import Counted
from db.engine import Link, Prepared
from db.log import documents
from db.log.portable import Among
from db.log.rows import COLUMNS, fact_of
from db.log.tables import facts
from db.statements import saving

Presences = tuple[Presence, ...]
Index = Callable[[sa.Connection, Iterable[Delegate], Sequence[DelegateId]], None]
"""Makes delegates findable and others unfindable: ``Finder.index``."""

_CHUNK = 500
_T = TypeVar("_T")
_bind = sa.bindparam
_facts = facts


FACTS_OF = Prepared(sa.select(*COLUMNS).where(_facts.c.aspect == _bind("aspect"), _facts.c.subject == _bind("subject")))
_FACTS_OF_MANY = Prepared(
    sa.select(*COLUMNS).where(_facts.c.aspect == _bind("aspect"), _facts.c.subject.in_(Among("subjects")))
)
#: What was said of rides, and what was taken back of anything: few of the facts about who was scanned.
_of_rides = sa.select(*COLUMNS).where(
    _facts.c.aspect.in_([sa.literal_column(f"'{each}'") for each in (Aspect.RIDE, ScanUndone.ASPECT)]),
    _facts.c.kind.in_([sa.literal_column(f"'{each.KIND}'") for each in (RideAssigned, ScanUndone)]),
)
_RIDE_FACTS_OF = Prepared(_of_rides.where(_facts.c.subject == _bind("subject")))
_RIDE_FACTS_OF_MANY = Prepared(_of_rides.where(_facts.c.subject.in_(Among("subjects"))))
_FACTS_OF_ASPECT = Prepared(sa.select(*COLUMNS).where(_facts.c.aspect == _bind("aspect")))
_ADOPTIONS = Prepared(sa.select(*COLUMNS).where(_facts.c.aspect == Aspect.FORUM.value).order_by(_facts.c.arrival))
_WITH_DOCUMENTS = Prepared(
    sa.select(_facts.c.aspect, _facts.c.subject, _facts.c.kind, _facts.c.log_id, _facts.c.seq).where(
        _facts.c.document.in_(Among("digests")), _facts.c.aspect.is_not(None)
    )
)
_SUBJECTS = Prepared(sa.select(_facts.c.subject).distinct().where(_facts.c.aspect == _bind("aspect")))
_SCANS = Prepared(sa.select(_facts.c.fact_id).where(_facts.c.kind == ScanDecided.KIND, _facts.c.unread.is_(None)))

_SAVE_DELEGATE = saving(schema.delegates)
_SAVE_ALIAS = saving(schema.aliases)
_FORGET_ALIASES = Prepared(sa.delete(schema.aliases).where(schema.aliases.c.delegate.in_(Among("delegates"))))
_FORGET_DELEGATE = Prepared(sa.delete(schema.delegates).where(schema.delegates.c.id == _bind("delegate")))
_SAVE_BADGE = saving(schema.badges)
_SAVE_PRESENCE = saving(schema.presences)
_FORGET_PRESENCE = Prepared(
    sa.delete(schema.presences).where(
        *(schema.presences.c[name] == _bind(name) for name in ("delegate", "checkpoint", "rehearsal"))
    )
)
_SAVE_RIDE = saving(schema.rides)
_FORGET_RIDE = Prepared(sa.delete(schema.rides).where(schema.rides.c.delegate == _bind("delegate")))
_SAVE_BUS = saving(schema.buses)
_SAVE_JOB = saving(schema.jobs)
_SAVE_STATION = saving(schema.stations)
_SAVE_FORUM = saving(schema.forums)
_SAVE_OPERATION = saving(schema.operations)

_presences, _rides = schema.presences, schema.rides
PRESENCES = Prepared(
    sa.select(*(_presences.c[name] for name in codec.PRESENCE_COLUMNS))
    .where(_presences.c.delegate == _bind("delegate"))
    .order_by(_presences.c.position)
)
_PRESENCES_OF_MANY = Prepared(
    sa.select(*(_presences.c[name] for name in codec.PRESENCE_COLUMNS), _presences.c.delegate)
    .where(_presences.c.delegate.in_(Among("delegates")))
    .order_by(_presences.c.delegate, _presences.c.position)
)
RIDE = Prepared(sa.select(_rides.c.bus, _rides.c.edits, _rides.c.listed).where(_rides.c.delegate == _bind("delegate")))
_RIDES_OF_MANY = Prepared(
    sa.select(_rides.c.bus, _rides.c.edits, _rides.c.listed, _rides.c.delegate).where(
        _rides.c.delegate.in_(Among("delegates"))
    )
)


def unseen(_connection: sa.Connection, _delegates: Iterable[Delegate], _gone: Sequence[DelegateId]) -> None:
    """Index nobody: ``Index`` for what is only compared, or indexed later."""


def batches(items: Iterable[_T], size: int = _CHUNK) -> Iterable[list[_T]]:
    rest = iter(items)
    while batch := list(islice(rest, size)):
        yield batch


def movements_of(link: Link, delegates: Sequence[DelegateId]) -> dict[DelegateId, Movements]:
    """Return the movements of each of `delegates` as the projections hold them."""
    if len(delegates) == 1:
        only = delegates[0]
        return {only: codec.movements(link.all(PRESENCES, delegate=only), link.one(RIDE, delegate=only))}
    presences: dict[DelegateId, list[Any]] = {}
    names = json.dumps(delegates)
    for row in link.all(_PRESENCES_OF_MANY, delegates=names):
        presences.setdefault(row[-1], []).append(row)
    rides = {row[-1]: row[:3] for row in link.all(_RIDES_OF_MANY, delegates=names)}
    return {each: codec.movements(presences.get(each, ()), rides.get(each)) for each in delegates}


@dataclass(slots=True)
class Touched:
    """What must be folded again."""

    subjects: dict[Aspect, dict[Subject, None]] = field(default_factory=dict)
    moved: dict[Subject, list[Fact]] = field(default_factory=dict)
    """Accepted scans of this laptop that are later than all that is known of their delegates, in order."""
    new_scans: list[Fact] = field(default_factory=list)
    """Scans of this laptop: nothing recorded before can name them."""
    scans: set[FactId] = field(default_factory=set)

    def subject(self, aspect: str, subject: Subject) -> None:
        self.subjects.setdefault(Aspect(aspect), {})[subject] = None

    def concerns(self, aspect: object) -> bool:
        return aspect in self.subjects or (aspect == Aspect.MOVEMENT and bool(self.moved))

    def with_documents(self, link: Link, digests: Sequence[Digest], counted: Counted) -> None:
        """Add the subjects of facts that waited for these documents."""
        for aspect, subject, *stands in link.all(_WITH_DOCUMENTS, digests=json.dumps(digests)):
            if counted.counts(*stands):
                self.subject(aspect, subject)


@dataclass(frozen=True, slots=True)
class Folding:
    """Writes projections through one link."""

    link: Link
    index: Index
    counted: Counted

    def fold(self, touched: Touched, seen: Mapping[DelegateId, Movements]) -> None:
        """Write what `touched` asks for; `seen` holds projections that were just read."""
        self._withhold(list(touched.subjects.get(Aspect.OPERATION, ())))
        for aspect, subjects in touched.subjects.items():
            for batch in batches(subjects, len(subjects) if aspect is Aspect.DETAILS else _CHUNK):
                self._fold(aspect, batch)
        whole = touched.subjects.get(Aspect.MOVEMENT, {})
        for batch in batches(subject for subject in touched.moved if subject not in whole):
            self._move_on({subject: touched.moved[subject] for subject in batch}, seen)
        scan_folding.add(self.link, touched.new_scans)
        for some in batches(sorted(touched.scans)):
            scan_folding.fold(self.link, some)

    def rebuild(self) -> None:
        """Fold everything there is into empty projections."""
        for aspect in Aspect:
            if aspect is not Aspect.NONE:
                subjects = [Subject(row[0]) for row in self.link.all(_SUBJECTS, aspect=aspect.value)]
                for batch in batches(subjects, 5000):
                    self._fold(aspect, batch)
        for some in batches(row[0] for row in self.link.all(_SCANS)):
            scan_folding.fold(self.link, some)

    def renew(self, aspect: Aspect, subjects: Sequence[Subject]) -> None:
        """Fold subjects that have no rows; those of whom no fact speaks get none."""
        facts = self._facts_of(aspect, subjects)
        self._fold(aspect, subjects, {subject: some for subject, some in facts.items() if some})

    def renew_scans(self, scans: Sequence[FactId]) -> None:
        scan_folding.fold(self.link, scans)

    def renew_stations(self) -> None:
        self._renew_all(schema.stations, Aspect.STATION)

    def renew_forum(self) -> None:
        self._renew_all(schema.forums, Aspect.FORUM)

    def _renew_all(self, table: sa.Table, aspect: Aspect) -> None:
        self.link.script(f"DELETE FROM {table.name}")  # noqa: S608 - the name is our own table's
        self._fold(aspect, [Subject(row[0]) for row in self.link.all(_SUBJECTS, aspect=aspect.value)])

    def _fold(
        self, aspect: Aspect, subjects: Sequence[Subject], facts: Mapping[Subject, list[Fact]] | None = None
    ) -> None:
        folds: Mapping[Aspect, Callable[[Mapping[Subject, list[Fact]]], None]] = {
            Aspect.DETAILS: self._fold_details,
            Aspect.BADGE: self._fold_badges,
            Aspect.MOVEMENT: self._fold_presences,
            Aspect.RIDE: self._fold_rides,
            Aspect.BUS: self._fold_buses,
            Aspect.JOB: self._fold_jobs,
            Aspect.STATION: self._fold_stations,
            Aspect.OPERATION: self._fold_operations,
        }
        if aspect is Aspect.FORUM:
            self._fold_forum()
        else:
            folds[aspect](facts if facts is not None else self._facts_of(aspect, subjects))

    def _facts_of(self, aspect: Aspect, subjects: Sequence[Subject]) -> dict[Subject, list[Fact]]:
        rides = aspect is Aspect.RIDE
        named = {} if rides else {"aspect": aspect.value}
        if len(subjects) == 1:
            rows = self.link.all(_RIDE_FACTS_OF if rides else FACTS_OF, subject=subjects[0], **named)
        else:
            many = _RIDE_FACTS_OF_MANY if rides else _FACTS_OF_MANY
            rows = self.link.all(many, subjects=json.dumps(subjects), **named)
        found: dict[Subject, list[Fact]] = {subject: [] for subject in subjects}
        for fact in _told(rows, aspect):
            found[fact.subject].append(fact)
        return {subject: self.counted.of(some) for subject, some in found.items()}

    def _personal(self, facts: Mapping[Subject, list[Fact]]) -> dict[str, Mapping[str, Json]]:
        """Return the decoded documents that `facts` name, by digest; one that is no JSON object counts as none."""
        digests = [digest for some in facts.values() for each in some if (digest := each.document)]
        return {digest: object_of(content) for digest, content in documents.contents(self.link, digests).items()}

    def _fold_details(self, facts: Mapping[Subject, list[Fact]]) -> None:
        personal = self._personal(facts)
        rows: list[Row] = []
        delegates: list[Delegate] = []
        unknown: list[DelegateId] = []
        for subject, all_of_them in facts.items():
            some = standing_edits(all_of_them)
            if not some:
                unknown.append(_delegate(subject))
                continue
            edits = registers.fold(edit_of(each, personal.get(each.document or "", {})) for each in some)
            delegate = delegate_from(_delegate(subject), edits.values())
            delegates.append(delegate)
            rows.append(codec.delegate_row(delegate, edits))
        self.link.run(_SAVE_DELEGATE, rows)
        self.link.run(_FORGET_ALIASES, [{"delegates": json.dumps([*unknown, *(each.id for each in delegates)])}])
        codes = [{"code": code, "delegate": each.id} for each in delegates for code in dict.fromkeys(each.aliases)]
        self.link.run(_SAVE_ALIAS, codes)
        self.link.run(_FORGET_DELEGATE, [{"delegate": each} for each in unknown])
        self.index(self.link.connection, delegates, unknown)

    def _fold_badges(self, facts: Mapping[Subject, list[Fact]]) -> None:
        rows = [codec.badge_row(_delegate(subject), fold_badge(some)) for subject, some in facts.items()]
        self.link.run(_SAVE_BADGE, rows)

    def _fold_presences(self, facts: Mapping[Subject, list[Fact]]) -> None:
        former = movements_of(self.link, [_delegate(subject) for subject in facts])
        self._save_presences(
            (delegate, former[delegate].presences, fold_presences(some))
            for delegate, some in ((_delegate(subject), some) for subject, some in facts.items())
        )

    def _move_on(self, scans: Mapping[Subject, list[Fact]], seen: Mapping[DelegateId, Movements]) -> None:
        """Add scans that are later than all before them: nothing else has to be read again."""
        unseen = [delegate for subject in scans if (delegate := _delegate(subject)) not in seen]
        former = {**seen, **(movements_of(self.link, unseen) if unseen else {})}
        self._save_presences(
            (delegate, former[delegate].presences, reduce(move_on, some, former[delegate].presences))
            for delegate, some in ((_delegate(subject), some) for subject, some in scans.items())
        )

    def _save_presences(self, moves: Iterable[tuple[DelegateId, Presences, Presences]]) -> None:
        saved: list[Row] = []
        gone: list[Row] = []
        for delegate, before, after in moves:
            saved += _changed_presences(delegate, before, after)
            gone += _vanished_presences(delegate, before, after)
        self.link.run(_FORGET_PRESENCE, gone)
        self.link.run(_SAVE_PRESENCE, saved)

    def _fold_rides(self, facts: Mapping[Subject, list[Fact]]) -> None:
        rides = {_delegate(subject): fold_ride(some) for subject, some in facts.items()}
        self.link.run(_SAVE_RIDE, [codec.ride_row(who, ride) for who, ride in rides.items() if ride != NO_RIDE])
        self.link.run(_FORGET_RIDE, [{"delegate": who} for who, ride in rides.items() if ride == NO_RIDE])

    def _fold_buses(self, facts: Mapping[Subject, list[Fact]]) -> None:
        personal = self._personal(facts)
        rows = []
        for subject, some in facts.items():
            code = BusCode(subject.partition(":")[2])
            pairs = [(each, personal.get(each.document or "", {})) for each in some]
            rows.append(codec.bus_row(code, fold_bus(code, pairs)))
        self.link.run(_SAVE_BUS, rows)

    def _fold_jobs(self, facts: Mapping[Subject, list[Fact]]) -> None:
        rows = [codec.job_row(job_of(subject), some) for subject, some in facts.items() if some]
        self.link.run(_SAVE_JOB, rows)

    def _fold_stations(self, facts: Mapping[Subject, list[Fact]]) -> None:
        # A station may be spoken of under several subjects; its key is always its own, so the rows are by station.
        known = {each.said_as(StationEnrolled).station for some in facts.values() for each in some}
        by_station: dict[str, list[Fact]] = {}
        for each in _told(self.link.all(_FACTS_OF_ASPECT, aspect=Aspect.STATION.value), Aspect.STATION):
            by_station.setdefault(each.said_as(StationEnrolled).station, []).append(each)
        self.link.run(_SAVE_STATION, [codec.station_row(_last(by_station[station])) for station in sorted(known)])

    def _withhold(self, subjects: Sequence[Subject]) -> None:
        """Note of operations that are new or taken back that not all of them counts, before anything else is folded."""
        for operation in self._operations(self._facts_of(Aspect.OPERATION, subjects)) if subjects else ():
            self.counted.withhold(operation)

    def _operations(self, facts: Mapping[Subject, list[Fact]]) -> list[Operation]:
        return [operation for some in facts.values() if (operation := fold_operation(some))]

    def _fold_operations(self, facts: Mapping[Subject, list[Fact]]) -> None:
        self.link.run(_SAVE_OPERATION, [codec.operation_row(each) for each in self._operations(facts)])

    def _fold_forum(self) -> None:
        adopted = list(_told(self.link.all(_ADOPTIONS), Aspect.FORUM))
        if not adopted:
            return
        # The forum that this store was made for stays its forum, whatever another station adopts.
        last = heads(each for each in adopted if each.subject == adopted[0].subject)[-1]
        document = last.said_as(ForumAdopted).document
        self.link.run(_SAVE_FORUM, [{"one": 1, "document": document, "fact_id": last.fact_id}])


def _told(rows: Iterable[Sequence[Any]], aspect: Aspect) -> Iterator[Fact]:
    """Return the facts of rows that an aspect heeds; one that it does not, in a damaged file, says nothing."""
    return (
        fact for fact in map(fact_of, rows) if fact.aspect is aspect or (fact.said and aspect in fact.said.HEEDED_BY)
    )


def _changed_presences(delegate: DelegateId, before: Presences, after: Presences) -> list[Row]:
    placed = {(each.checkpoint, each.rehearsal): (place, each) for place, each in enumerate(before)}
    return [
        codec.presence_row(delegate, place, each)
        for place, each in enumerate(after)
        if placed.get((each.checkpoint, each.rehearsal)) != (place, each)
    ]


def _vanished_presences(delegate: DelegateId, before: Presences, after: Presences) -> list[Row]:
    left = {(each.checkpoint, each.rehearsal) for each in after}
    return [
        {"delegate": delegate, "checkpoint": each.checkpoint, "rehearsal": int(each.rehearsal)}
        for each in before
        if (each.checkpoint, each.rehearsal) not in left
    ]


def _last(facts: Sequence[Fact]) -> Fact:
    return max(facts, key=lambda each: each.order)


def _delegate(subject: Subject) -> DelegateId:
    return DelegateId(subject.partition(":")[2])
