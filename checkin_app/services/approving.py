"""A second person approves what another does: by their own badge or PIN, at that moment."""

from dataclasses import dataclass
from typing import Protocol

from msgspec import UNSET, UnsetType

from checkin_app.domain.facts import FactDraft
from checkin_app.domain.ids import FactId, operator_subject
from checkin_app.domain.kinds.operators import APPROVAL, OperatorSignedIn
from checkin_app.domain.problems_operators import RoleMayNot, SecondIsFirst, SecondPersonNeeded
from checkin_app.domain.roles import Deed, deed_word, may, role_word
from checkin_app.services.ports.transactions import Transaction
from checkin_app.services.proofs import PinHeld, Proof, ProofReads, bearer, pin_holder
from checkin_app.services.proving import Proving


class ApprovalUnit(ProofReads, Transaction, Protocol):
    """Writes down who approved what is recorded with it."""


@dataclass(frozen=True, slots=True)
class Approving:
    """Asks for a second person where one must approve."""

    proving: Proving

    def approved(self, unit: ApprovalUnit, proof: Proof | None, deed: Deed) -> FactId | UnsetType:
        """Record that a second person approves what is recorded next, and return what that must name.

        It stands and falls with the transaction that it is recorded in.

        Args:
            unit: the transaction that what is approved is recorded in.
            proof: by what they have proven who they are.
            deed: what they must be allowed to do themselves.

        Returns:
            UNSET where nobody is named who acts: then nobody can be named as the second.

        Raises:
            SecondPersonNeeded, SecondIsFirst, RoleMayNot: nobody has approved it.
            SignInRefused, NoOperatorAnyMore, UnknownOperator: they have not proven who they are.
        """
        who = unit.acting()
        if who.operator is None or not who.is_named:
            return UNSET
        if proof is None:
            raise SecondPersonNeeded(deed=deed_word(deed))
        second = pin_holder(unit, proof) if isinstance(proof, PinHeld) else bearer(unit, self.proving, proof.code)
        if second.id == who.operator.id:
            raise SecondIsFirst(name=second.name)
        if not may(second.role, deed):
            raise RoleMayNot(role=role_word(second.role), deed=deed_word(deed))
        said = OperatorSignedIn(how=APPROVAL, after=second.facts)
        return unit.record(FactDraft(operator_subject(second.id), said)).fact_id
