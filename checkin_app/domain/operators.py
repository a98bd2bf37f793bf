"""Who acts: what was said of operators, and whether a fact counts by whoever made it.  Pure.

Each fact names in ``actor`` the sign-in under which it was made; one that names none was made by nobody in particular
and counts as ever.  What its maker might do then is judged by what was said of them before it: what the sign-in names as
known, and what was written before the fact, where its writer had not heard of the fact.  Only between those who did not
know of each other do stamps decide.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from checkin_app.domain.canonical import Json
from checkin_app.domain.facts import Fact
from checkin_app.domain.following import heads, in_order
from checkin_app.domain.ids import DelegateId, FactId, OperatorId, Subject, operator_of
from checkin_app.domain.kinds.operators import (
    OfOperator,
    OperatorNamed,
    OperatorPinSet,
    OperatorRevoked,
    OperatorSignedIn,
    OperatorStated,
)
from checkin_app.domain.roles import Deed, OperatorRole, may

SignIns = Callable[[Fact], Fact | None]
"""Returns the sign-in that a fact names as its actor, on the laptop that wrote it; None where that is not known."""


class Objection(StrEnum):
    """Why a fact is kept and not applied."""

    UNKNOWN = "unknown"
    """Nobody has signed in there who is known to be anybody."""
    REVOKED = "revoked"
    """Whoever made it was no operator any more."""
    ROLE = "role"
    """Their role did not let them."""


@dataclass(frozen=True, slots=True)
class Operator:
    """What is known of one operator."""

    id: OperatorId
    name: str
    role: OperatorRole
    badge: DelegateId | None
    revoked: str | None
    """Why they are no operator any more; None while they are one."""
    pin: str
    """As Argon2id left it; empty where they have none."""
    facts: tuple[FactId, ...] = ()
    """What was said of their role that nothing follows: what a sign-in, and what is said next, must name."""
    pins: tuple[FactId, ...] = ()
    """The same of their PIN."""

    @property
    def stands(self) -> bool:
        return self.revoked is None

    @property
    def can_sign_in(self) -> bool:
        return self.stands and bool(self.pin or self.badge)


def objection(fact: Fact, sign_in: Fact | None, stated: Iterable[Fact]) -> Objection | None:
    """Return why a fact does not count, or None.

    Args:
        fact: any.
        sign_in: what it names as its actor, where that is known.
        stated: what was said of the operator and counts itself; what is said of their PIN is passed over.
    """
    deed = fact.said.deed if fact.said else None
    if not fact.actor or deed is None:
        return None
    if sign_in is None or not isinstance(sign_in.said, OperatorSignedIn):
        return Objection.UNKNOWN
    return _objection(deed, _in_force(stated, fact, sign_in.said.after))


def _objection(deed: Deed, said: Sequence[OperatorStated]) -> Objection | None:
    if not said:
        return Objection.UNKNOWN
    named = [each for each in said if isinstance(each, OperatorNamed)]
    if len(named) < len(said):  # who was to be stopped is stopped, also where laptops apart said both
        return Objection.REVOKED
    return None if may(named[-1].role, deed) else Objection.ROLE


def _in_force(stated: Iterable[Fact], fact: Fact, known: Iterable[FactId]) -> list[OperatorStated]:
    """Return what held of whoever made a fact when they made it, what holds last in the end."""
    of_role = [(each, each.said) for each in stated if isinstance(each.said, OperatorStated)]
    named = frozenset(known)
    before = [each for each, said in of_role if each.fact_id in named or _went_before(each, said, fact)]
    last = tuple(before) if len(before) == 1 else _said_last(before)  # of nearly everybody one thing is said
    return [each.said for each in last if isinstance(each.said, OperatorStated)]


def _said_last(stated: Sequence[Fact]) -> tuple[Fact, ...]:
    by_people = [each for each in stated if not (isinstance(each.said, OperatorNamed) and each.said.listed)]
    return heads(by_people or stated)


def _went_before(stated: Fact, said: OperatorStated, fact: Fact) -> bool:
    if fact.seq <= said.heard.get(fact.log_id, 0):
        return False
    if stated.log_id == fact.log_id:
        return stated.seq < fact.seq
    return stated.order < fact.order


def accepted(said: Iterable[Fact], sign_ins: SignIns) -> Mapping[Subject, Sequence[Fact]]:
    """Return of each operator what was said of them by those who might say so.

    Where two leads apart revoke each other, the one who did so first has done it.
    """
    taken: dict[Subject, list[Fact]] = {}
    for fact in in_order(said):
        if _may_be_said(fact, sign_ins, taken):
            taken.setdefault(fact.subject, []).append(fact)
    return taken


def _may_be_said(fact: Fact, sign_ins: SignIns, taken: Mapping[Subject, Sequence[Fact]]) -> bool:
    if not fact.actor:
        return True
    sign_in = sign_ins(fact)
    if sign_in is None or not isinstance(sign_in.said, OperatorSignedIn):
        return False
    stated = taken.get(sign_in.subject, ())
    if isinstance(fact.said, OperatorPinSet):
        in_force = _in_force(stated, fact, sign_in.said.after)
        own = fact.subject == sign_in.subject and all(isinstance(each, OperatorNamed) for each in in_force)
        return (own and bool(in_force)) or _objection(Deed.OPERATORS, in_force) is None
    return objection(fact, sign_in, stated) is None


def fold_operator(facts: Iterable[Fact], documents: Mapping[str, Mapping[str, Json]]) -> Operator | None:
    """Return an operator out of what was said of them and counts; None where nobody has named them yet."""
    known = [each for each in facts if isinstance(each.said, OfOperator)]
    stated = _said_last([each for each in known if isinstance(each.said, OperatorStated)])
    ever = [each.said for each in in_order(known) if isinstance(each.said, OperatorNamed)]
    if not ever:
        return None
    named = [each.said for each in stated if isinstance(each.said, OperatorNamed)]
    revoked = [each.said.reason for each in stated if isinstance(each.said, OperatorRevoked)]
    last = named[-1] if named else ever[-1]
    pins = heads(each for each in known if isinstance(each.said, OperatorPinSet))
    return Operator(
        id=operator_of(known[0].subject),
        name=_text(documents, last.document, "name"),
        role=last.role,
        badge=last.badge,
        revoked=revoked[-1] if revoked else None,
        pin=_text(documents, pins[-1].document, "pin") if pins else "",
        facts=tuple(each.fact_id for each in stated),
        pins=tuple(each.fact_id for each in pins),
    )


def _text(documents: Mapping[str, Mapping[str, Json]], digest: str | None, name: str) -> str:
    value = documents.get(digest or "", {}).get(name)
    return value if isinstance(value, str) else ""
