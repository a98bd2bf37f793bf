"""Who acts: operators are named, change their role, are revoked, get a PIN, and sign in."""

from dataclasses import dataclass, replace
from typing import Protocol

from checkin_app.domain.acting import SignedIn, acting
from checkin_app.domain.canonical import canonical
from checkin_app.domain.changes import Changed, Recorded
from checkin_app.domain.details import Entry, Expected, Found
from checkin_app.domain.facts import FactDraft
from checkin_app.domain.ids import DelegateId, OperatorId, operator_id_from, operator_subject
from checkin_app.domain.kinds.operators import OperatorNamed, OperatorPinSet, OperatorRevoked, OperatorSignedIn
from checkin_app.domain.operators import Operator
from checkin_app.domain.pins import Tries, left, may_be_pin, pin_of, wait
from checkin_app.domain.problems import FieldInvalid, UnknownDelegate
from checkin_app.domain.problems_operators import (
    BadgeTaken,
    LastLead,
    NoOperatorAnyMore,
    NoPin,
    OperatorExists,
    PinMustWait,
    PinWrong,
)
from checkin_app.domain.roles import Deed, OperatorRole
from checkin_app.services.naming import operator_name
from checkin_app.services.ports.acting import Attempts, OperatorQueries, Pins, Present, WhoActs
from checkin_app.services.ports.people import PersonReads
from checkin_app.services.ports.transactions import Clock, Opens, Transaction
from checkin_app.services.proofs import PinHeld, ProofReads, bearer, named, pin_holder, standing
from checkin_app.services.proving import Proving


class OperatorUnit(ProofReads, PersonReads, Transaction, Protocol):
    """Writes down who acts."""


@dataclass(frozen=True, slots=True)
class Operators:
    """Says who the operators are."""

    open_unit: Opens[OperatorUnit]

    def add(self, name: str, role: OperatorRole, badge: DelegateId | None = None) -> Recorded:
        """Name an operator; one who was revoked comes back.

        Raises:
            OperatorExists, BadgeTaken, FieldInvalid, UnknownDelegate: nothing was changed, as if whoever acts may not.
        """
        called = operator_name(name)
        with self.open_unit() as unit:
            identifier = operator_id_from(unit.forum.id, called)
            known = {each.id: each for each in unit.operators()}
            before = known.get(identifier)
            if before and before.stands:
                raise OperatorExists(name=before.name)
            _must_be_free(unit, identifier, badge)
            named = Operator(identifier, called, role, badge, None, "", before.facts if before else ())
            unit.record(naming_of(unit, named))
            unit.commit()
            return Recorded(unit.changes)

    def change(
        self, operator: OperatorId, role: OperatorRole | None = None, badge: DelegateId | None = None
    ) -> Recorded:
        """Give an operator another role, or another staff badge.

        Raises:
            UnknownOperator, LastLead, BadgeTaken, UnknownDelegate: nothing was changed, as if whoever acts may not.
        """
        with self.open_unit() as unit:
            before = standing(unit, operator)
            after = replace(before, role=role or before.role, badge=badge or before.badge)
            if after.role is not OperatorRole.LEAD:
                _must_not_be_last_lead(unit, before)
            _must_be_free(unit, operator, badge)
            if after != before:
                unit.record(naming_of(unit, after))
                unit.commit()
            return Recorded(unit.changes)

    def revoke(self, operator: OperatorId, reason: str) -> Recorded:
        """Let somebody be no operator any more: what they do from now on, anywhere, is listed and not applied.

        Raises:
            UnknownOperator, LastLead, FieldInvalid: nothing was changed, as if whoever acts may not.
        """
        why = " ".join(reason.split())
        if not why:
            raise FieldInvalid(field=Entry.REASON, value=Found.EMPTY, expected=Expected.WHY)
        with self.open_unit() as unit:
            before = standing(unit, operator)
            _must_not_be_last_lead(unit, before)
            heard = dict(unit.heard_of(operator))
            unit.record(
                FactDraft(operator_subject(operator), OperatorRevoked(reason=why, after=before.facts, heard=heard))
            )
            unit.commit()
            return Recorded(unit.changes)

    def set_pin(self, operator: OperatorId, hashed: str) -> Recorded:
        """Give an operator a PIN, or none where `hashed` is empty.

        Raises:
            UnknownOperator: nothing was changed, as if whoever acts may not and is not the operator.
        """
        with self.open_unit() as unit:
            before = standing(unit, operator)
            who = unit.acting()
            if not (who.is_named and who.operator and who.operator.id == operator):
                who.must_may(Deed.OPERATORS)
            if not hashed:
                _must_not_be_last_lead(unit, before)
            document = unit.keep(canonical({"pin": hashed})) if hashed else None
            unit.record(FactDraft(operator_subject(operator), OperatorPinSet(document=document, after=before.pins)))
            unit.commit()
            return Recorded(unit.changes)


