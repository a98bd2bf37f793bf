"""The record of one person, read from the facts that made it."""

from collections.abc import Mapping

from checkin_app.domain import records
from checkin_app.domain.ids import StationId, delegate_subject
from checkin_app.domain.kinds.body import Aspect
from checkin_app.services.ports.people import DelegateCard
from checkin_app.services.ports.records import Record
from db.counting import Counted
from db.engine import Link
from db.folding import unseen
from db.projections import people, told
from db.projections.projection import Writing

_ASPECTS = (Aspect.DETAILS, Aspect.BADGE)


def record(link: Link, card: DelegateCard, stations: Mapping[StationId, str]) -> Record:
    """Return all that was written of somebody who is known here."""
    counted, subject = Counted(link), delegate_subject(card.delegate.id)
    by_aspect = [told.facts_of(link, counted, aspect, [subject])[subject] for aspect in _ASPECTS]
    facts = [fact for some in by_aspect for fact in some]
    documents = Writing(link, unseen).documents_of({subject: facts})
    changes = records.history((fact, documents.get(fact.document or "", {})) for fact in facts)
    edits = people.edits_of(link, card.delegate.id)
    return Record(card, edits, changes, records.disputed(edits, changes), stations)
