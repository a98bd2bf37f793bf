"""Contradictions with what people said of them: what is open, what was settled, and what each laptop had heard."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

import sqlalchemy as sa

from checkin_app.domain.canonical import object_of
from checkin_app.domain.contradictions import Conflict, ConflictKind, Settlement, Standing, standing_of
from checkin_app.domain.facts import Fact
from checkin_app.domain.ids import ContradictionId, DelegateId, Digest, FactId, Instant, StationId, bus_of, station_of
from checkin_app.domain.kinds.badges import BadgeReplaced
from checkin_app.domain.kinds.buses import BusMove
from checkin_app.domain.kinds.edits import Edit
from checkin_app.domain.kinds.emergencies import BusEmergencyMarked
from checkin_app.domain.kinds.forums import ForumAdopted
from checkin_app.domain.kinds.jobs import JobChanged
from checkin_app.domain.kinds.merges import DelegateMerged
from checkin_app.domain.kinds.rides import RideAssigned
from checkin_app.domain.kinds.scans import Attendance
from db import conflicts, hearing
from db.counts import names_of
from db.engine import Link, Prepared
from db.log import documents
from db.log.portable import Among
from db.log.rows import COLUMNS, fact_of
from db.log.tables import facts
from db.projections import settlements, stations

_NAMED = Prepared(sa.select(*COLUMNS).where(facts.c.fact_id.in_(Among("ids"))).order_by(facts.c.hlc, facts.c.log_id))
#: Contradictions of which each claim is about a person of its own.
_OF_SEVERAL = frozenset({ConflictKind.OVERBOOKED, ConflictKind.ONE_NUMBER, ConflictKind.ONE_CODE})
_KNOWN = frozenset(ConflictKind)


def current(link: Link) -> list[Conflict]:
    """Return what is open, waits or happened in a rehearsal, and what laptops apart settled in different ways."""
    said = {each.id: each for each in settlements.every(link)}
    shown = conflicts.every(link)
    found = [_with(link, each, said.get(each.id)) for each in shown]
    ids = {each.id for each in shown}
    apart = [each for each in said.values() if each.is_apart and each.id not in ids and each.what in _KNOWN]
    found += _recalled(link, apart)
    return [each for each in found if each.standing is not Standing.SETTLED]


def one(link: Link, contradiction: ContradictionId) -> Conflict | None:
    return next((each for each in current(link) if each.id == contradiction), None)


def settled(link: Link, limit: int) -> list[Conflict]:
    """Return what was settled last."""
    standing = [each for each in settlements.every(link) if each.standing is Standing.SETTLED and each.what in _KNOWN]
    return _recalled(link, standing[:limit])


def heard(link: Link, conflict: Conflict, own: StationId) -> list[Mapping[StationId, Instant]]:
    """Return of each claim up to when its laptop had heard of the others."""
    known = {(each.fact_id, station_of(each.log_id)): each for each in _named(link, conflict.facts)}
    told: list[Mapping[StationId, Instant]] = []
    for claim in conflict.claims:
        fact = known.get((FactId(str(claim["fact_id"])), StationId(str(claim["station"]))))
        others = [each for each in conflict.stations if each != claim["station"]]
        told.append(hearing.heard_by(link, fact, others, own) if fact else {})
    return told


def _with(link: Link, conflict: Conflict, said: Settlement | None) -> Conflict:
    """Return a contradiction with what was said of it."""
    if said is None:
        return conflict
    standing = standing_of(conflict, said)
    shown = replace(conflict, standing=standing, answers=said.answers)
    if standing is Standing.OPEN or set(conflict.facts) <= set(said.claims):
        return shown
    if standing is Standing.UNDONE and not _is_said_again(link, conflict, said):
        return shown
    claims = _claims(link, _in_order_of(said.claims, _named(link, said.claims)), conflict.kind, said.field)
    return replace(shown, claims=claims, shown_by=conflict.facts)


def _in_order_of(ids: Sequence[FactId], some: Iterable[Fact]) -> list[Fact]:
    places = {fact_id: place for place, fact_id in enumerate(ids)}
    return sorted(some, key=lambda fact: places[fact.fact_id])


def _is_said_again(link: Link, conflict: Conflict, said: Settlement) -> bool:
    """Return whether all that contradicts itself now is what the taking back of a settlement put side by side again."""
    (reopened,) = _named(link, [said.answers[0].fact_id])[:1] or (None,)
    act = reopened.said.act if reopened and reopened.said else None
    new = set(conflict.facts) - {*said.claims, *said.shown_by}
    return not new or (bool(act) and all(each.said and each.said.act == act for each in _named(link, new)))


def _recalled(link: Link, some: Sequence[Settlement]) -> list[Conflict]:
    """Return contradictions as the facts that they are of tell them, where nothing shows them any more."""
    wanted = [claim for each in some for claim in each.claims]
    by_id: dict[FactId, list[Fact]] = {}
    for fact in _named(link, wanted):
        by_id.setdefault(fact.fact_id, []).append(fact)
    people, laptops = names_of(link, [DelegateId(each.about) for each in some]), stations.names(link)
    return [
        Conflict(
            kind=ConflictKind(each.what),
            subject=each.about,
            name=people.get(DelegateId(each.about)) or laptops.get(StationId(each.about[:16])) or each.about,
            field=each.field,
            claims=_claims(
                link,
                [fact for claim in each.claims for fact in by_id.get(claim, ())],
                ConflictKind(each.what),
                each.field,
            ),
            rehearsal=each.rehearsal,
            answers=each.answers,
            standing=each.standing,
            known_as=each.id,
        )
        for each in some
    ]


def _named(link: Link, ids: Iterable[FactId]) -> list[Fact]:
    wanted = sorted(set(ids))
    return [fact_of(row) for row in link.all(_NAMED, ids=json.dumps(wanted))] if wanted else []


def _claims(link: Link, some: Sequence[Fact], kind: ConflictKind, field: str) -> tuple[Mapping[str, str | int], ...]:
    contents = documents.contents(link, [digest for each in some if (digest := each.document)])
    return tuple(conflicts.claim_of(fact, _value(fact, kind, field, contents), _note(fact, contents)) for fact in some)


def _note(fact: Fact, contents: Mapping[Digest, bytes]) -> str:
    is_mark = isinstance(fact.said, BusEmergencyMarked)
    note = object_of(contents.get(fact.document or Digest(""), b"")).get("note") if is_mark else ""
    return note if isinstance(note, str) else ""


def _value(fact: Fact, kind: ConflictKind, field: str, contents: Mapping[Digest, bytes]) -> str | int:
    """Return what a fact says of the matter."""
    if kind in _OF_SEVERAL:
        return fact.subject.partition(":")[2]
    value: str | int | None = None
    match fact.said:
        case Edit() as edit:
            document = object_of(contents.get(fact.document or Digest(""), b""))
            value = conflicts.plain(edit.with_document(document).get(field))
        case Attendance(checkpoint=checkpoint):
            value = bus_of(checkpoint) or checkpoint
        case RideAssigned(bus=bus):
            value = bus or ""
        case BusMove() as move:
            value = move.becomes
        case JobChanged(state=state):
            value = state
        case DelegateMerged(into=into):
            value = into
        case ForumAdopted(document=document):
            value = document
        case BusEmergencyMarked(condition=condition):
            value = condition
    return _value_of_its_kind(fact, kind) if value is None else value


def _value_of_its_kind(fact: Fact, kind: ConflictKind) -> str | int:
    match kind:
        case ConflictKind.SET_ASIDE:
            return fact.seq
        case ConflictKind.TWO_STATES:
            return fact.kind.partition(".")[2]
        case ConflictKind.OLD_BADGE:
            return fact.kind
        case ConflictKind.TWO_BADGES:
            return fact.said.issue if isinstance(fact.said, BadgeReplaced) else ""
    return ""
