"""What is said of operators: who acts, in which role, by which badge or PIN, and that somebody signed in."""

from typing import Annotated, ClassVar

from msgspec import Meta

from checkin_app.domain.changes import Changed, ChangeSet
from checkin_app.domain.ids import FactId
from checkin_app.domain.kinds.body import Aspect, Body, DelegateName, DigestName, LogName, Whole
from checkin_app.domain.roles import Deed, OperatorRole

#: So many logs are told apart in which one person has acted.
MOST_LOGS = 20_000
#: How somebody proved who they are who approves what another does: it signs nobody in.
APPROVAL = "approval"


class OfOperator(Body, frozen=True, kw_only=True):
    """Something that is said of one operator."""

    SUBJECT = "operator:"
    ASPECT = Aspect.OPERATOR
    CHANGES: ClassVar[ChangeSet] = frozenset({Changed.OPERATORS})

    after: tuple[FactId, ...]


class OperatorStated(OfOperator, frozen=True, kw_only=True):
    """What somebody may do from here on; what they did that its writer had heard of is judged as before."""

    DEED = Deed.OPERATORS

    heard: Annotated[dict[LogName, Whole], Meta(max_length=MOST_LOGS)]
    """How far each log in which they have acted was known to its writer."""


class OperatorNamed(OperatorStated, frozen=True, kw_only=True):
    KIND = "operator.named"

    role: OperatorRole
    badge: DelegateName | None
    """The delegate whose badge is their staff badge."""
    document: DigestName
    """Their name: ``{"name": …}``."""
    listed: bool
    """The forum's file says so, on every laptop that starts with it: whatever a person says goes before it."""


class OperatorRevoked(OperatorStated, frozen=True, kw_only=True):
    KIND = "operator.revoked"

    reason: str


class OperatorPinSet(OfOperator, frozen=True, kw_only=True):
    """Said by whoever may name operators, or by themselves."""

    KIND = "operator.pin_set"

    document: DigestName | None
    """``{"pin": …}``, hashed by Argon2id in the form of PHC strings; None where they have no PIN any more."""


class OperatorSignedIn(OfOperator, frozen=True, kw_only=True):
    """What they do on this laptop from here on names this fact as its actor."""

    KIND = "operator.signed_in"
    ASPECT = Aspect.SIGN_IN

    how: str
    """``badge``, ``pin``, or `APPROVAL`."""
