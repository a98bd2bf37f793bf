"""The operators, one of them looked at, as values."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from checkin_app.domain.ids import OperatorId
from checkin_app.domain.operators import Operator
from checkin_app.domain.roles import Deed, OperatorRole
from checkin_app.services.ports.acting import NotApplied, Present


class Doing(StrEnum):
    """What is done about an operator."""

    SIGN_IN = "sign_in"
    LOCK = "lock"
    SET_PIN = "set_pin"
    ENTER_BADGE = "enter_badge"
    CHANGE_ROLE = "change_role"
    ADD = "add"
    TAKE_LIST = "take_list"
    REVOKE = "revoke"


#: What is done by each; for the others no leave is asked, nor for one's own PIN.
DEEDS: Mapping[Doing, Deed] = dict.fromkeys(
    (Doing.ENTER_BADGE, Doing.SET_PIN, Doing.CHANGE_ROLE, Doing.ADD, Doing.TAKE_LIST, Doing.REVOKE), Deed.OPERATORS
)


@dataclass(frozen=True, slots=True)
class Draft:
    """What was typed and chosen, and not done yet."""

    pin: str = field(default="", repr=False)
    """To sign in with."""
    new_pin: str = field(default="", repr=False)
    name: str = ""
    role: OperatorRole | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class OperatorsState:
    present: Present | None = None
    """None until it has come."""
    chosen: OperatorId | None = None
    """The one looked at; None for one who is to be added."""
    draft: Draft = Draft()
    looks_at_kept: bool = False
    """What does not count is looked at, and no operator."""
    kept: Sequence[NotApplied] | None = None
    """What is kept and does not count; None until it has come."""
    awaits_badge: bool = False
    """The next badge that is scanned becomes the staff badge of the one looked at."""
    busy: bool = False
    note: str = ""
    """What was done or could not be, in words."""
    wrong: bool = False

    @property
    def operators(self) -> tuple[Operator, ...]:
        return tuple(self.present.operators) if self.present else ()

    @property
    def manages(self) -> bool:
        """Return whether whoever acts may say who the operators are."""
        return self.present is not None and Deed.OPERATORS in self.present.acting.may

    @property
    def keeps(self) -> bool:
        """Return whether there is a list of what does not count: there is where somebody acts."""
        return bool(self.operators)

    @property
    def operator(self) -> Operator | None:
        return None if self.looks_at_kept else next((each for each in self.operators if each.id == self.chosen), None)

    @property
    def place(self) -> int:
        """Return the row of the one looked at; after the operators one adds another, then comes what does not count."""
        operator = self.operator
        if self.looks_at_kept:
            return len(self.operators) + self.manages
        return self.operators.index(operator) if operator else len(self.operators) if self.manages else -1

    @property
    def is_own(self) -> bool:
        """Return whether the one looked at acts on this laptop."""
        acting = self.present.acting if self.present else None
        return bool(acting and acting.is_named and acting.operator and acting.operator.id == self.chosen)

    @property
    def role(self) -> OperatorRole:
        """Return the role that is looked at: chosen, or as it is."""
        known = self.operator.role if self.operator else OperatorRole.VOLUNTEER
        return self.draft.role or known

    @property
    def may(self) -> frozenset[Doing]:
        """Return what can be done about the one looked at."""
        operator = self.operator
        if self.present is None or self.looks_at_kept:
            return frozenset()
        if operator is None or not operator.stands:
            adding = {Doing.ADD} if operator else {Doing.ADD, Doing.TAKE_LIST}
            return frozenset(adding) if self.manages else frozenset()
        own = {Doing.LOCK, Doing.SET_PIN} if self.is_own else {Doing.SIGN_IN} if operator.pin else set[Doing]()
        theirs = {Doing.SET_PIN, Doing.ENTER_BADGE, Doing.CHANGE_ROLE, Doing.REVOKE} if self.manages else set[Doing]()
        return frozenset(own | theirs)

    @property
    def ready(self) -> frozenset[Doing]:
        """Return what can be done with what was typed and chosen."""
        draft, operator = self.draft, self.operator
        waits = {
            Doing.SIGN_IN: not draft.pin,
            Doing.SET_PIN: not draft.new_pin,
            Doing.CHANGE_ROLE: operator is None or self.role is operator.role,
            Doing.ADD: operator is None and not draft.name.strip(),
            Doing.REVOKE: not draft.reason.strip(),
        }
        return frozenset() if self.busy else frozenset(each for each in self.may if not waits.get(each, False))


def listed(state: OperatorsState, present: Present) -> OperatorsState:
    """They came; the one looked at stays, else it is whoever acts, or the first."""
    fresh = replace(state, present=present)
    if state.present is not None and (fresh.operator is not None or fresh.manages):
        return fresh
    acting = present.acting.operator if present.acting.is_named else None
    first = next((each for each in present.operators if each.stands), None)
    looked_at = acting or first
    return replace(fresh, chosen=looked_at.id if looked_at else None)


def row_chosen(state: OperatorsState, place: int) -> OperatorsState:
    """Another one is looked at, by its row; what was typed of the one before is gone."""
    people = len(state.operators) + state.manages
    if not 0 <= place < people + state.keeps or place == state.place:
        return state
    chosen = state.operators[place].id if place < len(state.operators) else None
    begun_anew = replace(state, chosen=chosen, draft=Draft(), awaits_badge=False, note="", wrong=False)
    return replace(begun_anew, looks_at_kept=place == people, kept=None)


def kept_fetched(state: OperatorsState, kept: Sequence[NotApplied]) -> OperatorsState:
    return replace(state, kept=kept)


def screen_opened(state: OperatorsState) -> OperatorsState:
    return replace(state, draft=Draft(), awaits_badge=False, note="", wrong=False, busy=False)


def typed(state: OperatorsState, field: str, text: str) -> OperatorsState:
    """A text stands in one of the fields of a draft."""
    values: dict[str, Any] = {field: text}
    return replace(state, draft=replace(state.draft, **values), note="", wrong=False)


def role_chosen(state: OperatorsState, role: OperatorRole) -> OperatorsState:
    return replace(state, draft=replace(state.draft, role=role))


def badge_awaited(state: OperatorsState) -> OperatorsState:
    return replace(state, awaits_badge=True, note="", wrong=False)


def begun(state: OperatorsState) -> OperatorsState:
    return replace(state, busy=True, awaits_badge=False, note="", wrong=False)


def told(state: OperatorsState, note: str, chosen: OperatorId | None) -> OperatorsState:
    """It was done."""
    return replace(state, busy=False, draft=Draft(), note=note, wrong=False, chosen=chosen)


def refused(state: OperatorsState, note: str) -> OperatorsState:
    """It was not; PINs are typed again."""
    return replace(state, busy=False, draft=replace(state.draft, pin="", new_pin=""), note=note, wrong=True)
