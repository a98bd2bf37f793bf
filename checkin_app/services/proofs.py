"""By what people prove who they are: their own staff badge, or their PIN."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, TypeAlias

from checkin_app.domain.codes import BadgeCode, parse
from checkin_app.domain.ids import OperatorId
from checkin_app.domain.operators import Operator
from checkin_app.domain.problems_operators import (
    NoOperatorAnyMore,
    NotAStaffBadge,
    PinWrong,
    StaffBadgeVoid,
    UnknownOperator,
)
from checkin_app.services.ports.acting import OperatorReads
from checkin_app.services.ports.badges import BadgeReads
from checkin_app.services.ports.people import MergeReads
from checkin_app.services.ports.stations import ForumReads, KeyReads
from checkin_app.services.proving import Proving


@dataclass(frozen=True, slots=True)
class PinHeld:
    """Somebody's PIN was right: it says whose, and which PIN that was."""

    operator: OperatorId
    hashed: str


@dataclass(frozen=True, slots=True)
class BadgeShown:
    """Somebody's staff badge was scanned."""

    code: str


Proof: TypeAlias = PinHeld | BadgeShown


class ProofReads(OperatorReads, MergeReads, BadgeReads, ForumReads, KeyReads, Protocol):
    """What says whether a proof is good."""


def bearer(unit: ProofReads, proving: Proving, text: str) -> Operator:
    """Return whose staff badge a code is.

    Raises:
        NotAStaffBadge, StaffBadgeVoid, NoOperatorAnyMore: nobody is proven to be anybody.
    """
    code = parse(text)
    if not isinstance(code, BadgeCode) or not _is_genuine(unit, proving, code):
        raise NotAStaffBadge
    who = unit.root_of(code.delegate) or code.delegate
    found = [each for each in unit.operators() if each.badge in {who, code.delegate}]
    known = next((each for each in found if each.stands), next(iter(found), None))
    if known is None:
        raise NotAStaffBadge
    badge = unit.badge(who)
    if badge.revoked or code.issue != badge.current:
        raise StaffBadgeVoid(name=known.name)
    if not known.stands:
        raise NoOperatorAnyMore(name=known.name)
    return known


def pin_holder(unit: OperatorReads, held: PinHeld) -> Operator:
    """Return whose PIN was right.

    Raises:
        UnknownOperator, NoOperatorAnyMore, PinWrong: it was changed meanwhile.
    """
    known = standing(unit, held.operator)
    if known.pin != held.hashed:
        raise PinWrong(name=known.name, left=1)
    return known


def _is_genuine(unit: ProofReads, proving: Proving, code: BadgeCode) -> bool:
    forum = unit.forum.id
    return any(proving.holds(key, forum, code) for key in unit.keys(code.key_id))


def named(operators: Sequence[Operator], operator: OperatorId) -> Operator:
    found = next((each for each in operators if each.id == operator), None)
    if found is None:
        raise UnknownOperator(name=operator)
    return found


def standing(unit: OperatorReads, operator: OperatorId) -> Operator:
    found = named(unit.operators(), operator)
    if not found.stands:
        raise NoOperatorAnyMore(name=found.name)
    return found
