"""The list of scans, each with what answers it and whether it was taken back."""

import json
from collections.abc import Sequence

import sqlalchemy as sa

from checkin_app.domain.facts import Fact
from checkin_app.domain.ids import FactId
from checkin_app.domain.kinds.scans import ScanAnswered, ScanDecided, ScanUndone
from checkin_app.domain.scans import aimed_at, place_of
from db import codec, schema
from db.engine import Link, Prepared
from db.log.portable import Among
from db.log.rows import COLUMNS, fact_of
from db.log.tables import facts
from db.statements import saving

_facts = facts
_FACTS_NAMED = Prepared(sa.select(*COLUMNS).where(_facts.c.fact_id.in_(Among("ids"))))
_FACTS_AIMED_AT = Prepared(sa.select(*COLUMNS).where(_facts.c.target.in_(Among("ids"))))
_SAVE_SCAN = saving(schema.scans)
_TAKEN_BACK = (ScanDecided, ScanAnswered)


def add(link: Link, scans: Sequence[Fact]) -> None:
    """Write scans that nothing here can answer or take back yet."""
    link.run(_SAVE_SCAN, [codec.scan_row(each) for each in scans])


def fold(link: Link, named: Sequence[FactId]) -> None:
    """Fold scans with what answers and undoes them; a name may be that of an answer, or of nothing here yet."""
    scans, answers, takes = _about(link, named)
    answers_to = aimed_at(scans, sorted(answers, key=lambda fact: fact.order))
    # Whatever else is called so must be known: whom it is said of is the same in every fold.
    meant = _read(link, _FACTS_NAMED, sorted({each.target for each in takes if each.target}))
    undone = frozenset(aimed_at([each for each in meant if isinstance(each.said, _TAKEN_BACK)], takes))
    link.run(_SAVE_SCAN, [codec.scan_row(each, answers_to.get(place_of(each), ()), undone) for each in scans])


def _about(link: Link, named: Sequence[FactId]) -> tuple[list[Fact], list[Fact], list[Fact]]:
    """Return the scans that are meant, what answers them, and what takes back any of these."""
    found = _read(link, _FACTS_NAMED, named)
    ids = {each.fact_id for each in found} | {each.said.fact for each in found if isinstance(each.said, ScanAnswered)}
    scans = [each for each in _read(link, _FACTS_NAMED, sorted(ids)) if isinstance(each.said, ScanDecided)]
    aimed = _read(link, _FACTS_AIMED_AT, [each.fact_id for each in scans])
    answers = [each for each in aimed if isinstance(each.said, ScanAnswered)]
    takes = aimed + _read(link, _FACTS_AIMED_AT, [each.fact_id for each in answers])
    return scans, answers, [each for each in takes if isinstance(each.said, ScanUndone)]


def _read(link: Link, prepared: Prepared, ids: Sequence[FactId]) -> list[Fact]:
    rows = link.all(prepared, ids=json.dumps(ids)) if ids else []
    return [each for each in map(fact_of, rows) if each.said]
