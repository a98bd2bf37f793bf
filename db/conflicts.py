"""What stations did apart that cannot all be right, each with its claims, for a person to settle."""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

import sqlalchemy as sa
from msgspec import UNSET

from checkin_app.domain.canonical import Json
from checkin_app.domain.contradictions import Conflict, ConflictKind
from checkin_app.domain.facts import Fact
from checkin_app.domain.ids import CheckpointId, DelegateId, FactId, bus_of, station_of
from checkin_app.domain.kinds.body import Aspect
from checkin_app.domain.kinds.buses import BusMove
from checkin_app.domain.kinds.forums import FIELD as FORUM
from checkin_app.domain.kinds.jobs import JobChanged
from checkin_app.domain.kinds.merges import DelegateMerged, DelegateParted
from checkin_app.domain.kinds.registry import KINDS
from checkin_app.domain.kinds.rides import RideAssigned
from checkin_app.domain.kinds.scans import BoardingOverridden, ScanAnswered, ScanDecided
from checkin_app.domain.registers import Registers
from checkin_app.domain.seating import is_overfull, licensed, over_the_seats
from db import void_badges
from db.counts import names_of, of_buses
from db.engine import Link, Prepared
from db.forks import set_aside
from db.log.portable import Among
from db.log.rows import COLUMNS, fact_of
from db.log.tables import facts
from db.projections import badges, buses, forums, head_counts, jobs, merges, people, presences, rides, stations

_bind = sa.bindparam
_presences, _rides, _facts = presences.presences, rides.rides, facts
_on_buses = (
    _presences.c.checkpoint >= sa.literal_column("'bus:'"),
    _presences.c.checkpoint < sa.literal_column("'bus;'"),
    _presences.c.inside == 1,
)
_twice = (
    sa.select(_presences.c.delegate, _presences.c.rehearsal)
    .where(*_on_buses)
    .group_by(_presences.c.delegate, _presences.c.rehearsal)
    .having(sa.func.count() > 1)
    .subquery()
)
_TWO_BUSES = Prepared(
    sa.select(_presences.c.delegate, _presences.c.rehearsal, _presences.c.checkpoint, _presences.c.fact_id)
    .join(
        _twice,
        sa.and_(_twice.c.delegate == _presences.c.delegate, _twice.c.rehearsal == _presences.c.rehearsal),
    )
    .where(*_on_buses)
    .order_by(_presences.c.delegate, _presences.c.rehearsal, _presences.c.position)
)
_TWO_LISTS = Prepared(
    sa.select(_rides.c.delegate, _rides.c.edits).where(_rides.c.lists > sa.literal_column("1")).order_by("delegate")
)
_TWO_PLACES = Prepared(
    sa.select(_presences.c.delegate, _presences.c.checkpoint, _presences.c.admissions, _presences.c.rehearsal)
    .where(_presences.c.admitted > sa.literal_column("1"))
    .order_by("delegate", "checkpoint")
)
_TWO_BADGES = Prepared(
    sa.select(badges.badges.c.delegate, *badges.COLUMNS)
    .where(badges.badges.c.doubled.is_not(None))
    .order_by("delegate")
)
_EDITED = Prepared(
    sa.select(*people.COLUMNS, people.delegates.c.heads).where(people.delegates.c.disputed.is_not(None)).order_by("id")
)
_heads = people.delegates.c.heads
_shared = sa.select(people.delegates.c.badge_no).group_by("badge_no").having(sa.func.count() > 1)
_ONE_NUMBER = Prepared(
    sa.select(people.delegates.c.badge_no, *people.COLUMNS, _heads)
    .where(people.delegates.c.badge_no != sa.literal_column("''"), people.delegates.c.badge_no.in_(_shared))
    .order_by("badge_no", "id")
)
_twofold = (
    sa.select(people.aliases.c.ticket, people.aliases.c.code)
    .where(people.aliases.c.code >= " ")
    .group_by(people.aliases.c.ticket, people.aliases.c.code)
    .having(sa.func.count() > 1)
)
_ONE_CODE = Prepared(
    sa.select(people.aliases.c.code, *people.COLUMNS, _heads)
    .select_from(people.aliases.join(people.delegates, people.delegates.c.id == people.aliases.c.delegate))
    .where(sa.tuple_(people.aliases.c.ticket, people.aliases.c.code).in_(_twofold))
    .order_by("code", "id")
)
_BUSES_EDITED = Prepared(sa.select(*buses.COLUMNS).where(buses.buses.c.disputed.is_not(None)).order_by("code"))
_APART: sa.ColumnElement[str] = sa.literal_column("'%,%'")
_BUSES_APART = Prepared(
    sa.select(buses.buses.c.code, buses.buses.c.state_facts)
    .where(buses.buses.c.state_facts.like(_APART))
    .order_by("code")
)
_JOBS_APART = Prepared(
    sa.select(jobs.jobs.c.id, jobs.jobs.c.state_facts, jobs.jobs.c.delegate)
    .where(jobs.jobs.c.state_facts.like(_APART))
    .order_by("id")
)
_BADGES_APART = Prepared(
    sa.select(badges.badges.c.delegate, badges.badges.c.state_facts, badges.badges.c.delegate)
    .where(badges.badges.c.apart == sa.literal_column("1"))
    .order_by("delegate")
)
_RECORDS_APART = Prepared(
    sa.select(merges.merges.c.delegate, merges.merges.c.state_facts)
    .where(merges.merges.c.apart == sa.literal_column("1"))
    .order_by("delegate")
)
_ABOARD = Prepared(
    sa.select(_presences.c.fact_id, _presences.c.delegate)
    .where(
        _presences.c.checkpoint == _bind("checkpoint"),
        _presences.c.rehearsal == _bind("rehearsal"),
        _presences.c.inside == 1,
    )
    .order_by(_presences.c.since, _presences.c.fact_id)
)
#: Only what can be folded: what others call so besides is not what a projection rests on.
_NAMED = Prepared(sa.select(*COLUMNS).where(_facts.c.fact_id.in_(Among("ids")), _facts.c.aspect.is_not(None)))

