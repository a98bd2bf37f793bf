"""The operators: who they are, in which role, and what they prove themselves by."""

from collections.abc import Sequence
from operator import attrgetter

import sqlalchemy as sa

from checkin_app.domain.ids import DelegateId, OperatorId, Subject
from checkin_app.domain.kinds.body import Aspect
from checkin_app.domain.operators import Operator, documents_now, fold_operator
from checkin_app.domain.problems import ProjectionsDiffer
from checkin_app.domain.roles import OperatorRole
from db.engine import Link, Prepared
from db.projections.columns import Row, metadata, text, texts, to_json
from db.projections.projection import Facts, Projection, Writing, name_of
from db.statements import saving

operators = sa.Table(
    "operators",
    metadata,
    text("id", key=True),
    text("name"),
    text("role"),
    text("badge", null=True),
    text("revoked", null=True),
    text("pin"),
    text("state_facts"),
    text("pin_facts"),
    text("stated"),  # all that was said of them and counts
    sqlite_with_rowid=False,
)

_CALLED = attrgetter("fact_id")
_COLUMNS = [operators.c[name] for name in ("id", "name", "role", "badge", "revoked", "pin", "state_facts", "pin_facts")]
_EVERY = Prepared(sa.select(*_COLUMNS).order_by(operators.c.name, operators.c.id))
_STATED = Prepared(sa.select(operators.c.id, operators.c.stated))
_FORGET = Prepared(sa.delete(operators).where(operators.c.id == sa.bindparam("operator")))
_SAVE = saving(operators)


def fold(writing: Writing, facts: Facts) -> None:
    """Write some operators anew; `facts` are those that count."""
    documents = writing.documents_named(each for some in facts.values() for each in documents_now(some))
    folded = [(known, some) for some in facts.values() if (known := fold_operator(some, documents))]
    writing.link.run(_FORGET, [{"operator": name_of(subject)} for subject in facts])
    writing.link.run(_SAVE, [_row(known, sorted(map(_CALLED, some))) for known, some in folded])


PROJECTION = Projection(Aspect.OPERATOR, {operators: "id"}, fold, "operator:", is_whole=True)


def _row(known: Operator, stated: Sequence[str]) -> Row:
    return {
        "id": known.id,
        "name": known.name,
        "role": known.role.value,
        "badge": known.badge,
        "revoked": known.revoked,
        "pin": known.pin,
        "state_facts": to_json(list(known.facts)),
        "pin_facts": to_json(list(known.pins)),
        "stated": to_json(stated),
    }


def every(link: Link) -> Sequence[Operator]:
    """Return all operators there ever were, by their names."""
    found: list[Operator] = []
    for name, called, role, badge, revoked, pin, state_facts, pin_facts in link.all(_EVERY):
        try:
            kind = OperatorRole(role)
        except ValueError as error:
            raise ProjectionsDiffer(detail="operators") from error
        known = OperatorId(name), called, kind, DelegateId(badge) if badge else None, revoked, pin
        found.append(Operator(*known, texts(state_facts), texts(pin_facts)))
    return found


def stated(link: Link) -> dict[Subject, frozenset[str]]:
    """Return of each operator the facts that counted when they were folded last."""
    return {Subject(f"operator:{name}"): frozenset(texts(facts)) for name, facts in link.all(_STATED)}
