"""Who boarded though the door said otherwise: read from the facts that say so, each with who said it and who agreed."""

import json
from collections.abc import Collection, Iterator, Mapping, Sequence

import sqlalchemy as sa

from checkin_app.domain.approvals import may_have_approved
from checkin_app.domain.facts import Fact
from checkin_app.domain.ids import CheckpointId, FactId, StationId, Subject, operator_of, station_of
from checkin_app.domain.kinds.body import Aspect
from checkin_app.domain.kinds.scans import BoardingOverridden
from checkin_app.domain.outcomes import Answer
from checkin_app.domain.scans import Place, place_of, taken_back
from checkin_app.services.ports.buses import Override
from db.counting import Counted
from db.engine import Link, Prepared
from db.folding import unseen
from db.log.portable import Among
from db.log.rows import COLUMNS, fact_of
from db.log.tables import facts
from db.makers import makers
from db.projections import operators, scans, told
from db.projections.projection import Writing

_scans = scans.scans
_AT_BUS = Prepared(
    sa.select(_scans.c.fact_id).where(
        _scans.c.checkpoint == sa.bindparam("checkpoint"),
        _scans.c.answer == sa.literal_column(f"'{Answer.OVERRIDE}'"),
        _scans.c.undone == sa.literal_column("0"),
    )
)
_ANSWERING = Prepared(
    sa.select(*COLUMNS).where(
        facts.c.target.in_(Among("scans")), facts.c.kind == sa.literal_column(f"'{BoardingOverridden.KIND}'")
    )
)
_NAMED = Prepared(sa.select(*COLUMNS).where(facts.c.fact_id.in_(Among("ids"))))


#: By what a presence names: the fact that somebody is aboard by, and the laptop that wrote it.
Overrides = Mapping[tuple[FactId, StationId], Override]


def at_bus(link: Link, checkpoint: CheckpointId) -> Overrides:
    """Return the overrides at a bus's door that were not taken back."""
    named = [row[0] for row in link.all(_AT_BUS, checkpoint=checkpoint)]
    found = map(fact_of, link.all(_ANSWERING, scans=json.dumps(named))) if named else ()
    return {(each.fact_id, each.station): each for each in overrides(link, [*found])}


def of_person(link: Link, counted: Counted, subject: Subject) -> tuple[Sequence[Fact], Collection[FactId]]:
    """Return the facts by which somebody boarded by override, and which of them were taken back."""
    moved = told.facts_of(link, counted, Aspect.MOVEMENT, [subject])[subject]
    undone = taken_back(sorted(moved, key=lambda each: each.order))
    found = [each for each in moved if isinstance(each.said, BoardingOverridden)]
    return found, {each.fact_id for each in found if place_of(each) in undone}


def overrides(link: Link, some: Sequence[Fact]) -> Iterator[Override]:
    """Yield what facts say of overrides, with the names that are known here."""
    if not some:
        return
    by_subject: dict[Subject, list[Fact]] = {}
    for fact in some:
        by_subject.setdefault(fact.subject, []).append(fact)
    documents = Writing(link, unseen).documents_of(by_subject)
    made, second = makers(link, some), _approvers(link, some)
    for fact in some:
        said, station = fact.said_as(BoardingOverridden), station_of(fact.log_id)
        written = documents.get(fact.document or "", {})
        yield Override(
            fact.fact_id,
            fact.at,
            station,
            said.asked,
            said.ground,
            text=str(written.get("text") or ""),
            maker=made.of(fact.fact_id, station),
            named=str(written.get("by") or ""),
            approved_by=second.get(place_of(fact), ""),
        )


def _approvers(link: Link, some: Sequence[Fact]) -> Mapping[Place, str]:
    """Return of each fact who approved it: whoever proved themselves for it, and nobody who only acted at that laptop."""
    ids = sorted({said.approved_by for each in some if (said := each.said_as(BoardingOverridden)).approved_by})
    if not ids:
        return {}
    names = {each.id: each.name for each in operators.every(link)}
    named = {(each.fact_id, each.log_id): each for each in map(fact_of, link.all(_NAMED, ids=json.dumps(ids)))}
    given = (
        (fact, named.get((fact.said_as(BoardingOverridden).approved_by or FactId(""), fact.log_id))) for fact in some
    )
    return {
        place_of(fact): names.get(operator_of(approval.subject), "")
        for fact, approval in given
        if approval and may_have_approved(approval, fact)
    }