#: By which a person chose to let somebody aboard, whatever the door said.
_CHOSEN = frozenset({ScanAnswered.KIND, BoardingOverridden.KIND})
_MOVING = tuple(
    each.KIND for each in KINDS.values() if issubclass(each, BusMove | JobChanged) or each.ASPECT is Aspect.BADGE
)
_Claim = tuple[FactId, str | int]
_Named = Mapping[FactId, Sequence[Fact]]
#: Contradictions whose claims are about one person each, whom the value names.
_OF_SEVERAL = frozenset({ConflictKind.OVERBOOKED, ConflictKind.ONE_NUMBER, ConflictKind.ONE_CODE})


def every(link: Link) -> list[Conflict]:
    """Return all contradictions known here, by kind and then by subject."""
    found: list[_Found] = [
        *_two_buses(link),
        *_two_lists(link),
        *_two_places(link),
        *_two_badges(link),
        *_old_badges(link),
        *_two_edits(link),
        *_two_forums(link),
        *_two_states(link),
        *_two_conditions(link),
        *_two_records(link),
        *_overbooked(link),
        *_one_name(link, ConflictKind.ONE_NUMBER, _ONE_NUMBER, "badge_no"),
        *_one_name(link, ConflictKind.ONE_CODE, _ONE_CODE, "aliases"),
    ]
    return [*_told(link, found), *set_aside(link, stations.names(link))]


def _told(link: Link, found: Sequence["_Found"]) -> list[Conflict]:
    names = names_of(link, [each.about or DelegateId(each.subject) for each in found])
    facts = _facts_named(link, [fact for each in found for fact, _ in each.claims])
    return [
        Conflict(
            each.kind,
            each.subject,
            names.get(each.about or DelegateId(each.subject), each.subject),
            each.field,
            _claims(facts, each),
            each.rehearsal,
            each.may_stay,
        )
        for each in found
    ]


class _Found(NamedTuple):
    kind: ConflictKind
    subject: str
    field: str
    claims: Sequence[_Claim]
    rehearsal: bool = False
    about: DelegateId | None = None
    """Whose name is said, where the subject is nobody's."""
    may_stay: bool = True
    notes: Mapping[FactId, str] = MappingProxyType({})
    """What was said besides, where anything was."""