@dataclass(frozen=True, slots=True)
class SigningIn:
    """Lets people prove who they are, and sign in on this laptop."""

    open_unit: Opens[OperatorUnit]
    queries: OperatorQueries
    who: WhoActs
    pins: Pins
    attempts: Attempts
    proving: Proving
    clock: Clock

    def hashed(self, typed: str) -> str:
        """Return a PIN as it is kept; slow, so neither the writer nor the screen's thread asks.

        Raises:
            FieldInvalid: it can be none.
        """
        pin = pin_of(typed)
        if not may_be_pin(pin):
            raise FieldInvalid(field=Entry.PIN, value=Found.GUESSED, expected=Expected.PIN)
        return self.pins.hashed(pin)

    def proven(self, operator: OperatorId, typed: str) -> PinHeld:
        """Return that a PIN is an operator's; slow, so neither the writer nor the screen's thread asks.

        Raises:
            UnknownOperator, NoOperatorAnyMore, NoPin, PinMustWait, PinWrong: nobody has signed in.
        """
        known = named(self.queries.operators(), operator)
        if not known.stands:
            raise NoOperatorAnyMore(name=known.name)
        if not known.pin:
            raise NoPin(name=known.name)
        with self.attempts.alone():
            now, tries = self.clock(), self.attempts.of(operator)
            if waiting := wait(tries.wrong, tries.at, now):
                raise PinMustWait(name=known.name, seconds=-(-waiting // 1000))
            self.attempts.wrong(operator, Tries(tries.wrong + 1, now))  # first: whoever breaks off has tried
        if not self.pins.matches(pin_of(typed), known.pin):
            if waiting := wait(tries.wrong + 1, now, now):
                raise PinMustWait(name=known.name, seconds=-(-waiting // 1000))
            raise PinWrong(name=known.name, left=left(tries.wrong + 1))
        with self.attempts.alone():
            self.attempts.right(operator)
        return PinHeld(operator, known.pin)

    def sign_in(self, held: PinHeld) -> Recorded:
        """Sign somebody in whose PIN was right.

        Raises:
            UnknownOperator, NoOperatorAnyMore, PinWrong: it was changed meanwhile.
        """
        with self.open_unit() as unit:
            return self._signed_in(unit, pin_holder(unit, held), "pin")

    def by_badge(self, code: str) -> Recorded:
        """Sign in whoever bears a staff badge: whoever was signed in hands over.

        Raises:
            NotAStaffBadge, StaffBadgeVoid, NoOperatorAnyMore: whoever was signed in still is.
        """
        with self.open_unit() as unit:
            return self._signed_in(unit, bearer(unit, self.proving, code), "badge")

    def lock(self) -> Recorded:
        """Let nobody be named from here on; what was recorded keeps its name, and scans go on."""
        self.who.signed_in = None
        return Recorded(frozenset({Changed.OPERATORS}))

    def present(self) -> Present:
        """Return who the operators are, and who acts here."""
        operators = self.queries.operators()
        return Present(tuple(operators), acting(operators, self.who.signed_in))

    def leave(self, deed: Deed) -> str:
        """Return the name of whoever acts here, empty where nobody is named, for what is not recorded as a fact.

        Raises:
            SignInFirst, NoOperatorAnyMore, RoleMayNot: they may not.
        """
        who = self.present().acting
        who.must_may(deed)
        return who.operator.name if who.operator and who.is_named else ""

    def _signed_in(self, unit: OperatorUnit, known: Operator, how: str) -> Recorded:
        unit.by_itself()
        fact = unit.record(FactDraft(operator_subject(known.id), OperatorSignedIn(how=how, after=known.facts)))
        unit.commit()
        self.who.signed_in = SignedIn(known.id, fact.fact_id)
        return Recorded(unit.changes | {Changed.OPERATORS})


def naming_of(unit: OperatorUnit, known: Operator, *, listed: bool = False) -> FactDraft:
    """Return that somebody is an operator, in a role and by a badge; `listed` where the forum's file says so."""
    heard = dict(unit.heard_of(known.id))  # what is kept by now would be written before that is read
    named = OperatorNamed(
        role=known.role,
        badge=known.badge,
        document=unit.keep(canonical({"name": known.name})),
        listed=listed,
        after=known.facts,
        heard=heard,
    )
    return FactDraft(operator_subject(known.id), named)


def _must_be_free(unit: OperatorUnit, operator: OperatorId, badge: DelegateId | None) -> None:
    if badge is None:
        return
    if unit.delegate(badge) is None:
        raise UnknownDelegate(name=badge)
    for each in unit.operators():
        if each.stands and each.badge == badge and each.id != operator:
            raise BadgeTaken(name=each.name)


def _must_not_be_last_lead(unit: OperatorUnit, known: Operator) -> None:
    """Refuse where nobody could say any more who acts."""
    leads = [each for each in unit.operators() if each.role is OperatorRole.LEAD and each.can_sign_in]
    if [each.id for each in leads] == [known.id]:
        raise LastLead(name=known.name)
