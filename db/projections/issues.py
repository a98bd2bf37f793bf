"""Which badges left in files, where nobody counts what is printed of them; no row of anybody of whom none did."""

import json
from collections.abc import Mapping, Sequence

import sqlalchemy as sa

from checkin_app.domain.ids import DelegateId
from checkin_app.domain.kinds.badges import BadgeIssued
from checkin_app.domain.kinds.body import Aspect
from db.engine import Link, Prepared
from db.log.portable import Among
from db.projections.columns import metadata, text, texts, to_json
from db.projections.projection import Facts, Projection, Writing, name_of
from db.statements import saving

issues = sa.Table(
    "issues",
    metadata,
    text("delegate", key=True),
    text("numbers"),  # in order, each once
    sqlite_with_rowid=False,
)

_OF_MANY = Prepared(sa.select(issues.c.delegate, issues.c.numbers).where(issues.c.delegate.in_(Among("delegates"))))
_SAVE = saving(issues)
_FORGET = Prepared(sa.delete(issues).where(issues.c.delegate == sa.bindparam("delegate")))


def fold(writing: Writing, facts: Facts) -> None:
    folded = {
        name_of(subject): sorted({each.said_as(BadgeIssued).issue for each in some}) for subject, some in facts.items()
    }
    writing.link.run(_SAVE, [{"delegate": who, "numbers": to_json(some)} for who, some in folded.items() if some])
    writing.link.run(_FORGET, [{"delegate": who} for who, some in folded.items() if not some])


PROJECTION = Projection(Aspect.ISSUE, {issues: "delegate"}, fold, "delegate:")


def of_many(link: Link, ids: Sequence[DelegateId]) -> Mapping[DelegateId, frozenset[int]]:
    """Return the issues that left in files, of those of `ids` of whom any did."""
    rows = link.all(_OF_MANY, delegates=json.dumps(ids))
    return {DelegateId(who): frozenset(map(int, texts(numbers))) for who, numbers in rows}