def _two_buses(link: Link) -> Iterator[_Found]:
    boarded: dict[tuple[str, int], list[_Claim]] = {}
    for delegate, rehearsal, checkpoint, fact_id in link.all(_TWO_BUSES):
        boarded.setdefault((delegate, rehearsal), []).append((fact_id, bus_of(checkpoint) or ""))
    for (delegate, rehearsal), claims in boarded.items():
        yield _Found(ConflictKind.TWO_BUSES, delegate, "", claims, bool(rehearsal))


def _two_lists(link: Link) -> Iterator[_Found]:
    for delegate, edits in link.all(_TWO_LISTS):
        facts = _facts_named(link, json.loads(edits))
        claims = [(each, _listed(_of(facts, each, delegate, (RideAssigned.KIND,)))) for each in json.loads(edits)]
        yield _Found(ConflictKind.TWO_LISTS, delegate, "", claims)


def _listed(fact: Fact) -> str:
    return (fact.said.bus if isinstance(fact.said, RideAssigned) else None) or ""


def _two_places(link: Link) -> Iterator[_Found]:
    for delegate, checkpoint, admissions, rehearsal in link.all(_TWO_PLACES):
        claims = [(FactId(each), checkpoint) for each in admissions.split(",")]
        yield _Found(ConflictKind.TWO_PLACES, delegate, "", claims, bool(rehearsal))


def _two_badges(link: Link) -> Iterator[_Found]:
    for delegate, *standing in link.all(_TWO_BADGES):
        badge = badges.badge(standing)
        claims = [(issue.fact_id, issue.number) for issue in badge.issues if issue.number in badge.doubled]
        yield _Found(ConflictKind.TWO_BADGES, delegate, "", claims)


def _old_badges(link: Link) -> Iterator[_Found]:
    for delegate, rehearsal, claims in void_badges.let_in(link):
        yield _Found(ConflictKind.OLD_BADGE, delegate, "", claims, rehearsal)


def _two_edits(link: Link) -> Iterator[_Found]:
    for row in link.all(_EDITED):
        yield from _fields(row[0], people.edits(people.delegate(row), row[-1]))
    for row in link.all(_BUSES_EDITED):
        yield from _fields(row[0], buses.record(row).edits)


def _two_forums(link: Link) -> Iterator[_Found]:
    """Yield the forum, where laptops changed it apart, with the names of the files that they wrote."""
    last = forums.standing(link)
    if len({each.document for each in last}) > 1:
        claims: list[_Claim] = [(each.fact_id, each.document or "") for each in last]
        yield _Found(ConflictKind.TWO_EDITS, last[0].subject.partition(":")[2], FORUM, claims)


def _two_states(link: Link) -> Iterator[_Found]:
    """Yield buses, jobs and badges whose last moves did not know of each other and say different things."""
    for subject, names, *about in [*link.all(_BUSES_APART), *link.all(_JOBS_APART), *link.all(_BADGES_APART)]:
        facts = _facts_named(link, json.loads(names))
        claims: list[_Claim] = [(name, _state(_of(facts, name, subject, _MOVING))) for name in json.loads(names)]
        if len({value for _, value in claims}) > 1:
            yield _Found(ConflictKind.TWO_STATES, subject, "", claims, about=DelegateId(*about) if about else None)


def _two_conditions(link: Link) -> Iterator[_Found]:
    """Yield whom laptops marked differently at a bus's emergency, the last one; the subject is who it is on its list."""
    for bus, counts in sorted(head_counts.every(link).items()):
        if emergency := counts.emergency:
            for who in filter(emergency.is_contradicted, emergency.marks):
                marks = emergency.marks[who]
                claims: list[_Claim] = [(each.fact_id, each.condition.value) for each in marks]
                notes = {each.fact_id: each.note for each in marks if each.note}
                stands = merges.root_of(link, DelegateId(who))
                yield _Found(ConflictKind.TWO_CONDITIONS, who, bus, claims, emergency.rehearsal, stands, notes=notes)


def _two_records(link: Link) -> Iterator[_Found]:
    for delegate, names in link.all(_RECORDS_APART):
        facts = _facts_named(link, json.loads(names))
        kinds = (DelegateMerged.KIND, DelegateParted.KIND)
        claims = [(name, _under(_of(facts, name, delegate, kinds))) for name in json.loads(names)]
        yield _Found(ConflictKind.TWO_RECORDS, delegate, "", claims)


def _under(fact: Fact) -> str:
    return fact.said.into if isinstance(fact.said, DelegateMerged) else ""


