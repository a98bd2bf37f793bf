"""What is said of rides: on whose list a delegate stands."""

from typing import ClassVar

from checkin_app.domain.changes import Changed, ChangeSet
from checkin_app.domain.ids import BusCode, FactId
from checkin_app.domain.kinds.body import Aspect, Body
from checkin_app.domain.roles import Deed


class RideAssigned(Body, frozen=True, kw_only=True):
    KIND = "ride.assigned"
    SUBJECT = "delegate:"
    ASPECT = Aspect.RIDE
    DEED = Deed.SEAT
    CHANGES: ClassVar[ChangeSet] = frozenset({Changed.RIDES})
    IS_WITHHELD = True

    bus: BusCode | None
    """None takes them off every list."""
    supersedes: tuple[FactId, ...] = ()
    """The assignments that this one follows."""
