"""The record of one person, read from the facts that made it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import partial

from checkin_app.domain import records
from checkin_app.domain.canonical import Json
from checkin_app.domain.delegates import Delegate
from checkin_app.domain.facts import Fact
from checkin_app.domain.folds import edit_of, standing_edits
from checkin_app.domain.ids import DelegateId, StationId, delegate_subject, job_subject
from checkin_app.domain.kinds.body import Aspect
from checkin_app.domain.kinds.edits import Edit
from checkin_app.domain.registers import Registers
from checkin_app.services.ports.people import DelegateCard, Hit
from checkin_app.services.ports.records import AtEmergency, Record, VoidedRecord
from db import overrides
from db.counting import Counted
from db.engine import Link
from db.folding import unseen
from db.makers import makers, named
from db.projections import head_counts, jobs, merges, people, told
from db.projections.projection import Writing

_ASPECTS = (Aspect.DETAILS, Aspect.BADGE, Aspect.ISSUE)


def record(link: Link, card: DelegateCard, stations: Mapping[StationId, str]) -> Record:
    """Return all that was written of somebody who is known here."""
    counted, subject = Counted(link), delegate_subject(card.delegate.id)
    void = {delegate_subject(each): each for each in merges.voided(link, card.delegate.id)}
    by_aspect = [told.facts_of(link, counted, aspect, [subject])[subject] for aspect in _ASPECTS]
    merged = told.facts_of(link, counted, Aspect.IDENTITY, [subject, *void])
    boarded, taken_back = overrides.of_person(link, counted, subject)
    handed = filter(records.tells_of_hands, _of_jobs(link, counted, card.delegate.id))
    facts = [fact for some in (*by_aspect, *merged.values(), boarded, handed) for fact in some]
    theirs = told.facts_of(link, counted, Aspect.DETAILS, list(void)) if void else {}
    documents = Writing(link, unseen).documents_of({subject: facts, **theirs})
    changes = records.history(((fact, documents.get(fact.document or "", {})) for fact in facts), taken_back)
    edits = people.edits_of(link, card.delegate.id)
    voided = tuple(_voided(who, theirs[each], documents) for each, who in void.items())
    emergencies = tuple(_emergencies(link, {card.delegate.id, *void.values()}))
    marks = named(link, [mark.fact_id for each in emergencies for mark in each.marks])
    made = makers(link, [*facts, *marks])
    return Record(card, edits, changes, records.disputed(edits, changes), stations, voided, made, emergencies)


def _emergencies(link: Link, ids: AbstractSet[str]) -> Iterator[AtEmergency]:
    for bus, counts in sorted(head_counts.every(link).items()):
        marked = counts.emergency.marks if counts.emergency else {}
        if marks := tuple(mark for who in sorted(ids & marked.keys()) for mark in marked[who]):
            yield AtEmergency(bus, marks, len({each.condition for each in marks}) > 1)


def _of_jobs(link: Link, counted: Counted, delegate: DelegateId) -> Iterable[Fact]:
    subjects = [job_subject(each.id) for each in jobs.of_delegate(link, delegate)]
    of_each = told.facts_of(link, counted, jobs.PROJECTION.aspect, subjects) if subjects else {}
    return (fact for some in of_each.values() for fact in some)


def _voided(who: DelegateId, facts: Sequence[Fact], documents: Mapping[str, Mapping[str, Json]]) -> VoidedRecord:
    edits = [each for each in facts if isinstance(each.said, Edit)]
    value, _ = people.written(who, [edit_of(each, documents.get(each.document or "", {})) for each in edits])
    return VoidedRecord(who, value.called, value.badge_no)


def of_voided(link: Link, ids: Sequence[DelegateId]) -> Mapping[DelegateId, tuple[Delegate, Registers]]:
    """Return records for which others stand as their own facts make them; none that was withdrawn."""
    subjects = {delegate_subject(each): each for each in ids}
    theirs = told.facts_of(link, Counted(link), Aspect.DETAILS, list(subjects))
    documents = Writing(link, unseen).documents_of(theirs)
    found: dict[DelegateId, tuple[Delegate, Registers]] = {}
    for subject, who in subjects.items():
        standing = standing_edits(theirs[subject], partial(people.told_of, link, subject))
        if standing:
            value, row = people.written(
                who, [edit_of(each, documents.get(each.document or "", {})) for each in standing]
            )
            found[who] = value, people.edits(value, row["heads"])
    return found


def merged_hits(link: Link, hits: Sequence[Hit]) -> list[Hit]:
    """Return whom was found, whoever stands for a voided record in its place, each once."""
    under = merges.roots_of(link, [hit.delegate for hit in hits])
    if not under:
        return list(hits)
    names = {who: value.called for who, (value, _) in of_voided(link, list(under)).items()}
    found: dict[DelegateId, Hit] = {}
    for hit in hits:
        root = under.get(hit.delegate)
        if root is None:
            found[hit.delegate] = hit
        elif root not in found:
            found[root] = Hit(root, hit.kind, formerly=names.get(hit.delegate, ""))
    return list(found.values())