def _state(fact: Fact) -> str:
    match fact.said:
        case BusMove() as move:
            return move.becomes
        case JobChanged(state=state):
            return state
    return fact.kind.partition(".")[2] if fact.aspect is Aspect.BADGE else ""


def _fields(subject: str, edits: Registers) -> Iterator[_Found]:
    for field in edits.conflicts():
        yield _Found(
            ConflictKind.TWO_EDITS, subject, field, [(head.fact_id, plain(head.value)) for head in edits.heads[field]]
        )


def claim_of(fact: Fact, value: str | int, note: str = "") -> Mapping[str, str | int]:
    """Return a fact as a claim, with how the person was made known to the laptop where it is a scan, and what was noted."""
    how = fact.said.how if isinstance(fact.said, ScanDecided) else UNSET
    how = "overridden" if isinstance(fact.said, BoardingOverridden) else how
    station = station_of(fact.log_id)
    claim: dict[str, str | int] = {"fact_id": fact.fact_id, "at": fact.at, "station": station, "value": value}
    return claim | ({"how": how} if how else {}) | ({"note": note} if note else {})


def plain(value: Json) -> str | int:
    """Return a value of a field as a claim has it."""
    if isinstance(value, list):
        return ", ".join(str(each) for each in value)
    return value if isinstance(value, str | int) else str(value)


def _overbooked(link: Link) -> Iterator[_Found]:
    """Yield buses with more aboard than seats, where no person chose to fill them further."""
    for rehearsal in (False, True):
        for count in of_buses(link, rehearsal=rehearsal):
            bus = count.bus
            chairs = count.wheelchairs.aboard
            if not is_overfull(bus, count.aboard, chairs):
                continue
            rows = link.all(_ABOARD, checkpoint=CheckpointId(f"bus:{bus.code}"), rehearsal=int(rehearsal))
            facts = _facts_named(link, [row[0] for row in rows])
            chosen = {row for row in rows if _of(facts, row[0], row[1]).kind in _CHOSEN}
            if over := over_the_seats(bus, rows, chosen, chairs):
                claims = [(FactId(fact_id), delegate) for fact_id, delegate in over]
                may_stay = count.aboard <= licensed(bus, chairs)
                yield _Found(ConflictKind.OVERBOOKED, bus.code, "", claims, rehearsal, may_stay=may_stay)


def _one_name(link: Link, kind: ConflictKind, prepared: Prepared, field: str) -> Iterator[_Found]:
    """Yield what should name one person and names several, with the facts that gave it to each."""
    holders: dict[str, list[_Claim]] = {}
    for name, *row in link.all(prepared):
        delegate = people.delegate(row)
        heads = people.edits(delegate, row[-1]).heads
        head = (heads.get(field) or heads["origin" if "origin" in heads else min(heads)])[-1]  # of a voided record
        holders.setdefault(name, []).append((head.fact_id, delegate.id))
    for name, claims in holders.items():
        yield _Found(kind, name, field, claims)


def _facts_named(link: Link, ids: Iterable[FactId]) -> _Named:
    found: dict[FactId, list[Fact]] = {}
    for row in link.all(_NAMED, ids=json.dumps(sorted(set(ids)))):
        fact = fact_of(row)
        found.setdefault(fact.fact_id, []).append(fact)
    return found


def _of(facts: _Named, fact_id: FactId, name: str, kinds: Collection[str] = ()) -> Fact:
    """Return the fact that is called so: where several stations have one, that about whom or what `name` names."""
    alike = facts[fact_id]
    if len(alike) > 1:
        alike = sorted(alike, key=lambda each: (each.subject.partition(":")[2] != name, each.order))
        alike = [each for each in alike if each.kind in kinds] or alike
    return alike[0]


def _claims(facts: _Named, found: "_Found") -> tuple[Mapping[str, str | int], ...]:
    told: list[Mapping[str, str | int]] = []
    for fact_id, value in found.claims:
        fact = _of(facts, fact_id, _about(found, value))
        told.append(claim_of(fact, value, found.notes.get(fact_id, "")))
    return tuple(told)


def _about(found: "_Found", value: str | int) -> str:
    """Return whom or what the fact of a claim is about."""
    if found.kind in _OF_SEVERAL:
        return str(value)
    return found.field if found.kind is ConflictKind.TWO_CONDITIONS else found.subject
