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
from checkin_app.domain.following import heads, in_order, named
from checkin_app.domain.ids import DelegateId, FactId, OperatorId, Subject, operator_of
from checkin_app.domain.kinds.operators import (
    APPROVAL,
    OfOperator,
    OperatorNamed,
    OperatorPinSet,
    OperatorRevoked,
    OperatorSignedIn,
    OperatorStated,
)
from checkin_app.domain.roles import Deed, OperatorRole, may

#: Of an operator's name, in characters.
LONGEST_NAME = 60

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
    UNAPPROVED = "unapproved"
    """A second person must approve it, and none has who might."""


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


@dataclass(frozen=True, slots=True)
class Maker:
    """Whoever made a fact, as they were called, in the role that they had then."""

    name: str
    role: OperatorRole


def role_in(fact: Fact, sign_in: Fact, stated: Iterable[Fact]) -> OperatorRole | None:
    """Return the role in which somebody made a fact, or None where nothing that is known names one.

    Args:
        fact: any.
        sign_in: what it names as its actor.
        stated: what was said of the operator, and counts itself.
    """
    told = sign_in.said.after if isinstance(sign_in.said, OperatorSignedIn) else ()
    namings = [each for each in _in_force(stated, fact, told) if isinstance(each, OperatorNamed)]
    return namings[-1].role if namings else None


def objection(fact: Fact, sign_in: Fact | None, stated: Iterable[Fact]) -> Objection | None:
    """Return why a fact does not count, or None.

    Args:
        fact: any.
        sign_in: what it names as its actor, where that is known.
        stated: what was said of the operator and counts itself; what is said of their PIN is passed over.
    """
    said = fact.said
    if not fact.actor or said is None or (said.deed is None and not isinstance(said, OperatorPinSet)):
        return None
    if sign_in is None or not isinstance(sign_in.said, OperatorSignedIn) or sign_in.said.how == APPROVAL:
        return Objection.UNKNOWN
    if said.speaks_for not in {None, operator_of(sign_in.subject)}:
        return Objection.UNKNOWN
    in_force = _in_force(stated, fact, sign_in.said.after)
    is_own = isinstance(said, OperatorPinSet) and fact.subject == sign_in.subject
    if is_own and in_force and all(isinstance(each, OperatorNamed) for each in in_force):
        return None  # of their own PIN everybody says
    return _objection(said.deed or Deed.OPERATORS, in_force)


def may_not(deed: Deed, fact: Fact, known: Iterable[FactId], stated: Iterable[Fact]) -> Objection | None:
    """Return why somebody might not do a deed when a fact was made, or None.

    Args:
        deed: what they did.
        fact: what came of it.
        known: what their laptop knew of them.
        stated: what was said of them, and counts itself.
    """
    return _objection(deed, _in_force(stated, fact, known))


def _objection(deed: Deed, said: Sequence[OperatorStated]) -> Objection | None:
    if not said:
        return Objection.UNKNOWN
    namings = [each for each in said if isinstance(each, OperatorNamed)]
    if len(namings) < len(said):  # who was to be stopped is stopped, also where laptops apart said both
        return Objection.REVOKED
    return None if may(namings[-1].role, deed) else Objection.ROLE


def _in_force(stated: Iterable[Fact], fact: Fact, known: Iterable[FactId]) -> list[OperatorStated]:
    """Return what held of whoever made a fact when they made it, what holds last in the end."""
    of_role = [(each, each.said) for each in stated if isinstance(each.said, OperatorStated)]
    told = frozenset(known)
    before = [each for each, said in of_role if each.fact_id in told or _went_before(each, said, fact)]
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


@dataclass(frozen=True, slots=True)
class Judged:
    """What was said of operators: each of it either counts or is refused."""

    taken: Mapping[Subject, Sequence[Fact]]
    """Of each operator what was said by those who might say so."""
    refused: Mapping[tuple[int, str, int], Objection]
    """Why the others do not count, by their places in the order of all facts."""


def judge(said: Iterable[Fact], sign_ins: SignIns) -> Judged:
    """Return what was said of operators as it counts by whoever said it.

    Where two leads apart revoke each other, the one who did so first has done it.
    """
    taken: dict[Subject, list[Fact]] = {}
    refused: dict[tuple[int, str, int], Objection] = {}
    for fact in in_order(said, lambda each: (*named(each), *_known_by(sign_ins(each) if each.actor else None))):
        sign_in = sign_ins(fact) if fact.actor else None
        if why := objection(fact, sign_in, taken.get(sign_in.subject, ()) if sign_in else ()):
            refused[fact.order] = why
        else:
            taken.setdefault(fact.subject, []).append(fact)
    return Judged(taken, refused)


def _known_by(sign_in: Fact | None) -> Sequence[FactId]:
    return sign_in.said.after if sign_in and isinstance(sign_in.said, OperatorSignedIn) else ()


def fold_operator(facts: Iterable[Fact], documents: Mapping[str, Mapping[str, Json]]) -> Operator | None:
    """Return an operator out of what was said of them and counts; None where nobody has named them yet."""
    known = [each for each in facts if isinstance(each.said, OfOperator)]
    stated = _said_last([each for each in known if isinstance(each.said, OperatorStated)])
    ever = [each.said for each in in_order(known) if isinstance(each.said, OperatorNamed)]
    if not ever:
        return None
    namings = [each.said for each in stated if isinstance(each.said, OperatorNamed)]
    revoked = [each.said.reason for each in stated if isinstance(each.said, OperatorRevoked)]
    last = namings[-1] if namings else ever[-1]
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
