"""What is said of people who were registered by mistake: the registration is taken back."""

from typing import ClassVar

from checkin_app.domain.changes import Changed, ChangeSet
from checkin_app.domain.ids import FactId
from checkin_app.domain.kinds.body import Aspect, Body
from checkin_app.domain.roles import Deed


class DelegateWithdrawn(Body, frozen=True, kw_only=True):
    KIND = "delegate.withdrawn"
    SUBJECT = "delegate:"
    ASPECT = Aspect.DETAILS
    DEED = Deed.REGISTER
    CHANGES: ClassVar[ChangeSet] = frozenset({Changed.DELEGATES})

    fact: FactId
    """The one that registered them."""
    badge_no: str
    """The number they had, which nobody else is given: it may stand on a badge."""

    @property
    def target(self) -> FactId:
        return self.fact
