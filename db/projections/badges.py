"""Which of a delegate's badges is valid."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

import sqlalchemy as sa

from checkin_app.domain.delegates import BadgeStanding, Issue
from checkin_app.domain.folds import fold_badge
from checkin_app.domain.ids import DelegateId
from checkin_app.domain.kinds.body import Aspect
from db.engine import Link, Prepared
from db.log.portable import Among
from db.projections import people
from db.projections.columns import Row, metadata, text, texts, to_json, whole
from db.projections.projection import Facts, Projection, Writing, name_of
from db.statements import saving

badges = sa.Table(
    "badges",
    metadata,
    text("delegate", key=True),
    whole("current"),
    text("revoked"),
    text("issues"),
    text("state_facts"),
    whole("apart"),
    text("doubled", null=True),  # issue numbers given out twice
    sa.Index("badges_apart", "delegate", sqlite_where=sa.text("apart = 1")),
    sa.Index("badges_doubled", "delegate", sqlite_where=sa.text("doubled IS NOT NULL")),
    sqlite_with_rowid=False,
)


#: The columns that `badge` reads, in its order.
COLUMNS = [badges.c[name] for name in ("current", "revoked", "issues", "state_facts", "apart")]
_ONE = Prepared(sa.select(*COLUMNS).where(badges.c.delegate == sa.bindparam("delegate")))
_SOME = Prepared(sa.select(badges.c.delegate, *COLUMNS).where(badges.c.delegate.in_(Among("ids"))))
_delegates = people.delegates
_VALID = Prepared(
    sa.select(_delegates.c.id, sa.func.coalesce(badges.c.current, sa.literal_column("1")))
    .select_from(_delegates.outerjoin(badges, badges.c.delegate == _delegates.c.id))
    .where(_delegates.c.id > sa.bindparam("after"))
    .order_by(_delegates.c.id)
    .limit(sa.bindparam("most"))
)
_SAVE = saving(badges)


def badge(row: Sequence[Any]) -> BadgeStanding:
    """Return the standing of a row of `COLUMNS`."""
    current, revoked, issues, state_facts, apart = row
    replaced = tuple(Issue(*each) for each in texts(issues))
    return BadgeStanding(current, replaced, revoked, texts(state_facts), bool(apart))


def _row(delegate: str, standing: BadgeStanding) -> Row:
    issues = [[each.number, each.reason, each.at, each.fact_id] for each in standing.issues]
    return {
        "delegate": delegate,
        "current": standing.current,
        "revoked": standing.revoked,
        "issues": to_json(issues),
        "state_facts": to_json(list(standing.state_facts)),
        "apart": int(standing.apart),
        "doubled": ",".join(str(number) for number in standing.doubled) or None,
    }


def fold(writing: Writing, facts: Facts) -> None:
    writing.link.run(_SAVE, [_row(name_of(subject), fold_badge(some)) for subject, some in facts.items()])


PROJECTION = Projection(Aspect.BADGE, {badges: "delegate"}, fold, "delegate:")


def one(link: Link, delegate: DelegateId) -> BadgeStanding:
    row = link.one(_ONE, delegate=delegate)
    return badge(row) if row else BadgeStanding()


def some(link: Link, ids: Sequence[DelegateId]) -> Mapping[DelegateId, BadgeStanding]:
    """Return the standings of those whose badge was ever replaced or revoked."""
    return {DelegateId(row[0]): badge(row[1:]) for row in link.all(_SOME, ids=json.dumps(ids))}


def valid(link: Link, after: DelegateId, most: int) -> Sequence[tuple[DelegateId, int]]:
    """Return up to `most` people whose ids come after that one, by id, each with the issue that is valid."""
    return [(DelegateId(row[0]), row[1]) for row in link.all(_VALID, after=after, most=most)]
