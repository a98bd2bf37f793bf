"""Who made facts: whoever had signed in where they were made, by name and by the role that they had then."""

import json
from collections.abc import Iterable, Sequence

import sqlalchemy as sa

from checkin_app.domain.facts import Fact
from checkin_app.domain.ids import FactId, StationId, operator_subject, station_of
from checkin_app.domain.operators import Maker, role_in
from checkin_app.services.ports.acting import Makers
from db.engine import Link, Prepared
from db.judging import Judging
from db.log.portable import Among
from db.log.rows import COLUMNS, fact_of
from db.log.tables import facts
from db.projections import operators

_NAMED = Prepared(sa.select(*COLUMNS).where(facts.c.fact_id.in_(Among("ids"))))


def makers(link: Link, some: Iterable[Fact]) -> Makers:
    """Return who made some facts; reads no fact as long as the forum has no operators."""
    known = {operator_subject(each.id): each for each in operators.every(link)}
    if not known:
        return Makers()
    judging = Judging(link)
    by: dict[tuple[FactId, StationId], Maker] = {}
    for fact in some:
        sign_in = judging.sign_in(fact) if fact.actor else None
        operator = known.get(sign_in.subject) if sign_in else None
        if sign_in and operator:
            role = role_in(fact, sign_in, judging.stated.get(sign_in.subject, ())) or operator.role
            by[fact.fact_id, station_of(fact.log_id)] = Maker(operator.name, role)
    return Makers(has_operators=True, by=by)


def makers_of(link: Link, names: Iterable[FactId]) -> Makers:
    """Return who made the facts that are called so."""
    return makers(link, named(link, names))


def named(link: Link, names: Iterable[FactId]) -> Sequence[Fact]:
    """Return the facts that are called so."""
    wanted = sorted(set(names))
    return [fact_of(row) for row in link.all(_NAMED, ids=json.dumps(wanted))] if wanted else []
