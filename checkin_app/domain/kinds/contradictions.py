"""What is said of contradictions: a person settled one, or took that back."""

from typing import ClassVar

from msgspec import UNSET

from checkin_app.domain.changes import Changed, ChangeSet
from checkin_app.domain.ids import FactId
from checkin_app.domain.kinds.body import Aspect, Body, Known
from checkin_app.domain.roles import Deed


class ContradictionChange(Body, frozen=True, kw_only=True):
    """What follows from it for people, badges and buses is said by further facts of the same act."""

    SUBJECT = "contradiction:"
    ASPECT = Aspect.CONTRADICTION
    DEED = Deed.SETTLE
    CHANGES: ClassVar[ChangeSet] = frozenset({Changed.CONTRADICTIONS})

    after: Known = UNSET


class ContradictionSettled(ContradictionChange, frozen=True, kw_only=True):
    KIND = "contradiction.settled"

    what: str
    """A ``domain.contradictions.ConflictKind``; a newer version may have more."""
    about: str
    field: str
    rehearsal: bool
    choice: str
    """The key of a ``domain.contradictions.Choice``."""
    claims: tuple[FactId, ...]
    """The facts that contradict each other, as far as its writer knew of them."""
    shown_by: tuple[FactId, ...] = ()
    """Those that said the same once more, where a settlement was taken back before."""


class ContradictionReopened(ContradictionChange, frozen=True, kw_only=True):
    KIND = "contradiction.reopened"
