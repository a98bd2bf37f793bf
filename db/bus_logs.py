"""What was done with a bus, read from the facts of its own, of its door, and of whoever has to do with its list."""

import json
from collections.abc import Sequence

import sqlalchemy as sa

from checkin_app.domain.bus_log import log_of
from checkin_app.domain.facts import Fact
from checkin_app.domain.ids import BusCode, DelegateId, FactId, Subject, bus_checkpoint, bus_subject, delegate_subject
from checkin_app.domain.kinds.body import Aspect
from checkin_app.domain.problems import UnknownBus
from checkin_app.domain.scans import place_of
from checkin_app.services.ports.bus_log import BusLog
from db.counting import Counted
from db.counts import names_of
from db.engine import Link, Prepared
from db.folding import unseen
from db.log.portable import Among
from db.log.rows import COLUMNS, fact_of
from db.log.tables import facts
from db.makers import makers
from db.projections import buses, presences, rides, scans
from db.projections.projection import Writing

_bind = sa.bindparam
_AT_DOOR = Prepared(sa.select(scans.scans.c.fact_id).where(scans.scans.c.checkpoint == _bind("checkpoint")))
_RELATED = Prepared(
    sa.union(
        sa.select(rides.rides.c.delegate).where(rides.rides.c.bus == _bind("bus")),
        sa.select(presences.presences.c.delegate).where(presences.presences.c.checkpoint == _bind("checkpoint")),
        sa.select(scans.scans.c.delegate).where(
            scans.scans.c.checkpoint == _bind("checkpoint"), scans.scans.c.delegate.is_not(None)
        ),
        sa.select(rides.ride_sayings.c.delegate).where(
            sa.or_(rides.ride_sayings.c.bus == _bind("bus"), rides.ride_sayings.c.leaves == _bind("bus"))
        ),
    )
)
_OF_SUBJECTS = Prepared(
    sa.select(*COLUMNS).where(
        facts.c.aspect.in_([sa.literal_column(f"'{each}'") for each in (Aspect.MOVEMENT, Aspect.RIDE, Aspect.BUS)]),
        facts.c.subject.in_(Among("subjects")),
    )
)
_NAMED = Prepared(sa.select(*COLUMNS).where(facts.c.fact_id.in_(Among("ids"))))


def bus_log(link: Link, code: BusCode) -> BusLog:
    """Return what was done with a bus, the oldest first.

    Raises:
        UnknownBus: there is no such bus.
    """
    if buses.one(link, code) is None:
        raise UnknownBus(name=code)
    found = _facts(link, code)
    counted = Counted(link)
    counting = frozenset(place_of(each) for each in counted.of(found))
    by_subject: dict[Subject, list[Fact]] = {}
    for each in found:
        by_subject.setdefault(each.subject, []).append(each)
    entries = log_of(code, found, Writing(link, unseen).documents_of(by_subject), counting)
    shown = {each.fact_id for each in entries}
    who = names_of(link, sorted({each.delegate for each in entries if each.delegate}))
    return BusLog(code, entries, who, makers(link, (each for each in found if each.fact_id in shown)))


def _facts(link: Link, code: BusCode) -> Sequence[Fact]:
    checkpoint = bus_checkpoint(code)
    related = [DelegateId(row[0]) for row in link.all(_RELATED, bus=code, checkpoint=checkpoint)]
    subjects = [bus_subject(code), *(delegate_subject(each) for each in related)]
    rows = [*link.all(_OF_SUBJECTS, subjects=json.dumps(subjects))]
    named = [FactId(row[0]) for row in link.all(_AT_DOOR, checkpoint=checkpoint)]
    rows += link.all(_NAMED, ids=json.dumps(named)) if named else []
    return [each for each in map(fact_of, rows) if each.said]
