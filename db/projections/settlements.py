"""What people said of contradictions."""

import json
from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from checkin_app.domain.contradictions import Said, Settlement, fold_settlement
from checkin_app.domain.ids import ContradictionId, FactId, Instant, StationId
from checkin_app.domain.kinds.body import Aspect
from db.engine import Link, Prepared
from db.projections.columns import Row, metadata, text, texts, to_json, whole
from db.projections.projection import Facts, Projection, Writing
from db.statements import saving

settlements = sa.Table(
    "settlements",
    metadata,
    text("id", key=True),
    text("what"),
    text("about"),
    text("field"),
    whole("rehearsal"),
    text("claims"),
    text("shown_by"),
    text("answers"),
    whole("at"),  # when the last of them was said
    sa.Index("settlements_at", "at"),
    sqlite_with_rowid=False,
)

#: The columns that `settlement` reads, in its order.
COLUMNS = [
    settlements.c[name] for name in ("id", "what", "about", "field", "rehearsal", "claims", "shown_by", "answers")
]
_ONE = Prepared(sa.select(*COLUMNS).where(settlements.c.id == sa.bindparam("id")))
_EVERY = Prepared(sa.select(*COLUMNS).order_by(settlements.c.at.desc(), settlements.c.id))
_SAVE = saving(settlements)


def settlement(row: Sequence[Any]) -> Settlement:
    """Return the settlement of a row that begins with `COLUMNS`."""
    name, what, about, field, rehearsal, claims, shown_by, answers = row[:8]
    said = (
        Said(FactId(fact_id), Instant(at), StationId(station), choice)
        for fact_id, at, station, choice in json.loads(answers)
    )
    return Settlement(
        ContradictionId(name), what, about, field, bool(rehearsal), texts(claims), texts(shown_by), tuple(said)
    )


def _row(value: Settlement) -> Row:
    return {
        "id": value.id,
        "what": value.what,
        "about": value.about,
        "field": value.field,
        "rehearsal": int(value.rehearsal),
        "claims": to_json(list(value.claims)),
        "shown_by": to_json(list(value.shown_by)),
        "answers": to_json([[each.fact_id, each.at, each.station, each.choice] for each in value.answers]),
        "at": max((each.at for each in value.answers), default=0),
    }


def fold(writing: Writing, facts: Facts) -> None:
    folded = (fold_settlement(some) for some in facts.values())
    writing.link.run(_SAVE, [_row(each) for each in folded if each])


PROJECTION = Projection(Aspect.CONTRADICTION, {settlements: "id"}, fold, "contradiction:")


def one(link: Link, contradiction: ContradictionId) -> Settlement | None:
    row = link.one(_ONE, id=contradiction)
    return settlement(row) if row else None


def every(link: Link) -> Sequence[Settlement]:
    """Return what was said of every contradiction, the newest first."""
    return [settlement(row) for row in link.all(_EVERY)]
