"""Who acts on a laptop, and what that lets be recorded there.  Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from checkin_app.domain.facts import FactDraft
from checkin_app.domain.ids import FactId, OperatorId
from checkin_app.domain.kinds.approvals import Approvable
from checkin_app.domain.operators import Operator
from checkin_app.domain.problems_operators import (
    NoOperatorAnyMore,
    OperatorProblem,
    RoleMayNot,
    SecondPersonNeeded,
    SignInFirst,
)
from checkin_app.domain.roles import BY_NOBODY, Deed, OperatorRole, deed_word, deeds_of, role_word


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Whoever signed in on this laptop last."""

    operator: OperatorId
    sign_in: FactId


@dataclass(frozen=True, slots=True)
class Acting:
    """Who acts, and what they may do."""

    may: frozenset[Deed]
    sign_in: FactId | None = None
    """None where nobody is named."""
    operator: Operator | None = None
    """Whoever signed in last, also where they are no operator any more."""

    @property
    def is_named(self) -> bool:
        return self.sign_in is not None

    def must_may(self, deed: Deed | None) -> None:
        """Raise where a deed is not allowed.

        Raises:
            SignInFirst, NoOperatorAnyMore, RoleMayNot: nothing may be recorded.
        """
        if refusal := self.refusal(deed):
            raise refusal

    def refusal(self, deed: Deed | None) -> OperatorProblem | None:
        """Return why a deed is not allowed, None where it is."""
        if deed is None or deed in self.may:
            return None
        if self.operator is None:
            return SignInFirst(deed=deed_word(deed))
        if not self.operator.stands:
            return NoOperatorAnyMore(name=self.operator.name)
        return RoleMayNot(role=role_word(self.operator.role), deed=deed_word(deed))

    def said(self, draft: FactDraft) -> FactDraft:
        """Return a draft as whoever acts says it.

        Raises:
            SignInFirst, NoOperatorAnyMore, RoleMayNot: they may not.
            SecondPersonNeeded: nobody else has approved it.
        """
        if self is ANYBODY:
            return draft
        said = draft.said
        self.must_may(said.deed)
        if self.sign_in is None:
            return draft
        if isinstance(said, Approvable) and said.approval and not said.approved_by:
            raise SecondPersonNeeded(deed=deed_word(said.approval))
        return draft.by(self.sign_in)


#: Where a forum has no operators, and where what is recorded is no person's doing.
ANYBODY = Acting(frozenset(Deed))


def acting(operators: Sequence[Operator], signed_in: SignedIn | None) -> Acting:
    """Return who acts.

    As long as no lead can sign in, nobody in particular may say who the operators are: somebody has to begin.
    """
    standing = [each for each in operators if each.stands]
    if not standing:
        return ANYBODY
    who = next((each for each in operators if signed_in and each.id == signed_in.operator), None)
    if who and signed_in and who.stands:
        return Acting(deeds_of(who.role), signed_in.sign_in, who)
    begun = any(each.role is OperatorRole.LEAD and each.can_sign_in for each in standing)
    return Acting(BY_NOBODY if begun else BY_NOBODY | {Deed.OPERATORS}, None, who)
