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
from checkin_app.domain.ids import DelegateId, Digest, FactId, OperatorId, Subject, operator_of
from checkin_app.domain.kinds.operators import (
    APPROVAL,
    OperatorNamed,
    OperatorPinSet,
    OperatorRevoked,
    OperatorSignedIn,
)
from checkin_app.domain.mandates import Mandate, Mandates
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
    return Mandates.of(stated).held(fact, told).role


def objection(fact: Fact, sign_in: Fact | None, stated: Iterable[Fact]) -> Objection | None:
    """Return why a fact does not count, or None.

    Args:
        fact: any.
        sign_in: what it names as its actor, where that is known.
        stated: what was said of the operator and counts itself; as `Mandates`, where it is asked for more than one fact.
    """
    said = fact.said
    if not fact.actor or said is None or (said.deed is None and not isinstance(said, OperatorPinSet)):
        return None
    if sign_in is None or not isinstance(sign_in.said, OperatorSignedIn) or sign_in.said.how == APPROVAL:
        return Objection.UNKNOWN
    if said.speaks_for not in {None, operator_of(sign_in.subject)}:
        return Objection.UNKNOWN
    mandate = Mandates.of(stated).held(fact, sign_in.said.after)
    is_own = isinstance(said, OperatorPinSet) and fact.subject == sign_in.subject
    if is_own and mandate and not mandate.is_revoked:
        return None  # of their own PIN everybody says
    return _objection(said.deed or Deed.OPERATORS, mandate)


def counts_anyway(fact: Fact) -> bool:
    """Return whether a fact counts whoever made it: that an emergency is on, and how somebody is.

    Nobody has to sign in to say so, so whoever did and was revoked elsewhere meanwhile is heard like everybody; that it is over
    is said by who may.
    """
    return fact.said is not None and fact.said.deed is Deed.EMERGENCY


def may_not(deed: Deed, fact: Fact, known: Iterable[FactId], stated: Iterable[Fact]) -> Objection | None:
    """Return why somebody might not do a deed when a fact was made, or None.

    Args:
        deed: what they did.
        fact: what came of it.
        known: what their laptop knew of them.
        stated: what was said of them, and counts itself.
    """
    return _objection(deed, Mandates.of(stated).held(fact, known))


def _objection(deed: Deed, mandate: Mandate) -> Objection | None:
    if mandate.is_revoked:
        return Objection.REVOKED
    if mandate.role is None:
        return Objection.UNKNOWN
    return None if may(mandate.role, deed) else Objection.ROLE


class Judged:
    """What was said of operators: each of it either counts or is refused."""

    def __init__(self) -> None:
        self.taken: dict[Subject, Mandates] = {}
        """Of each operator what was said by those who might say so."""
        self.refused: dict[tuple[int, str, int], Objection] = {}
        """Why the others do not count, by their places in the order of all facts."""
        self.said: list[Fact] = []
        """All of it, as it was judged one after the other."""
        self.lacking: set[str] = set()
        """The sign-ins under which some of it was said and which are not known: with one of them all is judged anew."""
        self._last = (-1, "", 0)
        self._names: set[FactId] = set()
        """What it is called, and what it names."""

    def go_on(self, more: Sequence[Fact], sign_ins: SignIns) -> Mapping[Subject, Mandates] | None:
        """Judge what was said after all else, and return what counted before of each of whom any of it counts.

        None where it was not said last by its stamp, or was named before: then nothing is done, and all is to be judged anew.
        """
        if any(each.order <= self._last or each.fact_id in self._names for each in more):
            return None
        former: dict[Subject, Mandates] = {}
        for fact in _in_order(more, sign_ins):
            if self._take(fact, sign_ins):
                if fact.subject not in former:
                    former[fact.subject] = self.taken.get(fact.subject, Mandates())
                    self.taken[fact.subject] = former[fact.subject].copied()
                self.taken[fact.subject].add(fact)
        return former

    def _take(self, fact: Fact, sign_ins: SignIns) -> bool:
        """Take note of one more, and return whether it counts."""
        sign_in = sign_ins(fact) if fact.actor else None
        if fact.actor and sign_in is None:
            self.lacking.add(fact.actor)
        self.said.append(fact)
        self._last = max(self._last, fact.order)
        self._names |= {fact.fact_id, *_named(fact, sign_ins)}
        why = objection(fact, sign_in, self.taken.get(sign_in.subject, ()) if sign_in else ())
        if why:
            self.refused[fact.order] = why
        return why is None


def judge(said: Iterable[Fact], sign_ins: SignIns) -> Judged:
    """Return what was said of operators as it counts by whoever said it.

    Where two leads apart revoke each other, the one who did so first has done it.
    """
    judged = Judged()
    judged.go_on([*said], sign_ins)
    return judged


def _in_order(said: Iterable[Fact], sign_ins: SignIns) -> Sequence[Fact]:
    return in_order(said, lambda each: _named(each, sign_ins))


def _named(fact: Fact, sign_ins: SignIns) -> Sequence[FactId]:
    """Return what was known to have been said to whoever said something: of whom they speak, and of themselves."""
    return *named(fact), *_known_by(sign_ins(fact) if fact.actor else None)


def _known_by(sign_in: Fact | None) -> Sequence[FactId]:
    return sign_in.said.after if sign_in and isinstance(sign_in.said, OperatorSignedIn) else ()


def documents_now(facts: Iterable[Fact]) -> Sequence[Digest]:
    """Return the names of the documents that say what somebody is called and has as their PIN by now."""
    said = Mandates.of(facts)
    named, pins = _named_last(said), heads(said.of_pin)
    found = named and named.said_as(OperatorNamed).document, pins and pins[-1].said_as(OperatorPinSet).document
    return [each for each in found if each]


def fold_operator(facts: Iterable[Fact], documents: Mapping[str, Mapping[str, Json]]) -> Operator | None:
    """Return an operator out of what was said of them and counts; None where nobody has named them yet.

    Args:
        facts: what was said; as `Mandates`, where that is much.
        documents: those of `documents_now`, by digest, as far as they are known.
    """
    said = Mandates.of(facts)
    if (named := _named_last(said)) is None:
        return None
    stated, pins = said.last(), heads(said.of_pin)
    revoked = [each.said.reason for each in stated if isinstance(each.said, OperatorRevoked)]
    last = named.said_as(OperatorNamed)
    return Operator(
        id=operator_of(named.subject),
        name=_text(documents, last.document, "name"),
        role=last.role,
        badge=last.badge,
        revoked=revoked[-1] if revoked else None,
        pin=_text(documents, pins[-1].said_as(OperatorPinSet).document, "pin") if pins else "",
        facts=tuple(each.fact_id for each in stated),
        pins=tuple(each.fact_id for each in pins),
    )


def _named_last(said: Mandates) -> Fact | None:
    """Return the naming that nothing follows, else the last that there was; None where there was none."""
    namings = [each for each in said.last() if isinstance(each.said, OperatorNamed)]
    return next(reversed(namings or [each for each in in_order(said) if isinstance(each.said, OperatorNamed)]), None)


def _text(documents: Mapping[str, Mapping[str, Json]], digest: str | None, name: str) -> str:
    value = documents.get(digest or "", {}).get(name)
    return value if isinstance(value, str) else ""
